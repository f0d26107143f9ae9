"""What `oss-scan scan` does, apart from its options."""

import os
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from oss_scan import __version__
from oss_scan.attributing import light
from oss_scan.checks import Outcome
from oss_scan.cli.options import colour, write
from oss_scan.cli.progress import shown
from oss_scan.cli.series import asked_days, told
from oss_scan.cli.stores import address, cache, means
from oss_scan.errors import OssScanError
from oss_scan.formats import Options, render
from oss_scan.formats.inventoried import coverage, doubts, uncounted
from oss_scan.git.address import is_remote
from oss_scan.git.history import day_of
from oss_scan.git.wanted import Budget
from oss_scan.inventory import opened
from oss_scan.results import Run, Scan
from oss_scan.ruleset import load_all
from oss_scan.scan import Asked
from oss_scan.scan.inventoried import owners
from oss_scan.scan.loop import Begun, addresses, carry_out, prepare
from oss_scan.scan.series import Every
from oss_scan.scan.work import Job
from oss_scan.shards import Shard, parse
from oss_scan.sources import is_forge
from oss_scan.sources.access import Access, tokens
from oss_scan.store import open_store
from oss_scan.texts import Lang, Text

_FEWEST, _MOST = 2, 8
_RESUMED = Text(
    "De scan {id} van {started} was niet af en gaat verder: van {total} repository's zijn er {done} beoordeeld, "
    "peildatum {day}.",
    "The scan {id} of {started} was not finished and goes on: {done} of {total} repositories are judged already, "
    "reference date {day}.",
)
_BROKEN_OFF = Text(
    "Afgebroken: de scan {id} is niet af. Geef dezelfde opdracht opnieuw om verder te gaan waar hij was gebleven.",
    "Interrupted: the scan {id} is not finished. Give the same command again to go on where it was.",
)
_LOST = Text("Afgebroken: er is niets bewaard.", "Interrupted: nothing was kept.")
_TALLY = Text(
    "Scan {id}; repository's: {done}, waarvan niet leesbaar: {unreadable}; bevindingen niet vast te stellen: "
    "{unknown}.",
    "Scan {id}; repositories: {done}, of them unreadable: {unreadable}; findings unknown: {unknown}.",
)
_ABSENT = Text(
    "Buiten beschouwing, want op de peildatum nog niet aanwezig: {count}.",
    "Left out, since not there yet on the reference date: {count}.",
)
_PART = Text(
    "Dit is deel {shard}; oss-scan store merge voegt de delen samen.",
    "This is part {shard}; oss-scan store merge brings the parts together.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options of one call; `store` is None where nothing is to be kept, empty for the default; `jobs` is None for
    what suits the machine."""

    targets: tuple[str, ...]
    inventories: tuple[str, ...]
    store: str | None
    as_of: date | None
    every: Every | None
    since: date | None
    rulesets: tuple[str, ...]
    jobs: int | None
    scheduler: str | None
    history: bool
    shard: str | None
    blob_budget: int
    per_host: int
    cache_folder: Path | None
    cache_size: int
    form: str
    output: Path | None
    lang: Lang
    verbose: bool
    quiet: bool


def scan(wanted: Wanted) -> int:
    """Judge, keep, print, and give the exit status."""
    _refuse(wanted)
    by = light(opened(wanted.inventories)) if wanted.inventories else None
    alone = wanted.store is None or bool(wanted.as_of)
    past = asked_days(wanted.every, wanted.since, day_of(_now()), alone=alone)
    rulesets = load_all(wanted.rulesets)
    rules = tuple(rule for ruleset in rulesets for rule in ruleset.rules)
    budget = Budget.of(wanted.blob_budget)
    with ExitStack() as stack:
        where = _where(wanted, stack)
        store = open_store(where)
        access = Access(tokens(os.environ), cache=None if wanted.store is None else cache(), clock=_now)
        shard = _shard(wanted)
        begun = prepare(
            store,
            wanted.targets,
            rulesets,
            wanted.as_of,
            _now(),
            __version__,
            access,
            budget,
            by,
            past,
            shard,
            history=wanted.history,
        )
        if begun.resumed and not wanted.quiet:
            click.echo(_resumed(begun, wanted.lang), err=True)
        asked = Asked(
            # examples are many, and no worker needs them
            rules=tuple(replace(rule, examples=()) for rule in rules),
            reference_date=begun.run.reference_date,
            until=wanted.as_of,
            budget=budget,
            history=wanted.history,
            means=means(wanted.per_host, wanted.cache_folder, 0 if wanted.store is None else wanted.cache_size, stack),
        )
        sources = [*wanted.targets, *owners(by.inventory if by else None)]
        job = Job(
            address=where,
            run=begun.run,
            asked=asked,
            clock=_now,
            urls=addresses(sources),
            tokens=access.tokens,
            by=by,
            earlier=begun.earlier,
        )
        try:
            with shown(begun.progress, wanted.lang, quiet=wanted.quiet, lines=wanted.verbose) as tell:
                carry_out(begun.claims, job, _jobs(wanted, where, sources), tell, wanted.scheduler)
        except KeyboardInterrupt:
            lost = wanted.store is None
            click.echo((_LOST if lost else _BROKEN_OFF).in_(wanted.lang, {"id": begun.run.id}), err=True)
            raise
        if begun.earlier:
            _say_part(begun.run, wanted)
            return told(store, [*begun.earlier, begun.run], wanted.form, wanted.lang, wanted.output, quiet=wanted.quiet)
        kept = store.scan(begun.run.id, facts=wanted.form == "json")
    ordered = tuple(sorted(kept.repositories, key=lambda judged: (judged.repository, judged.key)))
    result = replace(kept, repositories=ordered)
    options = Options(fail_on=None, colour=colour(wanted.output), verbose=wanted.verbose)
    write(render(wanted.form, result, {rule.id: rule for rule in rules}, wanted.lang, options), wanted.output)
    return _status(result, wanted)


def _refuse(wanted: Wanted) -> None:
    """Raise OssScanError for what can be seen to go wrong before anything is read."""
    if wanted.as_of and wanted.as_of > day_of(_now()):
        raise OssScanError(
            nl=f"--as-of {wanted.as_of} moet nog komen; noem een dag die er geweest is",
            en=f"--as-of {wanted.as_of} is still to come; name a day that has been",
        )
    if not wanted.targets and not wanted.inventories:
        raise OssScanError(
            nl="noem ten minste een TARGET, of een inventaris met --inventory",
            en="name at least one TARGET, or an inventory with --inventory",
        )
    if wanted.scheduler:
        from oss_scan.scan.cluster import refuse  # it is slow to import

        refuse(wanted.scheduler)


def _where(wanted: Wanted, stack: ExitStack) -> str:
    if wanted.store is None:
        if wanted.scheduler:
            raise OssScanError(
                nl="--scheduler heeft een opslag nodig; laat --no-store weg",
                en="--scheduler needs a store; leave out --no-store",
            )
        return str(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="oss-scan-")), "store.db"))
    where = address(wanted.store)
    return where if "://" in where else str(Path(where).absolute())  # whoever opens it may be in another folder


def _shard(wanted: Wanted) -> Shard | None:
    """The part that is wanted; 1/1 is the whole."""
    found = parse(wanted.shard) if wanted.shard else None
    if found and found.missing and wanted.history:
        raise OssScanError(
            nl="--shard gaat niet samen met --history: een fork is pas te zien naast alle andere; scan alles ineens",
            en="--shard does not go with --history: a fork shows only beside all others; scan them in one go",
        )
    return found if found and found.missing else None


def _now() -> datetime:
    return datetime.now(UTC)


def _jobs(wanted: Wanted, where: str, sources: Sequence[str]) -> int:
    """How many workers: half of those that fetch wait for a server. A store in memory cannot be shared."""
    if where.endswith(":memory:") or where == "sqlite://":
        return 1
    fetched = any(is_remote(word) or is_forge(word) for word in sources)
    return wanted.jobs or max(_FEWEST, min(_MOST, os.cpu_count() or 1)) * (2 if fetched else 1)


def _resumed(begun: Begun, lang: Lang) -> str:
    left = begun.progress
    values = {
        "id": begun.run.id,
        "started": f"{begun.run.started:%Y-%m-%d %H:%M} UTC",
        "done": str(left.done),
        "total": str(left.done + left.left + left.looked + left.unlooked),
        "day": str(begun.run.reference_date),
    }
    return _RESUMED.in_(lang, values)


def _status(result: Scan, wanted: Wanted) -> int:
    unreadable = sum(judged.status == "unreadable" for judged in result.repositories)
    unknown = sum(one.outcome is Outcome.UNKNOWN for judged in result.repositories for one in judged.findings)
    if not wanted.quiet:
        counts = {"done": str(len(result.repositories)), "unreadable": str(unreadable), "unknown": str(unknown)}
        click.echo(_TALLY.in_(wanted.lang, {"id": result.run.id, **counts}), err=True)
        absent = sum(one.because is not None for one in result.skipped)
        if absent:
            click.echo(_ABSENT.in_(wanted.lang, {"count": str(absent)}), err=True)
        lang = wanted.lang
        more = (*uncounted(result, lang, verbose=wanted.verbose), coverage(result, lang), *doubts(result, lang))
        for said in filter(None, more):
            click.echo(said, err=True)
        _say_part(result.run, wanted)
    return 3 if unreadable else 0


def _say_part(run: Run, wanted: Wanted) -> None:
    if run.shard and not wanted.quiet:
        click.echo(_PART.in_(wanted.lang, {"shard": run.shard}), err=True)
