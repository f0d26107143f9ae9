"""`oss-scan report`: figures of what was kept, and the findings behind them."""

from pathlib import Path

import click

from oss_scan.cli.options import lang_option, loudness, ruleset_option
from oss_scan.errors import OssScanError


@click.group("report")
def command() -> None:
    """Make a report of what was kept."""


@command.command("make")
@click.option(
    "--store",
    envvar="OSS_SCAN_STORE",
    help="Where scans are kept: a file, or a SQLAlchemy URL.  [default: in the user's data folder]",
)
@click.option("--scan", "scan_id", metavar="ID|latest", default="latest", show_default=True, help="Which scan.")
@click.option(
    "--format",
    "forms",
    type=click.Choice(["html"]),
    multiple=True,
    default=["html"],
    show_default=True,
    help="Form of the report.",
)
@click.option(
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder in which the report is put; made where it is not there.",
)
@ruleset_option
@lang_option
@loudness
def make(
    store: str | None,
    scan_id: str,
    forms: tuple[str, ...],
    output: Path,
    rulesets: tuple[str, ...],
    lang: str,
    verbose: bool,
    quiet: bool,
) -> None:
    """Make an overview of one scan: one page that stands alone, report.html."""
    from oss_scan.cli.stores import opened, rules_of
    from oss_scan.inert import printable
    from oss_scan.report import NAME, overview_html

    scan = opened(store, create=False).scan(scan_id)
    rules, changed = rules_of(scan, rulesets)
    page = overview_html(scan, rules, "en" if lang == "en" else "nl", changed)
    path = output / NAME
    try:
        output.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        detail = error.strerror or str(error)
        raise OssScanError(
            nl=f"{path} kan niet worden geschreven ({detail}); kies een andere --output",
            en=f"{path} cannot be written ({detail}); choose another --output",
        ) from None
    if scan.run.finished is None:
        click.echo(_UNFINISHED["en" if lang == "en" else "nl"].format(id=printable(scan.run.id)), err=True)
    if not quiet:
        where = "The report is in" if lang == "en" else "Het rapport staat in"
        click.echo(f"{where} {printable(str(path))}", err=True)


_UNFINISHED = {
    "nl": "Let op: de scan {id} is niet voltooid; de pagina zegt dat ook.",
    "en": "Mind: the scan {id} is not complete; the page says so too.",
}
