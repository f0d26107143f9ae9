"""How large a store becomes, how long its figures take, and how large facts are.

    python bench/store.py [REPOSITORY ...]

Keeps 12 scans of 10,000 made-up repositories with 40 findings and a verdict on each standard of the list, of which one
repository in a hundred changes from scan to scan, and prints what SQLite takes, what of it is for the verdicts, and how
long the figures of the last scan take. Of the
repositories that are named (bare or not) it prints how large their facts are, compressed as in the store.
"""

import shutil
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from time import perf_counter, process_time

from sqlalchemy import func, insert, select

from oss_scan.checks import Outcome, Place
from oss_scan.engine import Finding
from oss_scan.errors import UnreadableError
from oss_scan.facts import Facts
from oss_scan.figures import figures, measured
from oss_scan.git import open_repository
from oss_scan.results import Judged, Run
from oss_scan.rule import Level
from oss_scan.ruleset import DEFAULT, load_all
from oss_scan.scan import Asked, begin
from oss_scan.scan.judging import facts_of
from oss_scan.standards.listed import standards_list
from oss_scan.store import Store, open_store, schema, writing
from oss_scan.store.codec import pack, to_json
from oss_scan.store.keeping import begun, completed
from oss_scan.store.schema import scan, subject
from oss_scan.verdicts import Applicability, Evidence, Spot, StandardVerdict, Status
from tests.sweeps import NOW
from tests.verdicts.made import said

REPOSITORIES, SCANS, CHANGED = 10_000, 12, 100
FINDINGS = 40
RULESETS = load_all([DEFAULT])
RULES = [rule for ruleset in RULESETS for rule in ruleset.rules if str(rule.subject) == "repository"]
BATCH = 64


def finding(repository: int, number: int, version: int) -> Finding:
    """A finding as real ones are: two of three have a place, in a file of their own."""
    rule = RULES[number % len(RULES)]
    name = rule.id if number < len(RULES) else f"{rule.id}-{number}"
    outcome = tuple(Outcome)[(repository + number) % 3]
    known = sha256(f"{repository} {name}".encode()).hexdigest()
    blob = sha256(f"{repository} {number} {version}".encode()).hexdigest()[:40]
    places = (Place(f"docs/{name.rpartition('/')[2]}.md", number, 1, blob),) if number % 3 else ()
    return Finding(
        rule=name,
        level=Level.MUST,
        outcome=outcome,
        because=None,
        values={"path": f"docs/{number}.md"} if number % 4 == 0 else {},
        places=places,
        explained=None,
        correction=None,
        asks=sha256(name.encode()).hexdigest(),
        fingerprint=known[:32],
    )


def verdict(repository: int, number: int, standard: str, version: int) -> StandardVerdict:
    """What is said of a standard: of most the same for many repositories, of one in eight with a place of its own."""
    own = (repository + number) % 8 == 0
    axes = (
        (Status.FOUND, Applicability.APPLIES, Evidence.FOUND),
        (Status.NOT_SHOWN, Applicability.APPLIES, Evidence.NONE),
        (Status.APPLICABILITY_UNKNOWN, Applicability.UNKNOWN, Evidence.UNREAD),
    )[0 if own else 1 + (repository + number) % 2]
    places = (Spot(f"src/{repository}/{version}.py", number + 1, 1, standard),) if own else ()
    return replace(said(standard, *axes), places=places)


def judged(number: int, version: int) -> Judged:
    """A repository at a commit."""
    url = f"https://git.example/organisation/repository-{number:05}"
    return Judged(
        key=url,
        repository=url,
        status="scanned",
        commit=sha256(f"{number} {version}".encode()).hexdigest()[:40],
        committed=NOW - timedelta(days=number % 900),
        branch="main",
        findings=tuple(finding(number, at, version if at % 2 else 0) for at in range(FINDINGS)),
        standards=tuple(
            verdict(number, at, name, version if at % 2 else 0) for at, name in enumerate(standards_list().standards)
        ),
    )


def fill(store: Store) -> None:
    """Keep all scans: the first whole; of each later one what changed, and a row of `subject` for the rest."""
    questions: writing.Questions = {}
    for at in range(SCANS):
        run: Run = replace(begin(NOW + timedelta(days=30 * at), f"s{at}", NOW.date(), "bench", RULESETS))
        changed = range(REPOSITORIES) if at == 0 else range(at, REPOSITORIES, CHANGED)
        with store.writing() as connection:
            number = begun(connection, run)
            for first in range(0, len(changed), BATCH):
                entries = [writing.Entry(judged(one, at)) for one in changed[first : first + BATCH]]
                writing.add(connection, number, run.started.date(), entries, questions)
            before = select(scan.c.number).where(scan.c.id == f"s{at - 1}").scalar_subquery()
            mine = select(subject.c.repository).where(subject.c.scan == number)
            same = (subject.c.scan == before) & subject.c.repository.not_in(mine)
            kept = connection.execute(select(subject.c.repository, subject.c.state).where(same)).all()
            if kept:
                rows = [{"scan": number, "repository": one.repository, "state": one.state} for one in kept]
                connection.execute(insert(subject), rows)
            completed(connection, number, run.started + timedelta(hours=1))


def facts(path: Path) -> Facts | None:
    """The facts of a repository; None where it cannot be read."""
    asked = Asked(rules=(), reference_date=NOW.date())
    try:
        with open_repository(path) as repository:
            return facts_of(repository, asked)
    except UnreadableError:
        return None


def _without_verdicts(path: Path) -> int:
    """The bytes of a copy of the store in which none are kept."""
    copy = path.with_name("without.db")
    shutil.copyfile(path, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("UPDATE state SET verdict_set = NULL")
        for table in ("verdict_member", "verdict_set", "verdict"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names that stand here
        connection.execute("VACUUM")
    return copy.stat().st_size


def main(paths: Sequence[str]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="oss-scan-bench-") as name:
        path = Path(name) / "store.db"
        store = open_store(str(path))
        fill(store)
        with store.reading() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            kept = select(func.count()).select_from(schema.verdict)
            said = f"{connection.execute(kept).scalar_one()} verdicts of {len(standards_list().standards)} standards"
        size, without = path.stat().st_size / 1e6, _without_verdicts(path) / 1e6
        print(
            f"{REPOSITORIES} repositories, {FINDINGS} findings, {SCANS} scans, 1 % changed: {without:.1f} MB (at most "
            f"100), and {size - without:.1f} MB for {said}"
        )
        start, busy = perf_counter(), process_time()
        kept = store.scan()
        read = process_time() - busy
        counted = figures(measured(kept))
        spent = f"{perf_counter() - start:.1f} s; of the processor {process_time() - busy:.1f} s, {read:.1f} s to read"
        print(f"{len(counted)} figures of the last scan, for all and by organisation: {spent} (goal 10)")
    found = [one for path in paths if (one := facts(Path(path)))]
    if found:
        sizes = sorted(len(pack(one)) for one in found)
        plain = statistics.median(len(to_json(one)) for one in found)
        print(
            f"facts of {len(found)} repositories: {statistics.median(sizes):.0f} bytes compressed at the median "
            f"(goal 4096), {sizes[len(sizes) * 9 // 10]} at nine in ten, {plain:.0f} before"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
