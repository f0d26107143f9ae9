"""Mends a publiccode.yml: minimal edits of its text, after which everything else in it says the same."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from oss_scan.positioned import BadYamlError
from oss_scan.publiccode import edits
from oss_scan.publiccode.betters import betters
from oss_scan.publiccode.leaving import directives, leaving, unwanted
from oss_scan.publiccode.mend import Change, Mend, clipped, line
from oss_scan.publiccode.model import Profile
from oss_scan.publiccode.spots import Page, Path, decode, leaves, read
from oss_scan.publiccode.table import LATEST
from oss_scan.publiccode.views import number

_ROUNDS = 200  # times that a file is read anew for one kind of mend
_PASSES = 5
_TRIES = 20  # mends that are tried in a round
_WORK = 2_000_000  # characters that are read anew for one kind of mend
_PROFILES: tuple[Profile, ...] = ("standard", "reference")
_VERSION = "publiccodeYmlVersion"
_ZERO = re.compile(r"0\.[0-9]{1,3}(\.[0-9]{1,3})?", re.ASCII)

_Source = Callable[[Page], Iterable[Mend]]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after mending, and what was changed, in the order of the file."""

    data: bytes
    changes: tuple[Change, ...]


def fix(data: bytes) -> Mended:
    """Mend every fault of a publiccode.yml for which the table of fields says how. Raises BadYamlError.

    An older version becomes `0`: catalogues read each as the newest, and what takes the place of a deprecated key
    was not there yet.
    """
    return _mended(data, to="0", keep=False)


def upgrade(data: bytes) -> Mended:
    """Mend it, and bring it to the newest version of the standard. Raises BadYamlError.

    Keys that the newest version forbids, and that say something, become comments.
    """
    return _mended(data, to=LATEST, keep=True)


def _mended(data: bytes, *, to: str, keep: bool) -> Mended:
    mark, text = decode(data)
    page = read(text)
    changes: list[Change] = []
    together: list[_Source] = [partial(_raised, to=to), *(partial(betters, profile=one) for one in _PROFILES)]
    alone: list[_Source] = [directives, leaving, partial(unwanted, keep=keep)]
    for _ in range(_PASSES):  # a key that got its own name, or was moved, may have a better value
        before = page
        for source in together:
            page, done = _together(page, source)
            changes += done
        for source in alone:
            page, done = _one_by_one(page, source)
            changes += done
        if page is before:
            break
    changes.sort(key=lambda change: (change.line, change.key))
    return Mended(mark + page.text.encode("utf-8"), tuple(changes))


def _together(page: Page, source: _Source) -> tuple[Page, list[Change]]:
    """Apply all mends at once, again while there are; where that does harm, each alone."""
    changes: list[Change] = []
    refused: set[tuple[Path, ...]] = set()
    for _ in range(_rounds(page)):
        mends = list(_apart(mend for mend in source(page) if mend.touched not in refused))
        after = _applied(page, mends) if mends else None
        if after is None:
            for mend in mends[: _rounds(page)]:
                after = _applied(page, [mend])
                if after is not None:
                    mends = [mend]
                    break
                refused.add(mend.touched)
        if after is None:
            break
        page = after
        changes += [change for mend in mends for change in mend.changes]
    return page, changes


def _one_by_one(page: Page, source: _Source) -> tuple[Page, list[Change]]:
    """Apply what only takes away, else the first mend that does no harm; again while there is one."""
    changes: list[Change] = []
    for _ in range(_rounds(page)):
        mends = list(source(page))
        drops = _disjoint(mend for mend in mends if all(not edit.new for edit in mend.edits))
        tries = (drops, *([mend] for mend in mends[:_TRIES]))
        found = next(((after, some) for some in tries if some and (after := _applied(page, some))), None)
        if found is None:
            break
        page, some = found
        changes += [change for mend in some for change in mend.changes]
    return page, changes


def _rounds(page: Page) -> int:
    """How often a file is read anew: less often as it is larger, since any size may come."""
    return min(_ROUNDS, 5 + _WORK // (len(page.text) + 1))


def _disjoint(mends: Iterable[Mend]) -> list[Mend]:
    """Those of which the edits follow one another."""
    held: list[Mend] = []
    last = -1
    for mend in sorted(mends, key=lambda one: one.edits):
        if mend.edits[0].start >= last:
            held.append(mend)
            last = max(edit.end for edit in mend.edits)
    return held


def _apart(mends: Iterable[Mend]) -> Iterator[Mend]:
    """Mends of places that do not overlap; two places may share one value by an alias."""
    spans: dict[tuple[int, int], Mend] = {}
    for mend in mends:
        for edit in mend.edits:
            held = spans.get((edit.start, edit.end))
            if held is None:
                spans[(edit.start, edit.end)] = mend
            elif held.edits == mend.edits:
                spans[(edit.start, edit.end)] = Mend(held.edits, held.touched + mend.touched, held.changes)
    return iter(spans.values())


def _applied(page: Page, mends: Iterable[Mend]) -> Page | None:
    """The file after mends, or None where it would then be no YAML or say something else elsewhere."""
    held = list(mends)
    text = edits.applied(page.text, (edit for mend in held for edit in mend.edits))
    try:
        after = read(text)
    except BadYamlError:
        return None
    touched = {path for mend in held for path in mend.touched}
    return after if after.text != page.text and _rest(page, touched) == _rest(after, touched) else None


def _rest(page: Page, touched: set[Path]) -> list[tuple[Path, object]]:
    """What the file says outside some paths."""
    if page.root is None:
        return []
    return [
        (path, value)
        for path, value in leaves(page.root)
        if not any(path[:length] in touched for length in range(len(path) + 1))
    ]


def _raised(page: Page, *, to: str) -> Iterator[Mend]:
    """Another version in the place of an older one."""
    stated = page.root.get(_VERSION) if page.root is not None and page.root.kind == "map" else None
    if stated is None or not _ZERO.fullmatch(stated.text) or number(stated.text) >= number(LATEST):
        return
    new = edits.written(to, stated.style or '"')
    change = Change(line(stated), _VERSION, "value", clipped(stated.text), new)
    yield Mend(edits.replace(page, stated, new), ((_VERSION,),), (change,))
