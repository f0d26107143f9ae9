"""What a question finds wrong, and the small things that every question needs."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from oss_scan.standards.openapi.reading import Document, Path
from oss_scan.standards.openapi.resolving import Resolved, Spot

_PLAIN = re.compile(r"[\w.!~*'()/-]*", re.ASCII)
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule is not met: a value, or what is missing or wrong below it.

    `by_name`: it was met only because a component has a name like a status; `refused`: the standard allows it, and the
    norm owner's tool refuses it or its schema; `direct`: the rule looks only at where it is written.
    """

    spot: Spot
    below: Path = ()
    by_name: bool = False
    refused: bool = False
    direct: bool = False

    def places(self, world: Resolved) -> Iterator[tuple[Document, Path]]:
        """The document where it is written and the way to it there.

        What is found at a reference that does not stand alone is shown at that reference, as in the norm owner's tool,
        and where it leads to as well when something else leads there.
        """
        loose = world.is_loose(self.spot)
        if loose is not None and loose.why == "dead" and loose.stands_alone:
            yield loose.spot.document, world.nearest(loose).path()
            return
        reference = self.spot.reference
        if reference is not None and self.below:
            reference = None if world.child(self.spot, self.below[0]) else reference
        if reference is not None:
            yield reference.document, reference.path()
        if reference is None or world.led_to(reference):
            path = (*self.spot.path(), *self.below)
            ways = set() if self.direct else {_told(path, length) for length in world.led_to(self.spot)}
            if self.spot.document is world.document or not ways:
                ways.add(path)
            yield from ((self.spot.document, way) for way in ways)


def _told(path: Path, length: int) -> Path:
    """As far as the norm owner's tool finds its way after a reference to the first so many steps."""
    for number, step in enumerate(path[length:], length):
        if not _PLAIN.fullmatch(str(step)):
            return path[:number]
    return path


Ask: TypeAlias = Callable[..., Iterator[Hit]]


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern of a rule; its letters and digits are those of ASCII."""
    return re.compile(text, re.ASCII)


def truthy(spot: Spot | None) -> bool:
    """Whether something stands there that is not empty, nought or false; an empty list or mapping is something."""
    return spot is not None and (isinstance(spot.value, dict | list) or bool(spot.value))


def mapping(spot: Spot | None) -> bool:
    """Whether a mapping stands there."""
    return spot is not None and isinstance(spot.value, dict)


def servers(world: Resolved, *, deep: bool) -> Iterator[Spot]:
    """The servers at the top of the document, and `deep` below its paths too."""
    top = world.at("servers")
    if top is not None:
        yield from (server for _, server in world.children(top))
    if deep and any(holder.parent for holder in world.holders.get("servers", ())):
        for holder in world.below_paths:
            if isinstance(holder.value, dict) and (held := world.child(holder, "servers")) is not None:
                yield from (server for _, server in world.children(held))


def operations(world: Resolved) -> Iterator[tuple[Spot, str, str, Spot]]:
    """The paths, a path, a method and what stands there, in the order of the document."""
    paths = world.at("paths")
    if paths is None or not isinstance(paths.value, dict):
        return
    for path, item in world.children(paths):
        if isinstance(item.value, dict):
            for method, operation in world.children(item):
                if method in METHODS:
                    yield item, str(path), str(method), operation
