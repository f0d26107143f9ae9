"""The JSON Schema for editors: no false alarm, and most of what is wrong."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bench.publiccode import SAMPLE
from oss_scan.positioned import BadYamlError, parse, plain
from oss_scan.publiccode import validate
from oss_scan.publiccode.editors import schema
from oss_scan.schemas import schema as shipped
from tests.publiccode.files import VALID, changed
from tests.publiccode.test_conformance import CASES, FOLDER

VALIDATOR = Draft202012Validator(json.loads(schema()))


def wrong(data: bytes) -> list[list[str | int]]:
    held: Any = plain(parse(data))
    paths = {tuple(error.absolute_path) for error in VALIDATOR.iter_errors(held)}
    return sorted(map(list, paths), key=str)


def test_it_is_a_schema_and_the_shipped_one_is_the_same() -> None:
    Draft202012Validator.check_schema(json.loads(schema()))
    assert shipped("publiccode") == schema()


@pytest.mark.parametrize("data", [VALID.encode(), SAMPLE])
def test_valid_files(data: bytes) -> None:
    assert wrong(data) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - web\n", "  web\n"),
        ("name: Parkeren\n", "name: 7\n"),
        ("name: Parkeren\n", "name: Parkeren\nlandingURL:\n"),
        ("name: Parkeren\n", "name: Parkeren\nsoftwareVersion: 1.10\n"),
        ("name: Parkeren\n", "name: Parkeren\nintendedAudience: {countries: [nl, BE]}\n"),
        ("name: Parkeren\n", "name: Parkeren\nfundedBy: [{uri: 'https://example.org'}]\n"),
        ("legal:\n", "  en:\n    shortDescription: Ask for a parking permit.\nlegal:\n"),
    ],
)
def test_what_the_text_allows(old: str, new: str) -> None:
    assert validate(changed(old, new)).verdict != "invalid"
    assert wrong(changed(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('"0"', "0", ["publiccodeYmlVersion"]),
        ("name: Parkeren\n", "", []),
        ("name: Parkeren\n", "naam: Parkeren\nname: x\n", []),
        ("stable", "Stable", ["developmentStatus"]),
        ("    - nl\n", "    - nl_NL\n", ["localisation", "availableLanguages", 0]),
        ("false", "no", ["localisation", "localisationReady"]),
        ("type: internal", "type: contract", ["maintenance"]),
        (
            "  contacts:\n",
            "  contractors: [{name: a, until: 2027-01-01}]\n  contacts:\n",
            ["maintenance", "contractors"],
        ),
        ("    features:\n      - Vergunning aanvragen\n", "", ["description"]),
        ("legal:\n", "categories: [nothing]\nlegal:\n", ["categories"]),
    ],
)
def test_what_it_refuses(old: str, new: str, path: list[str | int]) -> None:
    assert validate(changed(old, new)).verdict == "invalid"
    assert wrong(changed(old, new)) == [path]


def test_deprecated_keys_are_marked() -> None:
    legal = json.loads(schema())["properties"]["legal"]["properties"]
    assert [name for name, held in legal.items() if held.get("deprecated")] == ["repoOwner", "authorsFile"]


def test_of_the_cases_of_the_reference_it_refuses_no_valid_one_and_misses_few() -> None:
    missed = []
    for case in CASES:
        data = (FOLDER / case["file"]).read_bytes()
        try:
            refused = bool(wrong(data))
        except BadYamlError:
            continue
        if validate(data).verdict == "invalid" and not refused:
            missed.append(case["file"].rpartition("/")[2])
        assert not refused or validate(data).verdict == "invalid", case["file"]
    assert len(missed) <= 5
