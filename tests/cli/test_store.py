"""The commands below `oss-scan store`, called as a user calls them."""

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from oss_scan.cli import main
from oss_scan.schemas import schema
from oss_scan.store import open_store
from oss_scan.store.schema import VERSION
from tests.cli.test_report import kept
from tests.store.test_migrations import stored


def test_list_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(tmp_path / "scans.db")
    assert main(["store", "list", "--store", str(tmp_path / "scans.db")]) == 0
    begun = ["20261123T200000Z-made-up", "2026-11-23", "20:00", "2026-11-23", "20:01", "2026-11-23"]
    lines = [line.split() for line in capsys.readouterr().out.splitlines()[2:]]
    assert lines == [[*begun, "12", "1", "gemeten", "-"]]


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
            "skipped": 0,
            "basis": "measured",
            "series": None,
            "shard": None,
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


def _call(path: Path, *words: str) -> int:
    command, *more = words
    return main(["store", command, "--store", str(path), "--lang", "en", *more])


def test_check_of_a_good_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scans.db"
    kept(path)
    assert _call(path, "check") == 0
    assert capsys.readouterr() == ("", f"{path}: all is well.\n")
    assert _call(path, "check", "--format", "json", "--quiet") == 0
    assert capsys.readouterr() == ("[]\n", "")


def test_check_names_what_is_wrong_and_gives_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scans.db"
    kept(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE finding SET outcome = 'unknown' WHERE number = 1")
    connection.close()
    message = "finding 1 has changed since it was kept: its digest does not match"
    assert _call(path, "check") == 1
    assert capsys.readouterr() == (f"{message}\n", "")
    assert _call(path, "check", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == [{"code": "changed", "message": message}]


def test_export_is_a_line_of_scan_v1_for_each_scan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import jsonschema

    path, output = tmp_path / "scans.db", tmp_path / "scans.jsonl"
    run = kept(path)
    assert _call(path, "export") == 0
    lines = capsys.readouterr().out
    assert _call(path, "export", "--all", "--output", str(output)) == 0
    assert output.read_text(encoding="ascii") == lines
    assert _call(path, "export", run.id, "latest") == 0
    assert capsys.readouterr().out == lines * 2
    (line,) = lines.splitlines()
    exported = json.loads(line)
    jsonschema.validate(exported, json.loads(schema("scan")))
    assert _call(path, "show", run.id, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == exported
    assert sorted(one.name for one in tmp_path.iterdir() if "jsonl" in one.name) == ["scans.jsonl"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x"], "there is no scan x in the store"),
        (["latest", "--all"], "name scans or give --all, not both"),
        (["--output", "{tmp}/scans.db/x"], "{tmp}/scans.db/x cannot be written ("),
    ],
    ids=["no scan", "both", "no file"],
)
def test_export_says_what_is_wrong_and_leaves_no_file(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(tmp_path / "scans.db")
    ready = [word.replace("{tmp}", str(tmp_path)) for word in words]
    assert _call(tmp_path / "scans.db", "export", "--output", str(tmp_path / "out.jsonl"), *ready) == 2
    assert f"oss-scan: {said.replace('{tmp}', str(tmp_path))}" in capsys.readouterr().err
    assert not list(tmp_path.glob("out*"))


def test_migrate_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = stored(1, tmp_path / "old.db")
    assert _call(path, "list") == 2
    assert f"(schema 1, here {VERSION}); bring it up to date with oss-scan store migrate" in capsys.readouterr().err
    assert _call(path, "migrate") == 0
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in said] == [
        f"{path} is now schema {version}" for version in range(2, VERSION + 1)
    ]
    assert _call(path, "migrate") == 0
    assert capsys.readouterr().err == f"{path} was up to date already (schema {VERSION}).\n"
    assert _call(path, "migrate", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {"store": str(path), "reached": [], "schema": VERSION}
    assert _call(path, "list", "--quiet") == 0
    assert "20261123T200000Z-made-up" in capsys.readouterr().out


def test_a_newer_store_is_refused_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scans.db"
    kept(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET schema_version = 99")
    connection.close()
    for command in ("list", "check", "export", "migrate"):
        assert _call(path, command) == 2
        said = f"oss-scan: {path} was made by a newer oss-scan (schema 99, here {VERSION}); update oss-scan\n"
        assert capsys.readouterr() == ("", said)


def test_prune_says_what_would_go_and_does_it_only_with_yes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scans.db"
    run = kept(path)
    assert _call(path, "prune", "--keep", "0") == 0
    assert capsys.readouterr().err == (
        f"would be pruned: {run.id} (12 repositories)\nNothing was done yet; --yes does it.\n"
    )
    assert _call(path, "prune", "--before", "2026-11-24", "--format", "json") == 0
    brief = {"id": run.id, "started": "2026-11-23T20:00:00Z", "repositories": 12}
    assert json.loads(capsys.readouterr().out) == {"pruned": False, "scans": [brief]}
    assert [one.run.id for one in open_store(str(path)).runs()] == [run.id]
    assert _call(path, "prune", run.id, "--yes") == 0
    assert capsys.readouterr().err == f"pruned: {run.id} (12 repositories)\n"
    assert open_store(str(path)).runs() == ()
    assert _call(path, "prune", "--keep", "0", "--yes") == 0
    assert capsys.readouterr().err == "There is nothing to prune.\n"


def test_what_was_pruned_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scans.db"
    run = kept(path)
    assert _call(path, "list", "--pruned") == 0
    assert capsys.readouterr() == ("", "No scan has been pruned yet.\n")
    assert _call(path, "prune", run.id, "--yes", "--quiet") == 0
    assert _call(path, "list", "--pruned", "--format", "json") == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert date.fromisoformat(one.pop("pruned")[:10]) >= run.started.date()
    assert one == {
        "id": run.id,
        "started": "2026-11-23T20:00:00Z",
        "finished": "2026-11-23T20:01:02Z",
        "reference_date": "2026-11-23",
        "repositories": 12,
    }
    assert _call(path, "list", "--pruned") == 0
    assert run.id in capsys.readouterr().out
    assert _call(path, "show", run.id) == 2
    assert f"the scan {run.id} was pruned on " in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["x", "--keep", "1"]], ids=["nothing", "both"])
def test_prune_asks_which(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(tmp_path / "scans.db")
    assert _call(tmp_path / "scans.db", "prune", *words) == 2
    assert "say which scans are to be pruned: name their ID, or give --before or --keep" in capsys.readouterr().err
