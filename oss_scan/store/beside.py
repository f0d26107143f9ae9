"""What a scan has beside its repositories: the inventory that it was made with, what the sources gave and what is left
out, its systems as judged, and which repositories hold the same software."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from oss_scan.inventory.model import Inventory
from oss_scan.results import JudgedSystem, ListedSource, Same, Skipped
from oss_scan.store import numbered, reading, writing
from oss_scan.store.codec import digest, from_plain, pack, to_plain, unpack
from oss_scan.store.schema import inventory as inventories
from oss_scan.store.schema import repository, same, scan, scan_source, scan_system, skipped, system
from oss_scan.texts import Reason


def keep_inventory(connection: Connection, inventory: Inventory) -> int:
    """The number of an inventory, which is kept once."""
    known_by = digest(inventory)
    body = {"body": pack(inventory)}
    return numbered.each(connection, inventories, "digest", {known_by: body})[known_by]


def keep_sources(connection: Connection, number: int, sources: Sequence[ListedSource]) -> None:
    """Keep what the sources gave."""
    rows = [
        {
            "scan": number,
            "ordinal": ordinal,
            "organisation": one.organisation,
            "address": one.address,
            "repositories": one.repositories,
            "reason": to_plain(one.reason) if one.reason else None,
        }
        for ordinal, one in enumerate(sources)
    ]
    if rows:
        connection.execute(insert(scan_source), rows)


def keep_skipped(connection: Connection, number: int, out: Iterable[Skipped]) -> None:
    """Keep what is left out, each once."""
    each = {one.repository: one for one in out}
    if not each:
        return
    there = select(skipped.c.repository).where(skipped.c.scan == number, skipped.c.repository.in_(each))
    known = set(connection.execute(there).scalars())
    rows = [
        {
            "scan": number,
            "repository": name,
            "organisation": one.organisation,
            "reason": one.reason,
            "because": to_plain(one.because) if one.because else None,
        }
        for name, one in each.items()
        if name not in known
    ]
    if rows:
        connection.execute(insert(skipped), rows)


def keep_systems(
    connection: Connection, number: int, systems: Sequence[JudgedSystem], questions: writing.Questions
) -> None:
    """Keep the systems of a scan; one that is the same as in an earlier scan is only pointed at."""
    sets = writing.sets(connection, [one.findings for one in systems], questions)
    for ordinal, (one, of_set) in enumerate(zip(systems, sets, strict=True)):
        row = {
            "key": one.key,
            "name": one.name,
            "organisation": one.organisation,
            "openness": one.openness,
            "ground": one.ground,
            "review_by": one.review_by,
            "repositories": list(one.repositories),
            "finding_set": of_set,
        }
        known_by = digest(row)
        kept = numbered.each(connection, system, "digest", {known_by: row})[known_by]
        connection.execute(insert(scan_system), {"scan": number, "ordinal": ordinal, "system": kept})


def keep_same(connection: Connection, number: int, alike: Iterable[Same]) -> None:
    """Keep which repositories of a scan hold the same software as another."""
    every = list(alike)
    keys = {key for one in every for key in (one.key, one.other)}
    found = numbered.each(connection, repository, "key", {key: {} for key in keys})
    rows = [
        {"scan": number, "repository": found[one.key], "kind": one.kind, "other": found[one.other]} for one in every
    ]
    if rows:
        connection.execute(insert(same), rows)


def inventory_of(connection: Connection, number: int) -> Inventory | None:
    """The inventory that a scan was made with."""
    body = connection.execute(select(inventories.c.body).join(scan).where(scan.c.number == number)).scalar()
    return unpack(body, Inventory) if body else None


def sources_of(connection: Connection, number: int) -> tuple[ListedSource, ...]:
    """What the sources gave, in the order of the inventory."""
    rows = connection.execute(select(scan_source).where(scan_source.c.scan == number).order_by(scan_source.c.ordinal))
    return tuple(
        ListedSource(
            row.organisation,
            row.address,
            row.repositories,
            from_plain(row.reason, Reason) if row.reason else None,
        )
        for row in rows
    )


def skipped_of(connection: Connection, number: int) -> tuple[Skipped, ...]:
    """What was left out, sorted by address."""
    rows = connection.execute(select(skipped).where(skipped.c.scan == number))
    found = (
        Skipped(row.repository, row.organisation, row.reason, from_plain(row.because, Reason) if row.because else None)
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: one.repository))


def systems_of(connection: Connection, number: int) -> tuple[JudgedSystem, ...]:
    """The systems as they were judged, in the order of the inventory."""
    mine = scan_system.c.scan == number
    sets = reading.sets(connection, select(system.c.finding_set).join(scan_system).where(mine).distinct())
    rows = connection.execute(select(system).join(scan_system).where(mine).order_by(scan_system.c.ordinal))
    return tuple(_system(row, sets) for row in rows)


def _system(row: Any, sets: Mapping[int, Sequence[Any]]) -> JudgedSystem:
    return JudgedSystem(
        key=row.key,
        name=row.name,
        organisation=row.organisation,
        openness=row.openness,
        ground=row.ground,
        review_by=row.review_by,
        repositories=tuple(row.repositories or ()),
        findings=tuple(sets[row.finding_set]) if row.finding_set is not None else (),
    )


def seals(connection: Connection, number: int) -> Iterator[object]:
    """What all of this adds to the seal of a scan: nothing where there is nothing."""
    run = connection.execute(select(scan).where(scan.c.number == number)).one()
    basis = None if run.basis == "measured" else run.basis
    if basis or run.series or run.shard:
        yield ["run", basis, run.series, run.shard]
    held = select(inventories.c.digest).join(scan).where(scan.c.number == number)
    yield from (["inventory", one.hex()] for one in connection.execute(held).scalars())
    judged = select(system.c.digest).join(scan_system).where(scan_system.c.scan == number)
    ordered = connection.execute(judged.order_by(scan_system.c.ordinal)).scalars()
    yield from (["system", one.hex()] for one in ordered)
    yield from (["source", to_plain(one)] for one in sources_of(connection, number))
    yield from (["skipped", to_plain(one)] for one in skipped_of(connection, number))
    yield from (["same", to_plain(one)] for one in same_of(connection, number))


def same_of(connection: Connection, number: int) -> tuple[Same, ...]:
    """Which repositories hold the same software as another, sorted by key."""
    other = repository.alias()
    joined = same.join(repository, same.c.repository == repository.c.number).join(other, same.c.other == other.c.number)
    columns = select(repository.c.key, same.c.kind, other.c.key.label("other")).select_from(joined)
    rows = connection.execute(columns.where(same.c.scan == number))
    return tuple(sorted((Same(*row) for row in rows), key=lambda one: (one.key, one.kind)))
