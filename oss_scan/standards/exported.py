"""The Forum's own export of its list as XML, and what differs from the list that is shipped.

The export itself could not be read when this was written: the names of its elements were taken from a program that
reads it (`<Standaard>` with `Naam`, `Volledige_naam`, `Versie`, `Functioneel_toepassingsgebied` and more). Whatever has
another shape is refused, so that nothing is compared by half.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from oss_scan.errors import OssScanError
from oss_scan.standards.listed import Listed, StandardsList, Status

LIMIT = 8 * 1024 * 1024
_ENTRY, _NAME, _VERSION, _SCOPE = "Standaard", "Naam", "Versie", "Functioneel_toepassingsgebied"
_LONGEST = 20_000  # characters of one field
_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Exported:
    """One standard of the export."""

    name: str
    version: str | None
    scope: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What differs: `new` (only in the export), `gone` (only here), `version`, `scope`; what is here, and there."""

    what: Literal["new", "gone", "version", "scope"]
    standard: str
    here: str | None
    there: str | None


def read_export(data: bytes, name: str) -> tuple[Exported, ...]:
    """The standards of an export. Raises OssScanError where it is none."""
    if len(data) > LIMIT:
        raise _refused(name, f"groter dan {LIMIT} bytes", f"larger than {LIMIT} bytes")
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data, re.IGNORECASE):
        raise _refused(name, "een DOCTYPE wordt niet gelezen", "a DOCTYPE is not read")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - without a DOCTYPE there are no entities to expand
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise _refused(name, f"geen XML ({error})", f"no XML ({error})") from None
    found = [_entry(element, name) for element in root.iter(_ENTRY)]
    if not found:
        raise _refused(name, f"er staat geen <{_ENTRY}> in", f"there is no <{_ENTRY}> in it")
    twice = {one.name for one in found if sum(other.name == one.name for other in found) > 1}
    if twice:
        listed = ", ".join(sorted(twice))
        raise _refused(name, f"dubbel: {listed}", f"twice: {listed}")
    return tuple(found)


def compare(export: Iterable[Exported], known: StandardsList, status: Status, day: date) -> tuple[Change, ...]:
    """What an export of one status has otherwise than the list that is shipped, in the order of the names."""
    here = {_folded(one.name): one for one in known.standards.values() if one.status == status}
    there = {_folded(one.name): one for one in export}
    changes = [Change("new", there[key].name, None, there[key].version) for key in there.keys() - here.keys()]
    changes += [Change("gone", here[key].id, here[key].name, None) for key in here.keys() - there.keys()]
    for key in here.keys() & there.keys():
        changes += _differences(here[key], there[key], day)
    return tuple(sorted(changes, key=lambda change: (change.standard.casefold(), change.what)))


def _differences(here: Listed, there: Exported, day: date) -> Iterable[Change]:
    version = here.version_on(day)
    if there.version and there.version != version:
        yield Change("version", here.id, version, there.version)
    if there.scope and (not here.literal or _folded(there.scope) != _folded(here.scope)):
        yield Change("scope", here.id, here.scope if here.literal else None, there.scope)


def _entry(element: ElementTree.Element, name: str) -> Exported:
    fields = {child.tag: " ".join("".join(child.itertext()).split()) for child in element}
    called = fields.get(_NAME, "")
    if not called:
        raise _refused(name, f"een <{_ENTRY}> zonder <{_NAME}>", f"a <{_ENTRY}> without <{_NAME}>")
    if any(len(value) > _LONGEST for value in fields.values()):
        raise _refused(name, f"een veld van {called} is te lang", f"a field of {called} is too long")
    return Exported(called, fields.get(_VERSION) or None, fields.get(_SCOPE) or None)


def _folded(text: str) -> str:
    return _PLAIN.sub("", text.casefold())


def _refused(name: str, nl: str, en: str) -> OssScanError:
    return OssScanError(
        nl=f"{name} is geen export van de lijst van Forum Standaardisatie zoals oss-scan die kent: {nl}",
        en=f"{name} is no export of the list of Forum Standaardisatie as oss-scan knows it: {en}",
    )
