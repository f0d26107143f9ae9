"""A text as a row of words that can be aligned: one character stands for each word.

Left out are what copies of one text differ in: layout, punctuation, copyright lines, addresses, marks of lists, and
words of one letter.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain, filterfalse
from typing import overload
from zlib import crc32

from oss_scan.licences.fold import SPELLINGS, marks_beyond_ascii, without_copyright, without_marks, without_markup
from oss_scan.regex import regex

#: Addresses, by how each begins, which is found at once.
_ADDRESSES = tuple(
    (begins, regex(rf"{begins}{rest}[^\s<>()\[\]]+"))
    for begins, rest in (("http", "s?://"), ("www", r"\."), ("wiki", r"\."))
)
_LIST_MARK = regex(r"\n[^\w\n]{0,20}(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)")  # begins with what is found at once
#: Single letters of ASCII, which are no words.
_LETTERS = frozenset(bytes((letter,)) for letter in range(ord("a"), ord("z") + 1))
#: Everything in ASCII that is no letter or figure becomes a space; in the shape of a text `?` is a letter.
_TABLE = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256))
_SHAPES = bytes(byte if byte == ord("?") else _TABLE[byte] for byte in range(256))
_IN_SHAPE = regex(rb"[^ ]{2,}|(?<![^ ])[0-9?]")
#: Characters of a line of which the words are kept, and of a text of which all words are found where it is asked for
#: so few, not one by one.
_LONG, _MUCH, _FEW = 200, 100_000, 2
#: Single letters that are expected between some words, at first.
_SPARE = 64
#: Words that are remembered at most, so that memory stays small however many texts are read.
_MOST_CODES = 20_000


class _Codes(dict[bytes, str]):
    """Word → its character; the same in every process, and two words in 63,000 share one. None for a single letter."""

    def __missing__(self, word: bytes) -> str:
        if len(self) > _MOST_CODES:
            self.clear()
        found = self[word] = "" if word in _LETTERS else code(word)
        return found


def code(word: bytes) -> str:
    """The character that stands for a word."""
    spelled = SPELLINGS.get(word, word).replace(b"licence", b"license")
    number = crc32(spelled) & 0xFFFF
    if 0xD800 <= number < 0xE000:  # what UTF-16 keeps for pairs
        number -= 0x8000
    return chr(number)


_CODES = _Codes()
_KNOWN: dict[bytes, bytes] = {}


class _Spans(Sequence[tuple[int, int]]):
    """Where words begin and end, one after another: those of a long text are many."""

    def __init__(self, edges: "array[int]") -> None:
        self._edges = edges

    def __len__(self) -> int:
        return len(self._edges) // 2

    @overload
    def __getitem__(self, at: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[int, int]]: ...
    def __getitem__(self, at: int | slice) -> tuple[int, int] | Sequence[tuple[int, int]]:
        if isinstance(at, slice):
            return [self[each] for each in range(len(self))[at]]
        place = 2 * range(len(self))[at]
        return self._edges[place], self._edges[place + 1]


@dataclass(frozen=True)
class Words:
    """A text in lower case, its rows of letters and figures (UTF-8), and a character for each row that is a word."""

    text: str
    rows: Sequence[bytes]
    codes: str

    @cached_property
    def words(self) -> tuple[bytes, ...]:
        """The rows that are words: many a text needs no more than their characters."""
        return tuple(filterfalse(_LETTERS.__contains__, self.rows))

    def spans(self) -> Sequence[tuple[int, int]]:
        """Where each word stands in the text."""
        return _spans(self.text)

    def places(self, numbers: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Where some of the words stand in the text: counted from its nearer end, far sooner than all are found."""
        wanted = sorted(set(numbers))
        if len(self.text) > _MUCH and len(wanted) <= _FEW:  # and asked for each of many copies
            spans = self.spans()
            return {number: spans[number] for number in wanted}
        shape, last = _shape(self.text), len(self.codes) - 1
        middle = bisect_right(wanted, last / 2)
        near, far = wanted[:middle], wanted[middle:][::-1]
        places = dict(zip(near, _counted(shape, near), strict=True))
        mirrored = _counted(shape[::-1], [last - number for number in far]) if far else ()
        for number, (start, end) in zip(far, mirrored, strict=True):
            places[number] = (len(shape) - end, len(shape) - start)
        return places


@lru_cache(maxsize=1)  # asked again and again of a long text
def _spans(text: str) -> _Spans:
    return _Spans(array("I", chain.from_iterable(map(re.Match.span, _IN_SHAPE.finditer(_shape(text))))))


def split(text: str) -> Words:
    """The words of a text; what is left out of it is blanked, so that places stay."""
    return split_bare(without_copyright(text))


def split_known(text: str) -> Words:
    """The words of a known text: those that many such have in common stand in memory once."""
    words = split(without_markup(text))
    return replace(words, rows=tuple(map(_KNOWN.setdefault, words.words, words.words)))


def codes_of(line: str) -> str:
    """The characters for the words of a line, of which many texts have the same."""
    return _codes_kept(line) if len(line) <= _LONG else split(line).codes


@lru_cache(maxsize=4096)
def _codes_kept(line: str) -> str:
    return split(line).codes


def split_bare(cleared: str) -> Words:
    """The same of a text without copyright lines."""
    lowered = _lower(cleared)
    for begins, address in _ADDRESSES:
        lowered = address.sub(_blank, lowered) if begins in lowered else lowered
    text = lowered = _LIST_MARK.sub(_blank_mark, f"\n{lowered}")[1:]
    data = lowered.encode() if lowered.isascii() else without_marks(lowered)
    rows = data.translate(_TABLE).split()
    return Words(text, rows, "".join(map(_CODES.__getitem__, rows)))


def count(text: str) -> int:
    """How many rows of letters and figures a text has, those of one letter too: far sooner told than one by one."""
    return len(_shape(text).split())


def _shape(text: str) -> bytes:
    """A byte for each character: itself where it is a letter or figure, `?` for a letter beyond ASCII, else a space."""
    marks = () if text.isascii() else marks_beyond_ascii(text)
    if marks is None:
        return text.encode("ascii", "replace").translate(_TABLE)
    for char in marks:
        text = text.replace(char, " ")
    return text.replace("?", " ").encode("ascii", "replace").translate(_SHAPES)


def _counted(shape: bytes, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where the words of these numbers, in order, stand in the shape of a text."""
    rest, done = shape + b" .", 0  # what is split off always leaves a rest
    length = len(rest)
    for number in numbers:
        more, spare = number + 1 - done, 0
        while more:
            *found, after = rest.split(None, more + spare)
            words = list(filterfalse(_LETTERS.__contains__, found))
            if len(words) > more:  # too far
                spare = [at for at, word in enumerate(found) if word not in _LETTERS][more - 1] + 1 - more
            else:
                rest, more, spare = after, more - len(words), 2 * spare + _SPARE
        start = shape.rfind(words[-1], 0, length - len(rest))
        yield start, start + len(words[-1])
        done = number + 1


def _blank(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def _blank_mark(found: re.Match[str]) -> str:
    return "\n" + " " * (found.end() - found.start() - 1)


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # some letters become two in lower case: places must stay
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
