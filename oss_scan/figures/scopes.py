"""Of whom a figure speaks: government as a whole, each kind of organisation, each department, each organisation."""

from collections.abc import Iterator, Sequence

from oss_scan.figures.measured import Measured
from oss_scan.figures.model import GOVERNMENT, Definition, Figure, LeftOut, Member, Scope

#: Where members stand of which no organisation is known, so that categories add up to the whole.
NOBODY = "none"
_ORDER = ("government", "category", "department", "organisation")


class Scopes:
    """The scopes of one scan: those that may be named, whether anybody looked there, and where each member counts."""

    def __init__(self, measured: Measured) -> None:
        self._measured = measured
        self._around: dict[tuple[str, ...], tuple[Scope, ...]] = {}
        owners = {one.organisation for one in measured.found}  # also of what only the archived are counted among
        owners |= {one.organisation for one in measured.systems or ()}
        promised = measured.inventory and measured.inventory.commitments  # which are nobody's in particular
        nobody = [""] if None in owners or promised else []
        names = [*measured.places, *(name for name in owners if name), *nobody]
        found = {scope for name in names for scope in self.around((name,) if name else ())}
        self.every = tuple(sorted({GOVERNMENT, *found}, key=lambda one: (_ORDER.index(one.kind), one.id)))
        sources = (name for name, place in measured.places.items() if place.has_source)
        self._looked_at = {GOVERNMENT, *(scope for name in sources for scope in self.around((name,)))}

    def figures(
        self, definition: Definition, members: Sequence[Member] | None, left_out: Sequence[LeftOut]
    ) -> Iterator[Figure]:
        """The figure of each scope; `members` is None where nobody looked."""
        mine: dict[Scope, list[Member]] = {}
        out: dict[Scope, list[LeftOut]] = {}
        for member in members or ():
            for scope in self.around(member.organisations):
                mine.setdefault(scope, []).append(member)
        for one in left_out:
            for scope in self.around(one.organisations):
                out.setdefault(scope, []).append(one)
        for scope in self.every:
            held = tuple(mine.get(scope, ()))
            looked = members is not None and (bool(held) or scope in self._looked_at)
            yield Figure(definition, held, tuple(out.get(scope, ())), scope, self._measured.basis, looked)

    def around(self, organisations: tuple[str, ...]) -> tuple[Scope, ...]:
        """Every scope in which what these organisations answer for is counted."""
        if organisations not in self._around:
            found = (scope for name in organisations or ("",) for scope in self._of(name))
            self._around[organisations] = (GOVERNMENT, *dict.fromkeys(found))
        return self._around[organisations]

    def above(self, scope: Scope) -> str:
        """The department, else the category, in which an organisation is counted too; of a department nothing."""
        place = self._measured.places.get(scope.id) if scope.kind == "organisation" else None
        return "" if place is None else place.department or place.kind

    def _of(self, name: str) -> Iterator[Scope]:
        place = self._measured.places.get(name)
        yield Scope("category", place.kind if place else NOBODY)
        if place and place.department:
            yield Scope("department", place.department)
        if name and (place is None or place.named):
            yield Scope("organisation", name)
