"""The files of one commit: what collectors read, wherever it lies. Nothing in a tree is ever run."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha1
from typing import Protocol, runtime_checkable

#: Bytes of one blob that are read at most; a larger one is `Unread("blob-too-large")`.
LIMIT = 4 * 1024 * 1024
_HOPS = 8  # links that are followed inside a tree


class Kind(StrEnum):
    """What an entry of a tree is."""

    FILE = "file"
    LINK = "link"
    SUBMODULE = "submodule"


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a blob was not read: `code` is a reason code of `texts.REASONS` that begins with `blob-`."""

    code: str
    path: str


@dataclass(frozen=True, slots=True)
class History:
    """What git says beside the files: the commit that is read, its date, and the names that point to commits."""

    commit: str
    committed: datetime
    branch: str | None
    shallow: bool
    tags: tuple[str, ...]
    roots: tuple[str, ...] | None = None  # every first commit; None where nobody looked, or it cannot be known


class Tree(Protocol):
    """The files of one commit (or of a working tree). Paths are `/`-separated; bytes that are not UTF-8
    stand in them as lone surrogates (PEP 383)."""

    def paths(self) -> Sequence[str]:
        """Every entry below the root that is not a folder, in git's order."""

    def kind(self, path: str) -> Kind:
        """What the entry is; KeyError where there is none."""

    def blob(self, path: str) -> str:
        """The hexadecimal object id of the entry."""

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        """The bytes of a file, or of a link its target as text."""


#: The rank of files that tell something all together only.
WHOLE = 5


@runtime_checkable
class Budgeted(Protocol):
    """A tree of which not everything is fetched: it tells what is needed from what would help."""

    def seek(self, path: str, rank: int, limit: int = LIMIT) -> bytes | Unread:
        """The bytes of a file that would help; Unread("blob-not-fetched") where the budget does not reach it. Of rank
        `WHOLE` all files help together, and the first of them alone do not."""


def resolve(tree: Tree, path: str) -> str | Unread:
    """Where `path` leads when links *inside* the tree are followed; never looks outside the tree."""
    start = path
    known = set(tree.paths())
    for _ in range(_HOPS):
        if path not in known:
            return Unread("blob-link", start)
        kind = tree.kind(path)
        if kind is Kind.FILE:
            return path
        if kind is Kind.SUBMODULE:
            return Unread("blob-submodule", start)
        target = tree.read(path, 4096)
        if isinstance(target, Unread):
            return target
        joined = posixpath.join(posixpath.dirname(path), target.decode("utf-8", "surrogateescape"))
        path = posixpath.normpath(joined)
        if path.startswith(("/", "../")) or path in ("..", "."):
            return Unread("blob-link", start)
    return Unread("blob-link", start)


def read_through(tree: Tree, path: str, limit: int = LIMIT) -> bytes | Unread:
    """The bytes at `path`, links inside the tree followed."""
    if tree.kind(path) is Kind.FILE:
        return tree.read(path, limit)
    target = resolve(tree, path)
    return target if isinstance(target, Unread) else tree.read(target, limit)


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link in a `MemoryTree`."""

    target: str


class MemoryTree:
    """A tree written out in code: path → bytes, or `Link`."""

    def __init__(self, files: Mapping[str, bytes | Link]) -> None:
        self._files = dict(sorted(files.items()))

    def paths(self) -> Sequence[str]:
        """Every path, sorted."""
        return tuple(self._files)

    def kind(self, path: str) -> Kind:
        """A file, or a link."""
        return Kind.LINK if isinstance(self._files[path], Link) else Kind.FILE

    def blob(self, path: str) -> str:
        """The id that git would give to the content."""
        data = self._bytes(path)
        return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        """The content."""
        data = self._bytes(path)
        return data if len(data) <= limit else Unread("blob-too-large", path)

    def _bytes(self, path: str) -> bytes:
        held = self._files[path]
        return held.target.encode() if isinstance(held, Link) else held
