import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from oss_scan.cli import main
from oss_scan.cli.schema import command
from oss_scan.errors import OssScanError
from oss_scan.facts.declared import parse_declared
from oss_scan.inventory.opening import DATA
from oss_scan.positioned import parse, plain
from oss_scan.schemas import names, schema

OURS = ("declarations", "rule", "ruleset", "scan")
RULES = Path(__file__).parent.parent / "rules"


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema(name)), format_checker=Draft202012Validator.FORMAT_CHECKER)


def read(text: str) -> Any:
    """YAML as oss-scan reads it: `on` is a text, and so are dates."""
    return plain(parse(text.encode()))


def test_ours_are_shipped() -> None:
    assert set(OURS) <= set(names())
    assert names() == tuple(sorted(names()))


@pytest.mark.parametrize("name", names())
def test_each_is_a_schema_of_2020_12_with_a_name_and_a_title(name: str) -> None:
    found = json.loads(schema(name))
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"$id", "title"} <= found.keys()
    assert schema(name).endswith("}\n")


def _objects(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if part.get("type") == "object":
            yield part
        for item in part.values():
            yield from _objects(item)
    for item in part if isinstance(part, list) else ():
        yield from _objects(item)


@pytest.mark.parametrize("name", ["declarations", "inventory", "rule", "ruleset"])
def test_what_users_write_is_closed(name: str) -> None:
    free = [one for one in _objects(json.loads(schema(name))) if "additionalProperties" not in one]
    assert [one.get("description") for one in free] in ([], ["Parameters of the check."])


@pytest.mark.parametrize("path", sorted(RULES.glob("*/*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_rules_are_valid(path: Path) -> None:
    validator("rule").validate(read(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(RULES.glob("*/ruleset.yaml")), ids=lambda path: path.parent.name)
def test_the_rule_sets_are_valid(path: Path) -> None:
    validator("ruleset").validate(read(path.read_text(encoding="utf-8")))


RULE = """
title: {nl: Er is een README., en: There is a README.}
subject: repository
level: must
source: {policy: open, clause: "1"}
since: "2026.1"
requires: [licence/present]
check: documents.present
with: {topic: readme}
message: {nl: Er is geen README., en: There is no README.}
remedy: {nl: Schrijf er een., en: Write one.}
examples:
  - {name: good, outcome: pass, files: {README.md: text, LICENSE: {text-of: EUPL-1.2}, a: {link: b}, c: {base64: AA==}}}
  - {name: bad, outcome: fail, files: {}, reference-date: 2026-11-23, hosting: {archived: false}}
"""


def test_a_rule() -> None:
    validator("rule").validate(read(RULE))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("level: must", "level: verplicht"),
        ("level: must", "level: must\nextra: 1"),
        (", en: Write one.", ""),
        ("outcome: fail", "outcome: pass"),
        ("2026-11-23", "23-11-2026"),
        ("{link: b}", "{link: b, to: c}"),
        ("subject: repository\n", ""),
    ],
)
def test_what_is_no_rule(old: str, new: str) -> None:
    assert old in RULE
    assert not validator("rule").is_valid(read(RULE.replace(old, new)))


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_inventory_is_valid(path: Path) -> None:
    validator("inventory").validate(read(path.read_text(encoding="utf-8")))


def test_a_rule_set() -> None:
    good = {"name": "x", "version": "2026.1", "title": {"nl": "x", "en": "x"}, "levels": {"a/b": "may"}}
    validator("ruleset").validate(good)
    assert not validator("ruleset").is_valid({**good, "version": 2026.1})
    assert not validator("ruleset").is_valid({**good, "levels": {"a/b": "never"}})


DECLARED = """
explanations:
  - {rule: a/b, reason: r, by: architect, on: 2026-01-01, until: 2027-01-01}
corrections:
  - {rule: a/b, evidence: e, by: architect, on: 2026-01-01}
standards:
  - {id: adr, version: 2.0, status: applied, evidence: [README.md, docs], review_by: 2027-01-01}
  - {id: oauth, status: explained, reason: r, by: architect, on: 2026-01-01, review_by: 2026-12-31}
"""


def test_declarations_are_valid_where_oss_scan_takes_them() -> None:
    assert parse_declared(DECLARED.encode(), ".oss-scan.yaml").problems == ()
    validator("declarations").validate(read(DECLARED))
    for empty in ("{}", "explanations:", "standards: []"):
        assert parse_declared(empty.encode(), ".oss-scan.yaml").problems == ()
        validator("declarations").validate(read(empty))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reason: r", "reason: ''"),
        (", by: architect, on: 2026-01-01, until", ", on: 2026-01-01, until"),
        ("until: 2027-01-01", "until: volgend jaar"),
        ("until: 2027-01-01", "until: 2027-02-30"),
        ("evidence: e", "evidence: e, extra: 1"),
        ("explanations:\n", "uitleg:\n"),
        ("id: adr, ", ""),
        ("status: applied", "status: yes"),
        (", docs]", ", [docs]]"),
        ("review_by: 2026-12-31", "version: 1"),
    ],
)
def test_declarations_are_refused_where_oss_scan_refuses_them(old: str, new: str) -> None:
    changed = DECLARED.replace(old, new, 1)
    assert changed != DECLARED
    assert parse_declared(changed.encode(), ".oss-scan.yaml").problems
    assert not validator("declarations").is_valid(read(changed))


def test_an_unknown_name_is_told_with_the_list() -> None:
    with pytest.raises(OssScanError, match=r"there is no schema '\.\./scan'; choose from .*declarations.*scan"):
        schema("../scan")


@pytest.mark.parametrize("name", OURS)
def test_the_command_prints_the_schema(name: str) -> None:
    run = CliRunner().invoke(command, [name])
    assert (run.exit_code, run.stdout) == (0, schema(name))


@pytest.mark.parametrize("words", [["schema"], ["schema", "nothing"], ["schema", "a", "b"]])
def test_without_a_name_or_with_a_wrong_one_the_status_is_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err


def test_the_list_is_told_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 2
    assert main(["schema", "--lang", "en"]) == 2
    dutch, english = capsys.readouterr().err.splitlines()
    assert dutch.startswith("oss-scan: noem een schema: ")
    assert english.startswith("oss-scan: name a schema: ")
    assert "declarations" in dutch


def test_every_offer_that_a_fact_can_hold_is_in_the_schema() -> None:
    from typing import get_args

    from oss_scan.facts.apis import FETCHED, OF_A_CLIENT, OF_SEVERAL
    from oss_scan.standards.offering import Offer

    known = json.loads(schema("scan"))["$defs"]["api"]["properties"]["offer"]["enum"]
    assert known == [*get_args(Offer), OF_SEVERAL, OF_A_CLIENT, FETCHED, None]
