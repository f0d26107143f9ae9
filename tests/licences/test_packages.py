"""Licence files as packages have them: with what they bundle, lists of holders, choices, and words of their own."""

import re

import pytest

from oss_scan import licences

MIT, BSD = licences.text("MIT"), licences.text("BSD-3-Clause")


def _said(text: str) -> str | None:
    return licences.identify(text.encode()).expression


def _kind(text: str) -> str:
    return licences.identify(text.encode()).kind


@pytest.mark.parametrize(
    "head",
    [
        "This binary distribution of our-lib also bundles the following software:",
        "This project includes code from another project.",
        "Third-party licenses\n--------------------",
        "# Licenses of bundled dependencies",
        "Licenses for incorporated software\n==================================",
        "Additional Licenses\n-------------------",
        "src/util (some portions): terms of its own",
        "Documentation License\n=====================",
        "The our-lib documentation (all of docs/) is released under the following license:",
        "About our-lib\n-------------",
        "Other software used:\n====================",
        'This project includes the Golf Center "Steel" libraries.',
        "The maps in geo/ are third-party content from the Land Registry.",
    ],
)
def test_the_work_and_what_it_bundles(head: str) -> None:
    unknown = "Licensed under the Terms of Nobody, which no list has: you must send us a letter first.\n"
    assert _said(f"{MIT}\n{unknown}") is None
    assert _said(f"{MIT}\n\n{head}\n\n{unknown}") == "MIT"
    assert _said(f"{MIT}\n\n{head}\n\n{unknown}\nThis software may not be sold.\n") is None
    assert _said(f"{MIT}\n\n{head}\n\nYou must send us a letter first.\n") is None  # no licence of another
    assert _said(f"{MIT}\n\n{head}\n\n{unknown}\nOur own code is licensed under the EUPL-1.2.\n") is None
    assert _said(f"{head}\n\n{unknown}") is None
    assert _said(f"{MIT.replace('without restriction', 'for study only')}\n\n{head}\n\n{unknown}") is None


def test_a_list_of_parts_between_rules() -> None:
    part = "----\n\nPART{}\n\nLicensed under terms of its own, that nobody knows: no fee may be asked.\n\n"
    assert _said(MIT + "".join(part.format(number) for number in range(5))) == "MIT"
    assert _said(MIT + part.format(1)) is None


def test_names_of_holders_in_a_list() -> None:
    names = "\n".join(f"{first} van {last}" for first in ("Anna", "Bo", "Cas", "Do") for last in ("Aken", "Ede", "Oss"))
    _, rest = MIT.split("Permission", 1)
    listed = f"Copyright (c) 2001-2026\n{names * 3}\n\nPermission{rest}"
    assert _said(listed) == "MIT"
    assert _said(listed.replace("Bo van Ede", "Non-Commercial Use Only", 1)) is None


def test_what_copies_of_a_text_lack() -> None:
    assert _said(MIT.replace("ARISING FROM, OUT OF", "OUT OF")) == "MIT"
    assert _said(MIT.replace("ARISING FROM, OUT OF", "NOT OUT OF")) is None


def test_words_for_others() -> None:
    own = BSD.replace("its contributors", "his contributors").replace(
        "the copyright holder nor", "D. E. Some Research nor"
    )
    assert _said(own) == "BSD-3-Clause"
    holder = BSD.replace("COPYRIGHT HOLDERS AND CONTRIBUTORS", "AUTHOR").replace(
        "COPYRIGHT HOLDER OR CONTRIBUTORS", "AUTHOR"
    )
    assert _said(holder.replace("COPYRIGHT OWNER OR CONTRIBUTORS", "AUTHOR")) == "BSD-3-Clause"
    assert _said(licences.text("MIT-CMU").replace("the copyright holder", "Our Works AB or the author")) == "MIT-CMU"
    assert _said(f"MIT No Attribution (MIT-0)\n\n{licences.text('MIT-0').split(chr(10), 1)[1]}") == "MIT-0"


def test_a_permission_to_link_that_has_no_id_takes_nothing_from_the_gpl() -> None:
    linking = (
        "In addition, as a special exception, the Harbour gives permission to link the code of this program with the"
        " Tide library (or with modified versions of Tide that use the same license), and distribute linked"
        " combinations including the two. You must obey the GNU General Public License in all respects for all of the"
        " code used other than Tide. If you modify this file, you may extend this exception to your version of the"
        " file, but you are not obligated to do so. If you do not wish to do so, delete this exception statement from"
        " your version.\n\n"
    )
    gpl = licences.text("GPL-2.0-only")
    assert _said(linking + gpl) == _said(f"{gpl}\n{linking}") == "GPL-2.0"
    assert _said(linking.replace("Tide", "OpenSSL") + gpl) is None  # SPDX lists some of those
    assert _said(linking.replace("must obey", "must pay us and obey") + gpl) is None
    assert _said(linking + licences.text("MIT")) is None


def test_the_gpl_of_one_version_with_the_linking_exception() -> None:
    only = (
        "Note that the only valid version of the GPL as far as this project is concerned is _this_ particular version"
        " of the license (ie v2, not v2.2 or v3.x or whatever), unless explicitly otherwise stated.\n\n"
    )
    linking = (
        "In addition to the permissions in the GNU General Public License, the makers give you unlimited permission to"
        " link the compiled version of this library into combinations with other programs, and to distribute those"
        " combinations without any restriction coming from the use of this file. (The General Public License"
        " restrictions do apply in other respects; for example, they cover modification of the file, and distribution"
        " when not linked into a combined executable.)\n\n"
    )
    gpl = licences.text("GPL-2.0-only")
    assert _said(only + gpl) == "GPL-2.0-only"
    assert _said(only + linking + gpl) == "GPL-2.0-only WITH GCC-exception-2.0"
    assert _said(linking + gpl) == "GPL-2.0 WITH GCC-exception-2.0"
    assert _said(only + linking.replace("without any restriction", "for a fee") + gpl) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("You may redistribute it under either:\n\n* GPLv2+, or\n* the licence below:", "GPL-2.0-or-later OR MIT"),
        ("In either case there is no fee.", None),
        ("Under either the MIT license or the GPL-2.0-only and the LGPL-2.1-only.", None),
    ],
)
def test_a_text_and_another_licence_to_choose(said: str, expected: str | None) -> None:
    assert _said(f"{said}\n\n{MIT}") == expected


def test_a_choice_for_some_of_the_files_is_none_for_the_others() -> None:
    chosen = "This project is dual-licensed under your choice of either licence below.\n\n"
    assert _said(f"{chosen}{MIT}\n\n{BSD}") == "BSD-3-Clause OR MIT"
    some = "The following files are licensed under different terms: src/x.h\n\n"
    assert _said(f"{chosen}{some}{MIT}\n\n{BSD}\n\n{licences.text('ISC')}") is None
    assert _said(f"{MIT}\n\nTERMS FOR ACCESSING OR OTHERWISE USING IT\n\n{BSD}") == "BSD-3-Clause AND MIT"
    assert _said("Released under the GPL 2.0+/LGPL 2.1+/MPL 1.1 tri-license.") == (
        "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1"
    )


def test_python_and_its_history() -> None:
    history = (
        "A. HISTORY OF THE SOFTWARE\n==========================\n\nPython was created in the early 1990s by Guido van"
        " Rossum. Historically, most, but not all, Python releases have also been GPL-compatible.\n{}\n"
        "B. TERMS AND CONDITIONS FOR ACCESSING OR OTHERWISE USING PYTHON\n\n"
    )
    python = licences.text("Python-2.0.1")
    free = licences.text("0BSD").partition("Permission")[2]
    documents = f"\n\nZERO-CLAUSE BSD LICENSE FOR CODE IN THE PYTHON DOCUMENTATION\n\nPermission{free}"
    assert _said(history.format("") + python) == "Python-2.0.1"
    assert _said(history.format("") + python + documents) == "Python-2.0.1"
    assert _said(history.format("It must not be sold.") + python) is None


def test_comments_that_a_bundler_collects() -> None:
    one, other = "/*! one. BSD-3-Clause License. Somebody */", "/**\n * other\n *\n * @license MIT\n */"
    both = "/*!\n * Dual licenced under the MIT license or GPLv3.\n * (c) Somebody\n */"
    assert _said(f"{one}\n\n{other}\n") == "BSD-3-Clause AND MIT"
    assert _said(f"{one}\n\n{both}\n") == "BSD-3-Clause AND (GPL-3.0 OR MIT)"
    assert _said(f"{one}\n\n{other}\n\n/*! third. Our own license. */\n") is None
    assert _said(f"{one}\n\n{other}\n\n/*! third. (c) Somebody */\n") is None
    assert _said(f"/* Copyright 2020 Somebody */\n\n/*\n{MIT}*/\n") == "MIT"


def test_parameters_of_a_licence_that_is_not_open() -> None:
    text = licences.text("BUSL-1.1")
    above = "Licensed Work: Ours 1.0\nAdditional Use Grant: none, you must ask\nChange License: EUPL-1.2\n\n"
    assert _said(above + text) == "BUSL-1.1"
    assert not licences.osi_approved("BUSL-1.1")


def test_notices_above_what_belongs_to_others() -> None:
    ours = "Unless otherwise noted, the code in this project is licensed under the EUPL-1.2 license.\n\n"
    theirs = "## Derived Assets\n\nThe widgets are licensed under the MIT License; they must not be sold.\n"
    assert _said(ours + theirs) == "EUPL-1.2"
    assert _kind(ours + theirs) == "notice"
    assert _said(ours + theirs.replace("## Derived Assets", "")) is None


def test_one_text_that_is_for_all_of_the_code() -> None:
    apache = (
        "Licensed under the Apache License, Version 2.0.\n\nThe above license applies to what came after 2017.\n----\n"
    )
    for_all = "\nThe above BSD License Applies to all code, even that also covered by Apache 2.0.\n"
    assert _said(apache + BSD + for_all) == "BSD-3-Clause"
    assert _said(apache + BSD) is None
    assert _said(apache + BSD + for_all + "You may not sell it.\n") is None
    assert _said(apache + BSD.replace("are permitted", "are prohibited") + for_all) is None


def test_parts_of_others_with_their_own_licence() -> None:
    some = "Some files are Apache licensed. Modifications on these files are dual licensed (both MIT and Apache).\n\n"
    assert _said(f"{some}{MIT}\n\n{licences.text('Apache-2.0')}") == "Apache-2.0 AND MIT"
    derived = "This work was derived from the 're' module, and licensed under CNRI's Python 1.6\nlicense.\n\n"
    assert _said(derived + MIT) == "CNRI-Python AND MIT"


def test_the_first_stanza_of_a_list_of_files() -> None:
    stanzas = "Files: *\nCopyright: us\nLicense: BSD-3-Clause\n\nFiles: src/other.c\nCopyright: them\nLicense: {}\n\n{}"
    assert _said(stanzas.format("our-own", "our-own\n Permission is granted to nobody.\n")) == "BSD-3-Clause"


def test_parts_under_the_licence_of_python() -> None:
    ours = "Unless stated otherwise, this software is distributed under the terms of the Apache License 2.0.\n\n"
    parts = (
        "Parts of this software are distributed under the terms of the Python Software Foundation License Version 2.\n"
    )
    assert _said(ours) == "Apache-2.0"
    assert _said(ours + parts) is None
    assert _said("Licensed under the PSF License Version 2.\n") == "PSF-2.0"
    named = (
        "Python software and documentation are licensed under the\nPython Software Foundation License Version 2.\n\n"
    )
    assert _said(named + licences.text("Python-2.0.1")) == "Python-2.0.1"


def test_the_mark_of_a_list_is_no_sign_of_copyright() -> None:
    line = "(c)  allow anyone who receives a copy of the Modified Version to\n"
    text = re.sub(
        r"\(c\)\s+allow anyone who receives a\s+copy of the Modified\s+Version to\s",
        line,
        licences.text("Artistic-2.0"),
    )
    assert line in text
    assert _said(f"The npm of ours\nLicensed on the terms of The Artistic License 2.0\n\n{text}") == "Artistic-2.0"
    assert _said(f"The npm of ours\n\n{text.replace(line, '')}") is None


def test_three_copies_of_one_licence_are_no_licence_in_three_parts() -> None:
    copies = [
        f"Copyright (c) 20{year}, {who}\n\n{_bsd_of(who)}" for year, who in ((11, "Ann"), (12, "Bob"), (13, "Cas"))
    ]
    assert _said("\n\n".join(copies)) == "BSD-3-Clause"
    assert _said(licences.text("Sleepycat")) == "Sleepycat"


def _bsd_of(who: str) -> str:
    text = BSD.partition("\n\n")[2]
    return text.replace("the copyright holder nor the names of its", f"{who} nor the names of its").replace("1.", "*")


def test_a_licence_without_what_explains_it_below() -> None:
    """The OSL is the AFL with conditions, and as long as the AFL with its explanation."""
    terms = licences.text("AFL-2.1").partition("END OF ACADEMIC FREE LICENSE")[0]
    offer = (
        'This work is available under either the terms of the BSD 3-Clause "New" License or the\nAcademic Free License.'
    )
    assert _said(f"{offer}\n\n{BSD}\n\n{terms}") == "AFL-2.1 OR BSD-3-Clause"
    assert _said(f"Ours.\n\n{terms}") == "AFL-2.1"
    assert _said(licences.text("OSL-2.1")) == "OSL-2.1"


def test_the_notice_above_a_text_without_its_end() -> None:
    notice = (
        "Copyright (C) 2010 Ann\n              2013 Bob\n\n"
        "This program is free software; you can redistribute it and/or modify it under the terms of the GNU General\n"
        "Public License as published by the Free Software Foundation; either version 2 of the License, or (at your\n"
        "option) any later version.\n\n"
        "This program is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY; without even the\n"
        "implied warranty of MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU General Public License\n"
        "for more details.\n\n"
        "You should have received a copy of the GNU General Public License along with this program; if not, write to\n"
        "the Free Software Foundation, 51 Franklin Street, Fifth Floor, Boston, MA 02110-1301, USA.\n\n\n"
    )
    terms = licences.text("GPL-2.0-only").partition("END OF TERMS AND CONDITIONS")[0]
    moved = re.sub(r"51 Franklin[^\n]+", "59 Temple Place, Suite 330, Boston, MA 02111 USA", terms, count=1)
    assert moved != terms
    for text in (terms, moved):
        assert _said(notice + text) == "GPL-2.0-or-later"
        assert _said(text) == "GPL-2.0"


def test_another_name_for_the_work_in_a_disclaimer() -> None:
    assert _said(BSD.replace("THIS SOFTWARE IS", "THIS THEME IS").replace("OF THIS SOFTWARE", "OF THIS THEME")) == (
        "BSD-3-Clause"
    )
    assert _said(BSD.replace("THIS SOFTWARE IS", "THIS TREASON IS")) is None


@pytest.mark.parametrize("head", ["Component,Origin,License,Copyright", '"name";"licence"', "Package\tLicenses"])
def test_a_table_of_parts_is_no_licence(head: str) -> None:
    mark = re.search(r"[,;\t]", head)
    assert mark
    rows = [
        mark[0].join(("require", "module-details-from-path", "MIT", "Ann")),
        mark[0].join(("dev", "c8", "ISC", "Bob")),
    ]
    assert _said("\n".join((head, *rows, ""))) is None
    assert _said("Name, version\n\nThis is licensed under the MIT license.\n") == "MIT"


_COVERED = """There are two licenses associated with it. This one relates to the bulk of the work done on the library::

{first}

This one covers some earlier work::

{second}"""


def test_what_each_of_two_texts_is_for() -> None:
    both = _COVERED.format(first=BSD, second=licences.text("ISC"))
    assert _said(both) == "BSD-3-Clause AND ISC"
    assert _said(both.replace("some earlier work", "some earlier work, for members only")) is None


def test_documentation_under_a_licence_that_has_a_restriction_in_its_name() -> None:
    docs = (
        "The documentation portion of thatlib is supplied\nunder the Creative Commons"
        " Attribution-Noncommercial-Share Alike 3.0\nUnited States License\n"
    )
    assert _said(f"{MIT}\n{docs}\n{BSD}") == "BSD-3-Clause AND MIT"
    assert _said(f"{MIT}\n{docs.replace('documentation portion of thatlib', 'program')}\n{BSD}") is None
    assert _said(f"{MIT}\n{docs.replace('License', 'License, and the code is for noncommercial use')}\n{BSD}") is None


def test_the_names_of_licences_that_restrict() -> None:
    named = {
        "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0": "CC-BY-NC-ND-4.0",
        "Creative Commons Attribution-NonCommercial 4.0": "CC-BY-NC-4.0",
        "Creative Commons Attribution - NoDerivs 3.0": "CC-BY-ND-3.0",
        "CC BY-NC-SA 4.0": "CC-BY-NC-SA-4.0",
        "Creative Commons Attribution 4.0": "CC-BY-4.0",
    }
    assert {each: licences.meaning(each) for each in named} == named


_FRONT = """---
title: MIT License
spdx-id: MIT
source: https://opensource.org/license/mit/

description: |
  It allows reuse within proprietary software provided all copies retain
  the license terms.

permissions:
  - commercial-use
  - private-use

conditions:
  - include-copyright

held-by: typedef some Works and Contributors
---

"""


def test_lines_to_sort_pages_by_above_a_text() -> None:
    assert _said(_FRONT + MIT) == "MIT"
    assert _said(_FRONT.replace("private-use", "private-use-only") + MIT) is None
    assert _said(_FRONT.replace("and Contributors", "for members only") + MIT) is None
    assert _said(_FRONT.replace("spdx-id: MIT\n", "") + MIT) is None
    assert _said(_FRONT.replace("description: |", "description: |\n  Not for the army.") + MIT) is None


@pytest.mark.parametrize(
    ("beside", "other"),
    [
        ("Depending on how it is built, this package may include the lib library.", "Depending on your role, ask us."),
        ("The licence is in the COPYING and COPYING.LESSER files.", "The licence is in the COPYING files you buy."),
        ("The Kiwi licensing terms", "The Kiwi licensing terms do apply"),
        ("All authors retain copyright for their respective work.", "All authors retain a right of veto."),
        ("Applies to all parts that are not externally maintained libraries:", "Parts that you may not sell:"),
        ("Licensed on their respective license terms", "Licensed on terms that they set"),
        ("*select your preferred language*", "*select your preferred plan*"),
    ],
)
def test_words_beside_a_text_that_limit_elsewhere(beside: str, other: str) -> None:
    assert (_said(f"{beside}\n\n{MIT}"), _said(f"{other}\n\n{MIT}")) == ("MIT", None)


_APACHE_NOTICE = """Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
"""


def test_a_notice_among_other_words_above_the_text_of_a_part() -> None:
    part = "The decryption implementation in this project is derived from that library. That work is covered by the"
    both = f"Copyright Some Works\n\n{_APACHE_NOTICE}\n{part}\nfollowing copyright and permission notice:\n\n{BSD}"
    assert _said(both) == "Apache-2.0 AND BSD-3-Clause"
    assert _said(both.replace(part, f"Only for members. {part}")) is None


def test_the_licence_of_older_versions() -> None:
    older = "--- License for thatclient versions prior to 2.1 ---\n\nAll rights reserved.\n\n"
    bare = BSD.split("\n\n", 1)[1]
    assert _said(f"{licences.text('Apache-2.0')}\n{older}{bare}") == "Apache-2.0"
    assert _said(f"{licences.text('Apache-2.0')}\n{older.replace('versions', 'members')}{bare}") is None


@pytest.mark.parametrize(
    "head",
    [
        "APACHE THING SUBCOMPONENTS:",
        "The Apache Thing project contains subcomponents with separate copyright\nnotices and license terms.",
    ],
)
def test_subcomponents(head: str) -> None:
    rest = "The following components are provided under the SIL Open Font License 1.1, and terms that nobody knows.\n"
    assert _said(f"{MIT}\n\n{head}\n\n{rest}") == "MIT"
    assert _said(f"{MIT}\n\n{rest}") is None


def test_not_written_as_people_say_it() -> None:
    apache = licences.text("Apache-2.0")
    assert "do not modify the License" in apache
    assert _said(apache.replace("do not", "don't")) == "Apache-2.0"
    assert _said(apache.replace("do not modify", "do modify")) is None


def test_a_notice_that_is_a_little_like_another_text() -> None:
    notice = """thing.app.event is copyright Thing Foundation

This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
License as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later
version.

This program is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY; without even the implied
warranty of MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU General Public License for more details.
"""
    assert _said(notice) == "GPL-2.0-or-later"
    assert _said(f"{notice}\nIt may not be sold.\n") is None


def test_comments_that_say_what_they_stand_in() -> None:
    lines = MIT.replace("\n", "\n * ")
    first = (
        f"/*!\n * @description Recursive object extending\n * @author Some One <one@example.org>\n *\n * {lines}\n */"
    )
    both = f"{first}\n\n/*!\n * The buffer module.\n *\n * @author   Other One\n * @license  ISC\n */\n"
    assert _said(both) == "ISC AND MIT"
    assert _said(both.replace("object extending", "object extending, not for members")) is None


def test_many_names_tell_nothing() -> None:
    names = "".join(
        f"20{year} [draft-{year}] SomeTrust <https://example.org/>, Ann Aken <a@b.org>,\nand Bo Ede.\n\n"
        for year in range(10, 40)
    )
    text = f"BSD 3-Clause License\n\nAll descriptions are copyright (c):\n\n{names}{BSD.split(chr(10), 2)[2]}"
    assert _said(text) == "BSD-3-Clause"
    assert _said(text.replace("and Bo Ede", "and no one else", 1)) is None


def test_one_list_of_what_all_holds() -> None:
    from oss_scan.licences.spdx import join

    assert join(["Apache-2.0 AND MIT", "ISC"]) == "Apache-2.0 AND ISC AND MIT"
    assert join(["Apache-2.0 OR MIT", "ISC"]) == "(Apache-2.0 OR MIT) AND ISC"


@pytest.mark.parametrize(
    ("beside", "other"),
    [
        ("The examples can be considered public domain.", "The examples can be considered by members."),
        ("Some Works would like to thank its contributors.", "Some Works would like to be thanked."),
        ("The indexes derive from the Encoding Standard.", "The indexes may be derived from the Encoding Standard."),
        ("[full MIT license]: https://opensource.org/licenses/MIT", "[full MIT license for members]: here"),
        ('This license has also been called the "Expat License".', "This license has been called off for members."),
        ('This software forks the package "kraan".', "This software forks for members only."),
        ("An intuitive framework, simple and fast to use.", "Simple to use for you and nobody else."),
        ("For kraan-core software", "For in-house software"),
        ("Trademarks are the property of their owners.", "Trademarks are of their owners and may not be used."),
        ("The terms of the license are as follows:", "The terms of the license are secret."),
        ("Dependencies are licensed under their own terms.", "Copies are under their own terms of use, without sale."),
        ("Kraan is free to use.", "Kraan is free to use for students."),
        (
            "This license does not apply to the third-party libraries in the vendor folder.",
            "This license does not apply to the third-party libraries and to commercial users.",
        ),
        ("The Kraan team members are listed at https://example.org/#team.", "Members are listed here and may use it."),
        ("Special thank you to the authors of the algorithms.", "Special thank you to the members who pay."),
        (
            "He gave numpy permission to include it under the MIT license.",
            "He gave us permission to use it for a year.",
        ),
        (
            "This license applies to all parts of kraan except those files that have another license.",
            "This license applies to all parts of kraan except those files that need another license fee.",
        ),
        (
            "This license applies to substantial parts of the codebase originating from the repository:",
            "This license applies to students.",
        ),
        (
            "Copyrights of patches are held by their respective submitters",
            "Copyrights of patches are held by their respective submitters and may not be sold",
        ),
        (
            "Note that using this software requires the external library kraan.so, which has its own license.",
            "Note that using this software requires the external key, which has its own license.",
        ),
        (
            "The license above is just for the contents of this repository.",
            "The license above is only for the contents of this repository that are public.",
        ),
    ],
)
def test_more_words_beside_a_text(beside: str, other: str) -> None:
    assert (_said(f"{MIT}\n\n{beside}"), _said(f"{MIT}\n\n{other}")) == ("MIT", None)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Code under src/ is licensed under the MIT License:", None),
        ("De map src valt onder de MIT-licentie:", None),
        ("The tests are licensed under the MIT License:", None),
        ("src/harbour.js", None),
        ("This project uses Kraan, which is licensed under the MIT License:", None),
        ("Onderstaande licentie is die van Kraan.", None),
        ("Parts of this software are under this license:", None),
        ("Kraan is licensed under the MIT License:", "MIT"),
        ("Code in this repository is licensed under the MIT License:", "MIT"),
        ("Some files of Kraan come from the roads project.", "MIT"),
        ("harbour/kraan.js", None),
        ("harbour/kraan", "MIT"),
    ],
)
def test_a_sentence_above_a_text_that_says_what_it_is_for(above: str, expected: str | None) -> None:
    assert _said(f"{above}\n\n{MIT}") == expected


@pytest.mark.parametrize(
    "title", ["Modified MIT License", "MIT License (modified)", "MIT-like License", "MIT License v2"]
)
def test_the_title_of_another_licence_above_a_text(title: str) -> None:
    body = MIT.split("\n\n", 1)[1]
    assert _said(f"{title}\n\n{body}") is None
    assert _said(f"The MIT License (MIT)\n\n{body}") == "MIT"
    assert _said(f"Modified BSD License\n\n{BSD}") == _said(f"New BSD License\n\n{BSD}") == "BSD-3-Clause"


@pytest.mark.parametrize(("line", "expected"), [("For Golf software", "MIT"), ("For staff laptops", None)])
def test_the_name_of_the_work_above_a_text(line: str, expected: str | None) -> None:
    assert _said(f"MIT License\n\n{line}\n\n{MIT.partition(chr(10))[2]}") == expected


def test_the_licence_of_another_is_reproduced() -> None:
    above = "This code derives portions of its source from Kraan. We reproduce the Kraan license:"
    assert _said(f"{MIT}\n{above}\n\n{BSD}") == "BSD-3-Clause AND MIT"
    assert _said(f"{MIT}\n{above.replace('We reproduce', 'You may not reproduce')}\n\n{BSD}") is None


@pytest.mark.parametrize(
    ("holder", "expected"),
    [
        ("Copyright (c) 2014-present, Kraan, Inc. (ONLY ./src/helpers/regenerator* files)", "MIT"),
        ("Copyright (c) 2014 Jan (src/kraan.c)", "MIT"),
        ("Copyright (c) 2013, Kraan Inc., an example.com company", "MIT"),
        ("Copyright (c) 2018 inspiredware", "MIT"),
        ("Copyright (c) 2014 Jan (only for members)", None),
        ("Copyright (c) 2014 Jan (ONLY for use in /schools)", None),
        ("Copyright (c) 2018 shareware", None),
    ],
)
def test_a_line_that_says_whose_it_is(holder: str, expected: str | None) -> None:
    assert _said(f"MIT License\n\n{holder}\n\n{MIT[MIT.index('Permission is') :]}") == expected


def test_a_choice_of_a_work_that_is_named_once() -> None:
    texts = f"{MIT}\n\n{licences.text('GPL-3.0-only')}"
    below = "At your choice you may use it under the MIT license *or* the GPLv3 license."
    assert _said(f"Kraan is dual licensed. {below}\n\n{texts}") == "GPL-3.0 OR MIT"
    assert _said(f"Kraan is dual licensed.\n\n{texts}") is None  # and what is Kraan?


def test_an_exception_that_is_named_and_not_there() -> None:
    apache = licences.text("Apache-2.0")
    assert _said(f"The Apache License v2.0 with LLVM Exceptions:\n\n{apache}") is None
    assert _said(f"SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n\n{apache}") is None


def test_an_exception_to_one_of_several_texts() -> None:
    apache = licences.text("Apache-2.0")
    exception = """--- LLVM Exceptions to the Apache 2.0 License ----

As an exception, if, as a result of your compiling your source code, portions
of this Software are embedded into an Object form of such source code, you
may redistribute such embedded portions in such Object form without complying
with the conditions of Sections 4(a), 4(b) and 4(d) of the License.

In addition, if you combine or link compiled forms of this Software with
software that is licensed under the GPLv2 ("Combined Software") and if a
court of competent jurisdiction determines that the patent provision (Section
3), the indemnity provision (Section 9) or other Section of the License
conflicts with the conditions of the GPLv2, you may retroactively and
prospectively choose to deem waived or otherwise exclude such Section(s) of
the License, but only in their entirety and only with respect to the Combined
Software.
"""
    assert _said(f"{apache}\n\n{exception}") == "Apache-2.0 WITH LLVM-exception"
    both = "Apache-2.0 AND Apache-2.0 WITH LLVM-exception AND MIT"
    assert _said(f"{MIT}\n\n{apache}\n\n{apache}\n\n{exception}\n") == both


def test_subcomponents_as_apache_has_them() -> None:
    apache = licences.text("Apache-2.0")
    below = """
====
KRAAN SUBCOMPONENTS:

Kraan contains subcomponents with separate copyright notices and license terms.
Your use of the source code for the these subcomponents is subject to the terms
and conditions of the following licenses.

(SIL OPEN FONT LICENSE Version 1.1) The Inter font family
"""
    assert _said(apache + below) == "Apache-2.0"
    assert _said(apache + below.replace("Your use", "Your paid use")) is None


def test_a_file_of_debian_that_puts_a_part_under_terms_for_users() -> None:
    files = "Files: *\nCopyright: 2018 Jan\nLicense: BSD-3-Clause\n\nFiles: lib/kraan\nCopyright: 2018 Jan\n"
    assert _said(f"{files}License: MIT\n") == "BSD-3-Clause"
    assert _said(f"{files}License: Kraan-Freeware-EULA\n See the file.\n") is None


@pytest.mark.parametrize(
    ("thanks", "expected"),
    [
        ("This product uses Kraan. Read more at https://example.org/kraan.", "BSD-4-Clause"),
        ("This product was made with Kraan.", "BSD-4-Clause"),
        ("This product contains code of Jan Jansen.", "BSD-4-Clause"),
        ("This product may not be sold.", None),
        ("This product is from Kraan; you owe us.", None),
        ("Use only with permission.", None),
    ],
)
def test_the_words_with_which_others_thank(thanks: str, expected: str | None) -> None:
    own = re.compile(r"This product includes software developed by[^.]*\.")
    text, count = own.subn(thanks, licences.text("BSD-4-Clause"))
    assert (count, _said(text)) == (1, expected)


def test_a_work_that_changed_its_licence() -> None:
    above = (
        "Kraan changed its license from the MIT License to the Apache License 2.0 in version 3.0. The MIT License below"
        " still applies to every version published under it, and to third-party contributions merged into this"
        " repository before the change."
    )
    assert _said(f"{above}\n\n{MIT}") == "Apache-2.0 AND MIT"
    assert _said(f"{above.replace('every version published under it', 'members')}\n\n{MIT}") is None


@pytest.mark.parametrize(
    ("waived", "expected"),
    [
        ("the author has dedicated all copyright and related and neighboring rights to this software", "CC0-1.0"),
        ("Jan has waived all copyright and related or neighboring rights to Kraan", "CC0-1.0"),
        ("Jan, only for members, has waived all copyright and related or neighboring rights to Kraan", None),
        ("Jan has waived all copyright and related or neighboring rights to the examples", None),
    ],
)
def test_the_notice_of_the_public_domain_dedication(waived: str, expected: str | None) -> None:
    see = (
        "This software is distributed without any warranty.\n\nSee <http://creativecommons.org/publicdomain/zero/1.0/>."
    )
    assert _said(f"Written in 2015 by Jan\n\nTo the extent possible under law, {waived}.\n{see}\n") == expected


def test_the_licence_of_python_with_another_name_for_the_work() -> None:
    text = re.sub(r"Python(?! Software Foundation)", "Kraan", licences.text("PSF-2.0"), flags=re.IGNORECASE)
    short = text.replace('this software ("Kraan")', "Kraan software")
    assert (text.count("Kraan"), short.count("Kraan software")) == (10, 1)
    for each in (text, short, text.replace("Kraan", "Hoge Kraan"), text.replace("Kraan", "_kraan")):
        assert _said(each) == "PSF-2.0"
    assert _said(short.replace("Kraan alone", "Haven alone", 1)) is None  # another name in one place
    for other in (
        "Licensee",
        "non-commercial",
        "the unmodified Kraan",
        "PSF",
        "your own code",
        "other people",
        "nothing",
    ):
        assert _said(short.replace("Kraan", other)) is None
    assert _said(short.replace("reproduce,", "")) is None
    assert _said(short.replace("Kraan software", "the documentation")) is None


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("Also, the library kraan is used which is licensed under Apache License 2.0.", "MIT"),
        ("It uses kraan, which is released under the BSD 3-Clause License.", "MIT"),
        ("This project uses the kraan library, which is licensed under the Apache License 2.0.", "MIT"),
        ("It uses code from kraan, which is licensed under the Apache License 2.0.", None),
        ("It uses a modified kraan, which is licensed under the Apache License 2.0.", None),
        ("It uses kraan, which is licensed under the GPL-3.0.", None),
        ("Delft uses it, which is licensed under the Apache License 2.0.", None),
        ("Delft uses the software, which is licensed under the Apache License 2.0.", None),
        ("It uses kraan and is licensed under the Apache License 2.0.", None),
        ("The hints come from kraan and are hence distributed under the Apache License 2.0.", "Apache-2.0 AND MIT"),
        ("Two files were copied from kraan, and are thus Apache-2.0 licensed.", "Apache-2.0 AND MIT"),
        ("The parser was adapted from kraan and is therefore under the Apache License 2.0 or the GPL-3.0.", None),
        ("The parser was adapted from kraan and is therefore licensed under the Apache License 2.0 for members.", None),
        ("As its makers confirmed, the following KRAANv5 license applies to KRAANv4 sources.", "MIT"),
        ("The following license applies to this repository.", "MIT"),
        ("The following license applies to the documentation.", None),
        ("The following license applies to customers.", None),
        ("The following trial license applies to this repository.", None),
        ("The following license applies to ENTERPRISE code.", None),
        ("The following license applies to the code of members.", None),
        ("kraan: a small library for reading dates", "MIT"),
        ("Kraan: a JavaScript tool that draws maps", "MIT"),
        ("kraan: a library for internal use", None),
        ("Free: a library for members", None),
    ],
)
def test_what_is_said_below_a_text(beside: str, expected: str | None) -> None:
    assert _said(f"{MIT}\n\n{beside}\n") == expected
