"""Paragraphs that somebody put between those of a known text, and that neither limit nor give anything."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from oss_scan.licences.align import Hunk
from oss_scan.licences.judge import Difference, Judgement
from oss_scan.licences.names import find_all
from oss_scan.licences.restricting import restrictions
from oss_scan.licences.statements import statements
from oss_scan.licences.words import Words
from oss_scan.regex import regex

#: Words of such a paragraph, words at its end that the text has right before it too, and paragraphs in one text.
_LONGEST, _TURNS, _MOST = 80, 8, 6
#: Characters of a sentence after its last word that are looked at.
_GAP = 40
#: Where a paragraph ends with a sentence or a word of its own, and where one begins.
_EDGE = regex(r"\n\s*\n")
_ENDS, _BEGINS = regex(r"[.!]\W*\Z"), regex(r"[^\w\n]{0,40}(?:\d|[A-Z])")


def without_inserted(
    text: str, words: Words, spans: Callable[[], Sequence[tuple[int, int]]], judged: Judgement
) -> Judgement:
    """What is left of the differences when paragraphs are left aside that say nothing of what is permitted."""
    added = [each for each in judged.differences if each.added and not each.removed]
    if not added or len(added) > _MOST:
        return judged
    short = [each for each in added if each.hunk.to - each.hunk.at <= _LONGEST]
    aside = {each for each in short if _is_aside(text, words, spans(), each)}
    return replace(judged, differences=tuple(each for each in judged.differences if each not in aside))


def _is_aside(text: str, words: Words, spans: Sequence[tuple[int, int]], found: Difference) -> bool:
    place = _alone(text, words.words, spans, found.hunk)
    if place is None:
        return False
    said = text[place[0] : place[1]]
    return not (find_all(said) or restrictions(said) or any(statements(said)))


def _cut(text: str, start: int, end: int) -> str:
    return text[start : min(end, start + _GAP)]


def _alone(text: str, words: Sequence[bytes], spans: Sequence[tuple[int, int]], hunk: Hunk) -> tuple[int, int] | None:
    """Where the words stand as paragraphs of their own, below the end of a sentence and above the begin of another.

    An alignment does not know which of two words that are the same was added: the words may lie one or more further.
    """
    at, to = hunk.at, hunk.to
    for _ in range(_TURNS):
        if at == 0 or words[at - 1] != words[to - 1]:
            break
        at, to = at - 1, to - 1
    for _ in range(2 * _TURNS):
        if at > 0 and to < len(words):
            start, end = spans[at - 1][1], spans[to][0]
            first = _EDGE.search(text, start, spans[at][0])
            last = next(iter([*_EDGE.finditer(text, spans[to - 1][1], end)][::-1]), None)
            if (
                first
                and last
                and _ENDS.search(_cut(text, start - 1, first.start()))
                and _BEGINS.match(text, last.end())
            ):
                return first.end(), last.start()
        if to >= len(words) or words[at] != words[to]:
            return None
        at, to = at + 1, to + 1
    return None
