"""Of which work a noun speaks, by its article, its adjectives and what follows it."""

import re
from collections.abc import Sequence
from typing import Literal

from oss_scan.regex import regex

Whose = Literal["own", "named", "other", "unclear"]

#: That something is used by a work, not made.
USED = regex(
    r"\b(?:(?:that|which|die|dat) (?:we|wij|it|this|the|het|dit|de)|(?:used|needed|gebruikt) (?:by|in|for|door)"
    r"|(?:we|wij|i|ik) (?:use|need|rely|depend|build|gebruik\w*))\b",
    re.IGNORECASE,
)
WORD = regex(r"[^\W_][\w.'’@/+-]*")
LINKS = regex(
    r"of|for|in|from|by|on|at|with|to|as|under|used|within|inside|behind|van|voor|uit|op|met|door|bij|in|onder|binnen|and|en",
    re.IGNORECASE,
)
_OWN = regex(
    r"this|these|our|my|dit|deze|onze|ons|mijn|all|alle|al|it|we|wij|i|ik|they|everything|alles", re.IGNORECASE
)
_THE = regex(r"the|de|het", re.IGNORECASE)
_PART = regex(r"some|certain|several|sommige", re.IGNORECASE)
_SOME = regex(
    r"most|every|each|any|a|an|een|elke|elk|ieder|iedere|meeste|other|andere|another|many|veel|such|one|no|geen|their|hun|his|her|new|nieuwe|your|uw|jouw",
    re.IGNORECASE,
)
#: Words for the whole of a work, and what may stand before such a word and makes no other of it.
WORK = regex(
    r"(?:code|codebase|source|sources|sourcecode|broncode|software|programmatuur|programs?|programma|project|product"
    r"|application|applicatie|app|module|library|bibliotheek|package|pakket|tool|toolkit|toolbox|repository|repo|platform"
    r"|system|systeem|portal|portaal|work|werk|files?|bestanden|content|inhoud|website|site|service|dienst|component"
    r"|plug-?in|extension|script|scripts|framework|implementation|implementatie|solution|oplossing|viewer|website|api"
    r"|toepassing|model|notebooks?|firmware|binaries"
    r"|repositories|releases?|\w+(?:tool|code|software|applicatie|viewer|portaal|loket|module|register|project))",
    re.IGNORECASE,
)
#: What has a licence for texts and data.
TEXTS = regex(
    r"docs|(?:documentati|informati)(?:on|e)|texts?|teksten|manual|handleiding|data(?:set|base)?s?|gegevens|schema",
    re.IGNORECASE,
)
_PLAIN = regex(
    r"source|bron|open|free|software|entire|whole|complete|full|hele|volledige|gehele|public|openbare|own|eigen|current|huidige|main|python|java|javascript|web|mobile|mobiele|command-line|git|github",
    re.IGNORECASE,
)
#: Words for what is no work of ours: whoever delivers or sends something in, what came before, and what is used.
_THEIRS = regex(
    r"(?:suppliers?|vendors?|contractors?|providers?|partners?|competitors?|customers?|clients|students?|employees|users"
    r"|developers|contributors|applicants|winners?|bidders?|municipalities|governments|others?|third[- ]part(?:y|ies)"
    r"|leveranciers?|opdrachtnemers?|aannemers?|aanbieders?|concurrent\w*|klanten|studenten|medewerkers|ontwikkelaars"
    r"|deelnemers|gemeenten|overheden|anderen|derden|predecessors?|forerunner|ancestor|voorgangers?|voorloper"
    r"|upstream|dependenc(?:y|ies)|afhankelijkhe\w+|competing|competitor['’]s|bundled|embedded|vendored|meegeleverde?"
    r"|original|oorspronkelijke|originele|previous|vorige|earlier|eerdere|former|voormalige|old|older|oude|oudere|legacy"
    r"|external|externe?|inputs?|invoer\w*|underlying|onderliggende|generated|gegenereerde|sister|zuster\w+|moeder\w+|parent|future|toekomstige|next|volgende|projects|projecten|packages|repositories|libraries|bibliotheken"
    r"|example|sample|voorbeeld|template|sjabloon)",
    re.IGNORECASE,
)
#: Words of which one, behind a name, is what the work is.
_MODEL = regex(r"example|sample|template|voorbeeld|sjabloon", re.IGNORECASE)
#: What a work has besides its code, which has a licence of its own.
BESIDES = regex(
    r"(?:icons?|iconen|icoontjes|iconset|fonts?|lettertypen?|images?|afbeeldingen|photos?|\w*foto['’]?s|logo['’]?s?|themes"
    r"|templates?|sjablonen|plug-?ins|examples|voorbeelden|tests|samples|maps?|\w*kaarten|kaartmateriaal|tiles"
    r"|translations|vertalingen|drivers|parsers|styles?heets?|widgets|polyfills?|snippets?|artwork|sounds?|videos?"
    r"|illustrati(?:ons|es)|screenshots?|schermafbeeldingen|pictures|drawings|tekeningen|emojis?|audio|music|muziek)",
    re.IGNORECASE,
)
_FROM = regex(r"of|by|from|van|door", re.IGNORECASE)
_OF = regex(r"of|for|van|voor", re.IGNORECASE)
_LABEL = regex(
    r"licen[cs](?:e[sd]?|ing)|licenties?|licentiering|keuze|choice|copyrights?|auteursrecht\w*|rights|rechten|terms",
    re.IGNORECASE,
)


def of_noun(phrase: str, of_content: bool) -> Whose:
    """Whose work a noun with its article and what follows it is."""
    if USED.search(phrase):
        return "other"
    words = [word.rstrip(".,;:'’") for word in WORD.findall(phrase)]
    if not words:
        return "own"
    at = next((at for at, word in enumerate(words) if at and LINKS.fullmatch(word)), len(words))
    head, behind = words[:at], words[at:]
    if _is_of_theirs(behind) or (_is_of_theirs(behind, BESIDES) and not of_content):
        return "other"
    first = head[0].lower()
    if _SOME.fullmatch(first) or _PART.fullmatch(first):
        return "unclear" if _PART.fullmatch(first) else "other"
    rest = head[1:] if _OWN.fullmatch(first) or _THE.fullmatch(first) else head
    if first == "this":
        rest = [word.removesuffix("s") for word in rest]  # `this projects` is a slip
    if not rest:
        return "own" if _OWN.fullmatch(first) or first in ("the", "het") else "unclear"
    named = not rest[0].islower() and len(rest) > 1 and _MODEL.fullmatch(rest[-1])
    theirs = any(_THEIRS.fullmatch(word) for word in (rest[:-1] if named else rest))
    if theirs and not {"own", "eigen"} & {word.lower() for word in rest}:
        return "other"
    if _LABEL.fullmatch(rest[-1]):
        said = of_noun(" ".join(behind[1:]), of_content) if behind and _OF.fullmatch(behind[0]) else "own"
        of_name = said == "named" or any(word.endswith(("'s", "’s")) for word in rest[:-1])
        return "other" if of_name else said
    if _OWN.fullmatch(first):
        return "own"
    of_ours = any(map(_OWN.fullmatch, behind))
    of_whom = any(map(_FROM.fullmatch, behind)) and not any(map(WORK.fullmatch, behind))
    if BESIDES.fullmatch(rest[-1]) and (of_whom or not (of_content or named)) and not of_ours:
        return "other"
    if TEXTS.fullmatch(rest[-1]):
        of_named = any(not word.islower() and not WORK.fullmatch(word) for word in (*rest[:-1], *behind))
        own = of_ours or not (of_named or of_whom)
        return ("own" if own else "named") if of_content else "unclear"
    if WORK.fullmatch(rest[-1]):
        plain = all(_PLAIN.fullmatch(word) or not word.islower() or WORK.fullmatch(word) for word in rest[:-1])
        return "own" if plain else "unclear"
    return "named" if not rest[0].islower() or len(rest) == 1 else "unclear"


def _is_of_theirs(behind: Sequence[str], theirs: re.Pattern[str] = _THEIRS) -> bool:
    """Whether what follows a noun says that it is of somebody else, as in `the viewer of the supplier`."""
    return any(
        theirs.fullmatch(word)
        for at, link in enumerate(behind)
        if _FROM.fullmatch(link)
        for word in behind[at + 1 : at + 4]
    )
