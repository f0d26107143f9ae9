"""Short texts that name a licence without giving its text: notices, references and links."""

import re
from collections.abc import Sequence
from itertools import pairwise

from oss_scan.licences.fold import line_of
from oss_scan.licences.leftover import unexplained
from oss_scan.licences.names import Named, find_all
from oss_scan.licences.reading import CHOICE, RESERVED, UNKNOWN, Kind, Match
from oss_scan.licences.spdx import for_content, full_text, ids, join, normalise

#: Words of a text that may answer by what it names; in a longer one a name may mean anything.
MOST_WORDS = 260
LONGEST = 20_000
_FEW_WORDS = 25
_EXPRESSION = 300
# https://spdx.github.io/spdx-spec/v2.3/package-information/
_DOCUMENT = re.compile(r"\s*SPDXVersion:")
_DECLARED = re.compile(r"^PackageLicense(?:Declared|Concluded):([^\n]{1,200})$", re.MULTILINE)
_AGREEMENT = re.compile(
    r"^[^\w\n]{0,10}(?:bijdragers?licentieovereenkomst|contributors? licen[cs]e agreement)\b",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_RESERVED = 60

_WORD = re.compile(r"[^\W_]+")
_SAYS = re.compile(
    r"\blicen[cs]ed (?:under|by)"
    r"|\b(?:released|available|published|distributed|provided|covered|licen[cs]ed?|permitted|is|are|falls)\b[^.\n]{0,40}"
    r"\b(?:under|by)\b|\bkrachtens\b|\bonder (?:de|het|een)\b|\bgelicen[cst]\w*|\bvalt onder\b|\bvallen onder\b"
    r"|\b(?:licen[cs]e|licentie)\s*(?:is|:)|\bsubject to the terms\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|never|no longer|niet|geen|nooit|niet langer|isn't|formerly|voorheen|previously"
    r"|some|parts?|portions?|certain|sommige|delen|onderdelen|third[- ]party|derden|dependencies|bibliotheken|libraries"
    r"|compatible with|incompatible|unlike|instead of|in plaats van|draft|concept|tbd|todo|not yet|nog niet)\b",
    re.IGNORECASE,
)
_RESTRICTS = re.compile(
    r"\bnon[- ]?commercial|\bcommercial use|\bcommons clause|\bniet[- ]commerci|\bcommercieel gebruik|\bprohibited"
    r"|\bverboden|\b(?:prior|written|voorafgaande|schriftelijke)\b[^.\n]{0,30}\b(?:permission|consent|toestemming)"
    r"|\b(?:may|must|can|shall) not\b(?! use this (?:file|work|software) except in compliance)|\bcannot\b"
    r"|\bnot (?:permitted|allowed)\b|\bonly (?:for|by|within|in)\b|\b(?:mag|mogen|kan|kunnen) (?:je |u |men )?niet\b"
    r"|\bniet toegestaan\b|\buitsluitend\b|\balleen (?:voor|door|binnen)\b"
    r"|\bpermission is hereby|\bredistribution and use\b|\bproprietary\b|\bconfidential\b",
    re.IGNORECASE,
)
ABOUT_CONTENT = re.compile(
    r"\b(?:document\w*|docs|content|data|images?|photos?|media|afbeeldingen|foto'?s|teksten|inhoud|logo'?s?|fonts?|illustrations?)\b",
    re.IGNORECASE,
)
_RESERVES = re.compile(r"\ball rights reserved\b|\balle rechten (?:zijn )?voorbehouden\b", re.IGNORECASE)
_NAMES_ONE = re.compile(r"\n.*(?:licen[cs]|licenti|LICENSES/)|\b(?:licen[cs]ed|gelicen|in licentie)", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:[\s,()\[\]`'\"]|\b(?:licen[cs]es?|licenties?|both|the|de|het|and|or|en|of|as well as|alsmede)\b|&){1,12}",
    re.IGNORECASE,
)
_AND, _OR = (
    re.compile(r"\b(?:and|en|as well as|alsmede)\b|&", re.IGNORECASE),
    re.compile(r"\b(?:or|of)\b", re.IGNORECASE),
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z#*\[(])|\n\s*\n|\n(?=\s*[-*#])")


def notice(text: str) -> Match:
    """What a text without a known licence text says."""
    document = _DOCUMENT.match(text) and _DECLARED.search(text)
    if document:
        expression = normalise(document[1].strip())
        return Match(expression, "reference", 1.0, line_of(text, document.start())) if expression else UNKNOWN
    agreement = _AGREEMENT.search(text)
    if agreement and agreement.start():  # what contributors agree to says nothing to who uses the work
        text = text[: agreement.start()]
    expression = normalise(text.strip()) if len(text) <= _EXPRESSION else None
    if expression:
        return Match(expression, "reference", 1.0, line_of(text, len(text) - len(text.lstrip())))
    words = len(_WORD.findall(text))
    if words > MOST_WORDS or len(text) > LONGEST:
        return UNKNOWN
    found = find_all(text)
    named = {each.expression for each in found if each.expression}
    left = unexplained([text], named) if named else text
    own = len(_WORD.findall(left))
    if own < words / 2 and _holds_half_of(words, named):
        return Match(None, "modified", round(1 - own / max(1, words), 3))
    reserves = _RESERVES.search(text)
    if reserves and not found and words <= _MOST_RESERVED and not _NAMES_ONE.search(text.strip()):
        return Match(RESERVED, "notice", 0.9, line_of(text, reserves.start()))
    if not found or _RESTRICTS.search(left):
        return UNKNOWN
    sentences = [part for part in _SENTENCE.split(left) if part.strip()]
    if any(_DENIES.search(part) and not ABOUT_CONTENT.search(part) and find_all(part) for part in sentences):
        return UNKNOWN
    says = bool(_SAYS.search(text))
    if not says and own > _FEW_WORDS:
        return UNKNOWN
    return _answer(text, found, says=says)


def _holds_half_of(words: int, named: set[str]) -> bool:
    """Whether a text is as long as half of a licence that it names: that licence, altered, and not a notice of it."""
    known = [full_text(licence) for expression in named for licence in ids(expression)]
    return any(words > len(_WORD.findall(each)) / 2 for each in known if each)


def _answer(text: str, found: tuple[Named, ...], *, says: bool) -> Match:
    code = [each for each in found if not (each.expression and for_content(each.expression))]
    used = code or list(found)
    expressions = tuple(dict.fromkeys(each.expression for each in used if each.expression))
    line = line_of(text, used[0].start)
    forms = {each.form for each in used}
    kind: Kind = "link" if forms == {"url"} and not says else "notice" if says and "tag" not in forms else "reference"
    score = 0.9 if forms == {"name"} else 1.0
    last = line_of(text, used[-1].end)
    word = "OR" if CHOICE.search(text) else _joined_by(text, used)
    if not expressions or (len(expressions) > 1 and word is None):
        return Match(None, kind, score, line, last)
    return Match(join(expressions, word or "AND"), kind, score, line, last)


def _joined_by(text: str, named: Sequence[Named]) -> str | None:
    """AND or OR, where nothing but such a word stands between the names; None where they may be of different things."""
    between = [text[one.end : other.start] for one, other in pairwise(named)]
    for word, pattern in (("AND", _AND), ("OR", _OR)):
        if between and all(map(_BETWEEN.fullmatch, between)) and pattern.search(between[-1]):
            return word
    return None
