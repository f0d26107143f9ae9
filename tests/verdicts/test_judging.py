"""From facts to verdicts: what applies, what shows it, what speaks against it, and what the owner says."""

from dataclasses import replace
from datetime import date

import pytest

from oss_scan.checks import Outcome
from oss_scan.engine import evaluate
from oss_scan.facts import Known, NotLooked, collect
from oss_scan.facts.kind import KindSignal, RepositoryKind
from oss_scan.facts.seen import Gap
from oss_scan.rule import Rule
from oss_scan.ruleset import load_all
from oss_scan.standards.evidence import Sort, Where
from oss_scan.standards.listed import standards_list
from oss_scan.tree import MemoryTree
from oss_scan.verdicts import Applicability, Evidence, Explained, Spot, Status, Tally
from oss_scan.verdicts.judging import judge
from oss_scan.verdicts.wording import sentence
from tests.verdicts.made import CLAUSES, TODAY, document, facts, sighting, verdict

SIGNAL, COUNTER = Sort.SIGNAL, Sort.COUNTER


def test_every_mandatory_standard_has_a_verdict_in_the_order_of_the_list() -> None:
    known = standards_list()
    mandatory = [one.id for one in known.standards.values() if one.status == "mandatory"]
    assert [one.standard for one in judge(facts(), known, TODAY)] == mandatory


def test_what_is_recommended_has_one_only_where_it_was_seen() -> None:
    found = verdict("skos", facts(sighting("skos")))
    assert (found.listed, found.status) == ("recommended", Status.FOUND)


def test_without_files_there_are_no_verdicts() -> None:
    assert judge(replace(facts(), tree=NotLooked("tree-empty")), standards_list(), TODAY) == ()


def test_the_same_facts_give_the_same_verdicts() -> None:
    known = facts(sighting("eml_nl"), apis=(document(wrong=CLAUSES[:1]),))
    assert judge(known, standards_list(), TODAY) == judge(known, standards_list(), TODAY)


def test_structure_in_an_own_file_is_found_and_nothing_more() -> None:
    found = verdict("eml_nl", facts(sighting("eml_nl")))
    assert (found.applicability, found.evidence, found.status) == (
        Applicability.APPLIES,
        Evidence.FOUND,
        Status.FOUND,
    )
    assert found.places == (Spot("a.xml", 1, 1, "xmlns"),)
    assert sentence(found, "nl") == "aangetroffen, niet getoetst"


@pytest.mark.parametrize("where", [where for where in Where if where is not Where.OWN])
def test_other_places_never_count(where: Where) -> None:
    known = facts(
        sighting("eml_nl", where=where),
        sighting("tls", COUNTER, where),
        sighting("server-configuration", SIGNAL, where),
    )
    assert verdict("eml_nl", known).status is Status.APPLICABILITY_UNKNOWN
    assert verdict("tls", known).status is Status.APPLICABILITY_UNKNOWN


def test_counter_evidence_is_a_deviation_where_the_standard_applies() -> None:
    known = facts(sighting("tls", COUNTER, path="nginx.conf"), sighting("server-configuration", SIGNAL))
    found = verdict("tls", known)
    assert (found.evidence, found.status) == (Evidence.NONE, Status.DEVIATION)
    assert found.counter == (Spot("nginx.conf", 1, 1, "xmlns"),)
    assert found.because.values == {"signal": "server-configuration"}


def test_absence_is_not_shown_and_never_a_deviation() -> None:
    found = verdict("tls", facts(sighting("server-configuration", SIGNAL)))
    assert (found.status, sentence(found, "nl")) == (Status.NOT_SHOWN, "niet aangetoond")


def test_what_was_not_read_may_have_shown_it() -> None:
    known = facts(sighting("server-configuration", SIGNAL), left_out=1)
    assert verdict("tls", known).status is Status.UNREAD
    assert verdict("odf", known).because.code == "applies-unread"
    assert verdict("rest-api-design-rules", known).because.code == "applies-unread"


def test_a_standard_about_what_is_not_there_does_not_apply() -> None:
    found = verdict("odf", facts())
    assert (found.applicability, found.status) == (Applicability.DOES_NOT, Status.NOT_APPLICABLE)


def test_somebody_who_logs_in_elsewhere_is_no_provider() -> None:
    assert (
        verdict("authenticatie-standaarden", facts(sighting("identity-user", SIGNAL))).status is Status.NOT_APPLICABLE
    )
    both = facts(sighting("identity-user", SIGNAL), sighting("identity-provider", SIGNAL))
    assert verdict("authenticatie-standaarden", both).status is Status.NOT_SHOWN


def test_source_code_does_not_show_dnssec_and_says_where_to_measure() -> None:
    found = verdict("dnssec", facts())
    assert (found.evidence, found.status) == (Evidence.NOT_VISIBLE, Status.NOT_VISIBLE)
    assert sentence(found, "nl") == "niet uit broncode; meet het domein met internet.nl"


# --- the owner


def said(status: str, more: str = "", standard: str = "digikoppeling") -> str:
    until = "reason: r, by: architect, on: 2026-01-01, review_by: 2026-12-01"
    return f"standards:\n  - {{id: {standard}, status: {status}, {until}{more}}}\n"


def test_the_owner_says_that_it_does_not_apply() -> None:
    found = verdict("eml_nl", facts(sighting("eml_nl"), declared=said("not-applicable", standard="eml_nl")))
    assert (found.status, found.agreement) == (Status.NOT_APPLICABLE, "found-though-declared-not")
    assert found.because.values == {"reason": "r"}


def test_the_owner_says_that_it_is_applied_and_nothing_shows_it() -> None:
    found = verdict("digikoppeling", facts(declared=said("applied")))
    assert (found.applicability, found.evidence) == (Applicability.APPLIES, Evidence.DECLARED)
    assert (found.status, found.agreement) == (Status.DECLARED, "declared-not-found")


def test_found_but_not_declared_is_said_only_to_who_declares() -> None:
    assert verdict("eml_nl", facts(sighting("eml_nl"))).agreement is None
    assert verdict("eml_nl", facts(sighting("eml_nl"), declared=said("applied"))).agreement == "found-not-declared"


def test_another_version_than_the_listed_one_is_said() -> None:
    declared = said("applied", ", version: '2.2'", "rest-api-design-rules")
    assert verdict("rest-api-design-rules", facts(apis=(document(),), declared=declared)).agreement == "other-version"


def test_an_explanation_counts_until_its_review() -> None:
    known = facts(declared=said("explained"))
    found = verdict("digikoppeling", known)
    assert (found.explained, found.status, found.explanation) == (Explained.PRESENT, Status.EXPLAINED, "r")
    late = verdict("digikoppeling", known, date(2026, 12, 2))
    assert (late.explained, late.status) == (Explained.EXPIRED, Status.APPLICABILITY_UNKNOWN)
    assert late.until == date(2026, 12, 1)
    early = verdict("digikoppeling", known, date(2025, 12, 31))
    assert early.explained is Explained.NONE


# --- APIs


def test_own_documents_are_tested_by_the_listed_version() -> None:
    found = verdict("rest-api-design-rules", facts(apis=(document(),)))
    assert (found.version, found.tally, found.status) == ("2.0", Tally(3, 3, 36), Status.APPLIED)
    assert (
        sentence(found, "nl")
        == "toegepast (getoetst); geen afwijkingen op 3 van 3 automatisch toetsbare van de 36 regels"
    )


def test_a_clause_counts_once_however_many_documents_deviate() -> None:
    known = facts(apis=(document("a.yaml", wrong=CLAUSES[:1]), document("b.yaml", wrong=CLAUSES[:2])))
    found = verdict("rest-api-design-rules", known)
    assert (found.tally, found.status) == (Tally(1, 3, 36), Status.PARTLY)
    assert found.counter[0] == Spot("a.yaml", 7, 3, f"{CLAUSES[0]} (2×)")
    assert len(found.counter) == 3


def test_before_the_version_was_listed_nothing_was_tested_by_it() -> None:
    found = verdict("rest-api-design-rules", facts(apis=(document(),)), date(2024, 1, 1))
    assert (found.version, found.tally, found.status) == ("1.0", None, Status.FOUND)


@pytest.mark.parametrize(
    ("api", "tally", "status"),
    [
        (document(), Tally(1, 1), Status.APPLIED),
        (document(valid=False), Tally(0, 1), Status.DEVIATION),
        (document(version="2.0", valid=None), Tally(0, 1), Status.DEVIATION),
        (document(version="3.1.0"), None, Status.FOUND),  # newer than listed: neither good nor bad
        (document(version="3.1.0", valid=False), Tally(0, 1), Status.DEVIATION),
        (document(valid=None), None, Status.FOUND),
    ],
)
def test_validity_and_version_of_openapi(api: object, tally: Tally | None, status: Status) -> None:
    found = verdict("openapi-specification", facts(apis=(api,)))  # type: ignore[arg-type]
    assert (found.tally, found.status) == (tally, status)


def test_a_library_offers_no_api_where_its_owner_says_what_it_is() -> None:
    firm = RepositoryKind("library", (KindSignal("library", "software-type", "publiccode.yml", 3),))
    guessed = RepositoryKind("library", (KindSignal("library", "package", "setup.py"),))
    assert verdict("openapi-specification", facts(kind=firm)).status is Status.NOT_APPLICABLE
    assert verdict("openapi-specification", facts(kind=guessed)).status is Status.APPLICABILITY_UNKNOWN
    assert verdict("openapi-specification", facts(kind=firm, apis=(document(),))).status is Status.APPLIED


API = ("openapi-specification", "rest-api-design-rules")


@pytest.mark.parametrize("standard", API)
def test_an_interface_that_is_not_shown_to_be_offered_is_no_deviation(standard: str) -> None:
    silent = document(wrong=CLAUSES[:1], valid=False, offer=None)
    found = verdict(standard, facts(apis=(silent,)))
    assert (found.applicability, found.status) == (Applicability.UNKNOWN, Status.APPLICABILITY_UNKNOWN)
    assert found.because.values == {"signal": "describes-api"}
    firm = RepositoryKind("library", (KindSignal("library", "software-type", "publiccode.yml", 3),))
    assert verdict(standard, facts(apis=(silent,), kind=firm)).applicability is Applicability.UNKNOWN
    owner = verdict(standard, facts(apis=(silent,), declared=said("applied", standard=standard)))
    assert owner.applicability is Applicability.APPLIES
    assert owner.counter != ()


@pytest.mark.parametrize("standard", API)
def test_beside_one_that_is_offered_others_do_not_count(standard: str) -> None:
    silent = document("b.yaml", wrong=CLAUSES[:1], valid=False, offer=None)
    found = verdict(standard, facts(apis=(document("a.yaml"), silent)))
    assert (found.status, found.counter) == (Status.APPLIED, ())


@pytest.mark.parametrize("standard", API)
def test_where_all_code_was_read_and_nothing_answers_there_is_no_api(standard: str) -> None:
    plain = facts(files={"src/a.py": b"print()\n"})
    assert isinstance(plain.tree, Known)
    seen = collect(MemoryTree({"src/a.py": b"print()\n"})).seen
    assert seen is not None
    assert verdict(standard, plain).because.code == "applies-unread"  # no detector looked
    looked = replace(plain, tree=replace(plain.tree, value=replace(plain.tree.value, seen=seen)))
    found = verdict(standard, looked)
    assert (found.applicability, found.because.code) == (Applicability.DOES_NOT, "applies-absent")
    late = replace(seen, detectors=tuple(one for one in seen.detectors if one.name != "answering"))
    before = replace(plain, tree=replace(plain.tree, value=replace(plain.tree.value, seen=late)))
    assert verdict(standard, before).because.code == "applies-unread"
    gap = replace(seen, gaps=(Gap("answers-requests", "blob-left-out", 1, "src/b.py"),))
    part = replace(plain, tree=replace(plain.tree, value=replace(plain.tree.value, seen=gap)))
    assert verdict(standard, part).because.code == "applies-unread"


@pytest.mark.parametrize("standard", API)
def test_software_that_answers_may_offer_an_api(standard: str) -> None:
    found = verdict(standard, facts(sighting("answers-requests", SIGNAL)))
    assert (found.applicability, found.because.values) == (Applicability.UNKNOWN, {"signal": "answers-requests"})
    aside = facts(sighting("answers-requests", SIGNAL, Where.TEST))
    assert verdict(standard, aside).because.code == "applies-unread"


def test_a_security_txt_is_tested_at_the_date() -> None:
    files = {"public/.well-known/security.txt": b"Contact: mailto:a@example.org\nExpires: 2026-12-01T00:00:00Z\n"}
    known = facts(files=files)
    assert verdict("securitytxt", known).status is Status.APPLIED
    late = verdict("securitytxt", known, date(2026, 12, 2))
    assert (late.tally, late.status) == (Tally(0, 1), Status.DEVIATION)
    assert late.counter[0].structure == "Expires: 2026-12-01"


def test_what_explains_a_standard_explains_the_rule_about_it() -> None:
    rules = [rule for rule in load_all(())[0].rules if rule.id == "standards/rest-api-design-rules"]
    known = facts(apis=(document(wrong=CLAUSES[:1]),), declared=said("explained", standard="rest-api-design-rules"))
    (finding,) = evaluate(known, rules, TODAY, key="a")
    assert (finding.outcome, finding.values["rules"]) == (Outcome.FAIL, CLAUSES[0])
    assert finding.explained is not None
    assert (finding.explained.counts, finding.explained.explanation.reason) == (True, "r")
    (late,) = evaluate(known, rules, date(2026, 12, 2), key="a")
    assert late.explained is not None
    assert not late.explained.counts


@pytest.mark.parametrize(
    "rule", [rule for rule in load_all(())[0].rules if hasattr(rule.params, "version")], ids=lambda rule: rule.id
)
def test_rules_test_the_version_that_is_listed(rule: Rule) -> None:
    assert standards_list().standards[rule.params.standard].version_on(TODAY) == rule.params.version
