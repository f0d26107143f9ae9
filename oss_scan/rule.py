"""One rule: what it asks, by which policy, in which words, with which examples; read strictly from its YAML file."""

import json
import string
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints

from oss_scan import licences
from oss_scan.checks import Check, Outcome, find
from oss_scan.errors import OssScanError
from oss_scan.inventory.items import Item
from oss_scan.inventory.model import System
from oss_scan.inventory.reading import Entry
from oss_scan.inventory.systems import system as read_system
from oss_scan.policy import Source
from oss_scan.positioned import Map, Node, Scalar, plain
from oss_scan.strict import Strict
from oss_scan.texts import Text
from oss_scan.tree import Link

SUBJECTS = ("repository", "system", "organisation")
#: The dates of an example that gives none.
REFERENCE_DATE = date(2026, 11, 23)
COMMITTED = date(2026, 11, 1)
_OF_EXAMPLE = ("id", "name", "organisation")


class Level(StrEnum):
    """How strongly a rule binds; rule sets may override a rule's own."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small repository, or a system of an inventory, and what the rule must say of it."""

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
    system: System | None = None  # with no files, where the rule is about systems
    scanned: Mapping[str, Outcome] = field(default_factory=dict)  # of its repositories: what the required rules say


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


def read_level(file: Strict, node: Node) -> Level:
    """The level in a node of a file. Raises OssScanError."""
    if not isinstance(node, Scalar) or node.text not in tuple(Level):
        file.fail_at(node.line, "level", nl="kies must, should of may", en="choose must, should or may")
    return Level(node.text)


def read_rule(path: Path, rule_id: str, sources: Mapping[str, Source], levels: Mapping[str, Level]) -> Rule:
    """The rule in a file; `levels` override its own. Raises OssScanError."""
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
    check = _check(file, subject)
    return Rule(
        id=rule_id,
        title=file.both("title"),
        message=_message(file, check),
        remedy=file.both("remedy"),
        subject=subject,
        level=levels.get(rule_id) or read_level(file, file.node("level")),
        source=sources[policy],
        clause=cited.text("clause"),
        since=file.text("since"),
        requires=tuple(file.texts("requires")),
        check=check,
        params=_params(file, check),
        examples=_examples(file, subject),
        path=path,
    )


def _check(file: Strict, subject: str) -> Check:
    try:
        check = find(file.text("check"))
    except OssScanError as error:
        file.fail("check", nl=error.nl, en=error.en)
    if check.subject != subject:
        file.fail(
            "check",
            nl=f"{check.name} gaat over {check.subject}, deze regel over {subject}",
            en=f"{check.name} is about {check.subject}, this rule about {subject}",
        )
    return check


def _message(file: Strict, check: Check) -> Text:
    """The message, of which the check gives every value."""
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
    return message


def _examples(file: Strict, subject: str) -> tuple[Example, ...]:
    """The examples, of which one passes and one fails."""
    of_example = _system_example if subject == "system" else _example
    examples = tuple(of_example(file.path, node) for node in file.items("examples"))
    for needed in (Outcome.PASS, Outcome.FAIL):
        if all(example.outcome is not needed for example in examples):
            file.fail(
                "examples",
                nl=f"een voorbeeld met uitkomst {needed} ontbreekt",
                en=f"an example with outcome {needed} is missing",
            )
    return examples


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
    hosting = Strict(path, file.keys("hosting", optional=True))
    hosting.only("addresses", "archived")
    archived = plain(hosting.root.get("archived"))
    return Example(
        name=file.text("name"),
        outcome=_outcome(file, file.node("outcome"), "outcome"),
        because=file.text("because") if file.root.get("because") else None,
        files={key.text: _content(file, value) for key, value in file.keys("files").items},
        reference_date=file.day("reference-date", REFERENCE_DATE),
        committed=file.day("committed", COMMITTED),
        tags=tuple(file.texts("tags")),
        addresses=tuple(hosting.texts("addresses")) if hosting.root.get("addresses") else None,
        archived=archived if isinstance(archived, bool) else None,
        organisation=tuple(file.texts("organisation")) if file.root.get("organisation") else None,
    )


def _system_example(path: Path, node: Node) -> Example:
    """An example of a system: an entry of an inventory without id, name and organisation, and what a scan found."""
    file = Strict(path, node)
    file.only("name", "outcome", "because", "system", "scanned", "reference-date")
    given = file.keys("system")
    own = tuple((Scalar(key, True, given.line, 1), Scalar("example", True, given.line, 1)) for key in _OF_EXAMPLE)
    items: list[Item] = []
    system = read_system(Entry(Map((*own, *given.items), given.line, given.column), "system", str(path), items))
    wrong = next((item for item in items if item.type == "error"), None)
    if wrong:
        file.fail_at(wrong.line, wrong.key, nl=wrong.in_("nl"), en=wrong.in_("en"))
    scanned = file.keys("scanned", optional=True).items
    return Example(
        name=file.text("name"),
        outcome=_outcome(file, file.node("outcome"), "outcome"),
        because=file.text("because") if file.root.get("because") else None,
        files={},
        reference_date=file.day("reference-date", REFERENCE_DATE),
        system=system,
        scanned={key.text: _outcome(file, value, "scanned") for key, value in scanned},
    )


def _outcome(file: Strict, node: Node, key: str) -> Outcome:
    if not isinstance(node, Scalar) or node.text not in tuple(Outcome):
        listed = ", ".join(Outcome)
        file.fail_at(node.line, key, nl=f"kies uit {listed}", en=f"choose from {listed}")
    return Outcome(node.text)


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
