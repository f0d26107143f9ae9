"""What `oss-scan scan` does, apart from its options."""

import secrets
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from oss_scan import __version__
from oss_scan.checks import Outcome
from oss_scan.cli.options import colour, write
from oss_scan.formats import Options, render
from oss_scan.inert import printable
from oss_scan.results import Judged, Scan
from oss_scan.ruleset import load_all
from oss_scan.scan import Asked, begin, finished, sweep
from oss_scan.sources import targets
from oss_scan.texts import OUTCOMES, Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options of one call; `store` is None where nothing is to be kept, empty for the default."""

    targets: tuple[str, ...]
    store: str | None
    as_of: date | None
    rulesets: tuple[str, ...]
    form: str
    output: Path | None
    lang: Lang
    verbose: bool
    quiet: bool


def scan(wanted: Wanted) -> int:
    """Judge, keep, print, and give the exit status."""
    now = datetime.now(UTC)
    rulesets = load_all(wanted.rulesets)
    rules = tuple(rule for ruleset in rulesets for rule in ruleset.rules)
    reference_date = wanted.as_of or now.date()
    asked = Asked(rules=rules, reference_date=reference_date, until=wanted.as_of)
    run = begin(now, f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}", reference_date, __version__, rulesets)
    done: list[Judged] = []
    keep = None
    if wanted.store is not None:
        from oss_scan.cli.stores import opened  # SQLAlchemy is slow to import

        keep = opened(wanted.store)
        keep.begin(run)

    def told(judged: Judged) -> None:
        done.append(judged)
        if keep:
            keep.add(run.id, judged)
        if not wanted.quiet:
            _say(judged, len(done), wanted.lang)

    sweep(targets(wanted.targets), asked, told)
    run = finished(run, datetime.now(UTC))
    if keep and run.finished:
        keep.finish(run.id, run.finished)
    result = Scan(run, tuple(sorted(done, key=lambda judged: (judged.repository, judged.key))))
    options = Options(fail_on=None, colour=colour(wanted.output), verbose=wanted.verbose)
    write(render(wanted.form, result, {rule.id: rule for rule in rules}, wanted.lang, options), wanted.output)
    unreadable = sum(judged.status == "unreadable" for judged in done)
    unknown = sum(finding.outcome is Outcome.UNKNOWN for judged in done for finding in judged.findings)
    if not wanted.quiet:
        click.echo(_tally(run.id, len(done), unreadable, unknown, wanted.lang), err=True)
    return 3 if unreadable else 0


def _say(judged: Judged, number: int, lang: Lang) -> None:
    if judged.reason:
        what = judged.reason.in_(lang)
    else:
        tally = Counter(finding.outcome for finding in judged.findings)
        what = ", ".join(f"{tally[outcome]} {OUTCOMES[outcome].in_(lang)}" for outcome in Outcome)
    same = f" (= {', '.join(map(printable, judged.aliases))})" if judged.aliases else ""
    click.echo(f"[{number}] {printable(judged.repository)}{same}: {printable(what)}", err=True)


def _tally(identifier: str, done: int, unreadable: int, unknown: int, lang: Lang) -> str:
    repositories = "repository" if done == 1 else "repositories"
    if lang == "nl":
        left = f"{unreadable} niet leesbaar; {unknown} bevindingen niet vast te stellen"
    else:
        left = f"{unreadable} unreadable; {unknown} findings unknown"
    return f"Scan {identifier}: {done} {repositories}, {left}."
