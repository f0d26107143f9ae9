"""Patterns for words in any case, looked for in lower case: Python is several times slower where it minds no case."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from oss_scan.regex import regex

_ESCAPED = regex(r"(\\.|\(\?P[<=])|[^\\(]+|\(", re.DOTALL)
#: Letters that `re.IGNORECASE` takes for others of which they are no capital, or one in two.
_ALIKE = {
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}": "i",
    "\N{LATIN SMALL LETTER LONG S}": "s",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
}
#: Characters of a text that is kept in lower case for a while.
_LONG = 20_000


class Caseless:
    """A pattern for any case, with letters as they are; what depends on it (`(?-i:…)`) stands in `cased`, apart."""

    __slots__ = ("_cased", "_lower")

    def __init__(self, pattern: str, cased: str = "") -> None:
        # each is made when it is first asked: many never are
        self._lower = cache(lambda: re.compile(_ESCAPED.sub(lambda found: found[1] or found[0].lower(), pattern)))
        self._cased = cache(lambda: re.compile(cased, re.IGNORECASE)) if cased else None

    def search(self, text: str) -> bool:
        """Whether the pattern matches somewhere."""
        return bool(self._lower().search(lower(text)) or (self._cased and self._cased().search(text)))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Where the pattern matches; what it found may be given in lower case."""
        return ahead(self.asked(text)) if self._cased else self._lower().finditer(lower(text))

    def asked(self, text: str) -> list[tuple[re.Pattern[str], str]]:
        """The patterns that are looked for, each with what it is looked for in."""
        return [(self._lower(), lower(text)), *((each(), text) for each in (self._cased,) if each)]

    def fullmatch(self, text: str) -> bool:
        """Whether the pattern matches all of it."""
        return bool(self._lower().fullmatch(lower(text)) or (self._cased and self._cased().fullmatch(text)))

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with something else in each place where the pattern matches."""
        return replaced(self.finditer(text), instead, text)


def begun(words: Mapping[str, str]) -> str:
    """A pattern for words, each with what goes on behind it, that begin where a word does.

    That stands behind the letters, since Python finds several times sooner what begins with letters.
    """
    return "|".join(rf"{word}(?<=\b{word}){rest}" for word, rest in words.items())


def ahead(asked: Sequence[tuple[re.Pattern[str], str]]) -> Iterator[re.Match[str]]:
    """What any of these patterns finds, from the start to the end; of two that begin at one place, the first."""
    found = [(pattern.search(said), pattern, said) for pattern, said in asked]
    while found := [each for each in found if each[0]]:
        first = min((each for each, _, _ in found if each), key=re.Match.start)
        yield first
        done = max(first.end(), first.start() + 1)
        found = [
            (pattern.search(said, done) if each and each.start() < done else each, pattern, said)
            for each, pattern, said in found
        ]


def replaced(matches: Iterable[re.Match[str]], instead: str | Callable[[re.Match[str]], str], text: str) -> str:
    """A text with something else in each place that was found."""
    parts: list[str] = []
    done = 0
    for found in matches:
        parts += (text[done : found.start()], instead if isinstance(instead, str) else instead(found))
        done = found.end()
    return "".join((*parts, text[done:])) if done else text


def lower(text: str) -> str:
    """The same in lower case as `re.IGNORECASE` compares it, place by place."""
    return _kept(text) if len(text) <= _LONG else _lower(text)


def _lower(text: str) -> str:
    if not text.isascii():
        for letter, alike in _ALIKE.items():
            text = text.replace(letter, alike)
    return text.lower()


_kept = lru_cache(maxsize=16)(_lower)  # many patterns are asked of one text
