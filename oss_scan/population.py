"""What kind of repository each of a scan is: a fork, a mirror, archived, empty, a template, documentation only.

Recognised and said, with why; what is left out of the figures for it is for the inventory to rule. What nobody told is
unknown, and not taken for its opposite. What one is beside the others (a copy, a fork) stands in `kinship`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from oss_scan.addresses import canonical
from oss_scan.facts import Facts, Hosting, Known, NotLooked
from oss_scan.inventory.model import Kind, Population
from oss_scan.results import Judged, Recognised
from oss_scan.texts import Reason

#: Nothing is known of it.
UNKNOWN = Recognised({}, tuple(Kind))


def recognise(facts: Facts | None) -> Recognised:
    """What a repository is by what is known of itself; of one that cannot be read that is what its forge says.

    Whether it is a copy, or a fork that no forge flags, shows only beside the others (`kinship`).
    """
    if facts is None:
        return UNKNOWN
    found: dict[str, Reason] = {}
    unknown: list[str] = []
    roots = facts.history.value.roots if isinstance(facts.history, Known) else None
    for kind, told in _told(facts.hosting).items():
        if told is None or (kind is Kind.FORK and not told and roots is None):
            unknown.append(kind)  # a forge knows only of forks that were made on it
        elif told:
            found[kind] = Reason(f"population-{kind}")
    tree = facts.tree
    if isinstance(tree, NotLooked):
        if tree.reason == "tree-empty":
            found[Kind.EMPTY] = Reason("tree-empty")
        else:
            unknown += [Kind.COPY, Kind.EMPTY, Kind.DOCUMENTATION]
    elif not tree.value.files:
        found[Kind.EMPTY] = Reason("population-empty")
    elif tree.value.for_readers is None:
        unknown.append(Kind.DOCUMENTATION)
    elif tree.value.for_readers == tree.value.files:
        found[Kind.DOCUMENTATION] = Reason("population-documentation", {"files": str(tree.value.files)})
    return Recognised(found, tuple(unknown), _created(facts.hosting), None, roots, tuple(_based_on(facts)))


def known(judged: Judged) -> Recognised:
    """What is known of a repository, also where it was judged before that was kept with it."""
    return judged.recognised or recognise(judged.facts)


def _told(hosting: Known[Hosting] | NotLooked) -> Mapping[Kind, bool | None]:
    if isinstance(hosting, NotLooked):
        return dict.fromkeys((Kind.FORK, Kind.MIRROR, Kind.ARCHIVED, Kind.TEMPLATE, Kind.PRIVATE))
    said = hosting.value
    visibility = said.visibility
    return {
        Kind.FORK: _value(said.fork),
        Kind.MIRROR: _value(said.mirror),
        Kind.ARCHIVED: _value(said.archived),
        Kind.TEMPLATE: _value(said.template),
        Kind.PRIVATE: None if isinstance(visibility, NotLooked) else visibility.value != "public",
    }


def _value(part: Known[bool] | NotLooked) -> bool | None:
    return None if isinstance(part, NotLooked) else part.value


def _based_on(facts: Facts) -> Iterator[str]:
    """What its publiccode.yml says that it is a variant of."""
    if isinstance(facts.tree, Known):
        for value in (value for file in facts.tree.value.publiccode for value in file.values):
            address = canonical(value.text) if value.key.startswith("isBasedOn") else None
            if address:
                yield address


def _created(hosting: Known[Hosting] | NotLooked) -> datetime | None:
    said = hosting.value.created if isinstance(hosting, Known) else hosting
    return said.value if isinstance(said, Known) else None


@dataclass(frozen=True, slots=True)
class Split:
    """The repositories that count, and those that a rule leaves out, each with the first reason for it."""

    counted: tuple[Judged, ...]
    left_out: tuple[tuple[Judged, Reason], ...]


def split(repositories: Iterable[Judged], rule: Population) -> Split:
    """What counts by a rule of the inventory. What nobody told of a repository leaves it in."""
    counted: list[Judged] = []
    out: list[tuple[Judged, Reason]] = []
    for one in repositories:
        kinds = known(one).kinds
        why = next((kinds[kind] for kind in rule.leave_out if kind in kinds), None)
        if why is None:
            counted.append(one)
        else:
            out.append((one, why))
    return Split(tuple(counted), tuple(out))
