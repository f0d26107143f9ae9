"""Several shards of one scan, each in a store of its own or all in one, as the one scan that they are parts of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select, update

from oss_scan.errors import OssScanError
from oss_scan.facts import REVISION
from oss_scan.inventory.model import Inventory
from oss_scan.population import alike
from oss_scan.results import Judged, JudgedSystem, ListedSource, Run, Scan
from oss_scan.shards import Shard, parse, together
from oss_scan.store import beside, reading, writing
from oss_scan.store.codec import digest
from oss_scan.store.keeping import Store, begun, completed, read_scan, runs_of
from oss_scan.store.mishaps import told
from oss_scan.store.schema import facts as facts_table
from oss_scan.store.schema import scan, seen, state, subject
from oss_scan.texts import Text

_AT_ONCE = 64
#: Judges the systems of the inventory, once all repositories are there.
Systems = Callable[[Scan], Sequence[JudgedSystem]]

_RULES = Text("andere regelsets", "other rule sets")
_DATE = Text(
    "een andere peildatum ({one} en {other}; geef elk dezelfde --as-of)",
    "another reference date ({one} and {other}; give each the same --as-of)",
)
_VERSION = Text("een andere versie ({one} en {other})", "another version ({one} and {other})")
_ANALYSERS = Text("andere analyses", "other analysers")
_OF = Text("een ander aantal delen ({one} en {other})", "another number of shards ({one} and {other})")
_INVENTORY = Text("een andere inventaris", "another inventory")
_SERIES = Text("een andere meetreeks", "another series")
_WHOLE = Text("andere TARGETs of opties", "other TARGETs or options")


@dataclass(frozen=True, slots=True)
class Part:
    """A complete scan of a shard, where it is kept."""

    store: Store
    number: int
    run: Run
    shard: Shard
    whole: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The scan that shards make together: how many repositories it has, what is missing, and whether it was there."""

    run: Run
    repositories: int
    missing: tuple[int, ...]
    there: bool


def merge(target: Store, sources: Sequence[Store], systems: Systems) -> Merged:
    """Make one scan of the shards in these stores, in one transaction. The same shards make the same scan, once.

    Where a shard is missing, the scan that is made says of which parts it is. Raises OssScanError for shards of
    different questions, and for parts that overlap.
    """
    parts = _chosen(sources)
    run = _run(parts)
    missing = together(one.shard for one in parts)
    with told(target.name), target.writing() as connection:
        there = connection.execute(select(scan.c.number, scan.c.finished).where(scan.c.id == run.id)).first()
        if there is None:
            number = begun(connection, run, _inventory(parts[0]), _sources(parts))
            connection.execute(update(scan).where(scan.c.number == number).values(whole=missing and parts[0].whole))
            for part in parts:
                _copy(connection, target.name, number, part)
            repositories = reading.repositories(connection, number, facts=False, findings=False)
            judged = systems(read_scan(connection, number, facts=False))
            assert run.finished is not None
            completed(connection, number, run.finished, judged, alike(repositories))
    count = next(one.repositories for one in target.runs() if one.run.id == run.id)
    return Merged(run, count, missing.missing if missing else (), there is not None)


def _chosen(sources: Sequence[Store]) -> tuple[Part, ...]:
    """The shards in these stores by their first part, each scan once."""
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
    return tuple(parts)


def _newest(store: Store) -> tuple[Part, ...]:
    """The shards of the newest question of which a store holds complete ones, the newest of each part."""
    with told(store.name), store.reading() as connection:
        runs = runs_of(connection)
        wholes = {row.number: row.whole for row in connection.execute(select(scan.c.number, scan.c.whole))}
    found = [
        Part(store, number, run, parse(run.shard), wholes[number])
        for number, run in sorted(runs.items(), reverse=True)
        if run.shard and run.finished and wholes[number]
    ]
    if not found:
        raise OssScanError(
            nl=f"{store.name} bevat geen voltooide scan van een deel; maak die met oss-scan scan --shard i/n",
            en=f"{store.name} holds no complete scan of a shard; make one with oss-scan scan --shard i/n",
        )
    newest: dict[frozenset[int], Part] = {}
    for one in found:
        if _difference(found[0], one) is None:
            newest.setdefault(one.shard.parts, one)
    chosen: list[Part] = []
    for one in sorted(newest.values(), key=lambda one: len(one.shard.parts)):  # what was merged before, after its parts
        if not any(one.shard.parts & other.shard.parts for other in chosen):
            chosen.append(one)
    return tuple(chosen)


def _difference(one: Part, other: Part) -> Text | None:
    """What two shards were not asked alike, the first of it."""
    pairs: tuple[tuple[Text, object, object], ...] = (
        (_OF, one.shard.of, other.shard.of),
        (_VERSION, one.run.tool_version, other.run.tool_version),
        (_RULES, one.run.rulesets, other.run.rulesets),
        (_DATE, one.run.reference_date, other.run.reference_date),
        (_ANALYSERS, dict(one.run.analysers), dict(other.run.analysers)),
        (_SERIES, (one.run.basis, one.run.series), (other.run.basis, other.run.series)),
        (_WHOLE, one.whole, other.whole),
        (_INVENTORY, _inventory(one), _inventory(other)),
    )
    for text, here, there in pairs:
        if here != there:
            values = {"one": str(here), "other": str(there)}
            return Text(text.in_("nl", values), text.in_("en", values))
    return None


def _run(parts: Sequence[Part]) -> Run:
    """The run that the parts are of. Its id follows from theirs."""
    first = min((one.run for one in parts), key=lambda run: (run.started, run.id))
    finished = max(one.run.finished for one in parts if one.run.finished)
    made_of = digest(sorted(one.run.id for one in parts)).hex()
    shard = together(one.shard for one in parts)
    identifier = f"{first.started:%Y%m%dT%H%M%SZ}-{made_of[:6]}"
    return replace(first, id=identifier, finished=finished, shard=str(shard) if shard else None)


def _inventory(part: Part) -> Inventory | None:
    with told(part.store.name), part.store.reading() as connection:
        return beside.inventory_of(connection, part.number)


def _sources(parts: Sequence[Part]) -> tuple[ListedSource, ...]:
    """What the sources gave: every shard asks them all, so that a reason of one is a reason."""
    found: dict[tuple[str, str], ListedSource] = {}
    for part in parts:
        with told(part.store.name), part.store.reading() as connection:
            for one in beside.sources_of(connection, part.number):
                known = found.setdefault((one.organisation, one.address), one)
                most = max(known.repositories, one.repositories)
                found[one.organisation, one.address] = replace(
                    known, repositories=most, reason=known.reason or one.reason
                )
    return tuple(found.values())


def _copy(connection: Connection, name: str, number: int, part: Part) -> None:
    """Put what a shard holds into the scan, but for what is only known once all of it is there."""
    with told(part.store.name), part.store.reading() as source:
        used = facts_table.join(state).join(subject)
        revisions = select(facts_table.c.revision).select_from(used).where(subject.c.scan == part.number)
        if set(source.execute(revisions).scalars()) - {REVISION}:
            raise OssScanError(
                nl=f"{part.store.name} is gemaakt door een andere oss-scan; voeg samen met die versie, of scan opnieuw",
                en=f"{part.store.name} was made by another oss-scan; merge with that version, or scan again",
            )
        judged = reading.repositories(source, part.number, facts=True)
        skipped = beside.skipped_of(source, part.number)
        places = source.execute(select(seen)).mappings().all()
    _refuse_twice(judged, reading.repositories(connection, number, facts=False, findings=False), part)
    questions: writing.Questions = {}
    for at in range(0, len(judged), _AT_ONCE):
        entries = [writing.Entry(one) for one in judged[at : at + _AT_ONCE]]
        writing.add(connection, number, part.run.started.date(), entries, questions)
    beside.keep_skipped(connection, number, skipped)
    for row in places if part.store.name != name else ():
        connection.execute(delete(seen).where(seen.c.place == row["place"]))
        connection.execute(insert(seen), dict(row))


def _refuse_twice(judged: Sequence[Judged], there: Sequence[Judged], part: Part) -> None:
    """A repository is in one shard; only why a list is not whole can be in more."""
    known = {one.key: one for one in there}
    for one in judged:
        other = known.get(one.key)
        if other and not one.status == other.status == "unreadable":
            raise OssScanError(
                nl=f"{one.repository} staat ook in een ander deel dan {part.shard}: de delen zijn van verschillende "
                "lijsten; maak ze opnieuw",
                en=f"{one.repository} is in another shard than {part.shard} too: the shards are of different lists; "
                "make them again",
            )
