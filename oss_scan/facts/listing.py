"""The paths of a tree, arranged once so that each collector finds its files without walking again."""

from collections.abc import Iterable
from functools import cached_property

from oss_scan.tree import LIMIT, Kind, Tree, Unread, read_through

#: Folders in which the platforms look for community files, in the order in which they look.
COMMUNITY = ("", ".github/", "docs/", ".gitlab/", ".forgejo/", ".gitea/")


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
