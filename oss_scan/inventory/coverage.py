"""How much of the organisations can be measured at all: one without a source is not measured, and never 'none'."""

from dataclasses import dataclass

from oss_scan.inventory.model import Inventory, Organisation


@dataclass(frozen=True, slots=True)
class Coverage:
    """The organisations with a source of their own, and those without: these are not measured."""

    measured: tuple[Organisation, ...]
    not_measured: tuple[Organisation, ...]

    @property
    def all(self) -> int:
        """The denominator."""
        return len(self.measured) + len(self.not_measured)


def coverage(inventory: Inventory, kind: str | None = None) -> Coverage:
    """Which organisations have a source, of one kind or of all."""
    of_kind = [one for one in inventory.organisations if kind in (None, one.kind)]
    return Coverage(
        tuple(one for one in of_kind if one.sources),
        tuple(one for one in of_kind if not one.sources),
    )
