"""The published data of a report as an OpenDocument spreadsheet 1.3: first what it is, then a sheet for each table.

Numbers are numbers, dates are dates; a text is a text, also where it begins as a formula would.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from oss_scan.report.blocks import DataColumn, DataTable, Report
from oss_scan.report.formats.look import Look
from oss_scan.report.formats.odf import document, package, said, templated
from oss_scan.report.formats.words import words_of
from oss_scan.report.wording import Wording

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
#: Rows of a sheet; what has more is in the CSV only, since office suites stall on it.
LONGEST = 100_000
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,30}", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WIDE = 40  # letters of the widest column


def ods(report: Report, look: Look) -> bytes:
    """The data; its time is midnight of the reference date."""
    words = words_of(report.lang)
    parts = (
        ("content.xml", document("content", _content(report, words))),
        ("styles.xml", templated("styles", "sheet.xml.j2", report, look)),
        ("meta.xml", templated("meta", "meta.xml.j2", report, look)),
    )
    return package(_TYPE, parts)


def _content(report: Report, words: Wording) -> Iterator[str]:
    yield "<office:automatic-styles>"
    for width in range(4, _WIDE + 1):
        yield (
            f'<style:style style:name="w{width}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width * 0.22:.2f}cm"/></style:style>'
        )
    yield "</office:automatic-styles>\n<office:body><office:spreadsheet>\n"
    yield from _about(report, words)
    for at, table in enumerate(report.data, 1):
        if len(table.rows) <= LONGEST:
            yield from _sheet(table, sheet_name(table, at), words)
    yield "</office:spreadsheet></office:body>\n"


def sheet_name(table: DataTable, at: int) -> str:
    """What the sheet of a table is called; a number where its name would not do."""
    return table.name if _NAME.fullmatch(table.name) else f"sheet-{at}"


def _about(report: Report, words: Wording) -> Iterator[str]:
    yield f'<table:table table:name="{said(words("about-sheet"))}">'
    yield '<table:table-column table:style-name="w24" table:number-columns-repeated="5"/>'
    yield _row(_text(report.title, "Title"))
    for text in (report.subtitle, report.status):
        yield _row(_text(text))
    for name, value in report.about:
        yield _row(_text(name, "Head"), _text(value))
    for text in words.lists["signs"]:
        yield _row(_text(text))
    heads = ("sheet", "column", "name", "description", "datatype")
    yield _row(*(_text(words(f"sheet-{head}"), "Head") for head in heads))
    for at, table in enumerate(report.data, 1):
        long = len(table.rows) > LONGEST
        name = words("sheet-long", name=table.name) if long else sheet_name(table, at)
        yield _row(_text(name, "Head"), _text(""), _text(table.title), _text(table.description), _text(""))
        for one in table.columns:
            cells = (sheet_name(table, at), one.name, one.title, one.description, one.datatype)
            yield _row(*map(_text, cells))
    yield "</table:table>\n"


def _sheet(table: DataTable, name: str, words: Wording) -> Iterator[str]:
    yield f'<table:table table:name="{name}">'
    for at, column in enumerate(table.columns):
        longest = max([len(column.title), *(len(str(row[at])) for row in table.rows[:500])], default=0)
        yield f'<table:table-column table:style-name="w{min(_WIDE, max(4, longest + 1))}"/>'
    heads = _row(*(_text(one.title, "Head") for one in table.columns))
    yield f"<table:table-header-rows>{heads}</table:table-header-rows>\n"
    for row in table.rows:
        yield _row(*(_cell(value, column, words) for value, column in zip(row, table.columns, strict=True)))
    yield "</table:table>\n"


def _row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


def _cell(value: str | int | Decimal | bool | None, column: DataColumn, words: Wording) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        shown = str(value).lower()
        return _typed("boolean", f'office:boolean-value="{shown}"', shown, "Standard")
    if isinstance(value, int | Decimal):
        shown = str(value).replace(".", "," if words.lang == "nl" else ".")
        return _typed("float", f'office:value="{value}"', shown, "Standard")
    if column.datatype == "date" and _DATE.fullmatch(value):
        return _typed("date", f'office:date-value="{value}"', value, "Date")
    return _text(value)


def _text(text: str, style: str = "Text") -> str:
    return _typed("string", "", said(text), style)


def _typed(kind: str, value: str, shown: str, style: str) -> str:
    kind = f'office:value-type="{kind}" {value}'.strip()
    return f'<table:table-cell table:style-name="{style}" {kind}><text:p>{shown}</text:p></table:table-cell>'
