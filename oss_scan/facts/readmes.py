"""What a README says of the licence: in a section, in a sentence or field, and on a badge."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, pairwise
from urllib.parse import unquote

from oss_scan import licences
from oss_scan.facts.header_said import meant_by_gnu, names_another
from oss_scan.facts.readme_layout import (
    UNDERLINE,
    is_at_top,
    is_below_another,
    is_heading,
    is_on_work,
    lines_aside,
    linked,
)
from oss_scan.facts.readme_whole import TEXTS, is_plain, name_alone, names_of, speaks_of_whole, with_texts_of
from oss_scan.licences.elsewhere import goes_on_with_some
from oss_scan.licences.names import find_all
from oss_scan.regex import regex

NAME = regex(r"readme(?:[-._](?:nl|nld|dut|en|eng))?(?:\.(?:md|markdown|rst|adoc|asciidoc|org|txt))?", re.IGNORECASE)

#: Lines of a README, and characters of a line, that are looked at.
_MOST, _LONGEST = 20_000, 2000
#: Sections that are looked into, and lines and words of one.
_SECTIONS, _LINES, _SECTION_WORDS = 10, 80, 300
#: Sentences, fields and badges that are looked into.
_SENTENCES = 30
_ABOUT_ANY = regex(
    r"licen[cs]|licenti|gepubliceerd|published|released|available|distributed|beschikbaar|free software", re.IGNORECASE
)
_FALLS = regex(r"\b(?:valt|vallen) onder\b|\b(?:falls?|comes?) under\b", re.IGNORECASE)
#: Where a sentence on the licence may begin, lines over which it may go on, and what ends one or begins no line of it.
_STARTS = regex(
    rf"{_ABOUT_ANY.pattern}|\b(?:this|the|our|dit|deze|de|onze)\s+(?:\w+\s)?\w+\s+(?:is|are|wordt|valt)\b",
    re.IGNORECASE,
)
_WRAPPED = 7
_STOPS = (".", "!", "?", ":", "|", "  ")
_GOES_ON = regex(r"[ ]{0,3}[A-Za-z\[(`_*\"'](?!\s)(?![^\n]{0,40}:\s)")
_CONTENT = regex(rf"\b(?:{TEXTS}|informati(?:on|e)|image|fonts?)\b", re.IGNORECASE)
#: Where a link leads that stands elsewhere by its name: not shown.
_TARGET = regex(r"[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]+\S")
_ABOUT = regex(
    r"\b(licen[cs]es?|licen[cs]ing|licenties?|licentiering|public domain|publiek domein|lizenz(?:en)?|licenz[ae]"
    r"|licencia|licença|lisens|licens|litsents)\b",
    re.IGNORECASE,
)
_OF_OTHERS = regex(r"\b(third[- ]part\w*|derden|dependenc\w*|other|andere|externe?)\b", re.IGNORECASE)
_FIELD = regex(
    r"\s*[:|*-]{0,3}\s*[*_]{0,3}(?:licen[cs]e|licentie|free software)[*_]{0,3}\s*:{1,2}[*_]{0,3}\s*(\S.{0,200})",
    re.IGNORECASE,
)
#: A sentence whose subject is this work itself: one about a library of others says nothing of it.
_OWN = regex(
    r"\b(?:this|the|our|dit|deze|de|onze)\s+(?:\w+\s){0,2}?(?:project|software|code|source(?:\s+code)?|broncode|repository|repo"
    r"|package|pakket|application|applicatie|work|werk|scripts?|tool|programma)\b[^.\n]{0,80}"
    r"\b(?:licen[cs]ed|released|published|available|distributed|gelicen[cst]\w*|gepubliceerd|beschikbaar|uitgebracht"
    r"|(?:valt|falls) (?:onder|under))\b",
    re.IGNORECASE,
)
_FREE = regex(r"\bthis (?:program|software|package|library|project|tool|code) is free software\b", re.IGNORECASE)
_RST_REFERENCE = regex(r"(?<=[A-Za-z0-9`])_{1,2}(?![\w])")
_SENTENCE = regex(r"(?<=[.!?])\s+(?=[A-Z])")
_EMPHASIS = regex(r"\*\*|``?")
_BADGE = regex(r"img\.shields\.io/badge/(?:licen[cs]e|licentie)-((?:[^\s)\]\"'<>?/-]|--){1,100})-", re.IGNORECASE)
#: What a line with badges is made of, and a word besides: then one may be that of something else.
_SHOWN = regex(
    r"\[!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)\]\([^)\n]{0,500}\)|!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)"
    r"|\[!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)\]\[[^\]\n]{0,100}\]|<[^<>\n]{0,500}>|https?://[^\s]{0,500}"
)
_NO_BADGE = regex(r"\b(?!image\b|target\b|alt\b|licen[cs]e\b|licentie\b)[^\W\d_]{2,}")
_DISCLOSED = regex(
    r"\b(?:broncode|source code|code)\b[^.\n]{0,120}\b(?:openbaar gemaakt|gepubliceerd|disclosed|published|released)\b"
    r"[^.\n]{0,120}\b(?:woo|wob|wet openbaarheid van bestuur|wet open overheid|open government act"
    r"|freedom of information)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What is written, the licence that it names (None where its version is not told), the line, whether it speaks
    of texts or data only, and whether beyond doubt of this work as a whole."""

    written: str
    expression: str | None
    line: int
    of_content: bool = False
    whole: bool = False


def licence_said(text: str) -> tuple[Said, ...]:
    """What a README says of the licence of this work, in the order of the lines."""
    lines = linked([line[:_LONGEST] for line in text.splitlines()[:_MOST]])
    names, aside = names_of(text), lines_aside(lines)
    sections = tuple(islice(_sections(lines), _SECTIONS))
    found: list[Said] = []
    settled: set[int] = set()  # the lines of sections that say it: all that these say is said once
    unsettled: dict[int, str] = {}  # those of sections that settle nothing, with all that these say
    for at, body in sections:
        of_content = tuple(_of_content(body, at + 2, names))
        said, weighed = _said_in(body, at + 1)
        if said and not (of_content and said.expression and licences.for_content(said.expression)):
            alone = weighed and len(sections) == 1 and not of_content and is_plain(lines[at]) and at not in aside
            whole = alone and not is_below_another(lines, at, aside) and speaks_of_whole(body, names)
            found.append(replace(said, whole=whole))
        found += of_content
        inside = range(at, at + len(body) + 2)
        if said:
            settled.update(inside)
        else:
            unsettled.update(dict.fromkeys(inside, "\n".join(body)))
    elsewhere = (*_sentences(lines, names, aside), *_badges(lines, aside))
    others = _weighed([one for one in elsewhere if one.line - 1 not in settled], unsettled)
    told = {(one.line, one.expression) for one in found}
    new = (one for one in others if (one.line, one.expression) not in told)
    return tuple(sorted((*found, *new), key=lambda each: each.line))


def _weighed(others: Iterable[Said], unsettled: Mapping[int, str]) -> Iterator[Said]:
    """What is said in a section that settles nothing, or where such a section names another licence, is in doubt."""
    texts = frozenset(unsettled.values())

    @cache  # a section is long, and much said of the same licence
    def is_contradicted(expression: str | None) -> bool:
        return any(names_another(text, expression or "") for text in texts)

    for one in others:
        doubted = one.whole and (one.line - 1 in unsettled or is_contradicted(one.expression))
        yield replace(one, whole=False) if doubted else one


def disclosed_on(text: str) -> int | None:
    """The line on which a README says that the source was made public because somebody asked for it by law."""
    lines = enumerate(text.splitlines()[:_MOST], 1)
    return next((number for number, line in lines if _DISCLOSED.search(line[:_LONGEST])), None)


def _sections(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The sections about the licence: at which line (from 0) the heading stands, and the lines below it."""
    for at, line in enumerate(lines):
        if len(line) >= 100 or not _ABOUT.search(line) or _OF_OTHERS.search(line) or not is_heading(lines, at):
            continue
        body: list[str] = []
        for below in range(at + 1, min(len(lines), at + _LINES)):
            if is_heading(lines, below):
                break
            line = lines[below][:_LONGEST]
            body.append("" if UNDERLINE.fullmatch(line) or (_TARGET.match(line) and not find_all(line)) else line)
        if any(body) and sum(len(each.split()) for each in body) <= _SECTION_WORDS:
            yield at, body


def _of_content(body: Sequence[str], first: int, names: frozenset[str]) -> Iterator[Said]:
    """The sentences of a section that give texts or data of the work of these names a licence for such."""
    for at, line in enumerate(body):
        for sentence in _SENTENCE.split(line):
            speaks = _CONTENT.search(sentence) and (_ABOUT_ANY.search(sentence) or _FALLS.search(sentence))
            said = _named(with_texts_of(sentence, names), first + at) if speaks else None
            if said and said.expression and licences.for_content(said.expression):
                yield Said(sentence, said.expression, first + at, of_content=True)


def _said_in(body: Sequence[str], line: int) -> tuple[Said | None, bool]:
    """What a section says, which may be no more than a name, and whether all of the section was weighed.

    Where the whole settles nothing, what its sentences say counts for less: another may take it back.
    """
    text = "\n".join(body)
    said = _named(text, line)
    alone = name_alone(body) if said is None else None
    if said or alone:
        return said or Said(text, alone, line), True
    quoteless = "\n".join(each for each in body if not each.lstrip().startswith(">"))  # may be an example
    pairs = pairwise(("", *_SENTENCE.split(quoteless)))
    told = (_named(pair[1], line) for pair in pairs if _ABOUT_ANY.search(pair[1]) and not goes_on_with_some(pair))
    of_code = [one for one in told if one and one.expression and not licences.for_content(one.expression)]
    apart = {one.expression for one in of_code}
    return (of_code[0] if len(apart) == 1 else None), False


def _sentences(lines: Sequence[str], names: frozenset[str], aside: frozenset[int]) -> Iterator[Said]:
    """Fields (`License: EUPL-1.2`) and sentences whose subject is this work, wherever they stand."""
    for number, line, field in islice(_telling(lines), _SENTENCES):
        written = field.group(1) if field else line
        expression = licences.meaning(written) if field else None
        said = Said(written, expression, number) if expression else _named(written, number)
        if said:
            own = expression or (number - 1 not in aside and speaks_of_whole([written], names, in_section=False))
            placed = is_at_top(lines, number - 1, aside) if expression else is_on_work(lines, number - 1, aside)
            yield replace(said, whole=bool(own) and placed)


def _telling(lines: Sequence[str]) -> Iterator[tuple[int, str, re.Match[str] | None]]:
    """The lines that begin a field or such a sentence, with what of it stands on those behind."""
    behind = 0
    for number, line in enumerate(lines, 1):
        if number <= behind or line.lstrip().startswith(">") or not _STARTS.search(line):
            continue
        text, end = _unwrapped(lines, number - 1)
        field = _FIELD.fullmatch(text)
        if field or _OWN.search(text) or _FREE.search(text):
            behind = end
            yield number, text, field


def _unwrapped(lines: Sequence[str], at: int) -> tuple[str, int]:
    """A line with those behind it as far as its last sentence goes on, and how many lines there are up to its end."""
    text = lines[at][:_LONGEST].strip()
    for end in range(at + 1, min(len(lines), at + _WRAPPED)):
        if text.endswith(_STOPS) or _FIELD.fullmatch(text) or not _GOES_ON.match(lines[end]):
            return text, end
        text = f"{text} {lines[end].strip()[:_LONGEST]}"
    return text, min(len(lines), at + _WRAPPED)


def _badges(lines: Sequence[str], aside: frozenset[int]) -> Iterator[Said]:
    """A badge that spells the licence (https://shields.io/badges/static-badge): `_` is a blank, `--` a dash."""
    shown = ((number, written) for number, line in enumerate(lines, 1) for written in _BADGE.findall(line[:_LONGEST]))
    for number, written in islice(shown, _SENTENCES):
        plain = unquote(written).replace("--", "\0").replace("_", " ").replace("\0", "-")
        expression = licences.meaning(plain)
        if expression:
            alone = not _NO_BADGE.search(_SHOWN.sub(" ", lines[number - 1][:_LONGEST]))
            yield Said(plain, expression, number, whole=alone and is_at_top(lines, number - 1, aside))


def _named(text: str, line: int) -> Said | None:
    plain = _EMPHASIS.sub("", _RST_REFERENCE.sub("", text))
    match = licences.identify(plain.encode("utf-8", "surrogatepass"))
    free = match.expression is None and match.kind != "modified" and _FREE.search(text)
    meant = meant_by_gnu(text) if free else None  # by the notice of the GNU licences, with more beside it
    gives = meant or match.kind not in ("modified", "unknown")
    return Said(text, match.expression or meant, line) if gives else None
