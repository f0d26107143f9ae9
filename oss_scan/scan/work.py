"""What one worker does, in a process of its own or in the program itself: claim, look or judge, keep."""

import socket
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial

from oss_scan.attributing import Light, addresses_of, placed
from oss_scan.errors import UnreadableError
from oss_scan.facts import Facts, Known
from oss_scan.git.history import Day, day_of
from oss_scan.inert import printable
from oss_scan.results import Judged, Notice, Run, Skipped
from oss_scan.scan.judging import Asked, conclude
from oss_scan.scan.looking import apart, bounded, look, marked, place
from oss_scan.scan.reading import Read, read, read_days
from oss_scan.scan.unread import comes_back, key_of, unreadable
from oss_scan.shards import parse
from oss_scan.sources.access import Tokens
from oss_scan.store.claims import Claims
from oss_scan.store.codec import facts_digest
from oss_scan.store.todo import Claim, Look, Result, Todo
from oss_scan.texts import Reason

_AT_ONCE = 64
_WHILE = 0.2  # seconds of work that are claimed at once, so that no worker sits on what others could do


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a worker may cost: seconds for a repository, claims before it is replaced, tries of a repository that
    ends its worker, seconds that a lease stands without renewal."""

    seconds: float = 600.0
    claims: int = 2000
    tries: int = 3
    lease: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One scan, as every worker gets to know it. `urls` are addresses with user and password, by the target; `tokens`
    are for the hosts of the others."""

    address: str = field(repr=False)  # of the store, perhaps with a password
    run: Run
    asked: Asked
    clock: Callable[[], datetime]
    urls: Mapping[str, str] = field(default_factory=dict, repr=False)
    tokens: Tokens = field(default_factory=Tokens)
    limits: Limits = Limits()
    by: Light | None = None  # the inventory that it is read by
    earlier: tuple[Run, ...] = ()  # the other scans of a series, each of a day that has passed
    read: Callable[[Todo, Asked, str | None, date, Look | None], Read] = read


@dataclass(frozen=True, slots=True)
class Looked:
    """A target was looked at."""

    target: str


@dataclass(frozen=True, slots=True)
class Done:
    """A repository was judged: how many findings of each outcome, or the reason that it cannot be read."""

    repository: str
    reason: Reason | None
    outcomes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Settled:
    """All targets were looked at: so many repositories they are."""

    repositories: int


@dataclass(frozen=True, slots=True)
class Compared:
    """All were judged, and so many of those that share a beginning with others were compared with these."""

    repository: str
    number: int
    total: int


Event = Looked | Settled | Done | Compared


def name(parent: int, process: int) -> str:
    """What a worker is called in the store: machine, program, process."""
    return f"{socket.gethostname()}/{parent}/{process}"


def alone(_claim: Claim) -> None:
    """Nobody is told what the worker begins."""


def work(
    claims: Claims,
    job: Job,
    worker: str,
    tell: Callable[[Event], None],
    at: Callable[[Claim], None] = alone,
    *,
    enough: int | None = None,
    seconds: float | None = None,
) -> int:
    """Do what waits, several claims at once, until nothing does, `enough` is done or so many `seconds` are over: how
    much was.

    `at` hears what is begun, `tell` what is done. Raises OssScanError where the store fails.
    """
    done, count = 0, 1
    begun = time.perf_counter()
    while enough is None or done < enough:
        start = time.perf_counter()
        if seconds is not None and start - begun > seconds:
            break
        now = job.clock()
        found = claims.lease(worker, count, now, now + timedelta(seconds=job.limits.lease))
        if not found:
            break
        _look([one for one in found if one.key is None], claims, job, worker, tell, at)
        _judge([one for one in found if one.key is not None], claims, job, worker, tell, at)
        done += len(found)
        each = (time.perf_counter() - start) / len(found)
        count = max(1, min(_AT_ONCE, int(_WHILE / each)))
    return done


def settle(claims: Claims, job: Job, tell: Callable[[Event], None]) -> None:
    """Tell what was looked at apart: who has which key, once all were looked at."""
    keys, copies = apart(claims.looks(), parse(job.run.shard) if job.run.shard else None)
    claims.settle(keys, copies)
    tell(Settled(len(keys)))


def _look(
    found: list[Claim],
    claims: Claims,
    job: Job,
    worker: str,
    tell: Callable[[Event], None],
    at: Callable[[Claim], None],
) -> None:
    if not found:
        return
    recalled = claims.recall([place(one.todo, job.asked) for one in found])
    looks: dict[int, Look | Reason] = {}
    for one in found:
        at(one)
        todo = one.todo
        seen = recalled.get(place(todo, job.asked))
        outside = partial(look, todo, job.asked, url_of(todo, job), seen)
        known = _known(one, job)
        looks[one.ordinal] = known if known else bounded(todo.target, outside)
    later = [one.ordinal for one in found if comes_back(one, looks[one.ordinal])]
    claims.postpone(worker, later)
    claims.looked(worker, {ordinal: look for ordinal, look in looks.items() if ordinal not in later})
    for one in found:
        if one.ordinal not in later:
            tell(Looked(one.todo.target))


def _judge(
    found: list[Claim],
    claims: Claims,
    job: Job,
    worker: str,
    tell: Callable[[Event], None],
    at: Callable[[Claim], None],
) -> None:
    """Judge what is read anew, each in a transaction of its own, and together what looks as it did."""
    looks = [one.look for one in found if one.look and not _known(one, job)]
    remembered = {digest for one in looks for digest in (one.facts, one.before) if digest}
    facts = claims.facts(remembered) if remembered else {}
    same: list[Result] = []
    for one in found:
        known = facts.get(one.look.facts or "") if one.look else None
        before = _commit(facts.get(one.look.before or "")) if one.look else None
        at(one)
        if not job.earlier and known is not None and not _known(one, job):
            same.append(_as_it_was(one, known, job))
            continue
        result = _over_time(one, known, job, before) if job.earlier else _judged(one, job, before)
        if any(comes_back(one, each.reason) for each in (result.judged, *result.earlier.values())):
            claims.postpone(worker, [one.ordinal])
        else:
            _keep([result], claims, worker, tell)
    if same:
        _keep(same, claims, worker, tell)


def _commit(facts: Facts | None) -> str | None:
    return facts.history.value.commit if facts and isinstance(facts.history, Known) else None


def _judged(one: Claim, job: Job, before: str | None) -> Result:
    """What came of reading a repository; `before` is the commit of an earlier scan."""
    todo, look = one.todo, replace(one.look, before=before) if one.look else None
    found: Read | Reason | None = _known(one, job)
    if found is None:
        reading = partial(job.read, todo, job.asked, url_of(todo, job), day_of(job.clock()), look)
        found = bounded(todo.target, reading)
    return _result(one, found, job)


def _over_time(one: Claim, known: Facts | None, job: Job, before: str | None) -> Result:
    """What came of reading a repository for all scans of a series, which is done at once."""
    days: list[Day] = [*(run.reference_date for run in job.earlier), *([] if known else [None])]
    reading = partial(read_days, one.todo, job.asked, url_of(one.todo, job), days, before)
    why = _known(one, job)
    found = why if why else bounded(one.todo.target, reading)

    def on(day: Day) -> Read | Reason:
        there = found if isinstance(found, Reason) else found[day]
        return Reason(there.code, there.values) if isinstance(there, UnreadableError) else there

    result = _as_it_was(one, known, job) if known else _result(one, on(None), job)
    earlier = {run.id: _concluded(one, on(run.reference_date), job, run.reference_date) for run in job.earlier}
    return replace(result, earlier=earlier)


def _as_it_was(one: Claim, known: Facts, job: Job) -> Result:
    """What came of facts that were collected before."""
    judged = _concluded(one, Read(known, b""), job)
    return Result(one.ordinal, judged, facts=one.look.facts if one.look else None)


def _result(one: Claim, found: Read | Reason, job: Job) -> Result:
    judged = _concluded(one, found, job)
    if isinstance(found, Reason) or isinstance(judged, Skipped) or judged.status == "unreadable":
        return Result(one.ordinal, judged)
    # what changed between looking and reading is not remembered: its key would be the old one
    seen = None
    if one.look and one.look.shown == found.shown.hex():
        seen = place(one.todo, job.asked), found.shown, one.look.key
    return Result(one.ordinal, judged, seen, facts_digest(found.facts))


def _concluded(one: Claim, found: Read | Reason, job: Job, day: date | None = None) -> Judged | Skipped:
    """What is concluded of what was found, for the scan itself or for that of another day, as the inventory sees it:
    whose it is, what it explains, or that it is left out."""
    asked = replace(job.asked, reference_date=day) if day else job.asked
    if isinstance(found, Read):
        gone = (Notice(Reason("history-rewritten", {"commit": found.gone[:10]})),) if found.gone else ()
        concluding = partial(conclude, found.facts, asked, key=key_of(one), target=one.todo.target, aliases=one.copies)
        judged = bounded(one.todo.target, partial(concluding, notices=gone))
    else:
        judged = found
    result = unreadable(one, judged) if isinstance(judged, Reason) else judged
    if isinstance(result, Judged) and day is None and job.run.basis == "measured":
        result = marked(result, one.look)
    if job.by is None or isinstance(result, Skipped):
        return result
    addresses = addresses_of(result)
    why = job.by.places.out(addresses)
    if why is None:
        return placed(result, job.by, asked.reference_date, one.todo.organisation)
    owner = job.by.places.organisation(addresses) or one.todo.organisation
    return Skipped(why.repository, owner, why.reason)


def _keep(results: list[Result], claims: Claims, worker: str, tell: Callable[[Event], None]) -> None:
    kept = claims.keep(worker, results)
    for one in results:
        if one.ordinal in kept:
            judged = one.judged
            if isinstance(judged, Skipped):
                reason = judged.because or Reason("left-out-by-inventory", {"reason": judged.reason})
                tell(Done(judged.repository, reason, {}))
            else:
                tally = Counter(str(finding.outcome) for finding in judged.findings)
                tell(Done(judged.repository, judged.reason, dict(tally)))


def url_of(todo: Todo, job: Job) -> str | None:
    """The address with user and password or token, where there are."""
    return job.urls.get(todo.target) or (job.tokens.on(todo.url) if todo.url else None)


def _known(one: Claim, job: Job) -> Reason | None:
    """Why a repository cannot be read, where that is known before it is tried."""
    if one.tries > job.limits.tries:
        return Reason("worker-died", {"path": printable(one.todo.target)})
    return one.reason
