"""The title page, the reading guide and the management summary."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from oss_scan import __version__
from oss_scan.figures import Figure, Part, percentage
from oss_scan.report.blocks import (
    Block,
    Bullets,
    Cell,
    Chapter,
    Chart,
    Column,
    Heading,
    Inline,
    Paragraph,
    Point,
    Series,
    Table,
)
from oss_scan.report.content.material import NOT_MEASURED, Material, paragraph, points, row_of, say, text_cell

COLUMNS = ("numerator", "denominator", "percentage", "not_met", "explained", "not_applicable", "unknown", "left_out")


def about(material: Material) -> tuple[tuple[str, str], ...]:
    """The lines of the title page."""
    return tuple(_about(material))


def _about(material: Material) -> Iterator[tuple[str, str]]:
    words, run = material.wording, material.measured.scan.run
    yield words("status"), words("status-final" if material.final else "status-concept")
    yield words("reference-date"), words.day(run.reference_date)
    yield words("basis"), words(f"basis-{material.measured.basis}")
    yield words("scan"), run.id
    yield words("scanned"), words.moment(run.started)
    if run.finished is None:
        yield words("finished"), words("not-finished")
    if material.development:
        since = material.development.since
        yield words("compared-with"), f"{since.id} ({words.day(since.on)})"
    yield words("program"), f"oss-scan {run.tool_version}"
    if run.tool_version != __version__:
        yield words("made-by"), f"oss-scan {__version__}"
    for one in run.rulesets:
        yield words("ruleset"), f"{one.name} {one.version}, {one.digest}"
    yield words("analysers"), ", ".join(f"{name} {version}" for name, version in sorted(run.analysers.items()))
    yield words("audience"), words(f"audience-{material.audience}")
    if material.errata:
        yield words("supersedes"), material.errata.supersedes


def reading_guide(material: Material) -> Iterator[Block]:
    """What the report does not say, before anything else; and what was wrong with the one before."""
    words = material.wording
    if material.measured.scan.run.finished is None:
        yield Paragraph(say(words("unfinished")), "warning")
    if shard := material.measured.scan.run.shard:
        yield Paragraph(say(words("partial", shard=shard)), "warning")
    if material.changed:
        yield Paragraph(say(words("rules-changed", names=", ".join(material.changed))), "warning")
    if material.errata:
        yield Paragraph(say(words("errata", supersedes=material.errata.supersedes)), "warning")
        yield Paragraph(say(material.errata.text), "written")
    yield from material.paragraphs("not-said")
    yield Heading(2, words("signs"), "tekens")
    rows = tuple((text_cell(words(f"sign-{name}")), text_cell(words(f"sign-{name}-text"))) for name in _SIGNS)
    yield Table("verklaring-van-tekens", words("signs"), (Column(words("sign")), Column(words("meaning"))), rows)
    yield from material.paragraphs("rounding")


_HEADLINE = (*COLUMNS[:3], "unknown")
_SIGNS = ("missing", "nil", "withheld", "none", "blank")


def summary(material: Material) -> Iterator[Block]:
    """The headline figures, their change, what follows from them, and the bottlenecks."""
    words = material.wording
    shown = [material.figure(name) for name in material.layout.headline]
    columns = [Column(words("figure")), *(Column(words(f"column-{what}"), "number") for what in _HEADLINE)]
    if material.development:
        columns.append(Column(words("column-change"), "number"))
    rows = []
    for figure in shown:
        head = (Cell(say(material.title(figure.id), link=f"#cijfer-{figure.id}"), material.title(figure.id)),)
        row = row_of(material, head, figure, _HEADLINE)
        rows.append((*row, change_cell(material, figure)) if material.development else row)
    yield Table("kerncijfers", words("headline-caption"), tuple(columns), tuple(rows), words("own-indicators"))
    chart = shares_chart(material, "kerncijfers-grafiek", words("headline-caption"), shown)
    if chart:
        yield chart
    yield Heading(2, words("conclusions"), "conclusies")
    found = [one for figure in shown for one in conclusions(material, figure)]
    for text in found or [words("no-conclusions")]:
        yield Paragraph(say(text), "conclusion" if found else None)
    yield paragraph(words("thresholds", change=words.decimal(material.layout.change_from)))
    yield Heading(2, words("bottlenecks"), "knelpunten")
    narrow = tuple(bottlenecks(material))
    if narrow:
        yield Bullets(narrow)
    else:
        yield paragraph(words("no-bottlenecks"))


def conclusions(material: Material, figure: Figure) -> Iterator[str]:
    """What follows from a figure by the thresholds of the layout; nothing of one without a percentage.

    What is not known could be met or not: a band is only named where both ends lie in it.
    """
    words, share, most = material.wording, figure.percentage, at_most(figure)
    if not figure.answered or figure.withheld or share is None or most is None:
        return
    said = material.layout.said(share).in_(words.lang)
    values = {"title": material.title(figure.id), "numbers": material.said(figure)}
    if said == material.layout.said(most).in_(words.lang):
        yield words("conclusion", said=said, **values)
    else:
        ends = {"share": words.percent(share), "most": words.percent(most), "unknown": words.number(figure.unknown)}
        yield words("conclusion-between", **ends, **values)
    if not material.development:
        return
    change = material.development.changes.get((figure.id, figure.scope))
    if change is None or change.points is None:
        return
    on = words.day(material.development.since.on)
    values = {"title": material.title(figure.id), "points": points(abs(change.points), words).lstrip("+"), "on": on}
    if abs(change.points) < material.layout.change_from:
        yield words("conclusion-same", **values)
    elif _doubtful(change.before, change.after):
        yield words("conclusion-doubtful", **values)
    else:
        yield words("conclusion-more" if change.points > 0 else "conclusion-less", **values)


def at_most(figure: Figure) -> Decimal | None:
    """The share that it would be if all that is not known were met."""
    return percentage(figure.numerator + figure.unknown, figure.denominator)


def _doubtful(before: Figure, after: Figure) -> bool:
    """Whether what is not known changed by as much as what is counted, or more."""
    counted = Fraction(after.numerator, after.denominator) - Fraction(before.numerator, before.denominator)
    unknown = Fraction(after.unknown, after.denominator) - Fraction(before.unknown, before.denominator)
    return abs(unknown) >= abs(counted)


def bottlenecks(material: Material) -> Iterator[Inline]:
    """Where most remains to be done, and where too little is known, by the thresholds of the layout."""
    words, layout = material.wording, material.layout
    for section in layout.sections:
        for name in section.figures:
            figure = material.figure(name)
            share, most = figure.percentage, at_most(figure)
            if not figure.measured or figure.withheld or share is None or most is None:
                continue
            better = figure.definition.better
            low = better == "higher" and most < layout.bottleneck_below
            high = better == "lower" and share > layout.bottleneck_above
            if low or high:
                said = words("bottleneck", title=material.title(name), numbers=material.said(figure))
                yield say(said, link=f"#cijfer-{name}")
            unknown = 100 * figure.count(Part.UNKNOWN)
            if unknown >= layout.unknown_from * figure.denominator:
                number = words.number(figure.unknown)
                of = words.number(figure.denominator)
                said = words("bottleneck-unknown", title=material.title(name), unknown=number, denominator=of)
                yield say(said, link=f"#cijfer-{name}")


def change_cell(material: Material, figure: Figure) -> Cell:
    """The change of a figure in percentage points; blank where there is nothing to compare with, a word at a break."""
    words = material.wording
    held = material.development.changes.get((figure.id, figure.scope)) if material.development else None
    named = f"{figure.id} {figure.scope.kind}:{figure.scope.id} points"
    if held is None:
        return Cell(say(""), None, named)
    if held.breaks:
        return Cell(say(words("break")), None, named)
    if not held.before.answered and not held.after.answered:
        return Cell(say(NOT_MEASURED), None, named)
    if held.points is None:
        return Cell(say(words("no-share")), None, named)
    return Cell(say(points(held.points, words)), held.points, named)


def shares_chart(material: Material, name: str, title: str, shown: list[Figure]) -> Chart | None:
    """The shares of figures as bars; None where none has a share."""
    given = [one for one in shown if one.answered and not one.withheld and one.percentage is not None]
    if not given:
        return None
    written = [(material.title(one.id), one.percentage, material.wording.share(one.percentage)) for one in given]
    bars = Series(title, tuple(Point(label, value, text) for label, value, text in written))
    alternative = "; ".join(f"{label}: {text}" for label, _, text in written)
    return Chart(name, title, f"{alternative}.", "bars", "%", (bars,))


def chapter(material: Material, name: str, number: str, blocks: Iterator[Block]) -> Chapter:
    """A chapter with the writer's own words after what opens it: they never stand before a warning."""
    made = tuple(blocks)
    own = material.words.get(name, ())
    at = next((at for at, one in enumerate(made) if not (isinstance(one, Paragraph) and one.mark == "warning")), 0)
    return Chapter(name, number, material.wording(f"chapter-{name}"), (*made[:at], *own, *made[at:]))
