"""A notice above nothing but the disclaimer of a licence, which is named there without what it permits."""

import re
from functools import cache

from oss_scan.licences import notices
from oss_scan.licences.layout import blanked
from oss_scan.licences.match import Match
from oss_scan.licences.spdx import full_text
from oss_scan.regex import regex

#: Where the disclaimers begin that most have, and who has the rights there.
_BEGINS = (("MIT", "THE SOFTWARE IS PROVIDED"), ("BSD-3-Clause", "THIS SOFTWARE IS PROVIDED"))
_HOLDERS = regex(r"authors or copyright holders|copyright holders? (?:and|or) contributors", re.IGNORECASE)
_NAME = r"(?:\w+\W{1,9}){0,11}?\w+"
#: That there is more of the text of a licence.
_PERMITS = regex(r"\b(?:permission|hereby|redistribution|conditions?|provided that|retain|sublicense)\b", re.IGNORECASE)


def notice(text: str) -> Match | None:
    """What the words beside a disclaimer say of a licence; None where they do not, or are more of a licence's text."""
    found = _disclaimer().search(text)
    if found is None:
        return None
    rest = f"{text[: found.start()]}{blanked(found[0])}{text[found.end() :]}"
    match = None if _PERMITS.search(rest) else notices.notice(rest)
    return match if match and match.kind == "notice" else None


@cache
def _disclaimer() -> re.Pattern[str]:
    texts = ((full_text(licence) or begins, begins) for licence, begins in _BEGINS)
    words = (re.findall(r"\w+", _HOLDERS.sub("_", text[text.index(begins) :])) for text, begins in texts)
    patterns = (r"\W{1,20}".join(_NAME if word == "_" else word for word in each) for each in words)
    return re.compile("|".join(rf"\b{each}\b" for each in patterns), re.IGNORECASE)
