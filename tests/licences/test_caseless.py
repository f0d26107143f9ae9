"""Words in any case, looked for in lower case: the same is found as where Python minds no case."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from oss_scan import licences
from oss_scan.licences.caseless import Caseless
from oss_scan.licences.excused import EXCUSED
from oss_scan.licences.informing import INFORMS
from oss_scan.licences.limits import LIMITS
from oss_scan.licences.words import split

_PATTERN = r"(?<![^\W_])(?:Sell\w*|kosten|GEFÖRDERT|not\s+(?!for))(?![^\W_])"
_LETTERS = "sSkKiI\u017f\u0130\u0131\u212a\u00d6\u00f6 nNoOtTeElL.\n"


@given(some.text(some.sampled_from(_LETTERS)))
def test_finds_what_python_finds(text: str) -> None:
    """Also where lower case is another length (İ), or means another letter (ſ, ı)."""
    plain, ours = re.compile(_PATTERN, re.IGNORECASE), Caseless(_PATTERN)
    assert ours.search(text) == bool(plain.search(text))
    assert ours.sub("-", text) == plain.sub("-", text)
    assert [found.span() for found in ours.finditer(text)] == [found.span() for found in plain.finditer(text)]


@given(some.text(some.sampled_from("sSeElLoO\u017fnNtT ")))
def test_finds_what_python_finds_where_a_part_minds_case(text: str) -> None:
    cased = "(?-i:[SN]o[eElL]*)"
    plain, ours = re.compile(f"{_PATTERN}|{cased}", re.IGNORECASE), Caseless(_PATTERN, cased)
    assert ours.search(text) == bool(plain.search(text))
    assert ours.sub("-", text) == plain.sub("-", text)


@pytest.mark.parametrize(
    "text", ["no \u017fell", "KO\u0130STEN kosten", "You SELL \u212aosten, gef\u00f6rdert", "sell\u0131ng"]
)
def test_finds_what_python_finds_in_full_words(text: str) -> None:
    """Letters that are others in lower case, inside the words."""
    plain, ours = re.compile(_PATTERN, re.IGNORECASE), Caseless(_PATTERN)
    assert ours.search(text) == bool(plain.search(text))
    assert ours.sub("-", text) == plain.sub("-", text)


def test_case_is_minded_where_a_pattern_says_so() -> None:
    """`will` is a word that limits, `Will` is a name."""
    assert LIMITS.search("we think it will end")
    assert not LIMITS.search("Will Smith")
    assert LIMITS.search("IT SHALL BE")
    assert INFORMS.search("jane AT example DOT org")
    assert not INFORMS.search("jane at example dot org")
    assert EXCUSED.sub(" ", "OSI Certified \u017foftware") == "  \u017foftware"


@given(some.text(some.sampled_from("a\u00e9\u4f60 b1?!_\u0130\u0131\u017f \n\t.,2zZ\ud800")), some.data())
def test_places_are_those_of_the_words(text: str, data: some.DataObject) -> None:
    """Counted from either end."""
    words = split(text)
    spans = words.spans()
    assert len(spans) == len(words.words)
    wanted = data.draw(some.lists(some.sampled_from(range(len(spans))))) if spans else []
    assert words.places(wanted) == {number: spans[number] for number in wanted}
    assert [words.text[start:end] for start, end in spans] == [word.decode("utf-8") for word in words.words]


def test_letters_between_words_take_no_long_time() -> None:
    """Single letters are no words: however many stand between two, the next is found at once."""
    words = split("first " + "a b " * 100_000 + "last")
    start = process_time()
    assert words.places([0, 1]) == {0: (0, 5), 1: (len(words.text) - 4, len(words.text))}
    words = split("one " + "a b " * 100_000 + "two three four")
    assert words.places([1])[1][0] == words.text.index("two")
    assert process_time() - start < 2


@pytest.mark.parametrize("written", ["_" * 19_000, "a_" * 9_500, f"{'a_' * 990}. " * 5])
def test_words_that_are_joined_by_underscores_take_no_long_time(written: str) -> None:
    start = process_time()
    assert licences.identify(f"Licensed under the MIT license. {written}".encode()).kind in ("notice", "unknown")
    assert licences.identify(f"{licences.text('MIT')}\n{written}".encode()).kind in ("text", "modified")
    assert process_time() - start < 2  # it was more than twice as long
