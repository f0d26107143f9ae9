"""What to say of a file that is not YAML, or that is unsafe to read: one item, at the root of the trouble."""

import re
from collections.abc import Sequence

from oss_scan.positioned import BadYamlError
from oss_scan.publiccode.model import Item
from oss_scan.publiccode.told import shown

_BREAKS = re.compile("\r\n?|\n")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
#: Part of what libyaml and PyYAML say → the kind of sentence that says what to do.
_KINDS = {
    "tab character": "tab",
    "cannot start any token": "character",
    "mapping values are not allowed": "colon",
    "':'": "no-colon",
    "expected comment or line break": "block",
    "<document start>": "indentation",
    "expected '-' indicator": "indentation",
    "expected key": "indentation",
    "block end": "indentation",
    "block sequence entries": "list",
    "',' or": "bracket",
    "node content": "stray",
    "end of stream": "quote",
    "document indicator": "quote",
    "undefined alias": "alias",
    "second occurrence": "anchor",
    "undefined tag": "tag",
    "incompatible YAML document": "version",
    "directive": "directive",
    "special characters": "control",
    "control characters": "control",
    "escape": "escape",
}
#: Kinds of which the root lies where the thing began that never ended.
_BEGUN = ("no-colon", "bracket", "quote")
_ABOVE = 1000  # lines that are looked back
#: A line on which a quote opens and does not close; a line with one word, where a key was meant.
_OPENED = re.compile(r"([^'\"#]*(?::|-)\s+)(['\"])[^'\"]*")
_BARE = re.compile(r"(\s*)[\w.-]+\s*")


def unreadable(data: bytes, error: BadYamlError) -> Item:
    """The one item on such a file; it lies within the file."""
    if error.code in ("not-utf-8", "syntax") and (data.startswith(_UTF_16) or b"\0" in data[:2]):
        return Item("error", "", 1, 1, "yaml-utf-16", {})
    lines = _BREAKS.split(data.decode("utf-8", "replace").removeprefix("\ufeff"))
    line, column = (error.line, error.column) if error.line <= len(lines) else (len(lines), 1)
    values = {name: shown(value) for name, value in error.values.items()}
    if error.code == "syntax":
        return _syntax(lines, line, column, values)
    if error.code == "key-not-text" and lines[line - 1][max(0, column - 2) : column] == "{{":
        values["kind"] = "template"
    return Item("error", "", line, column, f"yaml-{error.code}", values)


def _syntax(lines: Sequence[str], line: int, column: int, values: dict[str, str]) -> Item:
    detail = values.get("detail", "")
    kind = next((kind for part, kind in _KINDS.items() if part in detail), "")
    begun = values.pop("begun", "").split(":")
    if kind in _BEGUN and len(begun) == 2:
        line, column = int(begun[0]), int(begun[1])
    written = lines[line - 1] if line <= len(lines) else ""
    before, at = written[: column - 1], written[column - 1 : column]
    kind = _closer(kind, detail, lines[0], before, at)
    earlier = _earlier(lines, line, before, kind)
    if earlier:
        kind, line, column = earlier
    if kind in ("character", "stray"):
        values["character"] = at
    return Item("error", "", line, column, "yaml-syntax", {**values, "kind": kind} if kind else values)


def _earlier(lines: Sequence[str], line: int, before: str, kind: str) -> tuple[str, int, int] | None:
    """Where a quote or a colon was forgotten on a line above, the kind of that and its place."""
    above = range(line - 2, max(-1, line - 2 - _ABOVE), -1)
    if kind == "after-quote":
        closing = before.rstrip()[-1:] if before.rstrip().endswith(("'", '"')) else "'" if "'" in before else '"'
        first = next((number for number in above if closing in lines[number]), None)
        opened = _OPENED.fullmatch(lines[first]) if first is not None else None
        if first is not None and opened and opened[2] == closing and before.count(closing) % 2:
            return "quote", first + 1, len(opened[1]) + 1
    if kind == "indentation":
        first = next((number for number in above if lines[number].strip()), None)
        bare = _BARE.fullmatch(lines[first]) if first is not None else None
        if first is not None and bare and len(bare[1]) < len(before) - len(before.lstrip()):
            return "no-colon", first + 1, len(bare[1]) + 1
    return None


def _closer(kind: str, detail: str, first: str, before: str, at: str) -> str:
    """The kind, by the character that it is about and what stands before it on its line."""
    if kind == "character" and not at.strip():
        return "tab"
    if kind == "colon" and ": " not in f"{before} ".partition(" #")[0]:
        return "indentation"
    if kind != "indentation":
        return kind
    if "document start" in detail:
        return "directive" if first.startswith("%") else kind
    if at in ("]", "}"):
        return "stray"
    return "after-quote" if before.rstrip().endswith(("'", '"')) or before.count("'") + before.count('"') > 1 else kind
