"""Questions about systems: open, or closed for a reason that holds."""

from datetime import date

from oss_scan.checks import Answer, NoParams, Outcome, check, failed, passed, unknown
from oss_scan.facts import Known, NotLooked
from oss_scan.facts.systems import Published, SystemFacts
from oss_scan.inventory.model import Openness, System
from oss_scan.inventory.systems import lacks


@check("openness.decision", NoParams, subject="system")
def decision(facts: SystemFacts, _params: NoParams, reference_date: date) -> Answer:
    """Whether the source of the system is published under an open licence, or a decision says why it is not.

    The decision counts with a ground, a motivation and a role, from its date up to and including its review date; where
    part of the source is published, it names the parts that are not.
    """
    system = facts.system
    if system.openness is Openness.CLOSED:
        return _decided(system, reference_date)
    if system.openness is Openness.PARTLY:
        answer = _decided(system, reference_date)
        if answer.outcome is Outcome.FAIL:
            return answer
    return _licensed(facts.published)


def _decided(system: System, reference_date: date) -> Answer:
    made = system.decision
    if made is None:
        return failed(because="decision-absent")
    lacking = lacks(made, system.openness)
    if lacking:
        return failed(because="decision-lacks", lacking=", ".join(lacking))
    assert made.on is not None
    assert made.review_by is not None
    if reference_date < made.on:
        return failed(because="decision-later", on=made.on.isoformat())
    if reference_date > made.review_by:
        return failed(because="decision-expired", review_by=made.review_by.isoformat())
    return passed()


def _licensed(published: tuple[Published, ...]) -> Answer:
    """What fails decides before what is unknown."""
    if not published:
        return unknown("system-no-repositories")
    closed = [
        one.address for one in published if any(isinstance(met, Known) and not met.value for met in one.met.values())
    ]
    if closed:
        return failed(because="system-not-licensed", found=", ".join(closed))
    for one in published:
        for met in one.met.values():
            if isinstance(met, NotLooked):
                return unknown(met.reason, found=one.address)
    return passed()
