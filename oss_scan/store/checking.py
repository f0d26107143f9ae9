"""Whether a store still holds what was put into it: nothing dangles, nothing changed, nothing is missing."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DatabaseError

from oss_scan.store import verdicts
from oss_scan.store.codec import digest
from oss_scan.store.keeping import Store
from oss_scan.store.mishaps import told
from oss_scan.store.reading import every_finding
from oss_scan.store.schema import (
    TABLES,
    claim,
    facts,
    finding,
    finding_set,
    inventory,
    member,
    question,
    repository,
    scan,
    sealed,
    state,
    subject,
    system,
)
from oss_scan.store.sealing import seal_of
from oss_scan.store.writing import digest_of_state
from oss_scan.texts import Text

_SEAL = Text(
    "de voltooide scan {scan} is niet meer wat hij was toen hij werd voltooid",
    "the complete scan {scan} is no longer what it was when it was completed",
)
_DAMAGED = Text("het databasebestand is beschadigd: {detail}", "the database file is damaged: {detail}")
_DANGLING = Text(
    "{number} × wijst {column} naar een rij van {table} die er niet is",
    "{number} × {column} points at a row of {table} that is not there",
)
_CHANGED = Text(
    "{table} {number} is gewijzigd sinds het werd bewaard: het kenmerk klopt niet",
    "{table} {number} has changed since it was kept: its digest does not match",
)
_UNDECODED = Text("{table} {number} is niet te lezen ({detail})", "{table} {number} cannot be read ({detail})")
_STILL_OPEN = Text(
    "de voltooide scan {scan} heeft {number} repository's nog te doen",
    "the complete scan {scan} has {number} repositories left to do",
)
_UNDECODED_ROW = Text("een rij van {table} is niet te lezen ({detail})", "a row of {table} cannot be read ({detail})")
_WITHOUT = Text(
    "de voltooide scan {scan} heeft voor {repository} geen uitkomst van {rule}",
    "the complete scan {scan} has no outcome of {rule} for {repository}",
)
_WITHOUT_ANY = Text(
    "de voltooide scan {scan} heeft voor {repository} geen enkele uitkomst en ook geen reden daarvoor",
    "the complete scan {scan} has no outcome at all for {repository}, nor a reason for that",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `code` names the kind."""

    code: str
    text: Text
    values: dict[str, str]


def check(store: Store) -> tuple[Problem, ...]:
    """Everything that is wrong with a store, in a stable order. Raises OssScanError where it cannot be read."""
    with told(store.name), store.reading() as connection:
        damaged = tuple(_damaged(connection))
        if damaged:
            return damaged  # what is read from a damaged file says nothing more
        return (
            *_dangling(connection),
            *_changed_facts(connection),
            *_read("finding", _changed_findings(connection)),
            *_changed_sets(connection),
            *_read("state", _changed_states(connection)),
            *_read("system", _changed_systems(connection)),
            *_changed_inventories(connection),
            *_read("verdict", _changed_verdicts(connection)),
            *_read("state", _incomplete(connection)),
            *_read("sealed", _unsealed(connection)),
        )


def _read(table: str, problems: Iterator[Problem]) -> Iterator[Problem]:
    """The problems, and as the last one that a row holds what is no JSON or no date."""
    try:
        yield from problems
    except ValueError as error:
        yield Problem("undecoded", _UNDECODED_ROW, {"table": table, "detail": str(error)})


def _damaged(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name == "sqlite":
        try:
            for (said,) in connection.execute(text("PRAGMA integrity_check")):
                if said != "ok":
                    yield Problem("damaged", _DAMAGED, {"detail": str(said)})
        except DatabaseError as error:  # so damaged that SQLite cannot go through it
            yield Problem("damaged", _DAMAGED, {"detail": str(error.orig)})


def _dangling(connection: Connection) -> Iterator[Problem]:
    for table in TABLES.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                lost = select(column).where(column.is_not(None), column.not_in(select(key.column)))
                number = len(connection.execute(lost).all())
                if number:
                    names = {"column": f"{table.name}.{column.name}", "table": key.column.table.name}
                    yield Problem("dangling", _DANGLING, {"number": str(number), **names})


def _unsealed(connection: Connection) -> Iterator[Problem]:
    """Complete scans that say something else than when they were completed."""
    rows = connection.execute(select(scan.c.id, sealed).join_from(sealed, scan).order_by(scan.c.number))
    for row in rows.all():
        if seal_of(connection, row.scan) != row.digest:
            yield Problem("seal", _SEAL, {"scan": row.id})


def _changed_facts(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(select(facts).order_by(facts.c.number)):
        try:
            plain = zlib.decompress(row.body)
        except zlib.error as error:
            yield Problem("undecoded", _UNDECODED, {"table": "facts", "number": str(row.number), "detail": str(error)})
            continue
        if sha256(f"{row.revision}\n".encode() + plain).hexdigest() != row.digest:
            yield Problem("changed", _CHANGED, {"table": "facts", "number": str(row.number)})


def _changed_findings(connection: Connection) -> Iterator[Problem]:
    for row, read in every_finding(connection):
        if isinstance(read, Exception):
            detail = f"{type(read).__name__}: {read}"
            yield Problem("undecoded", _UNDECODED, {"table": "finding", "number": str(row.number), "detail": detail})
        elif digest(read) != row.digest:
            yield Problem("changed", _CHANGED, {"table": "finding", "number": str(row.number)})


def _changed_sets(connection: Connection) -> Iterator[Problem]:
    held: dict[int, list[bytes]] = {}
    joined = select(member.c.finding_set, finding.c.digest).join(finding)
    for number, known_by in connection.execute(joined.order_by(member.c.finding_set, member.c.ordinal)):
        held.setdefault(number, []).append(known_by)
    for row in connection.execute(select(finding_set).order_by(finding_set.c.number)):
        if sha256(b"".join(held.get(row.number, ()))).digest()[:16] != row.digest:
            yield Problem("changed", _CHANGED, {"table": "finding_set", "number": str(row.number)})


def _changed_states(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(select(state).order_by(state.c.number)).mappings():
        held = {name: value for name, value in row.items() if name not in ("number", "digest")}
        held |= {name: held[name] or [] for name in ("aliases", "notices")}  # the tables keep an empty list as NULL
        if digest_of_state(held) != row["digest"]:
            yield Problem("changed", _CHANGED, {"table": "state", "number": str(row["number"])})


def _changed_systems(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(select(system).order_by(system.c.number)).mappings():
        held = {name: value for name, value in row.items() if name not in ("number", "digest")}
        held |= {"repositories": held["repositories"] or []}
        if digest(held) != row["digest"]:
            yield Problem("changed", _CHANGED, {"table": "system", "number": str(row["number"])})


def _changed_inventories(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(select(inventory).order_by(inventory.c.number)):
        try:
            plain = zlib.decompress(row.body)
        except zlib.error as error:
            values = {"table": "inventory", "number": str(row.number), "detail": str(error)}
            yield Problem("undecoded", _UNDECODED, values)
            continue
        if sha256(plain).digest()[:16] != row.digest:
            yield Problem("changed", _CHANGED, {"table": "inventory", "number": str(row.number)})


def _changed_verdicts(connection: Connection) -> Iterator[Problem]:
    for table, number in verdicts.changed(connection):
        yield Problem("changed", _CHANGED, {"table": table, "number": str(number)})


def _incomplete(connection: Connection) -> Iterator[Problem]:
    """A complete scan asked the same of all: what one repository has an outcome for, every other must have too."""
    left = select(scan.c.id, func.count()).join(claim).where(scan.c.finished.is_not(None)).group_by(scan.c.id)
    for identifier, number in connection.execute(left.order_by(scan.c.id)):
        yield Problem("incomplete", _STILL_OPEN, {"scan": identifier, "number": str(number)})
    rules: dict[int, set[str]] = {}
    asked = select(member.c.finding_set, question.c.rule).join(finding, member.c.finding == finding.c.number)
    for number, rule in connection.execute(asked.join(question)):
        rules.setdefault(number, set()).add(rule)
    subjects: dict[str, list[Any]] = {}
    columns = select(scan.c.id, repository.c.key, state.c.status, state.c.reason, state.c.finding_set)
    joined = columns.select_from(subject.join(scan).join(repository).join(state))
    for row in connection.execute(joined.where(scan.c.finished.is_not(None)).order_by(scan.c.id, repository.c.key)):
        subjects.setdefault(row.id, []).append(row)
    for identifier, rows in subjects.items():
        all_of_them = set().union(*(rules.get(row.finding_set, ()) for row in rows))
        for row in rows:
            values = {"scan": identifier, "repository": row.key}
            if row.status == "unreadable":
                if row.reason is None:
                    yield Problem("incomplete", _WITHOUT_ANY, values)
                continue
            if row.finding_set is None:
                yield Problem("incomplete", _WITHOUT_ANY, values)
                continue
            for rule in sorted(all_of_them - rules.get(row.finding_set, set())):
                yield Problem("incomplete", _WITHOUT, {**values, "rule": rule})
