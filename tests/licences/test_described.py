"""Words that limit elsewhere: in what a work is about, in the name of who holds it, and beside harmless sentences."""

import pytest

from oss_scan import licences

_MIT = licences.text("MIT").strip()


def _said(text: str) -> str | None:
    return licences.identify(text.encode()).expression


def _around(clause: str) -> tuple[str, str, str]:
    """A clause above a text, between its paragraphs, and below it."""
    first, last = _MIT.rsplit("\n\n", 1)
    return f"{clause}\n\n{_MIT}", f"{first}\n\n{clause}\n\n{last}", f"{_MIT}\n\n{clause}\n"


@pytest.mark.parametrize(
    "about",
    [
        "A payment library for harbours.",
        "A restricted Boltzmann machine in Python.",
        "Limited-memory quasi-Newton solver",
        "Rekenmodule voor het havengeld",
        "Betaalmodule voor leges.",
        "Viewer for internal waterways",
        "Commercial vehicle traffic model",
        "Zaaksysteem voor omgevingsvergunningen",
        "Read-only client of the national register",
        "Copyright (c) 2020 Only Once BV",
        "Copyright (c) 2019-2022 Commercial Bank of Zwolle",
        "Copyright 2021 Prohibited Goods Unit",
        "-*- coding: utf-8 -*-",
        "Met vriendelijke groet,",
        "Happy sailing!",
        "Please read our [code of conduct](CODE_OF_CONDUCT.md) before you contribute.",
        "Onze website staat op https://harbour.example.",
        "Verkoopregister havengronden",
        "Welcome to the tide toolbox.",
        "Disclaimer: no rights can be derived from this text.",
        "This file was generated automatically. Do not edit.",
        "Dit project gebruikt onderstaande licentie.",
        "De licentietekst vindt u hieronder:",
        "END OF TERMS",
    ],
)
def test_what_a_work_is_about_limits_nothing(about: str) -> None:
    above, _, below = _around(about)
    assert (_said(above), _said(below)) == ("MIT", "MIT")


@pytest.mark.parametrize(
    "about",
    [
        "A commercial library",
        "Trial version of the payment library",
        "Internal version of the tide tool",
        "Restricted software",
        "For the members portal only",
        "Not for commercial vehicles",
        "A viewer for use in restricted areas",
        "Our software is not for sale",
        "Copyright (c) 2020 Harbour. For Internal Use Of Harbour Group",
        "Copyright (c) 2020 Harbour Commercial License Group",
        "Copyright (c) 2020 Harbour Group. Evaluation Copy",
        "Voorwaarden: alleen intern",
        "Territory: Belgium",
        "Verspreiding: nee",
        "Valid in Belgium.",
        "Strictly for teaching.",
        "Wijzig het niet zonder toestemming.",
        "Happy paying",
        "Dit exemplaar is persoonlijk.",
        "Vraag het eerst.",
    ],
)
def test_what_limits_beside_it_still_does(about: str) -> None:
    assert {_said(text) for text in _around(about)} == {None}


@pytest.mark.parametrize(
    "between",
    ["Contributions are welcome.", "Laatst gewijzigd: 3 juni 2022.", "The harbour has a trademark on its name."],
)
def test_a_paragraph_between_those_of_a_text(between: str) -> None:
    first, last = _MIT.rsplit("\n\n", 1)
    assert _said(f"{first}\n\n{between}\n\n{last}") == "MIT"


def test_words_within_a_sentence_are_no_paragraph_of_their_own() -> None:
    for words in ("in Zwolle", "Harbour of Zwolle."):
        assert _said(_MIT.replace("free of charge", f"free of charge\n\n{words}\n\n")) is None
        assert _said(_MIT.replace("subject to the", f"subject to the\n{words}\n")) is None


def test_what_a_browser_prints_around_a_page() -> None:
    for line in ("LICENSE    2", "(continued)", "04-05-2021", "https://harbour.example/LICENSE   1/2", "Blad 3"):
        assert _said(_MIT.replace("\n\nTHE", f"\n{line}\nTHE")) == "MIT"


@pytest.mark.parametrize(
    "notice",
    [
        "Dit project gebruikt de EUPL-1.2.",
        "We use the EUPL 1.2 as our license.",
        "Wij hebben gekozen voor de EUPL 1.2.",
        "Onze licentie is de EUPL 1.2.",
        "Dit pakket heeft de EUPL-1.2 als licentie.",
        "Voor deze code is gekozen voor de EUPL 1.2-licentie.",
        "U mag deze software gebruiken onder de voorwaarden van de EUPL 1.2.",
        "Iedereen mag deze broncode gebruiken, aanpassen en verspreiden onder de EUPL 1.2.",
        "The payment library is licensed under the EUPL 1.2.",
        "Copyright Only Once BV. Deze software valt onder de EUPL-1.2.",
        "Distributed per the EUPL 1.2.",
        "Shortest path functions.\n\nLicensed under the EUPL 1.2.",
        "Voor dit project geldt de EUPL v1.2.",
        "The EUPL 1.2 applies to this project.",
        "Wij stellen deze code beschikbaar onder de EUPL 1.2.",
        "Als licentie is gekozen voor de EUPL 1.2.",
        "Deze broncode is eigendom van de haven van Ede en gepubliceerd onder de EUPL 1.2.",
    ],
)
def test_a_notice_in_other_words(notice: str) -> None:
    assert _said(notice) == "EUPL-1.2"
    for limit in ("Alleen voor intern gebruik.", "Make no copies.", "In licentie gegeven aan de haven van Zwolle."):
        assert _said(f"{notice} {limit}") is None


@pytest.mark.parametrize(
    "notice",
    [
        "We publish our examples under the MIT license.",
        "Wij publiceren de documentatie onder de MIT-licentie.",
        "We chose the MIT license for our examples.",
        "Dit pakket gebruikt de MIT-licentie voor deze map.",
        "We use the MIT license of the harbour.",
        "The MIT license applies to the tests.",
        "We have released version 1 under the MIT license.",
    ],
)
def test_a_notice_of_a_part(notice: str) -> None:
    assert _said(notice) is None
