"""Lines over time. A line stops where a value is missing or a break makes it not comparable with the one before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from oss_scan.report.blocks import Chart, Series
from oss_scan.report.formats.charts import SIZE, WIDTH, Pen, clipped, labels, point_at, top
from oss_scan.report.wording import Wording

_LEFT, _RIGHT, _HEIGHT = 64, 44, 260
_ROW = 20
_MOST = 12  # labels below the line that fit
#: The shape of the points of each series, around (0, 0).
_SHAPES = (
    "M0-6A6 6 0 1 1 0 6A6 6 0 1 1 0-6Z",
    "M-5.5-5.5H5.5V5.5H-5.5Z",
    "M0-8L8 0 0 8-8 0Z",
    "M0-8L7 5.5H-7Z",
    "M0 8L7-5.5H-7Z",
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DOTTED = "2 4"
_DASHED = "9 5"


@dataclass(frozen=True, slots=True)
class _Field:
    """Where labels and values lie."""

    above: float
    most: float
    x: dict[str, float]
    across: float  # from one label to the next

    def y(self, value: float) -> float:
        return self.above + _HEIGHT - max(0.0, min(1.0, value / self.most)) * _HEIGHT


def line(chart: Chart, pen: Pen, words: Wording) -> tuple[str, float]:
    """Points joined by lines: hollow and dotted where reconstructed, a dashed upright where a series breaks."""
    names = labels(chart)
    drawn, height = _legend(chart, pen, words)
    across = (WIDTH - _LEFT - _RIGHT) / max(1, len(names) - 1)
    field = _Field(height + 30, float(top(chart)), {name: _LEFT + at * across for at, name in enumerate(names)}, across)
    drawn += _scale(chart, pen, field, words)
    step = -(-len(names) // _MOST)
    room = min(across * step - SIZE / 2, 2 * _RIGHT)
    below = field.y(0) + (46 if len(chart.series) == 2 else 24)
    below_each = zip(names[::step], _shortened(names[::step], room), strict=True)
    drawn += [pen.text(field.x[name], below, said, "middle", room=room) for name, said in below_each]
    for name in dict.fromkeys(point.label for one in chart.series for point in one.points if point.breaks):
        x = field.x[name] - across / 2
        drawn.append(pen.line(x, field.above - 12, x, field.y(0), dash=_DASHED, strong=True))
    for number, series in enumerate(chart.series):
        drawn += _series(series, number, pen, field, names)
    if len(chart.series) <= 2:
        drawn += [one for name in names for one in _numbers(chart, name, pen, field)]
    return "".join(drawn), below + 12


def _shortened(names: Sequence[str], room: float) -> Sequence[str]:
    """Dates as far as there is room for them and they can be told apart: days, else months, else years."""
    if all(map(_DATE.fullmatch, names)):
        for length in (len("2026-12-31"), len("2026-12"), len("2026")):
            cut = [name[:length] for name in names]
            if len(set(cut)) == len(names) and all(clipped(one, room) == one for one in cut):
                return cut
    return names


def _scale(chart: Chart, pen: Pen, field: _Field, words: Wording) -> Iterator[str]:
    for quarter in range(5):
        value = field.most * quarter / 4
        written = f"{value:g}".replace(".", "," if words.lang == "nl" else ".")
        yield pen.line(_LEFT - 6, field.y(value), WIDTH - _RIGHT + 6, field.y(value))
        yield pen.text(_LEFT - 12, field.y(value) + 5, f"{written}{'%' if chart.unit == '%' else ''}", "end")


def _series(series: Series, number: int, pen: Pen, field: _Field, names: tuple[str, ...]) -> Iterator[str]:
    found = {name: point_at(series, name) for name in names}
    for before, after in pairwise(names):
        one, other = found[before], found[after]
        if one and other and one.value is not None and other.value is not None and not other.breaks:
            ends = (field.x[before], field.y(float(one.value)), field.x[after], field.y(float(other.value)))
            yield pen.line(*ends, dash=_DOTTED if one.reconstructed or other.reconstructed else "", strong=True)
    for name, point in found.items():
        if point and point.value is not None:
            yield _mark(pen, field.x[name], field.y(float(point.value)), number, hollow=point.reconstructed)


def _numbers(chart: Chart, name: str, pen: Pen, field: _Field) -> Iterator[str]:
    """The number of the higher point above it, that of the lower below it, where there is room for all of it."""
    points = [point for series in chart.series if (point := point_at(series, name))]
    points.sort(key=lambda one: -(one.value or 0))
    places = [field.y(float(one.value or 0)) - 13 for one in points]
    if len(places) > 1:
        places[1] += 37
    for point, y in zip(points, places, strict=True):
        if clipped(point.written, min(field.across, 2 * _RIGHT) * 0.8) == point.written:
            yield pen.text(field.x[name], y, point.written, "middle", strong=True)


def _mark(pen: Pen, x: float, y: float, number: int, *, hollow: bool) -> str:
    name, colour = ("paper", pen.look.paper) if hollow else ("accent", pen.look.accent)
    return (
        f'<path class="fill-{name} stroke-ink" fill="{colour}" stroke="{pen.look.ink}" stroke-width="1.5" '
        f'transform="translate({x:.1f} {y:.1f})" d="{_SHAPES[number % len(_SHAPES)]}"/>'
    )


def _legend(chart: Chart, pen: Pen, words: Wording) -> tuple[list[str], float]:
    points = [point for series in chart.series for point in series.points]
    rows = [
        (_mark(pen, 14, number * _ROW + 10, number, hollow=False), series.name)
        for number, series in enumerate(chart.series)
        if len(chart.series) > 1
    ]
    if any(point.reconstructed for point in points):
        if len(chart.series) == 1:
            rows.append((_mark(pen, 14, len(rows) * _ROW + 10, 0, hollow=False), words("measured")))
        y = len(rows) * _ROW + 10
        mark = pen.line(0, y, 28, y, dash=_DOTTED, strong=True) + _mark(pen, 14, y, 0, hollow=True)
        rows.append((mark, words("reconstructed")))
    if any(point.breaks for point in points):
        y = len(rows) * _ROW
        rows.append((pen.line(14, y + 1, 14, y + 19, dash=_DASHED, strong=True), words("break")))
    drawn = ['<g class="legend">']
    for at, (swatch, said) in enumerate(rows):
        drawn.append(f'<g class="swatch">{swatch}</g>{pen.text(36, at * _ROW + 15, said, room=WIDTH - 36)}')
    return [*drawn, "</g>"], len(rows) * _ROW
