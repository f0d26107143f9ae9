"""Puts new contents in files in one step: each holds the old or the new, never a half."""

import errno
import os
import secrets
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_STANDARD = (1, 2)
#: Its folder is closed, on another disk than the new file, or it is a mount: it can only be written over.
_ONLY_OVER = frozenset({errno.EACCES, errno.EPERM, errno.EXDEV, errno.EBUSY})


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of another, or is made, once all of it is written.

    The mode and owner of the other stay, and a link goes on leading to it. A device, a pipe, and what is open as
    standard output are written to as they are. Raises OSError.
    """
    straight = _straight(path)
    if straight is not None:
        with open(straight, "wb", closefd=straight not in _STANDARD) as file:
            yield file
        return
    with _placing(path.resolve()) as file:
        yield file
        _close(file)


def replace(path: Path, data: bytes) -> None:
    """Replace what a file holds, or make it. Raises OSError."""
    with replacing(path) as file:
        file.write(data)


def replace_all(contents: Mapping[Path, bytes]) -> None:
    """Replace what files hold, or make them: none of them before all are written. Raises OSError.

    A device or a pipe among them is written to as it is.
    """
    with ExitStack() as every:
        for path, data in reversed(tuple(contents.items())):  # they are put in their places in the order given
            file = every.enter_context(replacing(path))
            file.write(data)
            _close(file)  # a report can have more files than a process may hold open


def _close(file: BinaryIO) -> None:
    """Close a file once all of it is on the disk, if it is on one."""
    if not file.closed:
        file.flush()
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            os.fsync(file.fileno())
        file.close()


@contextmanager
def _placing(real: Path) -> Iterator[BinaryIO]:
    """A new file that gets its place at the end, and is gone where anything went wrong before."""
    there = real.exists()
    if there and not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(real))
    folder = real.parent if not there or os.access(real.parent, os.W_OK) else Path(tempfile.gettempdir())
    beside = folder / f".oss-scan.{secrets.token_hex(8)}"
    try:
        with beside.open("xb") as file:
            if there:
                _like(real, beside)  # before it holds anything: what few may read, few may read meanwhile
            yield file
        try:
            beside.replace(real)
        except OSError as error:
            if not there or error.errno not in _ONLY_OVER:
                raise
            shutil.copyfile(beside, real)
            beside.unlink()
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _like(real: Path, beside: Path) -> None:
    """Give a new file the owner and mode of the one that it takes the place of."""
    known = real.stat()
    with suppress(OSError):  # only an administrator may
        os.chown(beside, known.st_uid, known.st_gid)
    shutil.copymode(real, beside)


def _straight(path: Path) -> int | None:
    """What is to be written to as it is, as a number that can be opened; None for an ordinary file, or none yet."""
    try:
        there = path.stat()
    except FileNotFoundError:
        return None
    for number in _STANDARD:
        with suppress(OSError):
            if os.path.samestat(os.fstat(number), there):
                sys.stdout.flush()
                return number
    ordinary = stat.S_ISREG(there.st_mode) or stat.S_ISDIR(there.st_mode)
    return None if ordinary else os.open(path, os.O_WRONLY)
