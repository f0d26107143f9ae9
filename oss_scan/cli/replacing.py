"""Puts new contents in a file in one step: it holds the old or the new, never a half."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of another, or is made, once all of it is written.

    The mode of the other stays, and a link goes on leading to it. Raises OSError.
    """
    real = path.resolve()
    beside = real.with_name(f".{real.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if real.exists():
            shutil.copymode(real, beside)
        beside.replace(real)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def replace(path: Path, data: bytes) -> None:
    """Replace what a file holds, or make it. Raises OSError."""
    with replacing(path) as file:
        file.write(data)
