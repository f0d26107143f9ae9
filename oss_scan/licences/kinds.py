"""What shows that a clause beside a licence is harmless: it tells who, what, whence, where, when, or which licence.

In English and Dutch, and the commonest of it in German and French. What limits stands in `limits`; turns of phrase that
hold such a word and limit nothing stand here.
"""

from oss_scan.licences.asides import ASIDES, NAMED, START, WARRANTIES
from oss_scan.licences.described import TITLED, WORK
from oss_scan.licences.grants import GRANT_NAMES, GRANTS
from oss_scan.licences.limits import ALSO_CODE, CODE, GIVEN, pattern

_MADE = (
    r"(?:developed|written|created|made|built|designed|maintained|ported|forked|adapted|derived|extracted|based"
    r"|inspired|generated|copied|taken|contributed|translated|published|released|funded|financed|sponsored|supported"
    r"|hosted|initiated|modified|updated|changed|converted|imported|bundled|vendored|added|included|commissioned"
    r"|retrieved|drawn|made possible|linked|placed|carried|optimi[sz]ed|incorporated|located|listed|reproduced"
    r"|implemented|attributed|credited|dedicated|donated|downloaded|obtained|fetched|packaged|rewritten|revised"
    r"|prepared|edited|produced|relicensed|licen[cs]ed|dual[- ]licen[cs]ed|distributed|available|provided|covered"
    r"|offered|shipped|borrowed|waived|displayed|contained|started|founded|launched|tested|reviewed|audited|composed"
    r"|programmed|printed|geprint|afgedrukt|uitgeprint|gedownload|opgehaald|conceived"
    r"|coordinated|financially|ontwikkeld|geschreven|gemaakt|gebouwd|ontworpen|onderhouden"
    r"|beheerd|gebaseerd|afgeleid|overgenomen|gepubliceerd|uitgebracht|vrijgegeven|gelicen[cs]eerd|gelicentieerd"
    r"|verspreid|gedistribueerd|beschikbaar|verkrijgbaar|meegeleverd|vertaald|gefinancierd|doorontwikkeld|afkomstig"
    r"|mogelijk gemaakt|vastgesteld|gewijzigd|opgenomen|gerealiseerd|uitgevoerd|begonnen|gestart|opgericht|getest"
    r"|beoordeeld|samengesteld|bijgewerkt|gemoderniseerd|entwickelt|geschrieben|erstellt|gefördert|basiert|übersetzt"
    r"|veröffentlicht|lizenziert|bereitgestellt|abgeleitet|développé|écrit|créé|réalisé|publié|fourni|traduit"
    r"|distribué|financé|basé|dérivé)e?s?"
)
_OF = (
    r"(?:by|from|for|through|in|of|on|at|with|as|under|here|below|above|to work|via|together|door|van|uit|op|onder|voor"
    r"|bij|met|als|von|vom|aus|auf|für|unter|im|durch|par|de|du|d|dans|sous|avec|pour)"
)
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
_PLACED = r"(?:is|are|staat|staan|steht|stehen|liegt|befinde[nt] sich|se trouve(?:nt)?)"
_NAMED = {
    **NAMED,
    **GRANT_NAMES,
    "MADE": _MADE,
    "GIVEN": GIVEN,
    "OF": _OF,
    "WORK": WORK,
    "PLACED": _PLACED,
    "FOUND": _FOUND,
    "NO": _NO,
    "WARRANTY": _WARRANTY,
    "TITLED": TITLED,
    "HOW": r"(?:\w+ly|also|all|in part|(?:and|or|en|und|et) \w+|automatisch|gedeeltelijk|out)",
    "DOES": (
        r"(?:provides|offers|implements|shows|converts|reads|parses|calculates|validates|checks|computes|creates"
        r"|generates|writes|prints|lists|compares|tests|tracks|collects|draws|renders|compiles|translates|analyses"
        r"|analyzes|visuali[sz]es|helps|manages|handles|processes|describes|measures|models|maps|toont|biedt|leest|berekent|maakt|controleert|schrijft|rekent)"
    ),
    "ABOUT": r"(?:to|for|that|of|on|from|om|voor|van|over|von|zum|für|pour)",
    "OWN_KIND": r"[^.:;,]{0,80}\b(?:limited|ethical|custom|modified|special|hobby|shared|another|other)\b",
    "EACH": r"(?:each|every|elk|ieder) (?:[\w-]+ ){1,2}",
    "SO": r"(?:as|where|when|you|it|is|dit|this|explicitly|otherwise|expressly|anders|uitdrukkelijk)",
    "TOLD": r"(?:noted|marked|stated|indicated|specified|mentioned|state|applicable|vermeld|aangegeven)",
    "ASKED": r"(?:questions?|vragen|informatie|information)",
    "FURTHER": r"(?: whatsoever)?(?:,? {FOR}{REST})?",
    "FOR": r"(?:not even|uitdrukkelijk|express|for|voor)",
    "REST": r"(?:(?! and | en | maar | but )[^.,;]){0,60}",
    "AND": r"(?:[\w,/-]+ ){0,8}",
    "MEDIA": _MEDIA,
    # a clause on such from its start to its verb, of which no program is a subject too
    "ON_MEDIA": (
        rf"(?:{START}|(?<=,\sbut\s)|(?<=,\smaar\s))"
        rf"(?:(?!{CODE}(?!['’]s\b|[ -](?:(?!(?:and|or|en|of|plus)\b)\w+ (?:and |en )?)?{_MEDIA}))"
        rf"[\w'’-]+,? ){{0,6}}"
        rf"{_MEDIA}(?:(?!{ALSO_CODE})(?:,| [\w'’-]+)){{0,10}}"
    ),
    "NO_CODE": rf"(?!(?: [\w'’-]+){{0,4}}{ALSO_CODE})",
    "FREELY": r"(?:vrij |verder )?(?:gebruiken|aanpassen|wijzigen|kopiëren|verbeteren|verspreiden|delen)",
    "KEPT": (
        r"(?:mits|zolang|als) (?:de|deze) (?:licentie(?:tekst)?|(?:copyright|auteursrecht)(?:melding|vermelding))"
        r" (?:behouden blijft|(?:blijft|wordt) (?:behouden|opgenomen|meegeleverd))"
    ),
    "ENDS": r"(?=\s*(?:[.:;\n]|\Z))",
    "HERE": r"(?:deze repository|deze repo|dit project|dit pakket|deze map)",
    "CONTENT": rf"(?:code|content|documentation|{WORK})",
    "HOLDER": r"(?:copyright (?:holder|owner)|licensor|author|maintainer|rechthebbende|licentiegever|auteur|beheerder)",
    "LEFT": r"(?:remains?|stays?|lies|is (?:held|owned|retained|kept)|are (?:held|owned|retained|kept)|belongs?)",
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
    "OWN": r"(?:different|other|own|specific|separate|respective|original|individual)",
    "PARTS": (
        r"(?:some|several|certain|other|many|individual|sommige|andere)(?: of (?:the|these|its))?(?: [\w-]+){0,2}"
        r" (?:files?|parts?|components?|modules?|librar(?:y|ies)|packages?|fonts?|images?|icons?|dependencies)"
        r"(?: and (?:fonts?|images?|icons?|logos?))?"
    ),
}

_WHO = r"""
    {MADE}(?: {HOW})? {OF}  ^\W*(?:originally |oorspronkelijk |also |mede |first |previously )?{MADE}
    (?:wordt|wurde|été) [^.]{0,80}{MADE}  copyrights?  ©  \(c\)  auteursrecht  urheberrecht
    (?:^|of|the|all|many) (?:authors?|contributors?|maintainers?)  auteurs  bijdragers  autoren  contributeurs
    {HOLDER}s? (?:of [\w ]{1,40} )?(?:is|are|was|zijn)  (?:many |special )?thanks to  thanks  (?:met )?dank aan
    acknowledge?ments?  courtesy of  (?:is|are) due to  remerciements  (?:(?:is|are|were) |^\W*)by (?-i:[A-Z])
    (?:support|steun|soutien|unterstützung) (?:from|of|by|van|de|durch|von)  (?:modifications|changes) by
    contributions from  contributed to  received (?:\w+ )?(?:funding|support|grants?)
    (?:contributions|bijdragen|pull requests) (?:are|zijn) welk?come?  welkom
    trademarks?  handelsmerk(?:en)?  marken  merk(?:en)? van  (?:is|are) (?:an? )?(?:registered )?trademarks?
    please contact  open an issue  vragen over (?:deze|dit|de|het)  (?:code of conduct|gedragscode)
    address all questions  ^\W*(?:welcome to|welkom bij)  chat with us  (?-i:\w{1,60} AT \w{1,60} DOT \w+)
"""
_WHAT = r"""
    ^\W*(?:it|het) {DOES}  (?:is|are|ist|est) (?:an?|the|one of|de|het|een|ein|eine|un|une) (?:[\w-]+ ){0,5}{WORK}
    (?:is|are|zijn) (?:\w+ )?(?:available|beschikbaar)\W*$
    (?:is|are) (?:onderdeel|part|deel|teil) (?:of|van|von)  part of  deel van  deel uit van
    ^\W*(?:an?|een|ein|eine|un|une) (?:[\w.-]+,? ){0,5}{WORK}  {WORK}, an? (?:[\w-]+ ){0,3}{WORK}
    ^\W*(?:{TITLED} ){0,6}(?!cop|ver|work|program){WORK} {ABOUT}
    ^\W*(?:[\w-]+,? ){0,2}(?:(?:and|en) (?:[\w-]+ ){1,2})?{WORK} {ABOUT}
    (?:this|the|deze|de|dit|het|ce|diese[rs]?) {WORK} {DOES}  ^\S{1,80}(?: \S{1,80}){0,3} (?:-{1,3}|–|—)
    (?:is|are) (?:free and )?open[- ]?source  is open source  for [\w-]+ software$  [\w.]{1,60} \{ [\w-]+:
    (?:formerly|previously|voorheen) (?:known|called|bekend)  hoor(?:t|en) bij  ^\W*\d{4}-\d\d-\d\d  ^\W*v?\d+\.\d[\w.]*
    \((?:19|20)\d\d[a-z]?\)[.,:]?  files (?:carry|have|contain|state)
    (?:beheert|onderhoudt|ontwikkelt|maintains|develops) (?:deze|dit|this|the)  (?:is|wordt) (?:encouraged|aangemoedigd)
    (?:this|dit) (?:document|page|file|bestand) (?:describes|explains|lists|beschrijft)
    (?:file|document|page|bestand|tekst|text) (?:was|is|werd) (?:\w+ly |automatisch )?(?:generated|gegenereerd)
    hebben hun eigen licen\w+
    (?:heette|was called|is pronounced|stands for|staat voor)  is defined as  version \d[\w.]*  versie \d[\w.]*
"""
_WHENCE = r"""
    (?:contain|include|incorporate|bundle|implement)s?  comes? (?:from|with)  is from  originat\w+  consists? of
    inclu[dr]\w+  bevat(?:ten)?  kom(?:t|en) uit  stamm(?:t|en) (?:aus|von)  enthält  enthalten  contient  comprend
    fork of  port of  portions of  parts of  extensions? to  borrows (?:\w+ )?from
    (?:project|software|package|library|module|code|repository) uses  which uses the following
    used (?:by|in|with|for) (?:this|the|deze)  used when generating it  maakt gebruik van
    supplied (?:under|with|by)  derives? from
    in the (?-i:[A-Z][A-Z.]+)(?: and (?-i:[A-Z][A-Z.]+))? files?  spdx (?:tags?|identifiers?|headers?)
    original (?:code|work|version|author|algorithm|design|idea|source|program)s?  translation by
    ^\W*(?:(?:unofficial |une? )?(?:\w+ )?)?(?:translation|vertaling|übersetzung|traduction)
    (?:translation|vertaling|text|tekst|copy|list) (?:of|in|van)  verschilt van  differs? from
    ^[\w./-]+\.\w{1,4} \([\w ]{1,40}\)  work was (?:all )?done by  for all details
    it (?:also )?uses an? (?:[\w-]+ ){1,5}{WORK}  noted in (?:the )?files
    (?:versioning|history|log)(?: \([\w ]+\))? records  (?:full|complete) list\W*$  ^\W*in particular,? \w+ing
    laten (?:bouwen|maken|ontwikkelen)  auteursrechten (?:liggen|berusten) bij
"""
_WHERE = r"""
    ^\W*(?:please |for [^,]{1,60},\s?)?(?:see|refer to|read|visit|consult|zie|raadpleeg|siehe|voir)  see
    {PLACED}(?: also)? (?:in|at|on|below|as follows|op|onder|dans|auf|unter|included|reproduced)  as follows
    (?:te|to be) (?:vinden|lezen)  found  volgt  hieronder  onderstaande  als volgt
    (?:vindt|vind|staat|volgt) (?:u |je |de (?:\w+ )?tekst )?hieronder  below (?:you (?:will |can )?find|is the)
    files? in \S+  klik hier
    (?:given|explained|described|beschreven|aangegeven) (?:in|at|on|op)  for (?:more )?details
    (?:version|text|versie|tekst|licen[cs]e|licentie|translation) (?:follows|below|hieronder|volgt|ci-dessous)
    ^\W*\[[^\]]{1,60}\]:  (?:GPL|LGPL|AGPL|MIT|BSD|Apache|MPL) notice\W
    (?:last updated|laatst gewijzigd)  (?:official )?(?:text|tekst) (?:appeared|verscheen)
    (?:maintenance|development|beheer|repository) (?:was |is )?(?:moved|passed|ligt) (?:to|bij)
    (?:started|began|founded|launched|begon|begonnen|gestart|opgericht) (?:in|at|as|by|on|op|als)
    (?:since|sinds|seit|depuis) \d{4}
"""
_WHICH = r"""
    following applies to\W*$  osi certified  two licen[cs]es associated  licen[cs]es? follows?
    ^\W*(?:BSD|MIT|ISC|Apache|GPL|LGPL|MPL)(?:[- ]style)? licen[cs]e\W*$
    under (?:the|which uses the) following  this is the [^.:]{0,40}licen[cs]e  is licen[cs]ed\W*$
    valt onder  vallen onder  falls under  (?:link|licen[cs]e|text) below
    under (?:the )?(?:terms|licen[cs]e|mit|bsd|gpl|apache|cc|(?:\S+ ){1,4}licen[cs]e)
    (?:volgende|bijgevoegde) (?:open[- ]source[- ]?)?licentie
    leidend  (?:text|version) prevails  authentic  public domain  publiek domein
    licen[cs](?:e|ing) information  dual[- ]licen[cs]ed
    {EACH}(?:states|has|carries|names|mentions|lists|heeft|noemt) (?:its|an?|zijn|een)
    ^(?!{OWN_KIND})[^.:;,]{0,80}(?<!\ba\s)(?<!\ban\s)licen[cs]es?\W*$
    ^\W*licen[cs]es? for (?:the )?(?:[\w.-]+ ){0,5}?(?:{WORK}|files?|code)  ^\W*(?:the )?licen[cs]es (?:of|for)
    under (?:\w+ )?different licen[cs]es  licen[cs]es? of (?:its|their) own
    (?:is|are) \S{1,20}(?: \S{1,20})? licen[cs]ed  (?:is|are|under)(?: the)?\W*$  or (?:any )?later(?: versions?)?
    ^\W*(?:licen[cs]e|licentie)(?: information)? (?:for|of|voor|van) {AND}{CONTENT}
    (?:language )?versions? (?:of [\w ]{1,40} )?(?:are|have) (?:equally|identical) \w+
"""
#: Who made the work, what it is, from what, where more is to be read, since when, and under which licence.
SHOWS = pattern(f"{_WHO}  {_WHAT}  {_WHENCE}  {_WHERE}  {_WHICH}", _NAMED)

#: Of marks, copyright, and whoever does not stand behind the work.
_OTHERS_OWN = r"""
    belongs? to (?:the|its|their) respective (?:authors?|owners?|holders?)
    (?:registered )?trademarks? of {REST} and (?:remains?|stays?) (?:the )?(?:full )?property of{REST}{ENDS}
    (?:trade)?marks? of (?:their )?(?:respective )?(?:owners|holders|companies)  registered trademarks?
    (?:the )?property of their  belong to their  behoren toe aan  gehören ihren  (?:in|of) the U\.S\.
    respective (?:copyright )?(?:owners|holders|authors)  copyright ownership  owners? of the copyright
    copyrights?(?: (?:in|of|on|for) (?:the |each )?\w+)? {LEFT} (?:with|by|to)(?: the {MEMBERS} of)?
    auteursrecht\w* (?:blijft|ligt|berust) bij  (?:we )?(?:is|are|was|were) not (?:in any way )?{TIED}{NOR}
    (?:iedereen|u|je|men) mag (?:de|deze|dit|het) \w+ {FREELY}(?:,? (?:en )?{FREELY})*(?:,? {KEPT})?{ENDS}
    ^\W*(?:(?:bron)?vermelding|attribution)(?: (?:bij|on) (?:her)?\w+)? \(?option(?:eel|al)\)?\W*$
    wordt (?:\w+ ){0,3}(?:bron)?vermelding aanbevolen  deze (?:bron)?vermelding mag in [^.;]{1,80} worden opgenomen
    vrij te gebruiken onder de voorwaarden van (?:de|deze|onderstaande|bijgevoegde) licentie(?: hieronder)?{ENDS}
    aan (?:andere overheden en (?:aan )?)?iedereen die er gebruik van wil maken{ENDS}
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
    rechten op (?:het |de )?{MEDIA}  does not waive the privileges and immunities  submit itself to any jurisdiction
"""
#: Of licences, which hold and which others hold for parts.
_TERMS = r"""
    unless required by applicable law(?: or agreed to in writing)?
    osi certified  unless [^,.;:]{1,40} (?:says?|states?) otherwise  each licen[cs]e(?: agreement)? is included
    einde van de licentietekst  some rights reserved  subject to (?:the same|their respective) licen[cs]es?
    for compliance with \S+ terms  applicable to the use of  this licen[cs]e applies to parts of
    applies to \S+, versions?  if you elect to accept the software under  WITH [\w-]+-exception[\w.-]*
    (?:geldt voor|is van toepassing op) (?:alle? |de )?(?:bestanden|(?:bron)?code|software)(?: in {HERE})?{ENDS}
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
    under their own, original license  free(?: and open[- ]source)? software  vrije software  freie software
    logiciel libre  gebruikte  licen[cs]ed for use as follows  applies to all  contributions after
    governing permissions and limitations  support and download  uses the \S{1,20} licen[cs]e
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
    {PARTS} (?:(?:can|may) )?(?:be|are|have|carry|fall|remain) (?:\w+ ){0,3}{OWN} (?:authorship/)?(?:licen[cs]es?|terms)
    ^\W*(?:product[ -]?)?(?:owner|eigenaar)\W*$
    ^\W*(?:all |the |our |de |alle )?(?:third[- ]party )?{USED} (?:have|carry|hebben) (?:their|hun) {SELF} licen\w+
    (?:changes|modifications|additions) are {GIVEN} under the same (?:terms|licen[cs]e)
    some (?:files )?may be {GIVEN} under(?: (?:different|other) (?:terms|conditions))?
    with the agreement of all  read-only(?! (?:access|use|cop|licen))
    you should have received a copy  (?:is|are) kept (?:at|in|on)  copyright and permission notice
    files that do not (?:include|contain|carry|have) (?:a|the|this) licen[cs]e (?:text|header|notice)
    (?:determine|check)s? if  ^\W*(?:the )?(?:\S+ ){1,3}licen[cs]ing terms\W*$
    (?:this|the) package may (?:distribute|include|contain|bundle)
    depending on how it (?:is|was) (?:built|compiled|installed)
    authors?(?: \([^)]{1,40}\))? retain copyright (?:for|of|to|in) their (?:own |respective )?work
    exceptions? (?:\w+ ){0,3}(?:is|are) listed below  (?:can|may) be considered public domain
    would like to thank  ^\W*licen[cs]e for \S+ versions? (?:prior to|before|up to|until) [\d.]+\W*$
    (?:allows|permits) reuse within proprietary software provided all copies retain(?: the licen[cs]e terms)?
    or (?:under )?(?:an? |the )?commercial licen[cs]e(?: terms)?  this one (?:covers|relates to|applies to|is for)
    (?:registry|website) at \S{1,3} operated by [\w., ]{1,40} use governed by terms
    commercial and non-?commercial use (?:is|are) permitted in compliance with the licen[cs]e
    apart from the [\w./-]{1,40} {FOLDER} (?:which|that) contains? (?:third|3rd)[- ]party \w+
    published with their own licen[cs]es?
    this licen[cs]e applies to the [\w.]+-[\w.-]{1,40} (?:package|project|library)
    licen[cs]es? (?:\([^)]{1,120}\) )?(?:is|are) (?:copied|reproduced|included) below
    may be freely distributed under the {KNOWN} licen[cs]e
    everything except(?: for)? the (?!src|source|app|core|server|client)[\w-]{1,20}[./*][\w./*-]{0,60} files?
    the following licen[cs]e applies to the (?:{WORK}|files) (?:(?:listed|named) )?(?:above|below)
    as a user of (?:this|the) (?:code|software),? you (?:may|can) choose to use it under either licen[cs]e{ENDS}
    as a contributor,? you agree to allow your code to be used under (?:both|either)
    (?:under|of) (?:the )?following (?:{KNOWN}[- ]style )?(?:terms|licen[cs]e)\W*$
    (?:is )?not a well[- ]defined legal term
    commits that occur?red earlier than the first commit  uses? the following (?:third|3rd)[- ]party
    ^\W*patents?(?: pending)?(?:,? US[\d/,]+[A-Z]?\d?)+\W*$  (?:refer to|see) the {NAME} function below for usage
    use of this source code is governed by an? {KNOWN}(?:-style)? licen[cs]e  registered default application
    allowing anyone to use the code as they wish,? including making proprietary derivatives
    to keep a pure[- ]\w+ version around  I (?:do not|don['’]t) mean to imply I did the work
    though I have put my own name as copyright holder  licen[cs]e terms\W*$
"""
#: Turns of phrase with a word of `LIMITS` in them that limit nothing, and that show themselves what a clause is.
EXCUSED = pattern(f"{GRANTS}  {_OTHERS_OWN}  {ASIDES}  {WARRANTIES}  {_TERMS}", _NAMED)
