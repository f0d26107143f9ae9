"""What REUSE.toml and .reuse/dep5 say of groups of files (https://reuse.software/spec-3.3/)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from oss_scan import toml
from oss_scan.facts.globs import dep5_glob, toml_glob

_ANNOTATIONS = 1000
_TABLE = re.compile(r"[ \t]*\[\[[ \t]*[\"']?annotations[\"']?[ \t]*\]\]")
_KEY = re.compile(r"[ \t]*[\"']?SPDX-License-Identifier[\"']?[ \t]*=")

Where = tuple[str, int | None]  # path and line


@dataclass(frozen=True, slots=True)
class Said:
    """What one place says of a file, and where the licence stands."""

    licences: tuple[str, ...] = ()
    holder: bool = False
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What is said of the files whose paths match; `patterns` is the number of globs, which is what matching costs."""

    paths: re.Pattern[str]
    patterns: int
    precedence: str
    said: Said


def of_toml(data: bytes, path: str) -> Iterator[Annotation]:
    """The annotations of a REUSE.toml that stands at the path; none where it is no TOML."""
    text = data.decode("utf-8", "replace")
    try:
        table = toml.parse(text)
    except ValueError:
        return
    found = table.get("annotations")
    entries = found if isinstance(found, list) else []
    lines = _lines(text, len(entries))
    for entry, line in zip(entries[:_ANNOTATIONS], lines, strict=False):
        if isinstance(entry, dict):
            paths = [toml_glob(glob) for glob in _texts(entry.get("path"))]
            said = Said(
                _texts(entry.get("SPDX-License-Identifier")),
                bool(_texts(entry.get("SPDX-FileCopyrightText"))),
                (path, line),
            )
            precedence = entry.get("precedence", "closest")
            if paths and precedence in ("closest", "aggregate", "override"):
                yield Annotation(re.compile("|".join(paths), re.DOTALL), len(paths), precedence, said)


def _lines(text: str, entries: int) -> list[int | None]:
    """On which line each annotation gives its licence; the parser tells no lines, so None where they cannot be told."""
    lines: list[int | None] = []
    for number, line in enumerate(text.split("\n"), 1):
        if _TABLE.match(line):
            lines.append(None)
        elif lines and lines[-1] is None and _KEY.match(line):
            lines[-1] = number
    return lines if len(lines) == entries else [None] * entries


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(item for item in values[:_ANNOTATIONS] if isinstance(item, str) and item.strip())


def of_dep5(data: bytes, path: str) -> Iterator[Annotation]:
    """The paragraphs of a Debian copyright file (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/)."""
    number = 0
    for paragraph in re.split(r"\n[ \t]*(?=\n)", data.decode("utf-8", "replace").replace("\r\n", "\n"))[:_ANNOTATIONS]:
        fields: dict[str, list[str]] = {}
        lines: list[str] = []
        at: int | None = None
        for line in paragraph.split("\n"):
            number += 1
            if line[:1] in (" ", "\t"):
                lines.append(line.strip())
            elif ":" in line and not line.startswith("#"):
                key, _, value = line.partition(":")
                lines = fields.setdefault(key.strip().lower(), [])
                lines.append(value.strip())
                at = number if at is None and key.strip().lower() == "license" else at
        patterns = [word for line in fields.get("files", ()) for word in line.split()]
        if patterns:
            licence = fields.get("license", [""])[0]
            said = Said((licence,) if licence else (), any(fields.get("copyright", ())), (path, at))
            yield Annotation(
                re.compile("|".join(map(dep5_glob, patterns)), re.DOTALL), len(patterns), "aggregate", said
            )
