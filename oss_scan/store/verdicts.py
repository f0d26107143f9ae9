"""What was said of open standards, kept once: each verdict and each set of them by its content.

The axes have columns of their own, so that figures can be counted by SQL; the rest is canonical JSON.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from oss_scan.store import numbered
from oss_scan.store.codec import digest, from_plain, to_plain
from oss_scan.store.schema_standards import verdict, verdict_member, verdict_set
from oss_scan.verdicts import StandardVerdict

_AXES = ("standard", "version", "listed", "applicability", "evidence", "explained", "status")


def keep(connection: Connection, each: Sequence[Sequence[StandardVerdict]]) -> list[int | None]:
    """The number of each set, made where it is not there; None for an empty one."""
    digests = [[digest(one) for one in verdicts] for verdicts in each]
    wanted = {
        known_by: _row(one)
        for names, verdicts in zip(digests, each, strict=True)
        for known_by, one in zip(names, verdicts, strict=True)
    }
    known = numbered.each(connection, verdict, "digest", wanted)
    return [_set(connection, names, [known[one] for one in names]) if names else None for names in digests]


def _row(one: StandardVerdict) -> dict[str, Any]:
    plain = to_plain(one)
    axes = {name: plain.pop(name) for name in _AXES}
    tally = plain["tally"]
    return {
        **axes,
        "passed": tally["passed"] if tally else None,
        "tested": tally["of"] if tally else None,
        "counter": len(one.counter),
        "body": plain,
    }


def _set(connection: Connection, digests: Sequence[bytes], members: Sequence[int]) -> int:
    name = sha256(b"".join(digests)).digest()[:16]
    held = connection.execute(select(verdict_set.c.number).where(verdict_set.c.digest == name)).scalar()
    if held is not None:
        return int(held)
    made = connection.execute(insert(verdict_set).returning(verdict_set.c.number), {"digest": name}).scalar_one()
    rows = [{"verdict_set": made, "ordinal": at, "verdict": number} for at, number in enumerate(members)]
    connection.execute(insert(verdict_member), rows)
    return int(made)


def of_sets(connection: Connection, used: Select[Any]) -> dict[int, tuple[StandardVerdict, ...]]:
    """The verdicts of every set of which the number is asked for, by that number."""
    mine = verdict_member.c.verdict_set.in_(used)
    wanted = select(verdict).where(verdict.c.number.in_(select(verdict_member.c.verdict).where(mine)))
    known = {row.number: read(row) for row in connection.execute(wanted)}
    found: dict[int, list[StandardVerdict]] = {}
    ordered = select(verdict_member.c.verdict_set, verdict_member.c.verdict).where(mine)
    for number, one in connection.execute(ordered.order_by(verdict_member.c.verdict_set, verdict_member.c.ordinal)):
        found.setdefault(number, []).append(known[one])
    return {number: tuple(held) for number, held in found.items()}


def read(row: Any) -> StandardVerdict:
    """A verdict from its row. Raises KeyError, ValueError, TypeError where it is none."""
    plain = {**row.body, **{name: getattr(row, name) for name in _AXES}}
    return from_plain(plain, StandardVerdict)


def changed(connection: Connection) -> Iterator[tuple[str, int]]:
    """Table and number of each verdict, and each set, that is no longer what it was when it was kept."""
    for row in connection.execute(select(verdict).order_by(verdict.c.number)):
        one = read(row)
        if digest(one) != row.digest or _row(one)["counter"] != row.counter or _tally(one) != (row.passed, row.tested):
            yield "verdict", row.number
    held: dict[int, list[bytes]] = {}
    joined = select(verdict_member.c.verdict_set, verdict.c.digest).join(verdict)
    for number, known_by in connection.execute(joined.order_by(verdict_member.c.verdict_set, verdict_member.c.ordinal)):
        held.setdefault(number, []).append(known_by)
    for row in connection.execute(select(verdict_set).order_by(verdict_set.c.number)):
        if sha256(b"".join(held.get(row.number, ()))).digest()[:16] != row.digest:
            yield "verdict_set", row.number


def _tally(one: StandardVerdict) -> tuple[int | None, int | None]:
    return (one.tally.passed, one.tally.of) if one.tally else (None, None)
