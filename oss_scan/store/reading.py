"""Taking a scan out of the tables again."""

import json
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, select

from oss_scan.checks import Outcome, Place
from oss_scan.engine import Explained, Finding
from oss_scan.errors import OssScanError
from oss_scan.facts import REVISION, Facts
from oss_scan.facts.declared import Correction
from oss_scan.pausing import uncollected
from oss_scan.results import Judged, Notice, Recognised
from oss_scan.rule import Level
from oss_scan.store import verdicts
from oss_scan.store.codec import from_plain, unpack
from oss_scan.store.columns import as_hex, as_written, raw
from oss_scan.store.schema import facts as facts_table
from oss_scan.store.schema import finding, member, place, question, repository, state, subject
from oss_scan.texts import Reason

_LEVELS = {str(one): one for one in Level}
_OUTCOMES = {str(one): one for one in Outcome}
#: The columns of which a finding is made, with its question and its places.
_HELD = (
    finding.c.number,
    finding.c.outcome,
    *map(raw, (finding.c.fingerprint, finding.c.because, finding.c.filled, finding.c.explained, finding.c.correction)),
)


@uncollected()
def repositories(
    connection: Connection, scan: int, *, facts: bool, findings: bool = True, among: Collection[int] | None = None
) -> tuple[Judged, ...]:
    """Every repository of a scan (`among`: those of these numbers), sorted by key; with facts and findings only where
    they are asked for."""
    mine = subject.c.scan == scan
    if among is not None:
        mine &= subject.c.repository.in_(among)
    used = select(state.c.finding_set).join(subject).where(mine).distinct()
    of_sets = sets(connection, used) if findings else {}
    said = select(state.c.verdict_set).join(subject).where(mine).distinct()
    of_verdicts = verdicts.of_sets(connection, said) if findings else {}
    columns: list[Any] = [state, repository.c.key]
    source = subject.join(repository).join(state)
    if facts:
        columns += [facts_table.c.revision, facts_table.c.body]
        source = source.outerjoin(facts_table)
    rows = connection.execute(select(*columns).select_from(source).where(mine))
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
    places = _places(connection, select(finding.c.number))
    asked = _questions(connection)
    rows = connection.execute(select(finding.c.digest, finding.c.question, *_HELD).order_by(finding.c.number))
    for row in rows:
        if row.question not in asked:  # which is said of the reference
            continue
        try:
            yield row, _finding(row[2:], asked[row.question], places.get(row.number, ()))
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
    held = select(member.c.finding).where(of_scan)
    places = _places(connection, held)
    asked = _questions(connection)
    wanted = select(finding.c.question, *_HELD).where(finding.c.number.in_(held))
    known = {row[1]: _finding(row[1:], asked[row[0]], places.get(row[1], ())) for row in _rows(connection, wanted)}
    ordered = select(member.c.finding_set, member.c.finding).where(of_scan)
    rows = _rows(connection, ordered.order_by(member.c.finding_set, member.c.ordinal))
    return {number: [known[one] for _, one in each] for number, each in groupby(rows, itemgetter(0))}


def _rows(connection: Connection, wanted: Select[Any]) -> Iterator[Any]:
    """The rows, taken from the database many at once."""
    return chain.from_iterable(connection.execute(wanted).partitions(10_000))


def _places(connection: Connection, findings: Select[Any]) -> Mapping[int, tuple[Place, ...]]:
    """The places of the findings whose numbers are asked for."""
    columns = select(place.c.finding, raw(place.c.path), place.c.line, place.c.column, raw(place.c.blob))
    ordered = columns.where(place.c.finding.in_(findings)).order_by(place.c.finding, place.c.ordinal)
    return {
        number: tuple(
            Place(as_written(path), line, column, None if blob is None else as_hex(blob))
            for _, path, line, column, blob in rows
        )
        for number, rows in groupby(_rows(connection, ordered), itemgetter(0))
    }


def _questions(connection: Connection) -> Mapping[int, tuple[str, str, str]]:
    """What findings answer, by number: rule, level, and the digest of what is asked."""
    return {row.number: (row.rule, row.level, row.asks) for row in connection.execute(select(question))}


def _finding(row: Sequence[Any], asked: tuple[str, str, str], places: tuple[Place, ...]) -> Finding:
    """A finding of what `_HELD` gives. Raises KeyError, ValueError, TypeError where it is none."""
    _, outcome, fingerprint, because, filled, explained, correction = row
    rule, level, asks = asked
    return Finding(
        rule=rule,
        level=_LEVELS.get(level) or Level(level),
        outcome=_OUTCOMES.get(outcome) or Outcome(outcome),
        because=from_plain(json.loads(because), Reason) if because else None,
        values=json.loads(filled) if filled else {},
        places=places,
        explained=from_plain(json.loads(explained), Explained) if explained else None,
        correction=from_plain(json.loads(correction), Correction) if correction else None,
        asks=asks,
        fingerprint=as_hex(fingerprint),
    )
