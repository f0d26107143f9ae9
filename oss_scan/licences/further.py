"""A further licence that words beside a text name and give: for a part of the work, for the rest, or to choose from."""

import re
from collections.abc import Collection, Sequence

from oss_scan.licences.choices import OF_VERSIONS, offering
from oss_scan.licences.names import Named
from oss_scan.regex import regex

#: That a work holds more than what the text above is for.
_BESIDES = regex(
    (
        r"\bthis (?:product|software|package) also (?:includes?|contains?) the following software\b"
        r"|\brelated rights for sample code are waived via\b"
        r"|\bchanged its licen[cs]e from (?:[^.\n]|\.\d|\n(?!\n)){1,80} to\b"
        r"|\bthis work was derived from\b(?:[^.]|\.\d){1,200}\blicen[cs]ed under\b"
        r"|\buse of this source code is governed by an? \b|\bbased on code from [^.\n]{1,80} - "
        r"|\b(?:come|taken|derived|copied|adapted|ported) from (?=\S)(?:[^.;,\n]|\n(?!\n)){1,80},? and (?:is|are)"
        r" (?:therefore|hence|thus) (?:\S{1,20} licen[cs]ed|(?:licen[cs]ed|distributed|available|released) under)\b"
        r"|\bfiles (?:under|in|inside|below) \S(?:[^.\n]|\.(?=\S)){1,120} (?:is|are)"
        r" (?:[^.\n]|\.(?=\S)){1,30}\blicen[cs]ed\b"
        r"|\bthe code (?:under|in) \S*/\S* (?:is|was) (?:derived|taken|copied|adapted) from\b"
        r"(?s:.){1,400}?\bthis code is licen[cs]ed under\b"
        r"|(?m:^)(\S{2,40}) is licen[cs]ed under the [^.;]{1,60}[;.] see the file \S{1,40} for details\."
        r"\s{1,9}\1 includes code from\b"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
#: What opens a choice, what it is made with, and what joins things that are no choice.
_EITHER = regex(r"\beither\b", re.IGNORECASE)
_OR = regex(r"\b(?:or|either|dual\w*|choice|options?)\b", re.IGNORECASE)
_AND = regex(r"\band\b", re.IGNORECASE)


def gives(left: str, named: Sequence[Named], licences: Collection[str]) -> bool:
    """Whether what stands beside the texts of licences gives one more; `licences` are those, `named` all it names."""
    return _adds(left, named, licences) or _offers(left, named)


def _adds(left: str, named: Sequence[Named], licences: Collection[str]) -> bool:
    """Whether a part of the work, or the rest of it, is put under another licence, and no other than these is named."""
    written = [left[each.start : each.end].lower() for each in named if not each.expression]
    known = [each.lower().lstrip("0") for each in licences]
    same = all(any(each.startswith(name) for each in known) for name in written)  # perhaps without its version
    return same and bool(_BESIDES.search(left)) and not _OR.search(OF_VERSIONS.sub(" ", left))


def _offers(left: str, named: Sequence[Named]) -> bool:
    """Whether a further licence is offered to choose, named next to it and to no other."""
    first, last = named[0].start, named[-1].end
    return bool(_EITHER.search(left, 0, first)) and not _AND.search(left, first, last) and any(offering(left))
