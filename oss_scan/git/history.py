"""Which commit is judged, and where its history begins."""

from collections import deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from oss_scan.errors import UnreadableError
from oss_scan.git.objects import Commit, DamagedError, Objects, commit
from oss_scan.inert import printable

_ZONE = ZoneInfo("Europe/Amsterdam")


def chosen(objects: Objects, head: bytes, until: date | None, shown: str) -> Commit:
    """The commit to judge: HEAD, or with `until` the first one on the first-parent walk from HEAD whose committer time
    is at or before the end of that day in Europe/Amsterdam. Raises UnreadableError.
    """
    limit = end_of_day(until)
    try:
        found = next((one for one in _first_parents(objects, head) if one.seconds <= limit), None)
    except (KeyError, DamagedError) as error:
        raise UnreadableError("corrupt", path=shown, detail=f"commit {printable(str(error))}") from error
    if found is None:
        raise UnreadableError("no-commit-then", path=shown, date=str(until))
    return found


def root(objects: Objects, head: bytes) -> str | None:
    """The first commit of the first-parent chain; None where the chain is cut."""
    try:
        [first] = deque(_first_parents(objects, head), maxlen=1)
    except (KeyError, DamagedError):
        return None
    return first.oid.hex()


def _first_parents(objects: Objects, head: bytes) -> Iterator[Commit]:
    oid: bytes | None = head
    while oid is not None:
        one = commit(objects, oid)
        yield one
        oid = one.parent


def end_of_day(day: date | None) -> float:
    """The last moment of a day in Europe/Amsterdam, in seconds since 1970; infinite without a day."""
    return datetime.combine(day, time.max, _ZONE).timestamp() if day else float("inf")


def moment(seconds: int, shown: str) -> datetime:
    """The committer time in UTC; UnreadableError where it is no date."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        raise UnreadableError("corrupt", path=shown, detail=f"commit date {seconds}") from None
