"""Which commit is judged, and where its history begins."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from oss_scan.errors import UnreadableError
from oss_scan.git.objects import Commit, DamagedError, Objects, commit
from oss_scan.inert import printable

_ZONE = ZoneInfo("Europe/Amsterdam")
_MOST = 500_000  # commits that are gone through
_ROOTS = 100  # first commits that are told

#: The day at whose end a repository is looked at; None is now.
Day = date | None


def chosen(
    objects: Objects, head: bytes, days: Collection[Day], shown: str, *, shallow: bool
) -> Mapping[Day, Commit | UnreadableError]:
    """The commit to judge on each day: the first one on the first-parent walk from HEAD whose committer time is at or
    before the end of that day in Europe/Amsterdam; or why there is none.

    One walk does for all: what is too late for one day is so for every day before it.
    """
    walk = _first_parents(objects, head)
    found: dict[Day, Commit | UnreadableError] = {}
    at: Commit | None = None
    why: Exception | None = None
    for day in sorted(set(days), key=end_of_day, reverse=True):
        try:
            while at is None or at.seconds > end_of_day(day):
                at = next(walk)
        except (StopIteration, KeyError, DamagedError) as error:
            why = error
            break
        found[day] = at
    cut = shallow and at is not None and isinstance(why, KeyError)
    return {day: found.get(day) or _none(day, why, shown, cut=cut) for day in days}


def _none(day: Day, why: Exception | None, shown: str, *, cut: bool) -> UnreadableError:
    if cut or isinstance(why, StopIteration):
        return UnreadableError("past-shallow" if cut else "no-commit-then", path=shown, date=str(day))
    return UnreadableError("corrupt", path=shown, detail=f"commit {printable(str(why))}")


def root(objects: Objects, head: bytes) -> str | None:
    """The first commit of the first-parent chain; None where the chain is cut."""
    try:
        [first] = deque(_first_parents(objects, head), maxlen=1)
    except (KeyError, DamagedError):
        return None
    return first.oid.hex()


def roots(objects: Objects, head: bytes) -> frozenset[str] | None:
    """Every commit without a parent that leads to HEAD: forks share one. None where the history is cut, or too long, or
    began too often."""
    try:
        found = frozenset(one.oid.hex() for one in _ancestors(objects, head) if not one.parents)
    except (KeyError, DamagedError):
        return None
    return found if len(found) <= _ROOTS else None


def holds(objects: Objects, head: bytes, commit: str) -> bool | None:
    """Whether a commit leads to HEAD; None where the history is cut, or too long, before it is found."""
    try:
        return any(one.oid.hex() == commit for one in _ancestors(objects, head))
    except (KeyError, DamagedError):
        return None


def on_main_line(objects: Objects, head: bytes, commits: Collection[str]) -> frozenset[str] | None:
    """Those of the commits that lie on the first-parent walk from HEAD, unlike what was merged into it; None where the
    history is cut before all are found."""
    found: set[str] = set()
    try:
        for one in _first_parents(objects, head):
            if one.oid.hex() in commits:
                found.add(one.oid.hex())
                if len(found) == len(commits):
                    break
    except (KeyError, DamagedError):
        return None
    return frozenset(found)


def _ancestors(objects: Objects, head: bytes) -> Iterator[Commit]:
    """HEAD and all that led to it, each once. Raises KeyError, DamagedError."""
    seen, waiting = {head}, deque([head])
    while waiting:
        if len(seen) > _MOST:
            raise DamagedError(f"> {_MOST} commits")
        one = commit(objects, waiting.popleft())
        yield one
        new = [parent for parent in one.parents if parent not in seen]
        seen.update(new)
        waiting.extend(dict.fromkeys(new))


def _first_parents(objects: Objects, head: bytes) -> Iterator[Commit]:
    oid: bytes | None = head
    while oid is not None:
        one = commit(objects, oid)
        yield one
        oid = one.parents[0] if one.parents else None


def end_of_day(day: Day) -> float:
    """The last moment of a day in Europe/Amsterdam, in seconds since 1970; infinite without a day."""
    return datetime.combine(day, time.max, _ZONE).timestamp() if day else float("inf")


def day_of(instant: datetime) -> date:
    """The day that it is in Europe/Amsterdam."""
    return instant.astimezone(_ZONE).date()


def moment(seconds: int, shown: str) -> datetime:
    """The committer time in UTC; UnreadableError where it is no date."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        raise UnreadableError("corrupt", path=shown, detail=f"commit date {seconds}") from None
