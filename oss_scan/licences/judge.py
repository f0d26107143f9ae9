"""What the differences between a known text and a copy of it mean: nothing, a slip of the pen, or another licence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from oss_scan.licences.align import Hunk, Region
from oss_scan.licences.appendix import says_more
from oss_scan.licences.fold import SPELLINGS
from oss_scan.licences.forms import preamble_of, without_notices, written
from oss_scan.licences.index import Reference
from oss_scan.licences.own import holders_words
from oss_scan.licences.slips import LONGEST_ADDRESS, continues_version, is_address, is_version, may_be_meant, slip
from oss_scan.licences.spdx import full_text
from oss_scan.licences.unseen import Known, fillers, is_of_text, is_slip, known_words, lacking
from oss_scan.licences.vocabulary import (
    ABOUT,
    CONTRACTED,
    DATED,
    EITHER_WAY,
    HOLDER,
    IN_NAMES,
    MAY_ADD,
    MAY_LACK,
    NAMED,
    PARTY,
    ROLES,
    WHOM,
    WORK,
    limits,
    permits,
)
from oss_scan.licences.words import Words, code, split_known

#: Of the words of a known text, the part that may be written wrongly, and may be missing at its end.
_SLIPS, _CUT = 0.02, 0.08
#: The same where its words are not known, so that no slip can be told from another word.
_SLIPS_UNSEEN = 0.006
_LONGEST_CUT = 160
#: Words of a title, of all that may stand above a licence, and of a line that says whose the work is.
_TITLE, _HEAD, _HOLDER = 16, 40, 25
_FEW = 2  # words that may be others in a preamble
_FIGURE, _DATE, _YEAR = (re.compile(each) for each in (rb"\d", rb"\d{1,4}", rb"(19|20)\d\d"))
_HOW_TO = "".join(map(code, (b"how", b"to")))
_ADVICE = re.compile(rb"(?:end of terms and conditions )?(?:appendix )?how to (?:apply|use) th")
#: A mark of a list, or what UTF-8 that was read as another encoding leaves of a quotation mark.
_MARK = re.compile(rb"\d{1,2}|[ivx]{1,4}|[a-z]|\xc3[\xa2\xa3]")
#: Whose contributors may not be named to endorse anything, where the text says its.
_WHOSE = ((b"any",), (b"other",), (b"project",))
#: Words of a name; and what a broken line on the holder leaves.
_LONGEST_NAME, _HOLDERS = 14, 6
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
    def words(self) -> int:
        """Words written wrongly or cut off."""
        return self.slips + self.lost

    @property
    def other_version(self) -> bool:
        """Whether its title has the figure of another version."""
        return any(
            is_version((each.removed or each.added).encode().split(), each.added.encode().split())
            for each in self.differences
            if each.hunk.start <= _TITLE
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
    known = reference_words(region.reference.licence, region.reference.codes)
    begins, ends = without_notices(known) if known else (0, len(region.reference.codes))
    slips = lost = named = 0
    serious: list[Difference] = []
    told = {} if known else known_words(region.reference.licence, words, region)
    codes = region.reference.codes
    appendix = _appendix_of(known or tuple(told.get(each, b"?") for each in codes)) if _HOW_TO in codes else len(codes)
    preamble = preamble_of(known) if known else range(0)
    for hunk in _joined_names(region.hunks, known, words) if known else region.hunks:
        left = known[hunk.start : hunk.end] if known else None
        found = words.words[hunk.at : hunk.to]
        beside = hunk.start >= appendix or (known and _is_beside(known, hunk, begins, ends))
        beside = beside and len(found) <= _HOLDER and not _limits(found) and not is_version(left, found)
        if beside and not (hunk.start >= appendix and says_more(region.reference.licence, words, hunk)):
            lost += hunk.end - hunk.start
            continue
        other = left and 1 <= len(found) <= _FEW >= len(left) and not _limits(tuple({*found} - {*left}))
        if left and other and hunk.start in preamble and hunk.end in preamble:
            slips += len(left)
            continue
        if known and left and len(left) == 1 and (known[hunk.start - 1], *left, *found) in EITHER_WAY:
            slips += 1
            continue
        weight = _weight(region, hunk, left, found, told if len(serious) < _MOST_TRIED else {})
        named += bool(left and found and weight == 0 and _joined(left) != _joined(found))
        if weight is None:
            removed = b" ".join(left).decode() if left else lacking(region.reference, hunk, told)
            serious.append(Difference(removed, b" ".join(found).decode("utf-8", "replace"), hunk))
        elif hunk.end == len(codes):
            lost += weight
        else:
            slips += weight
    same = not (serious or slips or lost or named)
    return Judgement(slips, tuple(serious), lost, known is not None, same)


def _is_beside(known: tuple[bytes, ...], hunk: Hunk, begins: int, ends: int) -> bool:
    """Whether words lie outside of the licence itself, also where the same stand next to them inside it."""
    start, end = hunk.start, hunk.end
    over, under = max(0, end - begins), max(0, ends - start)
    above = start < begins and known[begins:end] == known[max(0, start - over) : start]
    return above or (end > ends and known[start:ends] == known[end : end + under]) or start >= ends


def _joined_names(hunks: tuple[Hunk, ...], known: tuple[bytes, ...], words: Words) -> Iterator[Hunk]:
    """The differences, those as one between which one word is the same and that together put a name for a name."""
    before: Hunk | None = None
    for hunk in hunks:
        if before and hunk.start - before.end <= 1 and hunk.at - before.to <= 1:
            both = Hunk(before.start, hunk.end, before.at, hunk.to)
            left, found = known[both.start : both.end], words.words[both.at : both.to]
            if _is_name(left, found) or (
                left and found and _differ_in_number(left[-1], found[-1]) and _is_name(left[:-1], found[:-1])
            ):
                before = both
                continue
        if before:
            yield before
        before = hunk
    if before:
        yield before


def _differ_in_number(one: bytes, other: bytes) -> bool:
    return one != other and one.rstrip(b"s") == other.rstrip(b"s")


def _weight(
    region: Region, hunk: Hunk, left: tuple[bytes, ...] | None, found: tuple[bytes, ...], told: Known
) -> int | None:
    """0: no difference; else the words written wrongly; None where the meaning may be another."""
    missing, length = hunk.end - hunk.start, len(region.reference.codes)
    if (left and not found and b" ".join(left) in MAY_LACK) or (not missing and b" ".join(found) in MAY_ADD):
        return 1
    before = region.reference.codes[max(0, hunk.start - 2) : hunk.start]
    if not missing and 0 < hunk.start <= _TITLE and continues_version(before, found):
        return None
    if _are_marks(found) and (_are_marks(left) if left is not None else not missing):
        return None if left and found else 0
    if hunk.start == 0 and not found:
        return 0 if missing <= _HEAD and not (left and (_limits(left) or _permit(left))) else None
    if hunk.end == length and not found:
        if left and _is_appendix(left):
            return 0
        return missing if missing <= min(_LONGEST_CUT, length * _CUT) else None
    if left is None:
        return _without_words(region.reference, hunk, found, told)
    if not left and f" {b' '.join(found).decode('utf-8', 'replace')} " in holders_words(region.reference.licence):
        return 0
    if _joined(left) == _joined(found) or (is_address(left) and is_address(found)):
        return 0
    if _is_holder(left) and _is_holder(found):
        return 0
    if left and found and all(map(_DATE.fullmatch, left + found)) and len(left) + len(found) <= 6:
        return 1 if any(map(_YEAR.fullmatch, left)) and any(map(_YEAR.fullmatch, found)) else None
    if any(map(_FIGURE.search, left + found)):  # another version, or another sum; but 1.3 may be written for 1.3c
        return 1 if len(left) == len(found) == 1 and found[0][:-1] == left[0] and left[0].isdigit() else None
    if _is_name(left, found) or (
        left and found and _differ_in_number(left[-1], found[-1]) and _is_name(left[:-1], found[:-1])
    ):
        return 0
    if (left == (b"software",) and len(found) == 1 and found[0] in WORK) or (left == (b"its",) and found in _WHOSE):
        return 1
    if not left and len(found) <= _HOLDERS and set(found) <= HOLDER:  # what a wrapped copyright line leaves
        return 1
    return slip(left, found)


def _without_words(reference: Reference, hunk: Hunk, found: tuple[bytes, ...], told: Known) -> int | None:
    """The same for a text of which no more words are known than those `told`."""
    codes = reference.codes[hunk.start : hunk.end]
    if not codes and len(found) <= _HOLDERS and any(map(_YEAR.fullmatch, found)) and not _limits(found):
        return 1  # whose the text of the licence is, on the line of its title
    longest = LONGEST_ADDRESS if len(found) > 2 else 3 * any(map(_FIGURE.search, found))
    if found and len(codes) <= longest and is_address(found):
        return 0
    if len(codes) > 2 or len(found) > 2:
        return None
    if not found and _are_marks(tuple(told.get(each, b"?") for each in codes)):
        return 0  # the numbers of a list
    if not codes or not found:
        return len(codes) + len(found) if fillers(codes, found) else None
    if told and is_slip(codes, found, reference, told):
        return len(found)
    left = tuple(told[each] for each in codes if each in told)
    if len(left) < len(codes) or any(is_of_text(each, reference, told) for each in found):
        return None
    if len(left) == len(found) and not all(map(may_be_meant, left, found)):
        return None
    return slip(left, found)


def _is_name(left: tuple[bytes, ...], found: tuple[bytes, ...]) -> bool:
    """Whether a name stands in the place for a name."""
    if not left or not found or len(found) > _LONGEST_NAME or len(left) > _LONGEST_NAME:
        return False
    if not set(left) <= PARTY or not set(left) & NAMED or set(left) & WHOM or set(found) <= ROLES:
        return False
    return not _limits(tuple(word for word in found if word not in IN_NAMES))


def _is_holder(words: tuple[bytes, ...]) -> bool:
    """Whether words say no more than whose the work is, or are few."""
    if len(words) <= 3 and not _limits(words):
        return (
            not words or bool({b"copyright", b"rights", b"reserved"} & set(words)) or all(map(_YEAR.fullmatch, words))
        )
    known = set(words)
    years = sum(map(bool, map(_YEAR.fullmatch, words)))
    if 2 * years >= len(words) and b"reserved" in known and not _limits(words):
        return True
    named = b"copyright" in words[:6] and (known & DATED or any(map(_YEAR.fullmatch, words)))
    return bool(named) and len(words) <= _HOLDER and not _limits(words) and not known & ABOUT


@lru_cache(maxsize=8)
def _appendix_of(known: tuple[bytes, ...]) -> int:
    """Where the advice begins that stands below a licence, on how to apply it."""
    found = _ADVICE.search(joined := b" ".join(known))
    return len(known) if found is None else joined.count(b" ", 0, found.start())


def _is_appendix(left: tuple[bytes, ...]) -> bool:
    head = b" ".join(left[:14])
    return b"how to apply" in head or head.startswith((b"end of terms", b"exhibit", b"appendix how"))


def _are_marks(found: tuple[bytes, ...] | None) -> bool:
    return found is not None and len(found) <= 2 and all(_MARK.fullmatch(word) for word in found)


def _joined(found: tuple[bytes, ...]) -> bytes:
    return b"".join(SPELLINGS.get(word, word) for word in CONTRACTED.get(found, found)).replace(b"licence", b"license")


def _limits(found: tuple[bytes, ...]) -> bool:
    return limits(b" ".join(found).decode("utf-8", "replace"))


def _permit(words: tuple[bytes, ...]) -> bool:
    return any(permits(word.decode("utf-8", "replace")) for word in words)


def shown(differences: Iterable[Difference]) -> Iterator[tuple[str, str]]:
    """Each difference to be read: the words left out, the words added."""
    for each in differences:
        yield _short(each.removed), _short(each.added)


def _short(words: str) -> str:
    return words if len(words) <= 200 else f"{words[:200]}…"
