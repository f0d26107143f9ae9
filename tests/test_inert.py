import csv
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from oss_scan import inert
from tests.formats.made_up import HOSTILE

ANYTHING = st.lists(
    st.sampled_from(
        [*HOSTILE, "::", "#", "[", "@a", "\n", " ", "`", "|", "www.", "https://", "\\", "1.", "<", "-", "="]
    )
    | st.characters(exclude_categories=())
).map("".join)
PATHS = st.lists(st.binary(min_size=1, max_size=9).filter(lambda part: not set(part) & {0, 47}), min_size=1).map(
    b"/".join
)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def assert_inert_line(line: str) -> None:
    """What neither a terminal nor a CI runner obeys."""
    assert not _UNSEEN.search(line)
    assert not re.search(r"##\w*\[", line)
    assert all(not word.startswith("::") for word in line.split())


def markdown_parser() -> MarkdownIt:
    """Markdown as forges read it, with raw HTML let through and e-mail addresses linked."""
    parser = MarkdownIt("gfm-like", {"html": True})
    assert parser.linkify is not None
    parser.linkify.set({"fuzzy_link": False})  # forges do not link bare names such as LICENSE.md
    return parser


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 漢", "plain é 漢"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\u202egnp", "\\u202egnp"),
        ("\u2066\u061c\u200f\u2028", "\\u2066\\u061c\\u200f\\u2028"),
        ("\x9b1m", "\\x9b1m"),
        ("naam\udcff", "naam\\xff"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("::error::x", "\\x3a:error::x"),
        ("std::vector", "std::vector"),
        ("x ::add-mask::y", "x \\x3a:add-mask::y"),
        ("a ##[group]b ##vso[x]", "a \\x23#[group]b \\x23#vso[x]"),
        ("## heading [x]", "## heading [x]"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert inert.printable(text) == shown


@given(ANYTHING)
def test_printable_is_inert_and_idempotent(text: str) -> None:
    shown = inert.printable(text)
    assert_inert_line(shown)
    assert inert.printable(shown) == shown
    shown.encode()


@given(ANYTHING)
def test_prose_is_one_inert_line(text: str) -> None:
    assert_inert_line(inert.prose(text))


def test_prose_joins_lines() -> None:
    assert inert.prose(" one\n  two\tthree\n") == "one two three"


@given(ANYTHING)
def test_github_message_and_property(text: str) -> None:
    message, value = inert.github_message(text), inert.github_property(text)
    assert "\n" not in message
    assert "\r" not in message
    assert re.fullmatch(r"([^%]|%25)*", message)
    assert re.fullmatch(r"([^%:,\r\n]|%25|%3A|%2C)*", value)


def test_github_values() -> None:
    assert inert.github_message("100%0A: a, b") == "100%250A: a, b"
    assert inert.github_property("a:b,c%") == "a%3Ab%2Cc%25"


@given(ANYTHING)
def test_markdown_is_only_text(text: str) -> None:
    shown = inert.markdown(text)
    tokens = markdown_parser().parse(shown)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    children = (tokens[1].children or []) if tokens else []
    assert {child.type for child in children} <= {"text"}
    seen = "".join(child.content for child in children)
    assert seen.replace("\u200b", "").strip() == inert.printable(text).strip()
    assert not re.search(r"[@#!~%$&^]\w|:[\w+-]+:|(?i:www\.|gh-\d)|://", seen)
    assert not re.match(r"\s*/", shown)


@given(ANYTHING)
def test_markdown_in_a_table_keeps_its_cells(text: str) -> None:
    table = f"| {inert.markdown(text)} | {inert.markdown_code(text)} | end |\n|---|---|---|\n"
    cells = [token for token in markdown_parser().parse(table) if token.type == "inline"]
    assert len(cells) == 3
    assert cells[2].content == "end"
    assert {child.type for cell in cells for child in cell.children or []} <= {"text", "code_inline"}


@given(ANYTHING)
def test_markdown_code_is_one_code_span(text: str) -> None:
    shown = inert.markdown_code(text)
    tokens = markdown_parser().parse(f"x {shown} y")
    children = [child.type for child in tokens[1].children or []]
    assert children == (["text", "code_inline", "text"] if inert.printable(text).strip(" ") else ["text"])


def test_markdown_values() -> None:
    assert inert.markdown("De licentie GPL-2.0 in src/a.py") == "De licentie GPL-2.0 in src/a.py"
    assert inert.markdown("[x](y)") == "\\[&#8203;x\\](y)"
    assert inert.markdown("1. a") == "1\\. a"
    assert inert.markdown_code("a`b|c") == "`a\\x60b\\x7cc`"


@given(ANYTHING)
def test_xml_can_be_written_and_read(text: str) -> None:
    shown = inert.xml(text)
    element = ET.Element("a", value=shown)
    element.text = shown
    read = ET.fromstring(ET.tostring(element, encoding="utf-8"))
    assert (read.text or "") == shown
    assert read.get("value") == shown


@given(ANYTHING)
def test_html_text_holds_no_hidden_character(text: str) -> None:
    shown = inert.html_text(text)
    assert not _UNSEEN.search(shown.replace("\n", "").replace("\t", ""))


@given(ANYTHING)
def test_csv_cell_is_no_formula(text: str) -> None:
    cell = inert.csv_cell(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    out = io.StringIO()
    csv.writer(out).writerow([cell, "end"])
    assert next(csv.reader(io.StringIO(out.getvalue()))) == [cell, "end"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("LICENSE.x;=1+1;y", "LICENSE.x;'=1+1;y"),
        ("a; @SUM(A1);-1;+2", "a; '@SUM(A1);'-1;'+2"),
        ('a;"=1+1', "a;\"'=1+1"),
        ("a;＝1", "a;'＝1"),
        (";=1", ";'=1"),
        ("a\t=1", "a\\t=1"),
        ("a;b=1", "a;b=1"),
    ],
)
def test_csv_cell_guards_formulas_behind_a_separator_of_another_language(text: str, cell: str) -> None:
    assert inert.csv_cell(text) == cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_csv_cell_guards_formulas(text: str) -> None:
    assert inert.csv_cell(text) == "'" + inert.printable(text)


@given(PATHS)
def test_uri_gives_the_bytes_back(raw: bytes) -> None:
    path = raw.decode("utf-8", "surrogateescape")
    made = inert.uri(path)
    assert re.fullmatch(r"[A-Za-z0-9_.~/%-]+", made)
    assert unquote_to_bytes(made) == raw
    assert urlsplit(made).path == made


@given(ANYTHING)
def test_uri_and_url_take_anything(text: str) -> None:
    assert inert.uri(text).isascii()
    assert inert.url(text).isascii()


def test_url_keeps_an_address() -> None:
    assert inert.url("https://git.example:8443/groep/naam") == "https://git.example:8443/groep/naam"
    assert inert.url("https://git.example/a b\u202e") == "https://git.example/a%20b%E2%80%AE"


@given(ANYTHING)
def test_json_text_can_be_encoded(text: str) -> None:
    shown = inert.json_text(text)
    assert json.loads(json.dumps(shown, ensure_ascii=False).encode()) == shown
    if not any(unicodedata.category(character) == "Cs" for character in text):
        assert shown == text


@given(ANYTHING)
def test_sarif_message_has_no_link_and_no_placeholder(text: str) -> None:
    shown = inert.sarif_message(text)
    assert "](" not in shown
    assert not re.search(r"\{\d", shown)
