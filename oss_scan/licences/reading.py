"""From a text to an answer: known texts first, then patterns, then what a short text names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from oss_scan.licences import index
from oss_scan.licences.fold import line_of, without_copyright, without_markup
from oss_scan.licences.spdx import families, family, for_content, join, normalise

if TYPE_CHECKING:
    from oss_scan.licences.names import Named
    from oss_scan.licences.parts import Part

Kind = Literal["text", "notice", "reference", "link", "modified", "unknown"]

CHOICE = re.compile(
    r"\beither\b|\bat your (option|choice)\b|\bdual[- ]licen[cs]ed?\b|\bone of the following\b|\bnaar (eigen )?keuze\b"
    r"|\bor, at your\b|\bOR\b",
)
#: That a work holds more than what the text above is for.
_BESIDES = re.compile(
    r"\bthis (?:product|software|package) also (?:includes?|contains?) the following software\b"
    r"|\brelated rights for sample code are waived via\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\b(?:or|either|dual\w*|choice|option\w*)\b", re.IGNORECASE)
_URL = re.compile(r"\W*(see|zie|licen[cs]e|licentie)?\W*https?://\S+\s*", re.IGNORECASE)
_GNU = ("GPL-", "LGPL-", "AGPL-")
#: Differences that are shown at most.
_MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Match:
    """What a file says of a licence: an SPDX expression or None, how it says it, and from which line to which.

    `score` is the part of the file's words that the known text or notice covers, at most 0.99 where not each of its
    words was compared; for a name or address it is 1.0 when that is exact, 0.9 when it is written freely; for an
    altered text it is the part that was recognised, 0.0 where that was not measured. Of a modified text, `removed` and
    `added` are the words that it lacks and those that it has more, pair by pair ("" where there are none). `reason`
    says why a PDF is unknown: the extra that reads it is absent, it cannot be read, or its text settles nothing.
    `engine` is who said it, with its version; None where it was found here.
    """

    expression: str | None
    kind: Kind
    score: float
    line: int = 1
    last_line: int | None = None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    reason: Literal["pdf-extra", "pdf-unreadable", "pdf-unclear"] | None = None
    engine: str | None = None


UNKNOWN = Match(None, "unknown", 0.0)
#: What a short text says that gives nobody a licence ("all rights reserved"): no SPDX id, and no licence.
RESERVED = "LicenseRef-all-rights-reserved"


def read(text: str) -> Match:
    """What a text says of a licence."""
    text = without_markup(text)
    bare = without_copyright(text)
    licence = index.whole(text, bare)
    if licence:
        start = len(bare) - len(bare.lstrip())
        return Match(licence, "text", 1.0, line_of(text, start), line_of(text, len(bare.rstrip())))
    from oss_scan.licences.parts import parts

    found = parts(text, bare)
    if found:
        return _from_parts(text, found)
    from oss_scan.licences.notices import notice

    return notice(text)


def read_pdf(data: bytes) -> Match:
    """What a PDF says of a licence: never that it was modified, since page numbers and columns get into the text."""
    from oss_scan.licences.pdf import AbsentError, UnreadableError, text_of

    try:
        found = read(text_of(data))
    except AbsentError:
        return replace(UNKNOWN, reason="pdf-extra")
    except UnreadableError:
        return replace(UNKNOWN, reason="pdf-unreadable")
    return replace(UNKNOWN, reason="pdf-unclear") if found.expression is None else found


def _from_parts(text: str, parts: "tuple[Part, ...]") -> Match:
    from oss_scan.licences.leftover import restricts
    from oss_scan.licences.names import find_all
    from oss_scan.licences.notices import ABOUT_CONTENT
    from oss_scan.licences.parts import widened

    left = _left(text, parts)
    known = sum(len(text[part.start : part.end].split()) for part in parts if part.whole)
    altered = any(part.altered for part in parts)
    limited = not altered and restricts(left, known)
    if limited and any(part.whole for part in parts):
        parts = widened(text, parts)
        left = _left(text, parts)
        limited = restricts(left, known)
    line, last = line_of(text, parts[0].start), line_of(text, parts[-1].end)
    score = _score(text, parts, left)
    if altered or limited:
        modified = any(part.whole and not part.licence.startswith("WITH ") for part in parts)
        return _modified(parts, left, score, line, last) if modified else Match(None, "unknown", score, line, last)
    licences = _binding(parts)
    if licences is None:
        return Match(None, "unknown", score, line, last)
    named = find_all(left)
    others = {each.expression for each in named if each.expression}
    beside = ABOUT_CONTENT.search(left) and not all(map(for_content, licences))  # a licence for the documentation, say
    code = {other for other in others if not (beside and for_content(other))}
    ours = {family(licence) for licence in licences}
    further = {other for other in others if families(other) - ours}
    besides = len(further) == 1 and _adds(left, named, *further)
    if not besides and code & further:
        return Match(None, "unknown", score, line, last)
    licences = (*(_told(licence, others) for licence in licences), *(sorted(further) if besides else ()))
    expression = join(licences, "OR" if len(licences) > 1 and CHOICE.search(left) else "AND")
    if {family(part.licence) for part in parts if part.whole} >= {family(part.licence) for part in parts}:
        return Match(expression, "text", score, line, last)
    return Match(expression, "link" if _URL.fullmatch(text) else "notice", score, line, last)


def _adds(left: str, named: "Sequence[Named]", expression: str) -> bool:
    """Whether what stands beside a text puts a further part of the work under this licence, and names no other."""
    written = [left[each.start : each.end].lower() for each in named if not each.expression]
    same = all(expression.lower().startswith(each) for each in written)  # perhaps without its version
    return same and bool(_BESIDES.search(left)) and not _OR.search(left)


def _told(licence: str, others: set[str]) -> str:
    """A licence as a line beside its text says it: with or without later versions."""
    told = {other for other in others if family(other) == family(licence) != other}
    return told.pop() if len(told) == 1 and licence == family(licence) else licence


def _left(text: str, parts: "Sequence[Part]") -> str:
    from oss_scan.licences.leftover import unexplained
    from oss_scan.licences.parts import gaps

    return unexplained([text[start:end] for start, end in gaps(len(text), parts)], [part.licence for part in parts])


def _score(text: str, parts: "Sequence[Part]", left: str) -> float:
    counts = [len(text[part.start : part.end].split()) for part in parts]
    same = sum(count * part.likeness for count, part in zip(counts, parts, strict=True))
    return round(min(1.0, same / max(1, sum(counts) + len(left.split()))), 3)


def _modified(parts: "Sequence[Part]", left: str, score: float, line: int, last: int) -> Match:
    from oss_scan.licences.judge import shown
    from oss_scan.licences.leftover import restrictions

    differ = [*shown([each for part in parts for each in part.differences])]
    differ += [("", words[:200]) for words in restrictions(left)]
    removed, added = zip(*differ[:_MOST_SHOWN], strict=True) if differ else ((), ())
    return Match(None, "modified", min(score, 0.999), line, last, removed, added)


def _binding(parts: "Sequence[Part]") -> tuple[str, ...] | None:
    """The licences of the parts, each once; None where an exception has no licence that it belongs to.

    A notice that says `-or-later` decides for the text beside it.
    """
    from oss_scan.licences.parts import exceptions

    licences: dict[str, str] = {}
    for part in parts:
        base = family(part.licence)
        if not base.startswith("WITH ") and (base not in licences or not part.whole):
            licences[base] = part.licence
    if {"LGPL-3.0", "GPL-3.0"} <= licences.keys():  # the LGPL 3 is a set of permissions on top of the GPL 3
        del licences["GPL-3.0"]
    found = tuple(licences.values())
    more = tuple(dict.fromkeys(exceptions(parts)))
    if not more:
        return found
    alone = len(found) == len(more) == 1 and found[0].startswith(_GNU)  # the exceptions that are known are to these
    both = normalise(f"{found[0]} WITH {more[0]}") if alone else None
    return (both,) if both else None
