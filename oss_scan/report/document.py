"""The report as one JSON document of schema `oss-scan/report/v1`: the figures, and every finding of the scan.

Keys are sorted; what is outside ASCII, and what HTML would act on, is escaped, so that no reader obeys it.
"""

import json
from collections.abc import Mapping, Sequence

from oss_scan.engine import Finding
from oss_scan.figures import Figure
from oss_scan.inert import json_text
from oss_scan.report.links import commit_link, place_link
from oss_scan.report.wording import Wording
from oss_scan.results import Judged, Scan, moment, sentence
from oss_scan.rule import Rule
from oss_scan.worklist import WorkList

SCHEMA = "oss-scan/report/v1"
_MARKUP = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def render(
    scan: Scan,
    counted: Sequence[Figure],
    lists: Sequence[WorkList],
    rules: Mapping[str, Rule],
    changed: Sequence[str],
    wording: Wording,
) -> str:
    """The document; `changed` names the rule sets that are no longer those of the scan."""
    run = scan.run
    document = {
        "schema": SCHEMA,
        "lang": wording.lang,
        "scan": {
            "id": run.id,
            "started": moment(run.started),
            "finished": moment(run.finished) if run.finished else None,
            "reference_date": run.reference_date.isoformat(),
            "tool": {"name": "oss-scan", "version": run.tool_version},
            "analysers": dict(run.analysers),
            "rulesets": [{"name": one.name, "version": one.version, "digest": one.digest} for one in run.rulesets],
            "rulesets_changed": list(changed),
        },
        "figures": [_figure(one, wording) for one in counted],
        "work_lists": [_work_list(one, rules, wording) for one in lists],
        "repositories": [_repository(one, rules, wording) for one in scan.repositories],
    }
    return json.dumps(_encodable(document), sort_keys=True, indent=1).translate(_MARKUP) + "\n"


def _figure(figure: Figure, wording: Wording) -> dict[str, object]:
    text = wording.figures[figure.id]
    return {
        "id": figure.id,
        "title": text.title.in_(wording.lang),
        "definition": text.definition.in_(wording.lang),
        "rule": figure.rule,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "percentage": float(figure.percentage) if figure.percentage is not None else None,
        "not_met": figure.not_met,
        "explained": dict(figure.explained),
        "not_applicable": figure.not_applicable,
        "unknown": figure.unknown,
        "corrected": figure.corrected,
        "left_out": [{"key": one.key, "reason": one.why.in_(wording.lang)} for one in figure.left_out],
        "members": [
            {
                "key": one.key,
                "part": str(figure.part(one)),
                "fingerprint": one.finding.fingerprint if one.finding else None,
                "reason": one.because.in_(wording.lang) if one.because else None,
            }
            for one in figure.members
        ],
    }


def _work_list(one: WorkList, rules: Mapping[str, Rule], wording: Wording) -> dict[str, object]:
    return {
        "organisation": one.organisation,
        "work": [
            {
                "rule": work.rule,
                "level": str(work.level),
                "clears": work.clears,
                "explained": work.explained,
                "remedy": rules[work.rule].remedy.in_(wording.lang) if work.rule in rules else None,
                "repositories": [
                    {"key": mend.key, "fingerprint": mend.finding.fingerprint, "clears": mend.clears}
                    for mend in work.mends
                ],
            }
            for work in one.work
        ],
    }


def _repository(judged: Judged, rules: Mapping[str, Rule], wording: Wording) -> dict[str, object]:
    return {
        "key": judged.key,
        "repository": judged.repository,
        "organisation": judged.organisation,
        "status": judged.status,
        "reason": judged.reason.in_(wording.lang) if judged.reason else None,
        "commit": judged.commit,
        "committed": moment(judged.committed) if judged.committed else None,
        "link": commit_link(judged) or None,
        "findings": [_finding(judged, one, rules, wording) for one in judged.findings],
    }


def _finding(judged: Judged, finding: Finding, rules: Mapping[str, Rule], wording: Wording) -> dict[str, object]:
    explained, correction = finding.explained, finding.correction
    return {
        "rule": finding.rule,
        "level": str(finding.level),
        "outcome": str(finding.outcome),
        "message": said(finding, rules, wording),
        "reason": finding.because.code if finding.because else None,
        "places": [
            {
                "path": place.path,
                "line": place.line,
                "column": place.column,
                "blob": place.blob,
                "link": place_link(judged, place) or None,
            }
            for place in finding.places
        ],
        "explanation": explained
        and {
            "reason": explained.explanation.reason,
            "by": explained.explanation.by,
            "on": explained.explanation.on.isoformat(),
            "until": explained.explanation.until.isoformat(),
            "origin": explained.origin,
            "counts": explained.counts,
        },
        "correction": correction
        and {"evidence": correction.evidence, "by": correction.by, "on": correction.on.isoformat()},
        "fingerprint": finding.fingerprint,
    }


def said(finding: Finding, rules: Mapping[str, Rule], wording: Wording) -> str | None:
    """What a finding says in one sentence; None where the rule is not among those of now."""
    rule = rules.get(finding.rule)
    return sentence(finding, rule, wording.lang) if rule else None


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return json_text(value)
    if isinstance(value, dict):
        return {json_text(key): _encodable(item) for key, item in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, list) else value
