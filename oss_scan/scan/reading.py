"""Reading a target: its files, or of one at an address those that are asked for; now, or as they were on other days."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from oss_scan import __version__
from oss_scan.addresses import canonical
from oss_scan.errors import UnreadableError
from oss_scan.facts import Facts, Hosting, Known, NotLooked, Part, TreeFacts
from oss_scan.facts.declared import Declared
from oss_scan.git import Repository, open_days, open_repository
from oss_scan.git.history import Day, end_of_day
from oss_scan.git.refs import Marks
from oss_scan.inert import printable
from oss_scan.scan.hosting import organisation
from oss_scan.scan.judging import Asked, facts_of, survey
from oss_scan.scan.runs import analysers
from oss_scan.store.codec import digest, to_plain
from oss_scan.store.todo import Hosted, Look, Todo
from oss_scan.tree import Tree

#: Why a repository has no part in a scan of the past: it was not there yet.
ABSENT = ("no-commit-then", "created-later")


@dataclass(frozen=True, slots=True)
class Read:
    """The facts of a target, and the digest of what it showed from outside when they were collected."""

    facts: Facts
    shown: bytes
    gone: str | None = None  # the commit of an earlier scan, where it is no part of the history any more


def read(todo: Todo, asked: Asked, url: str | None, today: date, look: Look | None = None) -> Read:
    """Collect the facts of a target; `url` is its address with user and password, `look` what it showed (its `before`
    the commit of an earlier scan). Raises UnreadableError, OssScanError."""
    day = asked.until if asked.until and asked.until < today else None
    if day or (asked.history and todo.url):
        found = read_days(todo, asked, url, (day,), look.before if look else None)[day]
        if isinstance(found, UnreadableError):
            raise found
        return found
    if not todo.url:
        with open_repository(Path(todo.path or ""), until=asked.until) as repository:
            gone = _gone(repository, look.before if look else None)
            return Read(facts_of(repository, asked), shown_by(repository, asked), gone)
    from oss_scan.git.remote import Advertised, open_remote  # it runs git, which local repositories do not need

    surveyed: list[tuple[TreeFacts, Declared]] = []

    def once_more(tree: Tree) -> None:
        surveyed[:] = [survey(tree)]

    around = organisation(todo.hosted, url or todo.url, (None,), asked.means)[None]
    known = None
    if look and look.commit:
        known = Advertised(look.commit, look.branch, look.names, Marks(look.tagged, look.refs))
    with open_remote(url or todo.url, once_more, known=known, budget=asked.budget, means=asked.means) as repository:
        surveyed_or_not = surveyed[0] if surveyed else None
        facts = facts_of(repository, asked, surveyed_or_not, _hosting(todo.hosted, None), around)
        return Read(facts, shown_by(repository, asked, todo.hosted))


def read_days(
    todo: Todo, asked: Asked, url: str | None, days: Collection[Day], before: str | None = None
) -> Mapping[Day, Read | UnreadableError]:
    """Collect the facts of a target as it was at the end of each day, today for None; or why there are none. Each
    commit is read once. `before` is the commit of an earlier scan. Raises UnreadableError where nothing can be known,
    and OssScanError."""
    late = {day: error for day in days if (error := _too_early(todo, day))}
    there = [day for day in days if day not in late]
    if not there:
        return late
    reading = partial(_fetched, todo, url or todo.url) if todo.url else partial(_local, Path(todo.path or ""))
    found = reading(asked, there, before)
    return {day: late.get(day) or found[day] for day in days}


def _too_early(todo: Todo, day: Day) -> UnreadableError | None:
    """What a forge says of when the repository was made."""
    created = todo.hosted.hosting.created if todo.hosted else None
    if day and isinstance(created, Known) and created.value.timestamp() > end_of_day(day):
        values = {"path": printable(todo.target), "date": str(day), "created": str(created.value.date())}
        return UnreadableError("created-later", **values)
    return None


def _gone(repository: Repository, before: str | None, day: Day = None) -> str | None:
    """Of what it is now: the commit of an earlier scan, where it did not lead to it."""
    return before if before and day is None and repository.holds(before) is False else None


def _local(path: Path, asked: Asked, days: Collection[Day], before: str | None) -> Mapping[Day, Read | UnreadableError]:
    surveyed: dict[str, tuple[TreeFacts, Declared]] = {}

    def once(repository: Repository, day: Day) -> Read:
        commit = repository.history.commit if repository.history else ""
        if commit not in surveyed:
            surveyed[commit] = survey(repository.tree)
        gone = _gone(repository, before, day)
        return Read(facts_of(repository, asked, surveyed[commit]), shown_by(repository, asked), gone)

    with open_days(path, days) as opened:
        return {day: _each(one, partial(once, day=day)) for day, one in opened.items()}


def _fetched(
    todo: Todo, url: str, asked: Asked, days: Collection[Day], before: str | None
) -> Mapping[Day, Read | UnreadableError]:
    from oss_scan.git.past import open_remote_days  # it runs git, which local repositories do not need

    hosted = todo.hosted
    communities = organisation(hosted, url, days, asked.means)
    with open_remote_days(url, days, survey, budget=asked.budget, means=asked.means) as past:
        known = past.known
        found: dict[Day, Read | UnreadableError] = {}
        for day, one in past.days.items():
            if isinstance(one, UnreadableError):
                found[day] = one
                continue
            repository, surveyed = one
            facts = facts_of(repository, asked, surveyed, _hosting(hosted, day), communities[day])
            # the past is what it is as long as the branch and the tags are
            shown = shown_of(asked, known.head, known.branch, known.marks.tags, repository.addresses, hosted=hosted)
            found[day] = Read(facts, shown, _gone(repository, before, day))
        return found


def _each(one: Repository | UnreadableError, read_it: Callable[[Repository], Read]) -> Read | UnreadableError:
    """What cannot be read of one day does not spoil the others."""
    try:
        return one if isinstance(one, UnreadableError) else read_it(one)
    except UnreadableError as error:
        return error


def _hosting(hosted: Hosted | None, day: Day) -> Part[Hosting] | None:
    """What the forge says; it does not say since when a repository is archived."""
    if hosted is None:
        return None
    said = hosted.hosting
    if day and isinstance(said.archived, Known) and said.archived.value:
        said = replace(said, archived=NotLooked("hosting-now"))
    return Known(said, hosted.source, hosted.observed_at)


def public(url: str) -> tuple[str, ...]:
    """The canonical form of an address; nothing for one on this machine."""
    found = None if url.startswith("http:") else canonical(url)
    return (found,) if found else ()


def shown_by(repository: Repository, asked: Asked, hosted: Hosted | None = None) -> bytes:
    """The digest of what a repository shows that was opened."""
    history = repository.history
    tagged = repository.marks.tags
    if history is None:
        return shown_of(asked, None, None, tagged, repository.addresses, hosted=hosted)
    if repository.url:
        return shown_of(asked, history.commit, history.branch, tagged, repository.addresses, hosted=hosted)
    return shown_of(asked, history.commit, history.branch, tagged, repository.addresses, shallow=history.shallow)


def shown_of(
    asked: Asked,
    commit: str | None,
    branch: str | None,
    tagged: str,
    addresses: Sequence[str],
    *,
    shallow: bool = False,
    hosted: Hosted | None = None,
) -> bytes:
    """The digest of all that facts depend on, apart from the files of the commit, which never change; `tagged` is that
    of the tags and what they point to."""
    organisation = to_plain(asked.organisation)
    # when the forge said it makes no difference
    around = [to_plain(replace(hosted, observed_at=""))] if hosted else []
    looked = dict(analysers(history=asked.history))
    known = [__version__, looked, commit, branch, tagged, list(addresses), shallow, organisation]
    return digest([*known, to_plain(asked.budget), *around])
