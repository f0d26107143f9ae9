"""Files with the licences of many parts, and what is written around and into the text of one."""

import pytest

from oss_scan import licences

MIT, BSD, APACHE = licences.text("MIT"), licences.text("BSD-2-Clause"), licences.text("Apache-2.0")
TITLE, _, TERMS = MIT.partition("\n")


def _said(text: str) -> str | None:
    return licences.identify(text.encode()).expression


def _part(number: int, text: str) -> str:
    return f"part-of-ours-{number} 2.{number}.1\nSPDX-License-Identifier: MIT\n\n{text}\n\n{'-' * 70}\n\n"


def test_many_copies_hide_no_other_text() -> None:
    many = "".join(_part(number, f"The MIT License (MIT)\n{TERMS}") for number in range(40))
    others = "".join(f"{licences.text(each)}\n\n{'-' * 70}\n\n" for each in ("BSL-1.0", "Unicode-3.0"))
    bsd = BSD.replace("HOLDERS AND CONTRIBUTORS", "HOLDERS").replace("HOLDER OR CONTRIBUTORS", "HOLDER")
    assert _said(many + others + bsd) == "BSD-2-Clause AND BSL-1.0 AND MIT AND Unicode-3.0"
    closed = TERMS.replace("without restriction", "for study only")
    assert closed != TERMS
    assert _said(many + _part(40, closed) + others) is None


@pytest.mark.parametrize("line", ["Used by: our-lib, their_lib", "our-lib.js", "MIT License", "our-lib 1.2.0"])
def test_what_stands_between_a_title_and_the_text(line: str) -> None:
    assert _said(f"{TITLE}\n\n{line}\n{TERMS}") == "MIT"


@pytest.mark.parametrize("line", ["Used by: members", "For members", "Until 2027", "Not for resale", "limited edition"])
def test_a_limit_between_a_title_and_the_text(line: str) -> None:
    assert _said(f"{TITLE}\n\n{line}\n{TERMS}") is None


def test_what_is_written_into_the_advice_below_a_licence() -> None:
    model = "Copyright [yyyy] [name of copyright owner]"
    assert model in APACHE
    assert _said(APACHE.replace(model, "Copyright 2024 Gemeente Groenstad")) == "Apache-2.0"
    for more in ("Files under ee/ are AGPLv3 licensed.", "Portions are EUPL-1.2", "Files under ee/ have other terms."):
        assert _said(APACHE.replace(model, f"Copyright 2024 Gemeente Groenstad\n   {more}")) is None, more


def test_a_part_that_leaves_its_licence_to_an_address() -> None:
    parts = "Icons\n=====\nSee: https://icons.example/{}\n\nProgressBar.js\n==============\n"
    assert _said(parts.format("licence/free") + MIT) is None
    assert _said(parts.format("about") + MIT) == "MIT"


def test_what_is_named_beside_the_texts() -> None:
    assert (
        _said(f"{MIT}\n\nUse of this source code is governed by a BSD-style license (BSD-3)\n")
        == "BSD-3-Clause AND MIT"
    )
    assert _said(f"(Based on code from their-lib - ISC License)\n\n{MIT}") == "ISC AND MIT"
    content = "FOO is licensed under CC BY-SA 4.0 and stands at https://foo.example/.\n"
    assert _said(f"{content}This Python project is licensed under the MIT license:\n\n{MIT}") == "MIT"
    assert _said(f"{content}\n\n{MIT}") is None


def test_a_choice_for_users_and_none_for_contributors() -> None:
    choice = (
        'This library is dual licensed under both the University of Illinois "BSD-Like" license and the MIT license. As'
        " a user of this code you may choose to use it under either license. As a contributor, you agree to allow your"
        " code to be used under both."
    )
    texts = f"{licences.text('NCSA')}\n\n{'=' * 70}\n\n{MIT}"
    assert _said(f"{choice}\n\n{texts}") == "MIT OR NCSA"
    assert _said(f"{choice.replace('under both.', 'under both, for a fee.')}\n\n{texts}") is None


@pytest.mark.parametrize(
    ("harmless", "limiting"),
    [
        ("This is the OSI approved 3-clause licence.", "For OSI approved users only."),
        ("Node module: a-lib", "Node module: members only"),
        ("Patents pending US15/829,786 US16/850,266", "Patents US15/829,786 may not be used."),
        ("See AUTHORS.txt for the full list.", "See AUTHORS.txt for the list of permitted users."),
        ("Thanks to Cas Court, of Groenstad.", "Disputes go before the Amsterdam Court."),
        (
            "Based on a-lib's parts (a-b-c, a-lib-two, a-lib-three, a-lib-four, a-lib-five)",
            "Based on trust (pay first)",
        ),
        (
            "Commercial and non-commercial use are permitted in compliance with the License.",
            "Commercial use is permitted in compliance with the contract.",
        ),
        (
            "Use of this source code is governed by a MIT-style license.",
            "Use of this source code is governed by a commercial license.",
        ),
        ("Files: Everything except for the tests/*.json files.", "Everything except for the core files."),
        ("It also uses an alternate list provider package.", "It also uses a paid service."),
        ("An a.lib plugin for reading notebooks", "An a.lib plugin for members"),
    ],
)
def test_clauses_beside_a_text(harmless: str, limiting: str) -> None:
    for text in (f"{harmless}\n\n{MIT}", f"{MIT}\n\n{harmless}\n"):
        assert _said(text) == "MIT"
    for text in (f"{limiting}\n\n{MIT}", f"{MIT}\n\n{limiting}\n"):
        assert _said(text) is None


def test_files_of_others_below_a_text() -> None:
    others = "Some source files and icons may be under other authorship/licenses (see NOTICE.txt)."
    assert _said(f"{MIT}\n\n{others}\n") == "MIT"
    assert _said(f"{MIT}\n\n{others.replace('other', 'closed')}\n") is None


def test_a_notice_of_a_work_that_is_part_of_a_firm() -> None:
    notice = "Foo is released as open source by A Firm part of {}\nLicense terms: AGPL3 ({})"
    address = "https://www.gnu.org/licenses/agpl-3.0.html"
    assert _said(notice.format("Group Plc (https://group.example)", address)) == "AGPL-3.0"
    assert _said(notice.format("it", address).replace("is released", "is in part released")) is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("==== Included source code and library dependencies ====", "GPL-3.0"),
        ("Licenties van gebruikte bibliotheken", "GPL-3.0"),
        ("Used packages", "GPL-3.0"),
        ("Gebruikte bibliotheken en componenten", "GPL-3.0"),
        ("Conditions", None),
    ],
)
def test_a_notice_above_the_list_of_what_is_used(head: str, expected: str | None) -> None:
    parts = "* Delta: it needs a key, which only members get.\n\n* Kraan (license(s): MIT)\n"
    above = "Dike is released under the GNU General Public License version 3.\n\n"
    match = licences.identify(f"{above}{head}\n\n{parts}\n{licences.text('GPL-3.0-only')}".encode())
    assert (match.expression, match.kind) == (expected, "text" if expected else "modified")


def test_the_text_of_a_part_is_not_that_of_the_work() -> None:
    parts = "* Delta: it needs a key, which only members get.\n\n* Kraan:\n\n"
    match = licences.identify(f"Dike is released under the MIT License.\n\nUsed packages\n\n{parts}{MIT}".encode())
    assert (match.expression, match.kind) == ("MIT", "notice")


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("Portions of Dike are based on works by others. A non-extensive list:", "MIT"),
        ("Delen van Dike zijn gebaseerd op werk van anderen. Een niet-uitputtende lijst:", "MIT"),
        ("Below we provide an overview of the software that is included in Dike, and their respective license.", "MIT"),
        ("Hieronder geven we een overzicht van de gebruikte software met hun licentie.", "MIT"),
        ("The jar file has not been included in the toolbox.", "MIT"),
        ("Below we provide a list of those who may use it.", None),
        ("Commercial use has not been included in the software.", None),
    ],
)
def test_a_list_of_others_below_a_text(below: str, expected: str | None) -> None:
    assert _said(f"{MIT}\n{'=' * 30}\n\n{below}\n\n[Kraan](https://kraan.nl/LICENSE.txt)\n") == expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("The parser comes from Golf, with this license:", None),
        ("The hash function is adapted from Golf. Its license:", None),
        ("src/md5.c was taken from Golf under the following license:", None),
        ("The following files are from Golf:\n\n- a.js\n- b.js", None),
        ("The following files are from Golf:\n\n- a.js\n- b.js\n\nMIT License\n\nCopyright (c) 2020 Golf", None),
        ("De volgende bestanden komen van Golf:\n- a.js\n- b.js\n\nZij vallen onder deze licentie:", None),
        ("The software comes with this license:", "MIT"),
        ("GeoTool is based on Golf, with this license:", "MIT"),
        ("The logo comes from Anna. This project is licensed as follows:", "MIT"),
        ("The following files hold the code:\n\n- a.js\n- b.js", "MIT"),
    ],
)
def test_what_came_from_elsewhere_right_above_a_text(above: str, expected: str | None) -> None:
    assert _said(f"{above}\n\n{MIT}") == expected
