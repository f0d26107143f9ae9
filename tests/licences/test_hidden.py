"""What stands beside words that limit nothing and limits after all: in one sentence, heading or part with them."""

import re

import pytest

from oss_scan import licences
from oss_scan.facts.header_said import said

_MIT = re.sub(r"Copyright.*", "Copyright (c) 2026 Gemeente X", licences.text("MIT") or "", count=1)


@pytest.mark.parametrize(
    ("sentence", "harmless"),
    [
        ("The logos are not covered by this licence.", True),
        ("The Foo project logo and name are not covered.", True),
        ("De huisstijl van de gemeente valt buiten deze licentie.", True),
        ("The code is open, but the fonts and images are not.", True),
        ("The software and its icons are not licensed.", False),
        ("The logo and the source code are not licensed.", False),
        ("Logos, source code and data are not covered by this licence.", False),
        ("De software en het logo zijn niet vrijgegeven.", False),
        ("This licence does not apply to the logo and the source code.", False),
        ("Use of this software is subject to the license below.", True),
        ("It may be used under the terms of the same open source licence.", True),
        ("Use of this software is subject to the Foo license.", False),
        ("It may be used under the Enterprise License.", False),
        ("The software is subject to a licence from Foo.", False),
        ("You may copy it under the terms of the GPL.", False),
        ("Use of this source code is governed by an Apache-style license.", False),
        ("As a user of this code, you may choose to use it under either licence, GPL or AGPL.", False),
        ("Everything except the src/*.js files", False),
        ("Commits are confidential.", False),
        ("Contributions after 2020 are under other terms.", False),
        ("There is no need to share your changes.", True),
        ("There is no need to share, sharing is forbidden.", False),
        ("Do not report bugs here.", True),
        ("Do not report bugs or use this.", False),
    ],
)
def test_what_a_sentence_beside_a_text_hides(sentence: str, *, harmless: bool) -> None:
    for text in (f"{_MIT}\n\n{sentence}\n", f"{sentence}\n\n{_MIT}"):
        assert (licences.identify(text.encode()).expression == "MIT") is harmless


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Licensed under the EUPL-1.2.\n\n# Third-party libraries\n\n- lodash: MIT", "EUPL-1.2"),
        ("Licensed under the EUPL-1.2.\n\nLicenties van derden\n\n- lodash: MIT", "EUPL-1.2"),
        ("Licensed under the EUPL-1.2.\n\nNot for third parties\nThis is secret and may not be used.", None),
        ("De software valt onder de EUPL-1.2.\n\nNiet voor derden\nAlleen voor ambtenaren.", None),
        ("# Licence\n\nEUPL-1.2\n\n## Gebruik door derden\n\nAlleen met toestemming.", None),
        ("# Licence\n\nEUPL-1.2\n\n## Third-party code\n\nThis project may only be used by members.", None),
        ("Part of the code (https://foo.example/x) is licensed under the MIT License.", None),
        ("This was made available under the MIT License.", None),
        ("The core is in src/ and the code is licensed under the MIT License.", "MIT"),
        ("The core is, on top of that, licensed under the MIT License.", None),
        ("Everything but the logo is licensed under the MIT License.", "MIT"),
        ("Everything but the logo and the backend is licensed under the MIT License.", None),
        ("Alles buiten het logo en de broncode valt onder de EUPL-1.2.", None),
        ("De code valt onder de EUPL-1.2. De rekenkern is gesloten.", None),
        ("No MIT license.", None),
        ("Licence: to be MIT", None),
        ("MIT license: no", None),
        ("License: ~MIT~", None),
    ],
)
def test_what_a_notice_hides(text: str, expression: str | None) -> None:
    assert licences.identify(text.encode()).expression == expression


@pytest.mark.parametrize(
    "part",
    [
        "You may not copy this file without asking.",
        "Do not share.",
        "For employees of Foo.",
        "Keep this file secret.",
        "Niet verspreiden.",
        "Alleen ambtenaren mogen dit gebruiken.",
        "You must pay to use this.",
        "Ask before you use it.",
        "See the EULA.",
    ],
)
def test_a_part_of_a_header_that_limits(part: str) -> None:
    assert said(f"Licensed under the EUPL-1.2.\n\n{part}") is None


@pytest.mark.parametrize(
    "text",
    [
        "This program links to Foo, which is free software under the GNU General Public License version 2 or later.",
        "This file is free software under the GNU General Public License version 3 or later, as soon as approved.",
        "Free software under the terms of the GNU General Public License version 2 only where Foo is not used.",
    ],
)
def test_a_header_on_something_else_than_its_file(text: str) -> None:
    assert said(text) is None


def test_words_that_limit_in_a_preamble_are_no_slip() -> None:
    text = licences.text("GPL-3.0-only") or licences.text("GPL-3.0") or ""
    assert licences.identify(re.sub(r"You can apply it", "You cannot apply it", text).encode()).expression is None
