"""What a text has from the file that it stands in, and not from its author: blanked, so that places stay.

Marks of comments that are words, numbers of lines, numbers of pages, what a web page has around its text, and what
Creative Commons says in short of its CC0.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from oss_scan.regex import regex

#: Lines that a text has at least, for what each of them begins with to be no word of it.
_FEWEST = 4
#: Words with which comments begin in batch files, m4 and Fortran; and a number of a line.
_COMMENTS = regex(r"[^\w\n]*(?:rem|dnl|c)(?=\s|$)", re.IGNORECASE)
_NUMBER = regex(r"[ \t]*(?P<number>\d{1,5})(?=[:|.\t ]|$)")
#: Around a comment in Ruby and in Perl.
_AROUND = regex(r"\A(?P<before>\s*)(?:=begin|=pod)\b[^\n]{0,40}(?P<text>\n.*\n)(?:=end|=cut)\s*\Z", re.DOTALL)
#: What a page of a document has above or below it.
_PAGE = regex(
    r"\n(?=[^\w\n]*+[bchlpsv\d])[^\w\n]{0,80}(?:(?:page|pagina|seite|blad|blz\.?|pag\.?|pp?\.)[^\S\n]{1,3}\d{1,4}"
    r"(?:[^\S\n]{0,3}(?:of|van|von|/)[^\S\n]{0,3}\d{1,4})?|\d{1,4}[^\S\n]{0,3}/[^\S\n]{0,3}\d{1,4}"
    r"|-[^\S\n]{0,3}\d{1,4}[^\S\n]{0,3}-|https?://\S{1,200}[^\S\n]{1,80}\d{1,4}/\d{1,4}"
    r"|(?:licen[cs]e|licentie)(?:\.(?:txt|md))?[^\S\n]{2,80}(?:-[^\S\n]{0,3})?\d{1,3}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|\d{1,3}[^\S\n]{1,3}\|[^\S\n]{1,3}\d{1,3}|page break"
    r"|\((?:continued|vervolg)(?: [^()\n]{1,40})?\))[^\w\n]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_AT_FEED = regex(r"^[^\w\n]{0,80}\d{1,4}[^\w\f]{0,80}\f|\f[^\w]{0,80}\d{1,4}[^\w\n]{0,80}$", re.MULTILINE)
#: What stands above a text in the folder for licences of Linux and of those that follow it.
_IDENTIFIED = regex(
    r"\A\s*(?:SPDX-|Valid-)License-Identifier:[^\n]{1,200}\n(?:[^\n]*\n){1,80}?License-Text:[ \t]*$", re.MULTILINE
)
#: https://creativecommons.org/publicdomain/zero/1.0/deed, as American governments have it below their own words.
_SUMMARY = "human-readable summary"
_SUMMARISED = """
    no copyright the person who associated a work with this deed has dedicated the work to the public domain by
    waiving all of his or her rights to the work worldwide under copyright law including all related and neighboring
    rights to the extent allowed by law you can copy modify distribute and perform the work even for commercial
    purposes all without asking permission other information in no way are the patent or trademark rights of any
    person affected by cc0 nor are the rights that other persons may have in the work or in how the work is used
    such as publicity or privacy rights unless expressly stated otherwise the person who associated a work with this
    deed makes no warranties about the work and disclaims liability for all uses of the work to the fullest extent
    permitted by applicable law when using or citing the work you should not imply endorsement by the author or the
    affirmer
"""
_DEED = regex(
    r"this is a human-readable summary of the\s+\W{0,3}legal code \(read the full text\)"
    r"(?:\W{0,3}https?://[^\s)]{1,80}|\]\[\w)?[^\w\n]{0,5}\n\W{0,40}" + r"\W{1,40}".join(_SUMMARISED.split()),
    re.IGNORECASE,
)
#: Parts of a web page that are not of its text.
_NO_TEXT = ("script", "style", "nav", "title")


def of_text(text: str) -> str:
    """The text alone."""
    text = _IDENTIFIED.sub(_blank, text)
    text = _DEED.sub(_blank, text) if _SUMMARY in text else text
    lines = text.split("\n")
    begins = _begins(lines) if len(lines) >= _FEWEST else ()
    if begins:
        text = "\n".join(f"{' ' * size}{line[size:]}" for size, line in zip(begins, lines, strict=True))
    if text.lstrip().startswith("="):
        text = _AROUND.sub(r"\g<before>\g<text>", text)
    if "\f" in text:
        text = _AT_FEED.sub(_blank, text)
    return _PAGE.sub(_blank, f"\n{text}")[1:] if _PAGE.search(f"\n{text}") else text


def _begins(lines: Sequence[str]) -> Sequence[int]:
    """How far what each line begins with reaches, where all begin with the mark of a comment or are numbered."""
    for pattern in (_COMMENTS, _NUMBER):
        found = tuple(_matched(pattern, lines))
        numbers = [int(each["number"]) for each in found if each and pattern is _NUMBER]
        if len(found) == len(lines) and all(one < other for one, other in pairwise(numbers)):
            return [each.end() if each else 0 for each in found]
    return ()


def _matched(pattern: re.Pattern[str], lines: Sequence[str]) -> Iterator[re.Match[str] | None]:
    """What a pattern finds at the beginning of each line, None of an empty one, up to the first without it."""
    for line in lines:
        found = pattern.match(line)
        if found is None and line.strip():
            return
        yield found


def shown(text: str) -> str:
    """A web page without what it does not show, the way around its site, and its title."""
    lowered = text.lower()
    if "<body" not in lowered or len(lowered) != len(text):
        return text
    for name in _NO_TEXT:
        kept: list[str] = []
        done, at = 0, lowered.find(f"<{name}")
        while at >= 0:
            end = lowered.find(f"</{name}", at)
            if end < 0:
                break
            kept += (text[done:at], blanked(text[at:end]))
            done, at = end, lowered.find(f"<{name}", end)
        text = "".join((*kept, text[done:]))
    return text


def blanked(part: str) -> str:
    """As many blanks, in as many lines."""
    return "\n".join(" " * len(line) for line in part.split("\n"))


def _blank(found: re.Match[str]) -> str:
    return blanked(found[0])
