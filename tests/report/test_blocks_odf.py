"""A report as ODT, its data as ODS: what an office suite needs, and their numbers read back. The schema of ODF judges
them in `make report-check`.
"""

import re
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_STORED, ZipFile

import pytest

from oss_scan.inert import xml
from oss_scan.report.blocks import Report, Table
from oss_scan.report.formats import files, ods
from oss_scan.report.formats.shape import plain
from tests.formats.made_up import HOSTILE
from tests.report.made_up_blocks import BARS, DATA, TABLE, made
from tests.report.read_back import TABLE as TABLE_NAMES
from tests.report.read_back import odf_part, ods_sheets, odt_tables
from tests.report.unusual_blocks import all_hostile, large

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {
    "table": TABLE_NAMES,
    "text": f"{_OASIS}:text:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "style": f"{_OASIS}:style:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def found(content: bytes, path: str, part: str = "content.xml") -> list[str]:
    """What an XPath gives, as texts."""
    tree = odf_part(content, part)
    return [one if isinstance(one, str) else "".join(one.itertext()) for one in tree.xpath(path, namespaces=_NAMES)]


def one(report: Report, form: str) -> bytes:
    ((name, content),) = files(report, (form,))
    assert name == f"report.{form}"
    return content


@pytest.mark.parametrize("form", ["odt", "ods"])
def test_package(form: str) -> None:
    content = one(made(), form)
    assert content == one(made(), form)
    with ZipFile(BytesIO(content)) as file:
        first, *rest = file.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert file.read("mimetype").startswith(b"application/vnd.oasis.opendocument.")
        assert {about.date_time for about in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        listed = found(content, "//@manifest:full-path", "META-INF/manifest.xml")
        assert set(listed) == {"/", *(about.filename for about in rest)} - {"META-INF/manifest.xml"}
    assert found(content, "//dc:title", "meta.xml") == ["Voortgang open, tenzij 2026"]
    assert found(content, "//dc:language", "meta.xml") == ["nl-NL"]
    default = "//style:default-style/style:text-properties"
    assert found(content, f"{default}/@fo:language | {default}/@fo:country", "styles.xml") == ["nl", "NL"]


def _faults(content: bytes) -> list[str]:
    """What a reader with an aid would miss in a text."""
    levels = [0, *map(int, found(content, "//text:h/@text:outline-level"))]
    wrong = [f"level {after} after {before}" for before, after in pairwise(levels) if after > before + 1]
    lacks = {
        "table without header rows": "//table:table[not(table:table-header-rows)]",
        "picture without words": "//draw:frame[not(normalize-space(svg:title)) or not(normalize-space(svg:desc))]",
        "link without type": "//*[@xlink:href][not(@xlink:type='simple')]",
        "empty paragraph": "//text:p[not(normalize-space())][not(*)][not(parent::table:table-cell)]",
    }
    return wrong + [what for what, path in lacks.items() if found(content, path)]


def test_what_an_aid_needs() -> None:
    content = one(made(), "odt")
    assert _faults(content) == []
    heads = list(zip(found(content, "//text:h/@text:outline-level"), found(content, "//text:h"), strict=True))
    assert heads[:3] == [("1", "1 Managementsamenvatting"), ("2", "Kerncijfers"), ("1", "2 Ontwikkeling")]
    assert BARS.alternative in found(content, "//svg:desc")
    inside = {link[1:] for link in found(content, "//text:a/@xlink:href") if link.startswith("#")}
    assert inside
    assert inside <= set(found(content, "//text:bookmark/@text:name"))


def test_bad_text_is_found_out() -> None:
    content = one(made(), "odt")
    with ZipFile(BytesIO(content)) as file:
        said = file.read("content.xml").decode()
    for good, bad in (
        ("table:table-header-rows>", "table:table-rows>"),
        ('text:outline-level="2"', 'text:outline-level="4"'),
        ("<svg:desc>", "<svg:desc/><svg:desc>"),
        (' xlink:type="simple"', ""),
        ("<text:h ", '<text:p text:style-name="Standard"/><text:h '),
    ):
        assert good in said
        out = BytesIO()
        with ZipFile(out, "w") as file:
            file.writestr("content.xml", said.replace(good, bad))
        assert _faults(out.getvalue()), bad


def test_tables_are_read_back() -> None:
    tables = {read.caption: read for read in odt_tables(one(made(), "odt"))}
    read = tables[TABLE.caption]
    assert read.columns == tuple(column.title for column in TABLE.columns)
    assert read.rows == tuple(tuple(plain(cell.content) for cell in row) for row in TABLE.rows)
    assert len(tables) == 4


def test_sheets_are_read_back() -> None:
    sheets = ods_sheets(one(made(), "ods"))
    assert list(sheets) == ["Toelichting", "figures", "repositories"]
    head, *rows = sheets["figures"]
    assert head == [column.title for column in DATA[0].columns]
    assert rows == [
        [
            "licence/osi-approved",
            "1012",
            "84.3",
            "true",
            "2026-03-01",
            "2026-03-01T10:00:00Z",
            "https://forge.example/",
        ],
        ["licence/eupl", None, None, "false", "2026-03-01", None, None],
    ]
    about = sheets["Toelichting"]
    assert any(row[0] and row[0].startswith("Een lege cel: niet gemeten") for row in about)
    assert ["figures", "numerator", "Teller", "Hoeveel", "integer"] in about


def test_hostile_texts_are_texts() -> None:
    report = all_hostile(HOSTILE, 2)
    content = one(report, "odt")
    assert _faults(content) == []
    read = {table.rows for table in odt_tables(content)}
    for table in (block for chapter in report.chapters for block in chapter.blocks if isinstance(block, Table)):
        assert tuple(tuple(_shown(plain(cell.content)) for cell in row) for row in table.rows) in read
    content = one(report, "ods")
    assert found(content, "//@table:formula") == []
    (_, *sheets) = ods_sheets(content).values()
    for sheet, data in zip(sheets, report.data, strict=True):
        assert [_shown(str(row[0])) for row in sheet[1:]] == [_shown(str(row[0])) for row in data.rows]


def _shown(text: str) -> str:
    """A text on one line, with what hides as an escape; `xml` leaves what it has made of it alone."""
    return xml(re.sub(r"[ \t\r\n]+", " ", text)).strip(" ")


def test_what_is_too_long_stands_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "te lang voor papier" in "".join(found(one(large(2600, 2), "odt"), "//text:p"))
    monkeypatch.setattr(ods, "LONGEST", 1)
    sheets = ods_sheets(one(made(), "ods"))
    assert list(sheets) == ["Toelichting"]
    assert any(row[0] == "figures (te lang voor een werkblad; staat alleen in de CSV)" for row in sheets["Toelichting"])
