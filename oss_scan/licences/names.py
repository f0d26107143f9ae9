"""Names of licences as people write them, in English and Dutch."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from oss_scan.licences.addresses import addresses
from oss_scan.licences.beside import GOES_ON, expressions, neighbours
from oss_scan.licences.caseless import Caseless
from oss_scan.licences.spdx import ids, normalise, spelled

#: Between two words of a name: a space, or the end of a line and the mark of a comment.
GAP = r"(?:[ \t\r]{1,8}|[ \t\r]{0,40}(?:\*[ \t\r]{0,8})?\n[ \t]{0,20}(?:[*;>#]|//|--)?[ \t]{0,8})"
# between a name and its version
_V = r"[\s,/(*#-]{0,6}(?:either )?(?:v|versie|version)?[\s.*#/]{0,6}"
_LATER = (
    r"(?:(?P<later>[\s,(]{0,5}(?:\+|-or-later"
    r"|(?:or|of)(?:,? \(?(?:at your option|naar keuze)\)?,?)? (?:any |een )?"
    r"(?:later|latere|hoger|newer|higher|greater|above)))"
    r"|(?P<only>[\s,(-]{1,3}only\b))?"
)


def _named(words: str, versions: str = "") -> Caseless | re.Pattern[str]:
    words = re.sub(r"(?<![\[?]) (?!\?)", lambda _: GAP, words)
    version = rf"{_V}(?P<version>{versions})(?![\d.]*\d)" if versions else ""
    pattern = rf"(?<![\w.-])(?:{words}){version}{_LATER}"
    return re.compile(pattern, re.IGNORECASE) if "(?-i:" in pattern else Caseless(pattern)


_EUPL = "|".join(
    f"{name}(?: ?\\(EUPL\\))?"
    for name in (
        "EUPL",
        "European Union(?:'s)? Public Licen[cs]e",
        "Europese Unie Publieke Licentie",
        "Openbare Licentie van de Europese Unie",
    )
)
_MIT = (
    r"(?:MIT|Expat)[ -]licen(?:[cs]e|tie)|The MIT Licen[cs]e"
    r"|(?-i:MIT)(?=\W{0,3}(?:\Z|[.;,)]|\b(?:and|or|en|of)\b)|\]\(| ?©)"
)
_CC, _NON, _NO_DERIVS = r"[1234]\.[05]", r"Non-?Commercial", r"No[ -]?Deriv(?:ative|ation)?s?(?: Works)?"
#: Each: pattern, id with `{}` for the version, words of which one stands there in lower case. The more particular come
#: first, since what they cover is spent.
_NAMES = tuple(
    (_named(words, versions), licence, hints)
    for words, versions, licence, *hints in (
        (_EUPL, r"1\.[012]", "EUPL-{}", "eupl", "public", "licentie"),
        (
            r"(?:GNU )?(?:AGPL|Affero(?: |-)(?:GPL|(?:GNU )?General Public Licen[cs]e))",
            r"3(?:\.0)?|1(?:\.0)?",
            "AGPL-{}",
            "agpl",
            "affero",
        ),
        (
            r"(?:GNU )?(?:LGPL|(?:Lesser|Library)(?: |-)(?:GPL|General Public Licen[cs]e))",
            r"2\.1|[23](?:\.0)?",
            "LGPL-{}",
            "lgpl",
            "lesser",
            "library",
        ),
        (r"(?:GNU )?(?:GPL|General Public Licen[cs]e)", r"[123](?:\.0)?", "GPL-{}", "gpl", "general"),
        (r"Apache(?: Software)?(?: Licen[cs]e|-licentie)?", r"2(?:\.0)?|1\.1", "Apache-{}", "apache"),
        (r"(?:MPL|Mozilla Public Licen[cs]e)", r"2(?:\.0)?|1\.1", "MPL-{}", "mpl", "mozilla"),
        (r"(?:EPL|Eclipse Public Licen[cs]e)", r"[12](?:\.0)?", "EPL-{}", "epl", "eclipse"),
        (r"(?:CC-?0|CC0 Universal|Creative Commons(?: Zero| CC0))", r"1\.0", "CC0-{}", "cc0", "cc-0", "commons"),
        *(
            (rf"(?:CC[ -]BY[ -]{short}|Creative Commons Attribution[ -]{{1,3}}{long})", _CC, each, "cc", "commons")
            for each, short, long in (
                ("CC-BY-NC-SA-{}", "NC[ -]SA", rf"{_NON}[ -]{{1,3}}Share[ -]?Alike"),
                ("CC-BY-NC-ND-{}", "NC[ -]ND", rf"{_NON}[ -]{{1,3}}{_NO_DERIVS}"),
                ("CC-BY-NC-{}", "NC", _NON),
                ("CC-BY-ND-{}", "ND", _NO_DERIVS),
            )
        ),
        (r"(?:CC-?0|Creative Commons Zero)(?: licen[cs]e)?", "", "CC0-1.0", "cc0", "cc-0", "zero"),  # there is no other
        (
            r"(?:CC[ -]BY[ -]SA|Creative Commons Attribution[ -]Share ?Alike)",
            _CC,
            "CC-BY-SA-{}",
            "cc",
            "commons",
        ),
        (
            r"(?:CC[ -]BY(?![ -](?:NC|ND|SA))|Creative Commons Attribution)",
            _CC,
            "CC-BY-{}",
            "cc",
            "commons",
        ),
        (r"MIT(?: Licen[cs]e)?(?: with)? No[ -]Attribution(?: Licen[cs]e)?", "", "MIT-0", "mit"),
        (_MIT, "", "MIT", "mit", "expat"),
        (r"BSD[ -]3[ -]clause[ -]clear(?: licen[cs]e)?", "", "BSD-3-Clause-Clear", "bsd"),
        (
            r"(?:New|Modified|3[ -]clause) BSD(?: licen[cs]e)?|BSD[ -]3[ -]clause(?![ -]clear)(?: licen[cs]e)?",
            "",
            "BSD-3-Clause",
            "bsd",
        ),
        (
            r"(?:Simplified|2[ -]clause) BSD(?: licen[cs]e)?|BSD[ -]2[ -]clause(?: licen[cs]e)?",
            "",
            "BSD-2-Clause",
            "bsd",
        ),
        (r"ISC licen[cs]e", "", "ISC", "isc"),
        (r"(?:PSF|Python Software Foundation) Licen[cs]e", "2", "PSF-{}", "psf", "python"),
        (r"CNRI'?s? Python(?: 1\.6)?\s+licen[cs]e", "", "CNRI-Python", "cnri"),
        (r"The Unlicense", "", "Unlicense", "unlicense"),
        (r"Boost Software Licen[cs]e", r"1(?:\.0)?", "BSL-{}", "boost"),
    )
)
_HINTED = re.compile("|".join(sorted({hint for _, _, hints in _NAMES for hint in hints})))
_VAGUE = Caseless(r"(?<![\w.-])(EUPL|European Union Public Licen[cs]e|[AL]?GPL|BSD|Apache|Creative Commons|CC-?0)\b")
_VAGUE_HINTS = ("eupl", "european", "gpl", "bsd", "apache", "creative", "cc0")
_COUNTRY = re.compile(
    r"[ ,(/-]{1,3}(?:(?P<NL>NL|Nederland|(?:The )?Netherlands)|(?P<DE>DE|Germany|Deutschland|Duitsland)"
    r"|(?P<BE>BE|Belgium|België)|(?P<FR>FR|France)|(?P<US>US|United States)|(?P<UK>UK|England)|(?P<IGO>IGO))\b"
)
_OF_LICENCES = re.compile(r"licen|\bunder\b|\bonder\b", re.IGNORECASE)
_TO_LICENCE = re.compile(r"\]\((?:\.?/)?LICEN[CS]E\b", re.IGNORECASE)
#: What may be an SPDX id with a version.
_ID = re.compile(
    r"(?<![\w./-])(?<!\b(?:Affero|Lesser)\s)(?<!\bLibrary\s)(?P<id>[A-Za-z][A-Za-z0-9]{0,30}(?:-[A-Za-z0-9]{1,30}){0,6}-\d(?:[\d.]{0,8}\d)?(?:-[A-Za-z]{1,20}){0,3})"
    rf"{_LATER}(?![\w/+-])",
    re.IGNORECASE,
)
#: Characters of a text of which is kept what it names.
_LONG = 2000
_NUMBERED = re.compile(r"-\d")
_TAG = re.compile(r"SPDX-License-Identifier:[ \t]*([^\r\n]{1,200})")


@dataclass(frozen=True, slots=True)
class Named:
    """A licence that a text names: the expression (None where its version is not said) and where."""

    expression: str | None
    start: int
    end: int
    form: str  # tag, url, expression, name


def find_all(text: str) -> tuple[Named, ...]:
    """Every licence that a text names, in order."""
    return _kept(text) if len(text) <= _LONG else _found_in(text)


@lru_cache(maxsize=512)  # what a sentence names is asked for several times
def _kept(text: str) -> tuple[Named, ...]:
    return _found_in(text)


def _found_in(text: str) -> tuple[Named, ...]:
    found: list[Named] = []
    lowered = text.lower()
    urls = (Named(*said, "url") for said in addresses(text, lowered))
    whole = (Named(*said, "expression") for said in expressions(text))
    named = (*_spdx(text), *_names(text, lowered), *_vague(text, lowered))
    _add(found, (*_tags(text), *urls, *whole, *named))
    _add(found, [Named(*said, "expression") for said in neighbours(text, [(each.start, each.end) for each in found])])
    return tuple(found)


def _add(found: list[Named], more: Iterable[Named]) -> None:
    """Put more in their places, but for those that lie over one that is there."""
    starts = [each.start for each in found]
    for each in more:
        at = bisect_left(starts, each.end)  # those that begin before it ends, and so lie beside it or meet it
        if not at or found[at - 1].end <= each.start:
            starts.insert(at, each.start)
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
    found = find_all(written)
    if len({each.expression for each in found}) != 1 or found[0].expression is None:
        return None
    edges = [0, *(edge for each in found for edge in (each.start, each.end)), len(written)]
    rest = " ".join(written[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    same = "|".join(each.partition("-")[0] for each in ids(found[0].expression))
    return found[0].expression if _IDLE.fullmatch(re.sub(rf"\b(?:{same})\b", "", rest, flags=re.IGNORECASE)) else None


_SLASHED = re.compile(r"[A-Za-z0-9.+-]+(?: ?/ ?[A-Za-z0-9.+-]+)+")
_IDLE = re.compile(
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
            more = GOES_ON.match(text, match.end())
            yield Named(None if more else expression, *match.span(), "expression" if more else "name")


def _names(text: str, lowered: str) -> Iterator[Named]:
    for pattern, licence, hints in _NAMES if _HINTED.search(lowered) else ():
        for match in pattern.finditer(text) if any(hint in lowered for hint in hints) else ():
            if (
                text[match.start() : match.end()] == "MIT"
                and match.start()
                and not _OF_LICENCES.search(text, max(0, match.start() - 80), match.start())
                and not _TO_LICENCE.match(text, match.end())
            ):
                continue  # the institute
            version = match.groupdict().get("version") or ""
            plain = licence.format(version if "." in version else f"{version}.0")
            if GOES_ON.match(text, match.end()):
                yield Named(None, *match.span(), "expression")
                continue
            country = _COUNTRY.match(text, match.end()) if licence.startswith("CC-BY") and version < "4" else None
            if country:
                yield Named(spelled(f"{plain}-{country.lastgroup}"), match.start(), country.end(), "name")
                continue
            yield Named(_told(plain, bool(match["later"]), bool(match["only"])), match.start(), match.end(), "name")


def _told(licence: str, later: bool, only: bool) -> str | None:
    if only:
        return spelled(f"{licence}-only") or spelled(licence)
    if not later:
        return spelled(licence)
    return spelled(f"{licence}-or-later") or spelled(f"{licence}+")


def _vague(text: str, lowered: str) -> Iterator[Named]:
    for match in _VAGUE.finditer(text) if any(hint in lowered for hint in _VAGUE_HINTS) else ():
        yield Named(None, match.start(), match.end(), "name")
