"""One JSON or YAML file as plain values, with the place of every value when it is asked for.

`positioned` refuses what an OpenAPI document may well hold (more nodes, numbers as keys, merge keys) and what Spectral
reads on from (a key that is written twice), and keeps a place for every node. So this reader stands beside it, as
careful: sizes, depth and what aliases multiply are limited.
"""

import json
import re
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Callable
from functools import cached_property
from typing import TypeAlias

import yaml

from oss_scan.pausing import uncollected
from oss_scan.standards.openapi import jsontext, yamltext
from oss_scan.standards.openapi.values import Fault, Path, UnreadableError, Value

__all__ = ["LIMIT", "Document", "Fault", "Path", "Reader", "UnreadableError", "Value", "read"]

LIMIT = 4 * 1024 * 1024
_HALVES = re.compile(r"\\[uU](?:0000)?[dD][89a-fA-F]")


class Document:
    """A file that was read: its values, and where they stand."""

    def __init__(self, name: str, text: str, data: Value, faults: tuple[Fault, ...], root: yaml.Node | None) -> None:
        self.name = name
        self.data = data
        self.faults = faults
        self._text = text
        self._root = root
        self._index = yamltext.Index()
        self.begins_with_mark = False  # a byte order mark

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1, of the value at a path; the nearest parent where the path does not lead on.

        A list or mapping begins one past its key, as in the norm owner's own tool; so does that, after a byte order
        mark, every value one early.
        """
        line, column = self._in_json(path) if self._root is None else self._in_yaml(path)
        if not self.begins_with_mark:
            return (1, 1) if (line, column) == self._begin == (2, 1) else (line, column)
        if line == 1:
            return line, column
        return (line, column - 1) if column > 1 else (line - 1, len(self._lines[line - 2]) + (2 if line == 2 else 1))

    def _in_yaml(self, path: Path) -> tuple[int, int]:
        assert self._root is not None
        return yamltext.place(self._root, path, self._lines, self._index)

    def _in_json(self, path: Path) -> tuple[int, int]:
        offset, inside = self._offsets
        for step in path:
            found = inside.get(step) if isinstance(inside, dict) else None
            if found is None:
                break
            offset, inside = found
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    @cached_property
    def _begin(self) -> tuple[int, int]:
        return (0, 0) if self._root is None else self._in_yaml(())

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    @cached_property
    def _offsets(self) -> "jsontext.Offset":
        return jsontext.offsets(self._text)


#: What reads a file of some bytes and a name.
Reader: TypeAlias = Callable[[bytes, str], Document]


def read(data: bytes, name: str, *, limit: int = LIMIT, mended: bool = False) -> Document:
    """The document in `data`; JSON when `name` ends in `.json`, else YAML. Raises UnreadableError.

    `mended`: small slips are passed over and told as faults, and what is no JSON is read as YAML.
    """
    if len(data) > limit:
        raise UnreadableError("too-large")
    faults: list[Fault] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if not mended:
            raise UnreadableError("not-utf-8", line) from None
        faults.append(Fault("not-utf-8", line, 1))
        text = data.decode("utf-8-sig", errors="replace")
    with uncollected():
        document = _read(text, name, mended=mended)
        document.faults = (*faults, *document.faults)
        document.begins_with_mark = data.startswith(BOM_UTF8)
        if _HALVES.search(text):
            _refuse_halves(document.data)
        return document


def _refuse_halves(data: Value) -> None:
    """Half a character (`"\\ud800"`) is no text that could be written anywhere."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise UnreadableError("not-utf-8") from None


def _read(text: str, name: str, *, mended: bool) -> Document:
    if name.lower().endswith(".json"):
        try:
            value, faults = jsontext.load(text)
        except UnreadableError as error:
            if not mended or error.code != "syntax":
                raise
            document = _read(text, "", mended=True)
            document.name = name
            document.faults = (Fault("syntax", error.line, error.column), *document.faults)
            return document
        return Document(name, text, value, faults, None)
    try:
        return Document(name, text, *yamltext.load(text, mended=mended))
    except UnreadableError:
        if text.lstrip()[:1] == "{":  # JSON with tabs is no YAML to libyaml
            try:
                return Document(name, text, *jsontext.load(text), None)
            except UnreadableError:
                pass
        raise
