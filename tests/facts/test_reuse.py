"""Licence and holder of every file: what `reuse lint` of the FSFE says, over many small trees."""

import logging
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reuse.project import Project
from reuse.report import ProjectReport

from oss_scan.facts.listing import Listing
from oss_scan.facts.reuse import collect_reuse
from oss_scan.facts.tags import tags_in
from oss_scan.tree import Link, MemoryTree

_HOLDERS = (
    "SPDX-FileCopyrightText: 2026 Gemeente",
    "# SPDX-FileCopyrightText: © 2026 X",
    "SPDX-SnippetCopyrightText: X",
    "Copyright (c) 2026 X",
    "// Copyright 2026 X",
    "© X",
    "  * Copyright © X",
    "<!-- SPDX-FileCopyrightText: X -->",
    "copyright 2026",
    "(c) 2026 X",
    "Copyright",
    "Copyrighted by X",
    "Copyright: X",
)
# no empty tag: the program stops at that file, for us it says nothing
_LICENCES = (
    "SPDX-License-Identifier: MIT",
    "# SPDX-License-Identifier: EUPL-1.2",
    "/* SPDX-License-Identifier: MIT */",
    "<!-- SPDX-License-Identifier: MIT OR CC0-1.0 -->",
    "// SPDX-License-Identifier:MIT",
    "{# SPDX-License-Identifier: MIT #}",
    "SPDX-License-Identifier: (MIT AND CC0-1.0)",
    "SPDX-License-Identifier: GPL-3.0+",
    "SPDX-License-Identifier: LicenseRef-X",
    "SPDX-License-Identifier: GPL-2.0-or-later WITH Classpath-exception-2.0",
    "Copyright X SPDX-License-Identifier: MIT",
)
_OTHERS = ("REUSE-IgnoreStart", "REUSE-IgnoreEnd", "SPDX-SnippetBegin", "SPDX-SnippetEnd", "print()", "é", "")
_PATHS = (
    *("a.py", "a.py.license", "b/a.py", "b/c.md", "b/c.md.license", "b/c/d.js", "logo.png", "logo.png.license"),
    *("LICENSE", "b/LICENSE.txt", "COPYING", "Licence.md", "license", "x.spdx", "CAL-1.0.txt", ".gitignore"),
    *("folder name/é.txt", "subprojects/a.py", "subprojects/z/a.py", "b/LICENSES/MIT.txt"),
)
_TEXTS = ("MIT", "EUPL-1.2", "CC0-1.0", "LicenseRef-X", "GPL-2.0-or-later", "Classpath-exception-2.0", "GPL-3.0")
_GLOBS = ("**", "*", "b/**", "b/*", "*.py", "**/*.py", "b/c/*", "logo.*", "**/c*", "b**", "*/c.md", "b/")

_lines = st.lists(st.sampled_from((*_HOLDERS, *_LICENCES, *_OTHERS)), max_size=5)
_content = st.builds(
    lambda lines, end, encoding: end.join(lines).encode(encoding, "replace"),
    _lines,
    st.sampled_from(("\n", "\r\n", "\r")),
    st.sampled_from(("utf-8", "utf-8", "utf-8-sig", "utf-16")),
)
_SAID = (
    ("", 'SPDX-FileCopyrightText = "2026 X"', 'SPDX-FileCopyrightText = ["2026 X", "2025 Y"]'),
    ("", 'SPDX-License-Identifier = "MIT OR CC0-1.0"', 'SPDX-License-Identifier = ["MIT", "EUPL-1.2"]'),
)


def _toml(*, whole: bool) -> st.SearchStrategy[bytes]:
    """A REUSE.toml, whose annotations always say both things when they are `whole`."""
    holder, licence = (st.sampled_from(each[1:] if whole else each) for each in _SAID)
    annotation = st.builds(
        lambda globs, precedence, *said: "\n".join(
            ["[[annotations]]", f"path = {list(globs)}", *(each for each in (precedence, *said) if each)]
        ),
        st.lists(st.sampled_from(_GLOBS), min_size=1, max_size=2),
        st.sampled_from(("", *(f'precedence = "{each}"' for each in ("closest", "aggregate", "override")))),
        holder,
        licence,
    )
    return st.lists(annotation, max_size=3).map(lambda found: "\n".join(["version = 1", *found]).encode())


_paragraph = st.builds(
    lambda files, licence: f"Files: {files}\nCopyright: 2026 X\nLicense: {licence}\n",
    st.sampled_from(("*", "b/*", "*.py", "a.py b/c.md", "b/?.md", "a.py\n b/*", "?.py")),
    st.sampled_from(("MIT", "EUPL-1.2", "MIT OR CC0-1.0", "MIT\n text of it")),
)
_dep5 = st.lists(_paragraph, max_size=3).map(
    lambda found: "\n".join(
        ["Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n", *found]
    ).encode()
)
_claims = st.one_of(
    _toml(whole=False).map(lambda data: {"REUSE.toml": data}),
    # where two files say half each, and the file itself says a half too, the program looks at the first of the two only
    st.tuples(_toml(whole=True), _toml(whole=True)).map(lambda two: {"REUSE.toml": two[0], "b/REUSE.toml": two[1]}),
    _dep5.map(lambda data: {".reuse/dep5": data}),
)
_files = st.dictionaries(st.sampled_from(_PATHS), _content, min_size=1, max_size=6)
_texts = st.sets(st.sampled_from(_TEXTS)).map(lambda names: {f"LICENSES/{name}.txt": b"text" for name in names})


def _oracle(files: dict[str, bytes]) -> tuple[list[str], ...]:
    with TemporaryDirectory(prefix="oss-scan-") as folder:
        root = Path(folder)
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        report = ProjectReport.generate(Project.from_directory(root), do_checksum=False, multiprocessing=False)
        lacking = (report.files_without_licenses, report.files_without_copyright)
        return (
            *(sorted(os.path.relpath(path, root) for path in paths) for paths in lacking),
            sorted(report.missing_licenses),
            sorted(report.unused_licenses),
        )


@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
@settings(max_examples=150, deadline=None)
@given(_claims, _files, _texts)
def test_it_agrees_with_the_program_of_the_fsfe(
    claims: dict[str, bytes], files: dict[str, bytes], texts: dict[str, bytes]
) -> None:
    logging.disable(logging.CRITICAL)
    try:
        whole = {**files, **texts, **claims}
        found = collect_reuse(Listing(MemoryTree(whole)))
        ours = (
            sorted(found.without_licence),
            sorted(found.without_holder),
            sorted(found.missing),
            sorted(Path(path).stem for path in found.unused),
        )
        assert ours == _oracle(whole)
    finally:
        logging.disable(logging.NOTSET)


@pytest.mark.parametrize(
    ("data", "licences", "holder", "line"),
    [
        ("# Copyright Café 2026\n# SPDX-License-Identifier: MIT\n".encode(), ("MIT",), True, 2),
        ("© X\n".encode("latin-1"), (), True, None),
        ("Café\n".encode(), (), False, None),
        (b"SPDX-FileCopyrightText:\n", (), False, None),
        (
            b"REUSE-IgnoreStart\nSPDX-License-Identifier: MIT\nREUSE-IgnoreEnd\nSPDX-License-Identifier: ISC",
            ("ISC",),
            False,
            4,
        ),
        (b"x" * 5000 + b" SPDX-License-Identifier: MIT", ("MIT",), False, 1),
        (b"\0SPDX-License-Identifier: MIT", (), False, None),
    ],
)
def test_tags(data: bytes, licences: tuple[str, ...], holder: bool, line: int | None) -> None:
    said = tags_in(data, "a")
    assert (said.licences, said.holder, said.where) == (licences, holder, line and ("a", line))


def test_links_and_empty_files_need_no_licence() -> None:
    files: dict[str, bytes | Link] = {
        "REUSE.toml": b"version = 1\n",
        "empty": b"",
        "empty.license": b"x",
        "link": Link("empty"),
    }
    assert collect_reuse(Listing(MemoryTree(files))).files == 0


def test_licences_of_code_and_of_content_are_told_apart() -> None:
    tag = b"SPDX-License-Identifier: "
    files: dict[str, bytes | Link] = {
        "REUSE.toml": b"version = 1\n",
        "a.py": tag + b"EUPL-1.2",
        "a.md": tag + b"CC0-1.0",
    }
    found = collect_reuse(Listing(MemoryTree(files)))
    assert (found.code, found.content) == ((("EUPL-1.2", 1),), (("CC0-1.0", 1),))
