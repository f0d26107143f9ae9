"""Which repositories an inventory speaks of: by the sources, and the entries that name an address."""

from oss_scan.addresses import canonical
from oss_scan.inventory.model import Inventory, LeftOut, Organisation

_HOSTS = {"github": "github.com/"}


def within(address: str, place: str) -> bool:
    """Whether a repository's address is that of a source, or lies below it."""
    kind, _, rest = place.partition(":")
    if kind in ("github", "gitlab", "gitea"):
        place = f"https://{_HOSTS.get(kind, '')}{rest}"
    found, held = canonical(address), canonical(place)
    return found is not None and held is not None and (found == held or found.startswith(f"{held}/"))


def organisation_of(inventory: Inventory, addresses: tuple[str, ...]) -> Organisation | None:
    """The organisation that answers for a repository with these addresses: by a system that names it, else by the
    source that it lies below (the longest, where several fit)."""
    by_id = {one.id: one for one in inventory.organisations}
    for system in inventory.systems:
        if any(address in system.repositories for address in addresses):
            return by_id.get(system.organisation)
    found = [
        (len(source.address), one)
        for one in inventory.organisations
        for source in one.sources
        if any(within(address, source.address) for address in addresses)
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


def left_out(inventory: Inventory, addresses: tuple[str, ...]) -> LeftOut | None:
    """Why a repository with these addresses is not to be judged."""
    return next((one for one in inventory.left_out if one.repository in addresses), None)
