"""`oss-scan store`: look into the store of scans, and look after it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oss_scan.cli.options import OutputPath, form_option, lang_option, loudness, ruleset_option, store_option
from oss_scan.texts import BASES, Lang, Text

if TYPE_CHECKING:
    from oss_scan.figures import Audience
    from oss_scan.store import RunInfo

_WORDS = (
    Text("scan", "scan"),
    Text("begonnen", "started"),
    Text("voltooid", "completed"),
    Text("peildatum", "reference date"),
    Text("repository's", "repositories"),
    Text("niet leesbaar", "unreadable"),
    Text("grondslag", "basis"),
    Text("deel", "part"),
)
_EMPTY = Text("Er is nog geen scan bewaard.", "No scan has been kept yet.")


@click.group("store")
def command() -> None:
    """Look into the store of scans, and look after it."""


@command.command("list")
@click.option("--pruned", is_flag=True, help="List what was pruned instead.")
@store_option
@form_option
@lang_option
@loudness
def list_(pruned: bool, store: str | None, form: str, lang: Lang, verbose: bool, quiet: bool) -> None:
    """List the scans that were kept, the newest last."""
    import json

    if pruned:
        from oss_scan.cli.storing import list_pruned

        list_pruned(store, form, lang, quiet=quiet)
        return

    from tabulate import tabulate

    from oss_scan.cli.options import write
    from oss_scan.cli.stores import opened

    runs = opened(store, create=False).runs()
    if form == "json":
        write(json.dumps([_brief(one) for one in runs], indent=2, sort_keys=True), None)
    elif runs:
        headers = [] if quiet else [word.in_(lang) for word in _WORDS]
        write(tabulate([_row(one, lang) for one in runs], headers, tablefmt="plain" if quiet else "simple"), None)
    elif not quiet:
        click.echo(_EMPTY.in_(lang), err=True)


@command.command("show")
@click.argument("scan_id", metavar="ID|latest")
@store_option
@form_option
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


@command.command("check")
@store_option
@form_option
@lang_option
@loudness
def check(store: str | None, form: str, lang: Lang, verbose: bool, quiet: bool) -> int:
    """Say whether the store still holds what was put into it; status 1, with what is wrong, where it does not.

    Looked at: the database file (SQLite), references between tables, the digests of facts, findings and what was
    found of each repository, and whether every complete scan has an outcome of every rule for every repository.
    """
    from oss_scan.cli.storing import check

    return check(store, form, lang, quiet=quiet)


@command.command("export")
@click.argument("scan_ids", nargs=-1, metavar="[ID|latest]...")
@click.option("--all", "every", is_flag=True, help="Every scan that was kept, the newest last.")
@store_option
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "parquet"]), default="jsonl", show_default=True, help="Form."
)
@click.option(
    "--output",
    type=OutputPath(path_type=Path),
    help="Write to a file instead of standard output; of Parquet, a folder.",
)
@click.option(
    "--audience",
    type=click.Choice(["public", "internal"]),
    help="Of Parquet, who reads it: the public gets names only of what may be named, which else counts in figures.  "
    "[default: public where the scan was made with an inventory]",
)
@ruleset_option
@lang_option
@loudness
def export(
    scan_ids: tuple[str, ...],
    every: bool,
    store: str | None,
    form: str,
    output: Path | None,
    audience: "Audience | None",
    rulesets: tuple[str, ...],
    lang: Lang,
    verbose: bool,
    quiet: bool,
) -> None:
    """Write whole scans: as JSON lines, one line a scan, each an `oss-scan/scan/v1` document (`oss-scan schema scan`);
    or as Parquet, a file for each table of what was found, what the inventory holds, and figures (docs/parquet.md).

    Without an ID: the scan that was completed last. Uses no network.
    """
    from oss_scan.cli.exporting import export

    export(store, scan_ids, form, output, audience, rulesets, lang, every=every, quiet=quiet)


@command.command("merge")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@store_option
@form_option
@ruleset_option
@lang_option
@loudness
def merge(
    files: tuple[str, ...],
    store: str | None,
    form: str,
    rulesets: tuple[str, ...],
    lang: Lang,
    verbose: bool,
    quiet: bool,
) -> int:
    """Bring the shards of one scan together as one scan in the store.

    Each FILE is a store, by its file name or SQLAlchemy URL, with one or more complete scans of `oss-scan scan --shard
    i/n`; without FILE the shards are in the store itself. They must be asked the same: rule sets, reference date,
    version, TARGETs. Where a part is missing, the scan that is made is partial, which it says itself and status 3 too.
    The same shards give the same scan, once.
    """
    from oss_scan.cli.merging import merge

    return merge(store, files, form, rulesets, lang, quiet=quiet)


@command.command("migrate")
@store_option
@form_option
@lang_option
@loudness
def migrate(store: str | None, form: str, lang: Lang, verbose: bool, quiet: bool) -> None:
    """Bring a store of an older oss-scan up to this one; make a copy first, since an older one cannot read it then."""
    from oss_scan.cli.storing import migrate

    migrate(store, form, lang, quiet=quiet)


@command.command("prune")
@click.argument("scan_ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--before", type=click.DateTime(["%Y-%m-%d"]), help="Scans that started before this day (UTC), complete or not."
)
@click.option("--keep", type=click.IntRange(min=0), help="Complete scans but the newest so many.")
@click.option("--yes", is_flag=True, help="Do it; without this only what would go is said.")
@store_option
@form_option
@lang_option
@loudness
def prune(
    scan_ids: tuple[str, ...],
    before: datetime | None,
    keep: int | None,
    yes: bool,
    store: str | None,
    form: str,
    lang: Lang,
    verbose: bool,
    quiet: bool,
) -> None:
    """Remove whole scans and what only they used; of each its id, times and size are remembered.

    Name scans by ID, or bound them by --before, --keep or both: then those go that both let go. What is removed
    cannot be had back; the room in the database is used again.
    """
    from oss_scan.cli.storing import prune

    prune(store, scan_ids, before.date() if before else None, keep, form, lang, yes=yes, quiet=quiet)


def _row(one: "RunInfo", lang: Lang) -> list[str]:
    from oss_scan.inert import printable

    run = one.run
    started, finished = (f"{at:%Y-%m-%d %H:%M}" if at else "-" for at in (run.started, run.finished))
    numbers = [str(one.repositories), str(one.unreadable)]
    numbers += [BASES[run.basis].in_(lang), run.shard or "-"]
    return [printable(run.id), started, finished, run.reference_date.isoformat(), *numbers]


def _brief(one: "RunInfo") -> dict[str, object]:
    from oss_scan.in_json import run_keys

    return {
        **run_keys(one.run),
        "repositories": one.repositories,
        "unreadable": one.unreadable,
        "skipped": one.skipped,
        "shard": one.run.shard,
    }
