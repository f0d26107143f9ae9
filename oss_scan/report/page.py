"""From figures to a page: everything is counted, ordered and worded here, so that a template only lays out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oss_scan.figures import SMALLEST, Figure, LeftOut, Part
from oss_scan.inventory.model import Population
from oss_scan.report.bars import Bar, bar
from oss_scan.report.mending import WorkListView, views
from oss_scan.report.rows import Row, named, row
from oss_scan.report.wording import Wording
from oss_scan.results import RuleSetRef, Scan
from oss_scan.rule import Rule
from oss_scan.texts import KINDS, LEVELS
from oss_scan.worklist import work_lists

#: The parts as a reader wants them: what is to be done first.
_ORDER = (Part.NOT_MET, Part.UNKNOWN, Part.NOT_APPLICABLE, Part.MET)
_OPEN = 25  # rows of a part that is shown at once; more are folded away


@dataclass(frozen=True, slots=True)
class Group:
    """The repositories of one part of a figure."""

    id: str
    name: str
    number: str
    rows: tuple[Row, ...]
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One figure in words and written numbers."""

    id: str
    title: str
    definition: str
    rule: str
    rule_link: str  # empty where the rule is not among those of now
    met: str
    of: str
    share: str
    not_met: str
    explained: str
    not_applicable: str
    unknown: str
    corrected: str
    left_out: str
    bar: Bar
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule and the source that it cites."""

    number: str
    id: str
    title: str
    level: str
    source: str
    url: str
    clause: str
    doubt: str  # empty where the source was verified
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The overview, ready to be laid out."""

    lang: str
    title: str
    finished: bool
    changed: str  # empty where the rules are still those of the scan
    about: tuple[tuple[str, str], ...]
    rulesets: tuple[RuleSetRef, ...]
    not_said: tuple[str, ...]
    figures: tuple[FigureView, ...]
    notes: tuple[str, ...]
    work: tuple[WorkListView, ...]
    unreadable: tuple[tuple[str, str], ...]
    left_out: tuple[tuple[str, str], ...]  # what is in no figure, and why
    rule: str  # by which rule
    rules: tuple[RuleView, ...]
    method: tuple[str, ...]
    made_by: str
    scan: str  # its id, for machines
    nil: str  # how nothing is written


def overview(
    scan: Scan,
    rules: Mapping[str, Rule],
    changed: Sequence[str],
    wording: Wording,
    counted: Sequence[Figure],
    left_out: Sequence[LeftOut],
) -> Page:
    """The overview of one scan. `changed` names the rule sets that are no longer those of the scan."""
    broken = [judged for judged in scan.repositories if judged.status == "unreadable"]
    mended = (work.rule for one in work_lists(scan) for work in one.work)
    asked = dict.fromkeys((*(one.rule for one in counted), *mended))
    listed = {rule: str(at) for at, rule in enumerate(asked, 1) if rule in rules}
    shown = tuple(_figure(one, scan, rules, listed, wording) for one in counted)
    notes = [wording("nil")]
    if len(scan.repositories) < SMALLEST:
        notes.append(wording("too-small", smallest=str(SMALLEST)))
    return Page(
        lang=wording.lang,
        title=wording("title"),
        finished=scan.run.finished is not None,
        changed=wording("rules-changed", names=", ".join(changed)) if changed else "",
        about=tuple(_about(scan, len(broken), wording)),
        rulesets=scan.run.rulesets,
        not_said=wording.lists["not-said"],
        figures=shown,
        notes=tuple(notes),
        work=views(scan, rules, listed, wording),
        unreadable=tuple(
            (named(one.repository), one.reason.in_(wording.lang) if one.reason else "-") for one in broken
        ),
        left_out=tuple((named(one.key), one.why.in_(wording.lang)) for one in left_out),
        rule=_population(scan, wording),
        rules=tuple(_rule(number, rules[rule], wording) for rule, number in listed.items()),
        method=wording.lists["method"],
        made_by=wording("made-by", version=scan.run.tool_version),
        scan=scan.run.id,
        nil=wording.number(0),
    )


def _about(scan: Scan, unreadable: int, wording: Wording) -> Iterator[tuple[str, str]]:
    run = scan.run
    yield wording("scan"), run.id
    yield wording("reference-date"), wording.day(run.reference_date)
    yield wording("started"), wording.moment(run.started)
    yield wording("finished"), wording.moment(run.finished) if run.finished else wording("not-finished")
    yield wording("program"), f"oss-scan {run.tool_version}"
    yield wording("analysers"), ", ".join(f"{name} {version}" for name, version in sorted(run.analysers.items()))
    total, unread = wording.number(len(scan.repositories)), wording.number(unreadable)
    yield wording("population"), wording("population-text", total=total, unreadable=unread)


def _population(scan: Scan, wording: Wording) -> str:
    """The rule by which repositories are in no figure: that of the inventory, or the usual one."""
    rule = scan.inventory.population if scan.inventory else Population()
    kinds = [KINDS[kind].in_(wording.lang) for kind in rule.leave_out]
    origin = wording("rule-of-inventory" if rule.spot else "rule-by-default")
    return wording("population-rule", kinds=", ".join(kinds) or wording("nothing"), origin=origin)


def _figure(
    figure: Figure, scan: Scan, rules: Mapping[str, Rule], listed: Mapping[str, str], wording: Wording
) -> FigureView:
    text = wording.figures[figure.id]
    title = text.title.in_(wording.lang)
    judged = {one.key: one for one in scan.repositories}
    rows = {part: [one for one in figure.members if figure.part(one) is part] for part in _ORDER}
    return FigureView(
        id=figure.id,
        title=title,
        definition=text.definition.in_(wording.lang),
        rule=figure.rule,
        rule_link=f"#rule-{listed[figure.rule]}" if figure.rule in listed else "",
        met=wording.number(figure.numerator),
        of=wording.number(figure.denominator),
        share=wording.share(figure.percentage),
        not_met=wording.number(figure.not_met),
        explained=_explained(figure, wording),
        not_applicable=wording.number(figure.not_applicable),
        unknown=wording.number(figure.unknown),
        corrected=wording.number(figure.corrected),
        left_out=wording.number(len(figure.left_out)),
        bar=bar(figure, title, wording),
        groups=tuple(
            Group(
                id=f"{figure.id}-{part}",
                name=wording(part)[:1].upper() + wording(part)[1:],
                number=wording.number(len(members)),
                rows=tuple(
                    row(judged[member.key], member.finding, member.because, rules.get(figure.rule), wording)
                    for member in members
                ),
                open=part is not Part.MET and len(members) <= _OPEN,
            )
            for part, members in rows.items()
        ),
    )


def _explained(figure: Figure, wording: Wording) -> str:
    total = sum(figure.explained.values())
    if not total:
        return wording.number(0)
    split = [
        f"{wording.number(number)} {wording(f'explained-{origin}')}" for origin, number in figure.explained.items()
    ]
    return f"{wording.number(total)} ({', '.join(split)})"


def _rule(number: str, rule: Rule, wording: Wording) -> RuleView:
    source = rule.source
    return RuleView(
        number=number,
        id=rule.id,
        title=rule.title.in_(wording.lang),
        level=LEVELS[rule.level].in_(wording.lang),
        source=f"{source.title}, {source.issuer}, {source.date}",
        url=source.url,
        clause=wording("clause", clause=rule.clause),
        doubt="" if source.verified else wording("unverified"),
        note=source.note.in_(wording.lang) if source.note else "",
    )
