"""The paths of a tree, arranged once so that each collector finds its files without walking again.

A collector gets files in two ways. What a rule needs of every repository, such as LICENSE, it reads with `read`: that
is always fetched. What it must look into to find out what is there, such as every YAML file for the OpenAPI documents
among them, it asks for with `sought` (or `seek`, for what such a file leads to): of a remote repository these are
fetched most telling first, as far as the budget reaches, and what lies beyond is `Unread("blob-not-fetched")`. That is
never "nothing there": what depends on them is unknown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TypeVar

from oss_scan.tree import LIMIT, Budgeted, Kind, Tree, Unread, read_through

#: Folders in which the platforms look for community files, in the order in which they look.
COMMUNITY = ("", ".github/", "docs/", ".gitlab/", ".forgejo/", ".gitea/")
# https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
_POINTER, _POINTER_SIZE = b"version https://git-lfs.github.com/spec/", 1024

T = TypeVar("T")


def of_paths(tell: Callable[[tuple[str, ...]], T]) -> Callable[["Listing"], T]:
    """What the paths alone tell, found once: a remote tree is gone through again once more of its files are here."""
    told = lru_cache(maxsize=1)(tell)
    return lambda listing: told(listing.paths)


class Listing:
    """One pass over the paths of a tree. Folders end in `/`; the root is the empty text."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._budgeted = tree if isinstance(tree, Budgeted) else None
        self.paths = tuple(tree.paths())
        self._folders = _folders(self.paths)

    def folder(self, folder: str) -> tuple[str, ...]:
        """The paths directly in a folder (`docs/`, or `` for the root)."""
        return self._folders.get(folder, ())

    def below(self, prefix: str) -> tuple[str, ...]:
        """Every path below a folder, at any depth."""
        return tuple(path for folder, paths in self._folders.items() if folder.startswith(prefix) for path in paths)

    @cached_property
    def folders_by_lower(self) -> dict[str, tuple[str, ...]]:
        """The folders under their lower-case name."""
        found: dict[str, list[str]] = {}
        for folder in self._folders:
            found.setdefault(folder.lower(), []).append(folder)
        return {lower: tuple(names) for lower, names in found.items()}

    @cached_property
    def by_name(self) -> dict[str, tuple[str, ...]]:
        """Every path under its lower-case file name, at any depth."""
        found: dict[str, list[str]] = {}
        for folder, paths in self._folders.items():
            cut = len(folder)
            for path in paths:
                found.setdefault(path[cut:].lower(), []).append(path)
        return {name: tuple(paths) for name, paths in found.items()}

    def named(self, names: Iterable[str]) -> tuple[str, ...]:
        """Every path, at any depth, whose file name is one of these lower-case names."""
        return tuple(sorted(path for name in names for path in self.by_name.get(name, ())))

    @cached_property
    def installed(self) -> tuple[str, ...]:
        """The folders that are an environment of Python or conda, into which somebody installed what others made."""
        of_python = (path.rpartition("/")[0] for path in self.by_name.get("pyvenv.cfg", ()))
        of_conda = (path.removesuffix("/conda-meta/history") for path in self.by_name.get("history", ()))
        known = frozenset(self.paths)
        folders = (*of_python, *(each for each in of_conda if f"{each}/conda-meta/history" in known))
        return tuple(f"{folder}/" for folder in folders if folder)

    def is_file(self, path: str) -> bool:
        """Whether the path is a file or a link, not a submodule."""
        return self.tree.kind(path) is not Kind.SUBMODULE

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        """The bytes at a path, links inside the tree followed."""
        return _here(read_through(self.tree, path, limit), path)

    def sought(self, rank: Callable[[str], int | None], limit: int = LIMIT) -> Iterator[tuple[str, bytes | Unread]]:
        """What a detector would look into, the most telling first, each file when it is its turn.

        `rank` says how telling a path is, from 0 (its name says it); None leaves it out. Of equal rank what lies less
        deep comes first. Links are left out: what they lead to has a path too.
        """
        for number, _, path in _ranked(self.paths, rank):
            if self.tree.kind(path) is Kind.FILE:
                yield path, self.seek(path, number, limit)

    def seek(self, path: str, rank: int, limit: int = LIMIT) -> bytes | Unread:
        """The bytes of one file that would help, as `sought` gives them; a link is not followed: what it leads to has a
        path too."""
        kind = self.tree.kind(path)
        if kind is not Kind.FILE:
            return Unread("blob-link" if kind is Kind.LINK else "blob-submodule", path)
        found = self._budgeted.seek(path, rank, limit) if self._budgeted else self.tree.read(path, limit)
        return _here(found, path)


def _here(data: bytes | Unread, path: str) -> bytes | Unread:
    """What was read, unless it only points to what Git LFS keeps elsewhere."""
    if isinstance(data, bytes) and len(data) < _POINTER_SIZE and data.startswith(_POINTER):
        return Unread("blob-lfs", path)
    return data


@lru_cache(maxsize=1)
def _folders(paths: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The paths directly in each folder."""
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(path[: path.rfind("/") + 1], []).append(path)
    return {folder: tuple(names) for folder, names in found.items()}


@lru_cache(maxsize=1)
def _ranked(paths: tuple[str, ...], rank: Callable[[str], int | None]) -> tuple[tuple[int, int, str], ...]:
    """What `rank` does not leave out, the most telling first."""
    return tuple(sorted((number, path.count("/"), path) for path in paths if (number := rank(path)) is not None))
