"""What to mend first, for each organisation: the failing rule behind most of what is not met goes first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from oss_scan.checks import Outcome
from oss_scan.engine import Finding
from oss_scan.figures import root
from oss_scan.results import Judged, Scan, blocks
from oss_scan.rule import Level


@dataclass(frozen=True, slots=True)
class Mend:
    """One repository in which a rule fails: how many `must` rules mending it clears, at most.

    The rule itself where it is a `must`, and those that do not apply because it fails: they are asked once it passes.
    """

    key: str
    finding: Finding
    clears: int


@dataclass(frozen=True, slots=True)
class Work:
    """One rule to mend; `explained` counts the repositories that are left out since they explain themselves."""

    rule: str
    level: Level
    mends: tuple[Mend, ...]
    explained: int

    @property
    def clears(self) -> int:
        """How many `must` rules are cleared at most, over all repositories."""
        return sum(one.clears for one in self.mends)


@dataclass(frozen=True, slots=True)
class WorkList:
    """What an organisation has to mend, what clears most first; None is where no organisation is known."""

    organisation: str | None
    work: tuple[Work, ...]


def work_lists(scan: Scan) -> tuple[WorkList, ...]:
    """A list for each organisation that has something to mend, by name; without an organisation goes last."""
    found: dict[str | None, dict[str, list[Mend]]] = {}
    for judged in scan.repositories:
        for mend in _mends(judged):
            found.setdefault(judged.organisation, {}).setdefault(mend.finding.rule, []).append(mend)
    lists = (WorkList(name, tuple(sorted(_works(rules), key=_order))) for name, rules in found.items())
    return tuple(
        sorted((one for one in lists if one.work), key=lambda one: (one.organisation is None, str(one.organisation)))
    )


def _mends(judged: Judged) -> Iterator[Mend]:
    findings = {finding.rule: finding for finding in judged.findings}
    waiting = Counter(
        root(finding, findings)
        for finding in findings.values()
        if finding.outcome is Outcome.NOT_APPLICABLE and finding.level is Level.MUST
    )
    for finding in findings.values():
        clears = waiting[finding.rule] + (finding.level is Level.MUST)
        if finding.outcome is Outcome.FAIL and clears:
            yield Mend(judged.key, finding, clears)


def _works(rules: dict[str, list[Mend]]) -> Iterator[Work]:
    for rule, mends in rules.items():
        still = tuple(one for one in mends if blocks(one.finding))
        if still:
            yield Work(rule, still[0].finding.level, still, len(mends) - len(still))


def _order(work: Work) -> tuple[int, int, str]:
    return -work.clears, -len(work.mends), work.rule
