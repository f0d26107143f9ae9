"""Answers about security."""

from dataclasses import replace
from datetime import date

import pytest

from oss_scan.checks import Answer, NoParams, Outcome, find
from oss_scan.facts import Facts, Hosting, Known, NotLooked, TreeFacts, collect, collect_organisation
from oss_scan.facts.automation import Automation, Reused, Spot
from oss_scan.facts.declared import Declared
from oss_scan.facts.securitytxt import SecurityTxtFile
from oss_scan.tree import Link, MemoryTree, Unread

DAY = date(2026, 11, 23)
FILE = SecurityTxtFile("security.txt", "b", expires="2027-01-01T00:00:00Z", expires_line=2, contact=True)


def tree(files: dict[str, bytes | Link], *texts: SecurityTxtFile, automation: Automation | None = None) -> TreeFacts:
    return replace(collect(MemoryTree(files)), security_txt=texts, automation=automation or Automation())


def ask(
    name: str,
    facts: TreeFacts | NotLooked,
    organisation: dict[str, bytes | Link] | None = None,
    *,
    address: str | None = None,
) -> Answer:
    nobody = NotLooked("hosting-not-looked")
    wide = NotLooked("organisation-not-looked")
    return find(f"security.{name}").ask(
        Facts(
            tree=facts if isinstance(facts, NotLooked) else Known(facts, "git"),
            history=NotLooked("history-not-looked"),
            hosting=Known(Hosting(addresses=(address,), archived=nobody), "config") if address else nobody,
            organisation=wide
            if organisation is None
            else Known(collect_organisation(MemoryTree(organisation)), "option"),
            declared=Known(Declared(), "git"),
        ),
        NoParams(),
        DAY,
    )


def told(answer: Answer) -> tuple[Outcome, str | None, list[tuple[str, int | None]]]:
    return answer.outcome, answer.because.code if answer.because else None, [(at.path, at.line) for at in answer.places]


def test_contact_in_a_file_a_security_txt_or_the_readme() -> None:
    assert told(ask("contact", tree({"SECURITY.md": b"Mail us"}))) == (Outcome.PASS, None, [("SECURITY.md", None)])
    assert told(ask("contact", tree({}, FILE))) == (Outcome.PASS, None, [("security.txt", None)])
    readme = b"# App\n\nReport vulnerabilities to team@city.nl\n"
    assert told(ask("contact", tree({"README.md": readme}))) == (Outcome.PASS, None, [("README.md", 3)])


def test_contact_for_the_organisation() -> None:
    assert told(ask("contact", tree({}), {"SECURITY.md": b"Mail us"})) == (Outcome.PASS, None, [])
    assert told(ask("contact", tree({}), {})) == (Outcome.FAIL, None, [])
    assert told(ask("contact", tree({}))) == (Outcome.UNKNOWN, "organisation-not-looked", [])


def test_a_security_txt_without_contact_is_none() -> None:
    without = tree({}, replace(FILE, contact=False))
    assert told(ask("contact", without, {})) == (Outcome.FAIL, None, [("security.txt", None)])
    answer = ask("contact", without)
    assert told(answer) == (Outcome.UNKNOWN, "contact-not-in-security-txt", [("security.txt", None)])
    assert answer.because
    assert answer.because.values == {"path": "security.txt"}
    assert told(ask("contact", without, {"SECURITY.md": b"Mail us"})) == (Outcome.PASS, None, [])


def test_contact_in_what_could_not_be_read() -> None:
    unread = SecurityTxtFile("security.txt", "b", unread=Unread("blob-missing", "security.txt"))
    assert told(ask("contact", tree({}, unread), {})) == (Outcome.UNKNOWN, "blob-missing", [("security.txt", None)])
    outside = tree({"README.md": Link("../README.md")})
    assert told(ask("contact", outside, {})) == (Outcome.UNKNOWN, "blob-link", [("README.md", None)])
    assert told(ask("contact", outside)) == (Outcome.UNKNOWN, "blob-link", [("README.md", None)])


def test_security_txt() -> None:
    assert told(ask("securitytxt", tree({}))) == (Outcome.NOT_APPLICABLE, "no-security-txt", [])
    assert told(ask("securitytxt", tree({}, FILE))) == (Outcome.PASS, None, [("security.txt", None)])


@pytest.mark.parametrize(
    ("expires", "outcome"),
    [
        ("2026-11-22T23:59:59Z", Outcome.FAIL),
        ("2026-11-23T00:00:00Z", Outcome.PASS),
        ("2026-11-24T00:00:00+02:00", Outcome.PASS),
    ],
)
def test_a_security_txt_holds_through_the_day_on_which_it_expires(expires: str, outcome: Outcome) -> None:
    assert ask("securitytxt", tree({}, replace(FILE, expires=expires))).outcome is outcome


def test_what_is_wrong_with_a_security_txt() -> None:
    expired = ask("securitytxt", tree({}, FILE, replace(FILE, path="b/security.txt", expires="2023-12-31T00:00:00Z")))
    assert told(expired) == (Outcome.FAIL, None, [("b/security.txt", 2)])
    assert expired.values == {"path": "b/security.txt", "fault": "Expires: 2023-12-31"}


@pytest.mark.parametrize(
    ("data", "fault", "line"),
    [
        (b"<html></html>", "HTML", 1),
        (b" \n", "0 bytes", 1),
        (b"\xff", "≠ UTF-8", 1),
        (b"#" * 40_000, "> 32 KiB", 1),
        (b"Contact: mailto:a@city.nl\n", "0 × Expires", 1),
        (b"Expires: 2027-06-01T00:00:00Z\n", "0 × Contact", 1),
        (b"Policy: https://city.nl\n", "0 × Contact", 1),
        (b"Contact: us\n", "0 × Contact | Expires", 1),
        (b"Contact: us\nExpires: 2027-06-01T00:00:00Z\n", "Contact", 1),
        (b"Contact: https://city.nl\nExpires: 2027-06-01T00:00:00Z\nwrong\n", "≠ Name: value", 3),
        (b"Contact: https://city.nl\nExpires: soon\n", "Expires", 2),
        (b"Contact: https://city.nl\n" + b"Expires: 2027-06-01T00:00:00Z\n" * 2, "2 × Expires", 3),
        (
            b"Contact: https://city.nl\nExpires: 2027-06-01T00:00:00Z\n" + b"Preferred-Languages: nl\n" * 2,
            "2 × Preferred-Languages",
            4,
        ),
        (b"Contact: http://city.nl\nExpires: 2027-06-01T00:00:00Z\n", "http://", 1),
    ],
)
def test_faults_are_shown_in_signs(data: bytes, fault: str, line: int) -> None:
    path = ".well-known/security.txt"
    answer = ask("securitytxt", collect(MemoryTree({path: data})))
    assert told(answer) == (Outcome.FAIL, None, [(path, line)])
    assert answer.values == {"path": path, "fault": fault}


def test_a_security_txt_that_could_not_be_read() -> None:
    unread = SecurityTxtFile("a/security.txt", "b", unread=Unread("blob-missing", "a/security.txt"))
    answer = ask("securitytxt", tree({}, FILE, unread))
    assert told(answer) == (Outcome.UNKNOWN, "blob-missing", [("a/security.txt", None)])


@pytest.mark.parametrize("name", ["updates", "sbom"])
def test_automation(name: str) -> None:
    found = Spot("a.yml", "b", 3)
    unread = Spot("c.yml", "d", unread=Unread("blob-too-large", "c.yml"), limit=10)
    for spots, expected in (
        ((), (Outcome.FAIL, None, [])),
        ((unread, found), (Outcome.PASS, None, [("a.yml", 3)])),
        ((unread,), (Outcome.UNKNOWN, "blob-too-large", [("c.yml", None)])),
    ):
        automation = Automation(updates=spots) if name == "updates" else Automation(sbom=spots)
        answer = ask(name, tree({}, automation=automation))
        assert told(answer) == expected
        if answer.because:
            assert answer.because.in_("en") == "c.yml is larger than 10 bytes and was not read"


def test_what_ci_uses_from_elsewhere_may_make_a_bill() -> None:
    uses = "city/ci/.github/workflows/a.yml@v1"
    other = Reused("a.yml", "b", 3, uses)
    answer = ask("sbom", tree({}, automation=Automation(elsewhere=(other,))))
    assert told(answer) == (Outcome.UNKNOWN, "sbom-elsewhere", [("a.yml", 3)])
    assert answer.because
    assert answer.because.values == {"path": "a.yml", "uses": uses}
    found = Automation(elsewhere=(other,), sbom=(Spot("c.yml", "d", 1),))
    assert told(ask("sbom", tree({}, automation=found))) == (Outcome.PASS, None, [("c.yml", 1)])


def test_a_workflow_of_its_own_that_is_named_in_full_was_read() -> None:
    own = Reused("a.yml", "b", 3, "City/app/.github/workflows/a.yml@v1")
    other = Reused("a.yml", "b", 5, "city/app2/.github/workflows/a.yml@v1")
    address = "https://git.example.org/city/app"
    assert told(ask("sbom", tree({}, automation=Automation(elsewhere=(own,))), address=address))[0] is Outcome.FAIL
    answer = ask("sbom", tree({}, automation=Automation(elsewhere=(own, other))), address=address)
    assert told(answer) == (Outcome.UNKNOWN, "sbom-elsewhere", [("a.yml", 5)])


def test_where_no_address_is_known_its_own_workflow_of_that_name_was_read() -> None:
    own = Reused("a.yml", "b", 3, "city/app/.github/workflows/a.yml@v1", here=True)
    other = Reused("a.yml", "b", 5, "city/app/.github/workflows/b.yml@v1")
    assert told(ask("sbom", tree({}, automation=Automation(elsewhere=(own,)))))[0] is Outcome.FAIL
    answer = ask("sbom", tree({}, automation=Automation(elsewhere=(own, other))))
    assert told(answer) == (Outcome.UNKNOWN, "sbom-elsewhere", [("a.yml", 5)])
    found = ask("sbom", tree({}, automation=Automation(elsewhere=(own,))), address="https://git.example.org/a/fork")
    assert told(found) == (Outcome.UNKNOWN, "sbom-elsewhere", [("a.yml", 3)])


@pytest.mark.parametrize("name", ["contact", "securitytxt", "updates", "sbom"])
def test_no_commit_yet(name: str) -> None:
    assert told(ask(name, NotLooked("tree-empty"))) == (Outcome.UNKNOWN, "tree-empty", [])
