"""Systems judged beside a scan, what an inventory adds to a scan, and what the public may see of both."""

from datetime import date

import pytest

from oss_scan.attributing import attributed, of_systems
from oss_scan.checks import Outcome
from oss_scan.inventory import Inventory, read
from oss_scan.inventory.opening import File
from oss_scan.results import JudgedSystem
from oss_scan.ruleset import load
from oss_scan.systems import judge, shown
from tests.report.made_up import twelve

RULES = load("open-tenzij").rules
GIT = "https://git.example/org/project-"
HEAD = "organisations: [{id: a, name: A, kind: zbo, sources: ['https://git.example/org']}]\n"
DECISION = "decision: {ground: woo-5.2, motivation: m, parts: [p], by: CIO, on: 2026-01-01, review_by: 2027-01-01}"


def inventory(*systems: str, more: str = "") -> Inventory:
    entries = "".join(f"  - {{id: s{at}, name: S{at}, organisation: a, {how}}}\n" for at, how in enumerate(systems))
    found, items = read([File("i.yaml", f"{HEAD}systems:\n{entries}{more}".encode())])
    assert [item for item in items if item.type == "error"] == []
    return found


def judged(*systems: str, more: str = "") -> tuple[JudgedSystem, ...]:
    return judge(inventory(*systems, more=more), twelve(), RULES)


def found(*systems: str) -> list[tuple[Outcome, str | None]]:
    return [
        (one.findings[0].outcome, one.findings[0].because.code if one.findings[0].because else None)
        for one in judged(*systems)
    ]


@pytest.mark.parametrize(
    ("repositories", "outcome", "because"),
    [
        (["01"], Outcome.PASS, None),
        (["01", "09"], Outcome.PASS, None),
        (["01", "03"], Outcome.FAIL, "system-not-licensed"),
        (["05"], Outcome.FAIL, "system-not-licensed"),  # it has no licence at all
        (["03", "99"], Outcome.FAIL, "system-not-licensed"),  # what fails decides before what is unknown
        (["01", "07"], Outcome.UNKNOWN, "system-repository-undecided"),
        (["01", "11"], Outcome.UNKNOWN, "system-repository-unreadable"),
        (["01", "99"], Outcome.UNKNOWN, "system-repository-not-scanned"),
        ([], Outcome.UNKNOWN, "system-no-repositories"),
    ],
)
def test_an_open_system_is_judged_by_its_repositories(
    repositories: list[str], outcome: Outcome, because: str | None
) -> None:
    named = ", ".join(f"{GIT}{number}" for number in repositories)
    assert found(f"openness: open, repositories: [{named}]") == [(outcome, because)]
    decided = found(f"openness: partly, repositories: [{named}], {DECISION}")
    assert decided == [(outcome, because)]


def test_a_partly_open_system_needs_a_decision_first() -> None:
    assert found(f"openness: partly, repositories: [{GIT}03]") == [(Outcome.FAIL, "decision-absent")]


def test_a_system_is_not_judged_before_the_inventory_knew_it() -> None:
    on = twelve().run.reference_date
    assert found(f"openness: closed, recorded: {on}") == [(Outcome.FAIL, "decision-absent")]
    assert found(f"openness: closed, recorded: {date(on.year + 1, 1, 1)}") == []


def test_what_is_found_has_its_own_fingerprint() -> None:
    first, second = judged("openness: closed", "openness: closed")
    other = judged("openness: closed, decision: {ground: woo-5.2}")[0]
    prints = {one.findings[0].fingerprint for one in (first, second, other)}
    assert len(prints) == 3
    assert len({one.findings[0].asks for one in (first, second, other)}) == 1


SAID = f"""explanations:
  - {{about: "system:s0", rule: openness/decision, reason: r, by: CIO, on: 2026-01-01, until: 2027-06-01}}
  - {{about: "{GIT}03", rule: licence/osi-approved, reason: van de inventaris, by: CIO,
     on: 2026-01-01, until: 2027-06-01}}
  - {{about: "{GIT}05", rule: licence/present, reason: verlopen, by: CIO, on: 2024-01-01, until: 2024-06-01}}
corrections:
  - {{about: "system:s0", rule: openness/decision, evidence: e, by: CIO, on: 2026-01-01}}
  - {{about: "{GIT}03", rule: licence/osi-approved, evidence: e, by: CIO, on: 2026-01-01}}
left_out: [{{repository: "{GIT}09", reason: een kopie}}]
"""


def test_the_inventory_explains_and_corrects_a_system_and_the_outcome_stays() -> None:
    finding = judged("openness: closed", more=SAID)[0].findings[0]
    assert finding.outcome is Outcome.FAIL
    assert finding.explained is not None
    assert (finding.explained.counts, finding.explained.origin) == (True, "inventory")
    assert finding.correction is not None


def test_a_scan_in_the_light_of_an_inventory() -> None:
    scan = twelve()
    seen = attributed(scan, inventory("openness: closed", more=SAID))
    assert [(one.repository, why.reason) for one, why in seen.left_out] == [(f"{GIT}09", "een kopie")]
    by_name = {one.repository: one for one in seen.scan.repositories}
    assert len(by_name) == 11
    assert (by_name[f"{GIT}01"].organisation, by_name["/srv/project-02"].organisation) == ("a", None)
    third = {one.rule: one for one in by_name[f"{GIT}03"].findings}["licence/osi-approved"]
    assert third.explained is not None
    assert (third.outcome, third.explained.origin, third.explained.explanation.reason) == (
        Outcome.FAIL,
        "inventory",
        "van de inventaris",
    )
    assert third.correction is not None
    # an expired one of the inventory goes before an expired one of the repository
    fifth = {one.rule: one for one in by_name[f"{GIT}05"].findings}["licence/present"].explained
    assert fifth is not None
    assert (fifth.counts, fifth.explanation.reason) == (False, "verlopen")
    untouched = next(one for one in scan.repositories if one.repository == f"{GIT}01")
    assert by_name[f"{GIT}01"].findings == untouched.findings


def test_what_the_public_sees_of_systems() -> None:
    held = inventory(
        f"openness: open, repositories: [{GIT}03]",
        f"openness: open, repositories: [{GIT}05], publish: count",
        "openness: closed, publish: never",
        f"openness: open, repositories: [{GIT}03, {GIT}05]",
        more=f"left_out: [{{repository: '{GIT}05', reason: x, publish: never}}]\n"
        "explanations:\n"
        "  - {about: 'system:s1', rule: openness/decision, reason: geheim, by: R, on: 2026-01-01, until: 2026-12-31}\n",
    )
    everything = judge(held, twelve(), RULES)
    named, counted, partly = shown(everything, held)
    assert (named.key, named.name, named.findings) == ("system:s0", "S0", everything[0].findings)
    assert (counted.key, counted.name, counted.repositories, counted.organisation) == ("", None, (), "a")
    finding = counted.findings[0]
    assert (finding.outcome, finding.fingerprint, finding.because and finding.because.values) == (
        Outcome.FAIL,
        "",
        {"found": "…"},
    )
    assert finding.explained is not None
    assert "geheim" not in repr(counted)
    assert partly.repositories == (f"{GIT}03",)
    assert f"{GIT}05" not in repr(partly)


def test_a_repository_of_a_system_that_only_counts_is_named_in_no_other() -> None:
    held = inventory(
        f"openness: open, repositories: [{GIT}03]", f"openness: open, repositories: [{GIT}03], publish: count"
    )
    named = shown(judge(held, twelve(), RULES), held)[0]
    assert (named.name, named.repositories) == ("S0", ())
    assert f"{GIT}03" not in repr(named)


NEEDLESS = """explanations:
  - {about: "system:s0", rule: openness/decision, reason: verlopen, by: CIO, on: 2024-01-01, until: 2024-06-01}
  - {about: "system:s0", rule: licence/present, reason: r, by: CIO, on: 2026-01-01, until: 2027-06-01}
  - {about: "system:s1", rule: openness/decision, reason: r, by: CIO, on: 2026-01-01, until: 2027-06-01}
corrections:
  - {about: "system:s1", rule: openness/what, evidence: e, by: CIO, on: 2026-01-01}
"""


def test_what_the_inventory_needlessly_says_of_a_system_is_told() -> None:
    systems = ("openness: closed", f"openness: closed, {DECISION}")
    given, on = inventory(*systems, more=NEEDLESS), twelve().run.reference_date
    told = of_systems(judge(given, twelve(), RULES), given, on)
    assert {
        key: [(one.reason.code, one.place and one.place.line) for one in notices] for key, notices in told.items()
    } == {
        "system:s0": [("explanation-expired", 6), ("explanation-rule", 7)],
        "system:s1": [("correction-rule", 10), ("explanation-needless", 8)],
    }
