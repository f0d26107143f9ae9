"""Figures: counted by hand over twelve repositories, and adding up over any scan."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.checks import Answer, Outcome
from oss_scan.figures import Part, explanation, percentage
from oss_scan.results import Judged, Scan
from oss_scan.texts import Reason
from tests.formats.made_up import explained, made_finding, made_run
from tests.report.made_up import FIVE, RULES, five, judged, twelve

# id: met, not met, not applicable, unknown, explained in the inventory, in the repository, corrected, percentage
_BY_HAND = {
    "licence-present": (8, 2, 0, 2, 0, 1, 0, "66.7"),
    "licence-osi-approved": (5, 3, 1, 3, 0, 0, 0, "41.7"),
    "publiccode-present": (5, 5, 0, 2, 0, 0, 0, "41.7"),
    "publiccode-valid": (3, 6, 0, 3, 0, 0, 0, "25.0"),
    "security-contact": (5, 4, 0, 3, 1, 1, 1, "41.7"),
}


def test_twelve_repositories_counted_by_hand() -> None:
    counted = {
        one.id: (
            one.numerator,
            one.not_met,
            one.not_applicable,
            one.unknown,
            one.explained["inventory"],
            one.explained["repository"],
            one.corrected,
            str(one.percentage),
        )
        for one in five(twelve())
    }
    assert counted == _BY_HAND


def test_the_denominator_is_every_repository_of_the_scan() -> None:
    assert [(one.denominator, one.left_out) for one in five(twelve())] == [(12, ())] * 5


def test_an_unreadable_repository_is_unknown_with_its_reason() -> None:
    scan = twelve()
    for figure in five(scan):
        member = next(one for one in figure.members if one.key == "key-11")
        assert (figure.part(member), member.finding, member.because) == (
            Part.UNKNOWN,
            None,
            scan.repositories[10].reason,
        )


def test_a_rule_that_was_not_asked_is_unknown() -> None:
    bare = Judged(key="k", repository="r", status="scanned")
    for figure in five(Scan(made_run(), (bare,))):
        assert figure.part(figure.members[0]) is Part.UNKNOWN
        assert figure.members[0].because == Reason("rule-not-asked", {"rule": figure.rule})


@pytest.mark.parametrize(
    ("first", "part"),
    [
        (Reason("rule-failed", {"rule": "licence/full-text"}), Part.NOT_MET),
        (Reason("licence-no-code", {"found": "CC0-1.0"}), Part.NOT_APPLICABLE),
        (Reason("rule-not-applicable", {"rule": "licence/osi-approved"}), Part.NOT_APPLICABLE),
        (Reason("rule-not-applicable", {"rule": "elsewhere"}), Part.NOT_APPLICABLE),
    ],
    ids=["a failure", "a reason of its own", "a circle", "a rule that is not there"],
)
def test_not_applicable_is_not_met_only_where_a_failure_is_behind_it(first: Reason, part: Part) -> None:
    here = Answer(Outcome.NOT_APPLICABLE, because=Reason("rule-not-applicable", {"rule": "licence/present"}))
    findings = (
        made_finding(RULES["licence/present"], Answer(Outcome.NOT_APPLICABLE, because=first)),
        made_finding(RULES["licence/osi-approved"], here),
    )
    scan = Scan(made_run(), (Judged(key="k", repository="r", status="scanned", findings=findings),))
    figure = next(one for one in five(scan) if one.rule == "licence/osi-approved")
    assert figure.part(figure.members[0]) is part


_BECAUSE = st.sampled_from(
    [
        None,
        Reason("rule-failed", {"rule": "licence/present"}),
        Reason("rule-unknown", {"rule": "publiccode/present"}),
        Reason("rule-not-applicable", {"rule": "licence/present"}),
        Reason("history-not-looked"),
    ]
)
_EXPLAINED = st.sampled_from([None, True, False])


@st.composite
def _repositories(draw: st.DrawFn, number: int) -> Judged:
    if draw(st.booleans()):
        return judged(number, "!")
    rules = draw(st.lists(st.sampled_from(sorted(RULES)), unique=True))
    on = made_run().reference_date
    findings = []
    for rule in rules:
        counts = draw(_EXPLAINED)
        given_ = None if counts is None else explained(on, on, counts=counts)
        answer = Answer(draw(st.sampled_from(Outcome)), because=draw(_BECAUSE))
        findings.append(made_finding(RULES[rule], answer, explained=given_))
    return Judged(key=f"key-{number}", repository="r", status="scanned", findings=tuple(findings))


@given(st.integers(0, 8).flatmap(lambda size: st.tuples(*(_repositories(number + 1) for number in range(size)))))
def test_the_parts_add_up_and_every_member_has_its_finding(repositories: tuple[Judged, ...]) -> None:
    found = five(Scan(made_run(), repositories))
    assert [one.id for one in found] == list(FIVE)
    for figure in found:
        assert figure.denominator == len(repositories)
        assert figure.numerator + figure.not_met + figure.not_applicable + figure.unknown == figure.denominator
        assert sum(figure.explained.values()) <= figure.not_met
        for member, one in zip(figure.members, repositories, strict=True):
            assert member.key == one.key
            assert member.finding in (*one.findings, None)
            assert member.finding is not None or member.because is not None
            assert figure.part(member) is not Part.MET or (member.finding and member.finding.outcome is Outcome.PASS)
            assert explanation(member) is None or explanation(member) == (member.finding and member.finding.explained)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 0, None),
        (9, 9, None),
        (0, 10, "0.0"),
        (10, 10, "100.0"),
        (7, 12, "58.3"),
        (1, 16, "6.3"),
        (1, 3000, "0.1"),
        (2999, 3000, "99.9"),
    ],
)
def test_percentages(part: int, whole: int, expected: str | None) -> None:
    assert percentage(part, whole) == (None if expected is None else Decimal(expected))
