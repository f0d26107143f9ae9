"""What runs ScanCode: `python -m oss_scan.licences.scancode_process`; `scancode` says what it reads and writes."""

import base64
import json
import logging
import sys
import tempfile
from pathlib import Path
from typing import Any


def main() -> int:
    """Answer line by line until there is no more; 3 where ScanCode is not installed."""
    try:
        from importlib.metadata import version

        from scancode.api import get_licenses  # type: ignore[import-not-found,unused-ignore]

        number = next(version(name) for name in ("scancode-toolkit-mini", "scancode-toolkit") if _installed(name))
    except (ImportError, StopIteration):
        return 3
    logging.disable(logging.CRITICAL)
    out, sys.stdout = sys.stdout, sys.stderr  # what ScanCode prints is no answer
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "LICENSE"
        path.write_text("MIT")
        get_licenses(str(path))  # the first one takes long, as it reads its index
        print(json.dumps({"version": number}), file=out, flush=True)
        for line in sys.stdin:
            path.write_bytes(base64.b64decode(json.loads(line)["data"]))
            print(json.dumps(answer(get_licenses(str(path)))), file=out, flush=True)
    return 0


def answer(found: dict[str, Any]) -> dict[str, Any]:
    """What ScanCode found: expression, score and part of the file in percent, whether a whole text, and lines."""
    matches = [match for each in found.get("license_detections", ()) for match in each["matches"]]
    if not matches:
        return {"expression": None}
    return {
        "expression": found.get("detected_license_expression_spdx"),
        "score": float(min(min(match["score"], match["match_coverage"]) for match in matches)),
        "covered": float(found.get("percentage_of_license_text", 0)),
        "whole": any(str(match.get("rule_identifier", "")).endswith(".LICENSE") for match in matches),
        "line": min(match["start_line"] for match in matches),
        "last_line": max(match["end_line"] for match in matches),
    }


def _installed(name: str) -> bool:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
