"""On whose main line the latest commit of which other repository lies: asked of the few that share a first commit, once
all of a scan were judged."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from oss_scan.git import open_repository
from oss_scan.git.history import Day
from oss_scan.kinship import MOST, Within, families
from oss_scan.results import Judged
from oss_scan.scan.looking import bounded
from oss_scan.scan.work import Job, url_of
from oss_scan.store.todo import Todo
from oss_scan.tree import Tree


def within(judged: Sequence[Judged], day: Day, job: Job, places: Mapping[str, Todo]) -> Within:
    """By the key of each: the keys of those on whose main line its commit lies, at the end of the day. Of what cannot
    be opened (any more) nobody knows."""
    if not job.asked.history:
        return {}
    found: dict[str, set[str]] = {}
    for family in families(judged):
        if len(family) > MOST:
            continue
        tips = {one.commit: one.key for one in family if one.commit}
        for one in family:
            todo = places.get(one.key)  # none is left where another program finished the scan meanwhile
            held = bounded(todo.target, partial(_held, todo, day, job, tuple(tips))) if todo else None
            for commit in held if isinstance(held, frozenset) else ():
                if tips[commit] != one.key:
                    found.setdefault(tips[commit], set()).add(one.key)
    return {key: frozenset(others) for key, others in found.items()}


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
