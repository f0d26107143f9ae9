"""SARIF 2.1.0, one run a repository: what fails, and as `review` what could not be established.

GitHub shows results of kind `fail` as alerts, and not the others. It wants a place for each, in a file that exists:
what is absent stands at the anchor, which is marked in the location's properties. Empty texts are not allowed.
https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

import json
import re
from collections.abc import Mapping

from oss_scan.checks import Outcome, Place
from oss_scan.engine import Finding
from oss_scan.formats import Options
from oss_scan.formats.shown import Shown, anchored, explanation, shown, why
from oss_scan.inert import json_text, prose, sarif_message, uri, url
from oss_scan.results import Judged, Notice, Scan, moment
from oss_scan.rule import Level, Rule
from oss_scan.texts import Lang

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^/]")
_HELP = 1024  # characters; GitHub refuses longer ones
_LOCATIONS = 1000  # of one result; GitHub refuses more
_LEVELS = {Level.MUST: "error", Level.SHOULD: "warning", Level.MAY: "note"}
_SEVERITIES = {Level.MUST: "error", Level.SHOULD: "warning", Level.MAY: "recommendation"}

Json = dict[str, object]


def render(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options) -> str:
    """The scan as a SARIF log."""
    several = len(scan.repositories) > 1
    runs = [_run(judged, scan, rules, lang, options, several=several) for judged in scan.repositories]
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": runs}, sort_keys=True, indent=1) + "\n"


def _run(judged: Judged, scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options, *, several: bool) -> Json:
    ids = sorted(rules)
    numbers = {rule: number for number, rule in enumerate(ids)}
    findings = [
        one
        for one in shown(judged, rules, lang, scan.run.reference_date, options)
        if one.finding.outcome in (Outcome.FAIL, Outcome.UNKNOWN)
    ]
    levels = {finding.rule: finding.level for finding in judged.findings}
    run: Json = {
        "tool": {
            "driver": {
                "name": "oss-scan",
                "version": scan.run.tool_version,
                "rules": [_rule(rules[rule], levels.get(rule, rules[rule].level), lang) for rule in ids],
            }
        },
        # GitHub takes what stands before the last slash for the category in which runs replace each other
        "automationDetails": {"id": f"oss-scan/{uri(judged.key) + '/' if several else ''}{scan.run.id}"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(judged, scan, lang)],
        "properties": {
            "repository": json_text(judged.repository),
            "commit": judged.commit,
            "analysers": dict(scan.run.analysers),
        },
        "results": [_result(one, judged, numbers, lang, options) for one in findings],
    }
    if judged.commit and _ADDRESS.match(judged.repository):
        provenance: Json = {
            "repositoryUri": url(judged.repository),
            "revisionId": judged.commit,
            "mappedTo": {"uriBaseId": _ROOT},
        }
        if judged.branch:
            provenance["branch"] = prose(judged.branch)
        run["versionControlProvenance"] = [provenance]
    return run


def _invocation(judged: Judged, scan: Scan, lang: Lang) -> Json:
    unread = why(judged, lang)
    notifications = [_notification(notice, lang) for notice in judged.notices]
    if unread is not None:
        notifications.insert(0, {"level": "error", "message": {"text": sarif_message(unread)}})
    invocation: Json = {"executionSuccessful": unread is None, "startTimeUtc": moment(scan.run.started)}
    if scan.run.finished:
        invocation["endTimeUtc"] = moment(scan.run.finished)
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    return invocation


def _notification(notice: Notice, lang: Lang) -> Json:
    notification: Json = {"level": "warning", "message": {"text": sarif_message(notice.reason.in_(lang))}}
    if notice.place:
        notification["locations"] = [_location(notice.place, anchor=False)]
    return notification


def _rule(rule: Rule, level: Level, lang: Lang) -> Json:
    source = rule.source
    basis = f"{source.title} ({source.issuer}, {source.date}): {rule.clause}"
    return {
        "id": prose(rule.id),
        "shortDescription": {"text": _short(rule.title.in_(lang))},
        "fullDescription": {"text": _short(f"{rule.title.in_(lang)} {basis}")},
        "help": {"text": _short(f"{rule.remedy.in_(lang)} {basis}")},
        "helpUri": source.url,
        "defaultConfiguration": {"level": _LEVELS[level]},
        "properties": {
            "tags": ["open-source-policy", prose(rule.id.partition("/")[0]), str(level)],
            "problem.severity": _SEVERITIES[level],
        },
    }


def _short(text: str) -> str:
    made = sarif_message(text)
    return made if len(made) <= _HELP else f"{made[: _HELP - 1]}…"


def _result(one: Shown, judged: Judged, numbers: Mapping[str, int], lang: Lang, options: Options) -> Json:
    finding = one.finding
    fails = finding.outcome is Outcome.FAIL
    result: Json = {
        "ruleId": prose(finding.rule),
        "ruleIndex": numbers[finding.rule],
        "kind": "fail" if fails else "review",
        "level": _LEVELS[finding.level] if fails else "none",
        "message": {"text": sarif_message(f"{one.message} {one.remedy}" if fails else one.message)},
        "locations": _locations(finding, judged),
        "partialFingerprints": {
            "ossScan/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint[:16]}:1",
        },
    }
    if fails and one.explained == "valid" and finding.explained:
        given = finding.explained.explanation
        suppression: Json = {
            "kind": "external",
            "status": "accepted",
            "justification": sarif_message((explanation(one, lang) or ("", ""))[1]),
        }
        if finding.explained.origin == "repository":
            suppression["location"] = _location(Place(given.path, given.line), anchor=False)
        result["suppressions"] = [suppression]
    if options.known is not None:
        result["baselineState"] = "unchanged" if one.known else "new"
    return result


def _locations(finding: Finding, judged: Judged) -> list[Json]:
    place, anchor = anchored(finding, judged)
    if place is None:
        return []
    places = (place,) if anchor else finding.places[:_LOCATIONS]
    return [_location(each, anchor=anchor) for each in places]


def _location(place: Place, *, anchor: bool) -> Json:
    region: Json = {"startLine": place.line or 1}
    if place.column:
        region["startColumn"] = place.column
    physical: Json = {"artifactLocation": {"uri": uri(place.path), "uriBaseId": _ROOT}, "region": region}
    location: Json = {"physicalLocation": physical}
    if anchor:
        location["properties"] = {"anchor": True}
    return location
