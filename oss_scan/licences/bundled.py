"""Where a licence file goes on with what does not decide about the work: the parts that it bundles, its documentation.

Asked only where the whole file settles nothing: the licences of parts that are all recognised are told with the rest.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from oss_scan.licences.caseless import Caseless, lower
from oss_scan.licences.fold import without_copyright
from oss_scan.licences.names import find_all
from oss_scan.licences.origins import is_above, without_title
from oss_scan.regex import regex

if TYPE_CHECKING:
    from oss_scan.licences.parts import Part

#: A word of the name of something: with a capital, or in quotes.
_NAMED = r"(?-i:[\"“'`]?[a-z]?[A-Z][\w.-]{0,30}|[\"“'`][\w.-]{1,30})[\"”'`]?"
#: A line that opens what others made, or the documentation, or tells of the authors.
_HEADS = (
    (
        r"^[^\w\n]{0,20}(?:"
        r"(?:this|the) (?:[\w.-]{1,40} ){0,6}?(?:also )?(?:bundles?|includes?|contains?|incorporates?)"
        r"(?: the following| several| some| copies of)?"
        r"(?:(?: [\w-]{1,20}){0,2}?|(?: the| an?)?(?: {named}){1,6})"
        r" (?:software|code|source code|libraries|components|files|packages|third[-\s]party)\b"
        r"[^\n]*{third}|other software(?: used| included)?[^\w\n]*"
        r"|(?:the )?(?:icons?|fonts?|images?|sounds?) (?:are|were) (?:taken|copied|derived) from\b[^\n]*"
        r"|the following (?:libraries|components|software|files|code) (?:is|are) (?:included|bundled|embedded)\b[^\n]*"
        r"|for the following (?:parts|files|components|portions)\b[^.:;]{0,160}\blicen[cs]e[^.:;]{0,60}"
        r"\bdiffers?[^\w\n]*"
        r"|the licen[cs]es?(?: terms)? (?:of|for) the following (?:parts|files|components|portions) differs?[^\w\n]*"
        r"|the following (?:parts|files|components|portions) (?:have|carry|use|are under) (?:an? )?(?:different|other"
        r"|their own) licen[cs]es?[^\w\n]*"
        r"{subcomponents}"
        r"|the (?:[\w.-]{1,40} ){1,4}(?:project|product) contains subcomponents\b[^\n]*"
        r"|additional licen[cs]es[^\w\n]*|files: (?!\*)[^\n]*"
        r"|[\w.-]{1,60}/[\w./-]{1,100} \([\w\s]{1,30}\): [^\n]+"
        r"|(?:[\w'-]{1,40} ){0,3}(?:bundled|third[-\s]party|3rd[-\s]party|vendored|documentation)"
        r"(?: [\w'-]{1,40}){0,3}(?: licen[cs]es?| notices?| copyrights?)[^\w\n]*"
        r"|(?:licen[cs]es?|notices?|licenties) (?:of|for|van|voor) (?:the |de )?"
        r"(?:bundled|third[-\s]party|3rd[-\s]party|vendored|included|incorporated|used|gebruikte|meegeleverde|opgenomen)"
        r"\b[^\n]*"
        r"|(?:third[-\s]party|3rd[-\s]party|bundled|vendored|derived|included|used|gebruikte|meegeleverde|opgenomen)"
        r" {works}(?: (?:and|or|&|en|of) (?:{works}|data|files|media))?[^\w\n]*"
        r"|`?[\w./-]{1,100}\.\w{1,4}`? (?:is|was) (?:derived|adapted|generated|copied|taken|ported) from\b[^\n]*"
        r"|alternat(?:iv)?e licen[cs](?:ing|es?)[^\w\n]*"
        r"|the [\w.-]{1,40} documentation\b[^\n]*\n?[^\n]*"
        r"\b(?:released|licen[cs]ed|supplied|distributed|available) under\b[^\n]*"
        r"|about (?:the )?[\w.-]{1,40}(?: development| core)?(?: team)?\s*\n[=~-]{4,}\s*"
        r"|(?<=#\s)about (?:the )?[\w.-]{1,40}(?: development| core)? team[^\w\n]*"
        r"|[\w.-]{1,60}/[\w./-]{1,100} (?:is )?(?:forked|adapted|copied|taken|ported) from\b[^\n]*"
        r")$"
    )
    .replace("{named}", _NAMED)
    .replace(
        "{works}",
        r"(?:(?:source|library|build|runtime|open[- ]source) )?(?:software|components?|code|libraries|packages|modules"
        r"|dependencies|assets|componenten|broncode|bibliotheken|pakketten|afhankelijkheden|programmatuur)",
    )
    .replace(" ", r"[ \t]+")
)
#: What is sought slowly in it, each with a word that stands there, in lower case.
_RARE = {
    "third": r"|\w[^\n]{0,119}(?<=\S)[ \t]+(?:is|are)[ \t]+third[-\s]party[ \t]+"
    r"(?:content|materials?|works?|software|code|components|libraries)\b[^\n]*",
    "subcomponents": r"|(?:[\w.-]{1,40}[ \t]+){1,4}subcomponents:?",
}
#: A long rule, below which the list may begin already.
_RULE = regex(r"^[-=*#_]{40,}[ \t]*$", re.MULTILINE)
#: A rule with the name of a part below it, and of how many such parts a list consists at least.
_PART = regex(r"^[-=*#]{4,}[ \t]*\n\s*(?:\w[\w.+-]*(?:[ \t]+[\w.+()-]+){0,3})[ \t]*\n\s*\n", re.MULTILINE)
_PARTS = 4
#: What holds for the whole wherever it stands.
_OF_ALL = regex(
    r"commons clause|(?<!commercial and )(?<!commercial or )\bnon-?commercial\b(?! (?:or|and) commercial)"
    r"|\b(?:no|not for|without) commercial use|^licen[cs]e:[ \t]*\S{0,40}(?:EULA|proprietary)"
    r"|\bthe (?:whole|entire) (?:software|product|project)\b"
    r"|\bthis grant\b|\b(?:all of|in addition to) the above\b(?! copyright| notice| terms| condition)"
    r"|\bfor (?:any )?(?:business|commercial) use\b"
    r"|\bour (?:own )?(?:code|software|files|work) (?:is|are)\b"
    r"|\bthe main (?:software|program|product)\b|\b(?:this|the) (?:software|product|project|package) (?:may|can)"
    r" (?:only|not) be (?:used|sold|copied|\w*distributed|modified)\b",
    re.IGNORECASE | re.MULTILINE,
)
#: That licences are given there.
_LICENCES = regex(
    r"permission\s+is|redistribution\s+and\s+use|licen[cs]ed\s+under|licen[cs]e(?:\(s\)|s)?\s*:"
    r"|under\s+the\b(?:[^.]|\.\d){0,60}\blicen[cs]e"
    r"|licen[cs]e\s+agreement|public\s+licen[cs]e",
    re.IGNORECASE,
)

#: That one of the texts is for all, whatever the others are for.
_FOR_ALL = regex(r"\bthe above (?:\w+ )?licen[cs]e applies to all code\b", re.IGNORECASE)
_WORD = regex(r"\w")
#: Right above the first text: that it is of a part, of what others made or of older versions; and that it is of all.
_OF_PART = Caseless(
    r"(?m:^\W*files?:? (?!\*)[\w.-]*[/*.][^\n]*\Z"
    r"|^\W*(?:the )?(?:icons?|fonts?|images?|logos?|photos?|examples?|samples?|iconen"
    r"|lettertypen|afbeeldingen|voorbeelden)\b[^.\n]{0,80}:\W*\Z"
    r"|\b(?:icons?|fonts?|images?|logos?|photos?|iconen|lettertypen|afbeeldingen) (?:is|are|zijn|vallen)\b"
    r"[^.\n]{0,80}\Z|^\W*(?:the |all )?files in (?!this|the root)[^\n]*\Z"
    r"|^\W*third[- ]party\b(?![^\n]* their own licen)[^\n]*\Z"
    r"|\b(?:contains?|includes?|bundles?|incorporates?|bevat) (?!the following licen|the licen|a copy)[^.\n]{1,80}"
    r"\b(?:under|onder|licen[cs]ed)\b[^.\n]{0,60}\Z"
    r"|^\W*(?:the )?(?:older|earlier|previous|oudere|eerdere) (?:versions?|releases?|versies?)\b[^\n]*\Z"
    r"|^\W*(?:versions?|versie) \d[\w.]* (?:of|van) [^\n]*\Z"
    r"|^\W*(?:(?:all |alle )?(?:the |de )?(?:other|remaining|overige|andere) (?:files?|code|parts|bestanden|delen)"
    r"|everything else|the rest|al het (?:overige|andere))\W*\Z)",
)
#: The same where it opens a sentence there: a path, a folder, tests and the like, a version, some of it; what it uses
#: or contains; and whose licence it is.
_FOLDER = r"(?:folders?|(?:sub)?director(?:y|ies)|(?:sub)?mapp?(?:en)?)"
_PATH = (
    r"[`'\"]?(?:[\w.@*-]{1,60}/[\w./@*-]{0,100}"
    r"|(?!(?:this|deze|root|same|entire|hele|whole|top-level)\b)[\w.@-]{1,60}(?=[`'\"]? {folder}\b))[`'\"]?"
)
_SUBJECT = Caseless(
    (
        r"(?m:(?:^|(?<=[.!?:]\s))[^\w\n`./]*(?:"
        r"`?(?:\./|(?:src|lib|docs?|tests?|examples?|node_modules|vendor|third[-_]party|packages|public|assets|static|js"
        r"|css|scripts?|tools?|include|bin)/)[\w./@*-]*`?:?[^\w\n]*$|`?[\w.@-]+/[\w./@-]*\.[a-z]{1,4}`?:?[^\w\n]*$"
        r"|(?:the |all |de |alle |any )?(?:code|files?|everything|anything|sources?|source code|scripts?|broncode"
        r"|bestanden|alles) (?:in|under|inside|within|below|onder|binnen|uit) (?:the |de |het )?"
        r"(?:{folder} (?!of\b)|{path})"
        r"|(?:the |de )?{path} {folder}\b|(?:the |de ){folder} {named}"
        r"|(?:the |all |de |alle |our )?(?:[\w-]+ )?(?:tests?|examples?|samples?|demos?|voorbeelden|testen|docs"
        r"|documentation|documentatie) (?:is|are|was|were|has|have|falls?|valt|vallen|zijn)\b{licensed}"
        r"|(?:versions?|versie) \d[\w.]*(?: (?:and|en) (?:\w+))? (?:is|are|was|were|falls?|valt|vallen)\b{licensed}"
        r"|(?:some|(?:large |small )?(?:parts?|portions?) of|certain|sommige|(?:grote |kleine )?(?:onder)?delen van"
        r"|gedeelten|(?:een )?deel van)\b (?:[^.]|\.(?=\S)){1,80}\b(?:under|onder)\b"
        r"(?!\s(?:(?:an?|the|een|de)\s)?(?:\w+\s)?(?:grants?|contracts?|agreement|subsidies?|subsidie|opdracht)\b)"
        r"(?:[^.]|\.(?=\S)){0,80}\W*\Z"
        r"|(?:[\w./-]*\w\.(?:py|js|ts|c|h|cc|cpp|java|go|rs|css|rb|php)|some(?: [\w-]+)?"
        r"|(?:parts?|portions?)(?: of [^.:\n]{1,60})?|the following (?:files?|code|parts?|functions?|classes|modules?))"
        r" (?:is|are|was|were|comes?)\b(?: [\w-]+){0,6} (?:from|by)\b[^\n]{0,120}:\W*\Z"
        r"|(?:this|the)(?: following| above| below)? licen[cs]e (?:below |above )?"
        r"(?:only applies|applies (?:only|solely)) to\b"
        r"|{its}(?:uses?|using|gebruikt|maakt gebruik van|contains?|includes?|bundles?|incorporates?|bevat)"
        r" (?!the following licen|a copy|(?:[\w.-]+ ){0,4}?licen(?:[cs]e|tie)\b)[^.\n]{1,80}?,? "
        r"(?:which|that|die|dat) (?:is|are|was|valt|vallen|has|have)\b"
        r"|{its}(?:contains?|includes?|bundles?|incorporates?|bevat) (?:[\w-]+ ){0,3}?"
        r"(?:code|parts?|portions|software|files?|librar(?:y|ies)|work|material|delen|onderdelen|broncode)"
        r" (?:(?:taken|copied|derived|adapted|overgenomen) )?(?:from|van|uit)\b"
        r"|(?:(?:the|de) )?(?:\w+ )?(?:licen[cs]e|licentie|text|tekst)(?: text)?(?: [\w-]+){0,2} (?:is|was|comes|komt) "
        r"(?:that of|die van|dat van|(?:taken |copied )?from|overgenomen van"
        r"|(?:the |de )?licen(?:[cs]e|tie) (?:of|van|for))"
        r" (?!(?:this|our|deze|dit)\b|(?:https?://)?(?:www\.)?{sites}\."
        r"|(?:the|de|het) (?:software|project|program|code|source)\b)"
        r"))"
    )
    .replace("{its}", r"(?:(?:this|the|our|deze|dit|de|het|it) )?(?:[\w-]+ ){0,2}?")
    .replace("{licensed}", r"(?=[^.\n]{0,80}(?:licen|\b(?:under|onder|covered)\b|:[^\w\n]*$))")
    .replace("{sites}", r"(?:spdx|opensource|choosealicense|gnu|apache|mozilla|creativecommons)")
    .replace("{path}", _PATH)
    .replace("{folder}", _FOLDER)
    .replace("{named}", r"[`'\"]?(?!(?:is|are|valt|of|van|with|met)\b)[\w./@-]+")
    .replace(" ", r"\s+"),
)
#: The end of a line with which no sentence ends.
_WRAPPED = regex(r"(?<=[^\n]{30})(?<![.:;!?])[ \t]*\n[^\w\n]*(?=\w)")
_OF_WHOLE = Caseless(
    r"(?<!\bof )(?<!\bin )(?<!\bvan )\b(?:this|the|our|deze|dit|de|het) (?:software|program|project|code"
    r"|source code|package|library|work|broncode|werk)(?: \w+)? (?:is|are|has been|wordt|valt)\b",
)
#: The title of a text that is for older versions, or for what stands in the documentation.
_OF_OTHER = regex(
    r"^[^\n]{0,80}\b(?:(?:for|of|voor|van) (?:code in )?(?:the |de |our )?(?:[^\s.]{1,20} ){0,2}"
    r"(?:documentation|docs|manual|documentatie|handleiding)"
    r"|licen[cs]e(?: agreement)? for \S{1,60} versions? (?:prior to|before|up to|until) [\d.]{1,12})\W*\Z",
    re.IGNORECASE | re.MULTILINE,
)
#: One of these stands in each, in lower case.
_SHOW_OTHER = ("version", "doc", "manual", "handleiding")
_NEAR = 400
#: A line that leaves the licence of another part to an address.
_SEEN_ELSEWHERE = regex(r"^\W*see:?\s+https?://\S{0,200}licen[cs]\S{0,100}\s*$", re.IGNORECASE | re.MULTILINE)

#: The title of a licence made from the one with that name.
_OTHER_TITLE = Caseless(
    r"(?m:^[^\w\n]*(?:the )?(?:(?:modified|custom|aangepaste?|gewijzigde?|ethical) (?:MIT|ISC|EUPL|Apache)\b[^\n]{0,40}"
    r"|(?:MIT|ISC|EUPL)[- ](?:like|NC)\b[^\n]{0,20}|source[- ]available licen[cs]e"
    r"|(?:modified|custom|ethical|source[- ]available)[ \t]*\Z"
    r"|(?:MIT|ISC) licen[cs]e \(?(?:v\d|modified|altered|aangepast|gewijzigd)\b[^\w\n]*)\s*(?:copyright[^\n]*\s*)*\Z)",
)


def of_part(above: str) -> bool:
    """Whether what stands above the first text of a file says that it is of a part only."""
    if not _WORD.search(above):
        return False
    near = above.rstrip()[-_NEAR:].rpartition("\n\n")[2]
    if _OTHER_TITLE.search(above[-_NEAR:]) or _SEEN_ELSEWHERE.search(above):
        return True
    said = _above_title(above)
    shown = _OF_PART.search(near) or _SUBJECT.search(said) or _is_from_elsewhere(above)
    return shown and not _OF_WHOLE.search(above)


def _is_from_elsewhere(above: str) -> bool:
    """Whether a text is of a part that came from elsewhere, and nothing above it tells the licence of the work."""
    return is_above(above[-2 * _NEAR :]) and not any(each.expression for each in find_all(without_title(above)))


def _above_title(above: str) -> str:
    """The last paragraph above a text that is no title of it and does not say whose it is."""
    near = re.split(r"\n[ \t]*\n", without_title(above[-2 * _NEAR :])[-_NEAR:])[-1]
    return _WRAPPED.sub(" ", near)


def of_other(above: str) -> bool:
    """Whether the title right above a text says that it is for older versions, or for what the documentation holds."""
    near = above[-_NEAR:]
    shown = any(each in near.lower() for each in _SHOW_OTHER)
    return shown and bool(_OF_OTHER.search(without_copyright(near)))


@cache
def _head(rare: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of such a line in a text that has these of the rare words."""
    pattern = _HEADS
    for word, each in _RARE.items():
        pattern = pattern.replace(f"{{{word}}}", each if word in rare else "")
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def own_parts(text: str) -> Iterator[str]:
    """The part of a text above what it says of bundled parts and the like, and that above the last rule before it."""
    first = len(text) - len(text.lstrip()) + 1
    lowered = lower(text)
    head = _head(tuple(word for word in _RARE if word in lowered))
    heads = tuple(islice(head.finditer(text, first), 1))
    parts = tuple(islice(_PART.finditer(text, first), _PARTS))
    cut = min((*heads, *(parts[:1] if len(parts) == _PARTS else ())), key=re.Match.start, default=None)
    if cut is None or _OF_ALL.search(text, cut.start()):
        return
    said = cut.start() if cut.group().lower().startswith("the following") else cut.end()  # perhaps on the line itself
    if not _LICENCES.search(text, said):
        return
    yield text[: cut.start()]
    yield from (text[: found.start()] for found in islice(_RULE.finditer(text, first, cut.start()), 1))


def for_all(text: str, parts: "Sequence[Part]") -> "Part | None":
    """The text of which a line below it says that it is for all of the code."""
    from oss_scan.licences.restricting import restricts

    said = _FOR_ALL.search(text) if "to all code" in text[parts[0].end :].lower() else None
    above = [part for part in parts if said and part.end <= said.start()]
    if said is None or not above or restricts(text[said.end() :]):
        return None
    own = above[-1]
    return own if own.whole and not own.altered and not _WORD.search(text, own.end, said.start()) else None
