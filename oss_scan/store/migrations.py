"""From the tables of an older oss-scan to those of this one, a version at a time.

A step stays as it was once it has been released: it knows the tables of its own versions, not those of `schema`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    insert,
    select,
    update,
)

from oss_scan.store.columns import Hex, Json, Moment, Written
from oss_scan.store.schema import TABLES, VERSION, meta
from oss_scan.texts import Text as Said


def _to_2(connection: Connection) -> None:
    tables = MetaData()
    old = Table("scan", tables, Column("number", Integer, primary_key=True))
    new = (
        Table(
            "tombstone",
            tables,
            Column("scan", Written, primary_key=True),
            Column("started", Moment, nullable=False),
            Column("finished", Moment),
            Column("reference_date", Date, nullable=False),
            Column("repositories", Integer, nullable=False),
            Column("pruned", Moment, nullable=False),
        ),
        Table(
            "running",
            tables,
            Column("scan", ForeignKey(old.c.number), primary_key=True),
            Column("question", LargeBinary, nullable=False, index=True),
        ),
        Table(
            "claim",
            tables,
            Column("scan", ForeignKey(old.c.number), primary_key=True),
            Column("ordinal", Integer, primary_key=True),
            Column("target", Written, nullable=False),
            Column("path", Written),
            Column("url", Written),
            Column("key", Written),
            Column("state", Text, nullable=False),
            Column("worker", Written),
            Column("lease_until", Moment),
            Column("tries", Integer, nullable=False),
            Column("look", Json),
            Column("copies", Json),
            Column("reason", Json),
            UniqueConstraint("scan", "key"),
            Index("ix_claim_state", "scan", "state", "ordinal"),
            sqlite_with_rowid=False,
        ),
        Table(
            "seen",
            tables,
            Column("place", Written, primary_key=True),
            Column("digest", LargeBinary, nullable=False),
            Column("key", Written, nullable=False),
            Column("facts", Hex, nullable=False),
            sqlite_with_rowid=False,
        ),
        Table(
            "sealed",
            tables,
            Column("scan", ForeignKey(old.c.number), primary_key=True),
            Column("digest", LargeBinary, nullable=False),
        ),
    )
    tables.create_all(connection, tables=new, checkfirst=False)


def _to_3(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE claim ADD COLUMN hosted TEXT")


def _to_4(connection: Connection) -> None:
    tables = MetaData()
    scan, repository, finding_set = (
        Table(name, tables, Column("number", Integer, primary_key=True))
        for name in ("scan", "repository", "finding_set")
    )
    inventory = Table(
        "inventory",
        tables,
        Column("number", Integer, primary_key=True),
        Column("digest", LargeBinary, nullable=False, unique=True),
        Column("body", LargeBinary, nullable=False),
    )
    system = Table(
        "system",
        tables,
        Column("number", Integer, primary_key=True),
        Column("digest", LargeBinary, nullable=False, unique=True),
        Column("key", Written, nullable=False),
        Column("name", Written),
        Column("organisation", Written),
        Column("openness", Text, nullable=False),
        Column("ground", Text),
        Column("review_by", Date),
        Column("repositories", Json),
        Column("finding_set", ForeignKey(finding_set.c.number)),
    )
    of_scans = (
        Table(
            "same",
            tables,
            Column("scan", ForeignKey(scan.c.number), primary_key=True),
            Column("repository", ForeignKey(repository.c.number), primary_key=True),
            Column("kind", Text, primary_key=True),
            Column("other", ForeignKey(repository.c.number), nullable=False),
            sqlite_with_rowid=False,
        ),
        Table(
            "scan_system",
            tables,
            Column("scan", ForeignKey(scan.c.number), primary_key=True),
            Column("ordinal", Integer, primary_key=True),
            Column("system", ForeignKey(system.c.number), nullable=False),
            sqlite_with_rowid=False,
        ),
        Table(
            "scan_source",
            tables,
            Column("scan", ForeignKey(scan.c.number), primary_key=True),
            Column("ordinal", Integer, primary_key=True),
            Column("organisation", Written, nullable=False),
            Column("address", Written, nullable=False),
            Column("repositories", Integer, nullable=False),
            Column("reason", Json),
            sqlite_with_rowid=False,
        ),
        Table(
            "skipped",
            tables,
            Column("scan", ForeignKey(scan.c.number), primary_key=True),
            Column("repository", Written, primary_key=True),
            Column("organisation", Written),
            Column("reason", Written, nullable=False),
            Column("because", Json),
            sqlite_with_rowid=False,
        ),
    )
    verdict = Table(
        "verdict",
        tables,
        Column("number", Integer, primary_key=True),
        Column("digest", LargeBinary, nullable=False, unique=True),
        Column("standard", Written, nullable=False, index=True),
        Column("version", Written),
        Column("listed", Text, nullable=False),
        Column("applicability", Text, nullable=False),
        Column("evidence", Text, nullable=False),
        Column("explained", Text, nullable=False),
        Column("status", Text, nullable=False),
        Column("passed", Integer),
        Column("tested", Integer),
        Column("counter", Integer, nullable=False),
        Column("body", Json, nullable=False),
    )
    verdict_set = Table(
        "verdict_set",
        tables,
        Column("number", Integer, primary_key=True),
        Column("digest", LargeBinary, nullable=False, unique=True),
    )
    member = Table(
        "verdict_member",
        tables,
        Column("verdict_set", ForeignKey(verdict_set.c.number), primary_key=True),
        Column("ordinal", Integer, primary_key=True),
        Column("verdict", ForeignKey(verdict.c.number), nullable=False),
        sqlite_with_rowid=False,
    )
    new = (inventory, system, *of_scans, verdict, verdict_set, member)
    tables.create_all(connection, tables=new, checkfirst=False)
    for more in (
        "scan ADD COLUMN basis TEXT NOT NULL DEFAULT 'measured'",
        "scan ADD COLUMN series TEXT",
        "scan ADD COLUMN shard TEXT",
        "scan ADD COLUMN whole TEXT",
        "scan ADD COLUMN inventory INTEGER REFERENCES inventory (number)",
        "state ADD COLUMN verdict_set INTEGER REFERENCES verdict_set (number)",
        "state ADD COLUMN recognised TEXT",
        "claim ADD COLUMN organisation TEXT",
    ):
        connection.exec_driver_sql(f"ALTER TABLE {more}")


@dataclass(frozen=True, slots=True)
class Step:
    """How to come from the version before: what to run, the tables that it adds, and what that brings a user."""

    run: Callable[[Connection], None]
    adds: frozenset[str]
    brings: Said


#: By the version that is reached.
STEPS: Mapping[int, Step] = {
    2: Step(
        _to_2,
        frozenset({"tombstone", "running", "claim", "seen", "sealed"}),
        Said(
            "onthoudt welke scans zijn opgeruimd, en waar een onderbroken scan gebleven was",
            "remembers which scans were pruned, and where an interrupted scan had got to",
        ),
    ),
    3: Step(
        _to_3,
        frozenset(),
        Said(
            "onthoudt tijdens een scan wat een platform over een repository zegt",
            "remembers during a scan what a forge says of a repository",
        ),
    ),
    4: Step(
        _to_4,
        frozenset(
            {
                *("inventory", "system", "same", "scan_system", "scan_source", "skipped"),
                *("verdict", "verdict_set", "verdict_member"),
            }
        ),
        Said(
            "bewaart bij een scan de inventaris, de beoordeelde systemen, wat voor repository's het zijn en wat van "
            "open standaarden is gezien",
            "keeps with a scan its inventory, the systems as judged, what kinds of repository there are, and what of "
            "open standards was seen",
        ),
    ),
}


def tables_of(version: int) -> frozenset[str]:
    """The tables that a store of that version has."""
    later = (step.adds for reached, step in STEPS.items() if reached > version)
    return frozenset(TABLES.tables).difference(*later)


def version_of(connection: Connection) -> int | None:
    """The version of the store's tables; None where the database holds none."""
    found = connection.execute(select(meta.c.schema_version)).scalar()
    return int(found) if found is not None else None


def stamp(connection: Connection) -> None:
    """The tables were just made, and are those of this version."""
    connection.execute(insert(meta).values(schema_version=VERSION))


def migrate(connection: Connection) -> tuple[int, ...]:
    """Take every step to this version, within the caller's transaction; the versions that were reached."""
    held = version_of(connection)
    assert held is not None
    reached = tuple(range(held + 1, VERSION + 1))
    for version in reached:
        STEPS[version].run(connection)
    if reached:
        connection.execute(update(meta).values(schema_version=VERSION))
    return reached
