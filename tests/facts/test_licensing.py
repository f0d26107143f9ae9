"""Every place where a repository says a licence."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan import licences
from oss_scan.facts.globs import toml_glob
from oss_scan.facts.licensing import Licensing, collect_licensing
from oss_scan.facts.listing import Listing
from oss_scan.facts.reuse import KEPT
from oss_scan.tree import LIMIT, Link, MemoryTree, Unread

_EUPL = licences.text("EUPL-1.2")
_MIT = licences.text("MIT")
_SAID = "SPDX-FileCopyrightText: 2026 Gemeente Voorbeeld\nSPDX-License-Identifier: EUPL-1.2\n"


def _collect(files: dict[str, str | bytes | Link]) -> Licensing:
    ready = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
    return collect_licensing(Listing(MemoryTree(ready)))


def _files(found: Licensing) -> list[tuple[str, str | None]]:
    return [(file.path, file.match.expression if file.match else None) for file in found.files]


@pytest.mark.parametrize(
    "name",
    [
        "LICENSE",
        "license.md",
        "LICENCE.txt",
        "LICENTIE",
        "COPYING",
        "COPYING.LESSER",
        "UNLICENSE",
        "LICENSE-Apache-2.0.txt",
        "LICENSE.nl",
        "EUPL-1.2 EN.txt",
    ],
)
def test_names_of_licence_files(name: str) -> None:
    assert _files(_collect({name: _EUPL})) == [(name, "EUPL-1.2")]


def test_a_companion_in_the_sense_of_reuse_speaks_of_its_file_only() -> None:
    apache = licences.text("Apache-2.0")
    assert _files(_collect({"apache-2.0.LICENSE": apache})) == [("apache-2.0.LICENSE", "Apache-2.0")]
    assert _files(_collect({"apache-2.0.license": apache, "apache-2.0": b"\x00"})) == []
    assert _files(_collect({"apache-2.0.LICENSE": _EUPL})) == []  # not the text of its name


@pytest.mark.parametrize(
    "name",
    [
        "license.py",
        "License.java",
        "licenses.json",
        "license-header.tmpl",
        "license-header.txt",
        "LICENSE-THIRD-PARTY.txt",
        "LICENSE.spdx",
        "LICENSE.txt.meta",
        "LICENSE.license",
        "docs/LICENSE",
        "licensing.md",
        "LICENSE.old",
        "LICENSE-previous.txt",
        "LICENSE-considerations.md",
        "licentie-toelichting.pdf",
        "LICENCE_FAQ.md",
        "License Choice.txt",
    ],
)
def test_names_that_only_look_like_it(name: str) -> None:
    assert _collect({name: _EUPL}).files == ()


@pytest.mark.parametrize(
    ("text", "of_code", "of_documents"),
    [
        ("The documentation in this repository is licensed under CC BY 4.0.\n", None, "CC-BY-4.0"),
        ("De data valt onder CC0 1.0.\n", None, "CC0-1.0"),
        ("All photos: CC BY 4.0\n", None, "CC-BY-4.0"),
        ("The content of this repository is licensed under CC BY 4.0.\n", "CC-BY-4.0", "CC-BY-4.0"),
        ("The software and its documentation are licensed under CC0 1.0.\n", "CC0-1.0", "CC0-1.0"),
    ],
)
def test_a_notice_of_documents_only_is_no_licence_of_the_code_beside_them(
    text: str, of_code: str | None, of_documents: str
) -> None:
    assert _collect({"LICENSE": text, "a.py": "x = 1\n"}).expression == of_code
    assert _collect({"LICENSE": text, "a.md": "# A\n"}).expression == of_documents


def test_a_link_inside_the_tree_is_followed() -> None:
    found = _collect({"LICENSE": Link("docs/eupl.txt"), "docs/eupl.txt": _EUPL})
    assert _files(found) == [("LICENSE", "EUPL-1.2")]
    assert found.expression == "EUPL-1.2"


@pytest.mark.parametrize("target", ["../LICENSE", "/etc/passwd", "missing", "LICENSE"])
def test_a_link_to_elsewhere_is_not_read(target: str) -> None:
    found = _collect({"LICENSE": Link(target)})
    assert [file.unread for file in found.files] == [Unread("blob-link", "LICENSE")]
    assert found.expression is None


def test_a_file_that_is_too_large_is_not_read() -> None:
    found = _collect({"LICENSE": b"x" * (LIMIT + 1)})
    assert [file.unread for file in found.files] == [Unread("blob-too-large", "LICENSE")]


def test_an_empty_file_is_no_licence() -> None:
    assert _collect({"LICENSE": b""}).files == ()


@pytest.mark.parametrize(
    ("files", "expression"),
    [
        ({"LICENSE": "EUPL-1.2", "LICENTIE": "EUPL-1.2"}, "EUPL-1.2"),
        ({"LICENSE": "MIT", "COPYING": "Apache-2.0"}, "Apache-2.0 AND MIT"),
        ({"LICENSE-MIT": "MIT", "LICENSE-APACHE": "Apache-2.0"}, "Apache-2.0 OR MIT"),
        ({"LICENSE": "EUPL-1.2", "LICENSE-docs": "CC-BY-4.0"}, "EUPL-1.2"),
        ({"LICENSE": "CC0-1.0"}, "CC0-1.0"),
        ({"COPYING": "GPL-3.0-only", "COPYING.LESSER": "LGPL-3.0-only"}, "LGPL-3.0"),
        ({"LICENSES/EUPL-1.2.txt": "EUPL-1.2", "LICENSES/CC0-1.0.txt": "CC0-1.0"}, "EUPL-1.2"),
        ({"LICENSES/EUPL-1.2.txt": "EUPL-1.2", "LICENSES/MIT.txt": "MIT"}, None),
        ({"License/gpl-3.0.txt": "GPL-3.0-only", "License/lgpl-3.0.txt": "LGPL-3.0-only"}, "LGPL-3.0"),
        ({"License/gpl-2.0.txt": "GPL-2.0-only", "License/lgpl-3.0.txt": "LGPL-3.0-only"}, None),
        ({}, None),
    ],
)
def test_one_expression_for_the_code(files: dict[str, str], expression: str | None) -> None:
    assert _collect({path: licences.text(licence) for path, licence in files.items()}).expression == expression


def test_a_file_that_is_not_recognised_leaves_it_open() -> None:
    assert _collect({"LICENSE": _EUPL, "LICENSE-2": "Onze eigen voorwaarden.\n"}).expression is None
    assert _collect({"LICENSE": _EUPL, "LICENSE.pdf": "%PDF-1.4\n"}).expression == "EUPL-1.2"
    chosen = "We chose the EUPL, since nobody may take the code from the public.\n"
    for name in ("LICENSE-considerations.md", "LICENSE-FAQ.md", "licentie-toelichting.txt", "LICENCE_CHOICE"):
        assert _collect({"LICENSE": _EUPL, name: chosen}).expression == "EUPL-1.2"
        assert _collect({name: chosen}).files == ()


def test_a_declaration_says_whether_later_versions_are_allowed() -> None:
    text = licences.text("GPL-3.0-only")
    assert _collect({"COPYING": text}).expression == "GPL-3.0"
    assert _collect({"COPYING": text, "Cargo.toml": '[package]\nlicense = "GPL-3.0-or-later"\n'}).expression == (
        "GPL-3.0-or-later"
    )


@pytest.mark.parametrize(
    "pointer",
    [
        "See [LICENSES/EUPL-1.2.txt](./LICENSES/EUPL-1.2.txt)\n",
        "The texts stand in LICENSES/EUPL-1.2.txt\n",
        "The code: [EUPL](LICENSES/EUPL-1.2.txt).\nFor images other [terms](LICENSES/LicenseRef-Beeld.txt) hold.\n",
    ],
)
def test_a_file_that_points_to_another(pointer: str) -> None:
    found = _collect({"LICENSE.md": pointer, "LICENSES/EUPL-1.2.txt": _EUPL})
    assert found.files[0].match is not None
    assert (found.files[0].match.expression, found.files[0].match.kind) == ("EUPL-1.2", "reference")
    assert found.expression == "EUPL-1.2"


@pytest.mark.parametrize("text", ["# Licentie\n\nDe code valt onder de EUPL.\n", "# Licentie\n\nEUPL\n"])
def test_a_version_that_only_the_folder_tells(text: str) -> None:
    found = _collect({"LICENSE.md": text, "LICENSES/EUPL-1.2.txt": _EUPL})
    assert found.expression == "EUPL-1.2"
    assert found.files[0].match == licences.Match("EUPL-1.2", "reference", 0.9, 3)
    assert [file.points for file in found.files] == [True, False]


def test_the_line_that_points_is_told() -> None:
    pointer = "# Licence\n\nThe code: LICENSES/EUPL-1.2.txt\n\nMore in [REUSE.toml](REUSE.toml)\n"
    files: dict[str, str | bytes | Link] = {"LICENSE.md": pointer, "LICENSES/EUPL-1.2.txt": _EUPL}
    assert [file.match.line for file in _collect(files).files if file.match] == [3, 1]
    files["LICENSE.md"] = "# Licence\n\nSee [REUSE.toml](REUSE.toml)\n"
    assert [file.match.line for file in _collect(files).files if file.match] == [3, 1]


@pytest.mark.parametrize(
    ("pointer", "expression"),
    [
        ("Under the terms of *either* of the licenses found in LICENSE.APACHE or LICENSE.MIT.\n", "Apache-2.0 OR MIT"),
        ("Licensed under both of LICENSE.APACHE and LICENSE.MIT.\n", "Apache-2.0 AND MIT"),
        ("Licensed under either of LICENSE.APACHE or LICENSE.BSD.\n", None),  # there is no such file
        ("Read LICENSE.APACHE or LICENSE.MIT.\n", None),
    ],
)
def test_a_file_that_names_those_beside_it(pointer: str, expression: str | None) -> None:
    found = _collect({"LICENSE": pointer, "LICENSE.APACHE": licences.text("Apache-2.0"), "LICENSE.MIT": _MIT})
    assert found.expression == expression
    if expression and " OR " in expression:
        assert [(ground.code, ground.path) for ground in found.grounds][-1] == ("choice", "LICENSE")


def test_a_folder_that_holds_another_licence_than_the_one_named() -> None:
    found = _collect({"LICENSE.md": "De code valt onder de EUPL.\n", "LICENSES/MIT.txt": _MIT})
    assert found.expression is None
    assert _files(found) == [("LICENSE.md", None), ("LICENSES/MIT.txt", "MIT")]


_STUB = "YEAR: 2020-2026\nCOPYRIGHT HOLDER: Instituut Voorbeeld B.V.\n"


@pytest.mark.parametrize(
    ("description", "stub", "expression"),
    [
        ("MIT + file LICENSE", _STUB, "MIT"),
        ("MIT +\n    file LICENSE", f"{_STUB}ORGANIZATION: Voorbeeld\n", "MIT"),
        ("BSD_3_clause + file LICENSE", _STUB, "BSD-3-Clause"),
        ("GPL-2 | GPL-3", _STUB, "GPL-2.0-only OR GPL-3.0-only"),
        ("file LICENSE", _STUB, None),
        ("MIT + file LICENSE", f"{_STUB}The data have terms of their own.\n", None),
        (
            "MIT + file LICENSE",
            f"{_STUB}License does not apply to the data itself. The license of a data set is kept.\n",
            "MIT",
        ),
        ("MIT + file LICENSE", f"{_STUB}\nThis licence does not cover the images.\n", "MIT"),
        ("MIT + file LICENSE", f"{_STUB}The license for each dataset is in data/README.\n", "MIT"),
        ("MIT + file LICENSE", f"{_STUB}The licence is limited to use with the data of the institute.\n", None),
        ("MIT + file LICENSE", f"{_STUB}License does not apply to the data. The code is for schools.\n", None),
        ("MIT + file LICENSE", f"{_STUB}License does not apply to the data, and the code is for schools.\n", None),
        ("MIT + file LICENSE", "YEAR: 2026\nCOPYRIGHT HOLDER: Voorbeeld. Not for commercial use.\n", None),
        ("MIT + file LICENSE", "YEAR: 2026, for research\nCOPYRIGHT HOLDER: Voorbeeld\n", None),
    ],
)
def test_the_stub_of_an_r_package(description: str, stub: str, expression: str | None) -> None:
    found = _collect({"DESCRIPTION": f"Package: x\nLicense: {description}\nTitle: y\n", "LICENSE": stub})
    assert found.expression == expression
    assert found.files[0].match is not None
    assert found.files[0].match.kind == ("notice" if expression else "unknown")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_what_a_short_file_says_in_any_encoding(encoding: str) -> None:
    pointer = "Die Texte für den Code liegen in LICENSES/EUPL-1.2.txt\n"
    found = _collect({"LICENSE.md": pointer.encode(encoding), "LICENSES/EUPL-1.2.txt": _EUPL})
    assert _files(found) == [("LICENSE.md", "EUPL-1.2"), ("LICENSES/EUPL-1.2.txt", "EUPL-1.2")]
    stub = "YEAR: 2026\nCOPYRIGHT HOLDER: José Voorbeeld\n".encode(encoding)
    assert _files(_collect({"DESCRIPTION": "License: MIT + file LICENSE\n", "LICENSE": stub})) == [("LICENSE", "MIT")]


def test_a_stub_alone_names_no_licence() -> None:
    assert _collect({"LICENSE": _STUB}).expression is None


def test_a_licence_of_ones_own_is_named_by_its_file() -> None:
    found = _collect({"LICENSES/LicenseRef-Huisstijl.txt": "Alle rechten voorbehouden.\n"})
    assert _files(found) == [("LICENSES/LicenseRef-Huisstijl.txt", "LicenseRef-Huisstijl")]


@pytest.mark.parametrize(
    ("path", "text", "line", "written", "expression"),
    [
        ("publiccode.yml", "name: x\nlegal:\n  license: EUPL-1.2\n", 3, "EUPL-1.2", "EUPL-1.2"),
        ("publiccode.yaml", "legal: {license: EUPL-1.2}\n", 1, "EUPL-1.2", "EUPL-1.2"),
        ("package.json", '{\n  "license": "(MIT OR Apache-2.0)"\n}', 2, "(MIT OR Apache-2.0)", "MIT OR Apache-2.0"),
        ("package.json", '{"licenses": [{"type": "MIT"}]}', 1, "MIT", "MIT"),
        ("package.json", '{"license": {"type": "MIT", "url": "https://x"}}', 1, "MIT", "MIT"),
        ("package.json", '{"license": ["MIT", "ISC"]}', 1, "MIT OR ISC", "MIT OR ISC"),
        ("package.json", '{"licenses": [{"type": "MIT"}, {"type": "ISC"}]}', 1, "MIT OR ISC", "MIT OR ISC"),
        ("package.json", '{"licenses": {"type": "MIT"}}', 1, "MIT", "MIT"),
        ("composer.json", '{"license": ["MIT", "GPL-3.0-only"]}', 1, "MIT OR GPL-3.0-only", "MIT OR GPL-3.0-only"),
        ("Cargo.toml", '[package]\nlicense = "MIT/Apache-2.0"\n', 2, "MIT/Apache-2.0", "MIT OR Apache-2.0"),
        ("pyproject.toml", '[project]\nlicense = {text = "EUPL v1.2"}\n', 2, "EUPL v1.2", "EUPL-1.2"),
        ("pyproject.toml", '[tool.poetry]\nlicense = "EUPL-1.2-or-later"\n', 2, "EUPL-1.2-or-later", "EUPL-1.2+"),
        (
            "pyproject.toml",
            '[project]\nclassifiers = ["License :: OSI Approved :: MIT License"]\n',
            2,
            "MIT License",
            "MIT",
        ),
        ("setup.cfg", "[metadata]\nlicense = EUPL, version 1.2\n", 2, "EUPL, version 1.2", "EUPL-1.2"),
        ("pom.xml", "<licenses>\n<license>\n<name>Apache License, Version 2.0</name>", 1, "", None),
        (
            "pom.xml",
            "<project>\n<licenses><license>\n<name>Apache License, Version 2.0</name></license></licenses>",
            2,
            "Apache License, Version 2.0",
            "Apache-2.0",
        ),
        ("DESCRIPTION", "Package: x\nLicense: MIT + file LICENSE\n", 2, "MIT", "MIT"),
        ("package.json", '{"license": "EUPL"}', 1, "EUPL", None),
        ("README.md", "# X\n\n## Licentie\n\nOnder de EUPL-1.2.\n\n## Y\n", 3, "Onder de EUPL-1.2.", "EUPL-1.2"),
    ],
)
def test_declarations(path: str, text: str, line: int, written: str, expression: str | None) -> None:
    found = _collect({path: text}).declarations
    if not written:
        assert found == ()
        return
    assert [(one.path, one.line, one.written, one.expression) for one in found] == [(path, line, written, expression)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("package.json", '{"license": "UNLICENSED"}'),
        ("package.json", '{"license": "SEE LICENSE IN LICENSE.md"}'),
        ("package.json", "[" * 100_000),
        ("package.json", "{"),
        ("package.json", '"MIT"'),
        ("package.json", '{"license": [], "licenses": [{"url": "x"}, 1, ["MIT"]]}'),
        ("pyproject.toml", "= ="),
        ("pyproject.toml", 'project = "x"'),
        ("setup.cfg", "license = MIT"),
        ("publiccode.yml", "legal: [license, MIT]"),
        ("publiccode.yml", "- a: ["),
        ("README.md", "# X\n\nNiets over de voorwaarden.\n"),
        ("README.md", "## Licenties van derden\n\nWij gebruiken software onder allerlei licenties.\n"),
    ],
)
def test_what_declares_nothing(path: str, text: str) -> None:
    assert _collect({path: text}).declarations == ()


_BOTH = 'SPDX-FileCopyrightText = "2026 Gemeente"\nSPDX-License-Identifier = "CC0-1.0"'
_HOLDER = 'SPDX-FileCopyrightText = "2026 Gemeente"'
_MIT_TAG = "SPDX-License-Identifier: MIT\n"
_DEP5 = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: src/*\n"


def _toml(paths: str, precedence: str, said: str) -> str:
    return f'version = 1\n[[annotations]]\npath = {paths}\nprecedence = "{precedence}"\n{said}\n'


_NONE = "version = 1\n"
_NESTED = {
    "REUSE.toml": _toml('"**"', "closest", _HOLDER),
    "b/REUSE.toml": _toml('"*.py"', "closest", 'SPDX-License-Identifier = "MIT"'),
    "b/a.py": "x",
    "b/a.js": "x",
}
#: Small repositories that claim REUSE: files, and those without licence and without holder.
_REUSE: list[tuple[dict[str, str | bytes], list[str], list[str]]] = [
    ({"REUSE.toml": _NONE, "a.py": _SAID}, [], []),
    ({"REUSE.toml": _NONE, "a.py": "print()\n", "empty": ""}, ["a.py"], ["a.py"]),
    ({"REUSE.toml": _NONE, "a.py": "# SPDX-License-Identifier: MIT\n"}, [], ["a.py"]),
    ({"REUSE.toml": _NONE, "a.py": "# Copyright 2026 Gemeente\n"}, ["a.py"], []),
    ({"REUSE.toml": _NONE, "a.bin": b"\0\1\2\3" * 9, "a.bin.license": _SAID}, [], []),
    ({"REUSE.toml": _NONE, "a.py": _SAID, "a.py.license": "niets\n"}, ["a.py"], ["a.py"]),
    ({"REUSE.toml": _NONE, "a.py": f"REUSE-IgnoreStart\n{_SAID}REUSE-IgnoreEnd\n"}, ["a.py"], ["a.py"]),
    ({"REUSE.toml": _toml('"src/*"', "closest", _BOTH), "src/a": "x", "src/b/c": "x"}, ["src/b/c"], ["src/b/c"]),
    ({"REUSE.toml": _toml('["src/**", "*.md"]', "override", _BOTH), "src/b/c": "x", "a.md": "x"}, [], []),
    ({"REUSE.toml": _toml('"**"', "closest", _HOLDER), "a": _MIT_TAG}, [], []),
    ({"REUSE.toml": _toml('"**"', "override", _HOLDER), "a": _MIT_TAG}, ["a"], []),
    ({"REUSE.toml": _toml('"**"', "aggregate", _HOLDER), "a": _MIT_TAG}, [], []),
    (dict(_NESTED), ["b/a.js"], []),
    (
        {
            "REUSE.toml": _toml('"**"', "closest", 'SPDX-License-Identifier = "MIT"'),
            "b/REUSE.toml": _toml('"**"', "override", ""),
            "b/a.py": "# Copyright 2026 X\n",
        },
        [],
        ["b/a.py"],
    ),
    ({"REUSE.toml": _toml(r"'a\*b'", "closest", _BOTH), "a*b": "x", "axb": "x"}, ["axb"], ["axb"]),
    ({".reuse/dep5": f"{_DEP5}Copyright: 2026 Gemeente\nLicense: MIT\n", "src/b/c": "x", "a": "x"}, ["a"], ["a"]),
]


@pytest.mark.parametrize(("files", "licence", "holder"), _REUSE, ids=range(len(_REUSE)))
def test_reuse_of_each_file(files: dict[str, str | bytes], licence: list[str], holder: list[str]) -> None:
    found = _collect(dict(files)).reuse
    assert (list(found.without_licence), list(found.without_holder)) == (licence, holder)
    assert (found.without_licence_count, found.without_holder_count) == (len(licence), len(holder))


@pytest.mark.parametrize(("files", "licence", "holder"), _REUSE, ids=range(len(_REUSE)))
def test_reuse_agrees_with_the_program_of_the_fsfe(
    files: dict[str, str | bytes], licence: list[str], holder: list[str], tmp_path: Path
) -> None:
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data if isinstance(data, bytes) else data.encode())
    command = [sys.executable, "-m", "reuse", "--root", str(tmp_path), "lint", "--json"]
    done = subprocess.run(command, capture_output=True, check=False)
    lacks = json.loads(done.stdout)["non_compliant"]
    found = {
        key: sorted(str((tmp_path / path).relative_to(tmp_path)) for path in lacks[key])
        for key in ("missing_licensing_info", "missing_copyright_info")
    }
    assert found == {"missing_licensing_info": sorted(licence), "missing_copyright_info": sorted(holder)}


def test_reuse_is_not_claimed_by_a_folder_alone() -> None:
    assert _collect({"LICENSES/MIT.txt": _MIT, "a.py": "x"}).reuse.config is None


def test_reuse_tells_the_licence_of_the_code() -> None:
    toml = _toml('"**"', "closest", _BOTH)
    files: dict[str, str | bytes | Link] = {
        "REUSE.toml": toml,
        "a.py": _SAID,
        "b.md": "x",
        "LICENSE.md": "See LICENSES/\n",
    }
    for licence in ("EUPL-1.2", "MIT", "CC0-1.0"):
        files[f"LICENSES/{licence}.txt"] = licences.text(licence)
    found = _collect(files)
    assert found.reuse.code == (("EUPL-1.2", 1),)
    assert [(one.expression, one.path, one.line) for one in found.reuse.shown] == [("EUPL-1.2", "a.py", 2)]
    assert found.expression == "EUPL-1.2"


_TWO = (
    "version = 1\n\n"
    '[[annotations]]\npath = "**"\nSPDX-License-Identifier = "EUPL-1.2"\n\n'
    '[[annotations]]\npath = "b/**"\nSPDX-FileCopyrightText = "2026"\nSPDX-License-Identifier = "MIT"\n'
)
_INLINE = 'annotations = [{path = "**", SPDX-License-Identifier = "MIT"}]\nversion = 1\n'
_PARAGRAPHS = "Format: x\n\n \nFiles: *\nLicense: MIT\n\nFiles: b/*\nCopyright: x\nLicense: ISC\n"
_IGNORED = f"REUSE-IgnoreStart\n{_SAID}REUSE-IgnoreEnd\n# SPDX-License-Identifier: ISC\n"


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        ({"REUSE.toml": _TWO, "a.py": "x", "b/c.py": "x"}, [("EUPL-1.2", "REUSE.toml", 5), ("MIT", "REUSE.toml", 10)]),
        ({"REUSE.toml": _TWO, "a.py": "x", "c.py": "x", "d.py": _SAID}, [("EUPL-1.2", "REUSE.toml", 5)]),
        ({"REUSE.toml": _INLINE, "a.py": "x"}, [("MIT", "REUSE.toml", None)]),
        (
            {".reuse/dep5": _PARAGRAPHS, "a.py": "x", "b/c.py": "x"},
            [("ISC", ".reuse/dep5", 9), ("MIT", ".reuse/dep5", 5)],
        ),
        ({"REUSE.toml": _NONE, "a.py": _IGNORED}, [("ISC", "a.py", 5)]),
        ({"REUSE.toml": _NONE, "a.py": "x", "a.py.license": _SAID}, [("EUPL-1.2", "a.py.license", 2)]),
        ({"REUSE.toml": _TWO, "a.md": "x"}, []),
    ],
)
def test_reuse_tells_where_the_licence_of_the_code_stands(
    files: dict[str, str | bytes | Link], shown: list[tuple[str, str, int | None]]
) -> None:
    found = _collect(files).reuse.shown
    assert [(one.expression, one.path, one.line) for one in found] == shown


def test_only_so_many_paths_are_kept() -> None:
    files: dict[str, str | bytes | Link] = {f"{number}.txt": "x" for number in range(KEPT + 5)}
    found = _collect({"REUSE.toml": "version = 1\n", **files}).reuse
    assert (len(found.without_licence), found.without_licence_count) == (KEPT, KEPT + 5)


_BYTES = st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode))


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            (
                *(
                    "LICENSE",
                    "LICENSES/MIT.txt",
                    "REUSE.toml",
                    ".reuse/dep5",
                    "package.json",
                    "pyproject.toml",
                    "setup.cfg",
                ),
                *("publiccode.yml", "README.md", "Cargo.toml", "pom.xml", "DESCRIPTION", "composer.json", "a.py"),
            )
        ),
        _BYTES,
    )
)
def test_no_content_breaks_it(files: dict[str, bytes]) -> None:
    _collect(dict(files))


def _naive(pattern: str, path: str) -> bool:
    """What a pattern of `*`, `**` and letters means, by trying everything."""
    if not pattern:
        return not path
    if pattern.startswith("**"):
        rest = pattern.lstrip("*").removeprefix("/")
        return any(_naive(rest, path[at:]) for at in range(len(path) + 1))
    if pattern.startswith("*"):
        stops = path.find("/") if "/" in path else len(path)
        return any(_naive(pattern[1:], path[at:]) for at in range(stops + 1))
    return path[:1] == pattern[0] and _naive(pattern[1:], path[1:])


@settings(max_examples=500, deadline=None)
@given(st.text("ab/*", max_size=9), st.text("ab/", max_size=9))
def test_patterns_mean_what_they_say(pattern: str, path: str) -> None:
    assert bool(re.fullmatch(toml_glob(pattern), path, re.DOTALL)) is _naive(pattern, path)


@pytest.mark.parametrize("pattern", ["a*" * 50 + "b", "**a*" * 50 + "b", "**/" * 50 + "b", "*a**" * 50])
def test_no_pattern_takes_long(pattern: str) -> None:
    files: dict[str, str | bytes | Link] = {f"{'a' * 900}{number}": "x" for number in range(3)}
    assert _collect({"REUSE.toml": _toml(f'"{pattern}"', "closest", _BOTH), **files}).reuse.files == 3


def test_what_is_too_long_to_compare_is_not_known() -> None:
    found = _collect({"REUSE.toml": _toml('"*"', "closest", _BOTH), "a" * 2000: "x"}).reuse
    assert found.unread == (Unread("blob-left-out", "a" * 2000),)


def test_only_so_many_licences_are_read() -> None:
    found = _collect({f"LICENSE-{number:03}": _MIT for number in range(100)})
    assert found.files[-1].unread == Unread("blob-left-out", found.files[-1].path)
    assert len(found.files) < 100
    assert found.expression is None


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("js/config.mjs", 0),
        ("js/organisation-config.js", 0),
        ("webpack.config.js", 0),
        ("media/colofon.js", 0),
        (".github/scripts/check.py", 0),
        ("docs/conf.py", 0),
        ("vendor/x.js", 0),
        ("docs/js/bootstrap.min.js", 0),
        ("src/minify.js", 1),
        ("src/config.py", 1),
        ("js/configuration.js", 1),
        ("src/conf.py", 1),
        ("src/vendor/x.js", 1),
    ],
)
def test_the_settings_of_tools_are_no_program_code(path: str, code: int) -> None:
    assert _collect({path: "x", "index.html": "x"}).code_files == code


_EE = "The X Enterprise Edition (EE) licence\n\nThis software may only be used in production by subscribers.\n"
_OWN = "All rights reserved.\n\nThe open source license does NOT apply to files in this directory.\n"


@pytest.mark.parametrize(
    ("files", "apart"),
    [
        ({"ee/LICENSE": _EE}, ["ee/LICENSE"]),
        ({"proprietary/assets/LICENSE.md": _OWN, "proprietary/LICENSE.md": _OWN}, ["proprietary/LICENSE.md"]),
        ({"packages/enterprise/COPYING": licences.text("BUSL-1.1")}, ["packages/enterprise/COPYING"]),
        ({"ee/LICENSE": licences.text("MIT"), "ee/docs/LICENSE": licences.text("CC-BY-4.0")}, []),
        ({"ee/LICENSE": "See the LICENSE file at the top.\n"}, []),
        ({"vendor/x/LICENSE": _OWN, "a/b/c/ee/LICENSE": _EE, "ee/LICENSE.py": _EE}, []),
    ],
)
def test_a_folder_under_terms_of_its_own(files: dict[str, str | bytes | Link], apart: list[str]) -> None:
    found = _collect({"LICENSE": _EUPL, **files})
    assert found.expression == "EUPL-1.2"
    assert [file.path for file in found.apart] == apart
    assert _collect(files).apart == ()
