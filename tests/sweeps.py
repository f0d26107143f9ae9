"""Many small repositories, and scans of them."""

import os
import signal
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pygit2

from oss_scan.attributing import light
from oss_scan.examples import write_tree
from oss_scan.inventory import Inventory
from oss_scan.results import Judged, Scan
from oss_scan.ruleset import RuleSet, load_all
from oss_scan.scan import Asked
from oss_scan.scan.loop import addresses, carry_out, prepare
from oss_scan.scan.reading import Read, read
from oss_scan.scan.work import Event, Job, Limits
from oss_scan.shards import Shard
from oss_scan.store import open_store
from oss_scan.store.todo import Look, Todo

Reader = Callable[[Todo, Asked, str | None, date, Look | None], Read]
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
#: What some of the repositories hold.
PARTS: Sequence[tuple[str, str]] = (
    ("README.md", "# Demo\n\nThis program counts the trees along the roads of a municipality, for its gardeners.\n"),
    ("LICENSE", "Permission is granted to anyone to use this.\n"),
    ("CONTRIBUTING.md", "Send a merge request.\n"),
    ("CHANGELOG.md", "# 1.0\n\nThe first version.\n"),
    ("SECURITY.md", "Mail security@example.org about vulnerabilities in this program, please.\n"),
    ("publiccode.yml", "publiccodeYmlVersion: '0.4'\nname: Demo\n"),
    (".github/dependabot.yml", "version: 2\nupdates: []\n"),
)


def repository(path: Path, files: dict[str, str], url: str | None = None, *, seconds: int = 1_790_000_000) -> str:
    """A bare repository of one commit; its id."""
    repo = pygit2.init_repository(str(path), bare=True, initial_head="main")
    who = pygit2.Signature("A", "a@example.org", seconds)
    parent = [] if repo.head_is_unborn else [repo.head.target]
    made = repo.create_commit(
        "refs/heads/main",
        who,
        who,
        "Change",
        write_tree(repo, {name: text.encode() for name, text in files.items()}),
        parent,
    )
    if url:
        repo.config["remote.origin.url"] = url
    return str(made)


def make(folder: Path, count: int, seed: int = 1) -> Path:
    """So many repositories that differ, half of them with an address."""
    random = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        files = dict(random.sample(PARTS, random.randint(1, len(PARTS))))
        files["src/main.py"] = f"print({number})\n"
        url = f"https://git.example/org/r{number:05}.git" if number % 2 else None
        repository(folder / f"r{number:05}", files, url)
    return folder


def now() -> datetime:
    """The clock of these scans: it runs, since leases run out."""
    return datetime.now(UTC)


def odd_read(todo: Todo, asked: Asked, url: str | None, today: date, look: Look | None) -> Read:
    """Reads a repository, unless its name says what goes wrong."""
    if "raises" in todo.target:
        raise ValueError("odd")
    if "hangs" in todo.target:
        time.sleep(600)
    if "kills" in todo.target:
        os.kill(os.getpid(), signal.SIGKILL)
    return read(todo, asked, url, today, look)


def slow_read(todo: Todo, asked: Asked, url: str | None, today: date, look: Look | None = None) -> Read:
    """Reads so slowly that something can go wrong meanwhile."""
    time.sleep(0.02)
    return read(todo, asked, url, today, look)


def sweep(
    path: Path | str,
    *words: Path | str,
    jobs: int = 1,
    at: datetime = NOW,
    as_of: date | None = None,
    limits: Limits | None = None,
    read: Reader = read,
    rulesets: tuple[RuleSet, ...] | None = None,
    events: list[Event] | None = None,
    inventory: Inventory | None = None,
    days: Sequence[date] = (),
    shard: Shard | None = None,
    scheduler: str | None = None,
    history: bool = False,
) -> Scan:
    """Scan, and what was kept of it."""
    by = light(inventory) if inventory else None
    store = open_store(str(path))
    rulesets = rulesets or load_all(())
    named = [str(word) for word in words]
    begun = prepare(store, named, rulesets, as_of, at, "test", by=by, days=days, shard=shard, history=history)
    rules = tuple(rule for ruleset in rulesets for rule in ruleset.rules)
    job = Job(
        address=str(path),
        run=begun.run,
        asked=Asked(rules=rules, reference_date=begun.run.reference_date, until=as_of, history=history),
        clock=now,
        urls=addresses(named),
        limits=limits or Limits(),
        by=by,
        read=read,
        earlier=begun.earlier,
    )
    told = events if events is not None else []
    carry_out(begun.claims, job, jobs, told.append, scheduler)
    return store.scan(begun.run.id)


def by_name(scan: Scan) -> dict[str, Judged]:
    """The repositories of a scan by the last part of their name."""
    return {one.repository.rpartition("/")[2]: one for one in scan.repositories}
