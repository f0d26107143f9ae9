"""Of what a sentence speaks that names a licence: of the work itself, or of another one.

What counts is the subject: the work by what it is (`this project`, `the source code`), by a name, or left out
(`Licensed under the EUPL`). Suppliers, what a work is made with, its forerunner and a licence itself are none.
Whether a name is that of the work is asked where its README is known.
"""

import re

from oss_scan.licences.nouns import LINKS, USED, WORD, WORK, Whose, of_noun
from oss_scan.regex import regex

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
    r"(?:publish|release|licen[cs]es|licen[cs]e(?= (?:this|these|it|our|the|their|its|all)\b)|distribute|provide|share"
    r"|offer"
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
#: That a work is made with something, or has it.
_HAS = regex(
    r"\b(?:uses?|using|has|have|had|contains?|includes?|bundles?|embeds?|wraps?|requires?|needs?|imports?|loads?|calls?"
    r"|runs?|extends?|downloads?|installs?|ships?|carries|carry|comes?|links?|linked|depends?|relies|rely|builds?|built"
    r"|based|integrates?|connects?|talks?|gebruik(?:t|en)?|heeft|hebben|bevat(?:ten)?|bundelt|vereist|laadt|installeert"
    r"|leunt|steunt|gebouwd|gebaseerd|afhankelijk|werkt)\b",
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
#: A sentence with its own subject and verb behind a label: `Article 5: the supplier delivers`.
_BELOW = regex(
    rf"^[^:{MARK}]{{1,60}}: (?P<rest>(?!(?:{_IS}|{_DONE}|under|onder)\b)[^:{MARK}]*?\b(?:{_IS}|{_DOES})\b"
    rf"[^:{MARK}]*{MARK}.*)$",
    re.IGNORECASE,
)
#: Before the subject: where or when.
_AHEAD = regex(
    r"^\W*(?:unless|except|tenzij|behalve|as|als|in|since|sinds|for|voor|to|om|with|met|by|door|from|vanaf|on|op)\b[^,]{0,100},"
    r"\s+",
    re.IGNORECASE,
)
_WHEN = regex(r"^(?:in|since|sinds) (?:[a-z]+ )?(?:19|20)\d\d,? ", re.IGNORECASE)
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
        return of_noun(applies["what"], of_content)
    if (_OF_LICENCE.match(words) and not of_content) or _TREATS.match(words) or _FORK.match(words):
        return "other"
    relative = _RELATIVE.match(words)
    if relative and _SAYS_THAT.match(relative["main"]):
        return _clause(relative["rest"], of_content)
    if relative and not _ACTIVE.match(relative["rest"]) and not USED.match(words, relative.end("main") + 1):
        return _of_relative(relative["main"], of_content)
    joined = _JOINED.match(words)
    below = _BELOW.match(words)
    if below and (_ACTIVE.match(below["rest"]) or not joined):
        return _clause(below["rest"], of_content)
    return _clause(joined["rest"] if joined else _AHEAD.sub("", words), of_content)


def _of_relative(main: str, of_content: bool) -> Whose:
    """Whose work a clause with `which` is said of: of what stands before it, which may be what the work uses."""
    verb = _VERB.search(main)
    if _LOOKS.match(main) or _PART_OF.search(main):
        return "other" if _LOOKS.match(main) else "own"
    has = _HAS.search(main)
    if has and WORD.search(main[: has.start()]) and (verb is None or has.start() <= verb.start()):
        return "other"
    if verb is None:
        return "other" if _OF_MANY.search(main) or _INSIDE.match(main) else of_noun(main, of_content)
    last = [word.lower() for word in WORD.findall(main[verb.end() :])]
    linked = next((len(last) - at for at, word in enumerate(reversed(last)) if LINKS.fullmatch(word)), 0)
    is_ours = _COPULA.fullmatch(verb[0]) and of_noun(main[: verb.start()], of_content) != "other"
    is_it = _BEING.fullmatch(verb[0]) or (last and WORK.fullmatch(last[-1]))
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
        said = of_noun(before, of_content)
        return "named" if of_named and said == "own" and not _SELF.search(before) else said
    said = of_noun(before, of_content)
    if said == "other" and (of_content or not before.rstrip().endswith((",", "."))):
        return said
    return "unclear" if before.strip() else "own"


def _done_by(who: str, what: str, of_content: bool) -> Whose:
    """Whose work it is that somebody publishes: theirs, where it is no more than that."""
    if who.split()[0].lower() in ("we", "wij", "i", "ik", "you", "u", "je"):
        said = of_noun(what, of_content)
        return "own" if _SELF.search(what) else "unclear" if said == "named" else said
    if _READER.search(who) or re.search(r"\b(?:to|te|om)\b", f"{who} {what}", re.IGNORECASE):
        return "unclear"
    return "own" if _SELF.search(f"{who} {what}") else "other"
