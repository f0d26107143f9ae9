"""`licenseclassifier` splits a text as before, only sooner, and what it keeps has a bound."""

from copy import copy
from functools import partial
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from licenseclassifier._engine.dictionary import Dict
from licenseclassifier._engine.matcher import MultiRE
from licenseclassifier._engine.scan import builtin_scanner

from oss_scan import licences
from oss_scan.licences import matcher

_MARKS = [
    "(c)",
    "(C)",
    "©",
    "&copy;",
    "&amp;",
    "&#12;",
    "&#x1f;",
    "&",
    "<a>",
    "<",
    "</",
    "<p:",
    "@",
    ">",
    "{#",
    "}",
    "](",
]
_WORDS = [
    "c",
    "copyright",
    "licence",
    "this",
    "These",
    "https",
    "http://",
    "mailto:",
    "them",
    "(s)",
    "(S)",
    "9",
    "Z",
    "s",
]
_OTHERS = list("éÉ\u0301\u0300İßΣ½²\u0661中\ufb01ª·_-#)\U0001d400\u0903 \n\r\t")
_DICTIONARY = builtin_scanner().re.dict
_split = matcher.splitting(_DICTIONARY)


@given(some.lists(some.sampled_from([*_MARKS, *_WORDS, *_OTHERS]), max_size=14).map("".join))
def test_a_text_is_split_as_the_package_does(text: str) -> None:
    assert _split(text) == Dict._split(_DICTIONARY, text, False)


@pytest.mark.parametrize("licence", ["MIT", "EUPL-1.2", "GPL-3.0-only", "CC-BY-4.0", "MPL-2.0"])
def test_a_licence_is_split_as_the_package_does(licence: str) -> None:
    text = licences.text(licence)
    assert _split(text) == Dict._split(_DICTIONARY, text, False)


def test_the_package_splits_this_way() -> None:
    licences.identify(licences.text("MIT").replace("merge", "merg").encode())
    assert _DICTIONARY.split.__module__ == matcher.__name__


@pytest.mark.parametrize("shape", ["](http://a", "{#", "{#a", "](#", "<a", "&#1", "©", "<p {#"])
def test_no_text_is_gone_through_again_and_again(shape: str) -> None:
    began = process_time()
    _split(shape * (100_000 // len(shape)))
    assert process_time() - began < 2  # it was minutes


def test_a_state_leads_where_the_package_says() -> None:
    theirs: Any = copy(builtin_scanner().re)
    theirs._info = {}
    theirs._state_info = partial(MultiRE._state_info, theirs)
    step = matcher.stepping(theirs)
    states = [(at,) for at in range(0, len(theirs.ops) - 1, 331)]
    found = [step(state) for state in states]
    assert len(theirs._info) < len(states) / 4  # the others are not kept
    begun = [each for each in step(theirs._start_state)[2].values() if len(each) > 1]
    found += [step(state) for state in begun]
    theirs._info.clear()
    assert found == [theirs._state_info(state) for state in (*states, *begun)]


def test_what_it_keeps_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matcher, "_MOST_STATES", 300)
    states = matcher._states()
    texts = [licences.text(each)[:4000] for each in ("GPL-3.0-only", "Apache-2.0", "MPL-2.0", "EPL-2.0")]
    before = [matcher.identified(text, 0) for text in texts]
    assert len(states) <= 300
    assert [matcher.identified(text, 0) for text in texts] == before
