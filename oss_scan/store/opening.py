"""Opening a store: a file, or a database behind a SQLAlchemy URL. Whatever is no store is refused."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from oss_scan.errors import OssScanError
from oss_scan.store import postgresql
from oss_scan.store.keeping import Store
from oss_scan.store.migrations import migrate, stamp, tables_of, version_of
from oss_scan.store.mishaps import told
from oss_scan.store.schema import TABLES, VERSION

_WAIT = 60  # seconds that one process waits for another to finish writing


def open_store(url_or_path: str, *, create: bool = True, known: bool = False) -> Store:
    """The store in a file or at a URL; an empty database becomes one. Raises OssScanError.

    Without `create` a file that does not exist is refused. A store of an older version is refused too: whoever shares
    it may not be ready for this one, so that its owner decides (`migrate_store`). A server that is `known` to have been
    there is waited for, up to a minute.
    """
    store = _connected(url_or_path, create=create, known=known)
    with told(store.name), store.reading() as connection:
        version = _version(connection, store.name)
    if version is None:
        with told(store.name), store.writing() as connection:
            if _version(connection, store.name) is None:  # another process may have been faster
                TABLES.create_all(connection)
                stamp(connection)
    elif version < VERSION:
        raise OssScanError(
            nl=f"{store.name} is van een oudere oss-scan (schema {version}, hier {VERSION}); "
            "werk de opslag bij met oss-scan store migrate",
            en=f"{store.name} was made by an older oss-scan (schema {version}, here {VERSION}); "
            "bring it up to date with oss-scan store migrate",
        )
    return store


def migrate_store(url_or_path: str) -> tuple[str, tuple[int, ...]]:
    """Bring a store up to this version, all or nothing: its name and the versions reached. Raises OssScanError."""
    store = _connected(url_or_path, create=False)
    with told(store.name), store.writing() as connection:
        if _version(connection, store.name) is None:
            raise OssScanError(
                nl=f"{store.name} is leeg en nog geen opslag; bewaar eerst een scan met oss-scan scan",
                en=f"{store.name} is empty and no store yet; keep a scan with oss-scan scan first",
            )
        return store.name, migrate(connection)


def _connected(url_or_path: str, *, create: bool, known: bool = False) -> Store:
    url = _url(url_or_path)
    # without what else the address says, which may hold a password too
    name = url.database or "" if _is_sqlite(url) else url.set(query={}).render_as_string(hide_password=True)
    _make_room(url, create=create)
    postgres = url.get_backend_name() == "postgresql"
    how = {"timeout": _WAIT} if _is_sqlite(url) else postgresql.arguments(url) if postgres else {}
    try:
        engine = create_engine(url, connect_args=how, pool_pre_ping=postgres)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise OssScanError(
            nl=f"voor {name} ontbreekt een databasestuurprogramma ({error}); installeer het"
            + (": pip install 'oss-scan[postgres]'" if postgres else ""),
            en=f"{name} needs a database driver that is missing ({error}); install it"
            + (": pip install 'oss-scan[postgres]'" if postgres else ""),
        ) from None
    if _is_sqlite(url):
        _prepare_sqlite(engine)
    elif postgres:
        postgresql.prepare(engine, name, known=known)
    return Store(engine, name)


def _url(given: str) -> URL:
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise OssScanError(
            nl="--store is geen bestandsnaam en geen SQLAlchemy-URL; schrijf bijvoorbeeld sqlite:///scans.db",
            en="--store is neither a file name nor a SQLAlchemy URL; write for instance sqlite:///scans.db",
        ) from None
    if "@" in (url.host or ""):  # what stands before the last @ would be told as a part of the host
        raise OssScanError(
            nl="het wachtwoord in --store bevat een @; schrijf die als %40",
            en="the password in --store has an @; write it as %40",
        )
    return url.set(drivername=postgresql.DRIVER) if url.drivername in ("postgresql", "postgres") else url


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _make_room(url: URL, *, create: bool) -> None:
    if not _is_sqlite(url) or not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        return
    path = Path(url.database)
    if not create and not path.exists():
        raise OssScanError(
            nl=f"{path} bestaat niet; bewaar eerst een scan met oss-scan scan, of wijs de opslag aan met --store",
            en=f"{path} does not exist; keep a scan with oss-scan scan first, or name the store with --store",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = error.strerror or str(error)
        raise OssScanError(
            nl=f"de map {path.parent} kan niet worden gemaakt ({detail}); kies een andere --store",
            en=f"the folder {path.parent} cannot be made ({detail}); choose another --store",
        ) from None


def _prepare_sqlite(engine: Engine) -> None:
    """Foreign keys on, a log beside the file so that readers and a writer do not wait, and our own BEGIN."""

    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins no transaction by itself
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.close()

    def begun(connection: Connection) -> None:
        # A writer takes the lock at once: one that began by reading could no longer wait for another
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)


def _version(connection: Connection, name: str) -> int | None:
    """The version of the store; None where nothing is in the database.

    OssScanError where another program or a newer version made it.
    """
    held = set(inspect(connection).get_table_names())
    if not held:
        return None
    version = version_of(connection) if "meta" in held else None
    if version is not None and version > VERSION:
        raise OssScanError(
            nl=f"{name} is gemaakt door een nieuwere oss-scan (schema {version}, hier {VERSION}); werk oss-scan bij",
            en=f"{name} was made by a newer oss-scan (schema {version}, here {VERSION}); update oss-scan",
        )
    if version is None or tables_of(version) - held:
        raise OssScanError(
            nl=f"{name} is een database van een ander programma; wijs een andere --store aan",
            en=f"{name} is a database of another program; name another --store",
        )
    return version
