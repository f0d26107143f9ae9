"""Examples and defaults against their schemas.

A schema that refers to itself, or to what is not there, is left unjudged, as the norm owner's tool does; one that is
itself wrong makes every example beside it wrong. What only a server sends (`readOnly`) is not asked of a request, nor
what only a client sends of a response.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from oss_scan.standards.openapi.reading import Path, Value
from oss_scan.standards.openapi.resolving import Resolved, Spot
from oss_scan.standards.openapi.schemas import METHODS, Schemas

_ZONES = ("content", "headers", "parameters")
_SCHEMA_KEYS = ("enum", "type", "format", "$ref", "properties", "items")
Mode = Literal["plain", "request", "response"]


def wrong_in_media(world: Resolved) -> Iterator[tuple[Spot, Path, bool]]:
    """Each place in an example of a content, header or parameter that does not fit its schema (`Schemas.wrong`)."""
    schemas = Schemas.of(world)
    directions = _by_direction(world) if {"example", "examples"} & world.holders.keys() else ()
    for mode, starts in directions:
        for spot in _inside(world, starts):
            schema = world.child(spot, "schema") if isinstance(spot.value, dict) else None
            if schema is None or not _truthy(schema.value):
                continue
            for where, value in _examples(world, spot):
                if value is None:  # what is not there does not fit
                    yield where, (), False
                else:
                    yield from schemas.wrong(schema, mode, where, value.value)


def wrong_in_schemas(world: Resolved) -> Iterator[tuple[Spot, Path, bool]]:
    """Each place in an example or default of a schema that does not fit that schema (`Schemas.wrong`)."""
    held = world.at("components", "schemas")
    starts = [] if held is None else [held]
    for zone in _ZONES:
        starts += [inner for holder in world.holders.get(zone, ()) if (inner := world.child(holder, zone)) is not None]
    yield from _wrong_below(world, starts, ("example", "default"))


def wrong_in_swagger(world: Resolved) -> Iterator[tuple[Spot, Path, bool]]:
    """Each place in an example or default of Swagger 2.0 that does not fit its schema (`Schemas.wrong`)."""
    zones = ("definitions", "parameters", "responses")
    starts = [(zone, holder) for zone in zones for holder in world.holders.get(zone, ())]
    held = [inner for zone, holder in starts if (inner := world.child(holder, zone)) is not None]
    yield from _wrong_below(world, held, ("example", "x-example", "default"))


def wrong_in_responses(world: Resolved) -> Iterator[tuple[Spot, Path, bool]]:
    """Each place in an example of a response of Swagger 2.0 that does not fit its schema (`Schemas.wrong`)."""
    schemas = Schemas.of(world)
    starts = [inner for holder in world.holders.get("responses", ()) if (inner := world.child(holder, "responses"))]
    for spot in _inside(world, starts):
        schema = world.child(spot, "schema")
        listed = world.child(spot, "examples")
        if schema is not None and _truthy(schema.value) and listed is not None:
            for _, example in world.children(listed):
                yield from schemas.wrong(schema, "response", example, example.value)


def _wrong_below(world: Resolved, starts: list[Spot], names: tuple[str, ...]) -> Iterator[tuple[Spot, Path, bool]]:
    schemas = Schemas.of(world)
    wanted = {"$ref", *names}
    for spot in world.walk(starts):
        pairs = spot.value.items() if isinstance(spot.value, dict) else enumerate(_listed(spot.value))
        for key, written in pairs:
            if key == "properties" or not isinstance(written, dict) or wanted.isdisjoint(written):
                continue  # most of what is written; a spot for each would take long
            child = world.child(spot, key)
            schema = None if child is None else child.value
            if child is None or not isinstance(schema, dict) or not any(name in schema for name in names):
                continue
            if not any(_truthy(schema.get(name)) for name in _SCHEMA_KEYS):
                continue
            for name in names:
                value = world.child(child, name)
                if value is not None:
                    yield from schemas.wrong(child, "plain", value, value.value)


def _listed(value: Value) -> Sequence[Value]:
    return value if isinstance(value, list) else ()


def _truthy(value: Value) -> bool:
    return isinstance(value, dict | list) or bool(value)


def _examples(world: Resolved, spot: Spot) -> Iterator[tuple[Spot, Spot | None]]:
    own = world.child(spot, "example")
    if own is not None:
        yield own, own
        return
    listed = world.child(spot, "examples")
    if listed is None or not isinstance(listed.value, dict | list):
        return
    for _, example in world.children(listed):
        if not isinstance(example.value, dict) or "externalValue" in example.value:
            continue
        value = world.child(example, "value")
        yield (example, None) if value is None else (value, value)


def _of_operations(world: Resolved, paths: Spot) -> Iterator[tuple[str | int, Spot]]:
    """What the operations below paths hold, by key, and the parameters that stand beside them."""
    for _, item in world.children(paths):
        for name, operation in world.children(item):
            if name == "parameters":
                yield name, operation
            elif name in METHODS:
                yield from world.children(operation)


def _by_direction(world: Resolved) -> Iterator[tuple[Mode, list[Spot]]]:
    """Where contents, headers and parameters stand, by whether a client or a server sends them."""
    requests: list[Spot] = []
    responses: list[Spot] = []
    others: list[Spot] = []
    root = world.follow(world.root)
    for key, part in world.children(root):
        if key == "components":
            for name, held in world.children(part):
                {"requestBodies": requests, "responses": responses}.get(str(name), others).append(held)
        elif key == "paths":
            for name, held in _of_operations(world, part):
                {"requestBody": requests, "responses": responses}.get(str(name), others).append(held)
        else:
            others.append(part)
    yield "request", list(_zones(world, requests))
    yield "response", list(_zones(world, responses))
    yield "plain", [*_zones(world, others), *(spot for spot in others if spot.key in _ZONES)]


def _zones(world: Resolved, starts: Iterable[Spot]) -> Iterator[Spot]:
    for holder in world.walk(starts):
        if isinstance(holder.value, dict):
            for zone in _ZONES:
                if zone in holder.value and (held := world.child(holder, zone)) is not None:
                    yield held


def _inside(world: Resolved, starts: list[Spot]) -> Iterator[Spot]:
    """Everything below some spots, once; not the spots themselves."""
    seen: set[int] = set()
    for spot in world.walk(starts):
        for child in world.held(spot):
            if isinstance(child.value, dict) and id(child.value) not in seen:
                seen.add(id(child.value))
                yield child
