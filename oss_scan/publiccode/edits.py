"""Edits of a YAML text: a value, a key, an entry less or more; all else stays byte for byte.

Each function gives the edits, or None where it cannot be done without touching what stands beside it.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from oss_scan.positioned import Scalar
from oss_scan.publiccode.spots import Page, Spot

#: Texts that need no quotes anywhere in a YAML file, inside brackets too.
_PLAIN = re.compile(r"[\w./(](?:[\w./@+()~?=-]|:(?=[^\s,\[\]{}])| (?=[^\s#]))*")
#: What YAML 1.1 takes for something else than a text; dates are written without quotes by custom.
_NUMBERS = re.compile(r"[0-9_.:+eExX-]+|0[xo][0-9A-Fa-f_]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = ("y", "n", "yes", "no", "on", "off", "true", "false", "null")
_ENTRY = re.compile(r"[ \t]*(#[^\r\n]*)?(\r\n|\r|\n|\Z)")
_BLANKS = re.compile(r" *")
_COLON = re.compile(r"\s*:")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What takes the place of a part of the text."""

    start: int
    end: int
    new: str


Edits = tuple[Edit, ...]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        parts += text[at : edit.start], edit.new
        at = edit.end
    return "".join((*parts, text[at:]))


def written(text: str, style: str = "") -> str:
    """A text as a YAML scalar: with the quotes that it had, or those that it needs."""
    if style not in ("'", '"') and _is_plain(text):
        return text
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    said = json.dumps(text, ensure_ascii=False)
    return "".join(one if one.isprintable() else _escaped(ord(one)) for one in said)


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _is_plain(text: str) -> bool:
    if not _PLAIN.fullmatch(text) or not text.isprintable() or text.lower() in _WORDS:
        return False
    if _NUMBERS.fullmatch(text) and not _DATE.fullmatch(text):
        return False
    return isinstance(Scalar(text, True, 1, 1).value(), str)


def replace(page: Page, spot: Spot, new: str) -> Edits:
    """Another value (as YAML) in the place of a scalar."""
    if spot.start == spot.end and page.text[spot.start - 1 : spot.start] == ":":
        new = f" {new}"
    return (Edit(spot.start, spot.end, new),)


def drop(page: Page, map_: Spot, name: str) -> Edits | None:
    """An entry of a map less. What is left of a map may be null."""
    entries = map_.entries()
    at = map_.names().index(name)
    key, value = entries[at]
    end = max(key.end, value.end)
    if page.aliased:
        return None
    if map_.flow:
        if at + 1 < len(entries):
            return (Edit(key.start, entries[at + 1][0].start, ""),)
        start = max(entries[at - 1][0].end, entries[at - 1][1].end) if at else key.start
        return (Edit(start, max(end, _colon(page.text, key)), ""),)
    lines = _lines(page.text, key.start, max(end, _colon(page.text, key)))
    return None if lines is None else (Edit(*lines, ""),)


def comment(page: Page, key: Spot, value: Spot) -> Edits | None:
    """The lines of an entry as comments, in a map without brackets; those that are blank stay."""
    end = max(key.end, value.end)
    span = None if page.aliased else _lines(page.text, key.start, end)
    if span is None:
        return None
    column = _column(page.text, key.start)
    starts = (span[0], *(match.end() for match in _BREAK.finditer(page.text, span[0], end)))
    blanks = ((start, _BLANKS.match(page.text, start, start + column)) for start in starts)
    marks = (found.end() if found else start for start, found in blanks)
    return tuple(Edit(at, at, "# ") for at in marks if page.text[at : at + 1] not in ("\r", "\n"))


def _colon(text: str, key: Spot) -> int:
    match = _COLON.match(text, key.end)
    return match.end() if match else key.end


def _lines(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The whole lines from `start` to `end`, or None where something else stands in them."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    rest = _ENTRY.match(text, end)
    return None if text[first:start].strip(" ") or rest is None else (first, rest.end())


def rename(page: Page, key: Spot, name: str) -> Edits:
    """Another name for a key."""
    return (Edit(key.start, key.end, written(name, key.style)),)


def add(page: Page, map_: Spot, name: str, value: str, *, after: str | None = None) -> Edits | None:
    """An entry more in a map that has some, after one of them (else the last); `value` is YAML on one line."""
    return _insert(page, map_, ((name, value),), after)


def section(page: Page, map_: Spot, name: str, lines: tuple[str, ...], flow: str, after: str | None) -> Edits | None:
    """A key with `lines` below it more in a map that has some; `flow` is the same value on one line."""
    if map_.flow:
        return _insert(page, map_, ((name, flow),), after)
    step = " " * _step(map_)
    return _insert(page, map_, ((f"{name}:", ""), *((f"{step}{line}", "") for line in lines)), after)


def append(page: Page, list_: Spot, name: str, value: str) -> Edits | None:
    """A map with one entry more at the end of a list that has some."""
    last = list_.items[-1]
    if page.aliased:
        return None
    if list_.flow:
        return (Edit(last.end, last.end, f", {{{name}: {value}}}"),)
    dash = page.text.rfind("-", 0, list_.items[0].start)
    indent = " " * _column(page.text, dash)
    return _after(page, last.end, (f"{indent}- {name}: {value}",))


def _insert(page: Page, map_: Spot, new: tuple[tuple[str, str], ...], after: str | None) -> Edits | None:
    if page.aliased or not map_.keys:
        return None
    names = map_.names()
    key, value = map_.entries()[names.index(after) if after in names else -1]
    end = max(key.end, value.end, _colon(page.text, key))
    if map_.flow:
        said = ", ".join(f"{written(name, map_.keys[0].style)}: {text}" for name, text in new)
        return (Edit(end, end, f", {said}"),)
    indent = " " * _column(page.text, map_.keys[0].start)
    return _after(page, end, tuple(f"{indent}{_line(name, text)}" for name, text in new))


def _line(name: str, value: str) -> str:
    return f"{name}: {value}" if value else name


def _after(page: Page, end: int, lines: tuple[str, ...]) -> Edits | None:
    """Lines more below the line in which a node ends."""
    rest = _ENTRY.match(page.text, end)
    if rest is None:
        return None
    own = _BREAK.search(page.text)
    ending = own[0] if own else "\n"
    text = ending.join(lines)
    at = rest.end()
    return (Edit(at, at, f"{text}{ending}" if rest[2] else f"{ending}{text}"),)


def _column(text: str, at: int) -> int:
    return at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) - 1


def _step(map_: Spot) -> int:
    """How far the file indents."""
    outer = map_.keys[0].scalar
    for value in map_.items:
        inner = value.keys[0].scalar if value.keys and not value.flow else None
        if outer and inner and inner.column > outer.column:
            return inner.column - outer.column
    return 2
