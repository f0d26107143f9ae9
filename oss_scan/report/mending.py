"""The work lists as a reader sees them: what to mend first, why, how, and in which repositories."""

from collections.abc import Mapping
from dataclasses import dataclass

from oss_scan.report.rows import Row, named, row
from oss_scan.report.wording import Wording
from oss_scan.results import Judged, Scan
from oss_scan.rule import Rule
from oss_scan.texts import LEVELS
from oss_scan.worklist import Work, work_lists


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkView:
    """One rule to mend, in words and written numbers."""

    id: str
    rule: str
    rule_link: str  # empty where the rule is not among those of now
    title: str
    level: str
    clears: str
    repositories: str
    explained: str
    remedy: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class WorkListView:
    """The work list of an organisation."""

    id: str
    name: str
    organisation: str | None
    work: tuple[WorkView, ...]


def views(
    scan: Scan, rules: Mapping[str, Rule], listed: Mapping[str, str], wording: Wording
) -> tuple[WorkListView, ...]:
    """Every work list; `listed` are the rules that the page explains, each with its number there."""
    judged = {one.key: one for one in scan.repositories}
    return tuple(
        WorkListView(
            f"work-{at}",
            named(one.organisation) if one.organisation is not None else wording("no-organisation"),
            one.organisation,
            tuple(
                _view(f"work-{at}-{number}", work, judged, rules, listed, wording)
                for number, work in enumerate(one.work, 1)
            ),
        )
        for at, one in enumerate(work_lists(scan), 1)
    )


def _view(
    anchor: str,
    work: Work,
    judged: Mapping[str, Judged],
    rules: Mapping[str, Rule],
    listed: Mapping[str, str],
    wording: Wording,
) -> WorkView:
    rule = rules.get(work.rule)
    return WorkView(
        id=anchor,
        rule=work.rule,
        rule_link=f"#rule-{listed[work.rule]}" if work.rule in listed else "",
        title=rule.title.in_(wording.lang) if rule else work.rule,
        level=LEVELS[work.level].in_(wording.lang),
        clears=wording.number(work.clears),
        repositories=wording.number(len(work.mends)),
        explained=wording.number(work.explained),
        remedy=rule.remedy.in_(wording.lang) if rule else "",
        rows=tuple(row(judged[one.key], one.finding, one.finding.because, rule, wording) for one in work.mends),
    )
