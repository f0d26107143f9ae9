"""`licenseclassifier`, asked so that its memory stays small and that it splits a text into words sooner.

Its one public function answers. It keeps what it finds out without a bound, works out again and again where a single
word leads, and goes through a text a character at a time, some texts once for each character. That is mended here from
outside, where the package is as it is known: only what gives for a sample the same as its own way takes its place.
"""

import gzip
import marshal
import re
import sys
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any
from unicodedata import category

from oss_scan.regex import regex

#: States of its matcher that are kept at most, and letters of a word that is.
_MOST_STATES, _LONG = 4_000, 40
#: In the shape of a text: a word, or what may begin a tag, an entity, an anchor or a link.
_TOKEN = regex(r"[a-z0-9\u00aa][a-z0-9\u00aa\u0301]*(?:\(s\))?|[<&\u00a9]|\{#|\]\(")
_BEYOND_ASCII = regex(r"[^\x00-\x7f]")
_ANCHOR_ENDS, _LINK_ENDS = regex(r"[} \r\n]"), regex(r"[) \t\r\n]")
_LINKS = ("http://", "https://", "mailto:", "file:", "#")
#: With everything in it that the splitting of a text heeds.
_SAMPLE = (
    "Copyright (c) 2020 \u00a9 Jos\u00e9, THIS Copies licence(s) LICENCE(S) are https://x.org/A <a href='x y@z'>b</a>"
    " <b@c> <p\n\n\n> x<y &copy; &COPY; &amp; &#12; &#x1F; & them{#an} {#a b} ](http://x) ](#y) ](#y z) ](z) (C) c c)"
    " a_b e\u0301\u0300t\u00e9 1a2 \u0391\u03a3 \u00bd \u00b2 \u0661 \u0130X \u00c1\u00e0 \u4e2d\u6587 <p a:/ > <p:/>"
    " ](#a(s) {#b(s)} \u00a9(c)\u00a9 &copy; (c\u0301) copyright Copyright\u0301 they Those \ufb01 (c)"
    " \u00e9(s) ](#c {#d &e <f"
)

_Word = tuple[int, int, int]
#: A state of its matcher: places in all patterns. Of one: the licence that ends there, the words with which it goes on,
#: to which state each leads, and to which any other.
_State = tuple[int, ...]
_Info = tuple[int, list[int], dict[int, _State], _State | None]


def identified(text: str, coverage: float) -> list[tuple[str, int, int]]:
    """The licences that `licenseclassifier` finds and their places, where they cover so many percent of the text."""
    from licenseclassifier import identify_license

    states = _states()
    found = [(each.id, each.start, each.end) for each in identify_license(text, coverage)]
    if len(states) > _MOST_STATES:
        states.clear()
    return found


@cache
def _states() -> dict[_State, _Info]:
    """What its matcher keeps, none where that is not as it is known; from now on texts are split another way."""
    try:
        from licenseclassifier._engine import dictionary as folding
        from licenseclassifier._engine import matcher as matching
        from licenseclassifier._engine.scan import builtin_scanner

        _load()
        matcher: Any = builtin_scanner().re
        matching.__dict__["to_fold"] = _remembering(folding.to_fold)
        dictionary = matcher.dict
        split = splitting(dictionary)
        if split(_SAMPLE) == dictionary.split(_SAMPLE):
            dictionary.split = split
        states: dict[_State, _Info] = matcher._info  # noqa: SLF001
        told, step = matcher._state_info, stepping(matcher)  # noqa: SLF001
        last = len(matcher.ops) - 2  # before the end of the last pattern
        sample = [(last,), *step(matcher._start_state)[2].values()][:3]  # noqa: SLF001
        theirs = [told(state) for state in sample]
        states.clear()
        if [step(state) for state in sample] == theirs:
            matcher._state_info = step  # noqa: SLF001
    except (ImportError, AttributeError, LookupError, TypeError, OSError, EOFError, ValueError):
        return {}
    return states


def _load() -> None:
    """Reads what the package ships at once: it does so in forty thousand pieces."""
    from licenseclassifier._engine.scan import FORMAT_VERSION, Scanner

    scan: Any = sys.modules[Scanner.__module__]  # the package has a function of the same name
    data = marshal.loads(gzip.decompress(scan._ARTIFACT_PATH.read_bytes()))  # noqa: S302, SLF001
    if data["version"] == FORMAT_VERSION and scan._builtin is None:  # noqa: SLF001
        scan._builtin = Scanner.from_compiled(data)  # noqa: SLF001


def _remembering(fold: Callable[[str], str]) -> Callable[[str], str]:
    """The same, which keeps what it gave for words of a usual length."""
    kept = lru_cache(maxsize=4096)(fold)
    return lambda word: kept(word) if len(word) <= _LONG else fold(word)


def stepping(matcher: Any) -> Callable[[_State], _Info]:
    """What its matcher tells of a state, in time linear in its places.

    Of most it is told without keeping it: of those with one word, and one place behind it.
    """
    from licenseclassifier._engine import matcher as theirs

    kinds, words, kept = matcher.ops, matcher.args, matcher._info  # noqa: SLF001
    word_here, alone = theirs.INST_WORD, {theirs.INST_WORD, theirs.INST_ANY, theirs.INST_MATCH}
    first = matcher._start_state  # noqa: SLF001
    begins = _worked_out(matcher, first)

    def info(state: _State) -> _Info:
        if state is first:
            return begins
        at = state[0] if len(state) == 1 else -1
        if at >= 0 and kinds[at] == word_here and kinds[at + 1] in alone:
            return -1, [words[at]], {words[at]: (at + 1,)}, None
        found: _Info | None = kept.get(state)
        if found is None:
            found = kept[state] = _worked_out(matcher, state)
        return found

    return info


def _worked_out(matcher: Any, state: _State) -> _Info:
    """The same of any state: each word is asked only of the places that have it."""
    from licenseclassifier._engine import matcher as others

    theirs: Any = others
    kinds, words = matcher.ops, matcher.args
    matched = [words[at] for at in state if kinds[at] == theirs.INST_MATCH]
    wild = [at for at in state if kinds[at] == theirs.INST_ANY]
    placed: dict[int, list[int]] = {}
    for at in state:
        if kinds[at] == theirs.INST_WORD:
            placed.setdefault(words[at], []).append(at)
    leads = {word: theirs._nfa_next(kinds, words, (*at, *wild), word) for word, at in placed.items()}  # noqa: SLF001
    other = theirs._nfa_next(kinds, words, wild, theirs.ANY_WORD) if wild else None  # noqa: SLF001
    return min(matched, default=-1), sorted(placed), leads, other


def splitting(dictionary: Any) -> Callable[[str], list[_Word]]:
    """What splits a text as its dictionary does, in time linear in its length: each word's number and its place."""
    from licenseclassifier._engine import dictionary as theirs

    numbers: dict[str, int] = {word: number for number, word in enumerate(dictionary.words())}
    same = {"https": "http", "\u00a9": "copyright", "&copy;": "copyright", **theirs._CANON}  # noqa: SLF001
    numbers |= {word: numbers.get(other, theirs.BAD_WORD) for word, other in same.items()}
    mark, unknown, fold = numbers["copyright"], theirs.BAD_WORD, theirs.to_fold
    plain = {word: each for word, each in numbers.items() if each != mark and word != "c" and word.isascii()}
    sizes = {"<": theirs._html_tag_size, "&": theirs._html_entity_size}  # noqa: SLF001

    def split(text: str) -> list[_Word]:
        words: list[_Word] = []
        shape = (text if text.isascii() else _BEYOND_ASCII.sub(_kind_of, text)).replace("(S)", " S ").lower()
        anchored, linked = _ending(_ANCHOR_ENDS, "}", text), _ending(_LINK_ENDS, ")", text)
        skipped = 0
        for found in _TOKEN.finditer(shape):
            start, end = found.span()
            if start < skipped:
                continue
            word = found.group()
            number = plain.get(word)
            if number is not None:
                words.append((number, start, end))
                continue
            if word == "{#":
                skipped = anchored(end)
                continue
            if word == "](":
                skipped = linked(end) if text.startswith(_LINKS, end) else 0
                continue
            if word in sizes:
                skipped = end = start + sizes[word](text, start)
                word = text[start:end]
                if word != "&copy;":
                    continue
            else:
                word = word.replace("(s)", "s") if word.isascii() else fold(text[start:end])
                if word == "c" and text[start - 1 : start] == "(" and text[end : end + 1] == ")":
                    word, start, end = "copyright", start - 1, end + 1
            number = numbers.get(word, unknown)
            if number != mark or not words or words[-1][0] != mark:
                words.append((number, start, end))
        return words

    return split


def _ending(pattern: re.Pattern[str], last: str, text: str) -> Callable[[int], int]:
    """What tells where that which goes on from a place ends, 0 where not with `last`: asked in order, it looks once."""
    reached = -1

    def end(start: int) -> int:
        nonlocal reached
        if reached < start:
            found = pattern.search(text, start)
            reached = found.start() if found else len(text)
        return reached + 1 if text.startswith(last, reached) else 0

    return end


@lru_cache(maxsize=4096)
def _kind(char: str) -> str:
    """What stands in the shape of a text for a character beyond ASCII: a letter, a mark on one, or neither."""
    if char == "\u00a9":
        return char
    if char.isalpha() or char.isdigit():
        return "\u00aa"
    return "\u0301" if category(char) == "Mn" else "\u00b7"


def _kind_of(found: re.Match[str]) -> str:
    return _kind(found.group())
