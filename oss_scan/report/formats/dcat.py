"""The description of a report and its data by DCAT-AP-NL 3.0, as JSON-LD, for a catalogue such as data.overheid.nl.

https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/
"""

from collections.abc import Sequence
from posixpath import splitext

from oss_scan.inert import json_document, uri
from oss_scan.report.blocks import Report
from oss_scan.report.formats.publication import Publication

DESCRIPTION = "dcat.jsonld"
_EU = "http://publications.europa.eu/resource/authority"
_ODF = "https://docs.oasis-open.org/office/OpenDocument/v1.3/"
#: By the end of the name: the type of file in the list of the EU, its media type, and the standard that it follows.
_KINDS = {
    ".csv": ("CSV", "text/csv", "https://www.w3.org/TR/tabular-metadata/"),
    ".json": ("JSON", "application/json", "https://json-schema.org/draft/2020-12/schema"),
    ".ods": ("ODS", "application/vnd.oasis.opendocument.spreadsheet", _ODF),
    ".odt": ("ODT", "application/vnd.oasis.opendocument.text", _ODF),
    ".pdf": ("PDFA2A", "application/pdf", "https://www.iso.org/standard/50655.html"),
    ".html": ("HTML", "text/html", "https://html.spec.whatwg.org/"),
}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_Node = dict[str, object]
_THEME: _Node = {
    "@id": f"{_EU}/data-theme/GOVE",
    "@type": "skos:Concept",
    "skos:prefLabel": [
        {"@value": "Overheid en publieke sector", "@language": "nl"},
        {"@value": "Government and public sector", "@language": "en"},
    ],
}


def dcat(report: Report, publication: Publication, names: Sequence[str]) -> str:
    """The description; of `names`, the files in the folder of the report, those of a known kind are distributions."""
    page = {"@id": publication.page, "@type": "foaf:Document"}
    publisher = {
        "@id": publication.publisher,
        "@type": "foaf:Agent",
        "foaf:name": _said(publication.publisher_name, report),
    }
    dataset = {
        "@id": f"{publication.base}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _said(report.title, report),
        "dct:description": _said(report.subtitle.strip() or report.title, report),
        "dct:identifier": report.identifier,
        "dct:issued": {"@value": report.reference_date.isoformat(), "@type": "xsd:date"},
        "dct:creator": publisher,
        "dct:publisher": publisher,
        "dcat:contactPoint": _contact(publication),
        "dcat:theme": _THEME,
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC", "@type": "dct:RightsStatement"},
        "dcat:landingPage": page,
        "foaf:page": page,
        "dct:language": _language(report),
        "dct:conformsTo": _standard("https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/"),
        "dcat:distribution": [_distribution(one, report, publication) for one in names if _listed(one)],
    }
    return json_document({"@context": _CONTEXT, "@graph": [dataset]})


def _listed(name: str) -> bool:
    """Pages beside the first and descriptions of tables are parts, not distributions."""
    return splitext(name)[1] in _KINDS and not name.startswith("report/") and not name.endswith("-metadata.json")


def _distribution(name: str, report: Report, publication: Publication) -> _Node:
    kind, media, standard = _KINDS[splitext(name)[1]]
    at = f"{publication.base}{uri(name)}"
    titles = {f"{table.name}.csv": table.title for table in report.data}
    return {
        "@id": f"{publication.base}#{uri(name)}",
        "@type": "dcat:Distribution",
        "dct:title": _said(titles.get(name, f"{report.title} ({kind})"), report),
        "dcat:accessURL": {"@id": publication.base, "@type": "rdfs:Resource"},
        "dcat:downloadURL": {"@id": at, "@type": "rdfs:Resource"},
        "dct:format": {"@id": f"{_EU}/file-type/{kind}", "@type": "dct:MediaTypeOrExtent"},
        "dcat:mediaType": {"@id": f"http://www.iana.org/assignments/media-types/{media}", "@type": "dct:MediaType"},
        "dct:license": {"@id": publication.licence, "@type": "dct:LicenseDocument"},
        "dct:language": _language(report),
        "dct:conformsTo": _standard(standard),
    }


def _contact(publication: Publication) -> _Node:
    mail = "@" in publication.contact and not publication.contact.startswith("https://")
    return {
        "@type": "vcard:Kind",
        "vcard:fn": publication.contact_name,
        "vcard:hasEmail" if mail else "vcard:hasURL": {
            "@id": f"mailto:{publication.contact}" if mail else publication.contact
        },
    }


def _standard(at: str) -> _Node:
    return {"@id": at, "@type": "dct:Standard"}


def _language(report: Report) -> _Node:
    code = {"nl": "NLD", "en": "ENG"}[report.lang]
    return {"@id": f"{_EU}/language/{code}", "@type": "dct:LinguisticSystem"}


def _said(text: str, report: Report) -> _Node:
    return {"@value": text, "@language": report.lang}
