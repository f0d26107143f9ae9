"""Which repositories hold the same software as another, or come from it: by real histories, and what is not sure."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from oss_scan import kinship
from oss_scan.addresses import canonical
from oss_scan.figures import measured
from oss_scan.inventory import Inventory, read
from oss_scan.inventory.model import Kind, Population
from oss_scan.inventory.opening import File
from oss_scan.kinship import RELATED, alike, among, families, unclear, with_same
from oss_scan.population import known, split
from oss_scan.results import Judged, Recognised, Run, Scan
from oss_scan.scan.work import Compared, Event
from oss_scan.texts import Reason
from tests.builder import Repo
from tests.git_server import serve
from tests.sweeps import NOW, by_name, sweep

_ABOUT = (
    *("population-copy", "population-copy-refs", "population-copy-within", "population-fork-based"),
    *("fork-unknown", "fork-unasked"),
)


def _clone(repo: Repo, path: Path) -> Repo:
    repo.git("clone", "--quiet", "--bare", ".", str(path))
    made = Repo(path)
    made.git("config", "--remove-section", "remote.origin")
    return made


def _working(repo: Repo, path: Path) -> Repo:
    repo.git("clone", "--quiet", ".", str(path))
    made = Repo(path)
    made.git("remote", "remove", "origin")
    return made


@pytest.fixture
def upstream(tmp_path: Path) -> Repo:
    repo = Repo.make(tmp_path / "git" / "upstream")
    repo.commit({"main.py": "1\n"}, date="2024-01-01T12:00:00Z")
    repo.commit({"main.py": "2\n"}, date="2024-02-01T12:00:00Z")
    return repo


def _scan(folder: Path, *, history: bool = True, inventory: Inventory | None = None, at: datetime = NOW) -> Scan:
    return sweep(folder / "s.db", folder / "git", history=history, inventory=inventory, at=at)


def _said(scan: Scan) -> dict[str, dict[str, str]]:
    """By the name of each: what it is because of another, and of which."""
    return {name: dict(_each(one)) for name, one in by_name(scan).items()}


def _each(one: Judged) -> Iterator[tuple[str, str]]:
    reasons = [*known(one).kinds.values(), *(notice.reason for notice in one.notices)]
    for reason in reasons:
        if reason.code in _ABOUT:
            assert all(reason.in_(lang) for lang in ("nl", "en"))
            yield reason.code, reason.values["repository"].rpartition("/")[2]


def test_who_began_together_and_went_apart_is_said_and_counts(upstream: Repo, tmp_path: Path) -> None:
    fork = _working(upstream, tmp_path / "git" / "fork")
    fork.commit({"own.py": "1\n"})
    upstream.commit({"main.py": "3\n"})
    other = Repo.make(tmp_path / "git" / "other")
    other.commit({"main.py": "1\n"}, date="2024-01-01T13:00:00Z")
    found = _scan(tmp_path)
    assert _said(found) == {"fork": {"fork-unknown": "upstream"}, "upstream": {"fork-unknown": "fork"}, "other": {}}
    by = by_name(found)
    assert Kind.FORK in known(by["fork"]).unknown
    assert len(split(found.repositories, Population()).counted) == 3
    assert found.run.analysers["history"] == "1"


def test_without_history_nothing_is_said_and_a_fork_is_unknown(upstream: Repo, tmp_path: Path) -> None:
    _working(upstream, tmp_path / "git" / "fork").commit({"own.py": "1\n"})
    found = _scan(tmp_path, history=False)
    assert _said(found) == {"fork": {}, "upstream": {}}
    assert all(Kind.FORK in known(one).unknown and known(one).roots is None for one in found.repositories)
    assert "history" not in found.run.analysers
    # facts that were collected without are not taken for what was looked at
    again = _scan(tmp_path, at=NOW.replace(hour=21))
    assert all(known(one).roots for one in again.repositories)


def test_what_lags_behind_is_a_copy_of_what_holds_it(upstream: Repo, tmp_path: Path) -> None:
    _clone(upstream, tmp_path / "git" / "behind")
    upstream.commit({"main.py": "3\n"})
    found = _scan(tmp_path)
    assert _said(found) == {"behind": {"population-copy-within": "upstream"}, "upstream": {}}
    assert [one.repository.rpartition("/")[2] for one in split(found.repositories, Population()).counted] == [
        "upstream"
    ]


def test_what_several_began_with_is_nobodys_copy(upstream: Repo, tmp_path: Path) -> None:
    for name in ("one", "two"):
        _working(upstream, tmp_path / "git" / name).commit({f"{name}.py": "1\n"})
    assert _said(_scan(tmp_path)) == {
        "one": {"fork-unknown": "two"},
        "two": {"fork-unknown": "one"},
        "upstream": {"fork-unknown": "one"},
    }


def test_what_was_merged_into_another_is_no_copy_of_it(upstream: Repo, tmp_path: Path) -> None:
    whole = Repo.make(tmp_path / "git" / "whole")
    whole.commit({"whole.py": "1\n"})
    whole.git("fetch", "--quiet", str(upstream.path), "main")
    whole.git("merge", "--quiet", "--allow-unrelated-histories", "--message=Merge", "FETCH_HEAD")
    found = _scan(tmp_path)
    # as a library is that `git subtree` brought in
    assert _said(found) == {"whole": {"fork-unknown": "upstream"}, "upstream": {"fork-unknown": "whole"}}
    assert len(known(by_name(found)["whole"]).roots or ()) == 2


def test_on_a_day_that_has_passed_it_is_what_it_was_then(upstream: Repo, tmp_path: Path) -> None:
    fork = _working(upstream, tmp_path / "git" / "fork")
    fork.commit({"own.py": "1\n"}, date="2025-03-01T12:00:00Z")
    upstream.commit({"main.py": "3\n"}, date="2025-02-01T12:00:00Z")
    store = tmp_path / "s.db"
    day = date(2025, 2, 15)
    found = sweep(store, tmp_path / "git", history=True, as_of=day)
    assert _said(found) == {"fork": {"population-copy-within": "upstream"}, "upstream": {}}
    series = sweep(store, tmp_path / "git", history=True, days=[day], at=NOW.replace(hour=21))
    assert _said(series) == {"fork": {"fork-unknown": "upstream"}, "upstream": {"fork-unknown": "fork"}}


_FILE = "publiccodeYmlVersion: '0.4'\nname: X\nisBasedOn: {}\n"


@pytest.mark.parametrize("listed", ["https://git.example/org/upstream.git", "\n  - https://git.example/org/upstream"])
def test_what_says_that_it_is_based_on_another_is_its_fork(upstream: Repo, tmp_path: Path, listed: str) -> None:
    fork = _working(upstream, tmp_path / "git" / "fork")
    fork.commit({"publiccode.yml": _FILE.format(listed)})
    upstream.git("remote", "add", "origin", "https://git.example/org/upstream.git")
    other = Repo.make(tmp_path / "git" / "other")  # says so too, and does not share a commit
    other.commit({"main.py": "x\n", "publiccode.yml": _FILE.format(listed)})
    found = _scan(tmp_path)
    assert _said(found) == {"fork": {"population-fork-based": "upstream"}, "upstream": {}, "other": {}}
    [out] = split(found.repositories, Population()).left_out
    assert out[1].code == "population-fork-based"


def test_two_that_are_based_on_each_other_do_not_both_go() -> None:
    a = _made("a", "1" * 40, roots=("0" * 40,), based_on=("https://git.example/org/b",))
    b = _made("b", "2" * 40, roots=("0" * 40,), based_on=("https://git.example/org/a",))
    c = _made("c", "3" * 40, roots=("0" * 40,), based_on=("https://git.example/org/a",))
    assert [(one.key, one.kind, one.other) for one in alike([a, b, c])] == [("a", "fork", "b"), ("c", "fork", "a")]


def _made(name: str, commit: str, **more: object) -> Judged:
    recognised = replace(Recognised({}), **more)  # type: ignore[arg-type]
    address = f"https://git.example/org/{name}"
    return Judged(key=name, repository=address, status="scanned", commit=commit, recognised=recognised)


def test_what_was_there_first_is_no_copy_of_what_came_later() -> None:
    old, new = datetime(2020, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC)
    roots = ("0" * 40,)
    within = {"a": frozenset({"b"})}
    for created, expected in (
        ((new, old), [("a", "copy", "b")]),
        ((None, old), [("a", "copy", "b")]),
        ((old, new), [("a", RELATED, "b"), ("b", RELATED, "a")]),
    ):
        a = _made("a", "1" * 40, roots=roots, created=created[0])
        b = _made("b", "2" * 40, roots=roots, created=created[1])
        assert [(one.key, one.kind, one.other) for one in alike([a, b], within)] == expected
    a, b = _made("a", "1" * 40, roots=roots), _made("b", "2" * 40, roots=roots, kinds={"archived": Reason("x")})
    assert {one.kind for one in alike([a, b], within)} == {RELATED}  # else none of them would count


def test_of_a_fork_by_the_word_of_its_forge_the_other_is_not_suspected() -> None:
    roots = ("0" * 40,)
    fork = _made("a", "1" * 40, roots=roots, kinds={Kind.FORK: Reason("population-fork")})
    assert alike([fork, _made("b", "2" * 40, roots=roots)]) == ()


def test_the_same_branches_and_tags_are_the_same_software(upstream: Repo, tmp_path: Path) -> None:
    upstream.git("checkout", "--quiet", "-b", "next")
    upstream.commit({"next.py": "1\n"})
    upstream.git("tag", "v1")
    mirror = _clone(upstream, tmp_path / "git" / "mirror")
    mirror.git("symbolic-ref", "HEAD", "refs/heads/main")  # another default branch
    found = _scan(tmp_path, history=False)
    assert _said(found) == {"mirror": {}, "upstream": {"population-copy-refs": "mirror"}}
    mirror.git("tag", "--force", "v1", "main")
    assert _said(_scan(tmp_path, history=False, at=NOW.replace(hour=21))) == {"mirror": {}, "upstream": {}}


def test_what_could_not_be_read_does_not_take_the_place_of_what_was() -> None:
    gone = replace(_made("a", "1" * 40, refs="same"), status="unreadable", commit=None)
    assert alike([gone, _made("b", "2" * 40, refs="same")]) == ()


def test_a_copy_names_the_one_that_it_is_the_same_as() -> None:
    three = [_made("a", "1" * 40), _made("b", "1" * 40, refs="same"), _made("c", "2" * 40, refs="same")]
    told = with_same(three, alike(three))
    assert [[(kind, why.code, why.values) for kind, why in known(one).kinds.items()] for one in told] == [
        [],
        [("copy", "population-copy", {"repository": "https://git.example/org/a"})],
        [("copy", "population-copy-refs", {"repository": "https://git.example/org/b"})],
    ]


def test_copies_through_others_come_from_the_one_that_counts() -> None:
    four = [
        _made("a", "1" * 40),
        _made("b", "2" * 40, refs="same"),
        _made("c", "2" * 40, refs="other"),
        _made("d", "1" * 40, refs="other"),
    ]
    assert {one.key: one.other for one in alike(four)} == {"b": "c", "c": "d", "d": "a"}


def test_two_that_went_on_to_hold_each_other_while_they_were_asked_do_not_both_go() -> None:
    roots = ("0" * 40,)
    a, b = _made("a", "1" * 40, roots=roots), _made("b", "2" * 40, roots=roots)
    within = {"a": frozenset({"b"}), "b": frozenset({"a"})}
    assert [(one.key, one.kind, one.other) for one in alike([a, b], within)] == [("a", "copy", "b")]


def test_of_a_large_family_it_is_asked_who_holds_whom(upstream: Repo, tmp_path: Path) -> None:
    for at in range(30):
        upstream.commit({"main.py": f"{at}\n"}, date=f"2024-03-01T12:{at:02}:00Z")
    for at in range(30):
        behind = _clone(upstream, tmp_path / "git" / f"behind{at:02}")
        behind.git("update-ref", "refs/heads/main", f"main~{at + 1}")
    found = _said(_scan(tmp_path))
    assert found.pop("upstream") == {}
    assert len(found) == 30
    assert all(said == {"population-copy-within": "upstream"} for said in found.values())


def test_who_may_be_a_fork_is_so_beside_those_that_are_told_of_only() -> None:
    one, two, hidden = (_made(name, str(at) * 40, roots=("0" * 40,)) for at, name in enumerate("abc"))
    told = alike([one, two, hidden])
    assert unclear([one, two, hidden], told) == {"a", "b", "c"}
    assert unclear([one, hidden], told) == {"a", "c"}
    assert unclear([two, hidden], told) == {"b", "c"}  # which share with `a` what they share with each other
    assert unclear([one], told) == frozenset()


def test_families_of_which_each_holds_the_next_take_no_long_time() -> None:
    many = [_made(f"{at:04}", f"{at:040x}", roots=("0" * 40,)) for at in range(1000)]
    keys = [one.key for one in many]
    held = {key: frozenset(keys[at + 1 :]) for at, key in enumerate(keys)}
    start = time.process_time()
    told = alike(many, held)
    assert time.process_time() - start < 10  # it took 80
    assert {(one.kind, one.other) for one in told} == {("copy", keys[-1])}
    assert [one.key for one in told] == keys[:-1]


def test_it_is_based_on_the_first_of_its_family_with_such_an_address() -> None:
    roots = ("0" * 40,)
    origin = _made("origin", "1" * 40, roots=roots)
    name = canonical(origin.repository)
    assert name
    found = replace(_made("found", "2" * 40, roots=roots), aliases=(origin.repository,))
    other = _made("other", "3" * 40, roots=("9" * 40,))
    itself = replace(other, key="itself", commit="4" * 40, repository=origin.repository)
    derived = _made("derived", "5" * 40, roots=roots)
    derived = replace(derived, recognised=replace(known(derived), based_on=("https://git.example/gone", name)))
    told = alike([origin, found, other, itself, derived])
    assert [one.other for one in told if one.kind == "fork"] == ["found"]


def test_where_too_many_began_together_it_is_said_that_nobody_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinship, "MOST", 2)
    three = [_made(name, str(at) * 40, roots=("0" * 40,)) for at, name in enumerate("abc")]
    told = with_same(three, alike(three))
    assert [dict(_each(one)) for one in told] == [{"fork-unasked": "b"}, {"fork-unasked": "a"}, {"fork-unasked": "a"}]
    assert [one.key for one in families(told)[0]] == ["a", "b", "c"]


def test_of_copies_of_what_is_missing_the_latest_takes_its_place() -> None:
    roots = ("0" * 40,)
    early, late = datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 2, 1, tzinfo=UTC)
    whole = _made("w", "1" * 40, roots=roots)
    behind = replace(_made("a", "2" * 40, roots=roots), committed=early)
    nearly = replace(_made("b", "3" * 40, roots=roots), committed=late)
    archived = replace(_made("c", "1" * 40, roots=roots, kinds={"archived": Reason("x")}), committed=NOW)
    held = {"a": frozenset({"w", "b", "c"}), "b": frozenset({"w", "c"})}
    every = [whole, behind, nearly, archived]
    told = alike(every, held)
    assert [(one.key, one.kind, one.other) for one in told] == [
        ("a", "copy", "w"),
        ("b", "copy", "w"),
        ("c", "copy", "w"),
    ]
    as_one = with_same(every, told)
    assert among(as_one, told) == as_one
    stay = among([one for one in as_one if one.key != "w"], told)
    assert {one.key: {kind: why.values for kind, why in known(one).kinds.items()} for one in stay} == {
        "a": {"copy": {"repository": nearly.repository}},
        "b": {},
        "c": {"archived": {}, "copy": {"repository": nearly.repository}},
    }


@pytest.mark.parametrize(
    "hidden",
    [
        "organisations: [{id: z, name: Zwijgend, kind: zbo, publish: never, sources: ['github:Zwijgend']}]",
        (
            "organisations: [{id: y, name: Dienst, kind: zbo}]\ncommons: [{id: z, name: Zwijgend, publish: never, "
            "organisations: [y], repositories: [https://github.com/zwijgend/kern]}]"
        ),
    ],
)
def test_what_a_fork_comes_from_is_not_told_where_it_may_not_be_named(hidden: str) -> None:
    inventory = _inventory(
        f"{hidden}\nforks: [{{repository: https://git.example/org/a, upstream: https://github.com/Zwijgend/kern.git}}]"
    )
    kern = replace(_made("k", "2" * 40), repository="https://github.com/Zwijgend/kern.git")
    run = Run(
        id="1",
        started=NOW,
        finished=NOW,
        reference_date=NOW.date(),
        tool_version="1",
        analysers={},
        rulesets=(),
    )
    for found in ((_made("a", "1" * 40), kern), (_made("a", "1" * 40),)):
        seen = measured(Scan(run, found), inventory=inventory, audience="public")
        assert [one.why.code for one in seen.other_kinds] == ["population-like-unnamed"]
        inside = measured(Scan(run, found), inventory=inventory)
        assert [one.why.code for one in inside.other_kinds] == ["population-fork-inventory"]


def _inventory(text: str) -> Inventory:
    found, items = read([File("i.yaml", text.encode())])
    assert items == ()
    return found


def test_what_the_inventory_calls_a_fork(upstream: Repo, tmp_path: Path) -> None:
    fork = _working(upstream, tmp_path / "git" / "fork")
    fork.commit({"own.py": "1\n"})
    fork.git("remote", "add", "origin", "https://git.example/org/fork.git")
    upstream.commit({"main.py": "3\n"})
    inventory = _inventory(
        "forks: [{repository: https://git.example/org/fork, upstream: https://github.com/Them/upstream}]"
    )
    found = _scan(tmp_path, inventory=inventory)
    assert _said(found) == {"fork": {}, "upstream": {}}
    [(out, why)] = split(found.repositories, inventory.population).left_out
    assert (out.repository, why.code, why.values) == (
        "https://git.example/org/fork",
        "population-fork-inventory",
        {"repository": "https://github.com/them/upstream"},
    )
    assert Kind.FORK not in known(out).unknown


def test_over_the_network_too(upstream: Repo, tmp_path: Path) -> None:
    events: list[Event] = []
    _clone(upstream, tmp_path / "git" / "behind")
    upstream.commit({"main.py": "3\n"})
    with serve(tmp_path / "git") as host:
        words = (f"{host}/upstream/.git", f"{host}/behind")
        found = sweep(tmp_path / "s.db", *words, history=True, jobs=2, events=events)
    compared = [(one.number, one.total) for one in events if isinstance(one, Compared)]
    assert (compared, isinstance(events[-1], Compared)) == ([(1, 2), (2, 2)], True)
    assert {one.repository.removeprefix(host): dict(_each(one)) for one in found.repositories} == {
        "/behind": {"population-copy-within": ".git"},
        "/upstream/.git": {},
    }


def test_a_shallow_clone_says_nothing_of_its_beginning(upstream: Repo, tmp_path: Path) -> None:
    upstream.git("clone", "--quiet", "--depth=1", f"file://{upstream.path}", str(tmp_path / "git" / "shallow"))
    Repo(tmp_path / "git" / "shallow").commit({"own.py": "1\n"})
    found = _scan(tmp_path)
    assert known(by_name(found)["shallow"]).roots is None
    assert _said(found)["upstream"] == {}
