"""A network that can be cut: a proxy on loopback that drops and refuses connections as long as it is told to, or resets
one in the middle of what it carries."""

import contextlib
import select
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Cable:
    """What lies between a program and a server; `port` is where the program finds it."""

    def __init__(self, port: int) -> None:
        self._server = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._cut = threading.Event()
        self._over = threading.Event()
        self._most: int | None = None
        self.broken = 0
        self.dropped = 0
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def cut(self) -> None:
        """Drop every connection, and refuse new ones; `dropped` counts both."""
        self._cut.set()

    def mend(self) -> None:
        """Let them through again."""
        self._cut.clear()

    def break_after(self, count: int) -> None:
        """Reset the first connection that is about to carry more than so many bytes from the server; `broken` counts
        them."""
        self._most = count

    def close(self) -> None:
        """Take it away."""
        self._over.set()
        for one in self._threads:
            one.join(5)
        self._listening.close()

    def _accept(self) -> None:
        while not self._over.is_set():
            if not select.select([self._listening], [], [], 0.05)[0]:
                continue
            here, _ = self._listening.accept()
            if self._cut.is_set():
                self.dropped += 1
                here.close()
                continue
            self._threads.append(threading.Thread(target=self._carry, args=(here,), daemon=True))
            self._threads[-1].start()

    def _carry(self, here: socket.socket) -> None:
        with here, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._server)) as there:
            other = {here: there, there: here}
            carried = 0
            while not self._over.is_set() and not self._cut.is_set():
                for one in select.select(list(other), [], [], 0.05)[0]:
                    data = one.recv(65536)
                    if not data:
                        return
                    carried += len(data) if one is there else 0
                    if self._most is not None and carried > self._most:
                        self._reset(here, data)
                        return
                    other[one].sendall(data)
            self.dropped += self._cut.is_set()

    def _reset(self, here: socket.socket, data: bytes) -> None:
        """Send half, and close without the farewell of TCP."""
        self._most = None
        self.broken += 1
        here.sendall(data[: len(data) // 2])
        here.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@contextmanager
def cable(port: int) -> Iterator[Cable]:
    """A cable to a server on loopback."""
    made = Cable(port)
    try:
        yield made
    finally:
        made.close()
