"""What the version that a file declares says of it, and whether the file is ready for the next one."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from oss_scan.positioned import Map, Node, Scalar
from oss_scan.publiccode.field import Field
from oss_scan.publiccode.judge import EnoughError, Judge
from oss_scan.publiccode.model import Item, Profile
from oss_scan.publiccode.table import FIELDS, LATEST, NEXT
from oss_scan.publiccode.told import is_empty, key_of, shown
from oss_scan.publiccode.views import below, number, pattern

_ZERO = re.compile(r"0(\.[0-9]{1,3}){0,2}", re.ASCII)


def declared(root: Map) -> str | None:
    """The version 0.x that the file declares, known or not, also where the quotes are forgotten."""
    version = root.get("publiccodeYmlVersion")
    return version.text if isinstance(version, Scalar) and _ZERO.fullmatch(version.text) else None


def promised(root: Map, said: Iterable[str]) -> list[Item]:
    """Notices where the version that a file declares asks more than the newest, or does not have a key yet.

    Every 0.x is read as the newest, by catalogues too, so these are no faults; of keys in `said` nothing is added.
    """
    version = declared(root)
    if version is None or number(version) < (0, 2) or number(version) >= number(LATEST):
        return []
    return [item for item in _promised("", "", root, version) if item.key not in set(said)]


def _promised(above: str, key: str, node: Map, version: str) -> Iterator[Item]:
    known = below().get(above, {})
    for name, value in node.items:
        own = name.text if name.text in known else "*"
        field = known.get(own)
        path = f"{key}.{name.text}" if key else name.text
        if field is None:
            continue
        if number(field.since) > number(version):
            values = {"since": field.since, "version": version}
            yield Item("notice", shown(path), name.line, name.column, "version-lacks", values)
        elif isinstance(value, Map):
            yield from _promised(f"{above}.{own}" if above else own, path, value, version)
    for own, field in known.items():
        earlier = field.earlier
        if earlier and field.deprecated is None and number(version) < number(earlier.before):
            yield from _asked(field, own, f"{key}.{own}" if key else own, node, version)


def _asked(field: Field, own: str, path: str, node: Map, version: str) -> Iterator[Item]:
    value = node.get(own)
    earlier = field.earlier
    if earlier is None:
        return
    values = {"version": version, "before": earlier.before}
    if is_empty(value):
        if earlier.presence == "mandatory":
            yield Item("notice", shown(path), node.line, node.column, "version-asks", values)
    elif isinstance(value, Scalar) and field.least <= len(value.text) < earlier.least:
        name = key_of(node, own)
        more = {**values, "found": str(len(value.text)), "least": str(earlier.least)}
        yield Item("notice", shown(path), name.line, name.column, "version-asks-length", more)


def readiness(root: Node | None, profile: Profile = "standard") -> tuple[Item, ...]:
    """What keeps a file from being valid in the draft of 1.0, besides what is wrong now; none means ready.

    https://github.com/publiccodeyml/publiccode.yml/tree/1.0-rc. The version itself is left out: nothing may declare
    1.0 before it is released.
    """
    if not isinstance(root, Map):
        return ()
    known = {(item.key, item.code) for item in _errors(root, profile, LATEST)}
    found = (item for item in _errors(root, profile, NEXT) if item.key != "publiccodeYmlVersion")
    return tuple(_removed(item) for item in found if (item.key, item.code) not in known)


def _errors(root: Map, profile: Profile, version: str) -> list[Item]:
    judge = Judge(profile, version=version)
    with suppress(EnoughError):
        judge.map("", "", root)
    return [item for item in judge.items if item.type == "error"]


def _removed(item: Item) -> Item:
    """The item, or where the draft no longer has the key, what to use instead."""
    known = pattern(item.key) if item.code == "unknown-key" else None
    field = FIELDS[known] if known else None
    if field is None or field.removed is None:
        return item
    gone = field.deprecated
    use = {"use": gone.use} if gone and gone.use else {}
    return replace(item, code="removed-use" if use else "removed", values={"version": field.removed, **use}, fix=None)
