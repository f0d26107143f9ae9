"""Which word follows from the axes: a table, so that a figure can be checked by hand."""

from oss_scan.verdicts import Applicability, Evidence, Explained, Status, Tally

_BY_EVIDENCE = {
    Evidence.FOUND: Status.FOUND,
    Evidence.DECLARED: Status.DECLARED,
    Evidence.UNREAD: Status.UNREAD,
    Evidence.NONE: Status.NOT_SHOWN,
    Evidence.NOT_VISIBLE: Status.NOT_VISIBLE,
}


def status_of(
    applicability: Applicability, evidence: Evidence, tally: Tally | None, explained: Explained, *, counter: bool
) -> Status:
    """The word for a report."""
    is_explained = explained is Explained.PRESENT
    if applicability is Applicability.DOES_NOT:
        return Status.NOT_APPLICABLE
    if evidence is Evidence.NOT_VISIBLE and not counter:
        return Status.EXPLAINED if is_explained else Status.NOT_VISIBLE
    if applicability is Applicability.UNKNOWN:
        return Status.APPLICABILITY_UNKNOWN
    if evidence is Evidence.TESTED and tally and 0 < tally.passed < tally.of:
        return Status.PARTLY
    failed = counter or (evidence is Evidence.TESTED and tally is not None and tally.passed == 0)
    if failed:
        return Status.EXPLAINED if is_explained else Status.DEVIATION
    if evidence is Evidence.TESTED:
        return Status.APPLIED
    if is_explained and evidence not in (Evidence.FOUND, Evidence.DECLARED):
        return Status.EXPLAINED
    return _BY_EVIDENCE[evidence]
