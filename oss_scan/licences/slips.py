"""Words of a known text that are written wrongly, told from those that are other words."""

from collections.abc import Sequence

from oss_scan.licences.vocabulary import (
    ADDRESS,
    ADDRESS_TOO,
    COMMON,
    CONFUSED,
    FILLERS,
    GIVES,
    OTHER_WORDS,
    TURNS,
    forbids,
)
from oss_scan.licences.words import code
from oss_scan.regex import regex

#: Letters of a word beyond which one letter makes no other word of it.
_LONG = 7
#: Letters that a word has at least of which one more was lost.
_FEWEST = 3
#: Words of an address at most.
LONGEST_ADDRESS = 30
#: Words that say how far a permission reaches, besides those that give it.
_REACH = frozenset({b"any", b"all", b"free", b"no", b"not"})
_FIGURE = regex(rb"\d")
_MINOR = regex(rb"\d{1,2}")
_YEAR = regex(rb"(19|20)\d\d")
_FIGURES = frozenset(code(str(figure).encode()) for figure in range(10))


def slip(left: tuple[bytes, ...], found: tuple[bytes, ...]) -> int | None:
    """How many words are written wrongly, lack or are doubled; None where others stand there."""
    few = len(left) <= 2 and len(found) <= 2
    if any(map(_FIGURE.search, left + found)):
        return None
    if few and left and found and _is_mistyped(left, found):
        return max(len(left), len(found))
    if few and set(left) | set(found) <= FILLERS:
        return max(len(left), len(found))
    return 1 if len(left) == 1 and not found and not do_limit(left) and not gives(left[0]) else None


def gives(word: bytes) -> bool:
    """Whether a word gives a permission, or says how far it reaches."""
    return word in _REACH or bool(GIVES.fullmatch(word.decode("utf-8", "replace")))


def is_misread(left: Sequence[bytes], found: Sequence[bytes]) -> bool:
    """Whether words that give became others that a spelling checker takes for them."""
    pairs = zip(left, found, strict=False)
    return len(left) == len(found) and any(
        gives(was) and _distance(was, now) <= 1 and not _is_same_word(was, now) for was, now in pairs
    )


def is_version(left: Sequence[bytes] | None, found: Sequence[bytes]) -> bool:
    """Whether the figure of another version stands in the place for one."""
    return bool(left and found and left[0].isdigit() and found[0].isdigit() and not _YEAR.fullmatch(left[0]))


def continues_version(before: str, found: tuple[bytes, ...]) -> bool:
    """Whether a figure stands behind that of a version, which is not the same with it: 3.1 for 3, but not 3.0.

    `before` are the codes of the two words before it: behind 2.0 stands the number of the first section.
    """
    version = before[-1:] in _FIGURES and before[:-1] not in _FIGURES
    return version and found != (b"0",) and bool(_MINOR.fullmatch(found[0]))


def _is_mistyped(left: tuple[bytes, ...], found: tuple[bytes, ...]) -> bool:
    one, other = b"".join(left).decode(), b"".join(found).decode("utf-8", "replace")
    both = {*left, *found}
    if (both <= COMMON and both != CONFUSED) or (do_limit(found) and not do_limit(left)) or _turned(one, other):
        return False
    if len(left) == len(found):
        pairs = [(was, now) for was, now in zip(left, found, strict=True) if _matters(was)]
    else:
        pairs = [(b"".join(left), b"".join(found))] if any(map(_matters, left)) else []
    if not all(_is_same_word(was, now) for was, now in pairs):
        return False
    if _distance(one, other) <= max(1, min(len(one), len(other)) // 4):
        return True
    return len(left) == len(found) and all(
        min(len(was), len(now)) >= _FEWEST and _distance(was, now) <= 1 for was, now in zip(left, found, strict=True)
    )


def may_be_meant(one: bytes, other: bytes) -> bool:
    """Whether a word may be the other written wrongly, in a language of which no words are known: a long one may."""
    return len(one) > _LONG or _is_same_word(one, other)


def _is_same_word(one: bytes, other: bytes) -> bool:
    """Whether a word that gives or limits is still the same: in number, or but for a letter that makes no other word.

    In a short word a letter may be moved or doubled, or be lost where that leaves no word: "fee" is not "free".
    """
    apart = _distance(one, other)
    if one.rstrip(b"s") == other.rstrip(b"s") or (apart == 1 and len(one) > _LONG):
        return True
    lost = _FEWEST <= len(other) < len(one) and other not in OTHER_WORDS
    return apart <= 1 and (lost or sorted(one) == sorted(other) or _single(one) == _single(other))


def _distance(one: bytes | str, other: bytes | str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


def _single(word: bytes) -> bytes:
    """A word with each doubled letter once."""
    return bytes(each for at, each in enumerate(word) if word[at - 1 : at] != bytes([each]))


def _turned(one: str, other: str) -> bool:
    """Whether one of two words is the other with a prefix that turns its meaning."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return longer.endswith(shorter) and longer.removesuffix(shorter) in TURNS


def _matters(word: bytes) -> bool:
    return gives(word) or do_limit((word,))


def is_address(words: tuple[bytes, ...]) -> bool:
    """Whether words are an address of the Free Software Foundation, or none."""
    known = set(words)
    return not words or (
        len(words) < LONGEST_ADDRESS and known <= ADDRESS | ADDRESS_TOO and len(known & ADDRESS) * 3 >= len(known)
    )


def do_limit(found: tuple[bytes, ...]) -> bool:
    """Whether one of these words may take a permission away."""
    return forbids(b" ".join(found).decode("utf-8", "replace"))
