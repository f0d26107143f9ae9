"""What kind of repository each of a scan is: a fork, a mirror, archived, empty, a template, documentation only.

Recognised and said, with why; what is left out of the figures for it is for the inventory to rule. What nobody told is
unknown, and not taken for its opposite.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from oss_scan.facts import Hosting, Known, NotLooked
from oss_scan.results import Judged
from oss_scan.texts import Reason

_LAST = datetime.max.replace(tzinfo=UTC)


class Kind(StrEnum):
    """What a repository can be besides software of its own."""

    FORK = "fork"
    MIRROR = "mirror"
    COPY = "copy"
    ARCHIVED = "archived"
    EMPTY = "empty"
    TEMPLATE = "template"
    DOCUMENTATION = "documentation"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a repository is, each with why; and what of it nobody told."""

    kinds: Mapping[Kind, Reason]
    unknown: tuple[Kind, ...] = ()


def recognised(repositories: Iterable[Judged]) -> Mapping[str, Recognised]:
    """What each repository is, by its key. What cannot be read is only known by what a forge says, which is not kept
    for it: all of it is unknown."""
    given = tuple(repositories)
    copies = _copies(given)
    return {one.key: _recognised(one, copies.get(one.key)) for one in given}


def _recognised(one: Judged, same_as: str | None) -> Recognised:
    if one.facts is None:
        return Recognised({}, tuple(Kind))
    found: dict[Kind, Reason] = {}
    unknown = []
    for kind, told in _told(one.facts.hosting).items():
        if told is None:
            unknown.append(kind)
        elif told:
            found[kind] = Reason(f"population-{kind}")
    tree = one.facts.tree
    if isinstance(tree, NotLooked):
        if tree.reason == "tree-empty":
            found[Kind.EMPTY] = Reason("tree-empty")
        else:
            unknown += [Kind.EMPTY, Kind.DOCUMENTATION]
    elif not tree.value.files:
        found[Kind.EMPTY] = Reason("population-empty")
    elif tree.value.for_readers is None:
        unknown.append(Kind.DOCUMENTATION)
    elif tree.value.for_readers == tree.value.files:
        found[Kind.DOCUMENTATION] = Reason("population-documentation", {"files": str(tree.value.files)})
    if same_as:
        found[Kind.COPY] = Reason("population-copy", {"repository": same_as})
    return Recognised(found, tuple(unknown))


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


def _copies(repositories: Sequence[Judged]) -> Mapping[str, str]:
    """The repositories at which the same commit stands as at another, which is named, by key.

    The one that counts is no fork or mirror by its forge's word, then the oldest there, then the first by name.
    """
    heads: dict[str, list[Judged]] = {}
    for one in repositories:
        if one.commit and one.facts:
            heads.setdefault(one.commit, []).append(one)
    found = {}
    for same in heads.values():
        first, *others = sorted(same, key=_rank)
        found.update({other.key: first.repository for other in others})
    return found


def _rank(one: Judged) -> tuple[bool, datetime, str, str]:
    hosting = one.facts.hosting if one.facts else None
    said = hosting.value if isinstance(hosting, Known) else None
    derived = bool(said and (_value(said.fork) or _value(said.mirror)))
    created = said.created.value if said and isinstance(said.created, Known) else _LAST
    return derived, created, one.repository, one.key
