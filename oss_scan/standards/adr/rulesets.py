"""The rule sets as data: which rule of which version asks which question."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from oss_scan.positioned import plain
from oss_scan.resources import data_folder
from oss_scan.strict import Strict
from oss_scan.texts import Text

Level = Literal["error", "warning"]
_DEFECTS = (
    "always",
    "below-root",
    "component-name",
    "newer-openapi",
    "not-an-operation",
    "refused",
    "well-known",
)
_FOLLOWS = ("all", "response", "parameter", "path", "none")


@dataclass(frozen=True, slots=True)
class Rule:
    """A question with its parameters; `code` is the publisher's own, `rule` the clause of the standard, if any.

    `openapi`: the versions it is for (`any`, `any3`, `2.0`, `3.0`, `3.1`). `follows`: the references it depends on.
    """

    code: str
    rule: str | None
    levels: Mapping[str, Level]
    ask: str
    parameters: Mapping[str, object]
    openapi: tuple[str, ...]
    follows: str
    defect: str | None
    message: Text


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One version of the standard's rule set, and where it was published."""

    name: str
    version: str
    source: str
    path: str
    commit: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleSets:
    """All that `rules/data/adr.yaml` holds; `of_standard`: how many rules the standard has; `listed`: the rule set of
    the version on the list."""

    sets: Mapping[str, RuleSet]
    rules: tuple[Rule, ...]
    of_standard: int
    listed: str

    def rules_of(self, name: str) -> tuple[Rule, ...]:
        """The rules of one rule set."""
        return tuple(rule for rule in self.rules if name in rule.levels)


@cache
def rule_sets() -> RuleSets:
    """The rule sets that are shipped; OssScanError where the file is wrong."""
    file = Strict(data_folder("rules") / "data" / "adr.yaml")
    file.only("of-standard", "listed", "rulesets", "rules")
    sets: dict[str, RuleSet] = {}
    for key, node in file.keys("rulesets").items:
        one = Strict(file.path, node)
        one.only("version", "source", "path", "commit", "formats")
        sets[key.text] = RuleSet(
            key.text,
            one.text("version"),
            one.text("source"),
            one.text("path"),
            one.text("commit"),
            tuple(one.texts("formats")),
        )
    rules = tuple(_rule(Strict(file.path, node), frozenset(sets)) for node in file.items("rules"))
    listed = file.text("listed")
    if listed not in sets:
        file.fail("listed", nl="geen ruleset van dit bestand", en="no rule set of this file")
    return RuleSets(sets, rules, int(file.text("of-standard")), listed)


def _rule(entry: Strict, names: frozenset[str]) -> Rule:
    entry.only("code", "rule", "levels", "ask", "with", "openapi", "follows", "defect", "message")
    levels: dict[str, Level] = {}
    for key, node in entry.keys("levels").items:
        level = plain(node)
        if key.text not in names or level not in ("error", "warning"):
            entry.fail("levels", nl="noem rulesets met error of warning", en="name rule sets with error or warning")
        levels[key.text] = "error" if level == "error" else "warning"
    follows = entry.text("follows")
    defect = entry.text("defect") if entry.root.get("defect") is not None else None
    if follows not in _FOLLOWS or (defect is not None and defect not in _DEFECTS):
        entry.fail("follows", nl="onbekende waarde voor follows of defect", en="unknown value of follows or defect")
    parameters = plain(entry.keys("with", optional=True))
    assert isinstance(parameters, dict)
    openapi = tuple(entry.texts("openapi")) or ("any",)
    return Rule(
        entry.text("code"),
        entry.text("rule") if entry.root.get("rule") is not None else None,
        levels,
        entry.text("ask"),
        parameters,
        openapi,
        follows,
        defect,
        entry.both("message"),
    )
