"""What would tell of those who may not be named: a number over so few of them that it speaks of each.

Of an entry with `publish: count` only its being there is told. Of one department or organisation, a figure over one or
two such members would tell more: it is withheld there. Where that leaves one organisation that follows from the others
by subtraction, a second one is withheld with it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from oss_scan.figures.model import Figure, Scope

#: From this many unnamed members on, a number no longer speaks of each of them.
ENOUGH = 3


def withheld(counted: Iterable[Figure], above: Callable[[Scope], str]) -> Iterator[Figure]:
    """The figures of one definition over all scopes, those that would tell too much marked.

    `above` names what the members of a department or organisation are also counted in, where readers can subtract.
    """
    every = tuple(counted)
    unnamed = [sum(not member.named for member in one.members) for one in every]
    siblings: dict[tuple[str, str], list[int]] = {}
    for at, one in enumerate(every):
        if one.scope.kind in ("department", "organisation"):
            siblings.setdefault((one.scope.kind, above(one.scope)), []).append(at)
    hushed: set[int] = set()
    for level in siblings.values():
        few = {at for at in level if 0 < unnamed[at] < ENOUGH}
        # Those with unnamed members first, since they protect most; then the smallest.
        rest = sorted(
            (at for at in level if every[at].members and at not in few),
            key=lambda at: (unnamed[at] == 0, len(every[at].members), every[at].scope),
        )
        while few and rest and (len(few) < 2 or sum(unnamed[at] for at in few) < ENOUGH):
            few.add(rest.pop(0))
        hushed |= few
    for at, one in enumerate(every):
        yield replace(one, withheld=True) if at in hushed else one
