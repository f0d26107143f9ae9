"""The report as tables for a spreadsheet or a script: UTF-8, RFC 4180, no cell a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from oss_scan.engine import Finding
from oss_scan.figures import Figure
from oss_scan.inert import csv_cell, prose
from oss_scan.report.document import said
from oss_scan.report.links import place_link
from oss_scan.report.wording import Wording
from oss_scan.results import Judged, Scan
from oss_scan.rule import Rule

FIGURES = (
    "id",
    "title",
    "numerator",
    "denominator",
    "percentage",
    "not_met",
    "explained",
    "explained_inventory",
    "explained_repository",
    "unknown",
    "not_applicable",
    "left_out",
    "corrected",
    "rule",
    "scan",
    "reference_date",
)
FINDINGS = (
    "key",
    "repository",
    "organisation",
    "commit",
    "file",
    "line",
    "column",
    "rule",
    "level",
    "outcome",
    "reason",
    "explanation",
    "correction",
    "link",
    "fingerprint",
)


def figures_csv(scan: Scan, counted: Sequence[Figure], wording: Wording) -> str:
    """One row a figure."""
    return _table(FIGURES, (_figure(scan, one, wording) for one in counted))


def findings_csv(scan: Scan, rules: Mapping[str, Rule], wording: Wording) -> str:
    """One row for each place of a finding, or for a finding without one, or for a repository that cannot be read."""
    return _table(FINDINGS, (row for one in scan.repositories for row in _findings(one, rules, wording)))


def _figure(scan: Scan, figure: Figure, wording: Wording) -> tuple[object, ...]:
    return (
        figure.id,
        wording.figures[figure.id].title.in_(wording.lang),
        figure.numerator,
        figure.denominator,
        figure.percentage,
        figure.not_met,
        sum(figure.explained.values()),
        figure.explained["inventory"],
        figure.explained["repository"],
        figure.unknown,
        figure.not_applicable,
        len(figure.left_out),
        figure.corrected,
        figure.rule,
        scan.run.id,
        scan.run.reference_date.isoformat(),
    )


def _findings(judged: Judged, rules: Mapping[str, Rule], wording: Wording) -> Iterator[tuple[object, ...]]:
    known = (judged.key, judged.repository, judged.organisation, judged.commit)
    if not judged.findings:
        reason = prose(judged.reason.in_(wording.lang)) if judged.reason else None
        yield *known, None, None, None, None, None, "unknown", reason, None, None, None, None
    for finding in judged.findings:
        what = (finding.rule, str(finding.level), str(finding.outcome), prose(said(finding, rules, wording) or ""))
        more = (_explanation(finding), prose(finding.correction.evidence) if finding.correction else None)
        for place in finding.places:
            link = place_link(judged, place)
            yield *known, place.path, place.line, place.column, *what, *more, link, finding.fingerprint
        if not finding.places:
            yield *known, None, None, None, *what, *more, None, finding.fingerprint


def _explanation(finding: Finding) -> str | None:
    if finding.explained is None:
        return None
    reason = prose(finding.explained.explanation.reason)
    return reason if finding.explained.counts else f"({reason})"


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)  # Excel splits at `;` or `,`, as its language has it
    writer.writerow(head)
    for row in rows:
        writer.writerow(["" if cell is None else csv_cell(str(cell)) for cell in row])
    return out.getvalue()
