"""A GitLab Code Quality report: failures only, each at a place; what is absent stands at the anchor.

GitLab compares the reports of two branches by fingerprint itself, so what a baseline knows is written too.
An explained failure is `info`: it is still a failure, but nobody has to act.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json
from collections.abc import Iterator, Mapping

from oss_scan.checks import Outcome
from oss_scan.formats import Options
from oss_scan.formats.shown import Shown, anchored, explanation, shown, why
from oss_scan.inert import json_text, prose
from oss_scan.results import Judged, Scan
from oss_scan.rule import Level, Rule
from oss_scan.texts import Lang

_SEVERITIES = {Level.MUST: "major", Level.SHOULD: "minor", Level.MAY: "info"}
_NO_FILE = "."


def render(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options) -> str:
    """The failures as a JSON array, empty where there are none."""
    issues = []
    for judged in scan.repositories:
        issues += [*_unreadable(judged, lang)]
        issues += [
            _issue(one, judged, lang)
            for one in shown(judged, rules, lang, scan.run.reference_date, options)
            if one.finding.outcome is Outcome.FAIL
        ]
    return json.dumps(issues, sort_keys=True, indent=1) + "\n"


def _issue(one: Shown, judged: Judged, lang: Lang) -> dict[str, object]:
    place, _ = anchored(one.finding, judged)
    said = explanation(one, lang)
    words = f"{one.message} {said[0]}: {said[1]}" if said else one.message
    return {
        "description": prose(words),
        "check_name": json_text(one.finding.rule),
        "fingerprint": one.finding.fingerprint,
        "severity": "info" if one.explained == "valid" else _SEVERITIES[one.finding.level],
        "location": {
            "path": json_text(place.path) if place else _NO_FILE,
            "lines": {"begin": place.line or 1 if place else 1},
        },
    }


def _unreadable(judged: Judged, lang: Lang) -> Iterator[dict[str, object]]:
    unread = why(judged, lang)
    if unread is not None:
        yield {
            "description": prose(unread),
            "check_name": "oss-scan",
            "fingerprint": json_text(f"oss-scan:unreadable:{judged.key}"),
            "severity": "blocker",
            "location": {"path": _NO_FILE, "lines": {"begin": 1}},
        }
