"""What was fetched before, kept for the next time: a file for each address, whoever used it longest ago goes first.

A file is written in one step and read whole, so that processes need not wait for one another; its digest stands in
front, so that a damaged one is as good as none. It holds git's packs and what tells which commit they are of, and no
configuration: no user, password or token. Losing it costs time and nothing else.
"""

import io
import os
import re
import tarfile
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_PACK = re.compile(r"pack-[0-9a-f]{40,64}\.(pack|idx|rev|promisor)")
_HEAD = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_OTHERS = ("shallow", "packed-refs")
_SUFFIX = ".fetched"
_DIGEST = 32
# Between two looks at the whole folder a process fills so large a part of what is free, for so many seconds at most:
# others fill it too.
_PART, _LONGEST = 64, 10.0


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder for the user only, and how many bytes its files may come to."""

    folder: Path
    limit: int


_free: dict[Cache, tuple[int, float]] = {}  # bytes that this process may add before it looks again, and until when


@dataclass(frozen=True, slots=True)
class Brought:
    """What was brought back: the commit that HEAD was at, and the packs."""

    head: str
    packs: frozenset[str]


def bring(cache: Cache | None, name: str, repository: Path) -> Brought | None:
    """Put what is kept under that name into a repository that was just prepared; None where nothing is."""
    if cache is None:
        return None
    file = _file(cache, name)
    try:
        data = file.read_bytes()
        if sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            file.unlink()
            return None
        os.utime(file)
    except OSError:
        return None
    packs, head = set(), ""
    with tarfile.open(fileobj=io.BytesIO(data[_DIGEST:])) as tar:
        for member in tar:
            content = tar.extractfile(member)
            assert content is not None
            if member.name == "head":
                head = content.read().decode("ascii")
            elif member.name in _OTHERS:
                (repository / member.name).write_bytes(content.read())
            elif _PACK.fullmatch(member.name):
                packs.add(member.name)
                (repository / "objects" / "pack" / member.name).write_bytes(content.read())
    return Brought(head, frozenset(packs)) if _HEAD.fullmatch(head) else None


def keep(cache: Cache | None, name: str, repository: Path, head: str, brought: Brought | None) -> None:
    """Keep what a repository holds now, unless that is what was brought; of packs for an older commit only as long as
    all together are small. What does not fit, or cannot be written, is not kept."""
    if cache is None:
        return
    packs = {entry.name: entry.stat().st_size for entry in os.scandir(repository / "objects" / "pack")}
    packs = {pack: size for pack, size in packs.items() if _PACK.fullmatch(pack)}
    if brought and brought.head == head and brought.packs >= packs.keys():
        return
    if brought and brought.head != head and sum(packs.values()) > cache.limit // 100:
        packs = {pack: size for pack, size in packs.items() if pack not in brought.packs}
    if sum(packs.values()) > cache.limit // 2:
        return
    files = [repository / other for other in _OTHERS if (repository / other).is_file()]
    files += [repository / "objects" / "pack" / pack for pack in sorted(packs)]
    with suppress(OSError):
        data = pack_of([("head", head.encode("ascii")), *((one.name, one.read_bytes()) for one in files)])
        write(cache, name, data)
        _make_room(cache, _DIGEST + len(data))


def pack_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files as one."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as tar:
        for name, content in files:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return data.getvalue()


def write(cache: Cache, name: str, data: bytes) -> None:
    """Put it under that name, in one step. Raises OSError."""
    cache.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=cache.folder, prefix="new-")  # for the user only
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(sha256(data).digest() + data)
        Path(temporary).replace(_file(cache, name))
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _make_room(cache: Cache, added: int) -> None:
    """Remove what is over the limit. With many files a look at all takes long: only where the limit may be passed."""
    free, until = _free.get(cache, (0, 0.0))
    if added <= free and time.monotonic() < until:
        _free[cache] = free - added, until
        return
    found = sorted(_found(cache.folder))
    total = sum(size for _, size, _ in found)
    for _, size, path in found:
        if total <= cache.limit:
            break
        Path(path).unlink(missing_ok=True)
        total -= size
    _free[cache] = (cache.limit - total) // _PART, time.monotonic() + _LONGEST


def _found(folder: Path) -> Iterator[tuple[int, int, str]]:
    """When each file was used last, its size and its path; what another process removes meanwhile is not there."""
    with os.scandir(folder) as entries:
        for one in entries:
            with suppress(FileNotFoundError):
                status = one.stat()
                yield status.st_mtime_ns, status.st_size, one.path


def _file(cache: Cache, name: str) -> Path:
    return cache.folder / (sha256(os.fsencode(name)).hexdigest()[:40] + _SUFFIX)
