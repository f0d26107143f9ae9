"""What was not fetched may hold what is asked for."""

from oss_scan.checks import Outcome, beyond_budget
from oss_scan.facts.listing import NotFetched


def test_it_is_unknown_with_the_number() -> None:
    answer = beyond_budget(NotFetched(12, "a/openapi.yaml"))
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.because is not None
    assert answer.because.code == "blobs-not-fetched"
    assert answer.because.in_("nl").startswith("12 bestanden zijn niet opgehaald, zoals a/openapi.yaml,")
