"""From facts to a verdict on every standard that is listed on the reference date."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from oss_scan.facts import Facts, Known, TreeFacts
from oss_scan.facts.declared_standards import DeclaredStandard
from oss_scan.standards.detectors import DETECTORS
from oss_scan.standards.evidence import Sighting, Sort, Where
from oss_scan.standards.listed import FOUND, Listed, StandardsList
from oss_scan.texts import Reason
from oss_scan.verdicts import Applicability, Evidence, Explained, Spot, StandardVerdict
from oss_scan.verdicts.status import status_of
from oss_scan.verdicts.testing import TESTS, Outcome

_PLACES = 10  # of evidence, and against it, that a verdict holds
_APPLIED = ("applied", "partly")
#: The roles of files by which there may be an API that is offered, though none of them shows it.
_DESCRIBING = ("own", "internal", "fragment", "template", "unparsable")
#: Signals for a kind that decide only when the owner says so, or all the files do.
_FIRM = ("software-type", "files")


def judge(facts: Facts, known: StandardsList, day: date) -> tuple[StandardVerdict, ...]:
    """The verdicts, in the order of the list; none where the files were not looked at.

    What is recommended, in procedure or of unknown status has one only where something of it was seen or declared.
    """
    return tuple(_judged(facts, known.standards.values(), day))


def verdict_of(facts: Facts, known: StandardsList, standard: str, day: date) -> StandardVerdict | None:
    """The verdict on one standard; None where it was not on the list on the day, or the files were not looked at."""
    asked = [known.standards[standard]] if standard in known.standards else []
    return next(_judged(facts, asked, day), None)


def _judged(facts: Facts, asked: Iterable[Listed], day: date) -> Iterator[StandardVerdict]:
    if not isinstance(facts.tree, Known):
        return
    tree = facts.tree.value
    declared = facts.declared.value.of_standards if isinstance(facts.declared, Known) else ()
    own = [one for one in (tree.seen.sightings if tree.seen else ()) if one.where is Where.OWN]
    signals = {one.about for one in own if one.sort is Sort.SIGNAL} | _from_facts(tree)
    for listed in asked:
        if listed.is_listed_on(day):
            about = [one for one in own if one.about == listed.id and one.sort is not Sort.SIGNAL]
            said = next((one for one in declared if one.id == listed.id), None)
            if listed.status == "mandatory" or about or said:
                yield _verdict(tree, listed, day, about, said, signals, any_declared=bool(declared))


def counts(said: DeclaredStandard, day: date) -> bool:
    """Whether what is declared holds on a day: from `on` to `review_by`, where those are given."""
    return (said.on is None or said.on <= day) and not is_expired(said, day)


def is_expired(said: DeclaredStandard, day: date) -> bool:
    """Whether what is declared should have been reviewed before a day."""
    return said.review_by is not None and said.review_by < day


def _from_facts(tree: TreeFacts) -> set[str]:
    found = set()
    if tree.apis and tree.apis.offered:
        found.add("offers-api")
    elif tree.apis and any(file.role in _DESCRIBING for file in tree.apis.files):
        found.add("describes-api")
    if tree.kind and tree.kind.signals and tree.kind.signals[0].code in _FIRM:
        found.add(f"kind-{tree.kind.kind}")
    return found


def _verdict(
    tree: TreeFacts,
    listed: Listed,
    day: date,
    about: Sequence[Sighting],
    said: DeclaredStandard | None,
    signals: set[str],
    *,
    any_declared: bool,
) -> StandardVerdict:
    test = TESTS.get(listed.id)
    outcome = test(tree, listed, day) if test else None
    found = [one for one in about if one.sort is Sort.FOUND]
    counter = [one for one in about if one.sort is Sort.COUNTER]
    holds = said if said and counts(said, day) else None
    structure = bool(found) or outcome is not None
    applicability, because = _applicability(tree, listed, signals | ({FOUND} if structure or counter else set()), holds)
    evidence = _evidence(tree, listed, outcome, holds, found=bool(found))
    explained = _explained(said, day)
    against = (*(outcome.failing if outcome else ()), *map(_spot, counter))
    return StandardVerdict(
        standard=listed.id,
        version=listed.version_on(day),
        listed=listed.status,
        applicability=applicability,
        because=because,
        evidence=evidence,
        tally=outcome.tally if outcome else None,
        counter=tuple(against[:_PLACES]),
        explained=explained,
        explanation=said.reason if said and explained is not Explained.NONE else None,
        until=said.review_by if said else None,
        agreement=_agreement(listed, holds, day, structure=structure, any_declared=any_declared),
        status=status_of(applicability, evidence, outcome.tally if outcome else None, explained, counter=bool(counter)),
        places=(*(outcome.places if outcome else ()), *map(_spot, found))[:_PLACES],
    )


def _spot(one: Sighting) -> Spot:
    return Spot(one.path, one.line, one.column, one.structure)


def _applicability(
    tree: TreeFacts, listed: Listed, signals: set[str], said: DeclaredStandard | None
) -> tuple[Applicability, Reason]:
    """The owner goes first, with a reason; then what makes it apply, what makes it not, and what was not there."""
    if said and said.status == "not-applicable":
        return Applicability.DOES_NOT, Reason("applies-not-declared", {"reason": said.reason or ""})
    for signal in listed.when:
        if signal in signals:
            code = "applies-found" if signal == FOUND else "applies-signal"
            return Applicability.APPLIES, Reason(code, {} if signal == FOUND else {"signal": signal})
    if said and said.status is not None:
        return Applicability.APPLIES, Reason("applies-declared")
    for known, answer in (
        (listed.doubt, Applicability.UNKNOWN),
        (listed.unless, Applicability.DOES_NOT),
        (listed.open, Applicability.UNKNOWN),
    ):
        for signal in known:
            if signal in signals:
                return answer, Reason("applies-signal", {"signal": signal})
    if _is_incomplete(tree, listed) or (listed.open and not _is_looked_for(tree, listed.open)):
        return Applicability.UNKNOWN, Reason("applies-unread")
    return (
        (Applicability.DOES_NOT, Reason("applies-absent"))
        if listed.closed
        else (Applicability.UNKNOWN, Reason("applies-unknown"))
    )


def _evidence(
    tree: TreeFacts, listed: Listed, outcome: Outcome | None, said: DeclaredStandard | None, *, found: bool
) -> Evidence:
    """The best that there is."""
    if outcome and outcome.tally:
        return Evidence.TESTED
    if outcome or found:
        return Evidence.FOUND
    if said and said.status in _APPLIED:
        return Evidence.DECLARED
    if not listed.visible:
        return Evidence.NOT_VISIBLE
    return Evidence.UNREAD if _is_incomplete(tree, listed) else Evidence.NONE


def _is_incomplete(tree: TreeFacts, listed: Listed) -> bool:
    """Whether a file that could show the standard, or what it is about, was not read."""
    if "offers-api" in listed.when:
        return tree.apis is None or tree.apis.left_out > 0
    return tree.seen is None or not tree.seen.is_complete((listed.id, *listed.when))


def _is_looked_for(tree: TreeFacts, signals: Sequence[str]) -> bool:
    """Whether every file was read that could have shown one of these signals, by detectors that look for them now."""
    if tree.seen is None or not tree.seen.is_complete(signals):
        return False
    ran = {one.name for one in tree.seen.detectors}
    return all(one.name in ran for one in DETECTORS if not one.about.isdisjoint(signals))


def _explained(said: DeclaredStandard | None, day: date) -> Explained:
    if said is None or said.status != "explained":
        return Explained.NONE
    if is_expired(said, day):
        return Explained.EXPIRED
    return Explained.PRESENT if counts(said, day) else Explained.NONE


def _agreement(
    listed: Listed, said: DeclaredStandard | None, day: date, *, structure: bool, any_declared: bool
) -> str | None:
    """A code where what the owner says and what was found are not the same; `any_declared`: the owner says something of
    standards at all."""
    if said is None:
        return "found-not-declared" if structure and any_declared else None
    if said.status in _APPLIED:
        if listed.visible and not structure:
            return "declared-not-found"
        version = listed.version_on(day)
        return "other-version" if said.version and version and said.version != version else None
    return "found-though-declared-not" if said.status and structure else None
