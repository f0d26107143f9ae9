"""Many turns of phrase as one pattern: the same is found as where all are asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from oss_scan.licences.phrases import joined, needed, pattern, phrases

_ALTERNATIVES = r"""
    {WE} sell  we sell \w+ here  (?:sell|buy)(?:ing)? (?=here)  \w{1,3} here  not (?!sell)\w+  (?-i:[A-Z]ell)
    ^\W*here\W*$  sell?e  buy+ing  [sb]ell  buy(?: not)?  here{1,2}
"""
_NAMED = {"WE": "(?:we|wij)"}
_WORDS = ("we", "wij", "sell", "selling", "buy", "here", "heree", "not", "Sell", "BUY", "bell", ".", "\n", "\u017fell")


@given(some.lists(some.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_finds_what_all_in_one_find(text: str) -> None:
    few, whole = phrases(_ALTERNATIVES, _NAMED), pattern(_ALTERNATIVES, _NAMED)
    assert few.search(text) == whole.search(text)
    assert few.sub("-", text) == whole.sub("-", text)


def test_finds_the_same_where_many_may_stand() -> None:
    """With more of them than are asked one by one, all are asked at once."""
    named = [f"word{'abcdefgh'[number // 8]}{'abcdefgh'[number % 8]}" for number in range(64)]
    few, text = phrases("  ".join(named), {}), ", ".join(named)
    assert few.sub("-", text) == ", ".join("-" for _ in named)
    assert few.sub("-", f"{named[3]} {named[3]}x") == f"- {named[3]}x"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("belongs? to", {"belong"}),
        ("(?:permission|consent) of", {"permission", "consent"}),
        ("(?:permission )?of the {OWNER}", {"owner"}),
        ("(?:permission|on) of", set()),
        (r"no (?!permission)\w+(?= here)", {"here"}),
        (r"[Pp]ermit\w* (?:all|\d+)", {"ermit"}),
        ("Sell{0,2}ing (?:a|b)+", {"sel"}),
        ("the licen[cs]e of mine", {"mine"}),
        ("to licen[cs]es", {"licen"}),
        (r"a\.b\(c", set()),
    ],
)
def test_words_that_each_match_has(written: str, words: set[str]) -> None:
    """The longest that must stand there; one that may be absent is none, and one of any text is taken last."""
    assert needed(written, {"OWNER": frozenset({"owner"})}.__getitem__) == words


def test_two_lists_may_not_have_one_name_for_something() -> None:
    assert joined({"WE": "we"}, {"THEY": "they"}) == {"WE": "we", "THEY": "they"}
    with pytest.raises(ValueError, match="names WE; give"):
        joined({"WE": "we", "I": "I"}, {"WE": "wij"})
