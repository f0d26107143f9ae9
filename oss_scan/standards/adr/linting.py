"""One named file judged by a rule set, whatever its role."""

from dataclasses import dataclass

from oss_scan.pausing import uncollected
from oss_scan.standards.adr import Item, lint
from oss_scan.standards.adr.rulesets import rule_sets
from oss_scan.standards.openapi.reading import UnreadableError, read
from oss_scan.standards.openapi.resolving import Load, Resolved
from oss_scan.standards.openapi.roles import classify, judge
from oss_scan.texts import Text

_UNREADABLE = Text("Dit is geen geldige JSON of YAML.", "This is not valid JSON or YAML.")


@dataclass(frozen=True, slots=True)
class Linted:
    """What a rule set says of a file: its role, items, the clauses tested and those not met."""

    name: str
    ruleset: str
    role: str
    items: tuple[Item, ...]
    unknown: tuple[str, ...]
    clauses: tuple[str, ...]
    of_standard: int

    @property
    def is_wrong(self) -> bool:
        """Whether an error counts."""
        return any(item.level == "error" and not item.defect for item in self.items)

    @property
    def wrong(self) -> frozenset[str]:
        """The clauses that are not met."""
        return frozenset(
            item.rule for item in self.items if item.rule in self.clauses and item.level == "error" and not item.defect
        )


def lint_file(data: bytes, name: str, load: Load | None, ruleset: str | None = None) -> Linted:
    """Judge the bytes of a file; `name` is its path in its repository, `ruleset` by default the listed one."""
    with uncollected():
        return _linted(data, name, load, ruleset)


def _linted(data: bytes, name: str, load: Load | None, ruleset: str | None) -> Linted:
    known = rule_sets()
    chosen = ruleset or known.listed
    try:
        document = read(data, name, mended=True)
    except UnreadableError as error:
        item = Item(None, "parser", "error", name, (), error.line, error.column, _UNREADABLE, False)
        nothing = lint(Resolved(read(b"{}", name)), chosen)
        return Linted(name, chosen, _role(name, data), (item, *nothing.items), (), (), known.of_standard)
    verdict = lint(Resolved(document, load), chosen)
    if any(fault.code in ("syntax", "not-utf-8") for fault in document.faults):
        role = _role(name, data)
    else:
        file = judge(name, "", document)
        role = "fragment" if file is None else file.role
    return Linted(name, chosen, role, verdict.items, verdict.unknown, verdict.clauses, known.of_standard)


def _role(name: str, data: bytes) -> str:
    return next((file.role for file in classify([(name, "", data)])), "unparsable")
