"""A report as HTML that stands alone: nothing is fetched, and only our own script and style may act."""

import base64
from collections.abc import Iterator, Sequence
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from oss_scan.inert import html_text
from oss_scan.report.blocks import Block, Chapter, Heading, Report
from oss_scan.report.formats.html_blocks import Place, html
from oss_scan.report.formats.look import NEUTRAL, Logo, Look
from oss_scan.report.formats.paging import divide
from oss_scan.report.formats.shape import anchor, with_accessibility
from oss_scan.report.formats.words import words_of
from oss_scan.resources import data_folder

FIRST = "report.html"
_BESIDE = "report"  # the folder of the other pages of a large report


def pages(report: Report, look: Look) -> Iterator[tuple[str, str]]:
    """`report.html`, and for a large report the pages in `report/` that it leads to."""
    words = words_of(report.lang)
    whole = with_accessibility(report, "html", words)
    divided = divide(whole, _BESIDE, words)
    folder = data_folder("reports") / "blocks"
    script = (folder / "sort.js").read_text(encoding="utf-8")
    style = (folder / "style.css").read_text(encoding="utf-8") + _themed(look)
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: html_text(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    shared = {
        "report": whole,
        "t": words.words,
        "made": words("made", title=whole.title, date=words.day(whole.reference_date), identifier=whole.identifier),
        "schemes": "light" if _themed(look) else "light dark",
        "style": Markup(style),  # noqa: S704 - our own file, and that of a theme, which was checked
        "script": Markup(script),  # noqa: S704 - our own file
        "style_digest": _digest(style),
        "script_digest": _digest(script),
        "logo": _data(look.logo) if look.logo else "",
        "logo_words": words("logo", author=whole.author),
    }

    def body(blocks: Sequence[Block], file: str) -> Markup:
        return Markup(html(blocks, Place(words, look, file, FIRST, divided.where)))  # noqa: S704 - escaped there

    chapters = [
        (chapter, anchor(chapter.id), _heads(chapter), body(chapter.blocks, FIRST)) for chapter in divided.chapters
    ]
    yield FIRST, environment.get_template("report.html.j2").render(shared, chapters=chapters)
    beside = environment.get_template("beside.html.j2")
    for sheet in divided.sheets:
        parts = [(number, file.rpartition("/")[2]) for number, file in enumerate(sheet.parts, 1)]
        yield sheet.file, beside.render(shared, sheet=sheet, parts=parts, body=body(sheet.blocks, sheet.file))


def _heads(chapter: Chapter) -> list[tuple[str, str]]:
    return [(anchor(one.id), one.text) for one in chapter.blocks if isinstance(one, Heading) and one.level == 2]


def _themed(look: Look) -> str:
    """The style of a theme: its colours hold in the dark too, since there is no telling what would fit them."""
    if look.colours == NEUTRAL.colours:
        return look.style
    own = "".join(f" --{name}: {colour};" for name, colour in look.colours.items())
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{{own} }} }}"
    return f":root {{ color-scheme: light;{own} }}\n{dark}\n{look.style}"


def _digest(content: str) -> str:
    return base64.b64encode(sha256(content.encode()).digest()).decode()


def _data(logo: Logo) -> str:
    kind = "svg+xml" if logo.kind == "svg" else "png"
    return f"data:image/{kind};base64,{base64.b64encode(logo.data).decode()}"
