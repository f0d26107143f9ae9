"""The recipes in docs/machines.md, run as they stand there: only the targets and the installing are ours."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from oss_scan.results import Scan
from oss_scan.store import open_store
from tests.dask_cluster import listens
from tests.postgres import Server
from tests.sweeps import make, sweep

_PAGE = Path(__file__).parents[1] / "docs" / "machines.md"


def _block(heading: str, at: int = 0) -> dict[str, Any]:
    text = _PAGE.read_text(encoding="utf-8").partition(f"\n### {heading}\n")[2].partition("\n### ")[0]
    found = yaml.safe_load(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[at])
    assert isinstance(found, dict)
    return found


def _steps(job: Mapping[str, Any], matrix: Mapping[str, Any]) -> Iterator[str]:
    """What the steps of a job run."""
    for step in job["steps"]:
        line = step.get("run", "")
        yield re.sub(r"\$\{\{ matrix\.(\w+) \}\}", lambda found: str(matrix[found[1]]), line)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path / "many", 8)
    (tmp_path / "work").mkdir()
    return tmp_path


def _run(folder: Path, lines: Iterator[str] | list[str], **environment: str) -> None:
    here = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "TARGETS": str(folder / "many")}
    for line in lines:
        if line and not line.startswith("pip install "):
            done = subprocess.run(
                ["bash", "-euc", line],
                cwd=folder / "work",
                env={**os.environ, **here, **environment},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, (line, done.stderr)


def _is_whole(folder: Path, merged: Scan) -> None:
    whole = sweep(folder / "whole.db", folder / "many")
    assert merged.run.shard is None
    assert len(merged.repositories) == 8
    assert merged.repositories == whole.repositories


def test_github_actions(folder: Path) -> None:
    jobs = _block("GitHub Actions")["jobs"]
    for part in jobs["part"]["strategy"]["matrix"]["part"]:
        _run(folder, _steps(jobs["part"], {"part": part}))
    _run(folder, _steps(jobs["merge"], {}))
    _is_whole(folder, open_store(str(folder / "work" / "all.db")).scan())
    assert (folder / "work" / "report" / "report.html").exists()


def test_gitlab(folder: Path) -> None:
    jobs = _block("GitLab")
    parts = jobs["scan"]["parallel"]
    for part in range(1, parts + 1):
        _run(folder, jobs["scan"]["script"], CI_NODE_INDEX=str(part), CI_NODE_TOTAL=str(parts))
    _run(folder, jobs["merge"]["script"])
    _is_whole(folder, open_store(str(folder / "work" / "all.db")).scan())
    assert (folder / "work" / "report" / "report.html").exists()


def test_kubernetes(folder: Path, postgres: Server) -> None:
    store = postgres.create()
    job, merging = (_block("Kubernetes", at)["spec"] for at in (0, 1))
    for index in range(job["completions"]):
        _run(folder, _args(job), JOB_COMPLETION_INDEX=str(index), OSS_SCAN_STORE=store)
    _run(folder, _args(merging), OSS_SCAN_STORE=store)
    _is_whole(folder, open_store(store).scan())


def _args(job: Mapping[str, Any]) -> list[str]:
    [container] = job["template"]["spec"]["containers"]
    assert container["command"] == ["sh", "-c"]
    return list(container["args"])


def test_dask(folder: Path, postgres: Server) -> None:
    text = _PAGE.read_text(encoding="utf-8").partition("\n## A Dask cluster\n")[2]
    scheduler, worker, scan = re.findall(r"```sh\n(.*?)\n```", text, re.DOTALL)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    store = postgres.create()
    given = {"SCHEDULER_HOST": "127.0.0.1", "SCHEDULER_PORT": str(port), "OSS_SCAN_STORE": store}
    path = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    started = []
    try:
        for line in (scheduler, worker):
            with (folder / "dask.log").open("ab") as log:
                words = ["bash", "-euc", f"exec {line}"]
                environment = {**os.environ, **path, **given}
                started.append(subprocess.Popen(words, env=environment, stdout=log, stderr=log, cwd=folder))
        assert listens(f"127.0.0.1:{port}", 60)
        _run(folder, [scan], **given)
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(30)
    _is_whole(folder, open_store(store).scan())
