"""A real PostgreSQL server on loopback, as a user without rights, that can be stopped and started again."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

#: What only the server and the address of a database know; a test looks for it everywhere else.
PASSWORD = "s3cret-" + secrets.token_hex(8)
_NAME = "oss_scan"
_MEMORY = Path("/dev/shm")  # a test needs no disk, which may be slow


@dataclass(frozen=True)
class Server:
    """A server with its data below `folder`."""

    folder: Path
    port: int
    user: str | None  # whom it runs as; None for whoever runs the tests

    def start(self) -> None:
        """Start it; ready when this returns."""
        self._run("pg_ctl", "start", "-w", "-D", str(self._data), "-l", str(self.folder / "log"))

    def stop(self, how: str = "fast") -> None:
        """Stop it: `fast` ends transactions, `immediate` is like a crash."""
        self._run("pg_ctl", "stop", "-w", "-m", how, "-D", str(self._data))

    def create(self) -> str:
        """Room for a new store, which is a schema, since a database takes long to make; its address."""
        name = f"s{secrets.token_hex(6)}"
        self.sql(f"CREATE SCHEMA {name}")
        return f"postgresql+psycopg://{_NAME}:{PASSWORD}@127.0.0.1:{self.port}/postgres?options=-csearch_path%3D{name}"

    def sql(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run a statement; its rows."""
        import psycopg

        where = f"postgresql://{_NAME}:{PASSWORD}@127.0.0.1:{self.port}/{database}"
        with psycopg.connect(where, autocommit=True) as connection:
            done = connection.execute(statement)
            return done.fetchall() if done.description else []

    def _initialise(self) -> None:
        secret = self.folder / "secret"
        secret.write_text(PASSWORD)
        if self.user:
            for path in (self.folder, secret):
                shutil.chown(path, self.user)
        words = ("--username", _NAME, "--auth", "scram-sha-256", "--pwfile", str(secret))
        self._run("initdb", "-D", str(self._data), "-E", "UTF8", "--locale", "C", "--no-sync", *words)
        settings = {
            "listen_addresses": "'127.0.0.1'",
            "port": str(self.port),
            "unix_socket_directories": "''",
            "fsync": "off",  # a test does not outlive a power cut
            "max_connections": "60",
        }
        with (self._data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in settings.items())

    def _run(self, program: str, *words: str) -> None:
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C"}
        with (self.folder / "said").open("w+") as said:  # a pipe would stay open as long as the server runs
            done = subprocess.run(
                [_program(program), *words],
                stdout=said,
                stderr=said,
                env=environment,
                user=self.user,
                cwd=self.folder,
                check=False,
            )
            said.seek(0)
            assert done.returncode == 0, (program, words, said.read())

    @property
    def _data(self) -> Path:
        return self.folder / "data"


@contextmanager
def serve() -> Iterator[Server]:
    """A new server, gone afterwards with all that it held."""
    folder = Path(tempfile.mkdtemp(prefix="oss-scan-postgres-", dir=_MEMORY if _MEMORY.is_dir() else None))
    server = Server(folder, _free_port(), _unprivileged())
    try:
        server._initialise()
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder)


def _program(name: str) -> str:
    """Debian keeps them apart, by version."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    return str(found[-1]) if found else name


def _unprivileged() -> str | None:
    """The server refuses to run as root."""
    if os.getuid():
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
