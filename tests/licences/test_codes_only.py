"""How a copy differs from a text of which only the codes of its words are known."""

from difflib import SequenceMatcher

import pytest

from oss_scan.licences.align import Hunk, Region
from oss_scan.licences.index import Reference
from oss_scan.licences.judge import judge
from oss_scan.licences.words import split

_TEXT = (
    "de licentiegever verleent hierbij een wereldwijde niet exclusieve licentie om het werk te gebruiken te"
    " verspreiden en te wijzigen zolang het recht op het werk bestaat de licentie mag niet exclusieve rechten geven wie"
    " het werk wil verspreiden geeft de licentie erbij zonder beperkingen en zonder kosten en biedt geen garantie"
    " want geen recht gaat verder"
)


def _differences(changed: str) -> list[tuple[str, str]]:
    known, copy = split(_TEXT), split(changed)
    blocks = SequenceMatcher(None, known.codes, copy.codes, autojunk=False).get_opcodes()
    hunks = tuple(Hunk(*places) for kind, *places in blocks if kind != "equal")
    same = len(known.codes) - sum(each.end - each.start for each in hunks)
    found = judge(copy, Region(Reference("EUPL-1.2", known.codes, 1), 0, len(copy.codes), same, hunks))
    return [(each.removed, each.added) for each in found.differences]


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("niet exclusieve licentie", "exclusieve licentie", [("niet", "")]),
        ("te gebruiken te verspreiden", "te gebruiken", [("te verspreiden", "")]),
        ("wereldwijde", "landelijke", [("…", "landelijke")]),
        ("wereldwijde niet", "niet", [("…", "")]),
        ("wereldwijde", "zolang", [("…", "zolang")]),
        ("zonder beperkingen", "onder beperkingen", [("zonder", "onder")]),
        ("geen garantie", "een garantie", [("geen", "een")]),
        ("te wijzigen", "en wijzigen", [("te", "en")]),
        ("wie het werk", "gnu het werk", [("…", "gnu")]),
        ("rechten geven", "rechten gaven", [("…", "gaven")]),
        ("wereldwijde", "exclusieve", [("…", "exclusieve")]),
        ("verleent hierbij", "verspreiden hierbij", [("…", "verspreiden")]),
        ("te verspreiden", "te verkopen", [("verspreiden", "verkopen")]),
        ("licentie erbij", "licentie aan bakkers erbij", [("", "aan bakkers")]),
    ],
)
def test_words_that_are_another_licence_are_shown(was: str, now: str, shown: list[tuple[str, str]]) -> None:
    assert was in _TEXT
    assert _differences(_TEXT.replace(was, now, 1)) == shown


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("wereldwijde", "wereldwjide"),
        ("wereldwijde", "wereldwijd"),
        ("beperkingen", "beperkignen"),
        ("zonder kosten", "zondr kosten"),
        ("wereldwijde", "wereld wijde"),
        ("verleent", "verleend"),
        ("de licentie mag", "licentie mag"),
        ("het werk bestaat", "het het werk bestaat"),
    ],
)
def test_words_written_wrongly_are_the_same_licence(was: str, now: str) -> None:
    assert was in _TEXT
    assert _differences(_TEXT.replace(was, now, 1)) == []


@pytest.mark.parametrize(
    ("was", "now"), [("2 de licentie mag", "de licentie mag"), ("lesser", "library"), ("year", "19yy")]
)
def test_an_older_text_of_gnu_is_the_same_licence(was: str, now: str) -> None:
    text = f"{_TEXT} 2 de licentie mag lesser zijn in year"
    known, copy = split(text), split(text.replace(was, now, 1))
    blocks = SequenceMatcher(None, known.codes, copy.codes, autojunk=False).get_opcodes()
    hunks = tuple(Hunk(*places) for kind, *places in blocks if kind != "equal")
    same = len(known.codes) - sum(each.end - each.start for each in hunks)
    # "lesser" and "year" are words of the GPL in English
    found = judge(copy, Region(Reference("GPL-2.0", known.codes, 1), 0, len(copy.codes), same, hunks))
    assert hunks
    assert found.differences == ()
