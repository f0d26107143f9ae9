"""What validating, mending, upgrading and documenting ask of the table."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from oss_scan.publiccode.field import Field, Presence
from oss_scan.publiccode.model import Profile
from oss_scan.publiccode.table import DRAFT, FIELDS, LATEST, NEXT, REFERENCE

_INDEX = re.compile(r"\[[0-9]+\]")


@cache
def fields(profile: Profile = "standard", version: str = LATEST) -> Mapping[str, Field]:
    """Every field by its pattern, as a profile reads it; of version 1.0 as its draft has it."""
    held = dict(FIELDS)
    if profile == "reference":
        held |= {key: replace(held[key], **changes) for key, changes in REFERENCE.items()}
    if version == NEXT:
        held |= {key: replace(held[key], **changes) for key, changes in DRAFT.items()}
        held = {key: field for key, field in held.items() if field.removed != NEXT}
    return held


@cache
def below(profile: Profile = "standard", version: str = LATEST) -> Mapping[str, Mapping[str, Field]]:
    """The fields below each key: pattern of the parent → own name (`*` and `[]` among them) → field."""
    held: dict[str, dict[str, Field]] = {}
    for key, field in fields(profile, version).items():
        if key:
            above, name = split(key)
            held.setdefault(above, {})[name] = field
    return held


@cache
def demands(profile: Profile, version: str) -> Mapping[str, tuple[tuple[str, Field], ...]]:
    """The keys below each key that must be there, always or beside some value of another."""
    return {
        above: wanted
        for above, known in below(profile, version).items()
        if (
            wanted := tuple(
                (own, field)
                for own, field in known.items()
                if own not in ("*", "[]") and (field.presence == "mandatory" or field.when)
            )
        )
    }


def split(pattern: str) -> tuple[str, str]:
    """The pattern of the parent, and the own name: `legal.license` → `legal`, `license`; `a[]` → `a`, `[]`."""
    if pattern.endswith("[]"):
        return pattern.removesuffix("[]"), "[]"
    above, _, name = pattern.rpartition(".")
    return above, name


def pattern(key: str) -> str | None:
    """The pattern of a key in a file (`description.nl.features[0]` → `description.*.features[]`), or None."""
    found = ""
    for part in _INDEX.sub(".[]", key).split(".") if key else ():
        known = below().get(found, {})
        own = part if part in known else "*"
        if own not in known:
            return None
        found = f"{found}{own}" if own == "[]" else f"{found}.{own}" if found else own
    return found


def number(version: str) -> tuple[int, int]:
    """Major and minor of a version in the table or a file, for comparing; `0` is the newest 0.x.

    `version` is one of `VERSIONS`, or a `since`, `before` or `removed`.
    """
    if version == "0":
        version = LATEST
    major, minor = version.split(".")[:2]
    return int(major), int(minor)


def exists(field: Field, version: str) -> bool:
    """Whether a version of the standard has the field."""
    asked = number(version)
    return number(field.since) <= asked and (field.removed is None or asked < number(field.removed))


def presence(field: Field, version: str) -> Presence:
    """Whether a version of the standard asks for the field, apart from `when`."""
    earlier = field.earlier
    return earlier.presence if earlier and number(version) < number(earlier.before) else field.presence
