"""What was found and what belongs there, for machines."""

import re

import pytest

from oss_scan.publiccode import validate
from oss_scan.publiccode.expected import EXPECTED, expected, found
from oss_scan.publiccode.messages import MESSAGES
from tests.publiccode.files import changed


def test_each_is_about_a_code_that_has_a_sentence() -> None:
    assert EXPECTED.keys() - MESSAGES.keys() == set()


@pytest.mark.parametrize("code", sorted(EXPECTED))
def test_no_value_is_asked_that_the_sentence_does_not_have(code: str) -> None:
    holes = re.compile(r"\{(\w+)\}")
    asked = set(holes.findall(EXPECTED[code].nl)) | set(holes.findall(EXPECTED[code].en))
    assert asked <= set(holes.findall(MESSAGES[code].nl))


@pytest.mark.parametrize(
    ("old", "new", "was", "belongs"),
    [
        ("stable", "ready", "ready", "one of: concept, development, beta, stable, obsolete"),
        ("name: Parkeren\n", "name: []\n", "a list", "a text"),
        ("legal:\n", "usedBy: {a: 1}\nlegal:\n", "keys", "a list"),
        ("name: Parkeren\n", "", None, "a value"),
        ("false", "no", "no", "true or false"),
        ("EUPL-1.2", "EUPL", "EUPL", "an SPDX expression such as EUPL-1.2"),
        ('"0"', '"0.5"', "0.5", "0.7, or 0 for the newest"),
    ],
)
def test_found_and_expected(old: str, new: str, was: str | None, belongs: str) -> None:
    [item] = validate(changed(old, new)).items
    assert (found(item, "en"), expected(item, "en")) == (was, belongs)
    assert expected(item, "nl") != belongs
