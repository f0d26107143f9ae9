"""What is noted of a run: when, by what version, with which analysers and rules. The clock is the caller's."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from oss_scan import facts, licences, publiccode, standards
from oss_scan.results import RuleSetRef, Run
from oss_scan.ruleset import RuleSet
from oss_scan.standards import adr
from oss_scan.standards.listed import standards_list

#: Raised by one when the history of a repository is read in another way.
_HISTORY = 1


def analysers(*, history: bool) -> Mapping[str, str]:
    """Which analysers are present, each with its version: scans that differ in it do not compare silently. With
    `history` forks that no forge flags are recognised."""
    return {
        **({"history": str(_HISTORY)} if history else {}),
        "facts": str(facts.REVISION),
        "licence": licences.version(),
        "publiccode": str(publiccode.REVISION),
        "securitytxt": str(standards.REVISION),
        "rest-api-design-rules": str(adr.REVISION),
        "standards-list": f"{standards_list().taken} {standards_list().digest[:12]}",
    }


def begin(
    started: datetime,
    identifier: str,
    reference_date: date,
    tool_version: str,
    rulesets: Iterable[RuleSet],
    *,
    history: bool = False,
) -> Run:
    """A run that has not finished; the clock is the caller's."""
    return Run(
        id=identifier,
        started=started,
        finished=None,
        reference_date=reference_date,
        tool_version=tool_version,
        analysers=analysers(history=history),
        rulesets=tuple(RuleSetRef(one.name, one.version, one.digest) for one in rulesets),
    )


def finished(run: Run, moment: datetime) -> Run:
    """The run, finished."""
    return replace(run, finished=moment)
