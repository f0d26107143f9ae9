"""Short texts that name the licence of something else, of once, or for one use or place."""

import time

import pytest

from oss_scan import licences
from oss_scan.licences.elsewhere import goes_on_with_some


@pytest.mark.parametrize(
    "said",
    [
        "This project uses the MIT-licensed library foo.",
        "Foo bevat de MIT-gelicentieerde parser bar.",
        "Kernel module: GPL-2.0",
        "Client library: MIT",
        "Partners get this under the MIT License.",
        "Overheden krijgen dit onder de EUPL-1.2.",
        "Checks that a file has GPL v2 or later in it.",
        "Controleert of een bestand onder de GPL-3.0 valt.",
        "It finds files under the MIT License.",
        "This tool converts MIT to Apache-2.0.",
        "Originally under the GNU GPL version 2 or later.",
        "Oorspronkelijk uitgegeven onder de GPL-2.0.",
        "Licensed under the MIT License within the EU.",
        "Beschikbaar onder EUPL-1.2 binnen Nederland.",
        "Licensed under the EUPL-1.2 for research.",
        "Licensed under Apache-2.0 for teaching.",
        "Written for a library that is licensed under the GPLv3.",
        "Based on work licensed under the GPL-3.0 by ACME.",
        "Contributors sign a CLA under Apache-2.0.",
        "The theme was made by Jan Smit and is released under MIT.",
    ],
)
def test_a_licence_that_is_not_of_the_work(said: str) -> None:
    assert licences.identify(said.encode()).expression is None


@pytest.mark.parametrize(
    "said",
    [
        "This library is MIT-licensed.",
        "Licensed under the MIT License, see the LICENSE file within this repository.",
        "This theme is released under the MIT License.",
        "Source code: MIT License",
        "Our software: MIT License",
        "Copyright the Foo contributors. Licensed under the MIT License.",
        "Foo contains a parser. Foo is licensed under the MIT License.",
    ],
)
def test_one_that_is(said: str) -> None:
    assert licences.identify(said.encode()).expression == "MIT"


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("Valid in Belgium.", False),
        ("Offered to municipalities.", False),
        ("Proefversie.", False),
        ("TLP:RED", False),
        ("Territory: Benelux.", False),
        ("All rights reserved.", True),
        ("Alle rechten voorbehouden.", True),
        ("Written by Jan Smit.", True),
    ],
)
def test_a_sentence_behind_whose_a_work_is(behind: str, kept: bool) -> None:
    text = licences.text("MIT").replace(
        "Copyright (c) <year> <copyright holders>", f"Copyright (c) 2020 Utrecht. {behind}"
    )
    assert behind in text
    assert licences.identify(text.encode()).expression == ("MIT" if kept else None)


@pytest.mark.parametrize(
    "limit",
    [
        "Read-only access to the source.",
        "Seats: 25",
        "Geldigheidsgebied: Vlaanderen.",
        "Voor het onderwijs.",
        "Voor de duur van het project.",
        "On hardware of the vendor.",
        "Beta testers get a copy.",
        "Elke kopie wordt geteld en afgerekend.",
        "Display our logo on each screen.",
        "Tonen van het logo is verplicht op elke pagina.",
    ],
)
def test_a_few_words_beside_a_notice_that_limit_it(limit: str) -> None:
    assert (
        licences.identify(f"This software is licensed under the MIT License.\n\n{limit}\n".encode()).expression is None
    )


@pytest.mark.parametrize("line", ["For more information: see the website.", "For support and download.", "In Rust."])
def test_a_few_words_beside_a_notice_that_do_not(line: str) -> None:
    assert (
        licences.identify(f"This software is licensed under the MIT License.\n\n{line}\n".encode()).expression == "MIT"
    )


@pytest.mark.parametrize(
    "said", ["Ter inzage.", "Regio: Twente", "Copies are numbered and tracked.", "Covers one site."]
)
def test_a_sentence_of_a_short_notice_shows_that_it_is_harmless(said: str) -> None:
    notice = f"This software is licensed under the MIT License.\n\n{said}\n"
    assert licences.identify(notice.encode()).expression is None
    assert licences.identify(f"# {said}\n\n{licences.text('EUPL-1.2')}".encode()).expression is None


@pytest.mark.parametrize(
    "said",
    ["By appointment.", "In the Netherlands.", "Bestemd voor de rechtspraak.", "The author is named on every page."],
)
def test_a_few_words_that_look_like_names_and_limit(said: str) -> None:
    assert licences.identify(f"{licences.text('MIT')}\n\n{said}\n".encode()).expression is None


@pytest.mark.parametrize("title", ["# Readme fixture", "# Huurtoeslag rekenen"])
def test_the_title_of_a_page_may_be_any_name(title: str) -> None:
    text = f"{title}\n\n## License\n\n{licences.text('MIT')}"
    assert licences.identify(text.encode()).expression == "MIT"


_SOME = (
    "The sources in the directory samples are from the tides project: http://tides.example/.",
    "The files in src/vendor are copied from Tides.",
    "The folder lib/ holds parts of Tides.",
    "Parts of this code were taken from Tides.",
    "Some files come from Tides.",
    "The icons were taken from Tides.",
    "De map lib/ bevat delen van Getij.",
)


@pytest.mark.parametrize("some", _SOME)
@pytest.mark.parametrize("those", ["All of these are available", "They are released", "These files are licensed"])
def test_what_goes_on_with_some_of_the_work_gives_it_no_licence(some: str, those: str) -> None:
    assert licences.identify(f"{some} {those} under the MIT licence.\n".encode()).expression is None


@pytest.mark.parametrize(
    "whole",
    [
        "This project was derived from Tides.",
        "This project has a parser and a writer.",
        "The package consists of a client and a server.",
        "The files in this repository tell when it is high tide.",
    ],
)
def test_what_goes_on_with_the_work_gives_it_a_licence(whole: str) -> None:
    text = f"{whole} All of these are available under the MIT licence.\n"
    assert licences.identify(text.encode()).expression == "MIT"


@pytest.mark.parametrize("before", ["{}Tides", "Tides{}and sea", "Some files{}come from Tides"])
def test_blanks_in_what_a_sentence_goes_on_with_take_no_time(before: str) -> None:
    began = time.process_time()
    text = f"{before.format(' ' * 9_000)}. They are licensed under the MIT licence.\n"
    assert licences.identify(text.encode()).kind in ("unknown", "notice")
    assert goes_on_with_some([text.partition(". ")[0], "They are under the MIT licence."]) == before.startswith("Some")
    assert time.process_time() - began < 5
