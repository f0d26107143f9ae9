"""How people say that a work is given under a licence: with words that would limit elsewhere (`may`, `subject to`)."""

from oss_scan.licences.limits import CODE

_DO = r"(?:use|reuse|copy|change|modify|adapt|fork|download|study|(?:re)?distribute|share|run|install)"
_DONE = r"(?:used|copied|changed|modified|(?:re-?)?distributed|shared|reused)"
_GEBRUIKT = r"(?:(?:her)?gebruikt|gekopieerd|gewijzigd|aangepast|verspreid|gedeeld)"
_GEBRUIKEN = r"(?:(?:her)?gebruiken|kopiëren|wijzigen|aanpassen|verspreiden|delen|(?:her)?gebruikt)"
_OUR = r"(?:this|these|our|the|deze|dit|onze|ons|de|het)"
#: And behind it a licence: a name (`statements` puts these for it), or one that is called so and by no other name.
_NAMED = r"\S{0,3}(?:x{3,}|\u203b)"
_KIND = (
    r"(?:open|source|open-source|free|software|public|permissive|copyleft|copyright|same|following|above|below|attached"
    r"|accompanying|included|enclosed|these|this|those|and|or|of|both|either|dual|two|the|\S{1,20}style|x{3,}\S{0,3})"
)
_OF_TERMS = (
    rf"(?: the| an?(?=(?: {_KIND}){{1,3}} licen| {_NAMED}))?"
    rf"(?: (?:terms|conditions|provisions)(?: and (?:terms|conditions))? of(?: (?:the|an?(?= {_NAMED})))?)?"
    rf"(?=(?: {_KIND}){{0,4}} (?:licen[cs]es?\b|{_NAMED}))"
)
_UNDER = rf"(?:under|according to|in accordance with|subject to|as per){_OF_TERMS}"
#: No name of the whole of a work.
_SOME = (
    r"(?:only|solely|just|alone|parts?|portions?|some|none|nothing|any|all|both|binar\w+|copies|examples?|docs"
    r"|documentation"
    r"|tests?|images?|fonts?|icons?|content|data|texts?|modified|unmodified|works?|derivatives?|outputs?|and|or|under"
    r"|as|v?\d[\w.]*|versions?|front-?end|back-?end|server|client|core|samples?|demos?|snippets?|templates?|assets?"
    r"|logos?)"
)
#: What stands in `GRANTS` for names.
GRANT_NAMES = {
    "DONE": _DONE,
    "DONES": rf"(?:,?(?: and| or| and/or)? {_DONE}){{0,4}}",
    "DO": _DO,
    "DOS": rf"(?:,?(?: and| or| and/or)? {_DO}){{0,4}}",
    "THAT": rf"(?:it|them|(?:this|the) (?:[\w-]+ ){{0,2}}[\w-]+|(?!{_SOME}\b)[\w.-]+)",
    "GRANTED": _UNDER,
    "BELOW": r"(?:(?:the|de) )?(?:following|below|volgende|onderstaande) licen(?:[cs]e|tie)",
    "LICENCE": r"x{3,}(?:[- ]licen(?:[cs]e|tie))?",
    "ONDER": r"(?:under|onder)(?: de voorwaarden van| the (?:terms|conditions) of)?(?: the| de| een| an?)? x{3,}",
    "OURS": rf"(?: (?:it|this|dit)| (?:(?:all|al|alle) )?{_OUR} (?:own |eigen |source |entire )?{CODE})",
    "AS_OURS": (
        r"(?: (?:as|als) (?:(?:our|its|the|a|onze|zijn|de) )?licen(?:[cs]e|tie)"
        rf"| (?:for|voor) (?:(?:all|al|alle) )?{_OUR} (?:own |eigen |source |entire )?{CODE})?"
    ),
    "PUBLISH": (
        r"(?:(?:publish|release|share|licen[cs]e|distribute|provide)d?|published|ma[dk]e|bieden|stellen|publiceren"
        r"|delen|verspreiden)"
    ),
    "OPT": (
        r"(?:use|chose|choose|(?:have )?(?:chosen|adopted|selected)|opted for|apply|gebruiken|hanteren|hanteert"
        r"|gebruikt|kozen voor|kiezen voor|hebben gekozen voor)"
    ),
    "ALL_OF": rf"(?:this|our|deze|dit|onze|all) (?:source )?{CODE}(?: in (?:this|deze|dit) {CODE})?",
    "ANYONE": r"(?:you|anyone|anybody|everyone|everybody)",
    "AT_WORK": r"(?:at work|commercially|freely|for any purpose|in your own \w+)",
    "WELCOME": r"(?:you are welcome|feel free|voel je vrij|voelt u zich vrij)",
    "URGED": r"(?:is|wordt) (?:\w+ )?(?:encouraged|welcome|welkom|aangemoedigd)",
    "FREELY_TOO": r"(?:commercially|for (?:commercial|any|every) purposes?|freely|free of charge)",
    "VRIJELIJK": r"(?:commercieel|voor commerciële doeleinden|voor elk doel|kosteloos|vrij)",
    "OUR_WORK": rf"(?:{_OUR} (?:[\w-]+ )?{CODE}|ons team)",
    "DIT": r"(?:dit|deze (?:\w+)|de \w+|het \w+|dit \w+)",
    "GEBRUIKT": rf"{_GEBRUIKT}(?:,? (?:en |of )?{_GEBRUIKT}){{0,4}}",
    "GEBRUIKEN": rf"{_GEBRUIKEN}(?:,? (?:en |of )?{_GEBRUIKEN}){{0,4}}",
    "GOVERNED": rf"(?:(?:is|are) )?(?:governed by|subject to){_OF_TERMS}",
    "BINDING": (
        rf"(?:subject to|bound by)(?: the terms(?: and conditions)? of)?(?: (?:the|this))?"
        rf"(?=(?: [\w.-]+){{0,4}} licen[cs]e\b| {_NAMED})"
    ),
    "CHOOSE": r"(?:terms|licen[cs]e) you (?:choose|like|wish|want|prefer)",
    "GIVER": r"(?:(?!(?:not|only|except|unless|for|but|may|must|until)\b)[\w'’&.-]{1,40},? ){1,10}",
    "WAIVED": r"(?:waived|dedicated) all copyright and related (?:or|and) neighbou?ring rights",
    "WORK_OF_ALL": rf"to(?: (?:this|the|these))? (?!(?:(?:this|the|these)|{_SOME})\b)[\w.-]{{1,40}}",
    "ALL": r"(?:everything|anything|all files|alles)",
    "SO_SENT": (
        r"if you (?:did not|have not|don't) (?:receive|received)[^.]{0,80} unable to obtain it[^.]{0,60}(?:please )?"
        r"send an? e?-?mail to [^.]{0,40}(?:\.\S[^.]{0,40}){0,3} so (?:that )?(?:we|I) can (?:send|mail) you a copy"
        r"(?: immediately)?"
    ),
}
#: Alternatives with two spaces or a new line between them, as `phrases` reads them.
GRANTS = r"""
    licen[cs]ed to (?:\S+ ){1,8}under one or more(?= contributor)  licen[cs]es (?:it|(?:this|the) \w+) to you
    you may not use (?:them|it|these files|this \w+) except in compliance with the licen[cs]e
    (?:is|zijn) vrij te gebruiken(?= en (?:valt|vallen) onder)
    falls under  if a copy(?: of the \w+(?: licen[cs]e)?)?(?: was not distributed (?:with|alongside) (?:this|the) \w+)?
    (?:we|wij) (?:(?:have|hebben) )?{PUBLISH}{OURS}?(?: available| beschikbaar)? {ONDER}
    (?:we|wij|ons team) {OPT} (?:the |an? |de |een )?{LICENCE}{AS_OURS}{ENDS}
    {ANYONE} (?:may|can|(?:are|is) (?:free|welcome) to)(?: also)? {DO}{DOS} {THAT} {FREELY_TOO}{ENDS}
    (?:u|je|iedereen|men) (?:mag|kunt|kan) {DIT} (?:ook )?{VRIJELIJK} {GEBRUIKEN}{ENDS}
    free (?:for|to) (?:everyone|everybody|all|anyone)(?: to use)?{ENDS}
    free of charge{ENDS}  gratis{ENDS}
    belongs? to (?:everyone|everybody|all|the (?:community|public)){ENDS}  costs? nothing{ENDS}  kost niets{ENDS}
    van iedereen{ENDS}  gratis te gebruiken(?: door iedereen)?{ENDS}
    iedereen mag {DIT} (?:vrij )?gebruiken{ENDS}
    {ANYONE} (?:may|can) use {THAT}(?: for free)?{ENDS}

    x{3,}(?:[- ]licen[cs]e)? (?:lets|allows) (?:you|anyone) (?:to )?{DO}{DOS} {THAT}(?: (?:{AT_WORK}))?(?: too)?{ENDS}
    re-?use(?: by (?:other )?[\w-]+)? {URGED}{ENDS}  hergebruik(?: door andere [\w-]+)? {URGED}{ENDS}
    {WELCOME} (?:to|om)(?: \w+)? (?:reuse|build on|voort te bouwen)(?: {THAT})?{ENDS}
    please re-?use (?:this|it)(?: \w+)?{ENDS}  encourage other [\w-]+ to (?:re-?)?use {THAT}(?: too)?{ENDS}
    other [\w-]+ are (?:invited|encouraged|welcome) to (?:re-?)?use {THAT}(?:,? too)?{ENDS}
    andere [\w-]+ worden uitgenodigd om {DIT} te gebruiken{ENDS}
    mag (?:vrij )?door iedereen(?: vrij)? worden {GEBRUIKT}(?:,? ook door (?:bedrijven|anderen))?{ENDS}
    ^\W*[\w-]{1,40} (?:can|may) use (?:it|this),? (?:too|as well)(?:,? of course)?{ENDS}
    may be {DONE}{DONES} by (?:anyone|everyone)(?:,? (?:including|also by) companies)?{ENDS}
    mag (?:ook )?{VRIJELIJK} worden {GEBRUIKT}{ENDS}
    {OUR_WORK} (?:uses?|gebruikt|hanteert) (?:(?:the |an? |de |een )?{LICENCE}{AS_OURS}|{BELOW}){ENDS}
    (?:our|onze) (?:open[- ]?source )?licen(?:[cs]e|tie) is(?= (?:(?:the|an?|de|een) )?{LICENCE})
    available for use(?= under)
    gebruik van {DIT} valt onder(?= (?:de )?{LICENCE})
    {LICENCE} appl(?:y|ies) to {ALL_OF}{ENDS}
    als (?:open[- ]?source[- ]?)?licentie(?= (?:is|wordt|geldt|gebruiken|hanteren))
    (?:is|zijn) eigendom van (?:(?:de|het) )?(?:[\w-]+ ){1,4}en (?:wordt )?(?:{GIVEN}|vall?(?:t|en) onder)
    {LICENCE} als (?:open[- ]?source)?licentie{ENDS}
    {GIVEN} per(?= (?:the |de )?{LICENCE})
    (?:mag|mogen|kan|kunnen)(?: (?:vrij|ook|door iedereen))? worden {GEBRUIKT} {ONDER}
    (?:u|je|men|iedereen) (?:mag|kunt|kan) {DIT} (?:vrij |ook )?{GEBRUIKEN} {ONDER}
    (?:het staat (?:u|je|iedereen) vrij|je bent vrij|u bent vrij) (?:om )?{DIT} te {GEBRUIKEN} {ONDER}
    (?:may|can)(?: also)? be {DONE}{DONES} {GRANTED}
    {ANYONE} (?:may|can|(?:are|is) (?:free|welcome) to)(?: freely)? {DO}{DOS}(?: {THAT})? {GRANTED}
    (?:made )?available to anyone wishing to {DO}{DOS}(?: {THAT})? {GRANTED}  (?:use )?{GOVERNED}
    permission (?:to|for) {DO}{DOS} is granted {GRANTED}
    (?:use|usage|distribution|(?:re)?distribution and (?:use|modification)) of {THAT} {GOVERNED}
    you are free to change and (?:re)?distribute it  to the (?:maximum )?extent permitted by (?:applicable )?law
    {ALL} (?:but|except(?: for)?|behalve|buiten) (?:(?:the|its|our|de|het|onze) )?{MEDIA}{NO_CODE}
    (?:shared|licen[cs]ed|released|published|distributed) using (?:the|an?)
    we (?:hereby )?waive (?:all )?(?:copyright|rights)
    to the extent possible under law,? {GIVER}(?:has|have) {WAIVED} {WORK_OF_ALL}
    (?:generated|emitted|resulting|output) (?:files?|code|outputs?|documents?|programs?) (?:is|are) not {BINDING}
    (?:it|they|these|that) (?:is|are) your own(?: works?)?(?=\W*$| and you)
    you (?:can|may) licen[cs]e (?:it|them|that) (?:as you (?:like|wish|want)|under any {CHOOSE}){ENDS}
    do not alter or remove copyright notices or this file header  {SO_SENT}  ^\W*licen[cs]e terms\W*$
    ^\W*licen[cs]e (?:terms|conditions) (?:are|can be) (?:included|found|listed|read)
    ^\W*(?:under )?the terms of (?:the )?(?:x{3,}|\u203b)\S*\W*$
"""
