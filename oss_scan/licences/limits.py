"""The words with which a clause beside a licence takes a permission away, or attaches a condition to it.

In English, Dutch, German and French; of Spanish and Italian the commonest.
"""

from oss_scan.licences.phrases import pattern

#: That a work is given, and to whom: harmless of its own maker, not of others.
GIVEN = (
    r"(?:released|published|distributed|available|licen[cs]ed|provided|offered|valid|vrijgegeven|beschikbaar|verspreid"
    r"|gepubliceerd|geldig|bereitgestellt|freigegeben|lizenziert|gültig|distribué|fourni|publié|disponible|valable)e?s?"
)
#: Words for a program; these and more; and that one stands in a list with what was said before: the logo and the code.
PROGRAM = (
    r"software|programs?|programma\w*|applications?|applicaties?|apps?|modules?|librar\w+|projects?|packages?|tools?"
    r"|systems?|repositor\w+|components?"
)
CODE = (
    rf"(?:{PROGRAM}|\w*code|scripts?|sources?|work|werk|front-?end|back-?end|core|server|client|rest|everything"
    r"|anything|alles)\b"
)
ALSO_CODE = rf"(?:, ?|,? (?:and|or|en|of|plus|&) )(?:(?:the|its|our|all|de|het|alle|onze|zijn|source) ){{0,2}}{CODE}"
_WHOM = r"(?:to|for|against|through|aan|voor|tegen|gedurende|an|zur|zum|für|aux?|à|pour|contre)"

_ENGLISH = r"""
    no (?:\w+ )?(?:deriv\w+|modif\w+|alter\w+|re-?(?:use|sale|distribution|hosting)|distribution|copying|sharing|forks)
    no (?:ai|training|scraping|use|machine learning|licen[cs]es?(?! fees?))  noai  no-ai
    ask (?:\w+ ){1,4}(?:before|first)  no rights?  in addition to the (?:above|terms)  general terms
    needs? (?:an? )?(?:\w+ )?licen[cs]es?  licen[cs]e is needed  licen[cs]e keys?  inspect  (?:a|for) quote
    (?<!\d\s)may(?! \d)  (?-i:will)  (?-i:you|YOU)  ^you  (?-i:us)  whoever  anyone  everybody  everyone  sole(?:ly)?
    alone  benefit  privileged?  merely  exempt\w*  omit\w*  until  till  all but  other than  apart from  save for
    tlp  during  long as  provided that  prior  temporar\w+  days?  weeks?  months?  deadline
    first(?! (?:published|released?|written|created|version|implementation|appeared|commits?))
    limits?  limited to
    (?:is|are|be) limited  don['’]t  cancel\w*  remain (?:in place|visible|intact)  limitations?
    forb(?:id\w*|ade|odes?)  prohib\w+  bann?(?:ed|s)?  barred  illegal\w*  unlawful\w*  unauthori[sz]\w+  none?
    nobody  nothing  neither  (?-i:don)  refus\w+  den(?:y|ies|ied)  permit\w*  allow\w*
    authori[sz](?:e|es|ed|ing|ation)  eligible  entitled  agree\w*  accept\w*  requir\w+  condition\w*  oblig\w+
    mandatory  compulsory  bound  binding  duty  duties  compl(?:y|ies|iance)  enforce\w*  violat\w+  infring\w+
    breach\w*  penalt\w+  sue[sd]?  lawsuits?  litigat\w+  claims?  indemn\w+  jurisdiction  courts
    (?:the|an?|any|this|that|by|before|in|at) (?:\w+ )?court  prices?  pricing  priced  whether  depends  depending
    preview  paid-for  invitation  costs?  charges?  charged  bill(?:s|ed|ing)  invoic\w+  purchas\w*  buy\w*  bought
    sold  sale  resale  resell\w*  profit\w*  revenue  turnover  income  money  euros?  dollars?  compensat\w+
    remunerat\w+  donations?  pa(?:y|id|yments?|yable)  trial  demo  evaluat\w*  internal(?:ly)?(?!/)  private(?:ly)?
    personal(?:ly)?  confidential\w*  classified  sensitive  disclos\w+  non-disclosure  strictly  purely  strikt
    times? out  ruled out  off limits  exploitation  for gain  (?:valid|geldig) (?:in|within|binnen)
    read-only (?:access|use|copy|copies|licen[cs]e|rights?)  metered  counted
    (?:territor(?:y|ies)|regions?|seats?|audience|nodes?|term|duration|field of use|doelgroep|looptijd)(?=:)
    \w{0,60}gebied(?=:)  \w{3,60}(?:s|en) (?:get|receive|obtain|krijgen|ontvangen|verkrijgen)  arrangement
    appointment  blessing  proceeds  percent  procent  opbrengst\w*  service (?:plan|contract)s?
    (?:pilot|sandbox) (?:edition|build|version|copy|release)
    (?:every|each|elke?) (?:page|screen|pagina|scherm|copy|kopie)
    ^\W*in (?:the )?(?:netherlands|benelux|europe(?:an union)?|eu|nederland|europa|belgi\w+|germany|france)(?=\W*$)
    derivatives? (?:works? )?(?:must|carry|inherit|fall|are|remain|stay)  make no  hands off
    ^\W*(?:deprecated|verouderd)\W*$  superseded by  (?-i:secrets?|SECRETS?|NDA|EULA)  ^secret\W*$
    \w{4,60}ware(?<!software)(?<!hardware)(?<!firmware)(?<!middleware)  property  belong\w*  owned  owners?  owes?
    retain\w*  reserv\w*  revo\w*  withdraw\w*  ends?  ended  expir\w*  laps\w*  stops?  cease\w*  voids?  become\w*
    reverts?  transfer\w*  assigns  assigned  assignment  register\w*  sign(?:s|ed|ature)?  notif(?:y|ies|ied)
    submit\w*  cite  patents?  sublicen\w+  militar\w*  weapons?  who  whose  users?(?! (?:interface|manual|guide)s?)
    host(?:s|ing)?  (?<!business\s)machines?  residents?  students?  employees?  customers?  members?  compan(?:y|ies)
    citizens  persons?  individuals  (?-i:licensees?)  staff  personnel  subscribers?  consumers?  competit\w+
    {GIVEN}(?: (?:under|onder|unter|sous|from|von|van) (?:\S+ ){1,4}?)?(?: )?{WHOM}  [a-z]{3,}-?(?:versie|exemplaar)
    block(?:s|ed)  disabl(?:es|ed|ing)  shuts?  locks?  decides?  yearly  annual(?:ly)?  monthly  academic\w*
    educational  consult\w*  subscription  maximum  minimum  at most  up to(?! date)  more than  less than  fewer
    least  quota  free(?! \d)  closed  (?:for|(?:get|obtain|acquire|request)) (?:an?|your) (?:\w+ )?licen[cs]e
    (?:is|are) to be(?! (?:found|read|seen))  for (?:an?|one|two) (?:day|week|month|year)s?  escrow
    appl(?:y|ies) to(?!\W*$)  licen[cs]e covers
    (?:old|former|previous|earlier|example|sample|draft|oude|vorige) licen(?:[cs]es?|ties?)
    (?-i:^\W*(?:Draft|DRAFT|Concept|CONCEPT|Ontwerp)\W*$)  is (?:an?|the) (?:example|draft|old|sample|joke)
    was (?:the licen[cs]e|dropped|replaced|withdrawn)  (?:wants?|wish(?:es)?|likes?) to be
    wants? (?:an?|the|your|every)  prefer\w*  would rather  rather not  expects  expected  we expect  insists?
    demands?  supposed  ought  discretion\w*  courtesy  go-ahead  lawyers?  waiting list  strings attached  decency
    customary  lend\w*  lent  (?:on|a|this) loan  loaned  gifts?  embargo\w*  in confidence  off the table
    goes without saying  (?:for|voor) (?:an? |the |een |de )?cop(?:y|ies)  is okay  commons clause  non-?commercial\w*
    frozen  (?:a|one|the) period  period of  research purposes?  no one  misuse\w*  abuse\w*  misbruik\w*  act against
    (?:different|another|separate) (?:matter|story|thing)  ander verhaal  andere zaak
    ^\W*(?:name|list|link|mention|state|show|note) (?:the|all|each|every|its)
"""
_DUTCH = r"""
    wil(?:t|len)?  liever  verwacht\w*  wenselijk  bedoeling  netjes  vanzelf  voor de hand  discretie  wachtlijst
    bruikleen  geleend  uitgeleend  (?:in|na) overleg  in vertrouwen  juristen  omzet  rekenen op  hoor(?:t|en) te
    voor een licentie  gelimiteerd  begrensd  abonnement\w*  verloopt  afgeschermd  verzegeld  gesloten  jaarlijks
    maandelijks  beslist  bepaalt  tarie\w+  mag  mogen  moet\w*  dien(?:t|en)  zal  zullen  hoeft  jij
    iedereen  louter  uitsluit\w+  totdat  voordat  vooraf\w*  nadat  zolang  als(?! volgt)  verschuldigd  gehouden
    algemene voorwaarden  gedurende  tijdens  tijdelijk\w*  vanaf  dagen  weken  maanden  niets  niemand  zonder
    toegestaan  goedkeuring  akkoord  verplicht\w*  vergoeding  betal\w+  betaal[dt]e?  prijs  koop(?!handel)\w*
    kopen  gekocht  verko\w+  doorverko\w+  interne?n?  proef\w*  testversie  \w{0,60}geheim\w*  eigendom
    voorbehouden  vervalt  vervallen  eindigt  stopt  loopt  terug\w*  meldt  melden  aanmeld\w*  gemeld
    registr(?:eer|eren|atie)\w*  stuurt  vermelden  afgerekend  geteld  bestemd  inzetbaar  afname  instemming  noem
    vermeld (?:de|het|alle)  vereist\w*  aanvra\w+  strafbaar  boete  factuur  bedrag  licentiehouder  afnemers?
    klanten?  medewerkers?  ambtenaren  inwoners  studenten  deelnemers?  intrek\w+  ingetrokken  opzeg\w+
    beëindig\w*  overeenkomst\w*  in licentie gegeven aan  persoonlijke?  gebonden  vraag (?:het|ons|eerst|vooraf|om)
    leave (?:it|this|them)  octrooi\w*  productie  leden  lid  bedrijven  marktpartijen  toegang  vergunning\w*
"""
_OTHERS = r"""
    entscheidet  blokk\w+  tarifs?  außer  darf  dürfen  muss  müssen  kann  können  soll  sollen  ohne  bis  wenn
    falls  bedarf  ausschließlich  ausgenommen  untersagt  gestattet  erlaub\w+  genehmigung  zustimmung  kosten\w*
    kommerziell\w*  interne[nrs]?  nutzung  verwendung  weitergabe  gebrauch  einsatz  dritte  eigentum  rechte
    bleib\w+  widerruf\w*  beschränkt  vorbehalten  behörden  vertrag\w*  entgelt\w*  erforderlich  vertraulich  frist
    kunden  mitglieder\w*  peut  peuvent  doit  doivent  devra  seulement  (?-i:sans)  pas  ne  n['’]\w+  réserv\w+
    autoris\w+  accord  préalable  payant\w*  utilis\w+  droits?(?! d['’]auteur)  propriété  redistribution  fin
    appartien\w*  commercia\w+  soumis\w*  gratuit\w*  membres  contrat  confidentiel\w*  solo  sólo  soltanto
    vietat\w+  uso  excl\w+  deber\w+  dev(?:e|ono)  autoriza\w+  pag(?:ar|are|o)  riservat\w+  reservad\w+
"""
#: Words that a page has in any sentence.
_EVERYDAY = r"""
    your  yours  we  our  can  might  if  while  use  using  usage  install\w*  servers?  report  send  ask\w*
    need\w*  ha(?:ve|s) to  would  should  could  after  before  just  key  per  inform  deploy\w*  credit  display
    terms  agreement  contract  subject to  rights?  registration  production  keep  kept  kan  kunnen  je  u  uw
    jouw  wij  ons  onze  gratis  gebruik\w*  wie  na  tot  indien  returns?  recht(?:en)?  remains?  stays?
    blij(?:ft|ven)  behou\w+
"""
#: Words that forbid, except or bind in any place: also between the words of a known text.
FORBIDS = r"""
    nor  not  cannot  non  never  only  solely  exclud\w*  must  shall  prohibit\w*  forbid\w*  restrict\w*  except\w*
    unless  without  conditions?  sell\w*  commercial\w*  noncommercial  terminat\w*  proprietary  confidential
    permission  permitted  evil  military  fees?  royalt\w*  evaluation  approv\w*  consent  niet  geen  nooit  alleen
    slechts  enkel  verbod\w*  verbied\w*  tenzij  mits  behalve  uitgezonderd  uitgesloten  uitzondering\w*
    voorwaarden?  toestemming  beperk\w*  commerci\w*  vertrouwelijk\w*  moet  dient  nicht  kein\w*  nur  verboten
    interdit\w*  sauf  uniquement
"""
#: Words that oblige, except, charge, or end; and those for who may do what with it, and for doing it.
LIMITS = pattern(f"{_ENGLISH}  {_DUTCH}  {_OTHERS}  {_EVERYDAY}  {FORBIDS}", {"GIVEN": GIVEN, "WHOM": _WHOM})
#: Of these, words that limit beside a text, and in a longer notice may not.
MILD = pattern(
    f"""{_EVERYDAY}
    you  us  may  users?  free  first  hosts?  hosting  will  conditions?  register  registratie  machines?  als
    voorwaarden?  non
    """,
    {},
)
