"""The writer's own words: a Markdown file for each chapter, read as text, lists and headings. HTML in it stays text."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from oss_scan.errors import OssScanError
from oss_scan.report.blocks import Block, Bullets, Heading, Inline, Paragraph, Span
from oss_scan.report.content import CHAPTERS

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_LARGEST = 1 << 20


def words_in(folder: Path) -> Mapping[str, str]:
    """The Markdown of each chapter that has a file `CHAPTER.md`. Raises OssScanError where a file names no chapter."""
    known = [name for name, _ in CHAPTERS]
    found = {}
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".md")
        for path in paths:
            if path.stem not in known:
                listed = ", ".join(known)
                raise OssScanError(
                    nl=f"{path} hoort bij geen hoofdstuk; noem het naar een van {listed}",
                    en=f"{path} belongs to no chapter; name it after one of {listed}",
                )
            found[path.stem] = path.read_bytes()[: _LARGEST + 1].decode("utf-8")
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise OssScanError(
            nl=f"{folder} kan niet als map met teksten worden gelezen ({detail}); de teksten zijn UTF-8",
            en=f"{folder} cannot be read as a folder with texts ({detail}); the texts are UTF-8",
        ) from None
    large = next((name for name, text in found.items() if len(text.encode()) > _LARGEST), None)
    if large:
        raise OssScanError(
            nl=f"{folder / large}.md is groter dan 1 MiB; maak de tekst korter",
            en=f"{folder / large}.md is larger than 1 MiB; shorten the text",
        )
    return found


def blocks(chapter: str, markdown: str) -> tuple[Block, ...]:
    """The words of a chapter as blocks, each paragraph marked as written."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])
    tree = SyntaxTreeNode(parser.parse(markdown))
    return tuple(_blocks(chapter, tree.children))


def _blocks(chapter: str, nodes: Sequence["SyntaxTreeNode"]) -> Iterator[Block]:
    headings = 0
    for node in nodes:
        if node.type == "heading":
            headings += 1
            text = "".join(span.text for span in _inline(node.children))
            yield Heading(2, text, f"{chapter}-eigen-{headings}")
        elif node.type in ("bullet_list", "ordered_list"):
            items = tuple(tuple(_said(item.children)) for item in node.children)
            yield Bullets(items, node.type == "ordered_list")
        elif node.type in ("fence", "code_block"):
            yield Paragraph((Span(node.content.rstrip("\n"), code=True),), "written")
        elif node.type == "blockquote":
            yield Paragraph(tuple(_said(node.children)), "written")
        elif node.type == "paragraph":
            yield Paragraph(tuple(_inline(node.children)), "written")


def _said(nodes: Sequence["SyntaxTreeNode"]) -> Iterator[Span]:
    """The text of nested blocks as one run."""
    for at, node in enumerate(nodes):
        if at:
            yield Span(" ")
        yield from _inline([node]) if node.type == "inline" else _said_of(node)


def _said_of(node: "SyntaxTreeNode") -> Iterator[Span]:
    if node.children:
        yield from _inline(node.children) if node.type == "paragraph" else _said(node.children)
    elif node.content:
        yield Span(node.content.rstrip("\n"), code=node.type in ("fence", "code_block"))


def _inline(nodes: Sequence["SyntaxTreeNode"], *, strong: bool = False, link: str | None = None) -> Inline:
    found: list[Span] = []
    for node in nodes:
        if node.type == "text":
            found.append(Span(node.content, link=link, strong=strong))
        elif node.type == "code_inline":
            found.append(Span(node.content, link=link, code=True))
        elif node.type in ("softbreak", "hardbreak"):
            found.append(Span(" "))
        elif node.type == "link":
            found += _inline(node.children, strong=strong, link=str(node.attrs.get("href", "")) or None)
        else:
            found += _inline(node.children, strong=strong or node.type == "strong", link=link)
    return tuple(found)
