"""A report as PDF: its structure and numbers, read back. veraPDF judges it in `make report-check`."""

import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst

from oss_scan.errors import OssScanError
from oss_scan.inert import pdf_text
from oss_scan.report.blocks import Cell, Column, Report, Span, Table
from oss_scan.report.formats import files
from oss_scan.report.formats.paper import drawn, widths
from oss_scan.report.formats.shape import plain
from oss_scan.resources import data_folder
from tests.formats.made_up import HOSTILE
from tests.report.made_up_blocks import BARS, TABLE, made
from tests.report.read_back import pdf_tables
from tests.report.read_pdf import nodes, structure
from tests.report.unusual_blocks import all_hostile, large


def pdf(report: Report) -> bytes:
    ((name, content),) = files(report, ("pdf",))
    assert name == "report.pdf"
    return content


@pytest.fixture(scope="module")
def written() -> bytes:
    return pdf(made())


def headless(content: bytes) -> list[str]:
    """What is wrong with tables: no header cells for columns, none for rows, or one that does not say of what it is."""
    tables = structure(content).all("Table")
    scopes = [sorted({cell.scope for cell in table.all("TH")}) for table in tables]
    return [str(one) for one in scopes if one != ["Column", "Row"]] if tables else ["no table"]


def test_says_what_it_is(written: bytes) -> None:
    with pikepdf.open(BytesIO(written)) as document:
        assert str(document.Root.Lang) == "nl"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as said:
            assert said["dc:title"] == "Voortgang open, tenzij 2026"
            assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "A")
            assert said["pdfuaid:part"] == "1"
            assert said["xmp:CreateDate"].startswith("2026-03-01T00:00:00")
        figures = [one for one in nodes(document.Root.StructTreeRoot) if one.get("/S") == "/Figure"]
        assert BARS.alternative in {str(one.get("/Alt")) for one in figures}
        languages = {str(one.get("/Lang")) for one in nodes(document.Root.StructTreeRoot) if "/Lang" in one}
        assert languages == {"en"}


def test_every_table_has_header_cells_with_scope(written: bytes) -> None:
    assert headless(written) == []
    with pikepdf.open(BytesIO(written)) as document:
        for node in nodes(document.Root.StructTreeRoot):
            if node.get("/S") == "/TH":
                node.S = pikepdf.Name.TD
        out = BytesIO()
        document.save(out)
    assert set(headless(out.getvalue())) == {"[]"}


def test_tables_are_read_back(written: bytes) -> None:
    found = {one.caption: one for one in pdf_tables(written)}
    assert len(found) == 4
    read = found[TABLE.caption]
    assert read.columns == tuple(column.title for column in TABLE.columns)
    assert read.rows == tuple(tuple(plain(cell.content) for cell in row) for row in TABLE.rows)


def test_folded_detail_is_left_out_with_a_pointer(written: bytes) -> None:
    said = structure(written).said()
    assert "De 1.012 repository's met een licentie: staat in de HTML-versie en in de data." in said
    assert "Elke rij noemt de commit en de regel." not in said


def test_pages_are_numbered_and_listed(written: bytes) -> None:
    tree = structure(written)
    assert [one.said() for one in tree.all("TOCI")][:2] == ["1 Managementsamenvatting 3", "Kerncijfers 3"]
    assert [one.said() for one in tree.all("H1")] == [
        "Inhoud",
        "1 Managementsamenvatting",
        "2 Ontwikkeling",
        "A Repository's",
        "Toegankelijkheid van dit rapport",
    ]


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    """What does not fit would stand over the next column."""
    long = "Wat hier staat is een hele zin, die over regels gaat. " * 3
    texts = ("Digitale gemeenschapsgoederen", "aanbevolen", "2020-04-17", long, long)
    rows = (tuple(Cell((Span(one),), one) for one in texts),)
    found = widths(Table("t", "T", tuple(Column(f"kolom {at}") for at in range(5)), rows))
    assert [least <= width for least, width in zip((20, 10, 10, 4, 4), found, strict=True)] == [True] * 5
    assert sum(found) == pytest.approx(95, abs=0.5)
    assert found[3] > found[1]


def test_a_long_word_is_broken_where_it_has_a_mark() -> None:
    assert drawn("standards/accessibility-statement") == "standards/\u200baccessibility-\u200bstatement"
    assert drawn("x" * 30) == "x" * 24 + "\u200bx\u200bx\u200bxxxx"


def test_same_report_same_bytes() -> None:
    assert pdf(made("en", final=True)) == pdf(made("en", final=True))


def test_hostile_texts_are_no_markup() -> None:
    report = all_hostile(HOSTILE, 2)
    content = pdf(report)
    assert headless(content) == []
    read = {one.rows for one in pdf_tables(content)}
    for table in (block for chapter in report.chapters for block in chapter.blocks if isinstance(block, Table)):
        assert tuple(tuple(_drawn(plain(cell.content)) for cell in row) for row in table.rows) in read


def _drawn(text: str) -> str:
    return " ".join(pdf_text(text).split())


def test_long_tables_stand_elsewhere() -> None:
    content = pdf(large(2600, 3))
    told = "Alle repository's: 2.600 rijen, te lang voor papier; staat in de HTML-versie en in de data."
    assert told in structure(content).said()
    assert len(content) < 2_000_000


def test_fonts_have_every_sign_that_is_drawn(tmp_path: Path) -> None:
    shown = "".join(sign for sign in map(chr, range(0x20, 0x3000)) if pdf_text(sign) == sign)
    assert {*"€ëïüéÀßœ≥≤→−–“”…", *"abc"} <= set(shown)
    for weight in ("regular", "bold"):
        _compiled(tmp_path / weight, shown)
        with pytest.raises(typst.TypstError):
            _compiled(tmp_path / weight, "\u4e2d")


def _compiled(path: Path, signs: str) -> None:
    path.write_text(f"""#set document(title: "x")
        #set text(lang: "nl", font: ("Noto Sans", "DejaVu Sans Mono"), fallback: false, weight: "{path.name}")
        #sys.inputs.signs""")
    typst.compile(
        path,
        ignore_system_fonts=True,
        font_paths=[data_folder("reports") / "blocks" / "fonts"],
        pdf_standards=["a-2a"],
        sys_inputs={"signs": signs},
    )


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(OssScanError, match=r"oss-scan\[pdf\]"):
        pdf(made())


def test_header_cells_still_need_our_help() -> None:
    """Where this fails, typst marks row headers by itself: use `pdf.header-cell` and drop `row_headers`."""
    with pytest.raises(typst.TypstError, match="header-cell"):
        typst.compile(b'#set document(title: "x")\n#table(columns: 1, pdf.header-cell(scope: "row")[a])')
