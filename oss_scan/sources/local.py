"""Repositories on this machine: a path, or a folder of such."""

import os
from collections.abc import Iterator
from pathlib import Path

from oss_scan.errors import OssScanError
from oss_scan.git import is_repository
from oss_scan.inert import printable

#: How deep below a named folder repositories are looked for.
DEPTH = 3


def repositories(target: str) -> tuple[Path, ...]:
    """The repository at a path, or those in the folder; a path that is neither stands for itself: scanning says why.

    Raises OssScanError for a folder without any.
    """
    path = Path(target)
    if is_repository(path) or not path.is_dir():
        return (path,)
    found = tuple(_below(path, DEPTH))
    if not found:
        shown = printable(target)
        raise OssScanError(
            nl=f"in {shown} is geen git-repository gevonden; noem een repository of een map met repositories",
            en=f"no git repository was found in {shown}; name a repository, or a folder of repositories",
        )
    return found


def _below(folder: Path, depth: int) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        children = sorted(
            (entry for entry in entries if entry.is_dir(follow_symlinks=False)), key=lambda entry: entry.name
        )
    for child in children:
        path = Path(child.path)
        if is_repository(path):
            yield path
        elif depth > 1 and child.name != ".git":
            yield from _below(path, depth - 1)
