"""What to mend first: counted by hand over twelve repositories."""

from dataclasses import replace

from oss_scan.checks import Answer, Outcome
from oss_scan.results import Judged, Scan
from oss_scan.rule import Level
from oss_scan.texts import Reason
from oss_scan.worklist import work_lists
from tests.formats.made_up import made_finding, made_rule, made_run
from tests.report.made_up import RULES, twelve


def _brief(scan: Scan) -> list[tuple[str | None, list[tuple[str, int, list[str], int]]]]:
    return [
        (
            one.organisation,
            [(work.rule, work.clears, [mend.key for mend in work.mends], work.explained) for work in one.work],
        )
        for one in work_lists(scan)
    ]


def test_twelve_repositories_counted_by_hand() -> None:
    # publiccode/present fails in five, and publiccode/valid waits for it in each: ten rules. Where as many
    # rules are cleared, more repositories go first.
    assert _brief(twelve()) == [
        (
            None,
            [
                ("publiccode/present", 10, ["key-04", "key-05", "key-06", "key-08", "key-10"], 0),
                ("security/contact", 2, ["key-04", "key-05"], 2),
                ("licence/present", 2, ["key-05"], 1),
                ("licence/osi-approved", 1, ["key-03"], 0),
                ("publiccode/valid", 1, ["key-03"], 0),
            ],
        )
    ]


def test_each_organisation_has_its_list_and_without_one_goes_last() -> None:
    scan = twelve()
    names = {"key-04": "Gemeente B", "key-05": "Gemeente A"}
    divided = Scan(scan.run, tuple(replace(one, organisation=names.get(one.key)) for one in scan.repositories))
    assert [organisation for organisation, _ in _brief(divided)] == ["Gemeente A", "Gemeente B", None]
    assert _brief(divided)[1][1] == [
        ("publiccode/present", 2, ["key-04"], 0),
        ("security/contact", 1, ["key-04"], 0),
    ]


def test_nothing_to_mend_is_no_list() -> None:
    assert work_lists(Scan(made_run(), ())) == ()
    assert work_lists(Scan(made_run(), (twelve().repositories[0], twelve().repositories[10]))) == ()


def test_a_weaker_rule_counts_for_the_mandatory_ones_that_wait_for_it() -> None:
    should = made_rule("licence/full-text", Level.SHOULD, "-", "-")
    may = made_rule("licence/preferred", Level.MAY, "-", "-")
    waits = Answer(Outcome.NOT_APPLICABLE, because=Reason("rule-failed", {"rule": should.id}))
    further = Answer(Outcome.NOT_APPLICABLE, because=Reason("rule-not-applicable", {"rule": "licence/present"}))
    findings = (
        made_finding(should, Answer(Outcome.FAIL), 1),
        made_finding(may, Answer(Outcome.FAIL), 2),
        made_finding(RULES["licence/present"], waits, 3),
        made_finding(RULES["licence/osi-approved"], further, 4),
    )
    scan = Scan(made_run(), (Judged(key="k", repository="r", status="scanned", findings=findings),))
    assert _brief(scan) == [(None, [("licence/full-text", 2, ["k"], 0)])]
