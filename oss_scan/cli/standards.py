"""`oss-scan standards`: the list of open standards, what changed on it, and the domains to measure."""

from pathlib import Path

import click

from oss_scan.cli.options import form_option, lang_option, loudness, store_option
from oss_scan.texts import Lang


@click.group("standards")
def command() -> None:
    """The list of open standards ("pas toe of leg uit") that repositories are read against."""


@command.command("list")
@form_option
@lang_option
@loudness
def list_(form: str, lang: str, verbose: bool, quiet: bool) -> int:
    """Show every standard with its status, version and scope, what decides whether it applies, and what of this was
    read at the source.

    With --verbose the sources, too.
    """
    from oss_scan.cli.standards_shown import show_list

    show_list(form, _language(lang), verbose=verbose)
    return 0


@command.command("import")
@click.argument("source", metavar="FILE|URL")
@click.option(
    "--status",
    type=click.Choice(["mandatory", "recommended", "in-procedure"]),
    default="mandatory",
    show_default=True,
    help="Which of the Forum's exports it is.",
)
@form_option
@lang_option
@loudness
def import_(source: str, status: str, form: str, lang: str, verbose: bool, quiet: bool) -> int:
    """Say what an XML export of the Forum's list has otherwise than the list that is shipped.

    The export is at https://www.forumstandaardisatie.nl/export-standaarden/xml/verplicht (aanbevolen, in-behandeling).
    Its exact form could not be verified: what has another shape is refused. Nothing is changed.
    """
    from oss_scan.cli.standards_shown import show_changes

    show_changes(source, status, form, _language(lang))
    return 0


@command.command("domains")
@click.argument("target", default=".", type=click.Path(path_type=Path))
@click.option("--scan", help="A scan in the store instead: its id, or latest.")
@store_option
@form_option
@lang_option
@loudness
def domains(target: Path, scan: str | None, store: str | None, form: str, lang: str, verbose: bool, quiet: bool) -> int:
    """List the domains that a repository names, for a measurement with internet.nl of what source code cannot show.

    TARGET is a repository on this machine. As text: one domain a line, only those that a government is shown to own
    (--verbose: all, with the places).
    """
    from oss_scan.cli.standards_shown import show_domains

    show_domains(target, scan, store, form, verbose=verbose)
    return 0


def _language(lang: str) -> Lang:
    return "en" if lang == "en" else "nl"
