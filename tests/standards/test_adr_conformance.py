"""The norm owner's own test documents: findings per rule, and their places, equal the expected ones."""

import re
from pathlib import Path

from oss_scan.standards.adr.linting import lint_file

_FOLDER = Path(__file__).parents[3] / "shared" / "conformance" / "adr"
_LINE = re.compile(r"^ *(\d+):(\d+) +(error|warning) +(\S+)")


def test_documents_of_the_norm_owner() -> None:
    for document in sorted(_FOLDER.glob("*/openapi.json")):
        expected = {
            (found[4].removeprefix("nlgov:"), int(found[1]), int(found[2]))
            for line in (document.parent / "expected-output.txt").read_text().splitlines()
            if (found := _LINE.match(line))
        }
        linted = lint_file(document.read_bytes(), "openapi.json", None, "adr-2.2")
        errors = {item for item in linted.items if item.level == "error" or item.code == "unrecognized-format"}
        assert {(item.code, item.line, item.column) for item in errors} == expected, document.parent.name
