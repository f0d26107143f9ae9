"""At most so many at a time from one host, over all processes."""

import os
import signal
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from oss_scan.errors import UnreadableError
from oss_scan.git.hosts import Turns, turn
from oss_scan.git.stopping import stopping

URL = "https://git.example/a.git"
_SPAWN = get_context("spawn")


def _hold(turns: Turns, url: str, seconds: float) -> tuple[float, float]:
    with turn(turns, url, 60):
        start = time.monotonic()
        time.sleep(seconds)
        return start, time.monotonic()


def _most(spans: list[tuple[float, float]]) -> int:
    """How many there were at once at most."""
    return max(sum(start <= at < end for start, end in spans) for at, _ in spans)


@pytest.mark.parametrize("most", [1, 2])
def test_no_more_than_that(tmp_path: Path, most: int) -> None:
    turns = Turns(tmp_path / "hosts", most)
    with ProcessPoolExecutor(4, mp_context=_SPAWN) as pool:
        spans = [one.result() for one in [pool.submit(_hold, turns, URL, 0.1) for _ in range(8)]]
    assert _most(spans) <= most


def test_hosts_do_not_wait_for_one_another(tmp_path: Path) -> None:
    turns = Turns(tmp_path, 1)
    with (
        turn(turns, URL, 1),
        turn(turns, "https://other.example/a.git", 1),
        turn(turns, "https://git.example:8443/a.git", 1),
        turn(turns, "git@ssh.example:a.git", 1),
        turn(turns, "file:///a", 1),
        turn(turns, "file:///b", 1),
    ):
        for same in ("ssh://git@git.example/b.git", "https://GIT.example/c.git", "git@git.example:b.git"):
            with pytest.raises(UnreadableError) as caught, turn(turns, same, 0.1):
                pass
            assert caught.value.code == "host-busy"
    with turn(turns, URL, 0.1):
        pass


def _die(turns: Turns) -> None:
    with turn(turns, URL, 1):
        os.kill(os.getpid(), signal.SIGKILL)


def test_what_dies_gives_up_its_turn(tmp_path: Path) -> None:
    turns = Turns(tmp_path, 1)
    process = _SPAWN.Process(target=_die, args=(turns,))
    process.start()
    process.join()
    with turn(turns, URL, 0.1):
        pass


def test_whoever_waits_goes_before_one_that_calls_again(tmp_path: Path) -> None:
    turns = Turns(tmp_path / "turns", 1)
    order: list[str] = []
    begun = threading.Event()

    def wait() -> None:
        begun.wait()
        with turn(turns, "https://git.example/x", 60):
            order.append("waits")

    other = threading.Thread(target=wait)
    other.start()
    for _ in range(20):
        with turn(turns, "https://git.example/x", 60):
            begun.set()
            time.sleep(0.02)
            order.append("again")
    other.join()
    assert order.index("waits") < 10


def test_nobody_waits_for_a_turn_any_more_once_the_program_is_broken_off(tmp_path: Path) -> None:
    turns = Turns(tmp_path, 1)
    with turn(turns, URL, 0):
        with stopping(), pytest.raises(KeyboardInterrupt), turn(turns, URL, 60):
            pass
        with pytest.raises(UnreadableError), turn(turns, URL, 0):
            pass
