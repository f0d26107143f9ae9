"""From a text to an answer: known texts first, then patterns, then what a short text names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from oss_scan.licences import index
from oss_scan.licences.fold import MODES, Folded, fold, line_of
from oss_scan.licences.index import Region
from oss_scan.licences.spdx import family, join

Kind = Literal["text", "notice", "reference", "link", "modified", "unknown"]

#: Characters between known texts in which another one is looked for.
_PIECE = 200
CHOICE = re.compile(
    r"\beither\b|\bat your (option|choice)\b|\bdual[- ]licen[cs]ed?\b|\bone of the following\b|\bnaar (eigen )?keuze\b"
    r"|\bor, at your\b|\bOR\b",
)
_URL = re.compile(r"\W*(see|zie|licen[cs]e|licentie)?\W*https?://\S+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """What a file says of a licence: an SPDX expression or None, how it says it, and from which line.

    `score` is the part of the file's words that the known text or notice covers, at most 0.99 where not each of its
    words was compared; for a name or address it is 1.0 when that is exact, 0.9 when it is written freely; for an
    altered text it is the part that was recognised, 0.0 where that was not measured.
    """

    expression: str | None
    kind: Kind
    score: float
    line: int = 1


UNKNOWN = Match(None, "unknown", 0.0)
#: What a short text says that gives nobody a licence ("all rights reserved"): no SPDX id, and no licence.
RESERVED = "LicenseRef-all-rights-reserved"


def read(text: str) -> Match:
    """What a text says of a licence."""
    foldings: list[Folded] = []
    for mode in MODES:
        folded = fold(text, mode)
        licence = index.whole(folded)
        if licence:
            return Match(licence, "text", 1.0, line_of(text, folded.offsets[0]))
        foldings.append(folded)
    regions, broken = _regions(text, foldings)
    if regions:
        return _from_regions(text, regions, broken)
    from oss_scan.licences.notices import notice

    return notice(text, broken=bool(broken))


def _regions(text: str, foldings: Sequence[Folded]) -> tuple[tuple[Region, ...], frozenset[str]]:
    from oss_scan.licences import patterns

    found = [index.contained(folded) for folded in foldings]
    regions, _ = max(found, key=lambda each: sum(region.end - region.start for region in each[0]))
    broken = frozenset[str]().union(*(each[1] for each in found))
    if not regions:
        return patterns.regions(text), broken
    more = [
        region
        for start, end in _gaps(text, regions)
        if end - start >= _PIECE
        for region in patterns.regions(text[start:end], start)
    ]
    return tuple(sorted((*regions, *more), key=lambda region: region.start)), broken


def _gaps(text: str, regions: Sequence[Region]) -> list[tuple[int, int]]:
    edges = [0, *(edge for region in regions for edge in (region.start, region.end)), len(text)]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end > start]


def _from_regions(text: str, regions: tuple[Region, ...], broken: frozenset[str]) -> Match:
    from oss_scan.licences.leftover import restricts, unexplained
    from oss_scan.licences.names import find_all

    pieces = [text[start:end] for start, end in _gaps(text, regions)]
    left = unexplained(pieces, [region.licence for region in regions])
    covered = sum(len(text[region.start : region.end].split()) for region in regions)
    score = round(min(1.0, covered / max(1, covered + len(left.split()))), 3)
    line = line_of(text, regions[0].start)
    if not all(region.exact for region in regions):
        score = min(score, 0.99)
    if restricts(left) or any(region.altered or _is_other(region, broken) for region in regions):
        return Match(None, "modified" if any(region.whole for region in regions) else "unknown", score, line)
    licences = _binding(regions)
    others = {named.expression for named in find_all(left) if named.expression}
    if any(family(other) not in {family(licence) for licence in licences} for other in others):
        return Match(None, "unknown", score, line)
    expression = join(licences, "OR" if len(licences) > 1 and CHOICE.search(left) else "AND")
    if all(region.whole for region in regions) or {family(region.licence) for region in regions if region.whole} >= {
        family(licence) for licence in licences
    }:
        return Match(expression, "text", score, line)
    return Match(expression, "link" if _URL.fullmatch(text) else "notice", score, line)


def _is_other(region: Region, broken: frozenset[str]) -> bool:
    """Whether a pattern recognised a text that begins as another licence: that one, altered."""
    if not broken or region.exact or not region.whole:
        return False
    return family(region.licence) not in {family(each) for each in broken}


def _binding(regions: Sequence[Region]) -> tuple[str, ...]:
    """The licences of the regions, each once: a notice that says `-or-later` decides for the text beside it."""
    licences: dict[str, str] = {}
    for region in regions:
        base = family(region.licence)
        if base not in licences or not region.whole:
            licences[base] = region.licence
    if {"LGPL-3.0", "GPL-3.0"} <= licences.keys():  # the LGPL 3 is a set of permissions on top of the GPL 3
        del licences["GPL-3.0"]
    return tuple(licences.values())
