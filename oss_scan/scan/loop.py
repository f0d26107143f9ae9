"""A scan from begin to end: begun, or gone on with where it was broken off."""

import os
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from oss_scan.attributing import Light
from oss_scan.git.address import is_remote, parse
from oss_scan.git.history import day_of
from oss_scan.git.wanted import BUDGET, Budget
from oss_scan.inventory.model import Inventory
from oss_scan.kinship import alike
from oss_scan.results import Basis, Run, on_day
from oss_scan.ruleset import RuleSet
from oss_scan.scan.hosting import todos
from oss_scan.scan.inventoried import given, left_out, owners, systems
from oss_scan.scan.kin import within
from oss_scan.scan.looking import elsewhere
from oss_scan.scan.pool import supervise
from oss_scan.scan.runs import analysers, begin
from oss_scan.scan.work import Event, Job, name, settle, work
from oss_scan.shards import Shard
from oss_scan.sources import is_forge, targets
from oss_scan.sources.access import Access
from oss_scan.store import Store
from oss_scan.store import beginning as kept
from oss_scan.store.claims import Claims
from oss_scan.store.codec import to_json, to_plain
from oss_scan.store.todo import Progress

_TICK = 0.5
_FRESH = timedelta(hours=24)  # a scan that began before that is not gone on with: its reference date would be old
_ALONE = 60  # times that a lease stands longer where nobody renews it


@dataclass(frozen=True, slots=True)
class Begun:
    """A scan that is to be done; `resumed` says that it was begun before, and how far it had come;
    `earlier` are the other scans of a series, each of a day that has passed."""

    run: Run
    claims: Claims
    progress: Progress
    resumed: bool
    earlier: tuple[Run, ...] = ()


def prepare(
    store: Store,
    words: Sequence[str],
    rulesets: Sequence[RuleSet],
    as_of: date | None,
    now: datetime,
    version: str,
    access: Access | None = None,
    budget: Budget = BUDGET,
    by: Light | None = None,
    days: Sequence[date] = (),
    shard: Shard | None = None,
    *,
    history: bool = False,
) -> Begun:
    """Go on with the scan of the same repositories, rules and date that was broken off today, else begin one; of the
    words, and of the sources of the inventory `by` which it is read.

    With `days` it is a series: of each of these days a scan, and one of today. Of a `shard` only what belongs to it is
    judged. Forges are only asked for what a new scan has to do. Raises OssScanError for a word that names nothing that
    can be scanned.
    """
    inventory = by.inventory if by else None
    known = owners(inventory)
    words = [*dict.fromkeys((*words, *known))]
    here = targets([word for word in words if not is_forge(word)], lenient=known)
    forges = sorted(filter(is_forge, words))
    there = (os.path.realpath(one.path) if one.path else one.text for one in here)
    question = _question([*there, *forges], rulesets, as_of, version, budget, inventory, days, shard, history=history)
    run = kept.unfinished(store, question, now - _FRESH)
    if run:
        claims = Claims(store, run)
        claims.recover(_verdict)
        return Begun(run, claims, claims.progress(), resumed=True, earlier=kept.series(store, run))
    access = access or Access()
    every = targets(words, access, known) if forges else here
    stay, skipped = left_out(every, by, known)
    todo = todos(stay, access.tokens, now, known)
    identifier = f"{now:%Y%m%dT%H%M%SZ}-{os.urandom(3).hex()}"
    today = day_of(now)
    basis: Basis = "reconstructed" if as_of and as_of < today else "measured"
    run = replace(begin(now, identifier, as_of or today, version, rulesets, history=history), basis=basis)
    if days:
        run = replace(run, series=run.id)
    sources = given(inventory, every)
    part: dict[str, Any] = {}
    if shard:
        run = replace(run, shard=str(shard))
        named = [parse(word).shown if is_remote(word) else word for word in words]
        whole = _question(named, rulesets, as_of, version, budget, inventory, days, history=history)
        part = {"elsewhere": elsewhere(todo, shard), "whole": whole}
    earlier = tuple(on_day(run, day) for day in days)
    claims = kept.begin(store, run, question, todo, inventory, sources, skipped, earlier, **part)
    return Begun(run, claims, claims.progress(), resumed=False, earlier=earlier)


def addresses(words: Sequence[str]) -> dict[str, str]:
    """The addresses among the words, with user and password, by what they are called without."""
    return {parse(word).shown: word for word in words if is_remote(word)}


def carry_out(claims: Claims, job: Job, jobs: int, tell: Callable[[Event], None], scheduler: str | None = None) -> None:
    """Do all that the scan has to do, on the cluster of a scheduler, with several workers or, for one, in the program
    itself; and finish it.

    Raises OssScanError where the store fails. Whatever breaks it off leaves a scan that can be gone on with.
    """
    if scheduler:
        from oss_scan.scan.cluster import spread  # it is slow to import

        spread(claims, job, scheduler, tell)
    elif jobs > 1:
        supervise(claims, job, jobs, tell)
    else:
        _by_itself(claims, job, tell)
    places = claims.places() if job.asked.history else {}
    for run in (*job.earlier, job.run):  # that of today last: as long as it is open, the series can be gone on with
        of_run = claims.of(run)
        judged = of_run.judged(findings=bool(job.by and job.by.inventory.systems))
        day = job.asked.until or (None if run == job.run else run.reference_date)
        kin = alike(judged, within(judged, day, job, places, jobs, tell))
        of_run.finish(job.clock(), systems(job.by, run, judged, job.asked.rules), kin)


def _by_itself(claims: Claims, job: Job, tell: Callable[[Event], None]) -> None:
    worker = name(os.getpid(), os.getpid())
    job = replace(job, limits=replace(job.limits, lease=job.limits.lease * _ALONE))
    try:
        while True:
            done = work(claims, job, worker, tell)
            left = claims.progress()
            if left.looked and not left.unlooked:
                settle(claims, job, tell)
            elif not left.unlooked and not left.left:
                return
            elif not done:  # of another program on the same scan, until its lease runs out
                time.sleep(_TICK)
    except BaseException:
        with suppress(Exception):
            claims.release(worker, ())
        raise


def _question(
    named: Sequence[str],
    rulesets: Sequence[RuleSet],
    as_of: date | None,
    version: str,
    budget: Budget,
    inventory: Inventory | None,
    days: Sequence[date],
    shard: Shard | None = None,
    *,
    history: bool,
) -> bytes:
    """The digest of what is asked: the repositories that there are now, and of a forge its name."""
    rules = [(one.name, one.version, one.digest) for one in rulesets]
    plain = [to_plain(budget), to_plain(inventory), list(map(str, days)), str(shard or "")]
    asked = to_json([sorted(named), rules, str(as_of), version, dict(analysers(history=history)), *plain])
    return sha256(asked.encode("ascii")).digest()[:16]


def _verdict(worker: str) -> bool | None:
    """Whether what a worker was at counts as tried; None where the worker may be alive.

    What a whole program was at when it ended does not count, unless the program did the work itself: a repository that
    ends a worker does not end the program that started it.
    """
    machine, program, process = worker.rsplit("/", 2)
    if machine != socket.gethostname() or (int(program) != os.getpid() and _is_alive(int(program))):
        return None
    return program == process


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
