"""A worker in a process of its own: what runs in it, and how the program sees it."""

import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

from oss_scan.errors import OssScanError
from oss_scan.inert import printable
from oss_scan.origin import COPIES, apart
from oss_scan.scan.work import Event, Job, name, work
from oss_scan.store import open_store
from oss_scan.store.claims import Claims
from oss_scan.store.todo import Claim

_STARTS, _TICK = 5, 0.1


@dataclass(frozen=True, slots=True)
class At:
    """The worker begins with this claim."""

    ordinal: int
    target: str


@dataclass(frozen=True, slots=True)
class Idle:
    """The worker found nothing that waits, and waits itself until it is told to go on."""


@dataclass(frozen=True, slots=True)
class Failed:
    """What the user can put right, in both languages; the worker stops."""

    nl: str
    en: str


@dataclass
class Worker:
    """A worker as the program sees it; `since` is on the monotonic clock."""

    process: ForkServerProcess
    connection: Connection
    folder: str
    name: str
    at: At | None = None
    since: float = field(default_factory=time.monotonic)
    idle: bool = False

    def go_on(self) -> None:
        """Let it look once more for what waits."""
        if self.idle:
            self.idle, self.since = False, time.monotonic()
            with suppress(OSError):
                self.connection.send(True)

    def end(self) -> None:
        """Stop it and all that it started, at once; gone when this returns."""
        pid = self.process.pid
        if pid is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)
        self.process.kill()
        self.process.join()
        self.process.close()
        self.connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def start() -> Worker:
    """Start a worker, which then waits for its `Job` on the connection: many can get going at once."""
    folder = tempfile.mkdtemp(prefix="oss-scan-")
    for _ in range(_STARTS):
        # the process that it is a copy of may be lost at this moment; there is a new one the next time
        try:
            return _started(folder)
        except (EOFError, ConnectionError):
            time.sleep(_TICK)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            if "AF_UNIX" not in str(error):
                raise
            where = printable(tempfile.gettempdir())
            raise OssScanError(
                nl=f"het pad van de map voor tijdelijke bestanden ({where}) is te lang om met workers te praten; zet "
                "TMPDIR op een korter pad, zoals /tmp",
                en=f"the path of the folder for temporary files ({where}) is too long to talk with workers; set TMPDIR "
                "to a shorter one, such as /tmp",
            ) from error
    shutil.rmtree(folder, ignore_errors=True)
    raise RuntimeError("no worker can be started")


def _started(folder: str) -> Worker:
    ours, theirs = COPIES.Pipe()
    process = COPIES.Process(target=main, args=(theirs, folder, dict(os.environ)), daemon=True)
    with apart():
        process.start()
    theirs.close()
    return Worker(process, ours, folder, name(os.getpid(), process.pid or 0))


def main(connection: Connection, folder: str, environment: Mapping[str, str]) -> None:
    """What runs in the process: work until told otherwise, or until it has done its share.

    The process that this one is a copy of may have begun with another environment.
    """
    os.setsid()  # so that what git starts ends with the worker
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = folder
    parent = parent_process()
    assert parent is not None
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()

    def tell(message: Event) -> None:
        connection.send(message)

    def at(claim: Claim) -> None:
        connection.send(At(claim.ordinal, claim.todo.target))

    try:
        job: Job = connection.recv()
        left = job.limits.claims
        claims = Claims(open_store(job.address, known=True), job.run)
        worker = name(parent.pid or 0, os.getpid())
        while left > 0:
            done = work(claims, job, worker, tell, at, enough=left)
            left -= done
            if not done:
                connection.send(Idle())
                if not connection.recv():
                    return
    except OssScanError as error:
        connection.send(Failed(error.nl, error.en))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the program is gone


def _end_with_parent(folder: str) -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    shutil.rmtree(folder, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)
