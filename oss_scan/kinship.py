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
#: The same of one of so many that nobody asked who holds whom.
UNASKED = "unasked"
#: Members of a family of which it is asked.
MOST = 1000
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
    copies = [one for same in _sharing(every, _stands_at) for one in _copies(same)]
    taken = {one.key for one in copies}
    rest = [one for one in every if one.key not in taken]
    kin = [one for family in _sharing(rest, _first_commits) for one in _kin(family, within or {})]
    return tuple(sorted([*copies, *kin], key=lambda one: (one.key, one.kind)))


def families(repositories: Iterable[Judged]) -> tuple[Sequence[Judged], ...]:
    """The repositories that share a first commit and of which it is not told which comes from which."""
    given = tuple(repositories)
    unclear = {one.key for one in alike(given) if one.kind in (RELATED, UNASKED)}
    return tuple(_sharing([one for one in given if one.key in unclear], _first_commits))


def unclear(repositories: Sequence[Judged], alike: Iterable[Same]) -> frozenset[str]:
    """The keys of those that may be a fork of another of them, or the other way round; not of what is missing."""
    shared: dict[str, set[str]] = {}
    for one in alike:
        if one.kind in (RELATED, UNASKED):
            shared.setdefault(one.key, {one.key}).add(one.other)
    among_them = [one for one in repositories if one.key in shared]
    return frozenset(one.key for family in _sharing(among_them, lambda one: shared[one.key]) for one in family)


def with_same(repositories: Sequence[Judged], alike: Iterable[Same]) -> tuple[Judged, ...]:
    """The repositories, those that are like another with what they are because of it."""
    by_key = {one.key: one for one in repositories}
    for one in alike:
        by_key[one.key] = _as(by_key[one.key], one.kind, by_key[one.other])
    return tuple(by_key.values())


def among(repositories: Sequence[Judged], alike: Iterable[Same]) -> tuple[Judged, ...]:
    """Some of the repositories of a scan, of which none is a copy of one that is not among them.

    Where the one that counts is missing, the copy with the latest commit takes its place: copies of one that held them
    all lie on one line. Else the software of which something may be told would count nowhere.
    """
    there = {one.key for one in repositories}
    copied = {one.key: one.other for one in alike if one.kind == Kind.COPY}
    lost: dict[str, list[Judged]] = {}
    for one in repositories:
        if one.key in copied and (lead := _lead(one.key, copied)) not in there:
            lost.setdefault(lead, []).append(_without(one, Kind.COPY))
    anew: dict[str, Judged] = {}
    for group in lost.values():
        first, *others = sorted(group, key=_latest)
        anew |= {first.key: first, **{one.key: _as(one, Kind.COPY, first) for one in others}}
    return tuple(anew.get(one.key, one) for one in repositories)


def _lead(key: str, copied: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while key in copied and key not in seen:  # earlier versions said of two that each is a copy of the other
        seen.add(key)
        key = copied[key]
    return key


def _without(judged: Judged, kind: Kind) -> Judged:
    kinds = {name: why for name, why in known(judged).kinds.items() if name != kind}
    return replace(judged, recognised=replace(known(judged), kinds=kinds))


def _latest(one: Judged) -> tuple[bool, bool, float, datetime, str, str]:
    left_out, derived, created, name, key = _rank(one)
    return left_out, derived, -one.committed.timestamp() if one.committed else 0.0, created, name, key


def _as(judged: Judged, kind: str, other: Judged) -> Judged:
    before, named = known(judged), {"repository": other.repository}
    if kind in (RELATED, UNASKED):
        recognised = replace(before, unknown=tuple(dict.fromkeys((*before.unknown, Kind.FORK))))
        code = "fork-unknown" if kind == RELATED else "fork-unasked"
        notices = (*judged.notices, Notice(Reason(code, named)))
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


def _copies(same: Sequence[Judged]) -> Iterator[Same]:
    """All of a group but the first, each with one at which it stands that comes from the first in the end: some are in
    it through one between."""
    first, *rest = same
    known_by = dict.fromkeys(_stands_at(first), first.key)
    while rest:
        near, further = [], []
        for one in rest:
            other = next((known_by[mark] for mark in _stands_at(one) if mark in known_by), None)
            if other is None:
                further.append(one)
            else:
                near.append(one)
                yield Same(one.key, Kind.COPY, other)
        for one in near:
            for mark in _stands_at(one):
                known_by.setdefault(mark, one.key)
        rest = further


def _first_commits(one: Judged) -> tuple[str, ...]:
    return known(one).roots or ()


def _kin(family: Sequence[Judged], within: Within) -> Iterator[Same]:
    told = {one.key for one in family if {Kind.FORK, Kind.MIRROR} & known(one).kinds.keys()}
    forks: dict[str, str] = {}
    addressed = _addressed(family)
    for one in family:
        origin = _origin(one, addressed)
        if one.key not in told and origin and one.key not in _line(origin, forks):
            forks[one.key] = origin
    own = {one.key: one for one in family if one.key not in told and one.key not in forks}
    # what few others hold comes first: it holds them, or fails at once
    order = {key: at for at, key in enumerate(sorted(own, key=lambda key: len(within.get(key, ()))))}
    parts: dict[str, str] = {}
    for one in own.values():
        whole = _whole(one, own, order, within)
        if whole and one.key not in _line(whole, parts):  # both may have gone on since they were judged
            parts[one.key] = whole
    yield from (Same(key, Kind.FORK, origin) for key, origin in forks.items())
    yield from (Same(key, Kind.COPY, whole) for key, whole in parts.items())
    left = [one for one in own.values() if one.key not in parts]
    unclear = RELATED if len(family) <= MOST else UNASKED
    for one in left:
        other = next((other for other in left if other is not one and _share(one, other)), None)
        if other:
            yield Same(one.key, unclear, other.key)


def _addressed(family: Iterable[Judged]) -> Mapping[str, list[tuple[int, Judged]]]:
    """By each address: whose it is, and where in the family that one stands."""
    found: dict[str, list[tuple[int, Judged]]] = {}
    for at, one in enumerate(family):
        for address in {canonical(name) for name in (one.repository, *one.aliases)}:
            found.setdefault(address or "", []).append((at, one))
    return found


def _origin(one: Judged, addressed: Mapping[str, Sequence[tuple[int, Judged]]]) -> str | None:
    """The first of the family that it says it is based on."""
    named = (each for address in known(one).based_on for each in addressed.get(address, ()) if address)
    near = [(at, other.key) for at, other in named if other is not one and _share(one, other)]
    return min(near)[1] if near else None


def _line(key: str, forks: Mapping[str, str]) -> Iterator[str]:
    """What a repository comes from or is a part of, itself first; nothing does so from itself in the end."""
    while key:
        yield key
        key = forks.get(key, "")


def _whole(one: Judged, own: Mapping[str, Judged], order: Mapping[str, int], within: Within) -> str | None:
    """The one that holds all of a repository, and all of the others that do: what several began with is theirs to
    share. What was there first, or would leave nothing that counts, is no copy."""
    holders = sorted((own[key] for key in within.get(one.key, ()) if key in own), key=lambda each: order[each.key])
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
