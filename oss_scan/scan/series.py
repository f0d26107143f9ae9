"""The days of a series that have passed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, TypeAlias

Every: TypeAlias = Literal["year", "quarter", "month"]
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


def days(every: Every, since: date, today: date) -> tuple[date, ...]:
    """The last day of each year, quarter or month from `since` on, as far as it is over."""
    return tuple(_ends(_MONTHS[every], since, today))


def _ends(step: int, since: date, today: date) -> Iterator[date]:
    month = since.year * 12 + (since.month - 1) // step * step  # counted from year 0
    while True:
        month += step
        end = date(month // 12, month % 12 + 1, 1) - timedelta(days=1)
        if end >= today:
            return
        yield end
