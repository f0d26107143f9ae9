"""A repository at an address as it was at the end of days that have passed: its commits first, then only what is judged
of those that are chosen."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from oss_scan.errors import UnreadableError
from oss_scan.git import Repository, open_days, refs
from oss_scan.git.blobs import FETCH, Source, complete, fetch_objects, prefetch
from oss_scan.git.bounded import LIMIT_BYTES, PATIENCE, Place, configure, failed, run
from oss_scan.git.folder import Folder
from oss_scan.git.history import Day
from oss_scan.git.kept import bring, keep
from oss_scan.git.means import MEANS, Means
from oss_scan.git.objects import GitTree
from oss_scan.git.remote import HEAD, Advertised, ask, called, empty, reached, renamed, told
from oss_scan.git.wanted import BUDGET, Budget
from oss_scan.tree import Tree

T = TypeVar("T")

_TAGS = "+refs/tags/*:refs/tags/*"


@dataclass(frozen=True, slots=True)
class Past(Generic[T]):
    """What a server said, and for each day the repository with what the survey returned of it (None where there is no
    commit at all), or why that cannot be known."""

    known: Advertised
    days: Mapping[Day, tuple[Repository, T | None] | UnreadableError]


@contextmanager
def open_remote_days(
    url: str,
    days: Collection[Day],
    survey: Callable[[Tree], T],
    *,
    limit_bytes: int = LIMIT_BYTES,
    patience: float = PATIENCE,
    budget: Budget = BUDGET,
    means: Means = MEANS,
) -> Iterator[Past[T]]:
    """Fetch what was at `url` at the end of each day.

    The commits come first, of the branch that is the default one today and of the tags; then of each commit that is
    chosen what `survey` reads, as in `open_remote`, once for days with the same commit. Raises UnreadableError where
    nothing can be known, and OssScanError.
    """
    with reached(url, limit_bytes, patience, means) as place:
        known = ask(place)
        if known.head is None:
            yield Past(known, dict.fromkeys(days, (empty(place), None)))
            return
        if len(known.head) == 64:
            configure(place, sha256=True)
        # a server that has a shallow clone itself gives that
        commits = ("--update-shallow", "origin", HEAD, *([_TAGS] if known.tags else []))
        name = f"{place.address.url} past"
        brought = bring(means.cache, name, place.repository)
        folder = Folder(place.repository, place.repository)
        tags = refs.marks({}, refs.names(folder, "refs/tags/")).tags
        same = brought and brought.head == known.head and tags == known.marks.tags
        if not same:
            (place.repository / "packed-refs").unlink(missing_ok=True)  # a tag may be gone
            if not run(place, *FETCH, "--filter=tree:0", *commits):
                raise failed(place)
        with called(place), open_days(place.repository, days) as opened:
            surveyed = _surveyed(place, commits, opened.values(), survey, budget)
            _pack_refs(folder)
            keep(means.cache, name, place.repository, refs.head(folder)[1] or "", brought)
            yield Past(known, {day: _one(place, one, known, surveyed) for day, one in opened.items()})


def _pack_refs(folder: Folder) -> None:
    """All references in one file, which is kept with the packs."""
    lines = [f"{oid} refs/{name}\n" for name, oid in refs.names(folder, "refs/").items()]
    text = "".join(["# pack-refs with: sorted \n", *lines])
    (folder.own / "packed-refs").write_text(text, encoding="utf-8", errors="surrogateescape")


def _surveyed(
    place: Place,
    commits: tuple[str, ...],
    opened: Collection[Repository | UnreadableError],
    survey: Callable[[Tree], T],
    budget: Budget,
) -> Mapping[str, T | UnreadableError]:
    """What the survey returns of each commit, its trees fetched first, and then of its files what is asked for."""
    there = [one for one in opened if isinstance(one, Repository)]
    trees = {_commit(one): one.tree for one in there if isinstance(one.tree, GitTree)}
    objects = next((one.objects for one in there if one.objects), None)
    if objects is None:
        return {}
    source = Source(place, objects, commits)
    fetch_objects(source, {tree.root for tree in trees.values()})
    if len(trees) > 1:
        prefetch(source, trees.values(), survey, budget)
    return {commit: _complete(source, tree, survey, budget) for commit, tree in trees.items()}


def _complete(source: Source, tree: Tree, survey: Callable[[Tree], T], budget: Budget) -> T | UnreadableError:
    """What cannot be read of one commit does not spoil the others; what the server refuses does."""
    try:
        return complete(source, tree, survey, budget)
    except UnreadableError as error:
        if error.code.startswith("remote-"):
            raise
        return error


def _one(
    place: Place, one: Repository | UnreadableError, known: Advertised, surveyed: Mapping[str, T | UnreadableError]
) -> tuple[Repository, T] | UnreadableError:
    found = one if isinstance(one, UnreadableError) else surveyed[_commit(one)]
    if isinstance(one, UnreadableError) or isinstance(found, UnreadableError):
        return renamed(place, found)  # type: ignore[arg-type]
    then = one.history.tags if one.history else ()
    # unlike of the newest commit alone, the history is here
    return replace(told(place, one, replace(known, tags=then)), objects=one.objects), found


def _commit(one: Repository) -> str:
    return one.history.commit if one.history else ""
