"""A short text that names a licence: what gives it, what only means to, and what gives the program another."""

import time

import pytest

from oss_scan import licences
from oss_scan.licences.names import find_all
from oss_scan.licences.statements import limiting_near

_IN_ENGLISH = """\
Licensed under the EUPL, Version 1.2 or - as soon they will be approved by the European Commission - subsequent
versions of the EUPL (the "Licence");
You may not use this work except in compliance with the Licence.
"""
_IN_DUTCH = """\
In licentie gegeven krachtens de EUPL, versie 1.2 of - zodra zij zullen zijn goedgekeurd door de Europese Commissie -
latere versies van de EUPL.
"""


@pytest.mark.parametrize(
    "text",
    [
        "This project will be released under the EUPL-1.2.",
        "Planned license: MPL-2.0",
        "Voorgestelde licentie: EUPL 1.2",
        "Upon written request the source is available under the GPL-3.0.",
        "An example of a licence is the GPL version 2.",
        "Common licences are MIT, GPL-3.0 and Apache-2.0.",
        'Add the following header: "Licensed under the EUPL-1.2".',
        "Zet in elk bestand: SPDX-License-Identifier: EUPL-1.2",
        "Dit script voegt de EUPL-1.2 toe aan repositories.",
        "This licence is modelled on the BSD 3-Clause License.",
        "The JavaScript in static/vendor is MIT licensed.",
        "The examples in this repository are MIT licensed.",
        "The icons come from Material Design and are Apache-2.0.",
        "The bundled copy of zlib is under the zlib license.",
        "Includes software developed by the Golf Foundation under the Apache License 2.0.",
        "Plugins: LGPL-2.1",
        "Golf: MIT License",
        "We are considering the MIT license.",
        "We intend to release this code under the Apache License 2.0.",
        "We plan to use the MIT License.",
        "In the future this software may be licensed under the GPL v3.",
        "We would like to publish this under the EUPL-1.2.",
        "Proposed licence: EUPL-1.2",
        "Our preferred licence for new projects is the EUPL-1.2.",
        "To be decided: MIT or EUPL-1.2",
        "Probably the MIT license",
        "Should we use the MIT license?",
        "Example: MIT License",
        "For example:\n\n> This work is licensed under the MIT License.",
        "Open source licences such as the MIT License are allowed here.",
        "Deze code wordt later gepubliceerd onder de EUPL-1.2.",
        "De broncode zal worden gepubliceerd onder de EUPL 1.2.",
        "Wij zijn voornemens deze software onder de EUPL v1.2 uit te brengen.",
        "We willen de code vrijgeven onder de EUPL-1.2",
        "Licentie: nader te bepalen (waarschijnlijk EUPL-1.2)",
        "Binnenkort onder EUPL-1.2.",
        "Beoogde licentie: EUPL-1.2",
        "Waarom de EUPL-1.2?",
        "This software is to be released under the EUPL-1.2.",
        "As of 2030 this software is released under the EUPL-1.2.",
        "From version 2 on this is licensed under the MIT License.",
        "Once finished, this software is licensed under the EUPL-1.2.",
        "When the audit is done, the code is released under the EUPL-1.2.",
        "Licensed under EUPL-1.2, under review.",
        "Deze software wordt volgend jaar vrijgegeven onder de EUPL-1.2.",
        "Publicatie onder de EUPL-1.2 volgt.",
        "Earlier versions are licensed under the MIT License.",
        "Version 1 is licensed under the MIT License.",
    ],
)
def test_what_is_only_meant_or_named_gives_no_licence(text: str) -> None:
    assert licences.identify(text.encode()).expression is None


@pytest.mark.parametrize(
    "text",
    [
        "This software is licensed under a modified MIT License.",
        "This software is licensed under the MIT License with modifications.",
        "This software is licensed under an MIT-like license. MIT License.",
        "This software is licensed under a licence based on the EUPL-1.2.",
        "The licence is a variant of the MIT License.",
        "Licentie: een aangepaste versie van de MIT License.",
        "This software is licensed under the EUPL-1.2 to the municipality of Golf.",
    ],
)
def test_a_licence_that_is_made_from_another_or_is_for_somebody(text: str) -> None:
    assert licences.identify(text.encode()).expression is None


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("This project uses Golf, which is licensed under the MIT License.", None),
        ("This software contains Golf (licensed under the MIT License).", None),
        ("Based on Golf, released under the MIT License.", None),
        ("Thanks to Golf (licensed under the MIT License).", None),
        ("This project is based on Golf and is licensed under the EUPL-1.2.", "EUPL-1.2"),
        ("This repository contains the source code of Golf, licensed under the EUPL-1.2.", "EUPL-1.2"),
        ("This repository contains Golf. It is licensed under the EUPL-1.2.", "EUPL-1.2"),
    ],
)
def test_the_licence_of_what_a_work_uses_is_not_its_own(text: str, expression: str | None) -> None:
    assert licences.identify(text.encode()).expression == expression


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (
            "Licensed under the EUPL-1.2 and the GPL v3 or, at your option, any later version.",
            "EUPL-1.2 AND GPL-3.0-or-later",
        ),
        ("This is licensed under the EUPL-1.2. Either way, it uses code under the MIT License.", None),
        ("Licensed under the MIT License and the GPL-3.0-or-later (at your option).", "GPL-3.0-or-later OR MIT"),
        ("Licensed under the Modified BSD License.", "BSD-3-Clause"),
    ],
)
def test_later_versions_of_one_name_are_no_choice_between_two(text: str, expression: str | None) -> None:
    assert licences.identify(text.encode()).expression == expression


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (_IN_ENGLISH, "EUPL-1.2"),
        (_IN_DUTCH, "EUPL-1.2"),
        ("This project is free and open-source software licensed under the EUPL v1.2.", "EUPL-1.2"),
        ("EUPL-1.2. Compatibel met andere licenties zoals de GNU GPL.", "EUPL-1.2"),
        ("You should have received a copy of the GNU GPL v3 with this program, which is under it.", "GPL-3.0"),
    ],
)
def test_words_that_stand_in_notices_take_nothing_back(text: str, expression: str) -> None:
    found = licences.identify(text.encode()).expression or ""
    assert licences.families(found) == {expression}


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Code: MIT\n\nDocumentation and data: CC-BY-4.0\n", "MIT"),
        ("- **Code**: MIT License\n- **Data**: CC0-1.0\n", "MIT"),
        ("Broncode: EUPL-1.2\nTeksten: CC-BY-4.0\n", "EUPL-1.2"),
        ("Code: see LICENSE\n\nLicensed under the EUPL-1.2\n", "EUPL-1.2"),
        ("Code: MIT\nSoftware: GPL-3.0-only\nDocs: CC-BY-4.0\n", None),
        ("Code: see below\nDocs: CC-BY-4.0\n", None),
        ("Code: alle rechten voorbehouden\nDocumentatie: CC-BY-4.0\n", None),
    ],
)
def test_what_stands_behind_code(text: str, expression: str | None) -> None:
    assert licences.identify(text.encode()).expression == expression


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Licensed under the GPL version 2. Alternatively under the terms of BSD license.", None),
        ("Dual licensed under the MIT and GPL licenses.", None),
        ("This file is licensed under a dual GPLv2 or X11 license.", "GPL-2.0 OR X11"),
        ("Dual licensed under the MIT and the University of Illinois Open\n// Source Licenses.", None),
        ("Under the Eclipse Public License v1.0 and Eclipse Distribution License v1.0.", None),
        (
            "Licensed under the GPL version 3, with additional permissions as in the GCC Runtime Library Exception.",
            None,
        ),
        ("Subject to the Mozilla Public License Version\n * 1.1, or the Apache License 2.0", "Apache-2.0 OR MPL-1.1"),
        ("Licence: CC-BY-SA 2.0 or GPL-3+", "CC-BY-SA-2.0 OR GPL-3.0-or-later"),
        ("BSD 3-clause Clear license", "BSD-3-Clause-Clear"),
        ("Licensed under BSD 3-clause No Nuclear License", None),
        ("MIT License with No Attribution", "MIT-0"),
        ("Licensed under MIT AND Harbour-1.0", None),
        ("Business Source License 1.1\nChange Date: 2027-01-01\nChange License: GPL-3.0-or-later", None),
        ("Licensed under the GNU General Public License version 2. See the GNU General Public License.", "GPL-2.0"),
        ("Apache Tomcat is licensed under the Apache License, Version 2.0.", "Apache-2.0"),
        (
            "Under the GNU Lesser General Public License version 2.1. Or the Mozilla Public *\n* License 1.1.   *",
            None,
        ),
    ],
)
def test_a_licence_that_is_named_besides_leaves_it_open(text: str, expression: str | None) -> None:
    assert licences.identify(text.encode()).expression == expression


@pytest.mark.parametrize("words", ["under under (MIT) ", "MIT or ", "EUPL 1.2, "])
def test_many_names_take_no_long_time(words: str) -> None:
    text = words * (360_000 // len(words))
    began = time.process_time()
    assert licences.identify(text.encode()).expression is None
    assert licences.identify(f"{licences.text('MIT')}\n\n{text}".encode()).expression is None
    assert time.process_time() - began < 20  # it was minutes: each name was compared with all others


def test_a_text_that_its_licence_explains_to_the_last_word_is_no_crash() -> None:
    """The end of the MPL, with its notice as a model, as a page has it below a heading."""
    end = licences.text("MPL-2.0").partition("Exhibit A")[2].partition("Exhibit B")[0].partition("\n")[2]
    assert licences.identify(end.encode()).expression in (None, "MPL-2.0")


def test_a_choice_of_an_open_licence_and_a_paid_one() -> None:
    said = (
        "Licensed under a dual-license model, this software is available under:\n\n* the GNU General Public License"
        " Version 2 or later,\n* or {} from Zed Works.\n\nAll content is authored by the engineers of Zed Works. The"
        " names of its products are trademarks of Zed Works. The text below tells in which languages its pages are"
        " written and by which of its engineers each of them was written, and in which year, so that it is longer.\n"
    )
    assert licences.identify(said.format("commercial license terms").encode()).expression == "GPL-2.0-or-later"
    assert licences.identify(said.format("other license terms").encode()).expression is None


def test_what_an_id_is_made_of_limits_nothing() -> None:
    for licence in ("Beerware", "BSD-ask-to-endorse", "Boehm-GC-without-fee", "PolyForm-Noncommercial-1.0.0"):
        tag = f"SPDX-License-Identifier: {licence}"
        assert licences.identify(f"{tag}\n".encode()).expression == licence
        assert licences.identify(f"{tag}\nFor bakers only.\n".encode()).expression is None
        assert licences.identify(f"{tag} for bakers only\n".encode()).expression is None


def test_a_choice_of_which_one_is_known_leaves_it_open() -> None:
    said = f"You may use it under either of the following two licences:\n\n{licences.text('MIT')}\nOr:\n\n{{}}\n"
    boost = "Distributed under the Boost Software License, Version 1.0.\n"
    assert licences.identify(said.format(boost).encode()).expression == "BSL-1.0 OR MIT"
    assert licences.identify(said.format("The Harbour terms.").encode()).expression is None


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("MIT / Apache-2.0", None),
        ("MIT & Apache-2.0", None),
        ("- MIT\n- Apache-2.0", None),
        ("Apache-2.0\nMIT", None),
        ("License: MIT/Apache-2.0", None),
        ("MIT (backend), EUPL-1.2 (frontend)", None),
        ("SSPL or AGPL-3.0-only", None),
        ("Zlib & EUPL-1.2", None),
        ("MIT plus Apache-2.0", None),
        ("MIT Apache-2.0", None),
        ("Backend: MIT\nFrontend: EUPL-1.2", None),
        ("| backend | MIT |\n| frontend | EUPL-1.2 |", None),
        ("Artistic License or GPL-2.0-only", None),
        ("public domain or MIT License", None),
        ("GPL v2 or v3", None),
        ("EUPL-1.2 with exceptions", None),
        ("licensed under isc or eupl-1.2", "EUPL-1.2 OR ISC"),
        ("Licensed under 0BSD or MIT License", "0BSD OR MIT"),
        ("Licensed under EUPL-1.2 and ISC.", "EUPL-1.2 AND ISC"),
        ("Made at MIT (Cambridge). Licensed under the EUPL-1.2.", "EUPL-1.2"),
    ],
)
def test_a_short_id_beside_a_name_is_one_too(words: str, expression: str | None) -> None:
    assert licences.identify(words.encode()).expression == expression
    assert licences.identify(f"# Golf\n\nA tool.\n\n## License\n\n{words}\n".encode()).expression == expression


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("Licensed under the GNU Affero GPLv3", "AGPL-3.0"),
        ("De code valt onder de Affero GPL-3.0", "AGPL-3.0"),
        ("GNU Library GPL version 2", "LGPL-2.0"),
        ("Lesser GPL v3 or higher", "LGPL-3.0-or-later"),
        ("Licensed under Apache-2.0 WITH LLVM-exception.", "Apache-2.0 WITH LLVM-exception"),
        ("License: GPL-2.0-only WITH Quay-exception", None),
        ("Licensed under EUPL-1.2 AND LicenseRef-Logo.", "EUPL-1.2 AND LicenseRef-Logo"),
        ("Licensed under (MIT OR Apache-2.0) AND BSD-3-Clause.", "(MIT OR Apache-2.0) AND BSD-3-Clause"),
        ("[MIT](LICENSE) © Golf", "MIT"),
        ("MIT © Golf", "MIT"),
    ],
)
def test_what_belongs_to_a_name(words: str, expression: str | None) -> None:
    assert licences.identify(words.encode()).expression == expression


def test_of_two_names_in_a_manifest_none_is_dropped() -> None:
    assert licences.meaning("MIT / Apache-2.0") == "MIT OR Apache-2.0"
    assert licences.meaning("MIT + EUPL-1.2") is None
    assert licences.meaning("EUPL 1.2 (MIT)") is None
    assert licences.meaning("The MIT License (MIT)") == "MIT"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The `core` folder is licensed under the MIT license.", None),
        ("De map `api` valt onder de MIT-licentie.", None),
        ("Everything but the `enterprise` directory is MIT licensed.", None),
        ("`src/`: MIT", None),
        ("Partly MIT.", None),
        ("De meeste bestanden vallen onder de MIT-licentie.", None),
        ("The frontend is licensed under MIT.", None),
        ("Kraan frontend is licensed under MIT.", "MIT"),
        ("Licensed under the MIT license, see the LICENSE file in the root folder.", "MIT"),
        ("Gepland: EUPL-1.2", None),
        ("EUPL-1.2 (concept)", None),
        ("Mogelijk EUPL-1.2", None),
        ("Probably MIT", None),
        ("Het streven is om dit onder de MIT-licentie te publiceren.", None),
        ("Deze code viel onder de MIT-licentie.", None),
        ("Any license but MIT", None),
        ("~~MIT License~~", None),
        ("Kraan was released under the MIT license.", "MIT"),
        ("EUPL-1.2 (gewijzigd)", None),
        ("MIT License, modified", None),
        ("Licensed under the MIT License, modified by Kraan.", "MIT"),
    ],
)
def test_a_readme_that_speaks_of_a_part_a_plan_or_the_past(said: str, expected: str | None) -> None:
    page = f"# Kraan\n\nEen tool.\n\n## License\n\n{said}\n"
    assert licences.identify(page.encode()).expression == expected


_NOTICE = """
This program is free software: you can redistribute it and/or modify
it under the terms of the GNU General Public License as published by
the Free Software Foundation, either version 3 of the License, or
(at your option) any later version.

This program is distributed in the hope that it will be useful,
but WITHOUT ANY WARRANTY; without even the implied warranty of
MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
GNU General Public License for more details.

You should have received a copy of the GNU General Public License
along with this program.  If not, see <http://www.gnu.org/licenses/>.
"""
_ADVICE = """
Also add information on how to contact you by electronic and paper mail.

  You should also get your employer (if you work as a programmer) or school,
if any, to sign a "copyright disclaimer" for the program, if necessary.
"""
_TITLED = "GNU GENERAL PUBLIC LICENSE\n    Version 3, 29 June 2007\n\n"


@pytest.mark.parametrize("below", ["", _ADVICE])
@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("", "GPL-3.0-or-later"),
        ("Getijden. Leest tabellen van havens.\n", "GPL-3.0-or-later"),
        ("    Tides: consistent reading of different tables\n    along the coast.\n", "GPL-3.0-or-later"),
        ("<one line to give the program's name and a brief idea of what it does.>\n", "GPL-3.0-or-later"),
        ("Tides: a table that can be used for games, to discuss the future of your harbour.\n", "GPL-3.0-or-later"),
        ("Only for students of the harbour.\n", None),
        ("Not to be sold.\n", None),
        ("Tides, under the MIT License\n", None),
    ],
)
def test_a_notice_as_the_gpl_advises_it_below_its_title(described: str, expected: str | None, below: str) -> None:
    text = f"{_TITLED}{described}Copyright (C) 2017  Haven\n{_NOTICE}{below}"
    assert licences.identify(text.encode()).expression == expected
    limited = f"{text}\nUse by companies requires a permit.\n"
    assert licences.identify(limited.encode()).expression is None


def test_where_nothing_is_left_nothing_limits() -> None:
    assert not limiting_near("\n \n", lambda block: True)


@pytest.mark.parametrize("rest", ["Other files:", "All other code", "Everything else", "Overige bestanden:"])
def test_a_text_for_the_rest_is_not_the_licence_of_all(rest: str) -> None:
    above = f"`src/tide.c`: https://harbour.example/tide\n\n{rest}\n\n"
    assert licences.identify(f"{above}{licences.text('Apache-2.0')}".encode()).expression is None


def test_of_more_names_than_anyone_reads_the_rest_is_unknown() -> None:
    found = find_all("MIT License\n" * 1_200)
    assert {each.expression for each in found[:-1]} == {"MIT"}
    assert (found[-1].expression, found[-1].end) == (None, 14_400)


@pytest.mark.parametrize(
    ("said", "expression"),
    [
        ("Only our own original work is licensed under the terms of the Apache License 2.0. {differ}", "Apache-2.0"),
        ("Only our own work is licensed under the Apache License 2.0 for members. {differ}", None),
        ("{differ}", None),
    ],
)
def test_that_libraries_may_have_other_terms_takes_nothing_back(said: str, expression: str | None) -> None:
    differ = (
        "The licenses of some libraries might impose different redistribution or licensing terms than those stated"
        " in the Apache License 2.0. Users are hereby requested to verify these conditions and agree upon them."
    )
    assert licences.identify(said.format(differ=differ).encode()).expression == expression


@pytest.mark.parametrize(
    ("above", "expression"),
    [
        (
            "For parts written by others, see:\n\nsrc/tide.LICENSE\n\nsrc/ebb.LICENCE\n\n====\nFor all other stuff:",
            "MIT",
        ),
        ("For third-party code, see vendor/LICENSE and lib/COPYING.ebb\n\nFor everything else:", "MIT"),
        ("For files by third parties please see LICENSES-OTHERS.md\nFor the rest:", "MIT"),
        ("For parts written by others, see:\n\nsrc/tide.c\n\nFor all other stuff:", None),
        ("For code see LICENSE-CODE\n\nFor everything else:", None),
        ("For parts written by others, see src/LICENSE, which is for members only.\n\nFor the rest:", None),
    ],
)
def test_a_text_for_all_but_what_others_made_whose_licences_are_there(above: str, expression: str | None) -> None:
    assert licences.identify(f"{above}\n\n{licences.text('MIT')}".encode()).expression == expression


@pytest.mark.parametrize(
    ("said", "expression"),
    [
        (
            "If you wish to use the name or logo in any way, you must comply with this policy: https://harbour.example.",
            "MIT",
        ),
        ("If you want to use our marks, you must follow their guidelines.", "MIT"),
        ("If you wish to use the software or logo, you must comply with this policy.", None),
        ("If you want to use our name, you must pay.", None),
    ],
)
def test_how_a_mark_is_used_takes_nothing_back(said: str, expression: str | None) -> None:
    assert licences.identify(f"Licensed under the MIT License. {said}".encode()).expression == expression


_ICON = (
    '<div>{whose} made by <a href="https://www.freepik.com" title="Freepik">Freepik</a> from'
    ' <a href="https://www.flaticon.com" title="Flaticon">www.flaticon.com</a> is licensed by'
    ' <a href="http://creativecommons.org/licenses/by/3.0/" title="CC BY 3.0" target="_blank">CC 3.0 BY</a></div>\n'
)
_INSTALLER = (
    "The Harbour installer uses the BSD-3-Clause License as stated below.\n\n"
    "Binary packages that come with it have their own licensing terms and by installing Harbour you"
    " {agree} as well.\n\n"
)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (licences.text("Apache-2.0") + "\n\n" + 20 * _ICON.format(whose="Tide icon"), "Apache-2.0"),
        (licences.text("Apache-2.0") + "\n\n" + 20 * _ICON.format(whose="not for sale, icon"), None),
        (
            _INSTALLER.format(agree="agree to the licensing terms of individual packages")
            + licences.text("BSD-3-Clause"),
            "BSD-3-Clause",
        ),
        (_INSTALLER.format(agree="agree to the terms of the Harbour") + licences.text("BSD-3-Clause"), None),
    ],
)
def test_what_icons_and_installers_come_with(text: str, expression: str | None) -> None:
    assert licences.identify(text.encode()).expression == expression


def test_the_notice_of_a_long_licence_is_no_part_of_a_short_one() -> None:
    _, terms = licences.text("Apache-2.0").rsplit("Unless required", 1)
    said = "Licensed under either of the Apache License, Version 2.0 or the MIT license at your option.\n\n"
    assert licences.identify(f"{said}Unless required{terms}".encode()).expression == "Apache-2.0 OR MIT"
    short = " ".join(licences.text("MIT").split()[:80])
    assert licences.identify(f"Released under the MIT License.\n\n{short}".encode()).expression is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("dual-licensed under the GPLv3 and a commercial license.", "GPL-3.0"),
        ("dual licensed under AGPL-3.0 for open source projects or a\ncommercial license.", "AGPL-3.0"),
        ("dual licensed under AGPL-3.0 and a commercial licence for closed-source products.", "AGPL-3.0"),
        ("dual-licensed under the GPLv3 for open-source use and a commercial license for proprietary use.", "GPL-3.0"),
        ("dual-licensed under the GPLv3 and a commercial license. Contact us for commercial inquiries.", "GPL-3.0"),
        ("dual-licensed under the GPLv3 and a commercial license. Contact us for commercial use.", None),
        ("dual-licensed under the GPLv3 for non-commercial use and a commercial license for commercial use.", None),
        ("dual-licensed under the GPLv3 for personal use and a commercial license for proprietary use.", None),
        ("dual-licensed under the GPLv3 and a commercial license\nfor companies.", None),
        ("dual-licensed under the GPLv3 and a commercial license. Companies must buy the commercial license.", None),
        ("dual-licensed under the MIT license for open-source use and a commercial license for proprietary use.", None),
        ("dual-licensed under the GPL and a commercial license.", None),
    ],
)
def test_a_licence_of_gnu_and_one_that_is_sold(said: str, expected: str | None) -> None:
    assert licences.identify(f"Kraan is {said}\n".encode()).expression == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Licensed under the <LICENSE NAME>, e.g. Apache-2.0", None),
        ("Gelicentieerd onder de [naam van de licentie] (zoals EUPL-1.2)", None),
        ("Licensed under the {licence}, such as the EUPL-1.2.", None),
        ("License: {{license|default('MIT')}}", None),
        ("License: <%= license || 'the MIT License' %>", None),
        ("This project has a licence such as the MIT License.", None),
        ("Licensed under the [MIT license](LICENSE).", "MIT"),
        ("Licensed under the MIT license <https://opensource.org/licenses/MIT>.", "MIT"),
        ("Licentie: EUPL-1.2\nLicentiehouder: Gemeente Utrecht", "EUPL-1.2"),
        ("License: MIT\nCopyright holder: Dike Foundation", "MIT"),
        ("License: MIT\nLicense holder: members only", None),
        ("Licentie: EUPL-1.2\nLicentiehouder: alleen leden van de VNG", None),
        ("licence AGPL-3.0 ou supérieure", "AGPL-3.0-or-later"),
        ("GPL v3 o posterior", "GPL-3.0-or-later"),
        ("GPLv2 oder später", "GPL-2.0-or-later"),
    ],
)
def test_a_place_to_fill_in_an_example_a_holder_and_later_versions(said: str, expected: str | None) -> None:
    assert licences.identify(f"{said}\n".encode()).expression == expected
