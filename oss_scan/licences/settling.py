"""From the texts and notices found in a file, and what stands beside them, to an answer."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache

from oss_scan.licences.between import without_asides, without_description
from oss_scan.licences.blanking import without_past
from oss_scan.licences.bundled import for_all, of_other, of_part
from oss_scan.licences.choices import ONE_OF, combined, without_offers
from oss_scan.licences.contrary import contrary
from oss_scan.licences.doubts import ABOUT_CONTENT, OF_CODE, sentences
from oss_scan.licences.elsewhere import is_used
from oss_scan.licences.fold import line_of
from oss_scan.licences.further import gives
from oss_scan.licences.judge import shown
from oss_scan.licences.leftover import unexplained
from oss_scan.licences.match import Match
from oss_scan.licences.names import find_all
from oss_scan.licences.parts import Part, exceptions, gaps
from oss_scan.licences.restricting import restricts
from oss_scan.licences.spdx import families, family, for_content, normalise
from oss_scan.licences.statements import said, statements
from oss_scan.licences.widening import widened
from oss_scan.regex import regex

#: As Linux, Git and libgit2 have it above the GPL 2.
_ONLY_THIS = regex(
    r"the\s+only\s+valid\s+version\s+of\s+the\s+GPL\s+as\s+far\s+as\s+(?:this|the)\s+[\w-]+\s+is\s+concerned\s+is\s+"
    r"_?this_?\s+particular\s+version",
    re.IGNORECASE,
)
#: Before a choice of licences: no conditions of its own.
_UNDER = regex(
    r"\bunder(?P<either>\s+\W?either\W?)?\s+the\s+(?:terms\s+and\s+)?(?:terms|conditions)\s+of\b"
    r"(?(either)|(?=\s+(?:either|any|one)\s+of\s+(?:the\s+)?(?:two|three|following)\b))",
    re.IGNORECASE,
)
_WITH = regex(r" WITH ([\w.-]+)")
#: A title with the name of the work, makers with that name, and words that are none.
_TITLE_OF = regex(r"\W*licen[cs]e (?:for|of) (?:the )?([\w.-]{2,40})[ \t]*(?=\n|\Z)", re.IGNORECASE)
_MAKERS = r"(?:developers?|contributors?|authors?|maintainers?|committers|team|project|community|foundation)"
_ROLE = regex(rf"{_MAKERS}|(?:end-?)?users?|students?|members?|employees?|customers?|partners?", re.IGNORECASE)
_HELD_BY = regex(
    rf"\bcopyright[^\w\n]{{0,9}}(?:\(c\)|©)?(?:[\d\s,–-]|present){{0,30}}(?:by )?(?:the )?([\w.-]{{2,40}}) {_MAKERS}\b",
    re.IGNORECASE,
)
_URL = regex(r"\W*(see|zie|licen[cs]e|licentie)?\W*https?://\S+\s*", re.IGNORECASE)
#: A licence that is no open one, whatever stands in the parameters above its text.
_WITH_PARAMETERS, _ALIKE = "BUSL-1.1", 0.9
#: Python's licences together, and the one of them that people name.
_PYTHON, _OF_PYTHON = "Python-2.0.1", frozenset({"PSF-2.0"})
_GNU = ("GPL-", "LGPL-", "AGPL-")
#: The exceptions that are known are to these, but for a few.
_TO_OTHERS = {"LLVM-exception": "Apache-2.0", "Swift-exception": "Apache-2.0", "fmt-exception": "MIT"}
#: Differences that are shown at most.
_MOST_SHOWN = 8


def settled(text: str, parts: Sequence[Part]) -> Match:
    """The answer by the parts of a file, which are one at least."""
    count = cache(lambda part: len(text[part.start : part.end].split()))
    parts, left, binds = _with_left(text, parts, count)
    line, last = line_of(text, parts[0].start), line_of(text, parts[-1].end)
    score = _score([(count(part), part.likeness) for part in parts], left)
    unknown = Match(None, "unknown", score, line, last)
    own = for_all(text, parts)
    if own or all(part.licence == _WITH_PARAMETERS and part.likeness > _ALIKE for part in parts):
        return Match(own.licence if own else _WITH_PARAMETERS, "text", score, line, last)
    if binds:
        whole = any(part.whole and not part.licence.startswith("WITH ") for part in parts)
        return _modified(parts, left, score, line, last) if whole else unknown
    licences = _of_code(text, parts)
    if licences is None:
        return unknown
    left = _without_used(left)
    if _ONLY_THIS.search(left):
        licences = tuple(_only(each) for each in licences)
    named = find_all(left)
    others = {each.expression for each in named if each.expression}
    if not _exceptions(others) <= _exceptions(licences):  # of which the text is not here, nor of what it is
        return unknown
    ours = frozenset().union(*map(families, licences))
    ours |= _OF_PYTHON if _PYTHON in ours else frozenset()
    apart = frozenset().union(*(families(part.licence) for part in parts if not part.licence.startswith("WITH ")))
    further = {other for other in others if families(other) - ours - apart}
    besides = len(further) == 1 and gives(left, named, ours | apart | further)
    against = contrary(text, parts, left, ours | further if besides else ours)
    if against:
        return Match(None, "unknown", score, against, against, reason="contradicted")
    if not besides and not further.isdisjoint(_for_code(others, left, licences)):
        return unknown
    licences = (*(_told(licence, others) for licence in licences), *(sorted(further) if besides else ()))
    one_of = len(licences) == 1 and ONE_OF.search(left)  # of which the others are not known
    expression = None if one_of else combined(licences, left)
    if expression is None:
        return unknown
    if {family(part.licence) for part in parts if part.whole} >= {family(part.licence) for part in parts}:
        return Match(expression, "text", score, line, last)
    return Match(expression, "link" if _URL.fullmatch(text) else "notice", score, line, last)


def _with_left(text: str, parts: Sequence[Part], count: Callable[[Part], int]) -> tuple[Sequence[Part], str, bool]:
    """The parts, what stands beside them, and whether a part was altered or that may bind whoever uses the work.

    Where what stands beside them does, each is first made as wide as the pattern of its licence.
    """
    left = _left(text, parts)
    if any(part.altered for part in parts):
        return parts, left, True
    known = sum(count(part) for part in parts if part.whole)
    binds = _binds(left, known)
    wider = widened(text, parts) if binds and any(part.whole for part in parts) else parts
    if wider == parts:
        return parts, left, binds
    beside = _left(text, wider)
    return wider, beside, beside == left or _binds(beside, known)


def _binds(left: str, known: int) -> bool:
    """Whether what stands beside texts of so many words restricts, or has a clause that is not known to be harmless."""
    return restricts(left, known) or any(statements(without_offers(left)))


def _of_code(text: str, parts: Sequence[Part]) -> tuple[str, ...] | None:
    """The licences of the code among the parts; None where they are of something else, or do not fit each other."""
    of_code = [part for part in parts if not of_other(text[: part.start])]
    licences = _binding(of_code or parts)
    if licences is None or of_part(text[: parts[0].start]) or not (of_code or all(map(for_content, licences))):
        return None
    return licences


def _for_code(others: Collection[str], left: str, licences: Sequence[str]) -> set[str]:
    """The licences named beside the parts, without one for the documentation, say, where the words are about such."""
    about = ABOUT_CONTENT.search(left) or OF_CODE.search(left)
    beside = about and not all(map(for_content, licences))
    return {other for other in others if not (beside and for_content(other))}


def _without_used(left: str) -> str:
    """What stands beside the parts without the licences of what the work uses."""
    for start, end in reversed(tuple(sentences(left)) if "use" in left else ()):
        if is_used(left[start:end]):
            left = f"{left[:start]}{left[end:]}"
    return left


def _only(licence: str) -> str:
    """The licence without later versions, where it may have such."""
    plain, _, exception = licence.partition(" WITH ")
    return normalise(f"{plain}-only WITH {exception}" if exception else f"{plain}-only") or licence


def _told(licence: str, others: set[str]) -> str:
    """A licence as a line beside its text says it: with or without later versions."""
    told = {other for other in others if family(other) == family(licence) != other}
    return told.pop() if len(told) == 1 and licence == family(licence) else licence


def _left(text: str, parts: Sequence[Part]) -> str:
    """What no part explains of the text around the parts."""
    around = [*(text[start:end] for start, end in gaps(parts[-1].end, parts)), text[parts[-1].end :]]
    if parts[0].start and not parts[0].whole and parts[0].licence.startswith(_GNU):
        around[0] = without_description(around[0])
    around = [without_past(each) for each in (_without_own_title(around[0], text), *around[1:])]
    licences = [part.licence for part in parts]
    return unexplained([without_asides(_under(each), licences) for each in around], licences)


def _without_own_title(above: str, text: str) -> str:
    """What stands above a text without a title that names the work in lower case, where the holders have its name."""
    title = _TITLE_OF.match(above)
    if not title or _ROLE.fullmatch(title[1]):
        return above
    name = title[1].lower()
    held = (each[1].lower() == name for each in _HELD_BY.finditer(text))
    return above[title.end() :] if any(held) else above


def _under(text: str) -> str:
    """A text without the terms and conditions of a choice, which are those of the licences."""
    return _UNDER.sub(r"under\g<either>", text) if "under" in text.lower() else text


def _score(words: Sequence[tuple[int, float]], left: str) -> float:
    """The part of the words that known texts cover; `words` are those of each, and how many of them are the same."""
    same, known = sum(count * likeness for count, likeness in words), sum(count for count, _ in words)
    return round(min(1.0, same / max(1, known + len(left.split()))), 3)


def _modified(parts: Sequence[Part], left: str, score: float, line: int, last: int) -> Match:
    differ = [*shown([each for part in parts for each in part.differences])][:_MOST_SHOWN]
    differ += [("", words) for words in said(left, _MOST_SHOWN - len(differ))]
    removed, added = zip(*differ[:_MOST_SHOWN], strict=True) if differ else ((), ())
    return Match(None, "modified", min(score, 0.999), line, last, removed, added)


def _binding(parts: Sequence[Part]) -> tuple[str, ...] | None:
    """The licences of the parts, each once; None where an exception has none that it belongs to, or SPDX knows one not.

    A notice that says `-or-later` decides for the text beside it.
    """
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
    other = _TO_OTHERS.get(more[0])
    fits = [each for each in found if (each == other if other else each.startswith(_GNU))]
    both = normalise(f"{fits[0]} WITH {more[0]}") if len(fits) == len(more) == 1 else None
    if both is None:
        return None
    texts = sum(part.whole and family(part.licence) == family(fits[0]) for part in parts)
    only_some = texts > 1 and texts > sum(1 for _ in exceptions(parts))  # of the texts have it
    return (*(both if each == fits[0] else each for each in found), *(fits if only_some else ()))


def _exceptions(expressions: Iterable[str]) -> set[str]:
    """The exceptions in expressions."""
    return {found for each in expressions for found in _WITH.findall(each)}
