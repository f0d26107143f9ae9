"""The word that follows from the axes: every row of the table."""

from itertools import product

import pytest

from oss_scan.verdicts import Applicability, Evidence, Explained, Status, Tally
from oss_scan.verdicts.status import status_of

APPLIES, DOES_NOT, UNKNOWN = Applicability.APPLIES, Applicability.DOES_NOT, Applicability.UNKNOWN
NO, YES, EXPIRED = Explained.NONE, Explained.PRESENT, Explained.EXPIRED
ALL, SOME, NOTHING = Tally(3, 3), Tally(2, 3), Tally(0, 3)


@pytest.mark.parametrize(
    ("applicability", "evidence", "tally", "explained", "counter", "status"),
    [
        (APPLIES, Evidence.TESTED, ALL, NO, False, Status.APPLIED),
        (APPLIES, Evidence.TESTED, SOME, NO, False, Status.PARTLY),
        (APPLIES, Evidence.TESTED, SOME, YES, False, Status.PARTLY),
        (APPLIES, Evidence.TESTED, NOTHING, NO, False, Status.DEVIATION),
        (APPLIES, Evidence.TESTED, NOTHING, YES, False, Status.EXPLAINED),
        (APPLIES, Evidence.TESTED, ALL, NO, True, Status.DEVIATION),
        (APPLIES, Evidence.FOUND, None, NO, False, Status.FOUND),
        (APPLIES, Evidence.FOUND, None, YES, False, Status.FOUND),
        (APPLIES, Evidence.FOUND, None, NO, True, Status.DEVIATION),
        (APPLIES, Evidence.DECLARED, None, NO, False, Status.DECLARED),
        (APPLIES, Evidence.DECLARED, None, NO, True, Status.DEVIATION),
        (APPLIES, Evidence.NONE, None, YES, False, Status.EXPLAINED),
        (APPLIES, Evidence.NONE, None, YES, True, Status.EXPLAINED),
        (APPLIES, Evidence.NONE, None, NO, False, Status.NOT_SHOWN),
        (APPLIES, Evidence.NONE, None, EXPIRED, False, Status.NOT_SHOWN),
        (APPLIES, Evidence.NONE, None, NO, True, Status.DEVIATION),
        (APPLIES, Evidence.NONE, None, EXPIRED, True, Status.DEVIATION),
        (APPLIES, Evidence.UNREAD, None, NO, False, Status.UNREAD),
        (APPLIES, Evidence.UNREAD, None, YES, False, Status.EXPLAINED),
        (APPLIES, Evidence.NOT_VISIBLE, None, NO, False, Status.NOT_VISIBLE),
        (UNKNOWN, Evidence.NOT_VISIBLE, None, NO, False, Status.NOT_VISIBLE),
        (APPLIES, Evidence.NOT_VISIBLE, None, YES, False, Status.EXPLAINED),
        (APPLIES, Evidence.NOT_VISIBLE, None, NO, True, Status.DEVIATION),
        (UNKNOWN, Evidence.TESTED, ALL, NO, False, Status.APPLICABILITY_UNKNOWN),
        (UNKNOWN, Evidence.NONE, None, NO, True, Status.APPLICABILITY_UNKNOWN),
        (DOES_NOT, Evidence.FOUND, None, NO, True, Status.NOT_APPLICABLE),
        (DOES_NOT, Evidence.NOT_VISIBLE, None, NO, False, Status.NOT_APPLICABLE),
    ],
)
def test_the_table(
    applicability: Applicability,
    evidence: Evidence,
    tally: Tally | None,
    explained: Explained,
    counter: bool,
    status: Status,
) -> None:
    assert status_of(applicability, evidence, tally, explained, counter=counter) is status


def test_each_combination_has_a_word_and_nothing_unseen_is_a_deviation() -> None:
    for applicability, evidence, explained, counter in product(Applicability, Evidence, Explained, (False, True)):
        tally = ALL if evidence is Evidence.TESTED else None
        status = status_of(applicability, evidence, tally, explained, counter=counter)
        assert (status is Status.DEVIATION) <= counter
        assert (status in (Status.APPLIED, Status.FOUND, Status.DECLARED)) <= (applicability is APPLIES)
