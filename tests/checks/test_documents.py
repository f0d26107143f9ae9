"""Answers about documents."""

from dataclasses import replace
from datetime import date

import pytest

from oss_scan.checks import Answer, Outcome, Place, find
from oss_scan.checks.documents import Readme, Topic
from oss_scan.facts import Facts, Known, NotLooked, Organisation, Part, collect, collect_organisation
from oss_scan.facts.declared import Declared
from oss_scan.tree import Link, MemoryTree

DAY = date(2026, 11, 23)
NOBODY = NotLooked("organisation-not-looked")


def facts(files: dict[str, bytes | Link], organisation: dict[str, bytes | Link] | None = None) -> Facts:
    wide: Part[Organisation] = NOBODY
    if organisation is not None:
        wide = Known(collect_organisation(MemoryTree(organisation)), "option")
    return Facts(
        tree=Known(collect(MemoryTree(files)), "git"),
        history=NotLooked("history-not-looked"),
        hosting=NotLooked("hosting-not-looked"),
        organisation=wide,
        declared=Known(Declared(), "git"),
    )


def readme(files: dict[str, bytes | Link]) -> Answer:
    return find("documents.readme").ask(facts(files), Readme(words=3), DAY)


def present(
    topic: Topic, files: dict[str, bytes | Link], organisation: dict[str, bytes | Link] | None = None
) -> Answer:
    return find("documents.present").ask(facts(files, organisation), topic, DAY)


def test_readme() -> None:
    answer = readme({"README.md": b"# Title\n\nthree whole words"})
    assert (answer.outcome, [place.path for place in answer.places]) == (Outcome.PASS, ["README.md"])


def test_any_readme_will_do() -> None:
    assert readme({"README.md": b"", "README.nl.md": b"drie hele woorden"}).places[0].path == "README.nl.md"


def test_no_readme() -> None:
    assert readme({}) == Answer(Outcome.FAIL, (), {"words": "0", "minimum": "3"})
    short = readme({"README.md": b"two words"})
    assert (short.outcome, short.values, len(short.places)) == (Outcome.FAIL, {"words": "2", "minimum": "3"}, 1)


def test_unread_readme() -> None:
    large = readme({"README.md": b"a" * (1024 * 1024 + 1)})
    assert large.outcome is Outcome.UNKNOWN
    assert large.because
    assert large.because.in_("en") == "README.md is larger than 1048576 bytes and was not read"
    link = readme({"README.md": Link("../README.md")})
    assert link.because
    assert (link.because.code, link.because.values) == ("blob-link", {"path": "README.md"})


GUIDE = Topic("contributing", organisation=True)


@pytest.mark.parametrize(
    ("files", "organisation", "outcome", "because"),
    [
        ({"CONTRIBUTING.md": b"Welcome"}, None, Outcome.PASS, None),
        ({"CONTRIBUTING.md": Link("../x.md")}, None, Outcome.PASS, None),
        ({"CONTRIBUTING.md": b""}, None, Outcome.UNKNOWN, "organisation-not-looked"),
        ({}, None, Outcome.UNKNOWN, "organisation-not-looked"),
        ({}, {}, Outcome.FAIL, None),
        ({}, {"CODE_OF_CONDUCT.md": b"Be kind"}, Outcome.FAIL, None),
        ({}, {"CONTRIBUTING.md": b"Welcome"}, Outcome.PASS, None),
    ],
)
def test_present(
    files: dict[str, bytes | Link],
    organisation: dict[str, bytes | Link] | None,
    outcome: Outcome,
    because: str | None,
) -> None:
    answer = present(GUIDE, files, organisation)
    assert (answer.outcome, answer.because and answer.because.code) == (outcome, because)


def test_organisation_wide_has_no_place_in_the_repository() -> None:
    assert present(GUIDE, {}, {".github/CONTRIBUTING.md": b"Welcome"}) == Answer(
        Outcome.PASS, (), {"organisation": ".github/CONTRIBUTING.md"}
    )


def test_a_changelog_is_never_organisation_wide() -> None:
    assert present(Topic("changelog"), {}).outcome is Outcome.FAIL
    answer = present(Topic("changelog"), {"CHANGES.md": b"1.0: first"})
    assert answer.places == (Place("CHANGES.md", blob=MemoryTree({"a": b"1.0: first"}).blob("a")),)


def test_no_commit_yet() -> None:
    empty = replace(facts({}), tree=NotLooked("tree-empty"))
    for name, params in (("documents.readme", Readme(3)), ("documents.present", GUIDE)):
        answer = find(name).ask(empty, params, DAY)
        assert answer.because
        assert (answer.outcome, answer.because.code) == (Outcome.UNKNOWN, "tree-empty")


def test_a_document_without_text_is_named() -> None:
    files: dict[str, bytes | Link] = {"CHANGELOG.md": b"# Changelog\n"}
    answer = present(Topic("changelog"), files)
    assert answer.outcome is Outcome.FAIL
    assert answer.because is not None
    assert (answer.because.code, answer.because.values["path"]) == ("document-empty", "CHANGELOG.md")
    assert [one.path for one in answer.places] == ["CHANGELOG.md"]
    wide = present(
        Topic("contributing", organisation=True), {"CONTRIBUTING.md": b""}, {"CONTRIBUTING.md": b"Doe mee.\n"}
    )
    assert wide.outcome is Outcome.PASS
