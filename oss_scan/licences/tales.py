"""The words of what a clause tells: those that limit in any case, and those that limit elsewhere only.

In English and Dutch, as is what else tells that a clause is harmless; `told` says how they are asked.
"""

from oss_scan.licences.limits import CODE
from oss_scan.licences.phrases import pattern

_NAMED = {
    "CODE": CODE,
    "MODAL": r"(?:can|may|might|could|should|will|would|kan|kunnen|mag|mogen|zou|zouden)",
    "WORDS": r"(?:[\w,'’-]{1,40} ){0,6}?",
    "DONE": (
        r"(?:used|had|run|copied|shared|opened|modified|sold|installed|published|taken|deployed|hosted|distributed"
        r"|viewed"
        r"|studied|redistributed|reused|given|handed|gebruikt|gekopieerd|gedeeld|gepubliceerd|genomen|gelezen|gewijzigd"
        r"|verspreid|geïnstalleerd|gegeven)"
    ),
    "DO": (
        r"(?:use|copy|run|share|install|deploy|host|modify|change|sell|publish|distribute|gebruik|deel|wijzig|verspreid"
        r"|installeer|gebruiken|delen|verkopen|verspreiden|kopiëren|installeren|draaien)"
    ),
    "IT": r"(?:it|this|that|them|these|het|dit|deze|ze)",
    "MADE": r"(?:made|meant|intended|given|handed|reserved|suited|suitable|bedoeld|bestemd|gegeven|geschikt)",
    "LICENCE": r"(?:(?:this|the|an?|our|deze|de|een|onze) )?(?:[\w-]{1,40} )?licen(?:[cs]e|tie)",
    "THEN": r"(?:in|on|op) (?:[\w-]+ ){0,2}\d{4}",
    "BY": r"(?:by|door) (?:(?:the|our|de|het|onze) )?[\w-]+",
    "CHOSEN": (
        r"(?:chosen|chose|picked|adopted|selected|explained|gekozen(?: voor)?|kozen(?: voor)?|uitgelegd|vastgesteld)"
    ),
    "WE_USE": r"(?:we|wij) (?:use|gebruiken|hanteren|kiezen|choose)",
    "ALL_OURS": r"(?:all (?:of )?our|al onze|most of our)",
    "BE": r"(?:is|are|was|were|be|blij\w+|zijn|remains?)",
    "PUBLISH": r"(?:publish|share|open|publiceren|delen)",
    "PAGE": r"(?:page|file|document|pagina|bestand|text|tekst)",
    "SENDS": r"(?:send|mail|share|stuur|deel)",
    "CHANGED": r"(?:changes|modifications|improvements|copies|wijzigingen|verbeteringen|aanpassingen)",
    "HOLDS": r"(?:shows|gives|has|holds|contains|states|reproduces|bevat|toont|geeft)",
    "BECAUSE": r"(?:because|since|as|omdat)",
    "SHOWN": r"(?:publish\w*|gepubliceerd|publiceren|shown?|shar(?:e|ed)|tonen|getoond|released|vrijgegeven)",
    "OF": r"(?:with|as|from|via|through|in combination|together|along)",
}
#: The copies of a work, what one does with it, how it is given, lent or kept from some, and who sells it.
GRANTS = pattern(
    r"""
    licen[cs]\w*  licenti\w*  lizenz\w*  grant(?:s|ed|ing)?(?! (?:from|of|by|no|number|agreement)\b)  permi\w+
    cop(?:y|ies|ied|ying)  forks?  forking  (?:re)?distribut\w+  reus(?:e|es|ed|ing)  usage  access  exports?  deriv\w+
    exemplaar  exemplaren  kopie\w*  verspreid\w*  weitergabe  hergebruik  inzage  gebruiksrecht\w*
    (?:use|gebruik) (?:of|by|in|at|on|for|is|outside|within|door|van|buiten|binnen|op)
    (?:your|uw|je|jullie) (?:use|gebruik)  (?:for|in|voor) (?:\w+ )?(?:use|gebruik)  (?:to|te) {DO}  {IT} {DO}
    {DO} {IT}
    ^\W*(?:running|viewing|reading|sharing|publishing|hosting|deploying|installing)
    ^\W*(?:anything|everything|nothing|any|each|every|all|none|some|who)  no(?!\.?\s*\d)
    {MODAL} {WORDS}(?:be |worden )?{DONE}(?! (?:\w+ )?{OF})  {DO} (?:the|de|het) {CODE}
    ^\W*{SENDS} (?:us |ons )?(?:your|the|all|any|uw|je|de|alle) {CHANGED}
    beyond  sales  rekening  mil(?:j)?ion\w*  accounts?  banners?  badges?  war(?:fare)?  army  oorlog  leger  police
    politie
    (?:we|wij|they|zij|harbour|owner) (?:give|lend|share|hand|geven|delen|lenen)
    {MADE} (?:out )?(?:for|to|voor|aan)  indoors  binnenskamers  clearance  change hands
    (?:call|ring|phone|contact|tell|warn|ask|pay|bel|waarschuw|betaal)(?:s|en|t)? (?:the|de|het|een|an?)
    (?:has|have|had|heeft|hebben) (?:to|the (?:last|final))  laatste woord  at any (?:moment|time)
    (?:is|are|zijn) (?:\w+ )?(?:needed|necessary|nodig|vereist|over|off|out|closed|dicht)
    {BE} (?:(?!paid\b|made\b|built\b)\w+ )?(?:for|voor|ours|yours|van ons|there to|er om|on (?:show|display))
    {BE} (?:\w+ ){0,3}(?:free|open|vrij|visible|zichtbaar|te zien)(?! (?:source|to contrib\w+)\b)
    (?:opened|geopend|{SHOWN}) (?:[\w'’-]{1,20} ){0,3}(?:for|so that|voor|zodat|aan)
    (?:one|single|each|every|één|elke?) (?:machine|server|computer|site|host|user|gebruiker|release|use)
    for (?:research|teaching|education|schools)  alone  for our own  nobody else  members?  leden  association
    (?:it|het) (?:is|was|would be|spreekt) [\w'’-]+ (?:to|om|that|dat)  (?:lid|member) (?:van|of)
    """,
    _NAMED,
)
#: The choice of a licence, of which a clause may tell.
CHOICE = pattern(
    r"""
    {LICENCE} (?:was|is|werd) (?:{THEN} )?(?:{BY} )?{CHOSEN}  {CHOSEN} {LICENCE}
    (?:choice|keuze) (?:for|of|voor) {LICENCE}
    (?:decided|agreed|chose|besloot|besloten|koos)(?: [\w'’-]{1,20}){0,4} (?:to|te) {PUBLISH}
    {PAGE} {HOLDS} (?:(?:the|a|de|een|copy|of|text|full) ){0,5}licen(?:[cs]e|tie)\w*
    (?:we|wij) {PUBLISH} (?:this|our|the|all|deze|onze|de|al) (?:source |our )?{CODE} {BECAUSE}
    {LICENCE}(?: text)? (?:has (?:not )?been|is|was) (?:\w+ ){0,4}?(?:the same|unchanged|changed|dezelfde|ongewijzigd)
    licen(?:[cs]e|tie)[ -]?(?:files?|bestand(?:en)?)  (?:samengevoegd|uitgegroeid) tot
    {WE_USE} (?:this|deze|the same|dezelfde) licen(?:[cs]e|tie) (?:for|voor) {ALL_OURS}
    (?:older|old|other|previous) copies  used to be (?:an? )?(?:\w+ )?licen[cs]e
    [\w./-]{1,80}\.(?:md|txt|rst|html|toml|json|ya?ml)  (?-i:LICEN[CS]E|LICENTIE|COPYING)(?=\W*$)
    """,
    _NAMED,
)
#: Words that limit in a clause about the reader, and that tell in one about the project.
LIGHT = pattern(
    r"""
    we  us  our  wij  ons  onze  can  could  will  would  might  may  kan  kunnen  zal  zullen  during  while  after
    before  tijdens  na  nadat  voordat  vanaf  sinds  first  just  needs?  uses?  using  used  gebruik(?:t|en)
    servers?  keep  production  productie  host(?:s|ed)?  hosting  install\w*  deploy\w*  per  kept  reports?  als
    contract  signed  your  send  whether  benefit  (?:at )?least  display\w*  yearly  annual(?:ly)?  monthly
    weeks?  week  weken  months?  maand  maanden  jaarlijks  maandelijks  requires?  produc\w+  more than  less than
    (?:the )?court
    key of the  up to  days?  dagen  years?
    """,
    {},
)
#: Those that tell in one about the past only.
PAST = pattern(
    r"""
    until  till  tot  machines?  demo  preview  persons?  individuals  users?  you  everyone  everybody  iedereen  loopt
    becomes?  became  competit\w+  private(?:ly)?  personal(?:ly)?  persoonlijke?  only  alleen  closed  gesloten
    proprietary  money  owned  eigendom  not  never  no  without  niet  nooit  geen  zonder  limited  beperkt  asked
    agreed  approved  required  nobody  niemand  ended  stopped  commercial\w*  commerci\w+  internal\w*  trial
    """,
    {},
)
#: Whom people made it with, and what they paid: so much may be told of what was done until now.
MAKING = pattern(
    r"""
    students?  studenten  klanten  inwoners  citizens  compan(?:y|ies)  residents?  customers?  employees?  proef\w*
    dagen  evaluat\w*  academic\w*  educational  medewerkers  bedrijven  ambtenaren  interne?n?  paid  betaald  costs?
    kosten  commission\w*  decided  gevraagd  besloten
    """,
    {},
)
#: What is denied of a program, its makers or its state: no permission; and that something is no duty.
DENIED = pattern(
    r"""
    (?:do|does) not (?:yet )?{ACT}
    (?:is|are) not (?:yet |fully |(?:being )?actively )?{STATE}
    (?:has|have|contains?|there is|there are|er is|er zijn|heeft|bevat) (?:no|geen)
    (?:wordt|worden|is) (?:nog |hier )?niet (?:meer |langer |actief )*{TOESTAND}  is (?:nog )?niet {TOESTAND}
    (?:verzamelt|bewaart|bevat|heeft|is|zijn) geen (?:\w+e )?{GEEN}  no {NOTHING}
    (?:is |are )?(?:but )?(?:not|niet) (?:required|mandatory|necessary|obligatory|verplicht|nodig|vereist)(?=\W*$)
    {RESULTS} (?:should|must|moeten|dienen) (?:[\w-]+ ){0,5}(?:be |te worden |worden )?{CHECKED}
    (?:cannot|can ?not|kunnen niet|kan niet) (?:always )?(?:answer|help|be reached|reply)
    kunnen (?:[\w-]+ ){0,4}niet (?:[\w-]+ ){0,3}beantwoorden
    only (?:been )?(?:tested|available in {TONGUE}|works? on|runs? on)  (?:available )?in {TONGUE} only
    alleen in het {TONGUE}  werkt (?:nog )?niet  niet alles werkt  not (?:all features|everything) works?
    no longer supported
    only the (?:[\w-]+ ){1,3}(?:gets?|receives?) (?:security )?(?:fixes|updates)
    (?:last|latest) (?:\w+ )?versions? only
    (?:see|zie|read) \S+ (?:for|voor) (?:usage|installation|use|details|more|gebruik)
    (?:no|geen) (?:official |officiële )?(?:translation|vertaling|version|versie)  {GROUP}
    support (?:ended|stopped|ends)  could not have \w+ (?:\w+ )?without  up to you
    (?:live |online )?demo (?:runs|is at|site|environment|omgeving|draait|staat)
    \((?:user|login|username|password|gebruiker)(?=\W)  registered (?:name|mark|association|charity)
    """,
    {
        "GROUP": (
            r"(?:members|leden) (?:of|van) (?:the|de)"
            r" (?:steering|working|project|stuur|werk)[ -]?(?:group|groep|team|committee)"
        ),
        "ACT": (
            r"(?:collect|store|contain|have|send|track|need|know|work|run|build|compile|answer|help|guarantee|support"
            r"|depend|keep|save|check)"
        ),
        "STATE": (
            r"(?:finished|complete|completed|ready|stable|maintained|perfect|tested|done|developed|supported|related"
            r"|connected|affiliated|linked|optimi[sz]ed|documented|actively)"
        ),
        "TONGUE": r"(?:dutch|english|german|french|frisian|nederlands|engels|duits|frans|fries)",
        "TOESTAND": (
            r"(?:onderhouden|ondersteund|ontwikkeld|bijgewerkt|af|klaar|getest|compleet|stabiel|verbonden|gerelateerd)"
        ),
        "GEEN": r"(?:persoonsgegevens|gegevens|relatie|band|fouten|officieel|bugs|onderdeel van|website)",
        "RESULTS": r"(?:results?|outcomes?|output|uitkomsten|resultaten)",
        "CHECKED": r"(?:checked|verified|reviewed|interpreted|validated|bekeken|gecontroleerd|beoordeeld)",
        "NOTHING": r"(?:animals?|known (?:bugs|issues|problems)|personal data|data|cookies)",
    },
)
#: Words that limit elsewhere and that people are addressed with.
TALK = pattern(
    r"""
    you  your  yours  us  we  our  can  could  may  might  will  would  should  u  uw  je  jij  jouw  ons  onze  wij
    kan  kunt  kunnen  mag  mogen  wil(?:t|len)?  if  als  wanneer  need\w*  users?  gebruikers  anyone  everyone
    everybody  iedereen  who  wie
    just  install\w*  use the form  use  send  stuur(?:t)?  report  melden  meldt  gemeld  ask  asked  eerst  first
    free  per  days
    weeks  within
    """,
    {},
)
#: Whom people thank or help, and what they do with a work.
PEOPLE = pattern(
    r"""
    persons?  individuals  klanten  inwoners  students?  studenten  citizens  compan(?:y|ies)  residents?  customers?
    employees?  members?  leden  staff  personnel  medewerkers  bedrijven  ambtenaren  consumers?  subscribers?
    deelnemers?  production  productie  test\w*  owners?  academic\w*  educational  used  gebruik\w*
    """,
    {},
)
#: What a text says that it holds itself.
TERMS = pattern("terms  conditions?  voorwaarden  rights?  rechten  eigendom  property  permission  toestemming", {})
