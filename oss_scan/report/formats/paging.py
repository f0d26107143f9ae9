"""A large report in HTML: what has very many rows goes to pages of its own, so that a browser opens each at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from oss_scan.report.blocks import Block, Chapter, Chart, Folded, Heading, Paragraph, Report, Span, Table
from oss_scan.report.formats.shape import anchor
from oss_scan.report.wording import Wording

#: Rows that the page of a report holds itself; where there are more, each block with `_LARGE` rows leaves it.
_WHOLE = 5000
_LARGE = 200
#: Rows of a page of its own.
_PAGE = 2000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of its own: a part of what has moved, and the files of all the parts. `id` is that of the whole."""

    id: str
    file: str
    title: str
    blocks: tuple[Block, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Divided:
    """The chapters as they stay, the pages beside them, and on which page each id is; others are on the first."""

    chapters: tuple[Chapter, ...]
    sheets: tuple[Sheet, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)


def divide(report: Report, folder: str, words: Wording) -> Divided:
    """The report as pages; `folder` is where those beside the first are."""
    whole = sum(rows(block) for chapter in report.chapters for block in chapter.blocks) <= _WHOLE
    chapters: list[Chapter] = []
    sheets: list[Sheet] = []
    where: dict[str, str] = {}
    for chapter in report.chapters:
        kept: list[Block] = []
        for block in chapter.blocks:
            if whole or not isinstance(block, Folded | Table) or rows(block) <= _LARGE:
                kept.append(block)
                continue
            name = anchor(block.id) if block.id else f"part-{len(sheets) + 1}"
            title = block.caption if isinstance(block, Table) else block.summary
            made = tuple(_sheets(block, name, folder, title, words))
            where |= {
                ident: sheet.file for sheet in made for ident in (name, *_ids(sheet.blocks)) if ident not in where
            }
            said = words("elsewhere", summary=title, rows=words.number(rows(block)))
            kept.append(Paragraph((Span(said, link=f"#{name}"),)))
            sheets += made
        chapters.append(replace(chapter, blocks=tuple(kept)))
    return Divided(tuple(chapters), tuple(sheets), where)


def rows(block: Block) -> int:
    """How many rows of tables there are in a block."""
    if isinstance(block, Folded):
        return sum(map(rows, block.blocks))
    return len(block.rows) if isinstance(block, Table) else 0


def _sheets(block: Folded | Table, name: str, folder: str, title: str, words: Wording) -> Iterator[Sheet]:
    inside = (replace(block, id=f"{name}-table"),) if isinstance(block, Table) else block.blocks
    parts = _parts(inside, words)
    files = tuple(f"{folder}/{name}{f'-{at}' if at > 1 else ''}.html" for at in range(1, len(parts) + 1))
    for at, (file, blocks) in enumerate(zip(files, parts, strict=True), 1):
        numbered = words("part", caption=title, part=str(at), parts=str(len(parts))) if len(parts) > 1 else title
        yield Sheet(name, file, numbered, blocks, files)


def _parts(blocks: Sequence[Block], words: Wording) -> list[tuple[Block, ...]]:
    parts: list[tuple[Block, ...]] = []
    now: list[Block] = []
    for block in (part for one in blocks for part in _cut(one, words)):
        if now and rows(block) and sum(map(rows, now)) + rows(block) > _PAGE:
            parts.append(tuple(now))
            now = []
        now.append(block)
    return [*parts, tuple(now)]


def _cut(block: Block, words: Wording) -> Iterator[Block]:
    if not isinstance(block, Table) or len(block.rows) <= _PAGE:
        yield block
        return
    parts = -(-len(block.rows) // _PAGE)
    for part in range(parts):
        yield replace(
            block,
            id=block.id if part == 0 else f"{block.id}-{part + 1}",
            caption=words("part", caption=block.caption, part=str(part + 1), parts=str(parts)),
            rows=block.rows[part * _PAGE : (part + 1) * _PAGE],
        )


def _ids(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Folded):
            yield from _ids(block.blocks)
        if isinstance(block, Heading | Table | Chart | Folded) and block.id:
            yield anchor(block.id)
