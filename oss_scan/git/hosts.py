"""No more than so many fetches at a time from one host, whichever of the user's processes they are in."""

import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from oss_scan.errors import UnreadableError
from oss_scan.git.stopping import rest

_TICK = 0.005  # seconds between two looks at whether it is our turn


@dataclass(frozen=True, slots=True)
class Turns:
    """So many at a time from one host; the folder is where processes see each other."""

    folder: Path
    most: int


@contextmanager
def turn(turns: Turns | None, url: str, patience: float) -> Iterator[None]:
    """Wait until it is our turn at the host of an address, at most `patience` seconds. Raises UnreadableError.

    A lock goes with the process that holds it, however that ends. What is on this machine's disk has no host.
    """
    host = host_of(url)
    if turns is None or not host:
        yield
        return
    turns.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = re.sub(r"[^a-z0-9.-]", "_", host)[:200]
    until = time.monotonic() + patience
    while (lock := _free(turns, name)) is None:
        if time.monotonic() > until:
            raise UnreadableError("host-busy", host=host)
        rest(_TICK)
    try:
        yield
    finally:
        spare = _free(turns, name)
        os.close(lock)
        if spare is None:
            time.sleep(2 * _TICK)  # whoever waits goes first: else one that calls again and again keeps its turn
        else:
            os.close(spare)


def _free(turns: Turns, name: str) -> int | None:
    for number in range(turns.most):
        handle = os.open(turns.folder / f"{name}.{number}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
        else:
            return handle
    return None


def host_of(url: str) -> str:
    """The host of an address, with its port; of `git@host:path` too. Empty for what is on this machine's disk."""
    if "://" not in url:
        return url.partition(":")[0].rpartition("@")[2].lower()
    parts = urlsplit(url)
    return "" if parts.scheme == "file" else parts.netloc.rpartition("@")[2].lower()
