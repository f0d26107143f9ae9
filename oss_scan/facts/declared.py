"""What a repository says of itself in `.oss-scan.yaml`: explanations, corrections, standards.

It is scanned input like any other: a bad entry is a problem with a place, and does not count.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from oss_scan.positioned import BadYamlError, List, Map, Node, Scalar, parse
from oss_scan.texts import Reason
from oss_scan.tree import Tree, Unread, read_through

NAMES = (".oss-scan.yaml", ".oss-scan.yml")
#: Days that an explanation may run at most: two years.
LONGEST = 731


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a rule is not met ('leg uit'); it counts from `on` to `until`, both included."""

    rule: str
    reason: str
    by: str
    on: date
    until: date
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A finding that is wrong, with the evidence: shown and counted apart."""

    rule: str
    evidence: str
    by: str
    on: date
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Problem:
    """An entry that does not count, and why (a code of `texts.REASONS` that begins with `declared-`)."""

    reason: Reason
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Declared:
    """One file of declarations; all empty where there is none."""

    path: str | None = None
    explanations: tuple[Explanation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    standards: tuple[str, ...] = ()  # the ids that are declared
    problems: tuple[Problem, ...] = field(default=())


def collect_declared(tree: Tree) -> Declared:
    """Read `.oss-scan.yaml` at the top of a tree."""
    paths = tree.paths()
    path = next((name for name in NAMES if name in paths), None)
    if path is None:
        return Declared()
    data = read_through(tree, path)
    if isinstance(data, Unread):
        return Declared(path=path, problems=(Problem(Reason("declared-unread", {"path": path}), path, 1),))
    declared = parse_declared(data, path)
    if path == NAMES[1]:
        problem = Problem(Reason("declared-yml", {"path": path}), path, 1)
        return Declared(
            path,
            declared.explanations,
            declared.corrections,
            declared.standards,
            (*declared.problems, problem),
        )
    return declared


def parse_declared(data: bytes, path: str) -> Declared:
    """Read declarations from bytes; whatever is wrong is in `problems`."""
    try:
        root = parse(data)
    except BadYamlError as error:
        reason = Reason("declared-yaml", {"path": path, "detail": error.values.get("detail", error.code)})
        return Declared(path, problems=(Problem(reason, path, error.line),))
    problems: list[Problem] = []
    explanations: list[Explanation] = []
    corrections: list[Correction] = []
    standards: list[str] = []
    if root is None:
        return Declared(path)
    if not isinstance(root, Map):
        return Declared(path, problems=(Problem(Reason("declared-shape", {"path": path}), path, root.line),))
    for key, node in root.items:
        if key.text == "explanations":
            explanations += _entries(node, path, problems, _explanation)
        elif key.text == "corrections":
            corrections += _entries(node, path, problems, _correction)
        elif key.text == "standards":
            standards += _entries(node, path, problems, _standard)
        else:
            problems.append(Problem(Reason("declared-key", {"key": key.text}), path, key.line))
    return Declared(path, tuple(explanations), tuple(corrections), tuple(standards), tuple(problems))


class _BadEntryError(Exception):
    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.reason = Reason(f"declared-{code}", values)


E = TypeVar("E")


def _entries(node: Node, path: str, problems: list[Problem], read: Callable[[Map, str], E]) -> Iterator[E]:
    if isinstance(node, Scalar) and node.value() is None:
        return
    if not isinstance(node, List):
        problems.append(Problem(Reason("declared-list"), path, node.line))
        return
    for item in node.items:
        try:
            if not isinstance(item, Map):
                raise _BadEntryError("entry")
            yield read(item, path)
        except _BadEntryError as error:
            problems.append(Problem(error.reason, path, item.line))


def _texts(entry: Map, *wanted: str, optional: tuple[str, ...] = ()) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, node in entry.items:
        if key.text not in (*wanted, *optional):
            raise _BadEntryError("key", key=key.text)
        if isinstance(node, Scalar):
            found[key.text] = node.text.strip()
    for key_text in wanted:
        if not found.get(key_text):
            raise _BadEntryError("missing", key=key_text)
    return found


def _day(text: str, key: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _BadEntryError("date", key=key, found=text) from None


def _explanation(entry: Map, path: str) -> Explanation:
    texts = _texts(entry, "rule", "reason", "by", "on", "until")
    on, until = _day(texts["on"], "on"), _day(texts["until"], "until")
    if until < on:
        raise _BadEntryError("order", on=texts["on"], until=texts["until"])
    if (until - on).days > LONGEST:
        raise _BadEntryError("too-long", on=texts["on"], until=texts["until"])
    return Explanation(texts["rule"], texts["reason"], texts["by"], on, until, path, entry.line)


def _correction(entry: Map, path: str) -> Correction:
    texts = _texts(entry, "rule", "evidence", "by", "on")
    return Correction(texts["rule"], texts["evidence"], texts["by"], _day(texts["on"], "on"), path, entry.line)


def _standard(entry: Map, path: str) -> str:
    optional = ("version", "status", "evidence", "reason", "decision", "by", "on", "review_by")
    return _texts(entry, "id", optional=optional)["id"]
