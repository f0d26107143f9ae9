"""From facts to findings."""

from datetime import date
from pathlib import Path

import pytest

from oss_scan.checks import Outcome
from oss_scan.engine import Finding, evaluate
from oss_scan.facts import Facts, Known, NotLooked, collect
from oss_scan.facts.declared import Declared, Explanation, parse_declared
from oss_scan.rule import Rule
from oss_scan.ruleset import load
from oss_scan.texts import Reason
from oss_scan.tree import MemoryTree
from tests.rule_sets import RULE, history, write

DAY = date(2026, 11, 23)


def facts(*files: str, declared: Declared | None = None, tree: bool = True) -> Facts:
    return Facts(
        tree=Known(collect(MemoryTree(dict.fromkeys(files, b""))), "git") if tree else NotLooked("tree-empty"),
        history=Known(history(), "git"),
        hosting=NotLooked("hosting-not-looked"),
        organisation=NotLooked("organisation-not-looked"),
        declared=Known(declared or Declared(), "git"),
    )


@pytest.fixture
def rules(tmp_path: Path) -> tuple[Rule, ...]:
    first = RULE
    second = RULE.replace("since:", "requires: [x/one]\nsince:").replace("least: 2", "least: 1")
    third = second.replace("[x/one]", "[x/two, x/one]")
    return load(str(write(tmp_path, {"x/one": first, "x/two": second, "x/three": third}))).rules


def outcomes(findings: tuple[Finding, ...]) -> dict[str, tuple[Outcome, Reason | None]]:
    return {finding.rule: (finding.outcome, finding.because) for finding in findings}


def test_a_failed_requirement_makes_the_rest_not_applicable(rules: tuple[Rule, ...]) -> None:
    assert outcomes(evaluate(facts("a"), rules, DAY, key="k")) == {
        "x/one": (Outcome.FAIL, None),
        "x/two": (Outcome.NOT_APPLICABLE, Reason("rule-failed", {"rule": "x/one"})),
        "x/three": (Outcome.NOT_APPLICABLE, Reason("rule-failed", {"rule": "x/one"})),
    }


def test_an_unknown_requirement_makes_the_rest_unknown(rules: tuple[Rule, ...]) -> None:
    assert outcomes(evaluate(facts(tree=False), rules, DAY, key="k")) == {
        "x/one": (Outcome.UNKNOWN, Reason("tree-empty")),
        "x/two": (Outcome.UNKNOWN, Reason("rule-unknown", {"rule": "x/one"})),
        "x/three": (Outcome.UNKNOWN, Reason("rule-unknown", {"rule": "x/two"})),
    }


def test_the_same_again(rules: tuple[Rule, ...]) -> None:
    first = evaluate(facts("a"), rules, DAY, key="k")
    assert evaluate(facts("a"), rules, DAY, key="k") == first
    assert [finding.rule for finding in first] == ["x/one", "x/three", "x/two"]


def test_fingerprints_say_what_was_found(rules: tuple[Rule, ...]) -> None:
    def of(key: str, *files: str) -> str:
        return evaluate(facts(*files), rules, DAY, key=key)[0].fingerprint

    assert of("k", "a") == of("k", "b")
    assert of("k", "a") != of("other", "a")
    assert of("k", "a") != of("k")
    assert len(of("k")) == 32


def explanation(*, on: str = "2026-01-01", until: str = "2027-01-01", reason: str = "r") -> Explanation:
    return Explanation("x/one", reason, "cio", date.fromisoformat(on), date.fromisoformat(until), "f", 1)


def test_an_explanation_never_changes_the_outcome(rules: tuple[Rule, ...]) -> None:
    text = b"explanations: [{rule: x/one, reason: own, by: us, on: 2026-01-01, until: 2027-01-01}]"
    declared = parse_declared(text, ".oss-scan.yaml")
    [found, *_] = evaluate(facts("a", declared=declared), rules, DAY, key="k")
    assert found.outcome is Outcome.FAIL
    assert found.explained is not None
    assert (found.explained.explanation.reason, found.explained.origin, found.explained.counts) == (
        "own",
        "repository",
        True,
    )
    [found, *_] = evaluate(
        facts("a", declared=declared), rules, DAY, key="k", explanations=[explanation(reason="theirs")]
    )
    assert found.explained is not None
    assert (found.explained.explanation.reason, found.explained.origin) == ("theirs", "inventory")


@pytest.mark.parametrize(
    ("on", "until", "counts"),
    [
        ("2026-11-23", "2026-11-23", True),
        ("2026-11-24", "2027-01-01", False),
        ("2026-01-01", "2026-11-22", False),
    ],
)
def test_an_explanation_counts_from_on_to_until(rules: tuple[Rule, ...], on: str, until: str, counts: bool) -> None:
    [found, *_] = evaluate(facts("a"), rules, DAY, key="k", explanations=[explanation(on=on, until=until)])
    assert found.explained is not None
    assert found.explained.counts is counts


def test_one_that_counts_goes_before_one_that_does_not(rules: tuple[Rule, ...]) -> None:
    past, now = explanation(until="2026-02-01"), explanation(reason="now")
    [found, *_] = evaluate(facts("a"), rules, DAY, key="k", explanations=[past, now])
    assert found.explained is not None
    assert found.explained.explanation == now


def test_a_correction_is_shown_and_changes_nothing(rules: tuple[Rule, ...]) -> None:
    declared = parse_declared(b"corrections: [{rule: x/one, evidence: e, by: b, on: 2026-01-01}]", "f")
    [found, *_] = evaluate(facts("a", declared=declared), rules, DAY, key="k")
    assert found.outcome is Outcome.FAIL
    assert found.correction is not None
    assert found.correction.evidence == "e"
