"""What a file holds as plain values, and why one cannot be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

DEPTH = 100
NODES = 500_000

Value: TypeAlias = "Mapping[str, Value] | Sequence[Value] | str | int | float | bool | None"
Path: TypeAlias = tuple[str | int, ...]


class UnreadableError(Exception):
    """A file that is not JSON or YAML, or that is unsafe to read: `code`, and where.

    Codes: `not-utf-8`, `too-large`, `syntax`, `too-deep`, `too-many-nodes`, `empty`.
    """

    def __init__(self, code: str, line: int = 1, column: int = 1) -> None:
        super().__init__(f"line {line}, column {column}: {code}")
        self.code = code
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Fault:
    """What a reader can pass over: `duplicate-key`, or `key-not-text` in YAML; lines and columns from 1.

    Where it was asked to mend: also `syntax` and `not-utf-8`.
    """

    code: str
    line: int
    column: int


def as_text(value: Value) -> str:
    """A version that may be written as a number; `3.0` as a number is 3, as in JSON."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
