"""Reads the tables of a report back out of each format, with the means of others, so that numbers can be compared."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

from lxml import etree, html

from tests.report.read_pdf import structure

OFFICE, TABLE, TEXT, DRAW = (
    f"urn:oasis:names:tc:opendocument:xmlns:{one}:1.0" for one in ("office", "table", "text", "drawing")
)


@dataclass(frozen=True)
class Read:
    """A table as it stands in a document."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[tuple[str, str], ...] = ()  # what a cell is named as, and what stands in it


def html_tables(page: bytes) -> Iterator[Read]:
    """The tables of a page of HTML."""
    tree: Any = html.document_fromstring(page)
    for table in tree.iter("table"):
        for hint in table.find_class("sorts"):
            hint.drop_tree()
        heads, *rows = list(table.iter("tr"))
        cells = [one for row in rows for one in row]
        yield Read(
            _text("".join(one.text_content() for one in table.iter("caption"))),
            tuple(_text(one.text_content()) for one in heads),
            tuple(tuple(_text(one.text_content()) for one in row) for row in rows),
            tuple((named, _text(one.text_content())) for one in cells if (named := one.get("data-figure"))),
        )


def pdf_tables(made: bytes) -> Iterator[Read]:
    """The tables of a tagged PDF."""
    caption = ""
    for node in structure(made).walk():
        if node.name == "Caption":
            caption = node.said()
        if node.name == "Table":
            heads, *_ = node.all("THead")
            rows = (row.all("TH", "TD") for body in node.all("TBody") for row in body.all("TR"))
            columns = tuple(one.said() for one in heads.all("TH"))
            yield Read(caption, columns, tuple(tuple(cell.said() for cell in row) for row in rows))


def odt_tables(made: bytes) -> Iterator[Read]:
    """The tables of an OpenDocument text; the caption is the paragraph before each."""
    tree = odf_part(made, "content.xml")
    for table in tree.iter(f"{{{TABLE}}}table"):
        heads, *rows = [
            tuple(_text("".join(cell.itertext())) for cell in row.iter(f"{{{TABLE}}}table-cell"))
            for row in table.iter(f"{{{TABLE}}}table-row")
        ]
        yield Read(_text("".join(table.getprevious().itertext())), heads, tuple(rows))


def ods_sheets(made: bytes) -> dict[str, list[list[str | None]]]:
    """The sheets of an OpenDocument spreadsheet, header row and all; the values of cells rather than what is shown."""
    tree = odf_part(made, "content.xml")
    return {
        sheet.get(f"{{{TABLE}}}name"): [
            [_value(cell) for cell in row.iter(f"{{{TABLE}}}table-cell")] for row in sheet.iter(f"{{{TABLE}}}table-row")
        ]
        for sheet in tree.iter(f"{{{TABLE}}}table")
    }


def _value(cell: Any) -> str | None:
    kind = cell.get(f"{{{OFFICE}}}value-type")
    if kind is None:
        return None
    names = {"float": "value", "date": "date-value", "boolean": "boolean-value"}
    return str(cell.get(f"{{{OFFICE}}}{names[kind]}")) if kind in names else "".join(cell.itertext())


def odf_part(made: bytes, name: str) -> Any:
    """A part of an OpenDocument file as a tree."""
    with ZipFile(BytesIO(made)) as file:
        return etree.fromstring(file.read(name))


def csv_rows(made: bytes) -> list[list[str]]:
    """The rows of a CSV file, header and all."""
    return list(csv.reader(StringIO(made.decode("utf-8"), newline="")))


def _text(said: str) -> str:
    return " ".join(said.split())
