"""From a text to an answer: known texts first, then patterns, then what a short text names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from oss_scan.licences import index
from oss_scan.licences.fold import line_of, without_copyright, without_markup
from oss_scan.licences.layout import of_text
from oss_scan.licences.spdx import families, family, for_content, normalise

if TYPE_CHECKING:
    from oss_scan.licences.parts import Part

Kind = Literal["text", "notice", "reference", "link", "modified", "unknown"]

CHOICE = re.compile(
    r"\b(?:[Ee]ither\b(?! case\b)|EITHER\b|at your (?:option|choice)\b"
    r"|(?:[Dd]ual|[Bb]i|[Tt]ri)[- ]?[Ll]icen[cs]ed?\b|[Dd]ual (?=[A-Z])|one of the following\b"
    r"|naar (?:eigen )?keuze\b|or, at your\b|(?:MIT|ISC|BSD) OR (?=[A-Z(]))"
    r"|[\da-z)] OR (?=[A-Z(])|^[^\w\n]*OR[^\w\n]*$",
    re.MULTILINE,
)
#: As Linux, Git and libgit2 have it above the GPL 2.
_ONLY_THIS = re.compile(
    r"the\s+only\s+valid\s+version\s+of\s+the\s+GPL\s+as\s+far\s+as\s+(?:this|the)\s+[\w-]+\s+is\s+concerned\s+is\s+"
    r"_?this_?\s+particular\s+version",
    re.IGNORECASE,
)
#: Before a choice of licences: no conditions of its own.
_UNDER = re.compile(
    r"\bunder(?P<either>\s+\W?either\W?)?\s+the\s+(?:terms\s+and\s+)?(?:terms|conditions)\s+of\b"
    r"(?(either)|(?=\s+(?:either|any|one)\s+of\s+(?:the\s+)?(?:two|three|following)\b))",
    re.IGNORECASE,
)
#: The first line of a table with the licences of parts, as of `LICENSE-3rdparty.csv`.
_TABLE = re.compile(
    r'\W*(?:[\w "-]{1,40}[,;\t]){1,12}[ "]{0,3}licen[cs]es?[ "]{0,3}(?:[,;\t][^\n]{0,200})?\n', re.IGNORECASE
)
_WORD, _WITH = re.compile(r"\w"), re.compile(r" WITH ([\w.-]+)")
_URL = re.compile(r"\W*(see|zie|licen[cs]e|licentie)?\W*https?://\S+\s*", re.IGNORECASE)
#: A licence that is no open one, whatever stands in the parameters above its text.
_WITH_PARAMETERS, _ALIKE = "BUSL-1.1", 0.9
#: Python's licences together, and the one of them that people name.
_PYTHON, _OF_PYTHON = "Python-2.0.1", frozenset({"PSF-2.0"})
_GNU = ("GPL-", "LGPL-", "AGPL-")
_GNU_TEXTS = ("GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "AGPL-3.0")
#: The exceptions that are known are to these, but for two.
_TO_APACHE = ("LLVM-exception", "Swift-exception")
#: Differences that are shown at most.
_MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Match:
    """What a file says of a licence: an SPDX expression or None, how it says it, and from which line to which.

    `score` is the part of the file's words that the known text or notice covers, at most 0.99 where not each of its
    words was compared; for a name or address it is 1.0 when that is exact, 0.9 when it is written freely; for an
    altered text it is the part that was recognised, 0.0 where that was not measured. Of a modified text, `removed` and
    `added` are the words that it lacks and those that it has more, pair by pair ("" where there are none). `reason`
    says why a PDF is unknown, or that the line contradicts the text. `engine` is who said it; None for this program.
    """

    expression: str | None
    kind: Kind
    score: float
    line: int = 1
    last_line: int | None = None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    reason: Literal["pdf-extra", "pdf-unreadable", "pdf-unclear", "contradicted"] | None = None
    engine: str | None = None


UNKNOWN = Match(None, "unknown", 0.0)
#: What a short text says that gives nobody a licence ("all rights reserved"): no SPDX id, and no licence.
RESERVED = "LicenseRef-all-rights-reserved"


def read(text: str) -> Match:
    """What a text says of a licence."""
    match = _read(text)
    if match.kind == "text" and match.expression in _GNU_TEXTS:
        from oss_scan.licences.gnu_advice import applied

        return replace(match, expression=applied(text, match.expression))
    return match


def _read(text: str) -> Match:
    text = without_markup(text)
    if text.lstrip().startswith("---"):
        from oss_scan.licences.front_matter import without_lists

        text = without_lists(text)
    bare = without_copyright(text)
    licence = index.whole(text, bare)
    if licence:
        start = len(bare) - len(bare.lstrip())
        return Match(licence, "text", 1.0, line_of(text, start), line_of(text, len(bare.rstrip())))
    plain = of_text(text)
    if plain is not text and plain != text:
        text, bare = plain, without_copyright(plain)
    if text.lstrip().startswith("/*"):
        from oss_scan.licences.comments import of_comments

        comments = of_comments(text)
        if comments:
            return comments
    if _TABLE.match(text):
        return UNKNOWN
    from oss_scan.licences.parts import parts
    from oss_scan.licences.x11 import with_clauses

    found = parts(text, bare)
    if found:
        match = _from_parts(text, with_clauses(text, found))
    else:
        from oss_scan.licences import gnu, notices

        match = gnu.notice(text) or notices.notice(text)
    return match if match.expression else _otherwise(text, known=bool(found)) or match


def _otherwise(text: str, *, known: bool) -> Match | None:
    """What a text says where neither the texts that are `known` in it nor the names in it settle that."""
    from oss_scan.licences import disclaiming, gnu
    from oss_scan.licences.reserved import proprietary

    said = _of_work(text) or proprietary(text)
    if known and not said:  # else it was asked
        said = gnu.notice(text) or disclaiming.notice(text)
    return said if said and said.expression else None


def _of_work(text: str) -> Match | None:
    """What is said above the parts that a file bundles: the licence of the work, where that is a text or a notice."""
    from oss_scan.licences.bundled import own_parts

    read_parts = map(read, own_parts(text))
    return next((each for each in read_parts if each.expression not in (None, RESERVED) and each.kind != "link"), None)


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
    from oss_scan.licences.bundled import for_all, of_other, of_part
    from oss_scan.licences.choices import ONE_OF, combined, without_offers
    from oss_scan.licences.contrary import contrary
    from oss_scan.licences.doubts import ABOUT_CONTENT, OF_CODE
    from oss_scan.licences.further import gives
    from oss_scan.licences.names import find_all
    from oss_scan.licences.restricting import restricts
    from oss_scan.licences.statements import statements
    from oss_scan.licences.widening import widened

    left = _left(text, parts)
    count = cache(lambda part: len(text[part.start : part.end].split()))
    known = sum(count(part) for part in parts if part.whole)
    altered = any(part.altered for part in parts)
    limited = not altered and restricts(left, known)
    strange = not (altered or limited) and any(statements(without_offers(left)))
    wider = widened(text, parts) if (limited or strange) and any(part.whole for part in parts) else parts
    if wider != parts:
        parts, left = wider, _left(text, wider)
        limited = restricts(left, known)
        strange = not limited and any(statements(without_offers(left)))
    line, last = line_of(text, parts[0].start), line_of(text, parts[-1].end)
    score = _score([(count(part), part.likeness) for part in parts], left)
    unknown = Match(None, "unknown", score, line, last)
    own = for_all(text, parts)
    if own or all(part.licence == _WITH_PARAMETERS and part.likeness > _ALIKE for part in parts):
        return Match(own.licence if own else _WITH_PARAMETERS, "text", score, line, last)
    if altered or limited or strange:
        whole = any(part.whole and not part.licence.startswith("WITH ") for part in parts)
        return _modified(parts, left, score, line, last) if whole else unknown
    of_code = [part for part in parts if not of_other(text[: part.start])]
    licences = _binding(of_code or parts)
    if licences is None or of_part(text[: parts[0].start]) or not (of_code or all(map(for_content, licences))):
        return unknown
    if _ONLY_THIS.search(left):
        licences = tuple(_only(each) for each in licences)
    named = find_all(left)
    others = {each.expression for each in named if each.expression}
    if not _exceptions(others) <= _exceptions(licences):  # of which the text is not here, nor of what it is
        return unknown
    said = ABOUT_CONTENT.search(left) or OF_CODE.search(left)  # a licence for the documentation, say
    beside = said and not all(map(for_content, licences))
    code = {other for other in others if not (beside and for_content(other))}
    ours = frozenset().union(*map(families, licences))
    ours |= _OF_PYTHON if _PYTHON in ours else frozenset()
    apart = frozenset().union(*(families(part.licence) for part in parts if not part.licence.startswith("WITH ")))
    further = {other for other in others if families(other) - ours - apart}
    besides = len(further) == 1 and gives(left, named, ours | apart | further)
    against = contrary(text, parts, left, ours | further if besides else ours)
    if against:
        return Match(None, "unknown", score, against, against, reason="contradicted")
    if not besides and code & further:
        return unknown
    licences = (*(_told(licence, others) for licence in licences), *(sorted(further) if besides else ()))
    one_of = len(licences) == 1 and ONE_OF.search(left)  # of which the others are not known
    expression = None if one_of else combined(licences, left)
    if expression is None:
        return unknown
    if {family(part.licence) for part in parts if part.whole} >= {family(part.licence) for part in parts}:
        return Match(expression, "text", score, line, last)
    return Match(expression, "link" if _URL.fullmatch(text) else "notice", score, line, last)


def _exceptions(expressions: Iterable[str]) -> set[str]:
    """The exceptions in expressions."""
    return {found for each in expressions for found in _WITH.findall(each)}


def _only(licence: str) -> str:
    """The licence without later versions, where it may have such."""
    plain, _, exception = licence.partition(" WITH ")
    return normalise(f"{plain}-only WITH {exception}" if exception else f"{plain}-only") or licence


def _told(licence: str, others: set[str]) -> str:
    """A licence as a line beside its text says it: with or without later versions."""
    told = {other for other in others if family(other) == family(licence) != other}
    return told.pop() if len(told) == 1 and licence == family(licence) else licence


def _left(text: str, parts: "Sequence[Part]") -> str:
    from oss_scan.licences.between import without_asides, without_description
    from oss_scan.licences.leftover import unexplained
    from oss_scan.licences.parts import gaps

    around = [*(text[start:end] for start, end in gaps(parts[-1].end, parts)), text[parts[-1].end :]]
    if parts[0].start and not parts[0].whole and parts[0].licence.startswith(_GNU):
        around[0] = without_description(around[0])
    licences = [part.licence for part in parts]
    return unexplained([without_asides(_UNDER.sub(r"under\g<either>", each), licences) for each in around], licences)


def _score(words: Sequence[tuple[int, float]], left: str) -> float:
    """The part of the words that known texts cover; `words` are those of each, and how many of them are the same."""
    same, known = sum(count * likeness for count, likeness in words), sum(count for count, _ in words)
    return round(min(1.0, same / max(1, known + len(left.split()))), 3)


def _modified(parts: "Sequence[Part]", left: str, score: float, line: int, last: int) -> Match:
    from oss_scan.licences.judge import shown
    from oss_scan.licences.statements import said

    differ = [*shown([each for part in parts for each in part.differences])][:_MOST_SHOWN]
    differ += [("", words) for words in said(left, _MOST_SHOWN - len(differ))]
    removed, added = zip(*differ[:_MOST_SHOWN], strict=True) if differ else ((), ())
    return Match(None, "modified", min(score, 0.999), line, last, removed, added)


def _binding(parts: "Sequence[Part]") -> tuple[str, ...] | None:
    """The licences of the parts, each once; None where an exception has none that it belongs to, or SPDX knows one not.

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
    if not all(map(normalise, found)):  # of the patterns some are of no licence: the Commons Clause
        return None
    more = tuple(dict.fromkeys(exceptions(parts)))
    if not more:
        return found
    to_apache = more[0] in _TO_APACHE
    fits = [each for each in found if (each == "Apache-2.0" if to_apache else each.startswith(_GNU))]
    both = normalise(f"{fits[0]} WITH {more[0]}") if len(fits) == len(more) == 1 else None
    return tuple(both if each == fits[0] else each for each in found) if both else None
