"""The policy texts that rules cite, each held once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from oss_scan.positioned import Map, plain
from oss_scan.strict import Strict
from oss_scan.texts import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A policy text, held once in `rules/data/sources.yaml`; `verified` when its words were read at the source."""

    key: str
    title: str
    issuer: str
    date: str
    url: str
    verified: bool
    note: Text | None


@cache
def sources_in(path: Path) -> Mapping[str, Source]:
    """The policy texts that rules may cite, by their key."""
    file = Strict(path)
    found: dict[str, Source] = {}
    for key, node in file.root.items:
        entry = Strict(path, node)
        entry.only("title", "issuer", "date", "url", "verified", "note")
        verified = plain(node.get("verified")) if isinstance(node, Map) else None
        if not isinstance(verified, bool):
            entry.fail("verified", nl="true of false hoort hier", en="true or false belongs here")
        note = entry.both("note") if entry.root.get("note") else None
        if not verified and note is None:
            entry.fail("note", nl="zeg wat niet is nagegaan", en="say what was not verified")
        found[key.text] = Source(
            key.text,
            entry.text("title"),
            entry.text("issuer"),
            entry.text("date"),
            entry.text("url"),
            verified,
            note,
        )
    return found
