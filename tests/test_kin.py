"""Repositories that are asked of one another at the end of a scan: whoever breaks it off waits for no server."""

import socket
import sys
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from oss_scan.git import again, bounded
from oss_scan.git.address import parse
from oss_scan.git.hosts import host_of
from oss_scan.git.stopping import rest
from oss_scan.scan import kin
from tests import hostile_server


def _asking(folder: Path, url: str, begun: threading.Event) -> Callable[[], bool]:
    def ask() -> bool:
        begun.set()
        return bounded.run(bounded.prepare(folder, parse(url), 1 << 20, 60), "ls-remote", url)

    return ask


def _ends_at_once(folder: Path, url: str) -> None:
    begun = threading.Event()
    asked = kin._together([lambda: True, _asking(folder / "a", url, begun)], 2)
    assert isinstance(asked, Generator)
    assert next(asked)
    assert begun.wait(10)
    time.sleep(0.3)  # as a rule git runs now, or it is the pause after it
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        asked.throw(KeyboardInterrupt())
    assert time.monotonic() - start < 10
    again_asked = _asking(folder / "b", f"file://{folder}/none", begun)
    assert list(kin._together([again_asked, lambda: True], 2)) == [False, True]  # as if nothing had been broken off


def test_a_server_that_is_away_holds_up_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as nobody:  # bound, and does not listen
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/x"
        monkeypatch.setattr(again, "_answered", {host_of(url)})
        _ends_at_once(tmp_path, url)


def test_a_server_that_never_answers_holds_up_nobody(tmp_path: Path) -> None:
    with hostile_server.silence() as url:
        _ends_at_once(tmp_path, url)


def test_a_question_that_fails_breaks_off_no_other() -> None:
    begun, failed = threading.Event(), threading.Event()
    seen: list[bool] = []

    def fails() -> bool:
        assert begun.wait(10)
        failed.set()
        raise ValueError("x")

    def asks_on() -> bool:
        begun.set()
        assert failed.wait(10)
        time.sleep(0.1)  # by now the failure is known
        rest()
        seen.append(True)
        return True

    with pytest.raises(ValueError, match="x"):
        list(kin._together([fails, asks_on], 2))
    assert seen == [True]


def test_without_git_there_is_none_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = kin._together([lambda: 1, lambda: 2], 1)
    assert isinstance(answers, Generator)
    assert next(answers) == 1
    monkeypatch.setitem(sys.modules, "oss_scan.git.bounded", None)  # as where GitPython finds no git
    with pytest.raises(KeyboardInterrupt):
        answers.throw(KeyboardInterrupt)
