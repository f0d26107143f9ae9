"""The files of a working copy as they lie."""

import os
import stat
from collections.abc import Sequence
from hashlib import sha1
from pathlib import Path
from typing import BinaryIO

import pygit2
from pygit2.enums import FileStatus

from oss_scan.tree import LIMIT, Kind, Unread


class WorkTree:
    """The files of a working copy as they lie: tracked or new, ignored ones left out. Links are not followed."""

    def __init__(self, repo: pygit2.Repository) -> None:
        self._top = Path(os.path.realpath(repo.workdir))
        tracked = {entry.path for entry in repo.index}
        new = {path for path, status in repo.status(untracked_files="all").items() if status & FileStatus.WT_NEW}
        found = {path: kind for path in sorted(tracked | new) if (kind := self._look(path)) is not None}
        self._kinds = found
        self._paths = tuple(found)

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
        """The id that git would give to the content as it lies; empty where it cannot be read."""
        if self._kinds[path] is Kind.LINK:
            target = os.fsencode(os.readlink(self._top / path))  # noqa: PTH115 - bytes are wanted
            return sha1(b"blob %d\0" % len(target) + target, usedforsecurity=False).hexdigest()
        try:
            with self._open(path) as file:
                digest = sha1(b"blob %d\0" % os.fstat(file.fileno()).st_size, usedforsecurity=False)
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
