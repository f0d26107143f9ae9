"""A scan on a real Dask cluster finds what one machine finds, also while parts of it are killed."""

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from oss_scan import __version__
from oss_scan.cli import main
from oss_scan.scan import share as sharing
from oss_scan.scan.runs import analysers
from oss_scan.scan.share import Wanted
from oss_scan.store import open_store
from tests.clustered import endure
from tests.dask_cluster import Cluster, cluster, listens
from tests.postgres import PASSWORD, Server
from tests.sweeps import make, sweep


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("dask")) as made:
        assert listens(made.address, 60)
        yield made


def _refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["scan", *words, "--lang", "en"]) == 2
    return capsys.readouterr().err


def test_three_hundred_repositories_while_everything_fails_once(tmp_path: Path) -> None:
    seen = endure(tmp_path, 300)
    assert seen.done == ["git server away", "worker killed", "database restarted", "network cut", "scheduler killed"]
    assert seen.starts >= 2
    assert all("\n" not in said.strip() for said in seen.said)
    assert any(said.startswith("the scheduler tcp://127.0.0.1:") for said in seen.said)


def test_the_command_finds_what_one_machine_finds(workers: Cluster, postgres: Server, tmp_path: Path) -> None:
    many = make(tmp_path / "many", 12)
    shutil.copytree(many / "r00001", many / "copy")
    store = postgres.create()
    output = tmp_path / "scan.json"
    words = ["--scheduler", workers.address, "--store", store, "--format", "json", "--output", str(output), "--verbose"]
    assert main(["scan", str(many), *words]) == 0
    scan = open_store(store).scan()
    assert scan.repositories == sweep(tmp_path / "alone.db", many).repositories
    assert len(json.loads(output.read_text(encoding="utf-8"))["repositories"]) == 12
    log = workers.log.read_text(encoding="utf-8")
    assert "Registered to" in log
    assert PASSWORD not in log


def test_where_no_scheduler_is_one_sentence_says_so(
    workers: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    many = str(make(tmp_path / "many", 1))
    monkeypatch.setattr("oss_scan.scan.cluster._CONNECTING", 1)
    for address in ("tcp://127.0.0.1:1", "tcp://a..b:1"):
        said = _refused(capsys, many, "--scheduler", address, "--store", str(tmp_path / "s.db"), "-q")
        assert said.startswith(f"oss-scan: no Dask scheduler answers at {address} (")
        assert said.endswith("); start it with dask scheduler\n")
        assert said.count("\n") == 1
    assert "--scheduler needs a store" in _refused(capsys, many, "--scheduler", workers.address, "--no-store")


@pytest.mark.parametrize("address", ["tcp://nowhere", "nonsense://host:1", "host", "tcp://host:many"])
def test_an_address_that_is_none_is_told_before_anything_is_done(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _refused(capsys, str(tmp_path), "--scheduler", address, "--store", str(tmp_path / "s.db"))
    assert said.startswith(f"oss-scan: --scheduler {address} is no address (")
    assert said.endswith("); write tcp://HOST:PORT\n")
    assert said.count("\n") == 1
    assert not (tmp_path / "s.db").exists()


def test_without_dask_one_sentence_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "distributed"]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = _refused(capsys, str(tmp_path), "--scheduler", "tcp://127.0.0.1:1", "--store", str(tmp_path / "s.db"))
    assert said == "oss-scan: --scheduler needs Dask; install it with pip install 'oss-scan[cluster]'\n"


def test_workers_of_another_version_or_machine_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Run:
        analysers = analysers(history=False)

    class Asked:
        history = False

    class Job:
        run = Run()
        asked = Asked()
        address = str(tmp_path / "s.db")

    wanted = Wanted(Job())  # type: ignore[arg-type]  # what is looked at of it
    sharing._refuse(wanted)
    with pytest.raises(Exception, match=rf"another oss-scan \({__version__}\) than here \(0\); install the same"):
        sharing._refuse(replace(wanted, version="0"))
    with pytest.raises(Exception, match="cannot use a store in a file"):
        sharing._refuse(replace(wanted, machine="elsewhere"))
