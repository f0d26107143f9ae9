"""Repositories on this machine: a path, or a folder of such."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from oss_scan.errors import EmptyFolderError, OssScanError
from oss_scan.git import is_repository
from oss_scan.inert import printable
from oss_scan.texts import Reason

#: Folders that are looked through below one that is named, and how deep one may lie; a deeper one stands for itself.
MOST = 100_000
DEEPEST = 100


def repositories(target: str) -> tuple[Path, ...]:
    """The repository at a path, or those anywhere below the folder, except inside another; a path at which there is no
    folder, or one inside a repository, stands for itself: scanning says why.

    Symbolic links are not followed. Raises EmptyFolderError for a folder without any, and OssScanError for one that
    holds too much to look through.
    """
    path = Path(target)
    try:
        if is_repository(path) or not path.is_dir():
            return (path,)
    except OSError:  # such as a name that is too long
        return (path,)
    passed: Counter[str] = Counter()  # folders and links
    found = tuple(_below(path, 1, passed, target))
    if found:
        return found
    if any(is_repository(parent) for parent in path.resolve().parents):
        return (path,)
    values = {"path": printable(target), "folders": str(passed["folder"]), "links": str(passed["link"])}
    raise EmptyFolderError(
        nl="in {path} ligt geen git-repository (doorzochte mappen: {folders}, niet gevolgde symbolische links: "
        "{links}); noem de map waarin ze liggen".format(**values),
        en="no git repository lies in {path} (folders looked through: {folders}, symbolic links not followed: "
        "{links}); name the folder in which they lie".format(**values),
    )


def too_deep(path: Path, target: str) -> Reason | None:
    """Why nobody knows what lies in a folder that `repositories` gave: it was not looked through."""
    depth = len(path.parts) - len(Path(target).parts)
    if depth < DEEPEST or is_repository(path):
        return None
    return Reason("folder-too-deep", {"path": printable(str(path)), "depth": str(depth)})


def _below(folder: Path, depth: int, passed: Counter[str], target: str) -> Iterator[Path]:
    passed["folder"] += 1
    if passed["folder"] > MOST:
        raise OssScanError(
            nl=f"in {printable(target)} liggen te veel mappen om te doorzoeken (meer dan {MOST}); noem mappen "
            "dichter bij de repository's",
            en=f"too many folders lie in {printable(target)} to look through (more than {MOST}); name folders "
            "closer to the repositories",
        )
    if depth > DEEPEST:  # not looked through: scanning says that it could not be read
        yield folder
        return
    try:
        with os.scandir(folder) as entries:
            every = sorted(entries, key=lambda entry: entry.name)
            passed["link"] += sum(entry.is_symlink() for entry in every)
            children = [Path(entry.path) for entry in every if entry.is_dir(follow_symlinks=False)]
    except OSError:  # it may not be read, or is gone: scanning says why
        yield folder
        return
    for child in children:
        if is_repository(child):
            yield child
        elif child.name != ".git":
            yield from _below(child, depth + 1, passed, target)
