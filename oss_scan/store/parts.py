"""Which shards in stores are the parts of one scan."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from oss_scan.errors import OssScanError
from oss_scan.inventory.model import Inventory
from oss_scan.results import Run
from oss_scan.shards import Shard, parse
from oss_scan.store import beside
from oss_scan.store.keeping import Store, runs_of
from oss_scan.store.mishaps import told
from oss_scan.store.schema import scan
from oss_scan.texts import Text


@dataclass(frozen=True, slots=True)
class Part:
    """A complete scan of a shard, where it is kept."""

    store: Store
    number: int
    run: Run
    shard: Shard
    whole: str


def inventory_of(part: Part) -> Inventory | None:
    """What a shard was made with."""
    with told(part.store.name), part.store.reading() as connection:
        return beside.inventory_of(connection, part.number)


#: What shards of one scan were asked alike.
_ALIKE: Sequence[tuple[Text, Callable[[Part], object]]] = (
    (
        Text("een ander aantal delen ({one} en {other})", "another number of shards ({one} and {other})"),
        lambda part: part.shard.of,
    ),
    (
        Text("een andere versie ({one} en {other})", "another version ({one} and {other})"),
        lambda part: part.run.tool_version,
    ),
    (Text("andere regelsets", "other rule sets"), lambda part: part.run.rulesets),
    (
        Text(
            "een andere peildatum ({one} en {other}; geef elk dezelfde --as-of)",
            "another reference date ({one} and {other}; give each the same --as-of)",
        ),
        lambda part: part.run.reference_date,
    ),
    (Text("andere analyses", "other analysers"), lambda part: dict(part.run.analysers)),
    (Text("een andere meetreeks", "another series"), lambda part: (part.run.basis, part.run.series is None)),
    (Text("andere TARGETs of opties", "other TARGETs or options"), lambda part: part.whole),
    (Text("een andere inventaris", "another inventory"), inventory_of),
)


def chosen(sources: Sequence[Store]) -> tuple[Sequence[Part], ...]:
    """The shards of each scan that is to be made of what these stores hold, by their first part; last the newest scan,
    before it the others of its series by their day.

    Raises OssScanError for shards of different questions, and for parts that overlap.
    """
    found: dict[str, Part] = {}
    for store in sources:
        for part in _newest(store):
            found.setdefault(part.run.id, part)
    parts = sorted(found.values(), key=lambda one: (sorted(one.shard.parts), one.run.id))
    first, taken = parts[0], set[int]()
    for part in parts:
        if difference := _difference(first, part):
            raise OssScanError(
                nl=f"{first.store.name} en {part.store.name} zijn geen delen van één scan: {difference.nl}",
                en=f"{first.store.name} and {part.store.name} are no shards of one scan: {difference.en}",
            )
        if taken & part.shard.parts:
            raise OssScanError(
                nl=f"deel {part.shard} staat in meer dan een scan, ook in {part.store.name}; noem elk deel eenmaal",
                en=f"shard {part.shard} is in more than one scan, also in {part.store.name}; name each shard once",
            )
        taken |= part.shard.parts
    return (*_earlier(parts), parts)


def _newest(store: Store) -> tuple[Part, ...]:
    """The shards of the newest question of which a store holds complete ones, the newest of each part."""
    found = _complete(store)
    if not found:
        raise OssScanError(
            nl=f"{store.name} bevat geen voltooide scan van een deel; maak die met oss-scan scan --shard i/n",
            en=f"{store.name} holds no complete scan of a shard; make one with oss-scan scan --shard i/n",
        )
    newest: dict[frozenset[int], Part] = {}
    for one in found:
        if _difference(found[0], one) is None:
            newest.setdefault(one.shard.parts, one)
    wanted: list[Part] = []
    for one in sorted(newest.values(), key=lambda one: len(one.shard.parts)):  # what was merged before, after its parts
        if not any(one.shard.parts & other.shard.parts for other in wanted):
            wanted.append(one)
    return tuple(wanted)


def _complete(store: Store) -> list[Part]:
    """Every complete scan of a shard in a store, the newest first."""
    with told(store.name), store.reading() as connection:
        runs = runs_of(connection)
        wholes = {row.number: row.whole for row in connection.execute(select(scan.c.number, scan.c.whole))}
    return [
        Part(store, number, run, parse(run.shard), wholes[number])
        for number, run in sorted(runs.items(), reverse=True)
        if run.shard and run.finished and wholes[number]
    ]


def _earlier(parts: Iterable[Part]) -> list[list[Part]]:
    """The shards of the other scans of a series, by their day; of each day as many as there are `parts`."""
    others = [(part, _siblings(part)) for part in parts]
    every = sorted({day for _, siblings in others for day in siblings})
    for part, siblings in others:
        if lacking := [day for day in every if day not in siblings]:
            raise OssScanError(
                nl=f"van deel {part.shard} van de meetreeks ontbreekt in {part.store.name} de scan van {lacking[0]}; "
                "maak het opnieuw",
                en=f"of shard {part.shard} of the series {part.store.name} lacks the scan of {lacking[0]}; make it "
                "again",
            )
    return [[siblings[day] for _, siblings in others] for day in every]


def _siblings(part: Part) -> Mapping[date, Part]:
    """The same shard on the other days of its series."""
    if part.run.series is None:
        return {}
    return {
        one.run.reference_date: one
        for one in _complete(part.store)
        if one.run.series == part.run.series and one.number != part.number
    }


def _difference(one: Part, other: Part) -> Text | None:
    """What two shards were not asked alike, the first of it."""
    for text, asked in _ALIKE:
        here, there = asked(one), asked(other)
        if here != there:
            values = {"one": str(here), "other": str(there)}
            return Text(text.in_("nl", values), text.in_("en", values))
    return None
