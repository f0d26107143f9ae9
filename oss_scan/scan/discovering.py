"""What there is that an inventory, or the scan before, does not have: what its sources list now, and what a register
knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from oss_scan.addresses import canonical
from oss_scan.attributing import addresses_of
from oss_scan.errors import UnreadableError
from oss_scan.git import open_repository
from oss_scan.inventory.model import Inventory, Organisation, Spot
from oss_scan.inventory.places import within
from oss_scan.results import ListedSource, Scan
from oss_scan.scan.inventoried import addresses, given, owner, owners
from oss_scan.sources import Target
from oss_scan.sources.register import Holder, Holders

_FORGES = {"github.com": "github:", "gitlab.com": "gitlab:gitlab.com/", "codeberg.org": "gitea:codeberg.org/"}


@dataclass(frozen=True, slots=True)
class Gone:
    """A repository that its source lists no more: the scan had it, or an entry of the inventory names it (`spot`)."""

    repository: str
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One organisation: its sources, and what is new or gone in them. `new` is None where there is no scan before."""

    organisation: Organisation
    sources: tuple[ListedSource, ...]
    new: tuple[Target, ...] | None
    gone: tuple[Gone, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A place where a register says that an organisation keeps repositories, and no source of the inventory reaches.

    `source` is how an inventory names it, or None where it is not known which forge runs there; `known_as` is the
    organisation of the inventory with that TOOI URI.
    """

    place: Holder
    source: str | None
    known_as: str | None


@dataclass(frozen=True, slots=True)
class Discovered:
    """All that was found."""

    organisations: tuple[Found, ...]
    places: tuple[Unknown, ...] = ()
    absent: tuple[Holder, ...] = ()  # organisations of the register that the inventory lacks
    register: Holders = field(default_factory=Holders)


def discovered(inventory: Inventory, targets: Sequence[Target], before: Scan | None, register: Holders) -> Discovered:
    """What is new and gone against the scan before and the entries of the inventory, and what the register has more."""
    known = owners(inventory)
    gave = given(inventory, targets)
    had = set(_had(before)) if before else set()
    of: dict[str, list[Target]] = {}
    for target in targets:
        whose = owner(target, known)
        if whose and not target.stands_for_more and had.isdisjoint(_names(target)):
            of.setdefault(whose, []).append(target)
    listed = {name for target in targets for name in _names(target)}
    return Discovered(
        tuple(
            Found(
                one,
                sources := tuple(source for source in gave if source.organisation == one.id),
                tuple(of.get(one.id, ())) if before else None,
                tuple(_gone(sources, listed, inventory, before)),
            )
            for one in inventory.organisations
            if one.sources
        ),
        tuple(_places(inventory, register)),
        tuple(_absent(inventory, register)),
        register,
    )


def _names(target: Target) -> Iterator[str]:
    """What a target is known by: its addresses, and what its forge calls it for ever."""
    yield from (target.text, *addresses(target))
    if target.path:
        with suppress(UnreadableError), open_repository(target.path) as repository:
            yield from repository.addresses
    if target.listed and target.listed.key:
        yield target.listed.key


def _had(scan: Scan) -> Iterator[str]:
    """What the repositories of a scan are known by."""
    for one in scan.repositories:
        yield from (one.key, one.repository, *one.aliases, *addresses_of(one))
    yield from (one.repository for one in scan.skipped)


def _gone(
    sources: Iterable[ListedSource], listed: set[str], inventory: Inventory, before: Scan | None
) -> Iterator[Gone]:
    """What lies below a source that was listed to its end, and was not listed; what was renamed is not gone."""
    whole = [source.address for source in sources if source.reason is None]
    seen = set(listed)
    named = list(_named(inventory))
    for one in before.repositories if before else ():
        if one.key not in listed:
            named += [(address, None) for address in addresses_of(one)[:1]]
    for address, spot in named:
        if address not in seen and any(within(address, place) for place in whole):
            seen.add(address)
            yield Gone(address, spot)


def _named(inventory: Inventory) -> Iterator[tuple[str, Spot | None]]:
    """Every address of a repository that an entry names."""
    for system in inventory.systems:
        yield from ((address, system.spot) for address in system.repositories)
    for commons in inventory.commons:
        yield from ((address, commons.spot) for address in commons.repositories)
    yield from ((one.repository, one.spot) for one in inventory.left_out)
    said = [(one.about, one.spot) for one in inventory.explanations]
    said += [(one.about, one.spot) for one in inventory.corrections]
    yield from (one for one in said if not one[0].startswith("system:"))


def _places(inventory: Inventory, register: Holders) -> Iterator[Unknown]:
    by_tooi = _by_tooi(inventory)
    held = [source.address for one in inventory.organisations for source in one.sources]
    for place in dict.fromkeys(register.places):
        where = canonical(place.url)
        if where and not any(within(where, source) for source in held):
            yield Unknown(place, _source(where), by_tooi.get(place.uri))


def _absent(inventory: Inventory, register: Holders) -> Iterator[Holder]:
    by_tooi = _by_tooi(inventory)
    with_place = {place.uri for place in register.places}
    for one in dict.fromkeys(register.organisations):
        if one.uri and one.uri not in by_tooi and one.uri not in with_place:
            yield one


def _by_tooi(inventory: Inventory) -> Mapping[str, str]:
    return {one.tooi: one.id for one in inventory.organisations if one.tooi}


def _source(where: str) -> str | None:
    """A place on a forge that is known, as a source of an inventory."""
    host, _, path = where.removeprefix("https://").partition("/")
    return f"{_FORGES[host]}{path}" if host in _FORGES else None
