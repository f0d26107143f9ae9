"""An earlier scan judged by today's rules, from the facts that it kept: so that then and now ask the same."""

from collections.abc import Mapping
from dataclasses import replace

from oss_scan.engine import evaluate
from oss_scan.results import Judged, Scan
from oss_scan.rule import Rule
from oss_scan.systems import judge


def is_stale(scan: Scan, rules: Mapping[str, Rule]) -> bool:
    """Whether a scan was asked other questions than these rules ask."""
    asks = {name: rule.asks(rules) for name, rule in rules.items()}
    held = [one.findings for one in scan.repositories] + [one.findings for one in scan.systems]
    found = {(finding.rule, finding.asks) for findings in held for finding in findings}
    if any(asks.get(rule) != asked for rule, asked in found):
        return True
    asked_of_repositories = {rule for rule, _ in found}
    return any(rule.subject == "repository" and name not in asked_of_repositories for name, rule in rules.items())


def judged_again(scan: Scan, rules: Mapping[str, Rule]) -> tuple[Scan, bool]:
    """The scan with the findings that follow from its facts by these rules at its own reference date, and whether that
    was possible for every repository that was read; where it was not, the findings stay as they were."""
    if any(one.status == "scanned" and one.facts is None for one in scan.repositories):
        return scan, False
    asked = tuple(rules.values())
    seen = replace(scan, repositories=tuple(_again(one, scan, rules) for one in scan.repositories))
    if scan.inventory is not None:
        seen = replace(seen, systems=judge(scan.inventory, seen, asked))
    return seen, True


def _again(judged: Judged, scan: Scan, rules: Mapping[str, Rule]) -> Judged:
    if judged.status == "unreadable" or judged.facts is None:
        return judged
    given = [
        one.explained.explanation for one in judged.findings if one.explained and one.explained.origin == "inventory"
    ]
    findings = evaluate(
        judged.facts, rules.values(), scan.run.reference_date, key=judged.key, explanations=tuple(dict.fromkeys(given))
    )
    return replace(judged, findings=findings)
