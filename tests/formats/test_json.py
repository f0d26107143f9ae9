import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from oss_scan.formats import Options, render
from oss_scan.schemas import schema
from tests.formats.made_up import HOSTILE, RULES, hostile, several


def strict(part: Any) -> Any:
    """The schema with every object closed, so that a key that it does not name is found."""
    if isinstance(part, dict):
        closed = {key: strict(value) for key, value in part.items()}
        if part.get("type") == "object" and "properties" in part:
            closed["additionalProperties"] = False
        return closed
    return [strict(item) for item in part] if isinstance(part, list) else part


VALIDATOR = Draft202012Validator(strict(json.loads(schema("scan"))), format_checker=Draft202012Validator.FORMAT_CHECKER)


def rendered(options: Options | None = None) -> Any:
    return json.loads(render("json", several(), RULES, "nl", options or Options()))


def test_valid_by_the_schema() -> None:
    VALIDATOR.validate(rendered())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_is_valid_by_the_schema(text: str) -> None:
    scan, rules = hostile(text)
    VALIDATOR.validate(json.loads(render("json", scan, rules, "nl")))


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        (("schema",), "oss-scan/scan/v2"),
        (("scan", "started"), "2026-11-23 20:00"),
        (("repositories", 0, "commit"), "HEAD"),
        (("repositories", 0, "findings", 0, "outcome"), "failed"),
        (("repositories", 0, "findings", 0, "places"), [{"path": "LICENSE", "line": 0, "column": None, "blob": None}]),
        (("repositories", 0, "findings", 1, "because"), None),
        (("repositories", 0, "extra"), 1),
    ],
)
def test_the_schema_refuses(path: tuple[str | int, ...], bad: object) -> None:
    document = rendered()
    part = document
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = bad
    assert not VALIDATOR.is_valid(document)


def test_the_run() -> None:
    assert rendered()["scan"] == {
        "analysers": {"licence": "1"},
        "basis": "measured",
        "series": None,
        "shard": None,
        "finished": "2026-11-23T20:01:02Z",
        "id": "20261123T200000Z-made-up",
        "reference_date": "2026-11-23",
        "rulesets": [{"digest": "sha256:" + "0" * 64, "name": "open-tenzij", "version": "2026.1"}],
        "started": "2026-11-23T20:00:00Z",
        "tool": {"name": "oss-scan", "version": "2026.1"},
    }


def test_a_repository() -> None:
    judged = rendered()["repositories"][0]
    assert {key: judged[key] for key in judged.keys() - {"findings", "notices", "licence"}} == {
        "aliases": ["/srv/voorbeeld"],
        "branch": "main",
        "commit": "0123456789abcdef0123456789abcdef01234567",
        "committed": "2026-08-21T10:00:00Z",
        "key": "git.example/voorbeeld",
        "kinds": None,
        "organisation": None,
        "reason": None,
        "reason_code": None,
        "repository": "https://git.example/voorbeeld",
        "standards": [],
        "apis": None,
        "status": "scanned",
    }
    assert judged["licence"]["expression"] == "SSPL-1.0"
    assert judged["licence"]["osi_approved"] is False
    assert judged["licence"]["files"] == [
        {
            "path": "LICENSE",
            "blob": "1" * 40,
            "expression": "SSPL-1.0",
            "kind": "text",
            "score": 0.9877,
            "unread": None,
        },
        {
            "path": "LICENSES/x.txt",
            "blob": "2" * 40,
            "expression": None,
            "kind": "unknown",
            "score": 0.0,
            "unread": None,
        },
    ]
    assert judged["notices"][1]["code"] == "explanation-expired"
    assert (judged["notices"][1]["path"], judged["notices"][1]["line"]) == (".oss-scan.yaml", 3)


def test_findings() -> None:
    findings = {finding["rule"]: finding for finding in rendered()["repositories"][0]["findings"]}
    assert list(findings) == sorted(findings)
    assert findings["licence/preferred"]["because"] == "licence/osi-approved"
    assert findings["documentation/contributing"]["because"] == "organisation-not-looked"
    assert findings["documentation/readme"]["because"] is None
    assert findings["publiccode/present"]["places"] == []
    assert findings["publiccode/present"]["explanation"] == {
        "by": "de architect",
        "on": "2025-01-01",
        "origin": "repository",
        "reason": "Vorig jaar\nhad het geen haast.",
        "status": "expired",
        "until": "2025-12-31",
    }
    assert findings["documentation/changelog"]["explanation"]["status"] == "valid"
    assert findings["documentation/changelog"]["outcome"] == "fail"
    assert findings["documentation/support"]["correction"] == {
        "by": "de beheerder",
        "evidence": "Het staat in de wiki.",
        "on": "2026-02-01",
    }
    assert findings["licence/osi-approved"]["places"][0] == {
        "path": "LICENSE",
        "line": 1,
        "column": 1,
        "blob": "1" * 40,
    }


def test_an_unreadable_repository() -> None:
    judged = rendered()["repositories"][1]
    assert (judged["status"], judged["reason_code"]) == ("unreadable", "corrupt")
    assert (judged["commit"], judged["licence"], judged["findings"]) == (None, None, [])


def test_new_is_told_only_with_a_baseline() -> None:
    assert {finding["new"] for finding in rendered()["repositories"][0]["findings"]} == {None}
    with_baseline = rendered(Options(known=frozenset({f"{1:032x}"})))["repositories"][0]["findings"]
    assert [finding["new"] for finding in with_baseline] == [False, *[True] * 9]
