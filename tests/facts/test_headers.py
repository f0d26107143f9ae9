"""What a comment at the top of a source file says of its licence, in any language."""

import pytest

from oss_scan.facts.header_said import said
from oss_scan.facts.licensing import collect_licensing
from oss_scan.facts.listing import Listing
from oss_scan.facts.source_comments import comments
from oss_scan.tree import MemoryTree

_EUPL = """\
Licensed under the EUPL, Version 1.2 or – as soon they will be approved by the European Commission - subsequent versions
of the EUPL (the "Licence"); You may not use this work except in compliance with the Licence.
You may obtain a copy of the Licence at:

https://joinup.ec.europa.eu/software/page/eupl
"""
_AGPL = "Under the GNU Affero General Public License, version 3,\nas published by the Free Software Foundation."
_EXT_JS = """\
This file may be used under the terms of the GNU General Public License version 3.0 as
published by the Free Software Foundation and appearing in the file LICENSE."""
_WORDPRESS = f"""\
Plugin Name: Dijken
Description: Shows all dikes; an administrator must switch it on before anyone may use it.
Requires PHP: 8.1
License: EUPL v1.2
License URI: https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12

Copyright 2026 Gemeente X

{_EUPL}"""


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (_EUPL, "EUPL-1.2"),
        (f"Dijken\n\nWe keep what a user must do after an import here.\n\nCopyright 2026 X\n\n{_EUPL}", "EUPL-1.2"),
        (_WORDPRESS, "EUPL-1.2"),
        ("@package dike\n@author A. B.\n@license GPL-2.0+\n@desc Shows all; only the last may be used", "GPL-2.0+"),
        ("Copyright 2026 X - MIT License", "MIT"),
        ("Dike v1 (https://x.nl)\nReleased under the MIT license\nhttps://x.nl/LICENSE", "MIT"),
        ("Released under the terms of the GNU GPL v2.0.", "GPL-2.0"),
        (f"@license AGPL-3.0\n\n{_AGPL}", "AGPL-3.0-only"),
        ("The Dike Foundation licenses this file to you under the Apache License, Version 2.0", "Apache-2.0"),
        ("@license MIT\n\nFor internal use only.", None),
        ("Licensed under the MIT License.\n\nNot for commercial use.", None),
        ("@license MIT\n\nParts are under the GPL-3.0.", None),
        ("License: Commercial\n\nContains code under the MIT License.", None),
        (f"{_EXT_JS}\n\nIf you are unsure, please contact sales.", "GPL-3.0-only"),
        ("This program is distributed under the GNU General Public License version 3.", "GPL-3.0-only"),
        ("Licensed under the EUPL. Requires readline (GNU General Public License version 3 or later).", None),
        ("Adapted from Golf, released under the MIT license.", None),
        ("License: MIT\nLicense: ISC", None),
    ],
)
def test_what_a_comment_gives(text: str, expression: str | None) -> None:
    assert said(text) == expression


@pytest.mark.parametrize(
    ("source", "line", "expression"),
    [
        ("#!/usr/bin/env python\n\n# Copyright 2026 X\n# Licensed under the MIT License\n\nimport os\n", 4, "MIT"),
        ("<?php /* Licensed under the MIT License */ $may = 'not';\n", 1, "MIT"),
        ('"""Dikes.\n\nLicensed under the EUPL-1.2.\n"""\n# The user must not call this.\nx = 1\n', 3, "EUPL-1.2"),
        ("/* Licensed under the ISC License */.a{color:red}.may-not{x:1}\n", 1, "ISC"),
        ("{{- /*\n@license EUPL-1.2\n*/}}\n", 2, "EUPL-1.2"),
        ("<!--\n  Released under the MIT license\n-->\n<html>\n", 2, "MIT"),
        ("module dike\n!  Released under the MIT license\n", 2, "MIT"),
        ("/* @license MIT */\n/* @license MIT */\n", 1, "MIT"),
        ("/* @license MIT */\n/* @license ISC */\n", 0, None),
        ("x = 1\n" * 20 + "# Released under the MIT license\n", 0, None),
        ("# This table maps the MIT License to its id.\nx = 1\n", 0, None),
        ('#include <mit.h>\nchar *x = "Released under the MIT license";\n', 0, None),
    ],
)
def test_what_the_top_of_a_file_says(source: str, line: int, expression: str | None) -> None:
    found = collect_licensing(Listing(MemoryTree({"src/a.py": source.encode()}))).headers.said
    assert [(one.line, one.expression) for one in found] == ([(line, expression)] if expression else [])


def test_a_comment_ends_where_it_is_closed() -> None:
    lines = ["// one", "// two", "", "x = 1  # none", "/* three", " * four */ y = 2", "(* five", "six", "*)"]
    assert [(each.lines, each.start) for each in comments(lines)] == [
        (("one", "two", ""), 0),
        (("three", "four "), 4),
        (("five", "six", ""), 6),
    ]
