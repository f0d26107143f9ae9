"""What a progress report says, as blocks: the same material gives the same report. Formats lay it out."""

from oss_scan.report.blocks import Chapter, Report
from oss_scan.report.content import commons, comparing, front, method, openness, standards
from oss_scan.report.content.data import tables
from oss_scan.report.content.material import Material

#: The chapters by id, with their numbers; also the names of the files with the writer's own words.
CHAPTERS = (
    ("leeswijzer", ""),
    ("samenvatting", "1"),
    ("beleid", "2"),
    ("open-tenzij", "3"),
    ("standaarden", "4"),
    ("departementen", "5"),
    ("ontwikkeling", "6"),
    ("gemeenschapsgoederen", "7"),
    ("methode", "8"),
    ("bijlage-repositories", "A"),
    ("bijlage-regels", "B"),
    ("bijlage-correcties", "C"),
    ("bijlage-toezeggingen", "D"),
    ("bijlage-data", "E"),
)


def content(material: Material) -> Report:
    """The whole report."""
    words, run = material.wording, material.measured.scan.run
    data = tables(material)
    made = {
        "leeswijzer": front.reading_guide(material),
        "samenvatting": front.summary(material),
        "beleid": openness.policy(material),
        "open-tenzij": openness.openness(material),
        "standaarden": standards.standards(material),
        "departementen": comparing.departments(material),
        "ontwikkeling": comparing.development(material),
        "gemeenschapsgoederen": commons.commons(material),
        "methode": method.method(material),
        "bijlage-repositories": method.repositories(material),
        "bijlage-regels": method.rules(material),
        "bijlage-correcties": method.corrections(material),
        "bijlage-toezeggingen": commons.commitments(material),
        "bijlage-data": method.data(material, data),
    }
    chapters: tuple[Chapter, ...] = tuple(
        front.chapter(material, name, number, made[name]) for name, number in CHAPTERS
    )
    return Report(
        title=words("title"),
        subtitle=words("subtitle", on=words.day(run.reference_date)),
        lang=words.lang,
        status=words("status-final" if material.final else "status-concept"),
        final=material.final,
        reference_date=run.reference_date,
        author=material.author or words("no-author"),
        identifier=run.id,
        about=front.about(material),
        chapters=chapters,
        data=data,
    )
