"""What one difference between a known text and a copy of it weighs: nothing, so many words, or another meaning.

Words are given as they are compared (`words.Words`): in lower case, as bytes.
"""

from oss_scan.licences.align import Hunk, Region
from oss_scan.licences.codes_only import Known, fillers, is_of_text, is_slip
from oss_scan.licences.fold import SPELLINGS
from oss_scan.licences.formalities import holders_words
from oss_scan.licences.index import Reference
from oss_scan.licences.slips import LONGEST_ADDRESS, continues_version, do_limit, is_address, may_be_meant, slip
from oss_scan.licences.vocabulary import (
    ABOUT,
    CONTRACTED,
    DATED,
    HOLDER,
    IN_NAMES,
    MAY_ADD,
    MAY_LACK,
    NAMED,
    PARTY,
    ROLES,
    WHOM,
    WORK,
    permits,
)
from oss_scan.regex import regex

#: Of the words of a known text, the part that may be missing at its end, and how many.
_CUT, _LONGEST_CUT = 0.08, 160
#: Words of a title, of all that may stand above a licence, and of a line that says whose the work is.
TITLE, _HEAD, LONGEST_HOLDER = 16, 40, 25
_FIGURE = regex(rb"\d")
#: A word of a name that has a figure in it, as `h5io` and `log4j`, and is no version.
_WITH_FIGURE = regex(rb"[a-z]{1,20}\d[a-z]{2,20}|[a-z]{3,20}\d[a-z]{0,20}")
_DATE = regex(rb"\d{1,4}")
_YEAR = regex(rb"(19|20)\d\d")
#: A mark of a list, or what UTF-8 that was read as another encoding leaves of a quotation mark.
_MARK = regex(rb"\d{1,2}|[ivx]{1,4}|[a-z]|\xc3[\xa2\xa3]")
#: Whose contributors may not be named to endorse anything, where the text says its.
_WHOSE = ((b"any",), (b"other",), (b"project",))
#: Words of a name; and what a broken line on the holder leaves.
_LONGEST_NAME, _HOLDERS = 14, 6


def weigh(
    region: Region, hunk: Hunk, left: tuple[bytes, ...] | None, found: tuple[bytes, ...], told: Known
) -> int | None:
    """0: no difference; else the words written wrongly; None where the meaning may be another.

    `left` are the words of the known text that lack, None where these are not known; `told` are those then told from
    the rest of the copy.
    """
    missing, length = hunk.end - hunk.start, len(region.reference.codes)
    if (left and not found and b" ".join(left) in MAY_LACK) or (not missing and b" ".join(found) in MAY_ADD):
        return 1
    before = region.reference.codes[max(0, hunk.start - 2) : hunk.start]
    if not missing and 0 < hunk.start <= TITLE and continues_version(before, found):
        return None
    if _are_marks(found) and (_are_marks(left) if left is not None else not missing):
        return None if left and found else 0
    if hunk.start == 0 and not found:
        return 0 if missing <= _HEAD and not (left and (do_limit(left) or _permit(left))) else None
    if hunk.end == length and not found:
        if left and _is_appendix(left):
            return 0
        return missing if missing <= min(_LONGEST_CUT, length * _CUT) else None
    if left is None:
        return _without_words(region.reference, hunk, found, told)
    return _of_words(region.reference.licence, left, found)


def _of_words(licence: str, left: tuple[bytes, ...], found: tuple[bytes, ...]) -> int | None:
    """The same by the words left out and found alone, wherever they stand."""
    if not left and f" {b' '.join(found).decode('utf-8', 'replace')} " in holders_words(licence):
        return 0
    if are_joined_alike(left, found) or (is_address(left) and is_address(found)):
        return 0
    if _is_holder(left) and _is_holder(found):
        return 0
    if left and found and all(map(_DATE.fullmatch, left + found)) and len(left) + len(found) <= 6:
        return 1 if any(map(_YEAR.fullmatch, left)) and any(map(_YEAR.fullmatch, found)) else None
    figures = any(map(_FIGURE.search, left + found))
    if figures and is_name_for_name(left, found) and all(map(_may_be_named, found)):
        return 0
    if figures:  # another version, or another sum; but 1.3 may be written for 1.3c
        return 1 if len(left) == len(found) == 1 and found[0][:-1] == left[0] and left[0].isdigit() else None
    if is_name_for_name(left, found):
        return 0
    if (left == (b"software",) and len(found) == 1 and found[0] in WORK) or (left == (b"its",) and found in _WHOSE):
        return 1
    if not left and len(found) <= _HOLDERS and set(found) <= HOLDER:  # what a wrapped copyright line leaves
        return 1
    return slip(left, found)


def _without_words(reference: Reference, hunk: Hunk, found: tuple[bytes, ...], told: Known) -> int | None:
    """The same for a text of which no more words are known than those `told`."""
    codes = reference.codes[hunk.start : hunk.end]
    if not codes and len(found) <= _HOLDERS and any(map(_YEAR.fullmatch, found)) and not do_limit(found):
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


def is_name_for_name(left: tuple[bytes, ...], found: tuple[bytes, ...]) -> bool:
    """Whether a name stands in the place for a name, also where the word behind it is plural for singular."""
    if _is_name(left, found):
        return True
    return bool(left and found) and _differ_in_number(left[-1], found[-1]) and _is_name(left[:-1], found[:-1])


def _may_be_named(word: bytes) -> bool:
    return not _FIGURE.search(word) or bool(_WITH_FIGURE.fullmatch(word))


def _differ_in_number(one: bytes, other: bytes) -> bool:
    return one != other and one.rstrip(b"s") == other.rstrip(b"s")


def _is_name(left: tuple[bytes, ...], found: tuple[bytes, ...]) -> bool:
    """Whether a name stands in the place for a name."""
    if not left or not found or len(found) > _LONGEST_NAME or len(left) > _LONGEST_NAME:
        return False
    if not set(left) <= PARTY or not set(left) & NAMED or set(left) & WHOM or set(found) <= ROLES:
        return False
    return not do_limit(tuple(word for word in found if word not in IN_NAMES))


def _is_holder(words: tuple[bytes, ...]) -> bool:
    """Whether words say no more than whose the work is, or are few."""
    if len(words) <= 3 and not do_limit(words):
        return (
            not words or bool({b"copyright", b"rights", b"reserved"} & set(words)) or all(map(_YEAR.fullmatch, words))
        )
    known = set(words)
    years = sum(map(bool, map(_YEAR.fullmatch, words)))
    if 2 * years >= len(words) and b"reserved" in known and not do_limit(words):
        return True
    named = b"copyright" in words[:6] and (known & DATED or any(map(_YEAR.fullmatch, words)))
    return bool(named) and len(words) <= LONGEST_HOLDER and not do_limit(words) and not known & ABOUT


def _is_appendix(left: tuple[bytes, ...]) -> bool:
    head = b" ".join(left[:14])
    return b"how to apply" in head or head.startswith((b"end of terms", b"exhibit", b"appendix how"))


def _are_marks(found: tuple[bytes, ...] | None) -> bool:
    return found is not None and len(found) <= 2 and all(_MARK.fullmatch(word) for word in found)


def are_joined_alike(left: tuple[bytes, ...], found: tuple[bytes, ...]) -> bool:
    """Whether both are the same letters, however they are parted into words or spelled."""
    return _joined(left) == _joined(found)


def _joined(found: tuple[bytes, ...]) -> bytes:
    return b"".join(SPELLINGS.get(word, word) for word in CONTRACTED.get(found, found)).replace(b"licence", b"license")


def _permit(words: tuple[bytes, ...]) -> bool:
    return any(permits(word.decode("utf-8", "replace")) for word in words)
