"""The chapters per department and on development: the same figures side by side, and over the years."""

from collections.abc import Iterator, Sequence

from oss_scan.figures import Scope
from oss_scan.figures.change import Change, Measurement, Moved, Told
from oss_scan.report.blocks import Block, Cell, Chart, Column, Folded, Heading, Paragraph, Point, Series, Table
from oss_scan.report.content.front import change_cell
from oss_scan.report.content.material import Kind, Material, columns, paragraph, say, text_cell

_MOVES = ("appeared", "left", "gained", "lost", "unsure")
_NUMBERS: tuple[Kind, ...] = ("number",) * 8
_SCOPES = ("category", "department", "organisation")


def departments(material: Material) -> Iterator[Block]:
    """The same figures for each kind of organisation, department and organisation."""
    words = material.wording
    yield from material.paragraphs("departments")
    for kind in _SCOPES:
        found = material.scopes(kind)
        yield Heading(2, words(f"per-{kind}"), f"per-{kind}")
        if not found:
            yield paragraph(words("no-scopes"))
        else:
            yield _table(material, kind, found)
    yield Heading(2, words("systems-per-department"), "systemen-per-departement")
    found = material.scopes("department")
    if found and material.figure("systems-open").measured:
        yield _systems(material, found)
    else:
        yield paragraph(words("no-systems"))


def _table(material: Material, kind: str, found: Sequence[Scope]) -> Table:
    words = material.wording
    head = [Column(words(f"scope-{kind}")), Column(words("column-denominator"), "number")]
    for name in material.layout.departments:
        head.append(Column(material.title(name), "number"))
        head.append(Column(words("share-of", title=material.title(name)), "number"))
    rows = []
    for scope in found:
        first = material.figure(material.layout.departments[0], scope)
        row = [text_cell(material.scope_name(scope)), material.number(first, "denominator")]
        for name in material.layout.departments:
            figure = material.figure(name, scope)
            row += [material.number(figure, "numerator"), material.share(figure)]
        rows.append(tuple(row))
    return Table(f"tabel-per-{kind}", words(f"per-{kind}-caption"), tuple(head), tuple(rows), words("scopes-note"))


def _systems(material: Material, found: Sequence[Scope]) -> Table:
    words = material.wording
    names = ("systems-open", "systems-closed-ground", "systems-closed-no-ground", "systems-no-open-licence")
    heads = [Column(words("scope-department")), Column(words("column-systems"), "number")]
    heads += [Column(material.title(name), "number") for name in names]
    heads.append(Column(words("column-unknown"), "number"))
    rows = []
    for scope in found:
        first = material.figure(names[0], scope)
        cells = [material.number(material.figure(name, scope), "numerator") for name in names]
        head = (text_cell(material.scope_name(scope)), material.number(first, "denominator"))
        rows.append((*head, *cells, material.number(first, "unknown")))
    note = words("withheld-note")
    return Table("tabel-systemen-per-departement", words("systems-caption"), tuple(heads), tuple(rows), note)


def development(material: Material) -> Iterator[Block]:
    """The measurements of the series, what changed, and which repositories changed it."""
    words = material.wording
    if material.development is None:
        yield paragraph(words("no-development"))
        return
    yield from material.paragraphs("development")
    yield _measurements(material, material.development.measurements)
    names = [name for section in material.layout.sections for name in section.figures]
    yield Heading(2, words("changes"), "veranderingen")
    yield _changes(material, names)
    for text in _breaks(material, names):
        yield Paragraph(say(text), "method")
    chart = _lines(material, material.layout.headline)
    if chart:
        yield chart
    found = [(name, material.development.changes.get((name, material.figure(name).scope))) for name in names]
    moved = [_moved(material, name, change) for name, change in found if change and any(_of(change))]
    if moved:
        yield Heading(2, words("moved"), "verschoven")
        yield from moved


def _measurements(material: Material, every: Sequence[Measurement]) -> Table:
    words = material.wording
    rows = []
    for at, one in enumerate(every):
        run = one.run
        kind = words("zero-measurement") if at == 0 else words("later-measurement")
        how = words(f"basis-{run.basis}")
        again = f" {words('judged-again')}" if one.judged_again else ""
        sets = ", ".join(f"{each.name} {each.version}" for each in run.rulesets)
        number = one.told["repositories"].denominator
        on = Cell(say(words.day(run.reference_date)), run.reference_date)
        size = Cell(say(words.number(number)), number)
        rows.append((text_cell(run.id), text_cell(kind), on, text_cell(how + again), text_cell(sets), size))
    heads = ("scan", "measurement", "reference-date", "basis", "ruleset", "column-denominator")
    kinds: tuple[Kind, ...] = ("text", "text", "date", "text", "text", "number")
    return Table("meetreeks", words("series-caption"), columns(words, heads, kinds), tuple(rows))


def _changes(material: Material, names: Sequence[str]) -> Table:
    words = material.wording
    assert material.development is not None
    rows = []
    for name in names:
        figure = material.figure(name)
        change = material.development.changes.get((name, figure.scope))
        counts = [len(each) for each in _of(change)] if change and not change.breaks else None
        cells = [Cell(say(words.number(one)), one) for one in counts] if counts else [Cell(say(""), None)] * len(_MOVES)
        before = material.share(change.before) if change else Cell(say(""), None)
        # What was counted before is not in the data of this report by that name
        before = Cell(before.content, before.value)
        rows.append(
            (text_cell(material.title(name)), before, material.share(figure), change_cell(material, figure), *cells)
        )
    heads = ("figure", "before", "now", "column-change", *_MOVES)
    head = columns(words, heads, ("text", *_NUMBERS))
    on = words.day(material.development.since.on)
    return Table("tabel-veranderingen", words("changes-caption", on=on), head, tuple(rows), words("changes-note"))


def _of(change: Change) -> tuple[tuple[Moved, ...], ...]:
    return change.appeared, change.left, change.gained, change.lost, change.unsure


def _breaks(material: Material, names: Sequence[str]) -> Iterator[str]:
    assert material.development is not None
    titles: dict[str, list[str]] = {}
    for name in names:
        change = material.development.changes.get((name, material.figure(name).scope))
        for why in change.breaks if change else ():
            titles.setdefault(why.in_(material.wording.lang), []).append(material.title(name))
    for said, broken in titles.items():
        yield material.wording("break-said", titles="; ".join(broken), why=said)


def _lines(material: Material, names: Sequence[str]) -> Chart | None:
    from oss_scan.figures.change import why_not_comparable

    words = material.wording
    assert material.development is not None
    every = material.development.measurements
    series = []
    for name in names:
        found: list[Point] = []
        before: tuple[Told, Measurement] | None = None
        for one in every:
            figure = one.told.get(name)
            label = one.on.isoformat()
            if figure is None or not figure.measured or figure.percentage is None:
                found.append(Point(label, None, words("no-share")))
                continue
            why = ""
            if before:
                reasons = why_not_comparable(before[0], figure, before[1], one)
                why = "; ".join(reason.in_(words.lang) for reason in reasons)
            written = words.share(figure.percentage)
            found.append(Point(label, figure.percentage, written, why, figure.basis == "reconstructed"))
            before = (figure, one)
        if any(point.value is not None for point in found):
            series.append(Series(material.title(name), tuple(found)))
    if not series:
        return None
    said = (
        f"{one.name}: " + ", ".join(f"{point.label} {point.written}" for point in one.points) + "." for one in series
    )
    return Chart("ontwikkeling-grafiek", words("lines-caption"), " ".join(said), "line", "%", tuple(series))


def _moved(material: Material, name: str, change: Change) -> Folded:
    words = material.wording
    rows = []
    for what, found in zip(_MOVES, _of(change), strict=True):
        rows += [
            (
                text_cell(_named(material, one)),
                text_cell(words(what)),
                *_parts(material, one),
            )
            for one in found
            if one.named
        ]
    heads = (words(f"subject-{change.after.definition.over}"), words("movement"), words("before"), words("now"))
    title = words("moved-title", title=material.title(name))
    table = Table(
        f"verschoven-tabel-{name}", title, tuple(Column(one) for one in heads), tuple(rows), words("moved-note")
    )
    return Folded(title, (table,), f"verschoven-{name}")


def _parts(material: Material, one: Moved) -> tuple[Cell, ...]:
    return tuple(text_cell(material.wording(f"part-{part}") if part else "") for part in (one.before, one.after))


def _named(material: Material, one: Moved) -> str:
    judged = material.repositories.get(one.key)
    if judged:
        return judged.repository
    assert material.development is not None
    return material.development.since.names.get(one.key) or material.subject_name(one.key)
