"""What the validators' commands do, apart from their options: read, judge, print, and give the exit status."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from oss_scan.cli.options import write
from oss_scan.errors import OssScanError
from oss_scan.inert import json_text, printable
from oss_scan.texts import Lang, Text

if TYPE_CHECKING:
    from oss_scan import publiccode
    from oss_scan.inventory.items import Item
    from oss_scan.standards import securitytxt

_VERDICTS: Mapping[str, Text] = {
    "valid": Text("geldig", "valid"),
    "valid_with_warnings": Text("geldig, met waarschuwingen", "valid, with warnings"),
    "invalid": Text("ongeldig", "invalid"),
}
_TYPES: Mapping[str, Text] = {
    "error": Text("fout", "error"),
    "warning": Text("waarschuwing", "warning"),
    "notice": Text("opmerking", "notice"),
}
_BETTER = Text("schrijf", "write")
NEXT = "1.0"  # the version of publiccode.yml that is being drafted
_READY = Text("klaar voor het concept van {version}", "ready for the draft of {version}")
_NOT_READY = Text(
    "nog niet klaar voor het concept van {version}; te veranderen: {number}",
    "not ready for the draft of {version} yet; to change: {number}",
)


@dataclass(frozen=True, slots=True)
class Said:
    """An item and its sentence, and what JSON tells more of it."""

    item: "publiccode.Item | securitytxt.Item | Item"
    message: str
    more: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a validator finds of one file."""

    verdict: str
    items: tuple[Said, ...]
    readiness: tuple[Said, ...] | None = None  # what keeps it from the next version, where that was asked


def show(
    files: Sequence[Path],
    judge: Callable[[bytes, Path], Judged],
    *,
    form: str,
    lang: Lang,
    limit: int,
    quiet: bool,
    verbose: bool,
) -> int:
    """Judge each file and print it all; the text only errors when `quiet`, and codes too when `verbose`.

    Raises OssScanError for a file that cannot be read. No more of it is read than shows that it is above `limit`.
    """
    judged = [(str(path), judge(read(path, limit), path)) for path in files]
    return told(judged, form=form, lang=lang, quiet=quiet, verbose=verbose)


def told(judged: Sequence[tuple[str, Judged]], *, form: str, lang: Lang, quiet: bool, verbose: bool) -> int:
    """Print what was found of each file, and give the exit status."""
    text = _json(judged) if form == "json" else _text(judged, lang, quiet=quiet, verbose=verbose)
    if text:
        write(text, None)
    return 1 if any(one.verdict == "invalid" for _, one in judged) else 0


def read(path: Path, limit: int) -> bytes:
    """The bytes of a named file, or of standard input for `-`, and no more than one above `limit`.

    Raises OssScanError.
    """
    if str(path) == "-":
        return sys.stdin.buffer.read(limit + 1)
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise OssScanError(
            nl=f"{path} kan niet worden gelezen ({detail}); noem een bestaand bestand",
            en=f"{path} cannot be read ({detail}); name an existing file",
        ) from None


def _json(judged: Sequence[tuple[str, Judged]]) -> str:
    results = [
        {
            "path": json_text(path),
            "verdict": one.verdict,
            "items": [_item(said) for said in one.items],
            **({} if one.readiness is None else {"readiness": _readiness(one.readiness)}),
        }
        for path, one in judged
    ]
    return json.dumps(results, indent=2, sort_keys=True, ensure_ascii=False)


def _readiness(items: Sequence[Said]) -> dict[str, object]:
    return {"version": NEXT, "ready": not items, "items": [_item(said) for said in items]}


def _item(said: Said) -> dict[str, object]:
    item = said.item
    return {
        "type": item.type,
        "key": json_text(item.key),
        "line": item.line,
        "column": item.column,
        "code": item.code,
        "message": json_text(said.message),
        "fix": None if item.fix is None else json_text(item.fix),
        **{name: None if value is None else json_text(value) for name, value in said.more.items()},
    }


def _text(judged: Sequence[tuple[str, Judged]], lang: Lang, *, quiet: bool, verbose: bool) -> str:
    lines: list[str] = []
    for path, one in judged:
        if quiet and one.verdict != "invalid":
            continue
        lines.append(f"{printable(path)}: {_VERDICTS[one.verdict].in_(lang)}")
        lines += (_line(said, lang, verbose=verbose) for said in one.items if not quiet or said.item.type == "error")
        if one.readiness is not None:
            ready = _READY if not one.readiness else _NOT_READY
            lines.append(f"  {ready.in_(lang, {'version': NEXT, 'number': str(len(one.readiness))})}")
            lines += (_line(said, lang, verbose=verbose) for said in one.readiness)
    return "".join(f"{line}\n" for line in lines)


def _line(said: Said, lang: Lang, *, verbose: bool) -> str:
    item = said.item
    where = f"{item.line}:{item.column}"
    code = f" ({item.code})" if verbose else ""
    line = f"  {where:<8}{_TYPES[item.type].in_(lang)}: {printable(said.message)}{code}"
    return f"{line}\n{'':<10}{_BETTER.in_(lang)}: {printable(item.fix)}" if item.fix else line
