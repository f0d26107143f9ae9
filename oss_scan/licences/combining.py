"""What several licences that a short text names give together: both, one by choice, or nothing that is clear."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.choices import OF_VERSIONS
from oss_scan.licences.doubts import names_content, sentences
from oss_scan.licences.fold import line_of
from oss_scan.licences.match import Kind, Match
from oss_scan.licences.names import Named
from oss_scan.licences.others import names_another
from oss_scan.licences.spdx import family, join
from oss_scan.regex import regex

#: That one may choose.
_CHOICE = regex(
    r"\b(?:[Ee]ither\b(?! (?:case|express)\b)|EITHER\b|at your (?:option|choice)\b"
    r"|(?:[Dd]ual|[Bb]i|[Tt]ri)[- ]?[Ll]icen[cs]ed?\b|[Dd]ual (?=[A-Z])|one of the following\b"
    r"|(?:[Cc]hoose|[Cc]hoice|[Kk]ie(?:s|st|zen)|[Kk]euze) (?:between|tussen|uit)\b"
    r"|naar (?:eigen )?keuze\b|or, at your\b|(?:MIT|ISC|BSD) OR (?=[A-Z(]))"
    r"|[\da-z)] OR (?=[A-Z(])|^[^\w\n]*OR[^\w\n]*$",
    re.MULTILINE,
)
_BETWEEN = regex(
    r"(?:[\s,()\[\]`'\"]|\b(?:licen[cs]es?|licenties?|both|the|de|het|and|or|en|of|as well as|alsmede)\b){1,12}",
    re.IGNORECASE,
)
_SEVERAL = Caseless(r"\b(?:two|three|several|multiple) (?:\w+[- ]){0,2}licen[cs]es\b")
#: Right before the first name, and how many characters that may be.
_BOTH = regex(r"\bboth\W{1,3}(?:under\W)?(?:the\W{1,3})?\Z", re.IGNORECASE)
_NEAR = 20
_OF_ECLIPSE = "eclipse distribution"
_AND = regex(r"\b(?:and|en|as well as|alsmede)\b", re.IGNORECASE)
_OR = regex(r"\b(?:or|of)\b", re.IGNORECASE)


def combined(text: str, found: tuple[Named, ...], *, says: bool) -> Match:
    """The answer by the licences that a text names, those of code before those for texts and data.

    `says` tells whether it says that the work has them.
    """
    code = [each for each in found if not names_content(text, each)]
    only = len(code) in (0, len(found)) or _joined_by(text, found) == "OR" or _are_slashed(text, found)
    used = found if only else code
    kind, score = _weight_of({each.form for each in used}, says=says)
    line, last = line_of(text, used[0].start), line_of(text, used[-1].end)
    expressions = _told(dict.fromkeys(each.expression for each in used if each.expression))
    several = len(expressions) > 1
    word = "AND" if not several else "OR" if _CHOICE.search(OF_VERSIONS.sub(" ", text)) else _joined_by(text, used)
    unclear = not expressions or word is None or (several and word == "AND" and _of_eclipse(text, used))
    unknown = any(each.form == "expression" and not each.expression for each in found)
    if unclear or unknown or _offers_content(text, found) or names_another(text, found):
        return Match(None, kind, score, line, last)
    return Match(join(expressions, word or "AND"), kind, score, line, last)


def _of_eclipse(text: str, named: Sequence[Named]) -> bool:
    """Whether the licences of Eclipse are named, of which its projects mean a choice also where they say `and`."""
    return any(text[each.start : each.end].lower().startswith(_OF_ECLIPSE) for each in named)


def _weight_of(forms: set[str], *, says: bool) -> tuple[Kind, float]:
    """What kind of answer names of these forms give, and how sure it is."""
    score = 0.9 if forms == {"name"} else 1.0
    if forms == {"url"} and not says:
        return "link", score
    return ("notice" if says and "tag" not in forms else "reference"), score


def _offers_content(text: str, found: Sequence[Named]) -> bool:
    """Whether a sentence offers to choose from a licence for texts or data and one for code: of what is not clear."""
    for start, end in sentences(text):
        named = [names_content(text, each) for each in found if start <= each.start < end]
        if any(named) and not all(named) and _CHOICE.search(OF_VERSIONS.sub(" ", text[start:end])):
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
