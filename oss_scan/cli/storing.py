"""What the commands below `oss-scan store` do that look after a store, apart from their options."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

import click
from tabulate import tabulate

from oss_scan.cli.options import write
from oss_scan.cli.stores import address, opened
from oss_scan.errors import OssScanError
from oss_scan.inert import printable
from oss_scan.results import moment
from oss_scan.store import RunInfo, migrate_store
from oss_scan.store.checking import check as check_store
from oss_scan.store.migrations import STEPS
from oss_scan.store.pruning import chosen, tombstones
from oss_scan.store.pruning import prune as prune_store
from oss_scan.texts import Lang, Text

_GOOD = Text("{name}: alles in orde.", "{name}: all is well.")
_UP_TO_DATE = Text("{name} was al bijgewerkt (schema {version}).", "{name} was up to date already (schema {version}).")
_MIGRATED = Text("{name} is nu schema {version}: {brings}.", "{name} is now schema {version}: {brings}.")
_GOES = Text("zou worden opgeruimd: {id} ({number} repository's)", "would be pruned: {id} ({number} repositories)")
_GONE = Text("opgeruimd: {id} ({number} repository's)", "pruned: {id} ({number} repositories)")
_NONE_GOES = Text("Er is niets op te ruimen.", "There is nothing to prune.")
_ONLY_SAID = Text("Er is nog niets gedaan; met --yes gebeurt het.", "Nothing was done yet; --yes does it.")
_NONE_GONE = Text("Er is nog geen scan opgeruimd.", "No scan has been pruned yet.")
_COLUMNS = (
    Text("scan", "scan"),
    Text("begonnen", "started"),
    Text("voltooid", "completed"),
    Text("peildatum", "reference date"),
    Text("repository's", "repositories"),
    Text("opgeruimd", "pruned"),
)


def check(given: str | None, form: str, lang: Lang, *, quiet: bool) -> int:
    """Check a store, say what is wrong, and give the exit status."""
    store = opened(given, create=False)
    problems = check_store(store)
    said = [(one.code, one.text.in_(lang, one.values)) for one in problems]
    if form == "json":
        write(_json([{"code": code, "message": message} for code, message in said]), None)
    elif said:
        write("\n".join(printable(message) for _, message in said), None)
    elif not quiet:
        click.echo(_GOOD.in_(lang, {"name": printable(store.name)}), err=True)
    return 1 if problems else 0


def migrate(given: str | None, form: str, lang: Lang, *, quiet: bool) -> None:
    """Migrate a store and say what that did."""
    name, reached = migrate_store(address(given))
    if form == "json":
        write(_json({"store": name, "reached": list(reached), "schema": max(STEPS)}), None)
    elif not quiet:
        shown = printable(name)
        for version in reached:
            brings = STEPS[version].brings.in_(lang)
            click.echo(_MIGRATED.in_(lang, {"name": shown, "version": str(version), "brings": brings}), err=True)
        if not reached:
            click.echo(_UP_TO_DATE.in_(lang, {"name": shown, "version": str(max(STEPS))}), err=True)


def prune(
    given: str | None,
    scan_ids: Sequence[str],
    before: date | None,
    keep: int | None,
    form: str,
    lang: Lang,
    *,
    yes: bool,
    quiet: bool,
) -> None:
    """Prune, or say what would go."""
    bounded = before is not None or keep is not None
    if bool(scan_ids) == bounded:
        raise OssScanError(
            nl="zeg welke scans worden opgeruimd: noem hun ID, of geef --before of --keep",
            en="say which scans are to be pruned: name their ID, or give --before or --keep",
        )
    store = opened(given, create=False)
    going = chosen(store, scan_ids, before=before, keep=keep)
    if yes:
        prune_store(store, [one.run.id for one in going], datetime.now(UTC))
    if form == "json":
        write(_json({"pruned": yes, "scans": [_brief(one) for one in going]}), None)
        return
    if quiet:
        return
    for one in going:
        told = _GONE if yes else _GOES
        click.echo(told.in_(lang, {"id": printable(one.run.id), "number": str(one.repositories)}), err=True)
    if not going:
        click.echo(_NONE_GOES.in_(lang), err=True)
    elif not yes:
        click.echo(_ONLY_SAID.in_(lang), err=True)


def list_pruned(given: str | None, form: str, lang: Lang, *, quiet: bool) -> None:
    """List what was pruned."""
    found = tombstones(opened(given, create=False))
    if form == "json":
        listed = [
            {
                "id": one.scan,
                "started": moment(one.started),
                "finished": moment(one.finished) if one.finished else None,
                "reference_date": one.reference_date.isoformat(),
                "repositories": one.repositories,
                "pruned": moment(one.pruned),
            }
            for one in found
        ]
        write(_json(listed), None)
    elif found:
        rows = [
            [
                printable(one.scan),
                f"{one.started:%Y-%m-%d %H:%M}",
                f"{one.finished:%Y-%m-%d %H:%M}" if one.finished else "-",
                one.reference_date.isoformat(),
                str(one.repositories),
                f"{one.pruned:%Y-%m-%d %H:%M}",
            ]
            for one in found
        ]
        headers = [] if quiet else [word.in_(lang) for word in _COLUMNS]
        write(tabulate(rows, headers, tablefmt="plain" if quiet else "simple"), None)
    elif not quiet:
        click.echo(_NONE_GONE.in_(lang), err=True)


def _brief(one: RunInfo) -> dict[str, object]:
    return {"id": one.run.id, "started": moment(one.run.started), "repositories": one.repositories}


def _json(value: object) -> str:
    return json.dumps(value, indent=2, sort_keys=True)
