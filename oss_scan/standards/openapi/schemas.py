"""Schemas of OpenAPI as schemas of JSON Schema, to hold values against."""

from collections.abc import Iterator
from typing import Any, Literal

from oss_scan.standards.openapi.formats import FORMATS
from oss_scan.standards.openapi.metaschema import COUNTS, MANY, NUMBERS, is_misused, is_wrong
from oss_scan.standards.openapi.reaching import LOOSE, MISUSED, WRONG, Reaches
from oss_scan.standards.openapi.reading import Path, Value
from oss_scan.standards.openapi.resolving import Resolved, Spot
from oss_scan.standards.openapi.validity import is_major, version

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_ONE = ("additionalProperties", "items", "not", "additionalItems", "if", "then", "else", "contains", "propertyNames")
_ONE_LATER = ("unevaluatedItems", "unevaluatedProperties")
_NAMED = ("properties", "patternProperties", "definitions")
_OTHERS = ("type", "enum", "const", "required", "uniqueItems", "pattern", "format")
#: In which order the norm owner's tool looks at keywords: of several faults it shows the first.
_ORDER = (
    *("type", "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf"),
    *("maxLength", "minLength", "pattern", "format", "const", "enum", "not", "anyOf", "oneOf", "allOf", "if"),
    *("maxItems", "minItems", "uniqueItems", "prefixItems", "items", "additionalItems", "contains"),
    *("maxProperties", "minProperties", "required", "propertyNames", "additionalProperties", "dependencies"),
    *("properties", "patternProperties"),
)
_RANK = {name: rank for rank, name in enumerate(_ORDER)}
_REACH = 3_000  # schemas below one that is held against; larger is left unjudged
_ALL = 50_000  # and those of all together
Mode = Literal["plain", "request", "response"]


class Schemas:
    """The schemas of one document, each made once."""

    def __init__(self, world: Resolved) -> None:
        self._world = world
        self._later = version(world.document.data) in ("3.1", "3.2")
        self._swagger = is_major(world.document.data, "swagger", "2")
        one = (*_ONE, *_ONE_LATER) if self._later else _ONE
        many = (*MANY, "prefixItems") if self._later else MANY
        named = (*_NAMED, "dependentSchemas") if self._later else _NAMED
        self._words = frozenset(one), frozenset((*many, "items")), frozenset(named)
        self._inner: dict[int, tuple[Spot, ...]] = {}
        self._reaches = Reaches()
        self._spent = 0  # schemas that validators were made of
        self._made: dict[tuple[int, Mode], dict[str, Any]] = {}
        self._validators: dict[tuple[int, Mode], Any] = {}
        self._misused: set[tuple[int, Mode]] = set()
        self._roots: dict[tuple[int, Mode], dict[str, Any]] = {}  # what a validator was made of

    @classmethod
    def of(cls, world: Resolved) -> "Schemas":
        """The schemas of a document; the same each time."""
        held = world.notes.get("schemas")
        if not isinstance(held, cls):
            held = world.notes["schemas"] = cls(world)
        return held

    def wrong(self, schema: Spot, mode: Mode, where: Spot, value: Value) -> Iterator[tuple[Spot, Path, bool]]:
        """Where a value does not fit a schema: the first fault. Nothing where the schema cannot be judged. True with it
        where the value does fit, and the norm owner's tool refuses the schema."""
        key = id(schema.value), mode
        if key not in self._validators:
            self._validators[key] = self._validator(schema, mode)
        validator = self._validators[key]
        if validator is None:
            return
        if validator == "wrong" or key in self._misused:
            yield where, (), validator != "wrong" and validator.is_valid(value)
            return
        if validator.is_valid(value):
            return
        made = self._roots[key]
        first = min(validator.iter_errors(value), key=lambda error: _order(error, made))
        yield where, tuple(first.instance_path), False

    def _validator(self, schema: Spot, mode: Mode) -> Any:
        import jsonschema_rs

        if not isinstance(schema.value, dict):
            return None
        marks = self._marks(schema)
        if self._swagger and isinstance(schema.value.get("required"), bool):  # a parameter, which is else a schema
            own = {key: inner for key, inner in schema.value.items() if key != "required"}
            beyond = any(self._marks(inner) & WRONG for inner in self._below(schema))
            marks = marks & ~WRONG | (WRONG if beyond or is_wrong(own, later=self._later) else 0)
        if marks & WRONG:
            return "wrong"
        reached = None if marks & LOOSE else self._reached(schema)
        if reached is None:
            return None
        if marks & MISUSED:
            self._misused.add((id(schema.value), mode))
        made: dict[str, Any] = {"$ref": f"#/$defs/{id(schema.value)}"}
        made["$defs"] = {str(id(spot.value)): self._make(spot, mode) for spot in reached}
        kind = jsonschema_rs.Draft202012Validator if self._later else jsonschema_rs.Draft7Validator
        if not self._later:
            made["allOf"] = [{"$ref": made.pop("$ref")}]
        self._roots[id(schema.value), mode] = made
        try:
            return kind(made, validate_formats=True, formats=dict(FORMATS))
        except jsonschema_rs.ValidationError:
            return "wrong"  # a pattern that is none

    def _marks(self, schema: Spot) -> int:
        return self._reaches.marks(schema, self._below, self._own)

    def _own(self, spot: Spot) -> int:
        value = spot.value
        wrong = WRONG if is_wrong(value, later=self._later) else 0
        loose = LOOSE if isinstance(value, dict) and isinstance(value.get("$ref"), str) else 0
        return wrong | loose | (MISUSED if is_misused(value) else 0)

    def _below(self, spot: Spot) -> tuple[Spot, ...]:
        """The schemas directly inside a schema."""
        found = self._inner.get(id(spot.value))
        if found is None:
            found = self._inner[id(spot.value)] = tuple(inner for _, _, inner in self._parts(spot))
        return found

    def _parts(self, spot: Spot) -> Iterator[tuple[str, str | int | None, Spot]]:
        value = spot.value
        if not isinstance(value, dict) or isinstance(value.get("$ref"), str):
            return
        one, many, named = self._words
        for name in value:
            if name not in one and name not in many and name not in named:
                continue
            child = self._world.child(spot, name)
            assert child is not None
            if name in one and isinstance(child.value, dict):
                yield name, None, child
            elif isinstance(child.value, list) if name in many else child.is_container and name in named:
                yield from ((name, key, inner) for key, inner in self._world.children(child) if _is_schema(inner))

    def _reached(self, start: Spot) -> list[Spot] | None:
        seen: dict[int, Spot] = {}
        stack = [start] if self._spent < _ALL else []
        while stack:
            spot = stack.pop()
            if id(spot.value) in seen:
                continue
            seen[id(spot.value)] = spot
            if len(seen) > _REACH:
                return None
            stack += self._below(spot)
        self._spent += len(seen)
        return list(seen.values()) or None

    def _make(self, spot: Spot, mode: Mode) -> dict[str, Any]:
        key = id(spot.value), mode
        if key not in self._made:
            self._made[key] = self._fresh(spot, mode)
        return self._made[key]

    def _fresh(self, spot: Spot, mode: Mode) -> dict[str, Any]:
        value = spot.value
        assert isinstance(value, dict)
        keep = (*NUMBERS, *COUNTS, *_OTHERS, "dependentRequired", "minContains", "maxContains")
        made: dict[str, Any] = {name: value[name] for name in keep if name in value}
        made |= {name: value[name] for name in (*_ONE, *_ONE_LATER) if isinstance(value.get(name), bool)}
        if isinstance(made.get("required"), bool):
            del made["required"]
        hidden: set[str] = set()
        for name, key, inner in self._parts(spot):
            link = {"$ref": f"#/$defs/{id(inner.value)}"}
            if key is None:
                made[name] = link
            elif isinstance(key, int):
                made.setdefault(name, []).append(link)
            else:
                made.setdefault(name, {})[key] = link
            if name == "properties" and _is_hidden(inner.value, mode):
                hidden.add(str(key))
        if hidden and isinstance(made.get("required"), list):
            made["required"] = [name for name in made["required"] if name not in hidden]
        if "type" in made and (value.get("nullable") is True or (self._swagger and value.get("x-nullable") is True)):
            kinds = made["type"] if isinstance(made["type"], list) else [made["type"]]
            made["type"] = [*kinds, *(["null"] if "null" not in kinds else [])]
        _bounds(made, value)
        return made


def _is_schema(spot: Spot) -> bool:
    return isinstance(spot.value, dict)


def _is_hidden(value: Value, mode: Mode) -> bool:
    if not isinstance(value, dict):
        return False
    return (mode == "request" and value.get("readOnly") is True) or (
        mode == "response" and value.get("writeOnly") is True
    )


def _bounds(made: dict[str, Any], value: Any) -> None:
    for name, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if value.get(name) is True:
            made[name] = made.pop(limit)
        elif name in value and value[name] is not False:
            made[name] = value[name]
    bits = {"int32": 31, "int64": None}.get(str(made.get("format")), 0)
    if bits != 0:
        whole: dict[str, Any] = {"type": "integer"}
        if bits is not None:
            whole |= {"minimum": -(2**bits), "maximum": 2**bits - 1}
        made["if"], made["then"] = {"type": "number"}, whole


def _order(error: Any, root: dict[str, Any]) -> tuple[int, ...]:
    """The order in which the norm owner's tool would meet an error, from its way through the schema."""
    key: list[int] = []
    here: Any = root
    named = False
    for step in error.evaluation_path:
        if step == "$ref" and not named:
            here = root["$defs"][here["$ref"].rpartition("/")[2]]
            continue
        if isinstance(step, int):
            key.append(step)
        else:
            key.append(list(here).index(step) if named else _RANK.get(step, len(_RANK)))
        named = not named and step in _NAMED
        here = here[step] if isinstance(here, list) or step in here else None
    return tuple(key)
