"""Validated by an own schema, after what GitLab documents, since no package carries one.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format: each issue needs `description`,
`check_name`, `fingerprint`, `severity` (one of five), `location.path` (relative, without `./`) and
`location.lines.begin`.
"""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from oss_scan.formats import Options, render
from oss_scan.results import Scan
from tests.formats.made_up import HOSTILE, RULES, everyday, hostile, made_run, several

_TEXT = {"type": "string", "minLength": 1}
VALIDATOR = Draft202012Validator(
    {
        "type": "array",
        "uniqueItems": True,
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": _TEXT,
                "check_name": _TEXT,
                "fingerprint": _TEXT,
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "minLength": 1, "not": {"pattern": r"^(\./|/)"}},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def rendered(scan: Scan, options: Options | None = None) -> Any:
    return json.loads(render("gitlab", scan, RULES, "nl", options or Options()))


def test_valid_by_the_schema_and_fingerprints_are_unique() -> None:
    issues = rendered(several())
    VALIDATOR.validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5


@pytest.mark.parametrize("text", [text for text in HOSTILE if not text.startswith("/")])
def test_hostile_is_valid_by_the_schema(text: str) -> None:
    scan, rules = hostile(text)
    VALIDATOR.validate(json.loads(render("gitlab", scan, rules, "nl")))


@pytest.mark.parametrize(
    ("key", "bad"), [("severity", "must"), ("fingerprint", ""), ("location", {"path": "./a", "lines": {"begin": 1}})]
)
def test_the_schema_refuses(key: str, bad: object) -> None:
    issues = rendered(everyday())
    issues[0][key] = bad
    assert not VALIDATOR.is_valid(issues)


def test_issues() -> None:
    issues = rendered(several())
    assert {issue["check_name"]: (issue["severity"], issue["location"]["path"]) for issue in issues} == {
        "licence/osi-approved": ("major", "LICENSE"),
        "publiccode/present": ("major", "README.md"),
        "documentation/support": ("info", "README.md"),
        "documentation/changelog": ("info", "README.md"),
        "oss-scan": ("blocker", "."),
    }
    explained = next(issue for issue in issues if issue["check_name"] == "documentation/changelog")
    assert explained["description"].startswith("Er is geen CHANGELOG. Uitleg: De leverancier past dit aan.")


def test_gitlab_compares_branches_itself_so_known_failures_stay() -> None:
    assert len(rendered(everyday(), Options(known=frozenset({f"{9:032x}"})))) == 4


def test_nothing_is_an_empty_array() -> None:
    assert render("gitlab", Scan(made_run(), ()), RULES, "nl") == "[]\n"
