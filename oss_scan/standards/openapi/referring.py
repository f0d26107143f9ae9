"""Which parts of a document are referred to by something other than themselves."""

from collections.abc import Iterable, Iterator

from oss_scan.standards.openapi.reading import Path, Value
from oss_scan.standards.openapi.resolving import Resolved
from oss_scan.standards.openapi.spots import HOLDING


def referred(world: Resolved, parts: Iterable[Path]) -> frozenset[Path]:
    """Those of some parts of the document that a reference names, in it or in a file that it draws in."""
    places: dict[int, Path] = {}
    for part in parts:
        value = world.document.data
        for step in part:
            value = value[step] if isinstance(value, dict) and isinstance(step, str) else None
        if isinstance(value, dict | list):
            places.setdefault(id(value), part)
    named = {world.way(name, reference) for name, reference in world.asked if name != world.document.name}
    found = {way for way in named if way is not None}
    ways: dict[str, Path | None] = {}
    for reference, inside in _references(world.document.data, places):
        if reference not in ways:
            ways[reference] = world.way(world.document.name, reference)
        way = ways[reference]
        if way is not None and way != inside:
            found.add(way)
    return frozenset(found)


def _references(value: Value, places: dict[int, Path]) -> Iterator[tuple[str, Path | None]]:
    stack: list[tuple[Value, Path | None]] = [(value, None)]
    while stack:
        here, inside = stack.pop()
        if isinstance(here, dict):
            reference = here.get("$ref")
            if isinstance(reference, str):
                yield reference, inside
            held: Iterable[Value] = here.values()
        else:
            assert isinstance(here, list)
            held = here
        stack += [(inner, inside or places.get(id(inner))) for inner in held if isinstance(inner, HOLDING)]
