"""How much faster two workers are than one, and a second scan of unchanged repositories than the first.

    python bench/scan.py [REPOSITORIES]

Scans as many made-up repositories (1,000 without a number), each of some two hundred files: with one worker, with two,
and again with two. Prints the whole time of each, starting and reading back included (the best of five, in turn).
"""

import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

from many import usual, write

from oss_scan.ruleset import DEFAULT, load_all
from oss_scan.scan import Asked
from oss_scan.scan.loop import carry_out, prepare
from oss_scan.scan.work import Job
from oss_scan.store import open_store

ROUNDS = 5
RULESETS = load_all([DEFAULT])


def now() -> datetime:
    """The clock of a scan."""
    return datetime.now(UTC)


def scan(folder: Path, store: Path, jobs: int) -> float:
    """Seconds that a scan takes."""
    start = perf_counter()
    kept = open_store(str(store))
    begun = prepare(kept, [str(folder)], RULESETS, None, now(), "bench")
    rules = tuple(rule for ruleset in RULESETS for rule in ruleset.rules)
    asked = Asked(rules=rules, reference_date=date(2026, 11, 23))
    carry_out(begun.claims, Job(address=str(store), run=begun.run, asked=asked, clock=now), jobs, lambda _event: None)
    kept.scan(begun.run.id)
    return perf_counter() - start


def main(count: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="oss-scan-bench-") as name:
        folder = Path(name)
        for number in range(count):
            write(folder / "many" / f"r{number:05}", usual(number))
        one, two, again = [], [], []
        for at in range(ROUNDS):
            one.append(scan(folder / "many", folder / f"one{at}.db", 1))
            two.append(scan(folder / "many", folder / f"two{at}.db", 2))
            again.append(scan(folder / "many", folder / f"two{at}.db", 2))
    print(f"{count} repositories; best of {ROUNDS}")
    for label, seconds in (("one worker", one), ("two workers", two), ("two, unchanged", again)):
        print(f"{label:16} {min(seconds):7.2f} s {min(seconds) * 1000 / count:8.2f} ms per repository")
    print(f"two beside one   {min(one) / min(two):7.2f} times as fast")
    print(f"second scan      {min(two) / min(again):7.2f} times as fast as the first")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
