"""The reference parser's own cases, where they lie beside this project."""

import json
from pathlib import Path
from typing import Any

from oss_scan.publiccode import validate

FOLDER = Path(__file__).parents[2].parent / "shared" / "conformance" / "publiccode"
_EXPECTED = FOLDER / "expected.json"
CASES: list[dict[str, Any]] = json.loads(_EXPECTED.read_text(encoding="utf-8"))["cases"] if _EXPECTED.is_file() else []


def test_every_verdict_of_the_reference() -> None:
    told = {case["file"]: validate((FOLDER / case["file"]).read_bytes(), "reference").verdict for case in CASES}
    assert told == {case["file"]: case["verdict"] for case in CASES}


def test_no_error_by_the_text_where_the_reference_finds_none() -> None:
    for case in CASES:
        if case["verdict"] != "invalid":
            report = validate((FOLDER / case["file"]).read_bytes())
            assert report.verdict != "invalid", case["file"]


def test_each_fault_is_told_once_at_its_own_line() -> None:
    for case in CASES:
        report = validate((FOLDER / case["file"]).read_bytes(), "reference")
        found = {(item.type, item.key): item.line for item in report.items}
        wanted = {(item["type"], item["key"]): item["line"] for item in case["items"] if item["line"]}
        assert {key: found[key] for key in wanted if key in found} == {
            key: line for key, line in wanted.items() if key in found
        }, case["file"]
        errors = [item for item in report.items if item.type == "error"]
        assert len(errors) <= max(1, sum(item["type"] == "error" for item in case["items"])), case["file"]
