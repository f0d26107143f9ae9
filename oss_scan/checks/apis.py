"""Questions about the APIs that a repository offers, by its own OpenAPI documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from oss_scan.checks import Answer, Place, check, failed, not_applicable, passed, unknown
from oss_scan.checks.documents import unread
from oss_scan.facts import Facts, NotLooked
from oss_scan.facts.apis import FETCHED, OF_A_CLIENT, OF_SEVERAL, Api, Apis, Deviation
from oss_scan.facts.seen import Seen
from oss_scan.standards.adr import SCHEMA
from oss_scan.standards.adr.addresses import ADDRESS
from oss_scan.standards.detectors.answering import UNLISTED
from oss_scan.standards.evidence import Where
from oss_scan.standards.listed import standards_list
from oss_scan.standards.openapi.reading import LIMIT
from oss_scan.verdicts import Applicability
from oss_scan.verdicts.judging import verdict_of
from oss_scan.verdicts.testing import deviations, is_decided, is_good, ruleset_of

_NAMED = 3  # clauses, and documents, that a sentence names
_MAY_BE_ANOTHERS = {OF_SEVERAL: "api-of-several", OF_A_CLIENT: "api-of-a-client", FETCHED: "api-fetched"}


@dataclass(frozen=True, slots=True)
class OfVersion:
    """Which standard of the list, and which version of it is tested."""

    standard: str
    version: str


@check("apis.openapi", OfVersion, values=("path", "fault"))
def openapi(facts: Facts, params: OfVersion, day: date) -> Answer:
    """Whether each own OpenAPI document is valid and of the version.

    A version that is newer than the listed one is neither: the list may have been renewed since.
    """
    found = _asked(facts, params, day)
    if isinstance(found, Answer):
        return found
    apis = found
    for api in apis.judged:
        if is_decided(api, params.version) and not is_good(api, params.version):
            return failed(*_faults(api), path=api.path, fault=_fault(api))
    for api in apis.judged:
        if not is_decided(api, params.version):
            newer = api.tested is not None and api.tested.valid
            if newer:
                values = {"path": api.path, "found": api.version or "?", "version": params.version}
                return unknown("api-newer", _place(api), **values)
            return unknown("api-untested", _place(api), path=api.path)
    for api in apis.own:
        if not is_good(api, params.version):
            return _unsaid(api)
    return _open_ends(apis) or passed(*map(_place, apis.own))


@check("apis.design-rules", OfVersion, values=("path", "rules", "documents"))
def design_rules(facts: Facts, params: OfVersion, day: date) -> Answer:
    """Whether no own OpenAPI document deviates from a rule of the standard that can be tested."""
    found = _asked(facts, params, day)
    if isinstance(found, Answer):
        return found
    apis = found
    ruleset = ruleset_of(params.version)
    tested = [api for api in apis.judged if api.tested and api.tested.ruleset == ruleset]
    wrong = [(api, deviations(api)) for api in tested if deviations(api)]
    if wrong:
        rules = sorted({one.rule for _, held in wrong for one in held if one.rule})
        shown = ", ".join(rules[:_NAMED]) + (", …" if len(rules) > _NAMED else "")
        places = [_at(api, one) for api, held in wrong for one in held]
        return failed(*places, path=wrong[0][0].path, rules=shown, documents=str(len(wrong)))
    for api in apis.judged:
        if api not in tested:
            return unknown("api-untested", _place(api), path=api.path)
        if api.tested and SCHEMA in api.tested.unknown:
            return unknown("api-untested", _place(api), path=api.path)
        if api.tested and api.tested.unknown:
            fixed = set(api.tested.unknown) - {ADDRESS}
            return unknown("api-remote" if fixed else "api-address", _place(api), path=api.path)
    for api in apis.own:
        if api not in tested and (api.tested is None or deviations(api)):
            return _unsaid(api)
    return _open_ends(apis) or passed(*map(_place, apis.own))


def _asked(facts: Facts, params: OfVersion, day: date) -> Apis | Answer:
    """What there is to test; else the answer that follows from whether the standard applies."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    tree = facts.tree.value
    verdict = verdict_of(facts, standards_list(), params.standard, day)
    if verdict is None:
        return not_applicable("standard-not-listed")
    reason = verdict.because
    if verdict.applicability is Applicability.DOES_NOT:
        if reason.code == "applies-not-declared":
            return not_applicable("standard-not-applicable", reason=reason.values["reason"])
        if "signal" in reason.values:
            return not_applicable("no-api-by-kind", kind=reason.values["signal"].removeprefix("kind-"))
        return not_applicable("no-api-seen")
    if tree.apis is None or not tree.apis.own:
        return _open_ends(tree.apis) or _may_answer(tree.seen) or unknown("no-api-of-its-own")
    if verdict.applicability is Applicability.UNKNOWN:
        return _unsaid(next((api for api in tree.apis.own if api.offer), tree.apis.own[0]))
    if verdict.version != params.version:
        return unknown("standard-other-version", version=verdict.version or "?")
    return tree.apis


def _unsaid(api: Api) -> Answer:
    """That a description does not say that the API is offered to others, or by whom; the standards are about what the
    owner offers only."""
    return unknown(_MAY_BE_ANOTHERS.get(api.offer or "", "api-offer-unsaid"), _place(api), path=api.path)


def _may_answer(seen: Seen | None) -> Answer | None:
    """That something shows that the software may answer requests, though no description of an API is there; or that not
    all code was read."""
    for one in seen.sightings if seen else ():
        if (one.about, one.where) == ("answers-requests", Where.OWN):
            code = "code-unlisted" if one.detector == UNLISTED else "answers-requests"
            return unknown(code, Place(one.path, one.line, one.column), path=one.path, found=one.structure)
    for gap in seen.gaps if seen else ():
        if gap.about == "answers-requests":
            return unknown("code-unread", Place(gap.path), count=str(gap.count), path=gap.path)
    return None


def _open_ends(apis: Apis | None) -> Answer | None:
    """What may be an own document too, and was not tested."""
    for file in apis.files if apis else ():
        if file.role == "unparsable":
            return unknown("api-unparsable", _place(file), path=file.path)
    if apis and apis.unread:
        first = apis.unread[0]
        if first.code == "blob-not-fetched":
            return unknown("blobs-not-fetched", count=str(apis.left_out), path=first.path)
        return unread(first, LIMIT, Place(first.path))
    return None


def _place(api: Api) -> Place:
    return Place(api.path, 1, 1, api.blob)


def _at(api: Api, one: Deviation) -> Place:
    if not one.places:
        return _place(api)
    first = one.places[0]
    return Place(first.path, first.line, first.column, api.blob if first.path == api.path else None)


def _schema(api: Api) -> Iterable[Deviation]:
    return (one for one in (api.tested.deviations if api.tested else ()) if one.code == SCHEMA)


def _faults(api: Api) -> tuple[Place, ...]:
    return tuple(_at(api, one) for one in _schema(api)) or (_place(api),)


def _fault(api: Api) -> str:
    """In signs: the version, and how many faults the official schema of that version sees."""
    count = sum(one.count for one in _schema(api))
    return f"OpenAPI {api.version}, {count} × schema" if count else f"OpenAPI {api.version}"
