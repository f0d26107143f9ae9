"""Removing whole scans, and what only they used; a tombstone says that each was there.

A scan that stays is not touched: nothing that it points at goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, func, insert, select

from oss_scan.errors import OssScanError
from oss_scan.store.keeping import RunInfo, Store, absent, refuse_pruned
from oss_scan.store.mishaps import told
from oss_scan.store.schema import (
    TABLES,
    alias,
    claim,
    facts,
    finding,
    finding_set,
    inventory,
    member,
    place,
    repository,
    scan,
    seen,
    state,
    subject,
    system,
    tombstone,
    verdict,
    verdict_member,
    verdict_set,
)

#: What goes once nothing points at it, each with the table whose rows are its parts. Users stand before what they use.
#: Questions stay: they are few, and a scan that is running remembers their numbers.
_SHARED: tuple[tuple[Table, Table | None], ...] = (
    (state, None),
    (system, None),
    (inventory, None),
    (finding_set, member),
    (verdict_set, verdict_member),
    (verdict, None),
    (finding, place),
    (facts, None),
    (repository, alias),
)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A scan that was pruned."""

    scan: str
    started: datetime
    finished: datetime | None
    reference_date: date
    repositories: int
    pruned: datetime


def chosen(
    store: Store, ids: Sequence[str] = (), *, before: date | None = None, keep: int | None = None
) -> tuple[RunInfo, ...]:
    """The scans to be pruned, the newest last: those named, or those that both bounds let go.

    `before` lets go what started before that day in UTC, complete or not; `keep` lets go complete scans beyond that
    number of newest ones, and no scan that is not complete, since it may still be running. Raises OssScanError.
    """
    runs = store.runs()
    if ids:
        known = {one.run.id for one in runs}
        for one in ids:
            if one not in known:
                with told(store.name), store.reading() as connection:
                    refuse_pruned(connection, one)
                raise absent(one)
        return tuple(one for one in runs if one.run.id in ids)
    going = [one for one in runs if before is None or one.run.started.date() < before]
    if keep is not None:
        complete = [one for one in runs if one.run.finished]
        spare = complete[: len(complete) - keep] if keep < len(complete) else []
        going = [one for one in going if one in spare]
    return tuple(going)


def prune(store: Store, ids: Sequence[str], moment: datetime) -> None:
    """Remove the scans of these ids, all or none, and leave a tombstone for each. Raises OssScanError."""
    with told(store.name), store.writing() as connection:
        for one in ids:
            _bury(connection, one, moment)
        for table, parts in _SHARED:
            _sweep(connection, table, parts)
        connection.execute(delete(seen).where(seen.c.facts.not_in(select(facts.c.digest))))


def tombstones(store: Store) -> tuple[Tombstone, ...]:
    """What was pruned, in the order in which the scans began."""
    with told(store.name), store.reading() as connection:
        rows = connection.execute(select(tombstone).order_by(tombstone.c.started, tombstone.c.scan))
        return tuple(Tombstone(**row) for row in rows.mappings())


def _bury(connection: Connection, identifier: str, moment: datetime) -> None:
    row = connection.execute(select(scan).where(scan.c.id == identifier)).first()
    if row is None:
        raise absent(identifier)
    leased = (claim.c.scan == row.number) & (claim.c.state == "leased") & (claim.c.lease_until > moment)
    if connection.execute(select(claim.c.ordinal).where(leased)).first():
        raise OssScanError(
            nl=f"de scan {identifier} is nog bezig; breek hem af of wacht tot hij klaar is",
            en=f"the scan {identifier} is still at work; interrupt it, or wait until it is done",
        )
    count = select(func.count()).select_from(subject).where(subject.c.scan == row.number)
    connection.execute(
        insert(tombstone),
        {
            "scan": row.id,
            "started": row.started,
            "finished": row.finished,
            "reference_date": row.reference_date,
            "repositories": connection.execute(count).scalar_one(),
            "pruned": moment,
        },
    )
    for user in _users(scan):
        connection.execute(delete(user.table).where(user == row.number))
    connection.execute(delete(scan).where(scan.c.number == row.number))


def _sweep(connection: Connection, table: Table, parts: Table | None) -> None:
    unused = [
        table.c.number.not_in(select(user).where(user.is_not(None)))
        for user in _users(table)
        if user.table is not parts
    ]
    if parts is not None:
        gone = select(table.c.number).where(*unused)
        for user in _users(table):
            if user.table is parts:
                connection.execute(delete(parts).where(user.in_(gone)))
    connection.execute(delete(table).where(*unused))


def _users(table: Table) -> tuple[Column[Any], ...]:
    """Every column of the store that points at a table."""
    return tuple(column for one in TABLES.sorted_tables for column in one.columns if column.references(table.c.number))
