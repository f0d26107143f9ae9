"""What `oss-scan inventory judge` and `hearing` do with a kept scan, apart from their options."""

import json
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from oss_scan.attributing import of_systems
from oss_scan.cli.options import unwritable, write
from oss_scan.cli.replacing import replace_all
from oss_scan.cli.stores import opened as store_at
from oss_scan.cli.stores import rules_of
from oss_scan.errors import OssScanError
from oss_scan.formats.systems import document, lines
from oss_scan.hearing import hearing as files_for
from oss_scan.inert import printable
from oss_scan.inventory import Inventory, opened
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.systems import judge as judged_in
from oss_scan.systems import shown
from oss_scan.texts import Lang, Text

SCHEMA = "oss-scan/systems/v1"
_ANSWER = "answer.yaml"
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
    systems = judged_in(inventory, scan, rules.values()) if words else scan.systems
    day = scan.run.reference_date
    told = of_systems(systems, inventory, day) if internal else {}  # they are for whoever keeps the inventory
    if not internal:
        systems = shown(systems, inventory)
    if form == "json":
        result = {
            "schema": SCHEMA,
            "audience": "internal" if internal else "public",
            "scan": {"id": scan.run.id, "reference_date": day.isoformat()},
            "systems": [document(one, rules, lang, told.get(one.key, ())) for one in systems],
        }
        write(json.dumps(result, sort_keys=True, indent=1) + "\n", None)
    else:
        write("\n".join(lines(systems, day, rules, lang, told, brief=quiet)), None)


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
    _keep_answer(output / _ANSWER, made[_ANSWER])
    try:
        output.mkdir(parents=True, exist_ok=True)
        replace_all({output / name: text.encode("utf-8", "backslashreplace") for name, text in made.items()})
    except OSError as error:
        raise unwritable(output, error) from None
    if not quiet:
        values = {"name": printable(found.name), "path": printable(str(output)), "files": ", ".join(made)}
        click.echo(_WHERE.in_(lang, values), err=True)


def _keep_answer(path: Path, empty: str) -> None:
    """Raise OssScanError where an answer was filled in that the empty one would take the place of."""
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    form = set(empty.splitlines())
    if any(line.strip() and not line.startswith("#") and line not in form for line in lines):
        raise OssScanError(
            nl=f"{path} is al ingevuld en wordt niet overschreven; verplaats het, of kies een andere --output",
            en=f"{path} was filled in and is not written over; move it, or choose another --output",
        )


def _all(
    words: Sequence[str], store: str | None, scan_id: str, rulesets: Sequence[str]
) -> tuple[Inventory, Scan, Mapping[str, Rule]]:
    scan = store_at(store, create=False).scan(scan_id)
    inventory = opened(words) if words else scan.inventory
    if inventory is None:
        raise OssScanError(
            nl=f"de scan {scan.run.id} is zonder inventaris gemaakt; noem de FILE waarmee hij wordt gelezen",
            en=f"the scan {scan.run.id} was made without an inventory; name the FILE that it is to be read with",
        )
    rules, _ = rules_of(scan, rulesets)
    return inventory, scan, rules
