"""On whose main line the latest commit of which other repository lies: asked of the few that share a first commit, once
all of a scan were judged."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from oss_scan.git import open_repository
from oss_scan.git.history import Day
from oss_scan.kinship import MOST, Within, families
from oss_scan.results import Judged
from oss_scan.scan.looking import bounded
from oss_scan.scan.work import Compared, Event, Job, url_of
from oss_scan.store.todo import Todo
from oss_scan.texts import Reason
from oss_scan.tree import Tree

T = TypeVar("T")


def within(
    judged: Sequence[Judged],
    day: Day,
    job: Job,
    places: Mapping[str, Todo],
    at_once: int,
    tell: Callable[[Event], None],
) -> Within:
    """By the key of each: the keys of those on whose main line its commit lies, at the end of the day. Of what cannot
    be opened (any more) nobody knows."""
    if not job.asked.history:
        return {}
    asked: list[tuple[Judged, Todo, dict[str, str]]] = []
    for family in families(judged):
        tips = {one.commit: one.key for one in family if one.commit} if len(family) <= MOST else {}
        # no place is left where another program finished the scan meanwhile
        asked += [(one, places[one.key], tips) for one in family if tips and one.key in places]
    found: dict[str, set[str]] = {}
    answers = _together([partial(_asked, todo, day, job, tuple(tips)) for _, todo, tips in asked], at_once)
    for number, ((one, _, tips), held) in enumerate(zip(asked, answers, strict=True), 1):
        tell(Compared(one.repository, number, len(asked)))
        for commit in held if isinstance(held, frozenset) else ():
            if tips[commit] != one.key:
                found.setdefault(tips[commit], set()).add(one.key)
    return {key: frozenset(others) for key, others in found.items()}


def _together(questions: Sequence[Callable[[], T]], at_once: int) -> Iterator[T]:
    """The answers in the order of the questions; so many are asked at once, since most wait for a server."""
    pool = ThreadPoolExecutor(max(1, at_once))
    try:
        yield from pool.map(lambda ask: ask(), questions)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):  # whoever breaks it off does not wait for a server
        with suppress(ImportError):  # without git, which local repositories do not need, there is none to end
            from oss_scan.git.bounded import ended

            with ended():
                pool.shutdown(cancel_futures=True)
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _asked(todo: Todo, day: Day, job: Job, commits: Sequence[str]) -> frozenset[str] | Reason | None:
    return bounded(todo.target, partial(_held, todo, day, job, commits))


def _held(todo: Todo, day: Day, job: Job, commits: Sequence[str]) -> frozenset[str] | None:
    if not todo.url:
        with open_repository(Path(todo.path or ""), until=day) as repository:
            return repository.on_main_line(commits)
    from oss_scan.git.past import open_remote_days  # it runs git, which local repositories do not need

    with open_remote_days(url_of(todo, job) or todo.url, (day,), _nothing, means=job.asked.means) as past:
        one = past.days[day]
        return one[0].on_main_line(commits) if isinstance(one, tuple) else None


def _nothing(_tree: Tree) -> None:
    """The commits are enough."""
