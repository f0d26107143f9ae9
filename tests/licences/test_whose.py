"""Of which work a sentence speaks that names a licence, in files, sections and headers."""

import pytest

from oss_scan import licences
from oss_scan.licences.whose import whose


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This project is licensed under the ※.", "own"),
        ("Deze software valt onder de ※.", "own"),
        ("Licensed under the ※.", "own"),
        ("De broncode van dit project is vrijgegeven onder de ※.", "own"),
        ("We publish this under the ※.", "own"),
        ("De gemeente stelt deze software beschikbaar onder de ※.", "own"),
        ("The ※ applies to this repository.", "own"),
        ("Dike is part of Delta, which is ※ licensed.", "own"),
        ("The tests are in tests/ and the code is licensed under the ※.", "own"),
        ("Licence: ※", "own"),
        ("This projects is licensed using the ※.", "own"),
        ("Foo is a library, which is ※ licensed.", "own"),
        ("Licentie: deze software valt onder de ※.", "own"),
        ("Ministerie van BZK: de software wordt beschikbaar gesteld onder de ※.", "own"),
        ("The SWORDS project template is licensed under the ※.", "named"),
        ("We publish the viewer under the ※.", "own"),
        ("We use our own library under the ※.", "own"),
        ("jQuery is licensed under ※.", "named"),
        ("The documentation is licensed under the ※.", "unclear"),
        ("You may use Leaflet under the ※.", "unclear"),
        ("Iedereen mag de software gebruiken en verspreiden onder de ※.", "unclear"),
        ("We use Leaflet under the ※.", "other"),
        ("We publish new code under the ※.", "other"),
        ("The library we use is ※ licensed.", "other"),
        ("Het zusterproject valt onder de ※.", "other"),
        ("Suppliers deliver their code under the ※.", "other"),
        ("De opdrachtnemer levert de broncode op onder de ※.", "other"),
        ("The predecessor of this project was licensed under the ※.", "other"),
        ("De kaartviewer van de leverancier valt onder de ※.", "other"),
        ("The icons used in our app come from Tabler, which is licensed under the ※.", "other"),
        ("A competing product, FreeDesk, is published under the ※.", "other"),
        ("The ※ is shorter than the ※, but it has no patent clause.", "other"),
        ("This document explains the ※.", "other"),
        ("Fork of Foo, licensed under the ※.", "other"),
        ("@license of jQuery: ※", "other"),
        ("Checks that each file says ※.", "other"),
        ("Delta links against OpenSSL, which is ※.", "other"),
        ("It uses jQuery, which is ※ licensed.", "other"),
        ("De applicatie bevat OpenLayers, dat ※ gelicentieerd is.", "other"),
        ("The portal has a viewer, which is ※ licensed.", "other"),
        ("Foo is a library built with Rust, which is ※ licensed.", "other"),
        ("Procurement rule 14: suppliers deliver under the ※.", "other"),
        ("Artikel 5: de opdrachtnemer levert de broncode op onder de ※.", "other"),
        ("Beleid: nieuwe software wordt gepubliceerd onder de ※.", "other"),
        ("Rule: vendors license their work as ※.", "other"),
        ("The example template is licensed under the ※.", "other"),
        ("The plugin that we use is available under the ※.", "other"),
    ],
)
def test_whose(sentence: str, expected: str) -> None:
    assert whose(sentence) == expected


def test_what_a_work_has_besides_may_have_a_licence_for_texts() -> None:
    """`Fonts in assets/ are licensed under the OFL` is kept as what holds of these."""
    said = "Fonts in `assets/` zijn gelicentieerd onder de ※."
    assert whose(said) == "other"
    assert whose(said, of_content=True) == "named"


@pytest.mark.parametrize(
    "text",
    [
        "Downloads Foo. Foo is licensed under the MIT License.",
        "Alle rechten voorbehouden. De meegeleverde lettertypen vallen onder de SIL Open Font License 1.1.",
        "Nieuwe software wordt gepubliceerd onder de EUPL-1.2.",
        "This repository contains a list of projects under the EUPL-1.2.",
        "The original project is MIT licensed.",
        "Upstream is licensed under the Apache License 2.0.",
        "This software is licensed under the MIT License. Contact us for a key.",
        "This software is licensed under the MIT License. Report your use to us.",
        "We may use this under the MIT License.",
    ],
)
def test_a_notice_of_something_else_or_with_a_limit(text: str) -> None:
    assert licences.identify(text.encode()).expression is None


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Foo toont kaarten. Licensed under the EUPL-1.2.", "EUPL-1.2"),
        ("Licensed under the EUPL-1.2.\n\nMaak een issue aan.", "EUPL-1.2"),
        ("Onze code is open source: u mag haar gebruiken volgens de EUPL, versie 1.2.", "EUPL-1.2"),
        ("Deze bibliotheek valt onder de Apache-licentie 2.0. Fouten melden kan via het issueoverzicht.", "Apache-2.0"),
        ("You can choose: EUPL 1.2 or MIT. Both texts are in the LICENSES folder.", "EUPL-1.2 OR MIT"),
        ("## License\n\nISC, see [LICENSE](LICENSE).", "ISC"),
        ("Copyright 2018 Golf\nlicense: ISC", "ISC"),
        ("Gedeeld onder de WTFPL. Veel plezier ermee.", "WTFPL"),
        ("Everything here is licensed under the Zero-Clause BSD licence (0BSD). No need to credit me.", "0BSD"),
        ("Wij stellen deze code beschikbaar onder de GNU GPL versie 3 (en geen latere versie).", "GPL-3.0-only"),
        ("Vrije software onder de GNU General Public License, uitsluitend versie 3.", "GPL-3.0-only"),
        ("Copyright (C) 2011 Golf\nMIT/X11 licence applies.", "MIT"),
        ("This software is BSD licensed (3-clause).", "BSD-3-Clause"),
        ("Deze website is open source onder de MIT-licentie.\nBeheer: team Golf, gemeente Deining.", "MIT"),
        ("No rights reserved: this project is under the Unlicense.", "Unlicense"),
        ("# golf\n\nDeze handleiding is beschikbaar onder CC-BY-4.0.", "CC-BY-4.0"),
        ("# wave counter\n\nThe wave counter is available under the EUPL, version 1.2.", "EUPL-1.2"),
        ("Our species list is licensed under CC-BY-4.0.", "CC-BY-4.0"),
        ("Wij delen deze code graag, onder de EUPL-1.2.", "EUPL-1.2"),
        ("# sea atlas\n\nThe sea atlas is licensed under CC BY-SA 4.0.", "CC-BY-SA-4.0"),
        ("# golf\n\nThe data in this repository are available under CC-BY-4.0.", "CC-BY-4.0"),
        ("| Onderdeel | Licentie |\n|---|---|\n| Broncode | EUPL-1.2 |", "EUPL-1.2"),
        ("| Name | golf |\n|---|---|\n| Licence | MIT |", "MIT"),
        ("U kunt kiezen tussen de MIT-licentie en de Apache-licentie 2.0.", "Apache-2.0 OR MIT"),
        ("De code mag naar keuze worden gebruikt onder de EUPL-1.2 of de MIT-licentie.", "EUPL-1.2 OR MIT"),
        ("Licensed under the GPL version 2 (not any later version).", "GPL-2.0-only"),
        ("You may use this library under version 3 of the GNU LGPL, and no other version.", "LGPL-3.0-only"),
        ("De software is open source (MIT).", "MIT"),
        ("## License\n\nISC © 2021 Jan Golf", "ISC"),
        ("# golf\n\nExcept where noted, content in this repository is licensed under CC BY-SA 4.0.", "CC-BY-SA-4.0"),
        ("The database is made available under the Open Database License (ODbL) v1.0.", "ODbL-1.0"),
        ("Golf is vrije software (GPLv3 of later).", "GPL-3.0-or-later"),
        ("Available under MIT or Apache-2.0, your choice.", "Apache-2.0 OR MIT"),
        ("Wij stellen dit als open source beschikbaar onder de Europese openbare licentie (EUPL) 1.2.", "EUPL-1.2"),
    ],
)
def test_a_harmless_notice(text: str, expression: str) -> None:
    assert licences.identify(text.encode()).expression == expression
