"""Reports as nobody would want them: every text of one hostile, and very large ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import cycle, repeat
from typing import Any, TypeVar

from oss_scan.report.blocks import (
    Block,
    Cell,
    Chapter,
    Chart,
    Column,
    DataColumn,
    DataTable,
    Folded,
    Point,
    Report,
    Series,
    Span,
    Table,
)
from tests.report.made_up_blocks import CHAPTERS, DATA, made, number, say

T = TypeVar("T")

#: Texts that a program reads as something: they stay as they are, or the report is not one of this program.
_KEPT = {"lang", "kind", "mark", "datatype"}


@dataclass
class _Hostile:
    """Puts the next hostile text in every place where a text may be. Ids are made of them too, and stay unique."""

    texts: Iterator[str]
    made: int = 0

    def __call__(self, value: T) -> T:
        made: Any = value
        if isinstance(value, tuple):
            made = tuple(self(one) for one in value)
        elif isinstance(value, DataTable):
            made = self._data(value)
        elif is_dataclass(value) and not isinstance(value, type):
            made = replace(value, **{one.name: self._part(one.name, getattr(value, one.name)) for one in fields(value)})
        elif isinstance(value, str):
            made = next(self.texts)
        return made  # type: ignore[no-any-return]

    def _part(self, name: str, value: Any) -> Any:
        if name in _KEPT or value is None:
            return value
        if name == "label":
            return f"{next(self.texts)}{value}"
        if name in ("id", "caption", "title", "summary") and isinstance(value, str):
            self.made += 1
            return f"{next(self.texts)} {self.made}"  # so that names can be told apart
        return self(value)

    def _data(self, value: DataTable) -> DataTable:
        columns = tuple(
            replace(one, title=f"{one.title}{next(self.texts)}", description=next(self.texts)) for one in value.columns
        )
        rows = []
        for at, row in enumerate(value.rows):
            texts = (
                next(self.texts) if one.datatype == "string" else cell for cell, one in zip(row, columns, strict=True)
            )
            first, *rest = texts
            rows.append((f"{first}{at}", *rest))
        return replace(value, title=next(self.texts), description=next(self.texts), columns=columns, rows=tuple(rows))


def hostile(text: str) -> Report:
    """The small report, with this text everywhere."""
    return _Hostile(repeat(text))(made())


def all_hostile(texts: Sequence[str], times: int = 6) -> Report:
    """One report with the chapters of so many, in which each place has the next of the texts."""
    put = _Hostile(cycle(texts))
    many = [put(made()) for _ in range(times)]
    return replace(many[-1], chapters=tuple(chapter for one in many for chapter in one.chapters))


def large(repositories: int, years: int) -> Report:
    """So many repositories behind each of forty figures, a table of them all, and figures of so many years."""
    name = [f"organisatie-{at % 400}/repository-{at}" for at in range(repositories)]
    columns = (
        Column("Repository"),
        Column("Commit"),
        Column("Bevinding"),
        Column("Vindplaats"),
        Column("Datum", "date"),
    )
    linked = [
        (
            Cell(say(one)),
            Cell((Span("0a1b2c3d4e", link=f"https://forge.example/{one}/commit/0a1b2c3d4e"),)),
            Cell(say("De licentie EUPL-1.2 is door OSI goedgekeurd.")),
            Cell((Span("LICENSE:1", link=f"https://forge.example/{one}/LICENSE#L1"),)),
            Cell(say("3 maart 2026"), date(2026, 3, 3)),
        )
        for one in name
    ]
    details: tuple[Block, ...] = tuple(
        Folded(
            f"Cijfer {at}: de repository's",
            (Table(f"detail-{at}", f"Achter cijfer {at}", columns, tuple(linked)),),
            f"folded-{at}",
        )
        for at in range(40)
    )
    annex = Table(
        "all",
        "Alle repository's",
        (Column("Repository"), *(Column(f"Regel {at}") for at in range(8))),
        tuple((Cell(say(one)), *(Cell(say("voldoet")) for _ in range(8))) for one in name),
    )
    over = Chart(
        "over",
        "Over de jaren",
        "Van 10 naar 90.",
        "line",
        "%",
        (
            Series(
                "met licentie",
                tuple(
                    Point(str(2026 - years + at), Decimal(10 + at * 80 // years), f"{10 + at * 80 // years}%")
                    for at in range(years)
                ),
            ),
        ),
    )
    history = Table(
        "history",
        "Cijfers per jaar",
        (Column("Cijfer"), *(Column(str(2026 - years + at), "number") for at in range(years))),
        tuple((Cell(say(f"Cijfer {figure}")), *(number(str(at), at) for at in range(years))) for figure in range(200)),
    )
    chapters = (
        *CHAPTERS[:1],
        Chapter("years", "2", "Ontwikkeling", (over, history)),
        Chapter("behind", "3", "Achter de cijfers", details),
        Chapter("annex", "A", "Alle repository's", (annex,)),
    )
    data = DataTable(
        "repositories",
        "Repository's",
        "Een rij per repository.",
        (
            DataColumn("repository", "Repository", "Naam", "string"),
            *(DataColumn(f"rule_{at}", f"Regel {at}", "Uitkomst", "string") for at in range(8)),
        ),
        tuple((one, *("voldoet",) * 8) for one in name),
        ("repository",),
    )
    return replace(made(), chapters=chapters, data=(DATA[0], data))
