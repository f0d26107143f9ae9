"""Which repositories an inventory speaks of: by the sources, and the entries that name an address."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from oss_scan.addresses import canonical
from oss_scan.inventory.model import Inventory, LeftOut, Organisation, Source

_HOSTS = {"github": "github.com/"}
#: What `sources` may be able to read: an address, what a forge lists, or a path.
_SOURCE = re.compile(
    r"(?:https|ssh|file)://\S+|http://(?:127\.0\.0\.1|localhost)[:/]\S*|[\w.-]+@[\w.-]+:\S+"
    r"|github:[\w.-]+(?:/[\w.-]+){0,2}/?|gitlab:[\w.:-]+(?:/[\w.-]+)+/?|gitea:[\w.:-]+(?:/[\w.-]+){1,2}/?|don:[\w.:-]*/?"
    r"|(?!-|[A-Za-z][\w+.-]+:).+",
    re.DOTALL,
)


def within(address: str, place: str) -> bool:
    """Whether a repository's address, or its path on this machine, is that of a source, or lies below it."""
    found, held = canonical(address), on_the_web(place)
    if found is None and held is None and all(one.startswith("/") for one in (address, place)):
        found, held = (os.path.normpath(one) for one in (address, place))
    return found is not None and held is not None and (found == held or found.startswith(f"{held.rstrip('/')}/"))


def on_the_web(place: str) -> str | None:
    """Where what a source names lies on the web; None where it does not."""
    kind, _, rest = place.partition(":")
    return canonical(f"https://{_HOSTS.get(kind, '')}{rest}" if kind in ("github", "gitlab", "gitea") else place)


def may_be_source(address: str) -> bool:
    """Whether there may be repositories at an address, going by its form."""
    return _SOURCE.fullmatch(address) is not None


@dataclass(frozen=True, slots=True)
class Places:
    """An inventory by address, so that it can be asked of many repositories: the ids of organisations, and what is left
    out."""

    systems: Mapping[str, str]
    sources: Mapping[str, str]
    left_out: Mapping[str, LeftOut]

    def organisation(self, addresses: Iterable[str]) -> str | None:
        """The organisation that answers for a repository with these addresses: by a system that names it, else by the
        source that it lies below (the longest, where several fit)."""
        every = tuple(addresses)
        named = next((self.systems[one] for one in every if one in self.systems), None)
        above = (place for one in every for place in _above(one) if place in self.sources)
        place = max(above, key=len, default=None)
        return named or (self.sources[place] if place else None)

    def out(self, addresses: Iterable[str]) -> LeftOut | None:
        """Why a repository with these addresses is not to be judged."""
        return next((self.left_out[one] for one in addresses if one in self.left_out), None)


def places(inventory: Inventory) -> Places:
    """The inventory by address; where two entries name the same, the first holds."""
    systems: dict[str, str] = {}
    for system in inventory.systems:
        for address in system.repositories:
            systems.setdefault(address, system.organisation)
    sources: dict[str, str] = {}
    for one in inventory.organisations:
        for source in one.sources:
            place = on_the_web(source.address)
            if place:
                sources.setdefault(place, one.id)
    return Places(systems, sources, {one.repository: one for one in inventory.left_out})


def shared(inventory: Inventory) -> Iterator[tuple[Source, Organisation, Organisation]]:
    """Each source that stands with a second organisation, and that with which it stands first."""
    first: dict[str, Organisation] = {}
    for one in inventory.organisations:
        for source in one.sources:
            place = on_the_web(source.address) or source.address
            held = first.setdefault(place, one)
            if held.id != one.id:
                yield source, held, one


def _above(address: str) -> Iterator[str]:
    """The address itself, and every place that it lies below."""
    scheme, _, path = address.partition("://")
    while path:
        yield f"{scheme}://{path}"
        path = path.rpartition("/")[0]
