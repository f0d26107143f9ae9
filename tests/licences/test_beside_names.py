"""Names, holders, exceptions and remarks that stand beside a text or in it, and what binds in the same shape."""

import pytest

from oss_scan import licences

MIT, BSD = licences.text("MIT"), licences.text("BSD-3-Clause")
ENDORSES = "Neither the name of the copyright holder nor the names of its contributors may be used"
FMT = """As an exception, if, as a result of your compiling your source code, portions
of this Software are embedded into a machine-executable object form of such
source code, you may redistribute such embedded portions in such object form
without including the above copyright and permission notices.
"""


def _said(text: str) -> str | None:
    return licences.identify(text.encode()).expression


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Neither the names of h5io authors nor the names of any contributors may be used", "BSD-3-Clause"),
        ("Neither the name of log4j project nor the names of its contributors may be used", "BSD-3-Clause"),
        ("Neither the name of the py2neo team nor the names of its contributors may be used", "BSD-3-Clause"),
        (f"{ENDORSES[:-12]}, nor the name cellfinder, may be used", "BSD-3-Clause"),
        (f"{ENDORSES[:-12]} nor the name of the University of Delft may be used", "BSD-3-Clause"),
        (f"{ENDORSES[:-12]} nor any trademarks of Acme may be used", "BSD-3-Clause"),
        (f"{ENDORSES[:-12]} nor derived works may be used", None),
        (f"{ENDORSES[:-12]} nor the name of Acme shall be changed, nor the software may be used", None),
        ("Neither the name of version 2 nor this software may be used", None),
    ],
)
def test_names_that_endorse_nothing(names: str, expected: str | None) -> None:
    assert ENDORSES in BSD
    assert _said(BSD.replace(ENDORSES, names)) == expected


def test_one_more_name_stands_only_where_names_do() -> None:
    assert _said(BSD.replace("are permitted provided", "nor the name Acme are permitted provided")) is None


def test_a_title_with_the_name_that_the_makers_have() -> None:
    terms = BSD[BSD.index("Redistribution") :]
    title = "License for {}\n===========\n\nCopyright (c) 2020-2024 The {}.\n\n"
    assert _said(title.format("nilearn", "nilearn developers") + terms) == "BSD-3-Clause"
    assert _said(title.format("toolz", "toolz authors") + terms) == "BSD-3-Clause"
    assert _said("LICENSE for mne\n\nCopyright 2012, the mne contributors\n\n" + terms) == "BSD-3-Clause"
    for name, makers in (("students", "students team"), ("evaluation", "nilearn developers"), ("members", "members")):
        assert _said(title.format(name, makers) + terms) is None
    assert _said(f"License for nilearn users only\n\nCopyright (c) The nilearn developers.\n\n{terms}") is None


def test_the_exception_of_fmt() -> None:
    head = "--- Optional exception to the license ---\n\n"
    for text in (f"{MIT}\n{head}{FMT}", f"{MIT}\n{FMT}", f"{MIT}\n## Exception\n\n{' '.join(FMT.split())}\n"):
        assert _said(text) == "MIT WITH fmt-exception"
    assert _said(f"{MIT}\n{head}{FMT.replace('you may', 'you may not')}") is None
    assert _said(f"{MIT}\n{head}{FMT.replace('without including', 'only when including')}") is None
    assert _said(f"{MIT}\n{head}{FMT}This exception is void for commercial use.\n") is None
    assert _said(f"{BSD}\n{head}{FMT}") is None


@pytest.mark.parametrize(
    "choice",
    [
        "Unlicense (SPDX short identifier: Unlicense) or\nMIT No Attribution License (SPDX short identifier: MIT-0):",
        "the Unlicense (SPDX identifier: Unlicense) or MIT No Attribution (SPDX id: MIT-0)",
        "the Unlicense or the MIT No Attribution license:",
    ],
)
def test_ids_beside_names(choice: str) -> None:
    both = f"{licences.text('Unlicense')}\n----\n{licences.text('MIT-0')}"
    assert _said(f"The software is available under your choice of\n{choice}\n\n-----\n\n{both}") == "MIT-0 OR Unlicense"


@pytest.mark.parametrize(
    "remark",
    [
        "The list of copyright owners for this project can be found here: https://example.org/AUTHORS",
        "A list of all copyright holders is in AUTHORS.",
        'The first of these, "words.txt", is the vocabulary of Snowball, and is covered by the same license.',
        "It was inspired by an earlier implementation, no portions of which remain in this package.",
        "It derives from an older module, but no code of it survives.",
        (
            "If you use Apache-licensed parts, be aware that these may be incompatible with software licensed"
            " exclusively\nunder GPL2. (Most software is licensed as GPL2 or later, in which case this is no issue.)"
        ),
        "Note that this license is not compatible with the GPLv2.",
        "The Apache license is compatible with the GPL 3.",
        "This package is only here to build distributions of the software listed below.",
        "This repository is just here to provide wheels of Qt.",
        "The corresponding authors deserve all credit for their wonderful work.",
        "Qt by The Qt Company\nhttps://example.org/",
    ],
)
def test_remarks_that_bind_nobody(remark: str) -> None:
    assert _said(f"{remark}\n\n{MIT}") == "MIT"


@pytest.mark.parametrize(
    "remark",
    [
        "The list of copyright owners who must be paid can be found here: https://example.org/AUTHORS",
        "A list of owners that may use it is in AUTHORS.",
        "The first of these may use it.",
        "No portions of which may be sold.",
        "No code of it may remain in your product.",
        "You may use it if your license is compatible with the GPL.",
        "These may be incompatible with the GPL, so do not combine them.",
        "Note that it is compatible with the GPL and may not be sold.",
        "This package is only here to build distributions of it for members.",
        "This package is only here to evaluate.",
        "The authors deserve credit in each product.",
        "The Company may use it.",
        "Acme Company staff",
        "For Acme Company",
        "SPDX short identifier: MIT, no use by others.",
        "This is MIT No Attribution, not for sale.",
    ],
)
def test_remarks_that_may_bind(remark: str) -> None:
    assert _said(f"{remark}\n\n{MIT}") is None


@pytest.mark.parametrize(
    ("aside", "expected"),
    [
        ("This work was supported in part by funding from the Research Agency and the Speech Consortium.", True),
        ("We thank the authors of Sphinx for their help.", True),
        ("This software was developed by the Speech Group of the university.", True),
        ("This work may not be used by others.", False),
        ("This work was supported by members, who alone may use it.", False),
        ("Redistribution needs our consent.", False),
    ],
)
def test_thanks_in_a_text_that_is_most_alike_one_with_more_words(aside: str, expected: bool) -> None:
    """SPDX has a text with a few words more in a condition, to which this one is as near."""
    text = licences.text("BSD-2-Clause") or ""
    by = text.replace("THE COPYRIGHT HOLDERS AND CONTRIBUTORS", "CARNEGIE MELLON UNIVERSITY")
    by = by.replace("THE COPYRIGHT HOLDER OR CONTRIBUTORS", "CARNEGIE MELLON UNIVERSITY NOR ITS EMPLOYEES")
    assert by != text
    assert _said(by.replace("THIS SOFTWARE IS", f"{aside}\n\nTHIS SOFTWARE IS", 1)) == (
        "BSD-2-Clause" if expected else None
    )


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        ("dual licensed under the Eclipse Public License 2.0 and the Eclipse Distribution License 1.0", True),
        ("dual-licensed under the Eclipse Public License v2.0 and Eclipse Distribution License v1.0", True),
        ("licensed under either the EPL-2.0 or the Eclipse Distribution License, Version 1.0, at your option", True),
        ("available under the terms of the Eclipse Public License v2.0 and Eclipse Distribution License v1.0", False),
        ("dual licensed under the EPL 2.0 and the Eclipse Distribution License", False),
    ],
)
def test_the_licences_of_eclipse(notice: str, expected: bool) -> None:
    assert _said(f"This project is {notice}.\n") == ("BSD-3-Clause OR EPL-2.0" if expected else None)
