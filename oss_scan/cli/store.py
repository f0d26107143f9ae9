"""`oss-scan store`: look into the store of scans."""

from typing import TYPE_CHECKING

import click

from oss_scan.cli.options import lang_option, loudness, ruleset_option
from oss_scan.texts import Lang, Text

if TYPE_CHECKING:
    from oss_scan.store import RunInfo

_WORDS = (
    Text("scan", "scan"),
    Text("begonnen", "started"),
    Text("voltooid", "completed"),
    Text("peildatum", "reference date"),
    Text("repository's", "repositories"),
    Text("niet leesbaar", "unreadable"),
)
_EMPTY = Text("Er is nog geen scan bewaard.", "No scan has been kept yet.")
_store_option = click.option(
    "--store",
    envvar="OSS_SCAN_STORE",
    help="Where scans are kept: a file, or a SQLAlchemy URL.  [default: in the user's data folder]",
)
_format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form."
)


@click.group("store")
def command() -> None:
    """Look into the store of scans."""


@command.command("list")
@_store_option
@_format_option
@lang_option
@loudness
def list_(store: str | None, form: str, lang: Lang, verbose: bool, quiet: bool) -> None:
    """List the scans that were kept, the newest last."""
    import json

    from tabulate import tabulate

    from oss_scan.cli.options import write
    from oss_scan.cli.stores import opened

    runs = opened(store, create=False).runs()
    if form == "json":
        write(json.dumps([_brief(one) for one in runs], indent=2, sort_keys=True), None)
    elif runs:
        headers = [] if quiet else [word.in_(lang) for word in _WORDS]
        write(tabulate([_row(one) for one in runs], headers, tablefmt="plain" if quiet else "simple"), None)
    elif not quiet:
        click.echo(_EMPTY.in_(lang), err=True)


@command.command("show")
@click.argument("scan_id", metavar="ID|latest")
@_store_option
@_format_option
@ruleset_option
@lang_option
@loudness
def show(
    scan_id: str, store: str | None, form: str, rulesets: tuple[str, ...], lang: Lang, verbose: bool, quiet: bool
) -> None:
    """Show a scan as it was kept: every repository and its findings."""
    from oss_scan.cli.options import colour, write
    from oss_scan.cli.stores import opened, rules_of
    from oss_scan.formats import Options, render

    scan = opened(store, create=False).scan(scan_id, facts=True)
    rules, _ = rules_of(scan, rulesets)
    write(render(form, scan, rules, lang, Options(fail_on=None, colour=colour(None), verbose=verbose)), None)


def _row(one: "RunInfo") -> list[str]:
    from oss_scan.inert import printable

    run = one.run
    started, finished = (f"{at:%Y-%m-%d %H:%M}" if at else "-" for at in (run.started, run.finished))
    numbers = [str(one.repositories), str(one.unreadable)]
    return [printable(run.id), started, finished, run.reference_date.isoformat(), *numbers]


def _brief(one: "RunInfo") -> dict[str, object]:
    from oss_scan.formats.shown import moment

    run = one.run
    return {
        "id": run.id,
        "started": moment(run.started),
        "finished": moment(run.finished) if run.finished else None,
        "reference_date": run.reference_date.isoformat(),
        "tool": {"name": "oss-scan", "version": run.tool_version},
        "analysers": dict(run.analysers),
        "rulesets": [{"name": held.name, "version": held.version, "digest": held.digest} for held in run.rulesets],
        "repositories": one.repositories,
        "unreadable": one.unreadable,
    }
