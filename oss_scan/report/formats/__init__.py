"""A report of blocks in each format. All say the same; layouts, styles and their words: `reports/blocks/`.

Every format makes texts inert for its reader, and gives the same bytes for the same report and look.
"""

from collections.abc import Iterator, Sequence

from oss_scan.report.blocks import Report
from oss_scan.report.formats.look import NEUTRAL, Look


def files(report: Report, forms: Sequence[str], look: Look = NEUTRAL) -> Iterator[tuple[str, bytes]]:
    """Each file of the report by its path in the folder of the report."""
    if "html" in forms:
        from oss_scan.report.formats.html import pages

        for name, text in pages(report, look):
            yield name, text.encode()
    if "pdf" in forms:
        from oss_scan.report.formats.pdf import pdf

        yield "report.pdf", pdf(report, look)
    if "odt" in forms:
        from oss_scan.report.formats.odt import odt

        yield "report.odt", odt(report, look)
    if "ods" in forms:
        from oss_scan.report.formats.ods import ods

        yield "report.ods", ods(report, look)
    if "csv" in forms:
        from oss_scan.report.formats.csvw import tables

        for name, text in tables(report):
            yield name, text.encode()
