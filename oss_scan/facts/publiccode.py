"""publiccode.yml in the root of a repository, and of its components in the folders below."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from oss_scan import publiccode
from oss_scan.facts.automation import aside
from oss_scan.facts.listing import Listing
from oss_scan.tree import LIMIT, Kind, Tree, Unread

NAMES = ("publiccode.yml", "publiccode.yaml")
#: Items that a fact holds; `total` says how many there were.
ITEMS = 50
#: Components that are looked at; what more there is, is not judged.
COMPONENTS = 50
#: Bytes of a component's file that are read at most: together no more than a few files in the root.
COMPONENT = 128 * 1024
# What rules ask of the values; the rest of the file is not kept.
_KEPT = re.compile(
    r"publiccodeYmlVersion|name|url|landingURL|isBasedOn(\[[0-9]\])?|softwareType|softwareVersion|releaseDate"
    r"|developmentStatus|legal\.license"
    r"|organisation\.(uri|name)|maintenance\.(type|contractors\[[0-9]+\]\.until)|description\.[^.]{1,50}"
)
_VALUES = 100
_LONGEST = 500  # characters of a value
_HOPS = 8  # links to folders that are followed to a file that is named
_LONGEST_PATH = 1024  # characters of a path of which the folders above are looked at
_MARKS = {"error": 0, "warning": 1, "notice": 2}


@dataclass(frozen=True, slots=True)
class PubliccodeFile:
    """A publiccode.yml or .yaml; `verdict` is None where it was not read."""

    path: str
    blob: str
    verdict: publiccode.Verdict | None
    items: tuple[publiccode.Item, ...] = ()
    values: tuple[publiccode.Value, ...] = ()
    unread: Unread | None = None
    total: int = 0  # items, of which `items` holds the first; errors go before the rest

    def value(self, key: str) -> publiccode.Value | None:
        """The value under a dotted key, such as `legal.license`."""
        return next((value for value in self.values if value.key == key), None)


def collect_publiccode(listing: Listing) -> tuple[PubliccodeFile, ...]:
    """The publiccode files in the root, the name that catalogues see first."""
    named = [path for path in listing.folder("") if path.lower() in NAMES and listing.is_file(path)]
    named.sort(key=lambda path: (path not in NAMES, path.lower() != NAMES[0], path))
    has_file = _files(listing) if named else None
    return tuple(_read(listing, path, has_file) for path in named)


def collect_components(listing: Listing) -> tuple[PubliccodeFile, ...]:
    """The publiccode files in folders below the root, of a monorepo's components, but not of others' work or examples.

    The files that they name may lie below their own folder, or below the root.
    """
    named = [path for path in listing.named(NAMES) if "/" in path and not aside(path) and listing.is_file(path)]
    in_root = _files(listing) if named else None
    return tuple(_read(listing, path, _either(in_root, path), COMPONENT) for path in named[:COMPONENTS])


def _either(in_root: Callable[[str], bool] | None, path: str) -> Callable[[str], bool] | None:
    folder = posixpath.dirname(path)
    return in_root and (lambda named: in_root(named) or in_root(f"{folder}/{named}"))


def _read(listing: Listing, path: str, has_file: Callable[[str], bool] | None, limit: int = LIMIT) -> PubliccodeFile:
    blob = listing.tree.blob(path)
    data = listing.read(path, limit)
    if isinstance(data, Unread):
        return PubliccodeFile(path, blob, None, unread=data)
    report = publiccode.validate(data, has_file=has_file)
    first = sorted(report.items, key=lambda item: _MARKS[item.type])[:ITEMS]
    kept = [value for value in report.values if _KEPT.fullmatch(value.key)][:_VALUES]
    return PubliccodeFile(
        path,
        blob,
        report.verdict,
        tuple(sorted(first, key=lambda item: (item.line, item.column, item.key, item.code))),
        tuple(replace(value, text=value.text[:_LONGEST]) for value in kept),
        total=len(report.items),
    )


def _files(listing: Listing) -> Callable[[str], bool]:
    """Says whether a file is at a path from the root."""
    known = frozenset(listing.paths)
    return cache(lambda path: _has_file(listing.tree, known, path))


def _has_file(tree: Tree, known: frozenset[str], path: str) -> bool:
    """Whether a file is there, links to folders followed; true too where a link or a submodule hides what is there."""
    for _ in range(_HOPS):
        if path in known:
            return True
        above = next((folder for folder in _above(path) if folder in known), None)
        if above is None or tree.kind(above) is Kind.FILE:
            return False
        target = tree.read(above, 4096) if tree.kind(above) is Kind.LINK else None
        if not isinstance(target, bytes):
            return True
        leads = target.decode("utf-8", "surrogateescape")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(above), leads, path[len(above) + 1 :]))
        if path.startswith(("/", "../")):
            return True
    return True


def _above(path: str) -> Iterator[str]:
    """The folders above a path, the nearest to the root first."""
    if len(path) <= _LONGEST_PATH:
        yield from (path[: match.start()] for match in re.finditer("/", path))
