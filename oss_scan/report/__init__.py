"""Figures, and the findings behind them, as documents for people and for programs. Texts and layout: `reports/`."""

from collections.abc import Iterator

from oss_scan.report.content import content
from oss_scan.report.content.material import Material
from oss_scan.report.formats import files
from oss_scan.report.formats.look import NEUTRAL, Look
from oss_scan.report.manifest import NAME, Made, manifest


def documents(material: Material, made: Made, look: Look = NEUTRAL) -> Iterator[tuple[str, bytes]]:
    """Each document of the report by its name, its manifest last: the same material and look give the same bytes."""
    found = []
    for one in _documents(material, made, look):
        found.append(one)
        yield one
    yield NAME, manifest(material, made, found)


def _documents(material: Material, made: Made, look: Look) -> Iterator[tuple[str, bytes]]:
    laid_out = tuple(form for form in made.forms if form != "json")
    if laid_out:
        yield from files(content(material), laid_out, look)
    if "json" in made.forms:
        from oss_scan.report.document import render

        yield "report.json", render(material).encode()
