"""How repositories are fetched, which changes nothing of what is found."""

from dataclasses import dataclass

from oss_scan.git.hosts import Turns
from oss_scan.git.kept import Cache


@dataclass(frozen=True, slots=True)
class Means:
    """How many at a time from one host, without `turns` as many as come; and where what was fetched is kept."""

    turns: Turns | None = None
    cache: Cache | None = None


MEANS = Means()
