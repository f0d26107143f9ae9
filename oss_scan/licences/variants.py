"""The forms in which the texts of SPDX's list are in use besides, made from them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from oss_scan.regex import regex

_ENDORSE = "Neither the name of the copyright holder nor the names of its contributors may be used"
_CREATIVE_COMMONS = ("BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND")
_EXCEPT = "Except for the limited purpose of indicating"
_DEDICATED = (
    "The text of the Creative Commons public licenses is dedicated to the public domain under the CC0 Public Domain "
    "Dedication."
)
#: Words of a licence that are in use in other forms as well, which SPDX takes for the same licence.
_ALSO_WRITTEN = {
    **dict.fromkeys((f"CC-{kind}-4.0" for kind in _CREATIVE_COMMONS), (_EXCEPT, (f"{_DEDICATED} {_EXCEPT}",))),
    "BSD-3-Clause": (
        _ENDORSE,
        (
            "The name of the author may not be used",
            "The names of its contributors may not be used",
            "The names of any contributors may not be used",
            "The names of the authors and copyright holders may not be used",
        ),
    ),
}
#: Where a licence ends, and what says how to apply it, or explains it, begins.
_END = regex(
    r"\bend of (?:the )?terms and conditions(?=\W*(?:appendix|how to apply)\b)|\bend of academic free license\b",
    re.IGNORECASE,
)
#: What tells that another licence follows there.
_MORE = regex(r"^\W*version \d[\d.]*, (?:\d+ )?[a-z]+ \d{4}|\bshall\b", re.IGNORECASE | re.MULTILINE)
#: Where the licences of Creative Commons begin below what is said about them, and where they end above it: SPDX calls
#: both optional.
_BEGINS = regex(rb"\b(?:by exercising the licensed rights|the work as defined below is provided|statement of purpose)")
#: What stands above the terms of the GPL and its kin, and is none of them, as it says itself.
_PREAMBLE = regex(rb" preamble .{1,9000}? precise terms and conditions for copying distribution and modification ")
_ENDS = regex(rb"\b(?:creative commons notice )?creative commons is not party to (?:its|this license)")


def written(licence: str, text: str) -> tuple[str, ...]:
    """A licence's text, first as it is; then with other words, and up to its end."""
    words, others = _ALSO_WRITTEN.get(licence, ("", ()))
    return (text, *(text.replace(words, other) for other in others), *up_to_end(text)[:1])


def up_to_end(text: str) -> Sequence[str]:
    """A text without what says below it how to apply it: without the line between the two, and with it."""
    end = _END.search(text)
    return [text[:at] for at in end.span()] if end and not _MORE.search(text, end.end()) else ()


@lru_cache(maxsize=64)
def without_notices(words: Sequence[bytes]) -> tuple[int, int]:
    """Where the licence itself begins and ends among the words of a text that has notices about it around it."""
    joined = b" ".join(words)
    if b"creative commons" not in joined[:100]:
        return 0, len(words)
    begins, ends = _BEGINS.search(joined), _ENDS.search(joined)
    start = joined.count(b" ", 0, begins.start()) if begins else 0
    return start, joined.count(b" ", 0, ends.start()) if ends else len(words)


@lru_cache(maxsize=64)
def preamble_of(words: tuple[bytes, ...]) -> range:
    """Which words of a text are those of its preamble."""
    joined = b" ".join(words)
    found = _PREAMBLE.search(joined)
    return range(*(joined.count(b" ", 0, at) for at in found.span())) if found else range(0)
