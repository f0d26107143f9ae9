"""A known text below a title of its own, where something stands between the two: the text begins below that."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from oss_scan.licences.align import Hunk, Region
from oss_scan.licences.fold import is_title
from oss_scan.licences.spdx import full_text
from oss_scan.licences.words import Words, split

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

#: Words in which the titles of one licence differ.
_MARKS = " \t#>*:;/-=.()[]\"'`"
_THE = frozenset((b"the", b"license", b"licence", b"version"))


@lru_cache(maxsize=64)
def _title(licence: str) -> tuple[bytes, ...]:
    """The words of the title that a text begins with; none where it has no such line."""
    first = (full_text(licence) or "").lstrip().partition("\n")[0]
    return split(first).words if is_title(first) else ()


def below_title(words: Words, region: Region) -> Region:
    """A place without its title, where lines between that and the text say something else, or are a second title."""
    if not region.hunks:
        return region
    title = _title(region.reference.licence)
    above = [hunk for hunk in region.hunks if hunk.end <= len(title) and hunk.at < hunk.to]
    if not above or not all(_is_apart(words, hunk, _THE.union(title)) for hunk in above):
        return region
    last = above[-1]
    kept = sum(hunk.end - hunk.start for hunk in region.hunks if hunk.end <= last.end)
    rest = (hunk for hunk in region.hunks if hunk.start >= last.end and hunk is not last)
    hunks = (*((Hunk(0, last.end, last.to, last.to),) if last.end else ()), *rest)
    return replace(region, start=last.to, same=region.same - last.end + kept, hunks=hunks)


def _is_apart(words: Words, hunk: Hunk, title: "AbstractSet[bytes]") -> bool:
    """Whether words are those of a title, or have lines of their own below it."""
    own = [at for at in range(hunk.at, hunk.to) if words.words[at] not in title]
    if not own:
        return True
    places = words.places((own[0], own[-1]))
    start, end = places[own[0]][0], places[own[-1]][1]
    text, last = words.text, words.text.find("\n", end) % (len(words.text) + 1)
    return not (text[text.rfind("\n", 0, start) + 1 : start] + text[end:last]).strip(_MARKS)
