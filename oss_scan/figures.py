"""Numbers from a stored scan: arithmetic only. What a figure is called stands in `reports/`.

The denominator is the population: every repository of the scan. One that cannot be read stays in it, as unknown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from oss_scan.checks import Outcome
from oss_scan.engine import Explained, Finding, Origin
from oss_scan.results import Judged, Scan
from oss_scan.texts import Reason

#: Below this denominator no percentage is given: one repository would weigh more than ten points.
SMALLEST = 10
#: Where an explanation may stand.
ORIGINS: tuple[Origin, ...] = ("inventory", "repository")


class Part(StrEnum):
    """Where a repository is counted; the four always add up to the denominator."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Definition:
    """A figure and the rule whose findings it counts."""

    id: str
    rule: str


DEFINITIONS = (
    Definition("licence-present", "licence/present"),
    Definition("licence-osi-approved", "licence/osi-approved"),
    Definition("publiccode-present", "publiccode/present"),
    Definition("publiccode-valid", "publiccode/valid"),
    Definition("security-contact", "security/contact"),
)


@dataclass(frozen=True, slots=True)
class Member:
    """One repository of the population and where it is counted; `finding` is None only where there is none,
    and `because` then says why."""

    key: str
    part: Part
    finding: Finding | None
    because: Reason | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A repository that is not in the population, and why."""

    key: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with all that stands behind it; `members` is the population, in the order of the scan."""

    id: str
    rule: str
    members: tuple[Member, ...]
    left_out: tuple[LeftOut, ...] = ()

    def count(self, part: Part) -> int:
        """How many members are counted there."""
        return sum(member.part is part for member in self.members)

    @property
    def denominator(self) -> int:
        """The population."""
        return len(self.members)

    @property
    def numerator(self) -> int:
        """The members that pass."""
        return self.count(Part.MET)

    @property
    def not_met(self) -> int:
        """The members that fail, explained or not."""
        return self.count(Part.NOT_MET)

    @property
    def not_applicable(self) -> int:
        """The members to which the rule does not apply, without a failed rule as the cause."""
        return self.count(Part.NOT_APPLICABLE)

    @property
    def unknown(self) -> int:
        """The members of which it could not be established, or that could not be read."""
        return self.count(Part.UNKNOWN)

    @property
    def explained(self) -> Mapping[Origin, int]:
        """Those of `not_met` that have an explanation which counts, by where it stands; both are always there."""
        given = (explanation(member) for member in self.members if member.part is Part.NOT_MET)
        found = Counter(one.origin for one in given if one)
        return {origin: found[origin] for origin in ORIGINS}

    @property
    def corrected(self) -> int:
        """The members of which somebody says that the program is wrong; this changes no other number."""
        return sum(member.finding is not None and member.finding.correction is not None for member in self.members)

    @property
    def percentage(self) -> Decimal | None:
        """The numerator in percent of the denominator."""
        return percentage(self.numerator, self.denominator)


def figures(
    scan: Scan, definitions: Iterable[Definition] = DEFINITIONS, left_out: Iterable[LeftOut] = ()
) -> tuple[Figure, ...]:
    """Every figure over all repositories of a scan; `left_out` is in none of them."""
    found = [(judged, {finding.rule: finding for finding in judged.findings}) for judged in scan.repositories]
    out = tuple(left_out)
    return tuple(
        Figure(
            definition.id,
            definition.rule,
            tuple(_member(judged, findings, definition.rule) for judged, findings in found),
            out,
        )
        for definition in definitions
    )


def explanation(member: Member) -> Explained | None:
    """The explanation of the finding, where it counts at the reference date."""
    given = member.finding.explained if member.finding else None
    return given if given and given.counts else None


def percentage(part: int, whole: int) -> Decimal | None:
    """With one decimal; None below `SMALLEST`. Only nothing is 0.0 and only everything is 100.0."""
    if whole < SMALLEST:
        return None
    exact = Decimal(100 * part) / Decimal(whole)
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if 0 < part < whole:
        return min(max(rounded, Decimal("0.1")), Decimal("99.9"))
    return rounded


def _member(judged: Judged, findings: Mapping[str, Finding], rule: str) -> Member:
    if judged.status == "unreadable":
        return Member(judged.key, Part.UNKNOWN, None, judged.reason)
    finding = findings.get(rule)
    if finding is None:
        return Member(judged.key, Part.UNKNOWN, None, Reason("rule-not-asked", {"rule": rule}))
    return Member(judged.key, _part(finding, findings), finding, finding.because)


def _part(finding: Finding, findings: Mapping[str, Finding]) -> Part:
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return Part.NOT_APPLICABLE if root(finding, findings) is None else Part.NOT_MET
    return {Outcome.PASS: Part.MET, Outcome.FAIL: Part.NOT_MET}.get(finding.outcome, Part.UNKNOWN)


def root(finding: Finding, findings: Mapping[str, Finding]) -> str | None:
    """The failing rule because of which a rule does not apply: one that it requires, or that that one requires.

    None where another reason is behind it; `findings` are those of the repository, by rule.
    """
    seen: set[str] = set()
    while finding.because and finding.rule not in seen:
        if finding.because.code == "rule-failed":
            return finding.because.values["rule"]
        if finding.because.code != "rule-not-applicable":
            return None
        seen.add(finding.rule)
        required = findings.get(finding.because.values["rule"])
        if required is None:
            return None
        finding = required
    return None
