"""From facts to findings: pure, so that the same facts, rules, explanations and date give the same bytes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

from oss_scan.checks import Answer, Outcome, Place
from oss_scan.facts import Facts, Known
from oss_scan.facts.declared import Correction, Declared, Explanation
from oss_scan.facts.systems import SystemFacts
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
    declared = facts.declared.value if isinstance(facts.declared, Known) else None
    asked = tuple(rules)
    own = (*declared.explanations, *_of_standards(declared, asked)) if declared else ()
    given = [*_from("inventory", explanations), *_from("repository", own)]
    corrections = declared.corrections if declared else ()
    return _findings("repository", facts, asked, reference_date, key, given, corrections)


def evaluate_system(
    facts: SystemFacts,
    rules: Iterable[Rule],
    reference_date: date,
    *,
    explanations: Sequence[Explanation] = (),
    corrections: Sequence[Correction] = (),
) -> tuple[Finding, ...]:
    """Every rule's finding on one system, in the order of the rules; what explains them is the inventory's."""
    given = _from("inventory", explanations)
    return _findings("system", facts, rules, reference_date, f"system:{facts.system.id}", given, corrections)


def _findings(
    subject: str,
    facts: Facts | SystemFacts,
    rules: Iterable[Rule],
    reference_date: date,
    key: str,
    explanations: Sequence[tuple[Explanation, Origin]],
    corrections: Sequence[Correction],
) -> tuple[Finding, ...]:
    by_id = {rule.id: rule for rule in rules}
    mine = {name: rule for name, rule in by_id.items() if rule.subject == subject}
    answers: dict[str, Answer] = {}
    for rule in mine.values():
        _answer(rule, mine, facts, reference_date, answers)
    return tuple(
        Finding(
            rule=rule.id,
            level=rule.level,
            outcome=answers[rule.id].outcome,
            because=answers[rule.id].because,
            values=answers[rule.id].values,
            places=answers[rule.id].places,
            explained=_explained(rule.id, explanations, reference_date),
            correction=next((one for one in corrections if one.rule == rule.id), None),
            asks=rule.asks(by_id),
            fingerprint=_fingerprint(key, rule.id, answers[rule.id]),
        )
        for rule in mine.values()
    )


def _answer(
    rule: Rule,
    rules: Mapping[str, Rule],
    facts: Facts | SystemFacts,
    reference_date: date,
    answers: dict[str, Answer],
) -> Answer:
    """The answer of a rule; those that it requires of the same subject come first, others are facts."""
    if rule.id not in answers:
        own = [other for other in rule.requires if other in rules]
        required = [(other, _answer(rules[other], rules, facts, reference_date, answers)) for other in own]
        answers[rule.id] = _stopped(required) or rule.check.ask(facts, rule.params, reference_date)
    return answers[rule.id]


def _stopped(required: Sequence[tuple[str, Answer]]) -> Answer | None:
    """The answer that follows from a required rule: what fails decides before what is unknown."""
    verdicts = (
        (Outcome.FAIL, Outcome.NOT_APPLICABLE, "rule-failed"),
        (Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE, "rule-not-applicable"),
        (Outcome.UNKNOWN, Outcome.UNKNOWN, "rule-unknown"),
    )
    for theirs, ours, code in verdicts:
        for other, answer in required:
            if answer.outcome is theirs:
                return Answer(ours, because=Reason(code, {"rule": other}))
    return None


def _from(origin: Origin, explanations: Iterable[Explanation]) -> list[tuple[Explanation, Origin]]:
    return [(one, origin) for one in explanations]


def _of_standards(declared: Declared, rules: Iterable[Rule]) -> Iterator[Explanation]:
    """Why a standard is not applied, as the explanation of the rules that ask about that standard."""
    for rule in rules:
        standard = getattr(rule.params, "standard", None)
        for one in declared.of_standards:
            if one.id == standard and one.status == "explained" and one.reason and one.by and one.on and one.review_by:
                yield Explanation(rule.id, one.reason, one.by, one.on, one.review_by, one.path, one.line)


def _explained(rule: str, explanations: Iterable[tuple[Explanation, Origin]], reference_date: date) -> Explained | None:
    """The first that counts, else the first."""
    judged = [
        Explained(one, origin, one.on <= reference_date <= one.until)
        for one, origin in explanations
        if one.rule == rule
    ]
    return next((one for one in judged if one.counts), judged[0] if judged else None)


def _fingerprint(key: str, rule: str, answer: Answer) -> str:
    evidence = [" ".join(f"{name}={value}".lower().split()) for name, value in sorted(answer.values.items())]
    if answer.outcome is Outcome.FAIL and answer.because:
        evidence.append(answer.because.code)
    parts = [key, rule, *sorted({place.path for place in answer.places}), *evidence]
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
