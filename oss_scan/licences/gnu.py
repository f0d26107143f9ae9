"""The words in which the FSF has people give its licences, put into ids.

A notice may call the work anything, and say more or less of warranty and of where the text stands; the version, and
whether later ones hold too, stand far from the name. With an id in their place it is read as any other notice.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from oss_scan.licences import notices
from oss_scan.licences.caseless import Caseless
from oss_scan.licences.match import UNKNOWN, Match
from oss_scan.licences.spdx import normalise
from oss_scan.regex import regex

#: Between two words, put for `~`, and where there may be nothing for `~?`: blanks, ends of lines, marks of comments.
_GAP, _PERHAPS = (rf"[\s*#/;%!|>\"'-]{{{least},60}}+" for least in (1, 0))
_FSF = r"(?:as~)?published~by~(?:the~)?Free~Software~Foundation(?:,~Inc\b\.?)?"
_KIND = r"(?P<kind{n}>Affero~|Lesser~|Library~)?"
_NAME = (
    rf"(?:GNU~)?{_KIND}(?:GNU~)?General~(?P<lesser{{n}}>Lesser~)?Public~Licen[cs]e(?:,?~?\(\W{{0,4}}(?:the~)?(?:GNU~)?[AL]?GPL(?:v?\d)?\W{{0,4}}\))?"
    r"|(?:GNU~)?(?P<short{n}>[AL]?GPL)(?:~Licen[cs]e)?"
)
_VERSION = r"(?P<version{n}>[123](?:\.[01])?)(?![\w.-]{0,8}\d)"
_LATER = (
    r"(?P<later{n}>\+|[,;.]?~?\(?(?:or|and|of|en)[,;]?~(?:\(?(?:at~your~(?:option|choice|discretion)|if~you~(?:prefer|wish|like))\)?[,;]?~)?"
    r"\(?(?:any~|an?~|all~|een~|elke~|iedere~)?(?:latere?|newer|nieuwere|hogere?|higher|above|greater|subsequent|following)\b(?:~versi(?:ons?|es?)\b)?\)?)"
)
_ONLY = r"(?P<only{n}>,?~?\(?only\b\)?)"
_OF_VERSION = rf"(?:the~)?\bversions?~{_VERSION}(?:{_LATER},?)?~of~(?:the~)?(?:{_NAME})(?:[,;]?~{_FSF}()?)?(?:{_ONLY})?"
_WITH_VERSION = (
    rf"\b(?:{_NAME})(?:[,;:.]?~?\(?(?P<before>{_FSF})\)?)?[,;:.]?~(?:at~)?(?P<either>either~)?(?:(?:under|in)~)?(?:the~)?(?:terms~of~)?"
    rf"\(?v(?:ersion~?|\.~?|er\.?~?)?{_VERSION}(?:~dated~June,?~1991)?(?:~of~(?:the|this|that)~Licen[cs]e\b)?(?:{_ONLY})?"
    rf"(?:[,;]?~\(?(?P<behind>{_FSF})\)?)?(?:{_LATER})?"
)


def _spaced(pattern: str) -> str:
    return pattern.replace("~?", _PERHAPS).replace("~", _GAP)


#: With the letters first with which each may begin: nearly anywhere no more is to be asked.
REFERENCE = Caseless(
    "|".join(
        _spaced(f"(?=[{begins}]){each.replace('{n}', number).replace('()', f'(?P<published{number}>)')}")
        for number, begins, each in (("1", "tv", _OF_VERSION), ("2", "agl", _WITH_VERSION))
    )
)
_PLAIN = r"(?:GNU~)?(?:(?:Affero|Lesser|Library)~)?(?:GNU~)?(?:General~(?:Lesser~)?Public~Licen[cs]e|[AL]?GPL)s?"
_ADDRESS = (
    r"(?:the~)?Free~Software~Foundation(?:,?~Inc\b\.?)?"
    r"(?:[\w\s,.*#/;:-]{0,140}?\b0\d{4}\b(?:-\d{3,4})?(?:[,\s*#/;]{1,20}(?:USA|U\.S\.A|United~States)\b\.?)?)?"
    r"|<?https?://[\w./~#-]{1,80}>?"
)
#: What the same words say besides, and what follows from any of these licences.
_BESIDES = Caseless(
    _spaced(
        rf"\bdistributed~in~the~hope~(?:that~)?(?:it|they)~(?:will|may)~be~useful[,;]?~but~WITHOUT~ANY~WARRANTY(?:[;,.]?~(?:and~)?without~even~the~implied"
        rf"~warranty~of~MERCHANTABILITY~?(?:or|and|,|/)~?FITNESS~FOR~A~PARTICULAR~PURPOSE)?(?:[.,]?~See~(?:the~)?(?:{_PLAIN})~for~more~details\b)?"
        rf"|\bYou~should~(?:also~)?have~received~a~copy~of~the~(?:{_PLAIN})(?:~(?:along|together)~with~(?:(?:this|the)~)?[\w-]{{1,20}}(?:~(?!if\b|see\b|in\b)[\w-]{{1,20}}){{0,3}})?"
        rf"(?:[.;,]?~?\(?(?:see|in)~(?:the~|a~)?(?:files?~)?(?:named~|called~)?[\w./-]{{3,30}}\)?)?(?:[.;,]?~?\(?if~not,?~(?:please~)?(?:see|visit|write~to|contact)[:,]?~?(?:{_ADDRESS})\)?)?"
        r"|\buse~the~GNU~Lesser~General~Public~License~instead~of~this~License\b"
        r"|\bThere~is~NO~WARRANTY(?:,?~to~the~extent~permitted~by~law)?"
    )
)
#: Behind it and before it: that another version holds as well; and behind it: that it is none, or a title.
_OR_VERSION = regex(
    r"[\s*#/;%,-]{0,20}(?:(?:or|and|to|through)\b|(?<=,)|(?<=,\s))[\s*#/;%-]{0,20}"
    r"(?:\(?at your (?:option|choice)\)?,?\s)?(?:version\s|v)?[123]\b"
)
_VERSION_OR = regex(
    r"\bversions?[\s*#/;%-]{1,20}[123](?:\.\d)?[\s*#/;%-]{0,20}(?:,|\b(?:or|and)\b|/)[\s*#/;%-]{0,20}"
    r"(?:\(?at your (?:option|choice)\)?,?\s)?\Z"
)
_GOES_ON = regex(r"(?<=\d)[\w-]|,?\s\d{1,2}\s(?:June|November)\s")
_PUBLIC = regex(r"\bgeneral\W{1,40}(?:lesser\W{1,40})?public\b")
#: Characters before a version in which another may stand.
_NEAR = 80
_KINDS = {"affero": "AGPL", "lesser": "LGPL", "library": "LGPL", "": "GPL"}


def notice(text: str) -> Match | None:
    """What a notice in these words says; None where it is none, or gives no licence that is known."""
    lowered = text.lower()
    if "gpl" not in lowered and not ("general" in lowered and _PUBLIC.search(lowered)):
        return None
    found = []
    for each in REFERENCE.finditer(text):
        before = lowered[max(0, each.start() - _NEAR) : each.start()]
        if _OR_VERSION.match(text, each.end()) or _VERSION_OR.search(before):
            return Match(None, "notice", 0.9)
        found.append(each)
    plain, lines = with_ids(text, found) or ("", [])
    match = notices.notice(plain) if plain else UNKNOWN
    if not match.expression:
        return None
    return replace(
        match, kind="notice", line=lines[match.line - 1], last_line=lines[(match.last_line or match.line) - 1]
    )


def with_ids(text: str, references: Iterable[re.Match[str]]) -> tuple[str, list[int]] | None:
    """A text with ids in the place of those words, and for each of its lines which it was; None where it has none."""
    told = ((each.span(), licence) for each in references if (licence := meant(text, each)))
    found = dict(told)
    if not found:
        return None
    more = (each.span() for each in _BESIDES.finditer(text))
    found |= {span: "" for span in more if not any(start < span[1] and end > span[0] for start, end in found)}
    edges = [0, *(edge for span in sorted(found) for edge in span), len(text)]
    pieces = [text[start:end] for start, end in pairwise(edges)]
    lines, line = [1], 1
    for at, piece in enumerate(pieces):
        numbers = range(line + 1, line + 1 + piece.count("\n"))
        lines += [] if at % 2 else numbers
        line += len(numbers)
    pieces[1::2] = [found[span] for span in sorted(found)]
    return "".join(pieces), lines


def or_later(text: str, licence: str, start: int, end: int) -> str:
    """A licence that was found at a place as one version only; the one or later, where these words go on with that."""
    more = text[start : end + _NEAR]
    said = (meant(more, each) for each in REFERENCE.finditer(more))
    later = licence.replace("-only", "-or-later")
    return later if later in said else licence


def meant(text: str, found: re.Match[str]) -> str | None:
    """The licence of the words that were found; None where they go on with another version."""
    if _OR_VERSION.match(text, found.end()) or _GOES_ON.match(text, found.end()):
        return None
    said = found.groupdict()
    n = "1" if said["version1"] else "2"
    short, kind = said[f"short{n}"], (said[f"lesser{n}"] or said[f"kind{n}"] or "").lower()
    name = short.upper() if short else next(each for word, each in _KINDS.items() if kind.startswith(word))
    version = said[f"version{n}"]
    published = said["published1"] is not None or ((said["before"] or said["behind"]) and not said["either"])
    told = "-or-later" if said[f"later{n}"] else "-only" if said[f"only{n}"] or published else ""
    return normalise(f"{name}-{version if '.' in version else f'{version}.0'}{told}")
