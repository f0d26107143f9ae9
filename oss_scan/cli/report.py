"""`oss-scan report`: figures of what was kept, and the findings behind them."""

from pathlib import Path

import click

from oss_scan.cli.options import lang_option, loudness, ruleset_option
from oss_scan.errors import OssScanError
from oss_scan.texts import Lang, Text

_store_option = click.option(
    "--store",
    envvar="OSS_SCAN_STORE",
    help="Where scans are kept: a file, or a SQLAlchemy URL.  [default: in the user's data folder]",
)
_UNFINISHED = Text(
    "Let op: de scan {id} is niet voltooid; het rapport zegt dat ook.",
    "Mind: the scan {id} is not complete; the report says so too.",
)
_WHERE = Text("Het rapport staat in {path}", "The report is in {path}")
_SAME = Text(
    "{path}: alles klopt met de opslag ({documents}).",
    "{path}: all of it agrees with the store ({documents}).",
)


@click.group("report")
def command() -> None:
    """Make a report of what was kept, and verify one."""


@command.command("make")
@_store_option
@click.option("--scan", "scan_id", metavar="ID|latest", default="latest", show_default=True, help="Which scan.")
@click.option(
    "--format",
    "forms",
    type=click.Choice(["html", "csv", "json"]),
    multiple=True,
    default=["html"],
    show_default=True,
    help="Form of the report; may be given more than once.",
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
    lang: Lang,
    verbose: bool,
    quiet: bool,
) -> None:
    """Make an overview of one scan.

    html: report.html, one page that stands alone. csv: figures.csv, a row a figure, and findings.csv, a row a finding
    and place. json: report.json (`oss-scan schema report`).
    """
    from oss_scan.cli.stores import opened, rules_of
    from oss_scan.figures import LeftOut
    from oss_scan.inert import printable
    from oss_scan.report import documents
    from oss_scan.texts import Reason

    kept = opened(store, create=False)
    scan = kept.scan(scan_id)
    rules, changed = rules_of(scan, rulesets)
    left_out = [LeftOut(target, Reason("not-judged-yet")) for target in kept.waiting(scan.run.id)]
    made = dict(documents(scan, rules, lang, forms, changed=changed, left_out=left_out))
    for name, text in made.items():
        _write(output / name, text)
    if scan.run.finished is None:
        click.echo(_UNFINISHED.in_(lang, {"id": printable(scan.run.id)}), err=True)
    if not quiet:
        where = ", ".join(printable(str(output / name)) for name in made)
        click.echo(_WHERE.in_(lang, {"path": where}), err=True)


@command.command("verify")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@_store_option
@lang_option
@loudness
def verify(folder: Path, store: str | None, lang: Lang, verbose: bool, quiet: bool) -> int:
    """Count every figure of the report in DIR again from the store, and look up every place that it names.

    Each difference is named and gives status 1; status 2 where DIR holds no report of this program.
    """
    from oss_scan.cli.options import write
    from oss_scan.cli.stores import opened
    from oss_scan.inert import printable
    from oss_scan.report.verifying import verify

    found, documents = verify(folder, opened(store, create=False))
    if found:
        write("\n".join(printable(f"{one.document}: {one.text.in_(lang, one.values)}") for one in found), None)
    elif not quiet:
        values = {"path": printable(str(folder)), "documents": ", ".join(documents)}
        click.echo(_SAME.in_(lang, values), err=True)
    return 1 if found else 0


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        detail = error.strerror or str(error)
        raise OssScanError(
            nl=f"{path} kan niet worden geschreven ({detail}); kies een andere --output",
            en=f"{path} cannot be written ({detail}); choose another --output",
        ) from None
