"""Files in which something is to be seen, and look-alikes, of our own making: what, where, and the bytes.

Those that are text stand in files.yaml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from oss_scan.standards.evidence import Sort

FOUND, COUNTER, SIGNAL = Sort.FOUND, Sort.COUNTER, Sort.SIGNAL
A11Y = "digitoegankelijk-en-301-549-met-wcag-21"
PDF = b"%%PDF-%s\n1 0 obj\n<</Type/Catalog>>\nendobj\n%s\ntrailer\n%%%%EOF\n"
ZIP = b"PK\x03\x04\x14\x00\x00\x00\x00\x00" + b"\x00" * 20


@dataclass(frozen=True)
class Case:
    """One file, and what is seen in it."""

    about: str
    sort: Sort
    path: str
    data: bytes

    def __str__(self) -> str:
        return f"{self.about}-{self.sort}-{self.path}"


def zipped(mimetype: bytes) -> bytes:
    """The head of an OpenDocument file."""
    return ZIP + b"mimetype" + mimetype + b"PK\x03\x04"


DOCUMENTS = (
    Case("pdf-nen-iso", FOUND, "rapporten/jaar.pdf", PDF % (b"1.7", b"")),
    Case(
        "pdf-nen-iso",
        FOUND,
        "docs/jaar.pdf",
        PDF % (b"1.4", b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"),
    ),
    Case("pdf-nen-iso", FOUND, "jaar.pdf", PDF % (b"1.4", b"<rdf:Description pdfaid:part='1' />")),
    Case("pdfua", FOUND, "jaar.pdf", PDF % (b"1.7", b"<pdfuaid:part>1</pdfuaid:part>")),
    Case("publishes-pdf", SIGNAL, "jaar.pdf", PDF % (b"1.4", b"")),
    Case("odf", FOUND, "docs/nota.odt", zipped(b"application/vnd.oasis.opendocument.text")),
    Case("odf", COUNTER, "docs/nota.docx", ZIP + b"[Content_Types].xml....word/document.xml"),
    Case("odf", COUNTER, "nota.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 500),
    Case("editable-documents", SIGNAL, "nota.xlsx", ZIP + b"[Content_Types].xml....xl/workbook.xml"),
    Case(
        A11Y,
        FOUND,
        "src/shared/footer.mustache",
        b'<li><a href="https://www.toegankelijkheidsverklaring.nl/register/9216">Toegankelijkheid</a></li>\n',
    ),
    Case(
        A11Y,
        FOUND,
        "docs/over/toegankelijkheid.md",
        b"# Toegankelijkheid\n\n[verklaring](https://www.toegankelijkheidsverklaring.nl/register/28093)\n",
    ),
)


def _texts(*kinds: str) -> Iterator[tuple[str, str, str, bytes]]:
    """What stands in files.yaml under these: the standard or signal, the kind, the path and the content."""
    held = yaml.safe_load((Path(__file__).parent / "files.yaml").read_text(encoding="utf-8"))
    for about, known in held.items():
        for kind in kinds:
            for entry in known.get(kind, ()):
                ((path, content),) = entry.items()
                yield about, kind, path, content.encode()


CASES = (
    *(Case(about, Sort(kind), path, data) for about, kind, path, data in _texts("found", "counter", "signal")),
    Case("icalendar", FOUND, "data/vergaderingen.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
    Case("geo-standaarden", FOUND, "data/wijken.gpkg", b"SQLite format 3\x00" + b"\x00" * 52 + b"GPKG" + b"\x00" * 28),
)
#: What is seen in none of these, nor in text.
LOOK_ALIKES = (
    *((about, path, data) for about, _, path, data in _texts("not")),
    ("geo-standaarden", "data/db.gpkg", b"SQLite format 3\x00" + b"\x00" * 84),
    ("pdf-nen-iso", "a.pdf", b"%PDF-1.4\n"),
    ("pdf-nen-iso", "App/Assets.xcassets/Icon.imageset/Icon.pdf", PDF % (b"1.7", b"")),
    ("pdf-nen-iso", "packages/x/screenshots/a.pdf", PDF % (b"1.7", b"")),
    ("pdf-nen-iso", "LICENSE.pdf", PDF % (b"1.7", b"")),
    ("pdfua", "a.pdf", PDF % (b"1.7", b"PDF/UA")),
    ("odf", "output/final/a.xlsx", ZIP + b"[Content_Types].xml"),
    ("odf", "a.zip", ZIP + b"[Content_Types].xml"),
    ("odf", "a.odt", ZIP + b"mimetypeapplication/epub+zip"),
    ("pdfua", "b.pdf", PDF % (b"2.0", b"/MarkInfo <</Marked true>>")),
    ("pdfua", "img/c.pdf", PDF % (b"1.7", b"<pdfuaid:part>1</pdfuaid:part>")),
)
