"""`oss-scan schema`: the JSON Schema of a result, or of a file that users write."""

import click

from oss_scan.cli.options import lang_option, loudness


@click.command("schema")
@click.argument("name", required=False)
@lang_option
@loudness
def command(name: str | None, lang: str, verbose: bool, quiet: bool) -> None:
    """Print the JSON Schema (2020-12) called NAME."""
    from oss_scan.errors import OssScanError
    from oss_scan.schemas import names, schema

    if name is None:
        listed = ", ".join(names())
        raise OssScanError(nl=f"noem een schema: {listed}", en=f"name a schema: {listed}")
    click.echo(schema(name), nl=False)
