"""Reading git: one commit from the object store, in process, without a checkout. The only package that runs git.

Nothing of the repository is run, its configuration included: libgit2 knows no external filters, hooks or monitors,
and where git itself must help (SHA-256), it sees a configuration of ours and only borrows the objects.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pygit2

from oss_scan.addresses import canonical
from oss_scan.errors import UnreadableError
from oss_scan.git.history import chosen, end_of_day, moment, root
from oss_scan.git.objects import DamagedError, GitTree, Libgit2, Objects, tagged
from oss_scan.git.worktree import WorkTree
from oss_scan.inert import printable
from oss_scan.tree import History, MemoryTree, Tree

# A repository of another user is read like any other: nothing in it is run.
pygit2.settings.owner_validation = False


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
    copy: pygit2.Repository | None = None  # where there is a working copy beside the commit

    @cached_property
    def root(self) -> str | None:
        """The first commit on the first-parent chain; None where it cannot be known, as in a shallow clone."""
        if self.objects is None or self.history is None or self.history.shallow:
            return None
        return root(self.objects, bytes.fromhex(self.history.commit))

    def differs(self) -> bool:
        """Whether tracked files of the working copy differ from HEAD, by libgit2, which runs no filter."""
        if self.copy is None:
            return False
        self.tree.paths()  # libgit2 compares with these folders, and would hang on a damaged one
        return bool(self.copy.status(untracked_files="no"))

    @property
    def key(self) -> str:
        """What the repository is called in the store: its canonical URL, else its root commit, else its folder."""
        if self.addresses:
            return self.addresses[0]
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
        if (path / ".git").exists():
            return True
        return (path / "HEAD").is_file() and (path / "objects").is_dir() and (path / "refs").is_dir()
    except OSError:
        return False


@contextmanager
def open_repository(path: Path, *, worktree: bool = False, until: date | None = None) -> Iterator[Repository]:
    """Open the repository at `path` and yield its HEAD.

    With `worktree`: the files as they lie. With `until`: the first commit on the first-parent walk from HEAD whose
    committer time is at or before the end of that day in Europe/Amsterdam. Raises UnreadableError.
    """
    shown = printable(str(path))
    _must_be_repository(path, shown)
    try:
        if not _is_sha256(path):
            yield _with_libgit2(path, shown, worktree=worktree, until=until)
        elif worktree:
            raise UnreadableError("unsupported", path=shown, detail="--worktree, SHA-256")
        else:
            from oss_scan.git.sha256 import borrowed  # GitPython is slow to import

            with borrowed(path, shown, until) as (tree, history, objects):
                addresses = _addresses(path / ".git" if (path / ".git").is_dir() else path)
                yield Repository(path=path, tree=tree, history=history, addresses=addresses, objects=objects)
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
    if not is_repository(path):
        above = next((parent for parent in path.resolve().parents if (parent / ".git").exists()), None)
        if above:
            raise UnreadableError("inside-repository", path=shown, top=printable(str(above)))
        raise UnreadableError("not-a-repository", path=shown)


def _is_sha256(path: Path) -> bool:
    for config in (path / ".git" / "config", path / "config"):
        try:
            with config.open("rb") as file:
                return bool(re.search(rb"(?im)^\s*objectformat\s*=\s*sha256", file.read(65536)))
        except OSError:
            continue
    return False


def _with_libgit2(path: Path, shown: str, *, worktree: bool, until: date | None) -> Repository:
    repo = pygit2.Repository(str(path))
    git_dir = _common(Path(repo.path))
    addresses = _addresses(git_dir)
    if repo.head_is_unborn:
        _must_be_empty(repo, shown)
        nothing = WorkTree(repo) if worktree and repo.workdir else MemoryTree({})
        return Repository(path=path, tree=nothing, addresses=addresses)
    objects = Libgit2(repo, git_dir / "objects")
    head = pygit2.Oid(hex=str(repo.head.target)).raw
    commit = chosen(objects, head, until, shown)
    tree: Tree = GitTree(objects, commit.tree, shown)
    history = History(
        commit=commit.oid.hex(),
        committed=moment(commit.seconds, shown),
        branch=None if repo.head_is_detached else repo.head.shorthand,
        shallow=repo.is_shallow,
        tags=tuple(sorted(_tags(repo, objects, until))),
    )
    copy = None if repo.is_bare or not Path(repo.path, "index").is_file() else repo
    if worktree and repo.workdir:
        tree.paths()  # libgit2 compares with these folders, and would hang on a damaged one
        tree, copy = WorkTree(repo), None
    return Repository(path=path, tree=tree, history=history, addresses=addresses, objects=objects, copy=copy)


def _must_be_empty(repo: pygit2.Repository, shown: str) -> None:
    if any(name.startswith(b"refs/heads/") for name in repo.raw_listall_references()):
        branch = str(repo.lookup_reference("HEAD").target).removeprefix("refs/heads/")
        raise UnreadableError("head-missing", path=shown, branch=printable(branch))


def _tags(repo: pygit2.Repository, objects: Objects, until: date | None) -> Iterator[str]:
    """The names of the tags; with `until`, of those that were there on that day."""
    for name in repo.raw_listall_references():
        if name.startswith(b"refs/tags/") and (until is None or _was_there(repo, objects, name, until)):
            yield name.removeprefix(b"refs/tags/").decode("utf-8", "surrogateescape")


def _was_there(repo: pygit2.Repository, objects: Objects, name: bytes, until: date) -> bool:
    target = repo.lookup_reference(os.fsdecode(name)).target
    try:
        return tagged(objects, bytes.fromhex(str(target))) <= end_of_day(until)
    except (KeyError, DamagedError, ValueError):
        return False


def _common(git_dir: Path) -> Path:
    """Where the objects and the configuration are: a linked worktree shares them."""
    common = git_dir / "commondir"
    if common.is_file():
        return (git_dir / common.read_text(encoding="utf-8", errors="surrogateescape").strip()).resolve()
    return git_dir


def _addresses(git_dir: Path) -> tuple[str, ...]:
    """Where `origin` is, by the repository's own configuration, read as data."""
    try:
        found = canonical(pygit2.Config(str(git_dir / "config"))["remote.origin.url"] or "")
    except (KeyError, OSError, ValueError, pygit2.GitError):
        return ()
    return (found,) if found else ()
