"""`oss-scan securitytxt validate`."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from oss_scan.cli import main
from oss_scan.cli.securitytxt import command
from oss_scan.schemas import schema

TODAY = datetime.now(UTC).date()
GOOD = f"Contact: mailto:a@example.org\nExpires: {TODAY + timedelta(days=90)}T00:00:00Z\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(command, ["validate", *map(str, words)], standalone_mode=False)


def write(folder: Path, text: str, name: str = "security.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_valid(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    done = run(path)
    assert (done.return_value, done.stdout) == (0, f"{path}: geldig\n")


def test_warnings_leave_it_valid(tmp_path: Path) -> None:
    path = write(tmp_path, f"{GOOD}Policy:https://example.org\n")
    done = run(path)
    assert done.return_value == 0
    assert done.stdout == (
        f"{path}: geldig\n"
        "  3:1     waarschuwing: na de dubbele punt hoort een spatie, en ervoor niet\n"
        "          schrijf: Policy: https://example.org\n"
    )


def test_expired_today(tmp_path: Path) -> None:
    path = write(tmp_path, f"Contact: mailto:a@example.org\nExpires: {TODAY - timedelta(days=1)}T00:00:00Z\n")
    done = run(path, "--format", "json", "--lang", "en")
    assert done.return_value == 1
    found = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema("securitytxt-validate"))).validate(found)
    assert found == [
        {
            "path": str(path),
            "verdict": "invalid",
            "items": [
                {
                    "type": "error",
                    "key": "Expires",
                    "line": 2,
                    "column": 1,
                    "code": "expired",
                    "message": f"the file expired on {TODAY - timedelta(days=1)}; renew it",
                    "fix": None,
                }
            ],
        }
    ]


def test_what_cannot_be_read_gives_status_2(tmp_path: Path) -> None:
    assert main(["securitytxt", "validate", str(tmp_path / "nothing.txt")]) == 2
