"""The controlled lists of the standard, and which of a list was probably meant."""

import difflib
import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_WORDS = re.compile(r"[^\W_]+")
_ALIKE = 0.75
_JOINED = 0.95
_APART = 0.06  # what the best one must be more alike than the next one, or neither was plainly meant


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The one of the known texts that was probably meant.

    It begins as the text does, for `external`, `unstable` and `no-contract` are the opposite of what they are like; and
    each of its words is like the text's, for `standalone/api` is no `standalone/iot`.
    """
    lower = text.strip().lower()[:100]
    by_lower = {one.lower(): one for one in sorted(known)}
    if lower in by_lower:
        return by_lower[lower]
    alike = sorted(((_alike(lower, one), one) for one in by_lower if one[:1] == lower[:1]), reverse=True)
    close = [(score, one) for score, one in alike[:2] if score >= _ALIKE]
    if not close or (len(close) == 2 and close[1][0] > close[0][0] - _APART):
        return None
    return by_lower[close[0][1]]


def _alike(one: str, other: str) -> float:
    """How alike two texts are: as their least alike words; where words were joined, no more than a slip apart."""
    ours, theirs = _WORDS.findall(one), _WORDS.findall(other)
    if len(ours) != len(theirs):
        joined = _ratio("".join(ours), "".join(theirs))
        return joined if joined >= _JOINED else 0.0
    least = 1.0 if ours else 0.0
    for pair in zip(ours, theirs, strict=True):
        least = min(least, _ratio(*pair))
        if least < _ALIKE:
            break
    return least


def _ratio(one: str, other: str) -> float:
    found = difflib.SequenceMatcher(a=other, b=one)
    return found.ratio() if min(found.real_quick_ratio(), found.quick_ratio()) >= _ALIKE else 0.0


@cache
def vocabulary(name: str) -> frozenset[str]:
    """A controlled list: `categories`, `scopes`, `aliases`, `countries` or `videos` (addresses, * is anything)."""
    held = json.loads(files("oss_scan.publiccode").joinpath("data/vocabularies.json").read_bytes())
    return frozenset(" ".join(held[name]).split())
