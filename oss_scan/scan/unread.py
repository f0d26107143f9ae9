"""What could not be read: whether it waits once more, and what is said of it."""

from oss_scan.git.again import passes
from oss_scan.inert import printable
from oss_scan.population import recognise
from oss_scan.results import Judged, Skipped
from oss_scan.scan.hosting import unread
from oss_scan.scan.reading import ABSENT
from oss_scan.store.todo import Claim
from oss_scan.texts import Reason

_LATER = ("host-busy", "remote-away")


def comes_back(one: Claim, found: object) -> bool:
    """Whether it is tried once more, after all the rest: a network or a busy host kept it away, for longer than was
    waited."""
    if not isinstance(found, Reason) or one.tries != 1:
        return False
    return found.code in _LATER or (found.code == "proxy-refused" and passes(found.values["detail"].encode()))


def unreadable(one: Claim, reason: Reason) -> Judged | Skipped:
    """What was not there yet has no part in the scan; what cannot be read has."""
    if reason.code in ABSENT:
        return Skipped(printable(one.todo.target), one.todo.organisation, "", reason)
    known = unread(one.todo.hosted)
    return Judged(
        key=key_of(one),
        repository=printable(one.todo.target),
        aliases=tuple(sorted(map(printable, one.copies))),
        status="unreadable",
        reason=reason,
        facts=known,
        recognised=recognise(known),
    )


def key_of(one: Claim) -> str:
    """The key, which there is once it was looked at."""
    assert one.key is not None
    return one.key
