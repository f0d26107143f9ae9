"""A report as OpenDocument text 1.3: headings, lists, tables and captions as an office suite knows them."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

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
from oss_scan.report.formats.charts import WIDTH, chart_table, draw
from oss_scan.report.formats.look import Look
from oss_scan.report.formats.odf import document, package, said, templated
from oss_scan.report.formats.paper import widths
from oss_scan.report.formats.shape import (
    LANGUAGE,
    Set,
    anchor,
    named,
    on_paper,
    plain,
    sets,
    target,
    with_accessibility,
)
from oss_scan.report.formats.words import words_of
from oss_scan.report.wording import Wording

_TYPE = "application/vnd.oasis.opendocument.text"
_ACROSS = 16.6  # cm of text on a line
_CELL = (
    '<style:style style:name="cell" style:family="table-cell">'
    '<style:table-cell-properties fo:padding="0.1cm" fo:border-bottom="0.5pt solid #767c79"/></style:style>'
)
_LANGUAGES = re.compile(r'text:style-name="lang-([A-Za-z-]+)"')  # in our own markup: a quote of a text is escaped


def odt(report: Report, look: Look) -> bytes:
    """The report; its time is midnight of the reference date."""
    words = words_of(report.lang)
    whole = with_accessibility(report, "odt", words)
    chapters = [(one, [on_paper(block, words) for block in one.blocks]) for one in whole.chapters]
    charts = [block for _, blocks in chapters for block in blocks if isinstance(block, Chart)]
    tables = [block for _, blocks in chapters for block in blocks if isinstance(block, Table)]
    drawn = {f"Pictures/{anchor(one.id)}.svg": draw(one, words, look, anchor(one.id), alone=True) for one in charts}
    body = "\n".join(chain(_front(whole, words, look), *(_chapter(*one, words, drawn) for one in chapters)))
    styles = chain(
        (_CELL,),
        *(_columns(one) for one in (*tables, *(chart_table(one, words, f"{one.id}-numbers") for one in charts))),
        (_language(one) for one in sorted(set(_LANGUAGES.findall(body)))),
    )
    inside = ("<office:automatic-styles>", *styles, "</office:automatic-styles>\n<office:body><office:text>\n", body)
    parts: list[tuple[str, Iterator[str] | bytes]] = [
        ("content.xml", document("content", (*inside, "\n</office:text></office:body>\n"))),
        ("styles.xml", templated("styles", "text.xml.j2", whole, look)),
        ("meta.xml", templated("meta", "meta.xml.j2", whole, look)),
        *((name, svg.encode()) for name, svg in drawn.items()),
    ]
    if look.logo:
        parts.append((f"Pictures/logo.{look.logo.kind}", look.logo.data))
    return package(_TYPE, parts)


def _front(report: Report, words: Wording, look: Look) -> Iterator[str]:
    if look.logo:
        width = min(8.0, 1.8 * look.logo.width / look.logo.height)
        size = (width, width * look.logo.height / look.logo.width)
        yield _p(
            "Standard",
            _frame("logo", f"Pictures/logo.{look.logo.kind}", size, "Logo", words("logo", author=report.author)),
        )
    yield _p("Title", said(named(report.title)))
    if report.subtitle.strip():
        yield _p("Subtitle", said(report.subtitle))
    yield _p("Status" if report.final else "Concept", said(named(report.status)))
    for name, value in report.about:
        yield _p("Standard", f'<text:span text:style-name="Strong">{said(name)}</text:span>: {said(value)}')
    yield (
        '<text:table-of-content text:name="contents" text:protected="true">'
        '<text:table-of-content-source text:outline-level="2"/><text:index-body>'
        '<text:index-title text:name="contents-title">'
        f"{_p('ContentsHeading', said(words('contents')))}</text:index-title>"
    )
    for chapter in report.chapters:
        yield _p("Contents1", _link(f"#{anchor(chapter.id)}", said(_titled(chapter))))
        for block in chapter.blocks:
            if isinstance(block, Heading) and block.level == 2:
                yield _p("Contents2", _link(f"#{anchor(block.id)}", said(named(block.text))))
    yield "</text:index-body></text:table-of-content>"


def _chapter(chapter: Chapter, blocks: Sequence[Block], words: Wording, drawn: dict[str, str]) -> Iterator[str]:
    yield _heading(1, _titled(chapter), chapter.id)
    for block in sets(blocks):
        yield from _block(block, words, drawn)


def _block(block: Block | Set, words: Wording, drawn: dict[str, str]) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block.level, block.text, block.id)
        case Paragraph():
            yield _p("Standard", _spans(block.content))
        case Set():
            yield _p(block.mark, f'<text:span text:style-name="Strong">{said(words(block.mark))}</text:span>')
            yield from (_p(block.mark, _spans(one.content)) for one in block.paragraphs)
        case Bullets():
            items = "".join(f"<text:list-item>{_p('Standard', _spans(one))}</text:list-item>" for one in block.items)
            style = "Numbers" if block.numbered else "Bullets"
            yield f'<text:list text:style-name="{style}">{items}</text:list>' if items else ""
        case Table():
            yield from _table(block)
        case Chart():
            name = anchor(block.id)
            path = f"Pictures/{name}.svg"
            height = float(re.findall(r'height="([\d.]+)"', drawn[path])[0])
            size = (_ACROSS, _ACROSS * height / WIDTH)
            yield _p("Caption", _mark(name) + said(named(block.title)))
            yield _p("Standard", _frame(name, path, size, block.title, block.alternative))
            yield from _table(chart_table(block, words, f"{block.id}-numbers"))
        case Folded():
            yield _p("Note", (_mark(anchor(block.id)) if block.id else "") + said(block.summary))


def _table(one: Table) -> Iterator[str]:
    name = anchor(one.id)
    yield _p("Caption", _mark(name) + said(named(one.caption)))
    yield f'<table:table table:name="{name}" table:style-name="t-{name}">'
    yield "".join(f'<table:table-column table:style-name="t-{name}.{at}"/>' for at in range(len(one.columns)))
    heads = [("NumberHead" if column.kind == "number" else "Head", said(column.title)) for column in one.columns]
    yield f"<table:table-header-rows>{_row(heads)}</table:table-header-rows>"
    styles = ["Number" if column.kind == "number" else "Cell" for column in one.columns]
    styled = ["Head", *styles[1:]]
    for row in one.rows:
        yield _row([(style, _spans(cell.content)) for style, cell in zip(styled, row, strict=True)])
    if not one.rows:
        yield _row([(style, "") for style in styles])
    yield "</table:table>"
    if one.note.strip():
        yield _p("Note", said(one.note))


def _row(cells: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<table:table-cell table:style-name="cell" office:value-type="string">{_p(style, inside)}</table:table-cell>'
        for style, inside in cells
    )
    return f"<table:table-row>{made}</table:table-row>"


def _columns(one: Table) -> Iterator[str]:
    name = anchor(one.id)
    yield (
        f'<style:style style:name="t-{name}" style:family="table"><style:table-properties style:width="{_ACROSS}cm" '
        'table:align="margins" table:border-model="collapsing"/></style:style>'
    )
    for at, width in enumerate(widths(one)):
        yield (
            f'<style:style style:name="t-{name}.{at}" style:family="table-column">'
            f'<style:table-column-properties style:rel-column-width="{round(width * 10)}*"/></style:style>'
        )


def _language(lang: str) -> str:
    name, _, country = lang.partition("-")
    return (
        f'<style:style style:name="lang-{lang}" style:family="text">'
        f'<style:text-properties fo:language="{name}" fo:country="{country or "none"}"/></style:style>'
    )


def _spans(content: Inline) -> str:
    return "".join(map(_span, content))


def _span(span: Span) -> str:
    made = said(span.text)
    lang = f"lang-{span.lang}" if span.lang and LANGUAGE.fullmatch(span.lang) else ""
    for style in (span.code and "Code", span.strong and "Strong", lang):
        if style:
            made = f'<text:span text:style-name="{style}">{made}</text:span>'
    to = target(span.link)
    return _link(to, made) if to and plain((span,)).strip() else made


def _link(to: str, inside: str) -> str:
    return f'<text:a xlink:type="simple" xlink:href="{said(to)}" text:style-name="Link">{inside}</text:a>'


def _heading(level: int, text: str, ident: str) -> str:
    inside = _mark(anchor(ident)) + said(named(text))
    return f'<text:h text:style-name="Heading_{min(level, 6)}" text:outline-level="{min(level, 6)}">{inside}</text:h>'


def _frame(name: str, path: str, size: tuple[float, float], title: str, words: str) -> str:
    return (
        f'<draw:frame draw:name="picture-{name}" draw:style-name="Picture" text:anchor-type="as-char" '
        f'svg:width="{size[0]:.2f}cm" svg:height="{size[1]:.2f}cm">'
        f'<draw:image xlink:href="{path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        f"<svg:title>{said(named(title))}</svg:title><svg:desc>{said(named(words))}</svg:desc></draw:frame>"
    )


def _mark(name: str) -> str:
    return f'<text:bookmark text:name="{name}"/>'


def _p(style: str, inside: str) -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def _titled(chapter: Chapter) -> str:
    return named(f"{chapter.number} {chapter.title}".strip())
