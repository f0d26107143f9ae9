"""A repository at an address: its newest commit, and of the files only those that are asked for."""

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from oss_scan.addresses import canonical
from oss_scan.errors import UnreadableError
from oss_scan.git import Repository, open_repository
from oss_scan.git.address import parse
from oss_scan.git.blobs import FETCH, Source, complete, is_files_only, is_refused
from oss_scan.git.bounded import LIMIT_BYTES, PATIENCE, Place, configure, failed, prepare, run
from oss_scan.git.kept import bring, keep
from oss_scan.git.means import MEANS, Means
from oss_scan.git.refs import NO_MARKS, Marks, marks
from oss_scan.git.wanted import BUDGET, Budget
from oss_scan.tree import MemoryTree, Tree

_LINE = re.compile(rb"(ref: refs/heads/)?([^\t]+)\t([^\t]+)")
#: What is fetched of the branches: the one that HEAD is on.
_OURS = "refs/heads/head"
HEAD = f"+HEAD:{_OURS}"


@dataclass(frozen=True, slots=True)
class Advertised:
    """What a server says without sending anything: HEAD (None where there is no commit yet), its branch (None where it
    is detached), the names of the tags, sorted, and what all names point to."""

    head: str | None
    branch: str | None
    tags: tuple[str, ...]
    marks: Marks = NO_MARKS


def advertised(url: str, *, patience: float = PATIENCE, means: Means = MEANS) -> Advertised:
    """Ask a server for HEAD and the tags. Raises UnreadableError, and OssScanError for what is not fetched."""
    with reached(url, LIMIT_BYTES, patience, means) as place:
        return ask(place)


@contextmanager
def open_remote(
    url: str,
    survey: Callable[[Tree], object],
    *,
    limit_bytes: int = LIMIT_BYTES,
    patience: float = PATIENCE,
    known: Advertised | None = None,
    budget: Budget = BUDGET,
    means: Means = MEANS,
) -> Iterator[Repository]:
    """Fetch the newest commit at `url`, and of its files those that `survey` reads; yield it as a repository.

    `survey` is called again as long as it asks for more, the last time on all that it will ever get: what that call
    returned can be kept. What it seeks comes as far as `budget` reaches. `known` is what `advertised` said, where that
    was asked before. `limit_bytes` is what may be written, `patience` what all of it may take in seconds. Raises
    UnreadableError, and OssScanError for what is not fetched.
    """
    with reached(url, limit_bytes, patience, means) as place:
        known = known or ask(place)
        if known.head is None:
            yield empty(place)
            return
        if len(known.head) == 64:
            configure(place, sha256=True)
        name = f"{place.address.url} now"
        brought = bring(means.cache, name, place.repository)
        newest = _fetched(place, known.head, is_here=bool(brought and brought.head == known.head))
        with called(place), open_repository(place.repository) as opened:
            assert opened.objects is not None
            complete(Source(place, opened.objects, newest), opened.tree, survey, budget)
            there = opened.history.commit if opened.history else ""
            keep(means.cache, name, place.repository, there, brought)
            if there != known.head:
                known = ask(place)  # it moved on since
            yield told(place, opened, known)


def _fetched(place: Place, head: str, *, is_here: bool) -> tuple[str, ...]:
    """Fetch a commit, unless it is here: what git was asked for, since not every server gives it by its name."""
    newest: tuple[str, ...] = ("--depth=1", "origin", f"+{head}:{_OURS}")
    if is_here:
        (place.repository / "refs" / "heads" / "head").write_text(f"{head}\n", encoding="ascii")
        return newest
    if run(place, *FETCH, "--filter=blob:none", *newest):
        return newest
    if is_files_only(place):
        newest = ("origin", HEAD)
    elif is_refused(place):
        newest = ("--depth=1", "origin", HEAD)  # it moved on since
    else:
        raise failed(place)
    if not run(place, *FETCH, "--filter=blob:none", *newest):
        raise failed(place)
    return newest


def empty(place: Place) -> Repository:
    """What was reached has no commit yet."""
    return Repository(path=place.repository, tree=MemoryTree({}), addresses=_addresses(place), url=place.address.shown)


def told(place: Place, opened: Repository, known: Advertised) -> Repository:
    """What was fetched, with what the server says of it."""
    history = opened.history
    if history:
        # the history may be cut off, but `shallow` is about the tags, and those are all here
        history = replace(history, branch=known.branch, tags=known.tags, shallow=False)
    # without `objects`: the first commit may not be known
    return replace(
        opened,
        history=history,
        objects=None,
        index=None,
        addresses=_addresses(place),
        url=place.address.shown,
        marks=known.marks,
    )


def _addresses(place: Place) -> tuple[str, ...]:
    public = None if place.address.url.startswith("http:") else canonical(place.address.url)
    return (public,) if public else ()


@contextmanager
def reached(url: str, limit: int, patience: float, means: Means) -> Iterator[Place]:
    """A folder to fetch to, gone afterwards. Raises OssScanError for what is not fetched."""
    address = parse(url)
    # a helper of git that was ended may just have written a file
    scratch = tempfile.TemporaryDirectory(prefix="oss-scan-", ignore_cleanup_errors=True)
    with scratch as name:
        yield prepare(Path(name), address, limit, patience, means.turns)


@contextmanager
def called(place: Place) -> Iterator[None]:
    """What goes wrong inside is told of the address, not of the folder that it was fetched to."""
    try:
        yield
    except UnreadableError as error:
        raise renamed(place, error) from error


def renamed(place: Place, error: UnreadableError) -> UnreadableError:
    """The error, as one of the address."""
    if error.values.get("path") != str(place.repository):
        return error
    return UnreadableError(error.code, **{**error.values, "path": place.address.shown})


def ask(place: Place) -> Advertised:
    """What the server says."""
    if not run(place, "ls-remote", "--symref", "--", "origin", "HEAD", "refs/heads/*", "refs/tags/*"):
        raise failed(place)
    head = branch = None
    branches: dict[str, str] = {}
    tags: dict[str, str] = {}
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
            tags[name.removeprefix(b"refs/tags/").decode("utf-8", "surrogateescape")] = value
        elif name.startswith(b"refs/heads/") and not symbolic:
            branches[name.removeprefix(b"refs/heads/").decode("utf-8", "surrogateescape")] = value
    if head is None and branches:
        raise UnreadableError("remote-head-missing", url=place.address.shown)
    return Advertised(head, branch, tuple(sorted(tags)), marks(branches, tags))
