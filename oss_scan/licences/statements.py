"""Sentences beside the text of a licence that may say anything: nobody foresees each way to take a permission away."""

import re
from collections.abc import Iterator

from oss_scan.licences.leftover import without_harmless
from oss_scan.licences.names import find_all

#: Words that a sentence has at least.
_FEW = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")
_MAIL = re.compile(r"(?<![^\s<(])[^\s@]{1,64}@\S{1,200}")
_ENDS = re.compile(r"(?<=[.!?;:])\s+|\n(?=[ \t]{0,40}(?:[-*#•]|\d{1,3}[.)]))")
#: A name, a dash, and what it is.
_TITLE = re.compile(r"\W{0,8}\w[\w.+/-]{0,80}(?: [\w.+/-]{1,80}){0,2} (?:-{1,3}|–|—) ")
#: A verb, or a word for somebody: in most sentences, and not in names, titles and descriptions.
_SAYS = re.compile(
    r"\b(is|are|was|be|been|has|have|can|will|do|does|gets?|you|we|us|our|your|it|they|who|stays?|becomes?"
    r"|belongs?|remains?|needs?|owes?|keeps?|holds?|gives?|appl(?:y|ies)|falls?|please|contact|ask|users?|used?"
    r"|uses|zijn|wordt|worden|heeft|hebben|kan|kunnen|zal|mag|u|uw|je|jij|jouw|wij|ons|onze|wie|men|blij(?:ft|ven)"
    r"|vraagt|vragen|betaalt|levert|krijgt|hoort|gebruik|gebruiken|gebruikers?|ist|sind|wird|werden|darf|est|sont"
    r"|doit|peut|es|son|may|reverts?|returns?|val(?:t|len)|kom(?:t|en)|krijgen|loopt|lopen|gaat|gaan|staat|staan"
    r"|bleibt|bleiben|gehör\w*|gilt|gelten|appartien\w*|reste\w*|queda\w*)\b",
    re.IGNORECASE,
)
#: What a sentence about where the work comes from, what it holds, or under which licence it is has.
_TELLS = re.compile(
    r"\b(licen[cs](?:e|es|ed|ing)\b(?! key| fee| is| are)|licenties?\b(?! loopt| is| gaat| kost)|copyright\w*|©"
    r"|rights reserved|trademarks?|derived|derivative work|taken from|copied|adapted|created"
    r"|develop\w*|written|wrote|maintained|gelicen[cs]eerd|vrijgegeven|hieronder|onderstaande|van toepassing|valt onder"
    r"|vallen onder|modified (?:by|from|to)|based on|fork of|ported|port of|extracted|distributed (?:with|under|by|as)"
    r"|released|contributions?|contributors?|contributed|includ\w*|contain\w*|portions?|parts of|see|files?"
    r"|director(?:y|ies)|available (?:at|from|in|under|with)|approved by|originally"
    r"|original (?:code|work|version|author)|thanks|authors|acknowledg\w*|notices?|comes? from|obtain a copy"
    r"|implementation|warrant\w*|garanties?|questions?|vragen|sample code is defined|free software|under the terms"
    r"|gebaseerd|ontwikkeld|gemaakt|geschreven|bevat|onderdelen|zie|bestand\w*|vertaling|translations?"
    r"|verkrijgbaar|beschikbaar|gepubliceerd|uitgebracht|gedistribueerd)\b",
    re.IGNORECASE,
)


def statements(left: str) -> tuple[str, ...]:
    """The sentences beside a text that are neither about its licence nor about where the work comes from."""
    return tuple(sentence for sentence in _sentences(left) if _states(sentence))


def _sentences(left: str) -> Iterator[str]:
    for sentence in _ENDS.split(without_harmless(_MAIL.sub(" ", left))):
        yield " ".join(sentence.split())


def _states(sentence: str) -> bool:
    words = _WORD.findall(sentence)
    if len(words) < _FEW or sum(word[0].islower() for word in words) * 2 < len(words):
        return False
    if sentence.endswith(":") or not _SAYS.search(sentence) or _TITLE.match(sentence) or _TELLS.search(sentence):
        return False
    return not find_all(sentence)
