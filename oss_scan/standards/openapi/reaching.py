"""What schemas lead to: each is looked at once, however many others lead to it, and circles are found on the way."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from oss_scan.standards.openapi.resolving import Spot

#: What a schema, or one that it leads to, is: none of its dialect, refused, or in a circle or with a dead reference.
WRONG, MISUSED, LOOSE = 1, 2, 4
Below: TypeAlias = Callable[[Spot], Iterable[Spot]]
Own: TypeAlias = Callable[[Spot], int]


class Reaches:
    """The marks of schemas with those of all that they lead to (strongly connected parts, after Tarjan).

    What is below a schema, and its own marks, are told each time: who tells them keeps this, and a circle outlives it.
    """

    def __init__(self) -> None:
        self._marks: dict[int, int] = {}  # of parts that are done
        self._order: dict[int, int] = {}
        self._low: dict[int, int] = {}
        self._open: list[int] = []

    def marks(self, start: Spot, below: Below, own: Own) -> int:
        """The marks of a schema and all that it leads to."""
        if id(start.value) not in self._marks:
            self._visit(start, below, own)
        return self._marks[id(start.value)]

    def _visit(self, start: Spot, below: Below, own: Own) -> None:
        self._enter(start)
        work = [(start, iter(below(start)), [own(start)])]
        while work:
            spot, inside, marks = work[-1]
            key = id(spot.value)
            for inner in inside:
                other = id(inner.value)
                if other in self._marks:
                    marks[0] |= self._marks[other]
                elif other in self._order:
                    self._low[key] = min(self._low[key], self._order[other])
                    marks[0] |= LOOSE
                else:
                    self._enter(inner)
                    work.append((inner, iter(below(inner)), [own(inner)]))
                    break
            else:
                work.pop()
                self._leave(key, marks[0])
                if work:
                    above, _, its = work[-1]
                    self._low[id(above.value)] = min(self._low[id(above.value)], self._low[key])
                    its[0] |= marks[0]

    def _enter(self, spot: Spot) -> None:
        key = id(spot.value)
        self._order[key] = self._low[key] = len(self._order)
        self._open.append(key)

    def _leave(self, key: int, marks: int) -> None:
        """Where a part is whole, give all of it the marks of the first, which has gathered those of the others."""
        if self._low[key] == self._order[key]:
            while self._open[-1] != key:
                self._marks[self._open.pop()] = marks
            self._marks[self._open.pop()] = marks
