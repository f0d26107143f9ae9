"""Notices of the GNU licences in other words than most, and how else a licence is given."""

import time

import pytest

from oss_scan import licences
from oss_scan.licences.gnu import REFERENCE, with_ids

_KERNEL = """\
# Dike is free software; you can redistribute it and/or modify it
# under the terms and conditions of the
# GNU General Public License, version 2, as published by the
# Free Software Foundation.
#
# Dike is distributed in the hope it will be useful, but WITHOUT ANY WARRANTY; without even the implied warranty of
# MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU General Public License for more details.
"""
_LESSER = """\
These are free software; you can redistribute them under the terms of the GNU Lesser General Public License as published
by the Free Software Foundation; either version 2.1 of the License, or (at your option) any later version.
"""
_AFFERO = """\
This is free software: you are free to change and redistribute it under the GNU Affero General Public License (AGPL)
version 3 or, at your discretion, any later version. There is NO WARRANTY, to the extent permitted by law.
"""
#: As some have it by mistake: the licence is the one under which one may distribute it.
_LGPL_AND_AFFERO = """\
Tide is free software: you can redistribute it and/or modify it under the terms of the GNU Lesser General Public License
as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later version.

This program is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY. See the GNU Affero General
Public License for more details.

All names, logos and references to "Tide" are registered trademarks of the Harbour and remain full property of the
Harbour at all times.
"""


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Released under version 3 of the GNU General Public License.", "GPL-3.0"),
        (
            "Under the terms and conditions of the GNU General Public License, version 2, as published by the FSF.",
            "GPL-2.0",
        ),
        (_KERNEL, "GPL-2.0-only"),
        (f"License: LGPL-2.1+\n\n{_LESSER}", "LGPL-2.1-or-later"),
        (_AFFERO, "AGPL-3.0-or-later"),
        ("This program may be used under the terms of version 2 of the GNU GPL only.", "GPL-2.0-only"),
        ("Licensed under the GNU General Public License, version 2 or 3.", None),
        ("Licensed under the GNU General Public License version 2 or version 3.", None),
        ("Licensed under the GPL v2, or (at your option) v3", None),
        ("This software is published under [version 3 or any later version of the GPL](LICENSE).", "GPL-3.0-or-later"),
        ("Released under version 2.1, or (at your option) any higher version, of the LGPL.", "LGPL-2.1-or-later"),
        ("This software is published under version 2 or version 3 of the GNU General Public License.", None),
        ("Licensed under version 2.0 or (at your option) version 3.0 of the GPL", None),
        ("Version 2 of this tool is licensed under version 3 of the GPL.", "GPL-3.0"),
        (_LGPL_AND_AFFERO, "LGPL-3.0-or-later"),
        (
            "License: GPL-2+\nOn Debian the text stands in /usr/share/common-licenses/GPL-3.",
            "GPL-2.0-or-later",
        ),
        ("* GPL or GPLv2+ (see COPYING), or\n* Artistic License", None),
        ("Licensed under the terms of the GNU General Public License v2, for members only.", None),
        ("Licensed under version 2 of the GNU General Public License, with the following exception: none.", None),
        ("This is not licensed under version 3 of the GNU General Public License.", None),
        (
            "Under the GNU Lesser General Public License, version 3 or later, or at your option under CC-BY-SA-3.0.",
            None,
        ),
    ],
)
def test_other_words_for_the_same(text: str, expression: str | None) -> None:
    assert licences.identify(text.encode()).expression == expression


def test_the_line_is_that_of_the_text() -> None:
    text = "Dike\n\nCopyright 2026 X\n\nReleased under the GNU General\nPublic License, version 3.\nSee COPYING.\n"
    match = licences.identify(text.encode())
    assert (match.expression, match.kind, match.line) == ("GPL-3.0", "notice", 5)
    assert with_ids(text, REFERENCE.finditer(text)) == (
        "Dike\n\nCopyright 2026 X\n\nReleased under the GPL-3.0.\nSee COPYING.\n",
        [1, 2, 3, 4, 5, 7, 8],
    )


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("This may be used, modified and distributed under the terms of the MIT license.", "MIT"),
        (
            "This source file is subject to the MIT license that is bundled with this package in the file LICENSE.",
            "MIT",
        ),
        ("Use of this source code is governed by the MIT license that can be found in LICENSE.", "MIT"),
        ("Permission to modify and redistribute is granted under the terms of the Apache 2.0 license.", "Apache-2.0"),
        ("The Dike Foundation licenses this file to you under the MIT license.", "MIT"),
        ("Dike is part of Delta, which is MIT licensed.", "MIT"),
        ("Everything but the logos is licensed under the EUPL-1.2.", "EUPL-1.2"),
        ("Alles behalve de huisstijl valt onder de EUPL-1.2.", "EUPL-1.2"),
        ("The tests are in tests/ and the code is licensed under the EUPL-1.2.", "EUPL-1.2"),
        ("Dit was ooit een experiment en valt nu onder de EUPL-1.2.", "EUPL-1.2"),
        ("Dual Licensed under the MIT and GPL 2.0", "GPL-2.0 OR MIT"),
        ("Under the Apache License 2.0; you may not use it except in compliance with our contract.", None),
        (
            "Under the Apache License 2.0; you may not use it except in compliance with the License.",
            "Apache-2.0",
        ),
        ("Deze iconenset is vrij te gebruiken en valt onder de MIT-licentie.", "MIT"),
        ("Bi-licensed under the MPL 2.0, as well as the GPL 3.0 or later.", "GPL-3.0-or-later OR MPL-2.0"),
        ("Licensed under MIT (https://x.nl/LICENSE)", "MIT"),
        ("MIT License. It includes source code licensed under additional open source licenses.", "MIT"),
        ("This includes source code licensed under the MIT License.", None),
        ("You may use this software under the MIT License.", "MIT"),
        ("Dual GPL 3.0 and MIT License", "GPL-3.0 OR MIT"),
        ("This was initially published under the GPL 3.0.", None),
        ("Released under two licenses: the GPL 3.0 and the MIT License.", None),
        ("This may be used under the terms of the MIT license by members only.", None),
        ("MIT License. Use is subject to the terms of the ministry.", None),
        ("You may use it under the MIT License for non-commercial purposes.", None),
        ("MIT License. It may be distributed under a licence of our own.", None),
        ("Everything but the core is licensed under the MIT License.", None),
        ("The tests are licensed under the MIT License.", None),
        ("This was licensed under the MIT License.", None),
        ("Licensed under both the MIT license and the Apache License (Version 2.0).", None),  # or a choice, as of Rust
        ("Dual-licensed under the GPL-2.0 and CC-BY-SA-3.0.", None),
    ],
)
def test_words_with_which_one_gives(text: str, expression: str | None) -> None:
    assert licences.identify(text.encode()).expression == expression


_MODIFY = "This program is free software: you can redistribute it and/or modify it under the terms of the"


@pytest.mark.parametrize("name", ["", "Lesser ", "Affero "])
@pytest.mark.parametrize(
    ("said", "later"),
    [
        (" or any later version.", True),
        (" or\n(at your option) any later version.", True),
        (" of the License, or any later version.", True),
        (" or above.", True),
        ("+.", True),
        (" of een latere versie.", True),
        (".", False),
        (" only.", False),
        (" but no later version.", False),
    ],
)
def test_the_words_on_later_versions_behind_a_usual_notice_count(name: str, said: str, *, later: bool) -> None:
    match = licences.identify(f"{_MODIFY} GNU {name}General Public License, version 3{said}\n".encode())
    assert match.expression == f"{name[:1]}GPL-3.0-{'or-later' if later else 'only'}"


@pytest.mark.parametrize(
    "piece",
    [
        "GNU General Public License, ",
        "version 2 of the ",
        "You should have received a copy of the GNU General Public License along with this; if not, write to the ",
        "Free Software Foundation, Inc., ",
        "may be used, copied and modified ",
        "GPL *\n",
    ],
)
def test_none_takes_long(piece: str) -> None:
    start = time.process_time()
    assert licences.identify((piece * (19_000 // len(piece))).encode()).expression is None
    assert time.process_time() - start < 2


def test_what_a_work_does_may_take_some_lines_in_the_advice_filled_in() -> None:
    text = licences.text("AGPL-3.0-only").replace("result may fail to come about", "result may not come about")
    does = "Dike shows the state\n    of each dike,\n    canal and\n    lock of\n    the province."
    filled = text.replace("<one line to give the program's name and a brief idea of what it does.>", does)
    filled = filled.replace("<year>  <name of author>", "2025  Provincie X")
    assert filled.count("Dike") == 1
    assert filled.count("Provincie X") == 1
    assert licences.identify(filled.encode()).expression == "AGPL-3.0-or-later"
    assert licences.identify(text.encode()).expression == "AGPL-3.0"
    lasting = text.replace("Each licensee", "Not each licensee")
    assert lasting != text
    assert licences.identify(lasting.encode()).expression is None
