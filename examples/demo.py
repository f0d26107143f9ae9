"""`make demo`: judges this repository, a few small ones with known faults, and what the caller names."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from tests.builder import Repo

ROOT = Path(__file__).parent.parent
DEMO = Path("demo")
_GOOD = {
    "README.md": "# Permits\n\nHandles requests for permits. Start it with `make run`; `make test` runs the tests.\n",
    "CONTRIBUTING.md": "# Contributing\n\nOpen an issue before you begin, and send a merge request with a test.\n",
    "CODE_OF_CONDUCT.md": "# Code of conduct\n\nTreat each other with respect. Report trouble to care@example.org.\n",
    "SECURITY.md": "# Security\n\nReport a vulnerability to security@example.org; we answer within three days.\n",
    "GOVERNANCE.md": "# Governance\n\nThe product owner decides, after hearing the monthly meeting.\n",
    "SUPPORT.md": "# Support\n\nAsk questions in an issue; there is an answer within a week.\n",
    "CHANGELOG.md": "# Changelog\n\n## 1.0.0\n\nFirst release.\n",
    ".github/workflows/ci.yml": "on: push\njobs: {test: {runs-on: ubuntu-latest, steps: [{run: make test}]}}\n",
    ".github/dependabot.yml": "version: 2\nupdates: [{package-ecosystem: pip, directory: /}]\n",
    "src/permits.py": "def permit() -> bool:\n    return True\n",
}
_API = """\
openapi: 3.0.3
info:
  title: Permits
  version: 1.0.0
  contact: {name: Permits, email: permits@example.org, url: "https://git.example.org/town/permits"}
servers: [{url: /permits/api/v1}]
paths:
  /permits:
    get:
      operationId: permits
      responses:
        "200":
          description: all permits
          headers: {API-Version: {schema: {type: string}}}
          content: {application/json: {schema: {type: array, items: {type: string}}}}
"""
_PUBLICCODE = """\
publiccodeYmlVersion: "0"
name: Permits
url: https://git.example.org/town/NAME
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
softwareVersion: 1.0.0
releaseDate: 2026-10-01
description:
  nl:
    shortDescription: Behandelt aanvragen voor vergunningen.
    longDescription: >-
      Een voorbeeld: hiermee vraagt een inwoner een vergunning aan, beoordeelt de gemeente de aanvraag en ziet
      iedereen hoe ver het is. De gemeente kiest zelf welke stappen er zijn en wie ze zet.
    features: [Aanvragen, Beoordelen, Volgen]
legal:
  license: EUPL-1.2
maintenance:
  type: none
localisation:
  localisationReady: false
  availableLanguages: [nl]
"""
#: Days on which the repositories were last changed: fixed, so that their commits are the same everywhere.
_NOW, _YEAR_AGO, _LONG_AGO = "2026-11-01T12:00:00Z", "2025-10-01T12:00:00Z", "2019-03-01T12:00:00Z"
#: What a year ago none of them had yet.
_LATER = ("publiccode.yml", "CHANGELOG.md", "SECURITY.md")
_INVENTORY, _WORDS = "examples/inventory.yaml", "examples/words"


def repositories() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """The repositories of the demo by name: when each was last changed, and its files."""
    eupl = (ROOT / "LICENSE").read_text(encoding="utf-8")
    texts = (ROOT / "LICENSES" / "CC0-1.0.txt").read_text(encoding="utf-8")
    good = {**_GOOD, "api/openapi.yaml": _API, "LICENSE": eupl, "publiccode.yml": _PUBLICCODE}
    no_licence = {name: text for name, text in good.items() if name not in ("LICENSE", "SECURITY.md")}
    wrong = _PUBLICCODE.replace("softwareType: standalone/web\n", "").replace("2026-10-01", "last week")
    return {
        "good": (_NOW, good),
        "no-licence": (_NOW, no_licence),
        "licence-for-texts": (_NOW, {**good, "LICENSE": texts}),
        "own-words": (_NOW, {**good, "LICENSE": "Copyright 2026 Example Ltd. All rights reserved.\n"}),
        "wrong-publiccode": (_NOW, {**good, "publiccode.yml": wrong}),
        "asleep": (_LONG_AGO, good),
    }


def build(folder: Path) -> tuple[Path, ...]:
    """Make the repositories with git itself, each in a folder of its own."""
    made = []
    for name, (day, files) in repositories().items():
        repo = Repo.make(folder / name)
        written = {path: text.replace("/NAME\n", f"/{name}\n") for path, text in files.items()}
        if day == _NOW:
            repo.commit({path: text for path, text in written.items() if path not in _LATER}, date=_YEAR_AGO)
        repo.commit(written, date=day)
        repo.git("tag", "v1.0.0")
        repo.git("remote", "add", "origin", f"https://git.example.org/town/{name}")
        made.append(repo.path)
    return tuple(made)


def run(*words: str) -> int:
    """Show and run one command; any status but 0, 1 and 3 ends the demo with that status."""
    click.echo(click.style(f"\n$ oss-scan {' '.join(words)}", bold=True))
    program = Path(sys.executable).with_name("oss-scan")
    status = subprocess.run([program, *words], cwd=ROOT, check=False).returncode
    click.echo(f"(exit status {status})")
    if status not in (0, 1, 3):
        sys.exit(status)
    return status


def main(targets: list[str]) -> None:
    """Build, check, scan by an inventory as all is now and was a year ago, report, verify; say where the report is."""
    os.chdir(ROOT)
    os.environ.update(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")
    shutil.rmtree(DEMO, ignore_errors=True)
    made = [str(path) for path in build(DEMO / "repositories")]
    for path in [".", *made]:
        run("check", path, "--community", "none")
    # What was shown above is not shown again, unless there are targets that were not.
    shown = [] if targets else ["--format", "csv", "--output", str(DEMO / "findings.csv")]
    kept = ("--store", str(DEMO / "demo.db"))
    run("scan", ".", *targets, "--inventory", _INVENTORY, "--every", "year", "--since", "2025-01-01", *kept, *shown)
    forms = [word for form in ("html", "pdf", "odt", "ods", "csv", "json") for word in ("--format", form)]
    words = ("--compare", "2025", "--words", _WORDS)
    run("report", "make", *kept, "--output", str(DEMO / "report"), *words, *forms)
    run("report", "verify", str(DEMO / "report"), "--store", str(DEMO / "demo.db"))
    pages = sorted((DEMO / "report").glob("*.html"))
    click.echo("\nThe report: " + " ".join(str(page) for page in pages or [DEMO / "report"]))


if __name__ == "__main__":
    main(sys.argv[1:])
