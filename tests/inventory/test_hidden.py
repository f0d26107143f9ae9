"""Names that may not be named, in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.inventory.hidden import Names
from oss_scan.inventory.model import Spot

HERE, THERE = Spot("a", 1, 1), Spot("a", 2, 1)
NAMES = Names([("Systeem Een", HERE), ("Systeem Twee", THERE), ("github:Org", HERE), ("!!", HERE)])


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("net als SYSTEEM TWEE.", THERE),
        ("systeem een", HERE),
        ("Systeem Drie", None),
        ("Systeem Eenvoud", None),
        ("Een ander systeem", None),
        ("zie github:org/x", HERE),
        ("!!", None),
        ("", None),
    ],
)
def test_whole_names_in_any_case(text: str, spot: Spot | None) -> None:
    assert NAMES.within(text) == spot


NAME = st.text("abc .-:/", min_size=1, max_size=8).filter(lambda name: any(sign in "abc" for sign in name))


@given(st.lists(NAME, min_size=1, max_size=6), st.data())
def test_no_hidden_name_is_missed(names: list[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(names))
    assert Names([(one, HERE) for one in names]).within(f"* {name.upper()} *") == HERE
