"""What oss-scan says of the licence files of packages beside what they hold.

    python bench/packages.py FOLDER...

The folders hold packages as pip and npm install them, in any arrangement. The labels (`tests/licences_labelled/
packages.csv`) are facts only, and what is compared is found by its object id. Prints for each registry and set how many
answers are exact, wrong or none, with the 95 % bounds, and then each difference.
"""

import argparse
import csv
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha1
from pathlib import Path

from labelled import LABELS, VERDICTS, Label, Result, counts

from oss_scan import licences
from oss_scan.licences.fold import LIMIT

#: Read by a person; or the package's metadata and oss-scan agree.
READ = {"yes": "read", "no": "agreed"}


def read(path: Path) -> tuple[Label, ...]:
    """The labels: `half` is the registry and the set, `kind` whether the file was read."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = tuple(csv.DictReader(file))
    return tuple(
        Label(
            f"{row['package']} {row['version']} {row['path']}",
            row["blob"],
            None if row["expected"] == "-" else row["expected"],
            READ[row["read"]],
            f"{row['registry']} {row['set']}",
        )
        for row in rows
    )


def files(folders: Sequence[Path]) -> Iterator[Path]:
    """The files that may be labelled."""
    for top in folders:
        for folder, _, names in os.walk(top):
            yield from (Path(folder, name) for name in names if "licen" in name.lower() or "copy" in name.lower())


def of_files(paths: Iterator[Path], labels: Sequence[Label]) -> Iterator[Result]:
    """What oss-scan says of each labelled file that is there; one that names those beside it is followed."""
    left = {label.key: label for label in labels}
    for path in paths:
        if not path.is_file() or path.stat().st_size > LIMIT:
            continue
        data = path.read_bytes()
        label = left.pop(sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest(), None)
        if label:
            beside = {each.name: each for each in path.parent.iterdir() if each.is_file()}
            match = licences.followed(data, licences.identify(data), lambda name, at=beside: _said(at, name))
            yield Result(label, match.expression, match.kind)


def _said(beside: Mapping[str, Path], name: str) -> str | None:
    return licences.identify(beside[name].read_bytes()).expression if name in beside else None


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description="Compare with what the licence files of packages hold.")
    parser.add_argument("folders", type=Path, nargs="+", help="folders with installed packages")
    parser.add_argument("--labels", type=Path, default=LABELS / "packages.csv", help="the file with the labels")
    given = parser.parse_args()
    labels = read(given.labels)
    results = list(of_files(files(given.folders), labels))
    print(f"licence files of packages: {len(results)} of {len(labels)} found")
    for half in sorted({label.half for label in labels}):
        for kind in ("", *READ.values()):
            ours = [each for each in results if each.label.half == half and kind in ("", each.label.kind)]
            counted = Counter(each.verdict for each in ours)
            if ours:
                print(f"  {half:13}{kind:7}{len(ours):5}   {counts(counted, len(ours))}")
    for each in sorted(results, key=lambda one: (VERDICTS.index(one.verdict), one.label.half, one.label.what)):
        if each.verdict != "exact":
            print(f"  {each.verdict:8}{each.label.half:12} {each.label.what} {each.label.key[:8]}")
            print(f"{'':14}expected {each.label.expected or 'none'}, said {each.said or 'none'} ({each.kind})")


if __name__ == "__main__":
    main()
