"""Each kind of entry in an inventory but systems: which keys it has, and what must be true of it by itself."""

import re
from datetime import date

from oss_scan.addresses import masked
from oss_scan.inventory.items import Item
from oss_scan.inventory.model import (
    KINDS,
    TOOI_KINDS,
    ByHand,
    Commitment,
    Commons,
    Correction,
    Explanation,
    Fork,
    Kind,
    LeftOut,
    Origin,
    Part,
    Population,
    Publish,
    Source,
    Spot,
)
from oss_scan.inventory.places import may_be_source
from oss_scan.inventory.reading import ID, Entry
from oss_scan.positioned import Node, Scalar
from oss_scan.texts import Text

#: Days that an explanation may run at most: two years.
LONGEST = 731
_TOOI = re.compile(r"https://identifier\.overheid\.nl/tooi/id/([a-z_]+)/[a-z]{2,8}[0-9]{2,8}")
_ON_THE_WEB = ("https://", "github:", "gitlab:", "gitea:", "don:")


def origin(entry: Entry) -> Origin:
    """Where a file's entries come from."""
    entry.only("source", "date", "url", "note")
    note = entry.below("note")
    both = None
    if note is not None:
        note.only("nl", "en")
        both = Text(note.text("nl"), note.text("en"))
    return Origin(source=entry.text("source"), date=entry.day("date"), url=entry.web("url"), note=both, spot=entry.spot)


def organisation(entry: Entry) -> Part:
    """An organisation, or what this file adds to one."""
    entry.only("id", "name", "abbreviation", "kind", "tooi", "part_of", "verified", "publish", "sources")
    kind, tooi = entry.choice("kind", KINDS), entry.maybe("tooi")
    if tooi:
        _check_tooi(entry, tooi, kind)
    return Part(
        id=entry.identifier("id"),
        name=entry.maybe("name"),
        abbreviation=entry.maybe("abbreviation"),
        kind=kind,
        tooi=tooi,
        part_of=entry.reference("part_of"),
        verified=entry.flag("verified"),
        publish=publish(entry),
        sources=tuple(_source(entry, name, node) for name, node in entry.nodes("sources")),
        key=entry.key,
        spot=entry.spot,
    )


def left_out(entry: Entry) -> LeftOut:
    """A repository that is not judged."""
    entry.only("repository", "reason", "publish")
    return LeftOut(
        repository=entry.address("repository"),
        reason=entry.text("reason"),
        publish=publish(entry) or Publish.COUNT,
        spot=entry.spot,
    )


def fork(entry: Entry) -> Fork:
    """A repository that comes from another."""
    entry.only("repository", "upstream")
    found = Fork(repository=entry.address("repository"), upstream=entry.address("upstream"), spot=entry.spot)
    if found.repository and found.repository == found.upstream:
        entry.note("own-fork", "upstream", entry.node.get("upstream"))
    return found


def population(entry: Entry) -> Population:
    """Which kinds of repository are in no figure."""
    entry.only("leave_out")
    if not entry.has("leave_out"):
        entry.note("missing", "leave_out")
    given = entry.choices("leave_out", tuple(Kind))
    return Population(leave_out=tuple(kind for kind in Kind if kind in given), spot=entry.spot)


def explanation(entry: Entry) -> Explanation:
    """Why a rule is not met."""
    entry.only("about", "rule", "reason", "by", "on", "until")
    on, until = entry.day("on"), entry.day("until")
    if on != date.min and until != date.min:
        if until < on:
            entry.note("order", "until", entry.node.get("until"), other="on")
        elif (until - on).days > LONGEST:
            entry.note("too-long", "until", entry.node.get("until"))
    return Explanation(
        about=_about(entry),
        rule=entry.text("rule"),
        reason=entry.text("reason"),
        by=entry.text("by"),
        on=on,
        until=until,
        spot=entry.spot,
    )


def correction(entry: Entry) -> Correction:
    """Why a finding is wrong."""
    entry.only("about", "rule", "evidence", "by", "on")
    return Correction(
        about=_about(entry),
        rule=entry.text("rule"),
        evidence=entry.text("evidence"),
        by=entry.text("by"),
        on=entry.day("on"),
        spot=entry.spot,
    )


def commons(entry: Entry) -> Commons:
    """A digital commons."""
    entry.only("id", "name", "organisations", "repositories", "programme", "since", "publish")
    for needed in ("organisations", "repositories"):
        if not entry.has(needed):
            entry.note("missing", needed)
    return Commons(
        id=entry.identifier("id"),
        name=entry.text("name"),
        organisations=entry.identifiers("organisations"),
        repositories=entry.addresses("repositories"),
        programme=entry.maybe("programme"),
        since=entry.maybe_day("since"),
        publish=publish(entry) or Publish.NAME,
        spot=entry.spot,
    )


def commitment(entry: Entry) -> Commitment:
    """A motion or promise."""
    entry.only("id", "reference", "text", "source", "due", "figure", "target", "by_hand", "publish")
    figure, target, inner = entry.reference("figure"), entry.number("target"), entry.below("by_hand")
    if figure and inner:
        entry.note("two-measures", "by_hand", inner.node)
    elif not entry.has("figure") and inner is None:
        entry.note("no-measure", "")
    elif figure and not entry.has("target"):
        entry.note("missing", "target")
    return Commitment(
        id=entry.identifier("id"),
        reference=entry.text("reference"),
        text=entry.text("text"),
        source=entry.web("source") or entry.text("source"),
        due=entry.maybe_day("due"),
        figure=figure,
        target=target,
        by_hand=_by_hand(inner) if inner else None,
        publish=publish(entry) or Publish.NAME,
        spot=entry.spot,
    )


def _by_hand(entry: Entry) -> ByHand:
    entry.only("value", "done", "evidence", "url", "by", "on")
    value, done = entry.number("value"), entry.flag("done")
    if not entry.has("value") and not entry.has("done"):
        entry.note("no-count", "")
    return ByHand(
        value=value,
        done=done,
        evidence=entry.text("evidence"),
        url=entry.web("url"),
        by=entry.text("by"),
        on=entry.day("on"),
    )


def _source(entry: Entry, name: str, node: Node) -> Source:
    """A source is its address, or a mapping with `address` and `publish`."""
    given = None
    if isinstance(node, Scalar):
        address = entry.open_address(name, node)
    else:
        inner = entry.inner(name, node)
        inner.only("address", "publish")
        if not inner.has("address"):
            inner.note("missing", "address")
        address = inner.open_address("address", inner.node.get("address"))
        given = publish(inner)
    if address and not may_be_source(address):
        spot = Spot(entry.path, node.line, node.column)
        entry.items.append(Item("warning", "source", f"{entry.key}.{name}", spot, {"found": masked(address)}))
    seen = Publish.NAME if address.startswith(_ON_THE_WEB) else Publish.COUNT
    return Source(address, given or seen, Spot(entry.path, node.line, node.column))


def _check_tooi(entry: Entry, tooi: str, kind: str | None) -> None:
    found = _TOOI.fullmatch(tooi)
    if found is None:
        entry.note("tooi", "tooi", entry.node.get("tooi"), found=tooi)
    elif kind and (kind in TOOI_KINDS or found[1] in TOOI_KINDS.values()) and TOOI_KINDS.get(kind) != found[1]:
        entry.note("tooi-kind", "tooi", entry.node.get("tooi"), found=found[1], kind=kind)


def _about(entry: Entry) -> str:
    found = entry.text("about")
    if found.startswith("system:") and ID.fullmatch(found.removeprefix("system:")):
        return found
    if found.startswith("system:"):
        entry.note("about", "about", entry.node.get("about"), found=masked(found))
        return ""
    return entry.canonical("about", entry.node.get("about")) if found else ""


def publish(entry: Entry) -> Publish | None:
    """What the entry says of where its name may stand; None where it says nothing."""
    found = entry.choice("publish", tuple(Publish))
    return Publish(found) if found else None


def warn(entry: Entry, code: str, **values: str) -> None:
    """Note what may be wrong with an entry, and leave it as it is."""
    entry.items.append(Item("warning", code, entry.key, entry.spot, values))
