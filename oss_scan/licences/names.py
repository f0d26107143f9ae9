"""Names of licences as people write them, in English and Dutch."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from operator import attrgetter

from oss_scan.licences.addresses import addresses
from oss_scan.licences.beside import expressions, going_on, neighbours
from oss_scan.licences.caseless import Caseless, begun, lower
from oss_scan.licences.known_names import LATER, letters, names
from oss_scan.licences.spdx import ids, normalise, spelled
from oss_scan.regex import regex

_VAGUE = Caseless(
    r"(?<![\w.-])(EUPL|(?:European Union|Mozilla|Eclipse|(?:(?:Lesser|Library|Affero) )?General) Public Licen[cs]e"
    r"|[AL]?GPL|BSD|Apache|[ME]PL|Creative Commons|CC-?0)\b"
)
_VAGUE_HINTS = frozenset({"eupl", "public", "gpl", "agpl", "lgpl", "bsd", "apache", "mpl", "epl", "creative", "cc"})
_COUNTRY = regex(
    r"[ ,(/-]{1,3}(?:(?P<NL>NL|Nederland|(?:The )?Netherlands)|(?P<DE>DE|Germany|Deutschland|Duitsland)"
    r"|(?P<BE>BE|Belgium|België)|(?P<FR>FR|France)|(?P<US>US|United States)|(?P<UK>UK|England)|(?P<IGO>IGO))\b"
)
_OF_LICENCES = regex(r"licen|\bunder\b|\bonder\b|\bopen[- ]source(?: \w+)? \(\Z", re.IGNORECASE)
_FOR_CODE = regex(r" (?:for|voor) (?:\w+ ){0,2}(?:code|software|broncode|rest)\b", re.IGNORECASE)
_WORD = regex(r"[^\W_]")
_TO_LICENCE = regex(r"\]\((?:\.?/)?LICEN[CS]E\b", re.IGNORECASE)
#: What may be an SPDX id with a version.
_ID = regex(
    r"(?<![\w./-])(?<!\b(?:Affero|Lesser)\s)(?<!\bLibrary\s)(?P<id>[A-Za-z][A-Za-z0-9]{0,30}(?:-[A-Za-z0-9]{1,30}){0,6}-\d(?:[\d.]{0,8}\d)?(?:-[A-Za-z]{1,20}){0,3})"
    rf"{LATER}(?![\w/+-])",
    re.IGNORECASE,
)
#: What may be an id without one, and what says so, in lower case; and rows of letters of which one stands in that.
_ARTICLE = r"(?:[ \t](?:the|de|an?|een))?"
_MARKED = begun({"licen": r"(?P<label>[cs]e|tie)[ \t]{0,3}[:=|]", "under": _ARTICLE, "onder": _ARTICLE})
_LABELLED = regex(
    rf"(?:{_MARKED})"
    r"[ \t]{1,4}(?P<id>[\da-z][\w-]{1,20})(?P<so>[ -]licen(?:[cs]e|tie)\b)?"
    r"(?=[ \t]{0,4}(?:[.,;()|\n]|\Z)|(?<=e))"
)
#: One that a text begins with, or that has `licensed` behind it.
_FIRST = regex(r"[#*\s]{0,9}(0BSD|ISC|WTFPL|Unlicense)(?=[.,;\n]|\Z)")
_LICENSED = regex(r"\b([A-Z\d]{3,8})[- ]licen[cs]ed\b")
#: One before whose the work is.
_OWNED = regex(r"(?<![\w-])(ISC|0BSD|WTFPL|Unlicense)(?= (?:©|\([cC]\))[ \d])")
_LABELS, _DONE = frozenset(("license", "licence", "licentie", "under", "onder")), frozenset(("licensed", "licenced"))
_SHORT = frozenset(("isc", "bsd", "wtfpl", "unlicense"))
#: Characters of a text of which is kept what it names, and names of which each is looked at: what follows is unknown.
_LONG, _MOST = 2000, 1_000
_NUMBERED = regex(r"-\d")
_TAG = regex(r"SPDX-License-Identifier:[ \t]*([^\r\n]{1,200})")


@dataclass(frozen=True, slots=True)
class Named:
    """A licence that a text names: the expression (None where its version is not said) and where."""

    expression: str | None
    start: int
    end: int
    form: str  # tag, url, expression, name


_START = attrgetter("start")


def find_all(text: str) -> tuple[Named, ...]:
    """Every licence that a text names, in order."""
    return _kept(text) if len(text) <= _LONG else _found_in(text)


@lru_cache(maxsize=512)  # what a sentence names is asked for several times
def _kept(text: str) -> tuple[Named, ...]:
    return _found_in(text)


def _found_in(text: str) -> tuple[Named, ...]:
    found: list[Named] = []
    lowered = text.lower()
    held = letters(lowered)
    urls = (Named(*said, "url") for said in addresses(text, lowered))
    whole = (Named(*said, "expression") for said in expressions(text))
    for each in (_tags(text), urls, whole, _spdx(text), _names(text, held), _labelled(text, held), _vague(text, held)):
        _add(found, islice(each, _MOST + 1))
    beside = (Named(*said, "expression") for said in neighbours(text, [(each.start, each.end) for each in found]))
    _add(found, islice(beside, _MOST + 1))
    if len(found) > _MOST:
        found[_MOST:] = [Named(None, found[_MOST].start, len(text), "expression")]
    return tuple(found)


def _add(found: list[Named], more: Iterable[Named]) -> None:
    """Put more in their places, but for those that lie over one that is there."""
    for each in more:
        at = bisect_left(found, each.end, key=_START)  # those that begin before it ends, beside it or where it is
        if not at or found[at - 1].end <= each.start:
            found.insert(at, each)


def expression_of(written: str) -> str | None:
    """What a short declaration means: an SPDX expression, else the one licence whose name it is."""
    written = written.strip().strip("\"'`").strip()
    if not written or len(written) > 300:
        return None
    exact = normalise(written)
    if exact or _SLASHED.fullmatch(written):
        return exact or normalise(written.replace("/", " OR "))
    later = normalise(written.removesuffix("-or-later") + "+") if written.endswith("-or-later") else None
    if later:
        return later
    linked = _LINKED.fullmatch(written)
    if linked:
        return _of_link(linked["name"], linked["url"])
    found = find_all(written)
    if len({each.expression for each in found}) != 1 or found[0].expression is None:
        return None
    edges = [0, *(edge for each in found for edge in (each.start, each.end)), len(written)]
    rest = " ".join(written[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    same = "|".join(each.partition("-")[0] for each in ids(found[0].expression))
    return found[0].expression if _IDLE.fullmatch(re.sub(rf"\b(?:{same})\b", "", rest, flags=re.IGNORECASE)) else None


#: A name, and where its text stands.
_LINKED = regex(r"(?P<name>[^()<>\n]{1,80}?)[ ,:]{0,3}[(<](?:see )?(?P<url>https?://[^\s()<>]{1,200})[)>]")
_OF_TEXT = regex(r"/(?:licen[cs]e|copying)(?:\.\w{2,4})?$", re.IGNORECASE)


def _of_link(name: str, url: str) -> str | None:
    """What a name with an address behind it means: they agree, or the address tells the version."""
    said, told = expression_of(name), {each.expression for each in find_all(url)}
    expression = told.pop() if len(told) == 1 else None
    if expression is None:
        return said if not told and _OF_TEXT.search(url) else None
    if said in (expression, f"{expression}-only", f"{expression}-or-later"):
        return said
    vague = [name[each.start : each.end].lower() for each in find_all(name)]
    same = said is None and vague and all(expression.lower().startswith(f"{each}-") for each in vague)
    return expression if same else None


_SLASHED = regex(r"[A-Za-z0-9.+-]+(?: ?/ ?[A-Za-z0-9.+-]+)+")
_IDLE = regex(
    r"(?:[\W_]|\b(?:the|de|licen[cs]e[ds]?|licentie|software|gnu|under|version)\b)*",
    re.IGNORECASE,
)


def _tags(text: str) -> Iterator[Named]:
    for match in _TAG.finditer(text):
        written = re.split(r"\*/|-->|#}|\s{3,}", match.group(1))[0].strip().strip("\"',;`*")
        yield Named(normalise(written), match.start(), match.end(), "tag")


def _spdx(text: str) -> Iterator[Named]:
    for match in _ID.finditer(text) if _NUMBERED.search(text) else ():
        expression = spelled(match.group()) or spelled(match["id"])
        if expression:
            if expression != match.group():
                expression = _told(expression, bool(match["later"]), bool(match["only"]))
            yield _whole(text, expression, *match.span())


def _labelled(text: str, held: frozenset[str]) -> Iterator[Named]:
    """Ids without a version, where the words before them say that they are that of a licence."""
    for match in () if held.isdisjoint(_LABELS) else _LABELLED.finditer(lower(text)):
        written = text[match.start("id") : match.end("id")]
        licence = spelled(written)
        if licence and (match["label"] or match["so"] or sum(map(str.isupper, written)) > 1):
            yield Named(licence, *match.span("id"), "name")
    first = _FIRST.match(text)
    licensed = () if held.isdisjoint(_DONE) else _LICENSED.finditer(text)
    owned = () if held.isdisjoint(_SHORT) else _OWNED.finditer(text)
    for bare in chain([first] if first else [], licensed, owned):
        licence = spelled(bare[1])
        if licence:
            yield Named(licence, *bare.span(1), "name")


def _names(text: str, held: frozenset[str]) -> Iterator[Named]:
    for pattern, licence in names(held):
        for number, match in enumerate(pattern.finditer(text)):
            if number == _MOST:
                yield Named(None, match.start(), len(text), "expression")
                break
            if (
                text[match.start() : match.end()] == "MIT"
                and _WORD.search(text, 0, match.start())
                and not _FOR_CODE.match(text, match.end())
                and not _OF_LICENCES.search(text, max(0, match.start() - 80), match.start())
                and not _TO_LICENCE.match(text, match.end())
            ):
                continue  # the institute
            version = match.groupdict().get("version") or ""
            plain = licence.format(version if "." in version else f"{version}.0")
            country = _COUNTRY.match(text, match.end()) if licence.startswith("CC-BY") and version < "4" else None
            if country:
                yield Named(spelled(f"{plain}-{country.lastgroup}"), match.start(), country.end(), "name")
                continue
            later = bool(match["later"] or match.groupdict().get("least"))
            yield _whole(text, _told(plain, later, bool(match["only"] or match.groupdict().get("just"))), *match.span())


def _whole(text: str, licence: str | None, start: int, end: int) -> Named:
    """A name with what it goes on with."""
    more = going_on(text, licence, start, end)
    return Named(more[0], start, more[1], "expression") if more else Named(licence, start, end, "name")


def _told(licence: str, later: bool, only: bool) -> str | None:
    if only:
        return spelled(f"{licence}-only") or spelled(licence)
    if not later:
        return spelled(licence)
    return spelled(f"{licence}-or-later") or spelled(f"{licence}+")


def _vague(text: str, held: frozenset[str]) -> Iterator[Named]:
    for match in () if held.isdisjoint(_VAGUE_HINTS) else _VAGUE.finditer(text):
        yield Named(None, match.start(), match.end(), "name")
