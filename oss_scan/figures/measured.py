"""What figures are counted over: one scan as its inventory sees it, without what this audience may not even count."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from oss_scan.addresses import canonical
from oss_scan.attributing import Attributed, addresses_of, attributed
from oss_scan.figures.hushed import hushed
from oss_scan.figures.hushed import system as hushed_system
from oss_scan.figures.model import Basis, LeftOut
from oss_scan.inventory.audience import effective, hushing, public
from oss_scan.inventory.model import Commitment, Inventory, Kind, Population, Publish, strictest
from oss_scan.inventory.places import on_the_web, within
from oss_scan.kinship import among
from oss_scan.population import known, split
from oss_scan.results import Judged, JudgedSystem, Recognised, Scan, Skipped
from oss_scan.systems import shown
from oss_scan.texts import Reason
from oss_scan.verdicts import StandardVerdict

Audience = Literal["public", "internal"]
_NEVER = Publish.NEVER


@dataclass(frozen=True, slots=True)
class Place:
    """Where an organisation stands: its kind, the department at the top of what it is part of, whether it is named."""

    kind: str
    department: str | None
    named: bool
    has_source: bool


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One scan to be counted. `systems` and `inventory` are None where no inventory was given: then nobody looked."""

    scan: Scan  # without what is left out by the rule of the inventory
    found: tuple[Judged, ...]  # with it
    left_out: tuple[LeftOut, ...] = ()  # not found, or left out by name
    other_kinds: tuple[LeftOut, ...] = ()  # of a kind that the rule of the inventory leaves out: in `found`
    systems: tuple[JudgedSystem, ...] | None = None
    inventory: Inventory | None = None
    kinds: Mapping[str, Recognised]
    hidden: frozenset[str] = frozenset()  # keys that are counted and not named
    basis: Basis = "measured"
    population_rule: tuple[str, ...] = ()  # the kinds of repository that are left out

    @cached_property
    def verdicts(self) -> Mapping[str, Mapping[str, StandardVerdict]]:
        """What is said of standards, by the key of the repository and the name of the standard."""
        return {one.key: {each.standard: each for each in one.standards} for one in self.scan.repositories}

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where each organisation of the inventory stands, by its id."""
        if self.inventory is None:
            return {}
        by_id = {one.id: one for one in self.inventory.organisations}
        parents = {one.part_of for one in by_id.values() if one.part_of}
        found = {}
        for one in by_id.values():
            named = one.publish is Publish.NAME
            above, seen = one, {one.id}
            while named and above.part_of in by_id and above.part_of not in seen:
                above = by_id[above.part_of]
                seen.add(above.id)
                named = above.publish is Publish.NAME
            department = above.id if above.kind == "ministerie" or above.id in parents else None
            found[one.id] = Place(
                one.kind, department if named else None, one.publish is Publish.NAME, bool(one.sources)
            )
        return found


def measured(
    scan: Scan,
    *,
    inventory: Inventory | None = None,
    systems: Iterable[JudgedSystem] | None = None,
    left_out: Iterable[LeftOut] = (),
    audience: Audience = "internal",
) -> Measured:
    """The scan with its organisations, without what its inventory leaves out, and for the public without what may not
    be counted. Another inventory, or systems judged with it, may be given than the scan was made with."""
    if inventory is None:
        inventory = scan.inventory
    if systems is None and inventory is not None and inventory is scan.inventory:
        systems = scan.systems
    kinds = {one.key: known(one) for one in scan.repositories}
    publish = _Publishing(inventory, audience)
    out = [*left_out, *(_skipped(one, publish) for one in scan.skipped if publish.said(one) is not _NEVER)]
    if inventory is not None:
        read = attributed(scan, inventory)
        scan = read.scan
        out += _by_inventory(read, kinds, publish)
        if audience == "public":
            scan = hushed(scan, publish.text)
            told = {one.key: hushed_system(one, publish.text) for one in shown(systems or (), inventory) if one.key}
            systems = None if systems is None else [told.get(one.key, one) for one in systems]
    rule = inventory.population if inventory else Population()
    said = {one.key: publish.of(one, kinds[one.key]) for one in scan.repositories}
    found = among([one for one in scan.repositories if said[one.key] is not _NEVER], scan.alike)
    kinds |= {one.key: known(one) for one in found}
    parted = split(found, rule)
    judged_systems = None if systems is None else tuple(one for one in systems if publish.system(one) is not _NEVER)
    hidden_keys = {key for key, how in said.items() if how is not Publish.NAME}
    hidden_keys |= {one.key for one in judged_systems or () if publish.system(one) is not Publish.NAME}
    unnamed = names_of(one for one in scan.repositories if one.key in hidden_keys)
    other_kinds = tuple(
        LeftOut(
            judged.repository,
            _like(reason, unnamed, publish),
            (judged.organisation,) if judged.organisation else (),
            said[judged.key] is Publish.NAME,
        )
        for judged, reason in parted.left_out
    )
    return Measured(
        scan=replace(scan, repositories=parted.counted),
        found=found,
        left_out=tuple(out),
        other_kinds=other_kinds,
        systems=judged_systems,
        inventory=publish.countable(scan.run.reference_date),
        kinds=kinds,
        hidden=frozenset(hidden_keys),
        basis=scan.run.basis,
        population_rule=tuple(map(str, rule.leave_out)),
    )


def _by_inventory(read: Attributed, kinds: Mapping[str, Recognised], publish: "_Publishing") -> Iterator[LeftOut]:
    """What the inventory leaves out by name, with the reason as far as it may be told."""
    for judged, why in read.left_out:
        how = publish.of(judged, kinds[judged.key])
        if how is not _NEVER:
            reason = Reason("left-out-by-inventory", {"reason": publish.text(why.reason)})
            owner = (judged.organisation,) if judged.organisation else ()
            named = strictest(how, publish.at_most(why.publish)) is Publish.NAME
            yield LeftOut(judged.repository, reason, owner, named)


def _commitments(inventory: Inventory) -> tuple[Commitment, ...]:
    """Those that may be counted: of those that may be named, what the public may read."""
    countable = (one for one in inventory.commitments if one.publish is not _NEVER)
    both = zip(countable, public(inventory).commitments, strict=True)
    return tuple(seen if one.publish is Publish.NAME else one for one, seen in both)


def _like(reason: Reason, unnamed: frozenset[str], publish: "_Publishing") -> Reason:
    """What a repository is, without the name of the one that it is like where that may not be told."""
    other = reason.values.get("repository", "")
    told = {other, canonical(other) or other}.isdisjoint(unnamed) and publish.tells(other)
    return reason if told else Reason("population-like-unnamed")


def without_names(inventory: Inventory, unnamed: frozenset[str]) -> Callable[[Reason], Reason]:
    """What takes out of a reason the name of another repository that the public may not be told."""
    publish = _Publishing(inventory, "public")
    return lambda reason: _like(reason, unnamed, publish)


def names_of(repositories: Iterable[Judged]) -> frozenset[str]:
    """Every name under which these may be told of: as they were given, and their addresses."""
    given = tuple(repositories)
    return frozenset((*(one.repository for one in given), *(address for one in given for address in addresses_of(one))))


def _skipped(one: Skipped, publish: "_Publishing") -> LeftOut:
    owner = (one.organisation,) if one.organisation else ()
    reason = one.because or Reason("left-out-by-inventory", {"reason": publish.text(one.reason)})
    return LeftOut(one.repository, reason, owner, publish.said(one) is Publish.NAME)


class _Publishing:
    """What the audience may be told of a repository or a system."""

    def __init__(self, inventory: Inventory | None, audience: Audience) -> None:
        self._inventory = inventory
        self._all = audience == "internal"
        self._hush = hushing(inventory or Inventory())  # gathers all names, once
        self._systems = effective(inventory) if inventory else {}
        self._owners = {one.id: one.publish for one in inventory.organisations} if inventory else {}
        self._folders = tuple(_folders(inventory)) if inventory else ()
        self._held: dict[str, Publish] = {}
        for place, how in _held(inventory, self._systems) if inventory else ():
            self._held[place] = strictest(how, self._held.get(place, Publish.NAME))

    def at_most(self, how: Publish) -> Publish:
        """The word of an entry; inside, everything is named."""
        return Publish.NAME if self._all else how

    def text(self, said: str) -> str:
        """A text of the inventory, without one that holds a name which may not be named."""
        return said if self._all else self._hush(said)

    def system(self, one: JudgedSystem) -> Publish:
        """What may be said of a system."""
        return self.at_most(self._systems.get(one.key.removeprefix("system:"), Publish.COUNT))

    def of(self, judged: Judged, kind: Recognised) -> Publish:
        """What may be said of a repository: what is not publicly visible, or has no public address, only counts."""
        if self._all:
            return Publish.NAME
        addresses = addresses_of(judged)
        said = [how for address in addresses for how in self._around(address)]
        said += [how for name in (judged.repository, *judged.aliases) for how in self._below(name)]
        owner = self._owners.get(judged.organisation or "", Publish.NAME)
        visible = Publish.NAME if addresses and Kind.PRIVATE not in kind.kinds else Publish.COUNT
        return strictest(visible, owner, *said)

    def said(self, one: Skipped) -> Publish:
        """What may be said of a repository of which little more than the address is known."""
        if self._all:
            return Publish.NAME
        address = canonical(one.repository)
        owner = self._owners.get(one.organisation or "", Publish.NAME)
        around = self._around(address) if address else self._below(one.repository)
        return strictest(owner, Publish.NAME if address else Publish.COUNT, *around)

    def tells(self, name: str) -> bool:
        """Whether no entry keeps this name of a repository, which need not be in the scan, from the audience."""
        if self._all:
            return True
        around = self._around(canonical(name) or name)
        return self.text(name) == name and strictest(Publish.NAME, *around, *self._below(name)) is Publish.NAME

    def _below(self, name: str) -> Iterable[Publish]:
        """What is said of the folders that a repository on this machine lies in."""
        return (how for folder, how in self._folders if name.startswith("/") and within(name, folder))

    def countable(self, on: date) -> Inventory | None:
        """The inventory without the entries that may not even be counted; inside, with all of them named. A digital
        commons that began after the reference date was none yet."""
        given = self._inventory
        if given is None:
            return None
        given = replace(given, commons=tuple(one for one in given.commons if one.since is None or one.since <= on))
        if self._all:
            return replace(
                given,
                organisations=tuple(replace(one, publish=Publish.NAME) for one in given.organisations),
                commons=tuple(replace(one, publish=Publish.NAME) for one in given.commons),
                commitments=tuple(replace(one, publish=Publish.NAME) for one in given.commitments),
            )
        return replace(
            given,
            organisations=tuple(one for one in given.organisations if one.publish is not _NEVER),
            left_out=tuple(one for one in given.left_out if one.publish is not _NEVER),
            systems=tuple(one for one in given.systems if self._systems[one.id] is not _NEVER),
            commons=tuple(one for one in given.commons if one.publish is not _NEVER),
            commitments=_commitments(given),
        )

    def _around(self, address: str) -> Iterable[Publish]:
        """What is said of the address and of each place above it."""
        while address.rpartition("/")[0].startswith("https://"):
            if address in self._held:
                yield self._held[address]
            address = address.rpartition("/")[0]
        if address in self._held:
            yield self._held[address]


def _folders(inventory: Inventory) -> Iterable[tuple[str, Publish]]:
    """The sources that lie on this machine."""
    for one in inventory.organisations:
        for source in one.sources:
            if on_the_web(source.address) is None:
                yield source.address, strictest(source.publish, one.publish)


def _held(inventory: Inventory, systems: Mapping[str, Publish]) -> Iterable[tuple[str, Publish]]:
    """Every address of which an entry says something, canonical."""
    said = [(one.repository, one.publish) for one in inventory.left_out]
    said += [(at.address, strictest(at.publish, one.publish)) for one in inventory.organisations for at in one.sources]
    said += [(place, systems[one.id]) for one in inventory.systems for place in one.repositories]
    said += [(place, one.publish) for one in inventory.commons for place in one.repositories]
    for place, how in said:
        known = on_the_web(place)
        if known:
            yield known, how
