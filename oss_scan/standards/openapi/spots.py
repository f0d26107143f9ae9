"""A value as it is written, and a reference that could not be followed."""

from dataclasses import dataclass
from typing import Literal

from oss_scan.standards.openapi.reading import Document, Path, Value

#: What holds other values.
HOLDING = (dict, list)


class Spot:
    """A value as it is written: its document, and the way to it.

    `reference`: where it was come to by a reference that does not stand alone, that reference.
    """

    __slots__ = ("document", "is_container", "key", "parent", "reference", "value")

    def __init__(self, document: Document, parent: "Spot | None", key: str | int, value: Value) -> None:
        self.document = document
        self.parent = parent
        self.key = key
        self.value = value
        self.is_container = isinstance(value, HOLDING)
        self.reference: Spot | None = None

    def path(self) -> Path:
        """The keys from the root of its document."""
        found: list[str | int] = []
        spot = self
        while spot.parent is not None:
            found.append(spot.key)
            spot = spot.parent
        return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class Loose:
    """A reference that could not be followed: what it says, why, and where it stands; others may lead to it."""

    reference: str
    why: Literal["remote", "dead", "unreadable"]
    spot: Spot

    @property
    def stands_alone(self) -> bool:
        """Whether it leads within its document, and nothing stands beside it."""
        return self.reference.startswith("#/") and isinstance(self.spot.value, dict) and len(self.spot.value) == 1
