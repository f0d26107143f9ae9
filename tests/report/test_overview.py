"""The overview: what it counts is read back from the page, and what is hostile in it does nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from lxml import html
from lxml.html import HtmlElement

from oss_scan.report import overview_figures, overview_html
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.texts import Lang, Text
from tests.formats.made_up import HOSTILE, hostile, made_run
from tests.report.made_up import RULES, judged, twelve


def _page(scan: Scan, lang: Lang = "nl", rules: dict[str, Rule] | None = None) -> HtmlElement:
    return html.document_fromstring(overview_html(scan, RULES if rules is None else rules, lang))


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _all(page: HtmlElement, path: str) -> list[HtmlElement]:
    found = page.xpath(path)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, HtmlElement)]


def _rows(page: HtmlElement, path: str) -> list[list[str]]:
    return [[_text(cell) for cell in _all(row, "./th | ./td")] for row in _all(page, f"{path}/tbody/tr")]


def test_the_figures_of_twelve_repositories_read_back_from_the_page() -> None:
    rows = [row[:9] for row in _rows(_page(twelve()), "//table[contains(@class, 'figures')]")]
    one = "(- in de inventaris, 1 in de repository)"
    assert rows == [
        ["Heeft een licentie", "8", "12", "66,7%", "2", f"1 {one}", "-", "2", "-"],
        ["Heeft een goedgekeurde opensourcelicentie", "5", "12", "41,7%", "3", "-", "1", "3", "-"],
        ["Heeft een publiccode.yml", "5", "12", "41,7%", "5", "-", "-", "2", "-"],
        ["Heeft een geldige publiccode.yml", "3", "12", "25,0%", "6", "-", "-", "3", "-"],
        [
            "Zegt waar een kwetsbaarheid kan worden gemeld",
            *("5", "12", "41,7%", "4", "2 (1 in de inventaris, 1 in de repository)", "-", "3", "1"),
        ],
    ]


def test_in_english() -> None:
    page = _page(twelve(), "en")
    assert page.get("lang") == "en"
    assert _rows(page, "//table[contains(@class, 'figures')]")[0][:4] == ["Has a licence", "8", "12", "66.7%"]


def test_a_bar_says_in_words_what_it_shows() -> None:
    bars = _all(_page(twelve()), "//*[@role='img']")
    assert [one.get("aria-labelledby", "").split()[0] for one in bars] == [
        f"{figure.id}-bar" for figure in overview_figures(twelve())
    ]
    assert _text(bars[1]) == (
        "Verdeling: Heeft een goedgekeurde opensourcelicentie"
        " Van 12: 5 voldoet, 3 voldoet niet, 1 niet van toepassing, 3 niet vast te stellen."
    )
    parts = [(one.get("class"), one.get("x"), one.get("width")) for one in _all(bars[1], ".//rect")]
    assert parts == [
        ("part met", "0.00", "100.00"),
        ("part not-met", "100.00", "60.00"),
        ("part not-applicable", "160.00", "20.00"),
        ("part unknown", "180.00", "60.00"),
    ]


def test_every_member_of_a_figure_leads_to_its_finding() -> None:
    scan = twelve()
    page = _page(scan)
    by_hand = {finding.fingerprint: one for one in scan.repositories for finding in one.findings}
    for figure in overview_figures(scan):
        shown = []
        for part in ("met", "not-met", "not-applicable", "unknown"):
            for row in _all(page, f"//details[@id='{figure.id}-{part}']//tbody/tr"):
                anchor = row.get("id")
                name = _text(_all(row, "./th")[0])
                shown.append(name)
                if anchor:
                    assert name == by_hand[anchor.removeprefix("finding-")].repository
                else:
                    assert name == "https://git.example/org/project-11"
        assert sorted(shown) == sorted(one.repository for one in scan.repositories)


def test_a_member_shows_commit_place_reason_and_explanation() -> None:
    page = _page(twelve())
    present = {row[0]: row for row in _rows(page, "//details[@id='licence-present-not-met']//table")}
    told = "Uitleg in de repository: Dit volgt in maart. (de architect, 1 januari 2026 tot en met 1 januari 2027)"
    assert present["/srv/project-04"] == [
        "/srv/project-04",
        "0000000000",
        f"Er is geen licentie. {told}",
        "-",
    ]
    assert "Uitleg die op de peildatum niet geldt" in present["https://git.example/org/project-05"][2]
    valid = {row[0]: row for row in _rows(page, "//details[@id='publiccode-valid-not-met']//table")}
    assert valid["https://git.example/org/project-03"][2:] == ["Er zijn 2 fouten.", "publiccode.yml:1"]
    assert valid["/srv/project-04"][2] == "Aan publiccode/present wordt niet voldaan."
    contact = _rows(page, "//details[@id='security-contact-met']//table")
    corrected = next(row for row in contact if row[0].endswith("09"))
    assert "Correctie: Het staat in de wiki. (de beheerder, 1 februari 2026)" in corrected[2]


def test_unreadable_repositories_stand_apart_with_their_reason() -> None:
    rows = _rows(_page(twelve()), "//section[@aria-labelledby='unreadable']//table")
    assert [row[0] for row in rows] == ["https://git.example/org/project-11"]
    assert "is beschadigd (object 1234)" in rows[0][1]
    readable = _page(Scan(made_run(), (judged(1, "PPPPP"),)))
    assert "Alle repository's van deze scan zijn gelezen." in _text(readable)


def test_below_ten_there_is_no_percentage_and_the_page_says_so() -> None:
    few = Scan(made_run(), twelve().repositories[:9])
    page = _page(few)
    assert {row[3] for row in _rows(page, "//table[contains(@class, 'figures')]")} == {"geen"}
    assert "Onder de 10 repository's staat er geen percentage" in _text(page)
    assert "Onder de 10" not in _text(_page(twelve()))


def test_an_empty_scan_has_a_page() -> None:
    row = _rows(_page(Scan(made_run(), ())), "//table[contains(@class, 'figures')]")[0]
    assert row[1:9] == ["-", "-", "geen", "-", "-", "-", "-", "-"]


def test_an_unfinished_scan_says_so_at_the_top() -> None:
    scan = twelve()
    running = Scan(replace(scan.run, finished=None), scan.repositories)
    assert "deze scan is niet voltooid" in _text(_all(_page(running), "//header")[0])
    assert "niet voltooid" not in _text(_all(_page(scan), "//header")[0])


def test_rules_that_changed_since_the_scan_are_told() -> None:
    page = html.document_fromstring(overview_html(twelve(), RULES, "nl", ["open-tenzij"]))
    assert "De regels zijn sinds deze scan gewijzigd: open-tenzij." in _text(_all(page, "//header")[0])


def test_where_a_source_was_not_verified_the_page_says_so() -> None:
    rule = RULES["licence/present"]
    source = replace(rule.source, verified=False, note=Text("Alleen het begin is gelezen.", "Only its beginning."))
    rows = _rows(
        _page(twelve(), "nl", {**RULES, rule.id: replace(rule, source=source)}), "//table[@class='members sources']"
    )
    assert [row[0] for row in rows] == list(RULES)
    assert rows[0][3] == (
        "Open, tenzij, BZK, 2020-04-17 Plaats in de bron: 1.2 Niet aan de bron nagegaan. Alleen het begin is gelezen."
    )
    assert "Niet aan de bron" not in rows[1][3]


def test_the_run_stands_on_the_page() -> None:
    scan = twelve()
    text = _text(_page(scan))
    for expected in (scan.run.id, "23 november 2026, 20:00 UTC", "oss-scan 2026.1", scan.run.rulesets[0].digest):
        assert expected in text
    assert "12 repository's; niet leesbaar: 1" in text


def test_the_same_scan_gives_the_same_bytes() -> None:
    assert overview_html(twelve(), RULES, "nl") == overview_html(twelve(), RULES, "nl")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_its_structure_can_be_heard(lang: Lang) -> None:
    page = _page(twelve(), lang)
    assert len(_all(page, "//h1")) == 1
    assert [len(_all(page, f"//{name}")) for name in ("header", "main", "footer")] == [1, 1, 1]
    levels = [int(one.tag[1]) for one in _all(page, "//h1 | //h2 | //h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [one.get("id") for one in _all(page, "//*[@id]")]
    assert len(ids) == len(set(ids))
    links = [one.get("href", "") for one in _all(page, "//a")]
    assert links[0] == "#content"
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    for one in _all(page, "//*[@aria-labelledby]"):
        assert set(one.get("aria-labelledby", "").split()) <= set(ids)
    for table in _all(page, "//table"):
        assert len(_all(table, "./caption")) == 1
        assert all(cell.get("scope") in ("col", "row") for cell in _all(table, ".//th"))
        around = table.getparent()
        assert around is not None
        assert (around.get("role"), around.get("tabindex")) == ("region", "0")


def test_it_stands_alone() -> None:
    page = _page(twelve())
    assert not _all(page, "//script | //link | //img | //iframe | //object | //embed | //form | //base")
    assert not [name for one in _all(page, "//*") for name in one.attrib if name.startswith("on") or name == "style"]
    assert {"src", "srcset", "action"}.isdisjoint({name for one in _all(page, "//*") for name in one.attrib})
    style = _all(page, "//style")[0].text or ""
    assert "@import" not in style
    assert re.findall(r"url\(([^)]*)\)", style) == ["#stripes", "#dots"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_and_texts_are_inert(text: str) -> None:
    scan, more = hostile(text)
    first, broken = scan.repositories
    ids = ("licence/present", "publiccode/valid", "security/contact")
    findings = tuple(replace(one, rule=rule) for one, rule in zip(first.findings, ids, strict=True))
    rules = {rule: replace(old, id=rule) for old, rule in zip(more.values(), ids, strict=True)}
    whole = Scan(scan.run, (replace(first, findings=findings), broken))
    written = overview_html(whole, rules, "nl")
    written.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", written)
    page = html.document_fromstring(written)
    assert not _all(page, "//script | //img")
    assert {one.tag for one in _all(page, "//*")} == {one.tag for one in _all(_page(twelve()), "//*")}
    hrefs = [one.get("href", "") for one in _all(page, "//a")]
    assert all(href.startswith(("#", "https://policy.example/")) for href in hrefs)
    shown = text.strip() and "<script>" in text
    assert not shown or "<script>alert(1)</script>" in _text(page)


class _Open(HTMLParser):
    """Fails where an element is not closed, or one is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("rect", "circle")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_element_is_closed() -> None:
    reader = _Open()
    reader.feed(overview_html(twelve(), RULES, "nl"))
    assert reader.open == []


def test_both_languages_have_the_same_placeholders() -> None:
    import string

    from oss_scan.report.wording import read_wording
    from oss_scan.resources import data_folder

    path = data_folder("reports") / "overview" / "texts.yaml"
    nl, en = (read_wording(path, lang) for lang in ("nl", "en"))

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {key: fields(text) for key, text in nl.words.items()} == {
        key: fields(text) for key, text in en.words.items()
    }
    assert len(nl("months").split()) == len(en("months").split()) == 12
