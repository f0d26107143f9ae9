"""What is required: rule sets, each a folder of YAML files, one rule a file.

A rule's id is its path below the rule set, without `.yaml`. Errors name file, line and key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from oss_scan.errors import OssScanError
from oss_scan.policy import sources_in
from oss_scan.resources import data_folder
from oss_scan.rule import Rule, read_level, read_rule
from oss_scan.strict import Strict
from oss_scan.texts import Text

DEFAULT = "open-tenzij"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules under one name and version; `digest` is taken over the files that it was read from."""

    name: str
    version: str
    title: Text
    digest: str
    rules: tuple[Rule, ...]


def load(name: str) -> RuleSet:
    """A rule set by its name, or from a folder. Raises OssScanError."""
    folder = data_folder("rules") / name
    if "/" in name or "\\" in name or not (folder / "ruleset.yaml").is_file():
        folder = Path(name)
    if not (folder / "ruleset.yaml").is_file():
        raise OssScanError(
            nl=f"{name} is geen regelset: noem {', '.join(_shipped())} of een map met een ruleset.yaml",
            en=f"{name} is not a rule set: name {', '.join(_shipped())}, or a folder with a ruleset.yaml",
        )
    return _load(folder)


def load_all(names: Iterable[str]) -> tuple[RuleSet, ...]:
    """Several rule sets; a rule id may stand in one of them only."""
    sets = tuple(load(name) for name in (tuple(names) or (DEFAULT,)))
    seen: dict[str, str] = {}
    for ruleset in sets:
        for rule in ruleset.rules:
            if rule.id in seen:
                raise OssScanError(
                    nl=f"de regel {rule.id} staat in de regelsets {seen[rule.id]} en {ruleset.name}; laat er een weg",
                    en=f"the rule {rule.id} stands in the rule sets {seen[rule.id]} and {ruleset.name}; leave one out",
                )
            seen[rule.id] = ruleset.name
    return sets


def _shipped() -> list[str]:
    return sorted(path.parent.name for path in data_folder("rules").glob("*/ruleset.yaml"))


def _load(folder: Path) -> RuleSet:
    head = Strict(folder / "ruleset.yaml")
    head.only("name", "version", "title", "levels")
    own = folder / "sources.yaml"
    sources = {
        **sources_in(data_folder("rules") / "data" / "sources.yaml"),
        **(sources_in(own) if own.is_file() else {}),
    }
    paths = sorted(path for path in folder.rglob("*.yaml") if path.parent != folder)
    levels = {key.text: read_level(head, node) for key, node in head.keys("levels", optional=True).items}
    rules = tuple(
        read_rule(path, path.relative_to(folder).with_suffix("").as_posix(), sources, levels) for path in paths
    )
    ids = {rule.id: rule for rule in rules}
    for unknown in levels.keys() - ids.keys():
        head.fail("levels", nl=f"de regel {unknown} bestaat niet", en=f"there is no rule {unknown}")
    _check_requires(ids)
    digest = sha256()
    for path in (folder / "ruleset.yaml", *paths):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return RuleSet(
        head.text("name"), head.text("version"), head.both("title"), f"sha256:{digest.hexdigest()}", tuple(ids.values())
    )


def _check_requires(rules: Mapping[str, Rule]) -> None:
    def visit(rule: Rule, above: tuple[str, ...]) -> None:
        file = Strict(rule.path)
        for other in rule.requires:
            if other not in rules:
                file.fail("requires", nl=f"de regel {other} bestaat niet", en=f"there is no rule {other}")
            if rules[other].subject not in (rule.subject, "repository"):
                file.fail(
                    "requires",
                    nl=f"{other} gaat over {rules[other].subject}; een regel over {rule.subject} kan die niet vereisen",
                    en=f"{other} is about {rules[other].subject}, which a rule about {rule.subject} cannot require",
                )
            if other in (*above, rule.id):
                file.fail(
                    "requires",
                    nl=f"{other} vereist op zijn beurt {rule.id}",
                    en=f"{other} in turn requires {rule.id}",
                )
            visit(rules[other], (*above, rule.id))

    for rule in rules.values():
        visit(rule, ())
