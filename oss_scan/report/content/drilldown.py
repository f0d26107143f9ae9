"""From a figure to its repositories, to what was found of each, to the file and line."""

from collections.abc import Iterator, Sequence

from oss_scan.checks import Place
from oss_scan.figures import Figure, Member, Part
from oss_scan.report.blocks import Block, Cell, Folded, Span, Table
from oss_scan.report.content.material import PARTS, Material, columns, paragraph, say, text_cell
from oss_scan.report.links import place_link
from oss_scan.report.rows import Row, row, shown_path
from oss_scan.results import Judged
from oss_scan.verdicts import StandardVerdict
from oss_scan.verdicts.wording import sentence

#: What is to be done comes first.
_ORDER = (Part.NOT_MET, Part.UNKNOWN, Part.NOT_APPLICABLE, Part.MET)
assert set(_ORDER) == set(PARTS)


def behind(material: Material, figure: Figure) -> Iterator[Folded]:
    """What stands behind a figure, folded: a table for each part, and what was left out."""
    if not figure.measured or figure.withheld:
        return
    words = material.wording
    blocks: list[Block] = []
    for part in _ORDER:
        members = [one for one in figure.members if figure.part(one) is part]
        if members:
            title = words("behind-part", title=material.title(figure.id), part=words(f"part-{part}"))
            blocks += _part(material, figure, members, f"{figure.id}-{part}", f"{title}: {words.number(len(members))}")
    if figure.left_out:
        blocks += _left_out(material, figure)
    if blocks:
        yield Folded(words("behind", title=material.title(figure.id)), tuple(blocks), f"achter-{figure.id}")


def _part(material: Material, figure: Figure, members: Sequence[Member], name: str, title: str) -> Iterator[Block]:
    words = material.wording
    named = [one for one in members if one.named]
    if named:
        head = columns(words, (f"subject-{figure.definition.over}", "state", "finding", "places"))
        rows = tuple(_row(material, one) for one in named)
        table = Table(f"leden-{name}", title, head, rows)
        yield Folded(title, (table,), f"achter-{name}")
    hidden = len(members) - len(named)
    if hidden:
        yield paragraph(words("unnamed", title=title, number=words.number(hidden)))


def _left_out(material: Material, figure: Figure) -> Iterator[Block]:
    words = material.wording
    rows = tuple((text_cell(one.key), text_cell(one.why.in_(words.lang))) for one in figure.left_out if one.named)
    title = f"{words('column-left_out')}: {words.number(len(figure.left_out))}"
    if rows:
        table = Table(f"buiten-{figure.id}", title, columns(words, ("subject-repositories", "reason")), rows)
        yield Folded(title, (table,), f"achter-{figure.id}-left-out")
    hidden = len(figure.left_out) - len(rows)
    if hidden:
        yield paragraph(words("unnamed", title=title, number=words.number(hidden)))


def _row(material: Material, member: Member) -> tuple[Cell, ...]:
    judged = material.repositories.get(member.key)
    state = text_cell(material.state(member.state))
    if judged is not None and member.verdict is not None:
        return _of_standard(material, judged, member.verdict, state)
    if judged is None:
        because = member.because.in_(material.wording.lang) if member.because else member.evidence
        return (text_cell(material.subject_name(member.key)), state, text_cell(because), text_cell(""))
    rule = material.rules.get(member.finding.rule) if member.finding else None
    shown = row(judged, member.finding, member.because, rule, material.wording)
    message = member.evidence if member.finding is None and member.because is None else shown.message
    said = (Span(message), *(Span(f" {remark}") for remark in shown.remarks))
    return (subject_cell(shown), state, Cell(said, message), _places(shown))


def _of_standard(material: Material, judged: Judged, verdict: StandardVerdict, state: Cell) -> tuple[Cell, ...]:
    shown = row(judged, None, None, None, material.wording)
    spans: list[Span] = []
    for at, spot in enumerate((*verdict.counter, *verdict.places)):
        link = place_link(judged, Place(spot.path, spot.line)) or None
        spans += [*([Span(", ")] if at else []), Span(shown_path(spot.path, spot.line), code=True, link=link)]
        if spot.structure:
            spans.append(Span(f" ({spot.structure})"))
    said = sentence(verdict, material.wording.lang)
    text = "".join(one.text for one in spans)
    return (subject_cell(shown), state, text_cell(said), Cell(tuple(spans) or say("-"), text))


def subject_cell(shown: Row) -> Cell:
    """A repository, its commit and where that can be seen."""
    commit = Span(shown.commit, code=True, link=shown.link or None)
    return Cell((Span(f"{shown.repository} "), commit), shown.repository)


def _places(shown: Row) -> Cell:
    spans: list[Span] = []
    for at, place in enumerate(shown.places):
        spans += [*([Span(", ")] if at else []), Span(place.text, code=True, link=place.link or None)]
    if shown.more:
        spans.append(Span(f" {shown.more}"))
    return Cell(tuple(spans) or say("-"), ", ".join(place.text for place in shown.places))
