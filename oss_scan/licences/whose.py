"""Of what a sentence speaks that names a licence: of the work itself, or of another one.

What counts is the subject: the work by what it is (`this project`, `the source code`), by a name, or left out
(`Licensed under the EUPL`). Suppliers, what a work is made with, its forerunner and a licence itself are none.
Whether a name is that of the work is asked where its README is known.
"""

import re
from collections.abc import Sequence
from typing import Literal

from oss_scan.regex import regex

Whose = Literal["own", "named", "other", "unclear"]

#: Characters of a sentence that is told.
_LONGEST = 800
#: What stands for the name of a licence.
MARK = "※"
_NAME = rf"{MARK}(?:[- ]?(?:licen[cs]e[ds]?|licensed|licentie|gelicen\w+))?"
#: What one does with a work, said of it or by who does it.
_DONE = (
    r"(?:licen[cs]ed|released|published|distributed|provided|available|covered|governed|shared|open[- ]?sourced?"
    r"|offered"
    r"|made|free|delivered|subject|gelicen[cst]\w*|ge?geven|vrijgegeven|uitgegeven|gepubliceerd|uitgebracht|beschikbaar"
    r"|verspreid|gedeeld|aangeboden|geleverd|opgeleverd)"
)
_DOES = (
    r"(?:publish|release|licen[cs]es|licen[cs]e(?= (?:this|these|it|our|the)\b)|distribute|provide|share|offer"
    r"|deliver|supply|hand|make|publiceer|publiceren|lever"
    r"|leveren|geef|geven|stel|stellen|breng|brengen|bied|bieden|delen|verspreid|verspreiden|draag|dragen)(?:e?s|t)?"
)
_IS = (
    r"(?:is|are|was|were|be|been|has|have|wordt|worden|werd|zijn|valt|vallen|falls?|comes?|carries|carry|uses?|gebruikt"
    r"|gebruiken|heeft|hebben|staat|komt|komen|blijft|blijven|remains?|stays?|ships?|had|fell)"
)
_VERB = regex(rf"\b(?:{_IS}|{_DONE}|under|onder|krachtens)\b|:(?=\s)|\s[-–—]\s|{MARK}", re.IGNORECASE)
_ACTIVE = regex(
    rf"^(?P<who>(?:[^\W\d_][\w.'’-]*,? ){{1,6}}?)(?:{_DOES}\b(?! (?:{_IS}|of|for|van|voor)\b|:)"
    r"|(?:published|released|shared|has|have|heeft|hebben|publiceerde|bracht)(?= (?:its|their|haar|zijn|hun)\b))"
    rf"(?P<what>[^{MARK}]*)\b(?:under|onder|as|using|per)\b",
    re.IGNORECASE,
)
_APPLIES = regex(
    rf"^\W*(?:(?:the|de|het) )?{_NAME}(?: \(.{{1,40}}\))? (?:also |ook )?(?:applies to|covers|governs|geldt voor"
    rf"|gelden voor|is van toepassing op|is (?:the|de) licen(?:[cs]e|tie) (?:of|for|van|voor)|is used (?:for|by|in)"
    r"|wordt gebruikt (?:voor|door|in))\W*(?P<what>.*)$",
    re.IGNORECASE,
)
_OF_LICENCE = regex(
    rf"^\W*(?:both |zowel )?(?:(?:the|de|het) )?{_NAME}(?:,? (?:and|en|or|of) (?:(?:the|de"
    rf"|het) )?{_NAME})?(?: \(.{{1,40}}\))?"
    r" (?:is|are|was|zijn|has|have|heeft|does|begins|requires|allows|permits|means|says|differs)\b"
    r"(?! (?:the licen[cs]e|de licentie|used|chosen|gekozen|our|onze))",
    re.IGNORECASE,
)
_RELATIVE = regex(
    rf"^(?P<main>.*\w)[,;(]? ?\b(?:which|that|die|dat|wat|waarvan|whose)\b (?P<rest>[^{MARK}]*{MARK}.*)$", re.IGNORECASE
)
_SAYS_THAT = regex(
    r"^\W*(?:(?:please )?note|remember|let op|n\.?b\.?|be aware|we (?:declare|confirm|state)|this means)\W*$",
    re.IGNORECASE,
)
#: That a text only speaks of a licence, or thanks who made another work, and that another one is to be looked at.
_TREATS = regex(
    rf"^(?:(?:[\w.'’-]+ ){{1,6}}(?:explains?|describes?|discuss(?:es)?|compares?|lists|summari[sz]es?|quotes?"
    r"|mentions|analy[sz]es?|is about|gaat over|beschrijft|bespreekt|vergelijkt|noemt|citeert|legt)"
    r"|(?:(?:we|i|wij) (?:(?:would|want to) (?:like to )?)?)?(?:(?:with )?thanks?|(?:are|am) grateful|(?:met )?dank\w*)"
    r"|(?:check|controleer|verify|zorg) (?:whether|if|that|of|dat)|ga na|make sure|search|zoek|filter|browse)"
    rf"\b[^{MARK}]*{MARK}",
    re.IGNORECASE,
)
_LOOKS = regex(
    r"^\W*(?:see|zie|compare|vergelijk|cf|(?:checks?|ensures?|verif(?:y|ies)|tests?|says?|controleert|zorgt)$)(?!\w)",
    re.IGNORECASE,
)
_USED = regex(
    r"\b(?:(?:that|which|die|dat) (?:we|wij|it|this|the|het|dit|de)|(?:used|needed|gebruikt) (?:by|in|for|door)"
    r"|(?:we|wij|i|ik) (?:use|need|rely|depend|build|gebruik\w*))\b",
    re.IGNORECASE,
)
_PART_OF = regex(r"\b(?:is|are) (?:a )?part of\b|\b(?:onderdeel|deel) van\b", re.IGNORECASE)
#: The second of two sentences that are joined, where that has its own subject.
_JOINED = regex(
    rf"^(?!\W*(?:everything|anything|alles|nothing) but\b)[^{MARK}]*(?:\b(?:and|en|but|maar|while|terwijl)"
    rf"|:),? (?P<rest>(?:the|this|our|de|het|deze|dit|onze|it)\b[^{MARK}]*"
    rf"\b{_IS}\b[^{MARK}]*{MARK}.*)$",
    re.IGNORECASE,
)
#: Before the subject: where or when.
_AHEAD = regex(
    r"^\W*(?:unless|except|tenzij|behalve|as|als|in|since|sinds|for|voor|to|om|with|met|by|door|from|vanaf|on|op)\b[^,]{0,100},"
    r"\s+",
    re.IGNORECASE,
)
_WHEN = regex(r"^(?:in|since|sinds) (?:[a-z]+ )?(?:19|20)\d\d,? ", re.IGNORECASE)
_WORD = regex(r"[^\W_][\w.'’@/+-]*")
_LINKS = regex(
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
_WORK = regex(
    r"(?:code|codebase|source|sources|sourcecode|broncode|software|programmatuur|programs?|programma|project|product"
    r"|application|applicatie|app|module|library|bibliotheek|package|pakket|tool|toolkit|toolbox|repository|repo|platform"
    r"|system|systeem|portal|portaal|work|werk|files?|bestanden|content|inhoud|website|site|service|dienst|component"
    r"|plug-?in|extension|script|scripts|framework|implementation|implementatie|solution|oplossing|viewer|website|api"
    r"|toepassing|model|notebooks?|firmware|binaries"
    r"|repositories|releases?|\w+(?:tool|code|software|applicatie|viewer|portaal|loket|module|register|project))",
    re.IGNORECASE,
)
#: What has a licence for texts and data.
_TEXTS = regex(
    r"docs|documentati(?:on|e)|texts?|teksten|manual|handleiding|data(?:set|base)?s?|gegevens|schema", re.IGNORECASE
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
#: What a work has besides its code, which has a licence of its own.
_BESIDES = regex(
    r"(?:icons?|iconen|icoontjes|iconset|fonts?|lettertypen?|images?|afbeeldingen|photos?|\w*foto['’]?s|logo['’]?s?|themes"
    r"|templates?|sjablonen|plug-?ins|examples|voorbeelden|tests|samples|maps?|\w*kaarten|kaartmateriaal|tiles"
    r"|translations|vertalingen|drivers|parsers|styles?heets?|widgets|polyfills?|snippets?|artwork|sounds?|videos?)",
    re.IGNORECASE,
)
_FROM = regex(r"of|by|from|van|door", re.IGNORECASE)
_OF = regex(r"of|for|van|voor", re.IGNORECASE)
_LABEL = regex(
    r"licen[cs](?:e[sd]?|ing)|licenties?|licentiering|keuze|choice|copyrights?|auteursrecht\w*|rights|rechten|terms",
    re.IGNORECASE,
)
_COPULA = regex(rf"{_IS}", re.IGNORECASE)
_BEING = regex(r"is|are|was|were|be|been|wordt|worden|werd|zijn|blijft|blijven|remains?", re.IGNORECASE)
#: In a clause before `which`: that something with a name stands within another, and that it is one of many.
_INSIDE = regex(
    r"\W*(?:(?:in|inside|within|with|binnen|met)\b.*\W(?-i:[A-Z])[\w.-]*\W*$|\w{3,}(?:ed|d|t|en) (?:by|door)\b)",
    re.IGNORECASE,
)
_OF_MANY = regex(r"\w (?:an?|een) (?:[\w-]+ ?){1,4}$", re.IGNORECASE)
_OF_NAMED = regex(r"\b(?:of|by|from|van|door) (?:(?:the|de|het) )?(?-i:[A-Z])", re.IGNORECASE)
#: That a work is used, and what it is; by who reads that, it is the work itself.
_USES = regex(
    rf"^(?P<who>\w[^{MARK}]*?)\b(?<!te )(?<!to )(?<!be )(?:uses?|gebruik(?:t|en)?)\b"
    rf" (?!(?:is|are|of|van|and|en|or|may|mag|can|kan|for|voor|wordt|worden)\b)(?P<what>[^{MARK}]*?\w)"
    r" (?:under|onder)\b",
    re.IGNORECASE,
)
_WE_USE = regex(
    r"^(?:the|de|het|any?|a|een|every) (?:[\w-]+ ){1,4}?(?:we|wij|ik?) (?:use|need|gebruik\w*)\b", re.IGNORECASE
)
_SELF = regex(r"\b(?:this|these|it|dit|deze|our|onze|ons)\b", re.IGNORECASE)
_READER = regex(r"\b(?:you|u|je|jij|jullie|anyone|anybody|everyone|iedereen|men)\b", re.IGNORECASE)
#: What was made of the work of others and has only that behind it.
_FORK = regex(
    r"^\W*(?:an? |een )?(?:[\w-]+ )?(?:fork|port|clone|copy|mirror|kopie|vertaling|translation|adaptation|wrapper)"
    r" (?:of|from|for|around|van|voor) ",
    re.IGNORECASE,
)


def whose(sentence: str, *, of_content: bool = False) -> Whose:
    """Of which work a sentence, with `MARK` for the names of licences, says its licence; `of_content` tells that the
    licence is one for texts and data."""
    if len(sentence) > _LONGEST:
        return "unclear"
    words = _WHEN.sub("", " ".join(sentence.split()).strip(" *_#>`\"'-"))
    applies = _APPLIES.match(words)
    if applies:
        return _noun(applies["what"], of_content)
    if (_OF_LICENCE.match(words) and not of_content) or _TREATS.match(words) or _FORK.match(words):
        return "other"
    relative = _RELATIVE.match(words)
    if relative and _SAYS_THAT.match(relative["main"]):
        return _clause(relative["rest"], of_content)
    if relative and not _ACTIVE.match(relative["rest"]) and not _USED.match(words, relative.end("main") + 1):
        return _of_relative(relative["main"], of_content)
    joined = _JOINED.match(words)
    return _clause(joined["rest"] if joined else _AHEAD.sub("", words), of_content)


def _of_relative(main: str, of_content: bool) -> Whose:
    """Whose work a clause with `which` is said of: of what stands before it, which may be what the work uses."""
    verb = _VERB.search(main)
    if _LOOKS.match(main) or _PART_OF.search(main):
        return "other" if _LOOKS.match(main) else "own"
    if verb is None:
        return "other" if _OF_MANY.search(main) or _INSIDE.match(main) else _noun(main, of_content)
    last = [word.lower() for word in _WORD.findall(main[verb.end() :])]
    linked = next((len(last) - at for at, word in enumerate(reversed(last)) if _LINKS.fullmatch(word)), 0)
    is_ours = _COPULA.fullmatch(verb[0]) and _noun(main[: verb.start()], of_content) != "other"
    is_it = _BEING.fullmatch(verb[0]) or (last and _WORK.fullmatch(last[-1]))
    return "own" if is_ours and is_it and not linked else "other"


def _clause(words: str, of_content: bool) -> Whose:
    active = _ACTIVE.match(words)
    if active:
        return _done_by(active["who"], active["what"], of_content)
    uses = _USES.match(words)
    if _WE_USE.match(words):
        return "other"
    if uses and not _SELF.search(uses["what"]):
        return "unclear" if _READER.search(uses["who"]) else "other"
    verb = _VERB.search(words)
    if verb is None:
        return "unclear"
    before = words[: verb.start()]
    if _COPULA.fullmatch(verb[0]) or verb[0] == ":":
        of_named = of_content and _OF_NAMED.search(words[verb.end() :].partition(MARK)[0])
        said = _noun(before, of_content)
        return "named" if of_named and said == "own" and not _SELF.search(before) else said
    said = _noun(before, of_content)
    if said == "other" and (of_content or not before.rstrip().endswith((",", "."))):
        return said
    return "unclear" if before.strip() else "own"


def _done_by(who: str, what: str, of_content: bool) -> Whose:
    """Whose work it is that somebody publishes: theirs, where it is no more than that."""
    if who.split()[0].lower() in ("we", "wij", "i", "ik", "you", "u", "je"):
        said = _noun(what, of_content)
        return "own" if _SELF.search(what) else "unclear" if said == "named" else said
    if _READER.search(who) or re.search(r"\b(?:to|te|om)\b", f"{who} {what}", re.IGNORECASE):
        return "unclear"
    return "own" if _SELF.search(f"{who} {what}") else "other"


def _noun(phrase: str, of_content: bool) -> Whose:
    """Whose work a noun with its article and what follows it is."""
    if _USED.search(phrase):
        return "other"
    words = [word.rstrip(".,;:'’") for word in _WORD.findall(phrase)]
    if not words:
        return "own"
    at = next((at for at, word in enumerate(words) if at and _LINKS.fullmatch(word)), len(words))
    head, behind = words[:at], words[at:]
    if _is_of_theirs(behind) or (_is_of_theirs(behind, _BESIDES) and not of_content):
        return "other"
    first = head[0].lower()
    if _SOME.fullmatch(first) or _PART.fullmatch(first):
        return "unclear" if _PART.fullmatch(first) else "other"
    rest = head[1:] if _OWN.fullmatch(first) or _THE.fullmatch(first) else head
    if first == "this":
        rest = [word.removesuffix("s") for word in rest]  # `this projects` is a slip
    if not rest:
        return "own" if _OWN.fullmatch(first) or first in ("the", "het") else "unclear"
    if any(_THEIRS.fullmatch(word) for word in rest) and not {"own", "eigen"} & {word.lower() for word in rest}:
        return "other"
    if _LABEL.fullmatch(rest[-1]):
        said = _noun(" ".join(behind[1:]), of_content) if behind and _OF.fullmatch(behind[0]) else "own"
        of_name = said == "named" or any(word.endswith(("'s", "’s")) for word in rest[:-1])
        return "other" if of_name else said
    if _OWN.fullmatch(first):
        return "own"
    of_ours = any(map(_OWN.fullmatch, behind))
    of_whom = any(map(_FROM.fullmatch, behind)) and not any(map(_WORK.fullmatch, behind))
    if _BESIDES.fullmatch(rest[-1]) and (of_whom or not of_content) and not of_ours:
        return "other"
    if _TEXTS.fullmatch(rest[-1]):
        of_named = any(word[0].isupper() and not _WORK.fullmatch(word) for word in (*rest[:-1], *behind))
        own = of_ours or not (of_named or of_whom)
        return ("own" if own else "named") if of_content else "unclear"
    if _WORK.fullmatch(rest[-1]):
        plain = all(_PLAIN.fullmatch(word) or not word.islower() or _WORK.fullmatch(word) for word in rest[:-1])
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
