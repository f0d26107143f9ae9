"""Addresses of licences."""

import re
from collections.abc import Iterator

from oss_scan.licences.beside import Said
from oss_scan.licences.spdx import spelled
from oss_scan.regex import regex

#: Creative Commons made its licences before 4.0 for one country, too; SPDX lists few of those.
_PORT = r"(?<!4\.0)/(?:[a-z]{2}|igo|scotland)\b"
PORTED = regex(rf"creativecommons\.org/licenses/[a-z-]{{2,8}}/[123]\.[05]{_PORT}", re.IGNORECASE)
#: Each: pattern, id, and the host in lower case without which it need not be looked for.
_URLS = tuple(
    (regex(pattern, re.IGNORECASE), licence, host)
    for host, pattern, licence in (
        (
            "spdx.org",
            r"spdx\.org/licenses/([A-Za-z0-9.+-]+?)(?:\.(?:html|json|txt))?(?=[\s>)\]\"'#,;]|\.?\Z|\.\s)",
            "{}",
        ),
        (
            "ec.europa.eu",
            r"(?:joinup|interoperable-europe)\.ec\.europa\.eu/\S{0,200}eupl[-_]?text[-_]?(?:eupl)?[-_]?(?:v)?1\.?([012])\b",
            "EUPL-1.{}",
        ),
        (
            "ec.europa.eu",
            r"(?:joinup|interoperable-europe)\.ec\.europa\.eu/\S{0,200}eupl[-_ ]?v?1\.([012])\b",
            "EUPL-1.{}",
        ),
        ("eupl.eu", r"eupl\.eu/1\.([012])\b", "EUPL-1.{}"),
        ("opensource.org", r"opensource\.org/licen[cs]es?/(mit|isc|zlib)-license(?:\.\w+)?(?![\w-])", "{}"),
        ("opensource.org", r"opensource\.org/licen[cs]es?/([A-Za-z0-9.+-]*[A-Za-z0-9])", "{}"),
        ("choosealicense.com", r"choosealicense\.com/licenses/([a-z0-9.-]*[a-z0-9])", "{}"),
        ("gnu.org", r"gnu\.org/licenses/(?:old-licenses/)?((?:a|l)?gpl-[123]\.[01])", "{}"),
        ("apache.org", r"apache\.org/licenses/LICENSE-(2\.0|1\.1)", "Apache-{}"),
        ("mozilla.org", r"mozilla\.org/(?:en-US/)?MPL/(2\.0|1\.1)", "MPL-{}"),
        ("eclipse.org", r"eclipse\.org/legal/epl-v?([12])", "EPL-{}.0"),
        ("creativecommons.org", r"creativecommons\.org/publicdomain/zero/(1\.0)", "CC0-{}"),
        (
            "creativecommons.org",
            rf"creativecommons\.org/licenses/(by(?:-nc)?(?:-sa|-nd)?/[1234]\.[05](?:{_PORT})?)",
            "CC-{}",
        ),
        ("boost.org", r"boost\.org/LICENSE_1_0\.txt()", "BSL-1.0"),
        ("postgresql.org", r"postgresql\.org/about/licen[cs]e(?:\b|/)()", "PostgreSQL"),
        ("w3.org", r"w3\.org/Consortium/Legal/2015/copyright-software-and-document()", "W3C-20150513"),
    )
)
#: What sites call a licence where that is no SPDX id.
_URL_NAMES = {
    "agpl-3.0": "AGPL-3.0",
    "bsd-3-clause-clear": "BSD-3-Clause-Clear",
    "apache2.0": "Apache-2.0",
}


def addresses(text: str, lowered: str) -> Iterator[Said]:
    """The licences at addresses in a text, which is there in lower case too."""
    for pattern, licence, host in _URLS if "/" in text else ():
        for match in pattern.finditer(text) if host in lowered else ():
            written = licence.format(match.group(1).replace("/", "-").upper() if licence == "CC-{}" else match.group(1))
            expression = _URL_NAMES.get(written.lower()) or spelled(written)
            yield expression, *match.span()
