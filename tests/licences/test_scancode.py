"""ScanCode in a process of its own, played by a small program that speaks as it does."""

import json
import sys
from pathlib import Path
from time import monotonic

import pytest
from jsonschema import Draft202012Validator

from oss_scan import licences
from oss_scan.cli import main
from oss_scan.licences import Match, scancode
from oss_scan.licences.scancode import AbsentError, engine
from oss_scan.licences.scancode_process import answer
from oss_scan.schemas import schema

_PROGRAM = """
import base64, json, sys, time
print(json.dumps({"version": "9.1"}), flush=True)
for line in sys.stdin:
    text = base64.b64decode(json.loads(line)["data"]).decode()
    if text == "hang":
        time.sleep(60)
    print(text, flush=True)  # the text is the answer
"""
_COMMAND = (sys.executable, "-c", _PROGRAM)
_GOOD = {"expression": "MIT", "score": 100.0, "covered": 80.0, "whole": True, "line": 2, "last_line": 9}
_NOTHING = Match(None, "unknown", 0.0)


def _asked(said: str, found: Match = _NOTHING) -> Match:
    with engine(_COMMAND) as ask:
        return ask(said.encode(), found)


def test_an_answer_is_marked() -> None:
    assert _asked(json.dumps(_GOOD)) == Match("MIT", "text", 0.99, 2, 9, engine="scancode 9.1")
    notice = _asked(json.dumps({**_GOOD, "whole": False, "score": 96.0}))
    assert (notice.kind, notice.score) == ("notice", 0.96)


@pytest.mark.parametrize(
    "other",
    [
        {"score": 94.0},
        {"score": None},
        {"score": float("nan")},
        {"covered": 10.0},
        {"expression": None},
        {"expression": "no such thing"},
        {"expression": "LicenseRef-scancode-proprietary-license"},
        {"expression": "MIT AND LicenseRef-scancode-other"},
    ],
)
def test_an_answer_that_is_not_certain_does_not_count(other: dict[str, object]) -> None:
    assert _asked(json.dumps({**_GOOD, **other})) == _NOTHING


@pytest.mark.parametrize("said", ["", "[]", "{", "no JSON"])
def test_what_is_no_answer(said: str) -> None:
    assert _asked(said) == _NOTHING


@pytest.mark.parametrize(
    "found",
    [Match("ISC", "text", 1.0), Match(None, "modified", 0.9), Match(None, "unknown", 0.0, reason="pdf-extra")],
)
def test_it_is_not_asked_about_what_is_known_or_altered(found: Match) -> None:
    assert _asked(json.dumps(_GOOD), found) is found


def test_it_is_not_asked_about_the_eupl() -> None:
    assert _asked(json.dumps({**_GOOD, "comment": "EUPL"})) == _NOTHING


def test_one_that_hangs_is_ended_and_not_asked_again() -> None:
    began = monotonic()
    with engine(_COMMAND, answer=0.5) as ask:
        assert ask(b"hang", _NOTHING) == _NOTHING
        assert ask(json.dumps(_GOOD).encode(), _NOTHING) == _NOTHING
    assert monotonic() - began < 30


@pytest.mark.parametrize("program", ["", "print('hello')", "import sys; sys.exit(3)", "import time; time.sleep(60)"])
def test_one_that_does_not_start(program: str) -> None:
    with engine((sys.executable, "-c", program), start=5) as ask, pytest.raises(AbsentError):
        ask(b"x", _NOTHING)


def test_what_scancode_found_in_few_words() -> None:
    first = {"score": 100.0, "match_coverage": 97.0, "start_line": 3, "end_line": 9, "rule_identifier": "mit.LICENSE"}
    other = {"score": 99.0, "match_coverage": 100.0, "start_line": 1, "end_line": 2, "rule_identifier": "mit_2.RULE"}
    found = {
        "detected_license_expression_spdx": "MIT",
        "percentage_of_license_text": 94.67,
        "license_detections": [{"matches": [first]}, {"matches": [other]}],
    }
    said = {"expression": "MIT", "score": 97.0, "covered": 94.67, "whole": True, "line": 1, "last_line": 9}
    assert answer(found) == said
    assert answer({"license_detections": []}) == {"expression": None}


def test_the_command_asks_only_when_it_is_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scancode, "COMMAND", _COMMAND)
    path = tmp_path / "LICENSE"
    path.write_text(json.dumps(_GOOD))
    command = ["licence", "identify", str(path)]
    assert main(command) == 3
    assert "scancode" not in capsys.readouterr().out
    assert main([*command, "--scancode", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    Draft202012Validator(json.loads(schema("licence-identify"))).validate(rows)
    assert (rows[0]["expression"], rows[0]["engine"]) == ("MIT", "scancode 9.1")
    assert main([*command, "--scancode", "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{path}: according to scancode 9.1"


def test_the_command_says_once_that_it_is_absent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scancode, "COMMAND", (sys.executable, "-c", "raise SystemExit(3)"))
    (tmp_path / "a").write_text("Hm")
    (tmp_path / "b").write_text("Hm")
    assert main(["licence", "identify", str(tmp_path / "a"), str(tmp_path / "b"), "--scancode", "--lang", "en"]) == 3
    assert capsys.readouterr().err.splitlines() == [
        "oss-scan: ScanCode is not there: pip install 'oss-scan[scancode]'. What is not recognised stays unknown."
    ]


def test_what_is_recognised_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scancode, "COMMAND", ("/no/such/program",))
    path = tmp_path / "LICENSE"
    path.write_text(licences.text("MIT"))
    assert main(["licence", "identify", str(path), "--scancode"]) == 0
