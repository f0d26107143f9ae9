"""The folder in which git keeps a repository, read as data: where it is, and what its configuration says."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from oss_scan.errors import UnreadableError

_SECTION = re.compile(r'\s*\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]\s*(.*)')
_VALUE = re.compile(r"\s*([\w-]+)\s*=\s*(.*)")
_MOST = 1024 * 1024  # bytes of a configuration that are read
_REFS = 500_000  # files below refs/ that are looked at
#: Files of git's own that libgit2 or git open, and would wait for if they were pipes.
_OWN = ("HEAD", "config", "commondir", "packed-refs", "shallow", "index", "info/exclude", "info/attributes")


@dataclass(frozen=True, slots=True)
class Folder:
    """`own` is a working copy's part, `common` what linked worktrees share (most often the same)."""

    own: Path
    common: Path

    def objects(self) -> Path:
        """Where the objects are."""
        return self.common / "objects"


def folder_of(path: Path, shown: str) -> Folder:
    """Where git keeps the repository at `path`. Raises UnreadableError where that cannot be opened safely."""
    own = path / ".git" if os.path.lexists(path / ".git") else path
    try:
        if own.is_file():
            text = _text(own).strip()
            if not text.startswith("gitdir: "):
                raise UnreadableError("corrupt", path=shown, detail=".git")
            own = (path / text.removeprefix("gitdir: ")).resolve()
        common = own / "commondir"
        shared = (own / _text(common).strip()).resolve() if common.is_file() else own
    except (OSError, RuntimeError, ValueError) as error:
        raise UnreadableError("corrupt", path=shown, detail=".git") from error
    found = Folder(own, shared)
    for place in _must_be_files(found):
        raise UnreadableError("corrupt", path=shown, detail=place)
    return found


def common_folder(path: Path) -> tuple[Path, bool]:
    """Where the repository at `path` really is, which its worktrees share, and whether it is such a linked worktree."""
    own = path / ".git"
    try:
        if own.is_file():
            folder = folder_of(path, str(path))
            return Path(os.path.realpath(folder.common)), folder.own != folder.common
    except (OSError, UnreadableError):
        return Path(os.path.realpath(path)), False
    return Path(os.path.realpath(own if os.path.lexists(own) else path)), False  # unlike resolve, at home with loops


def setting(folder: Folder, section: str, name: str, key: str) -> str | None:
    """One value of the repository's own configuration, without includes; None where there is none."""
    try:
        lines = _text(folder.common / "config").splitlines()
    except OSError:
        return None
    inside, found = False, None
    for line in lines:
        head = _SECTION.fullmatch(line)
        if head:
            inside = head[1].lower() == section and (head[2] or "") == name
            line = head[3]
        value = _VALUE.fullmatch(line)
        if inside and value and value[1].lower() == key:
            found = re.split(r"\s[#;]", value[2])[0].strip().strip('"')
    return found


def _text(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_MOST).decode("utf-8", "surrogateescape")


def _must_be_files(folder: Folder) -> Iterator[str]:
    """What is there of git's own files without being a file."""
    places = [base / name for base in {folder.own, folder.common} for name in _OWN]
    places.append(folder.objects() / "info" / "alternates")
    for place in places:
        if os.path.lexists(place) and not _is_file(place):
            yield place.name
    count = 0
    for base, _, names in os.walk(folder.common / "refs"):
        count += len(names)
        if count > _REFS:
            yield "refs"
        for name in names:
            if not _is_file(Path(base, name)):
                yield "refs"


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False
