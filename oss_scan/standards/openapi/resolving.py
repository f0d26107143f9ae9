"""Following references: the tree as a reader means it, while every value keeps the place where it is written.

Each written value is visited once, however many references lead to it; that is also what ends cycles. Nothing is ever
fetched: a reference to another host is `remote`, and one that leads nowhere is `dead`.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Literal

from oss_scan.standards.openapi.pointing import file_of, is_elsewhere, key_in, steps
from oss_scan.standards.openapi.reading import Document, Path, Value
from oss_scan.standards.openapi.spots import HOLDING, Loose, Spot

__all__ = ["Load", "Loose", "Resolved", "Spot"]

_FILES = 500  # that one document may draw in
_HOPS = 50  # from one reference to the next
#: Gives another file by its path in the same tree; None where there is none, or it cannot be read.
Load = Callable[[str], Document | None]


class Resolved:
    """A document and all that its references lead to."""

    def __init__(self, document: Document, load: Load | None = None) -> None:
        self.document = document
        self.root = Spot(document, None, "", document.data)
        self.notes: dict[str, object] = {}  # what is worked out of this document once, by who works it out
        self._load = load
        self._roots: dict[str, Spot | None] = {document.name: self.root}
        self._spots: dict[int, Spot] = {}
        self._followed: dict[int, Spot] = {}
        self._deep = 0
        self._loose: dict[int, Loose] = {}
        self._asked: set[tuple[str, str]] = set()
        self._led_to: set[int] = set()  # what references lead to
        self._held: dict[int, list[Spot]] = {}
        self._children: dict[int, tuple[tuple[str | int, Spot], ...]] = {}

    @property
    def documents(self) -> tuple[Document, ...]:
        """The document and the others that were opened."""
        return tuple(root.document for root in self._roots.values() if root is not None)

    def child(self, spot: Spot, key: str | int) -> Spot | None:
        """What stands under a key, its references followed; None where nothing does."""
        written = self._written(spot, key)
        return None if written is None else self.follow(written)

    def children(self, spot: Spot) -> tuple[tuple[str | int, Spot], ...]:
        """Each key and what stands under it, its references followed."""
        value = spot.value
        if not isinstance(value, dict | list):
            return ()
        found = self._children.get(id(value))
        if found is None:
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            found = tuple((key, self.follow(self._spot(spot, key, inner))) for key, inner in pairs)
            self._children[id(value)] = found
        return found

    def held(self, spot: Spot) -> list[Spot]:
        """The mappings and lists under a spot, references followed; the last first."""
        value = spot.value
        found = self._held.get(id(value))
        if found is None:
            found = self._held[id(value)] = self._inside(spot)
        return found

    def _inside(self, spot: Spot) -> list[Spot]:
        value, spots, document = spot.value, self._spots, spot.document
        found: list[Spot] = []
        pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, inner in pairs:
            if not isinstance(inner, HOLDING):
                continue
            one = spots.get(id(inner))
            if one is None:
                one = spots[id(inner)] = Spot(document, spot, key, inner)
            if isinstance(inner, dict) and "$ref" in inner:
                one = self.follow(one)
                if not one.is_container:
                    continue
            found.append(one)
        found.reverse()
        return found

    def walk(self, starts: Iterable[Spot]) -> list[Spot]:
        """Every mapping and list that is reached from some spots, themselves included, each once."""
        seen: set[int] = set()
        found: list[Spot] = []
        stack = [spot for spot in starts if spot.is_container][::-1]
        held = self._held
        while stack:
            spot = stack.pop()
            key = id(spot.value)
            if key in seen:
                continue
            seen.add(key)
            found.append(spot if spot.reference is None else self._spots.get(key, spot))
            inside = held.get(key)
            stack += self.held(spot) if inside is None else inside
        return found

    def follow(self, spot: Spot) -> Spot:
        """Where a reference leads in the end; the spot itself where it is none or leads nowhere."""
        value = spot.value
        if not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
            return spot
        if spot is self.root and len(value) > 1:
            return spot  # a document is not replaced
        found = self._followed.get(id(value))
        if found is None:
            found = self._chase(spot)
            if len(value) > 1 and found is not spot and spot.document is self.document:
                found = Spot(found.document, found.parent, found.key, found.value)
                found.reference = spot
            self._followed[id(value)] = found
        return found

    def led_to(self, spot: Spot) -> list[int]:
        """How many steps it is from the root to what a spot stands in and references lead to; each that there is."""
        way: list[bool] = []
        here: Spot | None = spot
        while here is not None:
            way.append(id(here.value) in self._led_to)
            here = here.parent
        return [length for length, is_led_to in enumerate(reversed(way)) if is_led_to]

    def is_loose(self, spot: Spot) -> Loose | None:
        """The reference that stands at a spot and could not be followed."""
        return self._loose.get(id(spot.value)) if isinstance(spot.value, dict) else None

    @cached_property
    def everywhere(self) -> tuple[Spot, ...]:
        """Every mapping and list that is reached from the root."""
        return tuple(self.walk([self.root]))

    @cached_property
    def below_paths(self) -> tuple[Spot, ...]:
        """Every mapping and list that is reached from the paths, themselves included."""
        paths = self.at("paths")
        return () if paths is None else tuple(self.walk([paths]))

    @cached_property
    def holders(self) -> dict[str, list[Spot]]:
        """The mappings that hold a key, for each key."""
        found: dict[str, list[Spot]] = {}
        for spot in self.everywhere:
            if isinstance(spot.value, dict):
                for key in spot.value:
                    found.setdefault(key, []).append(spot)
        return found

    @cached_property
    def written(self) -> tuple[Spot, ...]:
        """Every mapping and list as it is written in the document: a reference stays one."""
        found: list[Spot] = []
        seen: set[int] = set()
        stack = [self.root]
        while stack:
            spot = stack.pop()
            value = spot.value
            if id(value) in seen or not isinstance(value, HOLDING):
                continue
            seen.add(id(value))
            found.append(spot)
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            stack += [self._spot(spot, key, inner) for key, inner in pairs if isinstance(inner, HOLDING)]
        return tuple(found)

    @property
    def asked(self) -> frozenset[tuple[str, str]]:
        """The references that were come across in walking all, with the name of the file that each stands in."""
        return frozenset(self._asked if self.everywhere else ())

    def way(self, name: str, reference: str) -> Path | None:
        """The way in this document that a reference in a file of a name leads to; None for one to another file."""
        file, _, pointer = reference.partition("#")
        if file_of(name, file) != self.document.name or not pointer.startswith("/"):
            return None
        return tuple(steps(pointer[1:]))

    @property
    def loose(self) -> tuple[Loose, ...]:
        """The references that could not be followed, of all that was walked."""
        return tuple({id(loose.spot.value): loose for loose in self._loose.values()}.values())

    def nearest(self, loose: Loose) -> Spot:
        """The last that is there of where a reference in a document leads within it."""
        here = self._roots[loose.spot.document.name]
        assert here is not None
        for step in steps(loose.reference.partition("#")[2][1:]):
            inner = self._written(here, key_in(here.value, step))
            if inner is None:
                break
            here = inner
        return here

    def at(self, *path: str | int) -> Spot | None:
        """The spot below the root, references followed."""
        spot: Spot | None = self.follow(self.root)
        for key in path:
            if spot is None:
                return None
            spot = self.child(spot, key)
        return spot

    def _spot(self, parent: Spot, key: str | int, value: Value) -> Spot:
        if not isinstance(value, HOLDING):
            return Spot(parent.document, parent, key, value)
        spot = self._spots.get(id(value))
        if spot is None:
            spot = self._spots[id(value)] = Spot(parent.document, parent, key, value)
        return spot

    def _written(self, spot: Spot, key: str | int) -> Spot | None:
        value = spot.value
        if isinstance(value, dict):
            return self._spot(spot, key, value[key]) if isinstance(key, str) and key in value else None
        if isinstance(value, list):
            return self._spot(spot, key, value[key]) if isinstance(key, int) and 0 <= key < len(value) else None
        return None

    def _chase(self, spot: Spot) -> Spot:
        seen = set()
        here = spot
        while isinstance(here.value, dict) and isinstance(reference := here.value.get("$ref"), str):
            if id(here.value) in seen:
                return self._lose(spot, here, "dead")
            seen.add(id(here.value))
            target = self._target(here, reference, len(seen))
            if not isinstance(target, Spot):
                return self._lose(spot, here, target)
            here = target
            self._led_to.add(id(here.value))
        return here

    def _lose(self, spot: Spot, here: Spot, why: Literal["remote", "dead", "unreadable"]) -> Spot:
        assert isinstance(here.value, dict)
        self._loose[id(spot.value)] = Loose(str(here.value["$ref"]), why, here)
        return spot

    def _target(self, spot: Spot, reference: str, hops: int) -> "Spot | Literal['remote', 'dead', 'unreadable']":
        self._asked.add((spot.document.name, reference))
        file, _, pointer = reference.partition("#")
        if is_elsewhere(file):
            return "remote"
        if hops > _HOPS:
            return "dead"
        root: Spot | None = self._root_of(spot.document.name, file) if file else self._roots[spot.document.name]
        if root is None:
            return "unreadable"
        if not pointer.strip("/"):
            return root
        if not pointer.startswith("/"):
            return "dead"
        here = root
        for step in steps(pointer[1:]):
            if isinstance(here.value, dict) and step not in here.value and "$ref" in here.value:
                here = self._followed.get(id(here.value)) or self._guarded(here)
            inner = self._written(here, key_in(here.value, step))
            if inner is None:
                return "dead"
            here = inner
        return here

    def _guarded(self, spot: Spot) -> Spot:
        """Follow a reference on the way to another, once: one that needs itself, or too many, leads nowhere."""
        if self._deep >= _HOPS:
            return spot
        self._followed[id(spot.value)] = spot
        self._deep += 1
        found = self._chase(spot)
        self._deep -= 1
        self._followed[id(spot.value)] = found
        return found

    def _root_of(self, name: str, file: str) -> Spot | None:
        path = file_of(name, file)
        if path not in self._roots:
            self._roots[path] = self._open(path)
        return self._roots[path]

    def _open(self, path: str) -> Spot | None:
        if self._load is None or path.startswith(("/", "../")) or len(self._roots) > _FILES:
            return None
        document = self._load(path)
        return None if document is None else Spot(document, None, "", document.data)
