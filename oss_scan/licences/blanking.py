"""What a short text says of documents, images and what others made, blanked: it gives the program no licence."""

import re
from bisect import bisect_left

from oss_scan.licences.caseless import Caseless, begun
from oss_scan.licences.doubts import ABOUT_CODE, sentences
from oss_scan.licences.elsewhere import goes_on, of_past
from oss_scan.licences.layout import blanked
from oss_scan.licences.names import find_all
from oss_scan.licences.spdx import for_content
from oss_scan.licences.statements import limiting_near
from oss_scan.licences.words import count
from oss_scan.regex import regex

#: Words of a text that may answer by what it names; in a longer one a name may mean anything.
MOST_WORDS = 260
#: Words of the heading of a part on what others made.
_HEADS = (
    r"(?:licen[cs](?:es?|ing)|licenties?|notices?|attributions?|acknowledge?ments?|credits?|copyrights?|software|code|source"
    r"|components?|librar(?:y|ies)|packages?|modules?|assets?|materials?|content|data|fonts?|works?|tools?|used|included"
    r"|open|external|runtime|other|list|information|texts?|files?|plug-?ins?|the|of|and|from|in|onderdelen|componenten"
    r"|bibliotheken|broncode|gebruikte|van|en|uit|met|javascript|python|npm|node|frontend|backend)"
)
#: The part of a text on what others made, and is used, up to the next heading.
_OF_OTHERS = regex(
    rf"(?:\A|(?<=\n\n)|^(?=[ \t]*#))[^\w\n]{{0,10}}(?:{_HEADS} ){{0,3}}(?:(?:third|3rd)[- ]party(?= {_HEADS})"
    r"|(?<=of )(?:third|3rd)[- ]parties|(?<=van )derden|dependenc(?:y|ies)|bundled|vendored|afhankelijkheden)"
    rf"(?: {_HEADS}){{0,3}}[^\w\n]{{0,10}}$"
    r"(?:\n(?!#{1,6}[ \t]|[^\n]{1,100}\n[=-]{3,}[ \t]*$)[^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
#: One of these stands in each, in lower case.
_SHOW_OTHERS = ("third", "3rd", "derden", "dependenc", "bundled", "vendored", "afhankelijk")
#: A table with the licence of each of several works, and a row that is of the work itself or its texts.
_TABLE = regex(
    r"^[ \t]*\|?(?:[^|\n]{1,80}\|){1,6}[ \t*]*licen(?:[cs]es?|ties?|[cs]ing)[ \t*]*(?:\|[^\n]{0,200})?\n"
    r"[ \t]*\|?[ \t:|-]{3,200}\n(?P<rows>(?:[^\n|]{0,200}\|[^\n]*(?:\n|\Z))+)",
    re.IGNORECASE | re.MULTILINE,
)
_OWN_ROW = regex(
    rf"\W*(?:(?:the|this|our|all|main|de|het|deze|dit|onze|alle|open)\s)*(?:{ABOUT_CODE.pattern}"
    r"|documentati(?:on|e)|docs|data|content|inhoud|licen\w+)\W*",
    re.IGNORECASE,
)
#: A sentence that what others made may have other terms than the licence that it names, which is none of its.
_MAY_DIFFER = regex(
    (
        r"\b(?:the )?licen[cs]es of (?:some |other |certain |these |the )?(?:used |third[- ]party |included |bundled )?"
        r"(?:libraries|dependencies|components|packages|modules) (?:may|might|can) (?:impose|have|set)"
        r" different(?: (?:redistribution|general|licen[cs]ing|licen[cs]e|terms|conditions|or|and)){1,8} than those"
        r"(?: (?:stated|set out|given))?(?: (?:in|of|by) [^.;:]{1,60}(?:\.\d)?)?(?=\.\s|\s*\Z)"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
#: Where Debian keeps the texts, of which the newest may stand for any version.
_DEBIAN = regex(
    r"(?:\b(?:On Debian|(?:complete|full) text)\b(?:[^`'\"/]|/Linux){0,160}[`'\"]?)?"
    r"/usr/share/common-licenses/[\w.-]{1,30}"
)
#: A licence of GNU and one that is sold, and for whom each is meant: whoever cannot use the first needs the second.
_FOR_EACH = regex(
    (
        r"(?P<open>\bdual[- ]licen[cs]ed\b(?:[^.;]|\.(?=\d)){1,120}?)"
        r"(?P<free> for (?:open[- ]source|free software) (?:use|usage|projects|software|development))?"
        r"(?P<word>,? (?:and|or))(?P<paid> (?:under )?an? commercial licen[cs]e)"
        r"(?P<closed> for (?:proprietary|closed[- ]source) (?:use|usage|projects|software|products|applications))?"
        r"(?=\.?(?:\s{0,9}\Z|\n[^\S\n]{0,9}\n|(?<=\.)\s))"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
#: One of these stands in a sentence on older versions.
_PAST = Caseless(begun({"was": r"\b", "were": r"\b", "viel": r"(?:en)?\b"}))
#: What is no part of a program.
_MATTER = Caseless(
    begun(
        {
            **dict.fromkeys(("docs", "infographics", "afbeeldingen", "beelden", "rijkshuisstijl", "huisstijl"), r"\b"),
            **dict.fromkeys(("image", "photo", "video", "icon", "font", "illustration"), r"s?\b"),
            "document": r"(?:s|ation|atie|en)?\b",
            "foto": r"'?s\b",
            "inhoud en auteursrecht": "",
            "citeren van ": r"(?:de )?inhoud\b",
        }
    )
    + r"|logo'?s?\b"
)
#: That a program is to go on showing it.
_KEEPS = Caseless(
    r"\b(?:remov\w+|kept|keep|retain\w*|remains?|visible|shown|displayed|verwijder\w+|behouden|zichtbaar|blij(?:ft|ven)"
    r"|getoond|weergegeven|vermeld(?:en|ing)?|display|tonen|verplicht|mandatory|obligatory"
    r"|(?:each|every|elke?) (?:page|screen|pagina|scherm))\b"
)
#: A heading in Markdown, and what it says.
HEADING = regex(r"^#{1,6}[ \t]+([^\n]{1,200})$", re.MULTILINE)


def without_others(text: str) -> str:
    """A text without its parts on what others made and is used, what it says of their terms, and of older versions."""
    lowered = text.lower()
    if any(each in lowered for each in _SHOW_OTHERS):
        text = _OF_OTHERS.sub(lambda found: found[0] if limiting_near(found[0], bool) else blanked(found[0]), text)
    if "|" in text and "licen" in lowered:
        text = _TABLE.sub(_of_rows, text)
    text = without_past(text)
    if "commercial" in lowered:
        text = _FOR_EACH.sub(_unmeant, text)
    return _MAY_DIFFER.sub(lambda found: blanked(found[0]), text) if "different" in lowered else text


def _of_rows(found: re.Match[str]) -> str:
    """A table of works without those that are another."""
    head, rows = found[0][: found.start("rows") - found.start()], found["rows"].splitlines(keepends=True)
    return head + "".join(
        row if _OWN_ROW.fullmatch(row.lstrip(" \t|").partition("|")[0]) else blanked(row) for row in rows
    )


def without_past(text: str) -> str:
    """A text with blanks for sentences that tell but under which licence older versions were."""
    if not _PAST.search(text):
        return text
    past = [(start, end) for start, end in sentences(text) if of_past(text[start:end])]
    for start, end in past:
        text = f"{text[:start]}{blanked(text[start:end])}{text[end:]}"
    return text


def _unmeant(found: re.Match[str]) -> str:
    """What gives a licence of GNU and a paid one as the choice that it is, without for whom each is meant."""
    named = [each.expression for each in find_all(found["open"])]
    if not named or not all(each is None or "GPL-" in each for each in named):
        return found[0]
    choice = f"{found['open']}{blanked(found['free'] or '')}{found['word'].replace('and', ' or')}"
    return f"{choice}{found['paid']}{blanked(found['closed'] or '')}"


def of_code(text: str) -> str:
    """A text without what it says of documents, images and the like only, where the rest names a licence."""
    if "common-licenses" in text:
        text = _DEBIAN.sub(lambda found: blanked(found[0]), text)
    if not _MATTER.search(text):
        return text
    rest = _without_matter(text)
    if count(rest) > MOST_WORDS:  # of neither is anything said
        return rest
    named = (each.expression for each in find_all(rest))
    return rest if any(each and not for_content(each) for each in named) else text


def _without_matter(text: str) -> str:
    heads = [(found.start(), found[1]) for found in HEADING.finditer(text)]
    ends = [start for start, _ in heads[1:]] + [len(text)] * bool(heads)
    sections = [(start, end) for (start, head), end in zip(heads, ends, strict=True) if _is_matter(head)]
    said = [found.start() for found in _MATTER.finditer(text)]
    parts: list[str] = []
    done = last = 0
    for start, end in sentences(text):
        goes = 0 < done == last and goes_on(text[start:end])
        last = end
        inside = any(first <= start < last for first, last in sections) and not ABOUT_CODE.search(text, start, end)
        if inside or goes or (bisect_left(said, start) < bisect_left(said, end) and _is_matter(text[start:end])):
            parts += (text[done:start], blanked(text[start:end]))
            done = end
    return "".join((*parts, text[done:]))


def _is_matter(part: str) -> bool:
    """Whether a sentence or heading speaks of documents, images and the like, and not of the program."""
    return _MATTER.search(part) and not ABOUT_CODE.search(part) and not _KEEPS.search(part)
