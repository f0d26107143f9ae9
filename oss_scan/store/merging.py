"""Several shards of one scan, each in a store of its own or all in one, as the one scan that they are parts of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from oss_scan.errors import OssScanError
from oss_scan.facts import REVISION
from oss_scan.kinship import alike
from oss_scan.results import Judged, JudgedSystem, ListedSource, Run, Scan, on_day
from oss_scan.shards import together
from oss_scan.store import beside, reading, writing
from oss_scan.store.codec import digest
from oss_scan.store.keeping import Store, begun, completed, read_scan
from oss_scan.store.mishaps import told
from oss_scan.store.parts import Part, chosen, inventory_of
from oss_scan.store.schema import facts as facts_table
from oss_scan.store.schema import repository, scan, seen, state, subject

_AT_ONCE = 64
#: Judges the systems of the inventory, once all repositories are there.
Systems = Callable[[Scan], Sequence[JudgedSystem]]


@dataclass(frozen=True, slots=True)
class Merged:
    """The scan that shards make together: how many repositories it has, what is missing, and whether it was there."""

    run: Run
    repositories: int
    missing: tuple[int, ...]
    there: bool


def merge(target: Store, sources: Sequence[Store], systems: Systems) -> Merged:
    """Make one scan of the shards in these stores, or a series of shards of a series, in one transaction. The same
    shards make the same scan, once.

    Where a shard is missing, the scan that is made says of which parts it is. Raises OssScanError for shards of
    different questions, and for parts that overlap.
    """
    scans = chosen(sources)
    run = _run(scans[-1])
    missing = together(one.shard for one in scans[-1])
    with told(target.name), target.writing() as connection:
        there = connection.execute(select(scan.c.number).where(scan.c.id == run.id)).first()
        for parts in scans if there is None else ():
            _merge(connection, run if parts is scans[-1] else _on(run, parts), parts, systems)
        for part in scans[-1] if there is None else ():
            _remember(connection, target.name, part)
    count = next(one.repositories for one in target.runs() if one.run.id == run.id)
    return Merged(run, count, missing.missing if missing else (), there is not None)


def _merge(connection: Connection, run: Run, parts: Sequence[Part], systems: Systems) -> None:
    """Make one scan within a transaction."""
    number = begun(connection, run, inventory_of(parts[0]), _sources(parts))
    connection.execute(update(scan).where(scan.c.number == number).values(whole=run.shard and parts[0].whole))
    for part in parts:
        _copy(connection, number, part)
    known = reading.repositories(connection, number, facts=False, findings=False)
    inventory = beside.inventory_of(connection, number)
    judged = systems(read_scan(connection, number, facts=False)) if inventory and inventory.systems else ()
    assert run.finished is not None
    completed(connection, number, run.finished, judged, alike(known))


def _run(parts: Sequence[Part]) -> Run:
    """The run that the parts are of. Its id follows from theirs."""
    first = min((one.run for one in parts), key=lambda run: (run.started, run.id))
    made_of = digest(sorted(one.run.id for one in parts)).hex()
    shard = together(one.shard for one in parts)
    identifier = f"{first.started:%Y%m%dT%H%M%SZ}-{made_of[:6]}"
    return replace(
        first,
        id=identifier,
        finished=_finished(parts),
        series=identifier if first.series else None,
        shard=str(shard) if shard else None,
    )


def _on(run: Run, parts: Sequence[Part]) -> Run:
    """The run of the day that the parts are of, in the series of `run`."""
    return replace(on_day(run, parts[0].run.reference_date), finished=_finished(parts))


def _finished(parts: Sequence[Part]) -> datetime:
    return max(one.run.finished for one in parts if one.run.finished)


def _sources(parts: Sequence[Part]) -> tuple[ListedSource, ...]:
    """What the sources gave: every shard asks them all, so that a reason of one is a reason."""
    found: dict[tuple[str, str], ListedSource] = {}
    for part in parts:
        with told(part.store.name), part.store.reading() as connection:
            for one in beside.sources_of(connection, part.number):
                known = found.setdefault((one.organisation, one.address), one)
                most = max(known.repositories, one.repositories)
                found[one.organisation, one.address] = replace(
                    known, repositories=most, reason=known.reason or one.reason
                )
    return tuple(found.values())


def _copy(connection: Connection, number: int, part: Part) -> None:
    """Put what a shard holds into the scan, but for what is only known once all of it is there."""
    with told(part.store.name), part.store.reading() as source:
        used = facts_table.join(state).join(subject)
        revisions = select(facts_table.c.revision).select_from(used).where(subject.c.scan == part.number)
        if set(source.execute(revisions).scalars()) - {REVISION}:
            raise OssScanError(
                nl=f"{part.store.name} is gemaakt door een andere oss-scan; voeg samen met die versie, of scan opnieuw",
                en=f"{part.store.name} was made by another oss-scan; merge with that version, or scan again",
            )
        named = select(subject.c.repository).join(repository).where(subject.c.scan == part.number)
        numbers = source.execute(named.order_by(repository.c.key)).scalars().all()
        questions: writing.Questions = {}
        for at in range(0, len(numbers), _AT_ONCE):
            judged = reading.repositories(source, part.number, facts=True, among=numbers[at : at + _AT_ONCE])
            _refuse_twice(judged, _there(connection, number, judged), part)
            entries = [writing.Entry(one) for one in judged]
            writing.add(connection, number, part.run.started.date(), entries, questions)
        beside.keep_skipped(connection, number, beside.skipped_of(source, part.number))


def _remember(connection: Connection, name: str, part: Part) -> None:
    """Put what places showed to a shard into the store of that name, so that they need not be read again."""
    if part.store.name == name:
        return
    with told(part.store.name), part.store.reading() as source:
        places = source.execute(select(seen)).mappings().all()
    for row in places:
        connection.execute(delete(seen).where(seen.c.place == row["place"]))
        connection.execute(insert(seen), dict(row))


def _there(connection: Connection, number: int, judged: Sequence[Judged]) -> Mapping[str, str]:
    """The status of those that are in the scan already, by their key."""
    mine = (subject.c.scan == number) & repository.c.key.in_([one.key for one in judged])
    columns = select(repository.c.key, state.c.status).select_from(subject.join(repository).join(state))
    return {row.key: row.status for row in connection.execute(columns.where(mine))}


def _refuse_twice(judged: Sequence[Judged], there: Mapping[str, str], part: Part) -> None:
    """A repository is in one shard; only why a list is not whole can be in more."""
    for one in judged:
        other = there.get(one.key)
        if other and not one.status == other == "unreadable":
            raise OssScanError(
                nl=f"{one.repository} staat ook in een ander deel dan {part.shard}: de delen zijn van verschillende "
                "lijsten; maak ze opnieuw",
                en=f"{one.repository} is in another shard than {part.shard} too: the shards are of different lists; "
                "make them again",
            )
