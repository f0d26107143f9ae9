"""A text as a row of words that can be aligned: one character stands for each word.

Left out are what copies of one text differ in: layout, punctuation, copyright lines, addresses, marks of lists, and
words of one letter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

from oss_scan.licences.fold import SPELLINGS, marks_beyond_ascii, without_copyright

_ADDRESS = re.compile(r"(?:https?://|www\.|wiki\.)[^\s<>()\[\]]+")
_LIST_MARK = re.compile(r"^[^\w\n]{0,20}(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)", re.MULTILINE)
#: As `split` takes them: not a single letter of ASCII.
_WORD = re.compile(r"[^\W_]{2,}|(?<![^\W_])(?:[0-9]|[^\W\x00-\x7f])")
_WORD_OF_ASCII = re.compile(r"[a-z0-9]{2,}|(?<![a-z0-9])[0-9]")
#: Everything in ASCII that is no letter or figure becomes a space.
_TABLE = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256))
#: Words that are remembered at most, so that memory stays small however many texts are read.
_MOST_CODES = 100_000


class _Codes(dict[bytes, str]):
    """Word → its character; the same in every process, and two words in 63,000 share one."""

    def __missing__(self, word: bytes) -> str:
        if len(self) > _MOST_CODES:
            self.clear()
        spelled = SPELLINGS.get(word, word).replace(b"licence", b"license")
        code = crc32(spelled) & 0xFFFF
        if 0xD800 <= code < 0xE000:  # what UTF-16 keeps for pairs
            code -= 0x8000
        found = self[word] = chr(code)
        return found


_CODES = _Codes()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case (UTF-8), a character for each, and the text that they stand in, likewise."""

    text: str
    words: tuple[bytes, ...]
    codes: str

    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the text."""
        return [found.span() for found in self._found()]

    def places(self, numbers: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Where some of the words stand in the text."""
        found, done, places = self._found(), 0, {}
        for number in sorted(set(numbers)):
            places[number] = next(islice(found, number - done, None)).span()
            done = number + 1
        return places

    def _found(self) -> Iterator[re.Match[str]]:
        return (_WORD_OF_ASCII if self.text.isascii() else _WORD).finditer(self.text)

    def shown(self, start: int, end: int) -> str:
        """Some of the words, to be read."""
        return b" ".join(self.words[start:end]).decode("utf-8", "replace")


def split(text: str) -> Words:
    """The words of a text; what is left out of it is blanked, so that places stay."""
    return split_bare(without_copyright(text))


def split_bare(cleared: str) -> Words:
    """The same of a text without copyright lines."""
    lowered = _lower(cleared)
    if "http" in lowered or "www" in lowered or "wiki." in lowered:
        lowered = _ADDRESS.sub(_blank, lowered)
    text = lowered = _LIST_MARK.sub(_blank, lowered)
    if not lowered.isascii():
        for char in marks_beyond_ascii(lowered):
            lowered = lowered.replace(char, " ")
    found = lowered.encode("utf-8", "surrogatepass").translate(_TABLE).split()
    words = tuple([word for word in found if len(word) > 1 or word.isdigit()])
    return Words(text, words, "".join(map(_CODES.__getitem__, words)))


def _blank(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # some letters become two in lower case: places must stay
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
