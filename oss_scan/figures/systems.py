"""What systems are told apart by: open, closed for a reason that holds, or not; and the decisions that say so."""

from collections.abc import Iterator

from oss_scan.checks import Outcome
from oss_scan.engine import Finding
from oss_scan.figures.measured import Measured
from oss_scan.figures.model import Member
from oss_scan.inventory.model import System
from oss_scan.results import JudgedSystem

#: The rule that decides.
DECISION = "openness/decision"
#: Why it fails, besides what is wrong with a decision.
_NOT_LICENSED = "system-not-licensed"


def openness(measured: Measured) -> Iterator[Member]:
    """What each system is."""
    for system in measured.systems or ():
        finding = _decided(system)
        yield _member(measured, system, "unknown" if finding is None else _state(system, finding), finding)


def decisions(measured: Measured) -> Iterator[Member]:
    """The ground of each decision that counts at the reference date; `none` where a closed system has no such one."""
    for system in _not_open(measured):
        finding = _decided(system)
        holds = finding is not None and not _decision_fails(finding)
        yield _member(measured, system, (system.ground or "none") if holds else "none", finding)


def review(measured: Measured) -> Iterator[Member]:
    """Whether the decision on each closed system is past its review date."""
    on = measured.scan.run.reference_date
    entries = {f"system:{one.id}": one for one in measured.inventory.systems} if measured.inventory else {}
    for system in _not_open(measured):
        entry = entries.get(system.key)
        yield _member(measured, system, _reviewed(entry, system, on.isoformat()), _decided(system))


def _reviewed(entry: System | None, system: JudgedSystem, on: str) -> str:
    if entry is not None and entry.decision is None:
        return "no-decision"
    if system.review_by is None:
        return "no-date"
    return "past" if on > system.review_by.isoformat() else "within"


def _not_open(measured: Measured) -> Iterator[JudgedSystem]:
    return (one for one in measured.systems or () if one.openness != "open")


def _decided(system: JudgedSystem) -> Finding | None:
    return next((one for one in system.findings if one.rule == DECISION), None)


def _decision_fails(finding: Finding) -> bool:
    return finding.outcome is Outcome.FAIL and (finding.because is None or finding.because.code != _NOT_LICENSED)


def _state(system: JudgedSystem, finding: Finding) -> str:
    if finding.outcome is Outcome.FAIL:
        return "closed-no-ground" if _decision_fails(finding) else "no-open-licence"
    if finding.outcome is not Outcome.PASS:
        return "unknown"
    return {"open": "open", "partly": "partly-ground"}.get(system.openness, "closed-ground")


def _member(measured: Measured, system: JudgedSystem, state: str, finding: Finding | None) -> Member:
    owner = (system.organisation,) if system.organisation else ()
    because = finding.because if finding else None
    return Member(system.key, state, finding, because, owner, system.key not in measured.hidden, system.openness)
