"""Reading the lists of `.oss-scan.yaml`: a bad entry is a problem with a place, and does not count."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from oss_scan.positioned import List, Map, Node, Scalar
from oss_scan.texts import Reason


@dataclass(frozen=True, slots=True)
class Problem:
    """An entry that does not count, and why (a code of `texts.REASONS` that begins with `declared-`)."""

    reason: Reason
    path: str
    line: int


class BadEntryError(Exception):
    """An entry that does not count: the reason code without `declared-`, and its values."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.reason = Reason(f"declared-{code}", values)


E = TypeVar("E")


def entries(node: Node, path: str, problems: list[Problem], read: Callable[[Map, str], E]) -> Iterator[E]:
    """The entries of a list that can be read; of the others the problem."""
    if isinstance(node, Scalar) and node.value() is None:
        return
    if not isinstance(node, List):
        problems.append(Problem(Reason("declared-list"), path, node.line))
        return
    for item in node.items:
        try:
            if not isinstance(item, Map):
                raise BadEntryError("entry")
            yield read(item, path)
        except BadEntryError as error:
            problems.append(Problem(error.reason, path, item.line))


def texts(entry: Map, *wanted: str, optional: tuple[str, ...] = ()) -> dict[str, str]:
    """The texts under the keys of an entry, those in `wanted` not empty. Raises BadEntryError."""
    found: dict[str, str] = {}
    for key, node in entry.items:
        if key.text not in (*wanted, *optional):
            raise BadEntryError("key", key=key.text)
        if isinstance(node, Scalar):
            found[key.text] = node.text.strip()
    for key_text in wanted:
        if not found.get(key_text):
            raise BadEntryError("missing", key=key_text)
    return found


def day(text: str, key: str) -> date:
    """A date of an entry. Raises BadEntryError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadEntryError("date", key=key, found=text) from None


def period(on: date, until: date, longest: int) -> None:
    """Raise BadEntryError where a period ends before it begins, or lasts more than `longest` days."""
    if until < on:
        raise BadEntryError("order", on=str(on), until=str(until))
    if (until - on).days > longest:
        raise BadEntryError("too-long", on=str(on), until=str(until))
