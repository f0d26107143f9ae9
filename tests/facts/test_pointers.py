"""What Git LFS keeps elsewhere was not read: nothing is said of it, neither good nor bad."""

from datetime import date

from oss_scan.engine import evaluate
from oss_scan.facts import Facts, Known, NotLooked, collect
from oss_scan.facts.declared import Declared
from oss_scan.ruleset import DEFAULT, load
from oss_scan.tree import MemoryTree
from tests.rule_sets import history

POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:%064d\nsize 1234\n" % 0


def outcomes(*paths: str, content: bytes = POINTER) -> dict[str, tuple[str, str | None]]:
    facts = Facts(
        tree=Known(collect(MemoryTree(dict.fromkeys(paths, content))), "git"),
        history=Known(history(), "git"),
        hosting=NotLooked("hosting-not-looked"),
        organisation=NotLooked("organisation-not-looked"),
        declared=Known(Declared(), "git"),
    )
    found = evaluate(facts, load(DEFAULT).rules, date(2026, 11, 23), key="x")
    return {one.rule: (str(one.outcome), one.because.code if one.because else None) for one in found}


def test_documents_that_rules_judge_are_unknown() -> None:
    found = outcomes("README.md", "LICENSE", "publiccode.yml", "openapi.yaml", "h.docx")
    for rule in (
        "documentation/readme",
        "licence/osi-approved",
        "publiccode/valid",
        "standards/openapi",
        "standards/open-documents",
    ):
        assert (rule, found[rule]) == (rule, ("unknown", "blob-lfs"))


def test_data_leaves_nothing_open() -> None:
    found = outcomes("invoer/punten.json", "model/hoogte.hgt", "kaart.tif")
    assert found["standards/openapi"] == ("not-applicable", "no-api-seen")


def test_what_only_speaks_of_it_is_read() -> None:
    assert outcomes("README.md", content=b"Wij gebruiken\n" + POINTER)["documentation/readme"][0] == "pass"
