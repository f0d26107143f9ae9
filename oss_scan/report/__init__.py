"""Figures, and the findings behind them, as documents for people. Texts and templates stand in `reports/`."""

import base64
from collections.abc import Mapping, Sequence
from hashlib import sha256

from oss_scan.figures import DEFINITIONS
from oss_scan.report.page import overview
from oss_scan.report.wording import read_wording
from oss_scan.resources import data_folder
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.texts import Lang

#: The document that `overview_html` makes.
NAME = "report.html"


def overview_html(scan: Scan, rules: Mapping[str, Rule], lang: Lang, changed: Sequence[str] = ()) -> str:
    """The overview of one scan as one page of HTML that stands alone: the same scan and rules give the same bytes.

    `rules` are those of now, by id; `changed` names the rule sets that are no longer those of the scan.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    from oss_scan.inert import html_text

    def finalize(value: object) -> object:
        return html_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    folder = data_folder("reports") / "overview"
    wording = read_wording(folder / "texts.yaml", lang)
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = (folder / "style.css").read_text(encoding="utf-8")
    return environment.get_template("report.html.j2").render(
        page=overview(scan, rules, changed, wording, DEFINITIONS),
        t=wording.words,
        style=Markup(style),  # noqa: S704 - our own file
        style_digest=base64.b64encode(sha256(style.encode()).digest()).decode(),
    )
