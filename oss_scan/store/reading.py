"""Taking a scan out of the tables again."""

import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Select, select

from oss_scan.checks import Outcome, Place
from oss_scan.engine import Explained, Finding
from oss_scan.errors import OssScanError
from oss_scan.facts import REVISION, Facts
from oss_scan.facts.declared import Correction
from oss_scan.results import Judged, Notice, Recognised
from oss_scan.rule import Level
from oss_scan.store import verdicts
from oss_scan.store.codec import from_plain, unpack
from oss_scan.store.schema import facts as facts_table
from oss_scan.store.schema import finding, member, place, question, repository, state, subject
from oss_scan.texts import Reason


def repositories(connection: Connection, scan: int, *, facts: bool, findings: bool = True) -> tuple[Judged, ...]:
    """Every repository of a scan, sorted by key; with facts and findings only where they are asked for."""
    used = select(state.c.finding_set).join(subject).where(subject.c.scan == scan).distinct()
    of_sets = sets(connection, used) if findings else {}
    said = select(state.c.verdict_set).join(subject).where(subject.c.scan == scan).distinct()
    of_verdicts = verdicts.of_sets(connection, said) if findings else {}
    columns: list[Any] = [state, repository.c.key]
    source = subject.join(repository).join(state)
    if facts:
        columns += [facts_table.c.revision, facts_table.c.body]
        source = source.outerjoin(facts_table)
    rows = connection.execute(select(*columns).select_from(source).where(subject.c.scan == scan))
    found = [
        Judged(
            key=row.key,
            repository=row.target,
            aliases=tuple(row.aliases or ()),
            organisation=row.organisation,
            status=row.status,
            reason=from_plain(row.reason, Reason) if row.reason else None,
            commit=row.commit,
            committed=row.committed,
            branch=row.branch,
            facts=_decoded(row.body, row.revision) if facts and row.body is not None else None,
            findings=tuple(of_sets[row.finding_set]) if findings and row.finding_set is not None else (),
            notices=tuple(from_plain(notice, Notice) for notice in row.notices or ()),
            recognised=from_plain(row.recognised, Recognised) if row.recognised else None,
            standards=of_verdicts.get(row.verdict_set, ()),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda judged: judged.key))


def facts_of(connection: Connection, digest: str) -> Facts | None:
    """The facts of that digest; None where there are none."""
    columns = select(facts_table.c.body, facts_table.c.revision)
    row = connection.execute(columns.where(facts_table.c.digest == digest)).first()
    return _decoded(row.body, row.revision) if row else None


def readable_facts(connection: Connection, digests: Collection[str]) -> Mapping[str, Facts]:
    """The facts of these digests, without what is not there or cannot be read."""
    columns = select(facts_table.c.digest, facts_table.c.body, facts_table.c.revision)
    found = {}
    for row in connection.execute(columns.where(facts_table.c.digest.in_(digests))):
        with suppress(OssScanError, KeyError, ValueError, TypeError, zlib.error):
            found[row.digest] = _decoded(row.body, row.revision)
    return found


def every_finding(connection: Connection) -> Iterator[tuple[Any, Finding | Exception]]:
    """Each finding of the store with its row, in the order of their numbers, or why it cannot be read."""
    places: dict[int, list[Place]] = {}
    for row in connection.execute(select(place).order_by(place.c.finding, place.c.ordinal)):
        places.setdefault(row.finding, []).append(Place(row.path, row.line, row.column, row.blob))
    columns = select(finding, question.c.rule, question.c.level, question.c.asks)
    for row in connection.execute(columns.select_from(finding.join(question)).order_by(finding.c.number)):
        try:
            yield row, _finding(row, tuple(places.get(row.number, ())))
        except (KeyError, ValueError, TypeError) as error:
            yield row, error


def _decoded(body: bytes, revision: int) -> Facts:
    try:
        return unpack(body, Facts)
    except (KeyError, ValueError, TypeError) as error:
        if revision == REVISION:
            raise
        raise OssScanError(
            nl=f"deze oss-scan kan waarnemingen van revisie {revision} niet lezen (hier {REVISION}); scan opnieuw",
            en=f"this oss-scan cannot read facts of revision {revision} (here {REVISION}); scan again",
        ) from error


def sets(connection: Connection, used: Select[Any]) -> dict[int, list[Finding]]:
    """The findings of every set of which the number is asked for, by that number."""
    of_scan = member.c.finding_set.in_(used)
    places: dict[int, list[Place]] = {}
    held = select(member.c.finding).where(of_scan)
    for row in connection.execute(
        select(place).where(place.c.finding.in_(held)).order_by(place.c.finding, place.c.ordinal)
    ):
        places.setdefault(row.finding, []).append(Place(row.path, row.line, row.column, row.blob))
    columns: list[Any] = [finding, question.c.rule, question.c.level, question.c.asks]
    told = select(*columns).select_from(finding.join(question)).where(finding.c.number.in_(held))
    known = {row.number: _finding(row, tuple(places.get(row.number, ()))) for row in connection.execute(told)}
    found: dict[int, list[Finding]] = {}
    ordered = select(member.c.finding_set, member.c.finding).where(of_scan)
    for number, one in connection.execute(ordered.order_by(member.c.finding_set, member.c.ordinal)):
        found.setdefault(number, []).append(known[one])
    return found


def _finding(row: Any, places: tuple[Place, ...]) -> Finding:
    return Finding(
        rule=row.rule,
        level=Level(row.level),
        outcome=Outcome(row.outcome),
        because=from_plain(row.because, Reason) if row.because else None,
        values=row.filled or {},
        places=places,
        explained=from_plain(row.explained, Explained) if row.explained else None,
        correction=from_plain(row.correction, Correction) if row.correction else None,
        asks=row.asks,
        fingerprint=row.fingerprint,
    )
