"""What agencies, makers and editors write beside a text that takes nothing from it, and the same with a limit."""

import pytest

from oss_scan import licences

_NOTICE = 'Licensed under the Apache License, Version 2.0 (the "License");' + licences.text("Apache-2.0").rpartition(
    'Licensed under the Apache License, Version 2.0 (the "License");'
)[2].replace("\n   ", "\n")


def _said(*parts: str) -> str | None:
    return licences.identify("\n\n".join(parts).encode()).expression


@pytest.mark.parametrize(
    "words",
    [
        # contracts with a government
        (
            "Under the terms of Contract AB-12-34CD56 with Tides Corporation, the U.S. Government retains certain"
            " rights in this software."
        ),
        "The U.S. Department of Tides funded the development of this software under subcontract 1234567 with Dune.",
        "This software was developed under contract W-1234-ENG-56 with the U.S. Department of Tides.",
        "The Government retains certain rights in this work under Contract No. DE-12.",
        # who holds it, and how that is marked
        "Copyright retained by original committers. All rights reserved.",
        "Portions of this code are copyrighted by\n\n  Shore\n\nwhile other portions are copyrighted by\n\n  Dune",
        (
            "If a contributor wants to further mark their specific copyright on a particular contribution, they should"
            " indicate their copyright solely in the commit message of the change when it is committed."
        ),
        "Contributors who want to mark their own copyright should do so only in the commit message.",
        (
            "Copyright is held by its many contributors, including:\n\nAda Tide <ada@sea.example>\n"
            "btide <b@sea.example>\ncdune <c@shore.example>\nEva Dune <eva@shore.example>"
        ),
        # what comes with it
        "Except for portions outlined below, tides is released under this licence:",
        "All files are under this licence, with the exception of the code described below.",
        "Except for the parts listed below, the code is under this licence.",
        "Portions of TIDES may have been adapted from SHORE and/or DUNE.",
        # editors
        ".. ex: set sts=4 ts=4 sw=4 et tw=79:",
    ],
)
@pytest.mark.parametrize("licence", ["MIT", "BSD-3-Clause"])
def test_what_takes_nothing_from_a_text(words: str, licence: str) -> None:
    assert _said(words, licences.text(licence)) == licence


@pytest.mark.parametrize(
    "words",
    [
        "Under the terms of the contract, the U.S. Government may use this software only for its own purposes.",
        "This software is licensed under Contract AB-1234 with Tides Corporation.",
        "The Government retains all rights in this software.",
        "Copyright remains with Tides, who must be asked.",
        "Contributors may use this software solely in their own commits.",
        "Except for commercial use, tides is released under this licence.",
        "Except for the schools listed below, nobody gets this software.",
        "Use of this software is governed by separate terms.",
        "ex: set for members only",
    ],
)
def test_what_may_take_something_from_a_text(words: str) -> None:
    assert _said(words, licences.text("MIT")) is None
    assert _said(licences.text("MIT"), words) is None


@pytest.mark.parametrize(
    "words",
    [
        (
            "This distribution includes third party software. This third party software, even if included with the"
            " distribution of the Tides software, may be governed by separate license terms, including without limita"
            "tion, third party license terms, other Tides software license terms, and open source software license"
            " terms. These separate license terms govern your use of the third party programs as set forth in BESIDE."
        ),
        "Third-party components may be subject to separate license terms.",
        "Bundled packages are covered by their own license terms.",
    ],
)
def test_terms_of_what_others_made(words: str) -> None:
    assert _said(licences.text("MIT"), words) == "MIT"


@pytest.mark.parametrize(
    "scope",
    [
        "This license only applies to the relevant code in such cases.",
        "The license below applies only to the parts taken from tides.",
        "The following license applies only to the respective files.",
    ],
)
def test_a_text_for_some_code_only(scope: str) -> None:
    mit = licences.text("MIT")
    assert _said(mit, f"Some files contain code from Tides. {scope}", mit.partition("\n")[2]) == "MIT"
    assert _said(f"Some files contain code from Tides. {scope}", mit) is None


@pytest.mark.parametrize(
    "above",
    [
        "tides.py was copied from Shore:",
        "Some parts are derived from Shore:",
        "Portions of this software are from Shore, which is licensed as follows:",
        "Parts were taken from Shore. Those are under this licence:",
    ],
)
def test_a_text_right_below_what_comes_from_others(above: str) -> None:
    mit = licences.text("MIT")
    assert _said(above, mit) is None
    assert _said(mit, above, mit.partition("\n")[2]) == "MIT"


@pytest.mark.parametrize(
    "head",
    [
        "For the following parts the copyright is held by third parties and the license\nterms differ.",
        "The license terms of the following components differ:",
        "The following files have different licenses:",
        "3rd party code and data\n-----------------------",
    ],
)
def test_the_licence_of_a_work_above_parts_that_are_named(head: str) -> None:
    parts = (
        "tides/fonts/*.ttf\n(c) Shore, see below\n\ntides/lock.py\nZope Public License (ZPL) Version 2.1, see file\n"
    )
    assert _said("Copyright 2010 Tides", _NOTICE, head, parts) == "Apache-2.0"
    assert _said(licences.text("MIT"), head, parts) == "MIT"


@pytest.mark.parametrize(
    "past",
    [
        "Prior to release 0.12, Tides was licensed under a BSD license.",
        "Versions before 2.0 were licensed under the GPL.",
        "Until version 2.0 it was licensed under the GPL-3.0.",
        "Tot versie 2.0 viel het onder de GPL-3.0.",
    ],
)
def test_the_licence_of_older_versions(past: str) -> None:
    for text in (licences.text("MIT"), _NOTICE):
        assert _said(text, past) == ("Apache-2.0" if text is _NOTICE else "MIT")
        assert _said(text, past.replace(" was ", " is ").replace(" were ", " are ").replace(" viel ", " valt ")) is None
    assert _said(past) is None


def test_from_what_a_holder_comes() -> None:
    assert _said("From tides:", "Copyright (c) 2019 A. Person", licences.text("MIT")) == "MIT"
    assert _said("From tomorrow:", licences.text("MIT")) is None
