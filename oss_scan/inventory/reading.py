"""One mapping of an inventory read key by key. Whatever is wrong is noted, so that one run tells it all; what is read
in its place is empty, and an inventory with an error is never used."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from oss_scan.addresses import canonical, holds_secret, masked
from oss_scan.inventory.items import Item
from oss_scan.inventory.model import Spot
from oss_scan.positioned import List, Map, Node, Scalar

ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def pointed(items: Iterable[Item], roots: Iterable["Entry"]) -> list[Item]:
    """The items, those that are about a key of an entry with the place of its value: what is only seen once all was
    read knows its entry."""
    maps = {
        Spot(root.path, node.line, node.column): (key, node) for root in roots for key, node in _maps("", root.node)
    }
    return [_pointed(one, *maps[one.spot]) if one.spot in maps else one for one in items]


def _pointed(one: Item, above: str, node: Map) -> Item:
    name = one.key.rpartition(".")[2]
    value = node.get(name)
    if value is None:
        return one
    return replace(one, key=f"{above}.{name}", spot=Spot(one.spot.path, value.line, value.column))


def _maps(key: str, node: Node) -> Iterator[tuple[str, Map]]:
    if isinstance(node, List):
        for at, item in enumerate(node.items):
            yield from _maps(f"{key}[{at}]", item)
    elif isinstance(node, Map):
        yield key, node
        for name, value in node.items:
            yield from _maps(f"{key}.{name.text}" if key else name.text, value)


class Entry:
    """A mapping at `key`; problems are added to `items`."""

    def __init__(self, node: Node | None, key: str, path: str, items: list[Item]) -> None:
        self.key = key
        self.path = path
        self.items = items
        self.node = node if isinstance(node, Map) else Map((), node.line if node else 1, node.column if node else 1)
        if not isinstance(node, Map):
            self.note("keys", "", node)

    @property
    def spot(self) -> Spot:
        """Where the mapping begins."""
        return Spot(self.path, self.node.line, self.node.column)

    def note(self, code: str, key: str, node: Node | None = None, **values: str) -> None:
        """Note an error at a node, else at the mapping."""
        at = node or self.node
        whole = ".".join(part for part in (self.key, key) if part)
        self.items.append(Item("error", code, whole, Spot(self.path, at.line, at.column), values))

    def only(self, *keys: str) -> None:
        """Note every other key."""
        for name, _ in self.node.items:
            if name.text not in keys:
                self.note("unknown-key", name.text, name, choices=", ".join(keys))

    def has(self, key: str) -> bool:
        """Whether there is a value under a key."""
        return self._under(key) is not None

    def _under(self, key: str) -> Node | None:
        node = self.node.get(key)
        return None if isinstance(node, Scalar) and node.value() is None else node

    def _needed(self, key: str) -> Node | None:
        node = self._under(key)
        if node is None:
            self.note("missing", key)
        return node

    def _text(self, key: str, node: Node | None) -> str:
        if node is None:
            return ""
        value = node.value() if isinstance(node, Scalar) else None
        if not isinstance(value, str) or not value.strip():
            self.note("text", key, node)
            return ""
        return value.strip()

    def text(self, key: str) -> str:
        """The text that must be there."""
        return self._text(key, self._needed(key))

    def maybe(self, key: str) -> str | None:
        """The text, where there is one."""
        return self._text(key, self._under(key)) or None

    def identifier(self, key: str) -> str:
        """The id that must be there: a short name of its own."""
        return self._identifier(key, self._needed(key))

    def _identifier(self, key: str, node: Node | None) -> str:
        found = self._text(key, node)
        if found and not ID.fullmatch(found):
            self.note("id", key, node, found=found)
            return ""
        return found

    def reference(self, key: str) -> str | None:
        """The id of another entry, where there is one."""
        return self._identifier(key, self._under(key)) or None

    def day(self, key: str) -> date:
        """The date that must be there."""
        self._needed(key)
        return self.maybe_day(key) or date.min

    def maybe_day(self, key: str) -> date | None:
        """The date, where there is one."""
        node = self._under(key)
        found = self._text(key, node)
        if not found:
            return None
        try:
            if _DAY.fullmatch(found):
                return date.fromisoformat(found)
        except ValueError:
            pass
        self.note("date", key, node, found=found)
        return None

    def choice(self, key: str, choices: Iterable[str]) -> str | None:
        """One of the words, where there is one."""
        node = self._under(key)
        found = self._text(key, node)
        if found and found not in choices:
            self.note("choice", key, node, found=found, choices=", ".join(choices))
            return None
        return found or None

    def choices(self, key: str, choices: Iterable[str]) -> tuple[str, ...]:
        """The words in a list, each one of those."""
        found = []
        for name, node in self.nodes(key):
            word = self._text(name, node)
            if word and word not in choices:
                self.note("choice", name, node, found=word, choices=", ".join(choices))
            elif word:
                found.append(word)
        return tuple(found)

    def number(self, key: str) -> int | None:
        """The whole number, where there is one."""
        node = self._under(key)
        if node is None:
            return None
        value = node.value() if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.note("number", key, node)
            return None
        return value

    def flag(self, key: str) -> bool | None:
        """True or false, where there is one."""
        node = self._under(key)
        value = node.value() if isinstance(node, Scalar) else None
        if node is not None and not isinstance(value, bool):
            self.note("flag", key, node)
        return value if isinstance(value, bool) else None

    def web(self, key: str) -> str | None:
        """The https address, where there is one."""
        node = self._under(key)
        found = self._text(key, node)
        if holds_secret(found):
            self.note("secret", key, node)
            return None
        if found and not re.fullmatch(r"https://[^\s/@]+(/\S*)?", found):
            self.note("url", key, node, found=masked(found))
            return None
        return found or None

    def address(self, key: str) -> str:
        """The canonical address of a repository, that must be there."""
        return self.canonical(key, self._needed(key))

    def canonical(self, key: str, node: Node | None) -> str:
        """The canonical address of a repository at a node; empty, and noted, where it is none."""
        found = self._text(key, node)
        if holds_secret(found):
            self.note("secret", key, node)
            return ""
        address = canonical(found) if found else None
        if found and address is None:
            self.note("url", key, node, found=masked(found))
        return address or ""

    def open_address(self, key: str, node: Node | None) -> str:
        """The TARGET at a node, which holds no password."""
        found = self._text(key, node)
        if holds_secret(found):
            self.note("secret", key, node)
            return ""
        return found

    def nodes(self, key: str) -> Sequence[tuple[str, Node]]:
        """The items of a list, each with its key; none where there is no list."""
        node = self._under(key)
        if node is None:
            return ()
        if not isinstance(node, List):
            self.note("list", key, node)
            return ()
        return [(f"{key}[{at}]", item) for at, item in enumerate(node.items)]

    def entries(self, key: str) -> Iterator["Entry"]:
        """The mappings in a list."""
        for name, node in self.nodes(key):
            yield self.inner(name, node)

    def inner(self, key: str, node: Node | None) -> "Entry":
        """The mapping at a node."""
        return Entry(node, ".".join(part for part in (self.key, key) if part), self.path, self.items)

    def below(self, key: str) -> "Entry | None":
        """The mapping under a key, where there is one."""
        node = self._under(key)
        return None if node is None else self.inner(key, node)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in a list."""
        return tuple(text for name, node in self.nodes(key) if (text := self._text(name, node)))

    def identifiers(self, key: str) -> tuple[str, ...]:
        """The ids in a list."""
        return tuple(text for name, node in self.nodes(key) if (text := self._identifier(name, node)))

    def addresses(self, key: str) -> tuple[str, ...]:
        """The canonical addresses in a list."""
        return tuple(text for name, node in self.nodes(key) if (text := self.canonical(name, node)))
