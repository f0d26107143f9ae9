"""What of a scan an audience may see: what may not be named is in no row, and counts in figures only."""

from collections.abc import Iterator
from dataclasses import dataclass

from oss_scan.figures import Audience, Measured, measured
from oss_scan.inventory.audience import public
from oss_scan.inventory.model import Inventory
from oss_scan.results import Judged, JudgedSystem, Scan


@dataclass(frozen=True, slots=True)
class View:
    """A scan, what is counted of it, and its inventory as the audience may see it."""

    scan: Scan
    audience: Audience
    measured: Measured
    inventory: Inventory

    @property
    def repositories(self) -> Iterator[Judged]:
        """Those that may be named, also of what the inventory's rule leaves out of the figures."""
        return (one for one in self.measured.found if one.key not in self.measured.hidden)

    @property
    def systems(self) -> Iterator[JudgedSystem]:
        """Those that may be named."""
        return (one for one in self.measured.systems or () if one.key not in self.measured.hidden)


def view(scan: Scan, audience: Audience) -> View:
    """The scan as this audience may see it."""
    given = scan.inventory or Inventory()
    return View(scan, audience, measured(scan, audience=audience), given if audience == "internal" else public(given))
