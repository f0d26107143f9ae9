"""The files of a working copy as they lie."""

import os
import stat
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha1
from pathlib import Path
from typing import BinaryIO

from oss_scan.errors import UnreadableError
from oss_scan.tree import LIMIT, Kind, Unread

_PATIENCE = 120  # seconds
_MOST_HASHED = 1 << 30  # bytes of a file that gets an id


class WorkTree:
    """The files of a working copy as they lie: tracked or new, ignored ones left out. Links are not followed."""

    def __init__(self, top: Path, shown: str) -> None:
        self._top = Path(os.path.realpath(top))
        self._kinds = {path: kind for path in _listed(top, shown) if (kind := self._look(path)) is not None}
        self._paths = tuple(self._kinds)

    def _look(self, path: str) -> Kind | None:
        place = self._top / path
        try:
            mode = place.lstat().st_mode
            if os.path.realpath(place.parent) != str(place.parent):
                return None  # a folder that was replaced by a link
        except OSError:
            return None
        if stat.S_ISLNK(mode):
            return Kind.LINK
        return Kind.FILE if stat.S_ISREG(mode) else Kind.SUBMODULE if stat.S_ISDIR(mode) else None

    def paths(self) -> Sequence[str]:
        """Every path, sorted."""
        return self._paths

    def kind(self, path: str) -> Kind:
        """By what lies there."""
        return self._kinds[path]

    def blob(self, path: str) -> str:
        """The id that git would give to the content as it lies; empty where it cannot be read or is over 1 GiB."""
        try:
            if self._kinds[path] is Kind.LINK:
                target = os.fsencode(os.readlink(self._top / path))  # noqa: PTH115 - bytes are wanted
                return sha1(b"blob %d\0" % len(target) + target, usedforsecurity=False).hexdigest()
            with self._open(path) as file:
                size = os.fstat(file.fileno()).st_size
                if size > _MOST_HASHED:
                    return ""
                digest = sha1(b"blob %d\0" % size, usedforsecurity=False)
                while chunk := file.read(1 << 20):
                    digest.update(chunk)
        except OSError:
            return ""
        return digest.hexdigest()

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        """The content of a file, the target of a link."""
        kind = self._kinds[path]
        try:
            if kind is Kind.LINK:
                return os.fsencode(os.readlink(self._top / path))  # noqa: PTH115 - bytes are wanted
            if kind is Kind.SUBMODULE:
                return Unread("blob-submodule", path)
            with self._open(path) as file:
                if os.fstat(file.fileno()).st_size > limit:
                    return Unread("blob-too-large", path)
                return file.read()
        except OSError:
            return Unread("blob-missing", path)

    def _open(self, path: str) -> BinaryIO:
        return open(os.open(self._top / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb")  # noqa: PTH123


def _listed(top: Path, shown: str) -> list[str]:
    """Tracked and new files, sorted, by libgit2 in a process of its own: it may wait for ever on a damaged file."""
    command = [sys.executable, "-m", "oss_scan.git.listed", str(top)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603 - our own
    except subprocess.TimeoutExpired:
        raise UnreadableError("worktree-unlisted", path=shown, detail=f"{_PATIENCE} s") from None
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise UnreadableError("worktree-unlisted", path=shown, detail="".join(last)[:200]) from None
    return sorted(os.fsdecode(name) for name in done.stdout.split(b"\0") if name)
