"""Repositories on this machine: a path, or a folder of such."""

import os
from collections.abc import Iterator
from pathlib import Path

from oss_scan.git import is_repository

#: How deep below a named folder repositories are looked for.
DEPTH = 3


def repositories(target: str) -> tuple[Path, ...]:
    """The repository at a path, or those in the folder; a path with none stands for itself: scanning says why."""
    path = Path(target)
    try:
        if is_repository(path) or not path.is_dir():
            return (path,)
    except OSError:  # such as a name that is too long
        return (path,)
    return tuple(_below(path, DEPTH)) or (path,)


def _below(folder: Path, depth: int) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            children = sorted(
                (entry for entry in entries if entry.is_dir(follow_symlinks=False)), key=lambda entry: entry.name
            )
    except OSError:  # it may not be read, or is gone: scanning says why
        yield folder
        return
    for child in children:
        path = Path(child.path)
        if is_repository(path):
            yield path
        elif depth > 1 and child.name != ".git":
            yield from _below(path, depth - 1)
