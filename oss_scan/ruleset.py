"""What is required: rule sets of YAML files, one rule a file, read strictly.

A rule's id is its path below the rule set, without `.yaml`. Errors name file, line and key.
"""

import json
import string
from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints

from oss_scan import licences
from oss_scan.checks import Check, Outcome, find
from oss_scan.errors import OssScanError
from oss_scan.positioned import Map, Node, Scalar, plain
from oss_scan.resources import data_folder
from oss_scan.strict import Strict
from oss_scan.texts import Text
from oss_scan.tree import Link

DEFAULT = "open-tenzij"
SUBJECTS = ("repository", "system", "organisation")
#: The dates of an example that gives none.
REFERENCE_DATE = date(2026, 11, 23)
COMMITTED = date(2026, 11, 1)


class Level(StrEnum):
    """How strongly a rule binds; rule sets may override a rule's own."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


@dataclass(frozen=True, slots=True)
class Source:
    """A policy text, held once in `rules/data/sources.yaml`; `verified` when its words were read at the source."""

    key: str
    title: str
    issuer: str
    date: str
    url: str
    verified: bool
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small repository and what the rule must say of it."""

    name: str
    outcome: Outcome
    files: Mapping[str, bytes | Link]
    because: str | None = None
    reference_date: date = REFERENCE_DATE
    committed: date = COMMITTED
    tags: tuple[str, ...] = ()
    addresses: tuple[str, ...] | None = None  # None: the hosting was not looked at
    archived: bool | None = None  # None: not looked at
    organisation: tuple[str, ...] | None = None  # paths of organisation-wide files; None: not looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One requirement. `params` is an instance of the check's parameter type."""

    id: str
    title: Text
    message: Text
    remedy: Text
    subject: str
    level: Level
    source: Source
    clause: str
    since: str
    requires: tuple[str, ...]
    check: Check
    params: Any
    examples: tuple[Example, ...]
    path: Path

    def asks(self, rules: Mapping[str, "Rule"]) -> str:
        """The digest of what is asked: check, revision, parameters, and the same of the required rules.

        Wording is left out, so that only another question makes a break in a series.
        """
        question = [
            self.check.name,
            self.check.revision,
            repr(self.params),
            sorted(rules[other].asks(rules) for other in self.requires),
        ]
        return sha256(json.dumps(question).encode()).hexdigest()[:32]


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
    levels = {key.text: _level(head, node) for key, node in head.keys("levels", optional=True).items}
    rules = tuple(_rule(path, path.relative_to(folder).with_suffix("").as_posix(), sources, levels) for path in paths)
    ids = {rule.id: rule for rule in rules}
    for unknown in levels.keys() - ids.keys():
        head.fail("levels", nl=f"de regel {unknown} bestaat niet", en=f"there is no rule {unknown}")
    _check_requires(ids)
    digest = sha256()
    for path in (folder / "ruleset.yaml", *paths):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return RuleSet(head.text("name"), head.text("version"), head.both("title"), f"sha256:{digest.hexdigest()}", rules)


def _check_requires(rules: Mapping[str, Rule]) -> None:
    def visit(rule: Rule, above: tuple[str, ...]) -> None:
        file = Strict(rule.path)
        for other in rule.requires:
            if other not in rules:
                file.fail("requires", nl=f"de regel {other} bestaat niet", en=f"there is no rule {other}")
            if other in (*above, rule.id):
                file.fail(
                    "requires",
                    nl=f"{other} vereist op zijn beurt {rule.id}",
                    en=f"{other} in turn requires {rule.id}",
                )
            visit(rules[other], (*above, rule.id))

    for rule in rules.values():
        visit(rule, ())


def _level(file: Strict, node: Node) -> Level:
    if not isinstance(node, Scalar) or node.text not in tuple(Level):
        file.fail_at(node.line, "level", nl="kies must, should of may", en="choose must, should or may")
    return Level(node.text)


@cache
def sources_in(path: Path) -> Mapping[str, Source]:
    """The policy texts that rules may cite, by their key."""
    file = Strict(path)
    found: dict[str, Source] = {}
    for key, node in file.root.items:
        entry = Strict(path, node)
        entry.only("title", "issuer", "date", "url", "verified", "note")
        verified = plain(node.get("verified")) if isinstance(node, Map) else None
        if not isinstance(verified, bool):
            entry.fail("verified", nl="true of false hoort hier", en="true or false belongs here")
        note = entry.both("note") if entry.root.get("note") else None
        if not verified and note is None:
            entry.fail("note", nl="zeg wat niet is nagegaan", en="say what was not verified")
        found[key.text] = Source(
            key.text,
            entry.text("title"),
            entry.text("issuer"),
            entry.text("date"),
            entry.text("url"),
            verified,
            note,
        )
    return found


def _rule(path: Path, rule_id: str, sources: Mapping[str, Source], levels: Mapping[str, Level]) -> Rule:
    file = Strict(path)
    file.only(
        "title",
        "subject",
        "level",
        "source",
        "since",
        "requires",
        "check",
        "with",
        "message",
        "remedy",
        "examples",
    )
    subject = file.text("subject")
    if subject not in SUBJECTS:
        file.fail("subject", nl=f"kies uit {', '.join(SUBJECTS)}", en=f"choose from {', '.join(SUBJECTS)}")
    cited = Strict(path, file.keys("source"))
    cited.only("policy", "clause")
    policy = cited.text("policy")
    if policy not in sources:
        cited.fail(
            "policy",
            nl=f"{policy} staat niet in data/sources.yaml",
            en=f"{policy} is not in data/sources.yaml",
        )
    try:
        check = find(file.text("check"))
    except OssScanError as error:
        file.fail("check", nl=error.nl, en=error.en)
    message = file.both("message")
    for text in (message.nl, message.en):
        for placeholder in _placeholders(file, text):
            if placeholder not in check.values:
                given = ", ".join(sorted(check.values)) or "-"
                file.fail(
                    "message",
                    nl=f"de check {check.name} geeft geen {{{placeholder}}}; wel: {given}",
                    en=f"the check {check.name} gives no {{{placeholder}}}; it gives: {given}",
                )
    examples = tuple(_example(path, node) for node in file.items("examples"))
    for needed in (Outcome.PASS, Outcome.FAIL):
        if all(example.outcome is not needed for example in examples):
            file.fail(
                "examples",
                nl=f"een voorbeeld met uitkomst {needed} ontbreekt",
                en=f"an example with outcome {needed} is missing",
            )
    return Rule(
        id=rule_id,
        title=file.both("title"),
        message=message,
        remedy=file.both("remedy"),
        subject=subject,
        level=levels.get(rule_id) or _level(file, file.node("level")),
        source=sources[policy],
        clause=cited.text("clause"),
        since=file.text("since"),
        requires=tuple(file.texts("requires")),
        check=check,
        params=_params(file, check),
        examples=examples,
        path=path,
    )


def _placeholders(file: Strict, text: str) -> list[str]:
    try:
        return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError as error:
        file.fail("message", nl=f"onjuiste accolades: {error}", en=f"wrong braces: {error}")


def _params(file: Strict, check: Check) -> Any:
    given = plain(file.keys("with", optional=True))
    assert isinstance(given, dict)
    kinds = get_type_hints(check.params)
    values: dict[str, object] = {}
    for name, value in given.items():
        key = name.replace("-", "_")
        if key not in kinds:
            file.fail(
                "with",
                nl=f"{check.name} kent geen {name}; wel: {', '.join(kinds) or '-'}",
                en=f"{check.name} knows no {name}; it knows: {', '.join(kinds) or '-'}",
            )
        ready = tuple(value) if isinstance(value, list) else value
        fits = all(isinstance(item, str) for item in ready) if isinstance(ready, tuple) else type(ready) is kinds[key]
        if not fits or isinstance(ready, tuple) != (kinds[key] not in (str, int, bool)):
            file.fail("with", nl=f"{name}: onjuiste soort waarde", en=f"{name}: the wrong kind of value")
        values[key] = ready
    for part in fields(check.params):
        if part.name not in values and part.default is MISSING and part.default_factory is MISSING:
            file.fail("with", nl=f"{part.name} ontbreekt", en=f"{part.name} is missing")
    return check.params(**values)


def _example(path: Path, node: Node) -> Example:
    file = Strict(path, node)
    file.only(
        "name",
        "outcome",
        "because",
        "files",
        "reference-date",
        "committed",
        "tags",
        "hosting",
        "organisation",
    )
    outcome = file.text("outcome")
    if outcome not in tuple(Outcome):
        file.fail("outcome", nl=f"kies uit {', '.join(Outcome)}", en=f"choose from {', '.join(Outcome)}")
    hosting = Strict(path, file.keys("hosting", optional=True))
    hosting.only("addresses", "archived")
    archived = plain(hosting.root.get("archived"))
    return Example(
        name=file.text("name"),
        outcome=Outcome(outcome),
        because=file.text("because") if file.root.get("because") else None,
        files={key.text: _content(file, value) for key, value in file.keys("files").items},
        reference_date=file.day("reference-date", REFERENCE_DATE),
        committed=file.day("committed", COMMITTED),
        tags=tuple(file.texts("tags")),
        addresses=tuple(hosting.texts("addresses")) if hosting.root.get("addresses") else None,
        archived=archived if isinstance(archived, bool) else None,
        organisation=tuple(file.texts("organisation")) if file.root.get("organisation") else None,
    )


def _content(file: Strict, node: Node) -> bytes | Link:  # noqa: RET503 - fail_at never returns
    match plain(node):
        case str(text):
            return text.encode()
        case {"text-of": str(licence), **rest} if not rest.keys() - {"before", "after"}:
            return f"{rest.get('before', '')}{licences.text(licence)}{rest.get('after', '')}".encode()
        case {"link": str(target)}:
            return Link(target)
        case {"base64": str(data)}:
            return b64decode(data)
        case _:
            file.fail_at(
                node.line,
                "files",
                nl="een tekst, {text-of: SPDX-id}, {link: pad} of {base64: …} hoort hier",
                en="a text, {text-of: SPDX id}, {link: path} or {base64: …} belongs here",
            )
