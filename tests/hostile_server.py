"""Servers that are not to be trusted: one that never answers, and some that never stop."""

import os
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase

OID = "1" * 40
Stream = Callable[[BufferedIOBase], None]


def line(text: str) -> bytes:
    """One line of git's protocol."""
    return f"{len(text) + 4:04x}{text}".encode()


def data(content: bytes, band: int = 1) -> bytes:
    """A part of the files (or, on band 2, of what is said to the user)."""
    return f"{len(content) + 5:04x}".encode() + bytes([band]) + content


def greeting(out: BufferedIOBase) -> None:
    """What there is: HEAD."""
    out.write(line("# service=git-upload-pack\n") + b"0000")
    out.write(
        line(f"{OID} HEAD\0shallow filter side-band-64k allow-tip-sha1-in-want\n") + line(f"{OID} refs/heads/main\n")
    )


def polite(out: BufferedIOBase) -> None:
    """HEAD, and no more."""
    greeting(out)
    out.write(b"0000")


def endless_names(out: BufferedIOBase) -> None:
    """Branches without end."""
    greeting(out)
    for number in range(1 << 40):
        out.write(line(f"{OID} refs/tags/{number:0200d}\n"))


def endless_pack(out: BufferedIOBase) -> None:
    """Files without end."""
    out.write(line("NAK\n") + data(b"PACK" + struct.pack(">II", 2, 1 << 20)))
    while True:
        out.write(data(b"\xb0\x80\x02" + zlib.compress(os.urandom(4096), 0)))  # a file of 4096 bytes


def endless_messages(out: BufferedIOBase) -> None:
    """Words for the user without end."""
    out.write(line("NAK\n"))
    while True:
        out.write(data(b"x" * 4096 + b"\n", band=2))


def endless_keepalive(out: BufferedIOBase) -> None:
    """Nothing, again and again."""
    out.write(line("NAK\n"))
    while True:
        out.write(data(b""))
        out.flush()
        time.sleep(0.05)


@contextmanager
def serve(greeted: Stream, sent: Stream = polite) -> Iterator[str]:
    """An HTTP server that greets and sends as it is told; yields the URL of a repository."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            self._send("advertisement", greeted)

        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            self._send("result", sent if b"done" in asked else lambda out: None, line(f"shallow {OID}") + b"0000")

        def _send(self, kind: str, stream: Stream, start: bytes = b"") -> None:
            self.send_response(200)
            self.send_header("Content-Type", f"application/x-git-upload-pack-{kind}")
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(start)
                stream(self.wfile)
            self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/one.git"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def silence() -> Iterator[str]:
    """A server that takes the call and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/one.git"
