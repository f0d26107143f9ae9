"""Questions about maintenance."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from oss_scan.checks import Answer, NoParams, Place, check, failed, passed, unknown
from oss_scan.checks.documents import unread
from oss_scan.facts import Facts, NotLooked, TreeFacts
from oss_scan.facts.publiccode import PubliccodeFile
from oss_scan.publiccode import Value
from oss_scan.regex import regex
from oss_scan.tree import LIMIT

_NUMBERS = r"(?:v\.?)?(\d{1,9}(?:\.\d{1,9}){1,5})"
_SUFFIX = r"([-+._]?[a-z][a-z0-9.+=_-]*|[-+_]\d[a-z0-9.+=_-]*)?"
#: 1.2, v1.2.3, V.1.2, 1.2.3-rc1, name-1.2.3, name@1.2.3, version=1.2.3, release/1.2; not 2024-05-01, release or 1.
_TAG = regex(rf"(?:.*?[/@_=-])??{_NUMBERS}{_SUFFIX}", re.IGNORECASE)
#: release_1_2_0, as in tags for CVS and what stayed of them; not release_2024_05_01.
_LOW_DOTS = regex(
    r"(?:.*?[/@_-])??(?:release|rel|version|versie|v)[-_]?(?!(?:19|20)\d\d_\d\d?_\d\d?(?!\d))(\d{1,4}(?:_\d{1,4}){1,5})",
    re.IGNORECASE,
)
_STATED = regex(rf"\s*(?:version|versie)?\s*{_NUMBERS}{_SUFFIX}", re.IGNORECASE)
#: Suffixes that mark no pre-release: a build (8.4.1-1, 1.2.0+5), the final one, or a repair of it.
_BUILD = regex(
    r"\+|[-._]?(?:final|release|ga|lts|post|patch|hotfix)(?![a-z])|[-_]\d(?!.*(?:rc|alpha|beta|pre|dev|snapshot))"
)
_PART = regex(r"[a-z]+|\d+")
_LONGEST = 200  # characters of a tag or version that are looked at


@dataclass(frozen=True, slots=True)
class Active:
    """How old the last commit may be."""

    days: int


@dataclass(frozen=True, slots=True, order=True)
class _Version:
    """A version in the order of versions: a pre-release comes before its release, and a build after it."""

    numbers: tuple[int, ...]
    stable: bool
    suffix: tuple[tuple[bool, int, str], ...]
    written: str


@check("maintenance.active", Active, revision=2, values=("committed", "days"))
def active(facts: Facts, params: Active, reference_date: date) -> Answer:
    """Whether there is a recent commit, or the repository says that it is no longer maintained."""
    if isinstance(facts.history, NotLooked):
        return unknown(facts.history.reason)
    committed = facts.history.value.committed.date()
    if (reference_date - committed).days <= params.days:
        return passed(date=committed.isoformat())
    files = () if isinstance(facts.tree, NotLooked) else facts.tree.value.publiccode
    for file in files:
        status = file.value("developmentStatus")
        if status and status.text.strip() == "obsolete":
            return passed(_at(file, status))
    archived = facts.hosting if isinstance(facts.hosting, NotLooked) else facts.hosting.value.archived
    if isinstance(archived, NotLooked):
        if archived.reason != "hosting-not-looked":
            return unknown(archived.reason)
        return unknown("inactive-hosting-not-looked", date=committed.isoformat(), days=str(params.days))
    if archived.value:
        return passed(archived="true")
    for file in files:
        if file.unread:
            return unread(file.unread, LIMIT, Place(file.path, blob=file.blob))
    return failed(committed=committed.isoformat(), days=str(params.days))


@check("maintenance.ci", NoParams)
def ci(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether there is a CI definition that runs on changes."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    found = facts.tree.value.automation.ci
    return passed(*(Place(spot.path, spot.line, blob=spot.blob) for spot in found)) if found else failed()


@check("maintenance.versions", NoParams, revision=3, values=("newest", "version", "found"))
def versions(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether tags name versions, and publiccode.yml names none that is newer than the newest stable tag.

    `version` and `newest` are `-` where there is none; `found` is both, or the tags that name no version.
    """
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    if isinstance(facts.history, NotLooked):
        return unknown(facts.history.reason)
    history = facts.history.value
    tagged = [one for tag in history.tags if (one := _version(_TAG.fullmatch(_dotted(tag)), tag))]
    newest = max(tagged, key=lambda one: (one.stable, one), default=None)
    stated = _stated(facts.tree.value)
    version = stated[1].text.strip()[:_LONGEST] if stated else "-"
    if newest and (stated is None or version in history.tags or _has_tag(version, tagged)):
        return passed(newest=newest.written)
    if history.shallow:
        return unknown("shallow")
    tags = f"tag {newest.written}" if newest else _summary(history.tags)
    found = f"softwareVersion {version}, {tags}" if stated else tags
    places = [_at(*stated)] if stated else []
    return failed(*places, newest=newest.written if newest else "-", version=version, found=found)


def _summary(tags: Sequence[str]) -> str:
    """Tags that name no version: how many, and some of them."""
    shown = ", ".join(tag[:40] for tag in tags[-3:])
    count = f"{len(tags)} {'tag' if len(tags) == 1 else 'tags'}"
    return f"{count} ({'…, ' if len(tags) > 3 else ''}{shown})" if tags else count


def _has_tag(version: str, tagged: Sequence[_Version]) -> bool:
    """Whether a tag is that version or newer; one without numbers (`latest`) cannot be compared.

    A pre-release's tag counts only for what is a pre-release itself; for a build the tag of its version will do.
    """
    stated = _version(_STATED.match(version), version)
    if stated is None or any(tag.stable and tag.numbers >= stated.numbers for tag in tagged):
        return True
    order = (stated.numbers, stated.suffix)
    return not stated.stable and any(not tag.stable and (tag.numbers, tag.suffix) >= order for tag in tagged)


def _dotted(tag: str) -> str:
    low = _LOW_DOTS.fullmatch(tag[:_LONGEST])
    return low[1].replace("_", ".") if low else tag[:_LONGEST]


def _version(match: re.Match[str] | None, written: str) -> _Version | None:
    if match is None or len(written) > _LONGEST:
        return None
    numbers = [int(part) for part in match[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    suffix = (match[2] or "").lower()
    # By semver.org, rule 11: numbers come before words, and a longer list after a shorter one.
    parts = ((not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in _PART.findall(suffix))
    return _Version(tuple(numbers), not suffix or _BUILD.match(suffix) is not None, tuple(parts), written)


def _stated(tree: TreeFacts) -> tuple[PubliccodeFile, Value] | None:
    for file in tree.publiccode:
        value = file.value("softwareVersion")
        if value and value.text.strip():
            return file, value
    return None


def _at(file: PubliccodeFile, value: Value) -> Place:
    return Place(file.path, value.line, value.column, file.blob)
