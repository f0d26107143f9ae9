"""Putting one repository of a scan into the tables: what is there already is only pointed at."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from oss_scan.engine import Finding
from oss_scan.facts import REVISION, Facts
from oss_scan.results import Judged
from oss_scan.store.codec import digest, facts_digest, pack, to_plain
from oss_scan.store.schema import (
    alias,
    facts,
    finding,
    finding_set,
    member,
    place,
    question,
    repository,
    state,
    subject,
)

#: Numbers of questions, by (rule, level, asks).
Questions = dict[tuple[str, str, str], int]


def add(connection: Connection, scan: int, day: date, judged: Judged, questions: Questions) -> None:
    """Keep one repository of a scan that began on `day`; `questions` remembers what is there."""
    number = _number(connection, repository, {"key": judged.key})
    here = (subject.c.scan == scan) & (subject.c.repository == number)
    if connection.execute(select(subject.c.scan).where(here)).first():
        return
    _seen(connection, number, {judged.repository, *judged.aliases}, day)
    kept = _state(connection, judged, questions)
    connection.execute(insert(subject), {"scan": scan, "repository": number, "state": kept})


def _state(connection: Connection, judged: Judged, questions: Questions) -> int:
    row: dict[str, Any] = {
        "target": judged.repository,
        "aliases": list(judged.aliases),
        "organisation": judged.organisation,
        "status": judged.status,
        "reason": to_plain(judged.reason) if judged.reason else None,
        "commit": judged.commit,
        "committed": judged.committed,
        "branch": judged.branch,
        "facts": _facts(connection, judged.facts) if judged.facts else None,
        "finding_set": _set(connection, judged.findings, questions) if judged.findings else None,
        "notices": [to_plain(notice) for notice in judged.notices],
    }
    return _number(connection, state, {"digest": digest(row)}, **row)


def _number(connection: Connection, table: Table, known_by: Mapping[str, object], **more: object) -> int:
    """The number of the row that is known by these columns, made where it is not there."""
    wanted = [table.c[name] == value for name, value in known_by.items()]
    found = connection.execute(select(table.c.number).where(*wanted)).scalar()
    if found is None:
        found = connection.execute(insert(table).returning(table.c.number), {**known_by, **more}).scalar_one()
    assert isinstance(found, int)
    return found


def _seen(connection: Connection, number: int, addresses: Iterable[str], day: date) -> None:
    """Since when and until when a repository had its addresses, whatever the order in which scans are added."""
    known = {row.address: row for row in connection.execute(select(alias).where(alias.c.repository == number)).all()}
    for address in sorted(addresses):
        row = known.get(address)
        if row is None:
            new = {"repository": number, "address": address, "first_seen": day, "last_seen": day}
            connection.execute(insert(alias), new)
        elif not row.first_seen <= day <= row.last_seen:
            here = (alias.c.repository == number) & (alias.c.address == address)
            seen = {"first_seen": min(row.first_seen, day), "last_seen": max(row.last_seen, day)}
            connection.execute(update(alias).where(here).values(**seen))


def _facts(connection: Connection, value: Facts) -> int:
    known_by = facts_digest(value)
    found = connection.execute(select(facts.c.number).where(facts.c.digest == known_by)).scalar()
    return found or _number(connection, facts, {"digest": known_by}, revision=REVISION, body=pack(value))


def _set(connection: Connection, findings: Sequence[Finding], questions: Questions) -> int:
    digests = [digest(one) for one in findings]
    known_by = sha256(b"".join(digests)).digest()[:16]
    found = connection.execute(select(finding_set.c.number).where(finding_set.c.digest == known_by)).scalar()
    if found is not None:
        return int(found)
    numbers = _findings(connection, dict(zip(digests, findings, strict=True)), questions)
    number = _number(connection, finding_set, {"digest": known_by})
    rows = [{"finding_set": number, "ordinal": at, "finding": numbers[one]} for at, one in enumerate(digests)]
    connection.execute(insert(member), rows)
    return number


def _findings(connection: Connection, wanted: Mapping[bytes, Finding], questions: Questions) -> dict[bytes, int]:
    columns = select(finding.c.digest, finding.c.number)
    found = connection.execute(columns.where(finding.c.digest.in_(wanted)))
    numbers = {row.digest: row.number for row in found}
    new = {known_by: one for known_by, one in wanted.items() if known_by not in numbers}
    if not new:
        return numbers
    rows = [_row(connection, known_by, one, questions) for known_by, one in new.items()]
    made = connection.execute(insert(finding).returning(finding.c.digest, finding.c.number), rows)
    numbers |= {row.digest: row.number for row in made}
    places = [
        {
            "finding": numbers[known_by],
            "ordinal": at,
            "path": spot.path,
            "line": spot.line,
            "column": spot.column,
            "blob": spot.blob,
        }
        for known_by, one in new.items()
        for at, spot in enumerate(one.places)
    ]
    if places:
        connection.execute(insert(place), places)
    return numbers


def _row(connection: Connection, known_by: bytes, one: Finding, questions: Questions) -> dict[str, Any]:
    asked = (one.rule, str(one.level), one.asks)
    if asked not in questions:
        questions[asked] = _number(connection, question, dict(zip(("rule", "level", "asks"), asked, strict=True)))
    return {
        "digest": known_by,
        "question": questions[asked],
        "outcome": str(one.outcome),
        "fingerprint": one.fingerprint,
        "because": to_plain(one.because) if one.because else None,
        "filled": dict(one.values),
        "explained": to_plain(one.explained) if one.explained else None,
        "correction": to_plain(one.correction) if one.correction else None,
    }
