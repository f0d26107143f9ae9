"""`oss-scan api`: judge OpenAPI documents by the REST API Design Rules."""

import json
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from oss_scan.cli import validating
from oss_scan.cli.options import form_option, lang_option, loudness, write
from oss_scan.inert import json_text, printable
from oss_scan.texts import Lang, Text

if TYPE_CHECKING:
    from oss_scan.standards.adr.linting import Linted
    from oss_scan.standards.openapi.reading import Document

_LEVELS = {"error": Text("fout", "error"), "warning": Text("waarschuwing", "warning")}
_NONE = Text(
    "geen afwijkingen op {n} automatisch toetsbare van de {all} regels",
    "no deviations from {n} automatically testable of the {all} rules",
)
_SOME = Text(
    "afwijkingen op {wrong} van de {n} automatisch toetsbare regels (van {all})",
    "deviations from {wrong} of {n} automatically testable rules (of {all})",
)
_UNKNOWN = Text(
    "niet vast te stellen, want verwijzingen naar elders worden niet opgehaald",
    "not established, since references to elsewhere are not fetched",
)
_NO_SCHEMA = Text(
    "niet vast te stellen, want van deze versie van OpenAPI is hier geen schema",
    "not established, since there is no schema of this version of OpenAPI here",
)
_UNPARSABLE = Text("kan niet als OpenAPI worden gelezen", "cannot be read as OpenAPI")
_FAULT = Text("bekende fout in de gepubliceerde regels; telt niet", "known fault of the published rules; not counted")


@click.group("api")
def command() -> None:
    """Judge OpenAPI documents."""


@command.command("lint")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--ruleset",
    type=click.Choice(["adr-2.0", "adr-2.1", "adr-2.2"]),
    help="The version of the REST API Design Rules; by default the one on the list of Forum Standaardisatie.",
)
@form_option
@lang_option
@loudness
def lint(files: tuple[Path, ...], ruleset: str | None, form: str, lang: str, verbose: bool, quiet: bool) -> int:
    """Say of each FILE where it deviates from the rules that can be tested.

    References are followed within the repository of a FILE (else its folder), never over a network.

    Exit status: 0 no errors, 1 an error was found, 2 a named file cannot be read.
    """
    from oss_scan.standards.adr.linting import lint_file

    language: Lang = "en" if lang == "en" else "nl"
    linted = []
    for path in files:
        name, load, data = _opened(path)
        linted.append((str(path), lint_file(data, name, load, ruleset)))
    text = _json(linted, language) if form == "json" else _text(linted, language, quiet=quiet, verbose=verbose)
    if text:
        write(text, None)
    return 1 if any(one.is_wrong for _, one in linted) else 0


def _opened(path: Path) -> "tuple[str, Callable[[str], Document | None], bytes]":
    """A file's name within the folder that its references may not leave, what opens others there, and its bytes."""
    from oss_scan.standards.openapi.reading import LIMIT

    data = validating.read(path, LIMIT)
    if str(path) == "-":
        return "-", lambda _name: None, data
    whole = path.resolve()
    top = next((folder for folder in whole.parents if (folder / ".git").exists()), None)
    if top is None:
        here = Path.cwd()
        top = here if here in whole.parents and here != Path(here.anchor) else whole.parent

    return str(PurePosixPath(whole.relative_to(top))), _loader(top), data


@cache
def _loader(top: Path) -> "Callable[[str], Document | None]":
    """Opens other files below a folder, and keeps the last few."""
    from oss_scan.standards.openapi.reading import LIMIT, UnreadableError, read

    @lru_cache(maxsize=12)
    def load(name: str) -> "Document | None":
        try:
            other = (top / name).resolve()
            if top not in other.parents:
                return None
            with other.open("rb") as file:
                return read(file.read(LIMIT + 1), name, mended=True)
        except (OSError, ValueError, UnreadableError):
            return None

    return load


def _json(linted: "list[tuple[str, Linted]]", lang: Lang) -> str:
    results = [
        {
            "path": json_text(path),
            "ruleset": one.ruleset,
            "role": one.role,
            "unknown": list(one.unknown),
            "tested": len(one.clauses),
            "items": [
                {
                    "rule": item.rule,
                    "code": item.code,
                    "level": item.level,
                    "file": json_text(item.file),
                    "path": [json_text(step) if isinstance(step, str) else step for step in item.path],
                    "line": item.line,
                    "column": item.column,
                    "message": json_text(item.message.in_(lang)),
                    "defect": item.defect,
                }
                for item in one.items
            ],
        }
        for path, one in linted
    ]
    return json.dumps(results, indent=2, sort_keys=True, ensure_ascii=False)


def _text(linted: "list[tuple[str, Linted]]", lang: Lang, *, quiet: bool, verbose: bool) -> str:
    from oss_scan.standards.adr import SCHEMA

    lines: list[str] = []
    for path, one in linted:
        if quiet and not one.is_wrong:
            continue
        if one.role == "unparsable":
            lines.append(f"{printable(path)}: {_UNPARSABLE.in_(lang)}")
        else:
            counts = {"n": len(one.clauses), "all": one.of_standard, "wrong": len(one.wrong)}
            words = (_SOME if one.wrong else _NONE).in_(lang, {key: str(count) for key, count in counts.items()})
            lines.append(f"{printable(path)} ({one.ruleset}): {words}")
        for item in one.items:
            if quiet and (item.level != "error" or item.defect):
                continue
            where = f"{item.line}:{item.column}"
            if item.file != one.name:
                where = f"{printable(item.file)}:{where}"
            code = f" ({item.code})" if verbose else ""
            fault = f" [{_FAULT.in_(lang)}]" if item.defect else ""
            clause = f"{item.rule}: " if item.rule else ""
            level = _LEVELS[item.level].in_(lang)
            lines.append(f"  {where:<10}{level}: {clause}{printable(item.message.in_(lang))}{code}{fault}")
        beyond = [code for code in one.unknown if code != SCHEMA]
        if beyond and not quiet:
            lines.append(f"  {_UNKNOWN.in_(lang)}: {', '.join(beyond)}")
        if len(beyond) < len(one.unknown) and not quiet:
            lines.append(f"  {_NO_SCHEMA.in_(lang)}: {SCHEMA}")
    return "".join(f"{line}\n" for line in lines)
