"""A figure as a bar: widths in units of a drawing, and the same in words for who does not see it."""

from dataclasses import dataclass
from fractions import Fraction

from oss_scan.figures import Figure, Part
from oss_scan.report.wording import Wording

#: Units of the drawing's whole width.
WIDTH = 240


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar: its place and width, in units with two decimals."""

    part: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The segments from left to right; none where there is no population."""

    title: str
    text: str
    segments: tuple[Segment, ...]


def bar(figure: Figure, title: str, wording: Wording) -> Bar:
    """The distribution of a figure."""
    segments = []
    before = 0
    for part in Part:
        number = figure.count(part)
        if number:
            segments.append(Segment(part, _units(before, figure), _units(number, figure)))
        before += number
    return Bar(
        title=wording("bar-title", figure=title),
        text=wording(
            "bar-text",
            total=wording.number(figure.denominator),
            met=wording.number(figure.numerator),
            not_met=wording.number(figure.not_met),
            not_applicable=wording.number(figure.not_applicable),
            unknown=wording.number(figure.unknown),
        ),
        segments=tuple(segments),
    )


def _units(number: int, figure: Figure) -> str:
    return f"{float(Fraction(WIDTH * number, figure.denominator)):.2f}"
