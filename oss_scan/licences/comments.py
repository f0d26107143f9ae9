"""Files that hold nothing but comments of programs, each with a licence: what bundlers collect of what they bundle."""

import re

from oss_scan.licences.match import UNKNOWN, Match
from oss_scan.licences.names import expression_of
from oss_scan.licences.reading import read
from oss_scan.licences.restricting import restrictions
from oss_scan.licences.spdx import join
from oss_scan.licences.statements import limiting
from oss_scan.regex import regex

_COMMENT = regex(r"/\*.*?\*/", re.DOTALL)
_FEWEST, _MOST = 2, 400
_MARKS = regex(r"^[ \t]*/?\*+[!/]?|\*/", re.MULTILINE)
_TAG = regex(r"@licen[cs]e\s+\(?([A-Za-z0-9.+-]+(?:\s+(?:OR|AND)\s+[A-Za-z0-9.+-]+)*)\)?\s*$", re.MULTILINE)
#: What a comment says in a line of its own of what it stands in.
_FACT = regex(r"^[ \t]*@(?:author|description|module|name|overview|summary|version|link|see)\b[^\n]*$", re.MULTILINE)
_SPEAKS = regex(r"licen[cs]|permission", re.IGNORECASE)
_OWNED = regex(r"copyright|\(c\)|©", re.IGNORECASE)


def of_comments(text: str) -> Match | None:
    """What the comments say together; None where the text is more than comments, or none of them says it alone."""
    if not _FEWEST <= text.count("*/") <= _MOST * 4 or not text.rstrip().endswith("*/"):
        return None
    comments = tuple(dict.fromkeys(_COMMENT.findall(text)))
    if not _FEWEST <= len(comments) <= _MOST or _COMMENT.sub("", text).strip():
        return None
    speaking = [comment for comment in comments if _SPEAKS.search(comment)]
    silent = [comment for comment in comments if not _SPEAKS.search(comment)]
    owned = any(map(_OWNED.search, silent))
    found: list[str] = []
    for number, comment in enumerate(speaking, 1):
        found += filter(None, [_said(comment)])
        if len(found) >= _FEWEST and (owned or len(found) < number):
            return UNKNOWN  # whatever the others say
    if not found or owned or len(found) < len(speaking):  # perhaps one licence in several comments
        return None
    if any(restrictions(_MARKS.sub(" ", comment)) for comment in silent):
        return UNKNOWN
    return Match(join(found), "notice", 0.9, 1, text.rstrip().count("\n") + 1)


def _said(comment: str) -> str | None:
    plain = _FACT.sub(_unless_limiting, _MARKS.sub(" ", comment))
    tagged = {expression_of(each) for each in _TAG.findall(plain)} - {None}
    match = read(plain)
    if match.expression or not tagged:
        return match.expression
    rest = _TAG.sub(" ", plain)
    if len(tagged) > 1 or match.kind != "unknown" or restrictions(rest) or limiting(rest):
        return None
    return tagged.pop()


def _unless_limiting(found: re.Match[str]) -> str:
    return found.group() if limiting(found.group()) or restrictions(found.group()) else " "
