"""The report in HTML, CSV and JSON: the same figures and findings, and nothing that a reader would obey."""

import csv
import io
import json
import re
from dataclasses import replace
from hashlib import sha256
from typing import Any

import jsonschema
import pytest
from lxml import html
from lxml.html import HtmlElement

from oss_scan.report.content.data import numbers
from oss_scan.report.document import NUMBERS
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.schemas import schema
from oss_scan.texts import Lang
from tests.formats.made_up import HOSTILE, everyday, hostile, several
from tests.formats.made_up import RULES as EVERYDAY_RULES
from tests.report.made_up import RULES, twelve
from tests.report.reported import reported, written_from


def _table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _document(text: str) -> Any:
    document = json.loads(text)
    jsonschema.validate(
        document, json.loads(schema("report")), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return document


def _all(page: HtmlElement, path: str) -> list[HtmlElement]:
    found = page.xpath(path)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, HtmlElement)]


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_only_the_forms_that_are_asked_for() -> None:
    tables = ("figures.csv", "states.csv", "findings.csv", "members.csv")
    data = [name for table in tables for name in (table, f"{table}-metadata.json")]
    expected = {"html": ["report.html"], "csv": data, "json": ["report.json"]}
    for form, names in expected.items():
        assert list(reported(twelve(), RULES, forms=(form,))) == [*names, "manifest.json"]


def test_the_manifest_has_the_checksum_of_each_document_and_every_definition() -> None:
    made = reported(twelve(), RULES)
    manifest = json.loads(made["manifest.json"])
    jsonschema.validate(manifest, json.loads(schema("report-manifest")))
    assert manifest["documents"] == {
        name: f"sha256:{sha256(text.encode()).hexdigest()}" for name, text in made.items() if name != "manifest.json"
    }
    given = {one["id"]: one for one in manifest["definitions"]}
    assert given["guideline-3-1"]["rules"] == [
        *("licence/present", "publiccode/present", "security/contact", "documentation/code-of-conduct"),
    ]
    assert manifest["scan"]["rulesets"][0]["digest"] == "sha256:" + "0" * 64


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_forms_say_the_same(lang: Lang) -> None:
    made = reported(twelve(), RULES, lang)
    document, table = _document(made["report.json"]), _table(made["figures.csv"])
    page = html.document_fromstring(made["report.html"])
    counted = written_from(twelve(), RULES, lang).counted
    for figure, row, one in zip(document["figures"], table, counted, strict=True):
        assert (figure["id"], figure["scope"]["kind"]) == (row["id"], row["scope_kind"]) == (one.id, one.scope.kind)
        for name, value in zip(NUMBERS, numbers(one), strict=True):
            assert row[name] == ("" if value is None else str(value))
            assert figure[name] == (None if value is None else float(value))
    shown = {one.get("data-figure"): _text(one) for one in _all(page, "//*[@data-figure]")}
    assert shown["licence-present government: numerator"] == "8"
    assert shown["licence-present government: percentage"] == ("66,7%" if lang == "nl" else "66.7%")
    assert shown["security-contact government: explained"] == "2"
    assert shown["systems-open government: numerator"] == "."


def test_the_table_of_findings_has_a_row_for_each_place() -> None:
    rows = _table(reported(several(), EVERYDAY_RULES)["findings.csv"])
    licence = [row for row in rows if row["rule"] == "licence/osi-approved"]
    assert [(row["file"], row["line"]) for row in licence] == [
        ("LICENSE", "1"),
        *((f"lib/part-{part}.js", str(part)) for part in range(1, 7)),
    ]
    assert {row["commit"] for row in licence} == {"0123456789abcdef0123456789abcdef01234567"}
    support = next(row for row in rows if row["rule"] == "documentation/support")
    assert (support["file"], support["outcome"], support["reason"], support["correction"]) == (
        *("", "fail", "Er is geen SUPPORT."),
        "Het staat in de wiki.",
    )
    unread = rows[-1]
    assert (unread["key"], unread["rule"], unread["outcome"]) == ("root:kapot", "", "unknown")
    assert "is beschadigd (object 1234 ontbreekt)" in unread["reason"]
    assert len(rows) == sum(len(finding.places) or 1 for finding in everyday().repositories[0].findings) + 1


def test_an_explanation_that_does_not_count_stands_in_brackets() -> None:
    rows = _table(reported(twelve(), RULES)["findings.csv"])
    told = {row["key"]: row["explanation"] for row in rows if row["rule"] == "licence/present"}
    assert (told["key-04"], told["key-05"], told["key-01"]) == ("Dit volgt in maart.", "(Dit volgt in maart.)", "")


def test_every_member_of_a_figure_leads_to_its_finding_on_the_page() -> None:
    page = html.document_fromstring(reported(twelve(), RULES)["report.html"])
    names = {one.repository for one in twelve().repositories}
    for figure in ("licence-present", "publiccode-valid", "security-contact"):
        rows = _all(page, f"//details[@id='achter-{figure}']//tbody/tr")
        assert {_text(row).split()[0] for row in rows} == names
        assert len(rows) == 12
    row = next(
        _text(one)
        for one in _all(page, "//details[@id='achter-licence-present-not-met']//tbody/tr")
        if "project-04" in _text(one)
    )
    assert (
        "Uitleg in de repository: Dit volgt in maart. (de architect, 1 januari 2026 tot en met 1 januari 2027)" in row
    )


def test_what_was_left_out_is_told_with_why() -> None:
    made = reported(twelve(), RULES, waiting=("/srv/later",))
    why = "de scan is niet voltooid en had deze repository nog niet bekeken; laat de scan afmaken"
    figure = next(one for one in _document(made["report.json"])["figures"] if one["id"] == "licence-present")
    assert (figure["left_out"], figure["left_out_of_it"]) == (1, [{"key": "/srv/later", "reason": why}])
    page = html.document_fromstring(made["report.html"])
    assert f"/srv/later{why}" in _text(_all(page, "//details[@id='achter-licence-present-left-out']")[0])


def test_rules_that_changed_are_named() -> None:
    made = reported(twelve(), RULES, changed=("open-tenzij",))
    assert _document(made["report.json"])["scan"]["rulesets_changed"] == ["open-tenzij"]
    assert "De regels zijn sinds deze scan gewijzigd: open-tenzij." in made["report.html"]


def test_the_same_scan_gives_the_same_bytes() -> None:
    assert reported(twelve(), RULES) == reported(twelve(), RULES)


def test_what_is_a_formula_to_a_spreadsheet_that_splits_at_semicolons_is_none() -> None:
    scan, rules = hostile("LICENSE.x;=1+1;y")
    made = reported(scan, rules)
    for name in ("figures.csv", "findings.csv", "members.csv"):
        assert all(line.startswith('"') and line.endswith('"') for line in made[name].splitlines())
        assert ";=" not in made[name]
    assert "LICENSE.x;'=1+1;y" in made["findings.csv"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_and_texts_are_inert(text: str) -> None:
    scan, rules = hostile(text)
    given = replace(scan.repositories[0], organisation=text)
    made = reported(Scan(scan.run, (given, *scan.repositories[1:])), rules, author=text)
    document = made["report.json"]
    for written in (document, made["manifest.json"]):
        assert written.isascii()
        assert not set("<>&\x7f") & set(written)
    assert _document(document)["repositories"][0]["organisation"] is not None
    json.dumps(json.loads(document), ensure_ascii=False).encode("utf-8")
    for name in (one for one in made if one.endswith(".csv")):
        for row in _table(made[name]):
            for cell in row.values():
                assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
                assert not any(ord(one) < 32 or 127 <= ord(one) < 160 or one in "\u202e\u2066\u200b" for one in cell)
    written = made["report.html"]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", written)
    page = html.document_fromstring(written)
    assert len(_all(page, "//script")) == 1  # our own, which sorts
    assert not _all(page, "//img")
    assert all(one.get("href", "").startswith(("#", "https://")) for one in _all(page, "//a"))


def test_rules_are_not_needed_to_show_what_was_found() -> None:
    rules: dict[str, Rule] = {}
    assert '"message": null' in reported(twelve(), rules, forms=("json",))["report.json"]
