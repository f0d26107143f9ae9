"""What oss-scan says of licences beside what a reader said, for real files and repositories.

    python bench/labelled.py FOLDER [--labels FOLDER]

FOLDER holds git repositories, in any arrangement. The labels (`tests/licences_labelled/`: files.csv and
repositories.csv) were made by reading; they hold facts only, and what is compared is found by its object id. Prints for
each part of the set how many answers are exact, say less (the same licence, but not that later versions are allowed),
are wrong, or are none, with the 95 % bounds, and then each difference.
"""

import argparse
import csv
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygit2

from oss_scan import licences
from oss_scan.facts.licensing import collect_licensing
from oss_scan.facts.listing import Listing
from oss_scan.git import open_repository
from oss_scan.sources.local import repositories

LABELS = Path(__file__).parents[1] / "tests" / "licences_labelled"
Z = 1.959964  # of 95 %
VERDICTS = ("exact", "less", "wrong", "nothing")
#: In the order in which they were read.
HALVES = (
    "tune",
    "report",
    "fresh",
    "unseen",
    "last",
    "held",
    "other",
    "next",
    "more",
    "dutch",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
)
#: What an id may say of later versions.
_LATER = re.compile(r"-only\b|-or-later\b|\+")
#: What a reader calls what oss-scan can only call unknown.
UNKNOWN = ("none", "document")


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader said: `expected` is None where no licence is given, or it was altered."""

    what: str
    key: str  # blob or commit
    expected: str | None
    kind: str
    half: str


@dataclass(frozen=True, slots=True)
class Result:
    """A label and what oss-scan said."""

    label: Label
    said: str | None
    kind: str

    @property
    def verdict(self) -> str:
        """One of `VERDICTS`."""
        if self.said == self.label.expected:
            return "exact"
        if self.said is None:
            return "nothing"
        told = self.label.expected and licences.normalise(_LATER.sub("", self.label.expected))
        return "less" if self.said == told else "wrong"


def read(path: Path) -> tuple[Label, ...]:
    """The labels of files, or of repositories."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    if "blob" in head:
        return tuple(
            Label(f"{where}:{name}", blob, None if said == "-" else said, kind, half)
            for where, name, blob, said, kind, half in rows
        )
    return tuple(
        Label(where, commit, None if said == "-" else said, kind, half) for where, commit, said, kind, half in rows
    )


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % bounds of a proportion, by Wilson's score; with no hits the upper one is at most 3/n and a little."""
    if of == 0:
        return 0.0, 1.0
    share = hits / of
    middle = share + Z * Z / (2 * of)
    half = Z * math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    whole = 1 + Z * Z / of
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def held(paths: Sequence[Path], labels: Sequence[Label]) -> Iterator[tuple[Label, bytes]]:
    """Each labelled file that one of the repositories holds."""
    left = {label.key: label for label in labels}
    for path in paths:
        repo = pygit2.Repository(str(path))
        for key in [key for key in left if key in repo]:
            blob = repo[key]
            label = left.pop(key)
            if isinstance(blob, pygit2.Blob):
                yield label, blob.data


def of_file(label: Label, data: bytes) -> Result:
    """What oss-scan says of a labelled file."""
    match = licences.identify(data)
    return Result(label, match.expression, match.kind)


def of_files(paths: Sequence[Path], labels: Sequence[Label]) -> Iterator[Result]:
    """What oss-scan says of each labelled file that one of the repositories holds."""
    return (of_file(*each) for each in held(paths, labels))


def of_repositories(paths: Sequence[Path], labels: Sequence[Label]) -> Iterator[Result]:
    """What oss-scan says of the code of each labelled repository that stands at the labelled commit."""
    left = {label.key: label for label in labels}
    for path in paths:
        with open_repository(path) as repository:
            label = left.pop(repository.history.commit, None) if repository.history else None
            if label:
                found = collect_licensing(Listing(repository.tree))
                yield Result(label, found.expression, found.grounds[0].code if found.grounds else "none")


def show(title: str, results: Sequence[Result], labels: Sequence[Label]) -> None:
    """Print the counts of each half, and the differences."""
    print(f"{title}: {len(results)} of {len(labels)} found")
    for half in HALVES:
        ours = [result for result in results if result.label.half == half]
        counted = Counter(result.verdict for result in ours)
        print(f"  {half:7}{len(ours):5}   {counts(counted, len(ours))}")
        kinds = sum(result.kind == _kind(result.label) for result in ours if result.verdict == "exact")
        print(f"{'':18}kind as the reader's in {kinds} of {counted['exact']} exact answers")
    for result in sorted(results, key=lambda each: (VERDICTS.index(each.verdict), each.label.half, each.label.what)):
        if result.verdict != "exact":
            expected = result.label.expected or f"none ({result.label.kind})"
            print(f"  {result.verdict:8}{result.label.half:8}{result.label.what} {result.label.key[:8]}")
            print(f"{'':18}expected {expected}, said {result.said or 'none'} ({result.kind})")


def _kind(label: Label) -> str:
    return "unknown" if label.kind in UNKNOWN and ":" in label.what else label.kind


def counts(counted: Mapping[str, int], of: int) -> str:
    """The counts of verdicts in words, with the bounds."""
    low, _ = wilson(counted["exact"], of)
    _, high = wilson(counted["wrong"], of)
    exact = f"exact {counted['exact']} ({_share(counted['exact'], of)}, at least {low:.1%})"
    wrong = f"wrong {counted['wrong']} (at most {high:.1%})"
    return f"{exact} · less {counted['less']} · {wrong} · nothing {counted['nothing']}"


def _share(hits: int, of: int) -> str:
    return f"{hits / of:.1%}" if of else "-"


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description="Compare with what a reader said.")
    parser.add_argument("folder", type=Path, help="a folder of git repositories")
    parser.add_argument("--labels", type=Path, default=LABELS, help="the folder with the labels")
    given = parser.parse_args()
    pygit2.settings.owner_validation = False
    paths = repositories(str(given.folder))
    files, whole = (read(given.labels / name) for name in ("files.csv", "repositories.csv"))
    show("files", list(of_files(paths, files)), files)
    show("repositories", list(of_repositories(paths, whole)), whole)


if __name__ == "__main__":
    main()
