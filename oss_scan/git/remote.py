"""A repository at an address: its newest commit, and of the files only those that are asked for."""

import re
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from oss_scan.addresses import canonical
from oss_scan.errors import UnreadableError
from oss_scan.git import Repository, open_days, open_repository
from oss_scan.git.address import parse
from oss_scan.git.blobs import FETCH, Source, complete, fetch_objects, prefetch
from oss_scan.git.bounded import LIMIT_BYTES, PATIENCE, Place, configure, failed, prepare, run
from oss_scan.git.history import Day
from oss_scan.git.objects import GitTree
from oss_scan.git.wanted import BUDGET, Budget
from oss_scan.tree import MemoryTree, Tree

_LINE = re.compile(rb"(ref: refs/heads/)?([^\t]+)\t([^\t]+)")
_HEAD = "+HEAD:refs/heads/head"
_TAGS = "+refs/tags/*:refs/tags/*"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Advertised:
    """What a server says without sending anything: HEAD (None where there is no commit yet), its branch (None where it
    is detached), and the names of the tags, sorted."""

    head: str | None
    branch: str | None
    tags: tuple[str, ...]


def advertised(url: str, *, patience: float = PATIENCE) -> Advertised:
    """Ask a server for HEAD and the tags. Raises UnreadableError, and OssScanError for what is not fetched."""
    with _place(url, LIMIT_BYTES, patience) as place:
        return _advertised(place)


@contextmanager
def open_remote(
    url: str,
    survey: Callable[[Tree], object],
    *,
    limit_bytes: int = LIMIT_BYTES,
    patience: float = PATIENCE,
    known: Advertised | None = None,
    budget: Budget = BUDGET,
) -> Iterator[Repository]:
    """Fetch the newest commit at `url`, and of its files those that `survey` reads; yield it as a repository.

    `survey` is called again as long as it asks for more, the last time on all that it will ever get: what that call
    returned can be kept. What it seeks comes as far as `budget` reaches. `known` is what `advertised` said, where that
    was asked before. `limit_bytes` is what may be written, `patience` what all of it may take in seconds. Raises
    UnreadableError, and OssScanError for what is not fetched.
    """
    with _place(url, limit_bytes, patience) as place:
        known = known or _advertised(place)
        if known.head is None:
            yield _empty(place)
            return
        configure(place, sha256=len(known.head) == 64)
        newest = ("--depth=1", "origin", _HEAD)
        if not run(place, *FETCH, "--filter=blob:none", *newest):
            raise failed(place)
        with _called(place), open_repository(place.repository) as opened:
            assert opened.objects is not None
            complete(Source(place, opened.objects, newest), opened.tree, survey, budget)
            yield _told(place, opened, known)


@contextmanager
def open_remote_days(
    url: str,
    days: Collection[Day],
    survey: Callable[[Tree], T],
    *,
    limit_bytes: int = LIMIT_BYTES,
    patience: float = PATIENCE,
    budget: Budget = BUDGET,
) -> Iterator[Mapping[Day, tuple[Repository, T | None] | UnreadableError]]:
    """Fetch what was at `url` at the end of each day; yield it as repositories, each with what `survey` returned of it
    (None where there is no commit at all), or why that cannot be known.

    The commits come first, of the branch that is the default one today and of the tags; then of each commit that is
    chosen what `survey` reads, as in `open_remote`, once for days with the same commit. Raises UnreadableError where
    nothing can be known, and OssScanError.
    """
    with _place(url, limit_bytes, patience) as place:
        known = _advertised(place)
        if known.head is None:
            yield dict.fromkeys(days, (_empty(place), None))
            return
        configure(place, sha256=len(known.head) == 64)
        # what a server has that is shallow itself is taken too
        commits = ("--update-shallow", "origin", _HEAD, *([_TAGS] if known.tags else []))
        if not run(place, *FETCH, "--filter=tree:0", *commits):
            raise failed(place)
        with _called(place), open_days(place.repository, days) as opened:
            there = {day: one for day, one in opened.items() if isinstance(one, Repository)}
            surveyed = _surveyed(place, commits, tuple(there.values()), survey, budget)
            told = {day: _told(place, one, replace(known, tags=_tags(one))) for day, one in there.items()}
            yield {
                day: one if isinstance(one, UnreadableError) else (told[day], surveyed[_commit(one)])
                for day, one in opened.items()
            }


def _surveyed(
    place: Place, commits: tuple[str, ...], there: Collection[Repository], survey: Callable[[Tree], T], budget: Budget
) -> Mapping[str, T]:
    """What the survey returns of each commit, its trees fetched first, and then of its files what is asked for."""
    trees = {_commit(one): one.tree for one in there if isinstance(one.tree, GitTree)}
    objects = next((one.objects for one in there if one.objects), None)
    if objects is None:
        return {}
    source = Source(place, objects, commits)
    fetch_objects(source, {tree.root for tree in trees.values()})
    if len(trees) > 1:
        prefetch(source, trees.values(), survey, budget)
    return {commit: complete(source, tree, survey, budget) for commit, tree in trees.items()}


def _commit(one: Repository) -> str:
    return one.history.commit if one.history else ""


def _tags(one: Repository) -> tuple[str, ...]:
    return one.history.tags if one.history else ()


def _empty(place: Place) -> Repository:
    return Repository(path=place.repository, tree=MemoryTree({}), addresses=_addresses(place), url=place.address.shown)


def _told(place: Place, opened: Repository, known: Advertised) -> Repository:
    """What was fetched, with what the server says of it."""
    history = opened.history
    if history:
        # the history may be cut off, but `shallow` is about the tags, and those are all here
        history = replace(history, branch=known.branch, tags=known.tags, shallow=False)
    # without `objects`: the first commit may not be known
    return replace(
        opened, history=history, objects=None, index=None, addresses=_addresses(place), url=place.address.shown
    )


def _addresses(place: Place) -> tuple[str, ...]:
    public = None if place.address.url.startswith("http:") else canonical(place.address.url)
    return (public,) if public else ()


@contextmanager
def _place(url: str, limit: int, patience: float) -> Iterator[Place]:
    address = parse(url)
    # a helper of git that was ended may just have written a file
    with tempfile.TemporaryDirectory(prefix="oss-scan-", ignore_cleanup_errors=True) as name:
        yield prepare(Path(name), address, limit, patience)


@contextmanager
def _called(place: Place) -> Iterator[None]:
    """What goes wrong inside is told of the address, not of the folder that it was fetched to."""
    try:
        yield
    except UnreadableError as error:
        if error.values.get("path") != str(place.repository):
            raise
        raise UnreadableError(error.code, **{**error.values, "path": place.address.shown}) from error


def _advertised(place: Place) -> Advertised:
    if not run(place, "ls-remote", "--symref", "--", "origin", "HEAD", "refs/tags/*"):
        raise failed(place)
    head = branch = None
    tags = []
    for line in place.out.read_bytes().split(b"\n"):
        found = _LINE.fullmatch(line)
        if not found:
            continue
        symbolic, value, name = found[1], found[2].decode("utf-8", "surrogateescape"), found[3]
        if name == b"HEAD" and symbolic:
            branch = value
        elif name == b"HEAD" and re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", value):
            head = value
        elif name.startswith(b"refs/tags/") and not name.endswith(b"^{}"):
            tags.append(name.removeprefix(b"refs/tags/").decode("utf-8", "surrogateescape"))
    if head is None:
        if not run(place, "ls-remote", "--heads", "--", "origin"):
            raise failed(place)
        if place.out.stat().st_size:
            raise UnreadableError("remote-head-missing", url=place.address.shown)
    return Advertised(head, branch, tuple(sorted(tags)))
