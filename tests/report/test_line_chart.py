"""Lines over time: what is written below them can be told apart, also of many measurements."""

import re
from collections.abc import Sequence
from decimal import Decimal

import pytest

from oss_scan.report.blocks import Chart, Point, Series
from oss_scan.report.content.layout import wording
from oss_scan.report.formats.charts import draw
from oss_scan.report.formats.look import NEUTRAL

_YEARS = [*(f"{year}-12-31" for year in range(2016, 2026)), "2026-11-28"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["2024-12-31", "2025-12-31", "2026-11-28"], ["2024-12-31", "2025-12-31", "2026-11-28"]),
        (_YEARS, [name[:4] for name in _YEARS]),
        ([f"2026-{month:02}-28" for month in range(1, 9)], [f"2026-{month:02}" for month in range(1, 9)]),
        (["voor", "na"], ["voor", "na"]),
    ],
)
def test_labels_are_as_short_as_there_is_room_for(names: Sequence[str], said: Sequence[str]) -> None:
    points = tuple(Point(name, Decimal("50.0"), "50,0%") for name in names)
    drawn = draw(Chart("c", "Titel", "Tekst.", "line", "%", (Series("a", points),)), wording("nl"), NEUTRAL, "x")
    found = re.findall(r">([^<>]+)</text>", drawn)
    assert [one for one in found if not one.endswith("%")] == said
