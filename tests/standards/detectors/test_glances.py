"""Glances: each matches wherever the sign that it stands for does, in every choice that the sign has."""

import re
from collections.abc import Iterator
from re import _constants as names  # type: ignore[attr-defined]  # no other way to see the choices of a pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from oss_scan.standards.detectors.glances import _GLANCES, may_match
from oss_scan.standards.detectors.signs import SIGNS

_CLASSES = {
    names.CATEGORY_DIGIT: b"1",
    names.CATEGORY_SPACE: b" ",
    names.CATEGORY_WORD: b"w",
    names.CATEGORY_NOT_SPACE: b"n",
}


def _of(part: tuple[Any, Any]) -> list[bytes]:
    """What a part of a pattern matches: one text for each choice in it."""
    kind, held = part
    match kind:
        case names.LITERAL:
            return [bytes([held])]
        case names.NOT_LITERAL:
            return [b" "]
        case names.ANY:
            return [b"-"]
        case names.AT:
            return [b""]
        case names.IN:
            return [_one_of(held)]
        case names.BRANCH:
            return [text for choice in held[1] for text in _texts(choice)]
        case names.SUBPATTERN:
            return _texts(held[3])
        case names.MAX_REPEAT:
            least, most, inner = held
            return [*([b""] if least == 0 else []), *(text * max(1, least) for text in _texts(inner) if most)]
    raise AssertionError(kind)


def _one_of(choices: list[tuple[Any, Any]]) -> bytes:
    if choices[0][0] is names.NEGATE:
        return b"-"
    kind, held = choices[-1]  # a space rather than a letter, so that a word ends
    if kind is names.LITERAL:
        return bytes([held])
    return bytes([held[0]]) if kind is names.RANGE else _CLASSES[held]


def _texts(parts: Any) -> list[bytes]:
    """Every choice of every part once, among the first of the others."""
    each = [_of(part) for part in parts]
    first = [texts[0] for texts in each]
    found = [b"".join(first)]
    for at, texts in enumerate(each):
        found += [b"".join([*first[:at], text, *first[at + 1 :]]) for text in texts[1:]]
    return found


def _examples(sign: re.Pattern[bytes]) -> Iterator[bytes]:
    """Texts that a sign matches."""
    for text in _texts(parser.parse(sign.pattern, sign.flags)):
        for around in (b"%s", b"%s ", b"\n%s ", b" %s\n", b"x\n%s();"):
            if sign.search(around % text):
                yield around % text
                break


@pytest.mark.parametrize("last", _GLANCES)
def test_a_glance_sees_all_that_its_sign_matches(last: str) -> None:
    sign = SIGNS[last]
    examples = list(_examples(sign))
    assert len(examples) > sign.pattern.count(b"|") * 0.9
    for text in examples:
        assert may_match(sign, text), text
        if _GLANCES[last][1]:
            assert may_match(sign, text.upper()), text


@pytest.mark.parametrize("last", _GLANCES)
def test_a_glance_tells_most_files_from_such_as_match(last: str) -> None:
    assert not may_match(SIGNS[last], b"# Roads of a municipality\nroad = 1\nlength = 2.0\n" * 20)


def test_what_has_no_glance_may_match() -> None:
    assert may_match(SIGNS["php"], b"")
