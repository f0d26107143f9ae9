"""Questions about maintenance."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from oss_scan.checks import Answer, NoParams, Place, check, failed, passed, unknown
from oss_scan.checks.documents import unread
from oss_scan.facts import Facts, NotLooked, TreeFacts
from oss_scan.facts.publiccode import PubliccodeFile
from oss_scan.publiccode import Value
from oss_scan.tree import LIMIT

_NUMBERS = r"v?(\d{1,9}(?:\.\d{1,9}){1,5})"
#: 1.2, v1.2.3, 1.2.3-rc1, name-1.2.3, name@1.2.3, release/1.2; not 2024-05-01, release or 1.
_TAG = re.compile(rf"(?:.*?[/@_-])??{_NUMBERS}(?:[-+._]?[a-z][a-z0-9.+-]*|[-+]\d[a-z0-9.+-]*)?", re.IGNORECASE)
_VERSION = re.compile(rf"\s*(?:version|versie)?\s*{_NUMBERS}", re.IGNORECASE)
_LONGEST = 200  # characters of a tag or version that are looked at


@dataclass(frozen=True, slots=True)
class Active:
    """How old the last commit may be."""

    days: int


@check("maintenance.active", Active, values=("committed", "days"))
def active(facts: Facts, params: Active, reference_date: date) -> Answer:
    """Whether there is a recent commit, or the repository says that it is no longer maintained."""
    if isinstance(facts.history, NotLooked):
        return unknown(facts.history.reason)
    committed = facts.history.value.committed.date()
    if (reference_date - committed).days <= params.days:
        return passed()
    files = () if isinstance(facts.tree, NotLooked) else facts.tree.value.publiccode
    for file in files:
        status = file.value("developmentStatus")
        if status and status.text.strip() == "obsolete":
            return passed(_at(file, status))
    if isinstance(facts.hosting, NotLooked):
        return unknown(facts.hosting.reason)
    archived = facts.hosting.value.archived
    if isinstance(archived, NotLooked):
        return unknown(archived.reason)
    if archived.value:
        return passed(archived="true")
    for file in files:
        if file.unread:
            return unread(file.unread, LIMIT, Place(file.path, blob=file.blob))
    return failed(committed=committed.isoformat(), days=str(params.days))


@check("maintenance.ci", NoParams)
def ci(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether there is a CI definition."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    found = facts.tree.value.automation.ci
    return passed(*(Place(spot.path, spot.line, blob=spot.blob) for spot in found)) if found else failed()


@check("maintenance.versions", NoParams, values=("newest", "version"))
def versions(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether tags name versions, and publiccode.yml names none that is newer than the newest tag.

    Only numbers are compared (1.2.0-rc1 is 1.2.0, and so is 1.2); `version` and `newest` are `-` where there is none.
    """
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    if isinstance(facts.history, NotLooked):
        return unknown(facts.history.reason)
    history = facts.history.value
    newest = _newest(history.tags)
    stated = _stated(facts.tree.value)
    if newest and not (stated and _newer(stated[1].text, newest[0]) and stated[1].text.strip() not in history.tags):
        return passed(newest=newest[1])
    if history.shallow:
        return unknown("shallow")
    places = [_at(*stated)] if stated else []
    version = stated[1].text.strip()[:_LONGEST] if stated else "-"
    return failed(*places, newest=newest[1] if newest else "-", version=version)


def _newest(tags: Iterable[str]) -> tuple[tuple[int, ...], str] | None:
    """The numbers and the name of the newest tag that names a version."""
    named = ((_TAG.fullmatch(tag), tag) for tag in tags if len(tag) <= _LONGEST)
    return max(((_numbers(match[1]), tag) for match, tag in named if match), default=None)


def _newer(version: str, newest: tuple[int, ...]) -> bool:
    """Whether a version is newer than the newest tag; one without numbers (`latest`) cannot be compared."""
    match = _VERSION.match(version[:_LONGEST])
    return match is not None and _numbers(match[1]) > newest


def _numbers(text: str) -> tuple[int, ...]:
    numbers = [int(part) for part in text.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _stated(tree: TreeFacts) -> tuple[PubliccodeFile, Value] | None:
    for file in tree.publiccode:
        value = file.value("softwareVersion")
        if value and value.text.strip():
            return file, value
    return None


def _at(file: PubliccodeFile, value: Value) -> Place:
    return Place(file.path, value.line, value.column, file.blob)
