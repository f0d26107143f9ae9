"""Answers about publiccode.yml."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from oss_scan.checks import Answer, NoParams, Outcome, find
from oss_scan.checks.publiccode import Current, Described
from oss_scan.facts import Facts, Hosting, Known, NotLooked, Part, collect
from oss_scan.facts.declared import Declared
from oss_scan.tree import History, Link, MemoryTree
from tests.publiccode.files import VALID, changed

DAY = date(2026, 11, 23)
PARAMS = {"current": Current(days=730), "described": Described("nl")}
ALL = ("present", "file-name", "valid", "current", "url", "organisation", "described")
ABOUT_VALUES = ("current", "url", "organisation", "described")
FAILED, PASSED, UNKNOWN = Outcome.FAIL, Outcome.PASS, Outcome.UNKNOWN

Told = tuple[Outcome, str | None, list[tuple[str, int | None]]]


def ask(
    name: str,
    files: dict[str, bytes | Link] | None,
    *,
    tags: tuple[str, ...] | None = (),
    addresses: tuple[str, ...] | None = None,
    shallow: bool = False,
) -> Answer:
    history: Part[History] = NotLooked("history-not-looked")
    if tags is not None:
        history = Known(History("0" * 40, datetime(2026, 11, 1, tzinfo=UTC), "main", shallow, tags), "git")
    hosting: Part[Hosting] = NotLooked("hosting-not-looked")
    if addresses is not None:
        hosting = Known(Hosting(addresses=addresses, archived=NotLooked("hosting-not-looked")), "config")
    facts = Facts(
        tree=NotLooked("tree-empty") if files is None else Known(collect(MemoryTree(files)), "git"),
        history=history,
        hosting=hosting,
        organisation=NotLooked("organisation-not-looked"),
        declared=Known(Declared(), "git"),
    )
    return find(f"publiccode.{name}").ask(facts, PARAMS.get(name, NoParams()), DAY)


def about(text: str) -> dict[str, bytes | Link]:
    return {"publiccode.yml": text.encode()}


def told(answer: Answer) -> Told:
    return answer.outcome, answer.because.code if answer.because else None, [(at.path, at.line) for at in answer.places]


@pytest.mark.parametrize("name", ALL)
def test_no_commit_yet(name: str) -> None:
    assert told(ask(name, None)) == (UNKNOWN, "tree-empty", [])


@pytest.mark.parametrize("name", ALL[1:])
def test_no_file(name: str) -> None:
    assert told(ask(name, {})) == (Outcome.NOT_APPLICABLE, "publiccode-absent", [])


@pytest.mark.parametrize("name", ABOUT_VALUES)
def test_of_what_is_not_yaml_nothing_is_known(name: str) -> None:
    answer = ask(name, about("name: [\n"), addresses=("https://github.com/a/b",))
    assert told(answer) == (UNKNOWN, "publiccode-not-yaml", [("publiccode.yml", None)])


@pytest.mark.parametrize("name", ["valid", *ABOUT_VALUES])
def test_a_link_to_elsewhere(name: str) -> None:
    answer = ask(name, {"publiccode.yml": Link("/etc/passwd")}, addresses=("https://github.com/a/b",))
    assert told(answer) == (UNKNOWN, "blob-link", [("publiccode.yml", None)])


def test_present_and_named() -> None:
    assert ask("present", {}).outcome is FAILED
    assert told(ask("present", about(""))) == (PASSED, None, [("publiccode.yml", None)])
    assert ask("file-name", about("")).outcome is PASSED
    assert ask("file-name", {"publiccode.yml": Link("/elsewhere")}).outcome is PASSED
    wrong = ask("file-name", {"publiccode.yaml": b""})
    assert (told(wrong), wrong.values) == ((FAILED, None, [("publiccode.yaml", None)]), {"path": "publiccode.yaml"})


def test_valid_with_warnings_passes() -> None:
    assert told(ask("valid", about(VALID.replace('"0"', '"0.4"')))) == (PASSED, None, [("publiccode.yml", None)])


def test_each_error_has_its_place() -> None:
    answer = ask("valid", about(VALID.replace("stable", "ready").replace("EUPL-1.2", "nope")))
    assert told(answer) == (FAILED, None, [("publiccode.yml", 6), ("publiccode.yml", 17)])
    assert [at.column for at in answer.places] == [1, 3]
    assert all(at.blob for at in answer.places)
    assert answer.values == {"path": "publiccode.yml", "number": "2", "keys": "developmentStatus, legal.license"}


def test_a_file_that_is_named_but_absent() -> None:
    text = VALID.replace("name: Parkeren\n", "name: Parkeren\nlogo: img/logo.svg\n")
    answer = ask("valid", about(text))
    assert told(answer) == (FAILED, None, [("publiccode.yml", 3)])
    assert answer.values == {"path": "publiccode.yml", "number": "1", "keys": "logo (img/logo.svg)"}
    assert ask("valid", {**about(text), "img/logo.svg": b"<svg/>"}).outcome is PASSED


def test_many_errors() -> None:
    answer = ask("valid", about("".join(f"key{number}: 1\n" for number in range(60))))
    assert (answer.values["number"], len(answer.places)) == ("50+", 50)
    assert answer.values["keys"].endswith(", …")
    answer = ask("valid", about("name: ["))
    assert answer.values["keys"] == "yaml-syntax"


@pytest.mark.parametrize(
    ("text", "tags", "stale"),
    [
        ("releaseDate: 2024-11-23\n", (), None),
        ("releaseDate: 2024-11-22\n", (), "releaseDate 2024-11-22"),
        ("releaseDate: 2030-01-01\n", (), None),
        ("softwareVersion: 1.2.3\n", ("1.2.3", "1.2.4"), "softwareVersion 1.2.3 < 1.2.4"),
        ("softwareVersion: v1.2\n", ("v1.2.4",), None),
        ("softwareVersion: 1.10.0\n", ("1.9.0",), None),
        ("softwareVersion: 1.9.0\n", ("release-1.10.0",), "softwareVersion 1.9.0 < release-1.10.0"),
        ("softwareVersion: 1.2.3\n", ("v1.2.3", "v2.0.0-rc1", "other-component-9.0.0", "nightly", "2024-01-01"), None),
        ("softwareVersion: 1.2.3\n", ("1.2.3", "2026.05.1"), None),
        ("softwareVersion: '2025.1'\n", ("2026.1", "v3.0"), "softwareVersion 2025.1 < 2026.1"),
        ("maintenance:\n  type: contract\n  contractors:\n    - until: 2026-11-23\n", (), None),
        (
            "maintenance:\n  type: contract\n  contractors:\n    - until: 2026-11-22\n",
            (),
            "maintenance.contractors[0].until 2026-11-22",
        ),
        ("releaseDate: 2026-01-01\nsoftwareVersion: latest\n", (), None),
    ],
)
def test_current(text: str, tags: tuple[str, ...], stale: str | None) -> None:
    answer = ask("current", about(text), tags=tags)
    assert answer.outcome is (FAILED if stale else PASSED)
    assert answer.values == ({"path": "publiccode.yml", "stale": stale, "days": "730"} if stale else {})


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("name: x\n", ("v1.0",)),
        ("releaseDate: 01-01-2020\n", ()),
        ("releaseDate: 2020-02-30\n", ()),
        ("softwareVersion: latest\n", ("v9.0.0",)),
        ("softwareVersion: 1.2.3\n", ()),
        ("softwareVersion: 1.2.3\n", ("2026.05.1", "v2.0.0-rc1")),
        ("softwareVersion: 1.0\n", ("v" + "9" * 100_000,)),
        ("maintenance:\n  type: none\n  contractors:\n    - until: 2020-01-01\n", ()),
    ],
)
def test_nothing_that_can_be_stale(text: str, tags: tuple[str, ...]) -> None:
    answer = ask("current", about(text), tags=tags)
    assert told(answer) == (Outcome.NOT_APPLICABLE, "publiccode-nothing-to-compare", [("publiccode.yml", None)])


def test_all_that_is_stale() -> None:
    answer = ask("current", about("releaseDate: 2020-01-01\nsoftwareVersion: 1.0\n"), tags=("v1.1",))
    assert told(answer) == (FAILED, None, [("publiccode.yml", 1), ("publiccode.yml", 2)])
    assert answer.values["stale"] == "releaseDate 2020-01-01; softwareVersion 1.0 < v1.1"


def test_tags_that_nobody_looked_at() -> None:
    version, place = about("softwareVersion: 1.0\n"), [("publiccode.yml", 1)]
    assert told(ask("current", version, tags=None)) == (UNKNOWN, "history-not-looked", place)
    assert told(ask("current", version, shallow=True)) == (UNKNOWN, "shallow", place)
    dated = about("softwareVersion: 1.0\nreleaseDate: 2026-01-01\n")
    assert ask("current", dated, tags=None).outcome is PASSED
    assert ask("current", about("softwareVersion: latest\n"), tags=None).outcome is Outcome.NOT_APPLICABLE


def test_what_is_obsolete_need_not_be_current() -> None:
    answer = ask("current", about("releaseDate: 2020-01-01\ndevelopmentStatus: obsolete\n"))
    assert told(answer) == (Outcome.NOT_APPLICABLE, "publiccode-obsolete", [("publiccode.yml", 2)])


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/a/b",
        "http://github.com/a/b/",
        "https://github.com/A/B.git",
        "git@github.com:a/b.git",
        "ssh://git@github.com/a/b.git",
        "https://user:secret@GitHub.com/a/b",
        "https://gitlab.example.org/Group/Sub/b",
    ],
)
def test_url_of_this_repository(url: str) -> None:
    addresses = ("https://github.com/a/b", "https://gitlab.example.org/group/sub/b")
    assert told(ask("url", about(f"url: {url}\n"), addresses=addresses)) == (PASSED, None, [("publiccode.yml", 1)])


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        ("url: https://user:secret@github.com/a/template.git\n", "https://github.com/a/template", 1),
        ("url: our repository\n", "our repository", 1),
        ("url: ''\n", "-", 1),
        ("name: x\n", "-", None),
    ],
)
def test_url_of_another(text: str, found: str, line: int | None) -> None:
    answer = ask("url", about(text), addresses=("https://github.com/a/b",))
    assert told(answer) == (FAILED, None, [("publiccode.yml", line)])
    assert answer.values == {"path": "publiccode.yml", "found": found, "expected": "https://github.com/a/b"}


@pytest.mark.parametrize("port", [("", ":8443"), (":8443", ""), (":8443", ":9443")])
def test_a_url_that_differs_by_its_port_only(port: tuple[str, str]) -> None:
    """A repository that came by ssh says nothing of the port where its pages are."""
    text = about(f"url: https://git.example.org{port[1]}/a/b\n")
    answer = ask("url", text, addresses=(f"https://git.example.org{port[0]}/a/b",))
    assert told(answer) == (UNKNOWN, "address-port", [("publiccode.yml", 1)])
    assert ask("url", text, addresses=(f"https://git.example.org{port[0]}/a/c",)).outcome is FAILED


@pytest.mark.parametrize("addresses", [None, (), ("/srv/git/b",)])
def test_without_an_address_nothing_is_known_of_the_url(addresses: tuple[str, ...] | None) -> None:
    answer = ask("url", about("url: https://github.com/a/b\n"), addresses=addresses)
    assert told(answer) == (UNKNOWN, "address-unknown", [])


@pytest.mark.parametrize(
    ("uri", "outcome"),
    [
        ("https://identifier.overheid.nl/tooi/id/ministerie/mnre1034", PASSED),
        ("https://identifier.overheid.nl/tooi/id/oorg/oorg10103", PASSED),
        ("urn:nl:oin:00000001003214345000", PASSED),
        ("URN:NL:OIN:00000001003214345000", PASSED),
        ("urn:nl:oin:0000000100321434500", FAILED),
        ("https://identifier.overheid.nl/tooi/id/ministerie/", FAILED),
        ("https://www.example.org/tooi/id/ministerie/mnre1034", FAILED),
        ("00000001003214345000", FAILED),
    ],
)
def test_organisation(uri: str, outcome: Outcome) -> None:
    answer = ask("organisation", about(f"organisation:\n  uri: {uri}\n"))
    assert told(answer) == (outcome, None, [("publiccode.yml", 2)])
    assert answer.values == ({"path": "publiccode.yml", "found": uri} if outcome is FAILED else {})


def test_no_organisation() -> None:
    answer = ask("organisation", about("name: x\n"))
    assert told(answer) == (FAILED, None, [("publiccode.yml", None)])
    assert answer.values == {"path": "publiccode.yml", "found": "-"}
    assert ask("organisation", {"publiccode.yaml": b"name: x\n"}).values["path"] == "publiccode.yaml"


@pytest.mark.parametrize(
    ("tags", "outcome", "line"),
    [("en nl", PASSED, 3), ("nl-NL", PASSED, 2), ("NL", PASSED, 2), ("en", FAILED, 2), ("nld", FAILED, 2)],
)
def test_a_dutch_description(tags: str, outcome: Outcome, line: int) -> None:
    answer = ask("described", about("description:\n" + "".join(f"  {tag}: {{}}\n" for tag in tags.split())))
    assert told(answer) == (outcome, None, [("publiccode.yml", line)])
    assert answer.values == ({"path": "publiccode.yml", "found": tags} if outcome is FAILED else {})


def test_no_description() -> None:
    answer = ask("described", about("name: x\n"))
    assert told(answer) == (FAILED, None, [("publiccode.yml", None)])
    assert answer.values == {"path": "publiccode.yml", "found": "-"}


def test_the_file_that_catalogues_see_is_judged() -> None:
    files = {"publiccode.yaml": b"description:\n  nl: {}\n", "publiccode.yml": b"description:\n  en: {}\n"}
    assert told(ask("described", {**files})) == (FAILED, None, [("publiccode.yml", 2)])


def test_facts_do_not_change_by_asking() -> None:
    facts = collect(MemoryTree({"publiccode.yml": VALID.encode()}))
    assert replace(facts) == facts


def test_components() -> None:
    assert told(ask("components", None)) == (UNKNOWN, "tree-empty", [])
    bad = changed("stable", "done")
    assert told(ask("components", {"publiccode.yml": b"a: 1\n"})) == (
        Outcome.NOT_APPLICABLE,
        "publiccode-no-components",
        [],
    )
    both: dict[str, bytes | Link] = {"a/publiccode.yml": VALID.encode(), "b/publiccode.yml": VALID.encode()}
    assert told(ask("components", both)) == (PASSED, None, [("a/publiccode.yml", None), ("b/publiccode.yml", None)])
    answer = ask("components", {**both, "c/publiccode.yml": bad, "d/publiccode.yml": b"[\n"})
    assert told(answer) == (FAILED, None, [("c/publiccode.yml", 6), ("d/publiccode.yml", 2)])
    assert answer.values == {
        "number": "2",
        "keys": "c/publiccode.yml (developmentStatus); d/publiccode.yml (yaml-syntax)",
    }
    unread: dict[str, bytes | Link] = {**both, "c/publiccode.yml": Link("../../x")}
    assert told(ask("components", unread)) == (UNKNOWN, "blob-link", [("c/publiccode.yml", None)])
    assert told(ask("components", {**unread, "d/publiccode.yml": bad}))[0] is FAILED
