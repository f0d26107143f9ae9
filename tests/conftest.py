"""What all tests share: an environment without the user's own settings, and no test that is skipped."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from oss_scan.store import Store, open_store
from tests import postgres as servers
from tests.builder import Repo

_skipped: list[str] = []


def pytest_configure() -> None:
    """Where the tests run in the background a shell has interrupts ignored; what they start would inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped:
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test is a failure: what CI cannot run, it must install."""
    if _skipped and not hasattr(session.config, "workerinput"):
        session.exitstatus = 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _skipped:
        terminalreporter.write_line(f"{len(_skipped)} skipped, which fails the run: {_skipped[:5]}")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("OSS_SCAN_LANG", "OSS_SCAN_STORE", "GITHUB_STEP_SUMMARY", "NO_COLOR", "GIT_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith("OSS_SCAN_TOKEN_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """An empty repository with a working copy."""
    return Repo.make(tmp_path / "repo")


@pytest.fixture(scope="session")
def postgres() -> Iterator[servers.Server]:
    """A PostgreSQL server, started by the first test that wants it."""
    with servers.serve() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store can be made: a file, or a database."""
    if request.param == "sqlite":
        return str(tmp_path / "scans.db")
    server: servers.Server = request.getfixturevalue("postgres")
    return server.create()


@pytest.fixture
def both(address: str) -> Store:
    """A new store, in either kind of database."""
    return open_store(address)
