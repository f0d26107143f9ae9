"""From facts to findings: pure, so that the same facts, rules, explanations and date give the same bytes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

from oss_scan.checks import Answer, Outcome, Place
from oss_scan.facts import Facts, Known
from oss_scan.facts.declared import Correction, Explanation
from oss_scan.rule import Level, Rule
from oss_scan.texts import Reason

Origin = Literal["inventory", "repository"]


@dataclass(frozen=True, slots=True)
class Explained:
    """The explanation of a finding, who gave it a place, and whether it counts at the reference date."""

    explanation: Explanation
    origin: Origin
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule's outcome on a subject. It holds no sentence: that is made when rendering."""

    rule: str
    level: Level
    outcome: Outcome
    because: Reason | None
    values: Mapping[str, str]
    places: tuple[Place, ...]
    explained: Explained | None
    correction: Correction | None
    asks: str
    fingerprint: str


def evaluate(
    facts: Facts,
    rules: Iterable[Rule],
    reference_date: date,
    *,
    key: str,
    explanations: Sequence[Explanation] = (),
) -> tuple[Finding, ...]:
    """Every rule's finding on one repository, in the order of the rules.

    `key` names the repository in fingerprints; `explanations` are the inventory's, which win over the repository's own.
    """
    by_id = {rule.id: rule for rule in rules}
    answers: dict[str, Answer] = {}
    for rule in by_id.values():
        _answer(rule, by_id, facts, reference_date, answers)
    declared = facts.declared.value if isinstance(facts.declared, Known) else None
    own = declared.explanations if declared else ()
    corrections = declared.corrections if declared else ()
    return tuple(
        Finding(
            rule=rule.id,
            level=rule.level,
            outcome=answers[rule.id].outcome,
            because=answers[rule.id].because,
            values=answers[rule.id].values,
            places=answers[rule.id].places,
            explained=_explained(rule.id, explanations, own, reference_date),
            correction=next((one for one in corrections if one.rule == rule.id), None),
            asks=rule.asks(by_id),
            fingerprint=_fingerprint(key, rule.id, answers[rule.id]),
        )
        for rule in by_id.values()
    )


def _answer(
    rule: Rule, rules: Mapping[str, Rule], facts: Facts, reference_date: date, answers: dict[str, Answer]
) -> Answer:
    if rule.id not in answers:
        required = [_answer(rules[other], rules, facts, reference_date, answers) for other in rule.requires]
        stopped = _stopped(rule, required)
        answers[rule.id] = stopped or rule.check.ask(facts, rule.params, reference_date)
    return answers[rule.id]


def _stopped(rule: Rule, required: Sequence[Answer]) -> Answer | None:
    """The answer that follows from a required rule: what fails decides before what is unknown."""
    verdicts = (
        (Outcome.FAIL, Outcome.NOT_APPLICABLE, "rule-failed"),
        (Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE, "rule-not-applicable"),
        (Outcome.UNKNOWN, Outcome.UNKNOWN, "rule-unknown"),
    )
    for theirs, ours, code in verdicts:
        for other, answer in zip(rule.requires, required, strict=True):
            if answer.outcome is theirs:
                return Answer(ours, because=Reason(code, {"rule": other}))
    return None


def _explained(
    rule: str, inventory: Sequence[Explanation], own: Sequence[Explanation], reference_date: date
) -> Explained | None:
    candidates: list[tuple[Explanation, Origin]] = [(one, "inventory") for one in inventory if one.rule == rule]
    candidates += [(one, "repository") for one in own if one.rule == rule]
    judged = [Explained(one, origin, one.on <= reference_date <= one.until) for one, origin in candidates]
    return next((one for one in judged if one.counts), judged[0] if judged else None)


def _fingerprint(key: str, rule: str, answer: Answer) -> str:
    evidence = [" ".join(f"{name}={value}".lower().split()) for name, value in sorted(answer.values.items())]
    parts = [key, rule, *sorted({place.path for place in answer.places}), *evidence]
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
