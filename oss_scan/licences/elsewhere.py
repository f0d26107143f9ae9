"""That a licence is named as one of something else: of what a work uses, looks for or was made from, or of one use."""

import re
from collections.abc import Sequence
from itertools import pairwise

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.names import Named, find_all
from oss_scan.licences.spdx import for_content
from oss_scan.regex import regex

#: What a work is made with, and its licence.
_OF_WHAT_IT_USES = Caseless(
    r"(?:\b(?:uses?|using|thanks to|built (?:with|on)|based on|depends on|derived from|links? (?:to|with|against)"
    r"|requires|compiled with|gebruikt|gebaseerd op|maakt gebruik van)"
    r"|\b(?:contains?|includes?|bundles?|incorporates?|mirrors?|bevat)"
    r"(?! (?:the|de|all|alle) (?:source|software|code|broncode)\b))"
    r" (?:(?!(?:this|the|our|de|deze|dit|het) )(?:[\w-]{1,20} ){0,2}?"
    r"(?:code|software|parts|components|librar(?:y|ies)|works?|projects?|packages?|programs?|tools?|modules?|onderdelen"
    r"|delen|componenten|bibliothe(?:ek|ken)|broncode|werk)(?: (?:developed|written|made|ontwikkeld|gemaakt))?"
    r"(?: (?:from|van|by|door) [^.,;\n]{1,40})?"
    r" (?:(?:licen[cs]ed|released|available|gepubliceerd) )?"
    r"(?:under|onder)(?! (?:additional|other|various|different|their|several|andere|eigen)\b)"
    r"|[^.;\n]{1,80}?(?:[,(] ?|\b)(?:(?:which|that|die|dat|wat) |(?<=[,(] )|(?<=[,(]))"
    r"(?:(?:is|are|was|valt|zijn|wordt) )?(?:licen[cs]ed|released|available|published|distributed|under|onder"
    r"|free software|gelicen\w+|gepubliceerd|uitgebracht))\b"
    r"|\b(?:generated (?:by|from|with)|(?:wrapper|bindings?|interface|front-?end|fork|port|clone|downloader|installer)"
    r" (?:for|around|to|of|from|van|voor|op)) (?:[^.;\n]|\.\d){1,80}?[,( ](?:which|that|die|dat)"
    r" (?:(?:is|are|was|valt|zijn|wordt) )?(?:licen[cs]ed|released|available|published|distributed|under|onder"
    r"|gelicen\w+|gepubliceerd|uitgebracht)\b"
    r"|\b(?:for|with|from|into|finds?|checks?|detects?) (?:[\w-]+ )?(?:files|projects|packages|code|works|software"
    r"|repositories|libraries) (?:(?:that|which) (?:is|are) )?licen[cs]ed (?:under|as)\b"
    r"|\b(?:uses?|using|requires|includes?|contains?|bundles?|(?:depends|based|built) on|built with|gebruikt|bevat)"
    r" (?:[^.;\n]|\.\d){1,60}?[- ](?:licen[cs]ed|gelicen\w+) (?!(?:under|onder|as|is|and|or|by|to|software\W*$)\b)\w"
    r"|\b(?:for|with|from|to|against|by|voor|met|fork (?:of|van)) (?:an?|een|some|other|another|andere?)"
    r" [^.,;\n]{1,60}?[ ,](?:that|which|die|dat) (?:is|are|was|valt|wordt|zijn) (?:\w{1,20} )?"
    r"(?:licen[cs]ed|released|available|published|distributed|under|onder|gelicen\w+|gepubliceerd|uitgebracht)\b",
)
#: That a work uses something and holds nothing of it, and the licence of that; and a licence that may reach the whole.
_USED = regex(
    r"(?:\A\W*(?:(?:also|further|besides),? )?(?:the )?(?:library|package|module|framework|tool) [\w.-]{1,40} is used"
    r"|\buses(?! (?:the )?(?:it|this|these|that|our|its|library|package|module|framework|tool|software|program|project"
    r"|work|application)\b)(?: (?:the|an?))?(?: (?!(?:code|parts?|files?|portions|sources?|from|of|and|modified|bundled"
    r"|vendored|included|cop(?:y|ies))\b)[\w.-]{1,40}){1,4}),? "
    r"(?:which|that) is (?:\w{1,20} )?(?:licen[cs]ed|released|available|published|distributed) under [^;:]{1,120}\Z",
    re.IGNORECASE,
)
#: That older versions of a work had a licence, in a sentence of its own.
_OF_PAST = regex(
    (
        r"\A\W*(?:(?:please )?note(?: that)?[:,]? )?(?:"
        r"(?:prior to|before|until|up to|through|tot|vóór)(?: (?:and including|en met))?"
        r" (?:(?:the |de )?(?:version|release|versie|v\.?) ?)?v?\d[\w.]*(?: release)?,?"
        r" (?:[\w.-]+ ){0,4}(?:was|were|viel|vielen)"
        r"|(?:the |all |de |alle )?(?:earlier|older|previous|prior|old|eerdere|oudere|vorige)"
        r" (?:versions?|releases?|versies?)"
        r"(?: (?:of|van) (?:the |this )?[\w.-]+)? (?:was|were|vielen)"
        r"|(?:the )?(?:versions?|releases?|versies?) (?:before|prior to|up to|until|below|older than|vóór|tot)"
        r" (?:version |release )?v?\d[\w.]* (?:[\w.-]+ )?(?:was|were|vielen)"
        r") (?:(?!not\b)[a-z]+ ){0,2}(?:under|onder)\b(?:[^.;:?]|\.(?=\S)){1,120}\.?\s*\Z"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
_OF_GNU = regex(r"GPL|General Public", re.IGNORECASE)
#: Before the pronoun with which a sentence goes on, and what is said of that.
OF_ALL = r"(?:(?:all|both|each|most|alle|beide) (?:of|van) )?"
BEING = r"is|are|was|were|has|have|comes?|falls?|zijn|wordt|worden|valt|vallen|heeft|hebben|blijft|blijven"
#: A sentence that goes on with what the one before it spoke of.
_GOES_ON = regex(
    rf"\W*{OF_ALL}(?:these|those|they|them|it|both|deze|die|zij|ze|het|beide)"
    rf"(?: (?:files|sources|parts|modules|scripts|code|bestanden|delen|broncode))? (?:{BEING}|remains?)\b",
    re.IGNORECASE,
)
#: That this was no more than some of the work: what a folder holds, parts, or what was taken from others.
_OF_SOME = regex(
    (
        r"\A\W*(?:(?:(?:the|all|any|de|het|alle) )?(?:[\w-]+ )?(?:sources?|code|files?|scripts?|contents?|everything"
        r"|bestanden|broncode|inhoud|alles) (?:in|under|inside|within|below|from|onder|uit|binnen) (?:the |de |het )?"
        r"(?:{folder} |[`'\"]?[\w.@-]{1,60}(?:/|[`'\"]? {folder}\b))"
        r"|(?:the |de )?{folder} (?!of\b|van\b)[\w./@`'\"-]+"
        r"|(?:the |de )?(?!(?:this|root|entire|whole|same|top-level|hele|deze)\b)[\w.@`'\"-]+"
        r"(?:/[\w./@*`'\"-]*)? {folder}\b"
        r"|(?:the |de )?[`'\"]?[\w.@-]{1,40}/[\w./@*-]{0,80}[`'\"]? (?:is|are|holds?|contains?|comes?)\b"
        r"|(?:some|several|certain|(?:large |small )?(?:parts?|portions?) of|sommige"
        r"|(?:grote |kleine )?(?:onder)?delen van)\b"
        r"|(?!{own})[^.;:]{1,80}? (?:are|were|zijn|werden) (?:\w+ly )?"
        r"(?:taken|copied|borrowed|adapted|derived|overgenomen|gekopieerd|afgeleid) (?:from|van|uit)\b)"
    )
    .replace("{folder}", r"(?:sub)?(?:folders?|director(?:y|ies)|mapp?(?:en)?)")
    .replace(
        "{own}", r"(?:this|these|it|we|our|deze|dit|(?:the|all|de) (?:project|software|program|source|code|package))\b"
    ),
    re.IGNORECASE,
)
#: Characters beside a name that are looked at, and of what a sentence speaks of.
_NEAR, _SPOKEN = 120, 300
#: Before a name: what a work looks for or makes, what it was once under, and what somebody else made.
_BEFORE = Caseless(
    r"(?:\b(?:checks|finds|converts|detects|verifies|recogni[sz]es|identifies|searches|replaces|tests whether"
    r"|controleert|zoekt|vindt|herkent|detecteert|vervangt)"
    r"(?: (?!(?:and|en|but|maar|is|are|wordt|zijn|valt|falls|licen\w+)\b)[^\s.,;:]+){1,10}"
    r"|\b(?:initially|originally|formerly|previously|once|oorspronkelijk|aanvankelijk|voorheen|eerder|ooit)"
    r" (?:\w+ ){0,2}(?:under|onder)(?: (?:the|de|an?|een|terms|conditions|of|voorwaarden|van)){0,6}"
    r"|(?:\A|[.!?] )\W*(?:the|de|het|our|onze) (?:[\w-]+ )?(?:theme|templates?|design|layout|style ?sheet|artwork"
    r"|thema|sjablonen|sjabloon|ontwerp|vormgeving)"
    r" (?:is|was|were|are|werd|zijn) (?:\w+ )?(?:made|designed|created|drawn|written|developed|gemaakt|ontworpen)"
    r" (?:by|door) [^.;:]{1,80}) ?\Z",
)
#: Behind one: where it holds, or for which use.
_BEHIND = regex(
    r"(?: licen[cs]e| licentie)?,? (?:"
    r"(?:within|inside|outside|binnen|buiten)(?! (?:(?:the|this|that|our|de|het|deze|dit|onze) )?(?:[\w-]+ )?"
    r"(?:repo\w*|files?|bestand\w*|folder|map|director\w+|package|source|code|project|document|licen\w+|pakket)\b)"
    r"|(?:for|voor|in) (?:(?:the|het|de|your|any) )?(?:[\w-]+ )?(?:research|teaching|education|learning|study|schools?"
    r"|science|testing|demonstrations?|prototyping|partners|members|governments?|municipalities|authorities|universities"
    r"|onderzoek|onderwijs|wetenschap|studie|scholen|overheden|gemeenten|partijen|leden|use|gebruik|doeleinden|purposes)"
    r"(?=[.,;)]|\Z))",
    re.IGNORECASE,
)


def of_what_it_uses(sentence: str) -> bool:
    """Whether a sentence speaks of what a work is made with."""
    return _OF_WHAT_IT_USES.search(sentence)


def is_used(sentence: str) -> bool:
    """Whether a sentence tells but of what a work uses, and under which licence that is."""
    return bool(_USED.search(" ".join(sentence.split()))) and not _OF_GNU.search(sentence)


def goes_on(sentence: str) -> bool:
    """Whether a sentence goes on with what the one before it spoke of."""
    return bool(_GOES_ON.match(" ".join(sentence.split())))


def of_past(sentence: str) -> bool:
    """Whether a sentence tells but under which licence older versions were."""
    return bool(_OF_PAST.match(sentence))


def goes_on_with_some(sentences: Sequence[str]) -> bool:
    """Whether one with a licence for code goes on with some of the work only, of which the one before it speaks."""
    return any(
        goes_on(sentence) and _OF_SOME.match(" ".join(before.split())[:_SPOKEN])
        for before, sentence in pairwise(sentences)
        if any(not (each.expression and for_content(each.expression)) for each in find_all(sentence))
    )


def is_of_another(text: str, named: Named) -> bool:
    """Whether the words beside a name say that the licence is one of another work, or for one use or place only."""
    before = " ".join(text[max(0, named.start - _NEAR) : named.start].split())
    behind = " ".join(text[named.end - 1 : named.end + _NEAR].split())[1:]
    return bool(_BEFORE.search(before) or _BEHIND.match(behind))
