"""The names that people give to licences, each with the versions that there are of it."""

import re
from collections.abc import Iterator

from oss_scan.licences.caseless import Caseless
from oss_scan.regex import regex

#: Between two words of a name: a space, or the end of a line and the mark of a comment.
GAP = r"(?:[ \t\r]{1,8}|[ \t\r]{0,40}(?:\*[ \t\r]{0,8})?\n[ \t]{0,20}(?:[*;>#]|//|--)?[ \t]{0,8})"
# between a name and its version
_V = (
    r"[\s,/(*#-]{0,6}(?:either |(?P<just>(?:uitsluitend|alleen|only) (?=v)))?"
    r"(?:v|versie|version)?[\s.*#/]{0,6}(?P<least>>=[ \t]?)?"
)
LATER = (
    r"(?:(?P<later>\+(?!\w)|[\s,(]{1,5}\+(?![ \t]{0,4}\w)|[\s,(]{0,5}(?:-or-later"
    r"|(?:or|of|and|en)(?:,? \(?(?:at your option|naar keuze)\)?,?)? (?:any |een |elke )?"
    r"(?:later|latere|hogere?|newer|nieuwere?|higher|greater|above|subsequent|up)\b"
    r"|(?:o|ou) (?:posterior|superior|successiv|ultérieure?|supérieure?)(?:es|[aeios])?\b"
    r"|oder (?:später|höher|neuer)\w{0,2}\b|(?:eller|tai) (?:senere|nyere|senare|uudempi|myöhempi)\b))"
    r"|(?P<only>[\s,(-]{1,3}(?:only\b"
    r"|(?:(?:and|en|but|maar) )?(?:no|not|not any|geen|niet) (?:later|latere|other|andere) versi(?:on|e)s?\b"
    r"|(?:and|en|but|maar) (?:no|not any|geen|niet)(?: een)? latere?(?: versions?"
    r"| versies?)?\b"
    r"|(?:alleen deze versie|(?:only this version|this version only))\b)))?"
)


#: What may stand behind a name without a space.
_GLUED = ("", "v", "version", "versie", "either")
_LETTERS = regex("[a-z]+")


def letters(lowered: str) -> frozenset[str]:
    """The rows of letters of ASCII in a text in lower case, by which it is seen at once which names it cannot hold."""
    return frozenset(_LETTERS.findall(lowered))


def _named(words: str, versions: str = "") -> Caseless | re.Pattern[str]:
    words = re.sub(r"(?<![\[?]) (?!\?)", lambda _: GAP, words)
    version = rf"{_V}(?P<version>{versions})(?![\d.]*\d)" if versions else ""
    pattern = rf"(?<![\w.-])(?:{words}){version}{LATER}"
    return re.compile(pattern, re.IGNORECASE) if "(?-i:" in pattern else Caseless(pattern)


#: What people put behind a name that says so already; the version comes behind it, told as one where any number might.
_WORD = r"[ -]licen(?:[cs]e|tie)"
_TOO_OF_EU = rf"(?:{_WORD}(?=[ ,(]{{1,3}}(?:v|version|versie)?[ .]{{0,2}}1\.))?"
_TOO = rf"(?:{_WORD}(?=[ ,(]{{1,3}}(?:v|version|versie)[ .]{{0,2}}\d))?"
_EUPL = "|".join(
    f"{name}(?: ?\\(EUPL\\))?{_TOO_OF_EU}"
    for name in (
        "EUPL",
        "European Union(?:'s)? Public Licen[cs]e",
        "Europese Unie Publieke Licentie",
        "Europese Openbare Licentie",
        "Openbare Licentie van de Europese Unie",
    )
)
_MIT = (
    r"(?-i:MIT/X11|X11/MIT)(?:[ -]licen(?:[cs]e|tie))?|(?:MIT|Expat)[ -]licen(?:[cs]e|tie)|The MIT Licen[cs]e"
    r"|(?-i:MIT)[ /]{1,2}\(?(?-i:Expat)\)?"
    r"|(?-i:MIT)(?=\W{0,3}(?:\Z|[.;,)]|\b(?:and|or|en|of)\b)|\]\(| ?(?:©|\([cC]\)|\(https?:| Copyright\b)"
    r"| (?:for|voor) (?:(?:all|the|de|alle) )?(?:source )?(?:code|software|broncode|rest)\b"
    r"| --? see \S{1,200} for (?:the )?licen[cs]e\b)"
    r"|(?:(?<=icensed[ ])|(?<=icense:[ ])|(?<=icence:[ ])|(?<=icentie:[ ]))(?-i:MIT)(?=[ \t\r]*(?:\n|\Z))"
)
_CC, _BY = r"[1234]\.[05]", r"Creative Commons (?:Attribution|Naamsvermelding)"
_NON, _SHARE = r"(?:Non-?Commercial|Niet-?Commercieel)", r"(?:Share[ -]?Alike|Gelijk ?Delen)"
_OF_NON = ("nc", "commercial", "noncommercial", "commercieel", "nietcommercieel")
_NO_DERIVS = r"(?:No[ -]?Deriv(?:ative|ation)?s?(?: Works)?|Geen ?Afgeleide ?Werken)"
_THREE, _TWO = (
    rf"(?:{said}|{number}[ -]clause) BSD(?: licen[cs]e)?"
    rf"|BSD(?:[ -]style)?(?: licen[cs]e[ds]?)?[ ,(-]{{1,3}}{number}[ -]?clau(?:se|sules)(?![ -]clear)"
    r"\)?(?: licen[cs]e)?"
    rf"|BSD[ -]?{figure}(?!-?\w|\.\d)"
    for said, number, figure in (("New|Modified|Revised", "(?:3|three)", "3"), ("Simplified", "(?:2|two)", "2"))
)
#: Each: pattern, id with `{}` for the version, and the rows of `letters` of which one stands there. The more particular
#: come first, since what they cover is spent.
_NAMES = tuple(
    (_named(words, versions), licence, frozenset(f"{hint}{glued}" for hint in hints for glued in _GLUED))
    for words, versions, licence, *hints in (
        (_EUPL, r"1\.[012]", "EUPL-{}", "eupl", "european", "europese"),
        (
            r"(?:GNU )?(?:AGPL|Affero(?: |-)(?:GPL|(?:GNU )?General Public Licen[cs]e))(?: \(AGPL\))?" + _TOO,
            r"3(?:\.0)?|1(?:\.0)?",
            "AGPL-{}",
            "agpl",
            "affero",
        ),
        (
            r"(?:GNU )?(?:LGPL|(?:Lesser|Library)(?: |-)(?:GPL|General Public Licen[cs]e))(?: \(LGPL\))?" + _TOO,
            r"2\.1|[23](?:\.0)?",
            "LGPL-{}",
            "lgpl",
            "lesser",
            "library",
        ),
        (
            r"(?:GNU )?(?:GPL|General Public Licen[cs]e|Algemene Publieke Licentie)(?: \(GPL\))?" + _TOO,
            r"[123](?:\.0)?",
            "GPL-{}",
            "gpl",
            "general",
            "algemene",
        ),
        (r"Apache(?: Software)?(?: Licen[cs]e|[ -]licentie)?|ASL", r"2(?:\.0)?|1\.1", "Apache-{}", "apache", "asl"),
        (r"(?:MPL|Mozilla Public Licen[cs]e)(?: \(MPL\))?" + _TOO, r"2(?:\.0)?|1\.1", "MPL-{}", "mpl", "mozilla"),
        (r"(?:EPL|Eclipse Public Licen[cs]e)(?: \(EPL\))?" + _TOO, r"[12](?:\.0)?", "EPL-{}", "epl", "eclipse"),
        (
            r"Eclipse Distribution Licen[cs]e(?: \(EDL\))?[ ,-]{1,3}(?:v|version)?[ .]{0,2}1\.0",
            "",
            "BSD-3-Clause",  # with other words in its title
            "eclipse",
        ),
        (r"(?:CC-?0|CC0 Universal|Creative Commons(?: Zero| CC0))", r"1\.0", "CC0-{}", "cc", "commons"),
        *(
            (rf"(?:(?:CC|Creative Commons)[ -]BY[ -]{short}|{_BY}[ -]{{1,3}}{long})", _CC, each, *hints)
            for each, short, long, hints in (
                ("CC-BY-NC-SA-{}", "NC[ -]SA", rf"{_NON}[ -]{{1,3}}{_SHARE}", _OF_NON),
                ("CC-BY-NC-ND-{}", "NC[ -]ND", rf"{_NON}[ -]{{1,3}}{_NO_DERIVS}", _OF_NON),
                ("CC-BY-NC-{}", "NC", _NON, _OF_NON),
                ("CC-BY-ND-{}", "ND", _NO_DERIVS, ("cc", "commons")),
                ("CC-BY-SA-{}", "SA", _SHARE, ("sa", "share", "sharealike", "gelijk", "gelijkdelen")),
            )
        ),
        (r"(?:CC-?0|Creative Commons Zero)(?: licen[cs]e)?", "", "CC0-1.0", "cc", "zero"),  # there is no other
        (rf"(?:(?:CC|Creative Commons)[ -]BY(?![ -](?:NC|ND|SA))|{_BY})", _CC, "CC-BY-{}", "cc", "commons"),
        (r"MIT(?: Licen[cs]e)?(?: with)? No[ -]Attribution(?: Licen[cs]e)?", "", "MIT-0", "mit"),
        (_MIT, "", "MIT", "mit", "expat"),
        (r"BSD[ -]3[ -]clause[ -]clear(?: licen[cs]e)?", "", "BSD-3-Clause-Clear", "bsd"),
        (_THREE, "", "BSD-3-Clause", "bsd"),
        (_TWO, "", "BSD-2-Clause", "bsd"),
        (
            r"(?:(?:Zero|0)[ -]clause BSD|BSD[ -](?:Zero|0)[ -]clause)(?: licen[cs]e)?(?: \(0BSD\))?",
            "",
            "0BSD",
            "bsd",
        ),
        (r"ISC licen[cs]e", "", "ISC", "isc"),
        (
            r"(?:Open Data Commons )?(?:ODbL|Open Database Licen[cs]e)(?: \(ODbL\))?(?:[ ,(-]{1,3}v?1\.0)?",
            "",
            "ODbL-1.0",  # there is no other
            "odbl",
            "database",
        ),
        (r"(?:PSF|Python Software Foundation) Licen[cs]e", "2", "PSF-{}", "psf", "python"),
        (r"CNRI'?s? Python(?: 1\.6)?\s+licen[cs]e", "", "CNRI-Python", "cnri"),
        (r"The Unlicense", "", "Unlicense", "unlicense"),
        (r"zlib(?:/libpng)? licen[cs]e", "", "Zlib", "zlib"),
        (r"Boost Software Licen[cs]e", r"1(?:\.0)?", "BSL-{}", "boost"),
        (r"Artistic Licen[cs]e", r"[12]\.0", "Artistic-{}", "artistic"),
        (r"(?:SIL )?(?:OFL|Open Font Licen[cs]e)(?: \(OFL\))?", r"1\.[01]", "OFL-{}", "ofl", "font"),
        (r"(?:GNU )?(?:GFDL|Free Documentation Licen[cs]e)", r"1\.[123]", "GFDL-{}", "gfdl", "documentation"),
        (r"(?:CDDL|Common Development and Distribution Licen[cs]e)", r"1\.[01]", "CDDL-{}", "cddl", "common"),
        (r"(?:BUSL|Business Source Licen[cs]e)", r"1\.1", "BUSL-{}", "busl", "business"),
        (r"(?:SSPL|Server Side Public Licen[cs]e)", "1(?:\\.0)?", "SSPL-{}", "sspl", "side"),
    )
)
#: Such a row → the numbers of the names of which it is one.
_NUMBERS: dict[str, list[int]] = {}
for _number, (_, _, _hints) in enumerate(_NAMES):
    for _hint in _hints:
        _NUMBERS.setdefault(_hint, []).append(_number)


def names(held: frozenset[str]) -> Iterator[tuple[Caseless | re.Pattern[str], str]]:
    """The pattern and id of each name that may stand in a text with these rows of letters, in order."""
    numbers = {number for row in _NUMBERS.keys() & held for number in _NUMBERS[row]}
    return (_NAMES[number][:2] for number in sorted(numbers))
