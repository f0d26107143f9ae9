"""Files that only name the files beside them of which the licences hold, all of them or one to choose."""

import re
from collections.abc import Callable

from oss_scan.licences.fold import decode, line_of
from oss_scan.licences.match import Match
from oss_scan.licences.spdx import join
from oss_scan.regex import regex

#: Bytes of such a file at most.
_LONGEST = 2000
_FILE = (
    r"[`*\"'<\[(]{0,3}(?:\./)?(?:un)?(?:licen[cs]es?|licentie|copying)[-_.][\w+-]{1,40}(?:\.(?:txt|md|rst))?"
    r"[`*\"'>\])]{0,3}(?=[\s,;.]|\Z)"
)
_NAME = regex(r"(?:un)?(?:licen[cs]es?|licentie|copying)[-_.][\w.+-]*[\w+]", re.IGNORECASE)
_LIST = regex(rf"{_FILE}(?:\s*,\s*{_FILE}){{0,4}}\s*,?\s+(?P<word>and|or|of|en)\s+{_FILE}", re.IGNORECASE)
_EITHER = regex(r"\b(?:either|any|one|(?:eigen )?keuze|choice|option)\b", re.IGNORECASE)
_LICENSED = regex(r"\blicen[cs]|\blicenti", re.IGNORECASE)


def followed(data: bytes, match: Match, said: Callable[[str], str | None]) -> Match:
    """The answer for a file that names others; `said` tells what the file of a name beside it says, None if nothing."""
    if match.expression or match.kind == "modified" or len(data) > _LONGEST:
        return match
    text = decode(data) or ""
    found = _LIST.search(text)
    if found is None:
        return match
    start = text.rfind(".", 0, found.start()) + 1
    sentence = text[start : found.end()]
    word = found["word"].lower()
    choice = bool(_EITHER.search(sentence))
    if not _LICENSED.search(_NAME.sub("", sentence)) or (word in ("or", "of")) is not choice:
        return match
    from oss_scan.licences.restricting import restrictions

    named = tuple(dict.fromkeys(each.group() for each in _NAME.finditer(found.group())))
    expressions = [said(name) for name in named]
    told = [each for each in expressions if each]
    if len(told) < len(named) or restrictions(_NAME.sub("", text)):
        return match
    expression = join(told, "OR" if choice else "AND")
    return Match(expression, "reference", 1.0, line_of(text, found.start()), line_of(text, found.end()))
