"""Options that several commands share, and what they have in common."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from oss_scan.errors import OssScanError

F = TypeVar("F", bound=Callable[..., Any])

lang_option = click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, envvar="OSS_SCAN_LANG", help="Language."
)
ruleset_option = click.option(
    "--ruleset",
    "rulesets",
    multiple=True,
    metavar="NAME|DIR",
    help="Rules to judge by: a shipped rule set or a folder; may be given more than once.  [default: open-tenzij]",
)
store_option = click.option(
    "--store",
    envvar="OSS_SCAN_STORE",
    help="Where scans are kept: a file, or a SQLAlchemy URL.  [default: in the user's data folder]",
)
form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the result.",
)


class OutputPath(click.Path):
    """Where a result goes; `-` is standard output, which is None."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Raises OssScanError for a file in a folder that does not exist, before anything is done."""
        if value == "-":
            return None
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not self.dir_okay and not path.parent.is_dir():
            raise OssScanError(
                nl=f"{path} kan niet worden geschreven: de map {path.parent} bestaat niet; maak die, of kies een "
                "andere --output",
                en=f"{path} cannot be written: there is no folder {path.parent}; make it, or choose another --output",
            )
        return path


output_option = click.option(
    "--output",
    type=OutputPath(dir_okay=False, path_type=Path),
    help="Write to a file instead of standard output, which - is too.",
)


def loudness(function: F) -> F:
    """`--verbose` and `--quiet`, which every command understands."""
    function = click.option("--quiet", "-q", is_flag=True, help="Say only what was asked for.")(function)
    return click.option("--verbose", "-v", is_flag=True, help="Say more.")(function)


def write(text: str, output: Path | None) -> None:
    """Put a result where the user wants it. Raises OssScanError."""
    if not text.endswith("\n"):
        text += "\n"
    if output is None:
        _print(text)
        return
    from oss_scan.cli.replacing import replace

    try:
        replace(output, text.encode("utf-8", "backslashreplace"))
    except BrokenPipeError:  # a pipe, of which the reader has had enough
        return
    except OSError as error:
        raise unwritable(output, error) from None


def unwritable(output: Path, error: OSError) -> OssScanError:
    """What to tell of an `--output` that cannot be written."""
    detail = error.strerror or str(error)
    return OssScanError(
        nl=f"{output} kan niet worden geschreven ({detail}); kies een andere --output",
        en=f"{output} cannot be written ({detail}); choose another --output",
    )


def _print(text: str) -> None:
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has had enough; the status is still the real one
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, AttributeError) as error:
        detail = getattr(error, "strerror", None) or "standard output is closed"
        raise OssScanError(
            nl=f"het resultaat kan niet worden geschreven ({detail}); gebruik --output",
            en=f"the result cannot be written ({detail}); use --output",
        ) from None


def colour(output: Path | None) -> bool:
    """Colours only on a terminal that is not told otherwise (https://no-color.org)."""
    return (
        output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
