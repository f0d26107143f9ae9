"""Makes many repositories, quickly: for the bench of `scan` and for the soak test."""

from collections.abc import Mapping
from pathlib import Path

import pygit2

from oss_scan import licences
from oss_scan.examples import write_tree

_NAMES = ("EUPL-1.2", "MIT", "Apache-2.0", "GPL-3.0-only", "BSD-3-Clause", "AGPL-3.0-only")
_SECONDS = 1_790_000_000
_README = "# Project {n}\n\nThis program counts the trees along the roads of municipality {n}, for its gardeners.\n"


def small(number: int) -> Mapping[str, str]:
    """A handful of files."""
    files = {"README.md": _README.format(n=number), "src/main.py": f"print({number})\n"}
    if number % 3:
        files["LICENSE"] = f"Copyright (c) {number}\n\nPermission is granted to anyone to use this.\n"
    if number % 5 == 0:
        files["publiccode.yml"] = f"publiccodeYmlVersion: '0.4'\nname: Project {number}\n"
    if number % 7 == 0:
        files["SECURITY.md"] = "Mail security@example.org about vulnerabilities in this program, please.\n"
    return files


def usual(number: int) -> Mapping[str, str]:
    """What a repository of a few hundred files holds: a licence in full, manifests, documents, sources."""
    name = _NAMES[number % len(_NAMES)]
    files = {
        "README.md": _README.format(n=number) + f"\n## Licence\n\nThis is licensed under {name}, see LICENSE.\n",
        "LICENSE": f"Copyright (c) 2026 Organisation {number}\n\n{licences.text(name)}",
        "CONTRIBUTING.md": f"Send a merge request to project {number}.\n" * 20,
        "package.json": f'{{"name": "project-{number}", "version": "1.0.0", "license": "{name}"}}\n',
        "pyproject.toml": f'[project]\nname = "project-{number}"\nversion = "1.0"\nlicense = "{name}"\n',
        "publiccode.yml": f"publiccodeYmlVersion: '0.4'\nname: Project {number}\nlegal:\n  license: {name}\n",
        ".github/workflows/ci.yml": "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps: []\n",
    }
    for at in range(200):
        files[f"src/part{at % 9}/file{at:03}.py"] = f"# SPDX-License-Identifier: {name}\nprint({number}, {at})\n"
    return files


def write(path: Path, files: Mapping[str, str]) -> None:
    """A bare repository of one commit."""
    repo = pygit2.init_repository(str(path), bare=True, initial_head="main")
    who = pygit2.Signature("A", "a@example.org", _SECONDS)
    repo.create_commit(
        "refs/heads/main",
        who,
        who,
        "Change",
        write_tree(repo, {name: text.encode() for name, text in files.items()}),
        [],
    )
    repo.config["remote.origin.url"] = f"https://git.example/org/{path.name}.git"
