"""Turns of phrase that hold a word of those that limit, and that limit nothing.

In English and Dutch, and the commonest of it in German and French. What limits stands in `limits`; what only informs in
`informing`.
"""

from oss_scan.licences.asides import ASIDES, NAMED, START, WARRANTIES
from oss_scan.licences.described import WORK
from oss_scan.licences.grants import GRANT_NAMES, GRANTS
from oss_scan.licences.informing import HOLDER
from oss_scan.licences.limits import ALSO_CODE, CODE, GIVEN
from oss_scan.licences.phrases import joined, phrases

_FOUND = r"(?:found|obtained|downloaded|viewed|seen|read|reported|reached|accessed)"
_MEDIA = (
    r"(?:fonts?|images?|photos?|videos?|\w*logo'?s?|icons?|\w*huisstijl|house style|(?:trade|service )?marks?"
    r"|trade ?names?|afbeeldingen|lettertypen|foto's|beeldmerk\w*|handelsmerk\w*)"
)
_NO = r"(?:no|not|cannot(?: be)?|without|any|zonder|geen|niet|enige|ohne|keine?|jede|sans|aucune)"
_WARRANTY = (
    r"(?:warrant(?:y|ies)|guarantees?|liable|liability|responsib\w+|garanties?|aansprakelijk(?:heid)?"
    r"|gewähr(?:leistung)?|haftung|support|ondersteuning|representations?)"
)
#: The name of a work with its version.
_OF_VERSION = r"(?-i:[A-Z]{2}[A-Za-z]{0,40}\d[\w.]{0,40})"
_OWN_NAMES = {
    "ALIKE": r"(?:gelijk|the same|identical|equal)",
    "GIVEN": GIVEN,
    "WORK": WORK,
    "FOUND": _FOUND,
    "NO": _NO,
    "WARRANTY": _WARRANTY,
    "SO": r"(?:as|where|when|you|it|is|dit|this|explicitly|otherwise|expressly|anders|uitdrukkelijk)",
    "TOLD": r"(?:noted|marked|stated|indicated|specified|mentioned|state|applicable|vermeld|aangegeven)",
    "ASKED": r"(?:questions?|vragen|informatie|information)",
    "FURTHER": r"(?: whatsoever)?(?:,? {FOR}{REST})?",
    "FOR": r"(?:not even|uitdrukkelijk|express|for|voor)",
    "REST": r"(?:(?! and | en | maar | but )[^.,;]){0,60}",
    "MEDIA": _MEDIA,
    # a clause on such from its start to its verb, of which no program is a subject too
    "ON_MEDIA": (
        rf"(?:{START}|(?<=,\sbut\s)|(?<=,\smaar\s))"
        rf"(?:(?!{CODE}(?!['’]s\b|[ -](?:(?!(?:and|or|en|of|plus)\b)\w+ (?:and |en )?)?{_MEDIA}))"
        rf"[\w'’-]+,? ){{0,8}}"
        rf"{_MEDIA}(?:(?!{ALSO_CODE})(?:,| [\w'’-]+)){{0,10}}"
    ),
    "NO_CODE": rf"(?!(?: [\w'’-]+){{0,4}}{ALSO_CODE})",
    "FREELY": r"(?:vrij |verder )?(?:gebruiken|aanpassen|wijzigen|kopiëren|verbeteren|verspreiden|delen)",
    "KEPT": (
        r"(?:mits|zolang|als) (?:de|deze) (?:licentie(?:tekst)?|(?:copyright|auteursrecht)(?:melding|vermelding))"
        r" (?:behouden blijft|(?:blijft|wordt) (?:behouden|opgenomen|meegeleverd))"
    ),
    "HERE": r"(?:deze repository|deze repo|dit project|dit pakket|deze map)",
    "HOLDER": HOLDER,
    "APPLYING": r"(?:gebruik|toepassing)",
    "LEFT": r"(?:remains?|stays?|lies|(?:(?:is|are) )?(?:held|owned|retained|kept)|belongs?)",
    "RESPECTIVE": (
        r"(?:(?:the|its|their) )?(?:respective|original|individual) "
        r"(?:submitters|committers|contributors|authors|owners|holders|developers)"
    ),
    "NOR": r"(?:(?:,? (?:or|nor|and)|,)(?: otherwise| in any way)? {TIED}){0,4}",
    "TIED": (
        r"(?:affiliated|associated|endorsed|sponsored|connected|related|supported|maintained"
        r"|(?:an? )?official(?: [\w-]+){0,3})"
    ),
    "USED": r"(?:dependencies|components|libraries|packages|afhankelijkheden|componenten|bibliotheken)",
    "SELF": r"(?:own|eigen)",
    "UNDER": r"(?:covered|licen[cs]ed|included|part of|gelicen[cs]\w+|inbegrepen|onderdeel van)",
    "BODY": r"(?:organi[sz]ation|foundation|institut\w+|association|company|corporation|cooperative|stichting)",
    "MEMBERS": r"(?:employees|members|students|contributors|developers|medewerkers|leden)",
    "FOLDER": r"(?:sub)?(?:folders?|director(?:y|ies))",
    "NAME": r"[\w./()-]{1,40}",
    "KNOWN": r"(?:MIT|BSD|ISC|Apache|X11|Expat)",
    "OTHERS": r"(?:third[- ]party|bundled|vendored|external) (?:librar\w+|code|components|software|files|packages)",
    "IN_FOLDER": r"(?: (?:in|under) (?:the )?[\w./-]{1,40}(?: (?:folder|directory))?)?",
    "SUBJECT": r"subject to the terms and conditions of the following licen[cs]es?",
    "LICENCES": r"(?:licen[cs]es?|terms)",
    "REPO": r"(?:repository|repo|package|project|distribution|archive)",
    "APART": r"(?:those|the) (?:files|parts){ANY}{1,60}{ANOTHER}(?:,? or {ANY}{1,60}{ANOTHER})?(?: file)?{ENDS}",
    "ANOTHER": r" (?:different|another|own) licen[cs]e",
    "AND_PARTS": r"(?:,? and to third-party contributions merged into this \w+ before the change)?{ENDS}",
    "EVERY": r"(?:every|all|any) (?:\w+ )?versions?",
    "WANTED": r"(?: you (?:want|wish|would like) to use (?:it|this \w+))?",
    "NOT_HERE": r", and no such rights are granted under this licen[cs]e",
    "IN_THOSE": r"(?:in such cases|(?:taken|copied|derived|adapted|borrowed) from {ANY}{1,60})",
    "ENDS": r"(?=\s*(?:[.:;\n]|\Z))",
    "ANY": r"(?:[^.;,]|\.(?=\S))",
    "LICENSED_APART": r"ha(?:s|ve) (?:a |an |its |their )?(?:more restrictive|own|different|separate) licen[cs]es?",
    "OVERVIEW": r"(?:overview|list|summary|overzicht|lijst|opsomming)",
    "LIBRARY": r"(?:lib|librar(?:y|ies)|program|packages?|tools?|software|binar(?:y|ies)|drivers?)\b",
    "WHICH_CODE": rf"(?:this|the|all|{_OF_VERSION})",
    "OF_VERSION": _OF_VERSION,
    "REPO_OR_CODE": r"(?:repository|sources?|(?:source )?code)",
    "PACKAGE": r"(?:build|package|ship|provide|distribute) (?:distributions|wheels|binaries|packages|builds) of",
    "OWN": r"(?:different|other|own|specific|separate|respective|original|individual)",
    # what a licence names elsewhere in its file, and that others made what comes with a work
    "NAMED_APART": (
        r"(?:(?:the|those|these|certain|some|any) )?(?:[\w-]+ )?(?:portions?|parts?|files|code|components?|sections?)"
        r" (?:(?:that|which) (?:is|are) )?(?:outlined|listed|noted|described|mentioned|documented|indicated|named"
        r"|identified|specified) (?:below|above)"
    ),
    "THEIR_WORK": (
        r"(?:(?:third|3rd)[- ]party|bundled|vendored) (?:software|programs?|components?|code|librar(?:y|ies)|packages?)"
    ),
    "FOLLOWS": r"(?:may be|is|are) (?:governed by|subject to|covered by|(?:distributed|licen[cs]ed|provided) under)",
    "SEPARATE": r"(?:separate|different|other|(?:their|its) own) licen[cs](?:e|ing) (?:terms|agreements?|conditions)",
    "WITHOUT": r"(?:(?:but )?(?:without limitation|not limited to),? )?",
    "LISTED": r"(?:(?:,? and |, |)(?:[\w-]+ ){1,5}licen[cs]e terms){1,5}",
    "THOSE": r"(?:the|those|these|such)(?: (?:relevant|respective|corresponding))?",
    # a number, as contracts with a government have one
    "NUMBERED": r"(?:(?:no|nos|number)\.? )?(?=[\w./-]{0,30}\d)[\w./-]{4,40}",
    "NO_LICENCE": r"(?<!licen[cs]ed\s)(?<!released\s)(?<!available\s)(?<!distributed\s)(?<!provided\s)",
    "SUCH_WORK": r"(?:software|work|material|code|data)",
    "MARKS": (
        r"(?:wants?|wish(?:es)?|wishing) to (?:\w+ )?mark (?:their|its) (?:\w+ )?copyrights?"
        r"(?: (?:on|in) [\w ]{1,40})?,? (?:they )?should (?:do so|indicate (?:their|the) copyright) (?:solely|only)"
    ),
    "ITS_PARTS": r"(?:code|files|parts|portions|sections)",
    "PARTS": (
        r"(?:some|several|certain|other|many|individual|sommige|andere)(?: of (?:the|these|its))?(?: [\w-]+){0,2}"
        r" (?:files?|parts?|components?|modules?|librar(?:y|ies)|packages?|fonts?|images?|icons?|dependencies)"
        r"(?: and (?:fonts?|images?|icons?|logos?))?"
    ),
}

#: Of marks, copyright, and whoever does not stand behind the work.
_OTHERS_OWN = r"""
    belongs? to (?:the|its|their) respective (?:authors?|owners?|holders?)
    (?:registered )?trademarks? of {REST} and (?:remains?|stays?) (?:the )?(?:full )?property of{REST}{ENDS}
    marks? of (?:the )?(?:[\w-]+ ){1,3}(?:foundation|association|company|stichting)
    (?:trade)?marks? of (?:their )?(?:respective )?(?:owners|holders|companies)  registered trademarks?
    (?:the )?property of their(?: owners| holders)?
    belong to their  behoren toe aan  gehören ihren  (?:in|of|with|from|by) the U\.S\.
    (?:the )?(?:U\.?S\.? |federal )?government retains certain rights in (?:this|the) {SUCH_WORK}
    (?:the )?U\.S\. (?:government|department|federal|national|geological|environmental|naval|census|forest)
    respective (?:copyright )?(?:owners|holders|authors)  copyright ownership  owners? of the copyright
    copyrights?(?: (?:in|of|on|for) (?:the |each )?\w+)? {LEFT} (?:with|by|to)(?: the {MEMBERS} of| {RESPECTIVE})?
    auteursrecht\w*(?: (?:op|van|in) [\w ]{1,40}?)? (?:blij|lig|berus)\w+ bij
    rechten(?: (?:op|van|in) [\w ]{1,40}?)? (?:blij|lig|berus)\w+ bij
    rights (?:in|to) [\w ]{1,40}? (?:lie|rest|are held|belong) (?:with|by|to)
    (?:we )?(?:is|are|was|were) not (?:in any way )?{TIED}{NOR}
    (?:iedereen|u|je|men) mag (?:de|deze|dit|het) \w+ {FREELY}(?:,? (?:en )?{FREELY})*(?:,? {KEPT})?{ENDS}
    ^\W*(?:(?:bron)?vermelding|attribution)(?: (?:bij|on) (?:her)?\w+)? \(?option(?:eel|al)\)?\W*$
    wordt (?:\w+ ){0,3}(?:bron)?vermelding aanbevolen  deze (?:bron)?vermelding mag in [^.;]{1,80} worden opgenomen
    vrij te gebruiken onder de voorwaarden van (?:de|deze|onderstaande|bijgevoegde) licentie(?: hieronder)?{ENDS}
    aan (?:andere overheden en (?:aan )?)?iedereen die er gebruik van wil maken{ENDS}
    remains? (?:with|the property of) (?:the|its|their) (?:respective )?(?:authors?|owners?|holders?)
    names? (?:is|are) registered  logos? (?:is|are) registered
    not (?:affected|touched)  niet aangetast  not (?:take|taken) part in  not involved in  osi certified
    keep the copyright in their own  hold the copyright  related rights  reserved font(?: name)?
    niet (?:verbonden|gelieerd) (?:aan|met)  non officiel\w*
    (?:no|any) (?:affiliation|connection|relation(?:ship)?|ties) with  not an? official  geen officieel
    (?:by|door) (?:an? |een )?(?:students?|studenten|members|leden|employees|medewerkers) (?:of|at|from|van)
    (?:does|do) not (?:imply|mean|constitute) (?:an )?endorsement  does not mean that we endorse it
    (?:is|are) owned by the owners? of the (?:input|source) files?  {ON_MEDIA} (?:are|zijn) (?:not|niet)
    {ON_MEDIA} (?:(?:is|are|zijn) (?:not|niet) {UNDER}|vall?(?:t|en) (?:niet onder|buiten))
    does not (?:cover|apply to|extend to)(?: the| our| any)?(?: [\w-]+)? {MEDIA}{NO_CODE}
    (?:(?:is|are) |(?<=,\s))an? (?:[\w-]+ ){0,2}(?:non-?profit|not-for-profit) (?:\w+ ){0,2}{BODY}
    copyright owned by  {HOLDER}s? (?:is|are) (?:the )?{MEMBERS} of  open\W{1,3}tenzij(?=["'”’)]|\s*(?:[.;\n]|\Z))
    reflects? only the authors?['’]?s? views?  no longer (?:maintained|developed|supported)
    (?:remains?|stays?) under (?:its|their|hun) (?:own|original|respective) licen\w+
    while (?:the )?others?(?: {ITS_PARTS})? (?:is|are|were) (?:copyright(?:ed)?|owned|held|written)
    {NO_LICENCE}(?:under|pursuant to) (?:the )?(?:terms of )?(?:sub)?contracts? (?:{NUMBERED}|no\.?(?=\W*$))
    (?:if an?|any) contributor (?:who )?{MARKS} in the commit message(?: of the change)?(?: when it is committed)?
    contributors (?:who |that )?{MARKS} in the commit message
    rechten op (?:het |de )?{MEDIA}  does not waive the privileges and immunities  submit itself to any jurisdiction
"""
#: Of licences, which hold and which others hold for parts.
_TERMS = r"""
    {THEIR_WORK}(?:,? even if included (?:with|in) {ANY}{1,80},)? {FOLLOWS} {SEPARATE}(?:, including {WITHOUT}{LISTED})?
    (?:these|those|such) (?:separate )?licen[cs]e terms govern (?:your |the )?use of (?:the )?{THEIR_WORK}
    unless required by applicable law(?: or agreed to in writing)?
    unless [^,.;:]{1,40} (?:says?|states?) otherwise  each licen[cs]e(?: agreement)? is included
    terms(?= are [^.;:]{0,40}{ALIKE})  voorwaarden(?= zijn [^.;:]{0,40}{ALIKE})
    (?:summary|explanation|overview|samenvatting|uitleg) (?:of|van) (?:these|the|deze|de) (?:terms|voorwaarden)
    have a (?:nice|good|great) day(?=\W*$| and happy)
    einde van de licentietekst  some rights reserved
    subject to (?:the same|their(?: respective| own)) licen[cs]es?
    for compliance with \S+ terms
    this licen[cs]e applies to (?:(?:substantial|large|some|certain) )?(?:parts|portions) of
    applies to \S+, versions?  if you elect to accept the software under  WITH [\w-]+-exception[\w.-]*
    (?:geldt voor|is van toepassing op) (?:alle? |de )?(?:bestanden|(?:bron)?code|software)(?: in {HERE})?{ENDS}
    (?:pick|choose|take|kies) (?:the one|whichever(?: one)?|either(?: one)?|welke|die) (?:that )?(?:you|u|je)(?: \w+)?
    do (?:as|what(?:ever)?) you (?:like|want|please|wish)(?: with it)?{ENDS}  doe ermee wat (?:u|je) wil(?:t)?{ENDS}
    (?:you|u|je) (?:(?:may|can|mag|kunt) )?(?:choose|kiest?|kiezen)(?: zelf)? (?:which|welke)(?: \w+){0,3}{ENDS}
    ^\W*no (?:rights|copyright) reserved  ^\W*geen rechten voorbehouden
    under these terms  (?:version |v)\d[\d.]* only  (?:their )?respective license terms  at your (?:option|choice)
    (?:under|on|according to) (?:(?:the|their|same|own|following) ){0,3}terms(?: and conditions)? (?:of|in|as)
    (?:the )?licen[cs]es? of your choice  under your choice of  you may use this software under either
    see below for (?:the )?terms  this (?:work|document|file|code|software|program|library|font) is free\W*$
    you (?:may|can) use this (?:project|software|code|library|package|module) under the terms of
    (?:can|may)(?: also)? be {FOUND}
    you (?:can|may)(?: also)? (?:find|obtain|receive|get|download|view|read|see|choose)
    you (?:can|may) (?:re)?distribute it(?: and/or modify it)?  licensed to you  licen[cs]ed to the
    (?:je|u) kunt  kunt (?:je|u)  (?:unless|except|where|when|tenzij|sauf)(?: {SO}){0,4} {TOLD}(?: otherwise)?
    feel free to (?:use|copy|share|fork|modify|adapt)(?: this| it)?  for you  terms for accessing or otherwise using
    (?:keep|retain|remain under|behouden|houden) (?:their|hun)(?: own| original| eigen){0,2} licen\w+
    under their own (?:terms|licen[cs]es?)
    free(?: and open[- ]source)? software  vrije software  freie software
    logiciel libre  gebruikte  licen[cs]ed for use as follows  applies to all
    governing permissions and limitations  support and download
    we have switched(?: over)? to  we publish (?:our|all our|this) (?:source )?code  als open[- ]source
    wij publiceren (?:onze|deze) (?:bron)?code  before (?:19|20)\d\d,? (?:the |this )?\w+ was (?:called|named|part)
    per (?:map|bestand|onderdeel|file|directory|folder|module|package)
    requires?(?= (?:at least )?[a-z][\w.+#-]* (?:version )?(?:>=? ?)?v?\d)
    (?:pip|npm|cargo|gem|composer|apt(?:-get)?|brew|yarn|go) (?:install|get|add|require) \S+  install (?:with|using|via)
    are not (?:externally )?maintained libraries  (?:third|3rd)[- ]party  if any  indien aanwezig
    as soon (?:as )?they will be approved by the European Commission  osi[- ]approved
    zodra (?:deze|die|zij) (?:worden|zullen zijn) goedgekeurd door de Europese Commissie
    approved by the (?:open source initiative|european commission)  ^\W*(?:\w+ )?licen[cs]e agreement
    owned and licen[cs]ed separately  available for download  select your preferred language
    (?:under|have) different terms  CC[\w-]*(?: [\d.]+)? (?:does|do) not apply to
    ^\W*(?:patent|third-party) rights(?: and trademark rights)?\W*$
    not (?:mean that )?(?:[\w()]+ ){0,5}(?:solely|only) under
    (?:modules|libraries|packages|dependencies) (?:may be |are )?required
    (?:allowed|permitted|toegestaan) (?:under|onder)  without restrictions?
    with the exception of (?:[\w-]+ ){1,2}(?:that|which) (?:is|are) marked
    met uitzondering van (?:\w+ ){1,2}waarvoor een andere licentie
    retains? (?:all |the )?copyrights?(?: and intellectual property rights)?
    (?:kwetsbaarheden|vulnerabilities|fouten|bugs)[^.]{0,60} (?:gemeld|melden|reported)  free download
    (?:not|niet) (?:limited|beperkt) (?:to|tot)  zolang \w+ zich (?:houdt|houden) aan de voorwaarden
    (?:as|so) long as (?:you|they) (?:comply with|follow|respect) the (?:terms|conditions|licen[cs]e)
    {PARTS} (?:(?:can|may) )?(?:be|are|have|carry|fall|remain|use) (?:\w+ ){0,3}{OWN} (?:authorship/)?{LICENCES}
    ^\W*(?:product[ -]?)?(?:owner|eigenaar)\W*$
    ^\W*(?:all |the |our |de |alle )?(?:third[- ]party )?{USED} (?:have|carry|hebben) (?:their|hun) {SELF} licen\w+
    (?:changes|modifications|additions) are {GIVEN} under the same (?:terms|conditions|licen[cs]es?)
    (?:generated|created|produced|compiled|assembled|listed) using (?:the )?[\w.-]{1,40}{ENDS}
    some (?:files )?may be {GIVEN} under(?: (?:different|other) (?:terms|conditions))?
    read-only(?! (?:access|use|cop|licen))
    you should have received a copy  (?:is|are) kept (?:at|in|on)  copyright and permission notice
    files that do not (?:include|contain|carry|have) (?:a|the|this) licen[cs]e (?:text|header|notice)
    (?:determine|check)s? if  ^\W*(?:the )?(?:\S+ ){1,3}licen[cs]ing terms\W*$
    (?:this|the) package may (?:distribute|include|contain|bundle)
    depending on how it (?:is|was) (?:built|compiled|installed)
    exceptions? (?:\w+ ){0,3}(?:is|are) listed below
    would like to thank  ^\W*licen[cs]e for \S+ versions? (?:prior to|before|up to|until) [\d.]+\W*$
    (?:allows|permits) reuse within proprietary software provided all copies retain(?: the licen[cs]e terms)?
    for commercial (?:in|en)quir(?:y|ies){ENDS}
    or (?:under )?(?:an? |the )?commercial licen[cs]e(?: terms)?  this one (?:covers|relates to|applies to|is for)
    (?:registry|website) at \S{1,3} operated by [\w., ]{1,40} use governed by terms
    commercial and non-?commercial use (?:is|are) permitted in compliance with the licen[cs]e
    apart from the [\w./-]{1,40} {FOLDER} (?:which|that) contains? (?:third|3rd)[- ]party \w+
    published with their own licen[cs]es?
    this licen[cs]e applies to the [\w.]+-[\w.-]{1,40} (?:package|project|library)
    licen[cs]es? (?:\([^)]{1,120}\) )?(?:is|are) (?:copied|reproduced|included) below
    may be freely distributed under the {KNOWN} licen[cs]e
    everything except(?: for)? the (?!src|source|app|core|server|client)[\w-]{1,20}[./*][\w./*-]{0,60} files?
    the following (?:(?:{KNOWN}|{OF_VERSION}) )?licen[cs]e applies to {WHICH_CODE} {REPO_OR_CODE}{ENDS}
    the following licen[cs]e applies to the (?:{WORK}|files) (?:(?:listed|named) )?(?:above|below)
    as a user of (?:this|the) (?:code|software),? you (?:may|can) choose to use it under either licen[cs]e{ENDS}
    as a contributor,? you agree to allow your code to be used under (?:both|either)
    (?:under|of) (?:the )?following (?:{KNOWN}[- ]style )?(?:terms|licen[cs]e)\W*$
    (?:is )?not a well[- ]defined legal term
    ^\W*patents?(?: pending)?(?:,? US[\d/,]+[A-Z]?\d?)+\W*$  (?:refer to|see) the {NAME} function below for usage
    registered default application
    allowing anyone to use the code as they wish,? including making proprietary derivatives
    to keep a pure[- ]\w+ version around  I (?:do not|don['’]t) mean to imply I did the work
    though I have put my own name as copyright holder  licen[cs]e terms\W*$
    (?:we|I) (?:also |here )?(?:reproduce|repeat|quote|copy) (?:its|their|the(?: [\w.-]+){0,5}) licen[cs]es?
    this licen[cs]e applies to [^\s.;]{1,20}[/.]\S{1,80} originating from
    licen[cs]e (?:below|above|here) (?:still )?applies to {EVERY} published under it{AND_PARTS}
    this licen[cs]e applies to all (?:parts|files|code) of {NAME} except(?: for)? {APART}
    (?:team|project|core|group) members (?:is|are) listed (?:at|in|on|below)  additional copyrights may follow
    (?:many |special )?thank you to(?= (?:all |everyone|the )){ON}
    you are free to choose (?:with )?which of (?:both|these|those|the two) licen[cs]es(?: \([^()]{1,60}\))?{WANTED}
    (?:gave|granted|has given) (?:\w+ )?permission to (?:include|use|distribute|release) (?:it|this|them) under the
    may be subject to other third[- ]party and contributor rights, including patent rights{NOT_HERE}
    feel free to (?:contact (?:me|us|the authors?)|reach out)
    (?:is|are) free to use{ENDS}  you are free to {TRY}(?:,? (?:and |or )?{TRY}){0,5} (?:it|this \w+){ENDS}
    the terms(?: and conditions)? of (?:the|this) licen[cs]e are (?:as follows|(?:given|listed|included) below)
    (?:this|the) licen[cs]e does not (?:apply to|cover|extend to) (?:the |any )?{OTHERS}{IN_FOLDER}{ENDS}
    (?:your )?use of the source code for (?:the )?(?:these|those|the|such) subcomponents is {SUBJECT}
    (?:simple|easy|intuitive|ready)(?:(?:,| and|, and) \w+)? to use(?: for you)?
    (?:this|the) licen[cs]e (?:above|below|here) is (?:just |only )?for the contents of this {REPO}{ENDS}
    (?:(?:actually )?using this \w+ )?requires the external {LIBRARY}{ANY}{1,80},? which {LICENSED_APART}
    portions of \S+ may have been (?:adapted|derived|taken) from
    (?:except(?:ing)?(?: for)?|with the exception of|other than|apart from) {NAMED_APART}
    licen[cs]e (?:below |above )?(?:only applies|applies (?:only|solely)) to {THOSE} {ITS_PARTS}(?: {IN_THOSE})?{ENDS}
    how to (?:use|apply) (?:the|this|our|your) licen[cs]e(?: (?:text|header|file|notice)s?)?(?! (?:key|server|manager))
    (?:instructies|uitleg|toelichting|informatie) (?:over|voor) (?:het|de) {APPLYING} van (?:de|deze) licentie
    zie [^\s.]{1,60}\.\w{2,4}\S{0,80} voor (?:het|de) {APPLYING} van (?:de|deze) licentie
    (?:non|niet)[- ](?:extensive|exhaustive|complete|uitputtende?|limitatieve?|volledige?) {OVERVIEW}
    (?:below|here),? we (?:also )?(?:provide|give|list|show|present|include) (?:an?|the) (?:[\w-]+ )?{OVERVIEW}
    hieronder (?:geven|tonen|noemen|vermelden) (?:we|wij) (?:een|de|het) (?:[\w-]+ )?{OVERVIEW}
    (?:has|have|is|are) not (?:been )?(?:included|bundled|shipped|distributed) (?:in|with) (?:the|this|our) {WORK}
    (?:is|zijn) niet (?:opgenomen in|meegeleverd met) (?:de|deze|dit|het|onze) {WORK}
    lists? of (?:all )?(?:the )?(?:copyright|rights) (?:owners|holders)
    (?:first|last) of (?:these|those|them)\b(?=,| is)  (?:is|are) (?:only |just )?here to {PACKAGE}
    deserves? (?:all |full |the |all the |most of the )?credits?(?=\W*$| for (?:this|their|the|all)\b)
    (?-i:(?!(?:The|Your|Our|This|That|Any|Each|Every|One|My|No|For|Other|Private|Member) )[A-Z][\w&.-]{1,30} Company)
    no (?:parts?|portions?|code|lines?) of (?:which|it|that|them|whom) (?:now )?(?:remains?|is left|are left|survives?)
"""
#: Turns of phrase with a word of `LIMITS` in them that limit nothing, and that show themselves what a clause is.
EXCUSED = phrases(f"{GRANTS}  {_OTHERS_OWN}  {ASIDES}  {WARRANTIES}  {_TERMS}", joined(NAMED, GRANT_NAMES, _OWN_NAMES))
