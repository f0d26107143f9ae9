"""Exchange between organisations: FSC and ebMS of Digikoppeling, notices in the form of CloudEvents, and STIX."""

import re
from collections.abc import Iterator

from oss_scan.standards.detectors.spots import code, ending, spot, telling, tells, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

_DEPLOYED = words("yml yaml tf json toml gotmpl env hcl")
_CODE = words("py java kt kts scala cs fs go rs rb php js mjs ts tsx ex clj")
_FSC_IMAGE = re.compile(
    rb"\b(?:image|repository)[\"']?[ \t]{0,40}[:=][ \t]{0,40}[\"']?[^\s\"'#]{0,100}(?:federatedserviceconnectivity"
    rb"|open-fsc)/[\w.-]{1,60}"
)
_FSC_HEADER = re.compile(rb"[\"'`]Fsc-(?:Authorization|Grant-Hash|Transaction-Id|Error-Code)[\"'`]", re.IGNORECASE)
_FSC_DEPLOYED = telling("fsc inway outway nlx compose helm values deploy k8s kubernetes")
_FSC_CODE = telling("fsc inway outway nlx client header gateway")
_EVENT_PLACE = telling("event notif webhook serializer abonn")
_STIX_PLACE = telling("stix taxii threat /cti cti/")
_SPEC_WORDS = (b"cloudevent", b"specversion", b"spec_version")
_SPEC = re.compile(
    rb"[\"']?\bspec_?version\b[\"']?[ \t]{0,40}[:=,]|CloudEventBuilder|\bCloudEvent\("
    rb"|application/cloudevents(?:-batch)?\+json",
    re.I,
)
_SOURCE = re.compile(rb"[\"'`]urn:nld:(?:oin|kvknr|kvk|gemeentecode|bsn)\b")
_TYPE = re.compile(
    rb"\b\w{0,20}type\w{0,10}[\"']?[ \t]{0,40}[:=][ \t]{0,40}f?[\"']nl\.[a-z0-9][\w-]{0,40}\.[\w.-]{1,80}[\"']", re.I
)
_STIX = re.compile(rb"\"type\"\s{0,20}:\s{0,20}\"bundle\"")
_STIX_VERSION = re.compile(
    rb"\"spec_version\"\s{0,20}:\s{0,20}\"2\.[01]\"|\"id\"\s{0,20}:\s{0,20}\"bundle--[0-9a-f-]{36}\""
)
_TAXII = re.compile(rb"[\"'`]application/(?:taxii|stix)\+json")


def _wants_fsc(path: str) -> bool:
    last = ending(path)
    return (last in _DEPLOYED and tells(path, _FSC_DEPLOYED)) or (last in _CODE and tells(path, _FSC_CODE))


def _fsc(path: str, data: bytes) -> Iterator[Sighting]:
    if ending(path) in _DEPLOYED:
        for match in code(data, _FSC_IMAGE, b"fsc" if b"open-fsc" in data else b"federatedserviceconnectivity"):
            yield spot("digikoppeling", Sort.FOUND, "fsc", path, data, match.start(), "FSC-image")
    else:
        for match in code(data, _FSC_HEADER):
            yield spot("digikoppeling", Sort.FOUND, "fsc", path, data, match.start(), "FSC-header")


def _wants_events(path: str) -> bool:
    return ending(path) in _CODE and tells(path, _EVENT_PLACE)


def _events(path: str, data: bytes) -> Iterator[Sighting]:
    """The profile shows in a source of the form `urn:nld:…`, or a type that begins with `nl.`, of what is an event."""
    lower = data.lower()
    if not any(word in lower for word in _SPEC_WORDS) or next(code(data, _SPEC), None) is None:
        return
    for sign, called in ((_SOURCE, "source:urn:nld"), (_TYPE, "type:nl")):
        for match in code(data, sign):
            yield spot("nl-gov-profile-cloudevents", Sort.FOUND, "cloudevents", path, data, match.start(), called)


def _wants_stix(path: str) -> bool:
    return (ending(path) == "json" or ending(path) in _CODE) and tells(path, _STIX_PLACE)


def _stix(path: str, data: bytes) -> Iterator[Sighting]:
    bundle = _STIX.search(data) if ending(path) == "json" and _STIX_VERSION.search(data) else None
    if bundle:
        yield spot("stix-en-taxii", Sort.FOUND, "stix", path, data, bundle.start(), "STIX-bundle")
    for match in code(data, _TAXII):
        yield spot("stix-en-taxii", Sort.FOUND, "stix", path, data, match.start(), "TAXII-media-type")


EXCHANGE = (
    Detector("fsc", 1, _wants_fsc, _fsc, 512 * 1024, endings=_DEPLOYED | _CODE, about=words("digikoppeling")),
    Detector(
        "cloudevents", 1, _wants_events, _events, 512 * 1024, endings=_CODE, about=words("nl-gov-profile-cloudevents")
    ),
    Detector("stix", 1, _wants_stix, _stix, rank=1, endings=_CODE | {"json"}, about=words("stix-en-taxii")),
)
