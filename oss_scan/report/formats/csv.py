"""The data of a report as CSV: UTF-8, RFC 4180, no cell a formula."""

import csv
import io
from collections.abc import Iterator

from oss_scan.inert import csv_cell
from oss_scan.report.blocks import DataTable, Report


def tables(report: Report) -> Iterator[tuple[str, str]]:
    """A file for each table of data."""
    for one in report.data:
        yield f"{one.name}.csv", table(one)


def table(one: DataTable) -> str:
    """One table with its header."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)  # a spreadsheet splits at `;` or `,`, as its language has it
    writer.writerow([column.name for column in one.columns])
    for row in one.rows:
        writer.writerow(["" if cell is None else csv_cell(str(cell)) for cell in row])
    return out.getvalue()
