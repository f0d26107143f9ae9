"""Whether a short text that names a licence has the form of one that gives it to a work.

Nobody foresees each way to name a licence and not to give it. So of a few sentences one at least has to be a title or a
label, to have the work for its subject, or to begin with what is done: `Licensed under the EUPL`.
"""

import re
from collections.abc import Iterator, Sequence

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.contrary import only_names
from oss_scan.licences.doubts import ABOUT_CODE, SENTENCE, holds_not_for_all, names_content
from oss_scan.licences.names import Named, find_all
from oss_scan.licences.nouns import BESIDES
from oss_scan.licences.origins import lists_parts, names_for_part
from oss_scan.licences.whose import MARK, whose
from oss_scan.regex import regex

_GIVEN = (
    r"(?:(?:dual|bi|tri|multi)[- ]?)?(?:licen[cs]ed|released|published|distributed|distributable|provided|available"
    r"|covered|governed|shared|open[- ]?sourced?|contributed|used|copied|modified|subject|free|waived|dedicated"
    r"|gelicen[cst]\w*|(?:vrij|uit|in licentie )ge?geven|gepubliceerd|uitgebracht|beschikbaar|verspreid|gedeeld"
    r"|krachtens|lizenziert|lisensiert|veröffentlicht|freigegeben|distribuée?|publiée?|publicado|distribuito|sous|unter)\b"
)
_IS = (
    r"(?:is|are|was|were|has been|have been|wordt|worden|zijn|ist|sind|est|falls?|comes?|carries|uses"
    r"|gebruikt|heeft|has)"
    r"(?: (?:[a-z]{2,12}ly|also|ook|vrij|made|hereby|hierbij|now|nu|open|free|vrije|dual|software|en|and)){0,4}"
)
_UNDER = r"(?:under|onder|valt onder|vallen onder|falls under)\b"
#: The work by what it is, where that is all that a sentence has before what is done with it.
_SORT = (
    r"(?:code ?base|utility|algorithms?|firmware|notebooks?|scripts|wrapper|prototype|solution"
    r"|add-?on|add-?in|boilerplate|starter(?: kit)?|toolkit|toolbox|microservice|bot|compiler|interpreter|emulator"
    r"|simulator|simulation|models|workflows?|pipeline|role|playbook|mod|macro|applet|widget|bindings|programme|dashboard"
    r"|benchmark|sources?(?: (?:of|for) (?-i:[A-Z]|[\w.]+-)[\w.-]*)?|source tree|sourcecode|monorepo|suite|collection"
    r"|integration|connector|adapt[eo]r|daemon|agent"
    r"|crawler|scraper|harvester|converter|validator|editor|reader|writer|loader|importer|exporter|generator|builder"
    r"|linter|formatter|debugger|profiler|skeleton|experiment|snippet|action|distribution|web ?app|componenten|dienst"
    r"|oplossing|implementatie|configuratie|extensie|uitbreiding|uitwerking|\w+tool)"
)
_FORMS = regex(
    r"^\W*(?:either |both |dual )?※|[,;.|–—-] *(?:the |under )?※\W{0,20}$"
    r"|^\W*(?:it|this|they|these|dit|deze|we|wij|our|onze|ons|my|mijn|all|alles|everything)\b"
    rf"|^\W*(?:(?:is|are|wordt|zijn|hereby|freely|also|and|en|use) ){{0,4}}(?:{_GIVEN}|{_UNDER})"
    # the name of the work, and what is done
    r"|^\W*(?!(?:the|de|het|some|an?|een|only|alleen|most|any|every|each|certain|sommige|alle|use)\b)"
    r"[\w@`*\[\"']\S{0,40}"
    r"(?: (?!(?:in|of|van|uit|from|is|are|was|wordt|worden|en|and|met|with|by|door|to)\b)\S{1,40}){0,4}?"
    rf" (?:{_IS} (?:{_GIVEN}|{_UNDER}|(?:(?:the|de|an?) |\()?※)|{_UNDER})"
    r"|^\W*(?:the|de|het)"
    rf" (?:(?:[\w-]+ ){{0,3}}(?:parser|checker|manager|viewer|machine)|(?:(?:full|whole|entire) )?{_SORT})"
    rf" {_IS} (?:{_GIVEN}|{_UNDER}|※(?:d|[- ]licen[cs]ed)\b)"
    # who made it, and what is done
    r"|^\W*(?:developed|created|made|built|written|maintained|designed|ontwikkeld|gemaakt|gebouwd|geschreven)"
    rf" (?:by|door) [^,.;\n]{{1,60}}(?:,| and| en) (?:(?:and|en|is) ){{0,2}}{_GIVEN}"
    # a label
    r"|^\W*(?:free|open[- ]source) software:|^\W*(?:(?:the|de|het) )?※ (?:applies|geldt)\W*$"
    r"|^\W*(?:(?:the|de|project|software|source|code|package|main|full|open|current|copyright|and|en|auteursrecht"
    r"|general|overall|spdx|rights|terms|toepasselijke?|applicable)[\W_]+){0,4}"
    r"(?:licen[cs](?:e[sd]?|ing)|licenti(?:es?|ering|evorm)|lizenz(?:en)?|licenza|licencia|lisens|copying|spdx[\w-]*"
    r"|toepasselijk|van toepassing)\b"
    r"(?! (?:of|for|van|voor)\b(?! (?:this|the|these|our|dit|deze|de|het|onze|all|alle|your|use|gebruik)\b))"
    # whose the work is, and what one may do
    r"|copyright|©|\(c\)|&copy;|auteursrecht|all rights|@licen"
    r"|\b(?:you|u|je|anyone|everyone|everybody|iedereen|men|i) (?:may|can|mag|mogen|kunt|kan|could|should|must|have"
    r"|are free|do|choose)\b"
    r"|^\W*als (?:open[- ]?source[- ]?)?licentie (?:is|wordt|geldt|gebruiken|hanteren)\b"
    r"|^\W*(?:her)?gebruik (?:is|valt)\b"
    r"|\bpermission\b|\bfeel free\b|\bpublic domain\b|\bterms\b|\bkrachtens\b"
    r"|^\W*[\w.-]{1,40} is part of [\w .-]{1,60}, which is ※"
    # where more is to be read
    r"|^\W*(?:please |for (?:more |full |the )?\w+,? |full |complete |volledige |voor \w+,? )?"
    r"(?:see|read|refer|zie|text|tekst|details|the full|a copy|de volledige)\b(?![^.\n]{0,60} (?:of|van) (?-i:[A-Z]))",
    re.IGNORECASE,
)
#: The work by another word than those of `ABOUT_CODE`; and that something is said of its licence.
_OTHER_WORDS = Caseless(
    r"\b\w*(?:applicatie|software|viewer|website|portaal|programma|broncode|standaard|specificatie|model|schema'?s?)\b"
    r"|\b\w*(?:module|bibliotheek|toepassing|loket|portaal|register|systeem)\b|\b\w{4,}(?:check|hulp)\b"
    r"|\b(?:files?|bestand(?:en)?|content|inhoud|standard|specification|website|site|service|plug-?in|extension|script"
    r"|theme|template|framework|implementation|work|werk|binaries|fork|api|sdk|dataset|documents?|repo|game|web|package"
    r"|bundle|release|driver|server|client|engine|crate|gem|image|container|chart)\b",
)
_SAID = Caseless(
    r"licen[cs]|licenti|\b(?:under|onder|krachtens|terms|free|released|published|available"
    r"|governed|covered|subject|uses?|gebruikt|van toepassing|geldt|gelden|applies)\b"
    r"|(?:\b(?:is|are|zijn)(?: (?:the|de|an?|een))?|:)\W{0,20}※",
)
#: Where a sentence ends, and a part that has its own subject; and characters of a line that may go on in the next.
_ENDS, _LONG = regex(rf"{SENTENCE.pattern}|;\s|[,;]\s+(?:but|maar)\s"), 60
#: The name with which a sentence begins; and what a work does with another one, before the name of that.
_SUBJECT = regex(
    r"\W*(?!(?:This|It|The|De|Het|Dit|Deze|We|Licen[cs]ed?|Released|All|Copyright)\b)([A-Z][\w.-]{1,40}) (?:is|valt)\b"
)
#: The title of a page, and letters of one that may be a part of a word.
_TITLE, _SHORTEST = regex(r"\s*#[ \t]+([^\n]{1,80})"), 3
_NAME = regex(
    r"\W*(?:The|De|Het) (?P<noun>[a-z][\w -]{2,40}?) (?:is|are|valt|wordt|zijn|has|heeft)\b"
    r"|\W*(?:(?:The|De|Het) )?(?!(?:The|De|Het) )(?P<name>[A-Z][\w.-]{2,40})"
)
#: Whose maps and data more works show than any.
_OF_MAPS = regex(r"\bOpenStreetMap\b")
#: What a work has besides, as the subject of a sentence.
_OF_BESIDES = regex(
    rf"\W*(?:(?:the|all|any|de|het|alle) )?{BESIDES.pattern} (?:is|are|has|have|zijn|valt|vallen)\b", re.IGNORECASE
)
_OF_THIS = regex(
    r"^\W*op (?:dit|deze)\b|(?<!\bin )(?<!\bon )(?<!\bop )(?<!\bvan )(?<!\bof )\b(?:this|these|dit|deze)\b",
    re.IGNORECASE,
)
_USED = regex(
    r"\b(?i:uses?|using|calls|extends|opens|starts|via|(?:talks|connects|links|speaks|sends) to"
    r"|roept|breidt|opent|start|downloads?|installs?|wraps?|runs?|needs|requires|includes?|bundles?|contains?|on|for|with|from|like"
    r"|gebruikt|met|voor|van|op|installeert)\s+(?:(?:the|de|het) )?"
)
_EDGE = regex(r"\b")
#: What a title has before the licence: the name of a work.
_WORK = regex(r"^\W*(?:[A-Z\d][\w.-]*[ \t]+){0,4}")


def gives(text: str, found: Sequence[Named]) -> bool:
    """Whether one of the sentences in which a short text names a licence for code gives it to a work, and none speaks
    of another one; where all are for texts or data, one in which these are the work.

    Of a text that has no more than addresses, tags or expressions, only the latter is asked.
    """
    clauses = tuple(_clauses(text))
    if any(_is_of_another(clause) or _is_met(clause, text) for clause in clauses):
        return False
    if names_for_part((_marked(each), _names_content(each)) for each in clauses) or lists_parts(_marked(text)):
        return False
    code = [each for each in found if not names_content(text, each)]
    if all(each.form in ("url", "tag", "expression") for each in code or found):
        return True
    if not code and any(ABOUT_CODE.search(each) and holds_not_for_all(each) and not find_all(each) for each in clauses):
        return False
    edges = [0, *(edge for each in SENTENCE.finditer(text) for edge in each.span()), len(text)]
    sentences = (
        (start, end)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if any(start <= each.start < end for each in code or found)
    )
    return any((_gives if code else _gives_content)(text[start:end], text[:start]) for start, end in sentences)


def _clauses(text: str) -> Iterator[str]:
    """The sentences of a text, each in one line; also a line may be one."""
    for sentence in _ENDS.split(text):
        clause = above = ""
        for line in sentence.split("\n"):
            goes_on = len(above) > _LONG or line.lstrip()[:1].islower()
            if clause and not goes_on:
                yield clause
            clause = f"{clause} {line.strip()}" if clause and goes_on else line.strip()
            above = line.strip()
        yield clause


def _is_of_another(clause: str) -> bool:
    found = find_all(clause)
    if not any(each.form == "name" for each in found):
        return False
    of_content = _names_content(clause)
    if of_content and _OF_MAPS.search(clause) and not _OF_THIS.search(clause):
        return True
    return whose(_marked(clause), of_content=of_content) == "other"


def _names_content(clause: str) -> bool:
    """Whether the licences that a sentence names are for texts and data."""
    return all(names_content(clause, each) for each in find_all(clause))


def _is_met(clause: str, text: str) -> bool:
    """Whether what a sentence with a licence has for its subject was met in one before, as what the work uses."""
    subject = _SUBJECT.match(clause)
    if not subject or not find_all(clause):
        return False
    ends = (found.end() for found in _USED.finditer(text))
    return any(text.startswith(subject[1], end) and _EDGE.match(text, end + len(subject[1])) for end in ends)


def _gives(sentence: str, above: str) -> bool:
    marked = _marked(sentence)
    own = ABOUT_CODE.search(sentence) or _OTHER_WORDS.search(sentence) or _is_titled(sentence, above)
    own = own or whose(marked) == "own"
    if own and _SAID.search(marked):
        return True
    lines = [each for each in sentence.split("\n") if each.strip()]
    if any(only_names(each) or only_names(_WORK.sub("", each)) for each in lines if find_all(each)):
        return True
    return any(_FORMS.search(each) for each in (" ".join(marked.split()), *map(_marked, lines)))


def _gives_content(sentence: str, above: str) -> bool:
    """Whether a sentence gives a work a licence for texts or data, which may be that of something in it."""
    marked, titled = " ".join(_marked(sentence).split()), _is_titled(sentence, above)
    if _OF_BESIDES.match(marked) and not (titled or _OF_THIS.search(marked)):
        return False
    said = whose(marked, of_content=True)
    own = said == "own" or titled or _OF_THIS.search(marked.partition(MARK)[0])
    if own and _SAID.search(marked):
        return True
    return (said != "named" or not above.strip()) and _gives(sentence, above)


def _is_titled(sentence: str, above: str) -> bool:
    """Whether a page has the subject of a sentence in its title."""
    subject, title = _NAME.match(sentence), _TITLE.match(above)
    if not (subject and title):
        return False
    named, titled = (subject["noun"] or subject["name"]).lower(), title[1].strip().lower()
    return named in titled or (len(titled) > _SHORTEST and titled in named)


def _marked(text: str) -> str:
    """A text with a mark for each licence that it names."""
    marked, end = "", 0
    for each in find_all(text):
        marked, end = f"{marked}{text[end : each.start]}{MARK}", each.end
    return marked + text[end:]
