"""Known texts found in a text by alignment, and how they differ there."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, reduce

from oss_scan.licences.index import FEWEST_WORDS, MOST_HELD, Reference, references

#: Words of a text that are looked through at most.
MOST_WORDS = 120_000
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
#: Words with which a known text begins.
_HEAD = 5
#: Words around the place where a known text is expected.
_SLACK = 40
#: Words around one of the texts that most files hold, standing there as it is, that make it no other.
FEW_AROUND = 12

#: Where shingles of a known text stand in a text, and in itself.
_Hits = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Where the two differ: the words left out of the known text (`start` to `end` in it), and those found instead.

    `at` and `to` are places in the file's words.
    """

    start: int
    end: int
    at: int
    to: int


@dataclass(frozen=True, slots=True)
class Region:
    """A known text inside a file: where its words begin and end there, those that are the same, and how it differs."""

    reference: Reference
    start: int
    end: int
    same: int
    hunks: tuple[Hunk, ...]

    @property
    def likeness(self) -> float:
        """The part of the words of both that are the same."""
        return self.same / max(1, len(self.reference.codes) + self.end - self.start - self.same)

    @property
    def is_cut(self) -> bool:
        """Whether the end of the known text lacks."""
        return bool(self.hunks) and self.hunks[-1].end == len(self.reference.codes)


@lru_cache(maxsize=32)  # many files differ in no more than whose the work is
def regions(codes: str) -> tuple[Region, ...]:
    """The known texts in a row of words, apart and in order."""
    codes = codes[:MOST_WORDS]
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
    for text in _most_held():
        at = codes.find(text.codes) if 0 <= len(codes) - len(text.codes) <= FEW_AROUND else -1
        if at >= 0:
            return Region(text, at, at + len(text.codes), len(text.codes), ())
    return None


@cache
def _commonest() -> tuple[int, ...]:
    """The texts that most files hold, by number: of many copies of one, longer ones are likelier."""
    return tuple(owner for owner, text in enumerate(references().texts) if text.licence in MOST_HELD)


@cache
def _most_held() -> tuple[Reference, ...]:
    return tuple(text for text in references().texts if text.licence in MOST_HELD)


def _as_they_are(codes: str) -> Iterator[Region]:
    """The language versions of the EUPL that stand there word by word: a file often holds several."""
    for text in _versions():
        at = codes.find(text.codes) if text.codes[:_HEAD] in codes else -1
        if at >= 0:
            yield Region(text, at, at + len(text.codes), len(text.codes), ())


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

    while len(found) < _MOST_REGIONS:
        likely = sorted(counts, key=lambda each: texts[each].weight(counts[each]), reverse=True)[:_TRIED]
        likeliest = [*likely, *(each for each in _commonest() if each in counts and each not in likely)]
        best = _best(codes, end - start, likeliest, standing, found)
        if best is None:
            break
        found.append(best)
        taken.append(best)
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
    return text.codes[:_HEAD] in codes and text.codes in codes


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


def shares(reference: Reference, codes: str, part: float) -> bool:
    """Whether a row of words has at least this part of a known text's, in order: far sooner told than by aligning."""
    from rapidfuzz.distance import LCSseq

    least = int(part * len(reference.codes))
    return LCSseq.similarity(reference.codes, codes, score_cutoff=least) >= least


def aligned(reference: Reference, codes: str, start: int, end: int) -> Region | None:
    """A known text aligned with a part of a file; None where they share no word."""
    from rapidfuzz.distance import LCSseq

    window = codes[start:end]
    found = window.find(reference.codes)
    if found >= 0:
        length = len(reference.codes)
        return Region(reference, start + found, start + found + length, length, ())
    blocks = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(reference.codes, window)
        if op.tag == "equal"
    ]
    blocks = _drawn_in(_without_strays(blocks), window)
    if not blocks:
        return None
    same = sum(block[1] - block[0] for block in blocks)
    hunks: list[Hunk] = []
    there, place = 0, blocks[0][2]
    for one, other, at, to in blocks:
        if one > there or at > place:
            hunks.append(Hunk(there, one, start + place, start + at))
        there, place = other, to
    if there < len(reference.codes):
        hunks.append(Hunk(there, len(reference.codes), start + place, start + place))
    region = Region(reference, start + blocks[0][2], start + blocks[-1][3], same, tuple(hunks))
    return _from_its_head(region, codes, start + max(blocks, key=lambda each: each[1] - each[0])[2], end)


def _from_its_head(region: Region, codes: str, most: int, end: int) -> Region:
    """A region, or a nearer one from where the first words of the text stand last above the place with most of it.

    Above it may stand a notice that has some of the words as well.
    """
    head = region.reference.codes[:_HEAD]
    at = codes.rfind(head, region.start + 1, most + _HEAD)
    nearer = at >= 0 and end - at > region.likeness * len(region.reference.codes)
    other = aligned(region.reference, codes, at, end) if nearer else None
    return other if other and other.likeness > region.likeness else region


def _without_strays(blocks: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Blocks at either end that only happen to be the same: a few words far from the others."""
    while len(blocks) > 1 and _is_stray(blocks[0], blocks[1]):
        del blocks[0]
    while len(blocks) > 1 and _is_stray(blocks[-1], blocks[-2]):
        del blocks[-1]
    return blocks


def _drawn_in(blocks: list[tuple[int, int, int, int]], window: str) -> list[tuple[int, int, int, int]]:
    """Blocks of which the last is taken from where it first stands, if what follows ends with the same words."""
    while len(blocks) > 1:
        (one, known, at, to), (other, end, there, last) = blocks[-2:]
        size = end - other
        if known != other or window[to : to + size] != window[there:last]:
            break
        blocks[-2:] = [(one, end, at, to + size)]
    return blocks


def _is_stray(block: tuple[int, int, int, int], beside: tuple[int, int, int, int]) -> bool:
    size = block[1] - block[0]
    gap = max(beside[2] - block[3], block[2] - beside[3])
    return size < 6 and gap > 2 * size
