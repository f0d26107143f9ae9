"""Writes the generated pages (`make docs`), or says which are stale (`make docs-check`)."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from oss_scan.cli import docs_fields, group
from oss_scan.docs import block, cell, code, pages, prose
from oss_scan.publiccode import editors
from oss_scan.ruleset import load_all

_WIDTH = 100
#: Exit status → what it means, for every command.
STATUSES: Mapping[int, str] = {
    0: "All is well.",
    1: "A rule at or above `--fail-on` fails without a valid explanation (`check`); an error was found "
    "(`validate`, `api lint`, `rules test`, `store check`, `report verify`). `scan` never gives 1.",
    2: "Usage, or a file that the user named cannot be read.",
    3: "Something could not be established: `check` without `--unknown-ok`, `scan` with an unreadable repository, "
    "`licence identify` with an unrecognised licence.",
    70: "An internal error; please report it.",
    130: "Interrupted.",
    143: "Terminated (SIGTERM); a scan goes on where it was, as after an interrupt.",
}


def generated(root: Path) -> Mapping[str, str]:
    """Every generated page by its path below the checkout."""
    return {
        "docs/decisions/README.md": _decisions(root / "docs" / "decisions"),
        **pages(load_all(())),
        "docs/cli.md": _cli_page(),
        "docs/publiccode.md": docs_fields.page(),
        "oss_scan/schemas/publiccode.json": editors.schema(),
    }


def stale(root: Path) -> tuple[str, ...]:
    """The paths that differ from what would be written, are missing, or no longer belong."""
    wanted = generated(root)
    written = {path.relative_to(root).as_posix() for path in (root / "docs" / "rules").rglob("*.md")}
    differ = {path for path, text in wanted.items() if not _same(root / path, text)}
    return tuple(sorted(differ | (written - wanted.keys())))


def write(root: Path) -> tuple[str, ...]:
    """Write what is stale, remove what no longer belongs, and name both."""
    wanted = generated(root)
    changed = stale(root)
    for path in changed:
        if path in wanted:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(wanted[path], encoding="utf-8")
        else:
            (root / path).unlink()
    return changed


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _decisions(folder: Path) -> str:
    parts = [
        "# Decisions",
        "",
        "Choices that are hard to undo, or that a newcomer would wonder about. Ten lines each; a decision that no",
        "longer holds is not removed but gets a line that says which one replaced it. `make docs` writes this list.",
        "",
    ]
    for path in sorted(folder.glob("0*.md")):
        number, title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ").split(" ", 1)
        parts.append(f"- [{number.removesuffix(':')}]({path.name}) {title[:1].upper()}{title[1:]}")
    return "\n".join(parts) + "\n"


def _cli_page() -> str:
    parts = [
        "# The command line",
        "",
        "Written by `make docs` from the commands themselves; change those, not this page.",
        "Every option can be given by the environment variable that stands beside it.",
        "",
        "| exit status | meaning |",
        "|---|---|",
        *(f"| {status} | {meaning} |" for status, meaning in STATUSES.items()),
        "",
        "Where several apply, 2 goes before 1, and 1 before 3.",
    ]
    top = click.Context(group, info_name="oss-scan", terminal_width=_WIDTH)
    for context in _walk(top):
        parts += ["", *_command(context)]
    return "\n".join(parts) + "\n"


def _walk(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None and not command.hidden:
                yield from _walk(click.Context(command, info_name=name, parent=context, terminal_width=_WIDTH))


def _command(context: click.Context) -> Iterator[str]:
    command = context.command
    yield f"## {context.command_path}"
    yield ""
    for paragraph in (command.help or "").replace("\b", "").split("\n\n"):
        yield prose(paragraph)
        yield ""
    yield block(context.get_usage())
    options = [part for part in command.get_params(context) if isinstance(part, click.Option) and not part.hidden]
    named = [option for option in options if "--help" not in option.opts]
    if named:
        yield ""
        yield "| option | environment | meaning |"
        yield "|---|---|---|"
    for option in named:
        names = ", ".join((*option.opts, *option.secondary_opts))
        metavar = "" if option.is_flag else f" {option.make_metavar(context)}"
        cells = (code(names + metavar), _environment(option), _meaning(option, context))
        yield f"| {' | '.join(map(cell, cells))} |"


def _environment(option: click.Option) -> str:
    named = [option.envvar] if isinstance(option.envvar, str) else list(option.envvar or ())
    return ", ".join(map(code, named))


def _meaning(option: click.Option, context: click.Context) -> str:
    default = option.get_help_extra(context).get("default")
    return prose(option.help or "") + (f" Default: {code(default)}." if default else "")


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 and name what is stale.")
@click.pass_context
def command(ctx: click.Context, check: bool) -> None:
    """Write docs/rules/, docs/cli.md, docs/publiccode.md and its JSON Schema, and the list of decisions, below the
    current folder."""
    root = Path.cwd()
    changed = stale(root) if check else write(root)
    for path in changed:
        click.echo(f"{'stale, run `make docs`' if check else 'written'}: {path}")
    ctx.exit(1 if check and changed else 0)


if __name__ == "__main__":
    command()
