"""The chapter on method and limits, and the annexes: repositories, systems, rules, corrections, data."""

from collections.abc import Iterator

from oss_scan.checks import Outcome
from oss_scan.kinship import unclear
from oss_scan.report.blocks import Block, Cell, DataTable, Heading, Paragraph, Span, Table
from oss_scan.report.content.drilldown import subject_cell
from oss_scan.report.content.material import Kind, Material, columns, day_cell, paragraph, say, text_cell
from oss_scan.report.rows import named, row
from oss_scan.texts import KINDS, LEVELS
from oss_scan.worklist import work_lists

_RULES = ("rules-met", "rules-not-met", "rules-unknown")
_TEXTS: tuple[Kind, ...] = ("text",) * 4
_NUMBERS: tuple[Kind, ...] = ("number",) * 3


def method(material: Material) -> Iterator[Block]:
    """How it was measured, what this cannot show, and who is in the population."""
    words = material.wording
    for name in ("method", "limits"):
        yield Heading(2, words(name), name)
        yield from material.paragraphs(name)
    yield Heading(2, words("population"), "populatie")
    kinds = material.measured.population_rule
    said = ", ".join(KINDS[kind].in_(words.lang) for kind in kinds) or words("population-nothing")
    yield paragraph(words("population-rule", kinds=said))
    yield paragraph(_forks(material))
    if material.measured.basis == "reconstructed":
        yield Paragraph(say(words("reconstructed")), "warning")
    yield from _unread(material)
    yield Heading(2, words("definitions"), "definities")
    rows = tuple(
        (
            Cell(say(one.id, code=True), one.id),
            text_cell(one.title.in_(words.lang)),
            text_cell(one.definition.in_(words.lang)),
            text_cell(", ".join(one.rules)),
        )
        for one in material.catalogue.definitions
    )
    heads = ("code", "figure", "definition", "rules")
    yield Table("definities-tabel", words("definitions-caption"), columns(words, heads), rows)


def _forks(material: Material) -> str:
    """Whether forks were looked for that no forge flags."""
    words, scan = material.wording, material.measured.scan
    if "history" not in scan.run.analysers:
        return words("population-no-history")
    number = words.number(len(unclear(scan.repositories, scan.alike)))
    return words("population-history", number=number)


def _unread(material: Material) -> Iterator[Block]:
    words = material.wording
    broken = [one for one in material.measured.scan.repositories if one.status == "unreadable"]
    yield Heading(2, words("unreadable"), "niet-gelezen")
    if not broken:
        yield paragraph(words("all-readable"))
        return
    named = [one for one in broken if one.key not in material.measured.hidden]
    rows = tuple(
        (text_cell(one.repository), text_cell(one.reason.in_(words.lang) if one.reason else "-")) for one in named
    )
    yield paragraph(words("unreadable-text", number=words.number(len(broken))))
    if rows:
        head = columns(words, ("subject-repositories", "reason"))
        yield Table("niet-gelezen-tabel", words("unreadable-caption"), head, rows)


def repositories(material: Material) -> Iterator[Block]:
    """One row for each repository that may be named."""
    words = material.wording
    rows = []
    for one in material.measured.scan.repositories:
        if one.key in material.measured.hidden:
            continue
        outcomes = [finding.outcome for finding in one.findings]
        shown = row(one, None, one.reason, None, words)
        owner = material.names.get(one.organisation or "", one.organisation or "")
        counts = (outcomes.count(each) for each in (Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN))
        numbers = [Cell(say(words.number(number)), number) for number in counts] if outcomes else [_dot()] * 3
        committed = one.committed.date() if one.committed else None
        rows.append((subject_cell(shown), text_cell(owner), day_cell(committed, words), *numbers))
    hidden = len(material.measured.scan.repositories) - len(rows)
    if hidden:
        yield paragraph(words("hidden-repositories", number=words.number(hidden)))
    if rows:
        heads = ("subject-repositories", "scope-organisation", "committed", *_RULES)
        head = columns(words, heads, ("text", "text", "date", *_NUMBERS))
        yield Table("alle-repositories", words("repositories-caption"), head, tuple(rows))
    yield from _systems(material)
    yield from _work(material)


def _dot() -> Cell:
    return Cell(say("."), None)


def _systems(material: Material) -> Iterator[Block]:
    words = material.wording
    figure = material.figure("systems-open")
    if not figure.members:
        return
    yield Heading(2, words("systems"), "systemen")
    given = {one.key: one for one in material.measured.systems or ()}
    rows = []
    for member in figure.members:
        if member.named:
            one = given[member.key]
            owner = material.names.get(one.organisation or "", one.organisation or "")
            review = day_cell(one.review_by, words)
            ground = text_cell(one.ground or "")
            rows.append(
                (text_cell(one.name or ""), text_cell(owner), text_cell(material.state(member.state)), ground, review)
            )
    hidden = len(figure.members) - len(rows)
    if hidden:
        yield paragraph(words("hidden-systems", number=words.number(hidden)))
    heads = ("subject-systems", "scope-organisation", "state", "ground", "review-by")
    if rows:
        head = columns(words, heads, (*_TEXTS, "date"))
        yield Table("alle-systemen", words("systems"), head, tuple(rows))


def _work(material: Material) -> Iterator[Block]:
    words = material.wording
    yield Heading(2, words("work"), "eerst-te-herstellen")
    yield paragraph(words("work-text"))
    hidden = len(material.measured.scan.repositories) - len(material.named_scan.repositories)
    if hidden:
        yield paragraph(words("work-hidden", number=words.number(hidden)))
    rows = []
    for one in work_lists(material.named_scan):
        name = words("no-organisation") if one.organisation is None else named(one.organisation)
        name = material.names.get(one.organisation or "", name)
        for each in one.work:
            rule = material.rules.get(each.rule)
            title, remedy = (rule.title.in_(words.lang), rule.remedy.in_(words.lang)) if rule else (each.rule, "")
            numbers = (Cell(say(words.number(one))) for one in (each.clears, len(each.mends), each.explained))
            what = Cell((Span(title), Span(f" ({each.rule})", code=True)), each.rule)
            rows.append((text_cell(name), what, *numbers, text_cell(remedy)))
    if not rows:
        if material.named_scan.repositories:
            yield paragraph(words("no-work-named" if hidden else "no-work"))
        return
    heads = ("scope-organisation", "mend", "clears", "in-repositories", "set-aside", "remedy")
    head = columns(words, heads, ("text", "text", *_NUMBERS, "text"))
    yield Table("werklijst", words("work-caption"), head, tuple(rows))


def rules(material: Material) -> Iterator[Block]:
    """Every rule that was applied, with its level and source."""
    words = material.wording
    applied = {finding.rule for one in material.measured.scan.repositories for finding in one.findings}
    applied |= {finding.rule for one in material.measured.systems or () for finding in one.findings}
    rows = []
    for name in sorted(applied):
        rule = material.rules.get(name)
        if rule is None:
            rows.append((Cell(say(name, code=True), name), *(text_cell("") for _ in range(4))))
            continue
        source = rule.source
        cited = Span(f"{source.title}, {source.issuer}, {source.date}", "nl", source.url)
        doubt = [] if source.verified else [Span(f" {words('unverified')}")]
        rows.append(
            (
                Cell(say(name, code=True), name),
                text_cell(rule.title.in_(words.lang)),
                text_cell(LEVELS[rule.level].in_(words.lang)),
                Cell((cited, *doubt), source.title),
                Cell(say(rule.clause), rule.clause),
            )
        )
    heads = ("rule", "asks", "level", "source", "clause")
    yield Table("regels-tabel", words("rules-caption"), columns(words, heads), tuple(rows))


def corrections(material: Material) -> Iterator[Block]:
    """Every finding of which somebody says that the program is wrong."""
    words = material.wording
    held = [(one.key, one.repository, one.findings) for one in material.measured.scan.repositories]
    held += [(one.key, one.name or "", one.findings) for one in material.measured.systems or ()]
    rows = []
    for name, findings in ((name, findings) for key, name, findings in held if key not in material.measured.hidden):
        for finding in findings:
            wrong = finding.correction
            if wrong:
                about = (text_cell(name), Cell(say(finding.rule, code=True), finding.rule))
                rows.append((*about, text_cell(wrong.evidence), text_cell(wrong.by), day_cell(wrong.on, words)))
    yield paragraph(words("corrections-text"))
    if not rows:
        yield paragraph(words("no-corrections-named" if material.measured.hidden else "no-corrections"))
        return
    heads = ("subject-corrections", "rule", "evidence", "by", "on")
    head = columns(words, heads, (*_TEXTS, "date"))
    yield Table("correcties-tabel", words("corrections-caption"), head, tuple(rows))


def data(material: Material, tables: tuple[DataTable, ...]) -> Iterator[Block]:
    """What data are published beside the report, and how to verify them."""
    words = material.wording
    yield from material.paragraphs("data")
    rows = tuple(
        (
            Cell(say(one.name, code=True), one.name),
            text_cell(one.description),
            Cell(say(words.number(len(one.rows))), len(one.rows)),
        )
        for one in tables
    )
    head = columns(words, ("data-name", "definition", "data-rows"), ("text", "text", "number"))
    yield Table("data-tabel", words("data-caption"), head, rows)
