"""What a repository says of itself in `.oss-scan.yaml`: explanations, corrections, standards.

It is scanned input like any other: a bad entry is a problem with a place, and does not count.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from oss_scan.facts.declared_standards import DeclaredStandard, read_standard
from oss_scan.facts.entries import Problem, day, entries, period, texts
from oss_scan.positioned import BadYamlError, Map, parse
from oss_scan.texts import Reason
from oss_scan.tree import Tree, Unread, read_through

__all__ = ["Correction", "Declared", "DeclaredStandard", "Explanation", "Problem", "collect_declared", "parse_declared"]

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
class Declared:
    """One file of declarations; all empty where there is none."""

    path: str | None = None
    explanations: tuple[Explanation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    of_standards: tuple[DeclaredStandard, ...] = ()
    problems: tuple[Problem, ...] = ()


def collect_declared(tree: Tree) -> Declared:
    """Read `.oss-scan.yaml` at the top of a tree."""
    paths = tree.paths()
    path = next((name for name in NAMES if name in paths), None)
    if path is None:
        return Declared()
    data = read_through(tree, path)
    if isinstance(data, Unread):
        declared = Declared(path=path, problems=(Problem(Reason("declared-unread", {"path": path}), path, 1),))
    else:
        declared = parse_declared(data, path, _has(paths))
    if NAMES[1] in paths:
        code = "declared-yml" if path == NAMES[1] else "declared-twice"
        problem = Problem(Reason(code, {"path": NAMES[1]}), NAMES[1], 1)
        return replace(declared, problems=(*declared.problems, problem))
    return declared


def _has(paths: Sequence[str]) -> Callable[[str], bool]:
    """Says whether a file or a folder is there."""
    known = frozenset(paths)
    return lambda path: path in known or any(one.startswith(f"{path.rstrip('/')}/") for one in known)


def parse_declared(data: bytes, path: str, has: Callable[[str], bool] | None = None) -> Declared:
    """Read declarations from bytes; whatever is wrong is in `problems`.

    `has` says whether the repository has a path; without it paths are not checked.
    """
    try:
        root = parse(data)
    except BadYamlError as error:
        code = "declared-yaml" if error.code == "syntax" else f"declared-{error.code}"
        reason = Reason(code, {"path": path} | {key: value for key, value in error.values.items() if key != "begun"})
        return Declared(path, problems=(Problem(reason, path, error.line),))
    problems: list[Problem] = []
    explanations: list[Explanation] = []
    corrections: list[Correction] = []
    standards: list[DeclaredStandard] = []
    if root is None:
        return Declared(path)
    if not isinstance(root, Map):
        return Declared(path, problems=(Problem(Reason("declared-shape", {"path": path}), path, root.line),))
    for key, node in root.items:
        if key.text == "explanations":
            explanations += entries(node, path, problems, _explanation)
        elif key.text == "corrections":
            corrections += entries(node, path, problems, _correction)
        elif key.text == "standards":
            standards += entries(node, path, problems, lambda entry, name: read_standard(entry, name, has))
        else:
            problems.append(Problem(Reason("declared-key", {"key": key.text}), path, key.line))
    return Declared(path, tuple(explanations), tuple(corrections), tuple(standards), tuple(problems))


def _explanation(entry: Map, path: str) -> Explanation:
    found = texts(entry, "rule", "reason", "by", "on", "until")
    on, until = day(found["on"], "on"), day(found["until"], "until")
    period(on, until, LONGEST)
    return Explanation(found["rule"], found["reason"], found["by"], on, until, path, entry.line)


def _correction(entry: Map, path: str) -> Correction:
    found = texts(entry, "rule", "evidence", "by", "on")
    return Correction(found["rule"], found["evidence"], found["by"], day(found["on"], "on"), path, entry.line)
