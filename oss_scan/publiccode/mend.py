"""One mend of a file: the edits that belong together, what they change, and how to tell it."""

from dataclasses import dataclass
from typing import Literal

from oss_scan.publiccode.edits import Edits
from oss_scan.publiccode.spots import Path, Spot

_SHOWN = 100  # characters of a key or value that a change names


@dataclass(frozen=True, slots=True)
class Change:
    """What was mended: the line (from 1) at which it stood, the key, and what was and is there.

    `move`: `now` is where to; `guess`: a value that was not in the file, derived from another one.
    """

    line: int
    key: str
    code: Literal["value", "rename", "drop", "move", "guess", "comment"]
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Mend:
    """Edits, and the paths below which they change values; everywhere else the file says the same after them."""

    edits: Edits
    touched: tuple[Path, ...]
    changes: tuple[Change, ...]


def shown(path: Path) -> str:
    """A path as the validator writes it: `description.nl.features[0]`."""
    said = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return clipped(said.removeprefix("."))


def clipped(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def line(spot: Spot) -> int:
    """The line of a scalar."""
    return spot.scalar.line if spot.scalar else 1
