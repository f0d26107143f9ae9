"""What is noticed of a valid file too."""

from datetime import date

import pytest

from oss_scan.publiccode import Item, validate
from oss_scan.publiccode.advice import Around, advise
from oss_scan.publiccode.messages import sentence
from tests.publiccode.files import changed

TODAY = date(2026, 11, 23)
OIN = "organisation:\n  uri: urn:nl:oin:00000001003214345000\nlegal:\n"


def advice(old: str, new: str, **more: str | Around) -> list[Item]:
    data = changed("legal:\n", OIN).decode()
    assert data.count(old) == 1
    name, around = more.get("name"), more.get("around")
    return list(
        advise(
            validate(data.replace(old, new).encode()),
            TODAY,
            name=name if isinstance(name, str) else None,
            around=around if isinstance(around, Around) else None,
        )
    )


def test_nothing_to_say() -> None:
    assert advice("legal:\n", "legal:\n", name="publiccode.yml") == []


@pytest.mark.parametrize(
    ("old", "new", "key", "code", "line"),
    [
        ("organisation:\n  uri: urn:nl:oin:00000001003214345000\n", "", "organisation.uri", "organisation-absent", 1),
        ("urn:nl:oin:00000001003214345000", "https://www.example.org", "organisation.uri", "organisation-other", 17),
        ("  nl:\n", "  en:\n", "description", "not-in-dutch", 9),
        ("name: Parkeren\n", "name: Parkeren\nreleaseDate: 2024-11-22\n", "releaseDate", "release-old", 3),
        ("name: Parkeren\n", "name: Parkeren\nreleaseDate: 2026-11-24\n", "releaseDate", "release-ahead", 3),
        ("EUPL-1.2", "BUSL-1.1", "legal.license", "licence-not-open", 19),
        ("EUPL-1.2", "EUPL-1.2-or-later", "legal.license", "licence-unlisted", 19),
        (
            "type: internal\n",
            "type: contract\n  contractors:\n    - {name: Voorbeeld BV, until: 2026-11-22}\n",
            "maintenance.contractors[0].until",
            "contract-ended",
            23,
        ),
    ],
)
def test_one_notice(old: str, new: str, key: str, code: str, line: int) -> None:
    [item] = advice(old, new)
    assert (item.type, item.key, item.code, item.line) == ("notice", key, code, line)
    assert sentence(item, "nl") != sentence(item, "en")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("urn:nl:oin:00000001003214345000", "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034"),
        ("  nl:\n", "  nl-NL:\n"),
        ("name: Parkeren\n", "name: Parkeren\nreleaseDate: 2024-11-23\n"),
        ("name: Parkeren\n", "name: Parkeren\nreleaseDate: 2026-11-23\n"),
        ("EUPL-1.2", "BUSL-1.1 OR MIT"),
        ("EUPL-1.2", "LicenseRef-Own"),
        (
            "type: internal\n",
            "type: contract\n  contractors:\n    - {name: Voorbeeld BV, until: 2026-11-23}\n",
        ),
    ],
)
def test_what_is_as_it_should_be(old: str, new: str) -> None:
    assert advice(old, new) == []


def test_obsolete_software_may_be_old() -> None:
    assert advice("developmentStatus: stable\n", "developmentStatus: obsolete\nreleaseDate: 2001-01-01\n") == []


def test_the_name_that_catalogues_do_not_look_for() -> None:
    [item] = advice("legal:\n", "legal:\n", name="publiccode.yaml")
    assert (item.key, item.code, item.line, item.column) == ("", "file-name", 1, 1)
    assert advice("legal:\n", "legal:\n", name="voorbeeld.yaml") == []


def test_what_the_repository_contradicts() -> None:
    around = Around(
        is_here=lambda url: False,
        addresses="https://github.com/gemeente-ander/parkeren",
        agrees=lambda licence: licence == "MIT",
        licence="MIT",
    )
    found = advice("legal:\n", "legal:\n", around=around)
    assert [(item.key, item.code, item.line) for item in found] == [
        ("url", "url-elsewhere", 3),
        ("legal.license", "licence-differs", 19),
    ]
    assert sentence(found[1], "en") == "legal.license is EUPL-1.2, but LICENSE says MIT"
    assert [item.code for item in advice("EUPL-1.2", "MIT", around=around)] == ["url-elsewhere"]
    assert advice("legal:\n", "legal:\n", around=Around()) == []


def test_what_is_an_error_already_gets_no_notice() -> None:
    assert advice("EUPL-1.2", "none at all", around=Around(agrees=lambda _: False)) == []
    assert advice("urn:nl:oin:00000001003214345000", "nobody") == []


def test_of_what_cannot_be_read_nothing_is_noticed() -> None:
    assert advise(validate(b"name: [\n"), TODAY, name="publiccode.yaml") == ()
    assert advise(validate(b""), TODAY) == ()
