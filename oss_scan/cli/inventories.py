"""What the commands below `oss-scan inventory` do, apart from their options."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from textwrap import wrap

from tabulate import tabulate

from oss_scan.cli.options import write
from oss_scan.cli.validating import Judged, Said, told
from oss_scan.inert import json_text, printable
from oss_scan.inventory import Inventory, coverage, opened, read
from oss_scan.inventory.audience import public
from oss_scan.inventory.grounds import GROUNDS
from oss_scan.inventory.measuring import met, value
from oss_scan.inventory.model import KINDS, Commitment, Openness, System
from oss_scan.inventory.opening import files as files_of
from oss_scan.texts import Lang, Text

_WIDTH = 100
SCHEMA = "oss-scan/inventory-show/v1"
_WORDS = {
    "origin": Text("Herkomst", "Origin"),
    "kind": Text("soort organisatie", "kind of organisation"),
    "source": Text("met bron", "with a source"),
    "unmeasured": Text("niet gemeten", "not measured"),
    "all": Text("alle", "all"),
    "total": Text("totaal", "total"),
    "unnamed": Text("(niet genoemd)", "(not named)"),
    "systems": Text("Systemen", "Systems"),
    "ground": Text("grond van het besluit", "ground of the decision"),
    "no-ground": Text("geen besluit of geen grond", "no decision, or no ground"),
    "commons": Text("Digitale gemeenschapsgoederen", "Digital commons"),
    "commitments": Text("Moties en toezeggingen", "Motions and promises"),
    "organisations": Text("Organisaties zonder bron (niet gemeten)", "Organisations without a source (not measured)"),
    "left-out": Text("Buiten beschouwing gelaten repository's", "Repositories that are left out"),
    "target": Text("doel", "target"),
    "measured": Text("gemeten", "measured"),
    "met": Text("gehaald", "met"),
    "yes": Text("ja", "yes"),
    "no": Text("nee", "no"),
}
_OPENNESS = {
    Openness.OPEN: Text("open", "open"),
    Openness.PARTLY: Text("deels open", "partly open"),
    Openness.CLOSED: Text("gesloten", "closed"),
}


def validate(words: Sequence[str], form: str, lang: Lang, *, quiet: bool, verbose: bool) -> int:
    """Say what is wrong with each file, and give the exit status."""
    given = files_of(words)
    _, items = read(given)
    judged = []
    for one in given:
        own = [item for item in items if item.spot.path == one.name]
        wrong = any(item.type == "error" for item in own)
        verdict = "invalid" if wrong else "valid_with_warnings" if own else "valid"
        judged.append((one.name, Judged(verdict, tuple(Said(item, item.in_(lang)) for item in own))))
    return told(judged, form=form, lang=lang, quiet=quiet, verbose=verbose)


def show(words: Sequence[str], form: str, lang: Lang, *, internal: bool, quiet: bool, verbose: bool) -> None:
    """Show an inventory; to the public only what may be named."""
    inventory = opened(words)
    if not internal:
        inventory = public(inventory)
    if form == "json":
        document = _document(inventory, internal=internal)
        write(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True), None)
        return
    write("\n".join(line.rstrip() for line in _lines(inventory, lang, quiet=quiet, verbose=verbose)), None)


def _document(inventory: Inventory, *, internal: bool) -> dict[str, object]:
    covered = {"all": coverage(inventory)} | {kind: coverage(inventory, kind) for kind in _kinds(inventory)}
    promised = [
        {**_object(one), "value": value(one, inventory), "met": met(one, inventory)} for one in inventory.commitments
    ]
    return {
        "schema": SCHEMA,
        "audience": "internal" if internal else "public",
        "coverage": {
            name: {"with_source": len(one.measured), "not_measured": len(one.not_measured), "all": one.all}
            for name, one in covered.items()
        },
        **{part.name: _plain(getattr(inventory, part.name)) for part in fields(inventory)},
        "commitments": promised,
    }


def _object(one: object) -> dict[str, object]:
    assert is_dataclass(one)
    return {part.name: _plain(getattr(one, part.name)) for part in fields(one) if part.name != "spot"}


def _plain(found: object) -> object:
    """A value as JSON knows it, without where it stands; what was taken away is null."""
    if is_dataclass(found):
        return _object(found)
    if isinstance(found, tuple):
        return [_plain(one) for one in found]
    if isinstance(found, date):
        return found.isoformat()
    return (json_text(str(found)) or None) if isinstance(found, str) else found


def _kinds(inventory: Inventory) -> list[str]:
    there = {one.kind for one in inventory.organisations}
    return [kind for kind in KINDS if kind in there]


def _lines(inventory: Inventory, lang: Lang, *, quiet: bool, verbose: bool) -> Iterator[str]:
    yield from _coverage(inventory, lang)
    if quiet:
        return
    for origin in inventory.origins:
        yield ""
        yield from wrap(printable(f"{_WORDS['origin'].in_(lang)}: {origin.source}, {origin.date}"), _WIDTH)
        if origin.note:
            yield from wrap(printable(origin.note.in_(lang)), _WIDTH, initial_indent="  ", subsequent_indent="  ")
    if verbose:
        unmeasured = coverage(inventory).not_measured
        yield from _listed("organisations", (_name(one.name, lang) for one in unmeasured), lang)
        yield from _listed("left-out", (_name(one.repository, lang) for one in inventory.left_out), lang)
    if inventory.systems:
        yield from _systems(inventory.systems, lang, verbose=verbose)
    if inventory.commons:
        yield from _listed("commons", (_name(one.name, lang) for one in inventory.commons), lang)
    if inventory.commitments:
        yield from _commitments(inventory, lang)


def _coverage(inventory: Inventory, lang: Lang) -> Iterator[str]:
    heads = [_WORDS[word].in_(lang) for word in ("kind", "source", "unmeasured", "all")]
    named = [(kind, coverage(inventory, kind)) for kind in _kinds(inventory)]
    named.append((_WORDS["total"].in_(lang), coverage(inventory)))
    rows = [[name, str(len(one.measured)), str(len(one.not_measured)), str(one.all)] for name, one in named]
    yield from tabulate(rows, heads, "simple", disable_numparse=True, colalign=_numbers(3)).splitlines()


def _systems(systems: Sequence[System], lang: Lang, *, verbose: bool) -> Iterator[str]:
    yield ""
    yield f"{_WORDS['systems'].in_(lang)} ({len(systems)})"
    counts = Counter(one.openness for one in systems)
    for openness, word in _OPENNESS.items():
        yield f"  {counts[openness]:>5}  {word.in_(lang)}"
        if verbose:
            yield from (f"         {_name(one.name, lang)}" for one in systems if one.openness is openness)
    closed = [one for one in systems if one.openness is not Openness.OPEN]
    if closed:
        yield f"  {_WORDS['ground'].in_(lang)}:"
        grounds = Counter((one.decision.ground if one.decision else None) or "" for one in closed)
        for ground, number in sorted(grounds.items(), key=lambda each: (-each[1], each[0])):
            text = GROUNDS[ground].in_(lang) if ground else _WORDS["no-ground"].in_(lang)
            yield f"  {number:>5}  {f'{ground}: ' if ground else ''}{text}"


def _commitments(inventory: Inventory, lang: Lang) -> Iterator[str]:
    yield ""
    yield f"{_WORDS['commitments'].in_(lang)} ({len(inventory.commitments)})"
    heads = ["", *(_WORDS[word].in_(lang) for word in ("target", "measured", "met"))]
    rows = [
        [
            _name(f"{one.reference} {one.text}".strip(), lang),
            _number(one.target),
            _measured(one, inventory, lang),
            verdict,
        ]
        for one in inventory.commitments
        for verdict in [_yes(met(one, inventory), lang)]
    ]
    widths = [60, None, None, None]
    table = tabulate(rows, heads, "simple", disable_numparse=True, colalign=_numbers(3), maxcolwidths=widths)
    yield from table.splitlines()


def _measured(one: Commitment, inventory: Inventory, lang: Lang) -> str:
    if one.by_hand and one.by_hand.value is None:
        return _yes(one.by_hand.done, lang)
    return _number(value(one, inventory))


def _number(found: int | None) -> str:
    """A point where it is not known, as in Dutch statistics."""
    return "." if found is None else str(found)


def _yes(found: bool | None, lang: Lang) -> str:
    return "." if found is None else _WORDS["yes" if found else "no"].in_(lang)


def _listed(word: str, names: Iterable[str], lang: Lang) -> Iterator[str]:
    listed = list(names)
    yield ""
    yield f"{_WORDS[word].in_(lang)} ({len(listed)})"
    yield from (f"  {name}" for name in listed)


def _name(text: str, lang: Lang) -> str:
    return printable(text) if text else _WORDS["unnamed"].in_(lang)


def _numbers(columns: int) -> tuple[str, ...]:
    return ("left", *("right" for _ in range(columns)))
