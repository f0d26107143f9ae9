"""The questions about the properties of schemas: their names, and how dates are written."""

from collections.abc import Iterator

from oss_scan.standards.adr.hits import Hit, pattern
from oss_scan.standards.openapi.resolving import Resolved, Spot

_DATES = pattern(r"\wD(?:ate|atum)|_[dD](?:ate|atum)")


def links_are_camel_case(world: Resolved, *, name: str, match: str) -> Iterator[Hit]:
    """The keys of the schemas of certain properties have a certain form."""
    for _, part in world.children(world.follow(world.root)):
        schemas = world.child(part, "schemas") if isinstance(part.value, dict) else None
        for _, schema in world.children(schemas) if schemas is not None else ():
            held = world.child(schema, "properties") if isinstance(schema.value, dict) else None
            for key, inner in world.children(held) if held is not None else ():
                if isinstance(key, str) and pattern(name).search(key) and isinstance(inner.value, dict):
                    wrong = (one for own, one in world.children(inner) if not pattern(match).search(str(own)))
                    yield from (Hit(one, direct=True) for one in wrong)


def _properties(world: Resolved) -> Iterator[tuple[str, Spot]]:
    for holder in world.holders.get("properties", ()):
        held = world.child(holder, "properties")
        if held is not None and isinstance(held.value, dict):
            yield from ((str(key), inner) for key, inner in world.children(held))


def property_format_is_not(world: Resolved, *, refused: str) -> Iterator[Hit]:
    """No property has a certain format."""
    for _, schema in _properties(world):
        form = world.child(schema, "format") if isinstance(schema.value, dict) else None
        if form is not None and form.value == refused:
            yield Hit(form)


def _dates(world: Resolved) -> Iterator[Spot]:
    return (schema for key, schema in _properties(world) if key in ("date", "datum") or _DATES.search(key))


def dates_have_format(world: Resolved) -> Iterator[Hit]:
    """A property that is called a date says in which format."""
    for schema in _dates(world):
        if not isinstance(schema.value, dict) or "format" in schema.value:
            continue
        parts = world.child(schema, "allOf")
        if parts is None or not isinstance(parts.value, list):
            yield Hit(schema)
            if parts is not None:
                yield Hit(parts)
            continue
        without = next((part for _, part in world.children(parts) if _is_without_format(part)), None)
        if without is not None:
            yield Hit(schema)
            yield Hit(without)


def _is_without_format(part: Spot) -> bool:
    return isinstance(part.value, dict) and "format" not in part.value


def dates_have_no_time(world: Resolved, *, refused: str) -> Iterator[Hit]:
    """A property that is called a date has no time."""
    for holder in world.walk(_dates(world)):
        form = world.child(holder, "format") if isinstance(holder.value, dict) else None
        if form is not None and form.value == refused:
            yield Hit(form)
