"""What a report counts, read a second time in SQL from the store's tables: no arithmetic of `figures` or `worklist`.

The text of `because` is canonical JSON (`store.codec`), so that equality of texts is equality of reasons.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, text

from oss_scan.store.columns import Moment, Written

# What was found of each repository of the scan, counted or not, and the rules that do not apply because another is not
# met: directly, or by a rule that itself does not apply. `root` is the rule that is not met.
_HELD = """
WITH RECURSIVE held (repository, rule, level, outcome, because, explained, correction) AS (
  SELECT subject.repository, question.rule, question.level, finding.outcome, finding.because, finding.explained,
    finding.correction
  FROM subject
  JOIN state ON state.number = subject.state
  JOIN member ON member.finding_set = state.finding_set
  JOIN finding ON finding.number = member.finding
  JOIN question ON question.number = finding.question
  WHERE subject.scan = :scan AND state.status = 'scanned'
),
waits (repository, rule, root) AS (
  SELECT repository, rule, substr(because, 41, length(because) - 43)
  FROM held WHERE because LIKE '{"code":"rule-failed","values":{"rule":"%"}}'
  UNION
  SELECT held.repository, held.rule, waits.root
  FROM held JOIN waits ON waits.repository = held.repository
    AND held.because = '{"code":"rule-not-applicable","values":{"rule":"' || waits.rule || '"}}'
)
"""
_PARTS = """
SELECT repository.key,
  CASE
    WHEN held.outcome = 'pass' THEN 'met'
    WHEN held.outcome = 'fail' THEN 'not-met'
    WHEN held.outcome = 'not-applicable' AND EXISTS (
      SELECT 1 FROM waits WHERE waits.repository = subject.repository AND waits.rule = :rule
    ) THEN 'not-met'
    WHEN held.outcome = 'not-applicable' THEN 'not-applicable'
    ELSE 'unknown'
  END AS part,
  CASE
    WHEN held.explained LIKE '{"counts"\\:true,%"origin":"inventory"}' THEN 'inventory'
    WHEN held.explained LIKE '{"counts"\\:true,%"origin":"repository"}' THEN 'repository'
  END AS explained,
  CASE WHEN held.correction IS NULL THEN 0 ELSE 1 END AS corrected
FROM subject
JOIN repository ON repository.number = subject.repository
LEFT JOIN held ON held.repository = subject.repository AND held.rule = :rule
WHERE subject.scan = :scan
"""
_REPOSITORIES = """
SELECT repository.key, state.target, state.aliases, state.organisation, state.status, state.recognised, state.committed
FROM subject
JOIN repository ON repository.number = subject.repository
JOIN state ON state.number = subject.state
WHERE subject.scan = :scan
"""
_ALIKE = """
SELECT repository.key, same.kind, other.key AS other
FROM same
JOIN repository ON repository.number = same.repository
JOIN repository AS other ON other.number = same.other
WHERE same.scan = :scan
"""
_SYSTEMS = """
SELECT system.key, system.organisation, system.openness, system.ground, system.review_by, finding.outcome,
  finding.because,
  CASE
    WHEN finding.explained LIKE '{"counts"\\:true,%"origin":"inventory"}' THEN 'inventory'
    WHEN finding.explained LIKE '{"counts"\\:true,%"origin":"repository"}' THEN 'repository'
  END AS explained,
  CASE WHEN finding.correction IS NULL THEN 0 ELSE 1 END AS corrected
FROM scan_system
JOIN system ON system.number = scan_system.system
LEFT JOIN (
  SELECT member.finding_set, finding.outcome, finding.because, finding.explained, finding.correction
  FROM member
  JOIN finding ON finding.number = member.finding
  JOIN question ON question.number = finding.question
  WHERE question.rule = 'openness/decision'
) AS finding ON finding.finding_set = system.finding_set
WHERE scan_system.scan = :scan
"""
_VERDICTS = """
SELECT repository.key, verdict.applicability, verdict.status
FROM subject
JOIN repository ON repository.number = subject.repository
JOIN state ON state.number = subject.state
JOIN verdict_member ON verdict_member.verdict_set = state.verdict_set
JOIN verdict ON verdict.number = verdict_member.verdict
WHERE subject.scan = :scan AND verdict.standard = :standard
"""
_WORK = """,
mends (repository, rule, clears, explained) AS (
  SELECT held.repository, held.rule,
    CASE held.level WHEN 'must' THEN 1 ELSE 0 END + (
      SELECT count(*) FROM waits JOIN held AS other ON other.repository = waits.repository AND other.rule = waits.rule
      WHERE waits.repository = held.repository AND waits.root = held.rule
        AND other.level = 'must' AND other.outcome = 'not-applicable'
    ),
    CASE WHEN held.explained LIKE '{"counts"\\:true,%' THEN 1 ELSE 0 END
  FROM held
  WHERE held.outcome = 'fail'
)
SELECT repository.key, mends.rule, mends.clears, mends.explained
FROM mends JOIN repository ON repository.number = mends.repository
WHERE mends.clears > 0
"""
_WAITING = "SELECT count(*) FROM claim WHERE scan = :scan AND state <> 'done'"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one repository or system stands: its state, where an explanation that counts stands, and whether it is
    corrected."""

    key: str
    state: str
    explained: str | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A repository of the scan, and what it is recognised as by itself."""

    key: str
    addresses: tuple[str, ...]
    organisation: str | None
    readable: bool
    recognised: Mapping[str, Any]
    committed: datetime | None


@dataclass(frozen=True, slots=True)
class SystemRow:
    """A system of the scan and the finding that decides on it; `code` is why."""

    key: str
    organisation: str | None
    openness: str
    ground: str | None
    review_by: date | None
    outcome: str | None
    code: str | None
    explained: str | None
    corrected: bool


def parts(connection: Connection, scan: int, rule: str) -> Mapping[str, Placed]:
    """Where each repository stands by one rule, by its key."""
    found = connection.execute(text(_HELD + _PARTS).columns(key=Written), {"scan": scan, "rule": rule})
    return {row.key: Placed(row.key, row.part, row.explained, bool(row.corrected)) for row in found}


def rows(connection: Connection, scan: int) -> tuple[Row, ...]:
    """Every repository of the scan."""
    query = text(_REPOSITORIES).columns(key=Written, target=Written, organisation=Written, committed=Moment)
    found = connection.execute(query, {"scan": scan})
    return tuple(
        Row(
            row.key,
            (row.target, *json.loads(row.aliases or "[]")),
            row.organisation,
            row.status == "scanned",
            json.loads(row.recognised or "{}"),
            row.committed,
        )
        for row in found
    )


def alike(connection: Connection, scan: int) -> tuple[tuple[str, str, str], ...]:
    """What repositories of the scan are because of another: the key, the kind, and the key of the other."""
    found = connection.execute(text(_ALIKE).columns(key=Written, other=Written), {"scan": scan})
    return tuple((row.key, row.kind, row.other) for row in found)


def systems(connection: Connection, scan: int) -> tuple[SystemRow, ...]:
    """Every system of the scan."""
    found = connection.execute(text(_SYSTEMS).columns(key=Written, organisation=Written), {"scan": scan})
    return tuple(
        SystemRow(
            row.key,
            row.organisation,
            row.openness,
            row.ground,
            date.fromisoformat(str(row.review_by)) if row.review_by else None,
            row.outcome,
            json.loads(row.because)["code"] if row.because else None,
            row.explained,
            bool(row.corrected),
        )
        for row in found
    )


def verdicts(connection: Connection, scan: int, standard: str) -> Mapping[str, tuple[str, str]]:
    """Whether a standard applies and its status, by the key of the repository."""
    found = connection.execute(text(_VERDICTS).columns(key=Written), {"scan": scan, "standard": standard})
    return {row.key: (row.applicability, row.status) for row in found}


def waiting(connection: Connection, scan: int) -> int:
    """How many repositories the scan has not judged yet."""
    return int(connection.execute(text(_WAITING), {"scan": scan}).scalar_one())


def mends(connection: Connection, scan: int) -> tuple[tuple[str, str, int, bool], ...]:
    """Each failing rule of each repository: the key, the rule, how many `must` rules it clears at most, and
    whether an explanation covers it."""
    query = text(_HELD + _WORK).columns(key=Written)
    found = connection.execute(query, {"scan": scan})
    return tuple((row.key, row.rule, int(row.clears), bool(row.explained)) for row in found)


def tenths(part: int, whole: int) -> int | None:
    """A share in tenths of a percent, in whole numbers: None below ten, and nothing or everything only where it is."""
    if whole < 10:
        return None
    rounded = (2000 * part + whole) // (2 * whole)
    return rounded if part in (0, whole) else min(max(rounded, 1), 999)
