"""What one run found: what is rendered, stored and counted. No sentence here but what users wrote themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Literal, TypeAlias

from oss_scan.checks import Outcome, Place
from oss_scan.engine import Finding
from oss_scan.facts import Facts, Known
from oss_scan.inventory.model import Inventory
from oss_scan.rule import Level, Rule
from oss_scan.texts import NONE, NOTHING, OUTCOMES, VALUES, Lang, Reason
from oss_scan.verdicts import StandardVerdict


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader should know besides the findings, such as an expired explanation."""

    reason: Reason
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class RuleSetRef:
    """Which rules were asked: name, version and digest of the files."""

    name: str
    version: str
    digest: str


#: Whether figures are of what there was on the day, or were made later from the history of what there is now.
Basis: TypeAlias = Literal["measured", "reconstructed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One scan: when, by what, at which reference date. `series` names the scans that it may be compared with; `shard`
    ("i/n") says that it judged only that part of the repositories."""

    id: str
    started: datetime
    finished: datetime | None
    reference_date: date
    tool_version: str
    analysers: Mapping[str, str]
    rulesets: tuple[RuleSetRef, ...]
    basis: Basis = "measured"
    series: str | None = None
    shard: str | None = None


def on_day(run: Run, day: date) -> Run:
    """The scan of a day that has passed, in the series to which the scan of today belongs."""
    return replace(run, id=f"{run.id}-{day}", reference_date=day, basis="reconstructed")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What kind of repository one is (`population.Kind`), each with why; what of it nobody told; since when it is
    there, as its forge says; and by what it is recognised beside others: what its branches and tags point to, its first
    commits (None where nobody looked), and the addresses that it says it is based on."""

    kinds: Mapping[str, Reason]
    unknown: tuple[str, ...] = ()
    created: datetime | None = None
    refs: str | None = None
    roots: tuple[str, ...] | None = None
    based_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Same:
    """Another repository of the scan at which the same software stands, by the keys of both; `kind` is what the first
    one is because of it."""

    key: str
    kind: str
    other: str


@dataclass(frozen=True, slots=True)
class ListedSource:
    """What a source of the inventory gave: how many repositories, and why there are none or may be more."""

    organisation: str
    address: str
    repositories: int
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A repository that was found and not judged: the inventory leaves it out, with a `reason` of its own, or it was
    not there yet on the reference date, which `because` says."""

    repository: str
    organisation: str | None
    reason: str
    because: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One repository in one scan. Where it is unreadable there is a reason and no `commit`; its `facts` are what its
    forge says of it, or None."""

    key: str
    repository: str  # the TARGET as given, or its canonical URL
    aliases: tuple[str, ...] = ()
    organisation: str | None = None
    status: Literal["scanned", "unreadable"]
    reason: Reason | None = None
    commit: str | None = None
    committed: datetime | None = None
    branch: str | None = None
    facts: Facts | None = None
    findings: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
    recognised: Recognised | None = None  # None where nobody looked
    standards: tuple[StandardVerdict, ...] = ()

    @property
    def anchor(self) -> str | None:
        """Where formats put what is absent: README, else the first file."""
        tree = self.facts.tree if self.facts else None
        return tree.value.anchor if isinstance(tree, Known) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSystem:
    """One system of the inventory in one scan. Where it may not be named, key and fingerprints are empty, and `name` is
    None."""

    key: str
    name: str | None
    organisation: str | None
    openness: str
    ground: str | None
    review_by: date | None
    repositories: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """A run, the repositories that it judged or could not read, and what it was made with: the inventory, what its
    sources gave, what it leaves out, and its systems as they were judged. `alike` is what repositories are because of
    another, which each says of itself too."""

    run: Run
    repositories: tuple[Judged, ...]
    systems: tuple[JudgedSystem, ...] = ()
    inventory: Inventory | None = None
    sources: tuple[ListedSource, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    alike: tuple[Same, ...] = ()


_LEVELS = (Level.MUST, Level.SHOULD, Level.MAY)


def at_or_above(level: Level, threshold: Level) -> bool:
    """Whether a level binds at least as strongly as the threshold."""
    return _LEVELS.index(level) <= _LEVELS.index(threshold)


def moment(at: datetime) -> str:
    """An instant as ISO 8601 in UTC, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def blocks(finding: Finding) -> bool:
    """Whether the finding is a failure that no valid explanation covers."""
    return finding.outcome is Outcome.FAIL and not (finding.explained and finding.explained.counts)


def sentence(finding: Finding, rule: Rule, lang: Lang) -> str:
    """What a finding says: the rule's message where it fails, else its title; with the reason, where there is one."""
    because = finding.because
    if finding.outcome is Outcome.FAIL:
        none = NONE.in_(lang)
        values = {name: none if value == NOTHING else value for name, value in finding.values.items()}
        for code, words in VALUES.items():
            values = {name: value.replace(code, words.in_(lang)) for name, value in values.items()}
        message = rule.message.in_(lang, values)
        return f"{message} {because.opening(lang)}." if because else message
    if because is None:
        return rule.title.in_(lang)
    head = OUTCOMES[finding.outcome].in_(lang)
    return f"{head[0].upper()}{head[1:]}: {because.in_(lang)}."
