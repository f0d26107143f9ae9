"""How fast oss-scan is beside the floor: a bare pygit2 loop over the same trees and the very blobs that were read.

    python bench/bench.py [TARGET...]

A TARGET is a repository, or a folder of repositories; without any, a hundred small ones are made. Prints both times
(the best of five), their ratio, and the milliseconds per repository of each part.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

import pygit2
from pygit2.enums import FileMode

from oss_scan.engine import evaluate
from oss_scan.examples import commit_files
from oss_scan.facts import collect
from oss_scan.facts.api_files import collect_apis
from oss_scan.facts.automation import collect_automation
from oss_scan.facts.documents import collect_documents
from oss_scan.facts.licensing import collect_licensing
from oss_scan.facts.listing import Listing
from oss_scan.facts.publiccode import collect_publiccode
from oss_scan.facts.securitytxt import collect_security_txt
from oss_scan.facts.sightings import collect_sightings
from oss_scan.git import open_repository
from oss_scan.rule import Example, Rule
from oss_scan.ruleset import DEFAULT, load
from oss_scan.scan import Asked, judge
from oss_scan.sources.local import repositories
from oss_scan.tree import LIMIT, Kind, Tree, Unread

ROUNDS = 5
PARTS: dict[str, Callable[[Listing], object]] = {
    "documents": collect_documents,
    "licensing": collect_licensing,
    "publiccode": collect_publiccode,
    "security.txt": collect_security_txt,
    "automation": collect_automation,
    "apis": collect_apis,
    "sightings": collect_sightings,
}


class Logged:
    """A tree that writes down which blobs are read."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.read_blobs: list[str] = []

    def paths(self) -> Sequence[str]:
        return self._tree.paths()

    def kind(self, path: str) -> Kind:
        return self._tree.kind(path)

    def blob(self, path: str) -> str:
        return self._tree.blob(path)

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        data = self._tree.read(path, limit)
        if not isinstance(data, Unread):
            self.read_blobs.append(self._tree.blob(path))
        return data


def blobs_read(path: Path) -> list[str]:
    """The blobs that are read of one repository, each once."""
    with open_repository(path) as repository:
        logged = Logged(repository.tree)
        collect(logged)
    return list(dict.fromkeys(logged.read_blobs))


def bare(path: Path, blobs: list[str]) -> int:
    """The floor: list every file and read these blobs, with nothing but pygit2."""
    repo = pygit2.Repository(str(path))
    count = 0
    folders: list[tuple[str, pygit2.Tree]] = [("", repo.head.peel(pygit2.Commit).tree)]
    while folders:
        prefix, tree = folders.pop()
        for entry in tree:
            name = f"{prefix}{entry.name}"
            if entry.filemode == FileMode.TREE:
                assert isinstance(entry, pygit2.Tree)
                folders.append((f"{name}/", entry))
            else:
                count += len(name) > 0
    for blob in blobs:
        found = repo[blob]
        assert isinstance(found, pygit2.Blob)
        count += len(found.data) > 0
    return count


def main(targets: Sequence[str]) -> None:
    """Measure and print."""
    rules = load(DEFAULT).rules
    with tempfile.TemporaryDirectory(prefix="oss-scan-bench-") as folder:
        if not targets:
            make(Path(folder), rules)
        paths = [path for target in targets or [folder] for path in repositories(target)]
        measure(paths, rules)


def make(folder: Path, rules: Sequence[Rule]) -> None:
    """A hundred repositories: the examples of the rules, each with some hundred files beside it."""
    examples = [example for rule in rules for example in rule.examples]
    filler = {f"src/part{n % 7}/file{n}.py": b"print(%d)\n" % n * 50 for n in range(140)}
    for number in range(100):
        example = examples[number % len(examples)]
        place = folder / f"r{number:03}"
        place.mkdir()
        commit_files(place, Example(name="", outcome=example.outcome, files={**filler, **example.files}))


def measure(paths: Sequence[Path], rules: tuple[Rule, ...]) -> None:
    """Time both over all repositories, in turn, and print."""
    asked = Asked(rules=rules, reference_date=date(2026, 11, 23))
    blobs = {path: blobs_read(path) for path in paths}
    for path in paths:  # warm both
        bare(path, blobs[path])
        judge(path, str(path), asked)
    floors, judged = [], []
    for _ in range(ROUNDS):
        start = perf_counter()
        for path in paths:
            bare(path, blobs[path])
        middle = perf_counter()
        for path in paths:
            judge(path, str(path), asked)
        floors.append(middle - start)
        judged.append(perf_counter() - middle)
    print(f"{len(paths)} repositories, {sum(map(len, blobs.values()))} blobs read; best of {ROUNDS}")
    print(f"bare pygit2 loop   {min(floors) * 1000 / len(paths):8.2f} ms per repository")
    print(f"oss-scan           {min(judged) * 1000 / len(paths):8.2f} ms per repository")
    print(f"ratio              {min(judged) / min(floors):8.2f}")
    for name, seconds in parts(paths, rules).items():
        print(f"  {name:16} {seconds * 1000 / len(paths):8.2f} ms per repository")


def parts(paths: Sequence[Path], rules: tuple[Rule, ...]) -> dict[str, float]:
    """Seconds spent in each part, over all repositories, once."""
    spent = dict.fromkeys(("open", "list", *PARTS, "evaluate"), 0.0)
    for path in paths:
        start = perf_counter()
        with open_repository(path) as repository:
            opened = perf_counter()
            listing = Listing(repository.tree)
            listed = perf_counter()
            for name, part in PARTS.items():
                before = perf_counter()
                part(listing)
                spent[name] += perf_counter() - before
        spent["open"] += opened - start
        spent["list"] += listed - opened
        known = judge(path, str(path), Asked(rules=rules, reference_date=date(2026, 11, 23)))
        assert known.facts is not None
        before = perf_counter()
        evaluate(known.facts, rules, date(2026, 11, 23), key="bench")
        spent["evaluate"] += perf_counter() - before
    return spent


if __name__ == "__main__":
    main(sys.argv[1:])
