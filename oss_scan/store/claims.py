"""What a scan that is not finished has to do, shared out among worker processes: claims, each with a lease.

Every instant is passed in. A worker names itself; what is kept is kept only while its lease stands.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, bindparam, delete, func, insert, select, update

from oss_scan.facts import Facts
from oss_scan.results import Judged, JudgedSystem, Run, Same, Skipped
from oss_scan.store import beside, reading, writing
from oss_scan.store.codec import facts_digest, from_plain, to_json, to_plain
from oss_scan.store.keeping import Store, completed
from oss_scan.store.mishaps import LostError, patient, told
from oss_scan.store.schema import claim, running, scan, seen
from oss_scan.store.todo import Claim, Hosted, Look, Progress, Result, Seen, Todo
from oss_scan.texts import Reason

#: Facts that name one of these are not used again: what they miss may be there the next time.
_INCOMPLETE = ('"blob-missing"', '"blob-corrupt"', '"declared-unread"', '"organisation-unreadable"')


class Claims:
    """The claims of one scan. Every method raises OssScanError where the database fails."""

    @patient
    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run
        self._questions: writing.Questions = {}
        with told(store.name), store.reading() as connection:
            self._number = connection.execute(select(scan.c.number).where(scan.c.id == run.id)).scalar_one()

    def lease(self, worker: str, count: int, now: datetime, until: datetime) -> tuple[Claim, ...]:
        """Claim up to so many of what waits, else of what was leased until before `now`.

        What ended a worker may do so again: it is claimed alone, after the rest.
        """
        with suppress(LostError):
            return self._lease(worker, count, now, until)
        self.release(worker, ())  # whether it was leased, nobody knows
        return self._lease(worker, count, now, until)

    def _lease(self, worker: str, count: int, now: datetime, until: datetime) -> tuple[Claim, ...]:
        waiting = self._all(claim.c.state == "waiting")
        expired = self._all((claim.c.state == "leased") & (claim.c.lease_until < now))
        for free, most in ((waiting & (claim.c.tries == 0), count), (waiting, 1), (expired, 1)):
            chosen = select(claim.c.ordinal).where(free).order_by(claim.c.ordinal).limit(most)
            with told(self._store.name), self._store.leasing() as connection:
                # what another leases at this moment is passed over (in SQLite there is no other)
                ordinals = connection.execute(chosen.with_for_update(skip_locked=True)).scalars().all()
                if not ordinals:
                    continue
                taken = update(claim).where(self._all(claim.c.ordinal.in_(ordinals)))
                leased = taken.values(state="leased", worker=worker, lease_until=until, tries=claim.c.tries + 1)
                rows = connection.execute(leased.returning(claim)).all()
            return tuple(sorted((_claim(row) for row in rows), key=lambda one: one.ordinal))
        return ()

    @patient
    def renew(self, workers: Iterable[str], until: datetime) -> None:
        """The workers are alive: their leases run on."""
        with told(self._store.name), self._store.writing() as connection:
            mine = self._all((claim.c.state == "leased") & claim.c.worker.in_(list(workers)))
            connection.execute(update(claim).where(mine).values(lease_until=until))

    @patient
    def looked(self, worker: str, found: Mapping[int, Look | Reason]) -> None:
        """What the targets of these ordinals show, in one transaction."""
        free = {"state": "looked", "worker": None, "lease_until": None, "tries": 0}
        mine = self._held(worker, bindparam("at"))
        statement = update(claim).where(mine).values(**free, look=bindparam("shows"), reason=bindparam("why"))
        rows = [
            {
                "at": ordinal,
                "shows": to_plain(one) if isinstance(one, Look) else None,
                "why": to_plain(one) if isinstance(one, Reason) else None,
            }
            for ordinal, one in found.items()
        ]
        if rows:
            with told(self._store.name), self._store.writing() as connection:
                connection.execute(statement, rows)

    @patient
    def postpone(self, worker: str, ordinals: Collection[int]) -> None:
        """These wait once more, after all the rest."""
        if ordinals:
            with told(self._store.name), self._store.writing() as connection:
                mine = self._all(claim.c.ordinal.in_(ordinals), claim.c.worker == worker, claim.c.state == "leased")
                again = update(claim).where(mine).values(state="waiting", worker=None, lease_until=None)
                connection.execute(again)

    @patient
    def looks(self) -> tuple[Claim, ...]:
        """What was looked at and has no key yet."""
        with told(self._store.name), self._store.reading() as connection:
            rows = connection.execute(select(claim).where(self._all(claim.c.state == "looked")))
            return tuple(sorted((_claim(row) for row in rows), key=lambda one: one.ordinal))

    @patient
    def places(self) -> Mapping[str, Todo]:
        """Where each repository is, by its key."""
        with told(self._store.name), self._store.reading() as connection:
            rows = connection.execute(select(claim).where(self._all(claim.c.key.is_not(None))))
            return {row.key: _claim(row).todo for row in rows}

    @patient
    def settle(self, keys: Mapping[int, str], copies: Mapping[int, Sequence[str]]) -> None:
        """Give each of these ordinals its key and the targets that are the same; the others are such copies and go."""
        looked = self._all(claim.c.state == "looked")
        one = looked & (claim.c.ordinal == bindparam("at"))
        named = update(claim).where(one).values(key=bindparam("named"), copies=bindparam("same"), state="waiting")
        with told(self._store.name), self._store.writing() as connection:
            there = set(connection.execute(select(claim.c.ordinal).where(looked)).scalars())
            if gone := [{"at": ordinal} for ordinal in sorted(there - keys.keys())]:
                connection.execute(delete(claim).where(one), gone)
            if stay := sorted(there & keys.keys()):
                rows = [{"at": at, "named": keys[at], "same": list(copies.get(at, ()))} for at in stay]
                connection.execute(named, rows)

    @patient
    def keep(self, worker: str, results: Sequence[Result]) -> frozenset[int]:
        """Keep results and mark their claims as done, in one transaction; the ordinals that were the worker's still."""
        questions = dict(self._questions)
        wanted = [one.ordinal for one in results]
        with told(self._store.name), self._store.writing() as connection:
            mine = self._all(claim.c.ordinal.in_(wanted), claim.c.worker == worker, claim.c.state == "leased")
            done = update(claim).where(mine).values(state="done", worker=None, lease_until=None)
            held = frozenset(connection.execute(done.returning(claim.c.ordinal)).scalars())
            kept = [one for one in results if one.ordinal in held]
            self._add(connection, self._number, [(one.judged, one.facts) for one in kept], questions)
            for name, number in _numbers(connection, {name for one in kept for name in one.earlier}):
                self._add(connection, number, [(one.earlier[name], None) for one in kept], questions)
            for one in kept:
                if one.seen and isinstance(one.judged, Judged) and one.judged.facts:
                    _remember(connection, one.seen, one.facts or facts_digest(one.judged.facts), one.judged.facts)
        self._questions = questions  # only once they are really there
        return held

    @patient
    def recall(self, places: Sequence[str]) -> Mapping[str, Seen]:
        """What these places showed when their facts were collected."""
        with told(self._store.name), self._store.reading() as connection:
            rows = connection.execute(select(seen).where(seen.c.place.in_(places)))
            return {row.place: Seen(row.place, row.digest, row.key, row.facts) for row in rows}

    @patient
    def facts(self, digests: Collection[str]) -> Mapping[str, Facts]:
        """The facts of these digests; without those that were pruned, or cannot be read by this version."""
        with told(self._store.name), self._store.reading() as connection:
            return reading.readable_facts(connection, digests)

    @patient
    def release(self, worker: str, guilty: Collection[int], reason: Reason | None = None) -> None:
        """A worker is gone: what it had leased waits again. Only what it was at counts as tried, or has a reason."""
        mine = self._all((claim.c.state == "leased") & (claim.c.worker == worker))
        free = {"state": "waiting", "worker": None, "lease_until": None}
        with told(self._store.name), self._store.writing() as connection:
            if guilty:
                known = {"reason": to_plain(reason)} if reason else {}
                connection.execute(update(claim).where(mine & claim.c.ordinal.in_(guilty)).values(**free, **known))
            connection.execute(update(claim).where(mine).values(**free, tries=claim.c.tries - 1))

    def recover(self, verdict: Callable[[str], bool | None]) -> None:
        """Release what gone workers had leased: `verdict` says of a worker whether it still counts as a try, or None
        where it may be alive."""
        with told(self._store.name), self._store.reading() as connection:
            leased = self._all(claim.c.state == "leased")
            rows = connection.execute(select(claim.c.worker, claim.c.ordinal).where(leased)).all()
        held: dict[str, list[int]] = {}
        for worker, ordinal in rows:
            held.setdefault(worker, []).append(ordinal)
        for worker, ordinals in held.items():
            counts = verdict(worker)
            if counts is not None:
                self.release(worker, ordinals if counts else ())

    @patient
    def progress(self) -> Progress:
        """How far it is."""
        unnamed = claim.c.key.is_(None)
        with told(self._store.name), self._store.reading() as connection:
            counted = select(claim.c.state, unnamed, func.count()).where(self._all()).group_by(claim.c.state, unnamed)
            counts = {(state, bool(named)): number for state, named, number in connection.execute(counted)}
        busy = ("waiting", "leased")
        return Progress(
            unlooked=sum(counts.get((state, True), 0) for state in busy),
            looked=counts.get(("looked", True), 0),
            left=sum(counts.get((state, False), 0) for state in busy),
            done=counts.get(("done", False), 0),
        )

    @patient
    def judged(self, *, findings: bool) -> tuple[Judged, ...]:
        """What was judged so far, without facts."""
        with told(self._store.name), self._store.reading() as connection:
            return reading.repositories(connection, self._number, facts=False, findings=findings)

    @patient
    def finish(self, moment: datetime, systems: Sequence[JudgedSystem] = (), alike: Sequence[Same] = ()) -> None:
        """The scan is complete, unless another process was faster: what there was to do is no longer kept."""
        with told(self._store.name), self._store.writing() as connection:
            open_still = select(scan.c.number).where(scan.c.id == self._run.id, scan.c.finished.is_(None))
            number = connection.execute(open_still).scalar()
            if number is not None:
                completed(connection, number, moment, systems, alike)
            connection.execute(delete(claim).where(self._all()))
            connection.execute(delete(running).where(running.c.scan == self._mine))

    def of(self, run: Run) -> "Claims":
        """The same for another scan of the series."""
        return Claims(self._store, run)

    def _add(
        self,
        connection: Connection,
        number: int,
        found: Sequence[tuple[Judged | Skipped, str | None]],
        questions: writing.Questions,
    ) -> None:
        entries = [writing.Entry(one, facts) for one, facts in found if isinstance(one, Judged)]
        writing.add(connection, number, self._run.started.date(), entries, questions)
        beside.keep_skipped(connection, number, [one for one, _ in found if isinstance(one, Skipped)])

    @property
    def _mine(self) -> ScalarSelect[int]:
        """The number of the scan, by its id: that of a scan that was pruned may be another scan's by now."""
        return select(scan.c.number).where(scan.c.id == self._run.id).scalar_subquery()

    def _all(self, *which: ColumnElement[bool]) -> ColumnElement[bool]:
        conditions: ColumnElement[bool] = claim.c.scan == self._mine
        for one in which:
            conditions &= one
        return conditions

    def _held(self, worker: str, ordinal: object) -> ColumnElement[bool]:
        return self._all(claim.c.ordinal == ordinal, claim.c.worker == worker, claim.c.state == "leased")


def _numbers(connection: Connection, names: Collection[str]) -> Iterable[Any]:
    """The ids of these scans with their numbers."""
    return connection.execute(select(scan.c.id, scan.c.number).where(scan.c.id.in_(names))) if names else ()


def _remember(connection: Connection, shown: tuple[str, bytes, str], named: str, facts: Facts) -> None:
    place, digest, key = shown
    connection.execute(delete(seen).where(seen.c.place == place))
    held = to_json(facts)
    if not any(code in held for code in _INCOMPLETE):
        new = {"place": place, "digest": digest, "key": key, "facts": named}
        connection.execute(insert(seen), new)


def _claim(row: Any) -> Claim:
    return Claim(
        ordinal=row.ordinal,
        todo=Todo(
            row.target,
            row.path,
            row.url,
            from_plain(row.hosted, Hosted) if row.hosted else None,
            organisation=row.organisation,
        ),
        key=row.key,
        tries=row.tries,
        look=from_plain(row.look, Look) if row.look else None,
        copies=tuple(row.copies or ()),
        reason=from_plain(row.reason, Reason) if row.reason else None,
    )
