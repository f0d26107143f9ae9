"""A system in an inventory, with the decision not to open it: its keys, and what must be true of it by itself."""

from oss_scan.inventory.entries import publish, warn
from oss_scan.inventory.grounds import GROUNDS
from oss_scan.inventory.model import Decision, Openness, Publish, System
from oss_scan.inventory.reading import Entry


def system(entry: Entry) -> System:
    """A system, with the decision not to open it."""
    entry.only("id", "name", "organisation", "openness", "repositories", "decision", "recorded", "publish")
    if not entry.has("openness"):
        entry.note("missing", "openness")
    openness = Openness(entry.choice("openness", tuple(Openness)) or Openness.OPEN)
    addresses = entry.addresses("repositories")
    inner = entry.below("decision")
    decision = _decision(inner) if inner else None
    if openness is Openness.OPEN and inner:
        entry.note("open-with-decision", "decision", inner.node)
    if openness is Openness.CLOSED and addresses:
        entry.note("closed-with-repositories", "repositories", entry.node.get("repositories"))
    if entry.has("openness") and openness is not Openness.CLOSED and not addresses:
        warn(entry, "no-repositories")
    if openness is not Openness.OPEN:
        lacking = lacks(decision, openness) if decision else ()
        if decision is None:
            warn(entry, "no-decision")
        elif lacking:
            warn(entry, "decision-lacks", lacking=", ".join(lacking))
    return System(
        id=entry.identifier("id"),
        name=entry.text("name"),
        organisation=entry.identifier("organisation"),
        openness=openness,
        repositories=addresses,
        decision=decision,
        recorded=entry.maybe_day("recorded"),
        publish=publish(entry) or (Publish.NAME if openness is Openness.OPEN else Publish.COUNT),
        spot=entry.spot,
    )


def lacks(decision: Decision, openness: Openness) -> tuple[str, ...]:
    """What a decision must say and does not, by the key; `parts` only where part of the source is published."""
    given: dict[str, object] = {
        "ground": decision.ground,
        "motivation": decision.motivation,
        "by": decision.by,
        "on": decision.on,
        "review_by": decision.review_by,
    }
    if openness is Openness.PARTLY:
        given["parts"] = decision.parts or None
    return tuple(name for name, value in given.items() if value is None)


def _decision(entry: Entry) -> Decision:
    entry.only("ground", "motivation", "parts", "by", "on", "review_by", "url")
    on, review_by = entry.maybe_day("on"), entry.maybe_day("review_by")
    if on and review_by and review_by < on:
        entry.note("order", "review_by", entry.node.get("review_by"), other="on")
    return Decision(
        ground=entry.choice("ground", tuple(GROUNDS)),
        motivation=entry.maybe("motivation"),
        parts=entry.texts("parts"),
        by=entry.maybe("by"),
        on=on,
        review_by=review_by,
        url=entry.web("url"),
        spot=entry.spot,
    )
