"""Short texts that name a licence without giving its text: notices, references and links."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.choices import OF_VERSIONS
from oss_scan.licences.doubts import ABOUT_CODE, SENTENCE, names_content, taken_back
from oss_scan.licences.fold import line_of
from oss_scan.licences.given import gives
from oss_scan.licences.leftover import unexplained
from oss_scan.licences.names import Named, expression_of, find_all
from oss_scan.licences.others import names_another
from oss_scan.licences.reading import CHOICE, RESERVED, UNKNOWN, Kind, Match
from oss_scan.licences.spdx import family, for_content, full_text, ids, join, normalise
from oss_scan.licences.statements import limiting_near, telling, untagged

#: Words of a text that may answer by what it names; in a longer one a name may mean anything.
MOST_WORDS = 260
LONGEST = 20_000
_FEW_WORDS = 25
#: Words of a text of which each clause is asked whether it limits; of a longer one those where it names a licence.
_MOST_STRICT = 60
_EXPRESSION = 300
# https://spdx.github.io/spdx-spec/v2.3/package-information/
_DOCUMENT = re.compile(r"\s*SPDXVersion:")
_DECLARED = re.compile(r"^PackageLicense(?:Declared|Concluded):([^\n]{1,200})$", re.MULTILINE)
_AGREEMENT = re.compile(
    r"^[^\w\n]{0,10}(?:bijdragers?licentieovereenkomst|contributors? licen[cs]e agreement)\b",
    re.IGNORECASE | re.MULTILINE,
)
#: Words of the heading of such a part.
_HEADS = (
    r"(?:licen[cs](?:es?|ing)|licenties?|notices?|attributions?|acknowledge?ments?|credits?|copyrights?|software|code|source"
    r"|components?|librar(?:y|ies)|packages?|modules?|assets?|materials?|content|data|fonts?|works?|tools?|used|included"
    r"|open|external|runtime|other|list|information|texts?|files?|plug-?ins?|the|of|and|from|in|onderdelen|componenten"
    r"|bibliotheken|broncode|gebruikte|van|en|uit|met|javascript|python|npm|node|frontend|backend)"
)
#: The part of a text on what others made, and is used, up to the next heading.
_OF_OTHERS = re.compile(
    rf"(?:\A|(?<=\n\n)|^(?=[ \t]*#))[^\w\n]{{0,10}}(?:{_HEADS} ){{0,3}}(?:(?:third|3rd)[- ]party(?= {_HEADS})"
    r"|(?<=of )(?:third|3rd)[- ]parties|(?<=van )derden|dependenc(?:y|ies)|bundled|vendored|afhankelijkheden)"
    rf"(?: {_HEADS}){{0,3}}[^\w\n]{{0,10}}$"
    r"(?:\n(?!#{1,6}[ \t]|[^\n]{1,100}\n[=-]{3,}[ \t]*$)[^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
#: One of these stands in each, in lower case.
_SHOW_OTHERS = ("third", "3rd", "derden", "dependenc", "bundled", "vendored", "afhankelijk")
#: A sentence that what others made may have other terms than the licence that it names, which is none of its.
_MAY_DIFFER = re.compile(
    (
        r"\b(?:the )?licen[cs]es of (?:some |other |certain |these |the )?(?:used |third[- ]party |included |bundled )?"
        r"(?:libraries|dependencies|components|packages|modules) (?:may|might|can) (?:impose|have|set)"
        r" different(?: (?:redistribution|general|licen[cs]ing|licen[cs]e|terms|conditions|or|and)){1,8} than those"
        r"(?: (?:stated|set out|given))?(?: (?:in|of|by) [^.;:]{1,60}(?:\.\d)?)?(?=\.\s|\s*\Z)"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
_MOST_RESERVED = 60
#: The part of a licence that may be left where its text was cut off.
_MUCH = 0.25

_WORD = re.compile(r"[^\W_]+")
#: Where Debian keeps the texts, of which the newest may stand for any version.
_DEBIAN = re.compile(
    r"(?:\b(?:On Debian|(?:complete|full) text)\b(?:[^`'\"/]|/Linux){0,160}[`'\"]?)?"
    r"/usr/share/common-licenses/[\w.-]{1,30}"
)
#: An address, which is no word of its own where it is that of a licence.
_LINK = re.compile(r"[\w:./-]{0,300}/[\w./-]{0,300}")
_SAYS = re.compile(
    r"\blicen[cs]ed (?:under|by)"
    r"|\b(?:released|available|published|distributed|shared|provided|covered|licen[cs]ed?|permitted|is|are|falls)\b"
    r"[^.\n]{0,40}\b(?:under|by|using)\b|\bwaived?\b[^.]{0,80}\b(?:through|under|via)\b|\bkrachtens\b"
    r"|\bonder (?:de|het|een)\b|\bgelicen[cst]\w*|\bvalt onder\b|\bvallen onder\b"
    r"|\bunder (?:the )?(?:terms|conditions) of\b|\b(?:licen[cs]e|licentie)(?: terms)?\s*(?:is|:)"
    r"|\bsubject to the terms\b"
    r"|\byou (?:can|may) (?:re)?distribute\b[^.]{0,60}\bunder the terms of\b"
    r"|\b(?:lizenziert|lisensiert) (?:unter|under)\b|\bsous (?:la )?licence\b|\bsotto (?:la )?licenza\b|\bunter der\b",
    re.IGNORECASE,
)
#: A line that gives the program its licence, beside one for texts or data.
_LABELLED = re.compile(
    r"^[^\w\n]{0,10}(?:de |the )?(?:(?:source[- ])?code|broncode|software|programmatuur|scripts?)[^\w\n]{0,10}:"
    r"[^\w\n]{0,10}([^\n]{2,80}?)[^\w\n)+]{0,10}$",
    re.IGNORECASE | re.MULTILINE,
)
#: What is no part of a program.
_MATTER = Caseless(
    r"\b(?:document(?:s|ation|atie|en)?|docs|images?|photos?|videos?|infographics|icons?|afbeeldingen|beelden|foto'?s|\w*logo'?s?"
    r"|fonts?|illustrations?|(?:rijks)?huisstijl)\b|\binhoud en auteursrecht|\bciteren van (?:de )?inhoud\b"
)
#: That a program is to go on showing it.
_KEEPS = Caseless(
    r"\b(?:remov\w+|kept|keep|retain\w*|remains?|visible|shown|displayed|verwijder\w+|behouden|zichtbaar|blij(?:ft|ven)"
    r"|getoond|weergegeven|vermeld(?:en|ing)?|display|tonen|verplicht|mandatory|obligatory"
    r"|(?:each|every|elke?) (?:page|screen|pagina|scherm))\b"
)
_RESERVES = re.compile(r"\ball rights reserved\b|\balle rechten (?:zijn )?voorbehouden\b", re.IGNORECASE)
#: That the licence of the rest does not hold here; and a tag at the top of a page, which speaks of the page itself.
_EXEMPT = re.compile(
    r"the open source licen[cs]e does not apply to (?:the )?files in this (?:directory|folder)", re.IGNORECASE
)
_OWN_TAG = re.compile(r"\A\s*(?:@licen[cs]e|SPDX-License-Identifier:)[^\n]{0,100}\n")
_HEADING = re.compile(r"^#{1,6}[ \t]+([^\n]{1,200})$", re.MULTILINE)
_UNDERLINED = re.compile(r"^([^\W_][^\n]{1,100})(?=\n[ \t]*[=~^*-]{3,}[ \t]*$)", re.MULTILINE)
_NAMES_ONE = re.compile(r"\n.*(?:licen[cs]|licenti|LICENSES/)|\b(?:licen[cs]ed|gelicen|in licentie)", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:[\s,()\[\]`'\"]|\b(?:licen[cs]es?|licenties?|both|the|de|het|and|or|en|of|as well as|alsmede)\b){1,12}",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:two|three|several|multiple) (?:\w+[- ]){0,2}licen[cs]es\b", re.IGNORECASE)
#: Right before the first name, and how many characters that may be.
_BOTH, _NEAR = re.compile(r"\bboth\W{1,3}(?:under\W)?(?:the\W{1,3})?\Z", re.IGNORECASE), 20
_AND, _OR = (
    re.compile(r"\b(?:and|en|as well as|alsmede)\b", re.IGNORECASE),
    re.compile(r"\b(?:or|of)\b", re.IGNORECASE),
)


def notice(text: str) -> Match:
    """What a text without a known licence text says."""
    document = _DOCUMENT.match(text) and _DECLARED.search(text)
    if document:
        expression = normalise(document[1].strip())
        return Match(expression, "reference", 1.0, line_of(text, document.start())) if expression else UNKNOWN
    agreement = _AGREEMENT.search(text)
    if agreement and agreement.start():  # what contributors agree to says nothing to who uses the work
        text = text[: agreement.start()]
    lowered = text.lower()
    if any(each in lowered for each in _SHOW_OTHERS):
        text = _OF_OTHERS.sub(lambda found: found[0] if limiting_near(found[0], bool) else _blank(found), text)
    text = _MAY_DIFFER.sub(_blank, text) if "different" in lowered else text
    expression = normalise(text.strip()) if len(text) <= _EXPRESSION else None
    if expression:
        return Match(expression, "reference", 1.0, line_of(text, len(text) - len(text.lstrip())))
    if len(text) > LONGEST:
        return UNKNOWN
    text = _of_code(_DEBIAN.sub(_blank, text) if "common-licenses" in text else text)
    words = len(_WORD.findall(text))
    if words > MOST_WORDS:
        return UNKNOWN
    found = find_all(text)
    named = {each.expression for each in found if each.expression}
    headed = _UNDERLINED.sub(r"# \1", text)
    apart = unexplained([headed], named) if named else text
    left = apart.replace("\n\n", "\n")
    own = _own_words(left)
    if own < words / 2 and any(_holds_much_of(headed, words, each) for each in named):
        return Match(None, "modified", round(1 - own / max(1, words), 3))
    reserved = _reserved(text, words)
    if reserved:
        return reserved
    if not found or taken_back(text, untagged(left), found):
        return UNKNOWN
    says = bool(_SAYS.search(text))
    if not says and own > _FEW_WORDS:
        return UNKNOWN
    match = _labelled(text, found) or _answer(text, found, says=says)
    page = _OWN_TAG.match(text) and _HEADING.search(text)
    if page or not match.expression:
        return match
    if words > _MOST_STRICT:
        return UNKNOWN if limiting_near(apart, _names_code) else match
    return UNKNOWN if telling(left) or not gives(text, found) else match


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _names_code(text: str) -> bool:
    """Whether a text names a licence that may be for code."""
    return any(not names_content(text, each) for each in find_all(text))


def _labelled(text: str, found: tuple[Named, ...]) -> Match | None:
    """What stands behind `Code:`, where a name may be too short to be seen elsewhere (`MIT`)."""
    labels = tuple(_LABELLED.finditer(text))
    meant = {expression_of(each[1]) for each in labels}
    code = {each.expression for each in found if each.expression and not for_content(each.expression)}
    if not labels or (code and meant <= {*code, None}):
        return None
    expression = meant.pop() if len(meant) == 1 and code <= meant else None
    return Match(expression, "reference", 0.9, line_of(text, labels[0].start(1)))


def _of_code(text: str) -> str:
    """A text with what it says of documents, images and the like only blanked, where the rest names a licence."""
    if not _MATTER.search(text):
        return text
    heads = [(found.start(), found[1]) for found in _HEADING.finditer(text)]
    ends = [start for start, _ in heads[1:]] + [len(text)] * bool(heads)
    sections = [(start, end) for (start, head), end in zip(heads, ends, strict=True) if _is_matter(head)]
    edges = [0, *(edge for found in SENTENCE.finditer(text) for edge in found.span()), len(text)]
    said = [found.start() for found in _MATTER.finditer(text)]
    rest = text
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        inside = any(first <= start < last for first, last in sections) and not ABOUT_CODE.search(text, start, end)
        if inside or (bisect_left(said, start) < bisect_left(said, end) and _is_matter(text[start:end])):
            rest = rest[:start] + re.sub(r"[^\n]", " ", text[start:end]) + rest[end:]
    if len(_WORD.findall(rest)) > MOST_WORDS:  # of neither is anything said
        return rest
    named = (each.expression for each in find_all(rest))
    return rest if any(each and not for_content(each) for each in named) else text


def _is_matter(part: str) -> bool:
    """Whether a sentence or heading speaks of documents, images and the like, and not of the program."""
    return _MATTER.search(part) and not ABOUT_CODE.search(part) and not _KEEPS.search(part)


def _reserved(text: str, words: int) -> Match | None:
    """What a text says that gives nobody a licence."""
    exempt = _EXEMPT.search(text)
    rest = _OWN_TAG.sub("\n", _EXEMPT.sub("", text)) if exempt else text
    reserves = _RESERVES.search(rest)
    if reserves and not find_all(rest) and (exempt or words <= _MOST_RESERVED) and not _NAMES_ONE.search(rest.strip()):
        return Match(RESERVED, "notice", 0.9, line_of(text, (_RESERVES.search(text) or reserves).start()))
    return UNKNOWN if exempt else None


def _nameless(found: re.Match[str]) -> str:
    return " " if any(each.form == "url" for each in find_all(found.group())) else found.group()


def _own_words(left: str) -> int:
    return len(_WORD.findall(_LINK.sub(_nameless, left) if "/" in left else left))


def _holds_much_of(text: str, words: int, licence: str) -> bool:
    """Whether a text is a good part of a licence that it names: that one, altered, and no notice."""
    long = any(words > length * _MUCH for length in map(_length, ids(licence)) if length)
    return long and _own_words(unexplained([text], [licence])) < words / 2


@cache
def _length(licence: str) -> int:
    """The words of a licence's text; 0 where it is not known."""
    return len(_WORD.findall(full_text(licence) or ""))


def _answer(text: str, found: tuple[Named, ...], *, says: bool) -> Match:
    code = [each for each in found if not names_content(text, each)]
    used = list(found) if not code or _joined_by(text, found) == "OR" or _are_slashed(text, found) else code
    expressions = _told(dict.fromkeys(each.expression for each in used if each.expression))
    line = line_of(text, used[0].start)
    forms = {each.form for each in used}
    kind: Kind = "link" if forms == {"url"} and not says else "notice" if says and "tag" not in forms else "reference"
    score = 0.9 if forms == {"name"} else 1.0
    last = line_of(text, used[-1].end)
    word = "OR" if CHOICE.search(OF_VERSIONS.sub(" ", text)) else _joined_by(text, used)
    unknown = any(each.form == "expression" and not each.expression for each in found) or _offers_content(text, found)
    if unknown or not expressions or (len(expressions) > 1 and word is None) or names_another(text, found):
        return Match(None, kind, score, line, last)
    return Match(join(expressions, word or "AND"), kind, score, line, last)


def _offers_content(text: str, found: Sequence[Named]) -> bool:
    """Whether a sentence offers to choose from a licence for texts or data and one for code: of what is not clear."""
    edges = [0, *(edge for each in SENTENCE.finditer(text) for edge in each.span()), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        named = [names_content(text, each) for each in found if start <= each.start < end]
        if any(named) and not all(named) and CHOICE.search(OF_VERSIONS.sub(" ", text[start:end])):
            return True
    return False


def _told(expressions: Iterable[str]) -> tuple[str, ...]:
    """Those that say most: a licence with what holds of later versions, where it is named without that besides."""
    told = tuple(expressions)
    more = {family(each) for each in told if each != family(each)}
    told = tuple(each for each in told if each != family(each) or each not in more)
    return tuple(each for each in told if not each.endswith("+") or f"{family(each)}-or-later" not in told)


def _are_slashed(text: str, named: Sequence[Named]) -> bool:
    """Whether names stand beside each other with a slash between them, which says that one may choose, or does not."""
    return any(text[one.end : other.start].strip() == "/" for one, other in pairwise(named))


def _joined_by(text: str, named: Sequence[Named]) -> str | None:
    """AND or OR, where nothing but such a word stands between the names; None where they may be of different things."""
    between = [text[one.end : other.start] for one, other in pairwise(named)]
    if named and (_SEVERAL.search(text) or _BOTH.search(text, max(0, named[0].start - _NEAR), named[0].start)):
        return None  # which Rust's packages say of a choice
    for word, pattern in (("AND", _AND), ("OR", _OR)):
        if between and all(map(_BETWEEN.fullmatch, between)) and pattern.search(between[-1]):
            return word
    return None
