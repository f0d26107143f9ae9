"""The names that point to commits, read from git's own files: HEAD, `refs/` and `packed-refs`.

https://git-scm.com/docs/gitrepository-layout
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from oss_scan.git.folder import Folder

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_HOPS = 5  # symbolic references that are followed


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells whether names still point to the same objects, as digests: of the tags; and of branches and tags
    together, None where there is no branch."""

    tags: str = ""
    every: str | None = None


#: There are no names.
NO_MARKS = Marks()


def marks(branches: Mapping[str, str], tags: Mapping[str, str]) -> Marks:
    """The digests of names, each with the id that it points to (of an annotated tag that of the tag itself)."""
    of_tags = _digest(tags)
    return Marks(of_tags, f"{_digest(branches)}{of_tags}" if branches else None)


def _digest(named: Mapping[str, str]) -> str:
    lines = "".join(f"{oid} {name}\n" for name, oid in sorted(named.items()))
    return sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()[:32] if lines else ""


def head(folder: Folder) -> tuple[str | None, str | None]:
    """The branch that HEAD names (None where it is detached), and the id it comes to (None where there is none yet)."""
    place = folder.own / "HEAD"
    link = os.readlink(place) if place.is_symlink() else ""  # noqa: PTH115 - as git wrote it once
    text = f"ref: {link}" if link.startswith("refs/") else _line(place)
    branch = text.removeprefix("ref: ") if text.startswith("ref: ") else None
    packed: Mapping[str, str] | None = None
    for _ in range(_HOPS):
        if not text.startswith("ref: "):
            break
        name = text.removeprefix("ref: ").strip()
        if not name.startswith("refs/") or ".." in name:
            return branch, None
        text = _line(folder.common / name)
        if not text:
            packed = _packed(folder) if packed is None else packed
            text = packed.get(name, "")
    found = text if _ID.fullmatch(text) else None
    return branch.removeprefix("refs/heads/") if branch else None, found


def names(folder: Folder, prefix: str) -> Mapping[str, str]:
    """The references below a prefix such as `refs/tags/`, without it, each with its id."""
    found = {name: oid for name, oid in _packed(folder).items() if name.startswith(prefix)}
    for place in _files(folder.common / prefix):
        name = place.relative_to(folder.common).as_posix()
        text = _line(place)
        if _ID.fullmatch(text):
            found[name] = text
    return {name.removeprefix(prefix): oid for name, oid in sorted(found.items())}


def _packed(folder: Folder) -> Mapping[str, str]:
    try:
        text = (folder.common / "packed-refs").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        _refuse(error)
        return {}
    pairs = (line.split(" ", 1) for line in text.split("\n") if line[:1] not in ("#", "^", ""))
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2 and _ID.fullmatch(pair[0])}


def _files(top: Path) -> Iterator[Path]:
    for base, _, files in os.walk(top, onerror=_refuse):
        for name in files:
            yield Path(base, name)


def _refuse(error: OSError) -> None:
    """Pass on that something may not be read: what may not be read is not nothing."""
    if isinstance(error, PermissionError):
        raise error


def _line(place: Path) -> str:
    try:
        with place.open("rb") as file:
            return file.read(4096).decode("utf-8", "surrogateescape").partition("\n")[0].strip()
    except OSError as error:
        _refuse(error)
        return ""
