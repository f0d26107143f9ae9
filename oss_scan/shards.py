"""Which part of a scan one machine does: i/n, the same repositories whoever asks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from oss_scan.errors import OssScanError

_FORM = re.compile(r"(\d{1,6}(?:,\d{1,6})*)/(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Shard:
    """Some parts of `of`, counted from 1."""

    parts: frozenset[int]
    of: int

    def holds(self, key: str) -> bool:
        """Whether what is known by this key belongs to these parts."""
        digest = sha256(key.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.of + 1 in self.parts

    @property
    def missing(self) -> tuple[int, ...]:
        """The other parts."""
        return tuple(sorted(set(range(1, self.of + 1)) - self.parts))

    def __str__(self) -> str:
        return f"{','.join(map(str, sorted(self.parts)))}/{self.of}"


def parse(text: str) -> Shard:
    """What `--shard` says, and what stands in the store. Raises OssScanError."""
    found = _FORM.fullmatch(text)
    if found:
        parts, of = frozenset(map(int, found[1].split(","))), int(found[2])
        if min(parts) >= 1 and max(parts) <= of:
            return Shard(parts, of)
    raise OssScanError(
        nl=f"--shard {text} is geen deel van een geheel; schrijf i/n, van 1/n tot n/n",
        en=f"--shard {text} is no part of a whole; write i/n, from 1/n to n/n",
    )


def together(shards: Iterable[Shard]) -> Shard | None:
    """Shards of one whole as one; None where nothing is missing."""
    every = list(shards)
    made = Shard(frozenset().union(*(one.parts for one in every)), every[0].of)
    return made if made.missing else None
