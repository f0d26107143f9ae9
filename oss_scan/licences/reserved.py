"""That nobody is given a licence, in more words than a notice has."""

import re

from oss_scan.licences.fold import line_of
from oss_scan.licences.names import find_all
from oss_scan.licences.reading import RESERVED, Match
from oss_scan.regex import regex

_PROPRIETARY = regex(r"\b(?:this|the) (?:software|source code|code|program) is proprietary\b", re.IGNORECASE)
#: Words that would give one after all.
_GRANTS = regex(r"\b(?:hereby|is|are) (?:granted|licen[cs]ed)\b|\bopen[- ]source\b", re.IGNORECASE)


def proprietary(text: str) -> Match | None:
    """A text of its own that reserves all rights, beside a disclaimer that licences have too."""
    if "proprietary" not in (lowered := text.lower()) or "all rights reserved" not in lowered:
        return None
    found = _PROPRIETARY.search(text)
    if not found or _GRANTS.search(text) or find_all(text):
        return None
    return Match(RESERVED, "notice", 0.9, line_of(text, found.start()))
