"""Short texts that name a licence without giving its text: notices, references and links."""

import re
from functools import cache

from oss_scan.licences.blanking import HEADING, MOST_WORDS, of_code, without_others
from oss_scan.licences.caseless import Caseless
from oss_scan.licences.combining import combined
from oss_scan.licences.doubts import names_content, taken_back
from oss_scan.licences.fold import line_of
from oss_scan.licences.leftover import unexplained
from oss_scan.licences.match import RESERVED, UNKNOWN, Match
from oss_scan.licences.names import Named, expression_of, find_all
from oss_scan.licences.spdx import for_content, full_text, ids, normalise
from oss_scan.licences.statements import limiting_near, untagged
from oss_scan.licences.words import count
from oss_scan.regex import regex

#: Characters of a text that is looked into.
_LONGEST = 20_000
#: Words beside its names that a text may have which does not say that the work has a licence.
_FEW_WORDS = 25
#: Words of a text of which each clause is asked whether it limits; of a longer one those where it names a licence.
_MOST_STRICT = 60
#: Characters of a text that may be an expression and nothing else.
_EXPRESSION = 300
#: A document of SPDX, and what it says: https://spdx.github.io/spdx-spec/v2.3/package-information/
_DOCUMENT = regex(r"\s*SPDXVersion:")
_DECLARED = regex(r"^PackageLicense(?:Declared|Concluded):([^\n]{1,200})$", re.MULTILINE)
#: The heading of what contributors agree to.
_AGREEMENT = regex(
    r"^[^\w\n]{0,10}(?:bijdragers?licentieovereenkomst|contributors? licen[cs]e agreement)\b",
    re.IGNORECASE | re.MULTILINE,
)
#: A heading on the licence, and what stands behind a name below it.
_HEAD_ALONE = regex(r"[^\w\n]*(?:the |de )?(?:software )?(?:licen[cs]e|licentie)[^\w\n]*", re.IGNORECASE)
_SEE = regex(r"[\s,;.(–—-]*\b(?:see|zie)\b[^\n]{0,100}$|\.\s*$", re.IGNORECASE)
#: Words of a text that may reserve all rights.
_MOST_RESERVED = 60
#: The part of a licence that may be left where its text was cut off.
_MUCH = 0.25

#: An address, which is no word of its own where it is that of a licence.
_LINK = regex(r"[\w:./-]{0,300}/[\w./-]{0,300}")
_SAYS = Caseless(
    r"\blicen[cs]ed (?:under|by)"
    r"|\b(?:released|available|published|distributed|shared|provided|covered|licen[cs]ed?|permitted|is|are|falls)\b"
    r"[^.\n]{0,40}\b(?:under|by|using)\b|\bwaived?\b[^.]{0,80}\b(?:through|under|via)\b|\bkrachtens\b"
    r"|\bonder (?:de|het|een)\b|\bgelicen[cst]\w*|\bvalt onder\b|\bvallen onder\b"
    r"|\bunder (?:the )?(?:terms|conditions) of\b|\b(?:licen[cs]e|licentie)(?: terms)?\s*(?:is|:)"
    r"|\bsubject to the terms\b|\b(?:has|have)\s+(?:waived|dedicated)\s+all\s+copyright\s+and\s+related\b"
    r"|\byou (?:can|may) (?:re)?distribute\b[^.]{0,60}\bunder the terms of\b"
    r"|\b(?:lizenziert|lisensiert) (?:unter|under)\b|\bsous (?:la )?licence\b|\bsotto (?:la )?licenza\b|\bunter der\b",
)
#: A line that gives the program its licence, beside one for texts or data.
_LABELLED = regex(
    r"^[^\w\n]{0,10}(?:de |the )?(?:(?:source[- ])?code|broncode|software|programmatuur|scripts?)[^\w\n]{0,10}:"
    r"[^\w\n]{0,10}([^\n]{2,80}?)[^\w\n)+]{0,10}$",
    re.IGNORECASE | re.MULTILINE,
)
_RESERVES = regex(r"\ball rights reserved\b|\balle rechten (?:zijn )?voorbehouden\b", re.IGNORECASE)
_PROPRIETARY = regex(r"\b(?:this|the) (?:software|source code|code|program) is proprietary\b", re.IGNORECASE)
#: Words that would give a licence after all.
_GRANTS = regex(r"\b(?:hereby|is|are) (?:granted|licen[cs]ed)\b|\bopen[- ]source\b", re.IGNORECASE)
#: That the licence of the rest does not hold here; and a tag at the top of a page, which speaks of the page itself.
_EXEMPT = regex(
    r"the open source licen[cs]e does not apply to (?:the )?files in this (?:directory|folder)", re.IGNORECASE
)
_OWN_TAG = regex(r"\A\s*(?:@licen[cs]e|SPDX-License-Identifier:)[^\n]{0,100}\n")
_UNDERLINED = regex(r"^([^\W_][^\n]{1,100})(?=\n[ \t]*[=~^*-]{3,}[ \t]*$)", re.MULTILINE)
_NAMES_ONE = regex(r"\n.*(?:licen[cs]|licenti|LICENSES/)|\b(?:licen[cs]ed|gelicen|in licentie)", re.IGNORECASE)


def notice(text: str) -> Match:
    """What a text without a known licence text says."""
    declared = _DOCUMENT.match(text) and _DECLARED.search(text)
    if declared:
        expression = normalise(declared[1].strip())
        return Match(expression, "reference", 1.0, line_of(text, declared.start())) if expression else UNKNOWN
    agreement = _AGREEMENT.search(text)
    if agreement and agreement.start():  # what contributors agree to says nothing to who uses the work
        text = text[: agreement.start()]
    text = without_others(text)
    expression = normalise(text.strip()) if len(text) <= _EXPRESSION else None
    if expression:
        return Match(expression, "reference", 1.0, line_of(text, len(text) - len(text.lstrip())))
    if len(text) > _LONGEST:
        return UNKNOWN
    alone = _alone(text) if len(text) <= _EXPRESSION else None
    if alone:
        return Match(alone, "reference", 1.0, line_of(text, len(text.rstrip())))
    text = of_code(text)
    words = count(text)
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
    says = _SAYS.search(text)
    if not says and own > _FEW_WORDS:
        return UNKNOWN
    match = _labelled(text, found) or combined(text, found, says=says)
    page = _OWN_TAG.match(text) and HEADING.search(text)
    if page or not match.expression:
        return match
    if words > _MOST_STRICT:
        return UNKNOWN if limiting_near(apart, _names_code) else match
    from oss_scan.licences.given import gives
    from oss_scan.licences.telling import telling

    return UNKNOWN if telling(apart) or not gives(text, found) else match


def _alone(text: str) -> str | None:
    """The licence of a text that has no more than a heading, an id and where its text stands."""
    lines = [line for line in text.split("\n") if line.strip(" \t#=*_-")]
    heads = [line for line in lines[:-1] if _HEAD_ALONE.fullmatch(line)]
    written = _SEE.sub("", lines[-1]) if len(lines) == 2 and heads else ""
    return normalise(written.strip(" \t*_`"))


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


def _reserved(text: str, words: int) -> Match | None:
    """What a text says that gives nobody a licence."""
    exempt = _EXEMPT.search(text)
    rest = _OWN_TAG.sub("\n", _EXEMPT.sub("", text)) if exempt else text
    reserves = _RESERVES.search(rest)
    if reserves and not find_all(rest) and (exempt or words <= _MOST_RESERVED) and not _NAMES_ONE.search(rest.strip()):
        return Match(RESERVED, "notice", 0.9, line_of(text, (_RESERVES.search(text) or reserves).start()))
    return UNKNOWN if exempt else None


def proprietary(text: str) -> Match | None:
    """A longer text of its own that reserves all rights, beside a disclaimer that licences have too."""
    if "proprietary" not in (lowered := text.lower()) or "all rights reserved" not in lowered:
        return None
    found = _PROPRIETARY.search(text)
    if not found or _GRANTS.search(text) or find_all(text):
        return None
    return Match(RESERVED, "notice", 0.9, line_of(text, found.start()))


def _nameless(found: re.Match[str]) -> str:
    return " " if any(each.form == "url" for each in find_all(found.group())) else found.group()


def _own_words(left: str) -> int:
    return count(_LINK.sub(_nameless, left) if "/" in left else left)


def _holds_much_of(text: str, words: int, licence: str) -> bool:
    """Whether a text is a good part of a licence that it names: that one, altered, and no notice."""
    long = any(words > length * _MUCH for length in map(_length, ids(licence)) if length)
    return long and _own_words(unexplained([text], [licence])) < words / 2


@cache
def _length(licence: str) -> int:
    """The words of a licence's text; 0 where it is not known."""
    return count(full_text(licence) or "")
