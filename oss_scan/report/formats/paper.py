"""A report as data for the layout on paper: texts that can be drawn and broken, and links that lead somewhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from oss_scan.inert import pdf_text
from oss_scan.report.blocks import (
    Block,
    Bullets,
    Chapter,
    Chart,
    Folded,
    Heading,
    Inline,
    Paragraph,
    Report,
    Span,
    Table,
)
from oss_scan.report.formats.charts import chart_table, draw
from oss_scan.report.formats.look import Look
from oss_scan.report.formats.shape import LANGUAGE, Set, anchor, named, on_paper, plain, sets, target
from oss_scan.report.wording import Wording

Data = dict[str, object]
_LONG = re.compile(r"[^ \u00a0]{13,}")
_MAY_BREAK = re.compile(r"(?<=[/._@:=?&,;|-])(?=[^/._@:=?&,;|-])")
_MUST_BREAK = re.compile(r"(?<=[^\u200b]{24})(?=[^\u200b]{4})")
#: What typst keeps on one line: a hyphen before a letter ends it.
_PIECE = re.compile(r"(?:[^ \u200b-]|-+(?=\d))+-*")
BREAK = "\u200b"
_MOST = 600  # letters of a cell, caption or heading
#: Rows and letters of a table that is kept on one page.
_WHOLE = (12, 1500)
#: Letters across the page by their size in points; smaller ones where there are many columns.
_LETTERS = {9.0: 95, 8.0: 107, 6.5: 131}
_SYLLABLES = 9  # letters of a word in a head before it may be broken
_NUMBER = 18  # letters of the longest number that is not broken


@dataclass(frozen=True, slots=True)
class Paper:
    """Lays blocks out as data; `ids` are those that are on paper."""

    words: Wording
    look: Look
    ids: frozenset[str]

    def blocks(self, blocks: Sequence[Block]) -> list[Data]:
        """The blocks in their order."""
        return [self._block(one) for one in sets([on_paper(one, self.words) for one in blocks])]

    def _block(self, block: Block | Set) -> Data:
        match block:
            case Heading():
                return {
                    "type": "heading",
                    "level": block.level,
                    "text": named(drawn(shortened(block.text))),
                    "id": anchor(block.id),
                }
            case Paragraph():
                return {"type": "paragraph", "spans": self.spans(block.content)}
            case Set():
                said = [self.spans(one.content) for one in block.paragraphs]
                return {"type": "set", "mark": block.mark, "name": self.words(block.mark), "paragraphs": said}
            case Bullets():
                items = [self.spans(one) for one in block.items]
                return {"type": "bullets", "numbered": block.numbered, "items": items}
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)
            case Folded():
                return {
                    "type": "folded",
                    "text": drawn(shortened(block.summary)),
                    "id": anchor(block.id) if block.id else "",
                }

    def spans(self, content: Inline) -> list[str | Data]:
        """Runs of text; a plain one is its text."""
        return [self._span(one) for one in content]

    def _span(self, span: Span) -> str | Data:
        link = target(span.link) if span.link and span.text.strip() else ""
        if link.startswith("#") and link[1:] not in self.ids:
            link = ""
        lang = span.lang if span.lang and LANGUAGE.fullmatch(span.lang) else None
        if not (link or lang or span.strong or span.code):
            return drawn(span.text)
        looks = {"strong": span.strong, "code": span.code, "link": link, "lang": lang and lang.partition("-")[0]}
        return {"text": drawn(span.text), **looks}

    def _table(self, one: Table) -> Data:
        columns = [
            {"title": drawn(shortened(column.title)), "number": column.kind == "number", "width": width}
            for column, width in zip(one.columns, widths(one), strict=True)
        ]
        letters = sum(len(plain(cell.content)) for row in one.rows for cell in row)
        rows = [
            [{"head": at == 0 and bool(plain(cell.content).strip()), "spans": self.spans(_fitting(cell.content))}
             for at, cell in enumerate(row)]
            for row in one.rows
        ]  # fmt: skip
        said: Data = {"type": "table", "id": anchor(one.id), "caption": drawn(shortened(one.caption))}
        return said | {
            "note": drawn(one.note),
            "size": size(one),
            "columns": columns,
            "rows": rows,
            "whole": len(rows) <= _WHOLE[0] and letters <= _WHOLE[1],
        }

    def _chart(self, one: Chart) -> Data:
        chart = _drawable(one)
        ident = anchor(one.id)
        return {
            "type": "chart",
            "id": ident,
            "title": chart.title,
            "alternative": named(chart.alternative),
            "svg": draw(chart, self.words, self.look, ident, alone=True),
            "table": self._table(chart_table(one, self.words, f"{ident}-numbers")),
        }


def shortened(text: str) -> str:
    """A text that has to fit in a cell or a line of a heading; HTML and the data have it whole."""
    said = pdf_text(text)
    return said if len(said) <= _MOST else f"{said[: _MOST - 1]}…"


def drawn(text: str) -> str:
    """A text that can be drawn, with places where a long word may be broken."""
    return _LONG.sub(lambda word: _MUST_BREAK.sub(BREAK, _MAY_BREAK.sub(BREAK, word[0])), pdf_text(text))


def size(one: Table) -> float:
    """How large the letters of a table are, in points."""
    return 6.5 if len(one.columns) > 9 else 8.0 if len(one.columns) > 5 else 9.0


def widths(one: Table) -> list[float]:
    """How wide each column is, in letters: numbers get what they need, texts share the rest by their length, and get no
    less than their longest word needs."""
    cells = [[plain(row[at].content) for row in one.rows] for at in range(len(one.columns))]
    most = [max(map(len, column), default=1) for column in cells]
    heads = [min(_SYLLABLES, max(map(len, column.title.split()), default=1)) for column in one.columns]
    needs = [1.15 * max(longest, head) + 2.5 for longest, head in zip(most, heads, strict=True)]
    fixed = [column.kind == "number" and need <= _NUMBER for column, need in zip(one.columns, needs, strict=True)]
    wants = [min(200.0, max(8.0, longest, head)) ** 0.8 for longest, head in zip(most, heads, strict=True)]
    pieces = [max([head, *map(_piece, column)]) for column, head in zip(cells, heads, strict=True)]
    rest = _LETTERS[size(one)] - sum(need for need, keeps in zip(needs, fixed, strict=True) if keeps)
    least = {at: 1.1 * piece + 2.0 for at, piece in enumerate(pieces) if not fixed[at]}
    shares = _shared(rest, least, wants)
    return [round(shares.get(at, need), 1) for at, need in enumerate(needs)]


def _piece(text: str) -> int:
    """The letters of the longest word of a cell, so far as it is not broken."""
    return max((len(word) for word in _PIECE.findall(drawn(text[:_MOST]))), default=1)


def _shared(rest: float, least: Mapping[int, float], wants: Sequence[float]) -> dict[int, float]:
    """What is left, shared out by what each wants; who would get less than the least has that, and the others less."""
    low: frozenset[int] = frozenset()
    while True:
        left = rest - sum(least[at] for at in low)
        asked = sum(wants[at] for at in least.keys() - low)
        more = {at for at in least.keys() - low if left * wants[at] / asked < least[at]}
        if not more:
            return {at: least[at] if at in low else left * wants[at] / asked for at in least}
        low |= more


def ids(report: Report) -> frozenset[str]:
    """Every id that is on paper."""
    return frozenset(one for chapter in report.chapters for one in (anchor(chapter.id), *_ids(chapter)))


def _ids(chapter: Chapter) -> Iterator[str]:
    for block in chapter.blocks:
        if isinstance(block, Heading | Table | Chart | Folded) and block.id:
            yield anchor(block.id)


def _fitting(content: Inline) -> Inline:
    """The runs of a cell, of which the whole is not too long."""
    kept, left = [], _MOST
    for one in content:
        said = pdf_text(one.text)
        if left > 0:
            kept.append(replace(one, text=said if len(said) <= left else f"{said[: left - 1]}…"))
        left -= len(said)
    return tuple(kept)


def _drawable(chart: Chart) -> Chart:
    series = tuple(
        replace(
            one,
            name=pdf_text(shortened(one.name)),
            points=tuple(replace(p, label=pdf_text(p.label), written=pdf_text(p.written)) for p in one.points),
        )
        for one in chart.series
    )
    return replace(
        chart, title=pdf_text(shortened(chart.title)), alternative=pdf_text(chart.alternative), series=series
    )
