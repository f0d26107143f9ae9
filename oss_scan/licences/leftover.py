"""What stands around known texts: the lines that are no copyright, nor part of those texts themselves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from oss_scan.licences.copyrights import is_copyright
from oss_scan.licences.formalities import folded, titles
from oss_scan.licences.index import references
from oss_scan.licences.limits import LIMITS
from oss_scan.licences.restricting import says_so
from oss_scan.licences.spdx import family, full_text
from oss_scan.licences.vocabulary import HISTORY
from oss_scan.licences.words import codes_of
from oss_scan.regex import regex

#: Lines that are looked up at most; those beyond stay unexplained.
_MOST_LINES = 2000

#: Above the licences of Python, and the terms that follow it.
_HISTORY = regex(
    r"^A\. HISTORY OF THE SOFTWARE$.{1,8000}?^B\. TERMS AND CONDITIONS FOR ACCESSING OR OTHERWISE USING PYTHON$"
    r"|^Starting with Python 3\.8\.6, examples, recipes, and other code in.{1,400}?listed with code falling under that"
    r" license\.$",
    re.DOTALL | re.MULTILINE,
)
#: Before whose it was.
_BASED = regex(r"^\W*based on (?:the )?original (?:work|code|software)\s+(?=copyright)", re.IGNORECASE)
_LETTERS = regex(r"[^\W\d_]+")
#: One holder in a list.
_NAMES = regex(
    r"\W*(?:[A-Z][\w.\'-]*|of|and|the|van|de|der|von)(?:[\s,]+(?:[A-Z][\w.\'-]*|of|and|the|van|de|der|von)){0,6}\W*"
)
#: What is left of a line on whose it is that was wrapped.
_RIGHTS = regex(r"\W*(?:(?:all )?rights )?reserved\W*", re.IGNORECASE)
#: The target of a link inside a page: not to be read.
_ANCHOR = regex(r"\]\(#[^)\s]{0,300}\)")
_SENTENCE = regex(r"(?<=[.:;])\s+")
_WORD = regex(r"[^\W_]+")
#: Words of a line that is too short to be known as part of a licence, and of the one before it by which it still is.
_SHORT, _BEFORE = 3, 6
#: Words at most of a last line that may be known by chance, but for its last word.
_CUT = 5
#: Words of a last line of which nothing is known, as the text was cut off there; one of these is no half of a word.
_CUT_FROM, _JOINS = 2, {"or", "of", "and", "en"}


def unexplained(pieces: Sequence[str], licences: Iterable[str]) -> str:
    """What stands around known texts, no copyright nor part of those licences' texts; the last piece is below them."""
    licences = frozenset(map(family, licences))
    known = _known(licences)
    told = (_HISTORY.sub(_blank_if_known, _ANCHOR.sub("]", piece)) for piece in pieces)
    lines = _without_gaps(line for piece in told for line in piece.splitlines())
    if lines and _WORD.search(pieces[-1]) and (_breaks_off(lines[-1], known) or _is_cut(lines[-1], licences)):
        del lines[-1]
    own = titles(licences) if lines else frozenset()
    terms = ["" if folded(line) in own else line for line in _of_terms(lines[:_MOST_LINES])]
    left = [*_unknown_of(terms, known, own), *lines[_MOST_LINES:]]
    return "\n".join(left).strip("\n")


def _without_gaps(lines: Iterable[str]) -> list[str]:
    """The lines that have a word, and an empty one for those between paragraphs."""
    kept: list[str] = []
    for line in lines:
        if _WORD.search(line):
            kept.append(line)
        elif kept and kept[-1]:
            kept.append("")
    return kept[:-1] if kept and not kept[-1] else kept


def _of_terms(lines: Iterable[str]) -> Iterator[str]:
    """The lines that say more than whose the work is, also where the names stand in a list below the first."""
    names = False
    for line in lines:
        if not line:
            yield line
        elif is_copyright(_BASED.sub("", line)):
            names = True
        elif not names or not (_RIGHTS.fullmatch(line) or (_NAMES.fullmatch(line) and not _may_limit(line))):
            names = False
            yield line


def _blank_if_known(found: re.Match[str]) -> str:
    words = {word.encode() for word in _LETTERS.findall(found.group().lower())}
    return " " if words <= HISTORY else found.group()


@lru_cache(maxsize=64)
def _known(families: frozenset[str]) -> str:
    return "\n".join(text.codes for text in references().texts if family(text.licence) in families)


def _may_limit(line: str) -> bool:
    return says_so(line) or bool(LIMITS.search(line))


def _breaks_off(line: str, known: str) -> bool:
    """Whether a line is known but for its last word, in the midst of which it ends."""
    codes = codes_of(line)
    if len(codes) <= _CUT or not line.rstrip()[-1:].isalnum():
        return False
    return codes[:-1] in known and not _may_limit(line.split()[-1])


def _is_cut(line: str, families: frozenset[str]) -> bool:
    """Whether a line is no more than a word or two at which a text was cut off: the last may be the half of one."""
    said = folded(line)
    words = 0 if said in _JOINS else len(said.split())
    if not 0 < words <= _CUT_FROM or not line.rstrip()[-1:].isalnum():
        return False
    texts = [text for text in map(_folded_text, families) if f" {said}" in text]
    if _may_limit(line):  # no restriction where it is a word of the text and the half of another
        return bool(texts) and not any(f" {said} " in text for text in texts)
    return bool(texts) or (words == 1 and line.islower())  # of a translation the words are not known


@lru_cache(maxsize=64)
def _folded_text(licence: str) -> str:
    return f" {folded(full_text(licence) or '')}"


def _unknown_of(lines: Iterable[str], known: str, own: frozenset[str]) -> Iterator[str]:
    """What of each line does not stand in the known texts, and the empty lines."""
    above = ""  # the last line that was not empty
    for line in lines:
        if not line:
            yield ""
            continue
        if not _ends(above, line, known) and (unknown := _unknown(line, known, own)):
            yield unknown
        above = line


def _ends(before: str, line: str, known: str) -> bool:
    """Whether a line is the last word or two of a sentence that stands in the known texts, or of an address there."""
    cut = before.endswith("-")
    if not before or (len(_WORD.findall(line)) >= _SHORT and not cut):
        return False
    return _part_of(" ".join(before.split()[-_BEFORE:]) + ("" if cut else " ") + line.lstrip(" \t/#*;>"), known)


def _unknown(line: str, known: str, own: frozenset[str]) -> str:
    """The sentences of a line that do not stand in the known texts."""
    if _part_of(line, known):
        return ""
    sentences = _SENTENCE.split(line)
    untold = (each for each in pairwise(("", *sentences)) if not _part_of(each[1], known))
    left = (part for before, part in untold if before.endswith(":") or folded(part) not in own)  # a label says of what
    return " ".join(left) if len(sentences) > 1 else line


def _part_of(line: str, known: str) -> bool:
    codes = codes_of(line)
    return len(codes) >= _SHORT and codes in known
