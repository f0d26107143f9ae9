"""Fetching of the files of a commit what a survey asks for."""

import re
from collections.abc import Callable
from dataclasses import replace

from oss_scan.errors import UnreadableError
from oss_scan.git.bounded import Place, failed, run, written
from oss_scan.git.objects import DamagedError, Objects
from oss_scan.git.wanted import Budget, Watched, spend
from oss_scan.tree import Kind, Tree

FETCH = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no")
_ROUNDS = 3  # what a file says may lead to others
_BATCH = 64  # files that are fetched at once of those that would help: their sizes are not known before
_SPARE = 2  # times what is left of the budget that such a batch may come to
_NEEDED = 64 * 1024 * 1024  # bytes that what is needed may come to in the same batch
_LOST = 10  # files that the server itself misses
_LINKS = 1000
_NOT_OURS = re.compile(r"not our ref ([0-9a-f]{40,64})")


def complete(
    place: Place, everything: str, tree: Tree, objects: Objects, survey: Callable[[Tree], object], budget: Budget
) -> None:
    """Fetch what the survey asks for, all at once; again for what the files then turn out to lead to.

    The last call of `survey` is on all that it will ever get. `everything` is what to ask of a server that gives no
    single files.
    """
    asked: set[str] = set()
    granted: set[str] = set()
    for _ in range(_ROUNDS):
        watched = Watched(tree, granted)
        survey(watched)
        wanted, free = watched.missing - asked, watched.needed & watched.sought.keys()
        chosen = watched.chosen()[: budget.blobs] if budget.size > 0 else []
        if not wanted and not free and not chosen:
            return
        if any(tree.kind(path) is Kind.LINK for path in watched.asked):
            wanted |= _links(tree) - asked
        asked |= wanted
        granted |= watched.needed
        taken, budget = _fetched(place, everything, objects, wanted, chosen, budget)
        granted.update(taken)
    survey(Watched(tree, granted))


def _links(tree: Tree) -> set[str]:
    """All links at once, for they are small, and lead to each other."""
    links = {tree.blob(path) for path in tree.paths() if tree.kind(path) is Kind.LINK}
    return links if len(links) <= _LINKS else set()


def _fetched(
    place: Place, everything: str, objects: Objects, wanted: set[str], chosen: list[str], budget: Budget
) -> tuple[list[str], Budget]:
    """Fetch what is wanted, and of what is chosen as much as the budget reaches: that, and what is left of it."""
    taken: list[str] = []
    while wanted or (chosen and budget.size > 0):
        batch, chosen = chosen[:_BATCH], chosen[_BATCH:]
        came = _batch(place, everything, objects, wanted, batch, budget)
        wanted = set()
        within, budget = spend(budget, came, lambda blob: _size(objects, blob) or 0)
        taken += within
        if len(came) < len(batch):
            return taken, Budget(0, 0)
    return taken, budget


def _batch(
    place: Place, everything: str, objects: Objects, wanted: set[str], batch: list[str], budget: Budget
) -> list[str]:
    """Fetch files at once: what of the batch came. Where it is too much, what is wanted comes alone, and then half."""
    while True:
        absent = {blob for blob in batch if _size(objects, blob) is None}
        room = written(place.repository) + _SPARE * budget.size + (_NEEDED if wanted else 0)
        bounded = replace(place, limit=min(place.limit, room)) if absent else place
        try:
            _fetch(bounded, everything, wanted | absent)
        except UnreadableError as error:
            if error.code != "remote-too-large" or not absent:
                raise
            _tidy(place)
            if wanted:
                _fetch(place, everything, wanted)
                wanted = set()
            else:
                batch = batch[: len(batch) // 2]
        else:
            return batch


def _fetch(place: Place, everything: str, wanted: set[str]) -> None:
    left = set(wanted)
    for _ in range(_LOST):
        given = "".join(f"{oid}\n" for oid in sorted(left)).encode("ascii")
        if not left or run(place, *FETCH, "--filter=blob:none", "--stdin", "origin", given=given):
            return
        said = place.err.read_text(encoding="utf-8", errors="replace")
        lost = set(_NOT_OURS.findall(said)) & left
        if not lost:
            break
        left -= lost
    if "unadvertised object" not in said:
        raise failed(place)
    # an old server, that gives nothing by its id: then everything
    if not run(place, *FETCH, "--depth=1", "--refetch", "--no-filter", "origin", everything):
        raise failed(place)


def _size(objects: Objects, blob: str) -> int | None:
    """The size of a file that is here, in bytes."""
    try:
        return objects.size(bytes.fromhex(blob))
    except (KeyError, DamagedError):
        return None


def _tidy(place: Place) -> None:
    """Remove what git left behind when it was cut off."""
    for file in (place.repository / "objects").rglob("tmp_*"):
        file.unlink(missing_ok=True)
