"""Figures, and the findings behind them, as documents for people and for programs. Texts and layout: `reports/`."""

from collections.abc import Iterator

from oss_scan.report.content import content
from oss_scan.report.content.material import Material
from oss_scan.report.formats import files
from oss_scan.report.formats.look import Look, look_of
from oss_scan.report.manifest import NAME, Made, manifest


def documents(material: Material, made: Made) -> Iterator[tuple[str, bytes]]:
    """Each document of the report by its name, its manifest last: the same material and look give the same bytes."""
    found = []
    for one in _documents(material, made, look_of(made.look)):
        found.append(one)
        yield one
    yield NAME, manifest(material, made, found)


def _documents(material: Material, made: Made, look: Look) -> Iterator[tuple[str, bytes]]:
    laid_out = tuple(form for form in made.forms if form != "json")
    report = content(material) if laid_out or look.publication else None
    names = []
    if laid_out and report:
        for name, said in files(report, laid_out, look):
            names.append(name)
            yield name, said
    if "json" in made.forms:
        from oss_scan.report.document import render

        names.append("report.json")
        yield "report.json", render(material).encode()
    if look.publication and report:
        from oss_scan.report.formats.dcat import DESCRIPTION, dcat

        yield DESCRIPTION, dcat(report, look.publication, names).encode()
