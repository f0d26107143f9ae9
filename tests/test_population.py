"""What kind of repository each is, by the forge's word, by its files and by its latest commit."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from oss_scan.facts import Hosting, Known, NotLooked, TreeFacts, collect
from oss_scan.facts.readable import for_readers
from oss_scan.inventory.model import Kind, Population
from oss_scan.kinship import alike, with_same
from oss_scan.population import recognise, split
from oss_scan.results import Judged
from oss_scan.store import open_store
from oss_scan.tree import MemoryTree
from tests.sweeps import repository, sweep

_SILENT = NotLooked("hosting-silent")
_TOLD = (Kind.FORK, Kind.MIRROR, Kind.ARCHIVED, Kind.TEMPLATE, Kind.PRIVATE)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    folder = tmp_path_factory.mktemp("one")
    repository(folder / "r", {"README.md": "# x\n", "main.py": "print()\n"})
    run = sweep(folder / "s.db", folder / "r").run
    return open_store(str(folder / "s.db")).scan(run.id, facts=True).repositories[0]


def _with(judged: Judged, hosting: Hosting | None = None, tree: TreeFacts | NotLooked | None = None) -> Judged:
    assert judged.facts
    facts = judged.facts
    if hosting:
        facts = replace(facts, hosting=Known(hosting, "forge"))
    if tree:
        facts = replace(facts, tree=tree if isinstance(tree, NotLooked) else Known(tree, "git"))
    return replace(judged, facts=facts)


def _files(*paths: str) -> TreeFacts:
    return collect(MemoryTree(dict.fromkeys(paths, b"x\n")))


def _hosting(created: datetime | None = None, **said: bool) -> Hosting:
    told: dict[str, Known[bool] | NotLooked] = {name: Known(value, "forge") for name, value in said.items()}
    return Hosting(
        addresses=(),
        archived=told.get("archived", _SILENT),
        fork=told.get("fork", _SILENT),
        mirror=told.get("mirror", _SILENT),
        template=told.get("template", _SILENT),
        created=Known(created, "forge") if created else _SILENT,
    )


def _kinds(judged: Judged) -> tuple[list[str], tuple[str, ...]]:
    found = recognise(judged.facts)
    assert all(reason.in_(lang) for reason in found.kinds.values() for lang in ("nl", "en"))
    return list(found.kinds), found.unknown


def test_what_nobody_told_is_unknown(judged: Judged) -> None:
    assert _kinds(judged) == ([], _TOLD)
    assert _kinds(replace(judged, facts=None)) == ([], tuple(Kind))


@pytest.mark.parametrize("kind", ["fork", "mirror", "archived", "template"])
def test_by_the_word_of_the_forge(judged: Judged, kind: str) -> None:
    found, unknown = _kinds(_with(judged, _hosting(None, **{kind: True})))
    assert found == [Kind(kind)]
    assert unknown == tuple(one for one in _TOLD if one != kind)
    # a forge knows only of forks that were made on it
    silent = _TOLD if kind == "fork" else unknown
    assert _kinds(_with(judged, _hosting(None, **{kind: False}))) == ([], silent)


def test_what_is_not_public(judged: Judged) -> None:
    for said, expected in (("private", [Kind.PRIVATE]), ("internal", [Kind.PRIVATE]), ("public", [])):
        hosting = replace(_hosting(), visibility=Known(said, "forge"))
        assert _kinds(_with(judged, hosting))[0] == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ((), [Kind.EMPTY]),
        (("README.md", "docs/a.rst", "img/x.PNG", "LICENSE", ".gitignore", "publiccode.yml"), [Kind.DOCUMENTATION]),
        (("README.md", ".github/workflows/lint.yml", "LICENSES/CC0-1.0.txt"), [Kind.DOCUMENTATION]),
        (("docs/_config.yml", "handboek/book.toml", "uitleg.mp4", "uitleg.vtt", ".DS_Store"), [Kind.DOCUMENTATION]),
        (("docs/index.md", "docs/Gemfile"), []),
        (("README.md", "main.py"), []),
        (("README.md", "api/openapi.yaml"), []),
        (("README.md", "Dockerfile"), []),
        (("README.md", "action.yml"), []),
        (("README.md", "index.html"), []),
    ],
)
def test_by_its_files(judged: Judged, files: tuple[str, ...], expected: list[Kind]) -> None:
    assert _kinds(_with(judged, tree=_files(*files)))[0] == expected


def test_a_repository_without_a_commit(judged: Judged) -> None:
    assert _kinds(_with(judged, tree=NotLooked("tree-empty"))) == ([Kind.EMPTY], _TOLD)


def test_facts_of_before_say_nothing_of_documentation(judged: Judged) -> None:
    assert Kind.DOCUMENTATION in _kinds(_with(judged, tree=replace(_files("a.md"), for_readers=None)))[1]


def test_the_same_commit_at_two_addresses_counts_once(judged: Judged) -> None:
    def at(name: str, hosting: Hosting | None = None, commit: str | None = "1" * 40) -> Judged:
        known = _with(judged, hosting)
        recognised = recognise(known.facts)
        return replace(known, key=name, repository=name, commit=commit, recognised=recognised)

    old, new = datetime(2020, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC)
    for given, expected in (
        ([at("b"), at("a")], {"b": "a"}),
        ([at("a", _hosting(created=new)), at("b", _hosting(created=old))], {"a": "b"}),
        ([at("a", _hosting(mirror=True, created=old)), at("b")], {"a": "b"}),
        ([at("a"), at("b", commit="2" * 40)], {}),
        ([at("a", commit=None), at("b", commit=None)], {}),
    ):
        for order in (given, given[::-1]):
            found = alike(order)
            assert {one.key: one.other for one in found} == expected
            copies = {
                one.key: one.recognised.kinds[Kind.COPY].values["repository"]
                for one in with_same(order, found)
                if one.recognised and Kind.COPY in one.recognised.kinds
            }
            assert copies == expected


def test_what_is_left_out_for_another_reason_does_not_count_for_its_copy(judged: Judged) -> None:
    archived = replace(
        judged, key="a", repository="a", recognised=recognise(_with(judged, _hosting(archived=True)).facts)
    )
    living = replace(judged, key="b", repository="b", recognised=recognise(judged.facts))
    assert [(one.key, one.other) for one in alike([archived, living])] == [("a", "b")]


def test_a_rule_leaves_out_and_says_why(judged: Judged) -> None:
    def told(name: str, **said: bool) -> Judged:
        return replace(judged, key=name, recognised=recognise(_with(judged, _hosting(None, **said)).facts))

    repositories = (told("plain"), told("fork", fork=True, archived=True), told("old", archived=True))
    usual = split(repositories, Population())
    assert [one.key for one in usual.counted] == ["plain"]
    assert [(one.key, why.code) for one, why in usual.left_out] == [
        ("fork", "population-fork"),
        ("old", "population-archived"),
    ]
    forks = split(repositories, Population(leave_out=(Kind.FORK,)))
    assert [one.key for one in forks.counted] == ["plain", "old"]
    assert split(repositories, Population(leave_out=())).left_out == ()
    unread = replace(judged, key="unread", recognised=None, facts=None)
    assert split((unread,), Population()).counted == (unread,)


def test_the_usual_rule_leaves_out_all_but_private() -> None:
    assert set(Kind) - set(Population().leave_out) == {Kind.PRIVATE}


def test_a_path_that_takes_long_to_compare(tmp_path: Path) -> None:
    assert not for_readers("/." * 20_000 + "readme" * 20_000 + "\n")
