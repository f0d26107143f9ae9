"""What counts in no figure for what kind of repository it is, found again for `report verify`, apart from `population`
and `kinship`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from math import inf

from oss_scan.report.counting import Row


def uncounted(rows: Sequence[Row], alike: Iterable[tuple[str, str, str]], kinds: Collection[str]) -> frozenset[str]:
    """The keys of those rows that are of one of these kinds, by themselves or because of another row.

    A copy of what is not among the rows is none: of several such copies the latest counts.
    """
    there = {one.key: one for one in rows}
    out = {one.key for one in rows if not set(kinds).isdisjoint(one.recognised.get("kinds", {}))}
    parent: dict[str, str] = {}
    for key, kind, other in alike:
        if kind == "copy":
            parent[key] = other
        elif kind in kinds:
            out.add(key)
    if "copy" not in kinds:
        return frozenset(out & there.keys())
    families = defaultdict(list)
    for key in parent.keys() & there.keys():
        line = [key]
        while line[-1] in parent and line[-1] not in line[:-1]:
            line.append(parent[line[-1]])
        families[line[-1]].append(key)
    for top, members in families.items():
        stays = None if top in there else min(members, key=lambda key: _order(there[key]))
        out.update(key for key in members if key != stays)
    return frozenset(out & there.keys())


def _order(one: Row) -> tuple[object, ...]:
    kinds = one.recognised.get("kinds", {})
    since = one.committed.timestamp() if one.committed else 0.0
    said = one.recognised.get("created")
    created = datetime.fromisoformat(said).timestamp() if said else inf
    return bool(kinds), "fork" in kinds or "mirror" in kinds, -since, created, one.addresses[0], one.key
