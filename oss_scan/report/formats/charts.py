"""Charts as SVG by hand: one drawing for HTML, PDF and ODT. What differs by colour differs by pattern or shape too.

Colours stand in the drawing for readers without CSS; each shape also has a class, by which HTML sets its own.
"""

from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import accumulate

from oss_scan import inert
from oss_scan.report.blocks import Cell, Chart, Column, Point, Series, Span, Table
from oss_scan.report.formats.look import Look
from oss_scan.report.formats.shape import named
from oss_scan.report.wording import Wording

WIDTH = 720
_NARROW = frozenset(" .,:;'|!()[]{}/\\-ijlftI")
SIZE = 14  # of the letters, in units of the drawing
#: How series are filled, in this order; `None` is the accent without a pattern. More series begin again.
_FILLS = (None, "stripes", "paper", "dots", "back", "grid")


@dataclass(frozen=True, slots=True)
class Pen:
    """What draws: the colours, and the prefix that keeps ids apart."""

    look: Look
    prefix: str

    def text(
        self, x: float, y: float, text: str, anchor: str = "start", *, room: float = WIDTH, strong: bool = False
    ) -> str:
        """One line of text, cut off where it does not fit in the room that there is; a table has it whole."""
        weight = ' font-weight="700"' if strong else ""
        where = "" if anchor == "start" else f' text-anchor="{anchor}"'
        ink = f'class="fill-ink" fill="{self.look.ink}"'
        said = shown(clipped(text, room * 0.8 if strong else room))
        return f'<text {ink} x="{_n(x)}" y="{_n(y)}"{where}{weight}>{said}</text>'

    def line(self, x1: float, y1: float, x2: float, y2: float, *, dash: str = "", strong: bool = False) -> str:
        """A line: of ink where it says something, else pale."""
        name, colour, width = ("ink", self.look.ink, 2) if strong else ("line", self.look.line, 1)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        at = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
        return f'<line class="stroke-{name}" stroke="{colour}" stroke-width="{width}"{dashed} {at}/>'

    def box(self, x: float, y: float, width: float, height: float, series: int) -> str:
        """A part of a bar, filled as its series."""
        kind = _FILLS[series % len(_FILLS)]
        if kind is None:
            fill = f'class="fill-accent stroke-ink" fill="{self.look.accent}"'
        elif kind == "paper":
            fill = f'class="fill-paper stroke-ink" fill="{self.look.paper}"'
        else:
            fill = f'class="stroke-ink" fill="url(#{self.prefix}-{kind})"'
        at = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
        return f'<rect {fill} stroke="{self.look.ink}" {at}/>'

    def patterns(self, series: int) -> str:
        """The patterns that so many series need."""
        paper = f'<rect class="fill-paper" fill="{self.look.paper}" width="6" height="6"/>'
        ink = f'class="fill-ink" fill="{self.look.ink}"'
        bar = f'<rect {ink} width="2.5" height="6"/>'
        drawn = {
            "stripes": ('patternTransform="rotate(45)"', bar),
            "dots": ("", f'<circle {ink} cx="3" cy="3" r="1.4"/>'),
            "back": ('patternTransform="rotate(-45)"', f'<rect {ink} width="1" height="6"/>'),
            "grid": ("", f'<rect {ink} width="6" height="1.2"/><rect {ink} width="1.2" height="6"/>'),
        }
        made = "".join(
            f'<pattern id="{self.prefix}-{kind}" width="6" height="6" patternUnits="userSpaceOnUse"'
            f"{turned and ' ' + turned}>{paper}{shape}</pattern>"
            for kind, (turned, shape) in drawn.items()
            if kind in _FILLS[: min(series, len(_FILLS))]
        )
        return f"<defs>{made}</defs>" if made else ""


def draw(chart: Chart, words: Wording, look: Look, prefix: str, *, alone: bool = False) -> str:
    """The chart as one `<svg>`; `alone` for a file of its own. `prefix` keeps its ids apart from others."""
    from oss_scan.report.formats import bar_charts, line_chart

    pen = Pen(look, prefix)
    drawing = {"bars": bar_charts.bars, "stacked": bar_charts.stacked, "line": line_chart.line}[chart.kind]
    body, height = drawing(chart, pen, words)
    space = ' xmlns="http://www.w3.org/2000/svg" font-family="Noto Sans, sans-serif"' if alone else ' class="chart"'
    return (
        f'<svg{space} role="img" viewBox="0 0 {WIDTH} {_n(height)}" width="{WIDTH}" height="{_n(height)}" '
        f'font-size="{SIZE}" aria-labelledby="{prefix}-title {prefix}-desc">'
        f'<title id="{prefix}-title">{shown(named(chart.title))}</title>'
        f'<desc id="{prefix}-desc">{shown(named(chart.alternative))}</desc>'
        f"{body}</svg>"
    )


def chart_table(chart: Chart, words: Wording, ident: str) -> Table:
    """The same numbers as a table: a row a label, a column a series, and a remark where there is one."""
    remarks = any(point.breaks or point.reconstructed for series in chart.series for point in series.points)
    columns = [Column(words("label")), *(Column(series.name, "number") for series in chart.series)]
    if remarks:
        columns.append(Column(words("remark")))
    rows = []
    for label in labels(chart):
        found = [point_at(series, label) for series in chart.series]
        cells = [Cell((Span(label),), label)]
        cells += [Cell((Span(one.written if one else ""),), one.value if one else None) for one in found]
        if remarks:
            said = [
                words(word, name=series.name, why=one.breaks)
                for series, one in zip(chart.series, found, strict=True)
                if one
                for word, counts in (("break-of", one.breaks), ("reconstructed-of", one.reconstructed))
                if counts
            ]
            cells.append(Cell((Span("; ".join(said)),)))
        rows.append(tuple(cells))
    caption = words("chart-table", title=chart.title)
    return Table(ident, caption, tuple(columns), tuple(rows), words("unit", unit=chart.unit) if chart.unit else "")


def labels(chart: Chart) -> tuple[str, ...]:
    """The labels of all series, each once, in the order in which they come."""
    return tuple(dict.fromkeys(point.label for series in chart.series for point in series.points))


def point_at(series: Series, label: str) -> Point | None:
    """The point of a series at a label."""
    return next((point for point in series.points if point.label == label), None)


def clipped(text: str, room: float) -> str:
    """As much of a text as fits in so many units."""
    text = inert.xml(" ".join(text.split()))
    used = list(accumulate(map(_across, text)))
    if not text or used[-1] <= room:
        return text
    fits = sum(1 for one in used if one <= room - SIZE)
    return f"{text[:fits]}…"


def _across(sign: str) -> float:
    """How wide a sign is at most, in units: narrow, as most are, or broad."""
    wide = 0.4 if sign in _NARROW else 0.65 if sign.isdigit() or (sign.islower() and sign not in "mw") else 1.0
    return wide * SIZE


def shown(text: str) -> str:
    """A text as markup, inert."""
    return escape(inert.xml(text))


def top(chart: Chart) -> Decimal:
    """Where the scale ends: 100 for percentages, else a round number at or above the highest value."""
    values = [point.value for series in chart.series for point in series.points if point.value is not None]
    highest = max(values, default=Decimal(0))
    return Decimal(100) if chart.unit == "%" and highest <= 100 else round_up(highest)


def round_up(value: Decimal) -> Decimal:
    """The next of 1, 2, 4, 5 or 10 times a power of ten."""
    if value <= 0:
        return Decimal(1)
    step = Decimal(10) ** value.adjusted()
    return next(one * step for one in map(Decimal, (1, 2, 4, 5, 10)) if one * step >= value)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
