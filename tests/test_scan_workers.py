"""Worker processes: copies of one that is ready, which runs nothing of what is scanned and may itself be lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from oss_scan.scan import process
from tests.builder import Repo
from tests.soak import children, workers
from tests.sweeps import make

SHADOWED = ("pickle", "socket", "struct", "tempfile", "signal", "selectors", "yaml", "pygit2")
SAID = "import pathlib, sys\npathlib.Path({ran!r}).touch()\n"


def _scan(*words: str | Path) -> list[str]:
    jobs = ["--jobs", "2", "--quiet", "--format", "json"]
    return [str(Path(sys.executable).with_name("oss-scan")), "scan", *map(str, words), *jobs]


def test_nothing_in_the_current_folder_is_run(repo: Repo, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    repo.commit({f"{name}.py": SAID.format(ran=str(ran)) for name in SHADOWED})
    make(tmp_path / "many", 3)
    words = _scan(".", tmp_path / "many", "--store", tmp_path / "s.db")
    done = subprocess.run(words, cwd=repo.path, capture_output=True, text=True, check=True)
    assert len(json.loads(done.stdout)["repositories"]) == 4
    assert not ran.exists()


def test_a_folder_for_temporary_files_that_lies_too_deep_is_said(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"README.md": "# One\n"})
    deep = tmp_path / ("d" * 90)
    deep.mkdir()
    words = [*_scan(repo.path, "--no-store"), "--lang", "en"]
    done = subprocess.run(words, env={**os.environ, "TMPDIR": str(deep)}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(f"oss-scan: the path of the folder for temporary files ({deep}) is too long")
    assert not list(deep.iterdir())


@pytest.fixture
def slow(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    make(tmp_path / "many", 300)
    words = _scan(tmp_path / "many", "--store", tmp_path / "s.db")
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as running:
        yield running
        running.kill()


def test_a_worker_that_is_lost_while_it_starts_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    real, tried = process._started, []

    def lost_at_first(folder: str) -> process.Worker:
        tried.append(folder)
        if len(tried) == 1:
            raise EOFError("unexpected EOF")
        return real(folder)

    monkeypatch.setattr(process, "_started", lost_at_first)
    worker = process.start()
    worker.end()
    assert len(tried) == 2


def test_workers_whose_origin_was_killed_are_replaced(slow: "subprocess.Popen[str]") -> None:
    while not workers(slow.pid):
        time.sleep(0.02)
        assert slow.poll() is None
    [origin] = children(slow.pid)
    os.kill(origin, signal.SIGKILL)
    said, _ = slow.communicate(timeout=300)
    assert slow.returncode == 0
    assert len(json.loads(said)["repositories"]) == 300
