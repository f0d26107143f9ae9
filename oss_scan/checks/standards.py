"""Questions about standards of the list of which files show structure: transport, documents, accessibility."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from oss_scan.checks import Answer, Place, check, failed, not_applicable, passed, unknown
from oss_scan.checks.documents import unread
from oss_scan.facts import Facts, NotLooked
from oss_scan.facts.seen import Seen
from oss_scan.standards.evidence import Sighting, Sort, Where
from oss_scan.standards.listed import standards_list
from oss_scan.tree import LIMIT, Unread
from oss_scan.verdicts import Applicability
from oss_scan.verdicts.judging import verdict_of

_SHOWN = 10  # places of an answer


@dataclass(frozen=True, slots=True)
class OfStandard:
    """Which standard of the list is asked about."""

    standard: str


@check("standards.transport", OfStandard, values=("path", "found"))
def transport(facts: Facts, params: OfStandard, day: date) -> Answer:
    """Whether server configuration that is shipped offers no obsolete version of TLS."""
    seen = _asked(facts, params, day)
    if isinstance(seen, Answer):
        return seen
    old = _own(seen, params.standard, Sort.COUNTER)
    if old:
        return failed(*_places(old), path=old[0].path, found=old[0].structure)
    good = _own(seen, params.standard, Sort.FOUND)
    gap = _gap(seen, params.standard, "server-configuration")
    if gap:
        return gap
    if good:
        return passed(*_places(good))
    offering = _own(seen, "server-configuration", Sort.SIGNAL)
    if offering:
        return unknown("tls-versions-unsaid", *_places(offering), path=offering[0].path)
    return not_applicable("no-server-configuration")


@check("standards.documents", OfStandard, values=("path", "found", "number"))
def documents(facts: Facts, params: OfStandard, day: date) -> Answer:
    """Whether there are no documents in formats of Office among the own files."""
    seen = _asked(facts, params, day)
    if isinstance(seen, Answer):
        return seen
    closed, gap = _own(seen, params.standard, Sort.COUNTER), _gap(seen, params.standard, "editable-documents")
    if closed:
        tallied = [one for one in seen.tallies if one.about == params.standard and one.sort is Sort.COUNTER]
        number = sum(one.files for one in tallied if one.where is Where.OWN) or len(closed)
        least = "≥ " if gap else ""  # what was not read may be such documents too
        return failed(*_places(closed), path=closed[0].path, found=closed[0].structure, number=f"{least}{number}")
    if gap:
        return gap
    there = _own(seen, "editable-documents", Sort.SIGNAL)
    return passed(*_places(there)) if there else not_applicable("no-editable-documents")


@check("standards.accessibility-statement", OfStandard, values=("path",))
def accessibility_statement(facts: Facts, params: OfStandard, day: date) -> Answer:
    """Whether a web application links to its accessibility statement.

    That no link is seen says nothing: what editors write stands elsewhere. A link to the register that leads to no
    statement is wrong.
    """
    seen = _asked(facts, params, day)
    if isinstance(seen, Answer):
        return seen
    links = [one for one in _own(seen, params.standard, Sort.FOUND) if one.detector == "accessibility-statement"]
    if links:
        return passed(*_places(links))
    gap = _gap(seen, params.standard, "web-interface")
    if gap:
        return gap
    wrong = _own(seen, "statement-unnumbered", Sort.SIGNAL)
    if wrong:
        return failed(*_places(wrong), path=wrong[0].path)
    pages = _own(seen, "web-interface", Sort.SIGNAL)
    return unknown("statement-not-seen", *_places(pages)) if pages else unknown("web-interface-not-seen")


def _asked(facts: Facts, params: OfStandard, day: date) -> Seen | Answer:
    """What was seen; else the answer that follows from what the owner says, or from the kind of repository."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    seen = facts.tree.value.seen
    if seen is None:
        return unknown("standards-not-looked")
    verdict = verdict_of(facts, standards_list(), params.standard, day)
    if verdict is None:
        return not_applicable("standard-not-listed")
    reason = verdict.because
    if verdict.applicability is Applicability.DOES_NOT:
        if reason.code == "applies-not-declared":
            return not_applicable("standard-not-applicable", reason=reason.values["reason"])
        if "signal" in reason.values:
            return not_applicable("not-by-kind", kind=reason.values["signal"].removeprefix("kind-"))
    return seen


def _own(seen: Seen, about: str, sort: Sort) -> tuple[Sighting, ...]:
    return tuple(one for one in seen.sightings if (one.about, one.sort, one.where) == (about, sort, Where.OWN))


def _places(sightings: Sequence[Sighting]) -> tuple[Place, ...]:
    return tuple(Place(one.path, one.line, one.column) for one in sightings[:_SHOWN])


def _gap(seen: Seen, *about: str) -> Answer | None:
    """That a file which could decide was not read."""
    gap = next((one for one in seen.gaps if one.about in about), None)
    if gap is None:
        return None
    if gap.code in ("blob-not-fetched", "blob-left-out"):
        return unknown("standards-gap", Place(gap.path), count=str(gap.count), path=gap.path)
    return unread(Unread(gap.code, gap.path), LIMIT, Place(gap.path))
