"""`oss-scan publiccode`: validate, mend and begin publiccode.yml files."""

from datetime import UTC, datetime
from pathlib import Path

import click

from oss_scan.cli.options import form_option, lang_option, loudness
from oss_scan.cli.publiccode_init import init
from oss_scan.cli.publiccode_mend import fix, upgrade


@click.group("publiccode")
def command() -> None:
    """Validate, mend and begin publiccode.yml files."""


@command.command("validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--profile",
    type=click.Choice(["standard", "reference"]),
    default="standard",
    show_default=True,
    help="Judge by the text of the standard, or as the parser that catalogues use.",
)
@form_option
@click.option(
    "--as-of",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The reference date for what may be out of date.  [default: today]",
)
@click.option(
    "--ready-for",
    type=click.Choice(["1.0"]),
    help="Say as well what keeps each FILE from being valid in this version, of which only a draft exists.",
)
@click.option(
    "--links",
    is_flag=True,
    help="Ask as well whether something is at the web addresses; answers are remembered for a while.",
)
@click.option("--links-private", is_flag=True, help="As --links, and ask addresses inside the own network too.")
@lang_option
@loudness
def validate(
    files: tuple[Path, ...],
    profile: str,
    form: str,
    as_of: datetime | None,
    ready_for: str | None,
    links: bool,
    links_private: bool,
    lang: str,
    verbose: bool,
    quiet: bool,
) -> int:
    """Say of each FILE what is wrong with it, and where.

    Errors make catalogues refuse a file, warnings are on what is deprecated, and notices on what Dutch policy asks,
    on what is out of date, and on what the repository contradicts. That is looked at where FILE lies in the root of
    a repository, and with the profile standard. Of the files that FILE names (logo, screenshots) only how the path
    is written is judged; a scan of the repository looks them up.

    With --links, an address at which nothing is (404, 410) is an error. What refuses (403, 429) or takes too long is
    unknown, and a notice.

    Exit status: 0 no errors, 1 an error was found, 2 a named file cannot be read.
    """
    from oss_scan.cli.publiccode_judging import Asked, judge
    from oss_scan.cli.validating import show
    from oss_scan.positioned import LIMIT

    asked = Asked(
        profile="reference" if profile == "reference" else "standard",
        today=as_of.date() if as_of else datetime.now(UTC).date(),
        ready=ready_for is not None,
        lang="en" if lang == "en" else "nl",
        links="private" if links_private else "public" if links else "no",
    )
    return show(
        files,
        lambda data, path: judge(data, path, asked),
        form=form,
        lang=asked.lang,
        quiet=quiet,
        verbose=verbose,
        limit=LIMIT,
    )


command.add_command(fix)
command.add_command(upgrade)
command.add_command(init)
