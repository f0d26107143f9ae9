"""The controlled lists of the standard, and which of a list was probably meant."""

import difflib
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_ALIKE = 0.75
_APART = 0.06  # what the best one must be more alike than the next one, or neither was plainly meant


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The one of the known texts that was probably meant.

    It begins as the text does: `external`, `unstable` and `no-contract` are the opposite of what they are like.
    """
    lower = text.strip().lower()[:100]
    by_lower = {one.lower(): one for one in sorted(known)}
    if lower in by_lower:
        return by_lower[lower]
    close = difflib.get_close_matches(lower, [one for one in by_lower if one[:1] == lower[:1]], n=2, cutoff=_ALIKE)
    if len(close) == 2 and _alike(lower, close[1]) > _alike(lower, close[0]) - _APART:
        return None
    return by_lower[close[0]] if close else None


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(a=other, b=one).ratio()


@cache
def vocabulary(name: str) -> frozenset[str]:
    """A controlled list: `categories`, `scopes`, `aliases`, `countries` or `videos` (addresses, * is anything)."""
    held = json.loads(files("oss_scan.publiccode").joinpath("data/vocabularies.json").read_bytes())
    return frozenset(" ".join(held[name]).split())
