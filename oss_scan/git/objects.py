"""An object store, and the tree of a commit in it: listed once, blobs read by id."""

import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

import pygit2

from oss_scan.errors import UnreadableError
from oss_scan.inert import printable
from oss_scan.tree import LIMIT, Kind, Unread

_FOLDER, _LINK, _SUBMODULE = b"40000", b"120000", b"160000"
_ALTERNATES = 5  # how far alternates of alternates are followed, as git does


class DamagedError(Exception):
    """An object that is there but cannot be read."""


class Objects(Protocol):
    """An object store: sizes and contents by raw object id. Raises KeyError where an object is missing, else
    DamagedError."""

    def size(self, oid: bytes) -> int:
        """The size of an object in bytes."""

    def read(self, oid: bytes) -> bytes:
        """The content of an object."""


class Libgit2:
    """The object store of a repository that libgit2 has opened.

    Loose objects are read here: libgit2 1.9 never returns from one that is cut off.
    """

    def __init__(self, repo: pygit2.Repository, folder: Path) -> None:
        self._odb = repo.odb
        self._loose = tuple((store, fans) for store in _stores(folder, _ALTERNATES) if (fans := _fans(store)))

    def size(self, oid: bytes) -> int:
        """The size, without reading the content where it can be helped."""
        loose = self._find(oid)
        if loose:
            return _inflate(loose, None)[0]
        try:
            return self._odb.read_header(pygit2.Oid(raw=oid))[1]
        except KeyError:  # pygit2's is a GitError too
            raise
        except (pygit2.GitError, MemoryError, ValueError) as error:
            raise DamagedError(str(error)) from error

    def read(self, oid: bytes) -> bytes:
        """The content."""
        loose = self._find(oid)
        if loose:
            size, data = _inflate(loose, 1 << 62)
            if len(data) != size:
                raise DamagedError("cut off")
            return data
        try:
            return self._odb.read(pygit2.Oid(raw=oid))[1]
        except KeyError:  # pygit2's is a GitError too
            raise
        except (pygit2.GitError, MemoryError, ValueError) as error:
            raise DamagedError(str(error)) from error

    def _find(self, oid: bytes) -> Path | None:
        if not self._loose:
            return None
        name = oid.hex()
        candidates = (store / name[:2] / name[2:] for store, fans in self._loose if name[:2] in fans)
        return next((path for path in candidates if path.is_file()), None)


def _stores(folder: Path, depth: int) -> Iterator[Path]:
    """The object folders of a repository: its own and those that it borrows from."""
    yield folder
    listed = folder / "info" / "alternates"
    if depth and listed.is_file():
        for line in listed.read_bytes()[:65536].splitlines():
            if line and not line.startswith(b"#"):
                yield from _stores(folder / os.fsdecode(line), depth - 1)


def _fans(store: Path) -> frozenset[str]:
    try:
        return frozenset(name for name in os.listdir(store) if len(name) == 2)  # noqa: PTH208 - names are wanted
    except OSError:
        return frozenset()


def _inflate(path: Path, limit: int | None) -> tuple[int, bytes]:
    """The size that a loose object's header gives, and its content (empty without a limit)."""
    stream = zlib.decompressobj()
    try:
        with path.open("rb") as file:
            start = stream.decompress(file.read(4096), 4096)
            header, _, content = start.partition(b"\0")
            size = int(header.split(b" ")[1])
            if limit is None:
                return size, b""
            parts = [content, stream.decompress(stream.unconsumed_tail + file.read(), min(size, limit) + 1)]
    except (OSError, ValueError, IndexError, zlib.error, MemoryError, OverflowError) as error:
        raise DamagedError(str(error)) from error
    return size, b"".join(parts)


@dataclass(frozen=True, slots=True)
class Commit:
    """What is read of a commit; ids are raw."""

    oid: bytes
    tree: bytes
    parent: bytes | None  # the first
    seconds: int  # committer time since 1970


def commit(objects: Objects, oid: bytes) -> Commit:
    """Read a commit, a tag that points to one included. Raises KeyError, DamagedError."""
    fields: dict[bytes, bytes] = {}
    for line in objects.read(oid).partition(b"\n\n")[0].split(b"\n"):
        name, _, value = line.partition(b" ")
        fields.setdefault(name, value)
    try:
        if b"object" in fields:
            return commit(objects, bytes.fromhex(fields[b"object"].decode("ascii")))
        parent = fields.get(b"parent")
        return Commit(
            oid,
            bytes.fromhex(fields[b"tree"].decode("ascii")),
            bytes.fromhex(parent.decode("ascii")) if parent else None,
            int(fields[b"committer"].split()[-2]),
        )
    except (KeyError, ValueError, IndexError, RecursionError) as error:
        raise DamagedError(f"commit {oid.hex()}") from error


def tagged(objects: Objects, oid: bytes) -> int:
    """When a tag was made, in seconds since 1970: its own date, or that of the commit where it is a bare name.

    Raises KeyError, DamagedError.
    """
    head = objects.read(oid).partition(b"\n\n")[0]
    tagger = next((line for line in head.split(b"\n") if line.startswith(b"tagger ")), None)
    try:
        return int(tagger.split()[-2]) if tagger else commit(objects, oid).seconds
    except (ValueError, IndexError) as error:
        raise DamagedError(f"tag {oid.hex()}") from error


class GitTree:
    """The files of one commit in an object store, listed when it is first asked."""

    def __init__(self, objects: Objects, root: bytes, shown: str) -> None:
        self._objects = objects
        self._root = root
        self._shown = shown

    @cached_property
    def _entries(self) -> dict[str, tuple[bytes, bytes]]:
        try:
            return dict(sorted(_walk(self._objects, self._root)))
        except KeyError as error:
            raise UnreadableError("corrupt", path=self._shown, detail=f"tree {printable(str(error))}") from error
        except (DamagedError, ValueError) as error:
            raise UnreadableError("corrupt", path=self._shown, detail=printable(str(error))) from error

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def paths(self) -> Sequence[str]:
        """Every path, sorted. Raises UnreadableError where a folder cannot be read."""
        return self._paths

    def kind(self, path: str) -> Kind:
        """By the mode that git keeps."""
        mode = self._entries[path][0]
        return Kind.LINK if mode == _LINK else Kind.SUBMODULE if mode == _SUBMODULE else Kind.FILE

    def blob(self, path: str) -> str:
        """The object id."""
        return self._entries[path][1].hex()

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        """The content, unless it is missing, damaged, larger than the limit, or in a submodule."""
        mode, oid = self._entries[path]
        if mode == _SUBMODULE:
            return Unread("blob-submodule", path)
        try:
            if self._objects.size(oid) > limit:
                return Unread("blob-too-large", path)
            return self._objects.read(oid)
        except KeyError:
            return Unread("blob-missing", path)
        except DamagedError:
            return Unread("blob-corrupt", path)


def _walk(objects: Objects, root: bytes) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
    """Every entry below a tree: tree objects are parsed here, which is faster than an object for each entry."""
    folders = [("", root)]
    width = len(root)
    while folders:
        prefix, oid = folders.pop()
        data = objects.read(oid)
        at, end = 0, len(data)
        while at < end:
            cut = data.index(b"\0", at)
            mode, _, name = data[at:cut].partition(b" ")
            at = cut + 1 + width
            path = prefix + name.decode("utf-8", "surrogateescape")
            if mode == _FOLDER:
                folders.append((path + "/", data[cut + 1 : at]))
            else:
                yield path, (mode, data[cut + 1 : at])
