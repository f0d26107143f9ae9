"""Reading bytes as text, and making texts comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.licences.fold import LIMIT, MODES, Mode, decode, fold, is_copyright, line_of


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


@pytest.mark.parametrize("data", [b"%PDF-1.4\nMIT License", b"PK\x03\x04", b"\x00\x01\x02\x03", b"a" * (LIMIT + 1)])
def test_what_is_no_text_is_not_read(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    "line",
    [
        "Copyright (c) 2024 Gemeente Voorbeeld",
        "Copyright © 2020-2024, Gemeente Voorbeeld. All rights reserved.",
        " * Copyright 2024 Gemeente Voorbeeld",
        "EUPL © the European Union 2007, 2016",
        "Copyright <YEAR> <COPYRIGHT HOLDER>",
        "(c) Gemeente Voorbeeld",
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
        "In 2024 Gemeente Voorbeeld made this",
        "Copyright 2024 " + "x" * 200,
    ],
)
def test_lines_that_say_more(line: str) -> None:
    assert not is_copyright(line)


def test_folding_keeps_the_words_only() -> None:
    assert fold("// The LICENCE (https://x.nl)\n# one-two").data == b"thelicensehttpxnlonetwo"


def test_bare_leaves_copyright_lines_out() -> None:
    assert fold("MIT\nCopyright 2024 Gemeente\nPermission", "bare").data == b"mitpermission"


def test_loose_leaves_out_list_marks_headings_and_addresses() -> None:
    text = "Terms\n1. You may copy this, see https://example.nl/x for more.\nb) You may also sell it."
    assert fold(text, "loose").data == b"youmaycopythisseeformoreyoumayalsosellit"


def test_a_span_leads_back_to_the_text() -> None:
    text = "# Een Licentie:\nvoor u"
    folded = fold(text)
    start, end = folded.span(folded.data.index(b"licentie"), folded.data.index(b"u"))
    assert text[start:end] == "Licentie:\nvoor"
    assert line_of(text, end) == 2


@given(st.text(), st.sampled_from(MODES))
def test_any_text_folds_and_its_words_lie_in_order(text: str, mode: Mode) -> None:
    folded = fold(text, mode)
    assert len(folded.starts) == len(folded.offsets) == len(folded.ends)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.offsets, folded.ends, strict=True))


@given(st.binary())
def test_any_bytes_decode_or_are_no_text(data: bytes) -> None:
    assert decode(data) is None or isinstance(decode(data), str)
