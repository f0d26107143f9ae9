"""What one task does in a worker of a Dask cluster: for a few seconds, what waits in the store."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache

from oss_scan import __version__
from oss_scan.errors import OssScanError
from oss_scan.inert import printable
from oss_scan.scan.runs import analysers
from oss_scan.scan.work import Event, Job, work
from oss_scan.store import Store, open_store
from oss_scan.store.claims import Claims
from oss_scan.store.todo import Claim
from oss_scan.texts import Reason

_SECONDS = 5.0  # after which the program hears what was done


@dataclass(frozen=True, slots=True)
class Wanted:
    """A job, and the program that hands it out: its version, and its machine."""

    job: Job = field(repr=False)  # Dask logs what a task that fails was given
    version: str = __version__
    machine: str = field(default_factory=socket.gethostname)


@dataclass(frozen=True, slots=True)
class Shared:
    """What came of a task: what was done, or what the user can put right, in both languages."""

    events: tuple[Event, ...]
    failed: tuple[str, str] | None = None


@dataclass
class _At:
    """The claim that the task is at, and since when, on the monotonic clock."""

    claim: Claim | None = None
    since: float = 0.0


def called(address: str) -> str:
    """What the tasks of a worker at that address are called, as the last part of their names."""
    return address.replace("/", "")


def share(wanted: Wanted) -> Shared:
    """Claim, look, judge and keep for a few seconds, or until nothing waits."""
    from distributed import get_worker

    events: list[Event] = []
    try:
        _refuse(wanted)
        job = wanted.job
        claims = Claims(_store(job.address), job.run)
        # machine, process, and what no other task is called at the same time
        worker = f"{socket.gethostname()}/{os.getpid()}/{called(get_worker().address)}#{threading.get_ident()}"
        at = _At()
        with _alive(claims, job, worker, at):

            def begin(claim: Claim) -> None:
                at.claim, at.since = claim, time.monotonic()

            work(claims, job, worker, events.append, begin, seconds=_SECONDS)
    except OssScanError as error:
        return Shared(tuple(events), (error.nl, error.en))
    return Shared(tuple(events))


def _refuse(wanted: Wanted) -> None:
    here = socket.gethostname()
    there = dict(analysers(history=wanted.job.asked.history))
    if (wanted.version, dict(wanted.job.run.analysers)) != (__version__, there):
        raise OssScanError(
            nl=f"op {here} staat een andere oss-scan ({__version__}) dan hier ({wanted.version}); installeer dezelfde",
            en=f"on {here} there is another oss-scan ({__version__}) than here ({wanted.version}); install the same",
        )
    if here != wanted.machine and ("://" not in wanted.job.address or wanted.job.address.startswith("sqlite:")):
        raise OssScanError(
            nl=f"{here} kan geen opslag in een bestand gebruiken; geef --store postgresql://… of workers hier",
            en=f"{here} cannot use a store in a file; give --store postgresql://… or workers here",
        )


@lru_cache(maxsize=4)
def _store(address: str) -> Store:
    """One for all tasks of a process."""
    return open_store(address, known=True)


@contextmanager
def _alive(claims: Claims, job: Job, worker: str, at: _At) -> Iterator[None]:
    """The leases of the task run on, unless it takes too long over one repository: then the process ends, since a
    thread that hangs cannot be ended. Dask starts another one."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(job.limits.lease / 4):
            seconds = job.limits.seconds
            if at.claim and time.monotonic() - at.since > seconds:
                values = {"path": printable(at.claim.todo.target), "seconds": f"{seconds:g}"}
                claims.release(worker, [at.claim.ordinal], Reason("timed-out", values))
                os._exit(1)
            claims.renew([worker], job.clock() + timedelta(seconds=job.limits.lease))

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()
