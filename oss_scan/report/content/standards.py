"""The chapter on open standards: what source code shows of each, in five counts that add up. No score."""

from collections.abc import Iterator

from oss_scan.figures import Figure
from oss_scan.report.blocks import Block, Cell, Heading, Table
from oss_scan.report.content.drilldown import behind
from oss_scan.report.content.material import Kind, Material, columns, paragraph, reference, say, text_cell
from oss_scan.report.content.openness import figures_table
from oss_scan.standards.listed import standards_list

#: The five counts that add up to the population, each followed by those of its parts that also stand by themselves.
COUNTS = (
    *("shown", "explained", "not-shown", "partly", "deviation", "declared"),
    *("unknown", "not-visible", "not-applicable"),
)
_STATES = {
    "explained": "explained",
    "partly": "partly-applied",
    "deviation": "deviation",
    "declared": "declared",
    "not-visible": "not-visible",
}
#: States that say nothing of a standard.
_SILENT = frozenset({"applicability-unknown", "unknown", "unread", "not-applicable", "not-visible"})


def standards(material: Material) -> Iterator[Block]:
    """Each standard by itself."""
    words = material.wording
    yield from material.paragraphs("standards")
    every = [one for one in material.counted if one.definition.by == "standard" and one.scope.kind == "government"]
    if not every:
        yield paragraph(words("no-standards"))
        return
    listed = standards_list()
    yield paragraph(words("standards-list", taken=words.day(listed.taken)))
    told = [one for one in every if not one.states.keys() <= _SILENT]
    if told:
        heads = ("standard", *(f"standard-{count}" for count in COUNTS), "column-denominator")
        numbers: list[Kind] = ["number" for _ in heads[1:]]
        rows = tuple(_row(material, one) for one in told)
        head = columns(words, heads, ("text", *numbers))
        yield Table("standaarden-tabel", words("standards-caption"), head, rows, words("standards-note"))
    silent = [one for one in every if one not in told]
    if silent:
        yield paragraph(words("standards-silent", names=", ".join(_title(material, one) for one in silent)))
    yield Heading(2, words("apis"), "apis")
    apis = material.figure("apis-without-deviations")
    yield figures_table(material, "apis", words("apis"), ("apis-without-deviations",))
    yield Heading(3, material.title(apis.id), f"cijfer-{apis.id}")
    yield paragraph(material.definition(apis.id))
    yield from behind(material, apis)
    for one in told:
        yield Heading(3, _title(material, one), f"cijfer-{one.id}")
        yield paragraph(one.definition.definition.in_(words.lang))
        yield from behind(material, one)


def count(figure: Figure, name: str) -> int:
    """One of the counts of a standard."""
    if name == "shown":
        return figure.numerator
    if name == "not-shown":
        return figure.not_met - figure.states.get("explained", 0)
    if name in _STATES:
        return figure.states.get(_STATES[name], 0)
    return figure.unknown if name == "unknown" else figure.not_applicable


def _row(material: Material, figure: Figure) -> tuple[Cell, ...]:
    name = Cell(say(_title(material, figure), link=f"#cijfer-{figure.id}"), _title(material, figure))
    cells = [_number(material, figure, each) for each in COUNTS]
    return (name, *cells, material.number(figure, "denominator"))


def _number(material: Material, figure: Figure, name: str) -> Cell:
    value = count(figure, name)
    what = {"shown": "numerator", "unknown": "unknown", "not-applicable": "not_applicable"}.get(name)
    what = what or (f"state:{_STATES[name]}" if name in _STATES else "")
    return Cell(say(material.wording.number(value)), value, reference(figure, what) if what else None)


def _title(material: Material, figure: Figure) -> str:
    return text_cell(figure.definition.title.in_(material.wording.lang)).content[0].text
