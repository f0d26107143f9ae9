"""Facts survive the store whatever stands in a repository."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan.facts import Facts, Hosting, Known, NotLooked, Organisation, TreeFacts
from oss_scan.facts.declared import Declared
from oss_scan.store.codec import facts_digest, from_plain, pack, to_json, to_plain, unpack
from oss_scan.texts import Reason
from oss_scan.tree import History
from tests.formats.made_up import made_facts

# Lone surrogates stand for bytes that are not UTF-8, so they belong to what must survive
_ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=8)
st.register_type_strategy(str, _ANY_TEXT)
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(float, st.floats(allow_nan=False))
_NOT_LOOKED = st.builds(NotLooked, st.sampled_from(["tree-empty", "history-not-looked"]))


def _part(value: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.builds(Known, value, st.just("git"), st.none() | _ANY_TEXT), _NOT_LOOKED)


_FACTS = st.builds(
    Facts,
    tree=_part(st.from_type(TreeFacts)),
    history=_part(st.from_type(History)),
    hosting=_part(st.builds(Hosting, archived=_part(st.booleans()))),
    organisation=_part(st.from_type(Organisation)),
    declared=_part(st.from_type(Declared)),
)


@settings(max_examples=60, deadline=None)
@given(_FACTS)
def test_facts_come_back_as_they_were(facts: Facts) -> None:
    assert unpack(pack(facts), Facts) == facts
    assert facts_digest(unpack(pack(facts), Facts)) == facts_digest(facts)


def test_json_is_canonical_and_pure_ascii() -> None:
    first, second = Reason("x", {"a": "1", "b": "\udcff é"}), Reason("x", {"b": "\udcff é", "a": "1"})
    assert to_json(first) == to_json(second) == r'{"code":"x","values":{"a":"1","b":"\udcff \u00e9"}}'


def test_a_part_says_which_of_the_two_it_is() -> None:
    plain = to_plain(made_facts("README.md"))
    assert plain["tree"]["is"] == "Known"
    assert plain["history"] == {"is": "NotLooked", "reason": "history-not-looked"}


def test_another_fact_has_another_digest() -> None:
    facts = made_facts("README.md")
    assert facts_digest(facts) != facts_digest(replace(facts, history=NotLooked("tree-empty")))


@dataclass(frozen=True)
class _Left:
    number: int


@dataclass(frozen=True)
class _Right:
    number: int
    more: Mapping[str, str] | None = None


@dataclass(frozen=True)
class _Either:
    one: _Left | _Right
    maybe: _Left | _Right | None
    several: tuple[_Left | _Right, ...] = ()


@pytest.mark.parametrize(
    "value",
    [_Either(_Left(1), None), _Either(_Right(1, {"a": "b"}), _Left(2), (_Right(3), _Left(4)))],
    ids=["none", "several"],
)
def test_a_union_of_dataclasses_of_the_same_shape_is_told_apart(value: _Either) -> None:
    assert from_plain(json.loads(to_json(value)), _Either) == value


def test_a_field_that_was_added_later_gets_its_default() -> None:
    assert from_plain({"is": "_Right", "number": 1}, _Right) == _Right(1)
