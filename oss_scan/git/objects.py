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
_ALTERNATES = 100  # object folders that are looked into at most
_MOST_COMMIT = 4 * 1024 * 1024  # bytes of a commit or tag
_MOST_TREE = 64 * 1024 * 1024  # bytes of one folder
#: Entries of a tree, and characters of their paths: a few kB of folders can name one another 10^11 times.
MOST_ENTRIES = 1_000_000
_MOST_PATHS = 256 * 1024 * 1024
_MOST_FOLDERS = 250_000
_HELD = 4 * 1024 * 1024  # bytes of files that are kept, since more than one collector reads them


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
    """An object store through libgit2.

    Loose objects are read here: libgit2 1.9 never returns from one that is cut off.
    """

    def __init__(self, folder: Path) -> None:
        self._odb = pygit2.Odb(str(folder))
        self._loose = tuple((store, fans) for store in _stores(folder) if (fans := _fans(store)))

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


def _stores(folder: Path) -> Sequence[Path]:
    """The object folders of a repository: its own and those that it borrows from, each once."""
    found: dict[Path, None] = {}
    waiting = [folder]
    while waiting and len(found) < _ALTERNATES:
        store = Path(os.path.realpath(waiting.pop(0)))
        listed = store / "info" / "alternates"
        if store in found:
            continue
        found[store] = None
        if listed.is_file():
            with listed.open("rb") as file:
                lines = file.read(65536).splitlines()[:_ALTERNATES]
            waiting += [store / os.fsdecode(line) for line in lines if line and not line.startswith(b"#")]
    return tuple(found)


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
            if limit is None or size > limit:
                return size, b""
            parts, got = [content], len(content)
            while got <= size and not stream.eof:
                fed = stream.unconsumed_tail or file.read(1 << 16)
                if not fed:
                    break
                parts.append(stream.decompress(fed, size + 1 - got))
                got += len(parts[-1])
    except (OSError, ValueError, IndexError, zlib.error, MemoryError, OverflowError) as error:
        raise DamagedError(str(error)) from error
    return size, b"".join(parts)


def _read(objects: Objects, oid: bytes, most: int) -> bytes:
    if objects.size(oid) > most:
        raise DamagedError(f"{oid.hex()} > {most}")
    return objects.read(oid)


@dataclass(frozen=True, slots=True)
class Commit:
    """What is read of a commit; ids are raw."""

    oid: bytes
    tree: bytes
    parents: tuple[bytes, ...]
    seconds: int  # committer time since 1970


def commit(objects: Objects, oid: bytes) -> Commit:
    """Read a commit, a tag that points to one included. Raises KeyError, DamagedError."""
    fields: dict[bytes, bytes] = {}
    parents: list[bytes] = []
    for line in _read(objects, oid, _MOST_COMMIT).partition(b"\n\n")[0].split(b"\n"):
        name, _, value = line.partition(b" ")
        fields.setdefault(name, value)
        parents += [value] if name == b"parent" else []
    try:
        if b"object" in fields:
            return commit(objects, bytes.fromhex(fields[b"object"].decode("ascii")))
        return Commit(
            oid,
            bytes.fromhex(fields[b"tree"].decode("ascii")),
            tuple(bytes.fromhex(parent.decode("ascii")) for parent in parents),
            int(fields[b"committer"].split()[-2]),
        )
    except (KeyError, ValueError, IndexError, RecursionError) as error:
        raise DamagedError(oid.hex()) from error


def tagged(objects: Objects, oid: bytes) -> int:
    """When a tag was made, in seconds since 1970: its own date, or that of the commit where it is a bare name.

    Raises KeyError, DamagedError.
    """
    head = _read(objects, oid, _MOST_COMMIT).partition(b"\n\n")[0]
    tagger = next((line for line in head.split(b"\n") if line.startswith(b"tagger ")), None)
    try:
        return int(tagger.split()[-2]) if tagger else commit(objects, oid).seconds
    except (ValueError, IndexError) as error:
        raise DamagedError(f"tag {oid.hex()}") from error


class GitTree:
    """The files of one commit in an object store, listed when it is first asked."""

    def __init__(self, objects: Objects, root: bytes, shown: str) -> None:
        self._objects = objects
        self.root = root.hex()
        self._shown = shown
        self._held: dict[bytes, bytes] = {}
        self._room = _HELD

    @cached_property
    def _entries(self) -> dict[str, tuple[bytes, bytes]]:
        try:
            return dict(sorted(_walk(self._objects, bytes.fromhex(self.root))))
        except TooManyError as error:
            raise UnreadableError("too-many-files", path=self._shown, limit=str(MOST_ENTRIES)) from error
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

    def ids(self) -> dict[str, str]:
        """Every path with its object id."""
        return {path: oid.hex() for path, (_, oid) in self._entries.items()}

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        """The content, unless it is missing, damaged, larger than the limit, or in a submodule."""
        mode, oid = self._entries[path]
        if mode == _SUBMODULE:
            return Unread("blob-submodule", path)
        held = self._held.get(oid)
        if held is not None and len(held) <= limit:
            return held
        try:
            if self._objects.size(oid) > limit:
                return Unread("blob-too-large", path)
            data = self._objects.read(oid)
        except KeyError:
            return Unread("blob-missing", path)
        except DamagedError:
            return Unread("blob-corrupt", path)
        if len(data) <= self._room:
            self._held[oid] = data
            self._room -= len(data)
        return data


class TooManyError(Exception):
    """A tree with more entries than are read."""


def _walk(objects: Objects, root: bytes) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
    """Every entry below a tree: tree objects are parsed here, which is faster than an object for each entry."""
    folders = [("", root)]
    width = len(root)
    count = characters = visited = 0
    while folders:
        prefix, oid = folders.pop()
        visited += 1
        if visited > _MOST_FOLDERS:
            raise TooManyError
        data = _read(objects, oid, _MOST_TREE)
        at, end = 0, len(data)
        while at < end:
            cut = data.index(b"\0", at)
            mode, _, name = data[at:cut].partition(b" ")
            at = cut + 1 + width
            if at > end:
                raise DamagedError(oid.hex())
            path = prefix + name.decode("utf-8", "surrogateescape")
            count += 1
            characters += len(path)
            if count > MOST_ENTRIES or characters > _MOST_PATHS:
                raise TooManyError
            if mode.lstrip(b"0") == _FOLDER:  # old tools wrote 040000
                folders.append((path + "/", data[cut + 1 : at]))
            else:
                yield path, (mode, data[cut + 1 : at])
