"""What rules about standards answer where nobody looked, where something was not read, and at other places."""

from dataclasses import replace

import pytest

from oss_scan.checks import Answer, Outcome, find
from oss_scan.checks.apis import OfVersion
from oss_scan.checks.standards import OfStandard
from oss_scan.facts import Facts, Known, NotLooked, collect
from oss_scan.facts.apis import FETCHED, OF_A_CLIENT, OF_SEVERAL, Api, Apis
from oss_scan.facts.seen import Gap, Seen
from oss_scan.standards.detectors import DETECTORS
from oss_scan.standards.evidence import Sort, Where
from oss_scan.standards.listed import standards_list
from oss_scan.tree import MemoryTree, Unread
from tests.verdicts.made import CLAUSES, TODAY, document, facts, sighting

A11Y = "digitoegankelijk-en-301-549-met-wcag-21"
CHECKS = {"standards.transport": "tls", "standards.documents": "odf", "standards.accessibility-statement": A11Y}
ADR = OfVersion("rest-api-design-rules", "2.0")


def ask(name: str, known: Facts) -> Answer:
    return find(name).ask(known, OfStandard(CHECKS[name]), TODAY)


def without(known: Facts, **parts: object) -> Facts:
    assert isinstance(known.tree, Known)
    return replace(known, tree=Known(replace(known.tree.value, **parts), "git"))  # type: ignore[arg-type]


def test_every_detector_is_about_something_that_the_list_knows() -> None:
    known = standards_list()
    about = {name for detector in DETECTORS for name in detector.about}
    assert about - known.standards.keys() - known.signals.keys() == set()
    sought = {name for name, signal in known.signals.items() if signal.by == "detectors"}
    assert sought - about == set()


@pytest.mark.parametrize("name", CHECKS)
def test_where_nobody_looked_it_is_unknown(name: str) -> None:
    assert ask(name, without(facts(), seen=None)).outcome is Outcome.UNKNOWN
    assert ask(name, replace(facts(), tree=NotLooked("tree-empty"))).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("name", CHECKS)
def test_what_was_not_read_makes_unknown_and_never_a_failure(name: str) -> None:
    gap = Gap(CHECKS[name], "blob-not-fetched", 3, "a/b")
    found = sighting("tls"), sighting("editable-documents", Sort.SIGNAL)
    answer = ask(name, without(facts(), seen=Seen(sightings=found, gaps=(gap,))))
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.UNKNOWN, "standards-gap")


@pytest.mark.parametrize("where", [where for where in Where if where is not Where.OWN])
def test_what_stands_elsewhere_is_no_failure(where: Where) -> None:
    for name, standard in CHECKS.items():
        known = facts(sighting(standard, Sort.COUNTER, where), sighting("statement-unnumbered", Sort.SIGNAL, where))
        assert ask(name, known).outcome in (Outcome.UNKNOWN, Outcome.NOT_APPLICABLE)


def test_a_failure_goes_before_what_was_not_read() -> None:
    gap = Gap("tls", "blob-not-fetched", 3, "a/b")
    seen = Seen(sightings=(sighting("tls", Sort.COUNTER, path="nginx.conf"),), gaps=(gap,))
    answer = ask("standards.transport", without(facts(), seen=seen))
    assert (answer.outcome, answer.values["path"]) == (Outcome.FAIL, "nginx.conf")


def test_documents_that_were_not_read_may_be_more_of_them() -> None:
    seen = Seen(sightings=(sighting("odf", Sort.COUNTER, path="a.docx"),))
    assert ask("standards.documents", without(facts(), seen=seen)).values["number"] == "1"
    seen = replace(seen, gaps=(Gap("editable-documents", "blob-left-out", 2, "b.docx"),))
    assert ask("standards.documents", without(facts(), seen=seen)).values["number"] == "≥ 1"


@pytest.mark.parametrize(
    ("apis", "outcome", "code"),
    [
        (Apis(files=(document(),)), Outcome.PASS, None),
        (Apis(files=(document(wrong=CLAUSES[:1]),)), Outcome.FAIL, None),
        (Apis(files=(document(wrong=("/core/not-tested",)),)), Outcome.PASS, None),
        (Apis(files=(document(ruleset="adr-2.2", wrong=CLAUSES),)), Outcome.UNKNOWN, "api-untested"),
        (
            Apis(files=(document(),), unread=(Unread("blob-not-fetched", "a.yaml"),), left_out=1),
            Outcome.UNKNOWN,
            "blobs-not-fetched",
        ),
        (
            Apis(files=(document(wrong=CLAUSES[:1]),), unread=(Unread("blob-not-fetched", "a.yaml"),), left_out=1),
            Outcome.FAIL,
            None,
        ),
        (
            Apis(files=(document(), Api(path="b.yaml", blob="1", role="unparsable", reason="syntax"))),
            Outcome.UNKNOWN,
            "api-unparsable",
        ),
        (
            Apis(files=(Api(path="b.yaml", blob="1", role="consumed", reason="folder"),)),
            Outcome.UNKNOWN,
            "no-api-of-its-own",
        ),
        (Apis(unread=(Unread("blob-missing", "openapi.yaml"),), left_out=1), Outcome.UNKNOWN, "blob-missing"),
    ],
)
def test_the_design_rules(apis: Apis, outcome: Outcome, code: str | None) -> None:
    answer = find("apis.design-rules").ask(without(facts(), apis=apis), ADR, TODAY)
    assert (answer.outcome, answer.because.code if answer.because else None) == (outcome, code)


def test_a_version_without_a_schema_is_untested_and_not_said_to_refer_elsewhere() -> None:
    one = document(version="3.2.0")
    assert one.tested is not None
    new = Apis(files=(replace(one, tested=replace(one.tested, unknown=("oas3-schema",))),))
    answer = find("apis.design-rules").ask(without(facts(), apis=new), ADR, TODAY)
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.UNKNOWN, "api-untested")


@pytest.mark.parametrize(
    ("apis", "seen", "code", "path"),
    [
        (Apis(files=(document(wrong=CLAUSES[:1], offer=None),)), Seen(), "api-offer-unsaid", "openapi.yaml"),
        (
            Apis(files=(document(), document("b.yaml", wrong=CLAUSES[:1], offer=None))),
            Seen(),
            "api-offer-unsaid",
            "b.yaml",
        ),
        (Apis(files=(document(wrong=CLAUSES[:1], offer=OF_SEVERAL),)), Seen(), "api-of-several", "openapi.yaml"),
        (Apis(files=(document(wrong=CLAUSES[:1], offer=OF_A_CLIENT),)), Seen(), "api-of-a-client", "openapi.yaml"),
        (Apis(files=(document(wrong=CLAUSES[:1], offer=FETCHED),)), Seen(), "api-fetched", "openapi.yaml"),
        (
            Apis(),
            Seen(sightings=(sighting("answers-requests", Sort.SIGNAL, path="app.py"),)),
            "answers-requests",
            "app.py",
        ),
        (Apis(), collect(MemoryTree({"service.tide": b"// eik\n"})).seen, "code-unlisted", "service.tide"),
        (Apis(), collect(MemoryTree({"service.bal": b"listen on 80\n"})).seen, "answers-requests", "service.bal"),
        (Apis(), Seen(gaps=(Gap("answers-requests", "blob-left-out", 3, "a.py"),)), "code-unread", "a.py"),
        (Apis(), Seen(gaps=(Gap("tls", "blob-left-out", 3, "a.py"),)), "no-api-of-its-own", None),
    ],
)
def test_what_leaves_an_offer_open(apis: Apis, seen: Seen, code: str, path: str | None) -> None:
    answer = find("apis.design-rules").ask(without(facts(), apis=apis, seen=seen), ADR, TODAY)
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.UNKNOWN, code)
    assert [place.path for place in answer.places] == ([path] if path else [])


def test_where_nothing_answers_the_rules_do_not_apply() -> None:
    looked = collect(MemoryTree({"a.py": b"print()\n"}))
    answer = find("apis.design-rules").ask(without(facts(), apis=Apis(), seen=looked.seen), ADR, TODAY)
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.NOT_APPLICABLE, "no-api-seen")
