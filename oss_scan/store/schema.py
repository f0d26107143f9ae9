"""The tables of the store. Numbers join them; what is known by its content has a digest.

The state of a repository, its set of findings and each finding in it are kept once: a later scan that finds the same
costs one small row of `subject`.
No name or e-mail address of a commit's author has a column.
"""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

#: Raised by one with every change of the tables; a store of a newer version is refused.
VERSION = 3

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
        if value is None:
            return None
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else "\\", value)


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
        if value is None:
            return None
        return value[1:].hex() if value[:1] == b"x" else value[1:].decode("utf-8", "surrogatepass")


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


TABLES = MetaData()

meta = Table("meta", TABLES, Column("schema_version", Integer, primary_key=True))

scan = Table(
    "scan",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("id", Written, nullable=False, unique=True),
    Column("started", Moment, nullable=False),
    Column("finished", Moment),  # NULL while it runs, and after it was broken off
    Column("reference_date", Date, nullable=False),
    Column("tool_version", Written, nullable=False),
    Column("analysers", Json),
)

scan_ruleset = Table(
    "scan_ruleset",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Written, nullable=False),
    Column("version", Written, nullable=False),
    Column("digest", Written, nullable=False),
)

repository = Table(
    "repository",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("key", Written, nullable=False, unique=True),
)

alias = Table(
    "alias",
    TABLES,
    Column("repository", ForeignKey("repository.number"), primary_key=True),
    Column("address", Written, primary_key=True),
    Column("first_seen", Date, nullable=False),
    Column("last_seen", Date, nullable=False),
    sqlite_with_rowid=False,
)

facts = Table(
    "facts",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", Hex, nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

question = Table(
    "question",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("rule", Written, nullable=False, index=True),
    Column("level", Text, nullable=False),
    Column("asks", Hex, nullable=False),
)

finding = Table(
    "finding",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("question", ForeignKey("question.number"), nullable=False),
    Column("outcome", Text, nullable=False),
    Column("fingerprint", Hex, nullable=False),
    Column("because", Json),
    Column("filled", Json),  # what fills the placeholders of its sentence
    Column("explained", Json),
    Column("correction", Json),
)

place = Table(
    "place",
    TABLES,
    Column("finding", ForeignKey("finding.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("path", Written, nullable=False),
    Column("line", Integer),
    Column("column", Integer),
    Column("blob", Hex),
    sqlite_with_rowid=False,
)

finding_set = Table(
    "finding_set",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
)

member = Table(
    "member",
    TABLES,
    Column("finding_set", ForeignKey("finding_set.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("finding", ForeignKey("finding.number"), nullable=False),
    sqlite_with_rowid=False,
)

state = Table(
    "state",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("target", Written, nullable=False),
    Column("aliases", Json),
    Column("organisation", Written),
    Column("status", Text, nullable=False),
    Column("reason", Json),
    Column("commit", Hex),
    Column("committed", Moment),
    Column("branch", Written),
    Column("facts", ForeignKey("facts.number")),
    Column("finding_set", ForeignKey("finding_set.number")),
    Column("notices", Json),
)

subject = Table(
    "subject",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("repository", ForeignKey("repository.number"), primary_key=True),
    Column("state", ForeignKey("state.number"), nullable=False),
    sqlite_with_rowid=False,
)

#: What is left of a scan that was pruned.
tombstone = Table(
    "tombstone",
    TABLES,
    Column("scan", Written, primary_key=True),  # the id that it had
    Column("started", Moment, nullable=False),
    Column("finished", Moment),
    Column("reference_date", Date, nullable=False),
    Column("repositories", Integer, nullable=False),
    Column("pruned", Moment, nullable=False),
)

#: The digest of a complete scan (`sealing.py`); scans of schema 1 have none.
sealed = Table(
    "sealed",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("digest", LargeBinary, nullable=False),
)
#: A scan that is not finished, and the digest of what was asked: the same again goes on with it.
running = Table(
    "running",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("question", LargeBinary, nullable=False, index=True),
)

#: What a scan that is not finished has to do; worker processes share it out among them.
claim = Table(
    "claim",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("target", Written, nullable=False),
    Column("path", Written),  # where it lies on this machine; else
    Column("url", Written),  # where it is fetched from
    Column("key", Written),  # NULL until it was looked at, and told apart from the others
    Column("state", Text, nullable=False),  # waiting, leased, looked (at; waits for the others), done
    Column("worker", Written),
    Column("lease_until", Moment),
    Column("tries", Integer, nullable=False),
    Column("look", Json),  # what it showed from outside
    Column("copies", Json),  # other targets that are the same repository
    Column("reason", Json),  # why it cannot be read
    Column("hosted", Json),  # what the forge says that lists it
    UniqueConstraint("scan", "key"),
    Index("ix_claim_state", "scan", "state", "ordinal"),
    sqlite_with_rowid=False,
)

#: What each place showed from outside when its facts were collected last. The facts are named by their digest and may
#: have been pruned: then they are collected again.
seen = Table(
    "seen",
    TABLES,
    Column("place", Written, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("key", Written, nullable=False),
    Column("facts", Hex, nullable=False),
    sqlite_with_rowid=False,
)
