"""What a text has from the file that it stands in, and not from its author: blanked, so that places stay.

Marks of comments that are words, numbers of lines, numbers of pages, and what a web page has around its text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

#: Lines that a text has at least, for what each of them begins with to be no word of it.
_FEWEST = 4
#: Words with which comments begin in batch files, m4 and Fortran; and a number of a line.
_COMMENTS = re.compile(r"[^\w\n]*(?:rem|dnl|c)(?=\s|$)", re.IGNORECASE)
_NUMBER = re.compile(r"[ \t]*(?P<number>\d{1,5})(?=[:|.\t ]|$)")
#: Around a comment in Ruby and in Perl.
_AROUND = re.compile(r"\A(?P<before>\s*)(?:=begin|=pod)\b[^\n]{0,40}(?P<text>\n.*\n)(?:=end|=cut)\s*\Z", re.DOTALL)
#: What a page of a document has above or below it.
_PAGE = re.compile(
    r"\n[^\w\n]{0,80}(?:(?:page|pagina|seite|blz\.?)[^\S\n]{1,3}\d{1,4}(?:[^\S\n]{0,3}(?:of|van|von|/)[^\S\n]{0,3}\d{1,4})?"
    r"|\d{1,4}[^\S\n]{0,3}/[^\S\n]{0,3}\d{1,4}|-[^\S\n]{0,3}\d{1,4}[^\S\n]{0,3}-)[^\w\n]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_AT_FEED = re.compile(r"^[^\w\n]{0,80}\d{1,4}[^\w\f]{0,80}\f|\f[^\w]{0,80}\d{1,4}[^\w\n]{0,80}$", re.MULTILINE)
#: Parts of a web page that are not of its text.
_NO_TEXT = ("script", "style", "nav", "title")


def of_text(text: str) -> str:
    """The text alone."""
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
            kept += (text[done:at], re.sub(r"[^\n]", " ", text[at:end]))
            done, at = end, lowered.find(f"<{name}", end)
        text = "".join((*kept, text[done:]))
    return text


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())
