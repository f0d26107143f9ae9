"""What a README says of the licence: in a section, in a sentence or field, and on a badge."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import unquote

from oss_scan import licences
from oss_scan.facts.header_said import meant_by_gnu, names_another
from oss_scan.facts.readme_whole import TOP, is_about_work, is_plain, is_standing, name_alone, names_of, speaks_of_whole
from oss_scan.licences.names import find_all

NAME = re.compile(
    r"readme(?:[-._](?:nl|nld|dut|en|eng))?(?:\.(?:md|markdown|rst|adoc|asciidoc|org|txt))?", re.IGNORECASE
)

_SECTION_WORDS = 300
_LINES = 80  # of a section
_MOST = 20_000  # lines of a README that are looked at
_LONGEST = 2000  # characters of a line that are looked at
_SECTIONS, _SENTENCES = 10, 30  # that are looked into
_ABOUT_ANY = re.compile(
    r"licen[cs]|licenti|gepubliceerd|published|released|available|distributed|beschikbaar|free software", re.IGNORECASE
)
#: Where a sentence on the licence may begin, lines over which it may go on, and what ends one or begins no line of it.
_STARTS = re.compile(
    rf"{_ABOUT_ANY.pattern}|\b(?:this|the|our|dit|deze|de|onze)\s+(?:\w+\s)?\w+\s+(?:is|are|wordt|valt)\b",
    re.IGNORECASE,
)
_WRAPPED = 7
_STOPS = (".", "!", "?", ":", "|", "  ")
_GOES_ON = re.compile(r"[ ]{0,3}[A-Za-z\[(`_*\"'](?!\s)(?![^\n]{0,40}:\s)")
_CONTENT = re.compile(
    r"\b(documentati(?:on|e)|docs|content|inhoud|informati(?:on|e)|texts?|teksten|data|images?|afbeeldingen|fonts?)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(#{1,6}|=+|!+)[ \t]*(.*)|<h[1-6][^>]{0,200}>(.*)", re.IGNORECASE)
_LEVEL = re.compile(r"#{1,6}|=+(?=[ \t])|!+(?=[ \t])|<h([1-6])", re.IGNORECASE)
_UNDERLINE = re.compile(r"[=\-~^*]{3,}\s*")
#: Where a link leads that stands elsewhere by its name: not shown.
_TARGET = re.compile(r"[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]+\S")
_ABOUT = re.compile(
    r"\b(licen[cs]es?|licen[cs]ing|licenties?|licentiering|public domain|publiek domein|lizenz(?:en)?|licenz[ae]"
    r"|licencia|licença|lisens|licens|litsents)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(third[- ]part\w*|derden|dependenc\w*|other|andere|externe?)\b", re.IGNORECASE)
_FIELD = re.compile(
    r"\s*[:|*-]{0,3}\s*[*_]{0,3}(?:licen[cs]e|licentie|free software)[*_]{0,3}\s*:{1,2}[*_]{0,3}\s*(\S.{0,200})",
    re.IGNORECASE,
)
#: A sentence whose subject is this work itself: one about a library of others says nothing of it.
_OWN = re.compile(
    r"\b(?:this|the|our|dit|deze|de|onze)\s+(?:\w+\s){0,2}?(?:project|software|code|source(?:\s+code)?|broncode|repository|repo"
    r"|package|pakket|application|applicatie|work|werk|scripts?|tool|programma)\b[^.\n]{0,80}"
    r"\b(?:licen[cs]ed|released|published|available|distributed|gelicen[cst]\w*|gepubliceerd|beschikbaar|uitgebracht)\b",
    re.IGNORECASE,
)
_FREE = re.compile(r"\bthis (?:program|software|package|library|project|tool|code) is free software\b", re.IGNORECASE)
_RST_REFERENCE = re.compile(r"(?<=[A-Za-z0-9`])_{1,2}(?![\w])")
#: What Markdown lets stand elsewhere: `[EUPL][1]` and `[1]: LICENSES/EUPL-1.2.txt`.
_DEFINED = re.compile(r"[ ]{0,3}\[([^\]\n]{1,60})\]:\s{1,8}<?([^\s>]{1,300})")
_REFERENCE = re.compile(r"(?<!!)\[([^\[\]\n]{1,100})\]\[([^\[\]\n]{0,60})\]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_EMPHASIS = re.compile(r"\*\*|``?")
_BADGE = re.compile(r"img\.shields\.io/badge/(?:licen[cs]e|licentie)-((?:[^\s)\]\"'<>?/-]|--){1,100})-", re.IGNORECASE)
#: What a line with badges is made of, and a word besides: then one may be that of something else.
_SHOWN = re.compile(
    r"\[!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)\]\([^)\n]{0,500}\)|!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)"
    r"|\[!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)\]\[[^\]\n]{0,100}\]|<[^<>\n]{0,500}>|https?://[^\s]{0,500}"
)
_NO_BADGE = re.compile(r"\b(?!image\b|target\b|alt\b|licen[cs]e\b|licentie\b)[^\W\d_]{2,}")
_DISCLOSED = re.compile(
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
    lines = _linked([line[:_LONGEST] for line in text.splitlines()[:_MOST]])
    found: list[Said] = []
    inside: dict[int, str] = {}  # lines of sections, with all that these say: it is said once
    open_: dict[int, str] = {}  # those of sections that settle nothing
    names, aside = names_of(text), _aside(lines)
    sections = tuple(islice(_sections(lines), _SECTIONS))
    for at, body in sections:
        of_content = tuple(_of_content(body, at + 2))
        said, weighed = _said_in(body, at + 1)
        if said and not (of_content and said.expression and licences.for_content(said.expression)):
            alone = weighed and len(sections) == 1 and not of_content and is_plain(lines[at]) and at not in aside
            whole = alone and not _below_another(lines, at, aside) and speaks_of_whole(body, names)
            found.append(replace(said, whole=whole))
        found += of_content
        (inside if said else open_).update(dict.fromkeys(range(at, at + len(body) + 2), "\n".join(body)))
    others = (one for one in (*_sentences(lines, names, aside), *_badges(lines, aside)) if one.line - 1 not in inside)
    others = (replace(one, whole=one.whole and not _is_doubted(one, open_)) for one in others)
    told = {(one.line, one.expression) for one in found}
    new = (one for one in others if (one.line, one.expression) not in told)
    return tuple(sorted((*found, *new), key=lambda each: each.line))


def _is_doubted(said: Said, open_: Mapping[int, str]) -> bool:
    """Whether it stands in a section that settles nothing, or such a section names another licence."""
    return said.line - 1 in open_ or any(names_another(text, said.expression or "") for text in {*open_.values()})


def _linked(lines: Sequence[str]) -> list[str]:
    """The lines with the addresses that Markdown lets stand elsewhere moved beside the words of their links."""
    to = {found[1].lower(): found[2] for found in map(_DEFINED.match, lines) if found}
    if not to:
        return list(lines)
    used = {(found[2] or found[1]).lower() for line in lines for found in _REFERENCE.finditer(line)}
    return ["" if _is_used(line, used) else _REFERENCE.sub(lambda found: _link(found, to), line) for line in lines]


def _is_used(line: str, used: Collection[str]) -> bool:
    found = _DEFINED.match(line)
    return found is not None and found[1].lower() in used


def _link(found: re.Match[str], to: Mapping[str, str]) -> str:
    return f"[{found[1]}]({address})" if (address := to.get((found[2] or found[1]).lower())) else found[0]


def disclosed_on(text: str) -> int | None:
    """The line on which a README says that the source was made public because somebody asked for it by law."""
    lines = enumerate(text.splitlines()[:_MOST], 1)
    return next((number for number, line in lines if _DISCLOSED.search(line[:_LONGEST])), None)


def _sections(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The sections about the licence: at which line (from 0) the heading stands, and the lines below it."""
    for at, line in enumerate(lines):
        if len(line) >= 100 or not _ABOUT.search(line) or _OF_OTHERS.search(line) or not _is_heading(lines, at):
            continue
        body: list[str] = []
        for below in range(at + 1, min(len(lines), at + _LINES)):
            if _is_heading(lines, below):
                break
            line = lines[below][:_LONGEST]
            body.append("" if _UNDERLINE.fullmatch(line) or (_TARGET.match(line) and not find_all(line)) else line)
        if any(body) and sum(len(each.split()) for each in body) <= _SECTION_WORDS:
            yield at, body


def _of_content(body: Sequence[str], first: int) -> Iterator[Said]:
    """The sentences of a section that give texts or data a licence for such."""
    for at, line in enumerate(body):
        for sentence in _SENTENCE.split(line):
            said = _named(sentence, first + at) if _CONTENT.search(sentence) and _ABOUT_ANY.search(sentence) else None
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
    told = (_named(sentence, line) for sentence in _SENTENCE.split(quoteless) if _ABOUT_ANY.search(sentence))
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
            placed = _at_top(lines, number, aside) if expression else _in_part_on_work(lines, number - 1, aside)
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


def _at_top(lines: Sequence[str], number: int, aside: frozenset[int]) -> bool:
    """Whether a line stands below no other heading than the title, near the top and where it is no example."""
    above = [at for at in range(min(number - 1, TOP)) if _is_heading(lines, at)]
    return number <= TOP and number - 1 not in aside and above == _titles(lines, above)


def _aside(lines: Sequence[str]) -> frozenset[int]:
    """The lines (from 0) of blocks of code, of quotations and of what is not shown."""
    found: set[int] = set()
    fence, hidden = "", False
    for at, line in enumerate(lines):
        bare = line.lstrip()
        if fence or bare.startswith(("```", "~~~")):
            found.add(at)
            closes = bare.startswith(fence) if fence else False
            fence = "" if closes else fence or bare[:3]
            continue
        hidden = hidden or "<!--" in line
        if hidden or bare.startswith(">") or (line.startswith(("    ", "\t")) and bare[:1] != "<"):
            found.add(at)
        hidden = hidden and "-->" not in line[line.rfind("<!--") + 1 :]
    return frozenset(found)


def _below_another(lines: Sequence[str], at: int, aside: frozenset[int]) -> bool:
    """Whether a heading stands below one on something in particular: it speaks of that only."""
    level = _level(lines, at)
    headings = [each for each in range(at) if each not in aside and _is_heading(lines, each)]
    for each in reversed(headings):
        if _level(lines, each) < level:
            level = _level(lines, each)
            if each not in _titles(lines, headings) and not is_about_work(lines[each]):
                return True
    return False


def _titles(lines: Sequence[str], headings: list[int]) -> list[int]:
    """The headings that are the title: the first, and the one behind it where that says how the work stands."""
    return headings[: 2 if headings and is_standing(lines[headings[0]]) else 1]


def _in_part_on_work(lines: Sequence[str], at: int, aside: frozenset[int]) -> bool:
    """Whether the heading above a line is the title, or speaks of the work as a whole."""
    headings = [each for each in range(at) if each not in aside and _is_heading(lines, each)]
    return headings == _titles(lines, headings) or is_about_work(lines[headings[-1]])


def _level(lines: Sequence[str], at: int) -> int:
    """How deep a heading is: 1 for a title."""
    marked = _LEVEL.match(lines[at].lstrip())
    if marked:
        return int(marked[1] or 0) or len(marked[0].rstrip())
    return 1 if lines[at + 1].startswith("=") else 2


def _badges(lines: Sequence[str], aside: frozenset[int]) -> Iterator[Said]:
    """A badge that spells the licence (https://shields.io/badges/static-badge): `_` is a blank, `--` a dash."""
    shown = ((number, written) for number, line in enumerate(lines, 1) for written in _BADGE.findall(line[:_LONGEST]))
    for number, written in islice(shown, _SENTENCES):
        plain = unquote(written).replace("--", "\0").replace("_", " ").replace("\0", "-")
        expression = licences.meaning(plain)
        if expression:
            alone = not _NO_BADGE.search(_SHOWN.sub(" ", lines[number - 1][:_LONGEST]))
            yield Said(plain, expression, number, whole=alone and _at_top(lines, number, aside))


def _named(text: str, line: int) -> Said | None:
    plain = _EMPHASIS.sub("", _RST_REFERENCE.sub("", text))
    match = licences.identify(plain.encode("utf-8", "surrogatepass"))
    free = match.expression is None and match.kind != "modified" and _FREE.search(text)
    meant = meant_by_gnu(text) if free else None  # by the notice of the GNU licences, with more beside it
    gives = meant or match.kind not in ("modified", "unknown")
    return Said(text, match.expression or meant, line) if gives else None


def _is_heading(lines: Sequence[str], at: int) -> bool:
    underlined = lines[at].strip() and at + 1 < len(lines) and _UNDERLINE.fullmatch(lines[at + 1])
    return bool(underlined or _HEADING.match(lines[at].lstrip()))
