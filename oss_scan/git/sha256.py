"""SHA-256 repositories, which libgit2 cannot read: through git, with a configuration of ours."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO

import git

from oss_scan.errors import UnreadableError
from oss_scan.git.history import chosen, moment
from oss_scan.git.objects import DamagedError, GitTree, Objects
from oss_scan.git.process import environment
from oss_scan.inert import printable
from oss_scan.tree import History, MemoryTree, Tree


class _CatFile:
    """Objects through one `git cat-file` process."""

    def __init__(self, put: IO[bytes], get: IO[bytes]) -> None:
        self._put = put
        self._get = get

    def size(self, oid: bytes) -> int:
        return self._ask(b"info", oid)

    def read(self, oid: bytes) -> bytes:
        size = self._ask(b"contents", oid)
        data = self._get.read(size)
        if self._get.read(1) != b"\n":
            raise DamagedError(oid.hex())
        return data

    def _ask(self, command: bytes, oid: bytes) -> int:
        try:
            self._put.write(command + b" " + oid.hex().encode() + b"\n")
            self._put.flush()
        except OSError as error:  # git has stopped at a damaged object
            raise DamagedError(oid.hex()) from error
        words = self._get.readline().split()
        if words[1:] == [b"missing"]:
            raise KeyError(oid.hex())
        if len(words) != 3:
            raise DamagedError(oid.hex())
        return int(words[2])


@contextmanager
def borrowed(path: Path, shown: str, until: date | None) -> Iterator[tuple[Tree, History | None, Objects | None]]:
    """A SHA-256 repository through git, in a folder of ours that borrows its objects and copies its refs."""
    git_dir = path / ".git" if (path / ".git").is_dir() else path
    with tempfile.TemporaryDirectory(prefix="oss-scan-") as name:
        runner = _own(Path(name), git_dir)
        try:
            tags = runner.for_each_ref("--format=%(refname:lstrip=2)", "refs/tags").splitlines()
            head = runner.for_each_ref("--count=1") and runner.rev_parse("--verify", "HEAD^{commit}")
        except git.exc.GitCommandError as error:
            raise UnreadableError("corrupt", path=shown, detail=printable(str(error.stderr).strip())) from error
        if not head:
            yield MemoryTree({}), None, None
            return
        process = runner.cat_file("--batch-command", as_process=True, istream=-1)
        try:
            objects = _CatFile(process.stdin, process.stdout)
            commit = chosen(objects, bytes.fromhex(head), until, shown)
            named = Path(name, "HEAD").read_text(encoding="utf-8", errors="surrogateescape").strip()
            history = History(
                commit=commit.oid.hex(),
                committed=moment(commit.seconds, shown),
                branch=named.removeprefix("ref: refs/heads/") if named.startswith("ref: ") else None,
                shallow=Path(name, "shallow").is_file(),
                tags=tuple(sorted(tags)),
            )
            yield GitTree(objects, commit.tree, shown), history, objects
        finally:
            process.stdin.close()
            process.stdout.close()
            process.wait()


def _own(own: Path, git_dir: Path) -> git.cmd.Git:
    """Git in a folder with a configuration of ours, the objects borrowed, the refs copied."""
    (own / "objects" / "info").mkdir(parents=True)
    (own / "objects" / "info" / "alternates").write_bytes(os.fsencode((git_dir / "objects").resolve()) + b"\n")
    (own / "config").write_text(
        "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n",
        encoding="ascii",
    )
    shutil.copytree(git_dir / "refs", own / "refs", symlinks=True)
    for file in ("HEAD", "packed-refs", "shallow"):
        if (git_dir / file).is_file():
            shutil.copyfile(git_dir / file, own / file, follow_symlinks=False)
    runner = git.cmd.Git(own)
    runner.update_environment(**environment(), GIT_DIR=str(own))
    return runner
