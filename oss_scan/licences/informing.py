"""What shows that a clause beside a licence informs: it tells who, what, whence, where, when, or which licence.

In English and Dutch, and the commonest of it in German and French.
"""

from oss_scan.licences.described import TITLED, WORK
from oss_scan.licences.phrases import phrases

HOLDER = r"(?:copyright (?:holder|owner)|licensor|author|maintainer|rechthebbende|licentiegever|auteur|beheerder)"
_MADE = (
    r"(?:developed|written|created|made|built|designed|maintained|ported|forked|adapted|derived|extracted|based"
    r"|inspired|generated|copied|taken|contributed|translated|published|released|funded|financed|sponsored|supported"
    r"|hosted|initiated|modified|updated|changed|converted|imported|bundled|vendored|added|included|commissioned"
    r"|retrieved|pulled|sourced|drawn|made possible|linked|placed|carried|optimi[sz]ed|incorporated|located"
    r"|listed|reproduced"
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
    r"(?:by|from|for|through|in|of|on|at|with|as|under|here|below|above|to work|via|together|door|van|uit"
    r"|op|onder|voor"
    r"|bij|met|als|von|vom|aus|auf|für|unter|im|durch|par|de|du|d|dans|sous|avec|pour)"
)
_PLACED = r"(?:is|are|staat|staan|steht|stehen|liegt|befinde[nt] sich|se trouve(?:nt)?)"
_NAMED = {
    "MADE": _MADE,
    "OF": _OF,
    "WORK": WORK,
    "PLACED": _PLACED,
    "TITLED": TITLED,
    "HOW": r"(?:\w+ly|also|all|in part|(?:and|or|en|und|et) \w+|automatisch|gedeeltelijk|out)",
    "DOES": (
        r"(?:provides|offers|implements|shows|converts|reads|parses|calculates|validates|checks|computes|creates"
        r"|generates|writes|prints|lists|compares|tests|tracks|collects|draws|renders|compiles|translates|analyses"
        r"|analyzes|visuali[sz]es|helps|manages|handles|processes|describes|measures|models|maps|toont"
        r"|biedt|leest|berekent|maakt|controleert|schrijft|rekent)"
    ),
    "ABOUT": r"(?:to|for|that|of|on|from|om|voor|van|over|von|zum|für|pour)",
    "OWN_KIND": r"[^.:;,]{0,80}\b(?:limited|ethical|custom|modified|special|hobby|shared|another|other)\b",
    "EACH": r"(?:each|every|elk|ieder) (?:[\w-]+ ){1,2}",
    "AND": r"(?:[\w,/-]+ ){0,8}",
    "CONTENT": rf"(?:code|content|documentation|{WORK})",
    "HOLDER": HOLDER,
}

_WHO = r"""
    ^\W*(?:sponsors?|funders?|partners?|financiers?|coordinat\w+)(?=:)
    ^\W*(?:financial|financiële) (?:support|steun)(?=:)  ^\W*(?:slack|chat|irc|matrix) ?(?:channel|kanaal)(?=:)
    ^\W*doi(?=\W?\s?10\.)
    ^\W*(?:project|product)[ -]?(?:lead(?:er)?|manager|owner)(?=:)
    {MADE}(?: {HOW})? {OF}  ^\W*(?:originally |oorspronkelijk |also |mede |first |previously )?{MADE}
    (?:wordt|wurde|été) [^.]{0,80}{MADE}  copyrights?  ©  \(c\)  auteursrecht  urheberrecht
    (?:^|of|the|all|many) (?:authors?|contributors?|maintainers?)  auteurs  bijdragers  autoren  contributeurs
    {HOLDER}s? (?:of [\w ]{1,40} )?(?:is|are|was|zijn)  (?:many |special )?thanks to  thanks  (?:met )?dank aan
    werkten? (?:ook )?mee  have (?:a nice|a good|fun)
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
    ^\W*(?:actively )?in (?:actieve )?(?:ontwikkeling|development|progress|beheer|maintenance|beta|alpha)\W*$
    ^\W*(?:this|dit|it|het|deze \w+) is (?:an?|een) (?:[\w-]+ )?(?:copy|kopie|mirror|spiegel) (?:of|van)
    (?:formerly|previously|voorheen) (?:known|called|bekend)  hoor(?:t|en) bij  ^\W*\d{4}-\d\d-\d\d
    ^\W*v?\d+\.\d[\w.]*
    \((?:19|20)\d\d[a-z]?\)[.,:]?  files (?:carry|have|contain|state)
    (?:beheert|onderhoudt|ontwikkelt|maintains|develops) (?:deze|dit|this|the)
    (?:is|wordt) (?:encouraged|aangemoedigd)
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
    supplied (?:under|with|by)  derives? from  (?:this|the|deze|dit) {WORK} (?:forks|vendors|wraps)
    in the (?-i:[A-Z][A-Z.]+)(?: and (?-i:[A-Z][A-Z.]+))? files?  spdx (?:tags?|identifiers?|headers?)
    original (?:code|work|version|author|algorithm|design|idea|source|program)s?  translation by
    ^\W*(?:(?:unofficial |une? )?(?:\w+ )?)?(?:translation|vertaling|übersetzung|traduction)
    ^\W*from (?!\d|now|next|this|the|to|your?|our|\w+(?:day|morrow)\b)[\w./-]{2,60}:\W*$
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
    (?:since|sinds|seit|depuis) \d{4}  ^\W*check the (?:beginning|top|heads?|headers?) of (?:the|each|every)
"""
_WHICH = r"""
    ^\W*(?:toelichting|uitleg|explanation|about|over)(?: (?:bij|op|of|on))? (?:de|the) licen(?:[cs]e|tie)\W*$
    following applies to\W*$  osi[- ](?:certified|approved)  door (?:het |de )?osi (?:goedgekeurde?|erkende?)
    two licen[cs]es associated  licen[cs]es? follows?
    ^\W*(?:BSD|MIT|ISC|Apache|GPL|LGPL|MPL)(?:[- ]style)? licen[cs]e\W*$
    under (?:the|which uses the) following  this is the [^.:]{0,40}licen[cs]e  is licen[cs]ed\W*$
    valt onder  vallen onder  falls under  (?:link|licen[cs]e|text) below
    under (?:the )?(?:terms|licen[cs]e|mit|bsd|gpl|apache|cc|(?:\S+ ){1,4}licen[cs]e)
    (?:volgende|bijgevoegde) (?:open[- ]source[- ]?)?licentie
    leidend  (?:text|version) prevails  authentic  public domain  publiek domein
    licen[cs](?:e|ing) information  dual[- ]licen[cs]ed
    (?:this|the) licen[cs]e (?:is|has) (?:\w+ ){0,2}(?:known as|called|referred to as|named)
    {EACH}(?:states|has|carries|names|mentions|lists|heeft|noemt) (?:its|an?|zijn|een)
    ^(?!{OWN_KIND})[^.:;,]{0,80}(?<!\ba\s)(?<!\ban\s)licen[cs]es?\W*$
    ^\W*licen[cs]e for (?:the )?(?:lib|py|node-|go-|r-|\S*(?:[\d_/-]|js\W*$|lib\W*$))[\w./-]*(?=\W*$)
    ^\W*licen[cs]es? for (?:the )?(?:[\w.-]+ ){0,5}?(?:{WORK}|files?|code)  ^\W*(?:the )?licen[cs]es (?:of|for)
    under (?:\w+ )?different licen[cs]es  licen[cs]es? of (?:its|their) own
    (?:is|are) \S{1,20}(?: \S{1,20})? licen[cs]ed  (?:is|are|under)(?: the)?\W*$  or (?:any )?later(?: versions?)?
    ^\W*(?:licen[cs]e|licentie)(?: information)? (?:for|of|voor|van) {AND}{CONTENT}
    (?:language )?versions? (?:of [\w ]{1,40} )?(?:are|have) (?:equally|identical) \w+
"""
#: Who made the work, what it is, from what, where more is to be read, since when, and under which licence.
INFORMS = phrases(f"{_WHO}  {_WHAT}  {_WHENCE}  {_WHERE}  {_WHICH}", _NAMED)
