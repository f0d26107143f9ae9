"""The process that workers are copies of: it takes a second to get ready, so whoever needs workers starts it first."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, get_context

COPIES = get_context("forkserver")
COPIES.set_forkserver_preload(["oss_scan.scan.preloaded"])
_SAFE = "PYTHONSAFEPATH"


def get_ready() -> None:
    """Start it where it does not run, and wait for nothing."""
    with apart():
        forkserver.ensure_running()


@contextmanager
def apart() -> Iterator[None]:
    """A Python that starts meanwhile imports nothing from the current folder, which may be a scanned repository, and
    does not hear what the terminal sends: that is for the program, which then ends its workers."""
    before = os.environ.get(_SAFE)
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    os.environ[_SAFE] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE]
        else:
            os.environ[_SAFE] = before
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
