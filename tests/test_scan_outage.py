"""The server of the repositories goes away in the middle of a scan: nothing is lost, and the figures are the same."""

import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from oss_scan.git import again
from oss_scan.scan.unread import comes_back
from oss_scan.store import open_store
from oss_scan.store.checking import check
from oss_scan.store.todo import Claim, Todo
from oss_scan.texts import Reason
from tests.cutting import Cable, cable
from tests.git_server import Reply, serve
from tests.sweeps import make, sweep

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


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """An outage of more than a hundredth of a second is longer than is waited for."""
    monkeypatch.setattr(again, "PAUSES", (0.001,) * 7)
    monkeypatch.setattr(again, "_answered", set())


@pytest.mark.usefixtures("quick")
def test_what_was_away_for_longer_than_is_waited_for_comes_after_all_the_rest(tmp_path: Path) -> None:
    many = make(tmp_path / "git", 4)
    visits: Counter[str] = Counter()
    refused: Counter[str] = Counter()

    def away(path: str, _headers: Mapping[str, str]) -> Reply | None:
        name = path.split("/")[1]
        others = [visits[f"r0000{at}"] for at in range(4) if name != f"r0000{at}"]
        if "/info/refs" not in path:
            return None
        # one while the others are looked at, another while they are fetched
        if (name == "r00000" and min(others) < 1) or (name == "r00001" and visits[name] == 1 and min(others) < 2):
            refused[name] += 1
            return Reply(503)
        visits[name] += 1
        return None

    with serve(many, api=away) as server:
        urls = [f"{server}/r0000{at}" for at in range(4)]
        found = sweep(tmp_path / "away.db", *urls)
        assert {one.status for one in found.repositories} == {"scanned"}
        assert dict(refused) == {"r00000": 4, "r00001": 8}  # nobody had answered before the first
        visits.update({f"r0000{at}": 9 for at in range(4)})
        assert sweep(tmp_path / "calm.db", *urls).repositories == found.repositories


@pytest.mark.usefixtures("quick")
def test_what_stays_away_has_one_more_turn_only(tmp_path: Path) -> None:
    many = make(tmp_path / "git", 3)
    calls: Counter[str] = Counter()

    def away(path: str, _headers: Mapping[str, str]) -> Reply | None:
        calls[path.split("/")[1]] += 1
        return Reply(503) if path.startswith("/r00000/") else Reply(403) if path.startswith("/r00001/") else None

    with serve(many, api=away) as server:
        found = sweep(tmp_path / "s.db", *(f"{server}/r0000{at}" for at in range(3)))
    reasons = {one.repository.rpartition("/")[2]: one.reason and one.reason.code for one in found.repositories}
    assert reasons == {"r00000": "remote-away", "r00001": "remote-failed", "r00002": None}
    assert calls["r00000"] == 4 + 8  # the first time nobody had answered yet
    assert calls["r00001"] == 1  # a refusal is no matter of time


@pytest.mark.usefixtures("quick")
def test_what_was_away_for_the_past_only_comes_back_too(tmp_path: Path) -> None:
    many = make(tmp_path / "git", 2)
    away: Counter[str] = Counter()
    calls: Counter[str] = Counter()

    def answer(path: str, _headers: Mapping[str, str]) -> Reply | None:
        name = path.split("/")[1]
        calls[name] += "/info/refs" in path
        # its facts are known once it was looked at; the other's past was not asked for yet
        if away and name == "r00000" and calls[name] > 1 and calls["r00001"] < 2:
            away["refused"] += 1
            return Reply(503)
        return None

    with serve(many, api=answer) as server:
        urls = [f"{server}/r0000{at}" for at in range(2)]
        store = tmp_path / "s.db"
        now = sweep(store, *urls)
        away["from now on"] += 1
        calls.clear()
        days = (date(2026, 10, 1),)
        assert sweep(store, *urls, days=days).repositories == now.repositories
    kept = open_store(str(store))
    earlier = next(kept.scan(one.run.id) for one in kept.runs() if one.run.basis != "measured")
    assert away["refused"] > 0
    assert {one.status for one in earlier.repositories} == {"scanned"}


def test_what_found_no_turn_in_time_comes_back_once() -> None:
    busy = Reason("host-busy", {"host": "git.example"})
    claim = Claim(1, Todo("a", None, "https://git.example/a.git"), "a", 1, None, (), None)
    assert comes_back(claim, busy)
    assert not comes_back(replace(claim, tries=2), busy)
    assert not comes_back(claim, Reason("remote-timeout", {"url": "a", "seconds": "300"}))
