"""Reading git: one commit from the object store, in process, without a checkout. The only package that runs git.

Nothing of the repository is run, and its configuration is read as data only: libgit2 opens the object store and nothing
else, and where git itself must help (SHA-256), it sees a configuration of ours and only borrows the objects.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pygit2

from oss_scan.addresses import canonical
from oss_scan.errors import UnreadableError
from oss_scan.git import refs
from oss_scan.git.folder import Folder, folder_of, setting
from oss_scan.git.history import Day, chosen, end_of_day, holds, moment, on_main_line, root, roots
from oss_scan.git.index import differs
from oss_scan.git.objects import DamagedError, GitTree, Libgit2, Objects, tagged
from oss_scan.git.worktree import WorkTree
from oss_scan.inert import printable
from oss_scan.tree import History, MemoryTree, Tree


@dataclass(frozen=True, kw_only=True)
class Repository:
    """One commit of a repository that was opened; its tree is listed when first asked.

    `history` is None where there is no commit yet.
    """

    path: Path
    tree: Tree
    history: History | None = None
    addresses: tuple[str, ...] = ()
    objects: Objects | None = None
    url: str | None = None  # where it was fetched from, without user and password
    index: Path | None = None  # git's index, where there is a working copy beside the commit
    marks: refs.Marks = refs.NO_MARKS  # of today, whichever day was opened

    @cached_property
    def root(self) -> str | None:
        """The first commit on the first-parent chain; None where it cannot be known, as in a shallow clone."""
        if self.objects is None or self.history is None or self.history.shallow:
            return None
        return root(self.objects, bytes.fromhex(self.history.commit))

    @cached_property
    def roots(self) -> frozenset[str] | None:
        """Every first commit that led to the commit, by which forks are recognised; None where they cannot be known."""
        if self.objects is None or self.history is None:
            return None
        return roots(self.objects, bytes.fromhex(self.history.commit))

    def holds(self, commit: str) -> bool | None:
        """Whether another commit led to the commit; None where that cannot be known."""
        if self.objects is None or self.history is None:
            return None
        return holds(self.objects, bytes.fromhex(self.history.commit), commit)

    def on_main_line(self, commits: Collection[str]) -> frozenset[str] | None:
        """Those of the commits that lie on the first-parent walk from the commit; None where that cannot be known."""
        if self.objects is None or self.history is None:
            return None
        return on_main_line(self.objects, bytes.fromhex(self.history.commit), commits)

    def differs(self) -> bool:
        """Whether tracked files of the working copy differ from HEAD; False where that cannot be told."""
        if self.index is None or not isinstance(self.tree, GitTree):
            return False
        return differs(self.index, self.path, self.tree.ids())

    @property
    def key(self) -> str:
        """What the repository is called in the store: its public address, else where it came from, else its root.

        Where a shallow clone hides the root commit, the name of its folder.
        """
        if self.addresses or self.url:
            return self.addresses[0] if self.addresses else str(self.url)
        return f"root:{self.root}" if self.root else f"folder:{self.folder}"

    @property
    def folder(self) -> str:
        """The name of its folder, whatever the form of the repository."""
        path = self.path.resolve()
        names = [part for part in path.parts[::-1] if part not in (".git", "repo", "/")]
        return printable(names[0].removesuffix(".git")) if names else "-"


def is_repository(path: Path) -> bool:
    """Whether a repository lies at the path itself: a working copy, or a bare one, also without `config`."""
    try:
        if os.path.lexists(path / ".git"):
            return True
        return (path / "HEAD").is_file() and (path / "objects").is_dir() and (path / "refs").is_dir()
    except OSError:
        return False


@contextmanager
def open_repository(path: Path, *, worktree: bool = False, until: Day = None) -> Iterator[Repository]:
    """Open the repository at `path` and yield its HEAD.

    With `worktree`: the files as they lie. With `until`: the first commit on the first-parent walk from HEAD whose
    committer time is at or before the end of that day in Europe/Amsterdam. Raises UnreadableError.
    """
    with open_days(path, (until,), worktree=worktree) as found:
        one = found[until]
        if isinstance(one, UnreadableError):
            raise one
        yield one


@contextmanager
def open_days(
    path: Path, days: Collection[Day], *, worktree: bool = False
) -> Iterator[Mapping[Day, Repository | UnreadableError]]:
    """Open the repository at `path` and yield what it was at the end of each day, as `open_repository` does of one; or
    why that cannot be known. Raises UnreadableError where nothing can."""
    shown = printable(str(path))
    try:
        _must_be_repository(path, shown)
        folder = folder_of(path, shown)
        copy = path if worktree else None
        if worktree and not is_working_copy(path):
            raise UnreadableError("no-worktree", path=shown)
        if (setting(folder, "extensions", "", "refstorage") or "files").lower() != "files":
            raise UnreadableError("unsupported", path=shown, detail="reftable")
        if (setting(folder, "extensions", "", "objectformat") or "").lower() != "sha256":
            yield _opened(path, folder, shown, Libgit2(folder.objects()), days, copy)
        elif worktree:
            raise UnreadableError("unsupported", path=shown, detail="--worktree, SHA-256")
        else:
            from oss_scan.git.sha256 import borrowed  # GitPython is slow to import

            with borrowed(folder) as objects:
                yield _opened(path, folder, shown, objects, days, None)
    except ImportError as error:
        raise UnreadableError("git-missing", path=shown) from error
    except pygit2.GitError as error:
        raise UnreadableError("corrupt", path=shown, detail=printable(str(error))) from error
    except PermissionError as error:
        raise UnreadableError("no-permission", path=printable(str(error.filename or path))) from error


def _must_be_repository(path: Path, shown: str) -> None:
    try:
        if not path.exists():
            raise UnreadableError("no-such-path", path=shown)
        if path.is_dir():
            os.listdir(path)  # noqa: PTH208 - only to see whether it may be read
    except PermissionError:
        raise UnreadableError("no-permission", path=shown) from None
    except OSError:  # such as a name that is too long
        raise UnreadableError("no-such-path", path=shown) from None
    if not is_repository(path):
        above = next((parent for parent in path.resolve().parents if (parent / ".git").exists()), None)
        if above:
            raise UnreadableError("inside-repository", path=shown, top=printable(str(above)))
        raise UnreadableError("not-a-repository", path=shown)


def _opened(
    path: Path, folder: Folder, shown: str, objects: Objects, days: Collection[Day], copy: Path | None
) -> Mapping[Day, Repository | UnreadableError]:
    """What the references come to. `copy` is the working copy to judge instead of the commit."""
    addresses = _addresses(folder)
    branch, oid = refs.head(folder)
    if oid is None:
        if refs.names(folder, "refs/heads/"):
            if branch is None:
                raise UnreadableError("corrupt", path=shown, detail="HEAD")
            raise UnreadableError("head-missing", path=shown, branch=printable(branch))
        nothing = WorkTree(copy, shown) if copy else MemoryTree({})
        return dict.fromkeys(days, Repository(path=path, tree=nothing, addresses=addresses))
    shallow = (folder.common / "shallow").is_file()
    named = refs.names(folder, "refs/tags/")
    marks = refs.marks(refs.names(folder, "refs/heads/"), named)
    tags = _tags(named, objects, dated=any(days))
    found: dict[Day, Repository | UnreadableError] = {}
    trees: dict[bytes, Tree] = {}
    for day, commit in chosen(objects, bytes.fromhex(oid), days, shown, shallow=shallow).items():
        if isinstance(commit, UnreadableError):
            found[day] = commit
            continue
        there = tuple(name for name, seconds in tags.items() if seconds <= end_of_day(day))
        history = History(commit.oid.hex(), moment(commit.seconds, shown), branch, shallow, there)
        tree = trees.setdefault(commit.tree, GitTree(objects, commit.tree, shown))
        index = folder.own / "index" if is_working_copy(path) and not day else None
        if copy:
            tree.paths()  # libgit2 compares with these folders, and would hang on a damaged one
            tree, index = WorkTree(copy, shown), None
        found[day] = Repository(
            path=path, tree=tree, history=history, addresses=addresses, objects=objects, index=index, marks=marks
        )
    return found


def is_working_copy(path: Path) -> bool:
    """Whether files lie beside the repository. `core.worktree` can name any folder, and is not looked at."""
    return os.path.lexists(path / ".git")


def _tags(named: Mapping[str, str], objects: Objects, *, dated: bool) -> Mapping[str, float]:
    """The names of the tags; `dated`: with the moment since when each is there, in seconds since 1970, infinite where
    that is not known."""
    return {name: _since(objects, oid) for name, oid in named.items()} if dated else dict.fromkeys(named, 0.0)


def _since(objects: Objects, oid: str) -> float:
    try:
        return tagged(objects, bytes.fromhex(oid))
    except (KeyError, DamagedError):
        return float("inf")


def _addresses(folder: Folder) -> tuple[str, ...]:
    """Where `origin` is, by the repository's own configuration, read as data."""
    found = canonical(setting(folder, "remote", "origin", "url") or "")
    return (found,) if found else ()
