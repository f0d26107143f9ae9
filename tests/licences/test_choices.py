"""Several licences in one file: a choice only where the words beside them offer one, and of what they offer."""

import pytest

from oss_scan import licences

_MIT = licences.text("MIT")
_APACHE = licences.text("Apache-2.0").split("APPENDIX")[0]
_BSD = licences.text("BSD-3-Clause")
_LATER = (
    "This program is free software; you can redistribute it and/or modify it under the terms of the GNU General\n"
    "Public License as published by the Free Software Foundation; either version 2 of the License, or (at your\n"
    "option) any later version.\n\n"
)


def _said(*parts: str) -> str | None:
    return licences.identify("\n\n".join(parts).encode()).expression


@pytest.mark.parametrize(
    "offer",
    [
        "This work is released under two licenses: Apache 2.0, and MIT. You may pick the license that best suits you.",
        "This work is available under the terms of the MIT license, or the Apache License 2.0.",
        "You may use this work under either of the following licenses.",
        "This work is dual-licensed.",
        "It may be used under the conditions of either of two licenses, the Apache License 2.0 or the MIT license.",
        "SPDX-License-Identifier: Apache-2.0 OR MIT",
    ],
)
def test_a_choice_of_two(offer: str) -> None:
    assert _said(offer, _MIT, _APACHE) == "Apache-2.0 OR MIT"


@pytest.mark.parametrize("word", ["OR", "or", "of", "--- or ---", "Or:", "OR, at your option:"])
def test_a_word_alone_between_two_texts(word: str) -> None:
    assert _said(_MIT, word, _APACHE) == "Apache-2.0 OR MIT"
    assert _said(_MIT, "and", _APACHE) == "Apache-2.0 AND MIT"


@pytest.mark.parametrize(
    "words",
    [
        "This work is licensed under the licenses below.",
        "See the licenses below for the warranties, either express or implied.",
        "This work is under the MIT license and the Apache License 2.0.",
        "In either case, see the licenses below.",
        "The text of one of these licenses was copied from the foundation.",
        "Modifications on these files are dual licensed (both MIT and Apache 2.0).",
    ],
)
def test_no_choice(words: str) -> None:
    assert _said(words, _MIT, _APACHE) == "Apache-2.0 AND MIT"


@pytest.mark.parametrize(
    "words",
    [
        "You may choose either of the licenses below, for students only.",
        "You may choose either of the licenses below until the end of 2027.",
        "You may pick the license that best suits your company, and tell us which.",
    ],
)
def test_a_choice_that_limits(words: str) -> None:
    assert _said(words, _MIT, _APACHE) is None


def test_later_versions_of_one_are_no_choice_between_two() -> None:
    said = _said(_MIT, f"This work includes libours, licensed as follows:\n\n{_LATER}", licences.text("GPL-2.0"))
    assert said == "GPL-2.0-or-later AND MIT"


def test_a_choice_of_two_beside_a_third() -> None:
    parts = (_MIT, _APACHE, "This work includes libours, licensed under the 3-clause BSD license:", _BSD)
    assert _said("You may choose either the MIT license or the Apache License 2.0.", *parts) == (
        "(Apache-2.0 OR MIT) AND BSD-3-Clause"
    )
    assert _said("You may choose one of the three licenses below.", *parts) == "Apache-2.0 OR BSD-3-Clause OR MIT"
    assert _said("You may choose one of the licenses below.", *parts) is None  # perhaps not the third


@pytest.mark.parametrize(
    "offer",
    [
        "The examples are available under either of the licenses below.",
        "The following files may be used under either of the licenses below.",
        "The tools are dual licensed: the library under the MIT License, the rest under the Apache License 2.0.",
        "Both licenses apply, whichever is stricter.",
        "Every source file is under the MIT License or the Apache License 2.0, as its header says.",
        "Modules are licensed under the MIT License or the Apache License 2.0.",
        "This work contains code of either MIT license or Apache license origin.",
        "The logo is dual-licensed.",
        "golf.c is dual-licensed.",
        "Contributions are accepted under either of the licenses below.",
        "This work is dual-licensed under the MIT license and the GPL.",
    ],
)
def test_a_choice_of_something_else_is_not_told(offer: str) -> None:
    assert _said(offer, _MIT, _APACHE) is None


@pytest.mark.parametrize(
    "above",
    [
        "Files: src/*",
        "The files in the folder lib are under:",
        "Icons:",
        "The icons are licensed under the following license:",
        "This work contains Golf, which is under:",
        "It includes code from Golf under the following license:",
        "Third-party: Golf",
        "Older versions are under this licence.",
        "Version 1 of Golf is under this licence.",
    ],
)
def test_a_text_that_is_of_a_part_says_nothing_of_the_whole(above: str) -> None:
    assert _said(above, _MIT) is None
    assert _said("This software is licensed under the MIT License.", above, _MIT) == "MIT"


@pytest.mark.parametrize(
    "above",
    ["Files: *", "Golf", "This package includes the following license.", "Golf 2.0"],
)
def test_a_text_below_a_title_is_of_the_whole(above: str) -> None:
    assert _said(above, _MIT) == "MIT"


@pytest.mark.parametrize(
    "words",
    [
        "Choose either MIT or Apache-2.0:",
        "Take MIT or Apache-2.0.",
        "Kies MIT of Apache-2.0.",
        "You may use it under MIT or under Apache-2.0.",
        "Available under MIT and, alternatively, Apache-2.0.",
        "Alternatively, you may use the Apache License 2.0.",
    ],
)
def test_a_choice_without_a_word_for_licences(words: str) -> None:
    assert _said(words, _MIT, _APACHE) == "Apache-2.0 OR MIT"


def test_names_of_different_things_are_no_choice() -> None:
    assert _said("Choose MIT for the parser or Apache-2.0 for the writer.", _MIT, _APACHE) is None
    assert _said("The code is MIT, the documentation Apache-2.0.", _MIT, _APACHE) == "Apache-2.0 AND MIT"
