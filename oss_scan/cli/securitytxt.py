"""`oss-scan securitytxt`: validate security.txt files."""

from pathlib import Path

import click

from oss_scan.cli.options import form_option, lang_option, loudness


@click.group("securitytxt")
def command() -> None:
    """Validate security.txt files."""


@command.command("validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@form_option
@lang_option
@loudness
def validate(files: tuple[Path, ...], form: str, lang: str, verbose: bool, quiet: bool) -> int:
    """Say of each FILE what is wrong with it today, and where.

    Exit status: 0 no errors, 1 an error was found, 2 a named file cannot be read.
    """
    from datetime import UTC, datetime

    from oss_scan.cli.validating import Judged, Said, show
    from oss_scan.standards import securitytxt
    from oss_scan.standards.messages import sentence

    today = datetime.now(UTC).date()

    def judge(data: bytes, _: Path) -> Judged:
        items = securitytxt.validate(data, today)
        wrong = any(item.type == "error" for item in items)
        said = tuple(Said(item, sentence(item, "en" if lang == "en" else "nl")) for item in items)
        return Judged("invalid" if wrong else "valid", said)

    return show(
        files,
        judge,
        form=form,
        lang="en" if lang == "en" else "nl",
        quiet=quiet,
        verbose=verbose,
        limit=securitytxt.LIMIT,
    )
