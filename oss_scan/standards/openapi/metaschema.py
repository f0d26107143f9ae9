"""Whether a schema is one by the meta-schema of its dialect: draft 4 in OpenAPI 3.0, 2020-12 later."""

from typing import Any

NUMBERS = ("multipleOf", "maximum", "minimum")
COUNTS = ("maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties")
MANY = ("allOf", "anyOf", "oneOf")
_TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")
_CHECKED = frozenset(
    (
        *NUMBERS,
        *COUNTS,
        *("type", "enum", "required", "uniqueItems", "pattern", "format", "title", "description"),
        *("exclusiveMinimum", "exclusiveMaximum", "properties", "patternProperties", "allOf", "anyOf", "oneOf", "not"),
        *("items", "additionalProperties"),
    )
)


def is_misused(value: Any) -> bool:
    """`nullable` without a type, which the norm owner's tool refuses."""
    return isinstance(value, dict) and "nullable" in value and not value.get("type")


def is_wrong(value: Any, *, later: bool) -> bool:
    """Whether a schema is none by the meta-schema of its dialect (draft 4, later 2020-12); one level only."""
    if not isinstance(value, dict) or isinstance(value.get("$ref"), str):
        return False
    return any(not _fits(name, held, value, later=later) for name, held in value.items() if name in _CHECKED)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _fits(name: str, held: Any, value: dict[str, Any], *, later: bool) -> bool:
    if name in NUMBERS:
        return _is_number(held) and (name != "multipleOf" or held > 0)
    if name in COUNTS:
        return _is_number(held) and held >= 0 and int(held) == held
    if name in ("exclusiveMinimum", "exclusiveMaximum"):
        if later:
            return _is_number(held)
        return isinstance(held, bool) and name.replace("exclusiveM", "m") in value
    if name in ("pattern", "format", "title", "description"):
        return isinstance(held, str)
    if name == "type":
        kinds = held if isinstance(held, list) else [held]
        return bool(kinds) and all(kind in _TYPES for kind in kinds) and len(set(kinds)) == len(kinds)
    if name == "enum":
        return isinstance(held, list) and (later or (bool(held) and _is_unique(held)))
    if name == "required":
        return (
            isinstance(held, list)
            and (later or bool(held))
            and all(isinstance(one, str) for one in held)
            and (len(set(held)) == len(held))
        )
    if name == "uniqueItems":
        return isinstance(held, bool)
    if name in ("properties", "patternProperties"):
        return isinstance(held, dict) and all(
            isinstance(one, dict) or (later and isinstance(one, bool)) for one in held.values()
        )
    if name in MANY:
        return isinstance(held, list) and bool(held) and all(isinstance(one, dict | bool) for one in held)
    if name == "items":
        return (
            isinstance(held, dict)
            or (isinstance(held, list) and not later and bool(held))
            or (later and isinstance(held, bool))
        )
    return isinstance(held, dict | bool) if name == "additionalProperties" or later else isinstance(held, dict)


def _is_unique(values: list[Any]) -> bool:
    return len({repr(value) for value in values}) == len(values)
