"""What an inventory holds once it was read. Every entry knows its file and line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oss_scan.texts import Text


class Publish(StrEnum):
    """What public output may say of an entry: its name; only that it counts; or nothing, not even a number."""

    NAME = "name"
    COUNT = "count"
    NEVER = "never"


def strictest(*each: Publish) -> Publish:
    """The one that shows least."""
    return max(each, key=tuple(Publish).index)


class Openness(StrEnum):
    """Whether the source of a system is published: all of it, part of it, or none."""

    OPEN = "open"
    PARTLY = "partly"
    CLOSED = "closed"


class Kind(StrEnum):
    """What a repository can be besides software of its own."""

    FORK = "fork"
    MIRROR = "mirror"
    COPY = "copy"
    ARCHIVED = "archived"
    EMPTY = "empty"
    TEMPLATE = "template"
    DOCUMENTATION = "documentation"
    PRIVATE = "private"


#: Kinds of organisation: the value lists of TOOI, and `overig` for what stands in none of them.
KINDS = (
    "ministerie",
    "zbo",
    "gemeente",
    "provincie",
    "waterschap",
    "samenwerkingsorganisatie",
    "caribisch-openbaar-lichaam",
    "overige-overheidsorganisatie",
    "overig",
)
#: What a TOOI URI calls them, as far as that was seen: https://identifier.overheid.nl/tooi/id/<this>/<code>.
TOOI_KINDS: Mapping[str, str] = {
    "ministerie": "ministerie",
    "zbo": "zbo",
    "gemeente": "gemeente",
    "provincie": "provincie",
    "waterschap": "waterschap",
    "overige-overheidsorganisatie": "oorg",
}


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where an entry stands; line and column count from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where repositories come from, as a TARGET of `oss-scan scan`."""

    address: str
    publish: Publish
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation that answers for repositories and systems; `verified` is None where nothing is said of it."""

    id: str
    name: str
    abbreviation: str | None
    kind: str
    tooi: str | None
    part_of: str | None
    verified: bool | None
    publish: Publish
    sources: tuple[Source, ...]
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one file says of an organisation; another may say the rest."""

    id: str
    name: str | None
    abbreviation: str | None
    kind: str | None
    tooi: str | None
    part_of: str | None
    verified: bool | None
    publish: Publish | None
    sources: tuple[Source, ...]
    key: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A repository that is not judged, and why."""

    repository: str
    reason: str
    publish: Publish
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Fork:
    """A repository that comes from another, by their addresses, which no forge need know."""

    repository: str
    upstream: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The choice not to open a system, or parts of it ('tenzij-besluit'). What is None or empty was not given, so that
    the decision does not count."""

    ground: str | None
    motivation: str | None
    parts: tuple[str, ...]
    by: str | None
    on: date | None
    review_by: date | None
    url: str | None
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """Software that an organisation answers for, whether or not its source is published. `recorded` is the date from
    which the inventory knows it."""

    id: str
    name: str
    organisation: str
    openness: Openness
    repositories: tuple[str, ...]
    decision: Decision | None
    recorded: date | None
    publish: Publish
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a rule is not met by a repository (its address) or a system (`system:ID`); counts from `on` to `until`."""

    about: str
    rule: str
    reason: str
    by: str
    on: date
    until: date
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A finding on a repository (its address) or a system (`system:ID`) that is wrong, with the evidence."""

    about: str
    rule: str
    evidence: str
    by: str
    on: date
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Commons:
    """A digital commons ('digitaal gemeenschapsgoed'): software that several organisations keep together."""

    id: str
    name: str
    organisations: tuple[str, ...]
    repositories: tuple[str, ...]
    programme: str | None
    since: date | None
    publish: Publish
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """What somebody counted or saw: the number, or whether it was done, with the evidence."""

    value: int | None
    done: bool | None
    evidence: str
    url: str | None
    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A motion or promise ('motie of toezegging'), measured by a figure with a target, or by hand."""

    id: str
    reference: str
    text: str
    source: str
    due: date | None
    figure: str | None
    target: int | None
    by_hand: ByHand | None
    publish: Publish
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the entries of a file come from: the source, its state, and what was not verified."""

    source: str
    date: date
    url: str | None
    note: Text | None
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Which kinds of repository are in no figure, in the order of `Kind`; `spot` is None where no file says so."""

    leave_out: tuple[Kind, ...] = tuple(one for one in Kind if one is not Kind.PRIVATE)
    spot: Spot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """All files together; each part in the order in which it was read."""

    origins: tuple[Origin, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    systems: tuple[System, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    commons: tuple[Commons, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    population: Population = Population()
    forks: tuple[Fork, ...] = ()
