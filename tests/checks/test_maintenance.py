"""Answers about maintenance."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from oss_scan.checks import Answer, NoParams, Outcome, find
from oss_scan.checks.maintenance import Active
from oss_scan.facts import Facts, Hosting, Known, NotLooked, Part, TreeFacts, collect
from oss_scan.facts.declared import Declared
from oss_scan.facts.publiccode import PubliccodeFile
from oss_scan.publiccode import Value
from oss_scan.tree import History, MemoryTree, Unread

DAY = date(2026, 11, 23)
NOBODY = NotLooked("hosting-not-looked")


def publiccode(key: str, text: str) -> PubliccodeFile:
    return PubliccodeFile("publiccode.yml", "b", "valid", values=(Value(key, text, 4, 12),))


def facts(
    *,
    committed: date = DAY,
    tags: tuple[str, ...] = (),
    shallow: bool = False,
    hosting: Part[Hosting] = NOBODY,
    file: PubliccodeFile | None = None,
    files: dict[str, bytes] | None = None,
) -> Facts:
    moment = datetime(committed.year, committed.month, committed.day, 12, tzinfo=UTC)
    tree: TreeFacts = replace(collect(MemoryTree(files or {})), publiccode=(file,) if file else ())
    return Facts(
        tree=Known(tree, "git"),
        history=Known(History("0" * 40, moment, "main", shallow, tags), "git"),
        hosting=hosting,
        organisation=NotLooked("organisation-not-looked"),
        declared=Known(Declared(), "git"),
    )


def hosted(archived: Part[bool]) -> Part[Hosting]:
    return Known(Hosting(addresses=(), archived=archived), "forge")


def told(answer: Answer) -> tuple[Outcome, str | None]:
    return answer.outcome, answer.because.code if answer.because else None


def active(known: Facts) -> Answer:
    return find("maintenance.active").ask(known, Active(days=365), DAY)


OLD = date(2025, 11, 22)


@pytest.mark.parametrize("committed", [DAY, date(2025, 11, 23), date(2027, 1, 1)])
def test_recent(committed: date) -> None:
    answer = active(facts(committed=committed))
    assert (told(answer), answer.values) == ((Outcome.PASS, None), {"date": committed.isoformat()})


@pytest.mark.parametrize(
    ("hosting", "outcome", "because"),
    [
        (NOBODY, Outcome.UNKNOWN, "inactive-hosting-not-looked"),
        (hosted(NotLooked("hosting-not-looked")), Outcome.UNKNOWN, "inactive-hosting-not-looked"),
        (hosted(NotLooked("address-unknown")), Outcome.UNKNOWN, "address-unknown"),
        (hosted(Known(True, "forge")), Outcome.PASS, None),
        (hosted(Known(False, "forge")), Outcome.FAIL, None),
    ],
)
def test_old(hosting: Part[Hosting], outcome: Outcome, because: str | None) -> None:
    answer = active(facts(committed=OLD, hosting=hosting))
    assert told(answer) == (outcome, because)
    if outcome is Outcome.FAIL:
        assert answer.values == {"committed": "2025-11-22", "days": "365"}
    if because == "inactive-hosting-not-looked":
        assert answer.because
        assert answer.because.values == {"date": "2025-11-22", "days": "365"}


def test_obsolete() -> None:
    answer = active(facts(committed=OLD, file=publiccode("developmentStatus", "obsolete")))
    assert (told(answer), answer.places[0].line) == ((Outcome.PASS, None), 4)
    stable = facts(committed=OLD, file=publiccode("developmentStatus", "stable"), hosting=hosted(Known(False, "forge")))
    assert told(active(stable)) == (Outcome.FAIL, None)


def test_old_with_a_publiccode_that_was_not_read() -> None:
    file = PubliccodeFile("publiccode.yml", "b", None, unread=Unread("blob-missing", "publiccode.yml"))
    known = facts(committed=OLD, file=file, hosting=hosted(Known(False, "forge")))
    assert told(active(known)) == (Outcome.UNKNOWN, "blob-missing")


def test_ci() -> None:
    ask = find("maintenance.ci").ask
    assert ask(facts(), NoParams(), DAY).outcome is Outcome.FAIL
    answer = ask(facts(files={".gitlab-ci.yml": b"test:\n  script: make\n"}), NoParams(), DAY)
    assert (answer.outcome, answer.places[0].path) == (Outcome.PASS, ".gitlab-ci.yml")


def versions(known: Facts) -> Answer:
    return find("maintenance.versions").ask(known, NoParams(), DAY)


@pytest.mark.parametrize(
    "tag",
    [
        "1.0",
        "v1.2.3",
        "V1.2.3",
        "1.2.3-rc1",
        "1.2.3rc1",
        "1.2.3.Final",
        "1.2.3-4",
        "1.2.3+build.5",
        "2024.05",
        "app-1.2.3",
        "@scope/lib@1.2.3",
        "release/1.2",
        "release-v1.2",
        "my_app_1.2.3",
        "V.0.1-b887cd6",
        "App/Demo_Version=2026.06.38-Demo_Build=38",
        "4.0.0_20200612093116_c57dbd2",
        "Release_23_1_1",
        "lib-v1_2",
    ],
)
def test_tags_that_are_versions(tag: str) -> None:
    answer = versions(facts(tags=(tag,)))
    assert (answer.outcome, answer.values) == (Outcome.PASS, {"newest": tag})


@pytest.mark.parametrize(
    "tag",
    [
        "live",
        "v1",
        "12",
        "sprint-12",
        "2024-05-01",
        "v2024_5_01",
        "log_20220612",
        "nodes_1_2",
        "1.",
        "1..2",
        "x" * 500 + "-1.2",
        "1.2!",
    ],
)
def test_tags_that_are_no_versions(tag: str) -> None:
    answer = versions(facts(tags=(tag,)))
    assert answer.outcome is Outcome.FAIL
    assert answer.values == {"newest": "-", "version": "-", "found": f"1 tag ({tag[:40]})"}


def test_the_newest_is_by_number() -> None:
    assert versions(facts(tags=("v1.10.0", "v1.2.0", "v1.9.0"))).values == {"newest": "v1.10.0"}
    assert versions(facts(tags=("1.2.3-4.5", "1.2.4"))).values == {"newest": "1.2.4"}


@pytest.mark.parametrize(
    ("stated", "outcome"),
    [
        ("1.2.0", Outcome.PASS),
        ("v1.2", Outcome.PASS),
        ("1.2.0-rc1", Outcome.PASS),
        ("1.1.9", Outcome.PASS),
        ("latest", Outcome.PASS),
        ("version 1.2.0", Outcome.PASS),
        ("1.2.1", Outcome.FAIL),
        ("2.0", Outcome.FAIL),
        ("version 1.3", Outcome.FAIL),
    ],
)
def test_publiccode_agrees(stated: str, outcome: Outcome) -> None:
    answer = versions(facts(tags=("v1.2.0",), file=publiccode("softwareVersion", stated)))
    assert answer.outcome is outcome
    if outcome is Outcome.FAIL:
        found = f"softwareVersion {stated}, tag v1.2.0"
        assert (answer.values, answer.places[0].line) == ({"newest": "v1.2.0", "version": stated, "found": found}, 4)


@pytest.mark.parametrize(
    ("tags", "newest"),
    [
        (("v1.2.0", "v1.2.0-rc.1"), "v1.2.0"),
        (("1.30.0-perftest", "1.30.0"), "1.30.0"),
        (("v1.2.0", "v1.3.0-rc.1"), "v1.2.0"),
        (("8.4.1", "8.4.1-1"), "8.4.1-1"),
        (("1.2.0-2", "1.2.0-10"), "1.2.0-10"),
        (("1.2.0", "1.2.0.post1"), "1.2.0.post1"),
        (("1.2.0.Final", "1.3.0a1"), "1.2.0.Final"),
        (("1.2.0-alpha", "1.2.0-beta.2", "1.2.0-beta.11", "1.2.0-dev"), "1.2.0-dev"),
        (("1.2.0-beta.2", "1.2.0-beta.11"), "1.2.0-beta.11"),
        (("1.2.0-rc", "1.2.0-rc1"), "1.2.0-rc1"),
        (("1.2.0-0.rc1", "1.1.0"), "1.1.0"),
    ],
)
def test_the_newest_is_stable_where_one_is(tags: tuple[str, ...], newest: str) -> None:
    for order in (tags, tags[::-1]):
        assert versions(facts(tags=order)).values == {"newest": newest}


@pytest.mark.parametrize(
    ("stated", "tags", "outcome"),
    [
        ("5.58.0", ("v5.57.0", "v5.58.0-rc.0"), Outcome.FAIL),
        ("5.58.0", ("v5.58.0-rc.0",), Outcome.FAIL),
        ("5.58.0", ("v5.57.0", "v5.59.0-rc.0"), Outcome.FAIL),
        ("5.58.0", ("v5.58.0-rc.0", "v5.58.0"), Outcome.PASS),
        ("5.58.0-rc.0", ("v5.57.0", "v5.58.0-rc.0"), Outcome.PASS),
        ("5.58.0-rc.0", ("v5.57.0", "v5.58.0rc1"), Outcome.PASS),
        ("5.58.0-rc.1", ("v5.57.0", "v5.58.0-rc.0"), Outcome.FAIL),
        ("5.58.0-rc.1", ("v5.58.0",), Outcome.PASS),
        ("5.58.0-rc.1", ("v5.57.0",), Outcome.FAIL),
        ("8.4.1", ("8.4.1-1",), Outcome.PASS),
        ("8.4.1-1", ("8.4.1",), Outcome.PASS),
        ("8.4.1+nl.2", ("8.4.1",), Outcome.PASS),
        ("latest", ("1.0-rc1",), Outcome.PASS),
    ],
)
def test_a_release_needs_more_than_its_pre_release(stated: str, tags: tuple[str, ...], outcome: Outcome) -> None:
    assert versions(facts(tags=tags, file=publiccode("softwareVersion", stated))).outcome is outcome


@pytest.mark.parametrize(
    ("tags", "stated", "found"),
    [
        ((), None, "0 tags"),
        ((), "1.0", "softwareVersion 1.0, 0 tags"),
        (("a", "b", "c"), None, "3 tags (a, b, c)"),
        (("a", "b", "c", "d"), "2.0", "softwareVersion 2.0, 4 tags (…, b, c, d)"),
        (("v1.0", "v1.1-rc1"), "1.1", "softwareVersion 1.1, tag v1.0"),
    ],
)
def test_what_was_found_instead(tags: tuple[str, ...], stated: str | None, found: str) -> None:
    file = publiccode("softwareVersion", stated) if stated else None
    assert versions(facts(tags=tags, file=file)).values["found"] == found


def test_a_version_that_is_a_tag_of_another_form() -> None:
    known = facts(tags=("v1.2.0", "9.9 beta"), file=publiccode("softwareVersion", "9.9 beta"))
    assert versions(known).outcome is Outcome.PASS


def test_a_shallow_clone_may_lack_tags() -> None:
    assert told(versions(facts(shallow=True))) == (Outcome.UNKNOWN, "shallow")
    newer = facts(shallow=True, tags=("v1.0.0",), file=publiccode("softwareVersion", "2.0.0"))
    assert told(versions(newer)) == (Outcome.UNKNOWN, "shallow")
    assert told(versions(facts(shallow=True, tags=("v1.0.0",)))) == (Outcome.PASS, None)


def test_what_was_not_looked_at() -> None:
    without = replace(facts(), history=NotLooked("history-not-looked"))
    assert told(active(without)) == (Outcome.UNKNOWN, "history-not-looked")
    assert told(versions(without)) == (Outcome.UNKNOWN, "history-not-looked")
    empty = replace(facts(), tree=NotLooked("tree-empty"))
    assert told(find("maintenance.ci").ask(empty, NoParams(), DAY)) == (Outcome.UNKNOWN, "tree-empty")
    assert told(versions(empty)) == (Outcome.UNKNOWN, "tree-empty")
