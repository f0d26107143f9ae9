"""What a scan has of its inventory: organisations, whether they were measured, and systems."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from oss_scan import population
from oss_scan.attributing import Covered, covered, of_systems, unseen
from oss_scan.formats import systems
from oss_scan.formats.shown import clipped
from oss_scan.inert import printable
from oss_scan.inventory.model import Inventory, Organisation, Population
from oss_scan.inventory.places import shared
from oss_scan.results import Notice, Scan
from oss_scan.rule import Rule
from oss_scan.texts import KINDS, Lang, Text

_COVERAGE = Text(
    "Organisaties: {measured} van de {all} zijn gemeten, waarvan {partly} niet helemaal; zonder bron, en dus niet "
    "gemeten: {without}{failed}.",
    "Organisations: {measured} of {all} are measured, {partly} of them not whole; without a source, so not measured: "
    "{without}{failed}.",
)
_FAILED = Text(", en van {number} is geen bron op te sommen", ", and of {number} no source could be listed")
_SOURCE = Text(
    "{name}: {address} is niet (helemaal) opgesomd: {reason}", "{name}: {address} was not (wholly) listed: {reason}"
)
_NOT_MEASURED = Text("{name}: niet gemeten, zonder bron", "{name}: not measured, without a source")
_UNSEEN = Text(
    "{path}, regel {line}: over {about}, en dat is in deze scan niet gezien: wat daar staat heeft geen gevolg",
    "{path}, line {line}: about {about}, which this scan did not see: what it says holds for nothing",
)
_SHARED = Text(
    "{address} staat als bron bij {first} en bij {other}: wat daar is gevonden telt bij {first}",
    "{address} is a source of {first} and of {other}: what was found there counts for {first}",
)
_UNCOUNTED = Text(
    "In geen cijfer, vanwege het soort repository: {count} ({kinds}).",
    "In no figure, for what kind of repository it is: {count} ({kinds}).",
)
_SYSTEMS = Text("Systemen", "Systems")


def document(scan: Scan, rules: Mapping[str, Rule], lang: Lang) -> dict[str, object]:
    """The parts of a JSON document that are about the inventory; empty where there is none."""
    told = _notices(scan)
    return {
        "organisations": [_organisation(one, lang) for one in covered(scan)],
        "systems": [systems.document(one, rules, lang, told[one.key]) for one in scan.systems],
    }


def _notices(scan: Scan) -> Mapping[str, Sequence[Notice]]:
    """The notices of each system, by its key."""
    return of_systems(scan.systems, scan.inventory or Inventory(), scan.run.reference_date)


def measured(known: Organisation, one: Covered) -> dict[str, object]:
    """An organisation as the inventory has it, without its id, and how far it was measured."""
    return {
        "name": known.name,
        "abbreviation": known.abbreviation,
        "tooi": known.tooi,
        "kind": known.kind,
        "part_of": known.part_of,
        "measured": one.measured,
        "complete": one.complete,
        "repositories": one.repositories,
    }


def _organisation(one: Covered, lang: Lang) -> dict[str, object]:
    return {
        "id": one.organisation.id,
        **measured(one.organisation, one),
        "sources": [
            {
                "address": source.address,
                "repositories": source.repositories,
                "reason": source.reason.in_(lang) if source.reason else None,
                "reason_code": source.reason.code if source.reason else None,
            }
            for source in one.sources
        ],
    }


def coverage(scan: Scan, lang: Lang) -> str:
    """How many of the organisations were measured, in one sentence; empty without an inventory."""
    every = covered(scan)
    if not every:
        return ""
    without = sum(not one.sources for one in every)
    number = sum(one.measured for one in every)
    failed = len(every) - number - without
    values = {
        "measured": str(number),
        "all": str(len(every)),
        "partly": str(sum(one.measured and not one.complete for one in every)),
        "without": str(without),
        "failed": _FAILED.in_(lang, {"number": str(failed)}) if failed else "",
    }
    return _COVERAGE.in_(lang, values)


def doubts(scan: Scan, lang: Lang) -> Iterator[str]:
    """What of the inventory has no effect, or another one than it seems."""
    for about, spot in unseen(scan):
        values = {"path": spot.path, "line": str(spot.line), "about": about}
        yield printable(_UNSEEN.in_(lang, values))
    for source, first, other in shared(scan.inventory) if scan.inventory else ():
        yield printable(_SHARED.in_(lang, {"address": source.address, "first": first.name, "other": other.name}))


def uncounted(scan: Scan, lang: Lang, *, verbose: bool) -> Iterator[str]:
    """How many repositories are in no figure for what kind they are; `verbose`: and which, with why."""
    rule = scan.inventory.population if scan.inventory else Population()
    out = population.split(scan.repositories, rule).left_out
    if out:
        kinds = [next(kind for kind in rule.leave_out if kind in population.known(one).kinds) for one, _ in out]
        said = ", ".join(f"{KINDS[kind].in_(lang)}: {number}" for kind, number in sorted(Counter(kinds).items()))
        yield _UNCOUNTED.in_(lang, {"count": str(len(out)), "kinds": said})
    if verbose:
        yield from (f"  {printable(one.repository)}: {clipped(why.in_(lang))}" for one, why in out)


def lines(scan: Scan, rules: Mapping[str, Rule], lang: Lang, *, verbose: bool) -> Iterator[str]:
    """The same for people: systems, and what was not measured; nothing without an inventory."""
    if scan.systems:
        yield _SYSTEMS.in_(lang)
        day = scan.run.reference_date
        said_of = systems.lines(scan.systems, day, rules, lang, _notices(scan), brief=not verbose)
        yield from (f"  {line}" for line in said_of)
        yield ""
    for known in covered(scan):
        name = {"name": printable(known.organisation.name)}
        for source in known.sources:
            if source.reason:
                values = {"address": printable(source.address), "reason": printable(source.reason.in_(lang))}
                yield _SOURCE.in_(lang, name | values)
        if verbose and not known.sources:
            yield _NOT_MEASURED.in_(lang, name)
    said = coverage(scan, lang)
    if said:
        yield from (said, "")
