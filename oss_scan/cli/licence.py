"""`oss-scan licence`: identify licence texts."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oss_scan.cli.options import form_option, lang_option, loudness, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from oss_scan.licences import Match
    from oss_scan.licences.scancode import Ask
    from oss_scan.texts import Lang


@click.group("licence")
def command() -> None:
    """Identify licence texts."""


@command.command("identify")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@form_option
@click.option(
    "--scancode",
    is_flag=True,
    help="Ask ScanCode about what is not recognised, in a process of its own; needs the extra `scancode`.",
)
@lang_option
@loudness
@click.pass_context
def identify(
    ctx: click.Context, paths: tuple[Path, ...], form: str, scancode: bool, lang: "Lang", verbose: bool, quiet: bool
) -> None:
    """Say which licence each file holds or names, as an SPDX expression.

    Exit status: 0 all recognised, 2 a file cannot be read, 3 a licence was not recognised.
    """
    from oss_scan import licences
    from oss_scan.inert import printable
    from oss_scan.licences.fold import LIMIT

    found: list[tuple[Path, Match]] = []
    unread = False
    with _deeper(scancode, lang) as deeper:
        for path in paths:
            try:
                with path.open("rb") as file:
                    data = file.read(LIMIT + 1)
            except OSError as error:
                unread = True
                detail = printable(error.strerror or str(error))
                said = {"nl": "kan niet worden gelezen", "en": "cannot be read"}[lang]
                click.echo(f"oss-scan: {printable(str(path))} {said} ({detail})", err=True)
                continue
            match = licences.followed(data, licences.identify(data), _beside(path))
            found.append((path, deeper(data, match)))
    write(_json(found) if form == "json" else _table(found, lang, headed=not quiet), None)
    unknown = any(match.expression is None for _, match in found)
    ctx.exit(2 if unread else 3 if unknown else 0)


def _beside(path: Path) -> "Callable[[str], str | None]":
    """What the file of a name in the same folder says."""

    def said(name: str) -> str | None:
        from oss_scan import licences
        from oss_scan.licences.fold import LIMIT

        try:
            with (path.parent / name).open("rb") as file:
                return licences.identify(file.read(LIMIT + 1)).expression
        except OSError:
            return None

    return said


@contextmanager
def _deeper(scancode: bool, lang: "Lang") -> "Iterator[Ask]":
    """What is done with an answer: nothing, or ScanCode asked where there is none, as long as it is there."""
    if not scancode:
        yield lambda _data, match: match
        return
    from oss_scan.licences.scancode import AbsentError, engine

    with engine() as ask:
        absent = False

        def deeper(data: bytes, match: "Match") -> "Match":
            nonlocal absent
            try:
                return match if absent else ask(data, match)
            except AbsentError:
                absent = True
                click.echo(f"oss-scan: {_ABSENT[lang]}", err=True)
                return match

        yield deeper


def _json(found: "list[tuple[Path, Match]]") -> str:
    import json

    from oss_scan import licences

    analyser = licences.version()
    rows = [
        {
            "path": str(path),
            "expression": match.expression,
            "kind": match.kind,
            "score": match.score,
            "line": match.line,
            "last_line": match.last_line,
            "differences": [
                {"removed": removed, "added": added} for removed, added in zip(match.removed, match.added, strict=True)
            ],
            "reason": match.reason,
            "engine": match.engine,
            "analyser": analyser,
        }
        for path, match in found
    ]
    # surrogates (bytes that are not UTF-8) stand escaped, as JSON can hold them
    return json.dumps(rows, indent=2, sort_keys=True)


def _table(found: "list[tuple[Path, Match]]", lang: "Lang", *, headed: bool) -> str:
    from tabulate import tabulate

    from oss_scan.inert import printable

    kinds = {kind: words[0 if lang == "nl" else 1] for kind, words in _KINDS.items()}
    rows = [
        [printable(str(path)), match.expression or "-", kinds[match.kind], f"{match.score:.3f}"]
        for path, match in found
    ]
    headers = _HEADERS[0 if lang == "nl" else 1] if headed else ()
    table = tabulate(rows, headers, tablefmt="simple" if headed else "plain", disable_numparse=True)
    return "\n".join((table, *(line for path, match in found for line in _remarks(path, match, lang))))


def _remarks(path: Path, match: "Match", lang: "Lang") -> "Iterator[str]":
    """What a modified text lacks and has more, and why a PDF or a text is unknown."""
    from oss_scan.inert import printable

    number = 0 if lang == "nl" else 1
    if match.engine:
        yield f"{printable(str(path))}: {_BY[number]} {match.engine}"
    if match.reason:
        where = f":{match.line}" if match.reason == "contradicted" else ""
        yield f"{printable(str(path))}{where}: {_REASONS[match.reason][number]}"
    for removed, added in zip(match.removed, match.added, strict=True):
        parts = ((_REMOVED[number], removed), (_ADDED[number], added))
        said = "; ".join(f"{word}: {printable(words)}" for word, words in parts if words)
        yield f"{printable(str(path))}: {said}"


_BY = ("volgens", "according to")
_ABSENT = {
    "nl": "ScanCode is er niet: pip install 'oss-scan[scancode]'. Wat niet is herkend, blijft onbekend.",
    "en": "ScanCode is not there: pip install 'oss-scan[scancode]'. What is not recognised stays unknown.",
}
_REMOVED, _ADDED = ("ontbreekt", "left out"), ("toegevoegd", "added")
_REASONS = {
    "pdf-extra": (
        "een PDF wordt alleen gelezen met de extra: pip install 'oss-scan[pdf]'",
        "a PDF is only read with the extra: pip install 'oss-scan[pdf]'",
    ),
    "pdf-unreadable": ("de PDF is niet te lezen", "the PDF cannot be read"),
    "contradicted": (
        "een regel bij de tekst noemt een andere licentie; haal die regel weg, of zet er de goede tekst bij",
        "a line beside the text names another licence; remove that line, or put the right text beside it",
    ),
    "pdf-unclear": (
        "in de tekst van de PDF is geen licentie vast te stellen; zet hem erbij als gewone tekst",
        "no licence can be established in the text of the PDF; put it beside it as plain text",
    ),
}
_HEADERS = (("bestand", "licentie", "soort", "score"), ("file", "licence", "kind", "score"))
_KINDS = {
    "text": ("volledige tekst", "full text"),
    "notice": ("vermelding", "notice"),
    "reference": ("verwijzing", "reference"),
    "link": ("link", "link"),
    "modified": ("gewijzigde tekst", "modified text"),
    "unknown": ("onbekend", "unknown"),
}
