"""What is known of a system: what the inventory says, and what was found of its repositories."""

from collections.abc import Mapping
from dataclasses import dataclass

from oss_scan.facts import Part
from oss_scan.inventory.model import System


@dataclass(frozen=True, slots=True)
class Published:
    """One repository of a system, and whether it meets the rules about repositories that a rule requires."""

    address: str
    met: Mapping[str, Part[bool]]


@dataclass(frozen=True, slots=True)
class SystemFacts:
    """A system as the inventory has it, with its repositories in the order in which it names them."""

    system: System
    published: tuple[Published, ...]
