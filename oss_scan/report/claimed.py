"""What a document of a report claims, and why one is not believed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from oss_scan.texts import Lang, Text

#: Figure → what is counted → the number as written, None where the document gives none.
Numbers = dict[str, dict[str, str | None]]
#: What is compared of each place of a finding, by its name in the table of findings.
COLUMNS = ("key", "commit", "rule", "outcome", "fingerprint", "file", "line")
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
    """What one document says: of which scan, its figures, its work lists, and where it says that something stands."""

    name: str
    text: str = ""
    scan: str = ""
    lang: Lang | None = None  # None where the document does not say
    figures: Numbers = field(default_factory=dict)
    work: list[tuple[str | None, str, dict[str, str | None]]] = field(default_factory=list)
    #: Of the page: fingerprint → what is shown as its places.
    shown: list[tuple[str, str]] = field(default_factory=list)
    #: Figure → key → the part under which it is listed; None where the document lists no members.
    members: Mapping[str, Mapping[str, str]] | None = None
    #: Each place of each finding, by `COLUMNS`; None where the document does not hold them all.
    rows: list[tuple[str | None, ...]] | None = None


def once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping; a second value of one name is refused, since readers differ in which of the two they take."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise RefusedError(TWICE, name)
        found[name] = value
    return found


def named(scan: str) -> str:
    """The scan, which has to be named."""
    if not scan:
        raise RefusedError(NO_SCAN)
    return scan


def language(said: str) -> Lang:
    """The language of a document."""
    if said not in ("nl", "en"):
        raise ValueError("another language")
    return "nl" if said == "nl" else "en"
