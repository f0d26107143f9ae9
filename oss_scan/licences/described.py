"""What a work is about and who holds it, in words that limit elsewhere: a payment library, Commercial Bank Ltd.

Only such a turn of phrase is let pass: any other word that limits in the same clause still does.
"""

import re

from oss_scan.licences.limits import CODE, PROGRAM
from oss_scan.licences.phrases import pattern
from oss_scan.regex import regex

#: Words for a program in the clause that describes it; Dutch writes them behind another as one word.
WORK = (
    rf"(?:{PROGRAM}|framework|parser|toolbox|plugins?|clients?|website|implementation|generator|port|fork|mirror"
    r"|extensions?|toolkit|sdk|api|service|template|pipeline|themes?|schemas?|notes?|copy|translation|summary|version"
    r"|work|script|collection|charts?|bibliotheek|broncode|componenten|pakket|vertaling|samenvatting|implementatie"
    r"|webformulieren|dienst|onderdeel|initiatief|verzameling|tokens|documents|examples|messages|toepassing|koppeling|viewers?|calculator"
    r"|optimi[sz]er|solver|simulator|dashboard|crawler|scraper|bot|checker|validator|converter|dataset|datamodel|model"
    r"|detectors?|issuer|search|registers?|machine"
    r"|\w{3,60}(?:module|tool|hulp|applicatie|toepassing|programma|bibliotheek|machine|viewer|loket|portaal|check)"
    r"|ciphers?|codecs?|(?:de|en)coders?|drivers?|engine|server|compiler|interpreter|emulator|editor|wrapper"
    r"|utilit(?:y|ies)|specifications?|\w{0,60}specificatie|formulieren|algorithms?|algoritme|prototype|product|portal"
    r"|projet|projekt|bibliothek|anwendung|programm|bibliothèque|logiciel|programme)"
)
#: A word before it in a title.
TITLED = (
    r"(?!(?:an?|by|for|from|in|is|are|if|may|must|no|not|nothing|on|only|or|that|the|this|to|under|was|with|without"
    r"|your?|we|dit|deze|door|er|geen|het|is|mag|met|niet|onder|op|te|u|uit|van|voor|wordt|zijn|zonder)\b)[\w.'’-]+,?"
)
_NAMED = {
    # of which a work may treat, and that are no condition beside the word for it
    "MATTER": (
        r"(?:payments?|permissions?|consent|authori[sz]ation|invoic(?:es?|ing)|contracts?|registration|keys?|patents?"
        r"|signature|claims?)"
    ),
    "TREATED": (
        r"(?:billing|purchase|pric(?:es?|ing)|fees?|costs?|sales?|donations?|income|revenue|subscriptions?|customers?"
        r"|members?|employees?|students?|residents?|citizens?|users?|compan(?:y|ies)|inwoners|gebruikers|bedrijven|rights|property|agreements?"
        r"|transfer|deadline|condition|money|tax|penalty|court|quota)"
    ),
    "OURS": (
        rf"(?:{CODE}|(?:web)?site|websites?|web ?page|pagina|blog|team"
        r"|(?:e-?mail ?)?address|adres|office|kantoor|organi[sz]ation|organisatie)"
    ),
    "SERVER": r"(?:apis?|clients?|servers?|gateways?|systems?|services?|platforms?|engines?|bot)",
    "TOOL": (
        r"(?:librar(?:y|ies)|modules?|tools?|tool(?:box|kit)|plug-?ins?|sdks?|apps?|parsers?|managers?|generators?"
        r"|calculators?|checkers?|validators?|viewers?|portals?|frameworks?|packages?|databases?|registr(?:y|ies)"
        r"|registers?|adapters?|connectors?|handlers?|trackers?|importers?|exporters?|converters?|simulators?|models?"
        r"|dashboards?|issuers?|detectors?|widgets?|runners?)"
    ),
    "MATTERS": (
        r"(?:payments|permissions|invoices|contracts|purchases|donations|signatures|registrations|evaluations|patents"
        r"|claims|fees|prices|costs|vergunningen|betalingen|kosten|aanvragen|overeenkomsten|abonnementen)"
    ),
    # that word and something in the world, which is no work, no use of it and nobody who uses it
    "SORT": (
        r"(?:commercial|internal|private|personal|restricted|limited|prohibited|forbidden|closed|free|confidential"
        r"|classified|sensitive|exclusive|illegal|commerciële|interne|persoonlijke|beperkte|verboden|gevoelige"
        r"|besloten|illegale|vrije|gesloten|vertrouwelijke|gratis|betaald)"
    ),
    "THING": (
        r"(?:vehicles?|buildings?|real estate|aviation|aircraft|shipping|fisher(?:y|ies)|transport|traffic|waste"
        r"|crimes?|water(?:s|ways?)?|combustion|medicine|migrations?|energ(?:y|ies)|forces?|boundar(?:y|ies)|affairs"
        r"|law|wells?"
        r"|equity|keys?|airspace|areas?|zones?|substances?|goods|drugs?|weapons|computing|diseases?|parking|housing"
        r"|sets?|information retrieval|gardens?|roads?|courts?|surfaces?|fall|space|memory|circuits?|loops?"
        r"|voertuigen|gebouwen|wateren|vaarwegen"
        r"|ruimten?|middelen|stoffen|goederen|gebied(?:en)?|wapens|vaart|luchtvaart|visserij|snelheid|parkeren|bouw"
        r"|zones|wegen|energie|bebouwing)"
    ),
}
_ABOUT = pattern(
    r"""
    (?:{MATTER}|{TREATED}) {TOOL}  {MATTER} {SERVER}  {SORT} {THING}
    (?:helps|helpt) {TREATED} (?:to|with|in|bij|met|om)(?: (?:het|de|te))?(?: (?:aanvragen|betalen|registreren|melden))?
    court of (?:audit\w*|justice)  personal (?:data|records?|names?|identification|income|budgets?|health|injury)
    persoonlijke gegevens
    {TOOL} (?:for|voor) (?:(?:the|online|digital|electronic|de|het) )?{MATTERS}(?=\W*$)
    (?:restricted|limited) (?!use|trial|access|edition)[\w-]+ (?:machines?|networks?|filters?|optimi[sz]ers?|languages?)
    limited-(?:memory|area|angle|precision|depth|discrepancy|feedback)
    (?:time|rate|band|memory|size|power|depth|range|length|speed)-?limited
    (?:read|write|append|header|text|list|css|esm|types|insert|keyboard|metadata)-only(?! (?:access|use|cop|licen))
    alleen-lezen(?! (?:toegang|gebruik))
    only[- ]child  free-(?:form|text|surface|flow|fall|field|space|style|standing|electron)  free text
    (?:our|onze|ons) {OURS}
    (?:an?|the|of|national|{THING}|address|population|land|trade|asset) registers?(?! (?:your|with|at|before|first))
    (?:owner|eigenaar)(?=:)  (?:omgevings)?vergunning(?:en)?(?=\W*$)
    (?!proef|test|demo)\w{4,60}(?:module|systeem|tool|portaal|loket|register|model|applicatie|monitor|kaart|bank|meter)
    trial balances?  (?:clinical|field|vaccine|randomi[sz]ed) trials?
    (?:model|lazy|policy|peer|course|impact|environmental|expression) evaluations?
    (?:^\W*|[-–:] )evaluation of(?! (?:this|the|our|its|your)\b)
    vergunning(?:en|s)?\w+  (?:huur|kosten|prijs|tarief|vergoedings|betaal)\w{4,}
    """,
    _NAMED,
)
#: That a line says whose a work is; and the name of an organisation in it, which the last word shows to be one.
_MARK = regex(r"©|\(c\)|\bcopyright\b|\bcopr\.", re.IGNORECASE)
_STATUS = (
    r"(?:Uses?|Usage|Versions?|Versie|Copy|Copies|Edition|Licen[cs]e[ds]?|Licentie|Release|Distribution|Purposes?"
    r"|Information|Property|Rights?|Gebruik|Permission|Access|Confidential|Proprietary|Do|Not|The|By|To|If|May|Must)\b"
)
_BODY = (
    r"(?:B\.?V\.?|N\.V\.|NV|Ltd|Limited|Inc|LLC|LLP|GmbH|AG|S\.A\.|Corp(?:oration)?|Company|Co|Banks?|Units?|Group"
    r"|Groep|Foundation|Stichting|University|Universiteit|Institut\w*|Cent(?:er|re|rum)|Department|Agency|Authority"
    r"|Association"
    r"|Vereniging|Society|Team|Services?|Systems|Labs?|Laboratory|Office|Affairs|Council|Union|School|Court|Museum"
    r"|Hospital|Fund|Trust|Cooperative|Co[oö]peratie|Partners|Consortium|Bureau|Ministry|Commission|Academy|Press)\b"
)
_HOLDER = regex(
    rf"(?<![\w-])(?:(?!{_STATUS})[A-Z][\w&'’-]{{0,40}},? (?:(?:of|and|&|van|voor|de|der|het|for|und) ){{0,2}}){{1,6}}"
    rf"{_BODY}"
)


#: Words of a title, and what stands in none: they join what one may do to whom, where and when.
_FEW = 8
_JOINS = regex(
    r"\b(?:for|to|as|at|by|if|in|inside|within|outside|until|between|among|on|upon|over|under|unless|with|without|after"
    r"|before|through|no|not|is|are|was|were|be|been|has|have|may|must|do|does|gets?|goes|go|stay|than|this|that|it"
    r"|they|he"
    r"|aan|als|bij|binnen|buiten|door|geen|heeft|hebben|in|is|kan|mag|met|na|niet|om|onder|op|per|pas|te|tot|tussen|uit"
    r"|voor|wordt|worden|zijn|zonder|dit|deze|dat|het|er|für|nur|pour|dans|\w{2,}ly|licen\w+)\b|\d",
    re.IGNORECASE,
)
#: That a title is one: a word for a program, or for what one holds.
_WORKS = regex(
    rf"(?<![^\W_])(?:\w{{0,60}}(?:modules?|tool|systeem|model|register|programma|applicatie|viewer|monitor|portaal"
    rf"|loket|meter"
    rf"|punt|wijzer|kaart|bank|base|kit|box|solver|optimi[sz]er)|{_NAMED['TOOL']}|{_NAMED['SERVER']}|stores?"
    rf"|benchmarks?|widgets?|scripts?|functions"
    r"|search|index|atlas|maps?|datasets?)(?![^\W_])",
    re.IGNORECASE,
)
#: Before what a work is for: no version, right or act.
_FOR = regex(
    r"^\W*(?P<what>[A-Z][^.:;,]{2,60}?)(?<!tion)(?<!ing)(?<!ment)(?<!sion)(?<!tie)(?<!ed)(?<!free)(?<!open)(?<!oed)"
    r"(?<!ersion)(?<!dition)(?<!opy)(?<!versie)(?<!build)(?<!elease)(?<!itgave)(?<!bedoeld)(?<!eschikt)(?<!gratis)"
    r"(?<!eant)"
    r" (?:for|voor) (?P<rest>[^.:;,]{3,60})$"
)


def names_work(clause: str) -> bool:
    """Whether a clause is but a name of the work, and perhaps what it is for."""
    if len(clause.split()) > _FEW:
        return False
    found = _FOR.match(clause.rstrip(" .!"))
    return not any(map(_JOINS.search, (found["what"], found["rest"]))) if found else _is_named(clause)


def is_heading(title: str) -> bool:
    """Whether the title of a page is no label or sentence, and joins not what one may do to whom, where and when."""
    return not (_JOINS.search(title) or ":" in title or title.rstrip().endswith((".", "!")))


def _is_named(clause: str) -> bool:
    return bool(_WORKS.search(clause)) and not _JOINS.search(clause) and ":" not in clause


def without_holders(line: str) -> str:
    """A line that says whose a work is without the names of organisations in it."""
    return _HOLDER.sub(" ", line) if _MARK.search(line) else line


def without_subjects(clause: str) -> str:
    """A clause or line without what a work is about, and without the names of organisations that hold it."""
    return _ABOUT.sub(" ", without_holders(clause))
