"""What organisations, digital commons and commitments are told apart by."""

from collections.abc import Iterator, Mapping

from oss_scan.attributing import addresses_of
from oss_scan.figures.measured import Measured
from oss_scan.figures.model import Figure, Member, Part
from oss_scan.figures.repositories import by_rules
from oss_scan.inventory import measuring
from oss_scan.inventory.model import Commitment, Commons, Kind, Organisation, Publish

_OPEN, _ACTIVE = "licence/osi-approved", "maintenance/active"


def covered(measured: Measured) -> Iterator[Member]:
    """Whether anybody could look at what an organisation has: it has a source."""
    for one in _organisations(measured):
        yield _member(one, "covered" if one.sources else "not-covered")


def publishing(measured: Measured) -> Iterator[Member]:
    """Whether an organisation has a repository that is known to be public and could be read. That it has none
    is only said where each of its own that counts is known to be private, or its sources gave nothing: what they gave
    may count elsewhere, or in no figure."""
    listed = {one.organisation for one in measured.scan.sources if one.repositories or one.reason}
    held: dict[str, list[bool | None]] = {}
    for judged in measured.scan.repositories:
        if judged.organisation:
            held.setdefault(judged.organisation, []).append(_published(measured, judged.key, judged.status))
    for one in _organisations(measured):
        found = held.get(one.id, [])
        if True in found:
            yield _member(one, "publishing", str(found.count(True)))
        elif not one.sources or None in found or (not found and one.id in listed):
            yield _member(one, "unknown")
        else:
            yield _member(one, "not-publishing")


def declared(measured: Measured) -> Iterator[Member]:
    """Every digital commons that the inventory names."""
    for one in _commons(measured):
        yield _common(one, "declared")


def verifiably_open(measured: Measured) -> Iterator[Member]:
    """Whether every repository of a digital commons has an approved open source licence."""
    answers = _answers(measured, _OPEN)
    for one in _commons(measured):
        found = [answers.get(address, Part.UNKNOWN) for address in one.repositories]
        if any(each in (Part.NOT_MET, Part.NOT_APPLICABLE) for each in found):
            yield _common(one, "not-open")
        else:
            yield _common(one, "open" if found and Part.UNKNOWN not in found else "unknown")


def active(measured: Measured) -> Iterator[Member]:
    """Whether in one of a digital commons' repositories something happened in the year before the reference date."""
    answers = _answers(measured, _ACTIVE)
    for one in _commons(measured):
        found = [answers.get(address, Part.UNKNOWN) for address in one.repositories]
        if Part.MET in found:
            yield _common(one, "active")
        else:
            yield _common(one, "not-active" if found and Part.UNKNOWN not in found else "unknown")


def commitments(measured: Measured, counted: Mapping[str, Figure]) -> Iterator[Member]:
    """Whether each commitment was met, by what was counted here (figures over government, by id) or noted by hand."""
    if measured.inventory is None:
        return
    for at, one in enumerate(measured.inventory.commitments):
        met = _met(one, measured, counted)
        state = "unknown" if met is None else "reached" if met else "not-reached"
        named = one.publish is Publish.NAME
        yield Member(f"commitment:{one.id or at}", state, named=named, evidence=one.reference)


def value(one: Commitment, measured: Measured, counted: Mapping[str, Figure]) -> int | None:
    """The number that was measured for a commitment; None where there is none."""
    if one.figure is not None:
        figure = counted.get(one.figure)
        return figure.numerator if figure and figure.answered else None
    return measuring.value(one, measured.inventory) if measured.inventory else None


def _met(one: Commitment, measured: Measured, counted: Mapping[str, Figure]) -> bool | None:
    figure = counted.get(one.figure or "")
    if one.by_hand and one.by_hand.on > measured.scan.run.reference_date:
        return None  # what was seen later says nothing of then
    if one.figure is None:
        return measuring.met(one, measured.inventory) if measured.inventory else None
    if figure is None or not figure.measured or one.target is None:
        return None
    least, most = figure.numerator, figure.numerator + figure.unknown
    if figure.definition.better == "lower":  # the target is a ceiling
        return True if most <= one.target else False if least > one.target else None
    return True if least >= one.target else False if most < one.target else None


def _organisations(measured: Measured) -> tuple[Organisation, ...]:
    return measured.inventory.organisations if measured.inventory else ()


def _member(one: Organisation, state: str, evidence: str = "") -> Member:
    return Member(
        f"organisation:{one.id}",
        state,
        organisations=(one.id,),
        named=one.publish is Publish.NAME,
        evidence=evidence,
    )


def _published(measured: Measured, key: str, status: str) -> bool | None:
    kind = measured.kinds[key]
    if status == "unreadable" or Kind.PRIVATE in kind.unknown:
        return None
    return Kind.PRIVATE not in kind.kinds


def _commons(measured: Measured) -> tuple[Commons, ...]:
    return measured.inventory.commons if measured.inventory else ()


def _common(one: Commons, state: str) -> Member:
    return Member(f"commons:{one.id}", state, organisations=one.organisations, named=one.publish is Publish.NAME)


def _answers(measured: Measured, rule: str) -> Mapping[str, Part]:
    """What is known of a rule at each address."""
    states = zip(measured.scan.repositories, by_rules(measured, (rule,)), strict=True)
    return {address: Part(member.state) for judged, member in states for address in addresses_of(judged)}
