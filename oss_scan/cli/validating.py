"""What the validators' commands do, apart from their options: read, judge, print, and give the exit status."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from oss_scan.cli.options import write
from oss_scan.errors import OssScanError
from oss_scan.inert import json_text, printable
from oss_scan.texts import Lang, Text

if TYPE_CHECKING:
    from oss_scan import publiccode
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


@dataclass(frozen=True, slots=True)
class Said:
    """An item and its sentence."""

    item: "publiccode.Item | securitytxt.Item"
    message: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a validator finds of one file."""

    verdict: str
    items: tuple[Said, ...]


def show(
    files: Sequence[Path],
    judge: Callable[[bytes], Judged],
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
    judged = [(str(path), judge(_read(path, limit))) for path in files]
    text = _json(judged) if form == "json" else _text(judged, lang, quiet=quiet, verbose=verbose)
    if text:
        write(text, None)
    return 1 if any(one.verdict == "invalid" for _, one in judged) else 0


def _read(path: Path, limit: int) -> bytes:
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
            "items": [
                {
                    "type": said.item.type,
                    "key": json_text(said.item.key),
                    "line": said.item.line,
                    "column": said.item.column,
                    "code": said.item.code,
                    "message": json_text(said.message),
                    "fix": None if said.item.fix is None else json_text(said.item.fix),
                }
                for said in one.items
            ],
        }
        for path, one in judged
    ]
    return json.dumps(results, indent=2, sort_keys=True, ensure_ascii=False)


def _text(judged: Sequence[tuple[str, Judged]], lang: Lang, *, quiet: bool, verbose: bool) -> str:
    lines: list[str] = []
    for path, one in judged:
        if quiet and one.verdict != "invalid":
            continue
        lines.append(f"{printable(path)}: {_VERDICTS[one.verdict].in_(lang)}")
        for said in one.items:
            item = said.item
            if quiet and item.type != "error":
                continue
            where = f"{item.line}:{item.column}"
            code = f" ({item.code})" if verbose else ""
            lines.append(f"  {where:<8}{_TYPES[item.type].in_(lang)}: {printable(said.message)}{code}")
            if item.fix:
                lines.append(f"{'':<10}{_BETTER.in_(lang)}: {printable(item.fix)}")
    return "".join(f"{line}\n" for line in lines)
