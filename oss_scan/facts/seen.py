"""What was seen of open standards in the files, by which detectors, and what they wanted to read and could not."""

from collections.abc import Container
from dataclasses import dataclass

from oss_scan.standards.evidence import Sighting, Sort, Where


@dataclass(frozen=True, slots=True)
class Ran:
    """A detector that looked, and its revision."""

    name: str
    revision: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one detector saw one thing at one kind of place, and in how many files."""

    about: str
    sort: Sort
    detector: str
    where: Where
    count: int
    files: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Files that could have shown a standard or a signal, and that were not read: the reason (`blob-…`), how many, and
    the most telling."""

    about: str
    code: str
    count: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Sightings in the order of their paths, of each group at most the first twenty; `tallies` counts them all.

    Where there is a gap, that nothing was seen says less. `files` were looked into.
    """

    sightings: tuple[Sighting, ...] = ()
    tallies: tuple[Tally, ...] = ()
    detectors: tuple[Ran, ...] = ()
    gaps: tuple[Gap, ...] = ()
    files: int = 0

    def is_complete(self, about: Container[str]) -> bool:
        """Whether every file was read that could have shown one of these standards and signals."""
        return all(gap.about not in about for gap in self.gaps)
