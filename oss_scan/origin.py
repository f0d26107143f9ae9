"""The process that workers are copies of: it takes a second to get ready, so whoever needs workers starts it first."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, get_context, resource_tracker

COPIES = get_context("forkserver")
COPIES.set_forkserver_preload(["oss_scan.scan.preloaded"])
_SAFE = "PYTHONSAFEPATH"


def get_ready() -> None:
    """Start it where it does not run, and wait for nothing; what goes wrong is said by whoever needs it."""
    with apart(), suppress(OSError):
        forkserver.ensure_running()


@contextmanager
def apart() -> Iterator[None]:
    """A Python that starts meanwhile imports nothing from the current folder, which may be a scanned repository, and
    does not hear what the terminal sends: that is for the program, which then ends its workers."""
    before = os.environ.get(_SAFE)
    os.environ[_SAFE] = "1"
    try:
        resource_tracker.ensure_running()  # whoever starts it hears the terminal again
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)
    finally:
        if before is None:
            del os.environ[_SAFE]
        else:
            os.environ[_SAFE] = before
