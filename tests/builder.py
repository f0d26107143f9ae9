"""Makes real git repositories, with fixed names and dates so that commits have stable ids."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from oss_scan.tree import Link

_IDENTITY = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


@dataclass(frozen=True)
class Repo:
    """A repository with a working copy, made with git itself."""

    path: Path

    @classmethod
    def make(cls, path: Path, *options: str) -> "Repo":
        path.mkdir(parents=True)
        made = cls(path)
        made.git("init", "--quiet", "--initial-branch=main", *options)
        return made

    def git(self, *words: str, date: str = "2026-11-01T12:00:00Z", text: bytes = b"") -> str:
        environment = {**os.environ, **_IDENTITY, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        done = subprocess.run(
            ["git", *words], cwd=self.path, env=environment, input=text, capture_output=True, check=True
        )
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def commit(self, files: Mapping[str, str | bytes | Link], *, date: str = "2026-11-01T12:00:00Z") -> str:
        """Write the files, commit them, and give the commit's id."""
        for name, content in files.items():
            place = os.path.join(os.fsencode(self.path), os.fsencode(name))
            os.makedirs(os.path.dirname(place), exist_ok=True)
            if isinstance(content, Link):
                os.symlink(content.target, place)
            else:
                with open(place, "wb") as file:
                    file.write(content.encode() if isinstance(content, str) else content)
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message=Change", date=date)
        return self.git("rev-parse", "HEAD")
