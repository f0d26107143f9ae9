"""Differences from a text that is known by the codes of its words only, such as the EUPL in another language.

Of its words those are known that stand elsewhere in the copy, or in the same text in English. Two words in 63,000 share
a code.
"""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from oss_scan.licences.align import Hunk, Region
from oss_scan.licences.index import Reference
from oss_scan.licences.spdx import full_text
from oss_scan.licences.vocabulary import FILLERS, GIVES, forbids
from oss_scan.licences.words import Words, code, split_known
from oss_scan.regex import regex

_GAP = "…"
#: Letters of a word beyond which one letter makes no other word of it.
_LONG = 7
#: Letters of a word's stem at least, those of its ending, and the words in which an ending is common.
_STEM, _ENDING, _COMMON = 6, (3, 4), 3
#: The part of its words that a text in English shares with the one that is shipped.
_MOST = 0.9
_FILLERS = FILLERS | frozenset(b"de het een van en in te dat die dit deze op".split())
_FILLER_CODES = frozenset(map(code, _FILLERS))
#: As the texts of GNU have been written over the years.
_ALSO = frozenset({(b"lesser", b"library"), (b"year", b"19yy")})
_FIGURE = regex(rb"\d")
Known = Mapping[str, bytes]


def known_words(licence: str, copy: Words, region: Region) -> Known:
    """Code → word, of those that are the same in a copy and its text, and of the text in English."""
    edges = (region.start, *(edge for hunk in region.hunks for edge in (hunk.at, hunk.to)), region.end)
    known = dict(_of_text(licence))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        known.update(zip(copy.codes[start:end], copy.words[start:end], strict=True))
    return known


@lru_cache(maxsize=8)
def _of_text(licence: str) -> Known:
    text = split_known(full_text(licence) or "")
    return dict(zip(text.codes, text.words, strict=True))


def lacking(reference: Reference, hunk: Hunk, known: Known) -> str:
    """The words that a copy lacks, with "…" for those that are not known."""
    start, end = hunk.start, hunk.end
    while hunk.at == hunk.to and start and reference.codes[start - 1] == reference.codes[end - 1]:
        start, end = start - 1, end - 1  # which of two like words is lacking cannot be told: the first
    told = [known[each].decode("utf-8", "replace") if each in known else _GAP for each in reference.codes[start:end]]
    return " ".join(word for at, word in enumerate(told) if word != _GAP or told[at - 1 : at] != [_GAP])


def fillers(codes: str, found: tuple[bytes, ...]) -> bool:
    """Whether words that are lacking, or that are there besides, change no meaning."""
    return _FILLERS.issuperset(found) and _FILLER_CODES.issuperset(codes)


def is_slip(codes: str, found: tuple[bytes, ...], reference: Reference, known: Known) -> bool:
    """Whether words are others of the text written wrongly: broken or joined, or a letter more, less, other or moved.

    A word of the text is no other word of it, but with another ending; in English any may stand for one that gives and
    limits nothing.
    """
    joined = b"".join(found)
    if len(codes) == 1 and (known.get(codes), joined) in _ALSO:
        return True
    if _FIGURE.search(joined):  # another version, or another sum
        return False
    if len(codes) == 1 and code(joined) == codes:
        return True
    if len(found) == 1 and any(code(joined[:at]) + code(joined[at:]) == codes for at in range(1, len(joined))):
        return True
    shipped = _of_text(reference.licence)
    english = sum(each in shipped for each in reference.codes) > _MOST * len(reference.codes)
    letters = "".join(sorted({each for word in known.values() for each in word.decode("utf-8", "replace")}))
    return len(codes) == len(found) and all(
        (
            each not in known and not _matters(word) and each in _inflected(word.decode("utf-8", "replace"), known)
            if is_of_text(word, reference, known)
            else _is_near(each, known.get(each), word, letters)
        )
        or (each in shipped and english and not _matters(shipped[each]) and not _matters(word))
        for each, word in zip(codes, found, strict=True)
        if code(word) != each
    )


def is_of_text(word: bytes, reference: Reference, known: Known) -> bool:
    """Whether a word stands in the text, and is no other that has the code of one."""
    return code(word) in reference.codes and known.get(code(word), word) == word


def _inflected(word: str, known: Known) -> frozenset[str]:
    """The codes of a long word with other endings, of those that more words of the text have."""
    told = {each.decode("utf-8", "replace") for each in known.values()}
    endings = Counter(each[-size:] for each in told for size in _ENDING)
    common = [ending for ending, times in endings.items() if times >= _COMMON]
    stems = [word[:-size] for size in _ENDING if len(word) - size >= _STEM]
    others = (f"{stem}{ending}" for stem in stems for ending in common)
    return frozenset(code(each.encode("utf-8", "surrogatepass")) for each in others if not forbids(each))


def _matters(word: bytes) -> bool:
    said = word.decode("utf-8", "replace")
    return forbids(said) or bool(GIVES.fullmatch(said))


@lru_cache(maxsize=1024)
def _is_near(known: str, meant: bytes | None, found: bytes, letters: str) -> bool:
    """Whether a word is one letter away from the one `meant`, or that has the code; a short one may not limit."""
    word = found.decode("utf-8", "replace")
    limiting = forbids(word)
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    others = (0, 1) if len(word) >= _STEM else (0,)  # with another letter a short word is soon another word
    tried = {
        *(before + after[1:] for before, after in cuts),
        *(before + after[1:2] + after[:1] + after[2:] for before, after in cuts),
        *(before + letter + after[gone:] for before, after in cuts for letter in letters for gone in others),
    }
    if meant is not None:
        told = meant.decode("utf-8", "replace")
        tried &= {told, told.replace("licence", "license")}
    near = (each for each in tried if code(each.encode("utf-8", "surrogatepass")) == known)
    return any(len(each) > _LONG if forbids(each) else not limiting for each in near)
