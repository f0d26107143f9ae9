"""A known text aligned with a part of a file: which words are the same there, and how the two differ."""

from dataclasses import dataclass

from oss_scan.licences.index import Reference

#: Words with which a known text begins.
HEAD = 5


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


def as_it_is(reference: Reference, at: int) -> Region:
    """A known text that stands word by word in a file, from this word on."""
    length = len(reference.codes)
    return Region(reference, at, at + length, length, ())


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
        return as_it_is(reference, start + found)
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
    head = region.reference.codes[:HEAD]
    at = codes.rfind(head, region.start + 1, most + HEAD)
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
