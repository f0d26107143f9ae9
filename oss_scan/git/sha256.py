"""SHA-256 objects, which libgit2 cannot read: through git, with a configuration of ours."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import git

from oss_scan.git.folder import Folder
from oss_scan.git.objects import DamagedError, Objects
from oss_scan.git.process import environment


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
def borrowed(folder: Folder) -> Iterator[Objects]:
    """The objects of a SHA-256 repository, through git in a folder of ours that borrows them."""
    with tempfile.TemporaryDirectory(prefix="oss-scan-") as name:
        own = Path(name)
        (own / "objects" / "info").mkdir(parents=True)
        (own / "objects" / "info" / "alternates").write_bytes(os.fsencode(folder.objects().resolve()) + b"\n")
        (own / "refs").mkdir()
        (own / "HEAD").write_text("ref: refs/heads/main\n", encoding="ascii")
        (own / "config").write_text(
            "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n",
            encoding="ascii",
        )
        runner = git.cmd.Git(own)
        runner.update_environment(**environment(), GIT_DIR=name)
        process = runner.cat_file("--batch-command", as_process=True, istream=-1)
        try:
            yield _CatFile(process.stdin, process.stdout)
        finally:
            process.stdin.close()
            process.stdout.close()
            process.wait()
