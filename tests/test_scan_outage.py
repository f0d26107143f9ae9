"""The server of the repositories goes away in the middle of a scan: nothing is lost, and the figures are the same."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from oss_scan.store import open_store
from oss_scan.store.checking import check
from tests.cutting import Cable, cable
from tests.git_server import serve
from tests.sweeps import make

COUNT = 24


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("served"), COUNT)


@pytest.fixture
def line(served: Path) -> Iterator[Cable]:
    with serve(served) as server, cable(urlsplit(server).port or 0) as found:
        yield found


def _words(line: Cable, served: Path, store: Path) -> list[str]:
    urls = [f"http://127.0.0.1:{line.port}/{one.name}" for one in sorted(served.iterdir())]
    said = ["--format", "json", "--quiet", "--jobs", "2", "--cache-size", "0"]
    return [sys.executable, "-m", "oss_scan", "scan", *urls, "--store", str(store), *said]


@contextmanager
def _scanning(words: list[str]) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def _of(process: "subprocess.Popen[str]") -> list[dict[str, Any]]:
    said, complaint = process.communicate(timeout=300)
    assert process.returncode == 0, complaint
    found = json.loads(said)["repositories"]
    assert isinstance(found, list)
    return found


def test_what_is_cut_in_the_middle_comes_all_the_same(line: Cable, served: Path, tmp_path: Path) -> None:
    with _scanning(_words(line, served, tmp_path / "calm.db")) as process:
        calm = _of(process)
    assert [one["status"] for one in calm] == ["scanned"] * COUNT
    store = tmp_path / "cut.db"
    over = threading.Event()
    cuts = 0

    def watch() -> None:
        process.wait()
        over.set()

    with _scanning(_words(line, served, store)) as process:
        watching = threading.Thread(target=watch)
        watching.start()
        while not over.wait(1.0) and cuts < 4:
            line.break_after(200)
            line.cut()
            cuts += 1
            over.wait(0.7)
            line.mend()
        found = _of(process)
        watching.join()
    assert cuts >= 2
    assert found == calm
    assert check(open_store(str(store))) == ()


def test_killed_while_the_network_is_away_and_gone_on_with(line: Cable, served: Path, tmp_path: Path) -> None:
    with _scanning(_words(line, served, tmp_path / "calm.db")) as process:
        calm = _of(process)
    store = tmp_path / "killed.db"
    with _scanning(_words(line, served, store)) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(2.5)
        line.cut()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
    line.mend()
    with _scanning(_words(line, served, store)) as process:
        found = _of(process)
    assert found == calm
    assert check(open_store(str(store))) == ()
