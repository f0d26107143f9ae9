"""Several workers at once: started, watched, replaced where they end, cut off where they hang."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from multiprocessing.connection import wait

from oss_scan.errors import OssScanError
from oss_scan.inert import printable
from oss_scan.scan.process import At, Failed, Idle, Worker, start
from oss_scan.scan.work import Done, Event, Job, Looked, settle
from oss_scan.store.claims import Claims
from oss_scan.texts import Reason

_TICK = 0.5  # seconds between two looks at the clock
_BARREN = 5  # workers that may end one after another without having begun anything


def supervise(claims: Claims, job: Job, jobs: int, tell: Callable[[Event], None]) -> None:
    """Let `jobs` workers do all that a scan has to do. Raises OssScanError where the store fails.

    Whatever ends this ends the workers too, and what they were at waits again.
    """
    pool = _Pool(claims, job, tell)
    try:
        while not pool.over:
            pool.fill(jobs)
            pool.listen()
            pool.cut_off()
            pool.renew()
            pool.lead()
    finally:
        pool.end()


class _Pool:
    """The workers of one scan."""

    def __init__(self, claims: Claims, job: Job, tell: Callable[[Event], None]) -> None:
        self.over = False
        self._claims = claims
        self._job = job
        self._tell = tell
        self._workers: list[Worker] = []
        self._barren = 0
        self._renewed = time.monotonic()
        self._most = self._useful()

    def fill(self, jobs: int) -> None:
        """Start what is missing, but no more than there is to do."""
        missing = min(jobs, max(self._most, 1)) - len(self._workers)
        new = [start() for _ in range(missing)]
        self._workers += new
        for worker in new:
            with suppress(OSError):  # it has ended already, and its sentinel says so
                worker.connection.send(self._job)

    def listen(self) -> None:
        """Hear what the workers say, for a moment, and see which ended."""
        ready = wait([one for worker in self._workers for one in (worker.connection, worker.process.sentinel)], _TICK)
        for worker in tuple(self._workers):
            if worker.connection in ready or worker.process.sentinel in ready:
                self._hear(worker)
            if worker.process.sentinel in ready:
                self._gone(worker, None)

    def cut_off(self) -> None:
        """End a worker that takes too long over one repository, which is unreadable then."""
        seconds = self._job.limits.seconds
        for worker in tuple(self._workers):
            if worker.at is not None and not worker.idle and time.monotonic() - worker.since > seconds:
                self._hear(worker)
                if time.monotonic() - worker.since > seconds:
                    self._gone(worker, f"{seconds:g}")

    def renew(self) -> None:
        """The leases of living workers run on."""
        now = time.monotonic()
        if now - self._renewed > self._job.limits.lease / 4:
            self._renewed = now
            until = self._job.clock() + timedelta(seconds=self._job.limits.lease)
            self._claims.renew([worker.name for worker in self._workers], until)

    def lead(self) -> None:
        """Say what comes next once nobody finds anything to do."""
        if not all(worker.idle for worker in self._workers):
            return
        left = self._claims.progress()
        if left.looked and not left.unlooked:
            settle(self._claims, self._job, self._tell)
            self._go_on()
        elif left.unlooked or left.left:  # of another program on the same scan, until its lease runs out
            time.sleep(_TICK)
            self._go_on()
        else:
            self.over = True

    def end(self) -> None:
        """End all workers; what they were at waits again, and does not count as tried."""
        for worker in self._workers:
            worker.end()
        for worker in self._workers:
            self._claims.release(worker.name, ())
        self._workers.clear()

    def _useful(self) -> int:
        left = self._claims.progress()
        return left.unlooked + left.looked + left.left

    def _go_on(self) -> None:
        for worker in self._workers:
            worker.go_on()

    def _hear(self, worker: Worker) -> None:
        try:
            while worker.connection.poll():
                message = worker.connection.recv()
                worker.since = time.monotonic()
                if isinstance(message, At):
                    worker.at, self._barren = message, 0
                elif isinstance(message, Idle):
                    worker.at, worker.idle = None, True
                elif isinstance(message, Failed):
                    raise OssScanError(nl=message.nl, en=message.en)
                elif isinstance(message, Looked | Done):
                    self._tell(message)
        except (EOFError, OSError):
            return  # it ended; its sentinel says so too

    def _gone(self, worker: Worker, too_long: str | None) -> None:
        """A worker ended, or is ended since it took too long: what it had claimed waits again."""
        status = worker.process.exitcode
        at, idle = worker.at, worker.idle
        worker.end()
        self._workers.remove(worker)
        if status == 0 and too_long is None:
            self._most = self._useful()
            return  # it had done its share
        self._barren += at is None and not idle
        if self._barren >= _BARREN:
            raise RuntimeError(f"workers end before they begin, with status {status}")
        reason = Reason("timed-out", {"path": printable(at.target), "seconds": too_long}) if at and too_long else None
        self._claims.release(worker.name, [at.ordinal] if at else (), reason)
        self._go_on()
