"""Fetching of the files of a commit what a survey asks for."""

import re
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TypeVar

from oss_scan.errors import UnreadableError
from oss_scan.git.bounded import Place, failed, run, tidy, written
from oss_scan.git.objects import DamagedError, Objects
from oss_scan.git.wanted import Budget, Watched, spend
from oss_scan.tree import Kind, Tree

FETCH = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no")
_ROUNDS = 3  # what a file says may lead to others
_BATCH = 256  # files that are fetched first of those that would help: their sizes are not known before
_SPARE = 2  # times what is left of the budget that such a batch may come to
_NEEDED = 64 * 1024 * 1024  # bytes that what is needed may come to in the same batch
_LOST = 10  # files that the server itself misses
_LINKS = 1000
T = TypeVar("T")

_UNADVERTISED = "unadvertised object"  # says an old server
_NOT_OURS = re.compile(r"(?:not our ref|want) ([0-9a-f]{40,64})(?: not valid)?")  # JGit has words of its own


@dataclass(frozen=True, slots=True)
class Source:
    """Where files are fetched from; `everything` is what to ask of a server that gives no single objects."""

    place: Place
    objects: Objects
    everything: tuple[str, ...]


def complete(source: Source, tree: Tree, survey: Callable[[Tree], T], budget: Budget) -> T:
    """Fetch what the survey asks for, all at once; again for what the files then turn out to lead to. What the survey
    returns of all that it will ever get."""
    asked: set[str] = set()
    granted: set[str] = set()
    for _ in range(_ROUNDS):
        watched = Watched(tree, granted)
        found = survey(watched)
        wanted, free = watched.missing - asked, watched.needed & watched.sought.keys()
        chosen = watched.chosen(budget.blobs) if budget.size > 0 else []
        if not wanted and not free and not chosen:
            return found
        if any(tree.kind(path) is Kind.LINK for path in watched.asked):
            wanted |= _links(tree) - asked
        asked |= wanted
        granted |= watched.needed
        taken, budget = _fetched(source, wanted, chosen, budget)
        granted.update(taken)
    return survey(Watched(tree, granted))


def prefetch(source: Source, trees: Iterable[Tree], survey: Callable[[Tree], object], budget: Budget) -> None:
    """Fetch at once what `complete` will ask for of each of these trees to begin with, unless that is too much."""
    wanted: set[str] = set()
    for tree in trees:
        watched = Watched(tree, ())
        with suppress(UnreadableError):  # `complete` says so again
            survey(watched)
        wanted |= watched.missing
        wanted.update(watched.chosen(budget.blobs)[:_BATCH])
    bounded = replace(source.place, limit=min(source.place.limit, written(source.place.repository) + _NEEDED))
    try:
        fetch_objects(replace(source, place=bounded), {blob for blob in wanted if _size(source.objects, blob) is None})
    except UnreadableError as error:
        if error.code != "remote-too-large":
            raise
        tidy(source.place)


def _links(tree: Tree) -> set[str]:
    """All links at once, for they are small, and lead to each other."""
    links = {tree.blob(path) for path in tree.paths() if tree.kind(path) is Kind.LINK}
    return links if len(links) <= _LINKS else set()


def _fetched(source: Source, wanted: set[str], chosen: list[str], budget: Budget) -> tuple[list[str], Budget]:
    """Fetch what is wanted, and of what is chosen as much as the budget reaches: that, and what is left of it."""
    taken: list[str] = []
    count = _BATCH
    while wanted or (chosen and budget.size > 0):
        batch, chosen = chosen[:count], chosen[count:]
        came = _batch(source, wanted, batch, budget)
        wanted, before = set(), budget.size
        within, budget = spend(budget, came, lambda blob: _size(source.objects, blob) or 0)
        # as many as there is room for, if they are as large as these
        count = max(_BATCH, len(within) * budget.size // max(1, before - budget.size))
        taken += within
        if len(came) < len(batch):
            return taken, Budget(0, 0)
    return taken, budget


def _batch(source: Source, wanted: set[str], batch: list[str], budget: Budget) -> list[str]:
    """Fetch files at once: what of the batch came. Where it is too much, what is wanted comes alone, and then half."""
    place = source.place
    while True:
        absent = {blob for blob in batch if _size(source.objects, blob) is None}
        room = written(place.repository) + _SPARE * budget.size + (_NEEDED if wanted else 0)
        bounded = replace(place, limit=min(place.limit, room)) if absent else place
        try:
            fetch_objects(replace(source, place=bounded), wanted | absent)
        except UnreadableError as error:
            if error.code != "remote-too-large" or not absent:
                raise
            tidy(place)
            if wanted:
                fetch_objects(source, wanted)
                wanted = set()
            else:
                batch = batch[: len(batch) // 2]
        else:
            return batch


def fetch_objects(source: Source, wanted: Collection[str]) -> None:
    """Fetch objects by their ids: files, or trees with all that is below them but files."""
    place, left = source.place, set(wanted)
    for _ in range(_LOST):
        given = "".join(f"{oid}\n" for oid in sorted(left)).encode("ascii")
        if not left or run(place, *FETCH, "--filter=blob:none", "--stdin", "origin", given=given):
            return
        said = place.err.read_text(encoding="utf-8", errors="replace")
        lost = set(_NOT_OURS.findall(said)) & left
        if not lost:
            break
        left -= lost
    if _UNADVERTISED not in said:
        raise failed(place)
    # an old server, that gives nothing by its id: then everything
    if not run(place, *FETCH, "--refetch", "--no-filter", *source.everything):
        raise failed(place)


def is_files_only(place: Place) -> bool:
    """Whether the server only hands out files (git's dumb protocol), of which git fetches all or nothing."""
    return b"dumb http transport does not support shallow" in place.err.read_bytes()[-65536:]


def is_refused(place: Place) -> bool:
    """Whether the server does not give what was asked for by its id."""
    said = place.err.read_text(encoding="utf-8", errors="replace")
    return _UNADVERTISED in said or _NOT_OURS.search(said) is not None


def _size(objects: Objects, blob: str) -> int | None:
    """The size of a file that is here, in bytes."""
    try:
        return objects.size(bytes.fromhex(blob))
    except (KeyError, DamagedError):
        return None
