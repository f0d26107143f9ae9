"""GNU's advice below a licence on how to apply it, filled in: then it is the notice of the work, with its versions."""

import re

from oss_scan.licences.spdx import normalise
from oss_scan.regex import regex

_BEGINS, _FAR = "where the full notice is found", 2000
_NOTICE = regex(
    (
        r"found\.\s(?P<said>.{1,900}?)\bthis (?:program|library|software) is free software[,;:]? .{20,400}?"
        r"\bversion (?P<version>[23](?:\.[01])?) of the licen[cs]e,? or \(?at your option\)?,? any later version\b"
    ).replace(" ", r"\s+"),
    re.IGNORECASE | re.DOTALL,
)
#: What nobody filled in, as the text has it or sites that do so; and what the program does and whose it is, where
#: somebody did: sites fill in a name, the year and the holder by themselves, so that there is to be more than a name.
_OPEN = regex(
    r"one\s+line\s+to\s+give|name\s+of\s+(?:the\s+)?author|\byear\b|\b(?:19|20)?yy(?:yy)?\b|[<{\[][^<>{}\[\]@/\n]{1,60}[>}\]]",
    re.IGNORECASE,
)
_HELD = regex(
    r"\s*(?:[^\W_][^\s]*[^\S\n]+){2}\S[^\n]{0,300}\n(?:[^\n]*\n){0,6}?"
    r"[^\w\n]*copyright(?:[^\S\n]|\(c\)|&copy;|©|:){0,9}(?:19|20)\d\d[^\n]{0,80}?(?!\d)\w{2}",
    re.IGNORECASE,
)


def applied(text: str, licence: str) -> str:
    """A GNU licence whose text stands in a file, with later versions where the notice below it has been filled in."""
    at = text.find(_BEGINS)
    notice = _NOTICE.search(text, at, at + _FAR) if at >= 0 else None
    if notice is None or _OPEN.search(notice["said"]) or not _HELD.match(notice["said"]):
        return licence
    later = licence.removesuffix(".0").endswith(f"-{notice['version'].removesuffix('.0')}")
    return (normalise(f"{licence}-or-later") or licence) if later else licence
