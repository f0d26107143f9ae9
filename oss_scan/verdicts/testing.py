"""What was tested of a standard, from facts: how much passed, and where it did not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from oss_scan.facts import TreeFacts
from oss_scan.facts.apis import Api, Deviation
from oss_scan.facts.securitytxt import SecurityTxtFile
from oss_scan.standards.adr import SCHEMA
from oss_scan.standards.adr.rulesets import rule_sets
from oss_scan.standards.listed import Listed
from oss_scan.verdicts import Spot, Tally

_FAILED = "error"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How much passed, the places that show what was tested, and those that do not pass. `tally` is None where nothing
    could be tested by the version that is listed."""

    tally: Tally | None
    places: tuple[Spot, ...]
    failing: tuple[Spot, ...]


Test = Callable[[TreeFacts, Listed, date], Outcome | None]


def deviations(api: Api) -> tuple[Deviation, ...]:
    """What counts against a document that was tested: a clause of the standard that it does not meet."""
    tested = api.tested
    if tested is None:
        return ()
    return tuple(
        one for one in tested.deviations if one.level == _FAILED and one.rule is not None and one.rule in tested.clauses
    )


def ruleset_of(version: str | None) -> str | None:
    """The rule set of a version of the REST API Design Rules; None where there is none."""
    sets = rule_sets().sets.values()
    return next((one.name for one in sets if version and one.version.split(".")[:2] == version.split(".")[:2]), None)


def adr(tree: TreeFacts, listed: Listed, day: date) -> Outcome | None:
    """The clauses of the REST API Design Rules, over the documents that are judged."""
    judged = tree.apis.judged if tree.apis else ()
    if not judged:
        return None
    wanted = ruleset_of(listed.version_on(day))
    tested = [(api, api.tested) for api in judged if api.tested and api.tested.ruleset == wanted]
    clauses = {clause for _, one in tested for clause in one.clauses}
    failing = [(api, one) for api, _ in tested for one in deviations(api)]
    wrong = {one.rule for _, one in failing}
    tally = Tally(len(clauses - wrong), len(clauses), rule_sets().of_standard) if clauses else None
    spots = tuple(
        Spot(one.places[0].path, one.places[0].line, one.places[0].column, f"{one.rule} ({one.count}×)")
        for _, one in failing
        if one.places
    )
    return Outcome(tally, _places(judged, scored=True), spots)


def openapi(tree: TreeFacts, listed: Listed, day: date) -> Outcome | None:
    """The documents that are judged: valid, and of the listed version."""
    judged = tree.apis.judged if tree.apis else ()
    if not judged:
        return None
    wanted = listed.version_on(day)
    decided = [api for api in judged if is_decided(api, wanted)]
    failing = [api for api in decided if not is_good(api, wanted)]
    tally = Tally(len(decided) - len(failing), len(decided)) if decided else None
    return Outcome(tally, _places(judged), tuple(map(_fault, failing)))


def is_decided(api: Api, wanted: str | None) -> bool:
    """Whether a document is known to be valid and listed, or known not to be; a version that is newer than the listed
    one is neither, since the list may have been renewed."""
    if _is_older(api.version, wanted):
        return True
    if api.tested is None or api.tested.valid is None:
        return False
    return not api.tested.valid or is_of(api.version, wanted)


def is_good(api: Api, wanted: str | None) -> bool:
    """Whether a document is valid and of the listed version."""
    return api.tested is not None and api.tested.valid is True and is_of(api.version, wanted)


def is_of(said: str | None, wanted: str | None) -> bool:
    """Whether what a document says is the version (`3.0.1` is `3.0`)."""
    return wanted is not None and said is not None and (said == wanted or said.startswith(f"{wanted}."))


def _is_older(said: str | None, wanted: str | None) -> bool:
    return said is not None and wanted is not None and said.split(".")[0] < wanted.split(".")[0]


def _fault(api: Api) -> Spot:
    faults = [one for one in (api.tested.deviations if api.tested else ()) if one.code in (SCHEMA, "parser")]
    spot = next((place for one in faults for place in one.places), None)
    if spot is None:
        return Spot(api.path, 1, 1, f"OpenAPI {api.version}")
    return Spot(spot.path, spot.line, spot.column, f"OpenAPI {api.version}: {sum(one.count for one in faults)}×")


def securitytxt(tree: TreeFacts, _: Listed, day: date) -> Outcome | None:
    """Each security.txt: valid, and not expired on the day."""
    files = tree.security_txt
    if not files:
        return None
    judged = [file for file in files if file.unread is None]
    failing = [spot for file in judged if (spot := _wrong(file, day))]
    tally = Tally(len(judged) - len(failing), len(judged)) if judged else None
    return Outcome(tally, tuple(Spot(file.path, 1, 1, "security.txt") for file in files), tuple(failing))


def _wrong(file: SecurityTxtFile, day: date) -> Spot | None:
    for code, line in file.faults:
        return Spot(file.path, line, 1, code)
    if file.expires and datetime.fromisoformat(file.expires).date() < day:
        return Spot(file.path, file.expires_line, 1, f"Expires: {file.expires[:10]}")
    return None


def _places(own: tuple[Api, ...], *, scored: bool = False) -> tuple[Spot, ...]:
    """Where the documents are; `scored`: with the score that the public register of APIs would give."""
    scores = {api.path: api.tested.score for api in own if scored and api.tested and api.tested.score is not None}
    shown = {path: f"; API-register: {score}/100" for path, score in scores.items()}
    return tuple(Spot(api.path, 1, 1, f"OpenAPI {api.version}{shown.get(api.path, '')}") for api in own)


#: By the id of the standard in the list.
TESTS: Mapping[str, Test] = {"rest-api-design-rules": adr, "openapi-specification": openapi, "securitytxt": securitytxt}
