"""What is a store, and what is refused as one, each in one sentence."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect, create_engine, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from oss_scan.errors import OssScanError
from oss_scan.store import open_store
from oss_scan.store.columns import Hex, Written
from oss_scan.store.schema import TABLES, VERSION, meta

DIALECT: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy has no type for it


def _refused(path: str | Path, *, create: bool = True) -> str:
    with pytest.raises(OssScanError) as caught:
        open_store(str(path), create=create)
    assert "\n" not in caught.value.nl + caught.value.en
    return caught.value.en


def test_an_empty_database_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name in (tmp_path / "empty.db", f"sqlite:///{tmp_path}/other.db"):
        with open_store(str(name)).reading() as connection:
            assert connection.execute(select(meta.c.schema_version)).scalars().all() == [VERSION]


def test_sqlite_keeps_a_log_and_its_foreign_keys(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "scans.db")).reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "scans.db"
    open_store(str(path))
    with create_engine(f"sqlite:///{path}").begin() as connection:
        connection.execute(text("UPDATE meta SET schema_version = 7"))
        connection.execute(text("DROP TABLE place"))
    before = path.read_bytes()
    assert _refused(path) == f"{path} was made by a newer oss-scan (schema 7, here {VERSION}); update oss-scan"
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE customers (name TEXT)")
    connection.close()
    assert _refused(path) == f"{path} is a database of another program; name another --store"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (schema_version INTEGER)")
    connection.close()
    assert _refused(path) == f"{path} is a database of another program; name another --store"


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, and they are long enough to have a header.\n" * 50)
    assert _refused(path).startswith(f"{path} cannot be used as a store (file is not a database)")
    assert _refused(tmp_path).startswith(f"{tmp_path} cannot be used as a store (unable to open database file)")
    assert _refused(path / "scans.db").startswith(f"the folder {path} cannot be made (")


def test_addresses_that_lead_nowhere(tmp_path: Path) -> None:
    assert _refused("what://is/this").startswith("what://is/this needs a database driver that is missing")
    assert _refused("://").startswith("--store is neither a file name nor a SQLAlchemy URL")
    missing = tmp_path / "missing.db"
    assert _refused(missing, create=False).startswith(f"{missing} does not exist; keep a scan")
    assert not missing.exists()


def test_a_password_is_not_told() -> None:
    assert "s3cret" not in _refused("what://me:s3cret@db.example/scans")


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_survives(value: str) -> None:
    for kind in (Written(), Hex()):
        dialect = sqlite.dialect()
        bound = kind.process_bind_param(value, dialect)
        assert kind.process_result_value(bound, dialect) == value  # type: ignore[arg-type]  # each takes its own form
        if isinstance(bound, str):
            assert "\x00" not in bound
            bound.encode("utf-8")


def test_an_object_id_takes_half_its_length() -> None:
    assert Hex().process_bind_param("0a" * 20, sqlite.dialect()) == b"x" + b"\n" * 20


def test_the_tables_can_be_made_in_postgresql_too() -> None:
    made = [str(CreateTable(table).compile(dialect=DIALECT)) for table in TABLES.sorted_tables]
    assert len(made) == len(TABLES.tables)
    assert not [one for one in made if "ROWID" in one]
