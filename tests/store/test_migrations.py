"""A store of every released version is opened, migrated, and then holds what it held."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, create_engine, event, inspect

from oss_scan.errors import OssScanError
from oss_scan.results import Scan
from oss_scan.store import migrate_store, open_store
from oss_scan.store.checking import check
from oss_scan.store.migrations import STEPS, tables_of
from oss_scan.store.schema import TABLES, VERSION
from tests.postgres import Server
from tests.report.made_up import twelve

_RELEASED = {version: Path(__file__).with_name(f"version_{version}.sql") for version in (1, 2, 3)}


def stored(version: int, path: Path) -> Path:
    """A store of that version, from the SQL that it was kept as."""
    connection = sqlite3.connect(path)
    connection.executescript(_RELEASED[version].read_text(encoding="utf-8"))
    connection.close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[int], str]:
    """Makes a store of a version, in either kind of database; its address."""
    if request.param == "sqlite":
        return lambda version: str(stored(version, tmp_path / "old.db"))
    server: Server = request.getfixturevalue("postgres")

    def copied(version: int) -> str:
        """The tables and rows of the file; SQLAlchemy made both kinds of tables from the same description."""
        address, tables = server.create(), MetaData()
        event.listen(tables, "column_reflect", lambda _i, _t, found: found.update(type=found["type"].as_generic()))
        source = create_engine(f"sqlite:///{stored(version, tmp_path / 'old.db')}")
        target = create_engine(address)
        with source.connect() as there, target.begin() as here:
            tables.reflect(there)
            tables.create_all(here)
            for table in tables.sorted_tables:
                if rows := there.execute(table.select()).mappings().all():
                    here.execute(table.insert(), [dict(row) for row in rows])
        target.dispose()
        return address

    return copied


def _shape(connection: Connection) -> dict[str, tuple[object, ...]]:
    looked = inspect(connection)
    return {
        name: (
            [(one["name"], str(one["type"]), one["nullable"]) for one in looked.get_columns(name)],
            looked.get_pk_constraint(name)["constrained_columns"],
            sorted((tuple(one["constrained_columns"]), one["referred_table"]) for one in looked.get_foreign_keys(name)),
            sorted((str(one["name"]), tuple(one["column_names"])) for one in looked.get_indexes(name)),
            sorted(tuple(one["column_names"]) for one in looked.get_unique_constraints(name)),
        )
        for name in looked.get_table_names()
    }


def test_there_is_a_step_to_every_version_and_a_store_of_every_older_one() -> None:
    assert list(STEPS) == list(range(2, VERSION + 1))
    assert list(_RELEASED) == list(range(1, VERSION))


@pytest.mark.parametrize("version", _RELEASED)
def test_an_older_store_is_refused_with_what_to_do(version: int, tmp_path: Path) -> None:
    path = stored(version, tmp_path / "old.db")
    before = path.read_bytes()
    with pytest.raises(OssScanError) as caught:
        open_store(str(path))
    assert caught.value.en == (
        f"{path} was made by an older oss-scan (schema {version}, here {VERSION}); "
        "bring it up to date with oss-scan store migrate"
    )
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT schema_version FROM meta").fetchall() == [(version,)]
    connection.close()
    assert len(path.read_bytes()) == len(before)


@pytest.mark.parametrize("version", _RELEASED)
def test_a_migrated_store_holds_what_it_held_in_the_tables_of_now(
    version: int, old: Callable[[int], str], address: str
) -> None:
    path = old(version)
    name, reached = migrate_store(path)
    assert reached == tuple(range(version + 1, VERSION + 1))
    store = open_store(path)
    assert store.name == name
    scan = twelve()
    assert store.scan() == Scan(scan.run, (scan.repositories[2], scan.repositories[10]))
    assert check(store) == ()
    new = open_store(address)
    with store.reading() as migrated, new.reading() as made:
        if migrated.dialect.name == made.dialect.name:
            assert _shape(migrated) == _shape(made)
    assert migrate_store(path) == (name, ())


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = stored(1, tmp_path / "old.db")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE claim (another INTEGER)")
    connection.close()
    with pytest.raises(OssScanError, match="cannot be used as a store"):
        migrate_store(str(path))
    with sqlite3.connect(path) as connection:
        held = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert connection.execute("SELECT schema_version FROM meta").fetchall() == [(1,)]
    connection.close()
    assert held == tables_of(1) | {"claim"}


def test_what_is_no_store_is_not_migrated(tmp_path: Path) -> None:
    with pytest.raises(OssScanError, match="does not exist"):
        migrate_store(str(tmp_path / "missing.db"))
    (tmp_path / "empty.db").touch()
    with pytest.raises(OssScanError, match="is empty and no store yet"):
        migrate_store(str(tmp_path / "empty.db"))
    path = stored(1, tmp_path / "newer.db")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET schema_version = 99")
    connection.close()
    with pytest.raises(OssScanError, match=r"was made by a newer oss-scan \(schema 99, here \d+\); update oss-scan"):
        migrate_store(str(path))


def test_the_tables_of_a_version() -> None:
    assert tables_of(VERSION) == frozenset(TABLES.tables)
    assert "tombstone" not in tables_of(1)
