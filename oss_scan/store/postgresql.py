"""What is particular to PostgreSQL: one transaction writes at a time, and the server may be away for a while."""

import time
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, event
from sqlalchemy.engine import URL

from oss_scan.errors import OssScanError

#: The driver that the extra `postgres` installs.
DRIVER = "postgresql+psycopg"

_LOCK = 0x6F73732D7363616E  # "oss-scan"
_PATIENCE = 60.0  # seconds that a server which was there may be away
_PAUSE = 0.5
_ARGUMENTS = {
    "application_name": "oss-scan",
    "connect_timeout": 10,  # seconds
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds
}
# So that a client whose machine is cut off does not keep the others waiting for hours
_CONNECTED = (
    "SELECT set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false), "
    "set_config('tcp_keepalives_count', '3', false)"
)
_BEGUN = (
    "SELECT set_config('idle_in_transaction_session_timeout', '60s', true), set_config('lock_timeout', '60s', true)"
)


def arguments(url: URL) -> dict[str, object]:
    """How to connect, where the address does not say otherwise."""
    return {name: value for name, value in _ARGUMENTS.items() if name not in url.query}


def prepare(engine: Engine, name: str, *, known: bool) -> None:
    """Wait for a server that goes away, but only where it is `known` to have been there."""
    been = [known]

    def connecting(dialect: Dialect, _record: object, args: Any, given: Any) -> Any:
        end = time.monotonic() + (_PATIENCE if been[0] else 0)
        while True:
            try:
                return dialect.connect(*args, **given)
            except dialect.loaded_dbapi.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(_PAUSE)

    def connected(connection: Any, _record: object) -> None:
        encoding = connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            raise OssScanError(
                nl=f"{name} bewaart tekst als {encoding}; maak een database met ENCODING 'UTF8'",
                en=f"{name} keeps text as {encoding}; make a database with ENCODING 'UTF8'",
            )
        with connection.cursor() as cursor:
            cursor.execute(_CONNECTED)
        connection.commit()
        been[0] = True

    event.listen(engine, "do_connect", connecting)
    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", _begun)


def _begun(connection: Connection) -> None:
    """One transaction writes at a time, as in SQLite: what is known by its content is looked for, and then made.

    What only leases claims locks these rows alone.
    """
    writes = connection.get_execution_options().get("writes")
    if writes:
        connection.exec_driver_sql(_BEGUN if writes == "claims" else f"{_BEGUN}, pg_advisory_xact_lock({_LOCK})")
