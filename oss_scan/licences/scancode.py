"""ScanCode, asked about what is not recognised here, in a process of its own (the extra `scancode`).

It takes over a gigabyte and ten seconds to begin, so that it is started for the first text, and only where a user asked
for it. The process reads one JSON object a line (`data`, base64) and answers each with one (`answer` below says which
keys); the first line that it writes says its `version`. Of its answers those count that match whole texts or notices; a
text that names the EUPL is not given to it, as it takes the licences in its appendix for those of the work.
"""

import base64
import json
import math
import selectors
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Any

from oss_scan.licences.fold import decode
from oss_scan.licences.match import Kind, Match
from oss_scan.licences.spdx import ids, normalise

COMMAND = (sys.executable, "-m", "oss_scan.licences.scancode_process")
#: Seconds that it may take to begin, and to answer.
START, ANSWER = 300.0, 60.0
#: Percent of what it knows that is there at least, and of a text that it covers.
_SCORE, _COVERED = 95.0, 50.0
_LONGEST_LINE = 1_000_000

Ask = Callable[[bytes, Match], Match]


class AbsentError(Exception):
    """ScanCode is not installed, or does not start."""


@contextmanager
def engine(command: Sequence[str] | None = None, start: float = START, answer: float = ANSWER) -> Iterator[Ask]:
    """A function that asks ScanCode about bytes which were not recognised, and else returns what was found.

    Raises AbsentError when it is asked the first time and is not there; one that hangs is ended and not asked again.
    """
    started: list[tuple[subprocess.Popen[bytes], str]] = []

    def ask(data: bytes, found: Match) -> Match:
        text = decode(data)
        if found.kind != "unknown" or found.reason or text is None or "eupl" in text.lower():
            return found
        if not started:
            started.append(_start(command or COMMAND, start))
        process, version = started[0]
        said = _asked(process, data, answer)
        return _match(said, f"scancode {version}") or found

    try:
        yield ask
    finally:
        for process, _ in started:
            _end(process)


def _start(command: Sequence[str], seconds: float) -> tuple[subprocess.Popen[bytes], str]:
    process = subprocess.Popen(  # noqa: S603 - this Python
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    said = _line(process, seconds)
    if said is None or not isinstance(said.get("version"), str):
        _end(process)
        raise AbsentError
    return process, said["version"][:20]


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what it did not read any more
            if pipe:
                pipe.close()


def _asked(process: "subprocess.Popen[bytes]", data: bytes, seconds: float) -> dict[str, Any] | None:
    if process.poll() is not None or process.stdin is None:
        return None
    try:
        process.stdin.write(json.dumps({"data": base64.b64encode(data).decode()}).encode() + b"\n")
        process.stdin.flush()
    except OSError:
        return None
    said = _line(process, seconds)
    if said is None:
        process.kill()
    return said


def _line(process: "subprocess.Popen[bytes]", seconds: float) -> dict[str, Any] | None:
    """One line that the process writes, as an object; None where it writes none in time."""
    pipe: IO[bytes] | None = process.stdout
    if pipe is None:
        return None
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        if not selector.select(seconds):
            return None
    try:
        said = json.loads(pipe.readline(_LONGEST_LINE))
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def _match(said: dict[str, Any] | None, engine: str) -> Match | None:
    """Its answer, where that is certain enough and names licences of the SPDX list only."""
    if said is None or not isinstance(said.get("expression"), str):
        return None
    expression = normalise(said["expression"])
    score, covered = said.get("score"), said.get("covered")
    if expression is None or any(one.startswith("LicenseRef-") for one in ids(expression)):
        return None
    if not (isinstance(score, float) and isinstance(covered, float) and math.isfinite(score + covered)):
        return None
    if score < _SCORE or covered < _COVERED:
        return None
    lines = [said.get("line"), said.get("last_line")]
    first, last = (one if isinstance(one, int) and one > 0 else 1 for one in lines)
    kind: Kind = "text" if said.get("whole") is True else "notice"
    return Match(expression, kind, round(min(score, 99.0) / 100, 3), first, max(first, last), engine=engine)
