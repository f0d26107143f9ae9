"""The lines above a text that choosealicense.com puts there to sort its pages by: no part of the licence."""

import re

from oss_scan.licences.layout import blanked
from oss_scan.licences.limits import LIMITS
from oss_scan.regex import regex

#: What it says there one may, must and cannot do, in words of its own.
_KNOWN = frozenset(
    {
        *("commercial-use", "modifications", "distribution", "private-use", "patent-use", "sublicense"),
        *("include-copyright", "include-copyright--source", "include-license", "document-changes", "disclose-source"),
        *("network-use-disclose", "same-license", "same-license--file", "same-license--library", "source-code"),
        *("trademark-use", "liability", "warranty", "use-of-trademarks"),
    }
)
_FRONT = regex(r"\A\s*---[ \t]*\n(?P<lines>(?:(?!---)[^\n]{0,400}\n){1,80})---[ \t]*\n")
_ID = regex(r"^spdx-id:", re.MULTILINE)
_LIST = regex(
    r"^(?:permissions|conditions|limitations|permitted|required|forbidden):[ \t]*\n"
    r"(?P<items>(?:[ \t]*-[ \t][^\n]*\n)+)",
    re.MULTILINE,
)
#: What stands before other lines; and the marks around all.
_KEY = regex(
    r"^(?:(?:title|nickname|spdx-id|source|description|how|note|using|featured|hidden):[ \t]*\|?|---)",
    re.MULTILINE,
)
#: Whose work it is.
_WHOSE = regex(r"^(?:held-by|project|year):(?:[ \t]+[^\s:]{1,60}){1,12}[ \t]*$", re.MULTILINE)


def without_lists(text: str) -> str:
    """The text with those lists blanked where they hold what that site has, and the keys: places stay."""
    front = _FRONT.match(text)
    if front is None or not _ID.search(front["lines"]):
        return text
    lines = _KEY.sub(_blank, _LIST.sub(_blank_if_known, text[: front.end()]))
    return _WHOSE.sub(_blank_unless_limited, lines) + text[front.end() :]


def _blank_if_known(found: re.Match[str]) -> str:
    items = {line.strip(" \t\r-") for line in found["items"].splitlines()}
    return _blank(found) if items <= _KNOWN else found.group()


def _blank_unless_limited(found: re.Match[str]) -> str:
    return found.group() if LIMITS.search(found.group()) else _blank(found)


def _blank(found: re.Match[str]) -> str:
    return blanked(found[0])
