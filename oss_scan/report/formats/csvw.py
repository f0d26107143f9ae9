"""The published data as CSV, each file beside its description as CSV on the Web (https://www.w3.org/TR/tabular-metadata/).

UTF-8 without a mark, commas, a point in numbers, every cell in quotes. An empty cell is one without a value.
"""

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

from oss_scan.inert import csv_cell, json_document
from oss_scan.report.blocks import DataColumn, DataTable, Report
from oss_scan.report.formats.shape import anchor

_CONTEXT = "http://www.w3.org/ns/csvw"


def tables(report: Report) -> Iterator[tuple[str, str]]:
    """`NAME.csv` and `NAME.csv-metadata.json` of each table."""
    for table in report.data:
        name = f"{anchor(table.name)}.csv"
        yield name, _csv(table)
        yield f"{name}-metadata.json", json_document(_metadata(table, report))


def _csv(table: DataTable) -> str:
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_name(one) for one in table.columns)
    writer.writerows(map(_cell, row) for row in table.rows)
    return out.getvalue()


def _cell(value: str | int | Decimal | bool | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return csv_cell(value) if isinstance(value, str) else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _name(column: DataColumn) -> str:
    """The name of a column as a URI template has it, which is the header in the file too."""
    return re.sub(r"\W", "_", column.name, flags=re.ASCII).lstrip("_") or "column"


def _metadata(table: DataTable, report: Report) -> dict[str, object]:
    places = {one.name: at for at, one in enumerate(table.columns)}
    filled = all(row[places[name]] not in (None, "") for name in table.key for row in table.rows)
    key = table.key if filled else ()  # an empty cell is no value, and a key has to have one
    columns = [
        {
            "name": _name(one),
            "titles": _name(one),
            "dc:title": one.title,
            "dc:description": one.description,
            "datatype": one.datatype,
            "required": one.name in key,
        }
        for one in table.columns
    ]
    schema: dict[str, object] = {"columns": columns}
    if key:
        schema["primaryKey"] = [_name(one) for one in table.columns if one.name in key]
    return {
        "@context": [_CONTEXT, {"@language": report.lang}],
        "url": f"{anchor(table.name)}.csv",
        "dc:title": table.title,
        "dc:description": table.description,
        "dc:language": report.lang,
        "dc:identifier": report.identifier,
        "dc:issued": report.reference_date.isoformat(),
        "dialect": {"header": True, "encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "tableSchema": schema,
    }
