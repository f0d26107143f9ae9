"""`oss-scan scan` from the outside."""

import json
import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import jsonschema
import pytest

from oss_scan.cli import main
from oss_scan.schemas import schema
from oss_scan.store import open_store
from tests.builder import Repo
from tests.sweeps import make


def _scan(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, dict[str, object], list[str]]:
    status = main(["scan", *map(str, words), "--format", "json", "--lang", "en"])
    said = capsys.readouterr()
    return status, json.loads(said.out), said.err.splitlines()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_json_and_one_line_for_each(tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    folder = make(tmp_path / "many", 3)
    status, result, lines = _scan(capsys, folder, "--store", tmp_path / "scans.db", "--jobs", jobs)
    assert status == 0
    jsonschema.validate(result, json.loads(schema("scan")))
    repositories = result["repositories"]
    assert isinstance(repositories, list)
    assert [one["repository"] for one in repositories] == [
        f"{folder}/r00000",
        f"{folder}/r00002",
        "https://git.example/org/r00001",
    ]
    assert all(one["licence"] is not None for one in repositories)
    assert sorted(line.split("] ")[1].split(": ")[0] for line in lines[:-1]) == [
        one["repository"] for one in repositories
    ]
    assert [line[:6] for line in lines[:-1]] == ["[1/3] ", "[2/3] ", "[3/3] "]
    unknown = sum(finding["outcome"] == "unknown" for one in repositories for finding in one["findings"])
    assert lines[-1].endswith(f"; repositories: 3, of them unreadable: 0; findings unknown: {unknown}.")


def test_forks_by_their_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = Repo.make(tmp_path / "all" / "one")
    one.commit({"a": "1"})
    one.git("clone", "--quiet", ".", str(tmp_path / "all" / "two"))
    one.commit({"a": "2"})
    status, result, said = _scan(capsys, tmp_path / "all", "--no-store", "--history", "--verbose")
    jsonschema.validate(result, json.loads(schema("scan")))
    assert status == 0
    repositories = result["repositories"]
    assert isinstance(repositories, list)
    assert [list(found["kinds"]["known"]) for found in repositories] == [[], ["copy"]]
    assert said[-2] == "In no figure, for what kind of repository it is: 1 (copies of another one: 1)."
    assert said[-1].startswith(f"  {tmp_path}/all/two: all that is here is in {tmp_path}/all/one too")
    assert main(["scan", str(tmp_path / "all"), "--history", "--shard", "1/2", "--no-store", "--lang", "en"]) == 2
    assert "--shard does not go with --history" in capsys.readouterr().err


def test_status_3_where_one_is_unreadable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, result, lines = _scan(capsys, make(tmp_path / "many", 1), tmp_path / "nothing", "--no-store")
    assert status == 3
    repositories = result["repositories"]
    assert isinstance(repositories, list)
    assert [(one["status"], one["reason_code"]) for one in repositories] == [
        ("scanned", None),
        ("unreadable", "no-such-path"),
    ]
    assert "of them unreadable: 1;" in lines[-1]


def test_no_store_keeps_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, _ = _scan(capsys, make(tmp_path / "many", 2), "--no-store")
    assert status == 0
    assert not Path(os.environ["XDG_DATA_HOME"]).exists()


def test_a_store_in_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, result, _ = _scan(capsys, make(tmp_path / "many", 2), "--store", "sqlite://", "--jobs", "2")
    assert status == 0
    assert len(result["repositories"]) == 2  # type: ignore[arg-type]  # a list


def test_nothing_to_scan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--lang", "en"]) == 2
    assert main(["scan", "gitlab:group", "--no-store", "--lang", "en"]) == 2
    assert main(["scan", ".", "--no-store", "--jobs", "0"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def _interrupted(words: list[str], by: signal.Signals = signal.SIGINT) -> "subprocess.CompletedProcess[str]":
    process = subprocess.Popen(
        [sys.executable, "-m", "oss_scan", "scan", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    process.stderr.readline()  # the first repository was judged
    os.killpg(process.pid, by)  # as a terminal does: to all in the foreground
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(words, process.returncode, out, err.rstrip())


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("by", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_and_gone_on_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str, by: signal.Signals, status: int
) -> None:
    folder = make(tmp_path / "many", 200)
    store = tmp_path / "scans.db"
    words = [str(folder), "--store", str(store), "--jobs", jobs, "--lang", "en"]
    done = _interrupted(words, by)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    [kept] = open_store(str(store)).runs()
    last = f"Interrupted: the scan {kept.run.id} is not finished. Give the same command again to go on where it was."
    assert done.stderr.splitlines()[-1] == last
    assert done.stdout == ""
    assert 0 < kept.repositories < 200
    status, result, lines = _scan(capsys, *words)
    assert status == 0
    assert lines[0] == (
        f"The scan {kept.run.id} of {kept.run.started:%Y-%m-%d %H:%M} UTC was not finished and goes on: "
        f"{kept.repositories} of 200 repositories are judged already, reference date {kept.run.reference_date}."
    )
    assert lines[1].startswith(f"[{kept.repositories + 1}/200] ")
    assert len(result["repositories"]) == 200  # type: ignore[arg-type]  # a list
    assert [one.run.id for one in open_store(str(store)).runs()] == [kept.run.id]


def test_interrupted_without_a_store(tmp_path: Path) -> None:
    done = _interrupted([str(make(tmp_path / "many", 200)), "--no-store", "--jobs", "2"])
    assert done.returncode == 130
    assert done.stderr.splitlines()[-1] == "Afgebroken: er is niets bewaard."


def test_a_bar_on_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "oss_scan", "scan", str(make(tmp_path / "many", 5)), "--no-store", "--jobs", "2"]
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=theirs, env=environment) as process:
        os.close(theirs)
        said = b""
        with suppress(OSError):  # the other side is closed, however long that took
            while part := os.read(ours, 4096):
                said += part
    os.close(ours)
    assert process.returncode == 0
    assert b"beoordelen" in said
    assert b"100%" in said
    assert b"[1/5]" not in said
