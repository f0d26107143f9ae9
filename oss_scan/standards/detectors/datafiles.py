"""Files that are data of a standard, by their content: concepts and catalogues in RDF, GeoPackage, IFC, calendars."""

import re
from collections.abc import Iterator

from oss_scan.standards.detectors.spots import code, ending, spot, whole, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

_RDF = words("ttl trig nt n3 rdf owl jsonld")
_SKOS = re.compile(rb"http://www\.w3\.org/2004/02/skos/core#")
_SCHEME = re.compile(rb"\b\w{0,20}:ConceptScheme\b|skos/core#ConceptScheme|\"ConceptScheme\"")
_DCAT = re.compile(rb"http://www\.w3\.org/ns/dcat#")
_DATASET = re.compile(rb"\bdcat:(?:Catalog|Dataset)\b|ns/dcat#(?:Catalog|Dataset)")
#: What tells the Dutch profile from DCAT: its own address.
_DUTCH = re.compile(rb"https?://[^\s<>\"']{1,200}dcat-ap-(?:nl|donl)(?![a-z])", re.IGNORECASE)
_GPKG = b"SQLite format 3\x00"
_IFC = re.compile(rb"FILE_SCHEMA\s{0,20}\(\s{0,20}\(\s{0,20}'IFC\w{1,20}'")


def _rdf(path: str, data: bytes) -> Iterator[Sighting]:
    scheme = next(code(data, _SCHEME), None) if _SKOS.search(data) else None
    if scheme:
        yield spot("skos", Sort.FOUND, "rdf", path, data, scheme.start(), "ConceptScheme")
    dataset = next(code(data, _DATASET), None) if _DCAT.search(data) and next(code(data, _DUTCH), None) else None
    if dataset:
        yield spot("dcat-ap-nl", Sort.FOUND, "rdf", path, data, dataset.start(), "dcat:Dataset")


def _geopackage(path: str, data: bytes) -> Iterator[Sighting]:
    if data.startswith(_GPKG) and data[68:72] in (b"GPKG", b"GP10", b"GP11"):
        yield whole("geo-standaarden", Sort.FOUND, "geopackage", path, "GeoPackage")


def _ifc(path: str, data: bytes) -> Iterator[Sighting]:
    match = _IFC.search(data, 0, 65536) if data.lstrip().startswith(b"ISO-10303-21;") else None
    if match:
        yield spot("ifc", Sort.FOUND, "ifc", path, data, match.start(), "FILE_SCHEMA IFC")


def _calendar(path: str, data: bytes) -> Iterator[Sighting]:
    if data.lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:VCALENDAR"):
        yield whole("icalendar", Sort.FOUND, "calendar", path, "VCALENDAR")


DATA_FILES = (
    Detector("rdf", 2, lambda path: ending(path) in _RDF, _rdf, rank=1, endings=_RDF, about=words("skos dcat-ap-nl")),
    Detector(
        "geopackage",
        1,
        lambda path: ending(path) == "gpkg",
        _geopackage,
        limit=4 * 1024 * 1024,
        rank=4,
        endings=words("gpkg"),
        about=words("geo-standaarden"),
    ),
    Detector(
        "ifc",
        1,
        lambda path: ending(path) == "ifc",
        _ifc,
        limit=4 * 1024 * 1024,
        rank=4,
        endings=words("ifc"),
        about=words("ifc"),
    ),
    Detector(
        "calendar",
        1,
        lambda path: ending(path) in ("ics", "ical"),
        _calendar,
        rank=3,
        endings=words("ics ical"),
        about=words("icalendar"),
    ),
)
