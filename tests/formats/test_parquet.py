"""Parquet files, read back, hold what the store holds."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from oss_scan.cli import main
from oss_scan.facts import REVISION
from oss_scan.formats.parquet import TABLES
from oss_scan.results import Scan
from oss_scan.store import Store, facts_digest, open_store
from oss_scan.store.codec import to_plain
from tests.formats.made_up import HOSTILE, everyday, hostile, several
from tests.report.made_up import twelve
from tests.store.test_store import _keep

_PAGE = Path(__file__).parents[2] / "docs" / "parquet.md"


def _tables(store: Store, folder: Path, *words: str) -> dict[str, list[dict[str, Any]]]:
    command = ["store", "export", "--format", "parquet", "--store", store.name, "--output", str(folder), "-q", *words]
    assert main(command) == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.parquet" for name in TABLES)
    return {name: parquet.read_table(folder / f"{name}.parquet").to_pylist() for name in TABLES}


def _json(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def _seen(text: str) -> str:
    return re.sub(r"[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


@pytest.mark.parametrize("scan", [twelve(), several(), hostile(HOSTILE[0])[0]])
def test_what_is_read_back_is_what_the_store_holds(scan: Scan, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, scan, "one")
    read = _tables(store, tmp_path / "out")
    kept = store.scan(facts=True)
    [run] = read["scans"]
    assert (run["scan"], run["started"], run["finished"], run["reference_date"]) == (
        "one",
        kept.run.started,
        kept.run.finished,
        kept.run.reference_date,
    )
    assert _json(run["rulesets"]) == [
        {"name": one.name, "version": one.version, "digest": one.digest} for one in kept.run.rulesets
    ]
    assert run["repositories"] == len(kept.repositories)
    rows = {row["key"]: row for row in read["repositories"]}
    assert list(rows) == [_seen(one.key) for one in kept.repositories]
    for one in kept.repositories:
        row = rows[_seen(one.key)]
        assert (row["repository"], row["commit"], row["committed"], row["status"]) == (
            _seen(one.repository),
            one.commit,
            one.committed,
            one.status,
        )
        assert row["aliases"] == [_seen(each) for each in one.aliases]
        assert row["facts"] == (facts_digest(one.facts) if one.facts else None)
        findings = {each["rule"]: each for each in read["findings"] if each["key"] == row["key"]}
        assert list(findings) == [finding.rule for finding in one.findings]
        for finding in one.findings:
            found = findings[finding.rule]
            assert (found["level"], found["outcome"], found["fingerprint"], found["asks"]) == (
                str(finding.level),
                str(finding.outcome),
                finding.fingerprint,
                finding.asks,
            )
            assert found["corrected"] is (finding.correction is not None)
            assert found["explained"] == (finding.explained.origin if finding.explained else None)
            because = _json(found["because"])
            assert (because or {}).get("code") == (finding.because.code if finding.because else None)
            places = [
                (each["path"], each["line"], each["column"], each["blob"])
                for each in read["places"]
                if (each["key"], each["rule"]) == (row["key"], finding.rule)
            ]
            assert places == [(_seen(spot.path), spot.line, spot.column, spot.blob) for spot in finding.places]
    bodies = {facts_digest(one.facts): to_plain(one.facts) for one in kept.repositories if one.facts}
    assert {row["facts"]: (row["revision"], _json(row["body"])) for row in read["facts"]} == {
        digest: (REVISION, json.loads(json.dumps(body))) for digest, body in bodies.items()
    }


def test_all_scans_with_each_facts_once(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, everyday(), "one")
    _keep(store, everyday(), "two", day=1)
    read = _tables(store, tmp_path / "out", "--all")
    assert [row["scan"] for row in read["scans"]] == ["one", "two"]
    assert len(read["facts"]) == 1
    one = next(row for row in read["repositories"] if row["scan"] == "one")
    two = next(row for row in read["repositories"] if row["scan"] == "two")
    assert {**one, "scan": None} == {**two, "scan": None}


def test_it_needs_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, twelve(), "one")
    words = ["store", "export", "--format", "parquet", "--store", store.name, "--lang", "en"]
    assert main(words) == 2
    assert "name the folder that they go into with --output" in capsys.readouterr().err
    (tmp_path / "file").touch()
    assert main([*words, "--output", str(tmp_path / "file")]) == 2
    assert f"{tmp_path / 'file'} cannot be written" in capsys.readouterr().err


def test_every_column_is_documented() -> None:
    text = _PAGE.read_text(encoding="utf-8")
    for name, columns in TABLES.items():
        [line] = [line for line in text.splitlines() if line.startswith(f"| `{name}` |")]
        said = re.findall(r"`(\w+)`", line.split("|")[3])
        assert said == list(columns)


def test_an_empty_scan(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, replace(twelve(), repositories=()), "one")
    assert _tables(store, tmp_path / "out")["repositories"] == []
