"""The labels are facts that can be looked up, and the comparison with them counts what it says."""

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

from oss_scan import licences
from tests.builder import Repo

_HERE = Path(__file__).parent
_BENCH = _HERE.parents[1] / "bench" / "labelled.py"
_KINDS = {"text", "notice", "reference", "link", "modified", "document", "none"}
_GROUNDS = {"text", "named", "folder", "reuse", "later", "modified", "document", "doubt", "none"}


def _rows(name: str) -> list[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_labels_of_files() -> None:
    rows = _rows("files.csv")
    assert len(rows) >= 200
    assert len({row["blob"] for row in rows}) == len(rows)
    for row in rows:
        assert list(row) == ["repository", "path", "blob", "expected", "kind", "set"]
        assert re.fullmatch(r"[0-9a-f]{40}", row["blob"])
        assert row["expected"] == "-" or licences.normalise(row["expected"]) == row["expected"]
        assert row["kind"] in _KINDS
        half = "report" if int(row["blob"][0], 16) % 2 else "tune"  # nobody chose
        assert row["set"] in (
            "fresh",
            "unseen",
            "last",
            "held",
            "more",
            "dutch",
            "second",
            "third",
            "fourth",
            "sixth",
            half,
        )


def test_labels_of_fixtures() -> None:
    rows = _rows("fixtures.csv")
    assert len(rows) == len({row["blob"] for row in rows}) == 60
    for row in rows:
        assert (row["repository"], row["set"]) == ("licensee/licensee", "licensee")
        assert row["expected"] == "-" or licences.normalise(row["expected"]) == row["expected"]
        assert row["kind"] in _KINDS


def test_labels_of_repositories() -> None:
    rows = _rows("repositories.csv")
    assert len(rows) == len({row["repository"] for row in rows}) == 1706
    for row in rows:
        assert list(row) == ["repository", "commit", "expected", "ground", "set"]
        assert row["expected"] == "-" or licences.normalise(row["expected"]) == row["expected"]
        assert row["ground"] in _GROUNDS
        half = "report" if int(row["commit"][0], 16) % 2 else "tune"
        assert row["set"] in (
            "fresh",
            "unseen",
            "last",
            "held",
            "other",
            "next",
            "more",
            "dutch",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            half,
        )


def test_the_comparison_counts(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "owner" / "name")
    files = {
        "LICENSE": licences.text("MIT"),
        "plus": "Licensed under the EUPL-1.2\n",
        "other": "SPDX-License-Identifier: ISC\n",
        "own": "Onze eigen voorwaarden.\n",
    }
    commit = repo.commit(files)
    blobs = {name: repo.git("rev-parse", f"HEAD:{name}") for name in files}
    expected = {"LICENSE": "MIT", "plus": "EUPL-1.2+", "other": "MIT", "own": "EUPL-1.2"}
    labels = tmp_path / "labels"
    labels.mkdir()
    rows = [f"owner/name,{name},{blobs[name]},{licence},text,report" for name, licence in expected.items()]
    (labels / "files.csv").write_text("\n".join(["repository,path,blob,expected,kind,set", *rows, ""]))
    (labels / "repositories.csv").write_text(
        f"repository,commit,expected,ground,set\nowner/name,{commit},MIT,text,tune\nother/one,{'0' * 40},-,none,tune\n"
    )
    command = [sys.executable, str(_BENCH), str(tmp_path), "--labels", str(labels)]
    environment = {**os.environ, "PYTHONPATH": str(_BENCH.parents[1])}
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=environment)
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "files: 4 of 4 found" in lines
    assert "report 4 exact 1 (25.0%, at least 4.6%) · less 1 · wrong 1 (at most 69.9%) · nothing 1" in lines
    assert "repositories: 1 of 2 found" in lines
    assert "tune 1 exact 1 (100.0%, at least 20.7%) · less 0 · wrong 0 (at most 79.3%) · nothing 0" in lines
    assert [line.split()[0] for line in lines if re.match(r"(less|wrong|nothing) report owner", line)] == [
        "less",
        "wrong",
        "nothing",
    ]
