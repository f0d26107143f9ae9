"""Reading bytes as text, and making texts comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan import licences
from oss_scan.licences.copyrights import is_copyright
from oss_scan.licences.fold import (
    LIMIT,
    decode,
    fold,
    line_of,
    title_of,
    without_copyright,
    without_markup,
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"licentie \xc3\xa9\xc3\xa9n", "licentie één"),
        (b"\xef\xbb\xbflicentie", "licentie"),
        (b"licentie \xe9\xe9n", "licentie één"),
        ("licentie één".encode("utf-16"), "licentie één"),
        ("licentie".encode("utf-16-le"), "licentie"),
        ("licentie".encode("utf-16-be"), "licentie"),
        (b"", ""),
    ],
)
def test_each_encoding_is_read(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.4\nMIT License", b"PK\x03\x04", b"{\\rtf1\\ansi MIT License}", b"\x00\x01\x02\x03", b"a" * (LIMIT + 1)],
)
def test_what_is_no_text_is_not_read(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    "line",
    [
        "Copyright (c) 2024 Gemeente Voorbeeld",
        "Copyright © 2020-2024, Gemeente Voorbeeld. All rights reserved.",
        "Copyright (c) 2003 Voorbeeld Inc. and others. All Rights Reserved.",
        " * Copyright 2024 Gemeente Voorbeeld",
        "EUPL © the European Union 2007, 2016",
        "Copyright <YEAR> <COPYRIGHT HOLDER>",
        "(c) Gemeente Voorbeeld",
        "Copyright (c) Jan Voorbeeld <jan@voorbeeld.no> (https://voorbeeld.nl/not)",
    ],
)
def test_lines_that_say_whose_it_is(line: str) -> None:
    assert is_copyright(line)


@pytest.mark.parametrize(
    "line",
    [
        "copyright notice, this list of conditions and the following disclaimer",
        "The above copyright notice and this permission notice shall be included",
        "Copyright 2024 Gemeente Voorbeeld, commercial use prohibited",
        "Copyright 2024 Gemeente Voorbeeld. Gebruik verboden.",
        "11 of the WIPO copyright treaty adopted on 20 December 1996, or",
        "what it does and who may do so, under copyright (c) 2024 X",
        "In 2024 Gemeente Voorbeeld made this",
        "Copyright 2024 " + "x" * 200,
    ],
)
def test_lines_that_say_more(line: str) -> None:
    assert not is_copyright(line)


def test_folding_keeps_the_words_only() -> None:
    assert fold("// The LICENCE (https://x.nl)\n# one-two") == b"thelicensehttpxnlonetwo"


def test_folding_keeps_letters_that_are_not_english() -> None:
    assert fold("ÉÉN – «Лиценз»") == "éénлиценз".encode()


def test_what_is_blanked_keeps_its_place() -> None:
    text = "<p>MIT&nbsp;\nCopyright 2024 Gemeente\nAll rights reserved.\nPermission"
    cleared = without_copyright(without_markup(text))
    assert cleared.split() == ["MIT", "Permission"]
    assert [cleared.index(word) for word in cleared.split()] == [text.index("MIT"), text.index("Permission")]


_OF_TWO_LINES = "Copyright 2022 TNO (Netherlands Organisation for Applied Scientific\n   Research)\n"
_LIMITED = "Copyright 2022 Gemeente (free for Academic\nresearch)\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (_OF_TWO_LINES, []),
        (_OF_TWO_LINES.replace("\n   ", "\n# "), []),
        (f"{_OF_TWO_LINES}Permission", ["Permission"]),
        (_LIMITED, _LIMITED.split()),
        (_LIMITED.replace("free for", "excluding"), _LIMITED.replace("free for", "excluding").split()),
        (
            "Copyright 2022 Gemeente (Voorbeeld\nen Partners), not to be sold\n",
            ["en", "Partners),", "not", "to", "be", "sold"],
        ),
    ],
)
def test_a_name_in_brackets_may_go_on_below(text: str, left: list[str]) -> None:
    assert without_copyright(text).split() == left


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("(a) use it,\n(b) copy it, or\n(c) sell any part of it,\n", False),
        ("# (b) copy it, or\n# (c) sell any part of it,\n", False),
        ("(c) jane of any part of it\n", True),  # no list: the name of a holder in lower case
        ("(b) copy it\n\n(c) copyright 2019 jane\n", True),
        ("(b) copy it\n\n(c) Jane\n", True),
    ],
)
def test_the_third_of_a_list_is_no_sign_of_copyright(text: str, blanked: bool) -> None:
    line = text.strip().split("\n")[-1]
    assert (line not in without_copyright(text)) is blanked


def test_a_title_is_left_out_and_a_condition_is_not() -> None:
    assert title_of("# The MIT License (MIT)\n\nPermission") == "# The MIT License (MIT)\n"
    assert title_of("MIT License for schools\n\nPermission") == ""


def test_lines_are_counted_from_one() -> None:
    assert line_of("a\nb", 0) == 1
    assert line_of("a\nb", 2) == 2


@given(st.text())
def test_any_text_folds_and_what_is_blanked_has_the_same_length(text: str) -> None:
    assert isinstance(fold(text), bytes)
    bare = without_copyright(without_markup(text))
    assert len(bare) == len(text)
    assert bare.startswith(title_of(bare))


@given(st.binary())
def test_any_bytes_decode_or_are_no_text(data: bytes) -> None:
    assert decode(data) is None or isinstance(decode(data), str)


@pytest.mark.parametrize(
    ("holder", "is_one"),
    [
        ("Gemeente Utrecht (internal)", False),
        ("Gemeente Utrecht for evaluation", False),
        ("Gemeente Utrecht Vertrouwelijk", False),
        ("Gemeente Utrecht, see EULA", False),
        ("Gemeente Utrecht, valid until 2025", False),
        ("Gemeente Utrecht. Free for 30 days", False),
        ("Gemeente Utrecht (utrecht.nl)", True),
        ("Gemeente Utrecht (Domstad)", True),
        ("Free Software Foundation, Inc. All rights reserved", True),
        ("Jane Court until https://code.example/jane", True),
        ("Agenda Consulting Company", True),
    ],
)
def test_a_holder_and_what_limits_behind_it(holder: str, is_one: bool) -> None:
    assert is_copyright(f"Copyright (c) 2020 {holder}") is is_one


@pytest.mark.parametrize(
    "below",
    [
        "14 rue de Plaisance, 75014 Paris, France",
        "  Hauptstr. 5, 10115 Berlin, Germany",
        "Hoofdstraat 12, 1234 AB Utrecht",
    ],
)
def test_where_the_holder_lives_is_no_part_of_a_text(below: str) -> None:
    assert without_copyright(f"Copyright (c) 2004 Jan Jansen\n{below}\nThe text.").split() == ["The", "text."]
    assert below in without_copyright(f"For Jan Jansen\n{below}\nThe text.")


@pytest.mark.parametrize(
    "below",
    [
        "Not For Sale, 12345 Members Only",
        "Permitted in 1999, until 2004 Only",
        "sold to all of us, 12345 times",
    ],
)
def test_what_stands_below_a_holder_and_may_limit_stays(below: str) -> None:
    assert below in without_copyright(f"Copyright (c) 2004 Jan Jansen\n{below}\nThe text.")


def test_indents_that_an_editor_left_are_no_words() -> None:
    """As Mozilla's text has them where it was copied out of a word processor; what else stands in brackets counts."""
    text = licences.text("ISC")
    left = text.replace("Permission", "\u30102,8 cm\u3011Permission").replace(
        "THE SOFTWARE", "\u30104 mm\u3011THE SOFTWARE"
    )
    assert licences.identify(left.encode()).expression == "ISC"
    other = text.replace("Permission", "\u3010not for sale\u3011Permission")
    assert licences.identify(other.encode()).expression is None
