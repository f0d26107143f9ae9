"""The chapter on digital commons and commitments, and the annex of commitments."""

from collections.abc import Iterator

from oss_scan.figures import government
from oss_scan.figures.organisations import value
from oss_scan.inventory.model import Commitment, Publish
from oss_scan.report.blocks import Block, Cell, Heading, Paragraph, Span, Table
from oss_scan.report.content.drilldown import behind
from oss_scan.report.content.material import Kind, Material, columns, day_cell, paragraph, say, text_cell
from oss_scan.report.content.openness import figures_table

_FIGURES = ("digital-commons", "digital-commons-open", "digital-commons-active")


def commons(material: Material) -> Iterator[Block]:
    """What was declared, what can be verified, and what was promised."""
    words = material.wording
    if material.measured.inventory is None:
        yield paragraph(words("no-inventory"))
        return
    yield figures_table(material, "gemeenschapsgoederen", words("chapter-gemeenschapsgoederen"), _FIGURES)
    target = _target(material)
    if target is not None:
        said = words("commons-target", target=words.number(target.target or 0), reference=target.reference)
        yield Paragraph(say(said))
    yield paragraph(words("commons-note"))
    for name in _FIGURES:
        yield Heading(2, material.title(name), f"cijfer-{name}")
        yield paragraph(material.definition(name))
        yield from behind(material, material.figure(name))
    yield Heading(2, words("commitments"), "toezeggingen-samengevat")
    yield figures_table(material, "toezeggingen-cijfer", words("commitments"), ("commitments",))
    yield Heading(3, material.title("commitments"), "cijfer-commitments")
    yield paragraph(material.definition("commitments"))


def commitments(material: Material) -> Iterator[Block]:
    """Every motion and promise that may be named, with how it was measured."""
    words = material.wording
    given = material.measured.inventory.commitments if material.measured.inventory else ()
    shown = [one for one in given if one.publish is Publish.NAME]
    if not shown:
        yield paragraph(words("no-commitments"))
        return
    states = {one.key: one.state for one in material.figure("commitments").members}
    counted = government(one for one in material.counted if one.definition.over != "commitments")
    rows = []
    for one in shown:
        found = value(one, material.measured, counted)
        rows.append(
            (
                Cell((Span(one.reference, link=one.source),), one.reference),
                text_cell(one.text),
                day_cell(one.due, words),
                Cell(say("" if one.target is None else words.number(one.target)), one.target),
                Cell(say("." if found is None and one.figure else "" if found is None else words.number(found)), found),
                text_cell(material.state(states.get(f"commitment:{one.id}", "unknown"))),
                text_cell(_how(one, material)),
            )
        )
    heads = ("reference", "text", "due", "target", "measured", "state", "how")
    kinds: tuple[Kind, ...] = ("text", "text", "date", "number", "number", "text", "text")
    # In every report for the public: that it stands there tells nothing of what may not be counted
    note = words("commitments-public") if material.audience == "public" else ""
    yield Table("toezeggingen", words("commitments-caption"), columns(words, heads, kinds), tuple(rows), note)


def _target(material: Material) -> Commitment | None:
    given = material.measured.inventory.commitments if material.measured.inventory else ()
    mine = (one for one in given if one.figure == "digital-commons" and one.target is not None)
    return next((one for one in mine if one.publish is Publish.NAME), None)


def _how(one: Commitment, material: Material) -> str:
    words = material.wording
    if one.figure:
        known = government(material.counted)
        if one.figure not in known:
            return words("by-no-figure", id=one.figure)
        return words("by-figure", title=material.title(one.figure))
    hand = one.by_hand
    return words("by-hand", by=hand.by, on=words.day(hand.on), evidence=hand.evidence) if hand else ""
