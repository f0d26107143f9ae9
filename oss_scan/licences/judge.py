"""What all differences between a known text and a copy of it mean: nothing, a slip of the pen, or another licence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from oss_scan.licences.align import Hunk, Region
from oss_scan.licences.appendix import says_more
from oss_scan.licences.codes_only import known_words, lacking
from oss_scan.licences.limits import LIMITS
from oss_scan.licences.slips import do_limit, is_version
from oss_scan.licences.spdx import full_text
from oss_scan.licences.variants import preamble_of, without_notices, written
from oss_scan.licences.vocabulary import EITHER_WAY, SAME_SAID
from oss_scan.licences.weighing import LONGEST_HOLDER, TITLE, are_joined_alike, is_name_for_name, weigh
from oss_scan.licences.words import Words, code, split_known
from oss_scan.regex import regex

#: Of the words of a known text, the part that may be written wrongly; and where its words are not known, so that no
#: slip can be told from another word.
_SLIPS, _SLIPS_UNSEEN = 0.02, 0.006
_FEW = 2  # words that may be others in a preamble
_ADVICE = regex(
    re.sub(
        "[a-z]+",
        lambda word: re.escape(code(word[0].encode())),
        "(?:end of terms and conditions )?(?:appendix )?how to (?:apply|use) (?:these|this|the)",
    ).replace(" ", "")
)
#: The last word before those with which one thanks the makers, how near it stands, and what follows in such a licence.
_THANKED, _THANKS = frozenset((b"acknowledgement", b"acknowledgment")), 4
_BELOW = ((b"4", b"neither"), (b"neither", b"the"))
#: What follows the names that may not be used so, words for one, and how many words one more has.
_ENDORSE = (b"may", b"be", b"used", b"to", b"endorse")
_MARKS = tuple((word,) for word in (b"name", b"names", b"logo", b"logos", b"trademark", b"trademarks"))
_LONGEST_NAMED = 10
#: Texts that name the work in their own words, and where one says which work is meant: `this software ("Python")`.
_NAMES_WORK = {"PSF-2.0": b"python"}
_WORKS = frozenset(_NAMES_WORK.values())
_MEANT, _OF_HOLDER, _LONGEST_WORK = (b"this", b"software"), (b"software", b"foundation"), 3
#: Texts so long that a word of none of them is a name rather than one that people use of licences.
_LONG_TEXTS = ("GPL-3.0-only", "Apache-2.0", "EUPL-1.2")
_NO_NAMES = {f"{which}{what}".encode() for which in ("every", "any", "some") for what in ("thing", "one", "body")}
#: Differences that matter, beyond which no slip is looked for in a text of which the words are not known.
_MOST_TRIED = 8


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference that matters: the words left out and the words added."""

    removed: str
    added: str
    hunk: Hunk


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a copy differs: words written wrongly or cut off, and what may give the text another meaning.

    It is the `same` where nothing differs but layout, headings and marks; not where other names stand in it.
    """

    slips: int
    differences: tuple[Difference, ...]
    lost: int = 0
    seen: bool = True
    same: bool = False

    @property
    def renamed(self) -> bool:
        """Whether something stands in the place of the name of a work that is none."""
        return any(each.added and not _WORKS.isdisjoint(each.removed.encode().split()) for each in self.differences)

    @property
    def words(self) -> int:
        """Words written wrongly or cut off."""
        return self.slips + self.lost

    @property
    def other_version(self) -> bool:
        """Whether its title has the figure of another version."""
        return any(
            is_version((each.removed or each.added).encode().split(), each.added.encode().split())
            for each in self.differences
            if each.hunk.start <= TITLE
        )

    def near(self, length: int) -> bool:
        """Whether it is still the known text, which has so many words."""
        return not self.differences and self.slips <= 1 + length * (_SLIPS if self.seen else _SLIPS_UNSEEN)


@lru_cache(maxsize=64)
def reference_words(licence: str, codes: str) -> tuple[bytes, ...] | None:
    """The words of a known text, where its text is shipped."""
    text = full_text(licence)
    known = map(split_known, written(licence, text) if text else ())
    return next((each.words for each in known if each.codes == codes), None)


def judge(words: Words, region: Region) -> Judgement:
    """Weigh every difference."""
    if not region.hunks:
        return Judgement(0, (), same=True)
    licence, codes = region.reference.licence, region.reference.codes
    known = reference_words(licence, codes)
    told = {} if known else known_words(licence, words, region)
    within = without_notices(known) if known else (0, len(codes))
    preamble = preamble_of(known) if known else range(0)
    appendix = _appendix_of(codes)
    hunks = _without_name(licence, known, region.hunks, words) if known else region.hunks
    slips = lost = 0
    named = len(region.hunks) - len(hunks)
    serious: list[Difference] = []
    for hunk in _joined_names(hunks, known, words) if known else hunks:
        left = known[hunk.start : hunk.end] if known else None
        found = words.words[hunk.at : hunk.to]
        outside = hunk.start >= appendix or (known is not None and _is_outside(known, hunk, *within))
        if outside and _says_little(left, found) and not (hunk.start >= appendix and says_more(licence, words, hunk)):
            lost += hunk.end - hunk.start
            continue
        if known and (either := _either_way(known, hunk, found, preamble)):
            slips += either
            continue
        if known and _names_more(known, hunk, found):
            named += 1
            continue
        weight = weigh(region, hunk, left, found, told if len(serious) < _MOST_TRIED else {})
        named += bool(left and found and weight == 0 and not are_joined_alike(left, found))
        if weight is None:
            removed = b" ".join(left).decode() if left else lacking(region.reference, hunk, told)
            serious.append(Difference(removed, b" ".join(found).decode("utf-8", "replace"), hunk))
        elif hunk.end == len(codes):
            lost += weight
        else:
            slips += weight
    same = not (serious or slips or lost or named)
    return Judgement(slips, tuple(serious), lost, known is not None, same)


def _says_little(left: tuple[bytes, ...] | None, found: tuple[bytes, ...]) -> bool:
    """Whether words outside of the licence itself are few, and none of them limits or tells another version."""
    return len(found) <= LONGEST_HOLDER and not do_limit(found) and not is_version(left, found)


def _either_way(known: tuple[bytes, ...], hunk: Hunk, found: tuple[bytes, ...], preamble: range) -> int:
    """The words left out, where those found may stand for them: in a preamble, or as people write both; else 0."""
    left = known[hunk.start : hunk.end]
    if not left:
        return 0
    said = b" ".join(left), b" ".join(found)
    if said in SAME_SAID or said[::-1] in SAME_SAID:
        return len(left)
    if _thanks(known, hunk) and len(found) <= LONGEST_HOLDER and not _bind(found):
        return 1
    few = len(left) <= _FEW and 1 <= len(found) <= _FEW
    if few and hunk.start in preamble and hunk.end in preamble and not do_limit(tuple({*found} - {*left})):
        return len(left)
    return int(len(left) == 1 and (known[hunk.start - 1], *left, *found) in EITHER_WAY)


def _names_more(known: tuple[bytes, ...], hunk: Hunk, found: tuple[bytes, ...]) -> bool:
    """Whether words put one more name beside those that may not be used to endorse anything."""
    if hunk.end > hunk.start or known[hunk.start : hunk.start + len(_ENDORSE)] != _ENDORSE:
        return False
    return len(found) <= _LONGEST_NAMED and found[:1] == (b"nor",) and _of_name(found[1:])


def _of_name(words: tuple[bytes, ...]) -> bool:
    """Whether words are those for a name or a mark, and what it is the name of."""
    what = words[1:] if words[:1] in ((b"the",), (b"any",), (b"its",)) else words
    return what[:1] in _MARKS and not _bind(words)


def _thanks(known: tuple[bytes, ...], hunk: Hunk) -> bool:
    """Whether words are those with which a text has others thank its makers, to their end."""
    before = known[max(0, hunk.start - _THANKS) : hunk.start]
    return not _THANKED.isdisjoint(before) and known[hunk.end : hunk.end + 2] in _BELOW


def _bind(found: tuple[bytes, ...]) -> bool:
    """Whether one of these words may bind whoever reads them."""
    return do_limit(found) or LIMITS.search(b" ".join(found).decode("utf-8", "replace"))


def _is_outside(known: tuple[bytes, ...], hunk: Hunk, begins: int, ends: int) -> bool:
    """Whether words lie outside of the licence itself, also where the same stand next to them inside it."""
    start, end = hunk.start, hunk.end
    over, under = max(0, end - begins), max(0, ends - start)
    above = start < begins and known[begins:end] == known[max(0, start - over) : start]
    return above or (end > ends and known[start:ends] == known[end : end + under]) or start >= ends


def _without_name(licence: str, known: tuple[bytes, ...], hunks: tuple[Hunk, ...], words: Words) -> tuple[Hunk, ...]:
    """The differences without those that put one other name for that of the work, wherever the text has it."""
    work = _NAMES_WORK.get(licence)
    places = [at for at, word in enumerate(known) if word == work and known[at + 1 : at + 3] != _OF_HOLDER]
    if not places:
        return hunks
    put = {each.start: words.words[each.at : each.to] for each in hunks if each.end - each.start == 1}
    first, *others = places
    name = put.get(others[0], ())
    odd = len(name) > _LONGEST_WORK or do_limit(name) or not (_usual_words() | set(known)).isdisjoint(name)
    if not name or odd or any(put.get(at) != name for at in others):
        return hunks
    begins = first - len(_MEANT) * (known[first - len(_MEANT) : first] == _MEANT)
    return tuple(each for each in hunks if not (each.start in others or _says_only(each, begins, first, name, words)))


@cache
def _usual_words() -> frozenset[bytes]:
    """The words of long texts, of which no name is made."""
    return frozenset(_NO_NAMES).union(*(split_known(full_text(each) or "").words for each in _LONG_TEXTS))


def _says_only(hunk: Hunk, begins: int, last: int, name: tuple[bytes, ...], words: Words) -> bool:
    """Whether a difference in these words of a text is that a name stands there, or a word less."""
    return begins <= hunk.start and hunk.end <= last + 1 and words.words[hunk.at : hunk.to] in ((), name)


def _joined_names(hunks: tuple[Hunk, ...], known: tuple[bytes, ...], words: Words) -> Iterator[Hunk]:
    """The differences, those as one between which one word is the same and that together put a name for a name."""
    before: Hunk | None = None
    for hunk in hunks:
        if before and hunk.start - before.end <= 1 and hunk.at - before.to <= 1:
            both = Hunk(before.start, hunk.end, before.at, hunk.to)
            left, found = known[both.start : both.end], words.words[both.at : both.to]
            if is_name_for_name(left, found):
                before = both
                continue
        if before:
            yield before
        before = hunk
    if before:
        yield before


@lru_cache(maxsize=64)
def _appendix_of(codes: str) -> int:
    """Where the advice begins that stands below a licence, on how to apply it."""
    found = _ADVICE.search(codes)
    return found.start() if found else len(codes)


def shown(differences: Iterable[Difference]) -> Iterator[tuple[str, str]]:
    """Each difference to be read: the words left out, the words added."""
    for each in differences:
        yield _short(each.removed), _short(each.added)


def _short(words: str) -> str:
    return words if len(words) <= 200 else f"{words[:200]}…"
