"""The work of a scan on a Dask cluster: tasks that claim what waits in the store, which is what is true.

A worker that is lost loses what it was at, and another claims that; of a scheduler that is lost the program tells.
"""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from oss_scan.errors import OssScanError
from oss_scan.scan.share import Shared, Wanted, called, share
from oss_scan.scan.work import Event, Job, settle
from oss_scan.store.claims import Claims

_TICK = 0.2
_CONNECTING = 10  # seconds
_WORKERLESS = 60.0  # seconds without any worker
_AWAY = 5.0  # seconds that the connection may be lost
_BARREN = 5  # tasks that may fail one after another


def spread(claims: Claims, job: Job, scheduler: str, tell: Callable[[Event], None]) -> None:
    """Let the workers of a cluster do all that a scan has to do.

    Raises OssScanError where the scheduler is not there or goes away, and where a worker cannot do it.
    """
    client = _connected(scheduler)
    tasks = _Tasks(client, scheduler, claims, job, tell)
    try:
        while not tasks.over:
            tasks.hand_out()
            time.sleep(_TICK)
            tasks.collect()
    finally:
        with suppress(Exception):  # it may be the scheduler that is gone
            client.cancel(list(tasks.running), force=True)
        with suppress(Exception):
            client.close(timeout=2)


class _Tasks:
    """What the cluster is at."""

    def __init__(self, client: Any, scheduler: str, claims: Claims, job: Job, tell: Callable[[Event], None]) -> None:
        self.over = False
        self.running: set[Any] = set()
        self._known: set[str] = set()
        self._client = client
        self._scheduler = scheduler
        self._claims = claims
        self._job = job
        self._tell = tell
        self._barren = 0
        self._gone: set[str] = set()
        self._there = self._answered = time.monotonic()

    def hand_out(self) -> None:
        """Keep every thread of the cluster busy as long as something waits; say what comes next once nobody is."""
        workers = self._workers()
        if workers is None:
            return
        self._known |= {called(one) for one in workers}
        self._gone = self._known - {called(one) for one in workers}
        self._claims.recover(self._verdict)
        left = self._claims.progress()
        useful = left.unlooked + left.left
        if left.looked and not left.unlooked:
            settle(self._claims, self._job, self._tell)
        elif not useful:
            self.over = not self.running
        threads = sum(one["nthreads"] for one in workers.values())
        for _ in range(min(threads, useful) - len(self.running)):
            self.running.add(self._client.submit(share, Wanted(self._job), pure=False))

    def collect(self) -> None:
        """Hear what tasks did."""
        for one in [task for task in self.running if task.done()]:
            self.running.discard(one)
            if one.status == "finished":
                self._barren = 0
                self._hear(one.result())
            elif one.status == "error":
                self._failed(one)

    def _hear(self, found: Shared) -> None:
        for event in found.events:
            self._tell(event)
        if found.failed:
            raise OssScanError(nl=found.failed[0], en=found.failed[1])

    def _failed(self, task: Any) -> None:
        """A task that ended without an answer: with its worker, most often."""
        self._barren += 1
        if self._barren >= _BARREN:
            error = task.exception()
            detail = f"{type(error).__name__}: {error}".splitlines()[0][:200]
            raise OssScanError(
                nl=f"de workers van {self._scheduler} kunnen niet werken ({detail}); staat daar dezelfde oss-scan?",
                en=f"the workers of {self._scheduler} cannot work ({detail}); is the same oss-scan there?",
            )

    def _verdict(self, worker: str) -> bool | None:
        """Whether what a worker was at counts as tried: what ended it may do so again. None where it may be there."""
        address, _, _ = worker.rpartition("/")[2].partition("#")
        return True if address in self._gone else None

    def _workers(self) -> dict[str, Any] | None:
        """The workers that are there, by their addresses; None where the scheduler does not answer."""
        now = time.monotonic()
        workers = None
        if self._client.status == "running":
            self._answered = now
            with suppress(OSError, ValueError):
                workers = dict(self._client.scheduler_info(n_workers=-1)["workers"])
        if now - self._answered > _AWAY:
            raise OssScanError(
                nl=f"de scheduler {self._scheduler} is weg; wat klaar is, is bewaard: geef dezelfde opdracht opnieuw "
                "als hij er weer is",
                en=f"the scheduler {self._scheduler} is gone; what is done is kept: give the same command again once "
                "it is there",
            )
        if workers:
            self._there = now
        elif now - self._there > _WORKERLESS:
            raise OssScanError(
                nl=f"de scheduler {self._scheduler} heeft geen workers; start ze met dask worker",
                en=f"the scheduler {self._scheduler} has no workers; start them with dask worker",
            )
        return workers


def refuse(scheduler: str) -> None:
    """Raises OssScanError where Dask is not installed, or the address is none of a scheduler."""
    try:
        from distributed.comm.addressing import get_address_host_port
    except ModuleNotFoundError:
        raise OssScanError(
            nl="voor --scheduler is Dask nodig; installeer het met pip install 'oss-scan[cluster]'",
            en="--scheduler needs Dask; install it with pip install 'oss-scan[cluster]'",
        ) from None
    try:
        get_address_host_port(scheduler)
    except ValueError as error:
        raise OssScanError(
            nl=f"--scheduler {scheduler} is geen adres ({error}); schrijf tcp://HOST:POORT",
            en=f"--scheduler {scheduler} is no address ({error}); write tcp://HOST:PORT",
        ) from None


def _connected(scheduler: str) -> Any:
    import distributed

    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).handlers = [logging.NullHandler()]  # what matters is told in a sentence
    connect: Any = distributed.Client
    try:
        return connect(scheduler, timeout=_CONNECTING, set_as_default=False, name="oss-scan")
    except (OSError, ValueError) as error:  # such as a TimeoutError, or a UnicodeError for the name
        raise OssScanError(
            nl=f"op {scheduler} antwoordt geen scheduler van Dask ({error}); start hem met dask scheduler",
            en=f"no Dask scheduler answers at {scheduler} ({error}); start it with dask scheduler",
        ) from None
