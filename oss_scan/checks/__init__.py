"""What can be asked of facts: pure functions with typed parameters. No text and no file access here.

A check is registered by `@check`; its function takes (facts, params, reference date) and gives an `Answer`.
"""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from oss_scan.errors import OssScanError
from oss_scan.texts import Reason

_TOPICS = (
    "agreement",
    "apis",
    "documents",
    "licence",
    "maintenance",
    "openness",
    "publiccode",
    "security",
    "standards",
)
_CHECKS: dict[str, "Check"] = {}


class Outcome(StrEnum):
    """What a rule's answer on a subject can be; a tally always shows all four."""

    PASS = "pass"  # noqa: S105 - no password
    FAIL = "fail"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a repository; line and column count from 1."""

    path: str
    line: int | None = None
    column: int | None = None
    blob: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check answers: `values` fill the rule's message; `because` is given when it is not pass or fail, and with
    a failure that has several causes."""

    outcome: Outcome
    places: tuple[Place, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    because: Reason | None = None


@dataclass(frozen=True, slots=True)
class NoParams:
    """For a check that has no parameters."""


P = TypeVar("P")
F = TypeVar("F")
Ask = Callable[[Any, Any, date], Answer]


@dataclass(frozen=True, slots=True)
class Check:
    """A question about the facts of a subject.

    `revision` is raised by one whenever the same facts may get another answer; `values` are the placeholders
    that a failing answer fills.
    """

    name: str
    revision: int
    params: type[Any]
    values: frozenset[str]
    ask: Ask
    subject: str = "repository"


def check(
    name: str, params: type[P], *, revision: int = 1, values: tuple[str, ...] = (), subject: str = "repository"
) -> Callable[[Callable[[F, P, date], Answer]], Callable[[F, P, date], Answer]]:
    """Register the function as the check `name` of a subject, whose facts it takes."""

    def register(ask: Callable[[F, P, date], Answer]) -> Callable[[F, P, date], Answer]:
        _CHECKS[name] = Check(name, revision, params, frozenset(values), ask, subject)
        return ask

    return register


def checks() -> Mapping[str, Check]:
    """Every check by its name."""
    for topic in _TOPICS:
        importlib.import_module(f"oss_scan.checks.{topic}")
    return _CHECKS


def find(name: str) -> Check:
    """The check of that name; OssScanError where there is none."""
    known = checks()
    if name not in known:
        listed = ", ".join(sorted(known))
        raise OssScanError(
            nl=f"de check {name!r} bestaat niet; kies uit: {listed}",
            en=f"there is no check {name!r}; choose from: {listed}",
        )
    return known[name]


def passed(*places: Place, **values: str) -> Answer:
    """The answer that all is well."""
    return Answer(Outcome.PASS, tuple(places), values)


def failed(*places: Place, because: str | None = None, **values: str) -> Answer:
    """The answer that the requirement is not met; `because` is a reason code, which then has the values."""
    if because is not None:
        return Answer(Outcome.FAIL, tuple(places), because=Reason(because, values))
    return Answer(Outcome.FAIL, tuple(places), values)


def not_applicable(code: str, *places: Place, **values: str) -> Answer:
    """The answer that the requirement does not bind here, with the reason code of `texts.REASONS`."""
    return Answer(Outcome.NOT_APPLICABLE, tuple(places), because=Reason(code, values))


def unknown(code: str, *places: Place, **values: str) -> Answer:
    """The answer that it could not be established, with the reason code of `texts.REASONS`."""
    return Answer(Outcome.UNKNOWN, tuple(places), because=Reason(code, values))
