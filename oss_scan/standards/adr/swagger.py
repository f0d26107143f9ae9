"""The questions about Swagger 2.0 that rule set 2.1 adds by taking over its tool's whole common set."""

from collections.abc import Iterator

from oss_scan.standards.adr.hits import Hit, mapping, operations, pattern, truthy
from oss_scan.standards.openapi import examples
from oss_scan.standards.openapi.referring import referred
from oss_scan.standards.openapi.resolving import Resolved


def forms_say_their_type(world: Resolved, *, match: str) -> Iterator[Hit]:
    """An operation that takes a form says of which type, where it names types."""
    for _, _, _, operation in operations(world):
        types = world.child(operation, "consumes") if mapping(operation) else None
        held = world.child(operation, "parameters") if types is not None else None
        if types is None or held is None or not (isinstance(types.value, list) and isinstance(held.value, list)):
            continue
        sources = (world.child(one, "in") for _, one in world.children(held) if mapping(one))
        if any(source is not None and source.value == "formData" for source in sources) and not any(
            isinstance(one, str) and pattern(match).search(one) for one in types.value
        ):
            yield Hit(operation)


def discriminators_are_members(world: Resolved) -> Iterator[Hit]:
    """The member that tells the kind of a definition is one of its members, and required."""
    held = world.at("definitions")
    for _, definition in world.children(held) if held is not None else ():
        kind = world.child(definition, "discriminator") if mapping(definition) else None
        if kind is None or not truthy(kind):
            continue
        if not isinstance(kind.value, str):
            yield Hit(kind)
            continue
        members, required = world.child(definition, "properties"), world.child(definition, "required")
        if members is None or not isinstance(members.value, dict) or kind.value not in members.value:
            yield Hit(definition, ("properties",))
        if required is None or not isinstance(required.value, list) or kind.value not in required.value:
            yield Hit(definition, ("required",))


def member_avoids(world: Resolved, *, member: list[str], avoid: str) -> Iterator[Hit]:
    """A text in the document has not a certain form."""
    spot = world.at(*member)
    if spot is not None and isinstance(spot.value, str) and pattern(avoid).search(spot.value):
        yield Hit(spot)


def key_unused(world: Resolved, *, key: str) -> Iterator[Hit]:
    """A keyword is used nowhere."""
    for holder in world.holders.get(key, ()):
        held = world.child(holder, key)
        assert held is not None
        yield Hit(held)


def definitions_are_used(world: Resolved) -> Iterator[Hit]:
    """Every definition is referred to."""
    data = world.document.data
    held = data.get("definitions") if isinstance(data, dict) else None
    ways = [("definitions", name) for name in held] if isinstance(held, dict) else []
    used = referred(world, ways)
    yield from (Hit(world.root, way) for way in ways if way not in used)


def schema_examples_fit(world: Resolved) -> Iterator[Hit]:
    """The examples and defaults in definitions, parameters and responses are valid by their schema."""
    yield from (Hit(spot, below, refused=fits) for spot, below, fits in examples.wrong_in_swagger(world))


def response_examples_fit(world: Resolved) -> Iterator[Hit]:
    """The examples of responses are valid by their schema."""
    yield from (Hit(spot, below, refused=fits) for spot, below, fits in examples.wrong_in_responses(world))
