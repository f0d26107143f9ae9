"""What kind of repository each of a scan is: a fork, a mirror, archived, empty, a template, documentation only.

Recognised and said, with why; what is left out of the figures for it is for the inventory to rule. What nobody told is
unknown, and not taken for its opposite.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from oss_scan.facts import Facts, Hosting, Known, NotLooked
from oss_scan.inventory.model import Kind, Population
from oss_scan.results import Judged, Recognised, Same
from oss_scan.texts import Reason

_LAST = datetime.max.replace(tzinfo=UTC)


#: Nothing is known of it.
UNKNOWN = Recognised({}, tuple(Kind))


def recognise(facts: Facts | None) -> Recognised:
    """What a repository is by what is known of itself; of one that cannot be read that is what its forge says.

    Whether it is a copy shows only beside the others (`alike`).
    """
    if facts is None:
        return UNKNOWN
    found: dict[str, Reason] = {}
    unknown: list[str] = []
    for kind, told in _told(facts.hosting).items():
        if told is None:
            unknown.append(kind)
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
    return Recognised(found, tuple(unknown), _created(facts.hosting))


def known(judged: Judged) -> Recognised:
    """What is known of a repository, also where it was judged before that was kept with it."""
    return judged.recognised or recognise(judged.facts)


def with_same(repositories: Sequence[Judged], alike: Iterable[Same]) -> tuple[Judged, ...]:
    """The repositories, those that hold the same software as another with what they are because of it."""
    by_key = {one.key: one for one in repositories}
    for one in alike:
        judged, named = by_key[one.key], {"repository": by_key[one.other].repository}
        before = known(judged)
        kinds = {**before.kinds, one.kind: Reason(f"population-{one.kind}", named)}
        by_key[one.key] = replace(judged, recognised=replace(before, kinds=kinds))
    return tuple(by_key.values())


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


def alike(repositories: Iterable[Judged]) -> tuple[Same, ...]:
    """The repositories at which the same commit stands as at another: copies of it.

    The one that counts is nothing else that is left out, then the oldest on its forge, then the first by name.
    """
    heads: dict[str, list[Judged]] = {}
    for one in repositories:
        if one.commit:
            heads.setdefault(one.commit, []).append(one)
    found = []
    for same in heads.values():
        first, *others = sorted(same, key=_rank)
        found += [Same(other.key, Kind.COPY, first.key) for other in others]
    return tuple(sorted(found, key=lambda one: one.key))


def _rank(one: Judged) -> tuple[bool, bool, datetime, str, str]:
    found = known(one)
    derived = Kind.FORK in found.kinds or Kind.MIRROR in found.kinds
    return bool(found.kinds), derived, found.created or _LAST, one.repository, one.key
