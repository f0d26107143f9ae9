"""Whatever a text is, every form can be written and read, holds it as a text, and does nothing of what it says."""

import re
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from oss_scan.inert import csv_cell, html_text, pdf_text, xml
from oss_scan.report.blocks import Report, Span, Table
from oss_scan.report.formats import files
from oss_scan.report.formats.shape import plain
from tests.formats.made_up import HOSTILE
from tests.report.browser import RUNS
from tests.report.made_up_blocks import TABLE, made
from tests.report.read_back import csv_rows, html_tables, odf_part, ods_sheets, odt_tables, pdf_tables
from tests.report.unusual_blocks import all_hostile, hostile

_SIGNS = st.one_of(
    st.sampled_from(("<", ">", "&", '"', "'", "=", "+", "-", "@", "`", "[", "](", "#", "$", "\\", "{{", "]]>", "<!--")),
    st.sampled_from(("\0", "\t", "\r\n", "\x1b[2J", "\x85", "\xad", "\u202e", "\u2066", "\u200b", "\u2028", "\ufeff")),
    st.sampled_from(("\ud800", "\udcff", "\ufffe", "\U000e0041", "\u4e2d", "\u0634", "\U0001f600", "e\u0301")),
    st.characters(codec=None, categories=("L", "N", "P", "S", "Z", "C")),
    st.text(max_size=8),
)
_SHORT = st.one_of(st.lists(_SIGNS, max_size=25).map("".join), st.sampled_from((*HOSTILE, *RUNS)))
_TEXTS = st.one_of(_SHORT, st.sampled_from(("x" * 10_000, "a/" * 5_000, "woord " * 1_700, "\ud800" * 2_000)))
_FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def _rows(report: Report) -> list[tuple[str, ...]]:
    """The rows of the tables that are not folded away."""
    tables = (block for chapter in report.chapters for block in chapter.blocks if isinstance(block, Table))
    return [tuple(plain(cell.content) for cell in row) for table in tables for row in table.rows]


def _line(text: str) -> str:
    return " ".join(text.split())


def _blanks(text: str) -> str:
    """Blanks of a line as one space, as readers have them."""
    return re.sub(r"[ \t\r\n]+", " ", text)


def _made(text: str, form: str) -> tuple[Report, dict[str, bytes]]:
    report = hostile(text)
    return report, dict(files(report, (form,)))


@_FEW
@given(_TEXTS)
def test_html(text: str) -> None:
    report, found = _made(text, "html")
    (page,) = found.values()
    read = {row for table in html_tables(page) for row in table.rows}
    assert {tuple(_line(html_text(cell)) for cell in row) for row in _rows(report)} <= read
    tree: Any = html.document_fromstring(page)
    ours: Any = html.document_fromstring(dict(files(made(), ("html",)))["report.html"])
    assert _elements(tree) <= _elements(ours)
    assert [script.text for script in tree.iter("script")] == [script.text for script in ours.iter("script")]
    assert all(link.get("href").startswith(("#", "https://", "http://", "mailto:")) for link in tree.iter("a"))


def _elements(tree: Any) -> set[tuple[str, str]]:
    """The kinds of elements with their kinds of attributes."""
    return {(one.tag, name) for one in tree.iter() if isinstance(one.tag, str) for name in ("", *one.attrib)}


@_FEW
@given(_SHORT)
def test_pdf(text: str) -> None:
    report, found = _made(text, "pdf")
    read = {row for table in pdf_tables(found["report.pdf"]) for row in table.rows}
    assert {tuple(_line(pdf_text(cell)) for cell in row) for row in _rows(report)} <= read


def test_very_long_texts_are_cut_off_in_a_pdf() -> None:
    cell = replace(TABLE.rows[0][1], content=(Span("x" * 10_000),))
    table = replace(TABLE, rows=((TABLE.rows[0][0], *(cell,) * 4),))
    report = replace(made(), chapters=(replace(made().chapters[0], blocks=(table,)),))
    ((_, content),) = files(report, ("pdf",))
    (read,) = pdf_tables(content)
    assert read.rows == (("Binnenlandse Zaken", *("x" * 599 + "…",) * 4),)


@_FEW
@given(_TEXTS)
def test_odt(text: str) -> None:
    report, found = _made(text, "odt")
    content = found["report.odt"]
    read = {row for table in odt_tables(content) for row in table.rows}
    assert {tuple(_line(xml(_blanks(cell))) for cell in row) for row in _rows(report)} <= read
    ours = odf_part(dict(files(made(), ("odt",)))["report.odt"], "content.xml")
    assert _elements(odf_part(content, "content.xml")) <= _elements(ours)


@_FEW
@given(_TEXTS)
def test_ods_and_csv(text: str) -> None:
    report = hostile(text)
    found = dict(files(report, ("ods", "csv")))
    content = found["report.ods"]
    sheets = list(ods_sheets(content).values())[1:]
    assert len(sheets) == len(report.data)
    assert not [one for one in odf_part(content, "content.xml").iter() if any("formula" in name for name in one.attrib)]
    names = [name for name in found if name.endswith(".csv")]
    for table, sheet, name in zip(report.data, sheets, names, strict=True):
        texts = [str(row[0]) for row in table.rows]
        assert [_line(row[0] or "") for row in sheet[1:]] == [_line(xml(_blanks(one))) for one in texts]
        assert [row[0] for row in csv_rows(found[name])[1:]] == [csv_cell(one) for one in texts]


def test_every_hostile_text_at_once_in_every_form() -> None:
    report = all_hostile((*HOSTILE, *RUNS), 2)
    found = dict(files(report, ("html", "pdf", "odt", "ods", "csv")))
    assert {"report.html", "report.pdf", "report.odt", "report.ods"} <= found.keys()
    assert dict(files(report, ("html", "pdf", "odt", "ods", "csv"))) == found
