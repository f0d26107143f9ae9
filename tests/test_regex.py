"""A pattern is made when it is first asked, and answers as one of `re` does."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from oss_scan import licences
from oss_scan.regex import regex


def test_a_pattern_is_made_when_it_is_asked() -> None:
    broken = regex("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("(")


def test_it_answers_as_a_pattern_does() -> None:
    told, asked = re.compile(r"(a)(b)?", re.IGNORECASE), regex(r"(a)(b)?", re.IGNORECASE)
    for _ in range(2):  # before it is made, and from then on
        assert asked.sub("-", "xAb a") == told.sub("-", "xAb a")
        assert asked.findall("xAb a") == told.findall("xAb a")
        assert [each.span() for each in asked.finditer("xAb a")] == [each.span() for each in told.finditer("xAb a")]
    assert regex(rb"\d").split(b"a1b") == [b"a", b"b"]
    assert not hasattr(asked, "another")


def test_every_pattern_that_tells_licences_can_be_made() -> None:
    modules = [
        each.name for each in iter_modules(licences.__path__, "oss_scan.licences.") if "_process" not in each.name
    ]
    known = [value for name in modules for value in vars(import_module(name)).values()]
    patterns = [each for each in known if type(each).__module__ == regex.__module__]
    assert len(patterns) > 200
    for each in patterns:
        re.compile(each.pattern, each.flags)
