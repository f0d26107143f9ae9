"""A report as PDF/A-2a and PDF/UA-1, by typst. Needs the extra `pdf`.

typst gets texts as data, so that none is markup to it. `row_headers` then marks the header cells of rows, which typst
cannot do yet.
"""

import json
from datetime import UTC, datetime, time

from oss_scan.errors import OssScanError
from oss_scan.inert import pdf_text
from oss_scan.report.blocks import Report
from oss_scan.report.formats.look import Look
from oss_scan.report.formats.paper import Data, Paper, drawn, ids, shortened
from oss_scan.report.formats.shape import anchor, named, with_accessibility
from oss_scan.report.formats.words import words_of
from oss_scan.resources import data_folder


def pdf(report: Report, look: Look) -> bytes:
    """The report, reproducible: its time is midnight of the reference date. OssScanError where typst is not there."""
    try:
        import typst

        from oss_scan.report.formats.row_headers import row_headers
    except ImportError:
        raise OssScanError(
            nl="voor een PDF zijn typst en pikepdf nodig; installeer oss-scan[pdf]",
            en="a PDF needs typst and pikepdf; install oss-scan[pdf]",
        ) from None
    folder = data_folder("reports") / "blocks"
    made = typst.compile(
        folder / "report.typ",
        root=folder,
        font_paths=[folder / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(_data(report, look))},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=int(datetime.combine(report.reference_date, time(), UTC).timestamp()),
    )
    return row_headers(made)


def _data(report: Report, look: Look) -> Data:
    words = words_of(report.lang)
    whole = with_accessibility(report, "pdf", words)
    paper = Paper(words, look, ids(whole))
    day = report.reference_date
    return {
        "title": named(pdf_text(shortened(report.title))),
        "subtitle": pdf_text(report.subtitle),
        "author": pdf_text(report.author),
        "status": drawn(report.status),
        "final": report.final,
        "lang": report.lang,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "about": [[drawn(name), drawn(value)] for name, value in report.about],
        "contents": words("contents"),
        "page": words.words["page"],
        "footer": drawn(
            shortened(words("made", title=report.title, date=words.day(day), identifier=report.identifier))
        ),
        "look": look.colours,
        "logo": look.logo
        and {
            "data": list(look.logo.data),
            "format": look.logo.kind,
            "alt": named(pdf_text(words("logo", author=report.author))),
        },
        "chapters": [
            {
                "id": anchor(one.id),
                "title": named(drawn(shortened(f"{one.number} {one.title}".strip()))),
                "blocks": paper.blocks(one.blocks),
            }
            for one in whole.chapters
        ],
    }
