"""A network that breaks off and a server that is away: tried again, and not for ever."""

import os
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from oss_scan.errors import UnreadableError
from oss_scan.facts import collect
from oss_scan.git import again
from oss_scan.git.again import PAUSES, answered, by_proxy, passes, pause
from oss_scan.git.remote import advertised, open_remote
from oss_scan.texts import Reason
from tests.builder import Repo
from tests.cutting import Cable, cable
from tests.git_server import Reply, Traffic, serve
from tests.proxy import refusing

FEW = list(PAUSES[:3])


@pytest.fixture(autouse=True)
def _nobody_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(again, "_answered", set())


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited; without waiting."""
    found: list[float] = []
    monkeypatch.setattr("oss_scan.git.bounded.rest", lambda seconds=0.0: found.append(seconds) if seconds else None)
    return found


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture
def line(repo: Repo, traffic: Traffic) -> Iterator[Cable]:
    """A network between us and a server with one repository, of which the README is large."""
    repo.commit({"README.md": b"# Trees\n\n" + os.urandom(300_000), "LICENSE": "text"})
    with serve(repo.path.parent, traffic) as server, cable(urlsplit(server).port or 0) as found:
        yield found


def _url(line: Cable) -> str:
    return f"http://127.0.0.1:{line.port}/repo/.git"


def test_a_pack_that_is_cut_off_in_the_middle_is_asked_for_again(
    repo: Repo, line: Cable, traffic: Traffic, waited: list[float]
) -> None:
    line.break_after(100_000)
    with open_remote(_url(line), collect) as opened:
        assert opened.tree.read("README.md") == (repo.path / "README.md").read_bytes()
    assert line.broken == 1
    assert traffic.visits == 4  # ls-remote, the commit, the files, and these again
    assert waited == FEW[:1]


def test_a_server_that_is_away_for_a_while_is_waited_for(line: Cable, monkeypatch: pytest.MonkeyPatch) -> None:
    assert advertised(_url(line)).head
    monkeypatch.setattr(again, "PAUSES", (0.3,) * 20)
    line.cut()
    back = threading.Timer(1.5, line.mend)
    back.start()
    assert advertised(_url(line)).head
    back.join()


def test_a_host_that_is_gone_holds_up_one_repository_only(line: Cable, waited: list[float]) -> None:
    assert advertised(_url(line)).head
    line.close()
    for expected in (list(PAUSES), FEW, FEW):
        with pytest.raises(UnreadableError) as caught:
            advertised(_url(line))
        assert caught.value.code == "remote-away"
        assert waited == expected
        waited.clear()


def test_nobody_waits_longer_than_a_repository_may_take(line: Cable, waited: list[float]) -> None:
    assert advertised(_url(line)).head
    line.close()
    with pytest.raises(UnreadableError):
        advertised(_url(line), patience=6)
    assert waited[:2] == FEW[:2]
    assert max(waited) < 6


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_that_is_busy_is_asked_again(repo: Repo, waited: list[float], status: int) -> None:
    repo.commit({"README.md": "# Trees\n"})
    text = {"Content-Type": "text/plain"}  # which git shows as what the other side says
    replies = [Reply(status), Reply(status, b"HTTP 404, slow down\n", text)]

    def busy(_path: str, _headers: Mapping[str, str]) -> Reply | None:
        return replies.pop() if replies else None

    with serve(repo.path.parent, api=busy) as server:
        assert advertised(f"{server}/repo/.git").head
    assert waited == FEW[:2]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_refusal_of_git_is_not_asked_again(repo: Repo, waited: list[float], status: int) -> None:
    traffic = Traffic()
    with serve(repo.path.parent, traffic, api=lambda *_: Reply(status)) as server, pytest.raises(UnreadableError):
        advertised(f"{server}/repo/.git")
    assert waited == []
    assert traffic.visits == 1


@pytest.mark.parametrize(
    "said",
    [
        b"fatal: remote error: upload-pack: not our ref 0123",
        b"fatal: remote error: HTTP 503",
        b"remote: fatal: unable to read tree\nfatal: early EOF",
        b"fatal: repository 'https://git.example/x/' not found",
        b"fatal: Authentication failed for 'https://git.example/x/'",
    ],
)
def test_what_the_server_says_itself_is_no_matter_of_time(said: bytes) -> None:
    answered("git.example")
    assert pause("git.example", said, 1) is None


def test_all_that_git_says_tells_that_it_was_broken_off() -> None:
    last = b"fatal: fetch-pack: invalid index-pack output\n"
    assert passes(b"error: RPC failed; curl 56 Recv failure\nfatal: early EOF\n" + last)
    assert not passes(b"error: inflate: data stream error\nfatal: pack has bad object\n" + last)
    assert not passes(b"fatal: Authentication failed for 'https://git.example/early EOF/'")


def test_what_breaks_off_is_tried_again_for_a_quarter_of_a_minute() -> None:
    said = b"error: RPC failed; curl 18 transfer closed with outstanding read data remaining\nfatal: early EOF"
    answered("git.example")
    assert [pause("git.example", said, tries) for tries in range(1, 7)] == [*PAUSES[:5], None]


@pytest.mark.parametrize(
    ("status", "pauses"), [(429, len(PAUSES)), (503, len(PAUSES)), (500, 5), (401, 0), (403, 0), (404, 0), (501, 0)]
)
def test_the_status_of_a_call_that_failed_decides(status: int, pauses: int) -> None:
    said = b"error: RPC failed; HTTP %d curl 22 The requested URL returned error: %d\nfatal: expected flush" % (
        status,
        status,
    )
    answered("git.example")
    assert [pause("git.example", said, tries) for tries in range(1, pauses + 2)] == [*PAUSES[:pauses], None]


def test_words_in_an_address_decide_nothing() -> None:
    answered("git.example")
    for word in (b"timed out", b"HTTP 503", b"RPC failed"):
        assert pause("git.example", b"fatal: repository 'https://git.example/%s/' not found" % word, 1) is None
    said = b"fatal: unable to access 'https://git.example/HTTP 404/': Couldn't connect to server"
    assert pause("git.example", said, 1) == PAUSES[0]


def test_what_lies_on_this_machine_is_not_waited_for(tmp_path: Path, waited: list[float]) -> None:
    with pytest.raises(UnreadableError):
        advertised(f"file://{tmp_path}/none")
    assert waited == []
    assert pause("", b"fatal: early EOF", 1) is None


@pytest.mark.parametrize(
    ("status", "code", "pauses"),
    [(407, "proxy-login", []), (403, "proxy-refused", []), (502, "proxy-refused", FEW), (503, "proxy-refused", FEW)],
)
def test_a_proxy_that_makes_no_connection_is_told_as_such(
    status: int, code: str, pauses: list[float], waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    with refusing(status) as proxy:
        monkeypatch.setenv("https_proxy", proxy.address)
        with pytest.raises(UnreadableError) as caught:
            advertised("https://git.example/org/repo")
    values = {"url": "https://git.example/org/repo", "detail": f"HTTP {status}"}
    assert (caught.value.code, caught.value.values) == (code, values)
    assert waited == pauses
    assert set(proxy.asked) == {"git.example:443"}
    for lang in ("nl", "en"):
        said = Reason(code, values).in_(lang)
        assert "proxy" in said
        assert "hunter2" not in said


def test_what_older_versions_say_of_a_proxy() -> None:
    said = "fatal: unable to access 'https://git.example/x/': Received HTTP code {} from proxy after CONNECT"
    assert [by_proxy(said.format(status)) for status in (407, 502)] == ["407", "502"]
    answered("git.example")
    assert pause("git.example", said.format(407).encode(), 1) is None
    assert pause("git.example", said.format(502).encode(), 1) == PAUSES[0]
    aborted = b"fatal: unable to access 'https://git.example/x/': Proxy CONNECT aborted"
    assert pause("git.example", aborted, 1) == PAUSES[0]
    unable = "fatal: unable to access '{}://git.example/x/': The requested URL returned error: 407"
    assert by_proxy(unable.format("http")) == "407"
    assert by_proxy(unable.format("https")) is None  # the other side says so, behind the proxy if there is one
    for other in ("remote: CONNECT tunnel failed, response 407", "fatal: repository 'https://x/HTTP 407/' not found"):
        assert by_proxy(other) is None
