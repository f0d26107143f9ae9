"""Patterns for words in any case, looked for in lower case: Python is several times slower where it minds no case."""

import re
from collections.abc import Callable, Iterator
from functools import cache

_ESCAPED = re.compile(r"(\\.|\(\?P[<=])|[^\\(]+|\(", re.DOTALL)
#: What these are in lower case, `re.IGNORECASE` tells otherwise.
_OTHERWISE = ("\N{LATIN SMALL LETTER LONG S}", "\N{LATIN SMALL LETTER DOTLESS I}")


class Caseless:
    """A pattern for any case, with letters as they are; what depends on it (`(?-i:…)`) stands in `cased`, apart."""

    __slots__ = ("_any", "_cased", "_lower")

    def __init__(self, pattern: str, cased: str = "") -> None:
        # each is made when it is first asked: many never are
        self._any = cache(lambda: re.compile(f"{pattern}|{cased}" if cased else pattern, re.IGNORECASE))
        self._lower = cache(lambda: re.compile(_ESCAPED.sub(lambda found: found[1] or found[0].lower(), pattern)))
        self._cased = cache(lambda: re.compile(cased, re.IGNORECASE)) if cased else None

    def search(self, text: str) -> bool:
        """Whether the pattern matches somewhere."""
        lowered = lower(text)
        if lowered is None:
            return bool(self._any().search(text))
        return bool(self._lower().search(lowered) or (self._cased and self._cased().search(text)))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Where the pattern matches; what it found may be given in lower case."""
        lowered = None if self._cased else lower(text)
        return self._any().finditer(text) if lowered is None else self._lower().finditer(lowered)

    def fullmatch(self, text: str) -> bool:
        """Whether the pattern matches all of it."""
        lowered = lower(text)
        if lowered is None:
            return bool(self._any().fullmatch(text))
        return bool(self._lower().fullmatch(lowered) or (self._cased and self._cased().fullmatch(text)))

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with something else in each place where the pattern matches."""
        lowered = None if self._cased else lower(text)
        if lowered is None:
            return self._any().sub(instead, text)
        parts: list[str] = []
        done = 0
        for found in self._lower().finditer(lowered):
            parts += (text[done : found.start()], instead if isinstance(instead, str) else instead(found))
            done = found.end()
        return "".join((*parts, text[done:])) if done else text


def lower(text: str) -> str | None:
    """The same in lower case; None where that is not what `re.IGNORECASE` compares, place by place."""
    lowered = text.lower()
    if text.isascii() or (len(lowered) == len(text) and not any(each in text for each in _OTHERWISE)):
        return lowered
    return None
