"""What `oss-scan inventory judge` and `hearing` do with a kept scan, apart from their options."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from oss_scan.checks import Outcome
from oss_scan.cli.options import write
from oss_scan.cli.stores import opened as store_at
from oss_scan.cli.stores import rules_of
from oss_scan.engine import Finding
from oss_scan.errors import OssScanError
from oss_scan.formats.json import because
from oss_scan.hearing import hearing as files_for
from oss_scan.inert import json_text, printable
from oss_scan.inventory import Inventory, opened
from oss_scan.results import JudgedSystem, Scan, sentence
from oss_scan.rule import Rule
from oss_scan.systems import judge as judged_in
from oss_scan.systems import shown
from oss_scan.texts import OUTCOMES, Lang, Text

SCHEMA = "oss-scan/systems/v1"
_UNNAMED = Text("(niet genoemd)", "(not named)")
_TALLY = Text("{number} systemen, peildatum {date}: {counts}", "{number} systems, reference date {date}: {counts}")
_WHERE = Text("De bestanden voor {name} staan in {path}: {files}", "The files for {name} are in {path}: {files}")


def judge(
    words: Sequence[str],
    store: str | None,
    scan_id: str,
    rulesets: Sequence[str],
    form: str,
    lang: Lang,
    *,
    internal: bool,
    quiet: bool,
) -> None:
    """Judge the systems of an inventory beside a kept scan, and print what was found."""
    inventory, scan, rules = _all(words, store, scan_id, rulesets)
    systems = judged_in(inventory, scan, rules.values())
    if not internal:
        systems = shown(systems, inventory)
    if form == "json":
        document = {
            "schema": SCHEMA,
            "audience": "internal" if internal else "public",
            "scan": {"id": scan.run.id, "reference_date": scan.run.reference_date.isoformat()},
            "systems": [_system(one, rules, lang) for one in systems],
        }
        write(json.dumps(document, sort_keys=True, indent=1) + "\n", None)
    else:
        write("\n".join(_lines(systems, scan, rules, lang, quiet=quiet)), None)


def hearing(
    words: Sequence[str],
    organisation: str,
    store: str | None,
    scan_id: str,
    rulesets: Sequence[str],
    output: Path,
    lang: Lang,
    *,
    quiet: bool,
) -> None:
    """Write the files of one organisation. Raises OssScanError where the inventory does not know it."""
    inventory, scan, rules = _all(words, store, scan_id, rulesets)
    found = next((one for one in inventory.organisations if one.id == organisation), None)
    if found is None:
        near = ", ".join(get_close_matches(organisation, [one.id for one in inventory.organisations], n=3, cutoff=0.4))
        raise OssScanError(
            nl=f"er is geen organisatie met id {organisation}" + (f"; bedoeld kan zijn: {near}" if near else ""),
            en=f"there is no organisation with id {organisation}" + (f"; perhaps you mean: {near}" if near else ""),
        )
    made = files_for(scan, inventory, found, rules, lang)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = error.strerror or str(error)
        raise OssScanError(
            nl=f"{output} kan niet worden gemaakt ({detail}); kies een andere --output",
            en=f"{output} cannot be made ({detail}); choose another --output",
        ) from None
    for name, text in made.items():
        write(text, output / name)
    if not quiet:
        values = {"name": printable(found.name), "path": printable(str(output)), "files": ", ".join(made)}
        click.echo(_WHERE.in_(lang, values), err=True)


def _all(
    words: Sequence[str], store: str | None, scan_id: str, rulesets: Sequence[str]
) -> tuple[Inventory, Scan, Mapping[str, Rule]]:
    inventory = opened(words)
    scan = store_at(store, create=False).scan(scan_id)
    rules, _ = rules_of(scan, rulesets)
    return inventory, scan, rules


def _system(one: JudgedSystem, rules: Mapping[str, Rule], lang: Lang) -> dict[str, object]:
    return {
        "key": one.key or None,
        "name": json_text(one.name) if one.name else None,
        "organisation": one.organisation,
        "openness": one.openness,
        "ground": one.ground,
        "review_by": one.review_by.isoformat() if one.review_by else None,
        "repositories": [json_text(address) for address in one.repositories],
        "findings": [_finding(finding, rules[finding.rule], lang) for finding in one.findings],
    }


def _finding(one: Finding, rule: Rule, lang: Lang) -> dict[str, object]:
    return {
        "rule": one.rule,
        "level": str(one.level),
        "outcome": str(one.outcome),
        "because": because(one.because),
        "message": json_text(sentence(one, rule, lang)),
        "explained": bool(one.explained and one.explained.counts),
        "corrected": one.correction is not None,
        "asks": one.asks,
        "fingerprint": one.fingerprint or None,
    }


def _lines(
    systems: Sequence[JudgedSystem], scan: Scan, rules: Mapping[str, Rule], lang: Lang, *, quiet: bool
) -> Iterator[str]:
    counted = Counter(finding.outcome for one in systems for finding in one.findings)
    for one in systems:
        for finding in one.findings:
            if quiet and finding.outcome is Outcome.PASS:
                continue
            yield f"{printable(one.name) if one.name else _UNNAMED.in_(lang)}: {OUTCOMES[finding.outcome].in_(lang)}"
            if finding.outcome is not Outcome.PASS:
                yield f"  {printable(sentence(finding, rules[finding.rule], lang))}"
    counts = ", ".join(f"{counted[outcome]} {OUTCOMES[outcome].in_(lang)}" for outcome in Outcome)
    values = {"number": str(len(systems)), "date": str(scan.run.reference_date), "counts": counts}
    yield _TALLY.in_(lang, values)
