"""Every figure counted again by the definitions that a report was made with, over what `counting` reads from the store.

Written apart from `figures`, so that a fault there does not confirm itself.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from oss_scan.addresses import canonical
from oss_scan.inventory.model import Inventory, Publish
from oss_scan.report import counting
from oss_scan.report.counting import Placed, Row, SystemRow
from oss_scan.report.standing import Scope, Standing
from oss_scan.report.uncounted import uncounted
from oss_scan.store.beside import inventory_of, skipped_of, sources_of

Numbers = Mapping[str, int]
_UNKNOWN = ("unknown", "not-visible", "unread", "applicability-unknown")
_WORST = ("not-met", "unknown", "met", "not-applicable")


@dataclass(frozen=True, slots=True)
class Counted:
    """One of a population, and who answers for it."""

    placed: Placed
    organisations: tuple[str, ...]


class Recount:
    """One scan, to be counted for an audience."""

    def __init__(
        self, connection: Connection, scan: int, on: date, audience: str, platforms: Mapping[str, str]
    ) -> None:
        self._connection, self._scan, self._on = connection, scan, on
        self._platforms = platforms
        self._inventory = inventory_of(connection, scan)
        self._standing = Standing(self._inventory, on, public=audience == "public")
        every = counting.rows(connection, scan)
        self._addresses = {one.key: _addresses(one) for one in every}
        countable = [one for one in every if not self._is_silent(one)]
        out = {one.key for one in countable if self._standing.is_left_out(self._addresses[one.key])}
        self._found = [one for one in countable if one.key not in out]
        rule = (self._inventory or Inventory()).population.leave_out
        absent = uncounted(self._found, counting.alike(connection, scan), rule)
        self._rows = [one for one in self._found if one.key not in absent]
        self._left = [self._owner(one) for one in countable if one.key in out]
        self._absent = [self._owner(one) for one in self._found if one.key in absent]
        self._sources = sources_of(connection, scan)
        every_skipped = skipped_of(connection, scan)
        skipped = [one for one in every_skipped if not self._standing.never([one.repository], one.organisation)]
        self._left += [(one.organisation,) if one.organisation else () for one in skipped]
        self._left += [()] * counting.waiting(connection, scan)
        self._systems = [one for one in counting.systems(connection, scan) if not self._standing.hushed(one.key)]
        self._parts: dict[str, Mapping[str, Placed]] = {}
        self.whole: dict[str, tuple[Numbers, str]] = {}  # over government, and which way is better, by figure

    def population(self, definition: Mapping[str, Any]) -> list[Counted] | None:
        """Everybody that a figure is over, each in its state; None where nobody looked."""
        match definition["by"]:
            case "rules":
                return [Counted(self._by_rules(one, definition["rules"]), self._owner(one)) for one in self._rows]
            case "readable":
                return self._of(self._rows, lambda one: "read" if one.readable else "unknown")
            case "archived":
                return self._of(self._found, _archived)
            case "platform":
                return self._of(self._rows, self._platform)
            case "standard":
                found = counting.verdicts(self._connection, self._scan, definition["of"])
                return self._of(self._rows, lambda one: found.get(one.key, ("", "unknown"))[1])
            case "apis":
                return self._apis()
        return None if self._inventory is None else list(self._of_inventory(definition["by"], self._inventory))

    def _of_inventory(self, by: str, inventory: Inventory) -> Iterator[Counted]:
        closed = [one for one in self._systems if one.openness != "open"]
        match by:
            case "openness":
                yield from (self._system(one, _openness(one)) for one in self._systems)
            case "ground":
                yield from (self._system(one, _ground(one)) for one in closed)
            case "review":
                yield from (self._system(one, self._review(one, inventory)) for one in closed)
            case "covered":
                yield from self._covered()
            case "publishing":
                yield from self._publishing()
            case "declared":
                yield from (Counted(Placed(one.id, "declared"), one.organisations) for one in self._standing.commons)
            case "verifiably-open":
                yield from self._commons("licence/osi-approved", "open", "not-open", enough=all)
            case "active":
                yield from self._commons("maintenance/active", "active", "not-active", enough=any)
            case "commitments":
                yield from self._commitments(inventory)
            case _:
                raise ValueError(by)

    def numbers(self, definition: Mapping[str, Any], members: Sequence[Counted] | None) -> Mapping[Scope, Numbers]:
        """The numbers of a figure over each scope in which somebody looked."""
        if members is None:
            return {}
        held: dict[Scope, list[Placed]] = {scope: [] for scope in self._standing.looked_at}
        for member in members:
            for scope in self._standing.scopes(member.organisations):
                held.setdefault(scope, []).append(member.placed)
        left: Counter[Scope] = Counter()
        if definition["over"] == "repositories":
            owners = self._left if definition["by"] == "archived" else (*self._left, *self._absent)
            left.update(scope for owner in owners for scope in self._standing.scopes(owner))
        return {scope: _counted(placed, definition) | {"left_out": left[scope]} for scope, placed in held.items()}

    def work(self, shown: Collection[str]) -> Mapping[tuple[str | None, str], Mapping[str, int]]:
        """The work lists over the repositories that are shown: by organisation and rule how much is cleared, in how
        many repositories, and how many explain."""
        owners = {one.key: next(iter(self._owner(one)), None) for one in self._rows if one.key in shown}
        found: dict[tuple[str | None, str], Counter[str]] = {}
        for key, rule, clears, explained in counting.mends(self._connection, self._scan):
            if key in owners:
                here = found.setdefault((owners[key], rule), Counter())
                here.update({"explained": 1} if explained else {"clears": clears, "repositories": 1})
        return {
            which: {name: here[name] for name in ("clears", "repositories", "explained")}
            for which, here in found.items()
            if here["repositories"]
        }

    def _by_rules(self, one: Row, rules: Sequence[str]) -> Placed:
        for rule in rules:
            if rule not in self._parts:
                self._parts[rule] = counting.parts(self._connection, self._scan, rule)
        return min((self._parts[rule][one.key] for rule in rules), key=lambda placed: _WORST.index(placed.state))

    def _of(self, chosen: Iterable[Row], ask: Callable[[Row], str]) -> list[Counted]:
        return [Counted(Placed(one.key, ask(one)), self._owner(one)) for one in chosen]

    def _platform(self, one: Row) -> str:
        address = next(iter(self._addresses[one.key]), None)
        if address is None:
            return "unknown"
        return "foreign" if address.split("/")[2] in self._platforms else "own"

    def _apis(self) -> list[Counted] | None:
        found = counting.verdicts(self._connection, self._scan, "rest-api-design-rules")
        if not any(one.key in found for one in self._found):
            return None
        words = {"applied": "no-deviations", "partly-applied": "deviations", "deviation": "deviations"}
        own = [one for one in self._rows if found.get(one.key, ("", ""))[0] == "applies"]
        return self._of(own, lambda one: words.get(found[one.key][1], "unknown"))

    def _system(self, one: SystemRow, state: str) -> Counted:
        owner = (one.organisation,) if one.organisation else ()
        return Counted(Placed(one.key, state, one.explained, one.corrected), owner)

    def _review(self, one: SystemRow, inventory: Inventory) -> str:
        entry = next((each for each in inventory.systems if f"system:{each.id}" == one.key), None)
        if entry is not None and entry.decision is None:
            return "no-decision"
        if one.review_by is None:
            return "no-date"
        return "past" if one.review_by < self._on else "within"

    def _covered(self) -> Iterator[Counted]:
        for one in self._standing.organisations:
            yield Counted(Placed(one.id, "covered" if one.sources else "not-covered"), (one.id,))

    def _publishing(self) -> Iterator[Counted]:
        known: dict[str, set[str]] = {}
        for row in self._rows:
            for owner in self._owner(row):
                known.setdefault(owner, set()).add(_visible(row))
        for one in self._standing.organisations:
            seen = known.get(one.id, set())
            state = "not-publishing"
            if "public" in seen:
                state = "publishing"
            elif not one.sources or "unknown" in seen or (not seen and self._gave(one.id)):
                state = "unknown"
            yield Counted(Placed(one.id, state), (one.id,))

    def _gave(self, organisation: str) -> bool:
        """Whether its sources gave something that does not count as its own, or could not be listed to the end."""
        mine = (one for one in self._sources if one.organisation == organisation)
        return any(one.repositories > 0 or one.reason is not None for one in mine)

    def _commons(
        self, rule: str, good: str, bad: str, *, enough: Callable[[Iterable[bool]], bool]
    ) -> Iterator[Counted]:
        """Whether all (or any) of its repositories meet a rule; one that is unknown leaves the rest undecided."""
        at = {address: self._by_rules(row, [rule]).state for row in self._rows for address in self._addresses[row.key]}
        for one in self._standing.commons:
            states = [at.get(address, "unknown") for address in one.repositories]
            failing = [state in ("not-met", "not-applicable") for state in states]
            if states and enough(state == "met" for state in states):
                state = good
            else:
                decided = all(failing) if enough is any else any(failing)
                state = bad if states and decided else "unknown"
            yield Counted(Placed(one.id, state), one.organisations)

    def _commitments(self, inventory: Inventory) -> Iterator[Counted]:
        for one in inventory.commitments:
            if self._standing.public and one.publish is Publish.NEVER:
                continue
            done = one.by_hand.done if one.by_hand else None
            noted = one.by_hand.value if one.by_hand else None
            if one.figure in self.whole and one.target is not None:
                done = _reaches(*self.whole[one.figure], one.target)
            elif done is None and noted is not None and one.target is not None:
                done = noted >= one.target
            state = "unknown" if done is None else "reached" if done else "not-reached"
            if one.by_hand and one.by_hand.on > self._on:
                state = "unknown"
            yield Counted(Placed(one.id, state), ())

    def _is_silent(self, one: Row) -> bool:
        """Whether a repository may not even be counted."""
        owner = next(iter(self._owner(one)), None)
        return self._standing.never([*one.addresses, *self._addresses[one.key]], owner)

    def _owner(self, one: Row) -> tuple[str, ...]:
        return self._standing.owner(self._addresses[one.key], one.organisation)


def _reaches(numbers: Numbers, better: str, target: int) -> bool | None:
    """Whether a figure reaches its target, however what is not known would turn out; None where that decides."""
    ends = {numbers["numerator"], numbers["numerator"] + numbers["unknown"]}
    found = {end <= target if better == "lower" else end >= target for end in ends}
    return found.pop() if len(found) == 1 else None


def _openness(one: SystemRow) -> str:
    if one.outcome == "fail":
        return "no-open-licence" if one.code == "system-not-licensed" else "closed-no-ground"
    if one.outcome != "pass":
        return "unknown"
    return {"open": "open", "partly": "partly-ground"}.get(one.openness, "closed-ground")


def _ground(one: SystemRow) -> str:
    void = one.outcome is None or (one.outcome == "fail" and one.code != "system-not-licensed")
    return "none" if void else one.ground or "none"


def _counted(placed: Sequence[Placed], definition: Mapping[str, Any]) -> dict[str, int]:
    counts = frozenset(definition["counts"])
    found = Counter(part_of(one.state, counts) for one in placed)
    unmet = Counter(one.explained for one in placed if part_of(one.state, counts) == "not-met")
    states = Counter(one.state for one in placed)
    return {
        "numerator": found["met"],
        "denominator": len(placed),
        "not_met": found["not-met"],
        "not_applicable": found["not-applicable"],
        "unknown": found["unknown"],
        "explained_inventory": unmet["inventory"],
        "explained_repository": unmet["repository"],
        "explained": unmet["inventory"] + unmet["repository"],
        "corrected": sum(one.corrected for one in placed),
        **{f"state:{state}": number for state, number in states.items()},
    }


def part_of(state: str, counts: frozenset[str]) -> str:
    """Where a state is counted."""
    if state in counts:
        return "met"
    if state in _UNKNOWN:
        return "unknown"
    return state if state == "not-applicable" else "not-met"


def _archived(one: Row) -> str:
    if not one.recognised or "archived" in one.recognised.get("unknown", ()):
        return "unknown"
    return "archived" if "archived" in one.recognised.get("kinds", {}) else "not-archived"


def _visible(one: Row) -> str:
    if not one.readable or not one.recognised or "private" in one.recognised.get("unknown", ()):
        return "unknown"
    return "private" if "private" in one.recognised.get("kinds", {}) else "public"


def _addresses(one: Row) -> tuple[str, ...]:
    found = (canonical(name) for name in one.addresses)
    return tuple(dict.fromkeys(address for address in found if address))
