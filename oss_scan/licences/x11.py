"""MIT with the clause of the X Consortium: X11, whatever name stands there (https://spdx.org/licenses/X11.html)."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from oss_scan.regex import regex

if TYPE_CHECKING:
    from oss_scan.licences.parts import Part

_LONGEST = 800  # characters below the text in which the clause ends
_BEFORE = "except as contained in this notice the name of"
_AFTER = (
    "shall not be used in advertising or otherwise to promote the sale use or other dealings in this software"
    " without prior written authorization from"
)
_BEGIN, _MIDDLE = (words.replace(" ", r"[\W_]{1,20}") for words in (_BEFORE, _AFTER))
_CLAUSE = regex(rf"[\W_]{{0,80}}{_BEGIN}(?P<who>[^.;:]{{1,120}}?){_MIDDLE}(?P<again>[^.;:]{{1,120}})", re.IGNORECASE)


def with_clauses(text: str, parts: "tuple[Part, ...]") -> "tuple[Part, ...]":
    """The parts, where MIT has that clause below it as one that ends with the clause."""
    return tuple(_with_clause(text, part) if part.licence == "MIT" and part.whole else part for part in parts)


def _with_clause(text: str, part: "Part") -> "Part":
    found = _CLAUSE.match(text, part.end, part.end + _LONGEST)
    if found is None:
        return part
    name, again = (re.findall(r"[^\W_]+", found[each].lower()) for each in ("who", "again"))
    name, again = ([word for word in words if word != "the"] for words in (name, again))
    return replace(part, licence="X11", end=found.end()) if name == again else part
