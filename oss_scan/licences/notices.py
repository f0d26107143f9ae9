"""Short texts that name a licence without giving its text: notices, references and links."""

import re
from collections.abc import Sequence
from itertools import pairwise

from oss_scan.licences.choices import OF_VERSIONS
from oss_scan.licences.fold import line_of
from oss_scan.licences.leftover import unexplained
from oss_scan.licences.names import Named, expression_of, find_all
from oss_scan.licences.reading import CHOICE, RESERVED, UNKNOWN, Kind, Match
from oss_scan.licences.spdx import for_content, full_text, ids, join, normalise
from oss_scan.licences.statements import limiting

#: Words of a text that may answer by what it names; in a longer one a name may mean anything.
MOST_WORDS = 260
LONGEST = 20_000
_FEW_WORDS = 25
#: Words of a text of which each clause is asked whether it limits; in a longer one it may speak of anything.
_MOST_STRICT = 60
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
#: An address, which is no word of its own where it is that of a licence.
_LINK = re.compile(r"[\w:./-]{0,300}/[\w./-]{0,300}")
_SAYS = re.compile(
    r"\blicen[cs]ed (?:under|by)"
    r"|\b(?:released|available|published|distributed|provided|covered|licen[cs]ed?|permitted|is|are|falls)\b[^.\n]{0,40}"
    r"\b(?:under|by)\b|\bkrachtens\b|\bonder (?:de|het|een)\b|\bgelicen[cst]\w*|\bvalt onder\b|\bvallen onder\b"
    r"|\b(?:licen[cs]e|licentie)\s*(?:is|:)|\bsubject to the terms\b"
    r"|\byou (?:can|may) (?:re)?distribute\b[^.]{0,60}\bunder the terms of\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not(?!, see\b| use this (?:file|work|software) except in compliance)"
    r"|never|no longer|niet|geen|nooit|niet langer|isn't|formerly|voorheen|previously"
    r"|compatible with|incompatible|unlike|instead of|in plaats van|draft|concept|tbd|todo|not yet|nog niet)\b",
    re.IGNORECASE,
)
#: A line that gives the program its licence, beside one for texts or data.
_LABELLED = re.compile(
    r"^[^\w\n]{0,10}(?:de |the )?(?:(?:source[- ])?code|broncode|software|programmatuur|scripts?)[^\w\n]{0,10}:"
    r"[^\w\n]{0,10}([^\n]{2,80}?)[^\w\n)+]{0,10}$",
    re.IGNORECASE | re.MULTILINE,
)
#: That a licence is meant for later, is only thought of, or stands there as an example.
_NOT_YET = re.compile(
    r"\bconsider(?:s|ed|ing)?\b|\b(?:intend(?:s|ed)?|plan(?:s|ned|ning)?|going|aims?|hopes?|wants?|likely) to\b"
    r"|\bwill be\b(?! approved)|\bwould (?:be|suit|like to (?:release|publish|licen[cs]e))\b|\bin the future\b"
    r"|\b(?:probably|perhaps|proposed|proposal|tentative(?:ly)?|undecided)\b|\bto be (?:decided|determined|chosen)\b"
    r"|\bshould (?:we|be|use)\b|\b(?:your|our) preferred\b|\bpreferred licen[cs]e\b|\b(?:for )?example:"
    r"|\bfor instance\b"
    r"|(?<!other )\blicen[cs]es such as\b|(?<!andere )\blicenties zoals\b|\bvoorbeeld:|\bvoorkeurslicentie\b"
    r"|\bword(?:t|en) (?:later|binnenkort|straks)\b|\bz(?:al|ullen)\b(?![^.\n]{0,20}\bgoedgekeurd)|\bbinnenkort\b"
    r"|\b(?:voornemens|voorgenomen|beoogde?|waarschijnlijk|wellicht|misschien|vermoedelijk|bijvoorbeeld)\b"
    r"|\bto be (?:released|published|licen[cs]ed|distributed|made|open[- ]?sourced)\b|\bpending\b|\bunder review\b"
    r"|\b(?:once|when|wanneer)\b|\b(?:next|volgend) (?:year|month|week|quarter|version|jaar|kwartaal|versie)\b"
    r"|\b(?:as of|from|starting|vanaf|per|met ingang van)(?: \d{1,2})?(?: [a-z]+)? (?:20\d\d|versions?|versie)\b"
    r"|\bzodra\b(?![^.]{0,80}\bgoedgekeurd)|\bga(?:at|an)\b[^.\n]{0,40}\bvallen\b|(?<!als )\bvolgt\b"
    r"|\boverweg\w+|\b(?:nader|nog) te\b|\bin de toekomst\b"
    r"|\bwil(?:len)?\b[^.\n]{0,60}\b(?:publiceren|vrijgeven|uitbrengen|delen|licenti\w+)\b|\?\s*$",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:some|parts?|portions?|certain|sommige|delen|onderdelen|third[- ]party|derden|dependencies|bibliotheken"
    r"|libraries|(?:earlier|older|previous|prior|eerdere|oudere|vorige) (?:versions?|releases?|versies?)"
    r"|versions? \d[\d.]* (?:is|are)|versie \d[\d.]* is)\b",
    re.IGNORECASE,
)
#: Beside its name: that it is another licence, made from it.
_MADE_FROM = re.compile(
    r"\b(?:modified|altered|adapted|amended|adjusted|custom\w*|(?:variant|variation|spirit) of|based on|derived from"
    r"|similar to|like|aangepaste?|gewijzigde?|variant (?:op|van)|gebaseerd op|afgeleid van)"
    r"(?: [\w-]+){0,3}\W{0,3}\Z",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\W{0,3}(?:with|plus|including|met) (?:[\w-]+ ){0,3}"
    r"(?:modifications?|changes?|amendments?|additions?|clauses?|restrictions?|wijziging\w*|aanpassing\w*)\b",
    re.IGNORECASE,
)
_RESTRICTS = re.compile(
    r"\bnon[- ]?commercial|\bcommercial use|\bcommons clause|\bniet[- ]commerci|\bcommercieel gebruik|\bprohibited"
    r"|\bverboden|\b(?:prior|written|voorafgaande|schriftelijke)\b[^.\n]{0,30}\b(?:permission|consent|toestemming)"
    r"|\b(?:may|must|can|shall) not\b(?! use this (?:file|work|software) except in compliance)|\bcannot\b"
    r"|\bnot (?:permitted|allowed)\b|\bonly (?:for|by|within|in)\b|\b(?:mag|mogen|kan|kunnen) (?:je |u |men )?niet\b"
    r"|\bniet toegestaan\b|\buitsluitend\b|\balleen (?:voor|door|binnen)\b"
    r"|\bfor evaluation\b|\b(?:shall|must|have to) pay\b|\bfee of\b|\b(?:no|not) evil\b|\bevaluatiedoeleinden\b"
    r"|\b(?:requires?|vereist) (?:an?|een) (?:subscription|abonnement|contract|(?:paid|commercial|separate) \w+)"
    r"|\bfor (?:non[- ]production|students|schools|members|\w{1,12} days)\b|\bbetalen een\b"
    r"|\bunder the conditions? that\b"
    r"|\bpermission is hereby|\bredistribution and use\b|\bproprietary\b|\bconfidential\b",
    re.IGNORECASE,
)
ABOUT_CONTENT = re.compile(
    r"\b(?:document\w*|docs|content|data|images?|photos?|videos?|infographics|media|icons?|afbeeldingen|beelden|foto'?s"
    r"|teksten|inhoud|\w*logo'?s?|fonts?|illustrations?|(?:rijks)?huisstijl)\b",
    re.IGNORECASE,
)
#: Of these the ones that are no part of a program; and words for a program.
_MATTER = re.compile(
    r"\b(?:document(?:s|ation|atie|en)?|docs|images?|photos?|videos?|infographics|icons?|afbeeldingen|beelden|foto'?s|\w*logo'?s?"
    r"|fonts?|illustrations?|(?:rijks)?huisstijl)\b|\binhoud en auteursrecht|\bciteren van (?:de )?inhoud\b",
    re.IGNORECASE,
)
_ABOUT_CODE = re.compile(
    r"\b(?:source[- ](?:code|files?)|code|broncode|software|programs?|programma\w*|applications?|applicaties?|apps?"
    r"|modules?|librar\w+|projects?|products?|packages?|tools?|portal|systems?|platform|components?|repositor\w+"
    r"|everything|anything|alles|this work|dit werk|het werk)\b",
    re.IGNORECASE,
)
#: That it speaks of what others send in, which says nothing to who uses the work.
_SENT_IN = re.compile(r"\bcontributions?\b|\bcontributed\b|\bbijdragen?\b|\bpull requests?\b", re.IGNORECASE)
#: What a work is made with, and its licence.
_OF_WHAT_IT_USES = re.compile(
    r"(?:\b(?:uses?|using|thanks to|built (?:with|on)|based on|depends on|derived from"
    r"|gebruikt|gebaseerd op|maakt gebruik van)"
    r"|\b(?:contains?|includes?|bundles?|incorporates?|bevat)"
    r"(?! (?:the|de|all|alle) (?:source|software|code|broncode)\b))"
    r" [^.;\n]{1,80}?(?:[,(] ?|\b)(?:(?:which|that|die|dat|wat) |(?<=[,(] )|(?<=[,(]))"
    r"(?:(?:is|are|was|valt|zijn|wordt) )?"
    r"(?:licen[cs]ed|released|available|published|distributed|under|onder|gelicen\w+|gepubliceerd|uitgebracht)\b",
    re.IGNORECASE,
)
#: That what others made keeps its licence.
_OF_OTHERS = re.compile(
    r"\b(?:remain|stay|keep|retain)\b[^.\n]{0,30}\btheir (?:own|original|respective)\b", re.IGNORECASE
)
_RESERVES = re.compile(r"\ball rights reserved\b|\balle rechten (?:zijn )?voorbehouden\b", re.IGNORECASE)
#: That the licence of the rest does not hold here; and a tag at the top of a page, which speaks of the page itself.
_EXEMPT = re.compile(
    r"the open source licen[cs]e does not apply to (?:the )?files in this (?:directory|folder)", re.IGNORECASE
)
_OWN_TAG = re.compile(r"\A\s*(?:@licen[cs]e|SPDX-License-Identifier:)[^\n]{0,100}\n")
_HEADING = re.compile(r"^#{1,6}[ \t]+([^\n]{1,200})$", re.MULTILINE)
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
_CLAUSE = re.compile(rf"{_SENTENCE.pattern}|[,;]\s+(?:but|maar)\s")


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
    if len(text) > LONGEST:
        return UNKNOWN
    text = _of_code(text)
    words = len(_WORD.findall(text))
    if words > MOST_WORDS:
        return UNKNOWN
    found = find_all(text)
    named = {each.expression for each in found if each.expression}
    left = unexplained([text], named).replace("\n\n", "\n") if named else text
    own = len(_WORD.findall(_LINK.sub(_nameless, left)))
    if own < words / 2 and _holds_half_of(words, named):
        return Match(None, "modified", round(1 - own / max(1, words), 3))
    reserved = _reserved(text, words)
    if reserved:
        return reserved
    if not found or _RESTRICTS.search(left):
        return UNKNOWN
    if any(map(_denies, _CLAUSE.split(left))) or any(map(_is_meant, _CLAUSE.split(text))):
        return UNKNOWN
    if (
        _OF_WHAT_IT_USES.search(" ".join(text.split()))
        or _speaks_of_contributions(text)
        or any(_is_another(text, each) for each in found)
    ):
        return UNKNOWN
    says = bool(_SAYS.search(text))
    if not says and own > _FEW_WORDS:
        return UNKNOWN
    match = _labelled(text, found) or _answer(text, found, says=says)
    page = _OWN_TAG.match(text) and _HEADING.search(text)
    return UNKNOWN if match.expression and words <= _MOST_STRICT and not page and limiting(left) else match


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
    edges = [0, *(edge for found in _SENTENCE.finditer(text) for edge in found.span()), len(text)]
    rest = text
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        inside = any(first <= start < last for first, last in sections) and not _ABOUT_CODE.search(text, start, end)
        if inside or _is_matter(text[start:end]):
            rest = rest[:start] + re.sub(r"[^\n]", " ", text[start:end]) + rest[end:]
    named = (each.expression for each in find_all(rest))
    return rest if any(each and not for_content(each) for each in named) else text


def _is_matter(part: str) -> bool:
    """Whether a sentence or heading speaks of documents, images and the like, and not of the program."""
    return bool(_MATTER.search(part)) and not _ABOUT_CODE.search(part)


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


def _speaks_of_contributions(text: str) -> bool:
    """Whether every sentence that names a licence speaks of what others send in."""
    if not _SENT_IN.search(text):
        return False
    naming = [sentence for sentence in _SENTENCE.split(text) if sentence and find_all(sentence)]
    return bool(naming) and all(map(_SENT_IN.search, naming))


def _denies(sentence: str) -> bool:
    """Whether a sentence says that a licence does not hold, or holds for a part only."""
    partly = _PARTLY.search(sentence) and not _OF_OTHERS.search(sentence)
    if not (partly or _DENIES.search(sentence)):
        return False
    if ABOUT_CONTENT.search(sentence) and not _ABOUT_CODE.search(sentence):
        return False
    return any(not _names_content(sentence, each) for each in find_all(sentence))


def _is_meant(sentence: str) -> bool:
    """Whether a sentence only means to give a licence, or speaks of one as an example."""
    return bool(_NOT_YET.search(sentence)) and any(not _names_content(sentence, each) for each in find_all(sentence))


def _is_another(text: str, named: Named) -> bool:
    """Whether the words beside a name say that a licence made from the one with that name is meant."""
    before = " ".join(text[max(0, named.start - 80) : named.start].split())
    behind = " ".join(text[named.end : named.end + 80].split())
    return bool(_MADE_FROM.search(before) or _CHANGED.match(behind)) and not _names_content(text, named)


def _names_content(text: str, named: Named) -> bool:
    """Whether a name is that of a licence for texts or data."""
    return for_content(named.expression) if named.expression else text[named.start : named.end].startswith(("C", "c"))


def _holds_half_of(words: int, named: set[str]) -> bool:
    """Whether a text is as long as half of a licence that it names: that licence, altered, and not a notice of it."""
    known = [full_text(licence) for expression in named for licence in ids(expression)]
    return any(words > len(_WORD.findall(each)) / 2 for each in known if each)


def _answer(text: str, found: tuple[Named, ...], *, says: bool) -> Match:
    code = [each for each in found if not _names_content(text, each)]
    used = code or list(found)
    expressions = tuple(dict.fromkeys(each.expression for each in used if each.expression))
    line = line_of(text, used[0].start)
    forms = {each.form for each in used}
    kind: Kind = "link" if forms == {"url"} and not says else "notice" if says and "tag" not in forms else "reference"
    score = 0.9 if forms == {"name"} else 1.0
    last = line_of(text, used[-1].end)
    word = "OR" if CHOICE.search(OF_VERSIONS.sub(" ", text)) else _joined_by(text, used)
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
