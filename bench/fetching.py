"""What scanning repositories at an address costs: bytes beside those of a depth-1 clone, for each analyser, and time
beside that of the bare git commands that are needed; over HTTP on this machine.

    PYTHONPATH=. python bench/fetching.py [TARGET...]

A TARGET is a repository, or a folder of repositories; without any, thirty made-up ones of two hundred files. Prints the
median share of the bytes, the seconds (the store and the judging included) beside those of the bare commands, as many
at a time and one after another, and what a second scan asks of the server when nothing changed.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from many import usual, write

from bench import PARTS
from oss_scan.errors import UnreadableError
from oss_scan.facts.listing import Listing
from oss_scan.git.address import parse
from oss_scan.git.bounded import PATIENCE, configure, prepare
from oss_scan.git.hosts import Turns
from oss_scan.git.means import Means
from oss_scan.git.remote import open_remote
from oss_scan.ruleset import DEFAULT, load_all
from oss_scan.scan import Asked
from oss_scan.scan.judging import survey
from oss_scan.scan.loop import carry_out
from oss_scan.scan.loop import prepare as begin
from oss_scan.scan.work import Job
from oss_scan.sources.local import repositories
from oss_scan.store import open_store
from oss_scan.tree import Tree
from tests.git_server import Traffic, serve

FETCH = ("git", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head")
EACH = 25  # repositories of which each analyser is measured by itself
RULESETS = load_all([DEFAULT])
Survey = Callable[[Tree], object]


class Logged:
    """A tree that writes down which blobs are read."""

    def __init__(self, tree: Tree, blobs: set[str]) -> None:
        self._tree = tree
        self._blobs = blobs

    def __getattr__(self, name: str) -> object:
        return getattr(self._tree, name)

    def read(self, path: str, *limit: int) -> object:
        """What is read."""
        return self._logged(path, self._tree.read(path, *limit))

    def seek(self, path: str, rank: int, *limit: int) -> object:
        """What would help."""
        return self._logged(path, self._tree.seek(path, rank, *limit))  # type: ignore[attr-defined]

    def _logged(self, path: str, found: object) -> object:
        if isinstance(found, bytes):
            self._blobs.add(self._tree.blob(path))
        return found


def now() -> datetime:
    """The clock of a scan."""
    return datetime.now(UTC)


def scan(store: Path, urls: Sequence[str], calls: int) -> float:
    """Seconds that a scan takes which calls on the server so many times at once, with twice as many workers."""
    start = perf_counter()
    begun = begin(open_store(str(store)), urls, RULESETS, None, now(), "bench")
    rules = tuple(rule for ruleset in RULESETS for rule in ruleset.rules)
    means = Means(Turns(store.with_suffix(".turns"), calls))
    asked = Asked(rules=rules, reference_date=date(2026, 11, 23), means=means)
    job = Job(address=str(store), run=begun.run, asked=asked, clock=now)
    carry_out(begun.claims, job, 2 * calls, lambda _event: None)
    return perf_counter() - start


def alone(wanted: Mapping[str, Collection[str]], folder: Path, calls: int) -> float:
    """Seconds that git itself takes for all, with so many at a time."""
    folder.mkdir()
    start = perf_counter()
    with ThreadPoolExecutor(calls) as pool:
        urls = sorted(wanted)
        places = [folder / f"{at}" for at in range(len(urls))]
        list(pool.map(bare, urls, (sorted(wanted[url]) for url in urls), places))
    return perf_counter() - start


def bare(url: str, wanted: Sequence[str], folder: Path) -> None:
    """What git itself must do: ls-remote, the commit that it tells without files, and the files that are wanted.

    With its own ways of writing: a scan tells it not to wait for the disk, since what it writes is thrown away.
    """
    place = prepare(folder, parse(url), 1 << 40, PATIENCE)
    configure(place, sha256=any(len(one) == 64 for one in wanted))
    with (place.repository / "config").open("a", encoding="utf-8") as file:
        file.write("[core]\nfsync = default\n")
    given = "".join(f"{one}\n" for one in wanted).encode()
    calling = partial(subprocess.run, cwd=place.repository, capture_output=True, check=True)
    told = calling(("git", "ls-remote", "--symref", "origin", "HEAD", "refs/heads/*", "refs/tags/*")).stdout
    head = next(line.split()[0] for line in told.decode().splitlines() if line.endswith("\tHEAD") and ":" not in line)
    calling((*FETCH, "--depth=1", "--filter=blob:none", "origin", f"+{head}:refs/heads/head"))
    calling((*FETCH, "--filter=blob:none", "--stdin", "origin"), input=given)


def cost(traffic: Traffic, url: str, asks: Survey) -> int:
    """Bytes that the server sends for what is asked."""
    before = traffic.sent
    with open_remote(url, asks):
        return traffic.sent - before


def whole(traffic: Traffic, url: str) -> int:
    """Bytes that the server sends for a depth-1 clone."""
    before = traffic.sent
    with tempfile.TemporaryDirectory() as name:
        words = ("git", "clone", "--quiet", "--bare", "--depth=1", "--no-tags", url, name)
        subprocess.run(words, capture_output=True, check=True)  # noqa: S603 - our own
    return traffic.sent - before


def measure(folder: Path, urls: Sequence[str], traffic: Traffic) -> None:
    """Measure and print."""
    shares: dict[str, list[float]] = {"everything": []}
    wanted: dict[str, set[str]] = {}
    for at, url in enumerate(urls):
        try:
            all_of_it = whole(traffic, url)
            wanted[url] = set()
            everything = cost(traffic, url, lambda tree, into=wanted[url]: survey(Logged(tree, into)))  # type: ignore[misc]
            shares["everything"].append(everything / all_of_it)
            for name, part in PARTS.items() if at < EACH else ():
                of_part = cost(traffic, url, lambda tree, part=part: part(Listing(tree)))  # type: ignore[misc]
                shares.setdefault(name, []).append(of_part / all_of_it)
        except (UnreadableError, subprocess.CalledProcessError):
            wanted.pop(url, None)
    print(f"{len(wanted)} repositories; share of the bytes of a depth-1 clone, at the median and at most")
    for name, each in shares.items():
        print(f"{name:16} {median(each):7.1%} {max(each):7.1%}")
    serially = alone(wanted, folder / "serially", 1)
    for calls in (1, 2):
        # git before and after, since what else the machine does may change meanwhile
        first = alone(wanted, folder / f"before{calls}", calls)
        seconds = scan(folder / f"scans{calls}.db", list(wanted), calls)
        git = (first + alone(wanted, folder / f"after{calls}", calls)) / 2
        print(
            f"{calls} at a time      git alone {git:7.2f} s, a scan {seconds:7.2f} s, {seconds / git:.2f} times that,"
            f" {seconds / serially:.2f} times the same commands one after another"
        )
    visits, sent = traffic.visits, traffic.sent
    again = scan(folder / "scans2.db", list(wanted), 2)
    each_time = (traffic.visits - visits) / len(wanted)
    print(f"a second scan    {again:7.2f} s, {each_time:.2f} calls a repository, {traffic.sent - sent} bytes")


def main(given: Sequence[str]) -> None:
    """Serve what was given, or what is made up."""
    with tempfile.TemporaryDirectory(prefix="oss-scan-bench-") as name:
        folder = Path(name)
        (folder / "served").mkdir()
        found = [path for target in given for path in repositories(target)]
        for at, path in enumerate(found):
            git = path / ".git"
            (folder / "served" / f"r{at:03}.git").symlink_to((git if git.is_dir() else path).resolve())
        for at in range(0 if found else 30):
            write(folder / "served" / f"r{at:03}.git", usual(at))
        traffic = Traffic()
        with serve(folder / "served", traffic) as server:
            urls = [f"{server}/{one.name}" for one in sorted((folder / "served").iterdir())]
            measure(folder, urls, traffic)


if __name__ == "__main__":
    main(sys.argv[1:])
