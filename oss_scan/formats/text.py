"""For a developer at a terminal or in a log: what to change first, where, and how; then the count.

No line can begin with what a CI runner obeys: texts are made inert before they are wrapped, and wrapped at blanks.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

import click
from tabulate import tabulate

from oss_scan.checks import Outcome
from oss_scan.formats import Options, inventoried
from oss_scan.formats.shown import (
    KNOWN,
    LEVELS,
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
from oss_scan.formats.standards import HEAD as STANDARDS
from oss_scan.formats.standards import lines
from oss_scan.inert import printable, prose
from oss_scan.results import Judged, Scan, Skipped
from oss_scan.rule import Level, Rule
from oss_scan.texts import LEVELS as LEVEL_WORDS
from oss_scan.texts import OUTCOMES, Lang, Text

_PLACES = 5  # shown of one finding; the rest is counted
_INDENT = 14
_COLOURS = {Level.MUST: "red", Level.SHOULD: "yellow", Level.MAY: "blue"}

_COMMIT = Text("commit {commit}{branch} van {date}", "commit {commit}{branch} of {date}")
_REFERENCE = Text("peildatum {date}", "reference date {date}")
_EXPLAINED = Text("uitgelegd", "explained")
_NOTICES = Text("Let op", "Please note")
_MORE = Text("… en nog {count}", "… and {count} more")
_TOTAL = Text("totaal", "total")
_LEFT_OUT = Text("buiten beschouwing", "left out")
_REMEDY = Text("Oplossing", "Remedy")


def render(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options) -> str:
    """The scan as text, wrapped at `options.width` columns, in colour where asked."""
    writer = _Writer(lang, options)
    lines: list[str] = []
    everything: list[Shown] = []
    counts: list[list[str]] = []
    for judged in scan.repositories:
        findings = shown(judged, rules, lang, scan.run.reference_date, options)
        everything += findings
        lines += [*writer.repository(judged, findings, scan), ""]
        numbers = _numbers(findings, None) if judged.status == "scanned" else ["-"] * len(Outcome)
        counts.append([printable(judged.repository), *numbers])
    for one in scan.skipped:
        lines += [*writer.left_out(one), ""]
    if len(scan.repositories) == 1:
        counts = [[LEVEL_WORDS[level].in_(lang), *_numbers(everything, level)] for level in LEVELS]
        counts.append([_TOTAL.in_(lang), *_numbers(everything, None)])
    if everything:
        heads = ["", *(OUTCOMES[outcome].in_(lang) for outcome in Outcome)]
        align = ("left", *("right" for _ in Outcome))
        lines += [*tabulate(counts, heads, "simple", disable_numparse=True, colalign=align).splitlines(), ""]
    lines += inventoried.lines(scan, rules, lang, verbose=options.verbose)
    unreadable = sum(judged.status == "unreadable" for judged in scan.repositories)
    lines.append(writer.style(summed(tally(everything), unreadable, lang, options), bold=True))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _numbers(findings: Sequence[Shown], level: Level | None) -> list[str]:
    counted = tally(one for one in findings if level in (None, one.finding.level))
    return [str(counted.outcomes[outcome]) for outcome in Outcome]


def _grouped(findings: Sequence[Shown]) -> list[list[Shown]]:
    """The findings in their order; those that rest on one reason, and have nothing of their own, together."""
    groups: dict[object, list[Shown]] = {}
    for one in findings:
        finding = one.finding
        own = finding.because is None or finding.places or finding.explained or finding.correction
        groups.setdefault(finding.rule if own else (one.brief,), []).append(one)
    return list(groups.values())


class _Writer:
    """Writes the lines of one repository; holds the language and the looks."""

    def __init__(self, lang: Lang, options: Options) -> None:
        self.lang: Lang = lang
        self.options = options

    def style(self, text: str, fg: str | None = None, *, bold: bool = False, dim: bool = False) -> str:
        """The text in colour, where the caller wants that."""
        return click.style(text, fg=fg, bold=bold or None, dim=dim or None) if self.options.colour else text

    def left_out(self, one: Skipped) -> Iterator[str]:
        """A repository that has no part in the scan, and why."""
        yield self.style(printable(one.repository), bold=True)
        reason = one.because.in_(self.lang) if one.because else printable(one.reason)
        yield from self._wrapped(f"{capital(_LEFT_OUT.in_(self.lang))}: {clipped(reason)}", "  ")

    def repository(self, judged: Judged, findings: Sequence[Shown], scan: Scan) -> Iterator[str]:
        """Heading, findings and notices."""
        yield self.style(printable(judged.repository), bold=True)
        yield self.style(self._heading(judged, scan), dim=True)
        unread = why(judged, self.lang)
        if unread is not None:
            yield ""
            yield self.style(capital(UNREADABLE.in_(self.lang)), "red", bold=True)
            yield from self._wrapped(unread, "  ")
        for head, part in self._sections(findings):
            yield ""
            yield self.style(f"{capital(head)} ({len(part)})", bold=True)
            brief = part[0].finding.outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE)
            for group in _grouped(part):
                if not brief:
                    yield ""
                yield from self._findings(group, brief=brief)
        if judged.standards:
            yield ""
            yield self.style(STANDARDS.in_(self.lang), bold=True)
            for line in lines(judged.standards, self.lang):
                yield from self._wrapped(line, "      ", first="  ")
        if judged.notices:
            yield ""
            yield self.style(f"{_NOTICES.in_(self.lang)} ({len(judged.notices)})", bold=True)
            for notice in judged.notices:
                where = f"{spot(notice.place)}: " if notice.place else ""
                yield from self._wrapped(clipped(where + notice.reason.in_(self.lang)), "  ", first="  · ")

    def _heading(self, judged: Judged, scan: Scan) -> str:
        parts = [_REFERENCE.in_(self.lang, {"date": scan.run.reference_date.isoformat()})]
        if judged.commit and judged.committed:
            branch = f" ({printable(judged.branch)})" if judged.branch else ""
            values = {"commit": judged.commit[:10], "branch": branch, "date": judged.committed.date().isoformat()}
            parts.insert(0, _COMMIT.in_(self.lang, values))
        return " · ".join(parts)

    def _sections(self, findings: Sequence[Shown]) -> Iterator[tuple[str, list[Shown]]]:
        fail, unknown = OUTCOMES["fail"].in_(self.lang), OUTCOMES["unknown"].in_(self.lang)
        failing = [one for one in findings if one.finding.outcome is Outcome.FAIL]
        sections = [
            (fail, [one for one in failing if one.open]),
            (f"{fail}, {_EXPLAINED.in_(self.lang)}", [one for one in failing if not one.open and not one.known]),
            (f"{fail}, {KNOWN.in_(self.lang)}", [one for one in failing if one.known]),
            (unknown, [one for one in findings if one.finding.outcome is Outcome.UNKNOWN]),
        ]
        if self.options.verbose:
            for outcome in (Outcome.NOT_APPLICABLE, Outcome.PASS):
                part = [one for one in findings if one.finding.outcome is outcome]
                sections.append((OUTCOMES[outcome].in_(self.lang), part))
        return ((head, part) for head, part in sections if part)

    def _findings(self, group: Sequence[Shown], *, brief: bool) -> Iterator[str]:
        """Findings of which the same is said."""
        for one in group:
            level = LEVEL_WORDS[one.finding.level].in_(self.lang).ljust(_INDENT - 2)
            colour = None if brief else _COLOURS[one.finding.level]
            rule = self.style(printable(one.finding.rule), bold=not brief)
            yield f"  {self.style(level, colour)}{rule}"
        margin = " " * _INDENT
        yield from self._wrapped(group[0].brief, margin)
        if not brief:
            yield from self._details(group[0], margin)

    def _details(self, one: Shown, margin: str) -> Iterator[str]:
        for place in one.finding.places[:_PLACES]:
            yield margin + self.style(printable(spot(place)), "cyan")
        if len(one.finding.places) > _PLACES:
            yield margin + _MORE.in_(self.lang, {"count": str(len(one.finding.places) - _PLACES)})
        if one.finding.outcome is Outcome.FAIL:
            yield from self._wrapped(f"{_REMEDY.in_(self.lang)}: {one.remedy}", margin)
        for said in (explanation(one, self.lang), correction(one, self.lang)):
            if said:
                yield from self._wrapped(f"{said[0]}: {said[1]}", margin)

    def _wrapped(self, text: str, margin: str, *, first: str | None = None) -> list[str]:
        return textwrap.wrap(
            prose(text),
            max(self.options.width, len(margin) + 40),
            initial_indent=margin if first is None else first,
            subsequent_indent=margin if first is None else " " * len(first),
            break_long_words=False,
            break_on_hyphens=False,
        )
