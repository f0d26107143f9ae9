"""Figures, and the findings behind them, as documents for people and for programs. Texts and templates: `reports/`."""

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from oss_scan.figures import Figure, LeftOut, Measured, figures, government, measured
from oss_scan.report.page import overview
from oss_scan.report.wording import Wording, read_wording
from oss_scan.resources import data_folder
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.texts import Lang, Reason
from oss_scan.worklist import work_lists

#: The figures of the overview.
OVERVIEW = ("licence-present", "licence-osi-approved", "publiccode-present", "publiccode-valid", "security-contact")
#: The documents, by form.
NAMES: Mapping[str, tuple[str, ...]] = {
    "html": ("report.html",),
    "csv": ("figures.csv", "findings.csv"),
    "json": ("report.json",),
}


def documents(
    scan: Scan,
    rules: Mapping[str, Rule],
    lang: Lang,
    forms: Sequence[str],
    *,
    changed: Sequence[str] = (),
    left_out: Sequence[LeftOut] = (),
) -> Iterator[tuple[str, str]]:
    """Each document of the report by its name: the same scan and rules give the same bytes.

    `rules` are those of now, by id; `changed` names the rule sets that are no longer those of the scan.
    """
    wording = read_wording(data_folder("reports") / "overview" / "texts.yaml", lang)
    seen = measured(scan, left_out=left_out)
    counted = _overview(seen)
    if "html" in forms:
        yield "report.html", _page(seen, counted, rules, wording, changed)
    if "csv" in forms:
        from oss_scan.report.tables import figures_csv, findings_csv

        yield "figures.csv", figures_csv(scan, counted, wording)
        yield "findings.csv", findings_csv(scan, rules, wording)
    if "json" in forms:
        from oss_scan.report.document import render

        yield "report.json", render(scan, counted, work_lists(seen.scan), rules, changed, wording)


def overview_figures(scan: Scan, left_out: Sequence[LeftOut] = ()) -> tuple[Figure, ...]:
    """The figures of the overview, over the repositories that count."""
    return _overview(measured(scan, left_out=left_out))


def _overview(seen: Measured) -> tuple[Figure, ...]:
    counted = government(figures(seen))
    return tuple(counted[name] for name in OVERVIEW)


def not_judged(waiting: Iterable[str]) -> tuple[LeftOut, ...]:
    """What a scan has not judged yet, as its report leaves it out."""
    return tuple(LeftOut(target, Reason("not-judged-yet")) for target in waiting)


def overview_html(
    scan: Scan,
    rules: Mapping[str, Rule],
    lang: Lang,
    changed: Sequence[str] = (),
    left_out: Sequence[LeftOut] = (),
) -> str:
    """The overview of one scan as one page of HTML that stands alone."""
    return dict(documents(scan, rules, lang, ("html",), changed=changed, left_out=left_out))["report.html"]


def _page(
    seen: Measured, counted: Sequence[Figure], rules: Mapping[str, Rule], wording: Wording, changed: Sequence[str]
) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    from oss_scan.inert import html_text

    def finalize(value: object) -> object:
        return html_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    folder = data_folder("reports") / "overview"
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
        page=overview(seen.scan, rules, changed, wording, counted, seen.left_out),
        t=wording.words,
        style=Markup(style),  # noqa: S704 - our own file
        style_digest=base64.b64encode(sha256(style.encode()).digest()).decode(),
    )
