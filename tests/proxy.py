"""A proxy on loopback that lets nothing through: it answers each CONNECT with a status."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Refusing:
    """What the proxy answers, where it is, with a password that is to be told nowhere, and what it was asked."""

    status: int
    address: str = ""
    asked: list[str] = field(default_factory=list)


@contextmanager
def refusing(status: int) -> Iterator[Refusing]:
    """A proxy that answers with this status."""
    found = Refusing(status)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else what follows the headers waits 40 ms

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_CONNECT(self) -> None:
            found.asked.append(self.path)
            self.send_response(found.status)
            if found.status == 407:
                self.send_header("Proxy-Authenticate", 'Basic realm="office"')
            self.send_header("Content-Length", "0")
            self.end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    found.address = f"http://clerk:hunter2@127.0.0.1:{server.server_port}"
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
