"""The paths of a tree, arranged once so that each collector finds its files without walking again.

A collector gets files in two ways. What a rule needs of every repository, such as LICENSE, it reads with `read`: that
is always fetched. What it must look into to find out what is there, such as every YAML file for the OpenAPI documents
among them, it asks for with `sought` (or `seek`, for what such a file leads to): of a remote repository these are
fetched most telling first, as far as the budget reaches, and what lies beyond is `Unread("blob-not-fetched")`. That is
never "nothing there": `NotFetched` keeps how many they were, and what depends on them is unknown.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from oss_scan.tree import LIMIT, Kind, Tree, Unread, read_through, seek

#: Folders in which the platforms look for community files, in the order in which they look.
COMMUNITY = ("", ".github/", "docs/", ".gitlab/", ".forgejo/", ".gitea/")


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Files that a detector would have looked into and that the budget did not reach: how many, and the first."""

    count: int = 0
    path: str = ""


def not_fetched(found: Iterable[Unread]) -> NotFetched:
    """How many of these the budget did not reach; they come most telling first, as `sought` gives them."""
    paths = [one.path for one in found if one.code == "blob-not-fetched"]
    return NotFetched(len(paths), paths[0] if paths else "")


class Listing:
    """One pass over the paths of a tree. Folders end in `/`; the root is the empty text."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.paths = tree.paths()
        folders: dict[str, list[str]] = {}
        for path in self.paths:
            cut = path.rfind("/") + 1
            folders.setdefault(path[:cut], []).append(path)
        self._folders = folders

    def folder(self, folder: str) -> tuple[str, ...]:
        """The paths directly in a folder (`docs/`, or `` for the root)."""
        return tuple(self._folders.get(folder, ()))

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

    def is_file(self, path: str) -> bool:
        """Whether the path is a file or a link, not a submodule."""
        return self.tree.kind(path) is not Kind.SUBMODULE

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        """The bytes at a path, links inside the tree followed."""
        return read_through(self.tree, path, limit)

    def sought(self, rank: Callable[[str], int | None], limit: int = LIMIT) -> Iterator[tuple[str, bytes | Unread]]:
        """What a detector would look into, the most telling first, each file when it is its turn.

        `rank` says how telling a path is, from 0 (its name says it); None leaves it out. Of equal rank what lies less
        deep comes first. Links are left out: what they lead to has a path too.
        """
        ranked = ((number, path.count("/"), path) for path in self.paths if (number := rank(path)) is not None)
        for number, _, path in sorted(one for one in ranked if self.tree.kind(one[2]) is Kind.FILE):
            yield path, self.seek(path, number, limit)

    def seek(self, path: str, rank: int, limit: int = LIMIT) -> bytes | Unread:
        """The bytes of one file that would help, as `sought` gives them; a link is not followed."""
        return seek(self.tree, path, rank, limit)
