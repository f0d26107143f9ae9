"""`oss-scan inventory`: validate inventories, and show what they hold."""

from pathlib import Path

import click

from oss_scan.cli.options import form_option, lang_option, loudness, ruleset_option, store_option
from oss_scan.texts import Lang

_files = click.argument("files", nargs=-1, required=True, metavar="FILE...")
_maybe_files = click.argument("files", nargs=-1, metavar="[FILE...]")


_audience_option = click.option(
    "--audience",
    type=click.Choice(["public", "internal"]),
    default="public",
    show_default=True,
    help="Who may see it: to the public only what has `publish: name` is named.",
)
_scan_option = click.option(
    "--scan", "scan_id", metavar="ID|latest", default="latest", show_default=True, help="Which scan."
)


@click.group("inventory")
def command() -> None:
    """Validate and show inventories: organisations, their sources and systems, and what was promised.

    Several FILEs make one inventory; a further one adds to those before it. The name `nederland` stands for the
    inventory that is shipped.
    """


@command.command("validate")
@_files
@form_option
@lang_option
@loudness
def validate(files: tuple[str, ...], form: str, lang: Lang, verbose: bool, quiet: bool) -> int:
    """Say what is wrong with the inventory in the FILEs, and where.

    Exit status: 0 no errors, 1 an error was found, 2 a named file cannot be read.
    """
    from oss_scan.cli.inventories import validate

    return validate(files, form, lang, quiet=quiet, verbose=verbose)


@command.command("show")
@_files
@_audience_option
@form_option
@lang_option
@loudness
def show(files: tuple[str, ...], audience: str, form: str, lang: Lang, verbose: bool, quiet: bool) -> None:
    """Show how much of the organisations is covered, which systems are open or not, and what was promised."""
    from oss_scan.cli.inventories import show

    show(files, form, lang, internal=audience == "internal", quiet=quiet, verbose=verbose)


@command.command("discover")
@_files
@store_option
@_scan_option
@click.option(
    "--register",
    metavar="don:[HOST]|none",
    default="don:",
    show_default=True,
    help="The register that is asked which organisations there are, and where they keep repositories.",
)
@form_option
@lang_option
@loudness
def discover(
    files: tuple[str, ...],
    store: str | None,
    scan_id: str,
    register: str,
    form: str,
    lang: Lang,
    verbose: bool,
    quiet: bool,
) -> int:
    """Ask the sources in the FILEs what they list now: what is new beside a kept scan, and what is gone.

    And ask the register of developer.overheid.nl which organisations, and places with repositories, the inventory does
    not have. The text is YAML that can be read as a further FILE. All of it is internal. Exit status: 3 where a source
    or the register could not be listed to its end.
    """
    from oss_scan.cli.discovering import discover

    return discover(files, store, scan_id, register, form, lang, quiet=quiet)


@command.command("judge")
@_maybe_files
@store_option
@_scan_option
@ruleset_option
@_audience_option
@form_option
@lang_option
@loudness
def judge(
    files: tuple[str, ...],
    store: str | None,
    scan_id: str,
    rulesets: tuple[str, ...],
    audience: str,
    form: str,
    lang: Lang,
    verbose: bool,
    quiet: bool,
) -> None:
    """Judge the systems in the FILEs beside a kept scan, at its reference date: open, or closed with a decision.

    Without a FILE: those of the inventory that the scan was made with. Nothing is changed in the store.
    """
    from oss_scan.cli.hearings import judge

    judge(files, store, scan_id, rulesets, form, lang, internal=audience == "internal", quiet=quiet)


@command.command("hearing")
@_maybe_files
@click.option("--organisation", required=True, metavar="ID", help="The organisation in the inventory that answers.")
@store_option
@_scan_option
@ruleset_option
@click.option(
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder in which the files are put; made where it is not there.",
)
@lang_option
@loudness
def hearing(
    files: tuple[str, ...],
    organisation: str,
    store: str | None,
    scan_id: str,
    rulesets: tuple[str, ...],
    output: Path,
    lang: Lang,
    verbose: bool,
    quiet: bool,
) -> None:
    """Write what one organisation may answer before publication ('wederhoor'): its findings, figures and systems.

    Without a FILE: by the inventory that the scan was made with. answer.yaml is for its answer: explanations and
    corrections, to be read as a further FILE. All of it is internal.
    """
    from oss_scan.cli.hearings import hearing

    hearing(files, organisation, store, scan_id, rulesets, output, lang, quiet=quiet)
