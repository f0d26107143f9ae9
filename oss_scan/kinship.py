"""Which repositories of a scan hold the same software, or come from each other: copies, and forks that no forge flags.

Only what is sure is said. That two share their first commits says that one comes from the other, or both from a third;
which one is the fork, git does not tell.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from oss_scan.addresses import canonical
from oss_scan.inventory.model import Kind
from oss_scan.population import known
from oss_scan.results import Judged, Notice, Same
from oss_scan.texts import Reason

#: What a repository is of which is not known whether it is a fork of the other.
RELATED = "related"
_LAST = datetime.max.replace(tzinfo=UTC)
#: By the key of a repository: the keys of those on whose main line its latest commit lies.
Within = Mapping[str, frozenset[str]]


def alike(repositories: Iterable[Judged], within: Within | None = None) -> tuple[Same, ...]:
    """The copies, the forks, and what shares history with another of which nobody knows which is the fork.

    Copies have the latest commit of another, or all of its branches and tags. The one that counts is nothing else that
    is left out, then the oldest on its forge, then the first by name. The others may be forks where they share a first
    commit: of what their publiccode.yml says that they are based on. One whose latest commit lies on the main line of
    another (`within`) holds nothing that is not there, and is a copy too, unless it was there first.
    """
    every = sorted(repositories, key=_rank)
    copies = [Same(one.key, Kind.COPY, _like(one, same)) for same in _sharing(every, _stands_at) for one in same[1:]]
    taken = {one.key for one in copies}
    rest = [one for one in every if one.key not in taken]
    kin = [one for family in _sharing(rest, _first_commits) for one in _kin(family, within or {})]
    return tuple(sorted([*copies, *kin], key=lambda one: (one.key, one.kind)))


def families(repositories: Iterable[Judged]) -> tuple[Sequence[Judged], ...]:
    """The repositories that share a first commit and of which it is not told which comes from which."""
    given = tuple(repositories)
    unclear = {one.key for one in alike(given) if one.kind == RELATED}
    return tuple(_sharing([one for one in given if one.key in unclear], _first_commits))


def with_same(repositories: Sequence[Judged], alike: Iterable[Same]) -> tuple[Judged, ...]:
    """The repositories, those that are like another with what they are because of it."""
    by_key = {one.key: one for one in repositories}
    for one in alike:
        by_key[one.key] = _as(by_key[one.key], one.kind, by_key[one.other])
    return tuple(by_key.values())


def _as(judged: Judged, kind: str, other: Judged) -> Judged:
    before, named = known(judged), {"repository": other.repository}
    if kind == RELATED:
        recognised = replace(before, unknown=tuple(dict.fromkeys((*before.unknown, Kind.FORK))))
        notices = (*judged.notices, Notice(Reason("fork-unknown", named)))
        return replace(judged, recognised=recognised, notices=notices)
    if kind == Kind.FORK:
        code = "population-fork-based"
    elif judged.commit == other.commit:
        code = "population-copy"
    else:
        same = before.refs is not None and before.refs == known(other).refs
        code = "population-copy-refs" if same else "population-copy-within"
    return replace(judged, recognised=replace(before, kinds={**before.kinds, kind: Reason(code, named)}))


def _sharing(every: Sequence[Judged], marks: Callable[[Judged], Iterable[str]]) -> Iterator[list[Judged]]:
    """Those that share a mark, directly or through others, in their order; without those that stand alone."""
    leads: dict[str, str] = {}  # each key to another of its group, and in the end to that which stands for all

    def home(key: str) -> str:
        while key in leads:
            key = leads[key]
        return key

    first: dict[str, str] = {}
    for one in every:
        for mark in marks(one):
            there, here = home(first.setdefault(mark, one.key)), home(one.key)
            if there != here:
                leads[here] = there
    groups: dict[str, list[Judged]] = {}
    for one in every:
        groups.setdefault(home(one.key), []).append(one)
    yield from (group for group in groups.values() if len(group) > 1)


def _stands_at(one: Judged) -> Iterator[str]:
    """What could not be read stands nowhere: it would take the place of what was."""
    refs = known(one).refs
    if one.commit:
        yield f"commit {one.commit}"
    if one.commit and refs:
        yield f"refs {refs}"


def _like(one: Judged, same: Sequence[Judged]) -> str:
    """The first of a group that stands at the same: others are in it through one between."""
    marks = set(_stands_at(one))
    return next(other.key for other in same if other is not one and not marks.isdisjoint(_stands_at(other)))


def _first_commits(one: Judged) -> tuple[str, ...]:
    return known(one).roots or ()


def _kin(family: Sequence[Judged], within: Within) -> Iterator[Same]:
    told = {one.key for one in family if {Kind.FORK, Kind.MIRROR} & known(one).kinds.keys()}
    forks: dict[str, str] = {}
    for one in family:
        origin = next((other.key for other in family if _is_based_on(one, other)), None)
        if one.key not in told and origin and one.key not in _line(origin, forks):
            forks[one.key] = origin
    own = [one for one in family if one.key not in told and one.key not in forks]
    parts = {one.key: whole for one in own if (whole := _whole(one, own, within))}
    yield from (Same(key, Kind.FORK, origin) for key, origin in forks.items())
    yield from (Same(key, Kind.COPY, whole) for key, whole in parts.items())
    left = [one for one in own if one.key not in parts]
    for one in left:
        other = next((other for other in left if other is not one and _share(one, other)), None)
        if other:
            yield Same(one.key, RELATED, other.key)


def _is_based_on(one: Judged, other: Judged) -> bool:
    said = known(one).based_on
    if not said or other is one or not _share(one, other):
        return False
    return any(canonical(name) in said for name in (other.repository, *other.aliases))


def _line(key: str, forks: Mapping[str, str]) -> Iterator[str]:
    """What a repository comes from, itself first; what says that it comes from itself in the end is no fork."""
    while key:
        yield key
        key = forks.get(key, "")


def _whole(one: Judged, own: Sequence[Judged], within: Within) -> str | None:
    """The one that holds all of a repository, and all of the others that do: what several began with is theirs to
    share. What was there first, or would leave nothing that counts, is no copy."""
    holders = [other for other in own if other.key in within.get(one.key, ())]
    for whole in holders:
        others = (other for other in holders if other is not whole)
        if all(whole.key in within.get(other.key, ()) for other in others):
            here, there = known(one).created, known(whole).created
            first = here is not None and there is not None and here < there
            return None if first or known(whole).kinds else whole.key
    return None


def _share(one: Judged, other: Judged) -> bool:
    return not set(_first_commits(one)).isdisjoint(_first_commits(other))


def _rank(one: Judged) -> tuple[bool, bool, datetime, str, str]:
    found = known(one)
    derived = Kind.FORK in found.kinds or Kind.MIRROR in found.kinds
    return bool(found.kinds), derived, found.created or _LAST, one.repository, one.key
