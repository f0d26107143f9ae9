"""The list of open standards of Forum Standaardisatie as data: which version is listed when, and what decides whether a
standard applies. What was not read at the source is marked so, and stays so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal, cast

from oss_scan.positioned import Node, plain
from oss_scan.resources import data_folder
from oss_scan.strict import Strict
from oss_scan.texts import Text

Status = Literal["mandatory", "recommended", "in-procedure", "unknown"]
STATUSES: tuple[Status, ...] = ("mandatory", "recommended", "in-procedure", "unknown")
#: What may be marked as read at the source.
VERIFIABLE = ("name", "slug", "status", "version", "scope")
#: Stands for structure of the standard itself in an own file.
FOUND = "found"
PAGE = "https://www.forumstandaardisatie.nl/open-standaarden/"

_MEASURES = ("internet.nl", "organisation", "by-hand")


@dataclass(frozen=True, slots=True)
class Version:
    """A version and the date from which it is listed; None where that is not known."""

    version: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Signal:
    """What bears on whether a standard applies; `by` says whether a detector looks for it, or it follows from facts."""

    name: str
    by: Literal["detectors", "facts"]
    text: Text


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field was read; `on` is the date of the text, or of its snapshot, where known."""

    title: str
    url: str | None
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One standard. `literal`: the scope is in the Forum's words. `verified`: fields that were read at a source.

    `when`, `doubt`, `unless` and `open` name signals (or `found`), in the order in which they decide: it applies, it is
    unknown, it does not apply, it is unknown. `closed`: it does not apply where everything was looked at and none of
    them was there. `visible`: source code can show it;
    where not, `measure` says where to measure.
    """

    id: str
    name: str
    domain: str
    status: Status
    versions: tuple[Version, ...]
    scope: str
    literal: bool
    verified: tuple[str, ...]
    sources: tuple[str, ...]
    when: tuple[str, ...]
    unless: tuple[str, ...]
    doubt: tuple[str, ...]
    open: tuple[str, ...]
    closed: bool
    visible: bool
    measure: str | None
    note: Text | None

    @property
    def page(self) -> str:
        """Its page at the Forum."""
        return PAGE + self.id

    def version_on(self, day: date) -> str | None:
        """The version that is listed on a day; None where no version is known."""
        known = [one for one in self.versions if one.since is None or one.since <= day]
        return known[-1].version if known else None

    def is_listed_on(self, day: date) -> bool:
        """Whether it was on the list on a day; true too where the date is not known."""
        return not self.versions or self.version_on(day) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardsList:
    """All that `rules/data/standards.yaml` holds; `complete` is false where the Forum's own export was not read."""

    taken: date
    complete: bool
    digest: str
    sources: Mapping[str, Source]
    domains: Mapping[str, Text]
    signals: Mapping[str, Signal]
    standards: Mapping[str, Listed]


@cache
def standards_list() -> StandardsList:
    """The list that is shipped; OssScanError where the file is wrong."""
    return read_list(data_folder("rules") / "data" / "standards.yaml")


def read_list(path: Path) -> StandardsList:
    """Read a list; OssScanError names file, line and key of what is wrong."""
    file = Strict(path)
    file.only("taken", "complete", "sources", "domains", "signals", "standards")
    sources = {key.text: _source(Strict(path, node)) for key, node in file.keys("sources").items}
    domains = {key.text: _both(Strict(path, node)) for key, node in file.keys("domains").items}
    signals = {key.text: _signal(key.text, Strict(path, node)) for key, node in file.keys("signals").items}
    known = _Known(frozenset(sources), frozenset(domains), frozenset((*signals, FOUND)))
    standards = {key.text: _standard(key.text, Strict(path, node), known) for key, node in file.keys("standards").items}
    return StandardsList(
        taken=file.day("taken", date.min),
        complete=_flag(file, "complete", default=False),
        digest=sha256(path.read_bytes()).hexdigest(),
        sources=sources,
        domains=domains,
        signals=signals,
        standards=standards,
    )


@dataclass(frozen=True, slots=True)
class _Known:
    sources: frozenset[str]
    domains: frozenset[str]
    signals: frozenset[str]


def _source(entry: Strict) -> Source:
    entry.only("title", "url", "on")
    url = entry.text("url") if entry.root.get("url") else None
    return Source(entry.text("title"), url, entry.day("on", date.min) if entry.root.get("on") else None)


def _both(entry: Strict) -> Text:
    entry.only("nl", "en")
    return Text(entry.text("nl"), entry.text("en"))


def _signal(name: str, entry: Strict) -> Signal:
    entry.only("by", "nl", "en")
    by = entry.text("by")
    if by not in ("detectors", "facts"):
        entry.fail("by", nl="kies detectors of facts", en="choose detectors or facts")
    return Signal(name, "facts" if by == "facts" else "detectors", Text(entry.text("nl"), entry.text("en")))


def _standard(id_: str, entry: Strict, known: _Known) -> Listed:
    entry.only(
        "name", "domain", "status", "listed", "scope", "verified", "source", "applies", "visible", "measure", "note"
    )
    literal, scope = _scope(entry)
    applies = Strict(entry.path, entry.keys("applies", optional=True))
    applies.only("when", "doubt", "unless", "open", "absent")
    absent = applies.text("absent") if applies.root.get("absent") else "unknown"
    if absent not in ("unknown", "does-not-apply"):
        applies.fail("absent", nl="kies unknown of does-not-apply", en="choose unknown or does-not-apply")
    visible = _flag(entry, "visible", default=True)
    measure = _one_of(entry, "measure", _MEASURES) if not visible else None
    return Listed(
        id=id_,
        name=entry.text("name"),
        domain=_one_of(entry, "domain", known.domains),
        status=cast("Status", _one_of(entry, "status", STATUSES)),
        versions=_versions(entry),
        scope=scope,
        literal=literal,
        verified=_all_of(entry, "verified", VERIFIABLE),
        sources=_all_of(entry, "source", known.sources),
        when=_all_of(applies, "when", known.signals),
        unless=_all_of(applies, "unless", known.signals),
        doubt=_all_of(applies, "doubt", known.signals),
        open=_all_of(applies, "open", known.signals),
        closed=absent == "does-not-apply",
        visible=visible,
        measure=measure,
        note=entry.both("note") if entry.root.get("note") else None,
    )


def _scope(entry: Strict) -> tuple[bool, str]:
    scope = Strict(entry.path, entry.keys("scope"))
    scope.only("literal", "paraphrase")
    literal = scope.root.get("literal") is not None
    return literal, scope.text("literal" if literal else "paraphrase")


def _versions(entry: Strict) -> tuple[Version, ...]:
    if entry.root.get("listed") is None:
        return ()
    found = []
    for node in entry.items("listed"):
        one = Strict(entry.path, node)
        one.only("version", "from")
        found.append(Version(one.text("version"), one.day("from", date.min) if one.root.get("from") else None))
    dates = [one.since or date.min for one in found]
    if dates != sorted(dates):
        entry.fail("listed", nl="zet de oudste versie eerst", en="put the oldest version first")
    return tuple(found)


def _one_of(entry: Strict, key: str, known: tuple[str, ...] | frozenset[str]) -> str:
    found = entry.text(key)
    if found not in known:
        listed = ", ".join(sorted(known))
        entry.fail(key, nl=f"{found} is onbekend; kies uit {listed}", en=f"{found} is unknown; choose from {listed}")
    return found


def _all_of(entry: Strict, key: str, known: tuple[str, ...] | frozenset[str]) -> tuple[str, ...]:
    found = entry.texts(key)
    for one in found:
        if one not in known:
            listed = ", ".join(sorted(known))
            entry.fail(key, nl=f"{one} is onbekend; kies uit {listed}", en=f"{one} is unknown; choose from {listed}")
    return tuple(found)


def _flag(entry: Strict, key: str, *, default: bool) -> bool:
    node: Node | None = entry.root.get(key)
    value = default if node is None else plain(node)
    if not isinstance(value, bool):
        entry.fail(key, nl="true of false hoort hier", en="true or false belongs here")
    return value
