"""What changed between two measurements: in percentage points, or a break where they did not ask the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from oss_scan.figures.measured import Measured
from oss_scan.figures.model import GOVERNMENT, Basis, Definition, Figure, Part, Scope
from oss_scan.figures.systems import DECISION
from oss_scan.results import Run
from oss_scan.texts import Reason

_NOT = (Part.NOT_MET, Part.NOT_APPLICABLE)
#: The rules that an analyser serves.
_FAMILIES = {
    "licence": "licence/",
    "publiccode": "publiccode/",
    "securitytxt": "security/",
    "rest-api-design-rules": "standards/",
    "standards-list": "standards/",
}
#: The rules behind figures that name none; of a standard, all that there are of its family.
_BEHIND = {
    **dict.fromkeys(("openness", "ground", "review"), (DECISION,)),
    "verifiably-open": ("licence/osi-approved",),
    "active": ("maintenance/active",),
    "standard": ("standards/",),
    "apis": ("standards/",),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What is left of a figure over government of a measurement that is only drawn; not `measured` either where nothing
    was established of anybody."""

    definition: Definition
    basis: Basis
    measured: bool
    denominator: int
    percentage: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """One measurement. `asks`: what was asked, by rule, as the digests that the findings carry; `told`: its figures
    over government by id. `judged_again`: the facts that it kept were judged by today's rules, so that it asks what
    they ask. `counted` and `names` (repositories by key) are empty where it is only drawn."""

    run: Run
    population_rule: tuple[str, ...]
    asks: Mapping[str, frozenset[str]]
    told: Mapping[str, Told]
    judged_again: bool = False
    counted: tuple[Figure, ...] = ()
    names: Mapping[str, str]

    @property
    def id(self) -> str:
        """The scan."""
        return self.run.id

    @property
    def on(self) -> date:
        """The reference date."""
        return self.run.reference_date


def measurement(
    seen: Measured, counted: Sequence[Figure], *, judged_again: bool = False, drawn: bool = False
) -> Measurement:
    """A measurement; one that is only `drawn` keeps no more than that needs."""
    return Measurement(
        run=seen.scan.run,
        population_rule=seen.population_rule,
        asks=_asks(seen),
        told={
            one.id: Told(one.definition, one.basis, one.answered, one.denominator, one.percentage)
            for one in counted
            if one.scope == GOVERNMENT
        },
        judged_again=judged_again,
        counted=() if drawn else tuple(counted),
        names={} if drawn else {one.key: one.repository for one in seen.scan.repositories},
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """A repository that is counted elsewhere than before; None where it was not there."""

    key: str
    before: Part | None
    after: Part | None
    named: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One figure over one scope, then and now. `points` is None where no two percentages can be compared; `breaks` says
    why the two do not ask the same."""

    before: Figure
    after: Figure
    points: Decimal | None
    breaks: tuple[Reason, ...]
    moved: tuple[Moved, ...]

    @property
    def appeared(self) -> tuple[Moved, ...]:
        """Those that were not there before."""
        return tuple(one for one in self.moved if one.before is None)

    @property
    def left(self) -> tuple[Moved, ...]:
        """Those that are no longer there."""
        return tuple(one for one in self.moved if one.after is None)

    @property
    def gained(self) -> tuple[Moved, ...]:
        """Those that are counted now, and of which it was known then that they were not."""
        return tuple(one for one in self.moved if one.before in _NOT and one.after is Part.MET)

    @property
    def lost(self) -> tuple[Moved, ...]:
        """Those that were counted then, and of which it is known that they are not any more."""
        return tuple(one for one in self.moved if one.before is Part.MET and one.after in _NOT)

    @property
    def unsure(self) -> tuple[Moved, ...]:
        """Those of which it was unknown then, or is now: nobody knows that anything changed."""
        return tuple(one for one in self.moved if Part.UNKNOWN in (one.before, one.after) and one.before and one.after)


@dataclass(frozen=True, kw_only=True)
class Development:
    """Measurements of one series, the oldest first and the one that is reported last; `changes` compares that with the
    one that was asked for."""

    measurements: tuple[Measurement, ...]
    since: Measurement
    changes: Mapping[tuple[str, Scope], Change]


def development(earlier: Sequence[Measurement], since: Measurement, now: Measurement) -> Development:
    """All measurements by reference date, and what changed since one of them."""
    every = sorted({one.id: one for one in (*earlier, since)}.values(), key=lambda one: (one.on, one.id))
    before = {(one.id, one.scope): one for one in since.counted}
    changes = {
        (one.id, one.scope): change(before[one.id, one.scope], one, since, now)
        for one in now.counted
        if (one.id, one.scope) in before
    }
    return Development(measurements=(*every, now), since=since, changes=changes)


def change(before: Figure, after: Figure, then: Measurement, now: Measurement) -> Change:
    """What changed in one figure. Where nothing was established then nor now, nothing breaks."""
    breaks = tuple(why_not_comparable(before, after, then, now)) if before.answered or after.answered else ()
    shares = (before.percentage, after.percentage)
    usable = before.answered and after.answered and not before.withheld and not after.withheld
    points = None
    if usable and not breaks and shares[0] is not None and shares[1] is not None:
        points = shares[1] - shares[0]
    return Change(before, after, points, breaks, tuple(_moved(before, after)) if usable and not breaks else ())


def why_not_comparable(
    before: Figure | Told, after: Figure | Told, then: Measurement, now: Measurement
) -> Iterator[Reason]:
    """Why two figures do not ask the same; nothing where they do."""
    if before.basis != after.basis:
        yield Reason(f"break-to-{after.basis}")
    if before.definition != after.definition:
        yield Reason("break-definition")
    for rule in _rules(after.definition):
        earlier, later = then.asks.get(rule), now.asks.get(rule)
        if earlier and later and earlier != later:
            yield Reason("break-rule", {"rule": rule})
        elif bool(earlier) != bool(later) and then.asks and now.asks:
            yield Reason("break-rule-one", {"rule": rule})
    theirs, ours = then.run.analysers, now.run.analysers
    for name in sorted(theirs.keys() | ours.keys()):
        if theirs.get(name) != ours.get(name) and _bears_on(name, after.definition):
            yield Reason("break-analyser", {"name": name})
    if then.population_rule != now.population_rule:
        yield Reason("break-population")


def _bears_on(analyser: str, definition: Definition) -> bool:
    """Whether what an analyser finds can change a figure; of an analyser that is not known here, any."""
    if definition.over not in ("repositories", "apis"):
        return False
    family = _FAMILIES.get(analyser)
    return family is None or any(rule.startswith(family) for rule in _rules(definition))


def _asks(seen: Measured) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    held = [one.findings for one in seen.scan.repositories]
    held += [one.findings for one in seen.systems or ()]
    for finding in (finding for findings in held for finding in findings):
        found.setdefault(finding.rule, set()).add(finding.asks)
    return {rule: frozenset(asks) for rule, asks in found.items()}


def _rules(definition: Definition) -> tuple[str, ...]:
    return definition.rules or _BEHIND.get(definition.by, ())


def _moved(before: Figure, after: Figure) -> Iterator[Moved]:
    then = {member.key: before.part(member) for member in before.members}
    now = {member.key: (after.part(member), member.named) for member in after.members}
    for key, (part, named) in now.items():
        if then.get(key) is not part:
            yield Moved(key, then.get(key), part, named)
    for member in before.members:
        if member.key not in now:
            yield Moved(member.key, then[member.key], None, member.named)
