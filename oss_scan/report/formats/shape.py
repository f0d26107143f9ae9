"""What every format must know of the shape of a report: safe ids, safe links, and texts that belong together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby

from oss_scan.inert import url
from oss_scan.report.blocks import Block, Chapter, Folded, Inline, Paragraph, Report, Span, Table
from oss_scan.report.wording import Wording

_SAFE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}", re.ASCII)
#: Rows of a table on paper: more would be hundreds of pages, and memory without end.
LONGEST = 2500
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?", re.ASCII)
_WEB = re.compile(r"https?://[^/\s@]+(?:[/?#]|$)|mailto:[^@\s]+@[^@\s]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Set:
    """Paragraphs with one mark that follow each other."""

    mark: str
    paragraphs: tuple[Paragraph, ...]


def anchor(ident: str) -> str:
    """An id that every format takes; one that is not safe becomes a digest of itself."""
    return ident if _SAFE.fullmatch(ident) else f"x{sha256(ident.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def target(link: str | None) -> str:
    """Where a link leads: `#id`, or an address of the web; empty where it leads to anything else."""
    if not link:
        return ""
    if link.startswith("#"):
        return f"#{anchor(link[1:])}"
    return outward(link) if _WEB.match(link) else ""


def outward(link: str) -> str:
    """An address with what may not stand in one encoded; its fragment stays one."""
    address, mark, fragment = link.partition("#")
    return url(address) + mark + url(fragment)


def plain(content: Inline) -> str:
    """The text without its looks."""
    return "".join(span.text for span in content)


def on_paper(block: Block, words: Wording) -> Block:
    """The block, or where it is folded away or too long for paper, a pointer to where it is, under the same id."""
    match block:
        case Folded():
            return replace(block, summary=words("folded", summary=block.summary), blocks=())
        case Table() if len(block.rows) > LONGEST:
            said = words("long", caption=block.caption, rows=words.number(len(block.rows)))
            return Folded(said, (), block.id)
    return block


def named(text: str) -> str:
    """A name that can be seen: a dash where it is blank."""
    return text if text.strip() else "-"


def sets(blocks: Sequence[Block]) -> Iterator[Block | Set]:
    """The blocks, with marked paragraphs that follow each other taken together."""
    for mark, found in groupby(blocks, lambda one: one.mark if isinstance(one, Paragraph) else None):
        if mark is None:
            yield from found
        else:
            yield Set(mark, tuple(one for one in found if isinstance(one, Paragraph)))


def with_accessibility(report: Report, form: str, words: Wording) -> Report:
    """The report with, at its end, what is said of how this format can be read."""
    said = tuple(Paragraph((Span(text),)) for text in words.lists[form])
    chapter = Chapter(f"accessibility-{form}", "", words("accessibility"), said)
    return replace(report, chapters=(*report.chapters, chapter))
