"""What judging a publiccode.yml gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Profile = Literal["standard", "reference"]
Verdict = Literal["valid", "valid_with_warnings", "invalid"]
ItemType = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Item:
    """One fault or remark: where (lines and columns from 1), which (`code`), and what fills its sentence.

    `fix` is the corrected line without its indentation, where that is obvious. `only` is the profile that refuses
    what the other lets pass.
    """

    type: ItemType
    key: str
    line: int
    column: int
    code: str
    values: Mapping[str, str]
    fix: str | None = None
    only: Profile | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text; `better` is what was plainly meant."""

    code: str
    better: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    type: ItemType = "error"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the file, with its place; a language below `description` is a value without text."""

    key: str
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with one file, and the values in it."""

    verdict: Verdict
    items: tuple[Item, ...]
    values: tuple[Value, ...]
