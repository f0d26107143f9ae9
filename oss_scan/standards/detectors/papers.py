"""Documents, by their content: PDF with what it says it conforms to, OpenDocument, Office Open XML, and legacy Office.

That a PDF says it conforms (PDF/A, PDF/UA) is its claim; nothing here validates it. A document may be a working paper:
whether it is exchanged or published, no repository shows.
"""

import re
from collections.abc import Iterator

from oss_scan.standards.detectors.spots import ending, name_of, telling, tells, whole, words
from oss_scan.standards.evidence import Detector, Sighting, Sort, Where

_LIMIT = 4 * 1024 * 1024
_PLACES = frozenset((Where.OWN, Where.DOCUMENTATION))
_PDF = words("pdf")
_VERSION = re.compile(rb"%PDF-([12])\.(\d)")
_A = re.compile(rb"pdfaid:part(?:>|[ \t]{0,5}=[ \t]{0,5}[\"'])([1-4])")
_LEVEL = re.compile(rb"pdfaid:conformance(?:>|[ \t]{0,5}=[ \t]{0,5}[\"'])([ABUEFabuef])")
_UA = re.compile(rb"pdfuaid:part(?:>|[ \t]{0,5}=[ \t]{0,5}[\"'])([12])")
_WRITTEN = telling("/output/ /outputs/ /uitvoer/")
_PICTURES = telling(
    "/img/ /images/ /icons/ /icon/ /logos/ .imageset/ .xcassets/ /figures/ /plots/ /screenshots/ /afbeeldingen/"
)
_OPEN = re.compile(rb"application/vnd\.oasis\.opendocument\.([a-z-]{1,30})")
_OPEN_DOCUMENT = words("odt ods odp odg odf ott ots otp otg")
_OOXML = words("docx docm dotx dotm xlsx xlsm xltx xltm pptx pptm potx ppsx")
_LEGACY = words("doc dot xls xlt ppt pot pps")
_OFFICE = _OPEN_DOCUMENT | _OOXML | _LEGACY
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def _is_picture(path: str) -> bool:
    """Whether a PDF is a picture in a program, what a program wrote, or the text of a licence that others published."""
    name = name_of(path)
    return tells(path, _PICTURES) or tells(path, _WRITTEN) or name.startswith(("licen", "copying", "eupl"))


def _pdf(path: str, data: bytes) -> Iterator[Sighting]:
    version = _VERSION.search(data, 0, 1024)
    if version is None or _is_picture(path):
        return
    number = f"{version[1].decode()}.{version[2].decode()}"
    yield whole("publishes-pdf", Sort.SIGNAL, "pdf", path, f"PDF {number}")
    part, level, accessible = _A.search(data), _LEVEL.search(data), _UA.search(data)
    if part:
        claim = f"PDF/A-{part[1].decode()}{level[1].decode().lower() if level else ''}"
        yield whole("pdf-nen-iso", Sort.FOUND, "pdf", path, f"claim:{claim}")
    elif number in ("1.7", "2.0"):
        yield whole("pdf-nen-iso", Sort.FOUND, "pdf", path, f"PDF {number}")
    if accessible:
        yield whole("pdfua", Sort.FOUND, "pdf", path, f"claim:PDF/UA-{accessible[1].decode()}")


def _office(path: str, data: bytes) -> Iterator[Sighting]:
    last = ending(path)
    if tells(path, _WRITTEN):
        return
    if data.startswith(_OLE) and last in _LEGACY:
        yield whole("editable-documents", Sort.SIGNAL, "office", path, "legacy-office")
        yield whole("odf", Sort.COUNTER, "office", path, "legacy-office")
    if not data.startswith(b"PK\x03\x04"):
        return
    kind = _OPEN.match(data, 38) if data[30:38] == b"mimetype" else None
    if kind:
        yield whole("editable-documents", Sort.SIGNAL, "office", path, "OpenDocument")
        yield whole("odf", Sort.FOUND, "office", path, f"OpenDocument {kind[1].decode()}")
    elif last in _OOXML and b"[Content_Types].xml" in data:
        yield whole("editable-documents", Sort.SIGNAL, "office", path, f"OOXML {last}")
        yield whole("odf", Sort.COUNTER, "office", path, f"OOXML {last}")


PAPERS = (
    Detector(
        "pdf", 1, lambda path: ending(path) in _PDF, _pdf, _LIMIT, rank=4, own=_PLACES, endings=_PDF,
        about=words("publishes-pdf pdf-nen-iso pdfua"),
    ),
    Detector(
        "office", 1, lambda path: ending(path) in _OFFICE, _office, _LIMIT, rank=4, own=_PLACES, endings=_OFFICE,
        about=words("editable-documents odf"),
    ),
)  # fmt: skip
