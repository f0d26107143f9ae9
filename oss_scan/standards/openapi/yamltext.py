"""YAML by version 1.2's core schema: its values, its faults, and where each value begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

import yaml

from oss_scan.positioned import NOT_LETTERS, Loader, Scalar
from oss_scan.standards.openapi.mending import MENDS, mend
from oss_scan.standards.openapi.values import DEPTH, NODES, Fault, Path, UnreadableError, Value

_SHORT = 20  # letters of a plain scalar whose value is remembered: `true`, `200`, `integer`
_PROPERTY = re.compile(r"[!&][^\s,\[\]{}]*\s*")
#: Line breaks in YAML 1.1 and so in libyaml, but not in YAML 1.2: replaced by one character, so that columns hold.
_BREAKS = "\x85\u2028\u2029"
_NO_BREAKS = str.maketrans(dict.fromkeys(_BREAKS, " "))


@dataclass(frozen=True, slots=True)
class Index:
    """What was looked into: the keys and values of mappings, and where in a list each value stands first."""

    keys: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = field(default_factory=dict)
    firsts: dict[int, dict[int, int]] = field(default_factory=dict)


class _Composer(Loader):
    """Refuses what is nested too deep while it is read: libyaml's composer recurses in C, and some ten thousands of
    levels crash it. No look at the text beforehand tells how deep it goes: quotes and comments hide brackets."""

    _depth = 0

    def descend_resolver(self, parent: yaml.Node | None, _: object) -> None:
        """Called before each node, with what it is in."""
        if self._depth > DEPTH + 1 and parent is not None:  # `parent` is one less deep
            raise UnreadableError("too-deep", parent.start_mark.line + 1, parent.start_mark.column + 1)
        self._depth += 1

    def ascend_resolver(self) -> None:
        """Called after each node."""
        self._depth -= 1


def load(text: str, *, mended: bool = False) -> tuple[Value, tuple[Fault, ...], yaml.Node]:
    """The value of a YAML text, what can be passed over, and the nodes; `mended`: of what `mend` makes of it.

    Raises UnreadableError.
    """
    if text.count("\n%") + text.count("\r%") > DEPTH:  # libyaml takes time quadratic in the number of directives
        raise UnreadableError("syntax")
    if any(one in text for one in _BREAKS):  # to translate all takes longer than to read it
        text = text.translate(_NO_BREAKS)
    builder = _Builder()
    root = _compose(text, builder.faults, MENDS if mended else 0)
    if root is None:
        raise UnreadableError("empty")
    value, _ = builder.build(root, 0)
    return value, tuple(sorted(builder.faults, key=lambda fault: fault.line)), root


def _compose(text: str, faults: list[Fault], mends: int) -> yaml.Node | None:
    while True:
        try:
            return yaml.compose(text, _Composer)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            again = mend(text, error) if len(faults) < mends else None
            if again is None or again == text:
                raise UnreadableError("syntax", *place) from None
            faults.append(Fault("syntax", *place))
            text = again
        except (yaml.YAMLError, ValueError, RecursionError):
            raise UnreadableError("syntax") from None


class _Builder:
    """Makes values of nodes, shares what aliases share, and counts what they would come to."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._made: dict[int, tuple[Value, int]] = {}
        self._open: set[int] = set()

    def build(self, node: yaml.Node, depth: int) -> tuple[Value, int]:
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node), 1
        made = self._made.get(id(node))
        if made is not None:
            return made
        if depth > DEPTH or id(node) in self._open:
            raise UnreadableError("too-deep", node.start_mark.line + 1, node.start_mark.column + 1)
        self._open.add(id(node))
        made = self._list(node, depth) if isinstance(node, yaml.SequenceNode) else self._mapping(node, depth)
        self._open.discard(id(node))
        self._refuse_many(made[1], node)
        self._made[id(node)] = made
        return made

    def _list(self, node: yaml.Node, depth: int) -> tuple[list[Value], int]:
        found: list[Value] = []
        size = 1
        for inner in node.value:
            if inner.__class__ is yaml.ScalarNode:  # here, as in a mapping: a call for each would take as long as all
                found.append(_scalar(inner))
                size += 1
            else:
                value, count = self.build(inner, depth + 1)
                found.append(value)
                size += count
        return found, size

    def _mapping(self, node: yaml.Node, depth: int) -> tuple[dict[str, Value], int]:
        found: dict[str, Value] = {}
        own: set[str] | None = None  # a key that is written here goes before what is merged, in whatever order
        size = 1
        for key, inner in node.value:
            value: Value
            if inner.__class__ is yaml.ScalarNode:
                value = _scalar(inner)
                size += 1
            else:
                value, count = self.build(inner, depth + 1)
                size += count
            if size > NODES:
                self._refuse_many(size, node)
            if not isinstance(key, yaml.ScalarNode):
                self._fault("key-not-text", key)
                continue
            name, style = key.value, key.style
            if name == "<<" and not style:
                own = set(found) if own is None else own
                for merged in value if isinstance(value, list) else [value]:
                    if isinstance(merged, dict):
                        found.update({name: held for name, held in merged.items() if name not in found})
                continue
            if not style and not isinstance(_scalar(key), str):
                self._fault("key-not-text", key)
            elif name in (found if own is None else own):
                self._fault("duplicate-key", key)
            if own is not None:
                own.add(name)
            found[name] = value
        return found, size

    def _refuse_many(self, size: int, node: yaml.Node) -> None:
        if size > NODES:
            raise UnreadableError("too-many-nodes", node.start_mark.line + 1, node.start_mark.column + 1)

    def _fault(self, code: str, node: yaml.Node) -> None:
        self.faults.append(Fault(code, node.start_mark.line + 1, node.start_mark.column + 1))


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    text: str = node.value
    if node.style or (text and text[0] not in NOT_LETTERS):
        return text
    return _plain(text) if len(text) <= _SHORT else Scalar(text, True, 0, 0).value()


@lru_cache(maxsize=4096)
def _plain(text: str) -> str | int | float | bool | None:
    return Scalar(text, True, 0, 0).value()


def place(root: yaml.Node, path: Path, lines: Sequence[str], index: Index) -> tuple[int, int]:
    """Line and column, from 1, of the value at a path, or of its nearest parent; `index` is kept between calls."""
    node: yaml.Node = root
    key: yaml.Node | None = None
    for step in path:
        found = _step(node, step, index)
        if found is None or _is_empty_item(*found):
            break
        parent, (key, node) = node, found
        if _is_alias(parent, key, node, step, index):  # what it stands for is written elsewhere
            return _after(key, lines) if key is not None else (_mark(parent)[0] + 1, _mark(parent)[1] + 1)
    if key is not None and (not isinstance(node, yaml.ScalarNode) or not (node.value or node.style)):
        return _after(key, lines)  # a list or mapping begins one past its key; so does what is not written
    line, column = _past_properties(node, lines)
    return line + 1, column + 1


def _is_empty_item(key: yaml.Node | None, node: yaml.Node) -> bool:
    return key is None and isinstance(node, yaml.ScalarNode) and not node.value and not node.style


def _is_alias(parent: yaml.Node, key: yaml.Node | None, node: yaml.Node, step: str | int, index: Index) -> bool:
    if _mark(node) < _mark(key or parent):
        return True
    if key is not None:
        return False
    first = index.firsts.get(id(parent))
    if first is None:
        first = index.firsts[id(parent)] = {id(inner): at for at, inner in reversed(list(enumerate(parent.value)))}
    return first[id(node)] != step


def _mark(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line, node.start_mark.column


def _after(key: yaml.Node, lines: Sequence[str]) -> tuple[int, int]:
    """One past the end of a key, which is on the next line for a key after a question mark."""
    line, column = key.end_mark.line, key.end_mark.column
    return (line + 2, 1) if line < len(lines) and column >= len(lines[line]) else (line + 1, column + 2)


def _past_properties(node: yaml.Node, lines: Sequence[str]) -> tuple[int, int]:
    """Where a value begins after its tag and anchor."""
    line, column = _mark(node)
    while line < len(lines) and lines[line][column : column + 1] in ("!", "&"):
        found = _PROPERTY.match(lines[line], column)
        assert found is not None
        column = found.end()
        while line + 1 < len(lines) and not lines[line][column:].split("#")[0].strip():
            line, column = line + 1, 0
        column += len(lines[line][column:]) - len(lines[line][column:].lstrip())
    return line, column


def _step(node: yaml.Node, step: str | int, index: Index) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode):
        if isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None
    if not isinstance(node, yaml.MappingNode):
        return None
    keys = index.keys.get(id(node))
    if keys is None:
        keys = index.keys[id(node)] = _keys(node)
    return keys.get(str(step))


def _keys(node: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """The keys of a mapping and of what is merged into it, in however many steps, with their values."""
    found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    waiting, seen = [node], set()
    while waiting:
        here = waiting.pop()
        if id(here) in seen or not isinstance(here, yaml.MappingNode):
            continue
        seen.add(id(here))
        own = {key.value: (key, inner) for key, inner in here.value if _is_scalar(key)}
        for name, held in own.items():
            found.setdefault(name, held)
        merged = [inner for key, inner in here.value if _is_scalar(key) and key.value == "<<"]
        lists = (inner.value if isinstance(inner, yaml.SequenceNode) else [inner] for inner in merged)
        waiting += reversed(list(chain.from_iterable(lists)))
    return found


def _is_scalar(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)
