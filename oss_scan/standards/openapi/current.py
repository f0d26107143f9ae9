"""Which of several files of one API counts: of copies the first, of releases the newest."""

import re
from collections.abc import Iterator

from oss_scan.standards.openapi.files import ApiFile, Described, Role

_VERSIONED = re.compile(r"^(?:/api)?/v\d+(?=/)")
_NUMBER = re.compile(r"\d+")
_WORDS = re.compile(r"[-_. ]+")
#: Folders and names of what is made of several files, to be offered as one.
_MADE = frozenset(("resolved", "genereervariant", "bundled", "bundle", "dereferenced"))
#: Which of several copies is the one that counts.
_PREFERENCE: tuple[Role, ...] = ("own", "internal", "example", "archive", "consumed", "fixture", "fragment", "template")


def without_copies(found: list[Described]) -> list[Described]:
    """Of each set of files that say the same, the first that counts; the others are marked."""
    groups: dict[str, list[Described]] = {}
    for one in found:
        groups.setdefault(one.digest, []).append(one)
    kept: list[Described] = []
    for group in groups.values():
        group.sort(key=lambda one: (_PREFERENCE.index(one.file.role), one.file.path.count("/"), one.file.path))
        first, *rest = group
        kept += [first, *(_as(one, "duplicate", "same-content", first.file.path) for one in rest)]
    return kept


def current(found: list[Described]) -> list[ApiFile]:
    """The files, those that are behind another of the same API marked as such."""
    own = sorted((one for one in found if one.file.role == "own"), key=_newest, reverse=True)
    renewed = {folder: one.file.path for one in own for folder in _folder_of(one, "openapi", "3")}
    ahead: list[Described] = []
    behind: list[Described] = []
    for one in own:
        first = next((other for other in ahead if _is_same_api(one, other)), None)
        follows = next((renewed[folder] for folder in _folder_of(one, "swagger", "2") if folder in renewed), None)
        if first is None and follows is None:
            ahead.append(one)
        elif first is None or one.file.release != first.file.release:
            behind.append(_as(one, "archive", "older-version", first.file.path if first else follows))
        elif _is_made(first.file.path) and not _is_made(one.file.path):
            behind.append(_as(one, "duplicate", "made-of", first.file.path))
        else:
            behind.append(_as(one, "duplicate", "same-api", first.file.path))
    rest = [one for one in found if one.file.role != "own"]
    return [one.file for one in (*ahead, *behind, *rest)]


def _folder_of(one: Described, name: str, version: str) -> Iterator[str]:
    """The folder of a file with this name, of this version of OpenAPI: `swagger.json` was renewed as `openapi.json`."""
    folder, _, last = one.file.path.rpartition("/")
    if last.lower().partition(".")[0] == name and (one.file.version or "").startswith(version):
        yield folder


def _as(one: Described, role: Role, reason: str, other: str | None) -> Described:
    file = one.file
    made = ApiFile(file.path, file.blob, role, reason, other, file.version, file.title, file.release)
    return Described(made, one.digest, one.paths)


def _is_same_api(one: Described, other: Described) -> bool:
    """Whether two files describe one API: the same title, and most of the paths."""
    if not one.file.title or one.file.title != other.file.title:
        return False
    if one.file.release == other.file.release and (one.file.version or "")[:1] != (other.file.version or "")[:1]:
        return True  # the same release, for an older version of OpenAPI
    shared = len(one.paths & other.paths)
    if one.file.release == other.file.release and not (_is_made(one.file.path) or _is_made(other.file.path)):
        return shared == len(one.paths) == len(other.paths)
    # of one release to the next the version may have moved from the paths to the server
    mine, theirs = ({_VERSIONED.sub("", path) for path in each.paths} for each in (one, other))
    return len(mine & theirs) * 2 >= min(len(mine), len(theirs))


def _is_made(path: str) -> bool:
    return not _MADE.isdisjoint(_WORDS.split(path.lower().replace("/", ".")))


def _newest(one: Described) -> tuple[tuple[int, ...], bool, str, bool, int, str]:
    release = one.file.release or ""
    core, dash, _ = release.partition("-")
    numbers = tuple(int(part[:9]) for part in _NUMBER.findall(core)[:4])
    # a released version goes before its drafts, one file before the several that it was made of
    return (
        numbers,
        not dash,
        (one.file.version or "")[:1],
        _is_made(one.file.path),
        -one.file.path.count("/"),
        one.file.path,
    )
