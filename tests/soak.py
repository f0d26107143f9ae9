"""`make soak`: very many repositories, a scan that is killed again and again, and what is left of it in the end.

    python -m tests.soak [REPOSITORIES]

10,000 repositories without a number; `tests/test_soak.py` does the same with 300.
"""

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import click

from tests.sweeps import make

_KILLS = 10
#: What a worker may grow by, in kB, from a quarter of its repositories to the last: caches fill, and nothing else may.
_GROWTH = 16_000


@dataclass
class Soaked:
    """What was seen: how often something was killed, and the memory of workers, in kB, by how much was done."""

    killed: dict[str, int] = field(default_factory=lambda: {"worker": 0, "scan": 0})
    memory: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def growth(self, count: int) -> int:
        """How much the worker that grew most did so after the first quarter, in kB."""
        found = [0]
        for seen in self.memory.values():
            early = [size for done, size in seen if count / 4 <= done < count / 2]
            late = [size for done, size in seen if done >= count / 2]
            if early and late:
                found.append(max(late) - max(early))
        return max(found)


def soak(folder: Path, count: int, kills: int = _KILLS, seed: int = 5) -> Soaked:
    """Make, scan undisturbed, scan while killing, and compare; AssertionError where anything is not as it must be."""
    many = make(folder / "many", count)
    seen = Soaked()
    _scan(many, folder / "calm.db", seen)
    random = Random(seed)
    took = _length(folder / "calm.db")
    for at in range(kills):
        _scan(many, folder / "killed.db", seen, random.uniform(0.6, max(1.0, took / 3)), whole=bool(at % 2))
    _scan(many, folder / "killed.db", seen)
    calm, killed = (_shown(folder / name) for name in ("calm.db", "killed.db"))
    keys = [one["key"] for one in killed["repositories"]]
    assert len(keys) == len(set(keys)) == count
    assert killed["repositories"] == calm["repositories"]
    for name in ("calm", "killed"):
        store = ["--store", str(folder / f"{name}.db"), "-q"]
        _run("store", "check", *store)
        _run("report", "make", *store, "--output", str(folder / name), *_FORMS)
        _run("report", "verify", str(folder / name), *store)
    figures = [(folder / name / "figures.csv").read_text(encoding="utf-8") for name in ("calm", "killed")]
    one, other = map(_without_scan, figures)
    assert one
    assert one == other
    assert seen.growth(count) < _GROWTH, seen.memory
    return seen


_FORMS = ("--format", "html", "--format", "csv", "--format", "json")


def _without_scan(figures: str) -> list[dict[str, str]]:
    rows = list(csv.DictReader(figures.splitlines()))
    assert all(row.pop("scan") for row in rows)
    return rows


def _length(store: Path) -> float:
    with closing(sqlite3.connect(store)) as connection:
        query = "SELECT (julianday(finished) - julianday(started)) * 86400 FROM scan"
        return float(connection.execute(query).fetchone()[0])


def _run(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "oss_scan", *words], capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout


def _shown(store: Path) -> dict[str, Any]:
    shown = json.loads(_run("store", "show", "latest", "--store", str(store), "--format", "json"))
    assert isinstance(shown, dict)
    return shown


def _scan(many: Path, store: Path, seen: Soaked, after: float | None = None, *, whole: bool = False) -> None:
    """Scan; with `after`, SIGKILL a worker or the whole scan after so many seconds, and for a worker go on."""
    words = [sys.executable, "-m", "oss_scan", "scan", str(many), "-q", "--jobs", "2", "--store", str(store)]
    with _started([*words, "--format", "json", "--output", os.devnull]) as process:
        begun = time.monotonic()
        while process.poll() is None:
            time.sleep(0.1)
            for worker in workers(process.pid):
                if size := _memory(worker):
                    seen.memory.setdefault(worker, []).append((_done(store), size))
            if after is not None and time.monotonic() - begun > after:
                victim = process.pid if whole else next(iter(workers(process.pid)), None)
                if victim is not None:
                    os.kill(victim, signal.SIGKILL)
                    seen.killed["scan" if whole else "worker"] += 1
                    if not whole:
                        process.wait(600)
                    break
        assert process.wait() in ((0, -signal.SIGKILL) if whole else (0,))


@contextmanager
def _started(words: list[str]) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def workers(parent: int) -> list[int]:
    """The worker processes of a scan: copies of the one that it starts for that."""
    return [worker for first in children(parent) for worker in children(first)]


def children(parent: int) -> list[int]:
    """The processes of Python that a process started for others to be copied from, or as copies."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdecimal():
            try:
                fields = Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()
                command = Path(f"/proc/{name}/cmdline").read_bytes()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[1]) == parent and fields[0] != "Z" and b"multiprocessing.forkserver" in command:
                found.append(int(name))
    return found


def _memory(process: int) -> int:
    try:
        text = Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("VmRSS:")), 0)


def _done(store: Path) -> int:
    """How many repositories the newest scan in a store has."""
    if not store.exists():
        return 0
    with closing(sqlite3.connect(store, timeout=60)) as connection:
        try:
            return int(connection.execute("SELECT COUNT(*) FROM subject").fetchone()[0])
        except sqlite3.OperationalError:  # its tables are not there yet
            return 0


def main(count: int) -> None:
    """Soak and say what was seen."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="oss-scan-soak-") as name:
        seen = soak(Path(name), count)
    click.echo(f"{count} repositories, each there once, after {seen.killed}: figures equal, the store is good")
    click.echo(f"a worker grew by {seen.growth(count)} kB at most; {time.monotonic() - start:.0f} s in all")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
