"""The figures counted a second time, in SQL over the store's tables: no arithmetic of `figures` or `worklist` is used.

The text of `because` is canonical JSON (`store.codec`), so that equality of texts is equality of reasons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from oss_scan.inventory.model import Population
from oss_scan.store.beside import inventory_of

# What was found of each repository of the scan, and the rules that do not apply because another is not met: directly,
# or by a rule that itself does not apply. `root` is the rule that is not met.
_HELD = """
WITH RECURSIVE absent (repository) AS (
  SELECT subject.repository FROM subject JOIN state ON state.number = subject.state
  WHERE subject.scan = :scan AND ({kinds})
  UNION
  SELECT same.repository FROM same WHERE same.scan = :scan AND same.kind IN ({words})
),
held (repository, rule, level, outcome, because, explained, correction) AS (
  SELECT subject.repository, question.rule, question.level, finding.outcome, finding.because, finding.explained,
    finding.correction
  FROM subject
  JOIN state ON state.number = subject.state
  JOIN member ON member.finding_set = state.finding_set
  JOIN finding ON finding.number = member.finding
  JOIN question ON question.number = finding.question
  WHERE subject.scan = :scan AND state.status = 'scanned'
    AND subject.repository NOT IN (SELECT repository FROM absent)
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
_COUNTS = """,
placed (repository, part, explained, correction) AS (
  SELECT subject.repository,
    CASE
      WHEN held.outcome = 'pass' THEN 'met'
      WHEN held.outcome = 'fail' THEN 'not-met'
      WHEN held.outcome = 'not-applicable' AND EXISTS (
        SELECT 1 FROM waits WHERE waits.repository = subject.repository AND waits.rule = :rule
      ) THEN 'not-met'
      WHEN held.outcome = 'not-applicable' THEN 'not-applicable'
      ELSE 'unknown'
    END,
    held.explained, held.correction
  FROM subject
  LEFT JOIN held ON held.repository = subject.repository AND held.rule = :rule
  WHERE subject.scan = :scan AND subject.repository NOT IN (SELECT repository FROM absent)
)
"""
_FIGURE = """
SELECT count(*) AS denominator,
  count(CASE WHEN part = 'met' THEN 1 END) AS numerator,
  count(CASE WHEN part = 'not-met' THEN 1 END) AS not_met,
  count(CASE WHEN part = 'not-applicable' THEN 1 END) AS not_applicable,
  count(CASE WHEN part = 'unknown' THEN 1 END) AS unknown,
  count(CASE WHEN part = 'not-met' AND explained LIKE '{"counts"\\:true,%"origin":"inventory"}' THEN 1 END) AS
    inventory,
  count(CASE WHEN part = 'not-met' AND explained LIKE '{"counts"\\:true,%"origin":"repository"}' THEN 1 END) AS own,
  count(correction) AS corrected
FROM placed
"""
_MEMBERS = "SELECT repository.key, placed.part FROM placed JOIN repository ON repository.number = placed.repository"
_WORK = """,
mends (organisation, repository, rule, clears, explained) AS (
  SELECT state.organisation, held.repository, held.rule,
    CASE held.level WHEN 'must' THEN 1 ELSE 0 END + (
      SELECT count(*) FROM waits JOIN held AS other ON other.repository = waits.repository AND other.rule = waits.rule
      WHERE waits.repository = held.repository AND waits.root = held.rule
        AND other.level = 'must' AND other.outcome = 'not-applicable'
    ),
    CASE WHEN held.explained LIKE '{"counts"\\:true,%' THEN 1 ELSE 0 END
  FROM held
  JOIN subject ON subject.scan = :scan AND subject.repository = held.repository
  JOIN state ON state.number = subject.state
  WHERE held.outcome = 'fail'
)
SELECT organisation, rule,
  sum(CASE explained WHEN 0 THEN clears ELSE 0 END) AS clears,
  count(CASE explained WHEN 0 THEN 1 END) AS repositories,
  count(CASE explained WHEN 1 THEN 1 END) AS explained
FROM mends WHERE clears > 0 GROUP BY organisation, rule HAVING count(CASE explained WHEN 0 THEN 1 END) > 0
"""
_LEFT_OUT = """
SELECT (SELECT count(*) FROM absent) + (SELECT count(*) FROM claim WHERE scan = :scan AND state <> 'done')
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure as SQL counts it: its numbers by name, and the part of each member by key."""

    numbers: Mapping[str, int]
    parts: Mapping[str, str]


def figure(connection: Connection, scan: int, rule: str) -> Counted:
    """The figure of one rule over a scan."""
    held = _held(connection, scan)
    asked = {"scan": scan, "rule": rule}
    row = connection.execute(text(held + _COUNTS + _FIGURE), asked).one()
    left_out = connection.execute(text(held + _LEFT_OUT), {"scan": scan}).scalar_one()
    members = connection.execute(text(held + _COUNTS + _MEMBERS).columns(_key()), asked)
    numbers = {name: int(value) for name, value in row._asdict().items()} | {"left_out": int(left_out)}
    return Counted(numbers, {row.key: row.part for row in members})


def work(connection: Connection, scan: int) -> Mapping[tuple[str | None, str], Mapping[str, int]]:
    """The work lists: by organisation and rule how much is cleared, in how many repositories, and how many explain."""
    rows = connection.execute(text(_held(connection, scan) + _WORK).columns(_key("organisation")), {"scan": scan})
    return {
        (row.organisation, row.rule): {
            "clears": int(row.clears),
            "repositories": int(row.repositories),
            "explained": int(row.explained),
        }
        for row in rows
    }


def _held(connection: Connection, scan: int) -> str:
    """What was found of the repositories that count, by the rule of the inventory that was kept with the scan."""
    kept = inventory_of(connection, scan)
    rule = kept.population if kept else Population()
    kinds = [f"""state.recognised LIKE '%"{kind}"\\:{{"code"\\:%'""" for kind in rule.leave_out]
    words = [f"'{kind}'" for kind in rule.leave_out]
    # the words are those of an enumeration
    return _HELD.replace("{kinds}", " OR ".join(kinds) or "1 = 0").replace("{words}", ", ".join(words) or "''")


def tenths(part: int, whole: int) -> int | None:
    """A share in tenths of a percent, in whole numbers: None below ten, and nothing or everything only where it is."""
    if whole < 10:
        return None
    rounded = (2000 * part + whole) // (2 * whole)
    return rounded if part in (0, whole) else min(max(rounded, 1), 999)


def _key(name: str = "key") -> Any:
    from sqlalchemy import column

    from oss_scan.store.columns import Written

    return column(name, Written)
