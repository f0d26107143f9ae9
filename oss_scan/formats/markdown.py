"""A report for the comment on a merge request: what fails first, the rest folded away.

Read by GitHub, GitLab and Forgejo; nothing of the scanned repository is markup, a link or a mention in it.
"""

from collections.abc import Iterator, Mapping, Sequence

from oss_scan.checks import Outcome
from oss_scan.formats import Options
from oss_scan.formats.shown import (
    KNOWN,
    UNREADABLE,
    Shown,
    capital,
    clipped,
    correction,
    explanation,
    shown,
    spot,
    summed,
    tally,
    why,
)
from oss_scan.inert import markdown, markdown_code, prose
from oss_scan.results import Judged, Scan
from oss_scan.rule import Rule
from oss_scan.texts import LEVELS, OUTCOMES, Lang, Text

_PLACES = 5  # shown of one finding; the rest is counted

_HEADS = Text("| Niveau | Regel | Bevinding | Plaats |", "| Level | Rule | Finding | Place |")
_REFERENCE = Text("peildatum {date}", "reference date {date}")
_EXPLAINED = Text("uitgelegd", "explained")
_ALL_WELL = Text("Geen enkele regel wordt overtreden.", "No rule is broken.")
_NOTICES = Text("Let op", "Please note")
_REMEDY = Text("Oplossing", "Remedy")
_MORE = Text("… en nog {count}", "… and {count} more")


def render(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options) -> str:
    """The scan as Markdown."""
    lines: list[str] = []
    everything: list[Shown] = []
    for judged in scan.repositories:
        findings = shown(judged, rules, lang, scan.run.reference_date, options)
        everything += findings
        lines += _repository(judged, findings, scan, lang, options)
    unreadable = sum(judged.status == "unreadable" for judged in scan.repositories)
    lines.append(f"**{summed(tally(everything), unreadable, lang, options)}**")
    return "\n".join(lines) + "\n"


def _repository(judged: Judged, findings: Sequence[Shown], scan: Scan, lang: Lang, options: Options) -> Iterator[str]:
    yield f"### oss-scan: {markdown_code(judged.repository)}"
    yield ""
    commit = f"{markdown_code(judged.commit[:10])} · " if judged.commit else ""
    yield commit + _REFERENCE.in_(lang, {"date": scan.run.reference_date.isoformat()})
    yield ""
    unread = why(judged, lang)
    if unread is not None:
        yield f"**{capital(UNREADABLE.in_(lang))}**: {markdown(prose(unread))}"
        yield ""
        return
    failing = [one for one in findings if one.finding.outcome is Outcome.FAIL]
    opened = [one for one in failing if one.open]
    if opened:
        yield from _table(opened, lang)
    elif not failing:
        yield _ALL_WELL.in_(lang)
        yield ""
    fail = OUTCOMES["fail"].in_(lang)
    folded = [
        (f"{fail}, {_EXPLAINED.in_(lang)}", [one for one in failing if not one.open and not one.known]),
        (f"{fail}, {KNOWN.in_(lang)}", [one for one in failing if one.known]),
        *((OUTCOMES[outcome].in_(lang), _with(findings, outcome)) for outcome in _folded(options)),
    ]
    for head, part in folded:
        if part:
            yield f"<details><summary>{capital(head)} ({len(part)})</summary>"
            yield ""
            yield from _table(part, lang)
            yield "</details>"
            yield ""
    if judged.notices:
        yield f"**{_NOTICES.in_(lang)}**"
        yield ""
        for notice in judged.notices:
            where = f"{markdown_code(spot(notice.place))}: " if notice.place else ""
            yield f"- {where}{markdown(prose(clipped(notice.reason.in_(lang))))}"
        yield ""


def _folded(options: Options) -> tuple[Outcome, ...]:
    always = (Outcome.UNKNOWN,)
    return (*always, Outcome.NOT_APPLICABLE, Outcome.PASS) if options.verbose else always


def _with(findings: Sequence[Shown], outcome: Outcome) -> list[Shown]:
    return [one for one in findings if one.finding.outcome is outcome]


def _table(part: Sequence[Shown], lang: Lang) -> Iterator[str]:
    yield _HEADS.in_(lang)
    yield "|---|---|---|---|"
    for one in part:
        cells = [LEVELS[one.finding.level].in_(lang), markdown_code(one.finding.rule), _said(one, lang)]
        yield f"| {' | '.join(cells)} | {_places(one, lang)} |"
    yield ""


def _said(one: Shown, lang: Lang) -> str:
    lines = [markdown(prose(one.brief))]
    if one.finding.outcome is Outcome.FAIL:
        lines.append(f"*{_REMEDY.in_(lang)}*: {markdown(prose(one.remedy))}")
    also = [said for said in (explanation(one, lang), correction(one, lang)) if said]
    lines += [f"*{head}*: {markdown(prose(text))}" for head, text in also]
    return "<br>".join(lines)


def _places(one: Shown, lang: Lang) -> str:
    lines = [markdown_code(spot(place)) for place in one.finding.places[:_PLACES]]
    if len(one.finding.places) > _PLACES:
        lines.append(_MORE.in_(lang, {"count": str(len(one.finding.places) - _PLACES)}))
    return "<br>".join(lines)
