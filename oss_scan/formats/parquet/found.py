"""Rows of what was found: the scan, repositories, findings with their places, standards, facts."""

from collections.abc import Iterator

from oss_scan.engine import Finding
from oss_scan.facts import REVISION
from oss_scan.formats.parquet.columns import Row, as_json, reason_json
from oss_scan.formats.parquet.viewed import View
from oss_scan.results import Judged
from oss_scan.store.codec import facts_digest, to_json
from oss_scan.verdicts import StandardVerdict


def rows(seen: View, known: set[str]) -> Iterator[tuple[str, Row]]:
    """Each row with its table; facts only where they are not `known` yet, which they are then."""
    yield "scans", _scan(seen)
    counted = {one.key for one in seen.measured.scan.repositories}
    for one in seen.repositories:
        digest = facts_digest(one.facts) if one.facts else None
        yield "repositories", {**_repository(one), "counted": one.key in counted, "facts": digest}
        for finding in one.findings:
            yield from of_finding(finding, one.key)
        for verdict in one.standards:
            yield "standards", {"key": one.key, **_standard(verdict)}
        if one.facts and digest and digest not in known:
            known.add(digest)
            yield "facts", {"facts": digest, "revision": REVISION, "body": to_json(one.facts)}


def of_finding(finding: Finding, key: str) -> Iterator[tuple[str, Row]]:
    """A finding, its places, and what explains or corrects it."""
    of = {"key": key, "rule": finding.rule}
    explained, wrong = finding.explained, finding.correction
    yield (
        "findings",
        {
            **of,
            "level": str(finding.level),
            "outcome": str(finding.outcome),
            "because": reason_json(finding.because),
            "values": as_json(dict(finding.values)),
            "explained": explained.origin if explained else None,
            "explanation_counts": explained.counts if explained else None,
            "corrected": wrong is not None,
            "asks": finding.asks,
            "fingerprint": finding.fingerprint,
        },
    )
    for ordinal, place in enumerate(finding.places):
        where = {"path": place.path, "line": place.line, "column": place.column, "blob": place.blob}
        yield "places", {**of, "ordinal": ordinal, **where}
    if explained:
        why = explained.explanation
        said = {"reason": why.reason, "by": why.by, "on": why.on, "until": why.until}
        yield "explanations", {**of, "origin": explained.origin, **said, "counts": explained.counts}
    if wrong:
        yield "corrections", {**of, "evidence": wrong.evidence, "by": wrong.by, "on": wrong.on}


def _scan(seen: View) -> Row:
    run = seen.scan.run
    return {
        "started": run.started,
        "finished": run.finished,
        "reference_date": run.reference_date,
        "tool_version": run.tool_version,
        "analysers": as_json(dict(run.analysers)),
        "rulesets": as_json([{"name": one.name, "version": one.version, "digest": one.digest} for one in run.rulesets]),
        "basis": run.basis,
        "series": run.series,
        "shard": run.shard,
        "repositories": len(seen.measured.found),
        "audience": seen.audience,
        "population_rule": list(seen.measured.population_rule),
    }


def _repository(one: Judged) -> Row:
    return {
        "key": one.key,
        "repository": one.repository,
        "aliases": list(one.aliases),
        "organisation": one.organisation,
        "status": one.status,
        "reason": reason_json(one.reason),
        "commit": one.commit,
        "committed": one.committed,
        "branch": one.branch,
        "kinds": sorted(one.recognised.kinds) if one.recognised else None,
    }


def _standard(one: StandardVerdict) -> Row:
    return {
        "standard": one.standard,
        "version": one.version,
        "listed": str(one.listed),
        "status": str(one.status),
        "applicability": str(one.applicability),
        "because": reason_json(one.because),
        "evidence": str(one.evidence),
        "passed": one.tally.passed if one.tally else None,
        "tested": one.tally.of if one.tally else None,
        "counter": len(one.counter),
        "explained": str(one.explained),
        "explanation": one.explanation,
        "until": one.until,
        "agreement": one.agreement,
    }
