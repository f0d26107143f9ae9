"""What the report says: signs, conclusions by the thresholds, who may be named, the writer's words.

Each figure leads to a blob and line, or to a named absence.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest

from oss_scan.errors import OssScanError
from oss_scan.figures import Audience, Figure, Part, Scope
from oss_scan.inventory.model import Publish
from oss_scan.report.blocks import Block, Bullets, Chapter, Folded, Heading, Inline, Paragraph, Report, Table
from oss_scan.report.content import CHAPTERS, content
from oss_scan.report.content.front import conclusions, shares_chart
from oss_scan.report.content.layout import layout, wording
from oss_scan.report.content.material import Errata, Material, number_of
from oss_scan.report.writing import blocks, words_in
from oss_scan.results import blocks as blocking
from oss_scan.systems import judge
from oss_scan.texts import Lang
from tests.report.made_up import RULES, twelve
from tests.report.made_up_government import government, inventory, rules, scan
from tests.report.reported import reported, written_from

#: Names that may not stand in any public report of the made-up government.
_HIDDEN = (
    "Dienst B1",
    "zbo-b1",
    "Onbenoemd Stelsel",
    "onbenoemd",
    "Nooit Genoemd",
    "Dienst Geheim",
    "geheim-g",
    "Stil Goed",
)


def _public(lang: Lang = "nl") -> Material:
    return written_from(government(), rules(), lang, audience="public")


def _chapter(report: Report, name: str) -> Chapter:
    return next(one for one in report.chapters if one.id == name)


def _all(found: tuple[Block, ...]) -> Iterator[Block]:
    for one in found:
        yield one
        if isinstance(one, Folded):
            yield from _all(one.blocks)


def _text(content_: Inline) -> str:
    return "".join(span.text for span in content_)


def _said(report: Report) -> Iterator[str]:
    """Every text of a report and its data."""
    yield from (report.title, report.subtitle, report.author, *(text for pair in report.about for text in pair))
    for one in (block for chapter in report.chapters for block in _all(chapter.blocks)):
        match one:
            case Heading():
                yield one.text
            case Paragraph():
                yield _text(one.content)
            case Bullets():
                yield from map(_text, one.items)
            case Table():
                yield from (one.caption, one.note)
                yield from (_text(cell.content) for row in one.rows for cell in row)
            case Folded():
                yield one.summary
    yield from (str(cell) for table in report.data for row in table.rows for cell in row)


def _tables(report: Report) -> dict[str, Table]:
    return {one.id: one for chapter in report.chapters for one in _all(chapter.blocks) if isinstance(one, Table)}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_chapter_is_there_and_ids_are_used_once(lang: Lang) -> None:
    report = content(_public(lang))
    assert [(one.id, one.number) for one in report.chapters] == list(CHAPTERS)
    ids = [
        one.id
        for chapter in report.chapters
        for one in (chapter, *_all(chapter.blocks))
        if isinstance(one, (Chapter, Heading, Table, Folded)) and one.id
    ]
    assert len(ids) == len(set(ids))
    links = {
        span.link[1:]
        for chapter in report.chapters
        for one in _all(chapter.blocks)
        if isinstance(one, Table)
        for row in one.rows
        for cell in row
        for span in cell.content
        if span.link and span.link.startswith("#")
    }
    assert links <= set(ids)
    for chapter in report.chapters:
        levels = [1, *(one.level for one in _all(chapter.blocks) if isinstance(one, Heading))]
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_number_that_is_shown_is_that_of_its_figure() -> None:
    material = _public()
    by = {(one.id, one.scope): one for one in material.counted}
    seen = set()
    for table in _tables(content(material)).values():
        for cell in (cell for row in table.rows for cell in row if cell.figure):
            name, _, rest = str(cell.figure).partition(" ")
            where, _, what = rest.rpartition(" ")
            kind, _, scope = where.partition(":")
            figure = by[name, Scope(kind, scope)]  # type: ignore[arg-type]
            seen.add(name)
            if what in ("percentage", "points"):
                expected = figure.percentage if what == "percentage" else None
                assert cell.value in (expected, None)
            elif cell.value is not None:
                assert cell.value == number_of(figure, what)
            else:
                assert _text(cell.content) in (".", "x")
                assert not figure.measured or figure.withheld or figure.unknown == figure.denominator
    assert {one.id for one in material.counted if not one.id.startswith("standard-dnssec")} <= seen


def test_what_may_not_be_named_is_in_no_text_of_a_public_report() -> None:
    said = "\n".join(_said(content(_public())))
    assert [name for name in _HIDDEN if re.search(rf"\b{name}\b", said)] == []
    inside = "\n".join(_said(content(written_from(government(), rules()))))
    assert [name for name in _HIDDEN if name not in inside] == []
    assert "2 systemen" not in said
    assert "1 systemen tellen mee en worden niet genoemd." in said
    assert "36 repository's tellen mee en worden niet genoemd." in said  # 2 of zbo-b1, and 34 without an address


@pytest.mark.parametrize("named", [0, 1])
def test_of_what_is_not_named_a_public_report_does_not_say_that_all_is_well(named: int) -> None:
    """Repositories without an address only count: that none of them is in a list says nothing of them."""
    good, bad = twelve().repositories[0], twelve().repositories[4]
    assert any(blocking(one) for one in bad.findings)
    unnamed = tuple(replace(bad, key=f"k{at}", repository=f"/srv/k{at}", aliases=()) for at in range(12))
    whole = replace(twelve(), repositories=(*[good][:named], *unnamed), inventory=inventory())
    said = list(_said(content(written_from(whole, RULES, "en", audience="public"))))
    assert "Repositories that are not named are not in this list: 12." in said
    met = "Those that are named meet every mandatory rule that could be judged, or explain it."
    assert (met in said) is (named > 0)
    assert "Every mandatory rule that could be judged is met or explained." not in said
    assert "There are no corrections of what may be named." in said
    inside = list(_said(content(written_from(whole, RULES, "en"))))
    assert not [one for one in inside if "are not in this list" in one]


def test_what_may_not_be_named_is_in_no_document_of_a_public_report() -> None:
    for name, text in reported(government(), rules(), audience="public").items():
        assert [one for one in _HIDDEN if re.search(rf"\b{one}\b", text)] == [], name


@pytest.mark.parametrize(("audience", "evidence"), [("internal", "Staat bij Onbenoemd Stelsel."), ("public", "-")])
def test_a_correction_of_a_system_is_shown_as_one_of_a_repository_is(audience: Audience, evidence: str) -> None:
    [first] = inventory().corrections
    wrong = replace(first, about="system:toezicht", rule="openness/decision")
    told = replace(inventory(), corrections=(first, wrong))
    whole = replace(scan(), inventory=told, systems=judge(told, scan(), rules().values()))
    rows = _tables(content(written_from(whole, rules(), audience=audience)))["correcties-tabel"].rows
    shown = [[_text(cell.content) for cell in row[:3]] for row in rows]
    assert shown == [
        ["https://git.example/min-a/52", "licence/present", evidence],
        ["Toezicht", "openness/decision", evidence],
    ]


def test_what_is_withheld_shows_an_x_and_no_number() -> None:
    told = replace(
        inventory(),
        systems=tuple(
            replace(one, organisation="min-a") if one.id == "onbenoemd" else one for one in inventory().systems
        ),
    )
    assert next(one for one in told.systems if one.id == "onbenoemd").publish is Publish.COUNT
    whole = replace(scan(), inventory=told, systems=judge(told, scan(), rules().values()))
    report = content(written_from(whole, rules(), audience="public"))
    found = _tables(report)["tabel-systemen-per-departement"].rows
    rows = {_text(row[0].content): [_text(cell.content) for cell in row[1:]] for row in found}
    assert rows["Ministerie A"] == ["x"] * 6
    figures = next(one for one in report.data if one.name == "figures")
    column = [one.name for one in figures.columns].index("status")
    assert {row[column] for row in figures.rows if row[0] == "systems-open" and row[2] == "min-a"} == {"withheld"}


def test_nobody_looked_is_a_point_and_nothing_is_a_dash() -> None:
    rows = {_text(row[0].content): row for row in _tables(content(_public()))["tabel-per-organisation"].rows}
    assert {_text(cell.content) for cell in rows["Gemeente D"][1:]} == {"."}
    osi = [_text(cell.content) for cell in rows["Ministerie B"]]
    assert osi[4:6] == ["-", "-"]  # none of 50 has an approved licence
    unknown = [_text(cell.content) for cell in rows["Provincie E"]]
    assert unknown[4:6] == [".", "."]  # of none of 40 could it be established
    few = [_text(cell.content) for cell in rows["Waterschap F"]]
    assert few[4:6] == ["9", "geen"]


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ("100.0", "geldt voor alle"),
        ("99.9", "geldt voor ten minste negen van de tien"),
        ("50.0", "ten minste de helft"),
    ],
)
def test_the_words_for_a_share_follow_from_its_band(share: str, said: str) -> None:
    assert said in layout().said(Decimal(share)).nl


def test_conclusions_and_bottlenecks_follow_from_the_thresholds() -> None:
    summary = _chapter(content(_public()), "samenvatting")
    found = [_text(one.content) for one in summary.blocks if isinstance(one, Paragraph) and one.mark == "conclusion"]
    assert found == [
        f"‘{title}’: {share} ({number} van de 285). "
        f"Van 50 is dit niet vast te stellen, zodat het aandeel tussen {share} en {most} ligt."
        for title, number, share, most in (
            ("Heeft een goedgekeurde opensourcelicentie", 131, "46,0%", "63,5%"),
            ("Heeft een geldige publiccode.yml", 111, "38,9%", "56,5%"),
            ("Zegt waar een kwetsbaarheid kan worden gemeld", 181, "63,5%", "81,1%"),
        )
    ]
    narrow = next(one for one in summary.blocks if isinstance(one, Bullets))
    assert "Is gearchiveerd: van 84 van de 285 is dit niet vast te stellen" in map(_text, narrow.items)
    assert len(narrow.items) == 3


@pytest.mark.parametrize(
    ("met", "unknown", "said"),
    [
        (8, 0, "geldt voor minder dan de helft: 40,0% (8 van de 20)"),
        (8, 1, "geldt voor minder dan de helft: 40,0% (8 van de 20)"),
        (8, 2, "Van 2 is dit niet vast te stellen, zodat het aandeel tussen 40,0% en 50,0% ligt"),
        (0, 8, "0,0% (0 van de 20). Van 8 is dit niet vast te stellen, zodat het aandeel tussen 0,0% en 40,0% ligt"),
        (18, 1, "geldt voor ten minste negen van de tien: 90,0% (18 van de 20)"),
        (18, 2, "Van 2 is dit niet vast te stellen, zodat het aandeel tussen 90,0% en 100,0% ligt"),
    ],
)
def test_a_band_is_named_only_where_what_is_not_known_cannot_change_it(met: int, unknown: int, said: str) -> None:
    material = _public()
    figure = material.figure("licence-osi-approved")
    (found,) = conclusions(material, _of_twenty(figure, met, unknown))
    assert said in found


def _of_twenty(figure: Figure, met: int, unknown: int) -> Figure:
    """The figure over twenty, so many of which are met, or unknown."""
    state = {figure.part(one): one.state for one in figure.members}
    states = [state[Part.MET]] * met + [state[Part.UNKNOWN]] * unknown
    states += [state[Part.NOT_MET]] * (20 - len(states))
    return replace(
        figure, members=tuple(replace(one, state=each) for one, each in zip(figure.members, states, strict=False))
    )


def test_nothing_is_concluded_or_drawn_where_nothing_was_established_and_nil_is_drawn_as_such() -> None:
    material = _public()
    figure = material.figure("licence-osi-approved")
    nothing, nil = _of_twenty(figure, 0, 20), _of_twenty(figure, 0, 0)
    assert list(conclusions(material, nothing)) == []
    assert shares_chart(material, "grafiek", "Aandeel", [nothing]) is None
    chart = shares_chart(material, "grafiek", "Aandeel", [nothing, nil, _of_twenty(figure, 5, 3)])
    assert chart
    assert [(point.value, point.written) for point in chart.series[0].points] == [
        (Decimal("0.0"), "-"),
        (Decimal("25.0"), "25,0%"),
    ]
    assert chart.alternative == f"{material.title(figure.id)}: -; {material.title(figure.id)}: 25,0%."


def test_that_no_figure_is_a_bottleneck_is_said_with_what_that_leaves_open() -> None:
    few = replace(twelve(), repositories=twelve().repositories[:9])
    summary = _chapter(content(written_from(few, RULES)), "samenvatting")
    assert not [one for one in summary.blocks if isinstance(one, Bullets)]
    said = [_text(one.content) for one in summary.blocks if isinstance(one, Paragraph)]
    assert (
        "Geen cijfer komt door de drempels in aanmerking als knelpunt. Van een totaal kleiner dan 10, en van wat niet "
        "is gemeten, is dat niet te zeggen."
    ) in said


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_that_what_may_not_be_counted_counts_for_no_target_is_said_in_every_public_report(audience: Audience) -> None:
    made = written_from(government(), rules(), audience=audience)
    table = next(one for one in _all(_chapter(content(made), "bijlage-toezeggingen").blocks) if isinstance(one, Table))
    assert table.note.startswith("Gemeten is over wat dit rapport mag meetellen") is (audience == "public")


def test_nothing_is_concluded_of_fewer_than_ten() -> None:
    few = replace(twelve(), repositories=twelve().repositories[:9])
    summary = _chapter(content(written_from(few, RULES)), "samenvatting")
    assert not [one for one in summary.blocks if isinstance(one, Paragraph) and one.mark == "conclusion"]
    said = [_text(one.content) for one in summary.blocks if isinstance(one, Paragraph)]
    assert any(one.startswith("Uit deze cijfers volgt geen conclusie") for one in said)


def test_every_figure_leads_to_a_blob_and_line_or_to_a_named_absence() -> None:
    material = _public()
    judged = material.repositories
    for figure in material.counted:
        if figure.scope.kind != "government" or not figure.measured:
            continue
        for member in figure.members:
            assert _traced(figure, material, member.key) or member.because or member.evidence, (figure.id, member)
            if member.finding and member.finding.outcome.value == "pass" and member.key in judged:
                assert all(place.blob and place.line for place in member.finding.places)


def _traced(figure: Figure, material: Material, key: str) -> bool:
    member = next(one for one in figure.members if one.key == key)
    if member.verdict is not None:
        return True  # its axes, with its places
    if member.finding is not None:
        rule = material.rules[member.finding.rule]
        return bool(member.finding.places) or bool(rule.message.nl)
    return figure.definition.over in ("organisations", "commons", "commitments", "systems", "closed-systems")


def test_the_words_of_the_writer_stand_in_their_chapter_and_html_stays_text(tmp_path: Path) -> None:
    (tmp_path / "samenvatting.md").write_text(
        "# Kop\n\nEen **vet** woord en [een adres](https://example.org).\n\n- een\n- twee\n\n"
        "<b>x</b> <script>y</script>\n",
        encoding="utf-8",
    )
    told = {name: blocks(name, text) for name, text in words_in(tmp_path).items()}
    chapter = _chapter(content(written_from(twelve(), RULES, words=told)), "samenvatting")
    assert chapter.blocks[0] == Heading(2, "Kop", "samenvatting-eigen-1")
    first, listed, markup = chapter.blocks[1:4]
    assert isinstance(first, Paragraph)
    assert first.mark == "written"
    assert [(one.text, one.strong, one.link) for one in first.content][1:4:2] == [
        ("vet", True, None),
        ("een adres", False, "https://example.org"),
    ]
    assert isinstance(listed, Bullets)
    assert list(map(_text, listed.items)) == ["een", "twee"]
    assert isinstance(markup, Paragraph)
    assert _text(markup.content) == "<b>x</b> <script>y</script>"


def test_words_never_stand_before_a_warning() -> None:
    told = {"leeswijzer": blocks("leeswijzer", "Alles is mooi.")}
    running = replace(twelve(), run=replace(twelve().run, finished=None))
    chapter = _chapter(content(written_from(running, RULES, words=told)), "leeswijzer")
    marks = [one.mark for one in chapter.blocks[:2] if isinstance(one, Paragraph)]
    assert marks == ["warning", "written"]


def test_errata_stand_first() -> None:
    report = content(written_from(twelve(), RULES, errata=Errata("2025-1", "Tabel 2 klopte niet."), final=True))
    first, second = _chapter(report, "leeswijzer").blocks[:2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert "Dit rapport vervangt 2025-1" in _text(first.content)
    assert _text(second.content) == "Tabel 2 klopte niet."
    assert (report.final, report.status) == (True, "definitief")


def test_a_part_of_a_scan_is_never_final() -> None:
    part = replace(twelve(), run=replace(twelve().run, shard="1/4"))
    with pytest.raises(OssScanError) as caught:
        written_from(part, RULES, final=True)
    assert "is part 1/4 of a measurement" in caught.value.en
    assert not content(written_from(part, RULES)).final


def test_both_languages_have_the_same_words_and_placeholders() -> None:
    nl, en = wording("nl"), wording("en")

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert {key: fields(text) for key, text in nl.words.items()} == {
        key: fields(text) for key, text in en.words.items()
    }
    assert {name: len(items) for name, items in nl.lists.items()} == {
        name: len(items) for name, items in en.lists.items()
    }
