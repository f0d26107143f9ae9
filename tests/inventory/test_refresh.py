"""The part of the shipped inventory that is written from the register's seed list."""

import json
from pathlib import Path

import pytest

from oss_scan.inventory import read
from oss_scan.inventory.opening import File
from oss_scan.inventory.refresh import identifier, main

TOOI = "https://identifier.overheid.nl/tooi/id"
LISTED = [
    {
        "description": "Zaken",
        "tooiUrl": f"{TOOI}/ministerie/mnre0001",
        "codeHosting": [{"url": "https://github.com/Z"}],
    },
    {"description": 'Stichting "X"', "tooiUrl": None, "codeHosting": [{"url": "https://gitlab.com/x/y/"}]},
    {"description": "Weg", "tooiUrl": None, "codeHosting": [], "active": False},
]


def write(folder: Path, listed: object) -> str:
    publishers = folder / "publishers.json"
    publishers.write_text(json.dumps(listed), encoding="utf-8")
    assert main(publishers, "c" * 40, "2026-01-02", folder) == 0
    return (folder / "register.yaml").read_text(encoding="utf-8")


def test_what_is_written_is_an_inventory(tmp_path: Path) -> None:
    text = write(tmp_path, {"publishers": LISTED})
    inventory, items = read([File("register.yaml", text.encode())])
    assert items == ()
    found = [(one.id, one.name, one.kind, one.tooi, one.sources[0].address) for one in inventory.organisations]
    assert found == [
        ("ministerie-van-zaken", "Ministerie van Zaken", "ministerie", f"{TOOI}/ministerie/mnre0001", "github:Z"),
        ("stichting-x", 'Stichting "X"', "overig", None, "gitlab:gitlab.com/x/y"),
    ]
    assert str(inventory.origins[0].date) == "2026-01-02"
    assert inventory.origins[0].url == (
        f"https://github.com/developer-overheid-nl/don-oss-register/blob/{'c' * 40}/publishers.json"
    )


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    assert write(tmp_path, LISTED) == write(tmp_path, list(reversed(LISTED)))


def test_an_address_that_is_none_stops_it(tmp_path: Path) -> None:
    bad = [{"description": "X", "codeHosting": [{"url": "ftp://example.org/x"}]}]
    with pytest.raises(ValueError, match="no address of a forge"):
        write(tmp_path, bad)


@pytest.mark.parametrize(
    ("name", "made"), [("Gemeente Súdwest-Fryslân", "gemeente-sudwest-fryslan"), ("A & B's", "a-b-s")]
)
def test_ids(name: str, made: str) -> None:
    assert identifier(name) == made
