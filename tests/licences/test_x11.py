"""A clause below a text that makes it another licence of SPDX's list."""

import pytest

from oss_scan import licences

_CLAUSE = """
Except as contained in this notice, the name of {one} shall not
be used in advertising or otherwise to promote the sale, use or other dealings in
this Software without prior written authorization from {other}.
"""


def _text(one: str, other: str, more: str = "") -> str:
    return licences.text("MIT") + _CLAUSE.format(one=one, other=other) + more


@pytest.mark.parametrize(
    "text",
    [
        _text("De Nederlandsche Bank", "De Nederlandsche Bank"),
        _text("the Voorbeeld Foundation", "Voorbeeld Foundation"),
        "\n".join(f" * {line}" for line in _text("Voorbeeld", "Voorbeeld").splitlines()),
    ],
)
def test_the_clause_of_the_x_consortium_under_another_name(text: str) -> None:
    match = licences.identify(text.encode())
    assert (match.expression, match.kind, match.last_line) == ("X11", "text", len(text.splitlines()))


@pytest.mark.parametrize(
    "text",
    [
        _text("Voorbeeld", "the Minister"),
        _text("Voorbeeld", "Voorbeeld, and no commercial use"),
        _text("Voorbeeld", "Voorbeeld", "\nNo commercial use.\n"),
        _text("Voorbeeld", "Voorbeeld").replace("advertising or otherwise", "products or otherwise"),
    ],
)
def test_another_clause_makes_the_text_modified(text: str) -> None:
    match = licences.identify(text.encode())
    assert (match.expression, match.kind) == (None, "modified")


def _mit(above: str = "", holder: str = "2020 Gemeente Groenstad") -> str | None:
    words = licences.text("MIT").partition("Permission is hereby")
    return licences.identify(
        f"MIT License\n\n{above}\n\nCopyright (c) {holder}\n\n{words[1]}{words[2]}".encode()
    ).expression


@pytest.mark.parametrize(
    "above",
    [
        "This package uses the MIT license, which is reproduced below:",
        "Portions of this code were developed under a grant of NWO.",
        "Delen van deze software zijn ontwikkeld onder subsidie van de EU.",
        "Tests are in tests/.",
        "The licence text comes from https://spdx.org/licenses/",
    ],
)
def test_what_stands_above_a_text_and_gives_it_to_no_part(above: str) -> None:
    assert _mit(above) == "MIT"


@pytest.mark.parametrize("above", ["The tests are licensed under this licence:", "Contains code from Kraan:"])
def test_what_stands_above_a_text_and_gives_it_to_a_part(above: str) -> None:
    assert _mit(above) is None


@pytest.mark.parametrize(
    ("holder", "expression"),
    [
        ("2020 Ministerie van Haven en\n    Kraanwezen", "MIT"),
        ("2020 haven-kraan-modules", "MIT"),
        ("2020 Jan and haven-sign contributors", "MIT"),
        ("2020 Haven Internal Systems Group", "MIT"),
        ("2020 Haven, Internal Use", None),
        ("2020 Haven\nfor evaluation", None),
        ("2020 for-bakers-only", None),
    ],
)
def test_names_of_holders_and_limits_beside_them(holder: str, expression: str | None) -> None:
    assert _mit(holder=holder) == expression
