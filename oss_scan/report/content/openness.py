"""The chapters on policy, on 'open, tenzij' and on the standards."""

from collections.abc import Iterator
from decimal import Decimal

from oss_scan.figures import Figure
from oss_scan.inventory.grounds import GROUNDS
from oss_scan.policy import sources_in
from oss_scan.report.blocks import Block, Cell, Chart, Column, Heading, Point, Series, Span, Table
from oss_scan.report.content.drilldown import behind
from oss_scan.report.content.front import COLUMNS, change_cell
from oss_scan.report.content.material import PARTS, Material, paragraph, row_of, say, text_cell
from oss_scan.resources import data_folder


def policy(material: Material) -> Iterator[Block]:
    """Which texts ask what; each with whether its words were read at the source."""
    words = material.wording
    yield from material.paragraphs("policy")
    known = sources_in(data_folder("rules") / "data" / "sources.yaml")
    rows = []
    for key in material.layout.policies:
        one = known[key]
        note = one.note.in_(words.lang) if one.note else ""
        doubt = "" if one.verified else words("unverified")
        said = " ".join(part for part in (doubt, note) if part)
        title = Cell((Span(one.title, "nl", one.url),), one.title)
        rows.append((title, text_cell(one.issuer), text_cell(one.date), text_cell(said or words("verified"))))
    head = (words("source"), words("issuer"), words("date"), words("verification"))
    yield Table("beleidsbronnen", words("policies-caption"), tuple(Column(one) for one in head), tuple(rows))


def openness(material: Material) -> Iterator[Block]:
    """Every figure on open source, section by section."""
    words = material.wording
    yield paragraph(words("population-text", **_population(material)))
    for section in material.layout.sections:
        yield Heading(2, section.title.in_(words.lang), section.id)
        yield figures_table(material, section.id, section.title.in_(words.lang), section.figures)
        chart = parts_chart(material, section.id, section.title.in_(words.lang), section.figures)
        if chart:
            yield chart
        for name in section.figures:
            figure = material.figure(name)
            yield Heading(3, material.title(name), f"cijfer-{name}")
            yield paragraph(material.definition(name))
            if name == "decisions" and figure.measured:
                yield grounds(material, figure)
            yield from behind(material, figure)


def figures_table(material: Material, name: str, title: str, figures: tuple[str, ...]) -> Table:
    """Figures over government in a table."""
    words = material.wording
    columns = [Column(words("figure")), *(Column(words(f"column-{what}"), "number") for what in COLUMNS)]
    if material.development:
        columns.append(Column(words("column-change"), "number"))
    rows = []
    for each in figures:
        figure = material.figure(each)
        head = (Cell(say(material.title(each), link=f"#cijfer-{each}"), material.title(each)),)
        row = row_of(material, head, figure, COLUMNS)
        rows.append((*row, change_cell(material, figure)) if material.development else row)
    return Table(f"tabel-{name}", words("figures-caption", title=title), tuple(columns), tuple(rows), words("adds-up"))


def parts_chart(material: Material, name: str, title: str, figures: tuple[str, ...]) -> Chart | None:
    """How each population is divided, as stacked bars; None where nothing was measured."""
    words = material.wording
    shown = [one for one in map(material.figure, figures) if one.measured and not one.withheld and one.members]
    if not shown:
        return None
    series = tuple(
        Series(
            words(f"part-{part}"),
            tuple(
                Point(material.title(one.id), Decimal(one.count(part)), words.number(one.count(part))) for one in shown
            ),
        )
        for part in PARTS
    )
    said = (
        words("bar-text", title=material.title(one.id), total=words.count(one.denominator), **_parts(one, material))
        for one in shown
    )
    title = words("division", title=title)
    return Chart(f"grafiek-{name}", title, " ".join(said), "stacked", words("unit-number"), series)


def grounds(material: Material, figure: Figure) -> Table:
    """The decisions that hold, by ground."""
    words = material.wording
    rows = [
        (text_cell(GROUNDS[state].in_(words.lang)), text_cell(state), material.number(figure, f"state:{state}"))
        for state in GROUNDS
        if figure.states.get(state)
    ]
    rows.append((text_cell(material.state("none")), text_cell(""), material.number(figure, "state:none")))
    columns = (Column(words("ground")), Column(words("code")), Column(words("number"), "number"))
    return Table("tenzij-gronden", words("grounds-caption"), columns, tuple(rows), words("grounds-note"))


def _population(material: Material) -> dict[str, str]:
    figure = material.figure("repositories")
    return {
        "total": material.wording.count(figure.denominator),
        "unreadable": material.wording.count(figure.unknown),
        "left_out": material.wording.count(len(figure.left_out)),
    }


def _parts(figure: Figure, material: Material) -> dict[str, str]:
    return {str(part).replace("-", "_"): material.wording.count(figure.count(part)) for part in PARTS}
