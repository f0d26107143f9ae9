"""The labels of licence files of packages are facts, and the comparison with them counts what it says."""

import csv
import os
import re
import subprocess
import sys
from hashlib import sha1
from pathlib import Path

from oss_scan import licences

_HERE = Path(__file__).parent
_SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_BENCH = _HERE.parents[1] / "bench" / "packages.py"


def test_labels() -> None:
    with (_HERE / "packages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 576
    assert len({row["blob"] for row in rows}) == len(rows)
    for row in rows:
        assert list(row) == ["registry", "package", "version", "path", "blob", "expected", "read", "why", "set"]
        assert row["registry"] in ("npm", "pypi")
        assert re.fullmatch(r"[0-9a-f]{40}", row["blob"])
        assert row["expected"] == "-" or licences.normalise(row["expected"]) == row["expected"]
        assert row["read"] in ("yes", "no")
        assert row["set"] in _SETS
        assert row["set"] != "second" or row["read"] == "yes"  # each of these was read
        assert bool(row["why"]) == (row["expected"] == "-")  # why there is no licence in it


def test_the_comparison_counts(tmp_path: Path) -> None:
    held = {
        "one/LICENSE": licences.text("MIT"),
        "two/LICENSE": "Under either of the licences in LICENSE.APACHE or LICENSE.MIT.\n",
        "two/LICENSE.APACHE": licences.text("Apache-2.0"),
        "two/LICENSE.MIT": licences.text("MIT") + "\n",
        "three/COPYING": "Our own terms.\n",
        "four/licence.txt": licences.text("ISC"),
    }
    labelled = {
        "one/LICENSE": ("npm", "MIT", "yes"),
        "two/LICENSE": ("pypi", "Apache-2.0 OR MIT", "no"),
        "three/COPYING": ("pypi", "EUPL-1.2", "yes"),
        "four/licence.txt": ("npm", "MIT", "yes"),
    }
    rows = ["registry,package,version,path,blob,expected,read,why,set"]
    for path, text in held.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
        if path in labelled:
            registry, expected, read = labelled[path]
            blob = sha1(b"blob %d\0" % len(text.encode()) + text.encode(), usedforsecurity=False).hexdigest()
            rows.append(f"{registry},{path.partition('/')[0]},1.0,{path},{blob},{expected},{read},,first")
    labels = tmp_path / "labels.csv"
    labels.write_text("\n".join([*rows, f"npm,gone,1.0,LICENSE,{'0' * 40},MIT,no,,first", ""]), "utf-8")
    command = [sys.executable, str(_BENCH), str(tmp_path), "--labels", str(labels)]
    environment = {**os.environ, "PYTHONPATH": str(_BENCH.parents[1])}
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=environment)
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[0] == "licence files of packages: 4 of 5 found"
    assert "npm first 2 exact 1 (50.0%, at least 9.5%) · less 0 · wrong 1 (at most 90.5%) · nothing 0" in lines
    assert (
        "pypi first agreed 1 exact 1 (100.0%, at least 20.7%) · less 0 · wrong 0 (at most 79.3%) · nothing 0" in lines
    )
    assert [line.split()[:4] for line in lines if "1.0" in line] == [
        ["wrong", "npm", "first", "four"],
        ["nothing", "pypi", "first", "three"],
    ]
