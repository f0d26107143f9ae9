"""A link to the register of accessibility statements that leads to no statement: the number of one is missing."""

import re
from collections.abc import Iterator

from oss_scan.standards.detectors.spots import code, ending, spot, telling, tells, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

_ENDINGS = words(
    "html htm j2 jinja jinja2 twig mustache hbs handlebars ejs erb cshtml jsp tmpl php vue svelte tsx jsx astro"
)
_STATED = telling("toegankelijk accessib a11y footer voet colofon")
_LINK = re.compile(
    rb"href=[\"'{]{1,2}https?://(?:www\.)?toegankelijkheidsverklaring\.nl/?(?:register/?)?(?=[\"'?#])", re.IGNORECASE
)


def _wants(path: str) -> bool:
    return ending(path) in _ENDINGS and tells(path, _STATED)


def _see(path: str, data: bytes) -> Iterator[Sighting]:
    for match in code(data, _LINK, b"toegankelijkheidsverklaring.nl"):
        yield spot("statement-unnumbered", Sort.SIGNAL, "statement-unnumbered", path, data, match.start(), "link")
        return


UNNUMBERED = (
    Detector(
        "statement-unnumbered",
        1,
        _wants,
        _see,
        512 * 1024,
        rank=1,
        endings=_ENDINGS,
        about=words("statement-unnumbered"),
    ),
)
