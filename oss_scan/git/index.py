"""Whether a working copy is what its commit holds, by git's index, which is parsed here and nothing else.

libgit2's own comparison opens submodules, attributes and ignore files, and waits for ever on a damaged one.
https://git-scm.com/docs/index-format
"""

import os
import stat
import struct
from collections.abc import Iterator, Mapping
from hashlib import sha1
from pathlib import Path

_HEAD = struct.Struct(">4sII")
_ENTRY = struct.Struct(">10I20sH")  # times, dev, ino, mode, uid, gid, size, id, flags
_EXTENDED, _ASSUME_VALID, _SKIP_WORKTREE = 0x4000, 0x8000, 0x4000
_MOST = 256 * 1024 * 1024
_COMPARED = 64 * 1024 * 1024  # bytes of changed-looking files that are compared by content
_SUBMODULE = 0o160000


def differs(index: Path, top: Path, committed: Mapping[str, str]) -> bool:
    """Whether tracked files below `top` differ from the commit (path → id); False where that cannot be told."""
    try:
        if index.stat().st_size > _MOST:
            return False
        entries = list(_entries(index.read_bytes()))
        written = index.stat().st_mtime_ns
    except (OSError, ValueError, struct.error):
        return False
    if {path: oid for path, oid, *_ in entries} != dict(committed):
        return True
    budget = _COMPARED
    for path, oid, mode, size, changed in entries:
        if mode == _SUBMODULE:
            continue
        place = top / path
        try:
            found = place.lstat()
            if found.st_size == size and found.st_mtime_ns == changed < written:
                continue  # one that changed as the index was written may have changed after it
            if stat.S_ISREG(found.st_mode) and found.st_size <= budget:
                budget -= found.st_size
                data = place.read_bytes()
            elif stat.S_ISLNK(found.st_mode):
                data = os.fsencode(os.readlink(place))  # noqa: PTH115 - bytes are wanted
            else:
                return stat.S_ISDIR(found.st_mode)
        except OSError:
            return True
        if sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() != oid:
            return True
    return False


def _entries(data: bytes) -> Iterator[tuple[str, str, int, int, int]]:
    """Path, id, mode, size and time of change (ns) of every entry; ValueError for a form that is not known here."""
    magic, version, count = _HEAD.unpack_from(data)
    if magic != b"DIRC" or version not in (2, 3):
        raise ValueError(version)
    at = _HEAD.size
    for _ in range(count):
        fields = _ENTRY.unpack_from(data, at)
        flags, start = fields[11], at + _ENTRY.size
        skip = False
        if flags & _EXTENDED and version == 3:
            (more,) = struct.unpack_from(">H", data, start)
            skip, start = bool(more & _SKIP_WORKTREE), start + 2
        end = data.index(b"\0", start)
        path = data[start:end].decode("utf-8", "surrogateescape")
        at += (end - at + 8) & ~7
        if skip or flags & _ASSUME_VALID:
            raise ValueError(path)  # a sparse checkout: files are absent on purpose
        yield path, fields[10].hex(), fields[6], fields[9], fields[2] * 10**9 + fields[3]
    if data[at : at + 4] == b"link":
        raise ValueError("split index")
