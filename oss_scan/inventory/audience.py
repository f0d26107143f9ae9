"""What the public may see of an inventory: what has `publish: name`; of `count` only that it is there; of `never` not
even that. What was taken away is an empty text, so that nothing downstream can show it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from oss_scan.inventory.hidden import Names, hidden_names
from oss_scan.inventory.items import Item
from oss_scan.inventory.model import (
    Commitment,
    Commons,
    Correction,
    Decision,
    Explanation,
    Inventory,
    LeftOut,
    Organisation,
    Origin,
    Publish,
    Source,
    Spot,
    System,
    strictest,
)
from oss_scan.inventory.places import within
from oss_scan.texts import Text

T = TypeVar("T")
_NOWHERE = Spot("", 0, 0)


def public(inventory: Inventory) -> Inventory:
    """The inventory as the public may see it."""
    view = _View(inventory)
    return Inventory(
        origins=tuple(map(view.origin, inventory.origins)),
        organisations=_all(map(view.organisation, inventory.organisations)),
        left_out=_all(map(view.left_out, inventory.left_out)),
        systems=_all(map(view.system, inventory.systems)),
        explanations=_all(map(view.explanation, inventory.explanations)),
        corrections=_all(map(view.correction, inventory.corrections)),
        commons=_all(map(view.commons, inventory.commons)),
        commitments=_all(map(view.commitment, inventory.commitments)),
        population=inventory.population,
        forks=tuple(one for one in inventory.forks if len(view.named((one.repository, one.upstream))) > 1),
    )


def names_shown(inventory: Inventory) -> Iterator[Item]:
    """A warning for each text of a named entry that holds the name of one that may not be named."""
    view = _View(inventory)
    for spot, key, text in view.free():
        hidden = view.hidden_in(text)
        if hidden:
            yield Item("warning", "name-shown", key, spot, {"where": f"{hidden.path}:{hidden.line}"})


def hushing(inventory: Inventory) -> Callable[[str], str]:
    """What takes a text away that holds a name which may not be named."""
    view = _View(inventory)
    return lambda text: "" if view.hidden_in(text) else text


def effective(inventory: Inventory) -> dict[str, Publish]:
    """What holds for each system by its id: its own word, or that of its organisation where that shows less."""
    of = {one.id: one.publish for one in inventory.organisations}
    return {one.id: strictest(one.publish, of.get(one.organisation, Publish.NAME)) for one in inventory.systems}


class _View:
    """Knows what is hidden, and takes it out of each entry; None for what is not to be there at all."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        self._of = {one.id: one.publish for one in inventory.organisations}
        self._systems = effective(inventory)
        self._hidden_names = Names(hidden_names(inventory, self._systems))
        self._hidden_places = [
            *((one.repository, one.publish) for one in inventory.left_out),
            *((source.address, strictest(source.publish, one.publish)) for one, source in self._sources()),
        ]

    def _sources(self) -> Iterator[tuple[Organisation, Source]]:
        return ((one, source) for one in self._inventory.organisations for source in one.sources)

    def hidden_in(self, text: str) -> Spot | None:
        """Where the entry stands whose name a text holds, though it may not be named."""
        return self._hidden_names.within(text)

    def free(self) -> Iterator[tuple[Spot, str, str]]:
        """The texts of named entries in which anything may stand, with where and under which key."""
        for system in self._inventory.systems:
            decision = system.decision
            if decision and self._systems[system.id] is Publish.NAME:
                for key, text in (("motivation", decision.motivation), ("by", decision.by), ("url", decision.url)):
                    yield decision.spot, key, text or ""
                for part in decision.parts:
                    yield decision.spot, "parts", part
        for left in self._inventory.left_out:
            if left.publish is Publish.NAME:
                yield left.spot, "reason", left.reason
        for one in self._inventory.explanations:
            if self.said_of(one.about) is Publish.NAME:
                yield one.spot, "reason", f"{one.reason} {one.by}"
        for other in self._inventory.corrections:
            if self.said_of(other.about) is Publish.NAME:
                yield other.spot, "evidence", f"{other.evidence} {other.by}"
        for common in self._inventory.commons:
            if common.publish is Publish.NAME:
                yield common.spot, "programme", common.programme or ""
        for promise in self._inventory.commitments:
            if promise.publish is Publish.NAME:
                hand = promise.by_hand
                yield promise.spot, "text", f"{promise.text} {promise.source} {promise.reference}"
                yield promise.spot, "by_hand", f"{hand.evidence} {hand.url or ''} {hand.by}" if hand else ""

    def said_of(self, about: str) -> Publish:
        """What may be said of a repository or `system:ID`; an address that no named entry holds only counts."""
        if about.startswith("system:"):
            return self._systems.get(about.removeprefix("system:"), Publish.COUNT)
        hidden = [how for place, how in self._hidden_places if within(about, place)]
        hidden += [self._systems[one.id] for one in self._inventory.systems if about in one.repositories]
        hidden += [one.publish for one in self._inventory.commons if about in one.repositories]
        return strictest(*hidden) if hidden else Publish.COUNT

    def named(self, addresses: Iterable[str]) -> tuple[str, ...]:
        """Those addresses that may be named."""
        return tuple(
            one
            for one in addresses
            if self.hidden_in(one) is None
            and all(how is Publish.NAME for place, how in self._hidden_places if within(one, place))
        )

    def _shown(self, text: str) -> str:
        return "" if self.hidden_in(text) else text

    def _maybe(self, text: str | None) -> str | None:
        return None if text is None else self._shown(text)

    def origin(self, one: Origin) -> Origin:
        """Where a file's entries come from."""
        note = one.note and Text(self._shown(one.note.nl), self._shown(one.note.en))
        return replace(one, source=self._shown(one.source), url=self._maybe(one.url), note=note)

    def organisation(self, one: Organisation) -> Organisation | None:
        """An organisation; its sources stay countable."""
        sources = tuple(
            source if source.publish is Publish.NAME else Source("", Publish.COUNT, _NOWHERE)
            for source in one.sources
            if source.publish is not Publish.NEVER
        )
        if one.publish is Publish.NEVER:
            return None
        if one.publish is Publish.COUNT:
            nowhere = tuple(Source("", Publish.COUNT, _NOWHERE) for _ in sources)
            return replace(
                one, id="", name="", abbreviation=None, tooi=None, part_of=None, sources=nowhere, spot=_NOWHERE
            )
        above = one.part_of if self._of.get(one.part_of or "") is Publish.NAME else None
        return replace(one, part_of=above, sources=sources)

    def left_out(self, one: LeftOut) -> LeftOut | None:
        """A repository that is left out."""
        if one.publish is Publish.NEVER:
            return None
        if one.publish is Publish.COUNT:
            return replace(one, repository="", reason="", spot=_NOWHERE)
        return replace(one, reason=self._shown(one.reason))

    def system(self, one: System) -> System | None:
        """A system; the ground of its decision counts in any case."""
        publish = self._systems[one.id]
        named = self._of.get(one.organisation) is Publish.NAME
        if publish is Publish.NEVER:
            return None
        if publish is Publish.NAME:
            decision = self._decision(one.decision) if one.decision else None
            return replace(one, repositories=self.named(one.repositories), decision=decision)
        return replace(
            one,
            id="",
            name="",
            organisation=one.organisation if named else "",
            repositories=(),
            decision=_withheld(one.decision) if one.decision else None,
            publish=publish,
            spot=_NOWHERE,
        )

    def _decision(self, one: Decision) -> Decision:
        return replace(
            one,
            motivation=self._maybe(one.motivation),
            parts=tuple(map(self._shown, one.parts)),
            by=self._maybe(one.by),
            url=self._maybe(one.url),
        )

    def explanation(self, one: Explanation) -> Explanation | None:
        """An explanation follows what it is about."""
        publish = self.said_of(one.about)
        if publish is Publish.NEVER:
            return None
        if publish is Publish.COUNT:
            return replace(one, about="", reason="", by="", spot=_NOWHERE)
        return replace(one, reason=self._shown(one.reason), by=self._shown(one.by))

    def correction(self, one: Correction) -> Correction | None:
        """A correction follows what it is about."""
        publish = self.said_of(one.about)
        if publish is Publish.NEVER:
            return None
        if publish is Publish.COUNT:
            return replace(one, about="", evidence="", by="", spot=_NOWHERE)
        return replace(one, evidence=self._shown(one.evidence), by=self._shown(one.by))

    def commons(self, one: Commons) -> Commons | None:
        """A digital commons, with those of its organisations that may be named."""
        if one.publish is Publish.NEVER:
            return None
        if one.publish is Publish.COUNT:
            return replace(one, id="", name="", organisations=(), repositories=(), programme=None, spot=_NOWHERE)
        return replace(
            one,
            organisations=tuple(name for name in one.organisations if self._of.get(name) is Publish.NAME),
            repositories=self.named(one.repositories),
            programme=self._maybe(one.programme),
        )

    def commitment(self, one: Commitment) -> Commitment | None:
        """A motion or promise."""
        if one.publish is Publish.NEVER:
            return None
        if one.publish is Publish.COUNT:
            return replace(one, id="", reference="", text="", source="", by_hand=None, spot=_NOWHERE)
        hand = one.by_hand and replace(
            one.by_hand,
            evidence=self._shown(one.by_hand.evidence),
            url=self._maybe(one.by_hand.url),
            by=self._shown(one.by_hand.by),
        )
        return replace(
            one,
            reference=self._shown(one.reference),
            text=self._shown(one.text),
            source=self._shown(one.source),
            by_hand=hand,
        )


def _withheld(one: Decision) -> Decision:
    """Only what counts: the ground, the dates, and that there is a motivation and a role."""
    return replace(
        one,
        motivation="" if one.motivation is not None else None,
        parts=tuple("" for _ in one.parts),
        by="" if one.by is not None else None,
        url=None,
        spot=_NOWHERE,
    )


def _all(found: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(one for one in found if one is not None)
