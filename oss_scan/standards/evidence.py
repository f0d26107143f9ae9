"""What a file shows of a standard: structure that only its use gives, a hard sign against it, or a signal that bears on
whether it applies. Words in prose are none of these.

A detector is a pure function of one file; which files are read, and how many, is for whoever calls it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a sighting says."""

    FOUND = "found"
    COUNTER = "counter"
    SIGNAL = "signal"


class Where(StrEnum):
    """What kind of place it is; only `own` counts as evidence."""

    OWN = "own"
    TEST = "test"
    EXAMPLE = "example"
    VENDORED = "vendored"
    GENERATED = "generated"
    ARCHIVE = "archive"
    DOCUMENTATION = "documentation"


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """One spot in one file. `about` is the standard (the Forum's slug), or for a signal its name; `structure` says in a
    few words what was matched, never a secret or personal value. Line and column count from 1."""

    about: str
    sort: Sort
    detector: str
    path: str
    line: int | None
    column: int | None
    structure: str
    where: Where = Where.OWN


@dataclass(frozen=True, slots=True)
class Detector:
    """How one thing is recognised: `wants` chooses files by their path alone, `see` reads one (path, content).

    `revision` is raised by one when the same file may give other sightings; `limit` is the most bytes that are read.
    `rank` says how telling the names are that it wants: 0 comes first where not everything can be read, and of 5, which
    only tells whether, all is read until it is seen, or nothing. `own`: the
    places that count as the repository's own, which for documents and pages includes documentation.
    `endings`: what follows the last dot of the names that it ever wants, in lower case; where empty, all but `never`.
    `about`: the standards and signals that it may show.
    """

    name: str
    revision: int
    wants: Callable[[str], bool]
    see: Callable[[str, bytes], Iterable[Sighting]]
    limit: int = 1024 * 1024
    rank: int = 2
    own: frozenset[Where] = frozenset((Where.OWN,))
    endings: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
