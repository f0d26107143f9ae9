"""PostgreSQL as a store: many at once, a server that goes away, and a password that nobody sees."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from oss_scan.cli import main
from oss_scan.errors import OssScanError
from oss_scan.store import Store, open_store, writing
from oss_scan.store.beginning import begin
from oss_scan.store.checking import check
from oss_scan.store.claims import Claims
from oss_scan.store.todo import Look, Result, Todo
from tests import postgres as servers
from tests.postgres import PASSWORD, Server
from tests.report.made_up import twelve
from tests.sweeps import make

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
RUN = replace(twelve().run, id="one", finished=None)


@pytest.fixture(scope="module")
def own() -> Iterator[Server]:
    """A server that these tests may stop."""
    with servers.serve() as server:
        yield server


def _settled(store: Store, count: int) -> Claims:
    claims = begin(store, RUN, b"question", [Todo(f"t{number}", f"/t{number}", None) for number in range(count)])
    claims.lease("w", count, NOW, LATER)
    claims.looked("w", {number: Look(f"k{number}", "c") for number in range(count)})
    claims.settle({number: f"k{number}" for number in range(count)}, {})
    return claims


def _result(number: int) -> Result:
    return Result(number, replace(twelve().repositories[number % 12], key=f"k{number}"))


def _refused(address: str) -> str:
    with pytest.raises(OssScanError) as caught:
        open_store(address)
    said = caught.value.nl + caught.value.en
    assert "\n" not in said
    assert PASSWORD not in said
    return caught.value.en


def test_eight_workers_get_each_claim_once_and_keep_each_result_once(postgres: Server) -> None:
    address = postgres.create()
    store = open_store(address)
    _settled(store, 120)

    def work(worker: str) -> list[int]:
        claims = Claims(open_store(address), RUN)
        done: list[int] = []
        while found := claims.lease(worker, 4, NOW, LATER):
            done += claims.keep(worker, [_result(one.ordinal) for one in found])
        return done

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(work, [f"w{number}" for number in range(8)]))
    assert sorted(ordinal for each in done for ordinal in each) == list(range(120))
    assert len([one for one in done if one]) > 1
    Claims(store, RUN).finish(LATER)
    assert len(store.scan("one").repositories) == 120
    assert check(store) == ()


def test_whoever_leases_does_not_wait_for_another(postgres: Server) -> None:
    address = postgres.create()
    store, other = open_store(address), open_store(address)
    claims = _settled(store, 3)
    with other.leasing() as held:
        held.exec_driver_sql("SELECT * FROM claim WHERE ordinal = 0 FOR UPDATE")
        assert [one.ordinal for one in claims.lease("a", 2, NOW, LATER)] == [1, 2]
    assert [one.ordinal for one in claims.lease("b", 2, NOW, LATER)] == [0]


def test_one_writes_at_a_time(postgres: Server) -> None:
    address = postgres.create()
    stores = [open_store(address) for _ in range(4)]
    inside: list[int] = []
    most: list[int] = []

    def write(store: Store) -> None:
        for _ in range(5):
            with store.writing():
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.002)
                inside.pop()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, stores))
    assert max(most) == 1


def test_a_result_is_kept_once_though_the_connection_is_lost_halfway(
    postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgres.create()
    store = open_store(address)
    claims = _settled(store, 2)
    claims.lease("a", 2, NOW, LATER)
    really = writing.add
    lost: list[bool] = []

    def losing(connection: object, *given: object) -> None:
        really(connection, *given)  # type: ignore[arg-type]  # as they came
        if not lost:
            lost.append(True)
            postgres.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")

    monkeypatch.setattr(writing, "add", losing)
    assert claims.keep("a", [_result(0), _result(1)]) == {0, 1}
    assert lost
    assert [one.key for one in store.scan("one").repositories] == ["k0", "k1"]
    assert check(store) == ()


def test_what_was_leased_when_the_answer_was_lost_is_leased_again(
    postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = _settled(open_store(postgres.create()), 3)
    really = claims._lease
    lost: list[object] = []

    def losing(*given: object) -> object:
        found = really(*given)  # type: ignore[arg-type]  # as they came
        if not lost:
            lost.append(found)
            from oss_scan.store.mishaps import LostError

            raise LostError(nl="weg", en="gone")
        return found

    monkeypatch.setattr(claims, "_lease", losing)
    assert claims.lease("a", 2, NOW, LATER) == lost[0]
    assert [one.ordinal for one in claims.lease("b", 2, NOW, LATER)] == [2]


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_a_server_that_is_restarted_is_waited_for(own: Server, how: str) -> None:
    store = open_store(own.create())
    claims = _settled(store, 4)
    claims.lease("a", 4, NOW, LATER)
    own.stop(how)
    again = threading.Timer(1.0, own.start)
    again.start()
    try:
        assert claims.keep("a", [_result(0)]) == {0}
    finally:
        again.join()
    own.stop(how)
    own.start()
    assert claims.keep("a", [_result(1)]) == {1}
    assert [one.key for one in store.scan("one").repositories] == ["k0", "k1"]


def test_a_server_that_stays_away_is_told_in_one_sentence(own: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    address = own.create()
    store = open_store(address)
    monkeypatch.setattr("oss_scan.store.postgresql._PATIENCE", 1.0)
    own.stop()
    try:
        start = time.monotonic()
        with pytest.raises(OssScanError) as caught:
            store.runs()
        assert 1 <= time.monotonic() - start < 5
        assert caught.value.en.startswith(f"postgresql+psycopg://oss_scan:***@127.0.0.1:{own.port}/postgres cannot be ")
        assert "see whether the database runs and give the same command again" in caught.value.en
        start = time.monotonic()
        assert "cannot be reached" in _refused(address)
        assert time.monotonic() - start < 1  # what was never there is not waited for
    finally:
        own.start()


def test_what_cannot_be_a_store_is_told_without_the_password(own: Server) -> None:
    address = own.create()
    name = f"postgresql+psycopg://oss_scan:***@127.0.0.1:{own.port}"
    assert _refused(address.replace("/postgres?", "/nowhere?")).startswith(
        f'{name}/nowhere cannot be reached (connection failed: connection to server at "127.0.0.1"'
    )
    wrong = _refused(address.replace(PASSWORD, f"{PASSWORD}x"))
    assert "password authentication failed" in wrong
    assert _refused(address.replace(PASSWORD, f"{PASSWORD}@")) == "the password in --store has an @; write it as %40"
    assert "cannot be reached" in _refused(f"postgresql+psycopg://oss_scan@127.0.0.1:1/postgres?password={PASSWORD}")
    own.sql("CREATE DATABASE old TEMPLATE template0 ENCODING 'LATIN1'")
    old = address.partition("?")[0].replace("/postgres", "/old")
    assert _refused(old) == f"{name}/old keeps text as LATIN1; make a database with ENCODING 'UTF8'"
    own.sql("CREATE SCHEMA another")
    own.sql("CREATE TABLE another.customers (name TEXT)")
    another = address.partition("search_path")[0] + "search_path%3Danother"
    assert _refused(another) == f"{name}/postgres is a database of another program; name another --store"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_the_driver_need_not_be_named(postgres: Server, scheme: str) -> None:
    address = postgres.create().replace("postgresql+psycopg", scheme)
    assert open_store(address).runs() == ()


#: What is done with a store, besides scanning.
_COMMANDS = (
    "store merge",
    "store list",
    "store show latest",
    "store check",
    "store export",
    "store export --all --format parquet --output {folder}/tables",
    "store migrate",
    "report make --compare 2025 --output {folder}/report",
    "report verify {folder}/report",
    "inventory judge",
    "inventory hearing --organisation a --output {folder}/hearing",
    "store prune --keep 1",
    "store prune --keep 1 --yes",
    "store check",
)


def test_nobody_sees_the_password(
    postgres: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    many = make(tmp_path / "many", 12)
    monkeypatch.setenv("OSS_SCAN_STORE", postgres.create())
    monkeypatch.setenv("OSS_SCAN_LANG", "en")
    seen: set[bytes] = set()
    inventory = tmp_path / "inventory.yaml"
    inventory.write_text(f"organisations: [{{id: a, name: A, kind: zbo, sources: ['{many}']}}]\n")
    given = ["--inventory", str(inventory), "--every", "year", "--since", "2025-01-01"]
    command = [sys.executable, "-m", "oss_scan", "scan", *given, "--jobs", "2", "--format", "json", "--verbose"]
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            seen.update(_command_lines())
            time.sleep(0.05)
    assert process.returncode == 0
    assert any(b"multiprocessing.forkserver" in one for one in seen)
    for part in ("1/2", "2/2"):
        assert main(["scan", "--inventory", str(inventory), "--jobs", "1", "--shard", part, "--verbose"]) == 0
    for words in _COMMANDS:
        assert main([*words.format(folder=tmp_path).split(), "--verbose"]) == 0
    said = "".join(capfd.readouterr())
    assert "oss_scan:***@" in said  # so that it was there to be shown
    assert PASSWORD not in said
    assert not [one for one in seen if PASSWORD.encode() in one]
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or PASSWORD.encode() not in path.read_bytes(), path


def _command_lines() -> Iterator[bytes]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield path.read_bytes()
        except OSError:  # it has ended
            continue
