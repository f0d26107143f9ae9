"""That a licence is named for a part that came from elsewhere: `parser.js is copied from X`, `Uses X (MIT)`.

A part is a file, a folder, some of the work, what is somebody's (`X's parser`), or a thing that no work is as a whole.
The work itself may come from elsewhere too (`This project is based on X`): that makes no part of it.
"""

import re
from collections.abc import Iterable
from itertools import takewhile

from oss_scan.licences.elsewhere import BEING, OF_ALL
from oss_scan.licences.fold import is_title, without_copyright
from oss_scan.licences.nouns import BESIDES, LINKS, TEXTS, WORD, WORK
from oss_scan.licences.whose import MARK
from oss_scan.regex import regex

#: Characters of a sentence that is told.
_LONGEST = 800
#: Words of the name of a part, with its article.
_MOST_WORDS, _ALONE = 5, 2
_TAKEN = (
    r"(?:copied|taken|adapted|ported|borrowed|derived|lifted|imported|vendored|cloned|extracted|converted|translated"
    r"|overgenomen|gekopieerd|ontleend|afgeleid|geleend|hergebruikt|afkomstig|vertaald)"
)
_BE = r"(?:is|are|was|were|has been|have been|werd|werden|zijn)"
_FROM = r"(?:from|of|out of|van|uit)"
_NAME = r"(?:(?:the|de|het) )?(?-i:[\"'`*\[]?[A-Z]\w|https?:|[\w.-]+\.(?:js|py|org|com|nl|io)\b)"
#: The verb between a part and where it is from; and between a part and who made it.
_CAME = regex(
    rf"\b(?:{_BE} (?:[\w-]+ ){{0,2}}?{_TAKEN}(?: [\w-]+){{0,2}}? {_FROM}"
    rf"|{_BE} (?:\w+ )?(?:based on|gebaseerd op) {_NAME}"
    rf"|{_BE} (?:from|uit|van) [^.;,:{MARK}]{{1,40}} {_TAKEN}\b|{_BE} from {_NAME}"
    rf"|{_BE} an? (?:\w+ )?(?:copy|port|translation|adaptation|derivative|kopie|vertaling|bewerking) (?:of|from|van)"
    rf"|(?:comes?|came|komt|komen|kwam|stems?|originates?)(?: \w+)? (?:from|van|uit)|{_TAKEN}(?: \w+)? from {_NAME})",
    re.IGNORECASE,
)
_MADE = regex(
    rf"\b{_BE} (?:\w+ )?(?:(?:made|designed|drawn|created|taken|getekend|gemaakt|ontworpen) )?(?:by|door|van) {_NAME}",
    re.IGNORECASE,
)
#: That something comes with a work, and a name for it.
_COMES_WITH = regex(
    rf"\b{_BE} (?:\w+ )?(?:included|bundled|vendored|embedded|meegeleverd|meegebundeld|bijgesloten)\b", re.IGNORECASE
)
#: That a licence itself is what comes with a work or from elsewhere.
_OF_LICENCE = regex(
    rf"\b(?:licen|cop(?:y|ies)\b|kopie|exempla|notices?\b|terms|voorwaarden|permission|grant)|{MARK}\W*$", re.IGNORECASE
)
_NAMED = regex(r"\W*(?!LICEN|COPYING|README|NOTICE)([a-z]{0,2}[A-Z][\w.-]*)\W*")
_FILE = regex(
    r"(?<![\w/@.:-])(?-i:[a-z_][\w-]*)\.(?:[ch]|cc|cpp|hpp|js|mjs|ts|jsx|tsx|py|rb|go|rs|java|kt|cs|css|scss|php|sh|sql"
    r"|r|pl|lua|swift|html|vue|svg|png|jpe?g|ttf|json|xml)\b|(?<![\w/@.:-])[\w.-]+/(?:[\w./*-]*)(?= |$|[`'\"])"
)
_SOME = regex(
    r"\W*(?:(?:an?|een|the|de) )?(?:some|several|certain|parts?|portions?|sommige|enkele|(?:onder)?de(?:len|el)"
    r"|gedeelten?)\b",
    re.IGNORECASE,
)
_ARTICLE = regex(r"the|de|het|its|all|alle|both|a|an|een", re.IGNORECASE)
_SELF = regex(r"\b(?:this|these|it|we|dit|deze|our|onze|ons|my|mijn|everything|alles)\b", re.IGNORECASE)
_WHOLE = regex(
    r"(?:code-?base|base|tree|game|engine|theme|templates?|suite|distribution|server|client|driver|bot|compiler"
    r"|interpreter|emulator|add-?on|standard|standaard|specification|specificatie|documents?|dataset|gem|crate|image|container|fork"
    r"|\w*programma|version|versie|designsysteem|materials?|text|tekst|documentation|documentatie)",
    re.IGNORECASE,
)
_OWNED = regex(r"\W*(?:(?:the|de) )?[a-z]?[A-Z][\w.-]*(?:['’]s|s['’]) ")
#: Code that came from elsewhere, as the subject of what is said of its licence.
_CODE_FROM = regex(
    rf"\W*(?:(?:the|de|any|all|alle|het) )?(?:source )?(?:code|broncode|files?|bestanden|scripts?|software)"
    rf"(?: (?:that|which|die) {_BE})?(?: {_TAKEN}| afkomstig)? (?:from|uit|afkomstig van|overgenomen van) {_NAME}"
    rf"[^{MARK}]{{0,60}}\b(?:is|are|remains?|falls?|valt|vallen|zijn|blijft)\b[^{MARK}]*{MARK}",
    re.IGNORECASE,
)
#: That what is somebody's was put to use.
_PUT_TO_USE = regex(
    rf"\b{_BE} (?:\w+ )?(?:{_TAKEN}|used|included|bundled|gebruikt|opgenomen|meegeleverd)\b", re.IGNORECASE
)
#: What somebody took, with its licence behind the name of what it was taken from.
_TOOK = regex(
    rf"\W*(?:I|we|ik|wij) (?:have |hebben |heb )?(?:also |ook )?"
    rf"(?![^{MARK}]*\b(?:this|our|it|deze|dit|onze|released|published)\b)"
    rf"(?:[^{MARK}]{{1,60}} )?(?:took|borrowed|used|{_TAKEN})\b[^{MARK}]{{0,60}}(?:from|van|uit) [^{MARK}]{{1,60}}"
    rf"(?:[,(]|\b(?:which|that|die|dat|under|onder)\b)[^{MARK}]{{0,30}}{MARK}",
    re.IGNORECASE,
)
#: What a work uses, with its licence behind the name; and thanks.
_USES = regex(
    r"\W*(?:(?:(?:this|the|our|dit|deze|de|het|onze) [\w-]+|it|we|wij|also|ook) ){0,2}"
    r"(?:uses?|using|gebruikt|gebruiken|includes?|contains?|bundles?|embeds?|needs|requires|bevat|vereist)"
    rf" (?![^{MARK}]*\b(?:licen|(?:code|broncode|sources?|software|implementati\w+|files|data|documentati\w+)\b"
    rf"(?! (?:from|by|van|uit) (?-i:[A-Z]))))(?:[\w-]+ ){{0,3}}?{_NAME}[^{MARK}:;]{{0,40}}[(,\[–—-] ?{MARK}",
    re.IGNORECASE,
)
_CREDITS = regex(
    r"\W*(?:credits?|thanks(?: to)?|attributions?|acknowledge?ments?|dependenc(?:y|ies)|afhankelijkhe(?:id|den)"
    rf"|(?:met )?dank(?: aan)?)(?:\W*:| to| aan) [^{MARK}]{{1,120}}{MARK}",
    re.IGNORECASE,
)
_NOT_OURS = rf"(?![^{MARK}]*\b(?:this|our|deze|dit|onze|except|excluded)\b)"
#: Where somebody else's code is to be found, and its licence; and a folder of such.
_SEE = regex(
    rf"\W*(?:see|zie) [^\s,]+ (?:for|voor) {_NOT_OURS}"
    r"(?!(?:(?:the|de|het|more|full|all|a|een) )*(?:licen|terms|text|tekst|voorwaarden|full|details|inform"
    rf"|cop(?:y|ies)\b|rights|condition|usage|gebruik))[^{MARK}]{{2,80}}(?:,|\b(?:which|that|die|dat)\b)[^{MARK}]{{0,60}}{MARK}",
    re.IGNORECASE,
)
_THEIRS = regex(
    rf"{_NOT_OURS}(?:(?:everything|code|files?|alles|bestanden|the|in|de|all|alle) ){{0,3}}[`'\"]?(?:\./)?"
    rf"(?:vendor(?:ed)?|third[-_]?party|3rd[-_]?party|node_modules|externals?|deps)/[^{MARK}]*{MARK}",
    re.IGNORECASE,
)
#: A task for who reads it.
_TASK = regex(
    r"\W*(?:read|study|lees|bestudeer|open|take|look up|compare|consider)\b"
    rf"[^.]{{0,80}}{MARK}[^.]{{0,60}}\b(?:and|en|then|dan|to|om)\b (?:\w+ ){{0,3}}?"
    r"(?:answer|explain|discuss|summari[sz]e|compare|write|describe|tell|list|find|beantwoord|leg|bespreek|vat|vergelijk"
    r"|schrijf|beschrijf|noem|zoek)(?:e?n)?\b",
    re.IGNORECASE,
)
#: That a sentence goes on with what the one before it spoke of, by a pronoun or by its noun.
_GOES_ON = regex(
    rf"\W*{OF_ALL}(?:these|those|they|it|this|that|deze|die|dit|dat|zij|ze|het)(?: (?:files?|code|bestand(?:en)?))?"
    rf" (?:{BEING})\b",
    re.IGNORECASE,
)
_AGAIN = regex(rf"\W*(?:this|that|these|those|the|dit|deze|die|dat|de|het) ([\w-]+) (?:{BEING})\b", re.IGNORECASE)
#: That a work holds something of others, which only its own noun goes on with.
_HOLDS = regex(
    r"\b(?:contains?|includes?|bundles?|uses|bevat|gebruikt) (?:an?|the|een|de|het) (?:\w+ )?([a-z]+)"
    r" (?:from|by|of|van|uit|door) (?-i:[A-Z])",
    re.IGNORECASE,
)
#: The head of a list of what came from elsewhere, and a line of one.
_HEAD = regex(
    r"\W*(?:(?:the|de|these|deze|all|alle|some) )?(?:(?:following|volgende|listed) )?(?:[\w-]+ )?"
    r"(?:files?|bestanden|code|functions?|functies|classes|modules|scripts?|parts?|delen|onderdelen|sources?|pieces|icons?"
    r"|iconen|images?|fonts?|components?|componenten)(?: [\w-]+){0,4}? "
    r"(?:from|van|uit|based on|gebaseerd op) [^\n:]{1,60}:\W*"
    r"|\W*(?:[\w-]+ ){0,3}(?:third[- ]party|3rd[- ]party|external|vendored|bundled) [^\n:]{1,60}:\W*",
    re.IGNORECASE,
)
_ITEM = regex(r"[ \t]*(?:[-*+•][ \t]|\d+[.)][ \t]|[ \t]{2}\S|[`'\"]?[\w./*-]+\.\w{1,5}[`'\"]?[,;]?\s*$)")
_OF_ALL = regex(
    r"\b(?:this|our|deze|dit|onze|the|de|het) (?:project|software|program\w*|repo\w*|work|package|library|rest|other"
    r"|overige|remaining|source|code|broncode)\b|\b(?:everything|alles|all other)\b",
    re.IGNORECASE,
)
_LEAD = regex(
    r"\W*(?:(?:these|they|deze|die|zij|all)\b[^\n]{0,60}|(?:licen|gelicen|released|under|onder|with)[^\n]{0,40}):\W*",
    re.IGNORECASE,
)
#: One of these stands in each text that says so.
_FROM_WHERE = ("from", " of ", " van ", " uit ", "based on", "gebaseerd op")
_LETTER = regex(r"\w")
_SENTENCE, _APART = regex(r"(?<=[.!?])\s+"), regex(r"\n[ \t]*\n")


def _of_origin(sentence: str, *, of_content: bool) -> bool:
    """Whether a sentence, with a mark for the names of licences, names one for a part that came from elsewhere."""
    words = " ".join(sentence.split())
    if len(words) > _LONGEST:
        return False
    if any(each.match(words) for each in (_CODE_FROM, _TOOK, _USES, _CREDITS, _SEE, _THEIRS, _TASK)):
        return True
    if _OWNED.match(words) and _PUT_TO_USE.search(words):
        return True
    return _counts(_part_from(words), of_content=of_content)


def _part_from(words: str) -> str:
    """The part of a work of which a sentence says that it came from elsewhere, by its noun; or nothing."""
    came, made, comes = _CAME.search(words), _MADE.search(words), _COMES_WITH.search(words)
    noun = _part(words[: came.start()]) if came else ""
    if not noun and made:
        noun = _part(words[: made.start()])
        noun = noun if any(map(BESIDES.fullmatch, (noun, f"{noun}s"))) else ""
    if noun or not comes:
        return noun
    named = _NAMED.fullmatch(words, 0, comes.start())
    is_work = named and any(each.fullmatch(named[1]) for each in (WORK, TEXTS, _WHOLE))
    return named[1].lower() if named and not is_work else _part(words[: comes.start()])


def _counts(part: str, *, of_content: bool) -> bool:
    """Whether there is a part, and not the data of which a work may consist."""
    return bool(part) and not (of_content and part.endswith(("data", "gegevens")))


def _part(subject: str) -> str:
    """The noun of a subject that is a part of a work; nothing where it may be the work."""
    file = _FILE.search(subject)
    if file and not _SELF.match(subject.lstrip()):
        return file[0].lower()
    if (_SELF.search(subject) and not _SOME.match(subject)) or _OF_LICENCE.search(subject):
        return ""
    words = [word.rstrip(".,;:'’") for word in WORD.findall(subject)]
    head = words[: next((at for at, word in enumerate(words) if at and LINKS.fullmatch(word)), len(words))]
    last = head[-1] if 0 < len(head) <= _MOST_WORDS else ""
    if not last or _SOME.match(subject):
        return last.lower()
    is_thing = _ARTICLE.fullmatch(head[0]) or BESIDES.fullmatch(last) or _OWNED.match(subject)
    is_whole = WORK.fullmatch(last) or (_WHOLE.fullmatch(last) and len(head) <= _ALONE)
    return last if is_thing and last.islower() and not is_whole else ""


def names_for_part(sentences: Iterable[tuple[str, bool]]) -> bool:
    """Whether one of the sentences of a text names a licence for a part, where each has a mark for such names and says
    whether they are for texts and data."""
    part = held = ""
    for words, of_content in sentences:
        if not words:
            continue
        if MARK in words:
            again = _AGAIN.match(words)
            met = again[1].lower() if again else ""
            on = met if met and met in (part, held) else part if _GOES_ON.match(words) else ""
            if _counts(on, of_content=of_content) or _of_origin(words, of_content=of_content):
                return True
        holds = _HOLDS.search(words)
        part, held = _part_from(words), holds[1].lower() if holds else ""
    return False


def lists_parts(text: str) -> bool:
    """Whether a text, with a mark for the names of licences, has them only below a list of what came from elsewhere."""
    lines = [line for line in text.split("\n") if line.strip()]
    head = next((at for at, line in enumerate(lines) if _HEAD.fullmatch(line)), None)
    if head is None or any(MARK in line for line in lines[:head]):
        return False
    below = list(takewhile(lambda line: not line.startswith("#"), lines[head:]))
    named = [line for line in lines[head:] if MARK in line]
    return bool(named) and all(line in below and not _OF_ALL.search(line) for line in named)


def without_title(above: str) -> str:
    """What stands above the text of a licence, without the title of that and whose it is."""
    lines = without_copyright(above).split("\n")
    while lines and (not _LETTER.search(lines[-1]) or is_title(lines[-1])):
        del lines[-1]
    return "\n".join(lines)


def is_above(text: str) -> bool:
    """Whether what stands above the text of a licence ends with what came from elsewhere, whose licence that is."""
    lowered = text.lower()
    if not any(each in lowered for each in _FROM_WHERE):
        return False
    said = without_title(text)
    lines = [line for line in said.split("\n") if line.strip()]
    rest = lines[:-1] if lines and _LEAD.fullmatch(lines[-1]) else lines
    items = sum(1 for _ in takewhile(_ITEM.match, reversed(rest)))
    if items and len(rest) > items and _HEAD.fullmatch(rest[-items - 1]):
        return True
    last = " ".join(_APART.split(said)[-1].split())
    sentences = _SENTENCE.split(last)
    return last.endswith(":") and not _OF_ALL.search(sentences[-1]) and any(map(_part_from, sentences))
