"""The exact word patterns of `licenseclassifier`, for texts that differ from SPDX's in ways that their authors foresaw.

That package is young: only `matcher` knows it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from oss_scan.licences.matcher import identified
from oss_scan.licences.restricting import says_so
from oss_scan.licences.spdx import family, full_text
from oss_scan.regex import regex

#: Percent of a text that the patterns cover at least.
COVERAGE = 75.0
#: Below this part of the full text it is a notice that applies the licence; from this part on it is the text.
NOTICE, WHOLE = 0.5, 0.75
#: Characters of a text that the patterns are tried on at most: beyond lie collections of licences.
LONGEST = 100_000
#: Characters around a place that may belong to the same licence.
_AROUND = 2000

#: Characters before a pattern in which `licenseclassifier` looks back for the word copyright, and takes all from there.
_BEFORE = 600
_COPYRIGHT = regex(r"copyright|©|\(c\)|&copy;", re.IGNORECASE)
_APPENDIX = regex(r"how to apply th(ese|is) (terms|license)", re.IGNORECASE)
#: Characters behind the address of a licence that may say that it is one for a country.
_TAIL = 12
#: A word that stands in no licence.
_NONSENSE = "zqxj"
#: Words that open a gap for a name.
_OWNER = regex(r"copyright|c|by|all|rights|reserved|\d+", re.IGNORECASE)
_LETTERS = regex(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A licence whose pattern matches: where, and whether that is its text and not a notice that applies it."""

    licence: str
    start: int
    end: int
    whole: bool


def found_in(text: str, offset: int = 0, coverage: float = COVERAGE) -> tuple[Pattern, ...]:
    """The licences whose patterns match, in order; `offset` is added to their places."""
    if len(text) > LONGEST:
        return ()
    return tuple(replace(each, start=each.start + offset, end=each.end + offset) for each in _found_in(text, coverage))


@lru_cache(maxsize=16)  # a text is asked for twice where what stands around its licences tells too much
def _found_in(text: str, coverage: float) -> tuple[Pattern, ...]:
    from oss_scan.licences.addresses import PORTED

    found = [
        Pattern(licence, start, end, _is_whole(licence, text[start:end]))
        for licence, start, end in identified(text, coverage)
    ]
    found = [each for each in found if each.whole or not PORTED.search(text, each.start, each.end + _TAIL)]
    found = [each if each.whole else _or_later(text, own(text, each)) for each in found]
    return tuple(each for each in found if not _inside_appendix(each, found, text))


def _or_later(text: str, pattern: Pattern) -> Pattern:
    """A notice for one version only, of which the words behind it may say that later ones hold too."""
    if not pattern.licence.endswith("-only"):
        return pattern
    from oss_scan.licences.gnu import or_later

    return replace(pattern, licence=or_later(text, pattern.licence, pattern.start, pattern.end))


def own(text: str, pattern: Pattern) -> Pattern:
    """A pattern without what stands between a copyright line above it and itself, which may be anything."""
    return replace(pattern, start=_own_start(pattern.licence, text, pattern.start, pattern.end))


def _own_start(licence: str, text: str, start: int, end: int) -> int:
    """Where a pattern itself begins: not at a copyright line above, between which and it anything may stand."""
    top = min(start + _BEFORE, end)
    cleared = _COPYRIGHT.sub(lambda found: " " * len(found.group()), text[start:top])
    if cleared == text[start:top]:
        return start
    again = (at for each, at, _ in identified(cleared + text[top:end], 0) if each == licence)
    return next((start + at for at in again), start)


def around(text: str, places: Iterable[tuple[int, int]]) -> tuple[Pattern, ...]:
    """The whole texts whose patterns match at or near some places, however little of the text they cover, in order."""
    if len(text) > LONGEST:
        return ()
    near: list[tuple[int, int]] = []
    for start, end in sorted(places):
        first = text.rfind("\n", 0, max(0, start - _AROUND)) + 1
        last = min(len(text), end + _AROUND)
        if near and first <= near[-1][1]:
            first, last = near[-1][0], max(last, near[-1][1])
            del near[-1]
        near.append((first, last))
    return tuple(each for first, last in near for each in found_in(text[first:last], first, coverage=0) if each.whole)


def allows(text: str, pattern: Pattern, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a pattern itself has the words at these places: not only a gap in it, in which any words may stand.

    It has them where it no longer matches without them: without all, and without any one that restricts.
    """
    for start, end in spans:
        telling = (found.span() for found in _LETTERS.finditer(text, start, end) if says_so(found.group()))
        if (
            start < pattern.start
            or end > pattern.end
            or any(_matches_without(text, pattern, *span) for span in ((start, end), *telling))
        ):
            return False
    return True


def _matches_without(text: str, pattern: Pattern, start: int, end: int) -> bool:
    replaced = _LETTERS.sub(_nonsense, text[start:end])
    other = f"{text[pattern.start : start]}{replaced}{text[end : pattern.end]}"
    again = (each for each in found_in(other, pattern.start, coverage=0) if each.licence == pattern.licence)
    return any(
        each.whole == pattern.whole and each.start <= start and each.end >= start + len(replaced) for each in again
    )


def _nonsense(found: re.Match[str]) -> str:
    return found.group() if _OWNER.fullmatch(found.group()) else _NONSENSE


def _is_whole(licence: str, part: str) -> bool:
    return len(part.split()) >= NOTICE * _words_of(licence)


@lru_cache(maxsize=1024)
def _words_of(licence: str) -> int:
    """The words of a licence's text, none where it is not known."""
    return len((full_text(licence) or "").split())


def _inside_appendix(each: Pattern, found: Sequence[Pattern], text: str) -> bool:
    """Whether this is the model notice below a licence's own text, which says nothing of this work."""
    if each.whole:
        return False
    above = [
        one for one in found if one.whole and one.end <= each.start and family(one.licence) == family(each.licence)
    ]
    return any(_APPENDIX.search(text, one.start, each.start) for one in above)
