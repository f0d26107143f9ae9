"""What a document of a report claims, and why one is not believed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from oss_scan.texts import Text

#: Figure, kind of scope, scope → what is counted → the number as written; None where the document gives none.
Numbers = dict[tuple[str, str, str], dict[str, str | None]]
#: What is compared of each place of a finding, by its name in the table of findings.
COLUMNS = ("key", "commit", "rule", "outcome", "fingerprint", "file", "line")
#: What stands where there is no number: not measured, withheld.
NO_NUMBER = {"not-measured": ".", "withheld": "x"}
TWICE = Text("{what} staat er twee keer in", "{what} stands in it twice")
NO_SCAN = Text("er staat niet bij van welke scan", "it does not say of which scan")


class RefusedError(Exception):
    """Why a document is not believed, in words."""

    def __init__(self, text: Text, what: str = "") -> None:
        super().__init__(text.en)
        self.text = text
        self.values = {"what": what}


@dataclass(slots=True)
class Claimed:
    """What one document says: its figures, its work lists, and where it says that something stands."""

    name: str
    scan: str = ""  # empty where the document does not say
    figures: Numbers = field(default_factory=dict)
    #: Whether it gives every figure over every scope with all its numbers.
    whole: bool = False
    work: list[tuple[str | None, str, dict[str, str | None]]] | None = None
    #: Figure → key → the part under which it is listed; None where the document lists no members.
    members: Mapping[str, Mapping[str, str]] | None = None
    #: Each place of each finding, by `COLUMNS`; None where the document does not hold them all.
    rows: list[tuple[str | None, ...]] | None = None


def once(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    """A mapping; a second value of one name is refused, since readers differ in which of the two they take."""
    found: dict[Any, Any] = {}
    for name, value in pairs:
        if name in found:
            raise RefusedError(TWICE, name if isinstance(name, str) else " ".join(name))
        found[name] = value
    return found


def named(scan: str) -> str:
    """The scan, which has to be named."""
    if not scan:
        raise RefusedError(NO_SCAN)
    return scan
