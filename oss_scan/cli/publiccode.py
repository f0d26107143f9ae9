"""`oss-scan publiccode`: validate publiccode.yml files."""

from pathlib import Path

import click

from oss_scan.cli.options import lang_option, loudness


@click.group("publiccode")
def command() -> None:
    """Validate publiccode.yml files."""


@command.command("validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--profile",
    type=click.Choice(["standard", "reference"]),
    default="standard",
    show_default=True,
    help="Judge by the text of the standard, or as the parser that catalogues use.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the result.",
)
@lang_option
@loudness
def validate(files: tuple[Path, ...], profile: str, form: str, lang: str, verbose: bool, quiet: bool) -> int:
    """Say of each FILE what is wrong with it, and where.

    Of the files that it names (logo, screenshots) only how the path is written is judged: a FILE alone does not
    say which repository it belongs to. A scan of the repository looks them up.

    Exit status: 0 no errors, 1 an error was found, 2 a named file cannot be read.
    """
    from oss_scan import publiccode
    from oss_scan.cli.validating import Judged, Said, show
    from oss_scan.positioned import LIMIT
    from oss_scan.publiccode.messages import sentence

    def judge(data: bytes) -> Judged:
        report = publiccode.validate(data, "reference" if profile == "reference" else "standard")
        return Judged(
            report.verdict, tuple(Said(item, sentence(item, "en" if lang == "en" else "nl")) for item in report.items)
        )

    return show(files, judge, form=form, lang="en" if lang == "en" else "nl", quiet=quiet, verbose=verbose, limit=LIMIT)
