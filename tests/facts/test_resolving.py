"""One expression for the code, and the grounds on which it rests."""

import pytest

from oss_scan import licences
from oss_scan.facts.licensing import Licensing, collect_licensing
from oss_scan.facts.listing import Listing
from oss_scan.facts.resolving import _one_of_versions
from oss_scan.tree import Link, MemoryTree

_GPL = licences.text("GPL-3.0-only")
_LATER = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
_FORTRAN = """\
! Waves
!
! it under the terms of the GNU General Public License as published by
! the Free Software Foundation, either version 3 of the License, or
! (at your option) any later version.
"""
#: As it stands in a comment of several lines, which have no mark of their own.
_PLAIN = """\

  This program is free software: you can redistribute it and/or modify
  it under the terms of the GNU General Public License as published by
  the Free Software Foundation, either version 3 of the License, or
  (at your option) any later version.
"""
_IN_VERSION = """\
/*
 * This program is free software: you can redistribute it and/or modify
 * it under the terms of the GNU General Public License as published by
 * the Free Software Foundation, in version"""
_README = """\
# Waves

## License

This software is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
version.

The full text is in [LICENSE](LICENSE). The same text ships with both packages, in [a](a/LICENSE) and [b](b/LICENSE).
"""
_NAMED = "GNU General Public License version"
_ONLY = "// SPDX-License-Identifier: GPL-3.0-only\n"
_LESSER = "// SPDX-License-Identifier: LGPL-3.0-or-later\n"
_NUSPEC = '<license type="expression">GPL-3.0-or-later</license>'
_DEBIAN = "Format: x\n\nFiles: *\nCopyright: 2020 A\nLicense: GPL-3+\n\nFiles: lib/*\nLicense: MIT\n"


def _some(with_it: int, files: int) -> dict[str, str]:
    """So many source files, of which the first have a header."""
    return {f"{at}.c": _LATER if at < with_it else "x" for at in range(files)}


def _collect(files: dict[str, str]) -> Licensing:
    ready: dict[str, bytes | Link] = {path: data.encode() for path, data in files.items()}
    return collect_licensing(Listing(MemoryTree(ready)))


@pytest.mark.parametrize(
    ("files", "expression", "where"),
    [
        ({}, "GPL-3.0", None),
        ({"a.c": _LATER}, "GPL-3.0-or-later", ("a.c", 1)),
        ({"a.c": _ONLY, "b.c": _ONLY}, "GPL-3.0-only", ("a.c", 1)),
        ({"a.c": _LATER, "b.c": _ONLY}, "GPL-3.0", None),
        ({"a.c": _LATER, "b.c": _LATER, "c.c": _ONLY}, "GPL-3.0-or-later", ("a.c", 1)),
        ({"a.c": _LATER, "publiccode.yml": "legal:\n  license: GPL-3.0-only\n"}, "GPL-3.0-only", ("publiccode.yml", 2)),
        ({"a.c": "// SPDX-License-Identifier: MIT\n"}, "GPL-3.0", None),
        ({"a.c": _LATER, "b.c": "x", "c.c": "x"}, "GPL-3.0", None),
        ({"a.f90": _FORTRAN, "b.ftn90": _FORTRAN, "c.sh": "x", "d.sh": "x"}, "GPL-3.0-or-later", ("a.f90", 3)),
        ({"a.f90": _FORTRAN, **{f"{at}.sh": "x" for at in range(9)}}, "GPL-3.0", None),
        ({"a.f90": _FORTRAN, "lib-4.1.2/b.f90": "x", "tests/c.f90": "x"}, "GPL-3.0-or-later", ("a.f90", 3)),
        ({f"{at:02}.f90": f"! File {at}\n{_FORTRAN}" for at in range(30)}, "GPL-3.0-or-later", ("00.f90", 4)),
        ({"README.md": "License: GPL-3.0-or-later\n"}, "GPL-3.0-or-later", ("README.md", 1)),
        ({"part/package.json": '{"license": "GPL-3.0-only"}'}, "GPL-3.0", None),
        ({"package.json": '{"license": "GPL-3.0+"}'}, "GPL-3.0-or-later", ("package.json", 1)),
        ({"package.json": '{"license": "GPL-3.0-only AND MIT"}'}, "GPL-3.0-only", ("package.json", 1)),
        ({"package.json": '{"license": "GPL-3.0-only OR MIT"}'}, "GPL-3.0", None),
        ({"a.c": f"{_IN_VERSION} 3.\n*/\n"}, "GPL-3.0-only", ("a.c", 3)),
        ({"a.c": f"{_IN_VERSION} 3 only.\n*/\n"}, "GPL-3.0-only", ("a.c", 3)),
        ({"a.c": f"{_IN_VERSION} 3 or (at your option) any later version.\n*/\n"}, "GPL-3.0-or-later", ("a.c", 3)),
        ({"a.c": f"{_IN_VERSION} 2.\n*/\n"}, "GPL-3.0", None),
        ({"a.c": _ONLY, "README.md": "License: GPL-3.0-or-later\n"}, "GPL-3.0", None),
        ({"a.c": _ONLY, "README.md": "## Licence\n\nThe tools fall under GPL-3.0-or-later.\n"}, "GPL-3.0", None),
        ({"a.c": _LATER, "README.md": "License: GPL-3.0-or-later\n"}, "GPL-3.0-or-later", ("a.c", 1)),
        ({"a.py": "# License GPL-3.0 or later (https://www.gnu.org/licenses/gpl).\n"}, "GPL-3.0-or-later", ("a.py", 1)),
        ({"README.md": _README}, "GPL-3.0-or-later", ("README.md", 3)),
        ({"README.md": _README.replace("This software", "Six")}, "GPL-3.0", None),
        ({"a.py": f"# This program is distributed under the\n# {_NAMED} 3.0\nx\n"}, "GPL-3.0-only", ("a.py", 1)),
        ({"a.py": f"# This file is licensed under the\n# {_NAMED} 2.0\nx\n"}, "GPL-3.0", None),
        ({"a.py": f"# This program is not distributed under the\n# {_NAMED} 3.0\nx\n"}, "GPL-3.0", None),
        ({"a.py": f"# {_NAMED} 3, see LICENSE\nx\n"}, "GPL-3.0", None),
        (
            {"README.md": f"## License\n\nThis project uses X, licensed under the {_NAMED} 3 or later.\n"},
            "GPL-3.0",
            None,
        ),
        ({"a.c": f"/*\n{_PLAIN}*/\nint a;\n"}, "GPL-3.0-or-later", ("a.c", 4)),
        ({"a.xsl": f"<?xml version='1.0'?>\n<!--\n{_PLAIN}-->\n<x/>\n"}, "GPL-3.0-or-later", ("a.xsl", 5)),
        ({"a.py": f'#!/usr/bin/python3\n"""Waves.\n{_PLAIN}"""\n'}, "GPL-3.0-or-later", ("a.py", 5)),
        ({"a.py": f'TEXT = """\n{_PLAIN}"""\n'}, "GPL-3.0", None),
        ({"a.py": f'TEXT = """\n"""\nlicence = """\n{_PLAIN}"""\n'}, "GPL-3.0", None),
        ({"a.c": "// SPDX-License-Identifier: GPL-2.0-or-later\n"}, "GPL-3.0-or-later", ("a.c", 1)),
        ({"a.c": "// SPDX-License-Identifier: LGPL-2.1-or-later\n"}, "GPL-3.0", None),
        ({"a.c": _LESSER, "b.c": _LESSER}, "LGPL-3.0-or-later", ("a.c", 1)),
        ({"a.c": _LESSER, "b.c": _ONLY}, "GPL-3.0-only", ("b.c", 1)),
        ({"a.c": _LESSER, "package.json": '{"license": "GPL-3.0-only"}'}, "GPL-3.0-only", ("package.json", 1)),
        ({"a.c": _LESSER, **{f"{at}.c": "x" for at in range(3)}}, "GPL-3.0", None),
        ({"README.md": "License: GPL-2.0-or-later\n"}, "GPL-3.0", None),
        ({**_some(3, 9)}, "GPL-3.0-or-later", ("0.c", 1)),
        ({**_some(2, 6)}, "GPL-3.0", None),
        ({**_some(3, 10)}, "GPL-3.0", None),
        ({**_some(3, 8), "8.c": _ONLY}, "GPL-3.0", None),
        ({"src/x/x.nuspec": _NUSPEC}, "GPL-3.0-or-later", ("src/x/x.nuspec", 1)),
        ({"src/x/x.nuspec": _NUSPEC, "src/x/LICENSE": "x"}, "GPL-3.0", None),
        ({"api/setup.py": "setup(license='GPL-3.0-or-later')"}, "GPL-3.0", None),
        ({"debian/copyright": _DEBIAN}, "GPL-3.0-or-later", ("debian/copyright", 5)),
        ({"a/debian/copyright": _DEBIAN}, "GPL-3.0", None),
        ({"a.f90": _FORTRAN, "docs/b.f90": "x", "part_1_2/c.f90": "x"}, "GPL-3.0-or-later", ("a.f90", 3)),
    ],
)
def test_what_settles_whether_later_versions_are_allowed(
    files: dict[str, str], expression: str, where: tuple[str, int] | None
) -> None:
    found = _collect({"COPYING": _GPL, **files})
    assert found.expression == expression
    assert [(one.path, one.line) for one in found.grounds if one.code == "later"] == ([where] if where else [])


_ANY_LATER = "or (at your option) any later version."


@pytest.mark.parametrize(
    ("files", "expression"),
    [
        ({"README.md": f"## License\n\nDistributed under the EPL 1.0 {_ANY_LATER}\n"}, "EPL-1.0+"),
        ({"publiccode.yml": "legal:\n  license: EPL-1.0+\n"}, "EPL-1.0"),
    ],
)
def test_later_versions_of_another_licence_are_what_somebody_wrote(files: dict[str, str], expression: str) -> None:
    assert _collect({"LICENSE": licences.text("EPL-1.0"), **files}).expression == expression


_EXCEPTED = "// SPDX-License-Identifier: EPL-2.0 WITH Classpath-exception-2.0\n"


@pytest.mark.parametrize(
    ("files", "expression"),
    [
        ({"a.c": _EXCEPTED}, "EPL-2.0 WITH Classpath-exception-2.0"),
        ({"a.c": _EXCEPTED, "b.c": "x", "c.c": "x"}, "EPL-2.0"),
        ({"a.c": _EXCEPTED, "package.json": '{"license": "EPL-2.0"}'}, "EPL-2.0 WITH Classpath-exception-2.0"),
        ({"a.c": "// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0\n"}, "EPL-2.0"),
    ],
)
def test_an_exception_to_the_text_is_what_the_source_files_say(files: dict[str, str], expression: str) -> None:
    assert _collect({"LICENSE": licences.text("EPL-2.0"), **files}).expression == expression


@pytest.mark.parametrize(
    ("files", "expression"),
    [
        ({}, None),
        ({"publiccode.yml": "legal:\n  license: EUPL-1.2\n"}, "EUPL-1.2"),
        ({"README.md": "License: MIT\n"}, "MIT"),
        ({"README.md": "## License\n\nThis project uses X, which is licensed under the MIT license.\n"}, None),
        ({"README.md": "License: MIT\n", "package.json": '{"license": "EUPL-1.2"}'}, "EUPL-1.2"),
        ({"setup.cfg": "[metadata]\nlicense = MIT\n", "package.json": '{"license": "EUPL-1.2"}'}, None),
        ({"package.json": '{"license": "ISC"}'}, None),
        ({"part/package.json": '{"license": "MIT"}'}, None),
    ],
)
def test_what_says_which_of_the_texts_holds(files: dict[str, str], expression: str | None) -> None:
    texts = {f"LICENSES/{one}.txt": licences.text(one) for one in ("MIT", "EUPL-1.2")}
    found = _collect({**texts, **files})
    assert found.expression == expression
    assert [one.code for one in found.grounds] == (["folder", "declared"] if expression else ["doubt", "doubt"])


def test_a_manifest_says_that_one_may_choose() -> None:
    files = {"LICENSE.MIT": licences.text("MIT"), "LICENSE.EUPL": licences.text("EUPL-1.2")}
    assert _collect(files).expression == "EUPL-1.2 AND MIT"
    found = _collect({**files, "package.json": '{"license": "(EUPL-1.2 OR MIT)"}'})
    assert found.expression == "EUPL-1.2 OR MIT"
    assert [(one.code, one.path) for one in found.grounds] == [
        ("text", "LICENSE.EUPL"),
        ("text", "LICENSE.MIT"),
        ("choice", "package.json"),
    ]


def test_the_licence_of_texts_and_data_stands_beside_that_of_the_code() -> None:
    found = _collect({"LICENSE": licences.text("EUPL-1.2"), "LICENSE-docs.txt": licences.text("CC-BY-4.0")})
    assert (found.expression, found.content) == ("EUPL-1.2", "CC-BY-4.0")
    assert [(one.code, one.path) for one in found.grounds] == [("text", "LICENSE"), ("content", "LICENSE-docs.txt")]
    assert _collect({"LICENSE": licences.text("CC-BY-4.0")}).content is None


@pytest.mark.parametrize(
    ("files", "grounds"),
    [
        ({"LICENSE": "Licensed under the EUPL-1.2\n"}, [("named", "LICENSE")]),
        ({"LICENSES/MIT.txt": licences.text("MIT")}, [("folder", "LICENSES/MIT.txt")]),
        ({"LICENSE": "Onze eigen voorwaarden.\n"}, [("doubt", "LICENSE")]),
        (
            {"LICENSES/MIT.txt": "text", "REUSE.toml": "version = 1\n", "a.py": "# SPDX-License-Identifier: MIT\n"},
            [("reuse", "a.py")],
        ),
        ({}, []),
    ],
)
def test_grounds(files: dict[str, str], grounds: list[tuple[str, str]]) -> None:
    assert [(one.code, one.path) for one in _collect(files).grounds] == grounds


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("LICENSE/EUPL_NL.txt", True),
        ("Licentie/licentie.txt", True),
        ("licence/EUPL-1.2.txt", True),
        ("LICENSE/LICENSE.bootstrap.txt", False),
        ("LICENSE/codeHeader.txt", False),
        ("docs/LICENSE/EUPL.txt", False),
    ],
)
def test_a_folder_that_is_named_for_the_licence(path: str, there: bool) -> None:
    found = _collect({path: licences.text("EUPL-1.2")})
    assert [file.path for file in found.files] == ([path] if there else [])
    assert found.expression == ("EUPL-1.2" if there else None)


def test_such_a_folder_beside_a_licence_is_left_alone() -> None:
    found = _collect({"LICENSE.txt": licences.text("MIT"), "LICENSE/EUPL.txt": licences.text("EUPL-1.2")})
    assert [file.path for file in found.files] == ["LICENSE.txt"]


@pytest.mark.parametrize(
    "name", ["MIT-LICENSE", "LISENCE.md", "LICENTIEVOORWAARDEN.txt", "EUPL_LICENSE.txt", "gpl-3.0-license"]
)
def test_other_spellings(name: str) -> None:
    assert [file.path for file in _collect({name: licences.text("MIT")}).files] == [name]


@pytest.mark.parametrize("name", ["CC-BY-4.0", "EPL-2.0.txt", "BSD-3-Clause", "AGPL-3.0-or-later.md"])
def test_a_text_under_the_id_of_its_licence(name: str) -> None:
    licence = name.removesuffix(".txt").removesuffix(".md")
    found = _collect({name: licences.text(licence)})
    assert [file.path for file in found.files] == [name]
    assert licences.families(found.expression or "") == licences.families(licence)
    assert _collect({name: "See our wiki.\n"}).files == _collect({name: licences.text("MIT")}).files == ()


@pytest.mark.parametrize("name", ["licenses.txt", "Licences", "LICENTIES.md"])
def test_a_list_by_its_name_that_holds_one_text(name: str) -> None:
    text = licences.text("AGPL-3.0-only")
    found = _collect({name: text})
    assert ([file.path for file in found.files], found.expression) == ([name], "AGPL-3.0")
    assert _collect({name: f"jquery\n======\n\nThis is theirs.\n\n{text}"}).files == ()
    assert _collect({name: f"{text}\n\n{licences.text('MIT')}"}).files == ()
    assert _collect({name: text, "COPYING": licences.text("MIT")}).expression == "MIT"


def test_a_pdf_beside_the_text_leaves_no_doubt() -> None:
    files = {"LICENSE/EUPL_NL.pdf": "%PDF-1.4\n", "LICENSE/EUPL_EN.txt": licences.text("EUPL-1.2")}
    assert _collect(files).expression == "EUPL-1.2"
    assert _collect({"LICENSE/EUPL_NL.pdf": "%PDF-1.4\n"}).expression is None


def test_settings_under_a_licence_for_content_leave_the_licence_of_the_code() -> None:
    held = 'SPDX-FileCopyrightText = "x"\nSPDX-License-Identifier = "EUPL-1.2"\n'
    reuse = f'version = 1\n[[annotations]]\npath = "**"\n{held}'
    tag = "// SPDX-License-Identifier: CC0-1.0\n"
    texts = {f"LICENSES/{one}.txt": licences.text(one) for one in ("EUPL-1.2", "CC0-1.0")}
    code = {f"src/{at}.js": "x" for at in range(29)}
    assert _collect({"REUSE.toml": reuse, **texts, **code, "settings.js": tag}).expression == "EUPL-1.2"
    assert (
        _collect({"REUSE.toml": reuse, **texts, "a.js": "x", "settings.js": tag}).expression == "CC0-1.0 AND EUPL-1.2"
    )


def test_a_licence_for_texts_beside_a_readme_that_gives_the_software_another() -> None:
    readme = "# Blocks\n\n## License\n\nThis project is free software licensed under the EUPL v1.2.\n"
    files = {"LICENSE.md": licences.text("CC0-1.0"), "README.md": readme}
    found = _collect({**files, "a.js": "x"})
    assert found.expression is None
    assert [(one.code, one.path) for one in found.grounds] == [("doubt", "LICENSE.md"), ("doubt", "README.md")]
    assert _collect(files).expression == "CC0-1.0"  # no software


def test_an_example_in_a_readme_gives_the_software_no_licence() -> None:
    readme = (
        "# Tide\n\n## License\n\nChoose a license.\n\nFor example:\n\n> This work is licensed under the MIT License.\n"
    )
    files = {"LICENSE": licences.text("CC0-1.0"), "a.py": "x = 1\n", "README.md": readme}
    assert _collect(files).expression == "CC0-1.0"


@pytest.mark.parametrize(
    ("code", "expression"),
    [
        ("", None),
        ("// SPDX-License-Identifier: GPL-2.0-or-later\n", "GPL-2.0-or-later"),
        ("// SPDX-License-Identifier: GPL-2.0-only\n", None),
    ],
)
def test_two_versions_of_one_licence(code: str, expression: str | None) -> None:
    files = {"LICENSE.txt": licences.text("GPL-2.0-only"), "LICENSE": _GPL, "a.c": code}
    assert _collect(files).expression == expression


def test_two_versions_of_two_licences() -> None:
    both = {"LICENSE.GPL": licences.text("GPL-2.0-only"), "LICENSE.GPL3": _GPL}
    lesser = {"LICENSE.LGPL": licences.text("LGPL-2.1-only"), "LICENSE.LGPL3": licences.text("LGPL-3.0-only")}
    assert _collect({**both, **lesser}).expression is None
    assert _one_of_versions(["GPL-2.0-or-later", "GPL-3.0", "LGPL-2.1-or-later", "LGPL-3.0"]) == [
        "GPL-2.0-or-later",
        "LGPL-2.1-or-later",
    ]
    assert _one_of_versions(["GPL-2.0-or-later", "GPL-3.0", "LGPL-2.1", "LGPL-3.0"]) is None
    assert _one_of_versions(["GPL-2.0-or-later", "LGPL-2.1", "MIT"]) == ["GPL-2.0-or-later", "LGPL-2.1", "MIT"]


@pytest.mark.parametrize(
    ("written", "expression"),
    [
        ("LGPL-3.0-or-later", "LGPL-3.0-or-later"),
        ("GPL-3.0-or-later AND LGPL-3.0-or-later", "GPL-3.0-or-later AND LGPL-3.0-or-later"),
        ("LGPL-3.0-only AND GPL-3.0-only", "GPL-3.0-only AND LGPL-3.0-only"),
        ("GPL-3.0 AND LGPL-3.0", "GPL-3.0 AND LGPL-3.0"),
        ("GPL-3.0-or-later OR LGPL-3.0-or-later", "GPL-3.0-or-later OR LGPL-3.0-or-later"),
        ("GPL-3.0-or-later AND LGPL-3.0-or-later AND MIT", "LGPL-3.0-or-later"),
    ],
)
def test_the_lesser_licence_takes_in_the_other_where_a_manifest_does_not_say_that_both_hold(
    written: str, expression: str
) -> None:
    texts = {"COPYING": _GPL, "COPYING.LESSER": licences.text("LGPL-3.0-only")}
    assert _collect({**texts, "pyproject.toml": f'[project]\nlicense = "{written}"\n'}).expression == expression


_PAID = "The licensee pays the fee on the invoice and may then use the software without publishing the source.\n"


@pytest.mark.parametrize("name", ["LICENSE.COMMERCIAL", "LICENSE-commercial.md", "LICENCE_COMMERCIAL.txt"])
def test_a_licence_that_can_be_bought_takes_nothing_from_the_open_one(name: str) -> None:
    found = _collect({"LICENSE": licences.text("AGPL-3.0-only"), name: _PAID})
    assert (found.expression, [one.code for one in found.grounds]) == ("AGPL-3.0", ["text"])
    alone = _collect({name: _PAID})
    assert alone.expression is None
    for other in ("LICENSE.SCHOOLS", "LICENSE-non-commercial.md"):
        assert _collect({"LICENSE": licences.text("AGPL-3.0-only"), other: _PAID}).expression is None


@pytest.mark.parametrize(
    ("licence", "readme", "expression"),
    [
        ("jQuery is licensed under the MIT license.\n", "# Waterkaart\n", None),
        ("Font Awesome is released under the MIT license.\n", "Een kaart.\n", None),
        ("Waterkaart is licensed under the MIT license.\n", "# Water-kaart\n", "MIT"),
        ("Golf is licensed under the MIT license.\n", "# Waterkaart\n\npip install golf\n", "MIT"),
        ("This software is licensed under the MIT license.\n", "# Waterkaart\n", "MIT"),
        ("The tools are licensed under the MIT license.\n", "# Waterkaart\n", "MIT"),
        ("Golf is licensed under the MIT license.\n", "", "MIT"),
    ],
)
def test_a_notice_of_a_work_of_which_the_readme_never_speaks(licence: str, readme: str, expression: str | None) -> None:
    assert _collect({"LICENSE": licence, "README.md": readme, "a.py": "x"}).expression == expression


@pytest.mark.parametrize(
    ("path", "others", "expression"),
    [
        ("waves/__init__.py", {}, "GPL-3.0-or-later"),
        ("src/waves/__init__.py", {}, "GPL-3.0-or-later"),
        ("waves/sea.py", {}, "GPL-3.0"),
        ("a/waves/__init__.py", {}, "GPL-3.0"),
        ("waves/__init__.py", {"waves/sea.py": "# SPDX-License-Identifier: MIT\n"}, "GPL-3.0"),
    ],
)
def test_the_header_of_a_package_speaks_for_it(path: str, others: dict[str, str], expression: str) -> None:
    header = _LATER.replace("//", "#")
    files = {"LICENSE": _GPL, path: header, **{f"waves/part{at}.py": "x = 1\n" for at in range(5)}, **others}
    tree = MemoryTree({name: text.encode() for name, text in files.items()})
    assert collect_licensing(Listing(tree)).expression == expression
