"""The known texts: SPDX's licences and exceptions, and the official language versions of the EUPL.

Each stands here as digests of its folded text, by which a file that holds nothing else is known at once; and as a row
of codes, one a word (see `words`), with which a file is aligned. The codes lead back to no text.
"""

import gzip
import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import accumulate
from typing import Any
from zlib import crc32

from oss_scan.licences.fold import fold, is_title_of, title_of, without_copyright, without_markup
from oss_scan.licences.spdx import DATA, family

#: Bytes that a folded text has at least: a shorter one says too little to be known by its digest.
SHORTEST = 100
#: Bytes of it by which it is seen whether a known text begins so, and characters that are folded for them.
_HEAD, _TOPS = 32, (120, 400)
#: Words that a text has at least to be aligned with.
FEWEST_WORDS = 20
#: Words in a shingle, by which the texts that a file may hold are found.
SHINGLE = 5
#: Of a text with at least so many words, one shingle in so many is kept.
_RATES = ((400, 8), (80, 4), (0, 1))
#: Texts that share a shingle at most: one that more share tells nothing.
_COMMONEST = 400
#: Known texts that are kept in view in one file, and hits of each.
_MOST_TEXTS, _MOST_HITS = 40, 4_000
#: The texts that most files hold: kept in view also where many copies of one make longer texts likelier.
MOST_HELD = ("MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0")


@dataclass(frozen=True, slots=True)
class Reference:
    """A known text: its id (an exception's begins with `WITH `), and its words."""

    licence: str
    codes: str
    rate: int  # words for which one shingle stands

    def weight(self, hits: int) -> float:
        """How much of the text so many of its shingles stand for, and how likely that makes it."""
        expected = min(hits, _MOST_HITS) * self.rate
        return expected * min(1.0, expected / len(self.codes))


@dataclass(frozen=True, slots=True)
class References:
    """All known texts, and where in them each shingle stands.

    `numbers` leads from a shingle to its number, from 1. Its postings, each of which is a text, stand in `owners` from
    the place that `starts` has for the number before it to that for its own.
    """

    texts: tuple[Reference, ...]
    numbers: Mapping[int, int]
    starts: "array[int]"
    owners: "array[int]"

    def hits(self, codes: str, least: Sequence[int], offset: int = 0) -> "Hits":
        """How many shingles of known texts stand in a text: of the likeliest, with so many at `least`, best first.

        `offset` is added to the places in the text.
        """
        standing = list(map(self.numbers.get, _shingles(codes.encode("utf-16-le"))))
        found = [(place, number) for place, number in enumerate(standing, offset) if number]
        counted = self.owned(Counter(filter(None, standing)))
        counts = {one: count for one, count in counted.items() if count >= least[one]}
        likeliest = sorted(counts, key=lambda one: self.texts[one].weight(counts[one]), reverse=True)
        held = (one for one in likeliest[_MOST_TEXTS:] if self.texts[one].licence in MOST_HELD)
        kept = (*likeliest[:_MOST_TEXTS], *held)
        return Hits({one: counts[one] for one in kept}, found, standing, offset)

    def owned(self, shingles: Mapping[int, int]) -> Counter[int]:
        """Of how many postings each known text is the owner, where shingles stand so many times in a text."""
        starts, owned = self.starts, array("H")
        for number in shingles:
            owned += self.owners[starts[number - 1] : starts[number]]
        counted = Counter(owned)
        for number, times in shingles.items():
            if times > 1:
                for one in self.owners[starts[number - 1] : starts[number]]:
                    counted[one] += times - 1
        return counted


@dataclass(frozen=True, slots=True)
class Hits:
    """Shingles of known texts in a text: how many of each text, best first, and the place and number of each.

    `standing` has the number of the shingle at each place that is not taken, from `offset` on.
    """

    counts: Mapping[int, int]
    found: Sequence[tuple[int, int]]
    standing: list[int | None]
    offset: int

    def of(self, owner: int) -> list[tuple[int, int]]:
        """Where the shingles of one known text stand in the text, and in itself, in order."""
        own = _standing(owner)
        return [(place, there) for place, each in self.found if each in own for there in own[each]][:_MOST_HITS]

    def take(self, start: int, end: int, counts: Mapping[int, int]) -> Mapping[int, int]:
        """How many of the shingles counted of each known text are left without those of a part of the text."""
        part = slice(max(0, start - self.offset), max(0, end - self.offset))
        inside = self.standing[part]
        self.standing[part] = [None] * len(inside)
        if 2 * len(inside) > len(self.standing):  # of the rest they are counted sooner
            left = references().owned(Counter(filter(None, self.standing)))
            return {one: left[one] for one in counts}
        less = _owned(tuple(filter(None, inside)))
        return {one: count - less[one] for one, count in counts.items()}


@lru_cache(maxsize=32)  # a file may hold the same text many times
def _owned(shingles: tuple[int, ...]) -> Counter[int]:
    """Of how many postings each known text is the owner, where these shingles stand in a text."""
    return references().owned(Counter(shingles))


@lru_cache(maxsize=128)  # with fewer, what is told once is soon told again
def _standing(owner: int) -> Mapping[int, Sequence[int]]:
    """The number of each shingle of a known text → where it stands in the text."""
    known = references()
    text = known.texts[owner]
    places: dict[int, tuple[int, ...]] = {}
    for place, shingle in enumerate(_shingles(text.codes.encode("utf-16-le"))):
        number = known.numbers.get(shingle) if shingle % text.rate == 0 else None
        if number:
            places[number] = (*places.get(number, ()), place)
    return places


def digest(data: bytes) -> str:
    """What a folded text is known by."""
    return blake2b(data, digest_size=12).hexdigest()


def foldings(text: str, bare: str) -> Iterator[bytes]:
    """The folded text, in the ways in which it may be known; `bare` is without the lines that say whose it is."""
    return (_below(title, _folded(each)) for title, each in _ways(text, bare))


def _ways(text: str, bare: str) -> Iterator[tuple[str, str]]:
    """The titles that are left out at the top, and the text."""
    yield "", bare
    title = title_of(bare)
    if title:
        yield title, bare
    if bare is not text:
        yield "", text


def _below(title: str, folded: bytes) -> bytes:
    return folded[len(fold(title)) :]


@lru_cache(maxsize=1)  # a text with a title is looked up with and without it
def _folded(text: str) -> bytes:
    return fold(text)


def whole(text: str, bare: str) -> str | None:
    """The id of the text that this is, from its first word to its last; `text` without markup, `bare` as above."""
    known = _digests()
    likely = (_below(title, _folded(each)) for title, each in _ways(text, bare) if _begins(title, each))
    found = (known.get(digest(folded)) if len(folded) >= SHORTEST else None for folded in likely)
    licence = next(filter(None, found), None)
    return licence if licence and is_title_of(title_of(bare), licence) else None


def _begins(title: str, text: str) -> bool:
    """Whether a text begins as a known one does, or may: of most others no more is to be folded."""
    heads = (fold(text[len(title) : len(title) + top]) for top in _TOPS)
    head = next((each for each in heads if len(each) >= 2 * _HEAD), None)
    return head is None or digest(head[:_HEAD]) in _digests()


@cache
def _digests() -> Mapping[str, str]:
    read: dict[str, str] = json.loads(gzip.decompress((DATA / "digests.json.gz").read_bytes()))
    return read


@cache
def references() -> References:
    """The known texts."""
    data = gzip.decompress((DATA / "words.bin.gz").read_bytes())
    size = int.from_bytes(data[:4], "little")
    listed: dict[str, Any] = json.loads(data[4 : 4 + size])
    at = 4 + size
    texts = []
    for licence, length in listed["texts"]:
        texts.append(_reference(licence, data[at : at + 2 * length].decode("utf-16-le")))
        at += 2 * length
    count: int = listed["shingles"]
    shingles, owned, owners = array("I"), array("H"), array("H")
    for column, length in ((shingles, count), (owned, count), (owners, listed["owners"])):
        column.frombytes(data[at : at + length * column.itemsize])
        at += length * column.itemsize
    numbers = dict(zip(shingles, range(1, count + 1), strict=True))
    return References(tuple(texts), numbers, array("I", accumulate(owned, initial=0)), owners)


def _reference(licence: str, codes: str) -> Reference:
    return Reference(licence, codes, next(rate for least, rate in _RATES if len(codes) >= least))


def _shingles(data: bytes) -> list[int]:
    size = 2 * SHINGLE
    return [crc32(data[at : at + size]) for at in range(0, len(data) - size + 1, 2)]


def digests(texts: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Digest → id, of texts under their ids; that of what one begins with → "".

    A text that stands under ids which differ in more than what they say of later versions is left out.
    """
    seen: dict[str, set[str]] = {}
    heads: set[str] = set()
    for licence, versions in texts.items():
        for text in versions:
            cleared = without_markup(text)
            for folded in foldings(cleared, without_copyright(cleared)):
                if len(folded) >= SHORTEST:
                    seen.setdefault(digest(folded), set()).add(licence)
                    heads.add(digest(folded[:_HEAD]))
    found = ((each, shared_id(names)) for each, names in sorted(seen.items()))
    return {each: licence for each, licence in found if licence} | dict.fromkeys(sorted(heads), "")


def packed(rows: Mapping[str, Iterable[str]]) -> bytes:
    """The file that `references` reads: codes of texts under their ids."""
    owners: dict[str, set[str]] = defaultdict(set)
    for licence, versions in rows.items():
        for codes in versions:
            if len(codes) >= FEWEST_WORDS:
                owners[codes].add(licence)
    named = ((shared_id(names), codes) for codes, names in owners.items())
    texts = [_reference(licence, codes) for licence, codes in sorted((one, other) for one, other in named if one)]
    postings = []
    for number, text in enumerate(texts):
        kept = (each for each in _shingles(text.codes.encode("utf-16-le")) if each % text.rate == 0)
        postings += [(shingle, number) for shingle in kept]
    often = Counter(shingle for shingle, _ in set(postings))
    postings = sorted(each for each in postings if often[each[0]] <= _COMMONEST)
    shingles = Counter(shingle for shingle, _ in postings)
    columns = (array("I", shingles), array("H", shingles.values()), array("H", (owner for _, owner in postings)))
    named_texts = [(text.licence, len(text.codes)) for text in texts]
    listed = json.dumps({"texts": named_texts, "shingles": len(shingles), "owners": len(postings)}).encode()
    joined = "".join(text.codes for text in texts).encode("utf-16-le")
    return b"".join((len(listed).to_bytes(4, "little"), listed, joined, *(column.tobytes() for column in columns)))


def shared_id(names: set[str]) -> str | None:
    """The id of a text: the plain one where `-only`, `-or-later` and the like share it, as the text does not say."""
    if len(names) == 1:
        return next(iter(names))
    families = {family(name).removesuffix("-no-invariants").removesuffix("-invariants") for name in names}
    shortest = min(families, key=len)  # OFL-1.1 serves OFL-1.1-RFN as well, MPL-2.0 its form without the exception
    return shortest if all(each == shortest or each.startswith(f"{shortest}-") for each in families) else None
