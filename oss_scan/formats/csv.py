"""The findings as a table for a spreadsheet or a script: one row a finding, UTF-8, no cell a formula (RFC 4180).

A repository that cannot be read has one row without a rule, whose outcome is `unknown`; so has an organisation that was
not measured. Findings on systems come after those on repositories.
"""

import csv
import io
from collections.abc import Iterator, Mapping

from oss_scan.attributing import covered
from oss_scan.formats import Options
from oss_scan.formats.shown import because, status, why
from oss_scan.inert import csv_cell, prose
from oss_scan.results import Judged, Scan, sentence
from oss_scan.rule import Rule
from oss_scan.texts import Lang, Reason

_NOT_MEASURED = Reason("organisation-not-measured")

COLUMNS = (
    "repository",
    "commit",
    "rule",
    "level",
    "outcome",
    "because",
    "message",
    "path",
    "line",
    "explained",
    "organisation",
)


def render(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options) -> str:
    """The scan as CSV; path and line are those of the finding's first place."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)  # Excel splits at `;` or `,`, as its language has it
    writer.writerow(COLUMNS)
    for judged in scan.repositories:
        for row in _rows(judged, scan, rules, lang):
            writer.writerow([csv_cell(cell) for cell in row])
    for row in _beside(scan, rules, lang):
        writer.writerow([csv_cell(cell) for cell in row])
    return out.getvalue()


def _beside(scan: Scan, rules: Mapping[str, Rule], lang: Lang) -> Iterator[tuple[str, ...]]:
    """A row for each finding on a system, and one for each organisation that was not measured."""
    for system in scan.systems:
        for finding in system.findings:
            yield (
                system.key,
                "",
                finding.rule,
                str(finding.level),
                str(finding.outcome),
                because(finding.because) or "",
                prose(sentence(finding, rules[finding.rule], lang)),
                "",
                "",
                status(finding.explained, scan.run.reference_date) or "",
                system.organisation or "",
            )
    for one in covered(scan):
        if not one.sources:
            said = _NOT_MEASURED.in_(lang)
            yield "", "", "", "", "unknown", _NOT_MEASURED.code, prose(said), "", "", "", one.organisation.id


def _rows(judged: Judged, scan: Scan, rules: Mapping[str, Rule], lang: Lang) -> Iterator[tuple[str, ...]]:
    unread = why(judged, lang)
    if unread is not None:
        code = judged.reason.code if judged.reason else ""
        yield judged.repository, "", "", "", "unknown", code, prose(unread), "", "", "", judged.organisation or ""
    for finding in judged.findings:
        place = finding.places[0] if finding.places else None
        yield (
            judged.repository,
            judged.commit or "",
            finding.rule,
            str(finding.level),
            str(finding.outcome),
            because(finding.because) or "",
            prose(sentence(finding, rules[finding.rule], lang)),
            place.path if place else "",
            str(place.line) if place and place.line is not None else "",
            status(finding.explained, scan.run.reference_date) or "",
            judged.organisation or "",
        )
