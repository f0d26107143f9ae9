"""Names and addresses of licences as people write them, in English and Dutch."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.spdx import normalise, spelled

#: Between two words of a name: a space, or the end of a line and the mark of a comment.
GAP = r"(?:[ \t\r]{1,8}|[ \t\r]{0,40}(?:\*[ \t\r]{0,8})?\n[ \t]{0,20}(?:[*;>#]|//|--)?[ \t]{0,8})"
# between a name and its version
_V = r"[\s,/(*#-]{0,6}(?:either )?(?:v|versie|version)?[\s.*#/]{0,6}"
_LATER = (
    r"(?:(?P<later>[\s,(]{0,5}(?:\+|-or-later"
    r"|(?:or|of)(?:,? \(?(?:at your option|naar keuze)\)?,?)? (?:any |een )?(?:later|latere|hoger|newer)))"
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
    r"|(?-i:MIT)(?=\W{0,3}(?:\Z|[.;,)]|\b(?:and|or|en|of)\b))"
)
_CC, _NON, _NO_DERIVS = r"[1234]\.[05]", r"Non-?Commercial", r"No[ -]?Deriv(?:ative|ation)?s?(?: Works)?"
#: Each: pattern, id with `{}` for the version, words of which one stands there in lower case. The more particular come
#: first, since what they cover is spent.
_NAMES = tuple(
    (_named(words, versions), licence, hints)
    for words, versions, licence, *hints in (
        (_EUPL, r"1\.[012]", "EUPL-{}", "eupl", "public", "licentie"),
        (r"(?:GNU )?(?:AGPL|Affero General Public Licen[cs]e)", r"3(?:\.0)?|1(?:\.0)?", "AGPL-{}", "agpl", "affero"),
        (
            r"(?:GNU )?(?:LGPL|(?:Lesser|Library) General Public Licen[cs]e)",
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
        (_MIT, "", "MIT", "mit", "expat"),
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
#: Creative Commons made its licences before 4.0 for one country, too; SPDX lists few of those.
_PORT = r"(?<!4\.0)/(?:[a-z]{2}|igo|scotland)\b"
PORTED = re.compile(rf"creativecommons\.org/licenses/[a-z-]{{2,8}}/[123]\.[05]{_PORT}", re.IGNORECASE)
_COUNTRY = re.compile(
    r"[ ,(/-]{1,3}(?:(?P<NL>NL|Nederland|(?:The )?Netherlands)|(?P<DE>DE|Germany|Deutschland|Duitsland)"
    r"|(?P<BE>BE|Belgium|België)|(?P<FR>FR|France)|(?P<US>US|United States)|(?P<UK>UK|England)|(?P<IGO>IGO))\b"
)
#: Each: pattern, id, and the host in lower case without which it need not be looked for.
_URLS = tuple(
    (re.compile(pattern, re.IGNORECASE), licence, host)
    for host, pattern, licence in (
        (
            "spdx.org",
            r"spdx\.org/licenses/([A-Za-z0-9.+-]+?)(?:\.(?:html|json|txt))?(?=[\s>)\]\"'#,;]|\.?\Z|\.\s)",
            "{}",
        ),
        (
            "ec.europa.eu",
            r"(?:joinup|interoperable-europe)\.ec\.europa\.eu/\S{0,200}eupl[-_]?text[-_]?(?:eupl)?[-_]?(?:v)?1\.?([012])\b",
            "EUPL-1.{}",
        ),
        (
            "ec.europa.eu",
            r"(?:joinup|interoperable-europe)\.ec\.europa\.eu/\S{0,200}eupl[-_ ]?v?1\.([012])\b",
            "EUPL-1.{}",
        ),
        ("eupl.eu", r"eupl\.eu/1\.([012])\b", "EUPL-1.{}"),
        ("opensource.org", r"opensource\.org/licen[cs]es?/mit-license(?:\.\w+)?()(?![\w-])", "MIT"),
        ("opensource.org", r"opensource\.org/licen[cs]es?/([A-Za-z0-9.+-]*[A-Za-z0-9])", "{}"),
        ("choosealicense.com", r"choosealicense\.com/licenses/([a-z0-9.-]*[a-z0-9])", "{}"),
        ("gnu.org", r"gnu\.org/licenses/(?:old-licenses/)?((?:a|l)?gpl-[123]\.[01])", "{}"),
        ("apache.org", r"apache\.org/licenses/LICENSE-(2\.0|1\.1)", "Apache-{}"),
        ("mozilla.org", r"mozilla\.org/(?:en-US/)?MPL/(2\.0|1\.1)", "MPL-{}"),
        ("eclipse.org", r"eclipse\.org/legal/epl-v?([12])", "EPL-{}.0"),
        ("creativecommons.org", r"creativecommons\.org/publicdomain/zero/(1\.0)", "CC0-{}"),
        (
            "creativecommons.org",
            rf"creativecommons\.org/licenses/(by(?:-nc)?(?:-sa|-nd)?/[1234]\.[05](?:{_PORT})?)",
            "CC-{}",
        ),
        ("boost.org", r"boost\.org/LICENSE_1_0\.txt()", "BSL-1.0"),
        ("postgresql.org", r"postgresql\.org/about/licen[cs]e(?:\b|/)()", "PostgreSQL"),
        ("w3.org", r"w3\.org/Consortium/Legal/2015/copyright-software-and-document()", "W3C-20150513"),
    )
)
_OF_LICENCES = re.compile(r"licen|\bunder\b|\bonder\b", re.IGNORECASE)
#: What may be an SPDX id with a version.
_ID = re.compile(
    r"(?<![\w./-])(?P<id>[A-Za-z][A-Za-z0-9]{0,30}(?:-[A-Za-z0-9]{1,30}){0,6}-\d(?:[\d.]{0,8}\d)?(?:-[A-Za-z]{1,20}){0,3})"
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
    form: str  # tag, url, name


def find_all(text: str) -> tuple[Named, ...]:
    """Every licence that a text names, in order."""
    return _kept(text) if len(text) <= _LONG else _found_in(text)


@lru_cache(maxsize=512)  # what a sentence names is asked for several times
def _kept(text: str) -> tuple[Named, ...]:
    return _found_in(text)


def _found_in(text: str) -> tuple[Named, ...]:
    found: list[Named] = []
    starts: list[int] = []
    lowered = text.lower()
    for each in (*_tags(text), *_urls(text, lowered), *_spdx(text), *_names(text, lowered), *_vague(text, lowered)):
        at = bisect_left(starts, each.end)  # those that begin before it ends, and so lie beside it or meet it
        if not at or found[at - 1].end <= each.start:
            starts.insert(at, each.start)
            found.insert(at, each)
    return tuple(found)


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
    return found[0].expression if _IDLE.fullmatch(rest) else None


_SLASHED = re.compile(r"[A-Za-z0-9.+-]+(?:/[A-Za-z0-9.+-]+)+")
_IDLE = re.compile(
    r"(?:[\W_]|\b(?:the|de|licen[cs]e[ds]?|licentie|software|gnu|under|version|eupl|mit|gpl|lgpl|agpl)\b)*",
    re.IGNORECASE,
)


def _tags(text: str) -> Iterator[Named]:
    for match in _TAG.finditer(text):
        written = re.split(r"\*/|-->|#}|\s{3,}", match.group(1))[0].strip().strip("\"',;`*")
        yield Named(normalise(written), match.start(), match.end(), "tag")


def _urls(text: str, lowered: str) -> Iterator[Named]:
    for pattern, licence, host in _URLS if "/" in text else ():
        for match in pattern.finditer(text) if host in lowered else ():
            written = licence.format(match.group(1).replace("/", "-").upper() if licence == "CC-{}" else match.group(1))
            expression = _URL_NAMES.get(written.lower()) or spelled(written)
            yield Named(expression, match.start(), match.end(), "url")


#: What sites call a licence where that is no SPDX id.
_URL_NAMES = {
    "agpl-3.0": "AGPL-3.0",
    "bsd-3-clause-clear": "BSD-3-Clause-Clear",
    "apache2.0": "Apache-2.0",
}


def _spdx(text: str) -> Iterator[Named]:
    for match in _ID.finditer(text) if _NUMBERED.search(text) else ():
        expression = spelled(match.group()) or spelled(match["id"])
        if expression:
            if expression != match.group():
                expression = _told(expression, bool(match["later"]), bool(match["only"]))
            yield Named(expression, match.start(), match.end(), "name")


def _names(text: str, lowered: str) -> Iterator[Named]:
    for pattern, licence, hints in _NAMES if _HINTED.search(lowered) else ():
        for match in pattern.finditer(text) if any(hint in lowered for hint in hints) else ():
            if (
                text[match.start() : match.end()] == "MIT"
                and match.start()
                and not _OF_LICENCES.search(text, max(0, match.start() - 80), match.start())
            ):
                continue  # the institute
            version = match.groupdict().get("version") or ""
            plain = licence.format(version if "." in version else f"{version}.0")
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
