"""The result as one JSON document of schema `oss-scan/scan/v1`, which is a contract: keys are added, never changed.

Keys are sorted; everything outside ASCII is escaped, so that no reader depends on an encoding or obeys a control.
"""

import json
from collections.abc import Mapping

from oss_scan import licences
from oss_scan.checks.licence import standing
from oss_scan.facts import Known
from oss_scan.facts.licensing import LicenceFile
from oss_scan.formats import Options
from oss_scan.formats.inventoried import document as inventoried
from oss_scan.formats.shown import because, notice_keys, status
from oss_scan.formats.standards import apis, standard
from oss_scan.in_json import correction_keys, explanation_keys, place_keys, run_keys
from oss_scan.inert import json_text
from oss_scan.results import Judged, Run, Scan, Skipped, moment, sentence
from oss_scan.rule import Rule
from oss_scan.texts import Lang

SCHEMA = "oss-scan/scan/v1"


def render(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options) -> str:
    """The scan as JSON."""
    document = {
        "schema": SCHEMA,
        "scan": {**run_keys(scan.run), "shard": scan.run.shard},
        **inventoried(scan, rules, lang),
        "repositories": [_repository(judged, scan.run, rules, lang, options) for judged in scan.repositories],
        "skipped": [_skipped(one, lang) for one in scan.skipped],
    }
    return json.dumps(_encodable(document), sort_keys=True, indent=1) + "\n"


def _skipped(one: Skipped, lang: Lang) -> dict[str, object]:
    return {
        "repository": one.repository,
        "organisation": one.organisation,
        "reason": one.because.in_(lang) if one.because else one.reason,
        "reason_code": one.because.code if one.because else None,
    }


def _repository(judged: Judged, run: Run, rules: Mapping[str, Rule], lang: Lang, options: Options) -> dict[str, object]:
    return {
        "key": judged.key,
        "repository": judged.repository,
        "aliases": list(judged.aliases),
        "organisation": judged.organisation,
        "status": judged.status,
        "reason": judged.reason.in_(lang) if judged.reason else None,
        "reason_code": judged.reason.code if judged.reason else None,
        "commit": judged.commit,
        "committed": moment(judged.committed) if judged.committed else None,
        "branch": judged.branch,
        "licence": _licence(judged),
        "apis": apis(judged),
        "standards": [standard(verdict, lang) for verdict in judged.standards],
        "findings": _findings(judged, run, rules, lang, options),
        "notices": [notice_keys(notice, lang) for notice in judged.notices],
        "kinds": _kinds(judged, lang),
    }


def _kinds(judged: Judged, lang: Lang) -> dict[str, object] | None:
    """What kind of repository it is, each with why, and what of it nobody told; None where nobody looked."""
    known = judged.recognised
    if known is None:
        return None
    return {
        "known": {kind: reason.in_(lang) for kind, reason in known.kinds.items()},
        "unknown": list(known.unknown),
    }


def _licence(judged: Judged) -> dict[str, object] | None:
    """The licences found; None where the files were not looked at."""
    if judged.facts is None or not isinstance(judged.facts.tree, Known):
        return None
    licensing = judged.facts.tree.value.licensing
    expression = licensing.expression
    return {
        "expression": expression,
        "osi_approved": None if expression is None else licences.osi_approved(expression),
        "standing": standing(licensing),
        "content": licensing.content,
        "files": [_licence_file(file) for file in licensing.files],
        "apart": [_licence_file(file) for file in licensing.apart],
        "declarations": [
            {
                "source": one.source,
                "path": one.path,
                "blob": one.blob,
                "line": one.line,
                "written": one.written,
                "expression": one.expression,
                "about": one.about,
            }
            for one in licensing.declarations
        ],
        "headers": [
            {"expression": one.expression, "files": one.files, "path": one.path, "blob": one.blob, "line": one.line}
            for one in licensing.headers.said
        ],
        "grounds": [
            {"code": one.code, "expression": one.expression, "path": one.path, "blob": one.blob, "line": one.line}
            for one in licensing.grounds
        ],
        "disclosure": licensing.disclosure
        and {"path": licensing.disclosure.path, "blob": licensing.disclosure.blob, "line": licensing.disclosure.line},
    }


def _licence_file(file: LicenceFile) -> dict[str, object]:
    return {
        "path": file.path,
        "blob": file.blob,
        "expression": file.match.expression if file.match else None,
        "kind": file.match.kind if file.match else "unknown",
        "score": round(file.match.score, 4) if file.match else 0.0,
        "unread": file.unread.code if file.unread else None,
    }


def _findings(
    judged: Judged, run: Run, rules: Mapping[str, Rule], lang: Lang, options: Options
) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for finding in judged.findings:
        rule = rules[finding.rule]
        explained, correction = finding.explained, finding.correction
        found.append(
            {
                "rule": finding.rule,
                "level": str(finding.level),
                "outcome": str(finding.outcome),
                "because": because(finding.because),
                "message": sentence(finding, rule, lang),
                "remedy": rule.remedy.in_(lang),
                "values": dict(finding.values),
                "places": [place_keys(place) for place in finding.places],
                "explanation": explained
                and {**explanation_keys(explained), "status": status(explained, run.reference_date)},
                "correction": correction and correction_keys(correction),
                "asks": finding.asks,
                "fingerprint": finding.fingerprint,
                "new": None if options.known is None else finding.fingerprint not in options.known,
            }
        )
    return found


def _encodable(value: object) -> object:
    """The same value with lone surrogates in its texts made visible."""
    if isinstance(value, str):
        return json_text(value)
    if isinstance(value, dict):
        return {json_text(key): _encodable(item) for key, item in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, list) else value
