"""YAML read as a tree with positions, safely: from hostile files as well as from our own.

YAML 1.2's core schema decides what a plain scalar is (https://yaml.org/spec/1.2.2/#103-core-schema):
`yes` is a text, dates are texts. Nested brackets crash libyaml's composer (30,000 of them segfault
CPython), so the events are walked first; aliases may not multiply; duplicate keys are refused.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

LIMIT = 1024 * 1024
DEPTH = 50
NODES = 50_000

_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", re.ASCII
)
#: Line breaks in YAML 1.1 and so in libyaml, but not in YAML 1.2, git or editors: hidden from it.
_NO_BREAKS = "\x85\u2028\u2029"
_HIDDEN = "\ue085\ue0a8\ue0a9"
_HIDE = str.maketrans(_NO_BREAKS, _HIDDEN)
_SHOW = str.maketrans(_HIDDEN, _NO_BREAKS)
#: Each collection begins with one of these; where they are few, nothing is nested so deep that libyaml crashes.
#: PyYAML's own composer, where libyaml is absent, runs into Python's limit much sooner.
_INDICATORS = "[{-:?"
_SHALLOW = 1000 if _Base is not yaml.SafeLoader else DEPTH
#: What numbers and constants begin with; every other plain scalar is a text.
NOT_LETTERS = frozenset("+-.0123456789~nNtTfF")
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class BadYamlError(Exception):
    """A text that is not YAML, or that is unsafe to read: a code, what fills its sentence, and where.

    Codes: `not-utf-8`, `too-large`, `syntax` (detail, begun: `line:column` of what it is about), `too-deep`,
    `too-many-nodes`, `duplicate-key` (key, first), `several-documents`, `key-not-text`.
    """

    def __init__(self, code: str, line: int = 1, column: int = 1, **values: str) -> None:
        super().__init__(f"line {line}, column {column}: {code} {values or ''}".rstrip())
        self.code = code
        self.line = line
        self.column = column
        self.values = values


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it is written; `plain` when it has no quotes, so that its form decides its type."""

    text: str
    plain: bool
    line: int
    column: int

    def value(self) -> str | int | float | bool | None:
        """The value by YAML 1.2's core schema."""
        if not self.plain or (self.text and self.text[0] not in NOT_LETTERS):
            return self.text
        if self.text in _CONSTANTS:
            return _CONSTANTS[self.text]
        if _INT.fullmatch(self.text) and len(self.text) < 1000:
            return int(self.text, 0) if self.text[:2] in ("0o", "0x") else int(self.text)
        if _FLOAT.fullmatch(self.text):
            return float(self.text.lower().replace(".inf", "inf").replace(".nan", "nan"))
        return self.text


@dataclass(frozen=True, slots=True)
class Map:
    """Keys and values in the order of the file."""

    items: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """The node under a key, or None."""
        return next((node for name, node in self.items if name.text == key), None)


@dataclass(frozen=True, slots=True)
class List:
    """Values in the order of the file."""

    items: tuple["Node", ...]
    line: int
    column: int


Node: TypeAlias = Scalar | Map | List


class Loader(_Base):  # type: ignore[valid-type, misc]  # the C loader where there is one
    """Composes nodes without YAML 1.1's types, which are not used here and take half of the time."""

    #: What a scalar is, `Scalar.value` says, and there are no types by path. All three are called for every node:
    #: these are written in C, take any arguments, and give the same text each time.
    resolve = "?".format
    descend_resolver: Callable[..., object] = "".format
    ascend_resolver: Callable[..., object] = "".format


def parse(data: bytes, *, limit: int = LIMIT) -> Node | None:
    """The one document in `data` with the place of each node (lines and columns from 1); None when it is empty.

    Raises BadYamlError.
    """
    if len(data) > limit:
        raise BadYamlError("too-large", limit=str(limit))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadYamlError("not-utf-8", line, error.start - data.rfind(b"\n", 0, error.start)) from None
    if text.count("\n%") + text.count("\r%") > DEPTH:  # libyaml takes time quadratic in the number of directives
        raise BadYamlError("syntax", detail="directives")
    odd = any(character in text for character in _NO_BREAKS)
    if odd:
        text = text.translate(_HIDE)
    try:
        if sum(map(text.count, _INDICATORS)) > _SHALLOW:
            _refuse_depth(text)
        root = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if "expected a single document" in str(error):
            raise BadYamlError("several-documents", *where) from None
        begun = error.context_mark or mark
        since = f"{begun.line + 1}:{begun.column + 1}" if begun else ""
        raise BadYamlError("syntax", *where, detail=error.problem or error.context or "?", begun=since) from None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode("utf-8", "ignore")  # libyaml counts bytes
        column = len(before) - before.rfind("\n")
        raise BadYamlError("syntax", before.count("\n") + 1, column, detail=error.reason) from None
    except (yaml.YAMLError, ValueError) as error:
        raise BadYamlError("syntax", detail=str(error).splitlines()[0]) from None
    return None if root is None else _convert(root, _Reader(shown=odd))


def plain(node: Node | None) -> object:
    """The node as Python values (dict, list, str, int, float, bool, None)."""
    match node:
        case Map():
            return {key.text: plain(value) for key, value in node.items}
        case List():
            return [plain(value) for value in node.items]
        case Scalar():
            return node.value()
        case None:
            return None


def _refuse_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH and event.start_mark:
                raise BadYamlError("too-deep", event.start_mark.line + 1, event.start_mark.column + 1, depth=str(DEPTH))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Reader:
    """Counts nodes as they expand (aliases share nodes, and a walk would multiply them), and gives back texts."""

    def __init__(self, *, shown: bool) -> None:
        self.left = NODES
        self._shown = shown

    def text(self, value: str) -> str:
        return value.translate(_SHOW) if self._shown else value

    def spend(self, node: yaml.Node) -> None:
        self.left -= 1
        if self.left < 0:
            raise BadYamlError("too-many-nodes", *_where(node), nodes=str(NODES))


def _where(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _convert(node: yaml.Node, reader: _Reader, depth: int = 0) -> Node:
    reader.spend(node)
    line, column = _where(node)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(reader.text(node.value), not node.style, line, column)
    if depth >= DEPTH:  # also an alias inside its own anchor
        raise BadYamlError("too-deep", line, column, depth=str(DEPTH))
    depth += 1
    if isinstance(node, yaml.SequenceNode):
        return List(tuple(_convert(child, reader, depth) for child in node.value), line, column)
    return Map(tuple(_pairs(node, reader, depth)), line, column)


def _pairs(node: yaml.Node, reader: _Reader, depth: int) -> Iterator[tuple[Scalar, Node]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        line, column = _where(key)
        if not isinstance(key, yaml.ScalarNode):
            raise BadYamlError("key-not-text", line, column)
        if key.value in seen:
            raise BadYamlError("duplicate-key", line, column, key=key.value, first=str(seen[key.value]))
        seen[key.value] = line
        yield Scalar(reader.text(key.value), not key.style, line, column), _convert(value, reader, depth)
