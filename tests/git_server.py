"""A real git server: `git http-backend` behind HTTP on loopback, with protocol 2 and partial clone."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit


@dataclass
class Traffic:
    """What a server was asked and what it sent."""

    requests: list[str] = field(default_factory=list)  # method and path
    authorised: list[str] = field(default_factory=list)  # Authorization headers
    sent: int = 0

    @property
    def visits(self) -> int:
        """How often git called: each time it begins by asking what there is."""
        return sum(request.startswith("GET ") for request in self.requests)


@dataclass(frozen=True)
class Reply:
    """What a server answers instead of git; `cut` says to send only a part of what it promises, `drip` to send a byte
    at a time, with so many seconds between them."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    drip: float = 0.0


#: Path with query, and headers with names in lower case; None is for git.
Api = Callable[[str, Mapping[str, str]], Reply | None]


@contextmanager
def serve(
    folder: Path,
    traffic: Traffic | None = None,
    *,
    filters: bool = True,
    modern: bool = True,
    password: str = "",
    moved: str = "",
    api: Api | None = None,
) -> Iterator[str]:
    """Serve the repositories below a folder; yields the URL of the folder.

    Without `filters` or `modern` it is an older server: no partial clone, no protocol 2. With a `password` (`user:word`
    in base 64) it lets in nobody else. What was `moved` to another server is looked for there. What `api` answers
    does not reach git.
    """
    seen = traffic or Traffic()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else what follows the headers waits 40 ms

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            if self.headers.get("Transfer-Encoding") == "chunked":
                parts = []
                while size := int(self.rfile.readline().strip() or b"0", 16):
                    parts.append(self.rfile.read(size))
                    self.rfile.readline()
                self.rfile.readline()
                self._answer(b"".join(parts))
            else:
                self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def _say(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.status != 304:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            with suppress(ConnectionError):
                if reply.cut:
                    self.wfile.write(reply.body[: len(reply.body) // 2])
                    self.close_connection = True
                elif reply.drip:
                    for byte in reply.body:
                        self.wfile.write(bytes([byte]))
                        self.wfile.flush()
                        time.sleep(reply.drip)
                else:
                    self.wfile.write(reply.body)

        def _answer(self, body: bytes) -> None:
            address = urlsplit(self.path)
            seen.requests.append(f"{self.command} {address.path}")
            given = self.headers.get("Authorization")
            if given:
                seen.authorised.append(given)
            reply = api(self.path, {name.lower(): value for name, value in self.headers.items()}) if api else None
            if reply:
                self._say(reply)
                return
            if moved:
                self.send_response(301)
                self.send_header("Location", f"{moved}{self.path}")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            if password and given != f"Basic {password}":
                self.send_response(401)
                self.send_header("WWW-Authenticate", 'Basic realm="git"')
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            environment = {
                "PATH": os.environ["PATH"],
                "HOME": str(folder),
                "GIT_PROJECT_ROOT": str(folder),
                "GIT_HTTP_EXPORT_ALL": "1",
                "GIT_CONFIG_COUNT": "2",
                "GIT_CONFIG_KEY_0": "uploadpack.allowFilter",
                "GIT_CONFIG_VALUE_0": str(filters).lower(),
                "GIT_CONFIG_KEY_1": "safe.directory",
                "GIT_CONFIG_VALUE_1": "*",
                "GIT_PROTOCOL": self.headers.get("Git-Protocol", "") if modern else "",
                "PATH_INFO": address.path,
                "QUERY_STRING": address.query,
                "REQUEST_METHOD": self.command,
                "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                "CONTENT_LENGTH": str(len(body)),
                "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
                "REMOTE_ADDR": "127.0.0.1",
            }
            done = subprocess.run(
                ["git", "http-backend"], input=body, env=environment, capture_output=True, check=False
            )
            head, _, content = done.stdout.partition(b"\r\n\r\n")
            fields = dict(line.split(": ", 1) for line in head.decode().splitlines() if ": " in line)
            self.send_response(int(fields.pop("Status", "200").split()[0]))
            for name, value in fields.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            seen.sent += len(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
