"""What stands around a known text: harmless, or words that may change what is permitted."""

import re
from collections.abc import Iterable

from oss_scan.licences.fold import fold, is_copyright
from oss_scan.licences.names import find_all
from oss_scan.licences.patterns import full_text

#: Words around a known text, and in one line of it, that are let pass unexplained when none of them restricts.
MOST_WORDS = 80
LONGEST_LINE = 12
#: Lines that are looked up at most; those beyond stay unexplained.
MOST_LINES = 2000

_RESTRICTS = re.compile(
    r"\b(no|nor|not|cannot|non|never|only|solely|exclusively|exclud\w*|must|shall|prohibit\w*|forbid\w*|forbidden|restrict\w*"
    r"|except\w*|unless|without|provided that|conditions?|additional terms|sell\w*|commercial\w*|noncommercial"
    r"|commons clause|revok\w*|terminat\w*|proprietary|confidential|permission|evil|military|fees?|royalt\w*"
    r"|evaluation|academic|research|niet|geen|nooit|uitsluitend|alleen|slechts|enkel|verbod\w*|verbied\w*|tenzij|mits|behalve|uitgezonderd|uitgesloten"
    r"|uitzondering\w*|voorwaarden?|toestemming|beperk\w*|commerci\w*|vertrouwelijk\w*|voorbehouden|moet|dient"
    r"|nicht|kein\w*|nur|verboten|au\u00dfer|interdit\w*|sauf|uniquement|commerciale?s?)\b",
    re.IGNORECASE,
)
#: Notices that a licence itself asks for, and pointers to it.
_HARMLESS = re.compile(
    r"\b(licen[cs]ed under the (EUPL|European Union Public Licen[cs]e)(?: only)?|all rights reserved"
    r"|alle rechten voorbehouden|no copyright is claimed)\b"
    r"|you may not use this (?:file|work|software) except in compliance with the licen[cs]e",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.:;])\s+")
_WORD = re.compile(r"[^\W_]+")
_SHORT = 16  # bytes of a folded line that is too short to be known as part of a licence


def unexplained(pieces: Iterable[str], licences: Iterable[str]) -> str:
    """What stands around known texts and is neither copyright nor a part of those licences' own texts."""
    known = b"\0".join(fold(text, "loose").data for text in map(full_text, sorted(set(licences))) if text)
    lines = [line for piece in pieces for line in piece.splitlines() if _WORD.search(line)]
    left = (_unknown(line, known) for line in lines[:MOST_LINES] if not is_copyright(line))
    return "\n".join((*(line for line in left if line), *lines[MOST_LINES:]))


def restricts(left: str) -> bool:
    """Whether what is left over may take away what the licence permits: it says so, or is too much to tell."""
    left = _HARMLESS.sub(" ", left)
    if _RESTRICTS.search(left) or len(_WORD.findall(left)) > MOST_WORDS:
        return True
    return any(len(_WORD.findall(line)) > LONGEST_LINE and not find_all(line) for line in left.splitlines())


def _unknown(line: str, known: bytes) -> str:
    """The sentences of a line that do not stand in the known texts."""
    if _part_of(line, known):
        return ""
    return " ".join(part for part in _SENTENCE.split(line) if not _part_of(part, known))


def _part_of(words: str, known: bytes) -> bool:
    folded = fold(words, "loose").data
    return len(folded) >= _SHORT and folded in known
