"""What would tell of those who may not be named: a number over so few of them that it speaks of each.

Of an entry with `publish: count` only its being there is told. Of one department or organisation, a figure over one or
two such members would tell more: it is withheld there. Where that leaves one organisation that follows from the others
by subtraction, a second one is withheld with it; and likewise wherever the numbers of scopes add up to another: kinds
of organisation, departments and organisations to the whole, organisations to their kind and department.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from oss_scan.figures.model import GOVERNMENT, Figure, Scope

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
    if hushed:
        sums = tuple(_sums(every))
        while more := next((found for one in sums if (found := one.tells(hushed, every, unnamed)) is not None), None):
            hushed.add(more)
    for at, one in enumerate(every):
        yield replace(one, withheld=True) if at in hushed else one


@dataclass(frozen=True, slots=True)
class _Sum:
    """A figure over a scope and those over the scopes that add up to it, by their place; with a `rest`, that is in none
    of them."""

    whole: int
    parts: tuple[int, ...]
    rest: bool

    def tells(self, hushed: set[int], every: Sequence[Figure], unnamed: Sequence[int]) -> int | None:
        """Which figure has to be withheld too, so that what is cannot be derived; None where it cannot."""
        gone = [at for at in self.parts if at in hushed]
        shown = [at for at in self.parts if at not in hushed]
        if (self.whole in hushed) + len(gone) != 1 or self.rest:
            return None  # nothing is missing, or more than one: those cannot be told apart
        if not shown:
            return None if every[self.whole].scope == GOVERNMENT else self.whole
        return min(shown, key=lambda at: (unnamed[at] == 0, len(every[at].members), every[at].scope))


def _sums(every: Sequence[Figure]) -> Iterator[_Sum]:
    """Which figures add up to another, as a reader sees it: all of their members are among its members."""
    keys = [frozenset(member.key for member in one.members) for one in every]
    of = {
        kind: [at for at, one in enumerate(every) if one.scope.kind == kind and keys[at]]
        for kind in ("government", "category", "department", "organisation")
    }
    loose = [at for at in of["organisation"] if not any(keys[at] <= keys[above] for above in of["department"])]
    below = [(at, of["category"]) for at in of["government"]]
    below += [(at, [*of["department"], *loose]) for at in of["government"]]
    below += [(at, of["organisation"]) for at in (*of["category"], *of["department"])]
    for whole, among in below:
        parts = tuple(at for at in among if keys[at] <= keys[whole])
        yield _Sum(whole, parts, bool(keys[whole].difference(*(keys[at] for at in parts))))
