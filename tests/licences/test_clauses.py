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
