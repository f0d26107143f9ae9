"""What binds in a few plain words, though each word of it is harmless in another clause or in a request.

In English and Dutch. It is asked of a clause as it stands: no turn of phrase that is let pass takes a word from it.
"""

from oss_scan.licences.limits import CODE
from oss_scan.licences.phrases import pattern

_NAMED = {
    "CODE": CODE,
    "IT": r"(?:it|this|that|them|these|het|dit|deze|ze)",
    "US": r"(?:us|ons|me|mij|back|terug|(?:the|het|de|our) [\w-]+)",
    "EACH": r"(?:all|any|every|each|alle|elke?|your|uw|je|de|the)",
    "SENDS": r"(?:please |always |altijd )?(?:send|mail|e-?mail|return|share|report|meld|stuur|deel|geef)",
    "CHANGED": (
        r"(?:changes?|modifications?|improvements?|adapt(?:at)?ions?|cop(?:y|ies)|modified versions?|wijziging(?:en)?"
        r"|verbetering(?:en)?|aanpassing(?:en)?)"
    ),
    "IF_KEPT": r"(?:if|when|als) (?:you|u|je) (?:keep|use|run|have|gebruikt?|houdt)",
    "WITH_US": r"with (?:us|our|the (?!key|public|signature|checksum|tests?|following)\w+|an?)",
    "ROLLED_OUT": r"(?:[\w-]+ )?(?:inzet|uitrol|doorverkoop|ingebruikname|deployment|roll-?out|resale)",
    # many, and nobody by name: of one who got a work people tell
    "MANY": (
        r"(?:(?:our|the|all|some|onze|de|alle) )?(?!contribut|bijdrag|issues|questions|vragen)[a-z]{3,40}(?:s|en)"
    ),
    "GAVE": r"(?:gave|given|handed|lent|donated|gaf|gaven|gegeven|schonk(?:en)?)",
    "MADE": r"(?:made|built|wrote|maakten?|bouwden?|schre(?:ef|ven))",
    "GEMAAKT": r"(?:gemaakt|gebouwd|geschreven|gegeven|geopend|ontwikkeld)",
    "ONLY": r"(?:only|just|no|nobody|none|alleen|niemand|geen|slechts)",
    "PUT": r"(?:is|are|was|were|put|made|placed|went|came|staat|staan|kwam|ging|geplaatst)",
    "PUBLIC": r"(?:here|there|online|public|open|visible|up|hier|er|openbaar)",
    "SO_THAT": r"(?:so that|zodat) (?:[\w'’-]+ ){1,3}?(?:can |may |could |kan |kunnen )?",
    "LOOK": (
        r"(?:be )?(?:read|see|seen|look\w*|review\w*|audit\w*|inspect\w*|study|check\w*|view\w*|scrutin\w+|lezen|zien"
        r"|ziet|kijken|bekijken|inzage|controle\w*|toetsing|meelezen|mee te lezen)"
    ),
    "THANKS": r"^\W*(?:many |heel )?(?:thanks|thank you|bedankt|dank)(?: (?:very much|a lot|in advance|alvast|u|je))?",
    "KEEPING": (
        r"(?:not|never|niet|keeping|leaving|paying|showing|displaying|mentioning|naming|crediting|asking|respecting"
        r"|sending|returning|waiting|limiting|telling|buying|contacting|laten|noemen|vermelden|betalen|tonen|behouden"
        r"|vragen|melden|respecteren|terugsturen)"
    ),
    "HOPES": r"(?:hope|hopen|hoop|trust|vertrouwen)(?: erop)?(?: that| dat)? (?:you|u|je|users?|gebruikers?)",
    "KEEP": (
        r"(?:keep|leave|pay|show|mention|name|credit|tell|send|return|meldt|noemt|vermeldt|betaalt|laat|toont|stuurt)"
    ),
    "PRICE": r"(?:price|tariff|bill|fee|invoice|rekening|prijs|tarief|factuur)",
    "COMES": r"(?:is|are|was|staat|follows|comes|volgt|komt)(?! (?:calc|berek))",
    "SHOP": r"(?:web ?)?(?:shop|store|winkel)",
    "PUBLIC_DOMAIN": r"(?:the|het) (?:public domain|publieke domein)",
}
#: What is to be sent back or agreed, to whom a work was given, what it is there for, and what is thanked or hoped for.
BINDING = pattern(
    r"""
    ^\W*{SENDS} (?:{US} ){0,2}?(?:{EACH} ){0,2}{CHANGED}(?! (?:request|log))
    ^\W*{SENDS} [^.;]{1,40} (?:back|terug) (?:to|aan|naar)
    (?:send|mail|stuur) (?:us|me|ons|mij) [^.;]{1,40}{IF_KEPT}
    ^\W*(?:please |first |always )*(?:check|consult|discuss|agree|clear|arrange|liaise|verify|confirm)(?: it)? {WITH_US}
    ^\W*(?:overleg|bespreek|regel|stem)\b[^.;]{0,40} met (?:ons|de|het|onze|een)
    ^\W*meld (?:de |elke? |ieder )?{ROLLED_OUT}  ^\W*go through
    (?:contact|bel|mail|call|ask|vraag)\b[^.;]{0,60} (?:bij|for|in case of) {ROLLED_OUT}
    contact\b[^.;]{0,40} bij commerci\w+
    {GAVE} {IT} (?:over |on )?(?:to|aan) {MANY}  {GAVE} {IT} [^.;]{1,60} for (?:its|their) own
    stelden? {IT} (?:open|beschikbaar) (?:voor|aan) {MANY}  at the service of {MANY}
    (?:opened|geopend|opengesteld) (?:up )?(?:to|for|voor) {MANY}
    (?:hebben|heeft|kregen|kreeg|got|received|have|has) {IT} (?:from|van) (?:us|ons|the|de)
    {MADE} {IT} (?:for|voor) {MANY}(?=\W*$)  {IT} (?:voor|aan) {MANY} {GEMAAKT}(?=\W*$)
    (?:so that|zodat|in order that) {ONLY}  {PUBLIC} {SO_THAT}{LOOK}
    {PUT} {PUBLIC} (?:only )?(?:to|for|om te|ter|voor) {LOOK}
    {THANKS} (?:for|voor) (?:(?:always|kindly|het|ons) )*{KEEPING}
    {THANKS} (?:that|dat) (?:you|u|je) [^.;]{0,60}{KEEP}
    {HOPES}(?: (?:will|also|ook|ons|us|always|our|onze|het))* {KEEP}
    (?:ga(?:at|an)? ervan uit|assumes?|presumes?) (?:that |dat )?(?:you|u|je|our|ons|onze)
    went (?:closed|private|proprietary|back on)  kocht(?:en)?  ran out  open period  offer (?:ran|was|is)
    per (?:user|seat|gebruiker|werkplek|install\w*)  een lening(?=\W*$)
    took {IT} (?:out|back|away|down)  (?:taken|gehaald|removed) (?:out of|from|uit) {PUBLIC_DOMAIN}
    (?:the|our|its|an?|de|onze|een) {PRICE} {COMES}
    (?:in|from|via|bij|uit) (?:our|onze) {SHOP}  our {SHOP} (?:has|sells|offers)
    (?:elk|ieder) (?:moment|ogenblik)  te allen tijde  owns (?:it|this|that|the (?:result|{CODE}))(?=\W*$)
    eigenaar van (?:de|het|dit|deze) {CODE}  for (?:the|this) (?:year|month|week)
    (?:so|dus) (?:please )?(?:keep|leave|laat|houd) (?:it|this|them|our|the|het|dit|de|onze)
    (?:daar|hier) hoort (?:het|dit)
    """,
    _NAMED,
)
