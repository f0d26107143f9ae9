"""Many turns of phrase as one pattern, written with two spaces or a new line between them.

A text has words of few of the hundreds of phrases: where they are asked for by such a word (`phrases`) those are found
sooner one by one, and to make the pattern of all takes a tenth of a second.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from oss_scan.licences.caseless import Caseless, ahead, lower, replaced
from oss_scan.regex import regex

#: Of more phrases at once, all in one pattern are found sooner.
_MOST = 40
#: The pieces of a pattern: letters, a class, what is escaped, how often something stands, what begins a group.
_PIECE = regex(r"[^\W\d_]+(?![?*{])|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[?*]\??|\{[^}]*\}|\(\?(?:-i:|<?[=!:])|.", re.DOTALL)
_NONE: frozenset[str] = frozenset()
#: An alternative that begins with a letter; and what matches nowhere.
_PLAIN, _NEVER = regex(r"[^\W\d_](?![?*+{])"), "(?!)"
#: The letters with which one begins that has no others beside it.
_BEGINS = regex(r"[^\W\d_]+(?![?*+{])")
#: Shorter words are in any text, and so is what begins like this; more of them are not sooner told than the pattern.
_SHORTEST = 3
_COMMON = "licen"
_MANY = 60


class Phrases:
    """Patterns of which a text may have any, in any case; of two that begin at one place the first is found.

    `{NAME}` in one stands for what is `named` so, and `(?-i:…)` minds case.
    """

    __slots__ = ("_made", "_others", "_patterns", "_words")

    def __init__(self, patterns: Sequence[str], named: Mapping[str, str]) -> None:
        self._patterns = tuple(patterns)
        self._made: Callable[[Sequence[str]], Caseless] = cache(lambda asked: _pattern(asked, named))
        self._words = cache(lambda: _begun(patterns, named))
        #: those that no word lets expect, as one
        self._others = cache(lambda: _pattern([self._patterns[number] for number in sorted(self._words()[0])], named))

    def search(self, text: str) -> bool:
        """Whether one of them matches somewhere."""
        return any(each.search(text) for each in self._of(self._likely(text))) or self._others().search(text)

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with something else in each place where one of them matches."""
        asked = [pair for each in self._of(self._words()[0] | self._likely(text)) for pair in each.asked(text)]
        return replaced(ahead(asked), instead, text)

    def _likely(self, text: str) -> set[int]:
        """The numbers of those of which a word stands there."""
        lowered = lower(text)
        found: set[int] = set()
        begun = self._words()[1]
        for begin in begun.keys() & {lowered[at : at + _SHORTEST] for at in range(len(lowered))}:
            for word, numbers in begun[begin].items():
                if word in lowered:
                    found.update(numbers)
        return found

    def _of(self, numbers: set[int]) -> Sequence[Caseless]:
        """Patterns for those with these numbers, in order."""
        if len(numbers) > _MOST:
            return [self._made(self._patterns)]
        return [self._made(self._patterns[number : number + 1]) for number in sorted(numbers)]


def pattern(alternatives: str, named: Mapping[str, str]) -> Caseless:
    """A pattern of whole words from alternatives with two spaces or a new line between them; one space is any.

    `{NAME}` stands for what has that name.
    """
    return _pattern(_parted(alternatives), named)


def phrases(alternatives: str, named: Mapping[str, str]) -> Phrases:
    """The same of alternatives of several words, of which a text has few."""
    return Phrases(_parted(alternatives), named)


def joined(*named: Mapping[str, str]) -> dict[str, str]:
    """What several lists name, in order.

    Raises ValueError where two have the same name for something: one would stand for the other in silence.
    """
    names = [name for each in named for name in each]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(
            f"more than one list of turns of phrase names {', '.join(twice)}; give one of them another name"
        )
    return {name: what for each in named for name, what in each.items()}


def _parted(alternatives: str) -> list[str]:
    return re.split(r"\s{2,}", alternatives.strip())


def _pattern(apart: Sequence[str], named: Mapping[str, str]) -> Caseless:
    cased = [each for each in apart if "(?-i:" in each]
    plain = [each for each in apart if each not in cased]
    return Caseless(_words(plain, named), _words(cased, named) if cased else "")


def _words(alternatives: Iterable[str], named: Mapping[str, str]) -> str:
    apart = tuple(alternatives)
    begins = _BEGINS.match(apart[0]) if len(apart) == 1 else None
    joined = apart[0][begins.end() :] if begins else "|".join(_by_letter(apart)) or _NEVER
    for name, each in named.items():
        joined = joined.replace(f"{{{name}}}", each)
    word = begins.group() if begins else ""  # at the very start it is found at once
    return rf"{word}(?<![^\W_]{word})(?:{joined})(?![^\W_])".replace(" ", r"\s+")


def _by_letter(alternatives: Iterable[str]) -> Iterator[str]:
    """The same alternatives, those between others that begin with the same letter as one: it is asked once for them."""
    for plain, each in groupby(alternatives, lambda one: bool(_PLAIN.match(one))):
        begun: dict[str, list[str]] = {}
        for number, one in enumerate(each):
            begun.setdefault(one[0] if plain else str(number), []).append(one)
        yield from (f"(?:{'|'.join(group)})" for group in begun.values())


def _begun(patterns: Sequence[str], named: Mapping[str, str]) -> tuple[set[int], dict[str, dict[str, list[int]]]]:
    """The numbers of the patterns that no word lets expect; by how a word begins, the words with those of theirs."""
    always: set[int] = set()
    begun: dict[str, dict[str, list[int]]] = {}
    of_name: Callable[[str], frozenset[str]] = cache(lambda name: needed(named[name], of_name))
    for number, pattern in enumerate(patterns):
        words = needed(pattern, of_name)
        if not words:
            always.add(number)
        for word in words:
            begun.setdefault(word[:_SHORTEST], {}).setdefault(word, []).append(number)
    return always, begun


def needed(pattern: str, of_name: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """Words of which each text where a pattern matches has at least one, in lower case; none where it has no such."""
    return _held(iter(_PIECE.findall(pattern)), of_name)


def _held(pieces: Iterator[str], of_name: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """The same of the alternatives up to the end of a group."""
    ways: list[list[str | frozenset[str]]] = [[]]
    for piece in pieces:
        if piece == ")":
            break
        if piece == "|":
            ways.append([])
        elif piece.isalpha():
            ways[-1].append(piece.lower())
        elif piece[0] == "{" and piece[1].isalpha():
            ways[-1].append(of_name(piece[1:-1]))
        elif piece[0] in "?*{":
            ways[-1][-1:] = [_NONE]
        elif piece[0] == "(":
            held = _held(pieces, of_name)
            ways[-1].append(_NONE if piece.endswith("!") else held)
        else:
            ways[-1].append(_NONE)
    each = [_best(way) for way in ways]
    return _NONE.union(*each) if all(each) else _NONE


def _best(way: Sequence[str | frozenset[str]]) -> frozenset[str]:
    """Of what stands behind each other, the words that fewest texts have."""
    best, most = _NONE, _SHORTEST - 1
    for run in "".join(each if isinstance(each, str) else " " for each in way).split():
        if (rarity := _rarity(run)) > most:
            best, most = frozenset([run]), rarity
    for words in way:
        if not isinstance(words, str) and 0 < len(words) <= _MANY and (rarity := min(map(_rarity, words))) > most:
            best, most = words, rarity
    return best


def _rarity(word: str) -> int:
    """How many letters it has, as which few count that any text here has."""
    return _SHORTEST if word.startswith(_COMMON) else len(word)
