"""Where a licence file goes on with what does not decide about the work: the parts that it bundles, its documentation.

Asked only where the whole file settles nothing: the licences of parts that are all recognised are told with the rest.
"""

import re

#: A line that opens what others made, or the documentation, or tells of the authors.
_HEAD = re.compile(
    (
        r"^[^\w\n]*(?:"
        r"(?:this|the) (?:[\w.-]+ ){0,6}?(?:also )?(?:bundles?|includes?|contains?|incorporates?)"
        r"(?: the following| several| some| copies of)?"
        r" (?:software|code|source code|libraries|components|files|third[-\s]party)\b[^\n]*"
        r"|additional licen[cs]es[^\w\n]*"
        r"|(?:[\w'-]+ ){0,3}(?:bundled|third[-\s]party|3rd[-\s]party|vendored|documentation)"
        r"(?: [\w'-]+){0,3}(?: licen[cs]es?| notices?| copyrights?)[^\w\n]*"
        r"|(?:licen[cs]es?|notices?) (?:of|for) (?:the )?"
        r"(?:bundled|third[-\s]party|3rd[-\s]party|vendored|included)\b[^\n]*"
        r"|(?:third[-\s]party|3rd[-\s]party|bundled|vendored|derived)"
        r" (?:software|components?|code|libraries|dependencies|assets)[^\w\n]*"
        r"|alternat(?:iv)?e licen[cs](?:ing|es?)[^\w\n]*"
        r"|the [\w.-]+ documentation\b[^\n]*\n?[^\n]*"
        r"\b(?:released|licen[cs]ed|supplied|distributed|available) under\b[^\n]*"
        r"|about (?:the )?[\w.-]+(?: development| core)?(?: team)?\s*\n[=~-]{4,}\s*"
        r")$"
    ).replace(" ", r"[ \t]+"),
    re.IGNORECASE | re.MULTILINE,
)
#: A rule with the name of a part below it, and of how many such parts a list consists at least.
_PART = re.compile(r"^[-=*#]{4,}[ \t]*\n\s*(?:\w[\w.+-]*(?:[ \t]+[\w.+()-]+){0,3})[ \t]*\n\s*\n", re.MULTILINE)
_PARTS = 4
#: What holds for the whole wherever it stands.
_OF_ALL = re.compile(
    r"commons clause|\bnon-?commercial\b|\bcommercial use|\bthe (?:whole|entire) (?:software|product|project)\b"
    r"|\b(?:this|the) (?:software|product|project|package) (?:may|can) (?:only|not)\b",
    re.IGNORECASE,
)
#: That licences are given there.
_LICENCES = re.compile(
    r"permission\s+is|redistribution\s+and\s+use|licen[cs]ed\s+under|under\s+the\b[^.]{0,60}\blicen[cs]e|licen[cs]e\s*:"
    r"|licen[cs]e\s+agreement|public\s+licen[cs]e",
    re.IGNORECASE,
)


def own_part(text: str) -> str | None:
    """The part of a text that stands above what it says of bundled parts and the like; None where it says no such."""
    first = len(text) - len(text.lstrip())
    heads = [found for found in _HEAD.finditer(text) if found.start() > first]
    parts = [found for found in _PART.finditer(text) if found.start() > first]
    cut = min((*heads[:1], *(parts[:1] if len(parts) >= _PARTS else ())), key=re.Match.start, default=None)
    if cut is None or _OF_ALL.search(text, cut.start()) or not _LICENCES.search(text, cut.end()):
        return None
    return text[: cut.start()]
