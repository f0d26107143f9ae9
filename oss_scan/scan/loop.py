"""A scan from begin to end: begun, or gone on with where it was broken off."""

import os
import re
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from oss_scan.git.address import is_remote, parse
from oss_scan.results import Run
from oss_scan.ruleset import RuleSet
from oss_scan.scan.pool import supervise
from oss_scan.scan.runs import analysers, begin
from oss_scan.scan.work import Event, Job, name, settle, work
from oss_scan.sources import targets
from oss_scan.store import Store
from oss_scan.store import claims as kept
from oss_scan.store.claims import Claims, Progress, Todo
from oss_scan.store.codec import to_json

_TICK = 0.5


@dataclass(frozen=True, slots=True)
class Begun:
    """A scan that is to be done; `resumed` says that it was begun before, and how far it had come."""

    run: Run
    claims: Claims
    progress: Progress
    resumed: bool


def prepare(
    store: Store, words: Sequence[str], rulesets: Sequence[RuleSet], as_of: date | None, now: datetime, version: str
) -> Begun:
    """Go on with the scan of the same targets, rules and date that is not finished, else begin one.

    Raises OssScanError for a word that names nothing that can be scanned.
    """
    question = _question(words, rulesets, as_of, version)
    run = kept.unfinished(store, question)
    if run:
        claims = Claims(store, run)
        claims.recover(_verdict)
        return Begun(run, claims, claims.progress(), resumed=True)
    todos = [
        Todo(one.text, str(one.path) if one.path else None, one.text if one.url else None) for one in targets(words)
    ]
    identifier = f"{now:%Y%m%dT%H%M%SZ}-{os.urandom(3).hex()}"
    run = begin(now, identifier, as_of or now.date(), version, rulesets)
    claims = kept.begin(store, run, question, todos)
    return Begun(run, claims, claims.progress(), resumed=False)


def addresses(words: Sequence[str]) -> dict[str, str]:
    """The addresses among the words, with user and password, by what they are called without."""
    return {parse(word).shown: word for word in words if is_remote(word)}


def carry_out(claims: Claims, job: Job, jobs: int, tell: Callable[[Event], None]) -> None:
    """Do all that the scan has to do, with several workers or, for one, in the program itself; and finish it.

    Raises OssScanError where the store fails. Whatever breaks it off leaves a scan that can be gone on with.
    """
    if jobs > 1:
        supervise(claims, job, jobs, tell)
    else:
        _by_itself(claims, job, tell)
    claims.finish(job.clock())


def _by_itself(claims: Claims, job: Job, tell: Callable[[Event], None]) -> None:
    worker = name(os.getpid(), os.getpid())
    try:
        while True:
            done = work(claims, job, worker, tell)
            left = claims.progress()
            if left.looked and not left.unlooked:
                settle(claims, tell)
            elif not left.unlooked and not left.left:
                return
            elif not done:  # of another program on the same scan, until its lease runs out
                time.sleep(_TICK)
    except BaseException:
        with suppress(Exception):
            claims.release(worker, ())
        raise


def _question(words: Sequence[str], rulesets: Sequence[RuleSet], as_of: date | None, version: str) -> bytes:
    named = sorted({_named(word) for word in words})
    rules = [(one.name, one.version, one.digest) for one in rulesets]
    asked = to_json([named, rules, str(as_of), version, dict(analysers())])
    return sha256(asked.encode("ascii")).digest()[:16]


def _named(word: str) -> str:
    if is_remote(word):
        return parse(word).shown
    return word if re.match(r"[a-z]+:", word) and not Path(word).exists() else str(Path(word).absolute())


def _verdict(worker: str) -> bool | None:
    """Whether what a worker was at counts as tried; None where the worker may be alive.

    What a whole program was at when it ended does not count, unless the program did the work itself: a repository that
    ends a worker does not end the program that started it.
    """
    machine, program, process = worker.rsplit("/", 2)
    if machine != socket.gethostname() or (int(program) != os.getpid() and _is_alive(int(program))):
        return None
    return program == process


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
