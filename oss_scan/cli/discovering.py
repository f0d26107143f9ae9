"""What `oss-scan inventory discover` does, apart from its options."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from oss_scan.cli.options import write
from oss_scan.cli.stores import address, cache
from oss_scan.inert import json_text, printable
from oss_scan.inventory import opened
from oss_scan.inventory.model import TOOI_KINDS, Inventory
from oss_scan.inventory.refresh import identifier
from oss_scan.results import Scan
from oss_scan.scan.discovering import Discovered, Found, discovered
from oss_scan.scan.inventoried import owners
from oss_scan.sources import Target, targets
from oss_scan.sources.access import Access, tokens
from oss_scan.sources.register import Holder, Holders
from oss_scan.texts import Lang, Text

SCHEMA = "oss-scan/inventory-discover/v1"
_HEAD = Text(
    "Wat de bronnen nu opsommen, vergeleken met scan {scan}, en wat het register kent en de inventaris niet. Sla deze "
    "aanvulling op en geef haar als volgend bestand mee. Niets hiervan is nagegaan.",
    "What the sources list now, beside scan {scan}, and what the register knows more than the inventory. An addition: "
    "keep it, and read it as a further file. None of it was verified.",
)
_NO_SCAN = Text("(geen: wat nieuw is, is niet te zeggen)", "(none: what is new cannot be told)")
_NEW = Text("nieuw", "new")
_GONE = Text("niet meer opgesomd", "no longer listed")
_AT = Text("genoemd in {where}", "named in {where}")
_NOT_LISTED = Text("niet (helemaal) opgesomd", "not (wholly) listed")
_REGISTER = Text("het register is niet (helemaal) gelezen: {reason}", "the register was not (wholly) read: {reason}")
_WHICH_FORGE = Text(
    "welk platform hier draait is niet bekend: gitlab:{rest} of gitea:{rest}",
    "which forge runs here is not known: gitlab:{rest} or gitea:{rest}",
)
_ABSENT = Text(
    "In het register zonder eigen plek, niet in de inventaris", "In the register without a place, not in the inventory"
)
_TALLY = Text(
    "{new} nieuw, {gone} niet meer opgesomd, {places} plekken van het register zonder bron in de inventaris.",
    "{new} new, {gone} no longer listed, {places} places of the register without a source in the inventory.",
)


def discover(
    words: Sequence[str],
    store: str | None,
    scan_id: str,
    register: str,
    form: str,
    lang: Lang,
    *,
    quiet: bool,
) -> int:
    """List, compare, print, and give the exit status: 3 where something could not be listed."""
    inventory = opened(words)
    before = _before(store, scan_id)
    access = Access(tokens(os.environ), cache=cache(), clock=_now)
    known = owners(inventory)
    listed = targets(tuple(known), access, known)
    found = discovered(inventory, listed, before, _register(register, access))
    if form == "json":
        write(json.dumps(_document(found, before), ensure_ascii=True, indent=1, sort_keys=True), None)
    else:
        write("\n".join(_lines(found, inventory, before, lang)), None)
    if not quiet:
        counts = {
            "new": "?" if before is None else str(sum(len(one.new or ()) for one in found.organisations)),
            "gone": str(sum(len(one.gone) for one in found.organisations)),
            "places": str(len(found.places)),
        }
        click.echo(_TALLY.in_(lang, counts), err=True)
    broken = any(source.reason for one in found.organisations for source in one.sources)
    return 3 if broken or found.register.broken_off else 0


def _register(word: str, access: Access) -> Holders:
    if word == "none":
        return Holders()
    from oss_scan.sources.forges import holders  # requests is slow to import

    return holders(word, access)


def _now() -> datetime:
    return datetime.now(UTC)


def _before(store: str | None, scan_id: str) -> Scan | None:
    """The scan to compare with; None where there is no store yet and none was named, or no complete scan in it."""
    from oss_scan.store import LATEST, open_store

    where = address(store)
    if scan_id == LATEST and store is None and not Path(where).exists():
        return None
    kept = open_store(where, create=False)
    if scan_id == LATEST and not any(one.run.finished for one in kept.runs()):
        return None
    return kept.scan(scan_id)


def _document(found: Discovered, before: Scan | None) -> Mapping[str, Any]:
    return {
        "schema": SCHEMA,
        "scan": before.run.id if before else None,
        "organisations": [_organisation(one) for one in found.organisations],
        "register": {
            "reason": found.register.broken_off.in_("en") if found.register.broken_off else None,
            "reason_code": found.register.broken_off.code if found.register.broken_off else None,
            "places": [
                {**_holder(one.place), "url": json_text(one.place.url), "source": one.source, "known_as": one.known_as}
                for one in found.places
            ],
            "organisations": [_holder(one) for one in found.absent],
        },
    }


def _organisation(one: Found) -> Mapping[str, Any]:
    return {
        "id": one.organisation.id,
        "name": one.organisation.name,
        "sources": [
            {
                "address": json_text(source.address),
                "repositories": source.repositories,
                "reason_code": source.reason.code if source.reason else None,
            }
            for source in one.sources
        ],
        "new": None if one.new is None else [_new(target) for target in one.new],
        "gone": [
            {
                "repository": json_text(gone.repository),
                "path": gone.spot.path if gone.spot else None,
                "line": gone.spot.line if gone.spot else None,
            }
            for gone in one.gone
        ],
    }


def _new(target: Target) -> Mapping[str, Any]:
    listed = target.listed
    told = {name: getattr(listed, name, None) for name in ("archived", "fork", "mirror", "template", "visibility")}
    return {"repository": json_text(target.text), **told}


def _holder(one: Holder) -> Mapping[str, str]:
    return {"uri": json_text(one.uri), "label": json_text(one.label)}


def _lines(found: Discovered, inventory: Inventory, before: Scan | None, lang: Lang) -> Iterator[str]:
    """YAML that a further file of the inventory can be; what cannot be pasted is a comment."""
    named = before.run.id if before else _NO_SCAN.in_(lang)
    yield from _comment(_HEAD.in_(lang, {"scan": named}))
    for one in found.organisations:
        yield from _comments_on(one, lang)
    if found.register.broken_off:
        yield from _comment(_REGISTER.in_(lang, {"reason": found.register.broken_off.in_(lang)}))
    if found.absent:
        yield from _comment(_ABSENT.in_(lang))
        for holder in found.absent:
            yield from _comment(f"- {holder.label} ({holder.uri})")
    yield from _addition(found, inventory, lang)


def _comments_on(one: Found, lang: Lang) -> Iterator[str]:
    for source in one.sources:
        if source.reason:
            said = f"{_NOT_LISTED.in_(lang)}: {source.reason.in_(lang)}"
            yield from _comment(f"{one.organisation.name}: {source.address} {said}")
    for target in one.new or ():
        kinds = [name for name in ("archived", "fork", "mirror", "template") if getattr(target.listed, name, False)]
        more = f" ({', '.join(kinds)})" if kinds else ""
        yield from _comment(f"{one.organisation.name}: {_NEW.in_(lang)}: {target.text}{more}")
    for gone in one.gone:
        where = f"{gone.spot.path}:{gone.spot.line}" if gone.spot else ""
        more = f" ({_AT.in_(lang, {'where': where})})" if where else ""
        yield from _comment(f"{one.organisation.name}: {_GONE.in_(lang)}: {gone.repository}{more}")


def _addition(found: Discovered, inventory: Inventory, lang: Lang) -> Iterator[str]:
    """The places of the register, each below its organisation."""
    known = {one.id for one in inventory.organisations}
    of: dict[str, list[str]] = {}
    heads: dict[str, list[str]] = {}
    by_uri: dict[str, str] = {}
    for one in found.places:
        name = one.known_as or by_uri.get(one.place.uri) or _free(one.place, known | heads.keys())
        by_uri[one.place.uri] = name
        if name not in heads:
            heads[name] = [f"  - id: {name}"] if name in known else [f"  - id: {name}", *_head(one.place)]
        if one.source:
            of.setdefault(name, []).append(f"      - {_quoted(one.source)}")
        else:
            rest = one.place.url.partition("://")[2].strip("/")
            said = f"{one.place.url}: {_WHICH_FORGE.in_(lang, {'rest': rest})}"
            of.setdefault(name, []).append(f"      # {printable(said)}")
    if not heads:
        yield "organisations: []"
        return
    yield "organisations:"
    for name, head in heads.items():
        yield from head
        yield "    sources:"
        yield from of[name]


def _free(place: Holder, taken: set[str]) -> str:
    """An id that is not taken."""
    first = identifier(place.label)[:70] or "organisatie"
    number, name = 1, first
    while name in taken:
        number += 1
        name = f"{first}-{number}"
    return name


def _head(place: Holder) -> Iterator[str]:
    yield f"    name: {_quoted(place.label or place.uri)}"
    parts = place.uri.removeprefix("https://identifier.overheid.nl/tooi/id/").split("/")
    ours = {theirs: kind for kind, theirs in TOOI_KINDS.items()}
    kind = ours.get(parts[0]) if len(parts) == 2 else None
    yield f"    kind: {kind or 'overig'}"
    if kind:
        yield f"    tooi: {_quoted(place.uri)}"
    yield "    verified: false"


def _quoted(text: str) -> str:
    """A text as YAML can hold any: JSON in ASCII."""
    return json.dumps(json_text(text), ensure_ascii=True)


def _comment(text: str) -> Iterator[str]:
    yield f"# {printable(text)}"
