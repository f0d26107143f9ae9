"""Which known texts a file holds, and where: looked for by their shingles, the likeliest first."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, reduce

from oss_scan.licences.align import HEAD, Region, aligned, as_it_is
from oss_scan.licences.index import FEWEST_WORDS, MOST_HELD, Reference, references

#: Words of a text that are looked through at most.
_MOST_WORDS = 120_000
#: Known texts that are tried at most for one place, those with most shingles first; and places at most in one file.
_TRIED, _MOST_REGIONS = 8, 250
#: How like a known text a place is of which no other is sought where a file holds many.
_SURE = 0.9
#: A region holds at least this part of the known text, and this many of its words.
_PART, _FEWEST = 0.5, 15
#: The part of a known text for which its shingles stand at least, for it to be tried.
_LIKELY = 0.25
#: Shingles of one text that show its place.
_SAMPLE = 100
#: How much more it counts that a place is like a known text than that it is long: three copies of one licence are no
#: altered copy of a licence in three parts.
_POWER = 6
#: Words around the place where a known text is expected.
_SLACK = 40
#: Words around one of the texts that most files hold, standing there as it is, that make it no other.
FEW_AROUND = 12

#: Where shingles of a known text stand in a text, and in itself.
_Hits = Sequence[tuple[int, int]]


@lru_cache(maxsize=32)  # many files differ in no more than whose the work is
def regions(codes: str) -> tuple[Region, ...]:
    """The known texts in a row of words, apart and in order."""
    codes = codes[:_MOST_WORDS]
    alone = _alone(codes)
    if alone:
        return (alone,)
    found = list(_as_they_are(codes))
    _fill(codes, found)
    if len(found) > _TRIED:  # of so many texts not all that are likely were kept in view
        found = [region for region in found if region.likeness >= _SURE]
        _fill(codes, found)
    return tuple(sorted(found, key=lambda region: region.start))


def _fill(codes: str, found: list[Region]) -> None:
    """Add the known texts between those that were found."""
    edges = [0, *(edge for region in sorted(found, key=lambda one: one.start) for edge in (region.start, region.end))]
    for start, end in zip(edges[::2], [*edges[1::2], len(codes)], strict=True):
        if end - start >= FEWEST_WORDS:
            _find(codes, start, end, found)


def _alone(codes: str) -> Region | None:
    """The text that most of a row of words is, word by word: far sooner told than by looking for all of them."""
    for owner in _commonest():
        text = references().texts[owner]
        at = codes.find(text.codes) if 0 <= len(codes) - len(text.codes) <= FEW_AROUND else -1
        if at >= 0:
            return as_it_is(text, at)
    return None


@cache
def _commonest() -> tuple[int, ...]:
    """The texts that most files hold, by number: of many copies of one, longer ones are likelier."""
    return tuple(owner for owner, text in enumerate(references().texts) if text.licence in MOST_HELD)


def _as_they_are(codes: str) -> Iterator[Region]:
    """The language versions of the EUPL that stand there word by word: a file often holds several."""
    for text in _versions():
        at = codes.find(text.codes) if text.codes[:HEAD] in codes else -1
        if at >= 0:
            yield as_it_is(text, at)


@cache
def _versions() -> tuple[Reference, ...]:
    return tuple(text for text in references().texts if text.licence.startswith("EUPL-"))


def _find(codes: str, start: int, end: int, found: list[Region]) -> None:
    """Add the known texts in a part of a row of words, the likeliest first."""
    texts, least = references().texts, _least()
    hits = references().hits(codes[start:end], least, start)
    counts = hits.counts
    told: dict[int, _Hits] = {}
    taken: list[Region] = []

    def standing(owner: int) -> _Hits:
        if owner not in told:
            told[owner] = reduce(_outside, taken, hits.of(owner))
        return told[owner]

    room = end - start
    while len(found) < _MOST_REGIONS and room >= _FEWEST:
        likely = sorted(counts, key=lambda each: texts[each].weight(counts[each]), reverse=True)[:_TRIED]
        likeliest = [*likely, *(each for each in _commonest() if each in counts and each not in likely)]
        best = _best(codes, room, likeliest, standing, found)
        if best is None:
            break
        found.append(best)
        taken.append(best)
        room -= best.end - best.start
        for owner in told:
            told[owner] = _outside(told[owner], best)
        left = hits.take(best.start, best.end, counts)
        counts = {owner: count for owner, count in left.items() if count >= least[owner]}


@cache
def _least() -> tuple[int, ...]:
    """The number of its shingles that a known text has at least where it may stand."""
    return tuple(math.ceil(max(_FEWEST, _LIKELY * len(text.codes)) / text.rate) for text in references().texts)


def _outside(hits: _Hits, region: Region) -> _Hits:
    return [*hits[: bisect_left(hits, (region.start,))], *hits[bisect_left(hits, (region.end,)) :]]


def _rank(region: Region) -> float:
    return region.likeness**_POWER * region.same


def _best(
    codes: str, room: int, likeliest: Sequence[int], standing: Callable[[int], _Hits], found: list[Region]
) -> Region | None:
    """The likeliest known text, aligned with where it seems to stand, as its shingles say that are in so much room."""
    from rapidfuzz.distance import LCSseq

    texts, best, least = references().texts, None, 0.0
    for owner in sorted(likeliest, key=lambda each: not _stands(texts[each], codes)):  # as it is, first
        text = texts[owner]
        length = len(text.codes)
        needed = max(_FEWEST, _PART * length, _same_for(least, length))
        hits = standing(owner) if min(room, length) >= needed else ()
        if len(hits) < _least()[owner]:
            continue
        start, end = _window(hits, length, len(codes), found)
        likely = best is None and len(hits) * text.rate >= needed  # and so aligned at once
        if not likely and LCSseq.similarity(text.codes, codes[start:end], score_cutoff=int(needed)) < needed:
            continue
        region = aligned(text, codes, start, end)
        if region and region.same >= max(_FEWEST, _PART * length) and _rank(region) > least:
            best, least = region, _rank(region)
    return best


def _stands(text: Reference, codes: str) -> bool:
    """Whether a known text stands there word by word: a long one is sought for longer than what it begins with."""
    return text.codes[:HEAD] in codes and text.codes in codes


def _same_for(rank: float, length: int) -> float:
    """The words that are the same at least where a known text of this length ranks so high, and a hair less."""
    return max(rank, math.pow(rank * length**_POWER, 1 / (_POWER + 1)) - 0.001)


def _window(hits: _Hits, length: int, count: int, found: list[Region]) -> tuple[int, int]:
    """Where a known text of this length seems to stand: about the middle one of its shingles, clear of other texts."""
    hits = hits[:: max(1, len(hits) // _SAMPLE)]
    begins = sorted([place - there for place, there in hits])
    middle, around = begins[(len(begins) - 1) // 2], length // 2 + _SLACK
    near = [place for place, there in hits if -around <= place - there - middle <= around]
    first = begins[bisect_left(begins, middle - around)]
    last = begins[bisect_right(begins, middle + around) - 1]
    start, end, core = max(0, first - _SLACK), min(count, last + length + _SLACK), near[len(near) // 2]
    for region in found:
        if region.end <= core:
            start = max(start, region.end)
        elif region.start > core:
            end = min(end, region.start)
    return start, end
