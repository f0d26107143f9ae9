"""What `oss-scan check` does, apart from its options, so that --help stays light."""

import json
import os
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from oss_scan import __version__
from oss_scan.checks import Outcome
from oss_scan.cli.options import colour, write
from oss_scan.cli.unreadable import as_error
from oss_scan.errors import OssScanError, UnreadableError
from oss_scan.facts import NotLooked, Organisation, Part
from oss_scan.facts.declared import Explanation, parse_declared
from oss_scan.formats import Options, render, step_summary
from oss_scan.inert import printable
from oss_scan.results import Judged, Scan, at_or_above, blocks
from oss_scan.rule import Level
from oss_scan.ruleset import load_all
from oss_scan.scan import Asked, begin, community, finished, judge, no_community
from oss_scan.texts import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options of one call."""

    path: Path
    form: str
    output: Path | None
    fail_on: str
    unknown_ok: bool
    rulesets: tuple[str, ...]
    explain_file: Path | None
    community: str | None
    baseline: Path | None
    worktree: bool
    lang: Lang
    verbose: bool
    quiet: bool


def check(wanted: Wanted) -> int:
    """Judge, print, and give the exit status."""
    now = datetime.now(UTC)
    rulesets = load_all(wanted.rulesets)
    rules = tuple(rule for ruleset in rulesets for rule in ruleset.rules)
    asked = Asked(
        rules=rules,
        reference_date=now.date(),
        worktree=wanted.worktree,
        organisation=_organisation(wanted.community, now),
        explanations=_explanations(wanted.explain_file),
    )
    try:
        judged = judge(wanted.path, str(wanted.path), asked)
    except UnreadableError as error:
        raise as_error(error) from error
    known = _known(wanted.baseline, judged)
    threshold = None if wanted.fail_on == "never" else Level(wanted.fail_on)
    run = finished(
        begin(now, f"check-{now:%Y%m%dT%H%M%SZ}", asked.reference_date, __version__, rulesets), datetime.now(UTC)
    )
    scan = Scan(run, (judged,))
    options = Options(fail_on=threshold, known=known, colour=colour(wanted.output), verbose=wanted.verbose)
    by_id = {rule.id: rule for rule in rules}
    write(render(wanted.form, scan, by_id, wanted.lang, options), wanted.output)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if wanted.form == "github" and summary:
        _append(Path(summary), step_summary(scan, by_id, wanted.lang, options))
    if not wanted.quiet and wanted.form != "text":
        for notice in judged.notices:
            click.echo(f"oss-scan: {printable(notice.reason.in_(wanted.lang))}", err=True)
    return _status(judged, threshold, known, unknown_ok=wanted.unknown_ok)


def _status(judged: Judged, threshold: Level | None, known: frozenset[str] | None, *, unknown_ok: bool) -> int:
    if threshold is None:
        return 0
    counted = [
        finding
        for finding in judged.findings
        if at_or_above(finding.level, threshold) and finding.fingerprint not in (known or ())
    ]
    if any(blocks(finding) for finding in counted):
        return 1
    if not unknown_ok and any(finding.outcome is Outcome.UNKNOWN for finding in counted):
        return 3
    return 0


def _organisation(named: str | None, now: datetime) -> Part[Organisation]:
    if named is None:
        return NotLooked("organisation-not-looked")
    if named == "none":
        return no_community(now)
    try:
        if named and "://" not in named and not re.fullmatch(r"[\w.-]+@[\w.-]+:.+", named):
            return community(Path(named), now)
        from oss_scan.git.fetch import fetched  # GitPython is slow to import

        with fetched(named) as path:
            return community(path, now)
    except UnreadableError as error:
        raise as_error(error) from error
    except ImportError as error:
        raise as_error(UnreadableError("git-missing", path=printable(named))) from error


def _explanations(path: Path | None) -> tuple[Explanation, ...]:
    if path is None:
        return ()
    declared = parse_declared(_bytes(path), printable(str(path)))
    if declared.problems:
        first = declared.problems[0]
        raise OssScanError(
            nl=f"{first.path}, regel {first.line}: {first.reason.in_('nl')}",
            en=f"{first.path}, line {first.line}: {first.reason.in_('en')}",
        )
    return declared.explanations


def _known(path: Path | None, judged: Judged) -> frozenset[str] | None:
    """The fingerprints of findings that an earlier result already had, with the same outcome; None without one."""
    if path is None:
        return None
    shown = printable(str(path))
    try:
        earlier = json.loads(_bytes(path))
        if earlier["schema"] != "oss-scan/scan/v1":
            raise KeyError("schema")
        had = {
            (finding["fingerprint"], finding["outcome"])
            for repository in earlier["repositories"]
            for finding in repository["findings"]
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        raise OssScanError(
            nl=f"{shown} is geen resultaat van oss-scan; maak er een met oss-scan check --format json --output BESTAND",
            en=f"{shown} is not a result of oss-scan; make one with oss-scan check --format json --output FILE",
        ) from None
    return frozenset(one.fingerprint for one in judged.findings if (one.fingerprint, str(one.outcome)) in had)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        shown, detail = printable(str(path)), error.strerror or str(error)
        raise OssScanError(
            nl=f"{shown} kan niet worden gelezen ({detail}); noem een bestaand bestand",
            en=f"{shown} cannot be read ({detail}); name an existing file",
        ) from None


def _append(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError as error:
        click.echo(f"oss-scan: GITHUB_STEP_SUMMARY: {error.strerror}", err=True, file=sys.stderr)
