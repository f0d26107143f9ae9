"""The command line: thin commands, one file each, loaded only when called; the outermost error handler."""

import importlib
import os
import signal
import sys
import threading
from collections.abc import Sequence

import click

from oss_scan import __version__
from oss_scan.errors import OssScanError

#: command → (module below oss_scan.cli, one line of help). Kept here so that --help imports nothing.
COMMANDS = {
    "scan": "Judge many repositories and keep the result.",
    "check": "Judge one repository, for its developers and their CI.",
    "report": "Make a report of what was kept.",
    "rules": "List, show and test the rules.",
    "licence": "Identify licence texts.",
    "publiccode": "Validate, mend and begin publiccode.yml files.",
    "api": "Judge OpenAPI documents by the REST API Design Rules.",
    "securitytxt": "Validate security.txt files.",
    "standards": "The list of open standards, what changed on it, and the domains to measure.",
    "inventory": "Validate and show inventories of organisations and systems.",
    "store": "Look into the store of scans.",
    "schema": "Print the JSON Schema of a result, or of a file that users write.",
}


class _Lazy(click.Group):
    """A group that imports a command's module only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"oss_scan.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        _name_variables(command, f"OSS_SCAN_{cmd_name.upper()}")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _name_variables(command: click.Command, prefix: str) -> None:
    """Give every option its variable: OSS_SCAN_, the command, the option's long name."""
    for option in command.params:
        if isinstance(option, click.Option) and option.envvar is None:
            long = max(option.opts, key=len).lstrip("-")
            option.envvar = f"{prefix}_{long.replace('-', '_').upper()}"
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            _name_variables(inner, f"{prefix}_{name.replace('-', '_').upper()}")


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="oss-scan")
def group() -> None:
    """Read git repositories against the Dutch policy 'open (source), tenzij'.

    Exit status: 0 all well, 1 a rule fails, 2 usage, 3 something could not be established, 70 internal error,
    130 interrupted, 143 terminated.
    """


class _Terminated(KeyboardInterrupt):
    """SIGTERM came, which ends a program as tidily as an interrupt does."""


def _terminate(*_: object) -> None:
    raise _Terminated


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; the console script exits with it."""
    if threading.current_thread() is not threading.main_thread():
        return _run(argv)
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        return _run(argv)
    finally:
        signal.signal(signal.SIGTERM, before)


def _run(argv: Sequence[str] | None) -> int:
    try:
        status = group.main(args=argv, prog_name="oss-scan", standalone_mode=False)
    except click.exceptions.Abort as error:  # what click makes of an interrupt
        return 143 if isinstance(error.__cause__, _Terminated) else 130
    except click.ClickException as error:
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            error.show()
            return 2
        from oss_scan.cli.usage import in_words

        return _told(in_words(error), argv)
    except OssScanError as error:
        return _told(error, argv)
    except KeyboardInterrupt as error:
        return 143 if isinstance(error, _Terminated) else 130
    except SystemExit:  # click's own answer to a broken pipe is 1, which would mean that a rule fails
        return 0
    except Exception as error:
        if os.environ.get("OSS_SCAN_DEBUG"):
            raise
        click.echo(f"oss-scan: {_internal(error, argv)}", err=True)
        return 70
    return status if isinstance(status, int) else 0


def _told(error: OssScanError, argv: Sequence[str] | None) -> int:
    from oss_scan.inert import printable

    click.echo(f"oss-scan: {printable(error.en if _language(argv) == 'en' else error.nl)}", err=True)
    return 2


def _internal(error: Exception, argv: Sequence[str] | None) -> str:
    from oss_scan.inert import printable

    what = printable(f"{type(error).__name__}: {error}")[:300]
    if _language(argv) == "en":
        return f"internal error ({what}); run again with OSS_SCAN_DEBUG=1 and report what it prints"
    return f"interne fout ({what}); draai opnieuw met OSS_SCAN_DEBUG=1 en meld wat er dan verschijnt"


def _language(argv: Sequence[str] | None) -> str:
    """The language of an error that arises before or outside a command's own options."""
    words = list(sys.argv[1:] if argv is None else argv)
    for at, word in enumerate(words):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and at + 1 < len(words):
            return words[at + 1]
    return os.environ.get("OSS_SCAN_LANG", "nl")
