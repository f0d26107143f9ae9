"""The plain words of titles, labels and what stands between names: clauses of none but these and names tell no more.

In English and Dutch, and the commonest of it in German and French.
"""

from oss_scan.licences.phrases import pattern

#: Words that stand between names.
JOINS = pattern(
    r"""
    other  others  contributors
    a  an  and  as  at  by  for  from  in  of  on  or  the  to  with  de  den  der  des  die  das  het  een  en  van
    voor  op  te  und  von  für  et  la  le  les  du  pour  l  d  our  ons  onze
    """,
    {},
)
#: Words for a work, its texts and its makers, and where and when they are: a title, a label or a clause of none but
#: these, names, and what joins them, tells no more than that.
PLAIN = pattern(
    r"""
    licen[cs]es?  licenties?  licentietekst  lizenz  texts?  teksten  tekst  full  complete  volledige  versions?
    versies?  original  originele  oorspronkelijk  files?  bestanden?  folder  map  directory  documents?  documentatie
    documentation  readme  notices?  copyright  contents?  inhoud  inhoudsopgave  tables?  introduction  inleiding
    preamble  appendix  bijlage  annex  index  overview  overzicht  contact  website  repository  code  open  source
    broncode  bron  software  projects?  programs?  programma  packages?  modules?  librar(?:y|ies)  tools?  names?
    naam  npm  format  upstream  comment  note  let  opmerking  kenmerk  titles?  titel  descriptions?  omschrijving
    wijzigingsgeschiedenis  versiegeschiedenis  current  huidige  ondersteunde
    summary  samenvatting  status  background  history  changelog  release  changes  home ?page  home  urls?  links?
    authors?  auteurs?  contributions?  bijdragers?  bijdragen  contributeurs  maintainers?  teams?  developers?
    ontwikkelaars?  designers?  translat(?:or|ion)s?  holders?  licensor  licentiegever  rechthebbende  beheerder
    meegewerkt  hebben  organi[sz]ation  organisatie  verantwoordelijke  ansprechpartner  credits  acknowledge?ments?
    thanks  dank  team  address  adres  postadres  bezoekadres  tel  telephone  telefoon  phone  postal  visiting
    onderhoud  beheer  working  e-?mail  mail  mailing
    list  alphabetical  order  issue  tracker  here  hieronder  below  above  following  volgende  onderstaande  next
    page  pagina  pages  parts?  portions?  sections?  chapter  dates?  datum  updated?  created  modified
    erstveröffentlichung  english  dutch  german  french  nederlandse  engelse  duitse  franse  is  are  was  were  been
    zijn  wordt  werd  this  these  that  which  it  its  their  deze  dit  all  each  every  both  also  and/or  new
    old  official  unofficial  officiële  main  made  about  citation  written  developed  more  plus  informations?
    informatie  maintained  icons?  icoon  iconen  fonts?  images?  logos?  photos?  foto's  illustrations?  design
    artwork  sounds?  data  sets?  orphan  node  pypi  crates?
    architecture  architectuur  idea  first  implementation  schemas?  messages?
    examples?  components?  formulieren  tokens?  functions?  algorithms?  parser  bindings  wrapper  client  interface
    revision  revisie  initial  typos  adviseur  advisor  manager  director  directeur  projectleider  afdeling
    department  senior  junior  legal  abstract  routines?
    types?  plugins?  docs  product  projectnaam  contactpersoon  opdrachtgever  leverancier  laatst  bijgewerkt  last
    javascript  python  java  so  zo  toepasselijke?  applicable  libre  happy  hacking  enjoy  love
    filename  encoding  portability  build  vim  emacs
    """,
    {},
)
