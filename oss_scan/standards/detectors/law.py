"""References to law and case law in data and code: the identifiers of BWB, JCDR and ECLI, and references by JCI."""

import re
from collections.abc import Iterator

from oss_scan.standards.detectors.spots import code, ending, spot, telling, tells, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

_ENDINGS = words(
    "json yaml yml xml ttl rdf jsonld csv sql py java kt cs go rs rb php js mjs ts tsx vue svelte twig html j2"
    " jinja xsl"
)
_NAMED = telling(
    "wet law legal juridi regel bwb ecli cvdr grondslag artikel verorden besluit uitspra jurispr rechts waardelijst"
)
_SHOWN = words("bwb ecli jcdr refers-to-law refers-to-case-law refers-to-local-law")
#: A reference to an article; then the identifier of a law alone, of a case, and of a regulation of a lower government.
_JCI = re.compile(rb"\bjci1\.[0-9]:[cv]:BWB[RV][0-9]{7}")
_BWB = re.compile(rb"\bBWB[RV][0-9]{7}\b")
_ECLI = re.compile(rb"\bECLI:[A-Z]{2}:[A-Z]{1,10}[0-9]{0,3}:(?:1[89]|20)[0-9]{2}:[A-Z0-9.]{1,25}\b")
_CVDR = re.compile(rb"\bCVDR[0-9]{4,8}(?:[_/][0-9]{1,3})?\b")


def _wants(path: str) -> bool:
    return ending(path) in _ENDINGS and tells(path, _NAMED)


def _see(path: str, data: bytes) -> Iterator[Sighting]:
    for match in code(data, _JCI, b"jci1."):
        yield spot("bwb", Sort.FOUND, "law", path, data, match.start(), "jci")
    for match in code(data, _BWB, b"BWB"):
        yield spot("refers-to-law", Sort.SIGNAL, "law", path, data, match.start(), "BWB-id")
    for match in code(data, _ECLI, b"ECLI:"):
        yield spot("ecli", Sort.FOUND, "law", path, data, match.start(), "ECLI")
        yield spot("refers-to-case-law", Sort.SIGNAL, "law", path, data, match.start(), "ECLI")
    for match in code(data, _CVDR, b"CVDR"):
        yield spot("jcdr", Sort.FOUND, "law", path, data, match.start(), "CVDR-id")
        yield spot("refers-to-local-law", Sort.SIGNAL, "law", path, data, match.start(), "CVDR-id")


LAW = (Detector("law", 1, _wants, _see, 512 * 1024, rank=3, endings=_ENDINGS, about=_SHOWN),)
