"""What a scan has to do and what comes of it, as workers and the store tell each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from oss_scan.facts import Hosting
from oss_scan.results import Judged, Skipped
from oss_scan.texts import Reason


@dataclass(frozen=True, slots=True)
class Community:
    """Where the files are that hold for all repositories of an owner, and its newest commit. Both are empty where there
    is none, the commit where it cannot be read."""

    url: str
    commit: str


@dataclass(frozen=True, slots=True)
class Hosted:
    """What a forge says of a repository that it lists. `key` is what it calls it for ever, or empty; `community` is
    None where nobody looked."""

    key: str
    hosting: Hosting
    source: str
    observed_at: str  # ISO 8601
    community: Community | None = None


@dataclass(frozen=True, slots=True)
class Todo:
    """One target of a scan: as it was named, and its path on this machine or the address it is fetched from.

    `reason` is why it cannot be read, where that is known from the start.
    """

    target: str
    path: str | None
    url: str | None
    hosted: Hosted | None = None
    reason: Reason | None = None
    organisation: str | None = None  # whose source named it


@dataclass(frozen=True, slots=True)
class Look:
    """What a target shows from outside, without reading files."""

    key: str  # what it is called, before it is told apart from the others
    commit: str  # empty where there is none
    facts: str | None = None  # the digest of what was collected when it showed the same
    shown: str = ""  # the digest of all that it shows, hexadecimal
    tags: int = 0
    shallow: bool = False
    branch: str | None = None  # what a server said besides, so that it need not be asked again
    names: tuple[str, ...] = ()
    before: str | None = None  # the digest of the facts of an earlier scan, where it looks otherwise now
    tagged: str = ""  # the digest of the tags and what they point to
    refs: str | None = None  # that of branches and tags, by which exact mirrors are recognised


@dataclass(frozen=True, slots=True)
class Seen:
    """What a place showed from outside when its facts were collected."""

    place: str
    digest: bytes
    key: str
    facts: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a claim. `seen` is what the place showed when its facts were collected, where they were now; `facts`
    their digest, where it is known; `earlier` is what it was for the other scans of a series, by their ids."""

    ordinal: int
    judged: Judged | Skipped
    seen: tuple[str, bytes, str] | None = None  # place, digest, and the key before it was told apart
    facts: str | None = None
    earlier: Mapping[str, Judged | Skipped] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing to do: to look, where `key` is None; else to judge."""

    ordinal: int
    todo: Todo
    key: str | None
    tries: int
    look: Look | None
    copies: tuple[str, ...]
    reason: Reason | None  # where it is known already that it cannot be read


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a scan is: what is still to be looked at, what was, what is left to judge, what is done."""

    unlooked: int
    looked: int
    left: int
    done: int
