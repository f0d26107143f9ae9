"""The known texts as digests: SPDX's, and the official language versions of the EUPL 1.2.

Of each text stand here: its length, its digest, and a checksum of its first bytes by which it is found inside a
longer file. Each is folded in every mode of `fold`.
"""

import gzip
import json
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from oss_scan.licences.fold import MODES, Folded, fold
from oss_scan.licences.spdx import DATA, family

#: Bytes of a folded text from which its checksum is taken.
HEAD = 32
#: Bytes that are digested at most in one file: more only where beginnings are repeated without end.
_BUDGET = 50_000_000
#: Bytes that a folded text has at least: a shorter one says too little to be known by.
SHORTEST = 100


@dataclass(frozen=True, slots=True)
class Region:
    """A known text inside a file: its id and where it stands in the original text.

    Not `whole` where it is only the notice that applies the licence; `exact` where each of its words was compared;
    `altered` where the licence's own text was changed.
    """

    licence: str
    start: int
    end: int
    whole: bool = True
    exact: bool = True
    altered: bool = False


def digest(data: bytes) -> str:
    """What a folded text is known by."""
    return blake2b(data, digest_size=12).hexdigest()


def head(data: bytes) -> int:
    """The checksum by which the beginning of a text is found."""
    return zlib.crc32(data[:HEAD])


@cache
def _known() -> tuple[Mapping[str, str], Mapping[int, tuple[tuple[int, str], ...]]]:
    """Digest → id; checksum of a beginning → (length, digest), the longest first."""
    rows = json.loads(gzip.decompress((DATA / "index.json.gz").read_bytes()))
    heads: dict[int, list[tuple[int, str]]] = {}
    for _, length, beginning, whole in rows:
        heads.setdefault(beginning, []).append((length, whole))
    return (
        {whole: licence for licence, _, _, whole in rows},
        {beginning: tuple(sorted(found, reverse=True)) for beginning, found in heads.items()},
    )


def whole(folded: Folded) -> str | None:
    """The id of the text that this is, from its first word to its last."""
    if len(folded.data) < SHORTEST:
        return None
    return _known()[0].get(digest(folded.data))


def contained(folded: Folded) -> tuple[tuple[Region, ...], frozenset[str]]:
    """The known texts inside a text, in order and apart; and the ids of those that begin here and go on otherwise."""
    licences, heads = _known()
    data, regions, past, budget = folded.data, [], 0, _BUDGET
    broken: set[str] = set()
    for start in folded.starts:
        if start < past:
            continue
        found = heads.get(zlib.crc32(data[start : start + HEAD]))
        if found is None:
            continue
        if budget < 0:
            break
        for length, expected in found:
            budget -= length
            part = data[start : start + length]
            if len(part) == length and digest(part) == expected and _ends_word(folded, start + length):
                regions.append(Region(licences[expected], *folded.span(start, start + length)))
                past = start + length
                break
        else:
            broken.update(licences[expected] for length, expected in found if len(data) - start >= length / 2)
    return tuple(regions), frozenset(broken)


def _ends_word(folded: Folded, end: int) -> bool:
    at = bisect_left(folded.starts, end)
    return end == len(folded.data) or (at < len(folded.starts) and folded.starts[at] == end)


def rows(texts: Mapping[str, Iterable[str]]) -> list[tuple[str, int, int, str]]:
    """The index of texts under their ids: (id, length, checksum of the beginning, digest), sorted.

    A text that stands under ids which differ in more than what they say of later versions is left out.
    """
    seen: dict[bytes, set[str]] = {}
    for licence, versions in texts.items():
        for text in versions:
            for mode in MODES:
                folded = fold(text, mode).data
                if len(folded) >= SHORTEST:
                    seen.setdefault(folded, set()).add(licence)
    found = []
    for data, names in seen.items():
        shared = _one(names)
        if shared is not None:
            found.append((shared, len(data), head(data), digest(data)))
    return sorted(found)


def _one(names: set[str]) -> str | None:
    """The id of a text: the plain one where `-only`, `-or-later` and the like share it, as the text does not say."""
    if len(names) == 1:
        return next(iter(names))
    families = {family(name).removesuffix("-no-invariants").removesuffix("-invariants") for name in names}
    shortest = min(families, key=len)  # OFL-1.1 serves OFL-1.1-RFN as well, MPL-2.0 its form without the exception
    return shortest if all(each == shortest or each.startswith(f"{shortest}-") for each in families) else None
