"""What a declared version asks, and how ready a file is for the next."""

import pytest

from oss_scan.positioned import parse
from oss_scan.publiccode import validate
from oss_scan.publiccode.messages import sentence
from oss_scan.publiccode.versions import readiness
from tests.publiccode.files import VALID, changed


def notices(old: str, new: str, version: str) -> list[tuple[str, str, int, int]]:
    data = changed(old, new).replace(b'Version: "0"', f"Version: {version}".encode())
    return [(one.key, one.code, one.line, one.column) for one in validate(data).items if one.type == "notice"]


def test_an_older_version_that_asks_more() -> None:
    assert notices("legal:\n", "legal:\n", '"0.3"') == [
        ("categories", "version-asks", 1, 1),
        ("releaseDate", "version-asks", 1, 1),
    ]
    assert notices("legal:\n", "legal:\n", '"0.4.0"') == [("categories", "version-asks", 1, 1)]
    assert ("description.nl.longDescription", "version-asks-length", 11, 5) in notices("legal:\n", "legal:\n", '"0.2"')


@pytest.mark.parametrize("version", ['"0"', '"0.5"', '"0.6"', '"0.7.0"'])
def test_a_version_that_asks_no_more_than_the_newest(version: str) -> None:
    assert [item for item in notices("legal:\n", "legal:\n", version) if item[1].startswith("version-")] == []


def test_a_key_that_the_declared_version_does_not_have() -> None:
    new = "supports: [{id: alias:gdpr}]\norganisation: {uri: 'urn:nl:oin:00000001003214345000'}\nlegal:\n"
    assert notices("legal:\n", new, '"0.5"') == [("supports", "version-lacks", 16, 1)]
    found = notices("legal:\n", new, '"0.4"')
    assert found[1:] == [("supports", "version-lacks", 16, 1), ("organisation", "version-lacks", 17, 1)]
    [item] = [
        one for one in validate(changed("legal:\n", new).replace(b'"0"', b'"0.5"')).items if one.key == "supports"
    ]
    assert sentence(item, "en") == (
        "supports exists since version 0.7 only, and the file names 0.5; raise publiccodeYmlVersion"
    )


def test_what_is_wrong_already_is_not_told_twice() -> None:
    assert notices("legal:\n", "categories: nothing\nlegal:\n", '"0.4"') == []


def test_a_file_that_is_ready() -> None:
    assert readiness(parse(VALID.encode())) == ()
    assert readiness(parse(b"- a\n")) == ()
    assert readiness(None) == ()


def test_what_1_0_refuses() -> None:
    new = (
        "inputTypes: [text/plain]\nmonochromeLogo: a.svg\n"
        "intendedAudience:\n  countries: [nl, BE]\n  scope: [government]\n"
        "IT: {piattaforme: {spid: true}}\nlegal:\n  repoOwner: BZK\n"
    )
    data = changed("legal:\n", new).replace(b"name: Team Parkeren", b"name: Team Parkeren\n      phone: 070-1234567")
    found = [(one.key, one.code, one.line, one.values.get("use")) for one in readiness(parse(data))]
    assert sorted(found) == [
        ("IT", "removed", 21, None),
        ("inputTypes", "removed", 16, None),
        ("intendedAudience.countries[0]", "country", 19, None),
        ("intendedAudience.scope[0]", "scope", 20, None),
        ("legal.repoOwner", "removed-use", 23, "organisation.name"),
        ("maintenance.contacts[0].phone", "phone", 29, None),
        ("monochromeLogo", "removed-use", 17, "logo"),
    ]


def test_what_is_wrong_now_is_no_matter_of_1_0() -> None:
    assert readiness(parse(changed("stable", "ready"))) == ()
