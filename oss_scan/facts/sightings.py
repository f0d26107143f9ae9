"""What detectors see in the files of a tree: each wanted file is read once, the most telling names first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from oss_scan.facts.listing import Listing
from oss_scan.facts.seen import Gap, Ran, Seen, Tally
from oss_scan.standards.detectors import DETECTORS
from oss_scan.standards.detectors.spots import ending
from oss_scan.standards.evidence import Detector, Sighting, Sort, Where
from oss_scan.standards.where import is_generated, where_of
from oss_scan.tree import WHOLE, Kind, Unread

#: Files that are looked into at most, and bytes of them together, of code and of the rest alike; places that are kept
#: of one detector for one thing.
FILES = 1000
BYTES = 6 * 1024 * 1024
PLACES = 20
_SHARED = 512 * 1024  # bytes of code in which detectors look for other things too
_DOCUMENTS = 4  # the rank from which files are documents: large, and after the rest
_CODE = WHOLE  # the rank of what only tells whether: it is read until something is seen, all of it or nothing
_ASIDE = 9  # the rank of files outside own places: after all others
_SERIES = 8  # pages of one name in folders beside each other, from which nobody wrote them
_LOOKED_ASIDE = frozenset((Where.TEST, Where.EXAMPLE, Where.DOCUMENTATION, Where.ARCHIVE))


@dataclass(frozen=True, slots=True)
class _Wanted:
    path: str
    where: Where
    rank: int
    by: tuple[Detector, ...]


def collect_sightings(listing: Listing, detectors: Sequence[Detector] = DETECTORS) -> Seen:
    """Let the detectors look at the files that they want, within bounds.

    What others made or a program wrote is not read. Of tests, examples, documentation and archives only the files with
    the most telling names are; what is seen there is kept apart, and is no evidence.
    """
    seen: list[Sighting] = []
    gaps: dict[tuple[str, str], list[str]] = {}
    files, size = Counter[bool](), Counter[bool]()  # of code, and of the rest: documents take nothing from code
    queue = [one for one in _wanted(listing.paths, tuple(detectors)) if listing.tree.kind(one.path) is Kind.FILE]
    code = sum(one.rank == _CODE for one in queue)
    for wanted in queue:
        is_code = wanted.rank == _CODE
        if is_code and _is_settled(wanted, seen):
            continue
        bound = BYTES if is_code or wanted.rank < _DOCUMENTS else BYTES // 2
        if files[is_code] < FILES and size[is_code] < bound and (not is_code or code <= FILES):
            data = listing.seek(wanted.path, wanted.rank, _limit(wanted))
        else:
            data = Unread("blob-left-out", wanted.path)
        if isinstance(data, Unread):
            # whoever keeps a file of an unknown kind in Git LFS keeps data there
            if wanted.rank < _ASIDE and (wanted.rank, data.code) != (_CODE, "blob-lfs"):
                for about in {about for detector in wanted.by for about in detector.about}:
                    gaps.setdefault((about, data.code), []).append(wanted.path)
            continue
        files[is_code] += 1
        size[is_code] += len(data)
        seen += _look(data, wanted)
    return Seen(
        sightings=tuple(sorted(_bounded(seen), key=lambda one: (one.path, one.line or 0, one))),
        tallies=tuple(_tallies(seen)),
        detectors=tuple(
            Ran(name, revision) for name, revision in sorted({(one.name, one.revision) for one in detectors})
        ),
        gaps=tuple(Gap(about, code, len(paths), paths[0]) for (about, code), paths in sorted(gaps.items())),
        files=files.total(),
    )


def _limit(wanted: _Wanted) -> int:
    """How many bytes of a file are read at most: of one that shows other things too not more because it is code."""
    alone = wanted.rank == _CODE
    return max(one.limit if alone or one.rank != _CODE else min(one.limit, _SHARED) for one in wanted.by)


def _is_settled(wanted: _Wanted, seen: Sequence[Sighting]) -> bool:
    """Whether all that a file could show was seen already among the own files."""
    about = frozenset[str]().union(*(detector.about for detector in wanted.by))
    return about <= {one.about for one in seen if one.where is Where.OWN}


@lru_cache(maxsize=1)  # a remote tree is gone through again once more of its files are here
def _wanted(paths: tuple[str, ...], detectors: tuple[Detector, ...]) -> Sequence[_Wanted]:
    """Who wants which path, the most telling first."""
    return sorted(_each(paths, detectors), key=lambda one: (one.rank, one.path.count("/"), one.path))


def _each(paths: tuple[str, ...], detectors: tuple[Detector, ...]) -> Iterator[_Wanted]:
    endings: set[str] = set().union(*(detector.endings for detector in detectors))
    others = [detector.never for detector in detectors if not detector.endings]
    never = frozenset.intersection(*others) if others else None
    series = _series(paths)
    candidates: dict[tuple[str, Where], tuple[Detector, ...]] = {}
    for path in paths:
        if (last := ending(path)) not in endings and (never is None or last in never):
            continue
        kind = last, Where.GENERATED if series and _is_in(path, series) else where_of(path)
        if kind not in candidates:
            candidates[kind] = tuple(one for one in detectors if _may(one, *kind))
        by = tuple(one for one in candidates[kind] if one.wants(path)) if candidates[kind] else ()
        if by:
            own = tuple(detector for detector in by if kind[1] in detector.own)
            if own:
                yield _Wanted(path, Where.OWN, min(detector.rank for detector in own), own)
            else:
                yield _Wanted(path, kind[1], _ASIDE, by)


def _turn(path: str) -> tuple[str, str]:
    """The folder above that of a file, and its name."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[0], name


def _is_in(path: str, series: frozenset[tuple[str, str]]) -> bool:
    """Whether a page lies with a series, at any depth."""
    folders, _, name = path.rpartition("/")
    parts = folders.split("/")
    return any(("/".join(parts[:depth]), name) in series for depth in range(1, len(parts)))


def _series(paths: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Pages of one name in many folders beside each other: a program wrote them, or they came with a library. The
    folder above them, and the name; not at the top, where a site of a few pages may be."""
    found = Counter(_turn(path) for path in paths if path.endswith((".html", ".htm")) and path.count("/") > 1)
    return frozenset(turn for turn, number in found.items() if number >= _SERIES)


def _may(detector: Detector, last: str, where: Where) -> bool:
    """Whether a detector can want a file with this ending, at such a place."""
    if last in detector.never or (detector.endings and last not in detector.endings):
        return False
    return where in detector.own or (detector.rank == 0 and where in _LOOKED_ASIDE)


def _look(data: bytes, wanted: _Wanted) -> Iterator[Sighting]:
    where = Where.GENERATED if wanted.where is Where.OWN and is_generated(data) else wanted.where
    for detector in wanted.by:
        if len(data) <= detector.limit:
            for sighting in detector.see(wanted.path, data):
                yield replace(sighting, where=where)


def _group(sighting: Sighting) -> tuple[str, Sort, str, Where]:
    return sighting.about, sighting.sort, sighting.detector, sighting.where


def _bounded(seen: Iterable[Sighting]) -> Iterator[Sighting]:
    """The first places of each group, spread over as many files as possible."""
    groups: dict[tuple[str, Sort, str, Where], list[Sighting]] = {}
    for one in sorted(seen):
        groups.setdefault(_group(one), []).append(one)
    for group in groups.values():
        turns: Counter[str] = Counter()
        ranked = []
        for one in group:
            ranked.append((turns[one.path], one))
            turns[one.path] += 1
        # the sort is stable: the first of each file go before the second of any
        yield from (one for _, one in sorted(ranked, key=lambda pair: pair[0])[:PLACES])


def _tallies(seen: Iterable[Sighting]) -> Iterator[Tally]:
    groups: dict[tuple[str, Sort, str, Where], list[str]] = {}
    for one in seen:
        groups.setdefault(_group(one), []).append(one.path)
    for (about, sort, detector, where), paths in sorted(groups.items()):
        yield Tally(about, sort, detector, where, len(paths), len(set(paths)))
