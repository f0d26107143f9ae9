"""Sentences beside a licence that bind nobody who uses the work: requests, rules for contributors, disclaimers.

A sentence with a word in it that binds after all is asked as any other.
"""

from oss_scan.licences.limits import FORBIDS

#: Words that make a condition of a request, and those that make more of a rule for contributors than that.
_BINDS = (
    rf"(?:{'|'.join(FORBIDS.split())}"
    r"|no|may|paid|pay|buy|purchas\w*|costs?|licen[cs]e\w*|agree\w*|before|first|until|re?distribut\w*|terms"
    r"|otherwise|required|internal\w*|personal\w*|private\w*|allow\w*|regist\w+|subscri\w+|obtain|request"
    r"|goedkeur\w*|illegal|payments?|money|due(?! to\b)|expect(?:s|ed)?|demand\w*|insist\w*|geld|verwacht\w*"
    r"|verschuldigd|vergoeding\w*"
    r"|refus\w+|closed|secret|limited|stop\w*|keys?|accounts?|eula|nda|zonder|uitsluitend|mag|betal\w*|vooraf|eerst"
    r"|voordat|licentie\w*|aanvra\w+|aanmeld\w*"
    r")\b"
)
_USES = (
    r"(?:use\w*|using|buy|purchas\w*|consent|permission|rights|run|running|cop(?:y|ies|ied)|re?distribut\w*|sell"
    r"|money|fees?|paid|pay|due|euros?|revenue|profits?"
    r"|back|upstream|deploy\w*|commercial\w*|only|alone|others|everyone|modif\w+|changes|mandatory|obligatory"
    r"|compulsory|licen[cs]e ends|gebruik\w*|betal\w*|\w*kosten|verplicht\w*|iedereen|alleen|wijziging\w*"
    r"|confidential|secret|vertrouwelijk|geheim|closed|forbid\w*|prohibit\w*|verboden|(?:other|different"
    r"|own) terms)\b"
)
_TROUBLE = (
    r"(?:security|bugs?|vulnerabilit\w+|issues?|problems?|patches|pull requests|fouten|kwetsbaarheden"
    r"|beveiligings\w+)"
)


def _on(stops: str, most: int) -> str:
    """What follows in a sentence and has no word that stops it: words, and signs between them, so many at most."""
    return rf"(?:[^\w.!?\n]|(?!{stops})\w++|[.?](?=\w)|\n(?![^\w\n]*\n)){{0,{most}}}"


_END = r"(?=\W{0,20}(?:[.!?]|\n[^\w\n]*\n|\Z))"
_MAKER = r"(?:its|the) (?:authors?|maintainers?|developers?|makers?)"
_APPRECIATED = (
    r"(?:would be|is|are) (?:\w+ )?(?:appreciated|welcome)"
    r"(?:,? (?:but |though )?not (?:required|mandatory|necessary|needed|obligatory))?"
)
#: Where a sentence begins, or a line.
START = r"(?:(?<=[.!?:;]\s)|(?m:^))"
NAMED = {
    "REQUEST": (
        r"(?:please (?:also )?(?:cite|mention|acknowledge|credit|consider|read|check|star|support|see|visit|feel free"
        r"|refer to)|star (?:us|this|the)\b"
        r"|(?:we|i) would (?:love|like|(?:greatly |really )?appreciate|be (?:glad|happy|pleased|grateful))"
        r"|we are (?:glad|happy) to (?:help|hear)"
        rf"|(?:an? )?(?:citation|mention|acknowledge?ment|reference|link|note)(?: [\w:/.]+){{0,6}} {_APPRECIATED}"
        rf"|{_APPRECIATED}"
        r"|(?:(?:wij|we) )?stel(?:len|t) (?:(?:wij|we) )?(?:het|dit|een (?:bron)?vermelding)(?: zeer)? op prijs"
        r"|wordt(?: zeer)? (?:op prijs gesteld|gewaardeerd)"
        r"|horen (?:we|wij) (?:dat )?graag|(?:we|wij) horen (?:dat |het )?graag|graag"
        r"|let (?:me|us) know|drop (?:me|us)|send (?:me|us) (?:an? )?(?:postcard|note|line|picture|photo|message"
        rf"|e-?mail)|buy (?:me|us|{_MAKER}) a (?:coffee|beer|drink))"
    ),
    "ON": rf"\b(?>{_on(_BINDS, 80)}){_END}",
    "ON_THAT": rf"\b(?>{_on(f'(?:{_BINDS}|{_USES})', 80)}){_END}",
    "UP": _on(_BINDS, 40) + "?",
    "CITING": rf"{START}(?:(?:how )?to (?:cite|credit)|citeren|citeer|cite (?:this )?(?:\w+ )?as)",
    "SENDS": (
        rf"{START}(?:(?:we|wij) (?:accept|welcome|appreciate|love|verwelkomen) )?"
        r"(?:(?:all|any|your|new|by|when|alle|uw) ){0,2}"
        r"(?:contributing|contributions?|contributors?|pull requests?|merge requests?|bug reports?|commits"
        r"|bijdragen|bijdragers|wie bijdraagt|door bij te dragen"
        r"|(?:before|when|if|to) (?:you )?(?:submit|open|send|mak|creat|fil)\w* (?:an? )?"
        r"(?:pull requests?|merge requests?|issues?|patch(?:es)?))\b"
        rf"(?>{_on(_USES, 80)}){_END}"
    ),
    "MAY": r"(?:allowed|permitted)",
    "ON_THEIRS": r"(?:on|of|to|in) (?:your|their|the) (?:contributions?|work|code)",
    "SENT": r"(?:feedback|comments?|suggestions?|questions?|donations?|ideas?|patches|issues)",
    "TROUBLE": _TROUBLE,
    # as Miniforge has it, and what is made of it
    "OF_PACKAGES": r" \S{1,40} you agree to the licen[cs]ing terms of individual packages as well",
    "MARK": r"(?:(?:the|our|its|their) )?(?:\w+ )?(?:names?|logos?|(?:trade)?marks?)",
    "POLICY": r" (?:this|the|our|its|their) (?:[\w-]+ )?(?:trademark |logo |brand )?(?:policy|guidelines)",
    "USERS": r"users(?:,? (?:and|or) (?:redistributors|distributors|developers))?",
    "SERVICE": (
        r"(?:support|hosting|training|services?|maintenance|consultancy|ondersteuning|advies|onderhoud|beheer)"
    ),
    "PAID": r"(?:commercial|paid|professional|commerciële|betaalde|professionele)",
    "CHAT": r"(?:chat(?: ?room)?|forum|meetings?|channel|mailing list|vergaderingen)",
    "SAYS": r"(?:tells|says|states|explains)",
    "UNASKED": r"(?:,? but (?:never|not) (?:needed|required|expected))?",
    "NOTICE": r"(?:the|this) (?:copyright )?(?:notice|licen[cs]e|text)",
    "TRY": r"(?:use|copy|change|modify|share|fork|improve|adapt|study)",
    "TURN": r"(?:you can turn to|(?:please )?(?:contact|ask|mail|see)|kunt u terecht bij|kun je terecht bij)",
    "HAD": r"(?:available|offered|provided)",
    # as the Apache Software Foundation has it for whoever exports encryption
    "CRYPTO": (
        r"(?:the )?country in which you currently reside may have restrictions on the import, possession, use, and/or"
        r" re-export to another country, of encryption software"
        r"|before using any encryption software, please check your country['’]s laws, regulations and policies"
        r" concerning the import, possession, or use, and re-export of encryption software, to see if this is permitted"
    ),
    "LINE": r"(?:^|\n)\W*",
    "ALONE": r"[ .]*(?:\d{1,3})?(?=[^\w\n]*(?:$|\n))",
    "TICKET": r"(?:issue|ticket|(?:pull|merge) request|bug report|melding|discussion|discussie)",
    "NO_NEED": r"no need to (?:credit|mention|attribute|ask|register|pay|thank)",
    "CREDIT": r"(?:attribution|credit|(?:naams|bron)vermelding)",
    "OWNERS": r"(?:eigena\w+|houders?|rechthebbenden)",
    "FIRST": rf"(?:first|eerst)(?:,? (?:to|om|so)(?: that)?(?>{_on(_BINDS, 40)}){_END})?",
    "BOUND": _BINDS,
    "OR_NEWER": r"(?: (?:or|of) (?:newer|later|higher|above|hoger|nieuwer))?",
    "ALTERS": r"(?:limits|restricts|changes|affects|alters|reduces)",
    "NO_DUTY": (
        r"(?:not|niet|geen) (?:an obligation|a (?:must|requirement|condition)|required|mandatory|necessary"
        r"|needed|obligatory|verplicht|verplichting|nodig|noodzakelijk)"
    ),
    "PRIZED": (
        r"(?:(?:it|het|dat|that|this|dit) )?(?:wordt|is|are|would be)(?: \w+)? (?:gewaardeerd|appreciated"
        r"|op prijs gesteld|welkom|welcome|encouraged|aangemoedigd)"
    ),
    "USUAL": r"(?:customary|usual|nice|polite|kind|good (?:practice|manners)|gebruikelijk|netjes|aardig|beleefd)",
    "TO_TEST": (
        r"(?:(?:to|om) (?:run|build|generate|make|compile|preview|de|het) ?(?:(?:the|de"
        r"|all) )?(?:unit )?(?:tests?|test suite"
        r"|docs|documentation|documentatie|site|examples|voorbeelden)(?: (?:locally"
        r"|yourself))?(?: te (?:draaien|bouwen|maken))?)"
    ),
    "NEEDS": r"(?:you(?:'ll| will)? need(?! to\b)|(?:hebt|heeft) u|heb je|is|zijn)",
    "SHIFTS": (
        r"(?:interfaces?|APIs?|features?|names?|details|things|formats?|functions?|interface|functies|namen"
        r"|zaken)"
    ),
    "CHANGES": r"(?:may|can|might|could|will|kunnen|kan)(?: (?:still|nog|yet))? (?:change|break|wijzigen|veranderen)",
    "BY_THEN": (
        r"(?: (?:before|until|in|between|voor|tot|tussen) (?:(?:version|versie|minor|v) ?)?(?:\d[\d.]*"
        r"|versions|versies|releases))?"
    ),
    "RIGHTS_HERE": (
        r"(?:(?:the|your|any|de|uw) )?(?:rights?|permissions?|terms|freedoms?"
        r"|rechten)(?: (?:that )?(?:(?:are )?(?:given|granted)(?: to)?"
        r"|you have)(?: you)?)?(?: (?:by|in|under|of) (?:the|this) licen[cs]e)?"
    ),
    "SEES": r"(?:discover|find|notice|spot|encounter)",
    "THEIR_OWN": (
        r"(?: (?:(?:bij )?(?:your|uw|je) (?:own |eigen )?)?(?:supplier|vendor|leverancier|beheerder"
        r"|administrator))?"
    ),
    "JOIN": (
        r"(?:meedoen|aanschuiven|meepraten|meedenken|meehelpen|bijdragen|join|attend|take part|participate"
        r"|contribute)"
    ),
    "NO_ASKING": r"(?: (?:om|to) (?:(?:de|deze|het|dit|the|this) \w+ (?:te )?gebruiken|use (?:the|this) \w+))?",
    # of those with which a page begins its parts
    "HEAD": (
        r"(?:install(?:ation|atie|eren|ing)?|usage|gebruik|deployment|hosting|requirements|vereisten"
        r"|introduct\w+|inleiding"
        r"|inhoud\w*|contents|contribut\w+|bijdragen|configurati\w+|testing|testen|documentati\w+"
        r"|background|getting started"
        r"|quick ?start|development|ontwikkeling|roadmap|features)"
    ),
    "HEADS": (
        r"(?:install(?:ation|atie|ing)?|usage|gebruik|use|deployment|hosting|requirements|contribut\w+"
        r"|bijdragen|tests?|documentati\w+|changelog|status|licen(?:[cs]e|tie)|contact|about|over|support"
        r"|ondersteuning|security|credits|authors?|auteurs|and|en|faq)"
    ),
    "SPARES": (
        r"(?:no|geen) (?:(?:other|separate|further|andere|aparte|verdere) )?(?:agreement|contract|overeenkomst"
        r"|registration|payments?|(?:licen[cs]e )?fees?|permission|costs?"
        r"|kosten|toestemming|betaling|registratie)"
    ),
}
#: Turns of phrase of these, and whom to ask or thank.
ASIDES = r"""
    for {ASKED},? (?:please )?(?:send|mail)(?: (?:an?|us)){0,2} (?:e-?mail|mail|message|line)
    (?:if you have|for|voor|bij)(?: (?:any|all|alle|more|further|meer))? {ASKED}(?: (?:about|over) [^:.,]{1,60})?
    {ASKED} (?:can|may) be (?:sent|mailed|asked|directed)
    {ASKED} kun(?:nen|t) (?:u |je )?(?:stellen|mailen|sturen|worden (?:gesteld|gemaild))
    (?:chat|talk|join|find|reach|follow|meet) (?:with )?us (?:on|at|in|via)
    (?:please )?send (?:bug reports|patches|feedback|comments|questions|corrections)  you can reach us
    (?:neem|nemen)(?: \w+){0,4} contact op  contact op(?:nemen)?
    (?:just )?(?:ask|contact|mail|visit) (?:us|ons|our website)
    (?:hebt u|heb je|heeft u) (?:\w+ )?vragen  we are grateful to
    we (?:would|want|wish|also|gratefully)?(?: (?:like|also))?(?: to)? ?(?:thank|acknowledge)
    (?:everyone|everybody|all(?: those)?|those|people) who (?:has |have )?(?:helped|tested|contributed|reported)
    iedereen die (?:heeft |hebben )?(?:bijgedragen|geholpen|meegewerkt|getest|meegedacht)(?: heeft| hebben)?
    our (?:sponsors|contributors|funders|volunteers)
    contributor (?:licen[cs]e )?agreements?  grant agreement(?: no)?  grant no
    (?:if|when|whenever|als|wanneer|indien) (?:you|u|je|using|citing) {UP}{REQUEST}{ON}  {REQUEST}{ON}
    {SENDS}  {CITING}{ON}
    there is no (?:obligation|need) to (?:publish|share|support|contribute|send){ON}
    {SENT}(?: (?:and|or) {SENT})? (?:is|are|zijn|is) (?:\w+ )?(?:welcome|appreciated|welkom){UNASKED}
    (?:we|wij) (?:are|zijn) (?:happy|glad|blij) to (?:receive|accept|help|hear)  let us know{ON}
    laat (?:het )?ons (?:gerust |graag )?weten(?: hoe{ON})?
    (?:lees|zie|bekijk|read|see) (?:ook |also |eerst )?(?:onze|our) (?:code of conduct|gedragscode)
    (?:we|wij) (?:thank|danken|bedanken)  our thanks  we believe in  you can support (?:the|this|our)
    (?:how to )?report (?:an? )?{TROUBLE}(?: (?:at|via|to|on))?  meld (?:fouten|problemen|{TROUBLE}) (?:via|op|bij)
    public money,? public code  code of conduct applies to (?:everyone|everybody|all)(?: who contributes?)?
    has not been (?:audited|tested|reviewed)(?:,? (?:and|or) (?:audited|tested|reviewed))?(?!,? (?:and|or|nor) )
    ^\W*rights and licen[cs]es?\W*$
    please read (?:[^.,;\n]|\.(?=\w)){1,80} before (?:you )?contribut\w+  before (?:you )?contribut\w+
    please report (?:{ON}|{UP}not (?:in|by|via|through) (?:an? |the )?(?:public )?(?:issues?|issue tracker|e-?mail))
    (?:please )?(?:do not|don['’]t) (?:open|report|file|create|post|send|disclose) (?:\w+ )?{TROUBLE}{ON_THAT}
    {SPARES} (?:(?:is|are|zijn|is er) )?(?:needed|required|necessary|due|nodig|vereist|verschuldigd){ENDS}
    you do not (?:need|have) to (?:ask|register|pay|request|ask for permission){ENDS}
    (?:u|je) hoeft niet te (?:betalen|registreren){ENDS}
    aan het gebruik zijn geen kosten verbonden{ENDS}
    {CRYPTO}  (?:for|voor) {PAID} {SERVICE}(?: (?:and|or|en|of) {SERVICE})?(?: {TURN})?
    (?:commercial|paid|professional) {SERVICE}(?: (?:and|or) {SERVICE})? (?:is|are) (?:also )?{HAD}
    (?:kind|best|warm)? ?regards(?=\W*$)  (?:met )?vriendelijke groet(?:en)?(?=\W*$)  hartelijke groet(?:en)?(?=\W*$)
    (?:yours )?(?:sincerely|truly|faithfully)(?: yours)?,?(?=\W*$)  sent from my \w+(?=\W*$)
    ^\W*(?:dear|geachte|beste) (?:[\w-]+ ){0,3}[\w-]+,?(?=\W*$)
    (?:{TROUBLE}|fouten|problemen) (?:found|gevonden)(?=\?)
    laat het (?:ons )?weten via
    (?:wie|als (?:u|je)|if you|whoever) (?:an? |een )?{TROUBLE} (?:vindt|ziet|finds?|sees?){ON}
    (?:veel plezier|have fun|good luck|veel succes|enjoy)(?: (?:ermee|with (?:it|this)))?(?=\W*$)
    happy (?!pay|buy|sell)\w+ing(?=\W*$)
    {LINE}(?:end|einde?) (?:(?:of|van) )?(?:the |de |het )?(?:terms|licen[cs]e|licentie|document|file|text|tekst){ALONE}
    (?:(?:please )?do not|don['’]t) (?:edit|change) (?:it|this file)(?: (?:by hand|manually))?{ENDS}
    (?:vindt|vind|treft) (?:u|je) (?:hier|hieronder|beneden)  (?:below you|you) (?:will |can )?find (?:the|a copy)
    {LINE}(?:\d{1,2}[.)]? )?(?:algemene )?(?:terms(?: of use)?|conditions|voorwaarden|rechten|rights){ALONE}
    (?:wijzig|bewerk) (?:het|dit bestand) niet(?: (?:handmatig|met de hand))?{ENDS}
    (?:handels)?merken (?:\w+ )?zijn (?:het )?eigendom van (?:de|hun) (?:respecti\w+ )?{OWNERS}
    use (?:merge|pull) requests  frequently asked questions
    this is (?:also )?the (?:same )?licen[cs]e (?:that|which) [\w ,]{1,60}? uses?(?:,? too)?{ENDS}
    donations? (?:is|are|zijn) (?:\w+ )?(?:welcome|appreciated|welkom){UNASKED}
    you can (?:also )?(?:sponsor|donate to) (?:the|this|our)  accepts donations
    the end of (?:this|the) (?:file|document|text|page)  volg ons (?:op|via)
    (?:(?:please )?(?:open|create|file|start|make) an? |(?:maak|open|dien) (?:gerust |graag )?een ){TICKET} {FIRST}
    ^\W*(?:al)?though (?:it is |this is )?{NO_DUTY},?{ON}  ^\W*hoewel (?:\w+ ){0,3}{NO_DUTY} is,?{ON}
    ^(?:(?!{BOUND})[\w-]+ ){1,6}?(?:is|are|zijn) {NO_DUTY},? (?:but|maar|though|although) {PRIZED}{ENDS}
    ^\W*(?:it is |het is |it['’]s )?{USUAL},? (?:but|though|maar|although) {NO_DUTY},? (?:to|om) (?:{ON})
    (?:refers?|relates?|belongs?|corresponds?) to no (?:real |living |actual )?(?:persons?|people|individuals)
    no (?:real|existing|actual|living) (?:persons?|people|individuals)  geen (?:echte|bestaande) (?:personen|mensen)
    (?-i:[A-Z])[\w.+#-]* v?\d[\d.]*\+?{OR_NEWER} (?:is|are) (?:required|needed|vereist|nodig)
    ^\W*{TO_TEST},? {NEEDS}{ON}  {SHIFTS} {CHANGES}{BY_THEN}
    nothing (?:in|on) (?:this|the|these) (?:\w+ ){1,2}{ALTERS} {RIGHTS_HERE}{ENDS}
    (?:if|when|als|wanneer) (?:you|u|je) {SEES} (?:an? |any |the )?(?:\w+ )?{TROUBLE}
    dezelfde (?:rechts|juridische )?(?:kracht|waarde|betekenis|geldigheid|status) als
    (?:dit|deze|het|de|onze) {WORK} maakt gebruik van
    (?:coordinated|responsible) (?:vulnerability )?disclosure
    (?:meld|rapporteer) {TROUBLE} (?:via|op|bij) (?:ons|onze|de|het){ON_THAT}
    (?:for|voor) {SERVICE}(?: (?:and|or|en|of) {SERVICE})? {TURN}{THEIR_OWN}
    (?:u|je) hoeft (?:ons )?geen toestemming te vragen{NO_ASKING}{ENDS}
    you do not (?:need|have) to ask (?:for )?permission{NO_ASKING}{ENDS}
    (?:iedereen|anyone|everyone|u|je) (?:mag|kan|kunt|may|can) (?:\w+ )?{JOIN}
    ^\W*(?:\d{1,2}[.)] ?)?{HEAD}(?:[^\w.!?]{1,6}(?:\d{1,2}\W{1,3})?{HEADS}){0,19}\W*$
    (?:if|when|als) (?:the|de|het) (?:build|tests?|installation|compiler|bouwen) (?:fails?|breaks?|mislukt|faalt)
    lukt (?:het|de) (?:bouwen|testen|installeren|installatie) niet(?=\?)
    (?:won|wint|kreeg|ontving)(?: [\w'’-]+){0,4} prijs
    mag,? maar hoeft niet{ENDS}  it is fine to leave (?:it|this|that) out{ENDS}
    {CHAT} (?:is|are|zijn) open (?:to|for|voor) (?:everyone|everybody|all|anyone|iedereen){ENDS}
    no (?:contributor )?(?:agreement|CLA) (?:has|needs) to be signed  ^\W*in (?:use|gebruik) (?:at|by|bij)
    you do not (?:need|have) to sign (?:anything|a \w+)(?: to contribute)?{ENDS}
    {TRY} it, (?:{TRY} it,? ){1,4}(?:(?:and|but) )?keep {NOTICE}(?: intact)?{ENDS}
    ^\W*(?:in short|in plain (?:english|words)|kort gezegd|kortom|samengevat)(?=:|,)
    not (?:a )?part of (?:the|this) licen[cs]e(?=:)  up to you{ENDS}
    licen[cs]e(?: text)?(?: above| below)? {SAYS} (?:you )?what (?:you|anyone) (?:may|can)(?: (?:and|or) may not)? do
    if you (?:did not|didn['’]t|have not) (?:receive|received|get|got) (?:a copy of )?(?:it|(?:the|this) [\w-]+),?
    publiek\w* ?geld (?:betaald|gefinancierd|bekostigd|gemaakt)  belasting\w* ?geld (?:betaald|gefinancierd|bekostigd)
    paid(?: for)? (?:with|by|from|out of) (?:public|tax\w*)(?: money| funds?)?
    you are free to (?:hire|choose|ask|consult) (?:anyone|another|any|your)
    (?:(?:maak|open|dien) (?:gerust |graag )?een|(?:open|create|file|raise|submit) an?) (?:\w+ )?{TICKET}{ON}
    {NO_NEED}(?: (?:me|us|anyone|mij|ons))?{ENDS}
    {CREDIT} (?:is|isn['’]t) (?:not |niet )?(?:required|needed|necessary|nodig|verplicht|vereist){ENDS}
    (?:made|built|written|developed|gemaakt|gebouwd|geschreven|ontwikkeld) (?:tijdens|during) (?:an?|the|een|de|het)
    commercial use is (?:explicitly |also )?{MAY}{ENDS}
    commercieel gebruik is (?:uitdrukkelijk |ook )?toegestaan{ENDS}
    (?:you|contributors|the authors) (?:retain|keep) (?:the |their |your )?copyrights?(?: {ON_THEIRS})?{ENDS}
    (?:modified|adapted|changed|ported) for use in (?:this|the) (?:project|package|library|software|program|module)
    (?:which|that) (?:is|are) optional to install  can be directly used with curl  just configure this file as the \w+
    each file (?:clearly )?(?:indicates|states|says)(?: clearly)? the (?:conditions|terms) under which
    with (?:separate|their own) copyright notices and licen[cs]e terms
    ^\W*[\w.-]+ v?\d[\d.]* (?:and|or) (?:above|later|newer|higher)\W*$  (?:of|on) how it applies to the
    if you (?:need|want|require|would like) (?:an?other|a different) licen[cs]e
    if you (?:wish|want) to use {MARK}(?: (?:or|and) {MARK})?(?: in any way)?,? you must (?:follow|comply with){POLICY}
    installer(?: code)? uses (?:the )?\S{1,20} licen[cs]e(?= (?:as stated )?below|\W*$|\s*\.)
    binary packages that come with it have their own licen[cs]ing terms and by installing{OF_PACKAGES}
    only (?:our|its|the authors['’]?) own (?:original )?work is licen[cs]ed(?= under)
    {USERS} are (?:hereby )?(?:requested|advised|asked|encouraged) to (?:verify|check|read|consult) (?:these|those|the)
    (?:conditions|terms) and agree upon them{ENDS}
"""
#: What no licence gives.
WARRANTIES = r"""
    (?:(?:we|wij) (?:make|give|offer|provide|accept|bieden|geven) |accepts? )?{NO}(?: [\w-]+){0,3} {WARRANTY}{FURTHER}
    staan niet in voor  (?:use )?at your own risk  makes? no claims? (?:about|as to|of)
    neither {REST} nor [^.,;]{1,60} (?:is|are|be|can be|accepts?)(?: any)? (?:liab|responsib)\w+
    (?:use |gebruik )?(?:is )?(?:at your own|op eigen|auf eigenes?) risi[ck]o?  nobody promises that
    (?:we )?provide this code as(?: it)? is  in the hope that(?: it will be useful)?  may contain errors
    (?:not )?a substitute for  (?:alleen |slechts )?ter informatie  geen juridische betekenis
    (?:^\W*disclaimer:(?=\W*$))  no rights (?:can|may) be derived
    {NO} {WARRANTY} (?:is|are|wordt|worden) (?:given|accepted|provided|gegeven|aanvaard)
    kunnen geen rechten worden ontleend  (?:provided )?for (?:your )?convenience
"""
