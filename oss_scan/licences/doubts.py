"""What takes back what a short text says: a denial, a plan, a restriction, or that it speaks of something else."""

import re
from collections.abc import Iterator

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.elsewhere import goes_on_with_some, is_of_another, of_what_it_uses
from oss_scan.licences.limits import CODE, PROGRAM
from oss_scan.licences.names import Named, find_all
from oss_scan.licences.spdx import for_content
from oss_scan.regex import regex

ABOUT_CONTENT = Caseless(
    r"\b(?:document\w*|docs|content|data|images?|photos?|videos?|infographics|media|icons?|afbeeldingen|beelden|foto'?s"
    r"|teksten|inhoud|\w*logo'?s?|fonts?|illustrations?|(?:rijks)?huisstijl)\b"
)
#: Words for a program.
ABOUT_CODE = regex(
    rf"\b(?:{PROGRAM}|source[- ](?:code|files?)|code|broncode|products?|portal|platform|everything|anything|alles"
    r"|this work|dit werk|het werk)\b",
    re.IGNORECASE,
)
#: That the text is the licence of the code, beside another for what it is about.
OF_CODE = regex(
    r"\bthis (?:[\w-]+ )?(?:code|library|package|program|project|software|tool) is licen[cs]ed under\b", re.IGNORECASE
)
SENTENCE = regex(r"(?<=[.!?])\s+(?=[A-Z#*\[(>])|\n\s*\n|\n(?=\s*[-*#])")
_CLAUSE = regex(rf"{SENTENCE.pattern}|[,;]\s+(?:but|maar)\s")
_DENIES = Caseless(
    r"\b(?:not(?!, see\b| (?:any )?(?:later|other) version| distributed with this\b"
    r"| use (?:them|it|these files|this \w+) except in compliance)|never|no longer|niet(?! latere\b)"
    r"|geen(?! (?:latere|andere versie)\b)|nooit|niet langer|isn't|formerly|voorheen|previously"
    r"|compatible with|incompatible|unlike|afgewezen|geweigerd|verworpen|rejected|declined"
    r"|instead of|in plaats van|draft|concept|tbd|todo|not yet|nog niet)\b"
)
#: That a licence is meant for later, is only thought of, or stands there as an example.
_NOT_YET = Caseless(
    r"\b(?:consider(?:s|ed|ing)?\b|(?:intend(?:s|ed)?|plan(?:s|ned|ning)?|going|aims?|hopes?|wants?|likely) to\b"
    r"|will (?:be\b(?! approved)|follow\b)|would (?:be|suit|like to (?:release|publish|licen[cs]e))\b|in the future\b"
    r"|(?:probably|perhaps|preferably|proposed|proposal|tentative(?:ly)?|undecided)\b"
    r"|to be (?:decided|determined|chosen)\b|bij voorkeur\b"
    r"|(?:planned|intended|future|suggested|recommended|desired|voorgestelde|geplande|toekomstige|gewenste|aanbevolen)"
    r" licen(?:[cs]es?|ties?)\b|(?:voorbeeld|example)s? (?:of|van)\b|(?:as an|als) (?:example|voorbeeld)\b"
    r"|(?:common|popular|well[- ]known|typical|gangbare|bekende|populaire|veelgebruikte)"
    r" (?:open[- ]source )?licen(?:[cs]es|ties)\b"
    r"|(?:add|put|insert|paste|place|prepend|zet|plaats)\b[^.\n]{0,40}\b"
    r"(?:(?:following|volgende) (?:\w+ )?(?:header|notice|lines?|text|comment|regels?|tekst|kop)"
    r"|(?:each|every|all|elke?|ieder|alle) (?:\w+ )?(?:files?|bestand(?:en)?))\b"
    r"|(?:this|dit|deze) (?:script|tool|action|command|plugin|hook|commando) (?:adds|inserts|checks|applies|sets|voegt"
    r"|zet|controleert|plaatst)\b"
    r"|should (?:we|be|use)\b|(?:your|our) preferred\b|preferred licen[cs]e\b|(?:for )?example:"
    r"|for instance\b|ask(?: us| me)? for\b|(?:up)?on (?:\w+ )?request\b|op (?:\w+ )?(?:aanvraag|verzoek)\b"
    r"|(?<!other )licen[cs]es such as\b|(?<!andere )licenties zoals\b|voorbeeld:|voorkeurslicentie\b"
    r"|word(?:t|en) (?:later|binnenkort|straks)\b|z(?:al|ullen)\b(?![^.\n]{0,20}\bgoedgekeurd)|binnenkort\b"
    r"|(?:voornemens|voorgenomen|beoogde?|waarschijnlijk|wellicht|misschien|vermoedelijk|bijvoorbeeld)\b"
    r"|to be (?:released|published|licen[cs]ed|distributed|made|open[- ]?sourced)\b|pending\b|under review\b"
    r"|(?:once|when|wanneer)\b|(?:next|volgend) (?:year|month|week|quarter|version|jaar|kwartaal|versie)\b"
    r"|(?:as of|from|starting|vanaf|per|met ingang van)(?: \d{1,2})?(?: [a-z]+)? (?:20\d\d|versions?|versie)\b"
    r"|kom(?:t|en) (?:\w+ )?(?:beschikbaar|vrij)\b|zodra\b(?![^.]{0,80}\bgoedgekeurd)|ga(?:at"
    r"|an)\b[^.\n]{0,40}\bvallen\b|(?<!als )volgt\b"
    r"|overweg\w+|(?:nader|nog) te\b|in de toekomst\b"
    r"|wil(?:len)?\b[^.\n]{0,60}\b(?:publiceren|vrijgeven|uitbrengen|delen|licenti\w+)\b)|\?\s*$"
)
_PARTLY = Caseless(
    r"\b(?:some|(?<!\bis )(?<!\bis a )(?:parts|part"
    r"(?!(?<=[\w)]\spart)(?<!\ba\spart)\s+of(?!\s(?:the|this|our|its)\s)(?:\s[\w-]+){1,4}\s*\(https?:))"
    r"|portions?|certain|sommige|(?<!\bwij )(?<!\bwe )delen|onderdelen|third[- ]party"
    r"|derden|dependencies|bibliotheken"
    r"|libraries|(?:earlier|old|older|previous|prior|eerdere|oude|oudere|vorige) (?:versions?|releases?|versies?)"
    r"|versions? \d[\d.]* (?:is|are)|versie \d[\d.]* is)\b"
)
#: In a sentence that names a licence: that it holds for a part, was one once, or is a plan.
_OF_PART = Caseless(
    (
        r"\A\s*[*+-]\s\[\s\]"  # a task that is not done
        r"|\A[^\w\n]*(?:(?:the |de |all |alle |our |onze )?(?:examples?|tests?|samples?|demos?|plug-?ins|voorbeelden"
        r"|testen|{media})(?: (?:in|of|from|by|for|van|uit) [\w-]+(?: [\w-]+)?)?"
        r"|(?:the |de )(?:front-?end|back-?end|voorkant|achterkant|core|kern)) (?:{is}|come from\b|komen van\b)"
        r"(?!,? (?:in|at|on|here|kept|located|found|stored|written|run|te vinden)\b"
        r"(?!(?:(?!\b(?:and|en|but|maar)\b)[^.;\n]){0,200}(?:licen[cs]|licenti|\bunder\b|\bonder\b)))"
        r"|\b(?:the|de) (?!(?:root|same|entire|whole|top-level|hele|current|project)\b)[\w./@-]+ {folder} {is}"
        r"|\b(?:the |de ){folder} (?!LICEN)[\w./@-]+"
        r" (?:{is}|(?:holds|contains|bevat)\b[^.;]{0,30} (?:files|bestanden|code)\b)"
        r"|\b(?:in|under|within|inside|onder|binnen) (?!LICENSES/)[\w.-]{1,80}/[\w./*-]{0,80} {is}"
        r"|\A[^\w\n]*(?:the |de |het )?(?:bundled|vendored|embedded|included|meegeleverde)"
        r" (?:copy|copies|version|sources?|files|librar\w+"
        r"|docker|code|software|versie|kopie|bibliotheken)\b"
        r"|\A[^\w\n]*[\w.-]*/[\w./-]*[`'\"*]{0,3}\s*:|\A[^\w\n]*(?:outside|buiten) (?:the |de |het )?[\w./-]+"
        r"|\b(?:everything|anything|alles) (?:but|outside|buiten)\b"
        r"(?! (?:(?:the|its|our|de|het|onze) )?{matter}\w*\b(?! {besides}))"
        r"|\b(?:most|the majority|much|nearly all|almost all)(?: of)?(?: the| our| its| this)? (?:\w+ )?"
        r"(?:files?|code|source|modules?|parts?|components?|packages?|software|project)\b"
        r"|\b(?:de|het) (?:meeste|merendeel)\b"
        r"|\A[^\w\n]*(?:this|it|dit) was (?!(?:\w+ly |ooit |eerst |once |first )?"
        r"(?:developed|created|written|made(?! available)|built|started|initiated"
        r"|gemaakt|ontwikkeld|gebouwd|geschreven|een|an?)\b)|\bviel(?:en)? (?:\w+ )?onder\b"
        r"|\b(?:initially|originally) (?:published|released)\b"
        r"|\bwas\b[^.\n]{0,20}\bonder\b[^.\n]{0,60}\b(?:beschikbaar|gepubliceerd|vrijgegeven|uitgebracht)\b"
        r"|\A[^\w\n]*(?:streven|gepland|voorstel|plan|planned|todo|doel|proposal|proposed|wens|idee|beoogd)\s*:[^\n]*\s*\Z"
        r"|\b(?:het|ons) (?:streven|plan|doel|voornemen|idee) is\b|\bwe streven\b"
    )
    .replace("{folder}", r"(?:sub)?(?:folders?|director(?:y|ies)|mapp?(?:en)?)")
    .replace(
        "{media}", r"(?:icons?|images?|photos?|fonts?|screenshots?|logo'?s?|iconen|afbeeldingen|foto'?s|lettertypen)"
    )
    .replace("{matter}", r"(?:logo|image|photo|icon|font|video|illustration|afbeelding|foto|huisstijl|lettertype)")
    .replace(
        "{besides}",
        rf"(?:(?!(?:is|are|zijn|valt|vallen|falls?)\b)[\w'’-]+ ){{0,4}}(?:and|or|en|of|plus|&) [^.\n]{{0,20}}?\b{CODE}",
    )
    .replace("{is}", r"(?:is|are|valt|vallen|falls?|zijn)\b")
    .replace(" ", r"[\s`'\"*]+"),
)
#: In the words before a name, where they hold but whose work it is and that it is given.
_ONCE_OR_ELSE = Caseless(r"\b(?:was|were|no|if|until|unless|except|alternatively)\b")
#: Right before a name, and right behind it, likewise.
_HARDLY = Caseless(
    r"(?:\b(?:partly|partially|mostly|largely|mainly|deels|gedeeltelijk|grotendeels|merendeels|voornamelijk"
    r"|maybe|perhaps|likely|possibly|probably|mogelijk|misschien|wellicht|waarschijnlijk)\b(?:\W+[\w-]+){0,3}"
    r"|\b(?:wordt|worden|becomes|onder voorbehoud)(?: (?:de|het|the))?"
    r"|(?:\be\.?g\.?|\b(?:for example|for instance|such as|bijv\.|bijvoorbeeld|zoals)),?(?: (?:the|de|een|an?))?"
    r"|\bwas:?|\bno|\bto be|\bany licen[cs]e but|~~?[^~\n/]{0,20}|<(?:del|s|strike)>[^<\n]{0,20})\W*\Z",
)
_HARDLY_SO = regex(
    r"[^\w.\n]{0,3}(?:concept|draft|onder voorbehoud|aangevraagd|requested|planned|gepland|voorstel|proposed|tb[ad]"
    r"|(?:no|nee)(?=\W*\Z))\b"
    r"|[\s,]{1,3}(?:or|of|and|en) (?:(?:an?|any|some|een|iets|something|other) ){0,3}"
    r"(?:similar|equivalent|compatible|like|such|else|others?|anderen?|more|vergelijkbaars?|soortgelijks?|gelijkwaardigs?|anders)\b"
    r"|\W{0,3}\((?:core|kern|community|enterprise|front-?end|back-?end|server|client|tests?|examples?|voorbeelden)\b",
    re.IGNORECASE,
)
#: A question that only leads to more.
_ASKS = regex(
    r"\W*(?:meer (?:weten|info\w*|lezen)|more (?:info\w*|about)|vragen|questions|want to (?:know|learn|read)"
    r"|wil(?:t u| je) meer)\b",
    re.IGNORECASE,
)
#: Beside its name: that it is another licence, made from it.
_MADE_FROM = Caseless(
    r"\b(?:modified(?! BSD\b)|altered|adapted|amended|adjusted|custom\w*|(?:variant|variation|spirit) of"
    r"|based on|derived from"
    r"|similar to|like|modell?ed (?:on|after)|inspired by|in the style of|geïnspireerd (?:op|door)|naar het model van"
    r"|aangepaste?|gewijzigde?|variant (?:op|van)|gebaseerd op|afgeleid van)"
    r"(?: [\w-]+){0,3}\W{0,3}\Z",
)
_CHANGED = regex(
    r"\W{0,3}(?:(?:with|plus|including|met) |w/ ?)(?:[\w-]+ ){0,3}"
    r"(?:nuclear|modifications?|changes?|amendments?|additions?|clauses?|restrictions?|wijziging\w*|aanpassing\w*)\b"
    r"|[\s,(]{0,3}(?:gewijzigd|aangepast|uitgebreid|modified|altered|adapted|amended|minus"
    r"|extended(?=\W*(?:$|(?:with|met|licen|version|text)\b))"
    r"|(?:zie|see|met|with) (?:the |de )?(?:afwijkingen|deviations|amendments))\b"
    r"(?! (?:by|door|version|versie|cop(?:y|ies)|files?|works?|to)\b)",
    re.IGNORECASE,
)
_RESTRICTS = Caseless(
    r"\b(?:non[- ]?commercial|commercial use|commons clause|niet[- ]commerci|commercieel gebruik|prohibited"
    r"|verboden|(?:prior|written|voorafgaande|schriftelijke)\b[^.\n]{0,30}\b(?:permission|consent|toestemming)"
    r"|(?:may|must|can|shall) not\b(?! use (?:them|it|these files|this \w+) except in compliance)|cannot\b"
    r"|not (?:permitted|allowed)\b|only (?:for|by|within|in)\b|(?:mag|mogen|kan|kunnen) (?:je |u |men )?niet\b"
    r"|niet toegestaan\b|uitsluitend\b(?! v(?:ersie)? ?\d)|alleen (?:voor|door|binnen)\b"
    r"|for evaluation\b|(?:evaluation|research|academic) (?:use|purposes?)\b|no commercial\b"
    r"|(?:shall|must|have to) pay\b|fee of\b|(?:no|not) evil\b|evaluatiedoeleinden\b"
    r"|(?:requires?|vereist) (?:an?|een) (?:subscription|abonnement|contract|(?:paid|commercial|separate) \w+)"
    r"|for (?:non[- ]production|students|schools|members|\w{1,12} days)\b|betalen een\b"
    r"|under the conditions? that\b"
    r"|permission is hereby|redistribution and use\b|proprietary\b|confidential\b)"
)
#: A label before a name, and words of one that is of no part and of nothing else.
_LABEL = regex(r"^[^\w\n]*(\w[\w .'’/&-]{0,40})[*_`\"]{0,3}[ \t]?:[^\w\n]*\Z")
_OF_WHOLE = regex(
    r"\A(?!.*\b(?:sample|example|test|demo|legacy|former|target|change|voorbeeld\w*|streef\w*)\b).*(?:licen[cs]|licenti|lizenz|\bspdx|copyright|auteursrecht|rights?\b|rechten|\b(?:name|naam|type|title|titel|id|identifier|terms"
    r"|this|dit|deze|under|onder|see|zie|toepasselijk|text|tekst|version|versie|note|notice|legal|source|url|link|declared"
    r"|english|nederlands|dutch|engels|(?:can|may) choose|your choice|keuze)\b"
    rf"|\A(?:(?:the|this|our|all|main|full|own|open|free|de|het|dit|deze|onze|alle|en|and|project)[ -])*"
    rf"{ABOUT_CODE.pattern}(?: (?:and|en|&) [\w-]+)?"
    r"(?: (?:written|made|geschreven|gemaakt) (?:by|door) (?:us|ons))?\Z)",
    re.IGNORECASE | re.DOTALL,
)
#: An example in a paragraph of its own, and a place for a licence that is yet to be filled in.
_EXAMPLE = regex(
    r"\b(?:(?:for example|for instance|e\.g\.|bijvoorbeeld)\W?|example:|voorbeeld:)[^\w\n]{0,4}\n\s{0,9}[^\n]{0,150}"
    r"|\{\{[^{}\n]{1,100}\}\}[^\n]{0,80}|[$#]\{[^{}\n]{1,100}\}|\{%[^%\n]{1,100}%\}|<%[^%\n]{1,100}%>"
    r"|\b[uo]nder (?:(?:the|de|an?|een) )?[<\[{][\w .-]{0,30}licen(?:[cs]e|tie)[\w .-]{0,20}[>\]}](?![(\[:]).{0,99}",
    re.IGNORECASE,
)
#: That it speaks of what others send in, which says nothing to who uses the work.
_SENT_IN = Caseless(
    r"\b(?:contributions?|contributed|contributing|bijdragen?|bij te dragen|pull requests?|CLAs?"
    r"|(?:contributors|bijdragers) (?:sign|agree|accept|must|shall|need|teken\w+|moet\w*))\b",
)
#: That a sentence speaks of the licence itself, and gives it to nothing.
_IS_ONE = regex(r"\W{0,3}(?:licen(?:[cs]e|tie)\W{1,3})?(?:is|was)[ \t](?:een|an?|very|heel|zeer)[ \t]", re.IGNORECASE)
#: That what others made keeps its licence.
_OF_OTHERS = regex(r"\b(?:remain|stay|keep|retain)\b[^.\n]{0,30}\btheir (?:own|original|respective)\b", re.IGNORECASE)


def taken_back(text: str, left: str, found: tuple[Named, ...]) -> bool:
    """Whether a text that names licences gives none of them; `left` is what of it no licence explains."""
    return bool(
        restricts(left)
        or any(map(_denies, _CLAUSE.split(left)))
        or any(map(_is_meant, _CLAUSE.split(text)))
        or any(_is_for_later(clause) or _OF_PART.search(clause) for clause in _naming(text, found))
        or any(find_all(each.group()) for each in _EXAMPLE.finditer(text))
        or goes_on_with_some([text[start:end] for start, end in sentences(text)])
        or any(_is_hardly(text, each) or is_of_another(text, each) for each in found)
        or of_what_it_uses(" ".join(text.split()))
        or speaks_of_contributions(text)
        or all(_IS_ONE.match(text, each.end) for each in found)
        or any(_is_another(text, each) or _is_labelled_else(text, each) for each in found)
    )


def restricts(text: str) -> bool:
    """Whether a text says beyond doubt that not everybody may use the work for anything."""
    return _RESTRICTS.search(text)


def holds_not_for_all(words: str) -> bool:
    """Whether words before the name of a licence say that it does not hold, not yet, or for a part only."""
    doubted = _DENIES.search(words) or _NOT_YET.search(words) or _PARTLY.search(words) or _OF_PART.search(words)
    return bool(doubted or _ONCE_OR_ELSE.search(words))


def names_content(text: str, named: Named) -> bool:
    """Whether a name is that of a licence for texts or data."""
    return for_content(named.expression) if named.expression else text[named.start : named.end].startswith(("C", "c"))


def speaks_of_contributions(text: str) -> bool:
    """Whether every sentence that names a licence speaks of what others send in."""
    if not _SENT_IN.search(text):
        return False
    naming = [sentence for sentence in SENTENCE.split(text) if sentence and find_all(sentence)]
    return bool(naming) and all(map(_SENT_IN.search, naming))


def _denies(sentence: str) -> bool:
    """Whether a sentence says that a licence does not hold, or holds for a part only."""
    partly = _PARTLY.search(sentence) and not _OF_OTHERS.search(sentence)
    if not (partly or _DENIES.search(sentence)):
        return False
    if ABOUT_CONTENT.search(sentence) and not ABOUT_CODE.search(sentence):
        return False
    return any(not names_content(sentence, each) for each in find_all(sentence))


def _is_meant(sentence: str) -> bool:
    """Whether a sentence only means to give a licence, or speaks of one as an example."""
    return _is_for_later(sentence) and any(not names_content(sentence, each) for each in find_all(sentence))


def _is_for_later(sentence: str) -> bool:
    return bool(_NOT_YET.search(sentence)) and not _ASKS.match(sentence)


def _naming(text: str, found: tuple[Named, ...]) -> Iterator[str]:
    """The clauses in which licences for code are named, where each may be too short to be seen in it alone (`MIT`)."""
    starts = [each.start for each in found if not names_content(text, each)]
    for start, end in _parted(_CLAUSE, text):
        if any(start <= each < end for each in starts):
            yield text[start:end]


def _is_hardly(text: str, named: Named) -> bool:
    """Whether the words beside a name say that the licence is one of a part, of once, or no more than thought of."""
    before, behind = text[max(0, named.start - 80) : named.start].rpartition("\n")[2], text[named.end : named.end + 40]
    return bool(_HARDLY.search(before) or _HARDLY_SO.match(behind)) and not names_content(text, named)


def _is_labelled_else(text: str, named: Named) -> bool:
    """Whether a label before a name on its line says that the licence is one of something in particular."""
    label = _LABEL.search(text[max(0, named.start - 80) : named.start].rpartition("\n")[2])
    ours = label is None or named.form == "url" or _OF_WHOLE.search(label[1])
    return not (ours or names_content(text, named))


def _is_another(text: str, named: Named) -> bool:
    """Whether the words beside a name say that a licence made from the one with that name is meant."""
    before = " ".join(text[max(0, named.start - 80) : named.start].split())
    behind = " ".join(text[named.end : named.end + 80].split())
    return bool(_MADE_FROM.search(before) or _CHANGED.match(behind)) and not names_content(text, named)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends."""
    return _parted(SENTENCE, text)


def _parted(mark: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where each part of a text between these marks begins and ends."""
    begins = 0
    for found in mark.finditer(text):
        yield begins, found.start()
        begins = found.end()
    yield begins, len(text)
