"""The questions that rule set 2.1 adds by taking over its tool's whole common set for OpenAPI 3."""

from collections.abc import Iterator

from oss_scan.standards.adr.hits import METHODS, Hit, mapping, operations, pattern, truthy
from oss_scan.standards.openapi.reading import Value
from oss_scan.standards.openapi.referring import referred
from oss_scan.standards.openapi.resolving import Resolved, Spot
from oss_scan.standards.openapi.validity import is_major, version

_COMPONENTS = ("schemas", "responses", "parameters", "examples", "requestBodies", "headers", "links", "callbacks")


def operations_have(world: Resolved, *, member: str) -> Iterator[Hit]:
    """Every operation has a member that is not empty."""
    for _, _, _, operation in operations(world):
        held = world.child(operation, member) if mapping(operation) else operation
        if not truthy(held):
            yield Hit(held or operation)


def operations_have_tags(world: Resolved) -> Iterator[Hit]:
    """Every operation has at least one tag."""
    for _, _, _, operation in operations(world):
        held = world.child(operation, "tags") if mapping(operation) else operation
        if held is None or not isinstance(held.value, list) or not held.value:
            yield Hit(held or operation)


def operations_can_succeed(world: Resolved) -> Iterator[Hit]:
    """Every operation has an answer for when all goes well."""
    ranges = ("2XX", "3XX") if is_major(world.document.data, "openapi", "3") else ()
    for _, _, _, operation in operations(world):
        held = world.child(operation, "responses") if mapping(operation) else None
        if (
            held is not None
            and isinstance(held.value, dict)
            and not any(key in ranges or _succeeds(key) for key in held.value)
        ):
            yield Hit(held)


def _succeeds(status: str) -> bool:
    return status.isascii() and status.isdecimal() and 200 <= int(status[:9]) < 400


def operation_ids_fit_addresses(world: Resolved, *, match: str) -> Iterator[Hit]:
    """The id of every operation can stand in an address."""
    for _, _, _, operation in operations(world):
        held = world.child(operation, "operationId") if mapping(operation) else operation
        if held is not None and isinstance(held.value, str) and not pattern(match).search(held.value):
            yield Hit(held)


def operation_parameters_differ(world: Resolved) -> Iterator[Hit]:
    """No operation has two parameters with the same name at the same place, or a body in two ways."""
    for _, _, _, operation in operations(world):
        held = world.child(operation, "parameters") if mapping(operation) else None
        if held is None or not isinstance(held.value, list):
            continue
        seen: set[tuple[str, str]] = set()
        bodies: list[Spot] = []
        for _, parameter in world.children(held):
            value = parameter.value
            if not isinstance(value, dict) or "$ref" in value:
                continue
            own = (str(value.get("in")), str(value.get("name")))
            if own in seen:
                yield Hit(parameter)
            seen.add(own)
            if own[0] == "body":
                bodies.append(parameter)
        yield from (Hit(parameter) for parameter in bodies[1:])
        if bodies and any(place == "formData" for place, _ in seen):
            yield Hit(held)


def tags_are_defined(world: Resolved) -> Iterator[Hit]:
    """The tags of operations are defined at the top of the document."""
    tags = world.at("tags")
    known: set[str] = {
        name.value
        for _, tag in (world.children(tags) if tags is not None and isinstance(tags.value, list) else ())
        if mapping(tag) and (name := world.child(tag, "name")) is not None and isinstance(name.value, str)
    }
    for _, _, _, operation in operations(world):
        held = world.child(operation, "tags") if mapping(operation) else None
        if held is not None and isinstance(held.value, list):
            yield from (Hit(tag) for _, tag in world.children(held) if not _is_in(tag.value, known))


def _is_in(value: Value, known: set[str]) -> bool:
    return isinstance(value, str) and value in known


def texts_avoid(world: Resolved, *, keys: list[str], avoid: str) -> Iterator[Hit]:
    """No description or title holds what a browser would run."""
    for key in keys:
        for holder in world.holders.get(key, ()):
            held = world.child(holder, key)
            if held is not None and isinstance(held.value, str) and pattern(avoid).search(held.value):
                yield Hit(held)


def references_stand_alone(world: Resolved) -> Iterator[Hit]:
    """Nothing stands beside a reference."""
    for spot in world.written:
        if isinstance(spot.value, dict) and "$ref" in spot.value:
            yield from (Hit(spot, (key,)) for key in spot.value if key != "$ref")


def arrays_have_items(world: Resolved) -> Iterator[Hit]:
    """Every schema of a list says what is in it."""
    later = version(world.document.data) in ("3.1", "3.2")
    for spot in world.written:
        value = spot.value
        if not isinstance(value, dict) or spot.parent is None:
            continue
        kind = value.get("type")
        if (kind in ("array", ["array"]) or (later and isinstance(kind, list) and "array" in kind)) and not _stands(
            value.get("items")
        ):
            yield Hit(spot, ("items",) if "items" in value else ())


def _stands(value: Value) -> bool:
    return isinstance(value, dict | list) or bool(value)


def enums_fit_their_type(world: Resolved) -> Iterator[Hit]:
    """The values of a list of choices have the type that is named beside it."""
    for holder in world.holders.get("enum", ()):
        value = holder.value
        if not isinstance(value, dict) or holder.parent is None:
            continue
        kinds = value.get("type")
        if not _stands(kinds) or not isinstance(value["enum"], list):
            continue
        allowed = [*kinds] if isinstance(kinds, list) else [kinds]
        if not all(isinstance(kind, str) for kind in allowed):
            continue
        if value.get("nullable") is True and _is_3_0(world):
            allowed.append("null")
        held = world.child(holder, "enum")
        assert held is not None
        whole = "integer" in allowed
        yield from (Hit(one) for _, one in world.children(held) if _type(one.value, whole) not in allowed)


def _is_3_0(world: Resolved) -> bool:
    data = world.document.data
    return isinstance(data, dict) and str(data.get("openapi")).startswith("3.0")


def _type(value: Value, whole: bool) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "integer" if whole and value == value // 1 else "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def enums_have_no_doubles(world: Resolved) -> Iterator[Hit]:
    """No choice is listed twice."""
    for holder in world.holders.get("enum", ()):
        held = world.child(holder, "enum")
        if held is None or not isinstance(held.value, list) or holder.key == "properties":
            continue
        seen = [_comparable(one) for one in held.value]
        if len(set(seen)) < len(seen):
            yield Hit(held)


def _comparable(value: Value) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool) and value == value // 1:
        return str(int(value))
    if isinstance(value, dict):
        return str(sorted((key, _comparable(inner)) for key, inner in value.items()))
    return str([_comparable(inner) for inner in value]) if isinstance(value, list) else repr(value)


def examples_have_one_value(world: Resolved) -> Iterator[Hit]:
    """Every named example has a value or a reference to one, not both."""
    for held in _named_examples(world):
        for _, example in world.children(held):
            if isinstance(example.value, dict) and ("value" in example.value) == ("externalValue" in example.value):
                yield Hit(example)


def _named_examples(world: Resolved) -> Iterator[Spot]:
    if "examples" not in world.holders:
        return
    holders: list[Spot] = []
    paths = world.at("paths")
    above = {id(spot.value) for spot in ([paths, *(item for _, item in world.children(paths))] if paths else ())}
    for spot in world.below_paths:
        for zone in ("content", "parameters", "headers"):
            if isinstance(spot.value, dict) and zone in spot.value and id(spot.value) not in above:
                holders += [inner for _, inner in _children(world, world.child(spot, zone))]
    for zone in ("parameters", "headers"):
        holders += [inner for _, inner in _children(world, world.at("components", zone))]
    named = world.at("components", "examples")
    if named is not None:
        yield named
    for holder in holders:
        held = world.child(holder, "examples") if isinstance(holder.value, dict) else None
        if held is not None:
            yield held


def _children(world: Resolved, spot: Spot | None) -> tuple[tuple[str | int, Spot], ...]:
    return () if spot is None else world.children(spot)


def security_is_defined(world: Resolved, *, member: list[str]) -> Iterator[Hit]:
    """The schemes and scopes that are asked for are defined, in the document as it is written."""
    schemes: Value = world.document.data
    for key in member:
        schemes = schemes.get(key) if isinstance(schemes, dict) else None
    lists = [world.at("security")]
    lists += [world.child(operation, "security") for _, _, _, operation in operations(world) if mapping(operation)]
    for held in lists:
        for _, need in _children(world, held):
            if not isinstance(need.value, dict) or not all(_is_texts(scopes) for scopes in need.value.values()):
                continue
            for name, scopes in world.children(need):
                if not isinstance(schemes, dict) or name not in schemes:
                    yield Hit(scopes)
                    continue
                known = _scopes(schemes[name], flows=len(member) > 1)
                yield from (Hit(scope) for _, scope in world.children(scopes) if scope.value not in known)


def _is_texts(value: Value) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _scopes(scheme: Value, *, flows: bool) -> frozenset[str]:
    if not isinstance(scheme, dict):
        return frozenset()
    held = scheme.get("flows") if flows else {"": scheme}
    parts = [flow.get("scopes") for flow in held.values() if isinstance(flow, dict)] if isinstance(held, dict) else []
    return frozenset(name for part in parts if isinstance(part, dict) for name in part)


def components_are_used(world: Resolved) -> Iterator[Hit]:
    """Every component is referred to: itself and as a whole, as the norm owner's tool counts."""
    held = world.document.data
    parts = held.get("components") if isinstance(held, dict) else None
    if not isinstance(parts, dict):
        return
    kinds = {kind: names for kind in _COMPONENTS if isinstance(names := parts.get(kind), dict)}
    ways = [("components", kind, name) for kind, names in kinds.items() for name in names]
    used = referred(world, ways)
    yield from (Hit(world.root, way) for way in ways if way not in used)


def members_absent(world: Resolved, *, paths: list[list[str]], member: str) -> Iterator[Hit]:
    """A member is not used at places (`*` is any key) where it means nothing."""
    for path in paths:
        spots = [world.follow(world.root)]
        for step in path:
            spots = [inner for spot in spots for inner in _at(world, spot, step)]
        for spot in spots:
            held = world.child(spot, member) if isinstance(spot.value, dict) else None
            if held is not None:
                yield Hit(held)


def _at(world: Resolved, spot: Spot, step: str) -> list[Spot]:
    if step in ("*", "{method}"):
        return [child for key, child in world.children(spot) if step == "*" or key in METHODS]
    held = world.child(spot, step) if isinstance(spot.value, dict) else None
    return [] if held is None else [held]


def servers_avoid(world: Resolved, *, avoid: str) -> Iterator[Hit]:
    """No address of a server has a certain form."""
    for _, server in _children(world, world.at("servers")):
        url = world.child(server, "url") if mapping(server) else None
        if url is not None and isinstance(url.value, str) and pattern(avoid).search(url.value):
            yield Hit(url)
