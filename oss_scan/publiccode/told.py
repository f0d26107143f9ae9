"""Nodes and texts as items tell them: keys, corrected lines, beginnings."""

from oss_scan.positioned import Map, Node, Scalar

_SHOWN = 200  # characters of a key, value or corrected line that an item keeps


def key_of(node: Map, own: str) -> Scalar:
    """The key itself, where it stands."""
    return next(name for name, _ in node.items if name.text == own)


def is_empty(node: Node | None) -> bool:
    """Whether there is no value."""
    return node is None or (isinstance(node, Scalar) and node.value() in (None, ""))


def line(path: str, value: str | None) -> str | None:
    """The corrected line: `key: value`, or `- value` in a list."""
    if value is None:
        return None
    return f"- {value}" if path.endswith("]") else f"{path.rpartition('.')[2]}: {value}"


def quoted(value: str | None) -> str | None:
    """The value as YAML writes it: with quotes where it would not be a text without them."""
    return f'"{value}"' if value and Scalar(value, True, 1, 1).value() != value else value


def kept(corrected: str | None) -> str | None:
    """A corrected line, unless it is too long to show."""
    return corrected if corrected is None or len(corrected) <= _SHOWN else None


def shown(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
