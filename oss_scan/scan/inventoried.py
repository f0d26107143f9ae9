"""What an inventory makes of a scan: which targets its sources name, whose they are, what is left out, and, at the end,
its systems as judged."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from oss_scan.addresses import canonical
from oss_scan.attributing import Light
from oss_scan.git import is_repository
from oss_scan.inert import printable
from oss_scan.inventory.model import Inventory
from oss_scan.results import Judged, JudgedSystem, ListedSource, Run, Scan, Skipped
from oss_scan.rule import Rule
from oss_scan.sources import Target
from oss_scan.systems import judge
from oss_scan.texts import Reason


def owners(inventory: Inventory | None) -> Mapping[str, str]:
    """The organisation of each source, by what the source names; the first, where two name the same."""
    found: dict[str, str] = {}
    for one in inventory.organisations if inventory else ():
        for source in one.sources:
            found.setdefault(source.address, one.id)
    return found


def owner(target: Target, known: Mapping[str, str]) -> str | None:
    """The organisation of the first source that names a target."""
    return next((known[word] for word in target.words if word in known), None)


def given(inventory: Inventory | None, targets: Sequence[Target]) -> tuple[ListedSource, ...]:
    """What each source of the inventory gave."""
    by_word: dict[str, list[Target]] = {}
    for target in targets:
        for word in target.words:
            by_word.setdefault(word, []).append(target)
    return tuple(
        _given(one.id, source.address, by_word.get(source.address, ()))
        for one in (inventory.organisations if inventory else ())
        for source in one.sources
    )


def _given(organisation: str, address: str, named: Iterable[Target]) -> ListedSource:
    found, reason = 0, None
    for target in named:
        if target.stands_for_more:
            reason = target.reason
        elif target.path and str(target.path) == str(Path(address)) and not is_repository(target.path):
            code = "not-a-repository" if target.path.exists() else "no-such-path"
            reason = Reason(code, {"path": printable(address)})
        else:
            found += 1
    return ListedSource(organisation, address, found, reason)


def left_out(
    targets: Sequence[Target], by: Light | None, known: Mapping[str, str]
) -> tuple[tuple[Target, ...], tuple[Skipped, ...]]:
    """The targets that are to be judged, and those that the inventory leaves out, as far as their address tells. A
    source in which nothing lies is none of both."""
    if by is None:
        return tuple(targets), ()
    stay, out = [], []
    for target in targets:
        if target.reason and target.reason.code == "folder-empty":
            continue
        where = addresses(target)
        why = by.places.out(where)
        if why is None:
            stay.append(target)
        else:
            organisation = by.places.organisation(where) or owner(target, known)
            out.append(Skipped(why.repository, organisation, why.reason))
    return tuple(stay), tuple(out)


def addresses(target: Target) -> tuple[str, ...]:
    """Where a target is, as far as that shows before it is looked at."""
    if target.listed:
        return target.listed.addresses
    found = canonical(target.text) if target.url else None
    return (found,) if found else ()


def systems(by: Light | None, run: Run, judged: tuple[Judged, ...], rules: Iterable[Rule]) -> tuple[JudgedSystem, ...]:
    """The systems of the inventory, judged once all repositories are there."""
    return judge(by.inventory, Scan(run, judged), rules) if by else ()
