"""What stands beside the name of a licence: a short id, the rest of an expression or of another name."""

import re
from collections.abc import Iterable, Iterator

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.spdx import normalise, spelled
from oss_scan.regex import regex

#: A licence that is said (None where it is not known which), and where.
Said = tuple[str | None, int, int]

_OPERAND = r"\({0,4}[A-Za-z0-9][A-Za-z0-9.+-]{0,60}(?<!\.)\){0,4}"
_OPERATOR = regex(r" (?:AND|OR|WITH)[ \n]")
_EXPRESSION = regex(
    rf"(?<![\w.+/(-]){_OPERAND}(?: (?:AND|OR|WITH)[ \n](?!(?:ANY|LATER|NEWER|HIGHER)\b){_OPERAND}){{1,20}}"
)
_NUMBERED = regex(r"[\w.+-]*-\d[\w.+-]*")
#: Ids that are words of another meaning too, where no name of a licence stands next to them; some only in a choice.
_SHORT = (
    r"(?P<id>MIT|ISC|0BSD|WTFPL|Unlicense|Zlib|SSPL"
    r"|(?P<rare>X11|Beerware|PostgreSQL|(?:zlib/)?libpng|Perl|Artistic|public domain))(?: licen[cs]e)?"
)
_HAS_SHORT = Caseless(rf"\b{_SHORT}\b")
_JOIN = (
    r"(?:[ \t\r]?\([^()\n]{1,40}\))?[ \t\r`'\"*_)\]|]{0,4}"
    r"(?:(?P<choice>/|\b(?:or|of)(?=\s))|[&+|,;:\u2013-](?:[ \t][\w./-]{1,30}:)?|(?<=[\s`*])|(?<=\))(?=\()"
    r"|\b(?:(?:and|en)/(?:or|of)|and|en|plus|as well as|dan wel|alsmede)(?=\s)"
    r"|\n(?:[ \t]{0,20}\r?\n)?[ \t]{0,4}(?:(?:[-*+\u2022|]|\d{1,2}[.)])[ \t]{1,4})?"
    r"(?:[\w ./`*-]{1,30}(?::|[ \t]-|[ \t]?\|)[ \t]{1,4})?)"
    r"[ \t]{0,4}(?:(?:the|de)[ \t])?[`'\"*_(\[]{0,4}"
)
_BEFORE = regex(rf"(?<![\w./+@-]){_SHORT}\b{_JOIN}\Z", re.IGNORECASE)
_BEHIND = regex(rf"{_JOIN}\b{_SHORT}(?![\w/@+-]|\.\w)", re.IGNORECASE)
_NEAR = 100
#: With what the name of another licence goes on.
_GOES_ON = regex(
    r"[ \t(-]{1,3}(?:with[ \t])?(?:no[ \t-](?:nuclear|attribution|military)|attribution|advertising|LBNL|modified"
    r"|modern|views|patent)\b|[ \t(-]{1,3}clear\b(?![ \t]and\b)"
    r"|-(?!(?:ge)?licen|(?:bron)?code\b|software\b|proje[ck]t|te[kx]st|only\b|(?:en|nl|de|fr|and|or|of)\b)[a-z]"
    r"|[ \t]?(?:/|\b(?:or|of)\b)[ \t]?(?:version[ \t]|v)?\d(?:\.\d)?(?![\w.]*\d)",  # another version
    re.IGNORECASE,
)
_EXCEPTION = regex(
    r"[ \t,(-]{1,3}(?:with|w/|\+|plus|and|met|en)[ \t-]{1,3}(?:(?:the|an?|its|de|een)[ \t]{1,3})?"
    r"(?P<which>(?:[\w.-]{1,30}[ \t]){0,3}?(?:[\w.]{1,30}-)?)(?:exceptions?|uitzondering(?:en)?)\b(?:-[\d.]*\d)?",
    re.IGNORECASE,
)
#: What people call exceptions, in lower case without `GNU`.
_EXCEPTIONS = {
    "classpath": "Classpath-exception-2.0",
    "gcc runtime library": "GCC-exception-3.1",
    "font": "Font-exception-2.0",
    "llvm": "LLVM-exception",
}


def going_on(text: str, licence: str | None, start: int, end: int) -> tuple[str | None, int] | None:
    """What the name between two places is, and to where, when it goes on with an exception or as that of another.

    The first is None where that is not known.
    """
    found = _EXCEPTION.match(text, end)
    if found and licence:
        called = found["which"].lower().removeprefix("gnu ").strip(" \t-")
        known = _EXCEPTIONS.get(called)
        fits = known is not None and (known == "LLVM-exception") is (licence == "Apache-2.0")
        return (normalise(f"{licence} WITH {known}") if fits else None), found.end()
    of_address = text[start - 1 : start] == "/" and text.startswith("-", end)
    return (None, end) if _GOES_ON.match(text, end) and not of_address else None


def expressions(text: str) -> Iterator[Said]:
    """The SPDX expressions in a text that are more than ids with versions and one word between them."""
    for match in _EXPRESSION.finditer(text) if _OPERATOR.search(text) else ():
        written = " ".join(match.group().split())
        if written.count("(") != written.count(")"):
            written = written.strip("()")
        operands = re.findall(r"[^()\s]+", written)[::2]
        words = set(re.findall(r"[^()\s]+", written)[1::2])
        if not any(each == spelled(each) or (_NUMBERED.fullmatch(each) and spelled(each)) for each in operands):
            continue  # no licence is among them
        expression = normalise(written)
        plain = all(spelled(each) and _NUMBERED.fullmatch(each) for each in operands)
        if expression is None or not plain or len(words) > 1:
            yield expression, *match.span()


def neighbours(text: str, names: Iterable[tuple[int, int]]) -> Iterator[Said]:
    """The short ids directly beside names, and beside those again."""
    names = tuple(names)
    if not names or not _HAS_SHORT.search(text):
        return
    seen = {start for start, _ in names}
    for start, end in names:
        while (found := _BEFORE.search(text, max(0, start - _NEAR), start)) and _is_new(found, seen):
            start = found.start()
            seen.add(start)
            yield spelled(found["id"]), *found.span("id")
        while (found := _BEHIND.match(text, end)) and _is_new(found, seen):
            end = found.end()
            seen.add(found.start("id"))
            yield spelled(found["id"]), *found.span("id")


def _is_new(found: re.Match[str], seen: set[int]) -> bool:
    return found.start("id") not in seen and bool(found["choice"] or not found["rare"])
