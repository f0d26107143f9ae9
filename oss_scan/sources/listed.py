"""A repository as a forge or a register lists it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from oss_scan.addresses import canonical
from oss_scan.errors import UnreadableError
from oss_scan.inert import printable
from oss_scan.texts import Reason

_PATH = re.compile(r"(?!-)[\w.-]+(/(?!-)[\w.-]+)+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Forge:
    """A forge: its host (`git.example:8443`), and its address for people, without a slash at its end."""

    host: str
    web: str

    def key(self, row: Mapping[str, Any]) -> str:
        """What it calls a repository for ever: its host and its own number."""
        number = row.get("id")
        return f"{self.host}#{number}" if type(number) is int else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a forge says of a repository; None where it does not say.

    `key` is the forge's host and its own id, which stays through a rename; empty where it has none. `former` are the
    addresses that lead here. `community` is where the organisation-wide files are: an address, or empty where the
    forge has none for this owner.
    """

    url: str  # for git, without user and token
    key: str = ""
    source: Literal["forge", "register"] = "forge"
    former: tuple[str, ...] = ()
    archived: bool | None = None
    fork: bool | None = None
    mirror: bool | None = None
    template: bool | None = None
    empty: bool | None = None
    visibility: str | None = None  # public, internal, private
    created: datetime | None = None
    default_branch: str | None = None
    community: str | None = None
    reason: Reason | None = None  # why it cannot be fetched, where that is clear already

    def formerly(self, forge: Forge, asked: str, path: str) -> "Listed":
        """The same, with the address that was asked for where it is at another one now."""
        old, now = public(f"{forge.web}/{asked}"), public(f"{forge.web}/{path}")
        return replace(self, former=(old,)) if old != now else self

    def together(self, other: "Listed | None") -> "Listed":
        """What both say of one repository: the forge knows better than a register; and the former addresses of both."""
        if other is None:
            return self
        better = other if other.source == "forge" and self.source == "register" else self
        return replace(better, former=tuple(sorted({*self.former, *other.former})))

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it is, in canonical form, and what leads there."""
        return (public(self.url), *self.former)


def public(url: str) -> str:
    """An address in canonical form; what lies on this machine has none, and stays as it is."""
    return (None if url.startswith("http:") else canonical(url)) or url


def named(row: Mapping[str, Any], name: str, forge: Forge) -> str:
    """The path of a repository (`owner/name`), fit to be put after the forge's address. Raises UnreadableError."""
    path = row.get(name)
    if not isinstance(path, str) or len(path) > 1000 or not _PATH.fullmatch(path) or {".", ".."} & {*path.split("/")}:
        raise UnreadableError("forge-failed", url=forge.web, detail=printable(f"{name} {path!r}")[:200])
    return path


def flag(row: Mapping[str, Any], name: str) -> bool | None:
    """A yes or a no; None where the forge says neither."""
    value = row.get(name)
    return value if isinstance(value, bool) else None


def word(row: Mapping[str, Any], name: str) -> str | None:
    """A text that is not empty."""
    value = row.get(name)
    return value[:200] if isinstance(value, str) and value else None


def moment(row: Mapping[str, Any], name: str) -> datetime | None:
    """An instant (ISO 8601), in UTC."""
    value = row.get(name)
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
        return found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None
