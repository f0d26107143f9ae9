"""Blocks as HTML. Every text goes through `text`, every link through `Place.href`: nothing of a report is markup."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from posixpath import dirname, relpath

from oss_scan.inert import html_text
from oss_scan.report.blocks import Block, Bullets, Cell, Chart, Column, Folded, Heading, Inline, Paragraph, Span, Table
from oss_scan.report.formats.charts import chart_table, draw
from oss_scan.report.formats.look import Look
from oss_scan.report.formats.shape import LANGUAGE, Set, anchor, plain, sets, target
from oss_scan.report.wording import Wording

_SORTABLE = 3  # rows from which sorting helps


@dataclass(frozen=True, slots=True)
class Place:
    """The page on which blocks are laid out; `where` says on which other page an id is, if not on the first."""

    words: Wording
    look: Look
    file: str
    first: str
    where: Mapping[str, str] = field(default_factory=dict)

    def href(self, link: str | None) -> str:
        """The link as this page has it; empty where it leads nowhere."""
        to = target(link)
        if not to.startswith("#"):
            return to
        file = self.where.get(to[1:], self.first)
        return to if file == self.file else f"{relpath(file, dirname(self.file) or '.')}{to}"


def text(said: str) -> str:
    """A text as HTML."""
    return escape(html_text(said))


def inline(content: Inline, place: Place) -> str:
    """Runs of text."""
    return "".join(_span(span, place) for span in content)


def html(blocks: Sequence[Block], place: Place) -> str:
    """The blocks in their order."""
    return "\n".join(_block(one, place) for one in sets(blocks))


def _block(block: Block | Set, place: Place) -> str:
    match block:
        case Heading():
            level = min(6, block.level + 1)  # the title of the page is the first
            return f'<h{level} id="{anchor(block.id)}">{text(block.text)}</h{level}>'
        case Paragraph():
            return f"<p>{inline(block.content, place)}</p>"
        case Set():
            said = "".join(f"<p>{inline(one.content, place)}</p>" for one in block.paragraphs)
            return f'<div class="mark {block.mark}"><p class="marked">{text(place.words(block.mark))}</p>{said}</div>'
        case Bullets():
            name = "ol" if block.numbered else "ul"
            return f"<{name}>{''.join(f'<li>{inline(item, place)}</li>' for item in block.items)}</{name}>"
        case Table():
            return table(block, place)
        case Chart():
            return _chart(block, place)
        case Folded():
            ident = f' id="{anchor(block.id)}"' if block.id else ""
            opened = " open" if block.open else ""
            inside = html(block.blocks, place)
            paper = f' data-paper="{text(place.words("paper"))}"'
            said = f"<summary{paper}>{text(block.summary)}</summary>"
            return f'<details{ident}{opened} class="detail">{said}\n{inside}</details>'


def _span(span: Span, place: Place) -> str:
    made = text(span.text)
    if span.code:
        made = f"<code>{made}</code>"
    if span.strong:
        made = f"<strong>{made}</strong>"
    href = place.href(span.link) if span.link else ""
    lang = f' lang="{span.lang}"' if span.lang and LANGUAGE.fullmatch(span.lang) else ""
    if href and span.text.strip():
        away = "" if href.startswith("#") else ' rel="noreferrer"'
        return f'<a href="{escape(href)}"{away}{lang}>{made}</a>'
    return f"<span{lang}>{made}</span>" if lang else made


def table(one: Table, place: Place) -> str:
    """A table that scrolls by itself where it is wider than the page; header cells for columns and rows."""
    ident = anchor(one.id)
    sortable = len(one.rows) >= _SORTABLE
    hint = f' <span class="sorts" hidden>{text(place.words("sorts"))}</span>' if sortable else ""
    heads = "".join(
        f'<th scope="col" data-kind="{column.kind}"{_number(column)}>{text(column.title)}</th>'
        for column in one.columns
    )
    body = "\n".join(f"<tr>{_row(row, one.columns, place)}</tr>" for row in one.rows)
    note = f'\n<p class="note">{text(one.note)}</p>' if one.note else ""
    return (
        f'<div class="scroll" role="group" tabindex="0" aria-labelledby="{ident}-caption">'
        f'<table id="{ident}"{" class=sortable" if sortable else ""}>'
        f'<caption id="{ident}-caption"><span class="caption">{text(one.caption)}{hint}</span></caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>{note}"
    )


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...], place: Place) -> str:
    made = []
    for at, (cell, column) in enumerate(zip(row, columns, strict=True)):
        said = inline(cell.content, place)
        marks = _number(column)
        if column.kind != "text" and cell.value is not None and cell.value != "":
            value = cell.value.isoformat() if isinstance(cell.value, date) else str(cell.value)
            marks += f' data-value="{text(value)}"'
        if cell.figure:
            marks += f' data-figure="{text(cell.figure)}"'
        heads = at == 0 and plain(cell.content).strip()
        made.append(f'<th scope="row"{marks}>{said}</th>' if heads else f"<td{marks}>{said}</td>")
    return "".join(made)


def _number(column: Column) -> str:
    return ' class="number"' if column.kind == "number" else ""


def _chart(one: Chart, place: Place) -> str:
    ident = anchor(one.id)
    numbers = chart_table(one, place.words, f"{ident}-numbers")
    return (
        f'<figure id="{ident}"><figcaption id="{ident}-name">{text(one.title)}</figcaption>'
        f'<div class="scroll" role="group" tabindex="0" aria-labelledby="{ident}-name">'
        f"{draw(one, place.words, place.look, ident)}</div>\n"
        f'<details class="numbers"><summary>{text(numbers.caption)}</summary>\n{table(numbers, place)}</details>'
        "</figure>"
    )
