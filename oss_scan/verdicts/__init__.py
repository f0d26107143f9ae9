"""What facts say of each standard of the list: three axes (does it apply, what shows it, is it explained) and the word
that follows from them. Pure; the list and the date are passed in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from oss_scan.standards.listed import Status as ListStatus
from oss_scan.texts import Reason

__all__ = [
    "Applicability",
    "Evidence",
    "Explained",
    "ListStatus",
    "Spot",
    "StandardVerdict",
    "Status",
    "Tally",
]


class Applicability(StrEnum):
    """Whether the standard is about this repository."""

    APPLIES = "applies"
    DOES_NOT = "does-not-apply"
    UNKNOWN = "unknown"


class Evidence(StrEnum):
    """The best that was seen. `unread`: no indication, but not everything was read; `not-visible`: source code does not
    show this standard."""

    TESTED = "tested"
    FOUND = "found"
    DECLARED = "declared"
    NONE = "none"
    UNREAD = "unread"
    NOT_VISIBLE = "not-visible"


class Explained(StrEnum):
    """Whether the owner explains why the standard is not applied, at the reference date."""

    NONE = "none"
    PRESENT = "present"
    EXPIRED = "expired"


class Status(StrEnum):
    """The word for a report; it follows from the axes (`status.py`). None of them says that a standard is met."""

    APPLIED = "applied"
    PARTLY = "partly-applied"
    FOUND = "found"
    DECLARED = "declared"
    EXPLAINED = "explained"
    NOT_SHOWN = "not-shown"
    DEVIATION = "deviation"
    UNREAD = "unread"
    APPLICABILITY_UNKNOWN = "applicability-unknown"
    NOT_APPLICABLE = "not-applicable"
    NOT_VISIBLE = "not-visible"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where something was seen, and in a few words what."""

    path: str
    line: int | None = None
    column: int | None = None
    structure: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was tested: `passed` of `of`; `all` is how many the standard itself has, where it counts them."""

    passed: int
    of: int
    all: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardVerdict:
    """One standard and one repository. `because` says why it applies or not; `places` show the evidence and `counter`
    what speaks against it, the first of each; `agreement` is a code where what is declared and what is found differ."""

    standard: str
    version: str | None
    listed: ListStatus
    applicability: Applicability
    because: Reason
    evidence: Evidence
    tally: Tally | None
    counter: tuple[Spot, ...]
    explained: Explained
    explanation: str | None  # the owner's reason
    until: date | None  # when that is to be reviewed
    agreement: str | None
    status: Status
    places: tuple[Spot, ...]
