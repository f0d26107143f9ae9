"""A report as blocks: what is said, without how it looks. Content is made once; each format lays the same blocks out.

All texts are as they were said, hostile ones too: whoever renders makes them inert for its reader.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `lang` where it is another language than the report, `link` an address or `#id` of a block."""

    text: str
    lang: str | None = None
    link: str | None = None
    strong: bool = False
    code: bool = False


Inline = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter; levels 2 and deeper, none skipped."""

    level: int
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `mark` sets it apart as a conclusion, a warning, a remark on method, or the writer's own words."""

    content: Inline
    mark: Literal["conclusion", "warning", "method", "written"] | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Inline, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    kind: Literal["text", "number", "date"] = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as written; `value` is what it sorts and counts as, None where there is no number (not measured, withheld,
    not applicable). `figure` names the figure and its part that stand in it, so that a reader can check."""

    content: Inline
    value: int | Decimal | date | str | None = None
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with header cells: the columns, and the first cell of each row."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series; None where it was not measured. A `breaks` point is not comparable with the one before."""

    label: str
    value: Decimal | None
    written: str
    breaks: str = ""
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Values with one name."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, which every format also gives as a table with the same numbers; `alternative` says it in words."""

    id: str
    title: str
    alternative: str
    kind: Literal["bars", "stacked", "line"]
    unit: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """Detail behind a figure: HTML folds it away; on paper it is left out, with a pointer to the annex or the data."""

    summary: str
    blocks: tuple["Block", ...]
    id: str = ""
    open: bool = False


Block = Heading | Paragraph | Bullets | Table | Chart | Folded


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter or annex."""

    id: str
    number: str  # "1", "A"; empty where it has none
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column of published data, as CSV on the Web describes it."""

    name: str
    title: str
    description: str
    datatype: Literal["string", "integer", "decimal", "boolean", "date", "dateTime", "anyURI"]


@dataclass(frozen=True, slots=True)
class DataTable:
    """Published data: one CSV file, one sheet. None is an empty cell."""

    name: str
    title: str
    description: str
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[str | int | Decimal | bool | None, ...], ...]
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report. `about` are the lines of the title page (name, value); `final` tells it from a concept."""

    title: str
    subtitle: str
    lang: Literal["nl", "en"]
    status: str
    final: bool
    reference_date: date
    author: str
    identifier: str
    about: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]
    data: tuple[DataTable, ...] = ()
