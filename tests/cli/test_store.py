"""`oss-scan store list` and `show`, called as a user calls them."""

import json
from pathlib import Path

import pytest

from oss_scan.cli import main
from oss_scan.schemas import schema
from oss_scan.store import open_store
from tests.cli.test_report import kept


def test_list_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(tmp_path / "scans.db")
    assert main(["store", "list", "--store", str(tmp_path / "scans.db")]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()[2:]] == [
        ["20261123T200000Z-made-up", "2026-11-23", "20:00", "2026-11-23", "20:01", "2026-11-23", "12", "1"]
    ]


def test_list_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = kept(tmp_path / "scans.db", finish=False)
    assert main(["store", "list", "--store", str(tmp_path / "scans.db"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": run.id,
            "started": "2026-11-23T20:00:00Z",
            "finished": None,
            "reference_date": "2026-11-23",
            "tool": {"name": "oss-scan", "version": "2026.1"},
            "analysers": {"licence": "1"},
            "rulesets": [{"name": one.name, "version": one.version, "digest": one.digest} for one in run.rulesets],
            "repositories": 12,
            "unreadable": 1,
        }
    ]


def test_an_empty_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(str(tmp_path / "scans.db"))
    words = ["store", "list", "--store", str(tmp_path / "scans.db")]
    assert main(words) == 0
    assert capsys.readouterr() == ("", "Er is nog geen scan bewaard.\n")
    assert main([*words, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_show_as_json_is_the_result_of_the_scan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import jsonschema

    run = kept(tmp_path / "scans.db")
    assert main(["store", "show", "latest", "--store", str(tmp_path / "scans.db"), "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    jsonschema.validate(shown, json.loads(schema("scan")))
    assert shown["scan"]["id"] == run.id
    assert [one["key"] for one in shown["repositories"]] == [f"key-{number:02}" for number in range(1, 13)]


def test_show_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = kept(tmp_path / "scans.db")
    assert main(["store", "show", run.id, "--store", str(tmp_path / "scans.db"), "--lang", "en"]) == 0
    assert "https://git.example/org/project-03" in capsys.readouterr().out


def test_the_default_is_the_users_own_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["store", "list", "--lang", "en"]) == 2
    assert "oss-scan/oss-scan.db does not exist; keep a scan with oss-scan scan first" in capsys.readouterr().err
