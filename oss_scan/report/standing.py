"""Where each member of a population counts, and who may be counted at all: found again for `report verify`, apart from
`figures`."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from oss_scan.inventory.model import Commons, Inventory, Organisation, Publish
from oss_scan.inventory.places import places, within

#: The kind of scope and its id.
Scope: TypeAlias = tuple[str, str]
_ALL: Scope = ("government", "")


class Standing:
    """An inventory as an audience may count it."""

    def __init__(self, inventory: Inventory | None, on: date, *, public: bool) -> None:
        self._inventory = inventory
        self.public = public
        given = inventory or Inventory()
        self._by_address = places(given)
        self.organisations: tuple[Organisation, ...] = tuple(filter(self._may_count, given.organisations))
        self.commons: tuple[Commons, ...] = tuple(
            one for one in given.commons if self._may_count(one) and not (one.since and one.since > on)
        )
        self._by_id = {one.id: one for one in self.organisations}
        self._silent = {one.id for one in given.organisations if one.publish is Publish.NEVER}
        self._never = tuple(self._places()) if public else ()
        self._scopes: dict[tuple[str, ...], tuple[Scope, ...]] = {}
        with_source = [one.id for one in self.organisations if one.sources]
        self.looked_at = {_ALL, *(scope for name in with_source for scope in self.scopes((name,)))}

    def scopes(self, organisations: tuple[str, ...]) -> tuple[Scope, ...]:
        """Every scope in which what these organisations answer for counts."""
        if organisations not in self._scopes:
            found = (scope for name in organisations or ("",) for scope in self._around(name))
            self._scopes[organisations] = (_ALL, *dict.fromkeys(found))
        return self._scopes[organisations]

    def owner(self, addresses: tuple[str, ...], said: str | None) -> tuple[str, ...]:
        """The organisation that answers for a repository: by the inventory, else as the scan has it."""
        name = self._by_address.organisation(addresses) or said
        return (name,) if name else ()

    def never(self, names: Sequence[str], owner: str | None = None) -> bool:
        """Whether a repository with these addresses or paths may not even be counted."""
        silent = self.public and owner is not None and owner in self._silent
        return silent or any(within(name, place) for name in names for place in self._never)

    def is_left_out(self, addresses: tuple[str, ...]) -> bool:
        """Whether the inventory leaves a repository out."""
        return self._by_address.out(addresses) is not None

    def hushed(self, key: str) -> bool:
        """Whether a system may not even be counted."""
        given = self._inventory
        entry = next((one for one in given.systems if f"system:{one.id}" == key), None) if given else None
        if given is None or entry is None:
            return False
        owner = next((one for one in given.organisations if one.id == entry.organisation), None)
        return not (self._may_count(entry) and (owner is None or self._may_count(owner)))

    def _may_count(self, entry: object) -> bool:
        return not self.public or getattr(entry, "publish", None) is not Publish.NEVER

    def _named(self, one: Organisation) -> bool:
        return not self.public or one.publish is Publish.NAME

    def _around(self, name: str) -> Iterator[Scope]:
        one = self._by_id.get(name)
        yield ("category", one.kind if one else "none")
        if one is None:
            if name:
                yield ("organisation", name)
            return
        if self._named(one):
            yield ("organisation", name)
        top, seen = one, {one.id}
        while self._named(top) and top.part_of in self._by_id and top.part_of not in seen:
            top = self._by_id[top.part_of]
            seen.add(top.id)
        is_department = top.kind == "ministerie" or any(each.part_of == top.id for each in self.organisations)
        if self._named(top) and is_department:
            yield ("department", top.id)

    def _places(self) -> Iterator[str]:
        """Every address that may not even be counted."""
        assert self.public
        given = self._inventory or Inventory()
        never = Publish.NEVER
        yield from (one.repository for one in given.left_out if one.publish is never)
        silent = {one.id for one in given.organisations if one.publish is never}
        for organisation in given.organisations:
            hushed = organisation.id in silent
            yield from (one.address for one in organisation.sources if hushed or one.publish is never)
        for system in given.systems:
            if system.publish is never or system.organisation in silent:
                yield from system.repositories
        yield from (place for one in given.commons if one.publish is never for place in one.repositories)
