"""Whether a publiccode.yml is valid, and what is wrong with it: a small library that would stand alone."""

from oss_scan.publiccode.advice import Around, advise
from oss_scan.publiccode.model import Item, ItemType, Profile, Report, Value, Verdict
from oss_scan.publiccode.validator import validate

__all__ = [
    "REVISION",
    "Around",
    "Item",
    "ItemType",
    "Profile",
    "Report",
    "Value",
    "Verdict",
    "advise",
    "validate",
]

#: Raised by one whenever the same file may get another report.
REVISION = 3
