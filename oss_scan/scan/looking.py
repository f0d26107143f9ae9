"""Looking at a target from outside, which is cheap: what looks the same as when its facts were collected is not read
again; and telling the targets apart."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from oss_scan.errors import UnreadableError
from oss_scan.git import open_repository
from oss_scan.inert import printable
from oss_scan.results import Judged
from oss_scan.scan.judging import Asked
from oss_scan.scan.reading import public, shown_by, shown_of
from oss_scan.shards import Shard
from oss_scan.store.todo import Claim, Look, Seen, Todo
from oss_scan.texts import Reason

T = TypeVar("T")


def place(todo: Todo, asked: Asked) -> str:
    """Where the facts of a target are remembered: the same path at another date shows something else."""
    where = todo.url or os.path.realpath(todo.path or "")
    return f"{where}@{asked.until}" if asked.until else where


def look(todo: Todo, asked: Asked, url: str | None, recalled: Seen | None) -> Look:
    """Look at a target; `url` is its address with user and password. Raises UnreadableError, OssScanError."""
    if todo.url:
        from oss_scan.git.remote import advertised  # it runs git, which local repositories do not need

        found = advertised(url or todo.url, means=asked.means)
        addresses = public(todo.url)
        shown = shown_of(asked, found.head, found.branch, found.marks.tags, addresses, hosted=todo.hosted)
        key = (todo.hosted.key if todo.hosted else "") or (addresses[0] if addresses else todo.url)
        return Look(
            key,
            found.head or "",
            _remembered(recalled, shown),
            shown.hex(),
            len(found.tags),
            branch=found.branch,
            names=found.tags,
            before=_before(recalled, shown),
            tagged=found.marks.tags,
            refs=found.marks.every,
        )
    with open_repository(Path(todo.path or ""), until=asked.until) as repository:
        shown = shown_by(repository, asked)
        facts = _remembered(recalled, shown)
        # the first commit is far away, and the same as long as the last one is
        known = recalled.key if recalled and facts and not recalled.key.startswith("folder:") else repository.key
        history = repository.history
        if history is None:
            return Look(known, "", facts, shown.hex())
        return Look(
            known,
            history.commit,
            facts,
            shown.hex(),
            len(history.tags),
            history.shallow,
            before=_before(recalled, shown),
            refs=repository.marks.every,
        )


def marked(judged: Judged, look: Look | None) -> Judged:
    """With what its branches and tags point to, which is no fact: it changes without anything to collect anew."""
    if look is None or judged.recognised is None:
        return judged
    return replace(judged, recognised=replace(judged.recognised, refs=look.refs))


def _remembered(recalled: Seen | None, shown: bytes) -> str | None:
    return recalled.facts if recalled and recalled.digest == shown else None


def _before(recalled: Seen | None, shown: bytes) -> str | None:
    return recalled.facts if recalled and recalled.digest != shown else None


def bounded(target: str, work: Callable[[], T]) -> T | Reason:
    """The boundary around one repository: whatever goes wrong inside is a reason, and the scan goes on."""
    try:
        return work()
    except UnreadableError as error:
        return Reason(error.code, error.values)
    except Exception as error:  # noqa: BLE001 - the one place for it
        if isinstance(error, ImportError) and error.name is None:  # GitPython found no git
            return Reason("git-missing", {"path": printable(target)})
        detail = printable(f"{type(error).__name__}: {error}")[:200]
        return Reason("internal", {"path": printable(target), "detail": detail})


def elsewhere(todos: Sequence[Todo], shard: Shard) -> Mapping[int, Look]:
    """What other shards fetch, by its ordinal, as it is known without looking at it.

    Of what lies on this machine only a look can tell.
    """
    numbered = _numbered(todos)
    found = {at: _unseen(todo) for at, todo in enumerate(todos) if todo.url}
    return {at: Look(key, "") for at, key in found.items() if not shard.holds(numbered.get(key, key))}


def apart(looks: Sequence[Claim], shard: Shard | None = None) -> tuple[Mapping[int, str], Mapping[int, Sequence[str]]]:
    """The key of each repository by its ordinal, and the other targets that are the same repository.

    What shares a key but not its HEAD is told apart by its path: forks and children of a template share a root commit,
    and any repository can name any `origin`. What is fetched from an address has that for its key, and what
    a forge lists its number there; what has the address of such is the same. Of copies the one with the most history
    and tags is read. The order of targets does not matter. What shares a key is in one shard, so that shards together
    tell apart what one scan does; why a list is not whole is in each of them.
    """
    named: dict[str, dict[str, list[Claim]]] = {}
    numbered = _numbered([one.todo for one in looks])
    for one in sorted(looks, key=_rank):
        found = one.look.key if one.look else _unseen(one.todo)
        key = numbered.get(found, found)
        if shard and not shard.holds(key) and (one.todo.path or one.todo.url):
            continue
        if one.look is None and key in named:
            key = f"target:{printable(one.todo.target)}"
        commit = one.look.commit if one.look else ""
        named.setdefault(key, {}).setdefault(commit or _where(one.todo), []).append(one)
    keys: dict[int, str] = {}
    copies: dict[int, Sequence[str]] = {}
    for key, commits in named.items():
        for same in commits.values():
            first, *others = same
            told_apart = len(commits) > 1 and not first.todo.url
            keys[first.ordinal] = f"{key} {printable(_where(first.todo))}" if told_apart else key
            copies[first.ordinal] = [other.todo.target for other in others]
    return _unique(keys), copies


def _numbered(todos: Sequence[Todo]) -> Mapping[str, str]:
    """What a forge calls each repository that it lists, by its addresses."""
    return {address: _unseen(todo) for todo in todos if todo.hosted for address in todo.hosted.hosting.addresses}


def _rank(one: Claim) -> tuple[object, ...]:
    look = one.look
    complete = (look.shallow, -look.tags) if look else (True, 0)
    return (look is None, *complete, one.todo.url is None, _where(one.todo))


def _unseen(todo: Todo) -> str:
    """What a target is called that could not be looked at: as when it can, where its address says that."""
    if todo.hosted and todo.hosted.key:
        return todo.hosted.key
    addresses = public(todo.url) if todo.url else ()
    return addresses[0] if addresses else todo.url or f"target:{printable(todo.target)}"


def _where(todo: Todo) -> str:
    return todo.url or os.path.realpath(todo.path or "")


def _unique(keys: Mapping[int, str]) -> Mapping[int, str]:
    """Paths that print alike get a number."""
    taken: set[str] = set()
    found = {}
    for ordinal, key in keys.items():
        number, free = 1, key
        while free in taken:
            number += 1
            free = f"{key} ({number})"
        taken.add(free)
        found[ordinal] = free
    return found
