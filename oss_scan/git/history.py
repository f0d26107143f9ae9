"""Which commit is judged, and where its history begins."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from oss_scan.errors import UnreadableError
from oss_scan.git.objects import Commit, DamagedError, Objects, commit
from oss_scan.inert import printable

_ZONE = ZoneInfo("Europe/Amsterdam")


def first_parents(objects: Objects, head: bytes, until: date | None, shown: str) -> tuple[Commit, bytes | None]:
    """The commit to judge, and the first one of the first-parent chain; None where the chain is cut.

    With `until`: the first commit from HEAD whose committer time is at or before the end of that day in
    Europe/Amsterdam. Raises UnreadableError.
    """
    limit = datetime.combine(until, time.max, _ZONE).timestamp() if until else float("inf")
    chosen: Commit | None = None
    oid: bytes | None = head
    last = head
    try:
        while oid is not None:
            one = commit(objects, oid)
            if chosen is None and one.seconds <= limit:
                chosen = one
            last, oid = one.oid, one.parent
    except (KeyError, DamagedError) as error:  # a shallow clone ends here too
        if chosen is None and until is None:
            raise UnreadableError("corrupt", path=shown, detail=f"commit {printable(str(error))}") from error
        last = b""
    if chosen is None:
        raise UnreadableError("no-commit-then", path=shown, date=str(until))
    return chosen, last or None


def moment(seconds: int, shown: str) -> datetime:
    """The committer time in UTC; UnreadableError where it is no date."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        raise UnreadableError("corrupt", path=shown, detail=f"commit date {seconds}") from None
