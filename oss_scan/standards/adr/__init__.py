"""The REST API Design Rules: a document judged by a published rule set, natively and without a network."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from oss_scan.pausing import uncollected
from oss_scan.standards.adr import asks, common, properties, structure, swagger
from oss_scan.standards.adr.hits import METHODS, Ask, Hit
from oss_scan.standards.adr.rulesets import Level, Rule, rule_sets
from oss_scan.standards.openapi.reading import Path, Value
from oss_scan.standards.openapi.resolving import Loose, Resolved
from oss_scan.standards.openapi.validity import has_schema, is_major, version
from oss_scan.texts import Text

#: Raised by one when the same bytes may get another answer.
REVISION = 5

#: The code of the rule that a document is valid, of which nothing is known where its version has no schema here.
SCHEMA = "oas3-schema"
_PREFIX = "nlgov:"
_MODULES = (asks, common, properties, structure, swagger)
_ASKS: Mapping[str, Ask] = {name: ask for module in _MODULES for name, ask in vars(module).items() if callable(ask)}
_OF_THE_FILE: Mapping[str, tuple[Level, Text]] = {
    "duplicate-key": ("error", Text("Deze sleutel staat er dubbel.", "This key stands here twice.")),
    "key-not-text": ("error", Text("Zet deze sleutel tussen aanhalingstekens.", "Put this key between quotes.")),
    "syntax": ("error", Text("Dit is geen geldige JSON of YAML.", "This is not valid JSON or YAML.")),
    "not-utf-8": ("error", Text("Dit bestand is niet in UTF-8.", "This file is not in UTF-8.")),
    "dead": ("error", Text("Deze verwijzing leidt nergens heen.", "This reference leads nowhere.")),
    "unreadable": (
        "error",
        Text("Het bestand van deze verwijzing ontbreekt.", "The file of this reference is missing."),
    ),
    "unrecognized": ("warning", Text("Dit is geen OpenAPI-document.", "This is not an OpenAPI document.")),
}


@dataclass(frozen=True, slots=True)
class Item:
    """A deviation: `code` is the rule set's own without its prefix; `file` where it stands, with the place in it.

    `rule` is the clause of the standard, or None for what any reader of the file would refuse (`parser`,
    `invalid-ref`, `unrecognized-format`). `defect`: a known fault of the published rule set, which does not count.
    """

    rule: str | None
    code: str
    level: Level
    file: str
    path: Path
    line: int
    column: int
    message: Text
    defect: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule set finds; `unknown` are the codes that need a reference which is never fetched, or a schema that is
    not here; `asked` all codes.

    `clauses`: the clauses of the standard that were tested, without those whose every question is a known fault.
    """

    items: tuple[Item, ...]
    unknown: tuple[str, ...]
    asked: tuple[str, ...]
    clauses: tuple[str, ...]


def lint(world: Resolved, name: str, only: frozenset[str] | None = None) -> Verdict:
    """Judge a resolved document by one rule set (`adr-2.0`, `adr-2.1`, `adr-2.2`), or by some codes of it."""
    with uncollected():
        verdict = _lint(world, name, only)
        world.notes.clear()  # they know their world: a circle, which would outlive this
        return verdict


def _lint(world: Resolved, name: str, only: frozenset[str] | None) -> Verdict:
    known = rule_sets()
    form = version(world.document.data)
    rules = [
        rule
        for rule in known.rules_of(name)
        if (only is None or _code(rule) in only) and _is_for(rule, known.sets[name].formats, form, world)
    ]
    items: list[Item] = []
    for rule in rules:
        items += _hits(world, rule, name)
    items += _of_the_file(world, form)
    unseen = [] if has_schema(world.document.data) else ["document_is_valid"]
    unknown = tuple(_code(rule) for rule in rules if rule.ask in unseen or _depends(rule, world.loose))
    items.sort(key=lambda item: (item.file != world.document.name, item.file, item.line, item.column, item.code))
    clauses = sorted(
        {rule.rule for rule in rules if rule.rule and rule.defect != "always" and _code(rule) not in unknown}
    )
    return Verdict(tuple(items), unknown, tuple(_code(rule) for rule in rules), tuple(clauses))


def _code(rule: Rule) -> str:
    return rule.code.removeprefix(_PREFIX)


def _is_for(rule: Rule, formats: tuple[str, ...], form: str | None, world: Resolved) -> bool:
    # a rule that says for which versions it is was drawn in, and is not bound by its set
    return _matches(formats if rule.openapi == ("any",) else rule.openapi, form, world.document.data)


def _matches(wanted: tuple[str, ...], form: str | None, data: Value) -> bool:
    if "any" in wanted or form in wanted:
        return True
    return ("any3" in wanted and is_major(data, "openapi", "3")) or ("2.0" in wanted and is_major(data, "swagger", "2"))


def _hits(world: Resolved, rule: Rule, name: str) -> list[Item]:
    found: dict[tuple[str, Path], Item] = {}
    for hit in _ASKS[rule.ask](world, **rule.parameters):
        loose = None if rule.follows == "none" else world.is_loose(hit.spot)
        if loose is not None and loose.why == "remote":
            continue
        for document, path in hit.places(world):
            defect = rule.defect is not None and _is_defect(rule.defect, hit, path)
            known = found.get((document.name, path))
            if known is None or (known.defect and not defect):
                place = document.place(path)
                found[document.name, path] = Item(
                    rule.rule, _code(rule), rule.levels[name], document.name, path, *place, rule.message, defect
                )
    return list(found.values())


def _is_defect(kind: str, hit: Hit, path: Path) -> bool:
    if kind == "newer-openapi":
        return str(hit.spot.value).startswith("3.") or len(path) > 1
    if kind == "below-root":
        return len(path) > 1
    if kind == "well-known":
        return any(str(step).startswith("/.well-known/") for step in path)
    if kind == "component-name":
        return hit.by_name
    if kind == "refused":
        return hit.refused
    if kind == "not-an-operation":
        own = path[:-1] if path and path[-1] == "responses" else path
        return not (len(own) == 3 and own[0] == "paths" and own[2] in METHODS)
    return True


def _of_the_file(world: Resolved, form: str | None) -> list[Item]:
    document = world.document
    items: list[Item] = []

    def add(code: str, what: str, file: str, path: Path, place: tuple[int, int]) -> None:
        level, message = _OF_THE_FILE[what]
        items.append(Item(None, code, level, file, path, *place, message, False))

    for one in world.documents:
        for fault in one.faults if one is document else (fault for fault in one.faults if fault.code != "not-utf-8"):
            add("parser", fault.code, one.name, (), (fault.line, fault.column))
    for loose in world.loose:
        if loose.why != "remote":
            path = (*loose.spot.path(), "$ref")
            add("invalid-ref", loose.why, loose.spot.document.name, path, loose.spot.document.place(path))
    if not form and not is_major(document.data, "openapi", "3") and not is_major(document.data, "swagger", "2"):
        add("unrecognized-format", "unrecognized", document.name, (), (1, 1))
    return items


def _depends(rule: Rule, loose: tuple[Loose, ...]) -> bool:
    """Whether a reference that is never fetched may hold what a rule asks about."""
    if rule.follows == "none":
        return False
    for one in loose:
        if one.why != "remote":
            continue
        kind = _kind(one.spot.path())
        if rule.follows == "all" or kind in ("path", rule.follows):
            return True
    return False


def _kind(path: Path) -> Literal["path", "response", "parameter", "other"]:
    steps = [str(step) for step in path]
    if (len(steps) == 2 and steps[0] == "paths") or len(steps) < 2:
        return "path"
    parent = steps[-2]
    if parent == "responses" or steps[-1] == "headers" or parent == "headers":
        return "response"
    return "parameter" if parent == "parameters" else "other"
