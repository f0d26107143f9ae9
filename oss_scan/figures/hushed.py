"""What the inventory explains and corrects, as the public may read it: without texts that hold a name which may not be
named. A repository's own words are as public as it is."""

from collections.abc import Callable
from dataclasses import replace

from oss_scan.engine import Finding
from oss_scan.results import Judged, JudgedSystem, Scan


def hushed(scan: Scan, hush: Callable[[str], str]) -> Scan:
    """The scan with its texts as `hush` leaves them; what is counted stays as it is."""
    return replace(scan, repositories=tuple(_judged(one, hush) for one in scan.repositories))


def system(one: JudgedSystem, hush: Callable[[str], str]) -> JudgedSystem:
    """The same of a system."""
    return replace(one, findings=tuple(_finding(finding, hush) for finding in one.findings))


def _judged(one: Judged, hush: Callable[[str], str]) -> Judged:
    if not any(finding.explained or finding.correction for finding in one.findings):
        return one
    return replace(one, findings=tuple(_finding(finding, hush) for finding in one.findings))


def _finding(one: Finding, hush: Callable[[str], str]) -> Finding:
    explained, wrong = one.explained, one.correction
    if explained and explained.origin == "inventory":
        given = explained.explanation
        given = replace(given, reason=hush(given.reason), by=hush(given.by))
        explained = replace(explained, explanation=given)
    if wrong:
        wrong = replace(wrong, evidence=hush(wrong.evidence), by=hush(wrong.by))
    return replace(one, explained=explained, correction=wrong)
