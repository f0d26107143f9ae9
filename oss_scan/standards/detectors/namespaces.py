"""Namespaces and identifiers that only the use of a standard brings into a schema, a message or code.

They count where they stand between quotes or in `<…>`, as code and data have them, and not in a comment. A schema that
defines a standard is no sign of a standard that it merely imports.
"""

import re
from collections.abc import Iterator, Mapping

from oss_scan.standards.detectors.spots import MOST, ending, is_comment, spot, telling, tells, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

NAME = "namespaces"
_GEO = "geo-standaarden"
#: What stands after `//` or before it begins with `urn:` → the standard, and how it is called.
# fmt: off
_KNOWN: Mapping[bytes, tuple[tuple[bytes, str, str], ...]] = {
    b"www.egem.nl": ((b"/StUF/", "stuf", "StUF"),),
    b"www.stufstandaarden.nl": ((b"/", "stuf", "StUF"),),
    b"www.kiesraad.nl": ((b"/extensions", "eml_nl", "EML_NL"),),
    b"www.oasis-open.org": (
        (b"/committees/ebxml-cppa/schema/", "digikoppeling", "ebXML CPA"),
        (b"/committees/ebxml-msg/schema/", "digikoppeling", "ebXML (ebMS)"),
    ),
    b"docs.oasis-open.org": (
        (b"/ebxml-msg/", "digikoppeling", "ebXML (ebMS)"),
        (b"/ns/cmis/", "cmis", "CMIS"),
        (b"/cti/ns/stix", "stix-en-taxii", "STIX"),
    ),
    b"www.opengis.net": (
        (b"/gml", _GEO, "GML"), (b"/wfs", _GEO, "WFS"), (b"/wms", _GEO, "WMS"), (b"/wmts", _GEO, "WMTS"),
        (b"/spec/ogcapi", _GEO, "OGC API"), (b"/cat/csw", _GEO, "CSW"), (b"/citygml", _GEO, "CityGML"),
    ),
    b"www.isotc211.org": ((b"/2005/gmd", _GEO, "ISO 19139"),),
    b"www.geostandaarden.nl": ((b"/", _GEO, "NEN 3610"),),
    b"register.geostandaarden.nl": ((b"/", _GEO, "NEN 3610"),),
    b"www.nltaxonomie.nl": ((b"/nt", "xbrl", "XBRL"),),
    b"www.xbrl.org": ((b"/2003/instance", "xbrl", "XBRL"), (b"/2003/linkbase", "xbrl", "XBRL")),
    b"uri.etsi.org": ((b"/01903/", "ades-baseline-profiles", "XAdES"),),
    b"data.gwsw.nl": ((b"/1.", "gwsw", "GWSW"), (b"/totaal", "gwsw", "GWSW"), (b"/basis", "gwsw", "GWSW")),
    b"www.sikb.nl": ((b"/imsikb0101", "sikb0101", "IMSIKB0101"), (b"/immetingen", "sikb0101", "IMSIKB0101"),
                     (b"/sikb0102", "sikb0102", "SIKB0102"), (b"/imsikb0102", "sikb0102", "SIKB0102")),
    b"www.visi.nl": ((b"/schemas/", "visi", "VISI"),),
    b"ns.setu.nl": ((b"", "setu", "SETU"),),
    b"www.aquo.nl": ((b"/id", "aquo-standaard", "Aquo"),),
    b"aquo.nl": ((b"/id", "aquo-standaard", "Aquo"),),
}
_URNS: tuple[tuple[bytes, str, str], ...] = (
    (b"oasis:names:tc:evs:schema:eml", "eml_nl", "EML"),
    (b"cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:", "nlcius", "NLCIUS"),
    (b"fdc:nen.nl:nlcius:", "nlcius", "NLCIUS"),
    (b"fdc:peppol.eu:2017:poacc:billing:", "peppol-bis", "Peppol BIS"),
    (b"cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:", "peppol-bis", "Peppol BIS"),
    (b"wco:datamodel:", "wdo-datamodel", "WDO"),
    (b"imsikb0101:", "sikb0101", "IMSIKB0101"),
)
# fmt: on
_SHOWN = frozenset(about for known in (*_KNOWN.values(), _URNS) for _, about, _ in known)
_DATA = words(
    "xsd wsdl xml xsl xslt sch gml kml xbrl rdf owl ttl trig nt n3 jsonld rng xq xquery xpath cpa asics visi rq sparql"
)
_CODE = words(
    "py java kt kts scala groovy cs vb fs go rs rb php js mjs cjs ts tsx jsx vue svelte c cc cpp h hpp swift"
    " dart ex clj"
    " json yaml yml toml properties html j2 jinja jinja2 twig mustache hbs ejs erb ftl vm map cfg sql gotmpl"
    " tmpl tpl bru"
)
#: Words in the path of code that has to do with a standard.
_TELLING = telling(
    "stuf egem /eml _eml kiesraad ebms ebxml digikoppeling cpa. /cpa cmis stix taxii gml wfs wms wmts ogc csw"
    " gmd nen3610"
    " imgeo geo factu invoic nlcius ubl peppol xbrl wdo gwsw sikb visi. visi/ setu aquo xades namespace xmlns"
    " xml constant /lib.rs conform soap"
)
_PREFIX = re.compile(rb"\bxmlns:([\w.-]{1,40})\s{0,5}=\s{0,5}$")
_QUOTES = b"\"'`<"
_TARGET = re.compile(rb"targetNamespace\s{0,5}=\s{0,5}[\"']([^\"']{1,300})[\"']")
_SCHEMAS = frozenset(("xsd", "wsdl"))
#: Owners of schemas that have to do with places, or signatures, only by import, or that are the standards themselves.
_NOT_OWN = {
    _GEO: re.compile(rb"//(www\.)?(egem\.nl|stufstandaarden\.nl|opengis\.net|isotc211\.org|w3\.org|oasis-open\.org)/"),
    "ades-baseline-profiles": re.compile(rb"^urn:oasis:names:specification:ubl:|//(uri\.etsi\.org|www\.w3\.org)/"),
}


def _data(path: str) -> bool:
    return ending(path) in _DATA


def _code(path: str) -> bool:
    return ending(path) in _CODE and tells(path, _TELLING)


def _see(path: str, data: bytes) -> Iterator[Sighting]:
    imported = _imported(path, data)
    count = 0
    for at, about, called in _found(data):
        if about in imported:
            continue
        yield spot(about, Sort.FOUND, NAME, path, data, at, f"{called}-namespace")
        count += 1
        if count == MOST:
            return


def _imported(path: str, data: bytes) -> frozenset[str]:
    """What a file has only because the standard that it holds imports it, as messages of StUF do with GML and those of
    UBL with XAdES, or because it is a copy of that itself."""
    if b"/StUF/" in data[:65536]:
        return frozenset((_GEO,))
    match = _TARGET.search(data, 0, 65536) if ending(path) in _SCHEMAS else None
    if match is None:
        return frozenset()
    return frozenset(about for about, owners in _NOT_OWN.items() if owners.search(match[1]))


def _found(data: bytes) -> Iterator[tuple[int, str, str]]:
    at = data.find(b"://")
    while at >= 0:
        known = _known(data, at + 3)
        start = at - 5 if data[at - 5 : at] == b"https" else at - 4
        if known and _is_quoted(data, start) and not is_comment(data, start):
            yield start, *known
        at = data.find(b"://", at + 3)
    at = data.find(b"urn:")
    while at >= 0:
        for name, about, called in _URNS:
            if data.startswith(name, at + 4) and _opened(data, at) and not is_comment(data, at):
                yield at, about, called
                break
        at = data.find(b"urn:", at + 4)


def _is_quoted(data: bytes, at: int) -> bool:
    """Whether a URI begins between quotes or in `<…>`, and is neither a link for readers nor the meaning of a prefix of
    XML that is never used."""
    if at == 0 or data[at - 1] not in _QUOTES:
        return False
    before = data[max(0, at - 80) : at - 1]
    prefix = _PREFIX.search(before)
    return not before.endswith((b"href=", b"src=")) and (prefix is None or prefix[1] + b":" in data)


def _opened(data: bytes, at: int) -> bool:
    """Whether a URN begins between quotes, or as all that an XML element holds."""
    return _is_quoted(data, at) or (data[at - 1 : at] == b">" and b"</" in data[at : at + 200])


def _known(data: bytes, at: int) -> tuple[str, str] | None:
    end = min(
        (cut for cut in (data.find(mark, at, at + 40) for mark in (b"/", b'"', b"'", b">")) if cut > 0), default=at
    )
    for name, about, called in _KNOWN.get(data[at:end], ()):
        if data.startswith(name, end):
            return about, called
    return None


NAMESPACES = (
    Detector(NAME, 2, _data, _see, rank=1, endings=_DATA, about=_SHOWN),
    Detector(NAME, 2, _code, _see, 256 * 1024, rank=2, endings=_CODE, about=_SHOWN),
)
