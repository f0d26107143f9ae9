"""Facts and the parts of findings as canonical JSON, and back: generic over dataclasses.

A union of dataclasses carries the class's name under `is`. Non-ASCII is escaped, so that paths which are not UTF-8
(lone surrogates) survive every database.
"""

import json
import zlib
from collections.abc import Callable
from dataclasses import is_dataclass
from functools import cache
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from cattrs import Converter
from cattrs.preconf.json import make_converter

from oss_scan.facts import REVISION, Facts

T = TypeVar("T")
_TAG = "is"


def to_plain(value: object) -> Any:
    """A dataclass as what JSON knows."""
    return _converter().unstructure(value)


def from_plain(value: object, kind: type[T]) -> T:
    """The dataclass again; raises where the shape is another one."""
    return _converter().structure(value, kind)


def to_json(value: object) -> str:
    """Canonical JSON: sorted keys, no blanks, only ASCII."""
    return json.dumps(to_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest(value: object) -> bytes:
    """What a value is known by in the store: 16 bytes of SHA-256 over its canonical JSON."""
    return sha256(to_json(value).encode("ascii")).digest()[:16]


def facts_digest(facts: Facts) -> str:
    """What facts are known by: SHA-256 (hexadecimal) over their canonical JSON and the collectors' revision."""
    return sha256(f"{REVISION}\n{to_json(facts)}".encode("ascii")).hexdigest()


def pack(value: object) -> bytes:
    """Facts, or an inventory, as compressed canonical JSON."""
    return zlib.compress(to_json(value).encode("ascii"), 9)


def unpack(body: bytes, kind: type[T]) -> T:
    """The same again; raises where this version knows it otherwise."""
    return from_plain(json.loads(zlib.decompress(body)), kind)


@cache
def _converter() -> Converter:
    made = make_converter(detailed_validation=False)
    made.register_unstructure_hook_factory(_is_tagged, lambda _kind: lambda value: _tagged(made, value))
    made.register_structure_hook_factory(_is_tagged, lambda kind: _untagged(made, kind))
    return made


def _is_tagged(kind: Any) -> bool:
    members = [one for one in get_args(kind) if one is not NoneType]
    return get_origin(kind) in (Union, UnionType) and len(members) > 1 and all(map(_class_of, members))


def _class_of(kind: Any) -> type | None:
    found = get_origin(kind) or kind
    return found if isinstance(found, type) and is_dataclass(found) else None


def _tagged(converter: Converter, value: object) -> object:
    return None if value is None else {_TAG: type(value).__name__, **converter.unstructure(value)}


def _untagged(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    members = {found.__name__: one for one in get_args(kind) if (found := _class_of(one)) and one is not NoneType}

    def structure(value: Any, _kind: Any) -> Any:
        return None if value is None else converter.structure(value, members[value[_TAG]])

    return structure
