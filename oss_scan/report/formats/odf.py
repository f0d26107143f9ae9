"""What OpenDocument files share: the package, reproducible, and texts as XML."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from oss_scan.inert import xml
from oss_scan.report.blocks import Report
from oss_scan.report.formats.look import Look
from oss_scan.report.formats.words import words_of
from oss_scan.resources import data_folder

VERSION = "1.3"
_TYPES = {"xml": "text/xml", "svg": "image/svg+xml", "png": "image/png"}
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("office", f"{_OASIS}:office:1.0"),
        ("style", f"{_OASIS}:style:1.0"),
        ("text", f"{_OASIS}:text:1.0"),
        ("table", f"{_OASIS}:table:1.0"),
        ("draw", f"{_OASIS}:drawing:1.0"),
        ("fo", f"{_OASIS}:xsl-fo-compatible:1.0"),
        ("svg", f"{_OASIS}:svg-compatible:1.0"),
        ("number", f"{_OASIS}:datastyle:1.0"),
        ("meta", f"{_OASIS}:meta:1.0"),
        ("xlink", "http://www.w3.org/1999/xlink"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
    )
)


def said(text: str) -> str:
    """A text as XML on one line: nothing of it is markup."""
    return escape(xml(re.sub(r"[ \t\r\n]+", " ", text)))


def document(kind: str, inside: Iterable[str]) -> Iterator[str]:
    """A part of a document, piece by piece; `kind` is content, styles or meta."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-{kind} {_NAMESPACES} office:version="{VERSION}">\n'
    yield from inside
    yield f"</office:document-{kind}>\n"


def templated(kind: str, template: str, report: Report, look: Look, **extra: object) -> Iterator[str]:
    """A part that hardly differs from one report to the next."""
    environment = Environment(
        loader=FileSystemLoader(data_folder("reports") / "blocks" / "odf"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: xml(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = words_of(report.lang)
    made = words("made", title=report.title, date=words.day(report.reference_date), identifier=report.identifier)
    page = re.split(r"\{pages?\}", words.words["page"])
    country = {"nl": "NL", "en": "GB"}[report.lang]
    shared = {"report": report, "look": look, "made": made, "page": page, "country": country, **extra}
    return document(kind, (environment.get_template(template).render(shared),))


def package(mimetype: str, parts: Iterable[tuple[str, Iterable[str] | bytes]]) -> bytes:
    """The file: the media type first and stored, all of one date, and a manifest of the rest."""
    out = BytesIO()
    with ZipFile(out, "w") as file:
        _put(file, "mimetype", (mimetype,), ZIP_STORED)
        listed = []
        for name, content in parts:
            listed.append(name)
            _put(file, name, content, ZIP_DEFLATED)
        _put(file, "META-INF/manifest.xml", _manifest(mimetype, listed), ZIP_DEFLATED)
    return out.getvalue()


def _manifest(mimetype: str, names: Iterable[str]) -> Iterator[str]:
    space = f'xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="{VERSION}"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest {space}>\n'
    yield (
        f'<manifest:file-entry manifest:full-path="/" manifest:version="{VERSION}" manifest:media-type="{mimetype}"/>\n'
    )
    for name in names:
        kind = _TYPES[name.rpartition(".")[2]]
        yield f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>\n'
    yield "</manifest:manifest>\n"


def _put(file: ZipFile, name: str, content: Iterable[str] | bytes, compression: int) -> None:
    about = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    about.compress_type = compression
    about.external_attr = 0o644 << 16
    with file.open(about, "w") as to:
        for piece in (content,) if isinstance(content, bytes) else content:
            to.write(piece if isinstance(piece, bytes) else piece.encode())
