"""Writes the files of a working copy, tracked or new, each ended by NUL. Runs as a process of its own."""

import os
import sys

import pygit2
from pygit2.enums import FileStatus


def main(top: str) -> None:
    """List the working copy at `top`; libgit2 runs no filter or hook."""
    pygit2.settings.owner_validation = False
    repo = pygit2.Repository(top)
    tracked = {entry.path for entry in repo.index}
    new = {path for path, status in repo.status(untracked_files="all").items() if status & FileStatus.WT_NEW}
    sys.stdout.buffer.write(b"".join(os.fsencode(path) + b"\0" for path in sorted(tracked | new)))


if __name__ == "__main__":
    main(sys.argv[1])
