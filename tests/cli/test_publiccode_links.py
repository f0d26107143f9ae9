"""`oss-scan publiccode validate --links`, against a server on loopback."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner

from oss_scan.cli import publiccode_links
from oss_scan.cli.publiccode import command
from tests.publiccode.files import VALID


class Handler(BaseHTTPRequestHandler):
    """Answers with the status that the path names."""

    seen: ClassVar[list[str]] = []

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.seen.append(self.path)
        self.send_response(int(self.path[1:]))
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Handler.seen.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def written(folder: Path, server: str, *paths: str) -> Path:
    path = folder / "publiccode.yml"
    links = "".join(f"  - {server}{one}\n" for one in paths)
    text = VALID.replace("https://github.com/gemeente-voorbeeld/parkeren", f"{server}/200")
    path.write_text(f"{text}isBasedOn:\n{links}" if links else text)
    return path


def run(path: Path, *words: str) -> tuple[int, dict[str, Any]]:
    done = CliRunner().invoke(
        command, ["validate", str(path), "--format", "json", "--lang", "en", *words], standalone_mode=False
    )
    [found] = json.loads(done.stdout)
    found["items"] = [
        (item["type"], item["key"], item["line"], item["code"], item["message"])
        for item in found["items"]
        if item["code"].startswith("link")
    ]
    return done.return_value, found


def test_without_the_option_nothing_is_asked(server: str, tmp_path: Path) -> None:
    assert run(written(tmp_path, server, "/404"))[1]["items"] == []
    assert Handler.seen == []


def test_what_is_gone_is_an_error_and_what_is_refused_is_not(server: str, tmp_path: Path) -> None:
    path = written(tmp_path, server, "/404", "/403", "/429")
    status, found = run(path, "--links-private")
    whether = "whether something is there cannot be established: answer"
    assert (status, found["verdict"]) == (1, "invalid")
    assert found["items"] == [
        (
            "error",
            "isBasedOn[0]",
            27,
            "link-gone",
            f"isBasedOn[0] is {server}/404, and nothing is there (answer 404)",
        ),
        ("notice", "isBasedOn[1]", 28, "link-unknown", f"isBasedOn[1] is {server}/403; {whether} 403"),
        ("notice", "isBasedOn[2]", 29, "link-unknown", f"isBasedOn[2] is {server}/429; {whether} 429"),
    ]
    assert sorted(Handler.seen) == ["/200", "/403", "/404", "/429"]


def test_unknown_is_not_invalid(server: str, tmp_path: Path) -> None:
    status, found = run(written(tmp_path, server, "/403"), "--links-private")
    assert (status, found["verdict"]) == (0, "valid")


def test_the_own_network_is_left_alone(server: str, tmp_path: Path) -> None:
    status, found = run(written(tmp_path, server), "--links")
    assert (status, [item[:4] for item in found["items"]]) == (0, [("notice", "url", 3, "link-unknown")])
    assert found["items"][0][4].endswith("the address lies inside the own network")
    assert Handler.seen == []


def test_answers_are_remembered(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, server, "/404")
    first = run(path, "--links-private")
    assert run(path, "--links-private") == first
    assert len(Handler.seen) == 2
    monkeypatch.setattr(publiccode_links, "_LASTS", {"there": 3600.0})
    assert run(path, "--links-private") == first
    assert sorted(Handler.seen) == ["/200", "/404", "/404"]


@pytest.mark.parametrize("text", ["", "[", "[1]", '{"a": 1, "b": ["there", "", 99999999999.0]}', "[" * 100_000])
def test_what_was_remembered_may_be_damaged(server: str, tmp_path: Path, text: str) -> None:
    held = tmp_path / "cache" / "oss-scan" / "links.json"
    held.parent.mkdir(parents=True)
    held.write_text(text)
    assert run(written(tmp_path, server, "/404"), "--links-private")[0] == 1
    assert len(json.loads(held.read_text())) == 2
