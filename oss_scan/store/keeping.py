"""The store: scans are begun, filled repository by repository, finished, and never changed after that."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from weakref import finalize

from sqlalchemy import Connection, Engine, func, insert, select, update

from oss_scan.errors import OssScanError
from oss_scan.facts import Facts
from oss_scan.inventory.model import Inventory
from oss_scan.kinship import with_same
from oss_scan.results import Judged, JudgedSystem, ListedSource, RuleSetRef, Run, Same, Scan, Skipped
from oss_scan.store import beside, reading, writing
from oss_scan.store.mishaps import patient, told
from oss_scan.store.schema import claim, scan, scan_ruleset, skipped, state, subject, tombstone
from oss_scan.store.sealing import seal

#: What names the complete scan that was begun last.
LATEST = "latest"


@dataclass(frozen=True, slots=True)
class RunInfo:
    """One kept scan in short: the run, how many repositories it has, how many of these were unreadable, and how many
    were found beside these and left out."""

    run: Run
    repositories: int
    unreadable: int
    skipped: int = 0


class Store:
    """Kept scans. Every method raises OssScanError where the database fails or the user names what is not there."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._writer = engine.execution_options(writes="all")
        self._leaser = engine.execution_options(writes="claims")
        # SQLite sees one state by itself; PostgreSQL would show each statement what was committed just before it
        apart = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
        self._reader = engine.execution_options(**apart)
        self.name = name
        self._questions: writing.Questions = {}
        finalize(self, engine.dispose)

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that only reads, and sees one state of the store."""
        return self._reader.connect()  # nothing to commit: what is left open is rolled back

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that writes all or nothing."""
        return self._writer.begin()

    def leasing(self) -> AbstractContextManager[Connection]:
        """A transaction that changes only claims, of which it locks each before it does."""
        return self._leaser.begin()

    def begin(self, run: Run, inventory: Inventory | None = None, sources: Sequence[ListedSource] = ()) -> None:
        """A scan is in progress; its id must be new."""
        with told(self.name), self.writing() as connection:
            begun(connection, run, inventory, sources)

    def add(self, run_id: str, judged: Judged) -> None:
        """Keep one repository, in one transaction; nothing happens where the scan has it already."""
        questions = dict(self._questions)
        with told(self.name), self.writing() as connection:
            number, started = self._open(connection, run_id)
            writing.add(connection, number, started.date(), [writing.Entry(judged)], questions)
        self._questions = questions  # only once they are really there

    def finish(
        self,
        run_id: str,
        finished: datetime,
        *,
        systems: Sequence[JudgedSystem] = (),
        alike: Sequence[Same] = (),
        skipped: Sequence[Skipped] = (),
    ) -> None:
        """The scan is complete, and will never change."""
        with told(self.name), self.writing() as connection:
            number, _ = self._open(connection, run_id)
            beside.keep_skipped(connection, number, skipped)
            completed(connection, number, finished, systems, alike)

    @patient
    def runs(self) -> tuple[RunInfo, ...]:
        """Every kept scan, the newest last: by number, since a clock may have gone back."""
        unreadable = func.count().filter(state.c.status == "unreadable")
        counted = select(subject.c.scan, func.count(), unreadable).join(state).group_by(subject.c.scan)
        out = select(skipped.c.scan, func.count()).group_by(skipped.c.scan)
        with told(self.name), self.reading() as connection:
            counts = {number: (total, unread) for number, total, unread in connection.execute(counted)}
            left_out = {number: total for number, total in connection.execute(out)}  # noqa: C416 - rows, not tuples
            runs = runs_of(connection)
        return tuple(
            RunInfo(run, *counts.get(number, (0, 0)), skipped=left_out.get(number, 0))
            for number, run in sorted(runs.items())
        )

    @patient
    def scan(self, run_id: str = LATEST, *, facts: bool = False) -> Scan:
        """A whole scan, its repositories sorted by key; `facts` are left out unless asked for."""
        with told(self.name), self.reading() as connection:
            return read_scan(connection, self._asked(connection, run_id), facts=facts)

    @patient
    def at_once(self, run_id: str = LATEST) -> tuple[Scan, tuple[str, ...]]:
        """A scan without its facts, and the targets that it has not judged yet, both as they were at one moment."""
        with told(self.name), self.reading() as connection:
            return whole(connection, self._asked(connection, run_id))

    @patient
    def facts(self, digest: str) -> Facts:
        """The facts of that digest (`facts_digest`)."""
        with told(self.name), self.reading() as connection:
            found = reading.facts_of(connection, digest)
        if found is None:
            raise OssScanError(
                nl=f"er zijn geen waarnemingen {digest} in de opslag",
                en=f"there are no facts {digest} in the store",
            )
        return found

    def _open(self, connection: Connection, run_id: str) -> tuple[int, datetime]:
        found = connection.execute(
            select(scan.c.number, scan.c.started, scan.c.finished).where(scan.c.id == run_id)
        ).first()
        if found is None:
            raise absent(run_id)
        if found.finished is not None:
            raise OssScanError(
                nl=f"de scan {run_id} is voltooid en verandert niet meer; maak een nieuwe",
                en=f"the scan {run_id} is complete and does not change any more; make a new one",
            )
        return found.number, found.started

    def _asked(self, connection: Connection, run_id: str) -> int:
        """The number of the scan that is meant."""
        if run_id == LATEST:
            complete = select(func.max(scan.c.number)).where(scan.c.finished.is_not(None))
            latest: int | None = connection.execute(complete).scalar()
            if latest is None:
                raise OssScanError(
                    nl=f"{self.name} bevat nog geen voltooide scan; maak er een met oss-scan scan",
                    en=f"{self.name} holds no complete scan yet; make one with oss-scan scan",
                )
            return latest
        refuse_pruned(connection, run_id)
        number: int | None = connection.execute(select(scan.c.number).where(scan.c.id == run_id)).scalar()
        if number is None:
            raise absent(run_id)
        return number


def whole(connection: Connection, number: int) -> tuple[Scan, tuple[str, ...]]:
    """A scan without its facts, and the targets that it has not judged yet; none once it is complete."""
    left = select(claim.c.target).where(claim.c.scan == number, claim.c.state != "done").order_by(claim.c.ordinal)
    return read_scan(connection, number, facts=False), tuple(connection.execute(left).scalars())


def begun(
    connection: Connection, run: Run, inventory: Inventory | None = None, sources: Sequence[ListedSource] = ()
) -> int:
    """Begin a scan within a transaction: its number. Raises OssScanError where its id is not new."""
    if connection.execute(select(scan.c.number).where(scan.c.id == run.id)).first():
        raise OssScanError(
            nl=f"de scan {run.id} staat al in de opslag; geef een nieuwe scan een eigen id",
            en=f"the scan {run.id} is in the store already; give a new scan its own id",
        )
    refuse_pruned(connection, run.id)
    number: int = connection.execute(
        insert(scan).returning(scan.c.number),
        {
            "id": run.id,
            "started": run.started,
            "finished": None,
            "reference_date": run.reference_date,
            "tool_version": run.tool_version,
            "analysers": dict(run.analysers),
            "basis": run.basis,
            "series": run.series,
            "shard": run.shard,
            "inventory": beside.keep_inventory(connection, inventory) if inventory else None,
        },
    ).scalar_one()
    for ordinal, one in enumerate(run.rulesets):
        named = {"name": one.name, "version": one.version, "digest": one.digest}
        connection.execute(insert(scan_ruleset), {"scan": number, "ordinal": ordinal, **named})
    beside.keep_sources(connection, number, sources)
    return number


def completed(
    connection: Connection,
    number: int,
    finished: datetime,
    systems: Sequence[JudgedSystem] = (),
    alike: Sequence[Same] = (),
) -> None:
    """Complete a scan within a transaction: what is known only once all repositories are there, and the seal."""
    beside.keep_systems(connection, number, systems, {})
    beside.keep_same(connection, number, alike)
    connection.execute(update(scan).where(scan.c.number == number).values(finished=finished))
    seal(connection, number)


def refuse_pruned(connection: Connection, run_id: str) -> None:
    """Raises OssScanError where the scan of that id was pruned."""
    pruned = connection.execute(select(tombstone.c.pruned).where(tombstone.c.scan == run_id)).scalar()
    if pruned is not None:
        raise OssScanError(
            nl=f"de scan {run_id} is op {pruned:%Y-%m-%d} opgeruimd; kies een andere (oss-scan store list)",
            en=f"the scan {run_id} was pruned on {pruned:%Y-%m-%d}; choose another one (oss-scan store list)",
        )


def absent(run_id: str) -> OssScanError:
    """There is no scan of that id."""
    return OssScanError(
        nl=f"er is geen scan {run_id} in de opslag; zie oss-scan store list",
        en=f"there is no scan {run_id} in the store; see oss-scan store list",
    )


def runs_of(connection: Connection) -> dict[int, Run]:
    """Every run by its number."""
    rulesets: dict[int, list[RuleSetRef]] = {}
    for row in connection.execute(select(scan_ruleset).order_by(scan_ruleset.c.scan, scan_ruleset.c.ordinal)):
        rulesets.setdefault(row.scan, []).append(RuleSetRef(row.name, row.version, row.digest))
    return {
        row.number: Run(
            id=row.id,
            started=row.started,
            finished=row.finished,
            reference_date=row.reference_date,
            tool_version=row.tool_version,
            analysers=row.analysers or {},
            rulesets=tuple(rulesets.get(row.number, ())),
            basis=row.basis,
            series=row.series,
            shard=row.shard,
        )
        for row in connection.execute(select(scan))
    }


def read_scan(connection: Connection, number: int, *, facts: bool) -> Scan:
    """A whole scan."""
    alike = beside.same_of(connection, number)
    return Scan(
        runs_of(connection)[number],
        with_same(reading.repositories(connection, number, facts=facts), alike),
        beside.systems_of(connection, number),
        beside.inventory_of(connection, number),
        beside.sources_of(connection, number),
        beside.skipped_of(connection, number),
        alike,
    )
