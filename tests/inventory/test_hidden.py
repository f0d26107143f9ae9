"""Names that may not be named, in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.inventory.audience import hushing
from oss_scan.inventory.hidden import Names
from oss_scan.inventory.model import Spot
from tests.inventory.made_up import parts

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


def test_an_abbreviation_of_few_letters_is_a_name_in_its_own_case_only() -> None:
    names = Names([("IT", HERE), ("GHD", THERE)])
    assert [names.within(text) for text in ("van de GHD.", "doe it", "de IT", "GHDX")] == [THERE, None, HERE, None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("zie https://github.com/Maan/Nieuw", True),
        ("zie github.com/maan", True),
        ("git@github.com:stad/loket.git", True),
        ("net als stad/loket", True),
        ("een loket", False),
        ("net als geheim-loket", True),
        ("wegens zonnebloemproject", True),
        ("van de GHD", True),
        ("aan zee", False),
        ("zie https://github.com/stad/ander", False),
    ],
)
def test_what_people_write_for_what_may_not_be_named(text: str, told: bool) -> None:
    inventory, _ = parts("""
organisations:
  - {id: stad, name: Stad, kind: gemeente}
  - {id: zee, name: Dienst Zee, abbreviation: GHD, kind: zbo, publish: never, sources: ["github:Maan"]}
systems:
  - {id: een, name: Burgerbalie, organisation: stad, openness: partly, publish: never, repositories:
      ["https://github.com/stad/loket", "https://github.com/stad/geheim-loket"]}
left_out: [{repository: https://github.com/stad/zonnebloemproject, reason: een proef}]
""")
    assert bool(hushing(inventory)(text)) is not told


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("belastingvangnet", "wij delen het belastingvangnet later", True),
        ("documentatie", "de documentatie volgt", False),
        ("documentatie", "zie stad/documentatie", True),
        ("Infrastructure", "our infrastructure is shared", False),
        ("open-source", "wij werken open-source", False),
        ("ZaakNet", "net als zaaknet", True),
        ("zaak2", "net als zaak2", True),
        ("vangnet", "een vangnet", False),
    ],
)
def test_only_an_ordinary_word_is_no_name(name: str, text: str, told: bool) -> None:
    inventory, _ = parts(f"left_out: [{{repository: 'https://git.example.nl/stad/{name}', reason: een proef}}]\n")
    assert bool(hushing(inventory)(text)) is not told


NAME = st.text("abc .-:/", min_size=1, max_size=8).filter(lambda name: any(sign in "abc" for sign in name))


@given(st.lists(NAME, min_size=1, max_size=6), st.data())
def test_no_hidden_name_is_missed(names: list[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(names))
    assert Names([(one, HERE) for one in names]).within(f"* {name.upper()} *") == HERE
