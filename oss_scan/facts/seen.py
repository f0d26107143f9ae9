"""What was seen of open standards in the files, by which detectors, and what they wanted to read and could not."""

from dataclasses import dataclass

from oss_scan.standards.evidence import Sighting
from oss_scan.tree import Unread


@dataclass(frozen=True, slots=True)
class Ran:
    """A detector that looked, and its revision."""

    name: str
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Sightings in the order of their paths. `unread` holds the first of the files that a detector wanted and that were
    not read, `left_out` counts them all."""

    sightings: tuple[Sighting, ...] = ()
    detectors: tuple[Ran, ...] = ()
    unread: tuple[Unread, ...] = ()
    left_out: int = 0
