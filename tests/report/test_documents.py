"""The report in CSV and JSON: the same figures and findings as on the page, and nothing that a reader would obey."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from lxml import html

from oss_scan.figures import LeftOut
from oss_scan.report import NAMES, documents, overview_figures
from oss_scan.report.tables import FIGURES, FINDINGS
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.schemas import schema
from oss_scan.texts import Lang, Reason
from oss_scan.worklist import work_lists
from tests.formats.made_up import HOSTILE, everyday, hostile, several
from tests.formats.made_up import RULES as EVERYDAY_RULES
from tests.report.made_up import RULES, twelve
from tests.report.test_overview import _all, _text

_ALL = ("html", "csv", "json")


def _made(scan: Scan, rules: dict[str, Rule], lang: Lang = "nl") -> dict[str, str]:
    return dict(documents(scan, rules, lang, _ALL))


def _table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _document(text: str) -> Any:
    document = json.loads(text)
    jsonschema.validate(
        document, json.loads(schema("report")), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return document


def test_only_the_forms_that_are_asked_for() -> None:
    for form, names in NAMES.items():
        assert tuple(dict(documents(twelve(), RULES, "nl", [form]))) == names


def test_the_table_of_figures() -> None:
    made = _made(twelve(), RULES)
    rows = _table(made["figures.csv"])
    assert made["figures.csv"].splitlines()[0] == ",".join(f'"{name}"' for name in FIGURES)
    assert [tuple(row[name] for name in FIGURES[:13]) for row in rows][4] == (
        *("security-contact", "Zegt waar een kwetsbaarheid kan worden gemeld", "5", "12", "41.7", "4"),
        *("2", "1", "1", "3", "0", "0", "1"),
    )
    assert {(row["scan"], row["reference_date"]) for row in rows} == {("20261123T200000Z-made-up", "2026-11-23")}


def test_the_table_of_findings_has_a_row_for_each_place() -> None:
    made = _made(several(), EVERYDAY_RULES)
    rows = _table(made["findings.csv"])
    assert made["findings.csv"].splitlines()[0] == ",".join(f'"{name}"' for name in FINDINGS)
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
    expected = sum(len(finding.places) or 1 for finding in everyday().repositories[0].findings) + 1
    assert len(rows) == expected


def test_an_explanation_that_does_not_count_stands_in_brackets() -> None:
    rows = _table(_made(twelve(), RULES)["findings.csv"])
    told = {row["key"]: row["explanation"] for row in rows if row["rule"] == "licence/present"}
    assert (told["key-04"], told["key-05"], told["key-01"]) == ("Dit volgt in maart.", "(Dit volgt in maart.)", "")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_forms_say_the_same(lang: Lang) -> None:
    scan = twelve()
    made = _made(scan, RULES, lang)
    document, table, page = (
        _document(made["report.json"]),
        _table(made["figures.csv"]),
        html.document_fromstring(made["report.html"]),
    )
    for figure, row, one in zip(document["figures"], table, overview_figures(scan), strict=True):
        assert (figure["id"], figure["title"], figure["rule"]) == (row["id"], row["title"], row["rule"])
        for name in ("numerator", "denominator", "not_met", "not_applicable", "unknown", "corrected"):
            assert figure[name] == int(row[name]) == getattr(one, name)
        assert figure["percentage"] == float(row["percentage"])
        shown = _all(page, f"//tr[@data-figure='{one.id}']/td[@data-count='met']")
        assert _text(shown[0]) == row["numerator"]
    on_page = {row.get("data-finding") for row in _all(page, "//tr[@data-finding]")}
    found = {one["fingerprint"]: one for judged in document["repositories"] for one in judged["findings"]}
    assert on_page == found.keys() == {row["fingerprint"] for row in _table(made["findings.csv"])} - {""}
    for row in _all(page, "//tr[@data-finding]"):
        one = found[row.get("data-finding", "")]
        places = [f"{place['path']}:{place['line']}" for place in one["places"]]
        assert [_text(place) for place in _all(row, ".//div[@class='place']")] == places


def test_the_work_list_is_the_same_in_json_and_on_the_page() -> None:
    made = _made(twelve(), RULES)
    page = html.document_fromstring(made["report.html"])
    listed = _document(made["report.json"])["work_lists"]
    assert [one["organisation"] for one in listed] == [None]
    rows = [
        (row.get("data-work"), *(_text(cell) for cell in _all(row, "./td")))
        for row in _all(page, "//section[@data-list]//tr[@data-work]")
    ]
    assert rows == [
        (
            work["rule"],
            str(work["clears"]),
            str(len(work["repositories"])),
            str(work["explained"] or "-"),
            work["remedy"],
        )
        for work in listed[0]["work"]
    ]
    assert rows[0] == ("publiccode/present", "10", "5", "-", "Zet present recht.")
    for at, work in enumerate(work_lists(twelve())[0].work, 1):
        names = [_text(one) for one in _all(page, f"//details[@id='work-1-{at}']//tbody/tr/th")]
        keys = {one.key: one.repository for one in twelve().repositories}
        assert names == [keys[mend.key] for mend in work.mends]


def test_what_was_left_out_is_told_with_why() -> None:
    out = (LeftOut("/srv/later", Reason("not-judged-yet")),)
    made = dict(documents(twelve(), RULES, "nl", _ALL, left_out=out))
    why = "de scan is niet voltooid en had deze repository nog niet bekeken; laat de scan afmaken"
    assert _document(made["report.json"])["figures"][0]["left_out"] == [{"key": "/srv/later", "reason": why}]
    assert {row["left_out"] for row in _table(made["figures.csv"])} == {"1"}
    page = html.document_fromstring(made["report.html"])
    section = _all(page, "//section[@aria-labelledby='left-out']")[0]
    assert [_text(cell) for cell in _all(section, ".//tbody/tr/*")] == ["/srv/later", why]
    nothing = html.document_fromstring(_made(twelve(), RULES)["report.html"])
    assert "Niets: elke repository" in _text(_all(nothing, "//section[@aria-labelledby='left-out']")[0])


def test_rules_that_changed_are_named_in_json() -> None:
    made = dict(documents(twelve(), RULES, "nl", ["json"], changed=["open-tenzij"]))
    assert _document(made["report.json"])["scan"]["rulesets_changed"] == ["open-tenzij"]


def test_the_same_scan_gives_the_same_bytes() -> None:
    assert _made(twelve(), RULES) == _made(twelve(), RULES)


def test_what_is_a_formula_to_a_spreadsheet_that_splits_at_semicolons_is_none() -> None:
    scan, rules = hostile("LICENSE.x;=1+1;y")
    made = _made(scan, rules)
    for name in ("figures.csv", "findings.csv"):
        assert all(line.startswith('"') and line.endswith('"') for line in made[name].splitlines())
        assert ";=" not in made[name]
    assert "LICENSE.x;'=1+1;y" in made["findings.csv"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_and_texts_are_inert(text: str) -> None:
    scan, rules = hostile(text)
    given = replace(scan.repositories[0], organisation=text)
    made = _made(Scan(scan.run, (given, *scan.repositories[1:])), rules)
    document = made["report.json"]
    assert document.isascii()
    assert not set("<>&\x7f") & set(document)
    assert _document(document)["repositories"][0]["organisation"] is not None
    json.dumps(json.loads(document), ensure_ascii=False).encode("utf-8")
    for name in ("figures.csv", "findings.csv"):
        made[name].encode("utf-8")
        for row in _table(made[name]):
            for cell in row.values():
                assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
                assert not any(ord(one) < 32 or 127 <= ord(one) < 160 or one in "\u202e\u2066\u200b" for one in cell)
    page = html.document_fromstring(made["report.html"])
    assert not _all(page, "//script | //img")
    assert all(one.get("href", "").startswith(("#", "https://")) for one in _all(page, "//a"))
