"""Each item has a sentence in both languages."""

import re
from pathlib import Path

import pytest

import oss_scan.publiccode
from oss_scan.publiccode import validate
from oss_scan.publiccode.messages import MESSAGES, sentence
from tests.publiccode.files import changed

SOURCE = Path(oss_scan.publiccode.__file__).parent


def test_each_code_in_the_program_has_a_message() -> None:
    said = re.compile(r"""Fault\("([a-z-]+)"|say\([^"]*?"([a-z]+-[a-z-]+|missing|wanted|unwanted|value|number)",?""")
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py"))
    codes = {first or second for first, second in said.findall(text)}
    assert len(codes) > 20
    assert codes - MESSAGES.keys() == set()


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_use_the_same_values(code: str) -> None:
    text = MESSAGES[code]
    holes = re.compile(r"\{(\w+)\}")
    assert set(holes.findall(text.nl)) == set(holes.findall(text.en))


def test_what_was_found_and_what_belongs_there() -> None:
    [item] = validate(changed("stable", "{ready}")).items
    assert sentence(item, "en") == "developmentStatus must be a text"
    [item] = validate(changed("stable", "ready {x}")).items
    assert sentence(item, "nl") == (
        "developmentStatus is ready {x}; kies uit concept, development, beta, stable, obsolete"
    )


def test_a_notice_says_who_refuses() -> None:
    [item] = validate(changed("  - web\n", "  web\n")).items
    assert sentence(item, "en") == (
        "platforms must be a list (lines with -); "
        "the standard allows it, but the checker that catalogues use refuses it"
    )
    [item] = validate(changed("name: Parkeren\n", "name: 7\n")).items
    assert sentence(item, "nl") == "name is 7 zonder aanhalingstekens, en geldt dan niet als tekst"


def test_a_key_twice() -> None:
    [item] = validate(b"name: a\nname: b\n").items
    assert sentence(item, "en") == "the key name stands here twice, first on line 1; remove one"
