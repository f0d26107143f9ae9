"""Reads the tables of a report back out of each format, with the means of others, so that numbers can be compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

from tests.report.read_pdf import structure


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


def _text(said: str) -> str:
    return " ".join(said.split())
