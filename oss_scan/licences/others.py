"""That a short text names more than what is known of it: another licence, an exception, or one without its version."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.doubts import names_content
from oss_scan.licences.known_names import GAP
from oss_scan.licences.names import Named, find_all
from oss_scan.licences.spdx import families, for_content, ids
from oss_scan.regex import regex

#: What a name without a version is in lower case, by how an id begins.
_CALLED = {
    "eupl": ("european union public licence", "european union public license"),
    "cc": ("creative commons",),
    "cc0": ("creative commons",),
    "gpl": ("general public licence", "general public license"),
    "lgpl": ("lesser general public license", "library general public license"),
    "agpl": ("affero general public license",),
    "mpl": ("mozilla public licence", "mozilla public license"),
    "epl": ("eclipse public licence", "eclipse public license"),
}
#: A licence by a name that begins with capitals, also where the name goes on below a line of a comment.
_LICENCE = regex(
    rf"\b[A-Z][\w.'-]*(?:{GAP}(?:(?:of|and){GAP})?[A-Z][\w.'-]*){{0,6}}{GAP}Licen[cs]es?\b(?!{GAP}[Aa]greement)",
)
_WORD = regex(r"[^\W\d_]+")
#: Words with which no name of a licence can do alone.
_PLAIN = regex(
    r"a|all|an|and|by|code|commercial|content|copyright|de|deze|dit|documentation|dual|een|for|free|full|general|generic|het"
    r"|international|is|its|licensed|main|of|onder|open|or|our|project|public|see|software|source|spdx|standard|that|the"
    r"|these|this|under|universal|unported|version|volledige|with|your|zie"
)
#: That a name of few letters is that of a licence: around it.
_OF_LICENCES = regex(r"licen[cs]|licenti|\bunder\b|\bonder\b", re.IGNORECASE)
_COMPATIBLE = regex(r"\bcompatib|\bother licen|\bandere licen", re.IGNORECASE)
_BEFORE, _BEHIND = 60, 20
#: Between two names that belong together.
_JOINS = regex(
    r"[\s`'\"*_)\]]{0,4}(?:[/|&+,]|\)\s?\(|\b(?:and|or|en|of|and/or|en/of|plus)\b)[\s`'\"*_(\[]{0,4}(?:(?:the|de|GNU)\s)?",
    re.IGNORECASE,
)
#: Beside a name, that of another licence that is not known.
_AND_ONE = regex(r"\blicen[cs]e\s*(?:[+&/,]|\b(?:and|or|en|of)\b)\s*\Z", re.IGNORECASE)
_AND_ONE_MORE = regex(r"\s*[+&/]\s*(?:[\w.-]{1,30} ){1,3}licen[cs]e\b", re.IGNORECASE)
_AND_WORD = regex(
    r"\s*(?:[+&/]|\b(?:and|or|en|of)\b)\s*(?!(?:licen|later|up\b|newer|above|hoger))[\w.-]{1,30}\W{0,5}\Z",
    re.IGNORECASE,
)
#: Characters of a text in which each name is that of a licence.
_FEW = 80
#: That more is permitted than the licence does.
_EXCEPTS = Caseless(
    r"\bspecial exceptions?\b|\badditional permissions?\b|\bfollowing (?:exceptions?|exemptions?)\b"
    r"|\b(?:runtime library|classpath|linking|font|foss|floss|openssl) exception\b",
)
#: Names of licences that are not open, and how their ids begin.
_CLOSED = regex(
    r"\b(?:Business Source|Functional Source|Elastic|Server Side Public|PolyForm|Commons Clause)\b", re.IGNORECASE
)
_CLOSED_STEMS = {"busl", "elastic", "sspl", "polyform"}
#: That there is a choice of several.
_SEVERAL = Caseless(r"\b(?:dual|triple)\b")
#: That the other one of a choice is no open one.
_PAID = Caseless(r"\bor\s(?:under\s)?(?:an?\s|the\s)?commercial\slicen[cs]e\b")
#: That a line on its own goes on with a choice.
_OR_ABOVE, _NEAR_ABOVE = regex(r"\b(?:or|of)\W{0,8}\Z", re.IGNORECASE), 20
#: Characters before a name that still belong to it, and what stands between one and its address.
_NEAR, _TO_NAME = 3, regex(r"\W{0,4}(?:https?://[\w.-]{0,40}/?)?")


def called(licences: Collection[str]) -> frozenset[str]:
    """What people call these licences without a version, in lower case."""
    stems = {each.split("-")[0].lower() for each in licences}
    return frozenset(stems.union(*(_CALLED.get(stem, ()) for stem in stems)))


def names_another(text: str, found: Sequence[Named]) -> bool:
    """Whether a text that names licences has one besides of which it is not known which it is, or an exception."""
    named = [each for each in found if each.expression]
    if not named or any(each.form == "tag" for each in found):
        return False
    stems = {licence.split("-")[0].lower() for each in named for licence in families(each.expression or "")}
    if any(_is_unknown(text, each, called(stems)) for each in found):
        return True
    joined = (pair for pair in pairwise(found) if _JOINS.fullmatch(text, pair[0].end, pair[1].start))
    vague = (each for pair in joined for each in pair if not each.expression)
    if any(text[each.start : each.end].lower() not in called(stems) for each in vague):
        return True
    if any(_has_unknown_beside(text, each, found) for each in named):
        return True
    if len(stems) == 1 and _SEVERAL.search(text) and not _PAID.search(text):
        return True
    if _EXCEPTS.search(text) and not any(" WITH " in (each.expression or "") for each in named):
        return True
    return any(_is_other(text, each, found, stems) for each in _LICENCE.finditer(text))


def unknown(line: str, ours: Collection[str]) -> Iterator[int]:
    """Where a line names licences, by a name of capitals, that are not known and none of `ours`."""
    if "Licen" not in line:
        return
    stems = {each.split("-")[0].lower() for each in ours}
    found = find_all(line)
    other = (each for each in _LICENCE.finditer(line) if _is_other(line, each, found, stems))
    yield from (each.start() for each in other if not _initials(each.group()).endswith(tuple(stems)))  # SIL Open Font


def _has_unknown_beside(text: str, named: Named, found: Sequence[Named]) -> bool:
    """Whether the licence that is joined to a name is none of those that were found."""
    before = _AND_ONE.search(text, max(0, named.start - _BEFORE), named.start)
    goes_on = named.form == "url" and text.startswith("/", named.end)  # with the rest of the address
    few = len(text) <= _FEW and not goes_on
    behind = _AND_ONE_MORE.match(text, named.end) or (few and _AND_WORD.match(text, named.end))
    return any(
        not any(each is not named and each.start < place.end() and each.end > place.start() for each in found)
        for place in (before, behind)
        if place
    )


def _is_unknown(text: str, name: Named, ours: Collection[str]) -> bool:
    """Whether a name without a version is that of a licence for programs that is not named besides."""
    written = text[name.start : name.end].lower()
    if name.expression or name.form != "name" or written in ours or names_content(text, name):
        return False
    before = max(0, name.start - _BEFORE)
    return bool(
        (len(text) <= _FEW or _OF_LICENCES.search(text, before, name.end + _BEHIND))
        and not _COMPATIBLE.search(text, before, name.end + _BEHIND)
    )


def _is_other(text: str, phrase: re.Match[str], found: Sequence[Named], stems: set[str]) -> bool:
    start, end = phrase.span()
    if any(each.end >= start - _NEAR and _TO_NAME.fullmatch(text, end, max(end, each.start)) for each in found):
        return False
    written = [word.lower() for word in _WORD.findall(phrase.group())]
    initials = _initials(phrase.group())
    if _CLOSED.search(phrase.group()):
        return stems.isdisjoint(_CLOSED_STEMS)  # also as a title
    words = {word for word in written[:-1] if not _PLAIN.fullmatch(word)}
    if initials in stems or (initials == "gpl" and "lgpl" in stems):
        return False
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end) % (len(text) + 1)
    alone = not _WORD.search(text, first, start) and not _WORD.search(text, end, last)
    title = alone and not _OR_ABOVE.search(text, max(0, first - _NEAR_ABOVE), first)
    return bool(words) and not title and not words & stems


def _initials(phrase: str) -> str:
    """The first letters of a name in lower case, as an id has them."""
    return "".join(word[0].lower() for word in _WORD.findall(phrase) if word.lower() not in ("the", "gnu", "of"))


def leaves_open(text: str, expression: str) -> bool:
    """Whether all that a text names, licences for content aside, is this expression or its name without a version."""
    words = called(ids(expression))
    found = find_all(text)
    named = [each for each in found if not (each.expression and for_content(each.expression))] or found
    return bool(named) and all(
        families(each.expression) <= families(expression)
        if each.expression
        else text[each.start : each.end].lower() in words
        for each in named
    )
