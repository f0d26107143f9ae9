"""How a scan begins: all that it has to do, written down at once; or found again where it was broken off."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import insert, select, update

from oss_scan.inventory.model import Inventory
from oss_scan.results import ListedSource, Run, Skipped
from oss_scan.store import beside
from oss_scan.store.claims import Claims
from oss_scan.store.codec import to_plain
from oss_scan.store.keeping import Store, begun
from oss_scan.store.mishaps import told
from oss_scan.store.schema import claim, running, scan
from oss_scan.store.todo import Look, Todo


def begin(
    store: Store,
    run: Run,
    question: bytes,
    todos: Sequence[Todo],
    inventory: Inventory | None = None,
    sources: Sequence[ListedSource] = (),
    skipped: Sequence[Skipped] = (),
    earlier: Sequence[Run] = (),
    *,
    elsewhere: Mapping[int, Look] | None = None,
    whole: bytes | None = None,
) -> Claims:
    """Begin a scan and write down all that it has to do, in one transaction; `sources` are what those of the inventory
    gave, and `skipped` what it leaves out of that. `earlier` are the other scans of a series: what there is to do for
    them goes with the claims of this one. Of a shard, `elsewhere` is what others do, by ordinal, and `whole` the
    question of which it answers a part."""
    looks = elsewhere or {}
    with told(store.name), store.writing() as connection:
        for one in (*earlier, run):
            number = begun(connection, one, inventory, sources)
            beside.keep_skipped(connection, number, skipped)
            connection.execute(update(scan).where(scan.c.number == number).values(whole=whole and whole.hex()))
        connection.execute(insert(running), {"scan": number, "question": question})
        rows = [
            {
                "scan": number,
                "ordinal": ordinal,
                "target": one.target,
                "path": one.path,
                "url": one.url,
                "state": "looked" if ordinal in looks else "waiting",
                "tries": 0,
                "look": to_plain(looks[ordinal]) if ordinal in looks else None,
                "hosted": to_plain(one.hosted) if one.hosted else None,
                "reason": to_plain(one.reason) if one.reason else None,
                "organisation": one.organisation,
            }
            for ordinal, one in enumerate(todos)
        ]
        if rows:
            connection.execute(insert(claim), rows)
    return Claims(store, run)


def unfinished(store: Store, question: bytes, since: datetime) -> Run | None:
    """The scan that asked the same, began at `since` or later and is not finished, the newest where there are more."""
    with told(store.name), store.reading() as connection:
        found = set(connection.execute(select(scan.c.id).join(running).where(running.c.question == question)).scalars())
    runs = (one.run for one in reversed(store.runs()))
    return next((run for run in runs if run.id in found and run.started >= since), None)


def series(store: Store, run: Run) -> tuple[Run, ...]:
    """The other scans of the series that a scan belongs to, by their day."""
    if run.series is None:
        return ()
    others = (one.run for one in store.runs() if one.run.series == run.series and one.run.id != run.id)
    return tuple(sorted(others, key=lambda one: one.reference_date))
