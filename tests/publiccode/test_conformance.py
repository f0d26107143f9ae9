"""The reference parser's own cases, where they lie beside this project."""

import json
from pathlib import Path
from typing import Any

import pytest

from oss_scan.publiccode import validate

FOLDER = Path(__file__).parents[2].parent / "shared" / "conformance" / "publiccode"
_EXPECTED = FOLDER / "expected.json"
CASES: list[dict[str, Any]] = json.loads(_EXPECTED.read_text(encoding="utf-8"))["cases"] if _EXPECTED.is_file() else []
#: They need the register of Italian public administrations.
UNKNOWN_HERE = (
    "fundedBy_uri_wrong_italian_pa2.yml",
    "it_riuso_codiceIPA_invalid.yml",
    "organisation_uri_wrong_italian_pa2.yml",
)
if CASES:  # without the folder there is nothing to collect, and nothing to skip

    @pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
    def test_the_verdict_of_the_reference(case: dict[str, Any]) -> None:
        report = validate((FOLDER / case["file"]).read_bytes(), "reference")
        assert (report.verdict == case["verdict"]) is not case["file"].endswith(UNKNOWN_HERE)

    @pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
    def test_the_lines_of_the_reference(case: dict[str, Any]) -> None:
        found = {(item.type, item.key): item.line for item in validate((FOLDER / case["file"]).read_bytes()).items}
        for item in case["items"]:
            if item["line"]:
                assert found.get((item["type"], item["key"]), item["line"]) == item["line"]
