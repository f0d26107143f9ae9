"""Whether what a README says of a licence is said of this work as a whole.

A README names licences of libraries, fonts, templates and examples too. Only what leaves no doubt counts here: a name
alone, or a sentence of which this work is the subject; a section that says more is left aside.
"""

import re
from collections.abc import Sequence

from oss_scan import licences
from oss_scan.regex import regex

#: Lines at the top in which a field or a badge speaks of the whole.
TOP = 40

_LINK = regex(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)|\[([^\]\n]{1,300})\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,100}\])")
_RST_LINK = regex(r"`([^`<\n]{1,300})<[^>`\n]{1,300}>`_{1,2}")
_TAG = regex(r"</?\w{1,12}[^<>\n]{0,300}>|[*`]{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|^\s*>", re.MULTILINE)
_SENTENCE = regex(r"(?<=[.!?])\s+(?=[A-Z])|\n\s*\n|\n(?=\s*[-*+#>])")
#: Whose it is, and where the text stands: no part of what is said.
_HOLDER = regex(r"^[^\w\n]*(?:copyright|©|\(c\)|&copy;|auteursrecht)[^\n]{0,200}$", re.IGNORECASE | re.MULTILINE)
_GOES_ON = regex(r"\b(?:licen[cs]ed|released|gelicen[cst]\w*|in licentie|distributed)\b.*$", re.IGNORECASE)
_AFTER_NAME = regex(
    r"[\s,.:;(–-]*(?:©|\(c\)|copyright"
    r"|(?:please |also )?(?:see|zie|read|as (?:found|described) in|more (?:info|details) in)\b)[^\n]{0,200}$",
    re.IGNORECASE,
)
_LABEL = regex(
    r"^(?:SPDX-License-Identifier:"
    r"|(?:the )?(?:software |project )?(?:licen[cs]e|licentie)(?: of this project)?\s*[:=-])\s*",
    re.IGNORECASE,
)
#: Where the text or more about it stands.
_REFERS = regex(
    r"^\W*(?:for (?:more|further|the full)|(?:please |also )?(?:see|read)\b|the full|the text|a copy|de volledige"
    r"|de tekst|zie\b|voor meer|you (?:should have received|can find|may obtain)|unless required by applicable law)",
    re.IGNORECASE,
)
_WORKS = (
    r"(?:project|software|(?:source )?code|broncode|repository|repo|package|pakket|application|applicatie|app|work|werk"
    r"|tool|programma?|program|library|bibliotheek|module|plug-?in|component|website|product|service|code ?base)s?"
)
_GIVEN = (
    r"(?:licen[cs]ed|released|published|distributed|available|provided|covered|governed|gelicen[cst]\w*|gepubliceerd|uitgebracht"
    r"|beschikbaar|uitgegeven|in licentie gegeven|vrijgegeven|open[- ]?source)\b"
)
_VERB = (
    r"(?:\s+(?:is|are|has been|have been|was|wordt|worden|zijn|werd))?"
    rf"(?:\s+(?:\w{{2,12}}ly|also|ook|vrij|open[- ]?sourced?|and|en|made|hereby|hierbij)){{0,4}}\s+(?:{_GIVEN}"
    r"|(?:valt|vallen|falls?)(?=\s+(?:under|onder)\b))"
)
_OF_IT = (
    rf"(?: (?:in|of|from|van|uit) (?:this|deze|dit) {_WORKS}"
    r"| and (?:its |the )?(?:accompanying )?(?:documentation|data|materials))?"
)
_ENTIRE = r"(?:entire |whole |hele |volledige )?"
#: A sentence about this work, wherever it stands; and in a section about the licence.
_THIS = regex(
    rf"^\W*(?:this|our|deze|dit|onze) {_ENTIRE}{_WORKS}{_OF_IT}(?:{_VERB}|\s+is free software\b)", re.IGNORECASE
)
_THE = regex(
    rf"^\W*(?:(?:the|all|de|het|alle) {_ENTIRE}{_WORKS}{_OF_IT}{_VERB}"
    rf"|{_GIVEN}\s(?:for use )?(?:under|onder|krachtens)\b)",
    re.IGNORECASE,
)
_HAS = r"(?:uses?|has|have|carr(?:y|ies)|adopts?|gebruik(?:t|en)|heeft|hebben|hanteer(?:t|en)|kent|volgt|krijgt)"
_TAKEN = (
    rf"(?:(?:we|wij|i|ik) {_HAS}|(?:this|our|the|deze|dit|onze|de|het) {_ENTIRE}{_WORKS} {_HAS}"
    rf"|(?:voor|in) (?:deze|dit|onze|de|het) {_WORKS} (?:{_HAS}|geldt)(?: (?:we|wij))?"
    rf"|op (?:deze|dit|onze|de|het) {_WORKS} is)"
)
#: A sentence that says no more than which licence it is, and of what.
_CHOSEN = regex(
    rf"^\W*{_TAKEN} (?:(?:the|an?|de|het|een) )?(?P<name>[^.;:]{{2,80}}?(?:[.]\d[^.;:]{{0,40}}?){{0,2}})"
    r"(?: van toepassing)?\W*$",
    re.IGNORECASE,
)
#: The same, where that of another work has been named before.
_SAME = regex(
    rf"\b(?:this|our|deze|dit|onze) {_WORKS}"
    rf" (?:{_HAS}|(?:is|are|falls?|valt|staat|wordt)(?: {_GIVEN})? (?:under|onder))"
    r" (?:the same|dezelfde) (?:terms|licen[cs]e|licentie)\W*$",
    re.IGNORECASE,
)
#: Of a sentence about this work: that more than one thing, or what was or may be, is meant.
_MORE = regex(
    r"\b(?:except|unless|until|formerly|previously|before|older|versions? (?:before|up to|prior)|part(?:s|ly)?|some"
    r"|portions?|behalve|tenzij|uitgezonderd|tot en met|voorheen|deels|delen|sommige|example|template|would"
    r"|could|should|choose)\b",
    re.IGNORECASE,
)
_HEADING = regex(r"^[ \t]{0,3}#[ \t]+([^\n]{1,100})|^([^\n#=]{1,100})\n=+[ \t]*$", re.MULTILINE)
_STANDING = regex(
    r"\W*(?:project |repository |this (?:project|repository) is )?(?:deprecated|archived|obsolete|unmaintained|moved"
    r"|note|notice|warning|attention|verouderd|gearchiveerd|vervallen|let op)\W*",
    re.IGNORECASE,
)
#: The heading of a section about the licence of the whole: that of a part or a library has its name in it.
_PLAIN_HEADING = regex(
    r"[^\w\n]*(?:\d[\d.)]*[^\w\n]*)?(?:(?:the|de|our|project|software|code|source|open|copyright|auteursrecht(?:en)?"
    r"|rights|rechten|authors?|auteurs?|maintainers?|and|en|licen[cs]es?|licen[cs]ing|licenties?|licentiering|information|informatie|details|notice|of|this|terms"
    r"|h[1-6])\b[^\w\n]*){1,8}",
    re.IGNORECASE,
)
#: Texts and data of a work with a name: `the Foo documentation`, `Foo's data`, `de documentatie van Foo`.
TEXTS = (
    r"(?:documentati(?:on|e)|docs|manual|handleiding|content|inhoud|texts?|teksten|data(?:sets?|bases?)?|gegevens"
    r"|images|afbeeldingen|photos|foto's|maps|kaarten)"
)
_TEXTS_OF = regex(
    rf"\b(?:(?:the|de|het) (?P<its>{TEXTS}) (?:of|for|van|voor) (?:(?:the|de|het) )?(?P<behind>\w[\w .-]{{1,50}}?)"
    r"(?= (?:is|are|valt|vallen|wordt|worden|zijn|heeft|has|have|falls?)\b)"
    rf"|(?:(?:the|de|het) )?(?P<before>(?-i:[\dA-Z])[\w .-]{{1,50}}?)(?:['’]s)? (?P<texts>{TEXTS})\b)",
    re.IGNORECASE,
)
_FREE = regex(r"\bis free software\b", re.IGNORECASE)
_AROUND = regex(
    rf"^(?:the|de|het)\s+|\s+(?:h?as a whole|in (?:its|his) entirety|als geheel|in (?:zijn|haar) geheel)$|\s+{_WORKS}$",
    re.IGNORECASE,
)
#: What a title says of the work behind its name; and letters that a name has more than.
_BEHIND, _FEW = regex(r"\s+(?:[-–—|]|and|en)\s+|[:(–—|[]"), 2
_ABOUT_WORK = regex(
    r"\W*(?:about|over (?:dit|deze)|introduct\w+|introductie|inleiding|overview|description|beschrijving"
    r"|open[- ]?source)\b",
    re.IGNORECASE,
)
#: What begins the name of no work in particular.
_GENERAL = regex(
    r"(?:the|this|these|our|all|any|each|its|de|het|deze|dit|onze|alle|copyright|licen[cs]e|source|code|content|except|you|i)\b",
    re.IGNORECASE,
)
_SUBJECT = regex(rf"^\W*([\w][\w .'-]{{1,50}}?){_VERB}", re.IGNORECASE)


def names_of(text: str) -> frozenset[str]:
    """What the first heading of a README calls the work, without what is not a letter or figure.

    A word of it alone may be what the work belongs to: a plug-in for QGIS is not QGIS. What stands behind the first
    word is the work itself: `iRODS Sudo Microservices`.
    """
    titles = (_plain(found[1] or found[2]).strip() for found in _HEADING.finditer(text[:4000]))
    title = next((each for each in titles if not is_standing(each)), "")
    _, *behind = title.split(" ")
    forms = (title, _AROUND.sub("", title), _BEHIND.split(title)[0], " ".join(behind) if len(behind) > 1 else "")
    return frozenset(name for name in map(_letters, forms) if len(name) > _FEW)


def is_about_work(heading: str) -> bool:
    """Whether the heading of a section is of one about the work as a whole."""
    return is_plain(heading) or bool(_ABOUT_WORK.match(_plain(heading)))


def is_standing(heading: str) -> bool:
    """Whether a heading says how the work stands, and the title comes behind it."""
    return bool(_STANDING.fullmatch(_plain(heading).strip()))


def is_plain(heading: str) -> bool:
    """Whether the heading of a section speaks of the licence, and of nothing in particular."""
    return bool(_PLAIN_HEADING.fullmatch(_plain(heading).strip()))


def speaks_of_whole(body: Sequence[str], names: frozenset[str], *, in_section: bool = True) -> bool:
    """Whether all that names a licence in a section about it, or in a sentence, says it of the work of these names."""
    from oss_scan.licences.names import find_all

    text = _HOLDER.sub(_named_of_holder, _plain("\n".join(body)))
    sentences = [" ".join(each.split()) for each in _SENTENCE.split(text) if each.strip()]
    alone = [each for each in sentences if in_section and _is_name(each)]
    others = (each for each in sentences if each not in alone and not _REFERS.match(each))
    naming = [each for each in others if find_all(each) or _FREE.search(each)]
    return bool(alone or naming) and all(_is_own(each, names, in_section=in_section) for each in naming)


def with_texts_of(sentence: str, names: frozenset[str]) -> str:
    """A sentence in which texts and data of the work of these names have no name."""
    named = _TEXTS_OF.finditer(sentence)
    own = next((found for found in named if _letters(found["before"] or found["behind"]) in names), None)
    if own is None:
        return sentence
    return f"{sentence[: own.start()]}This {own['its'] or own['texts']}{sentence[own.end() :]}"


def subject_of(sentence: str) -> str | None:
    """The letters of the name of the work that a sentence gives a licence; None where it tells no name."""
    found = _SUBJECT.match(sentence)
    name = _AROUND.sub("", found[1]) if found and not _GENERAL.match(found[1]) else ""
    return _letters(name) if name and not re.fullmatch(_WORKS, name, re.IGNORECASE) and not name.islower() else None


def mentions(text: str, name: str) -> bool:
    """Whether a text has a name somewhere, however it is spelled."""
    return name in _letters(text)


def name_alone(body: Sequence[str]) -> str | None:
    """The licence where a section is its name and nothing more, perhaps as a link."""
    lines = [line for line in _plain("\n".join(body)).splitlines() if line.strip()]
    return licences.meaning(_bare(lines[0])) if len(lines) == 1 else None


def _is_name(sentence: str) -> bool:
    """Whether a sentence is the name of a licence, and nothing more."""
    return licences.meaning(_bare(sentence)) is not None


def _bare(sentence: str) -> str:
    """A sentence without the label before a name and what stands behind it; a question names nothing."""
    return "" if sentence.rstrip(" *_)").endswith("?") else _LABEL.sub("", _AFTER_NAME.sub("", sentence)).strip(" .()")


def _is_own(sentence: str, names: frozenset[str], *, in_section: bool) -> bool:
    if _MORE.search(sentence):
        return False
    if _THIS.match(sentence) or (in_section and (_THE.match(sentence) or _is_chosen(sentence))):
        return True
    if in_section and _SAME.search(sentence):
        return True
    subject = _SUBJECT.match(sentence)
    return subject is not None and _letters(_AROUND.sub("", subject[1])) in names


def _is_chosen(sentence: str) -> bool:
    """Whether a sentence gives this work a licence of which it says the name, and nothing more."""
    chosen = _CHOSEN.match(sentence)
    return chosen is not None and _is_name(chosen["name"])


def _named_of_holder(found: re.Match[str]) -> str:
    """A line on whose the work is, blanked where it ends there: some go on with the licence."""
    goes_on = _GOES_ON.search(found[0])
    return goes_on[0] if goes_on else "\n"


def _plain(text: str) -> str:
    """Text without the marks of Markdown, reStructuredText and HTML; of a link its words stay."""
    return _TAG.sub("", _RST_LINK.sub(r"\1", _LINK.sub(lambda found: found[1] or "", text)))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
