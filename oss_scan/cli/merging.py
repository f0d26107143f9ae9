"""What `oss-scan store merge` does, apart from its options."""

import json
from collections.abc import Sequence

import click

from oss_scan.cli.options import write
from oss_scan.cli.stores import opened, rules_of
from oss_scan.errors import OssScanError
from oss_scan.inert import printable
from oss_scan.results import JudgedSystem, Scan
from oss_scan.store.merging import Merged
from oss_scan.store.merging import merge as merge_stores
from oss_scan.systems import judge
from oss_scan.texts import Lang, Text

_MERGED = Text(
    "Scan {id} is samengevoegd; repository's: {number}.",
    "Scan {id} was merged; repositories: {number}.",
)
_THERE = Text(
    "Scan {id} was al samengevoegd; repository's: {number}.",
    "Scan {id} had been merged already; repositories: {number}.",
)
_MISSING = Text(
    "Let op: de scan is niet volledig. Deel {missing} ontbreekt; maak dat alsnog en voeg opnieuw samen.",
    "Mind: the scan is not whole. Part {missing} is missing; make it, and merge again.",
)


def merge(
    given: str | None, files: Sequence[str], form: str, rulesets: Sequence[str], lang: Lang, *, quiet: bool
) -> int:
    """Merge, say what came of it, and give the exit status."""
    target = opened(given, create=bool(files))
    sources = [opened(one, create=False) for one in files] or [target]

    def systems(scan: Scan) -> Sequence[JudgedSystem]:
        if scan.inventory is None:
            return ()
        rules, changed = rules_of(scan, rulesets)
        if changed:
            raise OssScanError(
                nl=f"de regelset {changed[0]} is hier anders dan die van de delen; voeg samen waar ze gelijk zijn",
                en=f"the rule set {changed[0]} differs here from that of the shards; merge where they are the same",
            )
        return judge(scan.inventory, scan, rules.values())

    made = merge_stores(target, sources, systems)
    if form == "json":
        write(_document(made), None)
    elif not quiet:
        text = _THERE if made.there else _MERGED
        click.echo(text.in_(lang, {"id": printable(made.run.id), "number": str(made.repositories)}), err=True)
    if made.missing:
        click.echo(_MISSING.in_(lang, {"missing": ", ".join(map(str, made.missing))}), err=True)
    return 3 if made.missing else 0


def _document(made: Merged) -> str:
    document = {
        "id": made.run.id,
        "repositories": made.repositories,
        "shard": made.run.shard,
        "missing": list(made.missing),
        "there": made.there,
    }
    return json.dumps(document, indent=2, sort_keys=True)
