"""Validated by Jenkins' junit-10.xsd."""

import pytest
from lxml import etree

from oss_scan.formats import Options, render
from oss_scan.results import Scan
from tests.formats.made_up import HOSTILE, RULES, everyday, hostile, made_run, several


def parsed(scan: Scan, options: Options | None = None) -> etree._Element:
    return etree.fromstring(render("junit", scan, RULES, "nl", options or Options()).encode())


def test_valid_by_the_schema(junit_schema: etree.XMLSchema) -> None:
    for scan in (everyday(), several(), Scan(made_run(), ())):
        junit_schema.assertValid(parsed(scan))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_is_valid_by_the_schema(text: str, junit_schema: etree.XMLSchema) -> None:
    scan, rules = hostile(text)
    root = etree.fromstring(render("junit", scan, rules, "nl").encode())
    junit_schema.assertValid(root)
    assert len(root) == 2
    assert [case.get("name") for case in root[0].iter("testcase")] == ["made/told", "made/bare", "made/doubt"]


@pytest.mark.parametrize(
    "bad",
    [
        "<testsuites><testcase name='a'/></testsuites>",
        "<testsuites><testsuite name='a' tests='1'/></testsuites>",
        "<testsuites><testsuite name='a' tests='1' failures='0' errors='0'><testcase/></testsuite></testsuites>",
        "<testsuites><testsuite name='a' tests='1' failures='0' errors='0' time='soon'/></testsuites>",
    ],
)
def test_the_schema_refuses(bad: str, junit_schema: etree.XMLSchema) -> None:
    assert not junit_schema.validate(etree.fromstring(bad))


def outcomes(root: etree._Element) -> dict[str, str]:
    return {str(case.get("name")): case[0].tag if len(case) else "pass" for case in root.iter("testcase")}


def test_a_case_for_each_rule() -> None:
    root = parsed(several())
    assert outcomes(root) == {
        "licence/osi-approved": "failure",
        "publiccode/present": "failure",
        "documentation/support": "failure",
        "documentation/changelog": "skipped",
        "documentation/contributing": "skipped",
        "publiccode/current": "skipped",
        "licence/preferred": "skipped",
        "documentation/readme": "pass",
        "security/contact": "pass",
        "maintenance/active": "pass",
        "oss-scan": "error",
    }
    attributes = {str(name): str(value) for name, value in root.attrib.items()}
    assert attributes == {"name": "oss-scan", "tests": "11", "failures": "3", "errors": "1"}
    suite = root[0]
    counts = [suite.get(name) for name in ("name", "tests", "failures", "errors", "skipped")]
    assert counts == ["https://git.example/voorbeeld", "10", "3", "0", "4"]


def test_messages_say_why_a_case_is_skipped() -> None:
    messages: dict[str, str] = {
        str(case.get("name")): str(case[0].get("message")) for case in parsed(everyday()).iter("testcase") if len(case)
    }
    assert messages["documentation/changelog"] == "Uitleg: Er is geen CHANGELOG."
    assert messages["documentation/contributing"].startswith("Niet vast te stellen: er is geen eigen bestand")
    assert messages["licence/preferred"] == "Niet van toepassing: aan licence/osi-approved wordt niet voldaan."


def test_what_the_baseline_knows_is_skipped() -> None:
    root = parsed(everyday(), Options(known=frozenset({f"{9:032x}"})))
    case = next(case for case in root.iter("testcase") if case.get("name") == "publiccode/present")
    assert (case[0].tag, case[0].get("message")) == ("skipped", "Bekend uit de baseline: Er is geen publiccode.yml.")
