"""What shows that a clause beside a licence is harmless, and the words with which one takes a permission away.

In English, Dutch, German and French; of Spanish and Italian the words that limit only.
"""

import re

_MADE = (
    r"(?:developed|written|created|made|built|designed|maintained|ported|forked|adapted|derived|extracted|based"
    r"|inspired"
    r"|generated|copied|taken|contributed|translated|published|released|funded|financed|sponsored|supported|hosted"
    r"|initiated|modified|updated|changed|converted|imported|bundled|vendored|added|included|commissioned|retrieved"
    r"|drawn|linked|placed|carried"
    r"|optimi[sz]ed|incorporated|located|listed|reproduced|implemented|attributed|credited|dedicated|relicensed"
    r"|licen[cs]ed"
    r"|dual[- ]licen[cs]ed|distributed|available|provided|covered|offered|shipped|borrowed"
    r"|maintained|waived|displayed|contained"
    r"|ontwikkeld|geschreven|gemaakt|gebouwd|ontworpen|onderhouden|beheerd|gebaseerd|afgeleid|overgenomen|gepubliceerd"
    r"|uitgebracht|vrijgegeven|gelicen[cs]eerd|gelicentieerd|verspreid|gedistribueerd|beschikbaar|verkrijgbaar"
    r"|meegeleverd"
    r"|vertaald|gefinancierd|doorontwikkeld|afkomstig|mogelijk gemaakt|vastgesteld|gewijzigd|opgenomen|gerealiseerd"
    r"|uitgevoerd"
    r"|entwickelt|geschrieben|erstellt|gefördert|basiert|übersetzt|veröffentlicht|lizenziert|bereitgestellt|abgeleitet"
    r"|développé|écrit|créé|réalisé|publié|fourni|traduit|distribué|financé|basé|dérivé)e?s?"
)
_OF = (
    r"(?:by|from|for|in|of|on|at|with|as|under|here|below|above|to work|via|together|door|van|uit|op|onder|voor|bij|met"
    r"|als|von|vom|aus|auf|für|unter|im|durch|par|de|du|d|dans|sous|avec|pour)"
)
_WORK = (
    r"(?:librar(?:y|ies)|framework|parser|tools?|modules?|packages?|plugins?|clients?|components?|applications?|app"
    r"|website"
    r"|project|implementation|generator|port|fork|extensions?|toolkit|sdk|api|service|template|pipeline|themes?"
    r"|schemas?|notes?"
    r"|copy|translation|summary|version|work"
    r"|bibliotheek|applicatie|programma|componenten|pakket|vertaling|samenvatting|implementatie"
    r"|utilit(?:y|ies)|specifications?|\w*specificatie|formulieren|algorithms?|algoritme|prototype|product|portal"
    r"|projet|projekt"
    r"|bibliothek|anwendung|programm|bibliothèque|logiciel|programme)"
)
_GIVEN = (
    r"(?:released|published|distributed|available|licen[cs]ed|provided|offered|valid|vrijgegeven|beschikbaar|verspreid"
    r"|gepubliceerd|geldig|bereitgestellt|freigegeben|lizenziert|gültig|distribué|fourni|publié|disponible|valable)e?s?"
)
_FOUND = r"(?:found|obtained|downloaded|viewed|seen|read|reported|reached|accessed)"
_NO = r"(?:no|not|cannot(?: be)?|without|any|zonder|geen|niet|enige|ohne|keine?|jede|sans|aucune)"
_WARRANTY = (
    r"(?:warrant(?:y|ies)|guarantees?|liable|liability|responsib\w+|garanties?|aansprakelijk(?:heid)?"
    r"|gewähr(?:leistung)?|haftung|support|ondersteuning|representations?)"
)
_PLACED = r"(?:is|are|staat|staan|steht|stehen|liegt|befinde[nt] sich|se trouve(?:nt)?)"

#: Before a colon.
_LABEL = (
    r"(?:authors?|auteurs?|sources?|bron|contact|home ?page|website|url|version|versie|date|datum|project|name"
    r"|naam|repository|format|files?|by|upstream[- ]\w+|(?:verantwoordelijke )?organisatie|organi[sz]ation"
    r"|postadres|address|adres|tel|e-?mail|maintainers?|beheerder|contributeurs|note|let op|opmerking|description"
    r"|omschrijving|title|titel|package|licen[cs]e|licentie|summary|status|rechthebbende|photos?|fonts?|icons?|foto's"
    r"|iconen|contributors[^:]{0,40}|bijdragers|meegewerkt hebben|bezoekadres|telephone|telefoon"
    r"|phone|mailing list|issue tracker|created|modified)"
)

_NAMED = {
    "MADE": _MADE,
    "GIVEN": _GIVEN,
    "OF": _OF,
    "WORK": _WORK,
    "PLACED": _PLACED,
    "FOUND": _FOUND,
    "NO": _NO,
    "WARRANTY": _WARRANTY,
    "HOW": r"(?:\w+ly|also|all|in part|(?:and|or|en|und|et) \w+|automatisch|gedeeltelijk|out)",
    "WHOM": r"(?:to|for|against|through|aan|voor|tegen|gedurende|an|zur|zum|für|aux?|à|pour|contre)",
    "DOES": r"(?:provides|offers|implements|shows|converts|reads"
    r"|parses|calculates|validates|toont|biedt|leest|berekent)",
    "SO": r"(?:as|where|when|you|it|is|dit|this|explicitly|otherwise|expressly|anders|uitdrukkelijk)",
    "TOLD": r"(?:noted|stated|indicated|specified|mentioned|state|applicable|vermeld|aangegeven)",
    "ASKED": r"(?:questions|vragen|informatie|information)",
    "FOR": r"(?:not even|uitdrukkelijk|express|for|voor)",
    "REST": r"(?:(?! and | en | maar | but )[^.,;]){0,60}",
    "AND": r"(?:[\w,/-]+ ){0,8}",
    "MEDIA": r"(?:fonts?|images?|photos?|videos?|logos?|icons?|afbeeldingen|lettertypen|foto's)",
    "CONTENT": rf"(?:code|content|documentation|{_WORK})",
    "LABEL": _LABEL,
}


def _pattern(alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words from alternatives with two spaces or a new line between them; one space is any."""
    joined = "|".join(re.split(r"\s{2,}", alternatives.strip()))
    for name, each in _NAMED.items():
        joined = joined.replace(f"{{{name}}}", each)
    return re.compile(rf"(?<![^\W_])(?:{joined})(?![^\W_])".replace(" ", r"\s+"), re.IGNORECASE)


#: Who made the work, from what, under which licence, what it holds, what it is, and where more is to be read.
SHOWS = _pattern(r"""
    following applies to\W*$  osi certified  two licen[cs]es associated
    ^\W*(?:BSD|MIT|ISC|Apache|GPL|LGPL|MPL)(?:[- ]style)? licen[cs]e\W*$
    chat with us  (?:official )?(?:text|tekst) (?:appeared|verscheen)  (?:heette|was called)
    licen[cs]es? follows?  is from  (?:modifications|changes) by  address all questions
    under (?:the|which uses the) following  for [\w-]+ software$  which uses the following
    (?-i:\w+ AT \w+ DOT \w+)  portions of  parts of  this is the [^.:]{0,40}licen[cs]e  for (?:more )?details
    files? in \S+
    is licen[cs]ed\W*$  borrows (?:\w+ )?from
    {MADE}(?: {HOW})? {OF}  ^\W*(?:originally |oorspronkelijk |also |mede )?{MADE}
    (?:wordt|wurde|été) [^.]{0,80}{MADE}  (?:contain|include|incorporate|bundle|implement)s?  comes? (?:from|with)
    originat\w+  consists? of  inclu[dr]\w+  bevat(?:ten)?  kom(?:t|en) uit  stamm(?:t|en) (?:aus|von)  enthält
    enthalten  contient  comprend  copyrights?  ©  auteursrecht  urheberrecht
    (?:^|of|the|all|many) (?:authors?|contributors?|maintainers?)  auteurs  bijdragers  autoren  contributeurs
    trademarks?  handelsmerk(?:en)?  marken  (?:many |special )?thanks to  thanks  (?:met )?dank aan
    acknowledge?ments?  part of  deel van  fork of  port of
    (?:is|are) (?:an?|the|one of|een|ein|eine|un|une) (?:[\w-]+ ){0,5}{WORK}
    ^\W*(?:an?|een|ein|eine|un|une) (?:[\w-]+,? ){0,5}{WORK}  {WORK}, an? (?:[\w-]+ ){0,3}{WORK}
    ^\W*(?:[\w-]+ ){0,2}{WORK} (?:to|for|that|of|on|from|om|voor|van|over|von|zum|für|pour)
    ^\W*(?:please |for [^,]{1,60},\s?)?(?:see|refer to|read|visit|consult|zie|raadpleeg|siehe|voir)  see
    please contact  open an issue
    {PLACED}(?: also)? (?:in|at|on|below|as follows|op|onder|dans|auf|unter|included|reproduced)  as follows
    (?:te|to be) vinden  found  volgt  hieronder  onderstaande  valt onder  vallen onder  falls under
    under (?:the )?(?:terms|licen[cs]e|mit|bsd|gpl|apache|cc|(?:\S+ ){1,4}licen[cs]e)  version \d[\w.]*  versie \d[\w.]*
    (?:last updated|laatst gewijzigd)  (?:translation|vertaling|text|tekst|copy|list) (?:of|in|van)
    (?:project|software|package|library|module|code|repository) uses  maakt gebruik van
    (?:link|licen[cs]e|text) below  (?:contributions|bijdragen) (?:are|zijn) welk?come?  welkom  verschilt van
    differs? from  leidend  authentic  public domain  publiek domein  courtesy of  (?:is|are) due to  merk(?:en)? van
    klik hier  (?:given|explained|described|beschreven|aangegeven) (?:in|at|on|op)  licen[cs](?:e|ing) information
    remerciements  ^\W*(?:unofficial )?(?:translation|vertaling|übersetzung|traduction)  als volgt
    rechthebbende (?:is|zijn)  is defined as  deel uit van  translation by  dual[- ]licen[cs]ed
    ^\W*(?:the )?licen[cs]es (?:of|for)  extensions? to  contributions from
    (?:this|the|deze|de|dit|het|ce|diese[rs]?) {WORK} {DOES}  under (?:\w+ )?different licen[cs]es
    (?:is|are) (?:an? )?(?:registered )?trademarks?  ^\S{1,80}(?: \S{1,80}){0,3} (?:-{1,3}|–|—)
    (?:is|are) \S{1,20}(?: \S{1,20})? licen[cs]ed  \(c\)  (?:is|are|under)(?: the)?\W*$
    ^\W*(?:licen[cs]e|licentie)(?: information)? (?:for|of|voor|van) {AND}{CONTENT}
    ^\W*{LABEL}(?: )?:  or (?:any )?later(?: versions?)?  [\w.]+ \{ [\w-]+:
    (?:support|steun|soutien|unterstützung) (?:from|of|by|van|de|durch|von)
    original (?:code|work|version|author|algorithm|design|idea|source|program)s?
    this one (?:covers|relates to|applies to|is for)  spdx (?:tags?|identifiers?|headers?)  supplied (?:under|with|by)
    in the (?-i:[A-Z][A-Z.]+)(?: and (?-i:[A-Z][A-Z.]+))? files?
""")
#: Turns of phrase with a word of `LIMITS` in them that limit nothing, and that show themselves what a clause is.
EXCUSED = _pattern(r"""
    (?:determine|check)s? if
    osi certified  belongs? to (?:the|its|their) respective (?:authors?|owners?|holders?)
    (?:trade)?marks? of (?:their )?(?:respective )?(?:owners|holders|companies)
    unless [^,.;:]{1,40} (?:says?|states?) otherwise  each licen[cs]e(?: agreement)? is included
    does not waive the privileges and immunities  submit itself to any jurisdiction
    contributor agreement  (?:does|do) not imply endorsement  einde van de licentietekst
    some rights reserved  subject to (?:the same|their respective) licen[cs]es?  for compliance with \S+ terms
    applicable to the use of  this licen[cs]e applies to parts of  applies to \S+, versions?
    if you elect to accept the software under
    WITH [\w-]+-exception[\w.-]*  under these terms  (?:version |v)\d[\d.]* only
    (?:under|on|according to) (?:(?:the|their|same|own|following) ){0,3}terms(?: and conditions)? (?:of|in|as)
    (?:their )?respective license terms  (?:use )?at your own risk  at your (?:option|choice)
    (?:the )?licen[cs]es? of your choice  (?:can|may)(?: also)? be {FOUND}
    you (?:can|may)(?: also)? (?:find|obtain|download|view|read|see|choose)
    you (?:can|may) (?:re)?distribute it(?: and/or modify it)?  you may use this software under either
    licensed to you  (?:je|u) kunt  kunt (?:je|u)
    (?:unless|except|where|when|tenzij|sauf)(?: {SO}){0,4} {TOLD}(?: otherwise)?
    (?:if you have|for|voor|bij)(?: (?:any|all|alle|more|further|meer))? {ASKED}(?: (?:about|over) [^:.,]{1,60})?
    (?:neem|nemen)(?: \w+){0,4} contact op  contact op(?:nemen)?  (?:just )?(?:ask|contact|mail) (?:us|ons)
    (?:hebt u|heb je|heeft u) (?:\w+ )?vragen  for you  terms for accessing or otherwise using
    (?:the )?property of their  belong to their  behoren toe aan  gehören ihren
    (?:keep|retain|remain under|behouden|houden) (?:their|hun)(?: own| original| eigen){0,2} licen\w+
    under their own, original license  respective (?:copyright )?(?:owners|holders|authors)
    (?:accepts? )?{NO}(?: [\w-]+){0,3} {WARRANTY}(?: whatsoever)?(?:,? {FOR}{REST})?
    (?:use |gebruik )?(?:is )?(?:at your own|op eigen|auf eigenes?) risi[ck]o?  nobody promises that
    (?:we )?provide this code as(?: it)? is  in the hope that(?: it will be useful)?
    free(?: and open[- ]source)? software  vrije software
    used (?:by|in|with) (?:this|the|our)  used when generating it  gebruikte  (?:not )?a substitute for
    (?:alleen |slechts )?ter informatie  for convenience  geen juridische betekenis  licen[cs]ed for use as follows
    applies to all  contributions after  governing permissions and limitations  related rights  registered trademarks?
    reserved font(?: name)?  support and download  use governed by terms published on
    (?:everyone|all those) who (?:helped|tested|contributed)  iedereen die (?:heeft|hebben) \w+
    contributor licen[cs]e agreements  uses the \S{1,20} licen[cs]e  we have switched(?: over)? to
    are not (?:externally )?maintained libraries  copyright ownership
    as soon (?:as )?they will be approved by the European Commission
    zodra (?:deze|die|zij) (?:worden|zullen zijn) goedgekeurd door de Europese Commissie
    is owned by the owner of the input file
    (?:in|of) the U\.S\.  owned and licen[cs]ed separately  ^\W*(?:\w+ )?licen[cs]e agreement  licen[cs]ed to the
    provided for (?:your )?convenience  available for download  select your preferred language  under your choice of
    grant agreement(?: no)?  grant no  (?:under|have) different terms  is not affiliated with  third[- ]party
    if any  the CC0 does not apply to  ^\W*(?:patent|third-party) rights(?: and trademark rights)?\W*$
    some may be released under  indien aanwezig  for your convenience  {MEDIA}[\w, ]{0,60} (?:are|zijn) (?:not|niet)
    with the agreement of all
    can be subject to specific terms as stated in  we are grateful to  keep the copyright in their own
    approved by the (?:open source initiative|european commission)  you should have received a copy
    (?:is|are) kept (?:at|in|on)  may contain errors  freie software  logiciel libre
    kunnen geen rechten worden ontleend  copyright and permission notice
    files that do not (?:include|contain|carry|have) (?:a|the|this) licen[cs]e (?:text|header|notice)
    ^\W*(?:the )?(?:\S+ ){1,3}licen[cs]ing terms\W*$  (?:this|the) package may (?:distribute|include|contain|bundle)
    depending on how it (?:is|was) (?:built|compiled|installed)
    authors?(?: \([^)]{1,40}\))? retain copyright (?:for|of|to|in) their (?:own |respective )?work
    exceptions? (?:\w+ ){0,3}(?:is|are) listed below
    (?:allows|permits) reuse within proprietary software provided all copies retain(?: the licen[cs]e terms)?
""")
#: Words that oblige, except, charge, or end; and those for who may do what with it, and for doing it.
LIMITS = _pattern(r"""
    (?<!\d\s)may(?! \d)  might  must  shall  should  (?-i:will)  would  can  cannot  could  need\w*  ha(?:ve|s) to
    (?-i:you|YOU)  ^you  your  yours  (?-i:us)  we  our  whoever  anyone  everybody  only  solely  except\w*
    unless  until  till  before  all but  tlp
    after  while  long as  if  provided that  subject to  prior
    first(?! (?:published|released|written|created|version))  exclud\w*  limits?  limited to  limitations?
    restrict\w*  forb\w+  prohib\w+
    not  never  none?  nobody  neither  nor  without  don  ask\w*  permission  permit\w*  allow\w*  approv\w*  consent
    agree\w*  accept\w*  requir\w+  condition\w*  terms  fees?  prices?  pricing  whether  depends  depending  preview
    invitation  costs?  charges?  purchas\w*  buy  sell  sale  resale  resell\w*  commercial\w*  profit\w*  revenue
    pa(?:y|id|yments?|yable)  royalt\w*  trial  demo  evaluat\w*  internal(?:ly)?(?!/)  private  personal
    confidential\w*
    (?-i:secret)  proprietary  property  belong\w*  owned  owners?  owes?  remains?  stays?  retain\w*  keep
    reserv\w*  revo\w*  withdraw\w*  terminat\w*  ends?  ended  expir\w*  laps\w*  stops?  cease\w*  voids?  become\w*
    reverts?  returns?  transfer\w*  assigns  assigned  assignment  register\w*  registration  sign(?:s|ed|ature)?
    report  notif(?:y|ies|ied|ication)
    inform  send  submit\w*  display  credit  cite  patents?  sublicen\w+  militar\w*  weapons?  rights?  who  whose
    users?(?! (?:interface|manual|guide)s?)  usage  using  use  host(?:s|ing)?  deploy\w*  install\w*  production
    servers?  machines?  residents?  students?  employees?  customers?  members?  compan(?:y|ies)
    {GIVEN}(?: (?:under|onder|unter|sous|from|von|van) (?:\S+ ){1,4}?)?(?: )?{WHOM}  [a-z]{3,}-?(?:versie|exemplaar)
    block(?:s|ed)  disabl(?:es|ed|ing)  shuts?  locks?  kept  decides?  per  yearly  annual(?:ly)?  monthly
    jaarlijks  beslist
    bepaalt  entscheidet  blokk\w+  embargo\w*  tarie\w+  tarifs?  academic\w*  educational  consult\w*  evil
    agreement  contract  key  subscription  maximum  least  free(?! \d)  closed  restricted  mag  mogen  kan
    kunnen  moet\w*
    dien(?:t|en)  zal  zullen  hoeft  u  uw  je  jij  jouw  wij  ons  onze  wie  iedereen  alleen  slechts  enkel
    uitsluitend  behalve  tenzij  totdat  tot  voordat  vooraf\w*  nadat  na  zolang  indien  mits  als(?! volgt)
    uitgezonderd  uitgesloten  uitzondering\w*  beperk\w*  verbied\w*  verbod\w*  niet  nooit  geen  niets  niemand
    zonder  toestemming  toegestaan  goedkeuring  akkoord  voorwaarden?  verplicht\w*  vergoeding  kosten  betal\w+
    betaalt  prijs  gratis  koop\w*  kopen  gekocht  verko\w+  doorverko\w+  commerci\w+  interne?n?  proef\w*
    testversie  vertrouwelijk\w*  geheim  eigendom  blij(?:ft|ven)  behou\w+  voorbehouden  vervalt  vervallen
    eindigt  stopt  loopt  terug\w*  meldt  melden  aanmeld\w*  gemeld  registr(?:eer|eren|atie)\w*  stuurt
    recht(?:en)?  gebruik\w*  octrooi\w*  productie  leden  lid  bedrijven  marktpartijen  gebruiksrecht  toegang
    darf  dürfen  muss  müssen  kann  können  soll  sollen  nur  nicht  kein\w*  ohne  bis  wenn  falls
    ausschließlich  ausgenommen  verboten  untersagt  gestattet  erlaub\w+  genehmigung  zustimmung  kosten\w*
    kommerziell\w*  interne[nrs]?  nutzung  verwendung  weitergabe  gebrauch  einsatz  dritte  eigentum  rechte
    bleib\w+  widerruf\w*  beschränkt  vorbehalten  behörden  peut  peuvent  doit  doivent  devra  seulement
    uniquement  sauf  (?-i:sans)  pas  ne  n  interdit\w*  réserv\w+  autoris\w+  accord  préalable  payant\w*
    utilis\w+  droits?  propriété  redistribution  fin  appartien\w*  commercia\w+  soumis\w*  solo  sólo  soltanto
    vietat\w+  uso  excl\w+  deber\w+  dev(?:e|ono)  autoriza\w+  permite  pag(?:ar|are|o)  riservat\w+  reservad\w+
""")
#: Words that stand between names.
JOINS = _pattern(r"""
    other  others  contributors
    a  an  and  as  at  by  for  from  in  of  on  or  the  to  with  de  den  der  des  die  das  het  een  en  van
    voor  op  te  und  von  für  et  la  le  les  du  pour  l  d
""")
