"""`oss-scan check`: one repository, for its developers and their CI."""

from pathlib import Path

import click

from oss_scan.cli.options import lang_option, loudness, output_option, ruleset_option

_FORMATS = ["text", "json", "sarif", "junit", "gitlab", "github", "markdown"]


@click.command("check")
@click.argument("path", default=".")
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="Form of the result."
)
@output_option
@click.option(
    "--fail-on",
    type=click.Choice(["must", "should", "may", "never"]),
    default="must",
    show_default=True,
    help="The weakest level whose failure gives status 1 (and whose unknown gives status 3).",
)
@click.option("--unknown-ok", is_flag=True, help="What could not be established does not give status 3.")
@ruleset_option
@click.option(
    "--explain-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Explanations beside those of the repository itself; these win.",
)
@click.option(
    "--community",
    metavar="PATH|URL|none",
    help="The organisation's .github repository, whose files count too; `none` says that there is none.",
)
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="An earlier result (--format json): only what is new counts for the status.",
)
@click.option("--worktree", is_flag=True, help="Judge the files as they lie instead of HEAD.")
@lang_option
@loudness
def command(
    path: str,
    form: str,
    output: Path | None,
    fail_on: str,
    unknown_ok: bool,
    rulesets: tuple[str, ...],
    explain_file: Path | None,
    community: str | None,
    baseline: Path | None,
    worktree: bool,
    lang: str,
    verbose: bool,
    quiet: bool,
) -> int:
    """Judge one repository at PATH (a working copy or a bare repository): its HEAD."""
    from oss_scan.cli.checking import Wanted, check

    return check(
        Wanted(
            path=Path(path),
            form=form,
            output=output,
            fail_on=fail_on,
            unknown_ok=unknown_ok,
            rulesets=rulesets,
            explain_file=explain_file,
            community=community,
            baseline=baseline,
            worktree=worktree,
            lang="en" if lang == "en" else "nl",
            verbose=verbose,
            quiet=quiet,
        )
    )
