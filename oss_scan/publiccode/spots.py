"""A YAML file with the span of each node in the text, for edits that leave the rest of it as it is.

Spans are half-open and count characters; a container ends where the last of its contents does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import yaml

from oss_scan.positioned import Scalar, parse

BOM = b"\xef\xbb\xbf"
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: libyaml takes these for line breaks, as YAML 1.1 has it; of the same length, so that spans stay right.
_HIDE = str.maketrans("\x85\u2028\u2029", "\ue085\ue0a8\ue0a9")
_SHOW = str.maketrans("\ue085\ue0a8\ue0a9", "\x85\u2028\u2029")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A node and its span. `keys` stand beside the `items` of a map; `scalar` is what a scalar holds.

    `style` is the opening mark of a scalar (`'`, `"`, `|`, `>`), empty where it is plain.
    """

    kind: Literal["scalar", "map", "list"]
    start: int
    end: int
    scalar: Scalar | None = None
    style: str = ""
    flow: bool = False
    keys: tuple["Spot", ...] = ()
    items: tuple["Spot", ...] = ()

    @property
    def text(self) -> str:
        """The text of a scalar; empty for a container."""
        return self.scalar.text if self.scalar else ""

    @property
    def empty(self) -> bool:
        """Whether it is null, an empty text or an empty container."""
        return not self.items if self.scalar is None else self.scalar.value() in (None, "")

    def names(self) -> tuple[str, ...]:
        """The keys of a map."""
        return tuple(key.text for key in self.keys)

    def get(self, name: str) -> "Spot | None":
        """The node under a key."""
        return next((value for key, value in self.entries() if key.text == name), None)

    def entries(self) -> tuple[tuple["Spot", "Spot"], ...]:
        """The keys and values of a map."""
        return tuple(zip(self.keys, self.items, strict=False))


@dataclass(frozen=True, slots=True)
class Page:
    """A file as text with its nodes; `aliased` where a node stands for another place in the file."""

    text: str
    root: Spot | None
    aliased: bool


def decode(data: bytes) -> tuple[bytes, str]:
    """The byte order mark, or nothing, and the text. Raises BadYamlError for what is no safe YAML."""
    parse(data)
    mark = BOM if data.startswith(BOM) else b""
    return mark, data.removeprefix(BOM).decode("utf-8")


def read(text: str) -> Page:
    """The text with its spans. Raises BadYamlError."""
    parse(text.encode("utf-8"))
    hidden = text.translate(_HIDE)
    root = yaml.compose(hidden, _Loader)
    seen: set[int] = set()
    spot = None if root is None else _spot(root, text, seen)
    return Page(text, spot, aliased=-1 in seen)


def _spot(node: yaml.Node, text: str, seen: set[int]) -> Spot:
    if id(node) in seen:
        seen.add(-1)
    seen.add(id(node))
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        value = node.value if text.isascii() else node.value.translate(_SHOW)
        scalar = Scalar(value, not node.style, node.start_mark.line + 1, node.start_mark.column + 1)
        while node.style in ("|", ">") and text[end - 1].isspace():
            end -= 1
        return Spot("scalar", start, end, scalar, node.style or "")
    assert isinstance(node, yaml.CollectionNode)
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_spot(child, text, seen) for child in node.value)
        last = end if node.flow_style else max((item.end for item in items), default=end)
        return Spot("list", start, last, flow=bool(node.flow_style), items=items)
    keys, values = [], []
    for key, value in node.value:
        keys.append(_spot(key, text, seen))
        values.append(_spot(value, text, seen))
    last = end if node.flow_style else max((item.end for item in (*keys, *values)), default=end)
    return Spot("map", start, last, flow=bool(node.flow_style), keys=tuple(keys), items=tuple(values))


def leaves(spot: Spot, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Each scalar and each empty container with its path; two files with the same leaves say the same."""
    if spot.scalar is not None:
        value = spot.scalar.value()
        yield path, (type(value).__name__, repr(value))
    elif not spot.items:
        yield path, spot.kind
    elif spot.kind == "list":
        for number, item in enumerate(spot.items):
            yield from leaves(item, (*path, number))
    else:
        for key, below in spot.entries():
            yield from leaves(below, (*path, key.text))
