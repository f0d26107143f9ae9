"""What a repository says of itself, and what of it does not count."""

from datetime import date
from typing import get_args

import pytest

from oss_scan.facts.declared import Declared, DeclaredStandard, Explanation, collect_declared, parse_declared
from oss_scan.texts import Lang
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
        ((GOOD, b"explanations: []\nexplanations: []"), "declared-duplicate-key", 2),
        ((GOOD, b"explanations: []\n---\n"), "declared-several-documents", 2),
        ((GOOD, b"a: " + b"[" * 60 + b"]" * 60), "declared-too-deep", 1),
        ((GOOD, b"? [a]\n: b"), "declared-key-not-text", 1),
        ((GOOD, b"\xff"), "declared-not-utf-8", 1),
        ((GOOD, b"explanations: none"), "declared-list", 1),
        ((GOOD, b"- a"), "declared-shape", 1),
        ((GOOD, b"explanations: [a]"), "declared-entry", 1),
    ],
)
def test_a_bad_entry_is_a_problem_and_does_not_count(change: tuple[bytes, bytes], code: str, line: int) -> None:
    declared = parse_declared(GOOD.replace(*change), "x")
    assert declared.explanations == ()
    assert [(problem.reason.code, problem.line) for problem in declared.problems] == [(code, line)]
    for lang in get_args(Lang):
        assert not {"{", "}"} & set(declared.problems[0].reason.opening(lang))


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
    assert [(one.id, one.status, one.line) for one in declared.of_standards] == [("oauth", None, 3)]


STANDARD = b"""standards:
  - id: digikoppeling
    status: explained
    evidence: [api/openapi.json, docs]
    reason: no chain yet
    decision: docs/adr/0020.md
    by: architect
    on: 2026-03-11
    review_by: 2027-03-11
"""


def of_standards(data: bytes) -> Declared:
    files = {".oss-scan.yaml": data, "api/openapi.json": b"{}", "docs/adr/0020.md": b"x"}
    return collect_declared(MemoryTree(files))


def test_a_standard_whole() -> None:
    declared = of_standards(STANDARD)
    assert declared.problems == ()
    assert declared.of_standards == (
        DeclaredStandard(
            id="digikoppeling",
            version=None,
            status="explained",
            evidence=("api/openapi.json", "docs"),
            reason="no chain yet",
            decision="docs/adr/0020.md",
            by="architect",
            on=date(2026, 3, 11),
            review_by=date(2027, 3, 11),
            path=".oss-scan.yaml",
            line=2,
        ),
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ((b"status: explained", b"status: yes"), "declared-status"),
        ((b"    reason: no chain yet\n", b""), "declared-missing"),
        ((b"    review_by: 2027-03-11\n", b""), "declared-missing"),
        ((b"2027-03-11", b"2026-03-10"), "declared-order"),
        ((b"2027-03-11", b"2030-03-11"), "declared-too-long"),
        ((b"2027-03-11", b"soon"), "declared-date"),
        ((b"docs/adr/0020.md", b"docs/adr/0021.md"), "declared-path"),
        ((b"api/openapi.json", b"../openapi.json"), "declared-path"),
        ((b"[api/openapi.json, docs]", b"{a: b}"), "declared-evidence"),
        ((b"[api/openapi.json, docs]", b"[[docs]]"), "declared-evidence"),
        ((b"[api/openapi.json, docs]", b"do"), "declared-path"),
        ((b"id:", b"name:"), "declared-key"),
    ],
)
def test_a_bad_standard_is_a_problem_and_does_not_count(change: tuple[bytes, bytes], code: str) -> None:
    assert change[0] in STANDARD
    declared = of_standards(STANDARD.replace(*change))
    assert declared.of_standards == ()
    assert [(problem.reason.code, problem.line) for problem in declared.problems] == [(code, 2)]


def test_an_address_as_a_decision_and_one_path_as_evidence() -> None:
    changed = STANDARD.replace(b"docs/adr/0020.md", b"https://example.org/besluit").replace(
        b"[api/openapi.json, docs]", b"docs/"
    )
    (one,) = of_standards(changed).of_standards
    assert (one.decision, one.evidence) == ("https://example.org/besluit", ("docs/",))


def test_the_other_ending_is_read_with_a_notice() -> None:
    declared = collect_declared(MemoryTree({".oss-scan.yml": GOOD}))
    assert len(declared.explanations) == 1
    assert [problem.reason.code for problem in declared.problems] == ["declared-yml"]
    both = collect_declared(MemoryTree({".oss-scan.yaml": GOOD, ".oss-scan.yml": GOOD}))
    assert [(problem.reason.code, problem.path) for problem in both.problems] == [("declared-twice", ".oss-scan.yml")]
    unread = collect_declared(MemoryTree({".oss-scan.yaml": Link("elsewhere"), ".oss-scan.yml": GOOD}))
    assert [problem.reason.code for problem in unread.problems] == ["declared-unread", "declared-twice"]
    assert unread.explanations == ()
    assert collect_declared(MemoryTree({"a": b""})) == Declared()
    linked = collect_declared(MemoryTree({".oss-scan.yaml": Link("/etc/passwd")}))
    assert [problem.reason.code for problem in linked.problems] == ["declared-unread"]
