"""Whether web addresses answer, asked of a real server on loopback."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from oss_scan.sources import web
from oss_scan.sources.web import HOPS, Reached, reach, reach_all

THERE = Reached("there")


class Handler(BaseHTTPRequestHandler):
    """Answers `/404` with that status, `/hop/3` with three redirects, and `/to?…` with one."""

    seen: ClassVar[list[tuple[str, str | None]]] = []

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers.get("Authorization")))
        _, name, *rest = self.path.split("/")
        if name == "hop" and rest != ["0"]:
            self.redirect(f"/hop/{int(rest[0]) - 1}")
        elif name.startswith("to?"):
            self.redirect(self.path.partition("?")[2])
        elif name == "slow":
            time.sleep(60)
        elif name == "drip":
            self.drip()
        elif name == "endless":
            self.endless()
        else:
            self.send_response(int(name) if name.isdigit() else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self) -> None:
        with suppress(OSError):
            for letter in b"HTTP/1.1 200 OK" * 40:
                self.wfile.write(bytes([letter]))
                time.sleep(0.1)

    def endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(1000):
                self.wfile.write(b"x" * 1024 * 1024)
        except OSError:
            self.seen.append(("stopped", None))


@pytest.fixture
def server() -> Iterator[str]:
    Handler.seen.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", THERE),
        ("/204", THERE),
        ("/404", Reached("gone", "404")),
        ("/410", Reached("gone", "410")),
        ("/401", Reached("unknown", "401")),
        ("/403", Reached("unknown", "403")),
        ("/429", Reached("unknown", "429")),
        ("/500", Reached("unknown", "500")),
        ("/304", Reached("unknown", "304")),
        (f"/hop/{HOPS}", THERE),
        (f"/hop/{HOPS + 1}", Reached("unknown", "redirects")),
        ("/to?file:///etc/passwd", Reached("unknown", "scheme")),
        ("/to?ftp://example.org/", Reached("unknown", "scheme")),
        ("/to?/404", Reached("gone", "404")),
    ],
)
def test_answers(server: str, path: str, expected: Reached) -> None:
    assert reach(server + path, private=True) == expected


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_what_takes_too_long_is_unknown(server: str, path: str) -> None:
    start = time.monotonic()
    assert reach(server + path, private=True, whole=0.5) == Reached("unknown", "timeout")
    assert time.monotonic() - start < 15


def test_a_pause_that_is_too_long(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "READ", 0.2)
    assert reach(f"{server}/slow", private=True) == Reached("unknown", "timeout")


def test_the_body_is_not_read(server: str) -> None:
    start = time.monotonic()
    assert reach(f"{server}/endless", private=True) == THERE
    assert time.monotonic() - start < 15


def test_the_own_network_is_not_asked(server: str) -> None:
    port = server.rpartition(":")[2]
    hosts = "127.0.0.1 localhost localhost. 127.1 0x7f000001 2130706433 [::1] [::ffff:127.0.0.1] 0.0.0.0 10.0.0.1"
    more = "192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 240.0.0.1 [fe80::1] [fc00::1] [fec0::1] [::7f00:1]"
    for host in (*hosts.split(), *more.split(), "[64:ff9b::7f00:1]", "[2002:7f00:1::]"):
        reached = reach(f"http://{host}:{port}/")
        assert reached.outcome == "unknown", host
        assert reached.why in ("private", "name", "connection"), host
    assert Handler.seen == []


def test_a_name_that_leads_inside_is_not_asked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(server.rpartition(":")[2])

    def inside(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", inside)
    assert reach(f"http://rebound.example.org:{port}/") == Reached("unknown", "private")
    assert Handler.seen == []


def test_a_name_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> list[tuple[object, ...]]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    assert reach("https://nowhere.example.org/") == Reached("unknown", "name")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org", "//x", "git@example.org:a", "", "http:///"])
def test_other_schemes_are_not_asked(url: str) -> None:
    assert reach(url) == Reached("unknown", "scheme")


@pytest.mark.parametrize("url", ["http://[x", "http://a:99999/", "http://" + "a" * 70 + "/", "http://\u00df\u0000/"])
def test_odd_addresses_are_unknown(url: str) -> None:
    assert reach(url).outcome == "unknown"


def test_no_password_is_sent(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    assert reach(server.replace("//", "//me:secret@"), private=True) == THERE
    assert Handler.seen == [("/", None)]


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert reach(f"http://127.0.0.1:{port}/", private=True) == Reached("unknown", "connection")


def test_several_at_once_and_each_once(server: str) -> None:
    urls = [f"{server}/{number}" for number in (*range(200, 220), 404, 404)]
    found = reach_all(urls, private=True)
    assert len(found) == 21
    assert [url[-3:] for url, one in found.items() if one.outcome == "gone"] == ["404"]
    assert len(Handler.seen) == 21
