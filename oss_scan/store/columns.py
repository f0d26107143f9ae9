"""What the store's columns hold besides numbers and dates: texts as they were, digests, JSON, instants."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Dialect, LargeBinary, MetaData, Text, TypeDecorator, type_coerce
from sqlalchemy.types import NullType

#: Every table of the store.
TABLES = MetaData()

_SPECIAL = re.compile(r"[\\\x00\ud800-\udfff]")
_ESCAPED = re.compile(r"\\(?:\\|u([0-9a-f]{4}))")
_HEX = re.compile(r"(?:[0-9a-f]{2})+")


class Written(TypeDecorator[str]):
    """A text as it was; what databases refuse (lone surrogates, NUL) is escaped by a backslash."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Escape."""
        if value is None:
            return None
        return _SPECIAL.sub(lambda match: "\\\\" if match[0] == "\\" else f"\\u{ord(match[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Undo it."""
        return None if value is None else as_written(value)


class Hex(TypeDecorator[str]):
    """An object id or digest, at half the size of its hexadecimal text; any other text is kept as it is."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Pack; the first byte says which of the two it is."""
        if value is None:
            return None
        return b"x" + bytes.fromhex(value) if _HEX.fullmatch(value) else b"t" + value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Undo it."""
        return None if value is None else as_hex(value)


class Json(TypeDecorator[Any]):
    """Canonical JSON in a text, since databases differ in what their own JSON types refuse; empty is NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Encode."""
        return json.dumps(value, sort_keys=True, separators=(",", ":")) if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Decode."""
        return None if value is None else json.loads(value)


class Moment(TypeDecorator[datetime]):
    """An instant, in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Without its zone; ValueError where it has none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """With the zone again."""
        return None if value is None else value.replace(tzinfo=UTC)


def as_written(held: str) -> str:
    """What a column of `Written` holds."""
    if "\\" not in held:
        return held
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else "\\", held)


def as_hex(held: bytes) -> str:
    """What a column of `Hex` holds."""
    return held[1:].hex() if held[:1] == b"x" else held[1:].decode("utf-8", "surrogatepass")


def raw(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column as the database has it: of a million rows, undoing what is NULL mostly costs more than reading it."""
    return type_coerce(column, NullType())
