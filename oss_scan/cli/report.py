"""`oss-scan report`: figures of what was kept, and the findings behind them."""

import os
from pathlib import Path

import click

from oss_scan.cli.options import lang_option, loudness, ruleset_option, store_option, unwritable
from oss_scan.texts import Lang, Text

_WHICH = "Which scan; latest is the complete one that was begun last."
_UNFINISHED = Text(
    "Let op: de scan {id} is niet voltooid; het rapport zegt dat ook.",
    "Mind: the scan {id} is not complete; the report says so too.",
)
_WHERE = Text("Het rapport staat in {path}", "The report is in {path}")
_SAME = Text(
    "{path}: alles klopt met de opslag ({documents}).",
    "{path}: all of it agrees with the store ({documents}).",
)
_FIGURES = Text(
    "{path}: de cijfers en de vindplaatsen kloppen met de opslag ({documents}).",
    "{path}: the figures and the places agree with the store ({documents}).",
)


@click.group("report")
def command() -> None:
    """Make a report of what was kept, and verify one."""


@command.command("make")
@store_option
@click.option("--scan", "scan_id", metavar="ID|latest", default="latest", show_default=True, help=_WHICH)
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
    from oss_scan.inert import printable
    from oss_scan.report import documents, not_judged

    scan, waiting = opened(store, create=False).at_once(scan_id)
    rules, changed = rules_of(scan, rulesets)
    made = dict(documents(scan, rules, lang, forms, changed=changed, left_out=not_judged(waiting)))
    for name, text in made.items():
        _write(output / name, text)
    if scan.run.finished is None:
        click.echo(_UNFINISHED.in_(lang, {"id": printable(scan.run.id)}), err=True)
    if not quiet:
        where = ", ".join(printable(str(output / name)) for name in made)
        click.echo(_WHERE.in_(lang, {"path": where}), err=True)


@command.command("verify")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@store_option
@ruleset_option
@lang_option
@loudness
def verify(folder: Path, store: str | None, rulesets: tuple[str, ...], lang: Lang, verbose: bool, quiet: bool) -> int:
    """Count every figure of the report in DIR again from the store, and compare its text with what is made now.

    Each difference is named and gives status 1; status 2 where DIR holds no report of this program. Give the --ruleset
    that the report was made with. Where the program or the rules have changed since the scan, another text proves
    nothing: that is told, and only figures and places count.
    """
    from oss_scan.cli.options import write
    from oss_scan.cli.stores import opened, rules_of
    from oss_scan.inert import printable
    from oss_scan.report.verifying import verify
    from oss_scan.ruleset import load_all

    if rulesets:
        load_all(rulesets)  # what the user names has to be there
    found = verify(folder, opened(store, create=False), lambda scan: rules_of(scan, rulesets))
    for one in found.notices:
        click.echo(printable(f"{one.document}: {one.text.in_(lang, one.values)}"), err=True)
    if found.differences:
        lines = (printable(f"{one.document}: {one.text.in_(lang, one.values)}") for one in found.differences)
        write("\n".join(lines), None)
    elif not quiet:
        values = {"path": printable(str(folder)), "documents": ", ".join(found.documents)}
        click.echo((_FIGURES if found.notices else _SAME).in_(lang, values), err=True)
    return 1 if found.differences else 0


def _write(path: Path, text: str) -> None:
    """Put a document in its place at once: whoever reads it meanwhile sees the old one or the new one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_text(text, encoding="utf-8", newline="")
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise unwritable(path, error) from None
