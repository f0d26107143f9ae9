"""A scan read in the light of an inventory: whose each repository is, what is left out, and what the inventory explains
or corrects. Outcomes stay as they are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from oss_scan.addresses import canonical
from oss_scan.engine import Explained
from oss_scan.inventory.model import Inventory, LeftOut
from oss_scan.inventory.places import left_out, organisation_of
from oss_scan.results import Judged, Scan
from oss_scan.systems import corrections, explanations


@dataclass(frozen=True, slots=True)
class Attributed:
    """The scan without what is left out, and that with its reason."""

    scan: Scan
    left_out: tuple[tuple[Judged, LeftOut], ...]


def attributed(scan: Scan, inventory: Inventory) -> Attributed:
    """The scan as the inventory sees it."""
    kept: list[Judged] = []
    out: list[tuple[Judged, LeftOut]] = []
    for judged in scan.repositories:
        addresses = addresses_of(judged)
        why = left_out(inventory, addresses)
        if why:
            out.append((judged, why))
        else:
            kept.append(_attributed(judged, addresses, inventory, scan))
    return Attributed(replace(scan, repositories=tuple(kept)), tuple(out))


def addresses_of(judged: Judged) -> tuple[str, ...]:
    """The public addresses of a repository, canonical."""
    found = (canonical(name) for name in (judged.repository, *judged.aliases))
    return tuple(dict.fromkeys(address for address in found if address))


def _attributed(judged: Judged, addresses: tuple[str, ...], inventory: Inventory, scan: Scan) -> Judged:
    owner = organisation_of(inventory, addresses)
    given = [one for address in addresses for one in explanations(inventory, address)]
    wrong = [one for address in addresses for one in corrections(inventory, address)]
    on = scan.run.reference_date
    findings = judged.findings
    if given or wrong:
        findings = tuple(
            replace(
                finding,
                explained=_first(
                    [
                        *(Explained(one, "inventory", one.on <= on <= one.until) for one in given if one.rule == rule),
                        *([finding.explained] if finding.explained else []),
                    ]
                ),
                correction=next((one for one in wrong if one.rule == rule), finding.correction),
            )
            for finding in findings
            for rule in [finding.rule]
        )
    return replace(judged, organisation=owner.id if owner else judged.organisation, findings=findings)


def _first(given: Iterable[Explained]) -> Explained | None:
    """The first that counts, else the first: the inventory's before the repository's own."""
    every = list(given)
    return next((one for one in every if one.counts), every[0] if every else None)
