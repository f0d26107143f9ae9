"""The data that are published beside the report: the same figures and findings as tables for machines."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from oss_scan.engine import Finding
from oss_scan.figures import Figure
from oss_scan.report.blocks import DataColumn, DataTable
from oss_scan.report.content.material import Material
from oss_scan.report.links import place_link
from oss_scan.report.saying import explained_in_short, said
from oss_scan.results import Judged

Row = tuple[str | int | Decimal | bool | None, ...]
_NUMBERS = (
    *("numerator", "denominator", "percentage", "not_met", "explained", "explained_inventory", "explained_repository"),
    *("unknown", "not_applicable", "left_out", "corrected"),
)
_FIGURES = (
    "id",
    "scope_kind",
    "scope",
    "scope_name",
    "title",
    "status",
    "basis",
    *_NUMBERS,
    "rules",
    "scan",
    "reference_date",
)
_STATES = ("id", "scope_kind", "scope", "state", "title", "number")
_FINDINGS = (
    *("key", "repository", "organisation", "commit", "file", "line", "column", "rule", "level", "outcome", "reason"),
    *("explanation", "correction", "link", "fingerprint"),
)
_SYSTEMS = ("key", "name", "organisation", "openness", "state", "ground", "review_by")
_MEMBERS = ("id", "key", "part", "state")
_CHANGES = ("id", "scope_kind", "scope", "scan", "reference_date", "percentage", "points", "break")


def tables(material: Material) -> tuple[DataTable, ...]:
    """Every table."""
    made = [
        _table(material, "figures", _FIGURES, _figures(material), ("id", "scope_kind", "scope")),
        _table(material, "states", _STATES, _states(material), ("id", "scope_kind", "scope", "state")),
        _table(material, "findings", _FINDINGS, _findings(material)),
        _table(material, "members", _MEMBERS, _members(material)),
    ]
    if material.measured.systems is not None:
        made.append(_table(material, "systems", _SYSTEMS, _systems(material)))
    if material.development:
        made.append(_table(material, "changes", _CHANGES, _changes(material), ("id", "scope_kind", "scope")))
    return tuple(made)


def _table(
    material: Material, name: str, columns: Sequence[str], rows: Iterator[Row], key: tuple[str, ...] = ()
) -> DataTable:
    words = material.wording
    described = tuple(
        DataColumn(one, words(f"data-{one}"), words(f"data-{one}-text"), _TYPES.get(one, "string")) for one in columns
    )
    return DataTable(name, words(f"data-{name}"), words(f"data-{name}-text"), described, tuple(rows), key)


Datatype = Literal["string", "integer", "decimal", "boolean", "date", "dateTime", "anyURI"]
_TYPES: Mapping[str, Datatype] = {
    **{name: "integer" for name in _NUMBERS if name != "percentage"},
    "percentage": "decimal",
    "points": "decimal",
    "number": "integer",
    "line": "integer",
    "column": "integer",
    "reference_date": "date",
    "review_by": "date",
    "link": "anyURI",
}


def status(figure: Figure) -> str:
    """Whether a figure has numbers here."""
    return "not-measured" if not figure.measured else "withheld" if figure.withheld else "given"


def numbers(figure: Figure) -> tuple[int | Decimal | None, ...]:
    """The numbers of a figure in the order of the table; None for each where there are none."""
    if status(figure) != "given":
        return (None,) * len(_NUMBERS)
    explained = figure.explained
    return (
        *(figure.numerator, figure.denominator, figure.percentage, figure.not_met, sum(explained.values())),
        *(explained["inventory"], explained["repository"], figure.unknown, figure.not_applicable),
        *(len(figure.left_out), figure.corrected),
    )


def _figures(material: Material) -> Iterator[Row]:
    run = material.measured.scan.run
    for one in material.counted:
        scope = (one.scope.kind, one.scope.id, material.scope_name(one.scope))
        head = (one.id, *scope, material.title(one.id), status(one), one.basis)
        tail = (" ".join(one.definition.rules), run.id, run.reference_date.isoformat())
        yield (*head, *numbers(one), *tail)


def _states(material: Material) -> Iterator[Row]:
    for one in material.counted:
        if status(one) == "given":
            for state, number in sorted(one.states.items()):
                yield one.id, one.scope.kind, one.scope.id, state, material.state(state), number


def _members(material: Material) -> Iterator[Row]:
    for one in material.counted:
        if one.scope.kind == "government" and status(one) == "given":
            yield from ((one.id, each.key, str(one.part(each)), each.state) for each in one.members if each.named)


def _findings(material: Material) -> Iterator[Row]:
    for judged in material.named_scan.repositories:
        yield from _of(judged, material)


def _of(judged: Judged, material: Material) -> Iterator[Row]:
    known = (judged.key, judged.repository, judged.organisation, judged.commit)
    if not judged.findings:
        reason = judged.reason.in_(material.wording.lang) if judged.reason else None
        yield *known, None, None, None, None, None, "unknown", reason, None, None, None, None
    for finding in judged.findings:
        what = (finding.rule, str(finding.level), str(finding.outcome), _said(finding, material))
        more = (explained_in_short(finding), finding.correction.evidence if finding.correction else None)
        for place in finding.places:
            link = place_link(judged, place) or None
            yield *known, place.path, place.line, place.column, *what, *more, link, finding.fingerprint
        if not finding.places:
            yield *known, None, None, None, *what, *more, None, finding.fingerprint


def _said(finding: Finding, material: Material) -> str:
    return said(finding, material.rules, material.wording.lang) or ""


def _systems(material: Material) -> Iterator[Row]:
    given = {one.key: one for one in material.measured.systems or ()}
    for member in material.figure("systems-open").members:
        if member.named:
            one = given[member.key]
            review = one.review_by.isoformat() if one.review_by else None
            yield one.key, one.name, one.organisation, one.openness, member.state, one.ground, review


def _changes(material: Material) -> Iterator[Row]:
    assert material.development is not None
    since = material.development.since
    for (name, scope), one in material.development.changes.items():
        if one.before.withheld or one.after.withheld:
            continue
        why = "; ".join(reason.in_(material.wording.lang) for reason in one.breaks) or None
        before = one.before.percentage if one.before.measured else None
        yield name, scope.kind, scope.id, since.id, since.on.isoformat(), before, one.points, why
