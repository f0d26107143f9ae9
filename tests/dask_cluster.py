"""A real Dask scheduler with worker processes on loopback, each of which can be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).parents[1]


class Cluster:
    """A scheduler and its workers; `address` is the scheduler's, and stays the same when it is started again."""

    def __init__(self, folder: Path, workers: int) -> None:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
        self.address = f"tcp://127.0.0.1:{port}"
        self.log = folder / "dask.log"
        self._folder = folder
        self._workers = workers
        self._started: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Start scheduler and workers."""
        port = self.address.rpartition(":")[2]
        self._run("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
        for _ in range(self._workers):
            self.add()

    def add(self) -> None:
        """Start one more worker."""
        place = ["--local-directory", str(self._folder), "--memory-limit", "0", "--host", "127.0.0.1"]
        self._run("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", *place)

    def kill_worker(self) -> None:
        """SIGKILL the worker that was started last."""
        self._kill(self._started[-1])

    def kill(self) -> None:
        """SIGKILL all of it, the scheduler first."""
        for one in self._started:
            self._kill(one)
        self._started.clear()

    def processes(self) -> list[int]:
        """Those that run."""
        return [one.pid for one in self._started if one.poll() is None]

    def _kill(self, one: "subprocess.Popen[bytes]") -> None:
        one.send_signal(signal.SIGKILL)
        one.wait()

    def _run(self, *words: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(_ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
        with self.log.open("ab") as log:
            self._started.append(
                subprocess.Popen([sys.executable, "-m", "dask", *words], env=environment, stdout=log, stderr=log)
            )


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A cluster that runs; gone afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Cluster(folder, workers)
    made.start()
    try:
        yield made
    finally:
        made.kill()


def listens(address: str, seconds: float = 30) -> bool:
    """Whether something answers at an address, in so many seconds."""
    host, _, port = address.removeprefix("tcp://").rpartition(":")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection((host, int(port)), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False
