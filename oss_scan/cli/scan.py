"""`oss-scan scan`: many repositories, judged and kept."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from oss_scan.cli.options import lang_option, loudness, output_option, ruleset_option, store_option
from oss_scan.origin import get_ready

if TYPE_CHECKING:
    from oss_scan.scan.series import Every


@click.command("scan")
@click.argument("targets", nargs=-1, metavar="[TARGET...]")
@click.option(
    "--inventory",
    "inventories",
    multiple=True,
    metavar="FILE",
    help="Scan the sources of an inventory too, and judge its systems; a second one adds to the first; `nederland` is "
    "shipped.",
)
@store_option
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Judge each repository as it stood at the end of this day in the Netherlands, which is the reference date "
    "too; what was not there yet is left out.",
)
@click.option(
    "--every",
    type=click.Choice(["year", "quarter", "month"]),
    help="Make a series: a scan of the last day of each year, quarter or month since --since, and one of today.",
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Where the series of --every begins; it goes to the store."
)
@ruleset_option
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many repositories are judged at once; 1 starts no other process.  [default: one a core, from 2 to "
    "8; twice as many where repositories are fetched]",
)
@click.option(
    "--blob-budget",
    type=click.IntRange(min=0),
    default=256,
    show_default=True,
    envvar="OSS_SCAN_BLOB_BUDGET",
    metavar="N",
    help="Of a repository that is fetched: how many files are looked into beyond those that rules need, of 32 kB each "
    "on average. What lies beyond is unknown.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Let the Dask cluster of this scheduler do the work (tcp://HOST:PORT); its workers must reach the store.",
)
@click.option(
    "--history",
    is_flag=True,
    envvar="OSS_SCAN_HISTORY",
    help="Go through all commits, of what is fetched too, to recognise forks that no forge flags. Without it, that a "
    "repository is no such fork is not known.",
)
@click.option("--shard", metavar="i/n", help="Judge only part i of n, of the same repositories on every machine.")
@click.option(
    "--per-host",
    type=click.IntRange(min=1),
    default=4,
    show_default=True,
    envvar="OSS_SCAN_PER_HOST",
    metavar="N",
    help="How many repositories are fetched from one host at a time.",
)
@click.option(
    "--cache",
    "cache_folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="OSS_SCAN_CACHE",
    help="Where what was fetched is kept for the next time.  [default: in the user's cache folder]",
)
@click.option(
    "--cache-size",
    type=click.IntRange(min=0),
    default=1024,
    show_default=True,
    envvar="OSS_SCAN_CACHE_SIZE",
    metavar="MB",
    help="How large that may be; what was used longest ago goes first. 0 keeps nothing.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True, help="Form."
)
@output_option
@click.option("--no-store", is_flag=True, help="Keep nothing.")
@lang_option
@loudness
def command(
    targets: tuple[str, ...],
    inventories: tuple[str, ...],
    store: str | None,
    as_of: "click.DateTime | None",
    every: "Every | None",
    since: "click.DateTime | None",
    rulesets: tuple[str, ...],
    jobs: int | None,
    scheduler: str | None,
    history: bool,
    shard: str | None,
    blob_budget: int,
    per_host: int,
    cache_folder: Path | None,
    cache_size: int,
    form: str,
    output: Path | None,
    no_store: bool,
    lang: str,
    verbose: bool,
    quiet: bool,
) -> int:
    """Judge every repository at the TARGETs, and those of the sources of an inventory, and keep the result.

    A TARGET is the path of a repository, a folder of such (looked through to the bottom, without following symbolic
    links), an https, ssh or file URL, or what a forge or register lists: github:ORG[/REPO], gitlab:HOST/GROUP,
    gitea:HOST/ORG[/REPO] or don:. A token for a host goes into OSS_SCAN_TOKEN_HOST, such as
    OSS_SCAN_TOKEN_GITHUB_COM. A scan that was broken off goes on when it is asked for again within a day, with its own
    reference date.
    """
    if (targets or inventories) and jobs != 1 and not scheduler:
        get_ready()  # while this process itself imports what it needs
    from oss_scan.cli.scanning import Wanted, scan

    return scan(
        Wanted(
            targets=targets,
            inventories=inventories,
            store=None if no_store else store or "",
            as_of=as_of.date() if as_of else None,  # type: ignore[attr-defined]
            every=every,
            since=since.date() if since else None,  # type: ignore[attr-defined]
            rulesets=rulesets,
            jobs=jobs,
            scheduler=scheduler,
            history=history,
            shard=shard,
            blob_budget=blob_budget,
            per_host=per_host,
            cache_folder=cache_folder,
            cache_size=cache_size,
            form=form,
            output=output,
            lang="en" if lang == "en" else "nl",
            verbose=verbose,
            quiet=quiet,
        )
    )
