"""What a repository says of itself, and what of it does not count."""

from datetime import date

import pytest

from oss_scan.facts.declared import Declared, Explanation, collect_declared, parse_declared
from oss_scan.tree import Link, MemoryTree

GOOD = b"""explanations:
  - rule: documentation/changelog
    reason: no releases yet
    by: product owner
    on: 2026-01-01
    until: 2027-01-01
"""


def test_an_explanation() -> None:
    declared = parse_declared(GOOD, ".oss-scan.yaml")
    assert declared.problems == ()
    assert declared.explanations == (
        Explanation(
            "documentation/changelog",
            "no releases yet",
            "product owner",
            date(2026, 1, 1),
            date(2027, 1, 1),
            ".oss-scan.yaml",
            2,
        ),
    )


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        ((b"2027-01-01", b"2028-06-01"), "declared-too-long", 2),
        ((b"2027-01-01", b"2025-01-01"), "declared-order", 2),
        ((b"2027-01-01", b"next year"), "declared-date", 2),
        ((b"    by: product owner\n", b""), "declared-missing", 2),
        ((b"no releases yet", b"''"), "declared-missing", 2),
        ((b"    by:", b"    whom:"), "declared-key", 2),
        ((b"explanations:", b"explanation:"), "declared-key", 1),
        ((b"explanations:", b"["), "declared-yaml", 2),
        ((GOOD, b"explanations: none"), "declared-list", 1),
        ((GOOD, b"- a"), "declared-shape", 1),
        ((GOOD, b"explanations: [a]"), "declared-entry", 1),
    ],
)
def test_a_bad_entry_is_a_problem_and_does_not_count(change: tuple[bytes, bytes], code: str, line: int) -> None:
    declared = parse_declared(GOOD.replace(*change), "x")
    assert declared.explanations == ()
    assert [(problem.reason.code, problem.line) for problem in declared.problems] == [(code, line)]


def test_a_good_entry_beside_a_bad_one_counts() -> None:
    declared = parse_declared(GOOD + b"  - rule: x\n", "x")
    assert len(declared.explanations) == 1
    assert len(declared.problems) == 1


def test_a_correction_and_a_standard() -> None:
    text = b"corrections:\n  - {rule: a/b, evidence: LICENSE is there, by: c, on: 2026-01-01}\n"
    text += b"standards: [{id: oauth}]\n"
    declared = parse_declared(text, "x")
    assert declared.problems == ()
    assert declared.corrections[0].evidence == "LICENSE is there"
    assert declared.standards == ("oauth",)


def test_the_other_ending_is_read_with_a_notice() -> None:
    declared = collect_declared(MemoryTree({".oss-scan.yml": GOOD}))
    assert len(declared.explanations) == 1
    assert [problem.reason.code for problem in declared.problems] == ["declared-yml"]
    assert collect_declared(MemoryTree({"a": b""})) == Declared()
    linked = collect_declared(MemoryTree({".oss-scan.yaml": Link("/etc/passwd")}))
    assert [problem.reason.code for problem in linked.problems] == ["declared-unread"]
