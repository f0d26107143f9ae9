"""Scans on a Dask cluster while what it needs is killed, restarted and cut off, and what is left of it in the end.

python -m tests.clustered REPOSITORIES       (`make soak`; `tests/test_cluster.py` does the same with 300)
python -m tests.clustered scan SCHEDULER STORE TARGET...

One repository in 50 comes from a git server, and these are the first.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

import click
from sqlalchemy import select

from oss_scan.errors import OssScanError
from oss_scan.figures import figures, measured
from oss_scan.scan.work import Limits
from oss_scan.store import open_store
from oss_scan.store.checking import check
from oss_scan.store.schema import claim, subject
from tests import git_server
from tests import postgres as servers
from tests.cutting import cable
from tests.dask_cluster import Cluster, cluster, listens
from tests.sweeps import make, now, slow_read, sweep

Process: TypeAlias = "subprocess.Popen[bytes]"

_SERVED = 50
_LIMITS = Limits(lease=5.0, tries=100)


@dataclass
class Disturbed:
    """What was done to the scan, and how often it had to be started."""

    done: list[str] = field(default_factory=list)
    starts: int = 0
    dropped: int = 0  # connections with the git server
    said: list[str] = field(default_factory=list)


def endure(folder: Path, count: int) -> Disturbed:
    """Scan undisturbed, scan while disturbing, and compare; AssertionError where anything is not as it must be."""
    many, served = make(folder / "many", count), folder / "served"
    served.mkdir()
    names = [one.name for one in sorted(many.iterdir())[::_SERVED]]
    for name in names:
        (many / name).rename(served / name)
    seen = Disturbed()
    with (
        git_server.serve(served) as host,
        cable(urlsplit(host).port or 0) as line,
        servers.serve() as server,
        cable(server.port) as wire,
        cluster(folder / "dask") as workers,
    ):
        words = [*(f"http://127.0.0.1:{line.port}/{name}" for name in names), str(many)]
        calm = sweep(folder / "calm.db", *words, at=now(), jobs=2)
        direct = server.create()
        through = direct.replace(f":{server.port}/", f":{wire.port}/")
        assert listens(workers.address, 60)

        def killed(_process: Process) -> None:
            workers.kill_worker()
            workers.add()

        def again(process: Process) -> None:
            workers.kill()
            process.wait(60)  # it says that the scheduler is gone
            workers.start()
            assert listens(workers.address, 60)

        def restarted(_process: Process) -> None:
            server.stop("immediate")
            time.sleep(1)
            server.start()

        def away(_process: Process) -> None:
            line.cut()
            time.sleep(2)
            line.mend()

        def cut(_process: Process) -> None:
            wire.cut()
            time.sleep(2)
            wire.mend()

        plan: list[tuple[float, str, Callable[[Process], None]]] = [
            (0.003, "git server away", away),
            (0.1, "worker killed", killed),
            (0.3, "database restarted", restarted),
            (0.5, "network cut", cut),
            (0.7, "scheduler killed", again),
        ]
        while seen.starts < 8:
            seen.starts += 1
            with _scanning(workers, through, words, folder) as process:
                while process.poll() is None:
                    time.sleep(0.1)
                    if plan and _done(direct) >= plan[0][0] * count:
                        _, name, what = plan.pop(0)
                        what(process)
                        seen.done.append(name)
            seen.said.append((folder / "said").read_text(encoding="utf-8"))
            if process.returncode == 0:
                break
            assert process.returncode == 2, seen.said
        store = open_store(direct)
        scan = store.scan()
        assert len(store.runs()) == 1, seen
        assert check(store) == ()
        keys = [one.key for one in scan.repositories]
        assert len(keys) == len(set(keys)) == count
        assert scan.repositories == calm.repositories
        assert figures(measured(scan)) == figures(measured(calm))
        seen.dropped = line.dropped
    assert not plan, seen
    assert seen.dropped, seen
    return seen


@contextmanager
def _scanning(workers: Cluster, store: str, words: Sequence[str], folder: Path) -> Iterator[Process]:
    command = [sys.executable, "-m", "tests.clustered", "scan", workers.address, store, *words]
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=said, stderr=said)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def _done(address: str) -> int:
    """How many repositories are judged; 0 while the database is away."""
    try:
        store = open_store(address, create=False)
        with store.reading() as connection:
            if connection.execute(select(claim.c.ordinal).limit(1)).first() is None:
                return 0
            return len(connection.execute(select(subject.c.repository)).all())
    except OssScanError:
        return 0


def main(words: list[str]) -> int:
    """Endure, or one scan of it."""
    if words[0] != "scan":
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="oss-scan-cluster-") as name:
            seen = endure(Path(name), int(words[0]))
        click.echo(f"{words[0]} repositories on a cluster, each there once, figures equal: {', '.join(seen.done)};")
        click.echo(f"started {seen.starts} times, {time.monotonic() - start:.0f} s in all")
        return 0
    try:
        sweep(words[2], *words[3:], at=now(), limits=_LIMITS, read=slow_read, scheduler=words[1])
    except OssScanError as error:
        click.echo(error.en, err=True)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
