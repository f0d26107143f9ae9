"""Numbers from a stored scan: arithmetic only. What they are called, and most of what they count, stands in `reports/`.

The denominator is the population. What cannot be read stays in it, as unknown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from oss_scan.figures import organisations, repositories, standards, systems
from oss_scan.figures.definitions import Catalogue, catalogue
from oss_scan.figures.measured import Audience, Measured, measured
from oss_scan.figures.model import (
    GOVERNMENT,
    ORIGINS,
    SMALLEST,
    Basis,
    Definition,
    Figure,
    LeftOut,
    Member,
    Part,
    Scope,
    explanation,
    percentage,
)
from oss_scan.figures.repositories import root
from oss_scan.figures.scopes import NOBODY, Scopes
from oss_scan.figures.withholding import withheld

__all__ = [
    "GOVERNMENT",
    "NOBODY",
    "ORIGINS",
    "SMALLEST",
    "Audience",
    "Basis",
    "Catalogue",
    "Definition",
    "Figure",
    "LeftOut",
    "Measured",
    "Member",
    "Part",
    "Scope",
    "catalogue",
    "explanation",
    "figures",
    "government",
    "measured",
    "percentage",
    "root",
]

_QUESTIONS: Mapping[str, Callable[[Measured], Iterator[Member]]] = {
    "readable": repositories.readable,
    "archived": repositories.archived,
    "openness": systems.openness,
    "ground": systems.decisions,
    "review": systems.review,
    "covered": organisations.covered,
    "publishing": organisations.publishing,
    "declared": organisations.declared,
    "verifiably-open": organisations.verifiably_open,
    "active": organisations.active,
    "apis": standards.apis,
}


def figures(scan: Measured, known: Catalogue | None = None) -> tuple[Figure, ...]:
    """Every figure over every scope, the figures in the order of the catalogue, government as a whole first."""
    known = known or catalogue()
    places = Scopes(scan)
    every = (*known.definitions, *standards.definitions(scan, known.standard))
    whole: dict[str, Figure] = {}
    found: dict[str, tuple[Figure, ...]] = {}
    for definition in sorted(every, key=lambda one: one.over == "commitments"):  # which are measured by the others
        members = _members(definition, scan, known, whole)
        out = _left_out(definition, scan)
        found[definition.id] = tuple(withheld(places.figures(definition, members, out), places.above))
        whole[definition.id] = found[definition.id][0]
    return tuple(one for definition in every for one in found[definition.id])


def government(counted: Iterable[Figure]) -> Mapping[str, Figure]:
    """The figures over government as a whole, by id."""
    return {one.id: one for one in counted if one.scope == GOVERNMENT}


def _left_out(definition: Definition, scan: Measured) -> tuple[LeftOut, ...]:
    """What is not in the population of a figure; that of what is archived is all that was found."""
    if definition.over != "repositories":
        return ()
    return scan.left_out if definition.by == "archived" else (*scan.left_out, *scan.other_kinds)


def _members(
    definition: Definition, scan: Measured, known: Catalogue, whole: Mapping[str, Figure]
) -> tuple[Member, ...] | None:
    """The population, each in its state; None where nobody looked."""
    if definition.rules:
        return tuple(repositories.by_rules(scan, definition.rules))
    if definition.by == "standard":
        return tuple(standards.by_standard(scan, definition.of))
    if definition.by == "platform":
        return tuple(repositories.platform(scan, known.platforms))
    if definition.by == "apis" and not standards.looked(scan):
        return None
    if scan.inventory is None and definition.over not in ("repositories", "apis"):
        return None
    if scan.systems is None and definition.over in ("systems", "closed-systems"):
        return None
    if definition.by == "commitments":
        return tuple(organisations.commitments(scan, whole))
    return tuple(_QUESTIONS[definition.by](scan))
