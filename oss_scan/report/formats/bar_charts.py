"""Bars, side by side or stacked: a line of text for each, so that a name has the whole width."""

from oss_scan.report.blocks import Chart
from oss_scan.report.formats.charts import SIZE, WIDTH, Pen, labels, point_at, top
from oss_scan.report.wording import Wording

_ROOM = 90  # kept free right of the longest bar, for its number
_LINE = 20
_BAR = 16


def bars(chart: Chart, pen: Pen, words: Wording) -> tuple[str, float]:
    """One bar for each value, its number beside it; the series of one label stand together."""
    most = float(top(chart))
    drawn, y = _legend(chart, pen) if len(chart.series) > 1 else ([], 0.0)
    for label in labels(chart):
        drawn.append(pen.text(0, y + SIZE, label))
        y += _LINE
        for number, series in enumerate(chart.series):
            point = point_at(series, label)
            if point is None:
                continue
            width = max(0.0, float(point.value or 0) / most) * (WIDTH - _ROOM)
            if width:
                drawn.append(pen.box(1, y, width, _BAR, number))
            drawn.append(pen.text(width + 8, y + _BAR - 3, point.written, room=WIDTH - width - 8, strong=True))
            y += _BAR + 4
        y += 8
    return pen.patterns(len(chart.series)) + "".join(drawn), y + 2


def stacked(chart: Chart, pen: Pen, words: Wording) -> tuple[str, float]:
    """One bar for each label; the series are its parts, with their numbers above where there is room."""
    found = {label: [point_at(series, label) for series in chart.series] for label in labels(chart)}
    sums = [sum(float(one.value or 0) for one in points if one) for points in found.values()]
    most = max(sums, default=0) or 1.0
    drawn, y = _legend(chart, pen)
    for label, points in found.items():
        drawn.append(pen.text(0, y + SIZE, label))
        y += 2 * _LINE
        x = 1.0
        for number, point in enumerate(points):
            width = max(0.0, float(point.value or 0) / most) * (WIDTH - 2) if point else 0.0
            if point and width:
                drawn.append(pen.box(x, y, width, _BAR + 4, number))
                if width >= len(point.written) * SIZE * 0.62:
                    drawn.append(pen.text(x + width / 2, y - 5, point.written, "middle", strong=True))
            x += width
        y += _BAR + 18
    return pen.patterns(len(chart.series)) + "".join(drawn), y + 2


def _legend(chart: Chart, pen: Pen) -> tuple[list[str], float]:
    drawn = ['<g class="legend">']
    for number, series in enumerate(chart.series):
        drawn.append(f'<g class="swatch">{pen.box(1, number * _LINE + 3, 26, 14, number)}</g>')
        drawn.append(pen.text(36, number * _LINE + SIZE + 1, series.name, room=WIDTH - 36))
    drawn.append("</g>")
    return drawn, len(chart.series) * _LINE + 12.0
