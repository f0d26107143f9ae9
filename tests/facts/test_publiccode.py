"""publiccode.yml in the root."""

from oss_scan.facts.listing import Listing
from oss_scan.facts.publiccode import ITEMS, PubliccodeFile, collect_publiccode
from oss_scan.tree import Link, MemoryTree, Unread
from tests.publiccode.files import VALID


def collect(files: dict[str, bytes | Link]) -> tuple[PubliccodeFile, ...]:
    return collect_publiccode(Listing(MemoryTree(files)))


def test_none() -> None:
    assert collect({"docs/publiccode.yml": b"name: a\n", "publiccode.yml.j2": b"", "publiccode.json": b"{}"}) == ()


def test_the_name_that_catalogues_see_comes_first() -> None:
    names = ("PUBLICCODE.YML", "Publiccode.yaml", "publiccode.yaml", "publiccode.yml")
    found = collect(dict.fromkeys(names, b"name: a\n"))
    assert [file.path for file in found] == ["publiccode.yml", "publiccode.yaml", "PUBLICCODE.YML", "Publiccode.yaml"]


def test_the_values_that_rules_ask_for() -> None:
    [file] = collect({"publiccode.yml": VALID.encode()})
    assert (file.verdict, file.items, file.total, file.unread) == ("valid", (), 0, None)
    assert [value.key for value in file.values] == [
        "publiccodeYmlVersion",
        "name",
        "url",
        "developmentStatus",
        "description.nl",
        "legal.license",
        "maintenance.type",
    ]
    licence = file.value("legal.license")
    assert licence is not None
    assert (licence.text, licence.line, licence.column) == ("EUPL-1.2", 17, 3)
    assert file.value("softwareVersion") is None


def test_ends_of_contracts_and_long_values() -> None:
    text = "url: " + "x" * 600 + "\nmaintenance:\n  contractors:\n    - until: 2026-01-01\n    - until: 2027-01-01\n"
    [file] = collect({"publiccode.yml": text.encode()})
    assert [(value.key, len(value.text)) for value in file.values] == [
        ("url", 500),
        ("maintenance.contractors[0].until", 10),
        ("maintenance.contractors[1].until", 10),
    ]


def test_errors_are_kept_before_warnings() -> None:
    countries = "".join("    - nl\n" for _ in range(100))
    data = f"intendedAudience:\n  countries:\n{countries}zzz: 1\n".encode()
    [file] = collect({"publiccode.yml": data})
    assert (len(file.items), file.total) == (ITEMS, 112)
    assert [item.key for item in file.items if item.line == 103] == ["zzz"]
    assert list(file.items) == sorted(file.items, key=lambda item: (item.line, item.column, item.key, item.code))


def test_links() -> None:
    [file] = collect({"publiccode.yml": Link("meta/p.yml"), "meta/p.yml": VALID.encode()})
    assert file.verdict == "valid"
    [file] = collect({"publiccode.yml": Link("../p.yml")})
    assert (file.verdict, file.unread) == (None, Unread("blob-link", "publiccode.yml"))
