"""What a figure is: members of a population, each in one state, and which states are its numerator."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property
from typing import Literal

from oss_scan.engine import Explained, Finding, Origin
from oss_scan.texts import Reason, Text
from oss_scan.verdicts import StandardVerdict

#: Below this denominator no percentage is given: one repository would weigh more than ten points.
SMALLEST = 10
#: Where an explanation may stand.
ORIGINS: tuple[Origin, ...] = ("inventory", "repository")
#: Whether a scan looked at today, or at an earlier date from today's repositories.
Basis = Literal["measured", "reconstructed"]
#: Which way is progress; `neither`: the figure only describes.
Better = Literal["higher", "lower", "neither"]
ScopeKind = Literal["government", "category", "department", "organisation"]


class Part(StrEnum):
    """Where a member is counted; the four always add up to the denominator."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


#: States that are no answer, whatever a figure counts; `not-visible`: source code cannot show it.
_NO_ANSWER: Mapping[str, Part] = {
    "unknown": Part.UNKNOWN,
    "not-visible": Part.UNKNOWN,
    "unread": Part.UNKNOWN,
    "applicability-unknown": Part.UNKNOWN,
    "not-applicable": Part.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a figure counts: whom (`over`), told apart by rules or by the question `by`, and which states (`counts`)."""

    id: str
    over: str
    by: str
    rules: tuple[str, ...]
    of: str  # what `by` is asked about, such as a standard; empty where it needs nothing
    counts: frozenset[str]
    better: Better
    title: Text
    definition: Text

    def part(self, state: str) -> Part:
        """Where a state is counted."""
        if state in self.counts:
            return Part.MET
        return _NO_ANSWER.get(state, Part.NOT_MET)


@dataclass(frozen=True, slots=True, order=True)
class Scope:
    """Of whom a figure speaks; `id` is empty for government as a whole. No name stands in it."""

    kind: ScopeKind
    id: str


GOVERNMENT = Scope("government", "")


@dataclass(frozen=True, slots=True)
class Member:
    """One of the population and its state. `finding` is the one that decided, and None where there is none: `because`
    or `evidence` (what else was looked at) then says why. `named` is false where it only counts in public."""

    key: str
    state: str
    finding: Finding | None = None
    because: Reason | None = None
    organisations: tuple[str, ...] = ()
    named: bool = True
    evidence: str = ""
    verdict: StandardVerdict | None = None  # what decided, of a figure about a standard


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not in the population, and why."""

    key: str
    why: Reason
    organisations: tuple[str, ...] = ()
    named: bool = True


@dataclass(frozen=True)
class Figure:
    """One number over one scope with all that stands behind it; `members` is the population, in the order of the scan.

    `measured` is false where nobody looked: then there is no number, and nil would be a lie. `withheld`: so few of its
    members may not be named that their number would tell of them.
    """

    definition: Definition
    members: tuple[Member, ...]
    left_out: tuple[LeftOut, ...] = ()
    scope: Scope = GOVERNMENT
    basis: Basis = "measured"
    measured: bool = True
    withheld: bool = False

    @property
    def id(self) -> str:
        """The id of its definition."""
        return self.definition.id

    @property
    def rule(self) -> str:
        """The first of its rules; empty where it is not over rules."""
        return next(iter(self.definition.rules), "")

    def part(self, member: Member) -> Part:
        """Where a member is counted."""
        return self.definition.part(member.state)

    @cached_property
    def states(self) -> Mapping[str, int]:
        """How many members are in each state that occurs."""
        return Counter(member.state for member in self.members)

    def count(self, part: Part) -> int:
        """How many members are counted there."""
        return sum(number for state, number in self.states.items() if self.definition.part(state) is part)

    @property
    def denominator(self) -> int:
        """The population."""
        return len(self.members)

    @property
    def numerator(self) -> int:
        """The members that are in a state which the figure counts."""
        return self.count(Part.MET)

    @property
    def not_met(self) -> int:
        """The members in another state that is an answer, explained or not."""
        return self.count(Part.NOT_MET)

    @property
    def not_applicable(self) -> int:
        """The members to which the question does not apply, without a failed rule as the cause."""
        return self.count(Part.NOT_APPLICABLE)

    @property
    def unknown(self) -> int:
        """The members of which it could not be established, or that could not be read."""
        return self.count(Part.UNKNOWN)

    @property
    def explained(self) -> Mapping[Origin, int]:
        """Those of `not_met` that have an explanation which counts, by where it stands; both are always there."""
        given = (explanation(member) for member in self.members if self.part(member) is Part.NOT_MET)
        found = Counter(one.origin for one in given if one)
        return {origin: found[origin] for origin in ORIGINS}

    @property
    def corrected(self) -> int:
        """The members of which somebody says that the program is wrong; this changes no other number."""
        return sum(member.finding is not None and member.finding.correction is not None for member in self.members)

    @property
    def answered(self) -> bool:
        """Whether anything was established: somebody looked, and it is not unknown of each that is there."""
        return self.measured and (not self.members or self.unknown < self.denominator)

    @property
    def percentage(self) -> Decimal | None:
        """The numerator in percent of the denominator."""
        return percentage(self.numerator, self.denominator)


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


def within(members: Iterable[Member], state: str) -> tuple[Member, ...]:
    """The members in a state."""
    return tuple(member for member in members if member.state == state)
