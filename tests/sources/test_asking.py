"""Asking a forge that is busy, slow, broken, gone or deceitful."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.errors import OssScanError, UnreadableError
from oss_scan.scan.hosting import todos
from oss_scan.sources import Target, answers, gitea, github, gitlab, register
from oss_scan.sources.access import Access, Tokens
from oss_scan.sources.download import download
from oss_scan.sources.forges import Listing, listing
from oss_scan.sources.listed import Forge as At
from oss_scan.sources.listed import Listed
from oss_scan.store.codec import from_plain, to_json
from oss_scan.store.todo import Hosted
from oss_scan.texts import REASONS
from tests.forge import Forge, forge, host
from tests.git_server import Reply
from tests.proxy import refusing

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
LIST = "/orgs/org/repos"


class Asking:
    """A forge of five repositories, two on a page, and how it is asked: with a clock and a sleep of ours."""

    def __init__(self, made: Forge, cache: Path) -> None:
        self.forge = made
        self.now = NOW
        self.slept: list[float] = []
        self.cache = cache

    def access(self, token: str = "") -> Access:
        tokens = Tokens({host(self.forge).replace(".", "_").replace(":", "_"): token} if token else {})
        return Access(tokens, self.cache, lambda: self.now, self.slept.append)

    def __call__(self, word: str = "gitea:HOST/org", token: str = "") -> Listing:
        found = listing(word.replace("HOST", host(self.forge)), self.access(token))
        if found.broken_off:
            for lang in ("nl", "en"):
                assert found.broken_off.in_(lang)
        return found


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Asking]:
    with forge(tmp_path / "forge") as made:
        made.most = 2
        for number in range(5):
            made.add(f"org/r{number}", {"README.md": f"# {number}\n"})
        yield Asking(made, tmp_path / "cache")


def _names(found: Listing) -> list[str]:
    return [one.url.rpartition("/")[2] for one in found.repositories]


ALL = ["r0.git", "r1.git", "r2.git", "r3.git", "r4.git"]


def _why(found: Listing) -> str | None:
    return found.broken_off.code if found.broken_off else None


def test_pages(ask: Asking) -> None:
    found = ask()
    assert (_names(found), found.broken_off) == (ALL, None)
    assert len(ask.forge.calls) == 3


def test_what_did_not_change_is_not_sent_again(ask: Asking) -> None:
    first = ask()
    ask.forge.calls.clear()
    assert ask() == first
    assert all("if-none-match" in call.headers for call in ask.forge.calls)
    ask.forge.held[3].archived = True
    assert [one.archived for one in ask().repositories] == [False, False, False, True, False]


def test_with_a_token_nothing_is_used_that_was_seen_without(ask: Asking) -> None:
    ask()
    ask.forge.calls.clear()
    ask(token="t0ken")
    assert not any("if-none-match" in call.headers for call in ask.forge.calls)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_an_error_of_the_server_is_tried_again(ask: Asking, status: int) -> None:
    ask.forge.fails("page=2", Reply(status))
    assert _names(ask()) == ALL
    assert len(ask.forge.calls) == 4


@pytest.mark.parametrize("status", [403, 429, 503])
def test_it_waits_as_long_as_it_is_asked_to(ask: Asking, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    ask.forge.fails("page=2", Reply(status, headers={"Retry-After": "7"}))
    assert _names(ask()) == ALL
    assert waited == [7]


@pytest.mark.parametrize("status", [403, 429, 503])
def test_a_wait_that_is_too_long_is_reported_at_once(ask: Asking, status: int) -> None:
    ask.forge.fails("page=2", Reply(status, headers={"Retry-After": "86400"}))
    found = ask()
    assert _names(found) == ["r0.git", "r1.git"]
    assert found.broken_off
    assert len(ask.forge.calls) == 2
    if status != 503:
        values = found.broken_off.values
        variable = "OSS_SCAN_TOKEN_" + host(ask.forge).replace(".", "_").replace(":", "_")
        assert (found.broken_off.code, values["seconds"], values["variable"]) == ("forge-wait", "86400", variable)


def test_the_limit_of_an_hour(ask: Asking) -> None:
    soon = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(NOW.timestamp()) + 42)}
    ask.forge.fails("page=2", Reply(403, headers=soon))
    assert _names(ask()) == ALL
    assert ask.slept == [42]
    late = {**soon, "X-RateLimit-Reset": str(int(NOW.timestamp()) + 3000)}
    ask.forge.fails("page=2", Reply(403, headers=late))
    found = ask()
    assert found.broken_off
    assert (found.broken_off.code, found.broken_off.values["seconds"]) == ("forge-wait", "3000")
    assert ask.slept == [42]


def test_busy_without_a_word_is_asked_ever_later_and_not_for_ever(ask: Asking) -> None:
    ask.forge.fails("page=2", *[Reply(429)] * 9)
    found = ask()
    assert _why(found) == "forge-failed"
    assert ask.slept == [15, 30, 60]
    assert len(ask.forge.calls) == 5


@pytest.mark.parametrize("header", ["soon", "", "-1", "9" * 400, "9" * 5000])
def test_a_wait_that_cannot_be_read_is_no_wait(ask: Asking, header: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    ask.forge.fails("page=2", *[Reply(429, headers={"Retry-After": header})] * 20)
    assert _why(ask()) in ("forge-failed", "forge-wait")
    assert len(ask.forge.calls) < 8


@pytest.mark.parametrize("status", [400, 401, 403])
def test_a_refusal_is_not_asked_again(ask: Asking, status: int) -> None:
    ask.forge.fails("page=2", Reply(status))
    assert _why(ask()) == "forge-refused"
    assert len(ask.forge.calls) == 2


def test_a_page_that_was_cut_short(ask: Asking) -> None:
    body = json.dumps([{"id": 1, "full_name": "org/r0"}]).encode()
    ask.forge.fails("page=2", Reply(200, body, cut=True), Reply(200, body[:-5]))
    assert _names(ask()) == ALL
    assert ask.slept == [1, 2]
    ask.forge.etags = False
    ask.forge.fails("page=2", *[Reply(200, body, cut=True)] * 9)
    assert _why(ask()) == "forge-failed"


@pytest.mark.parametrize(
    "body", [b"{}", b"[1]", b'[{"id": 1}]', b'[{"full_name": "../x"}]', b'[{"full_name": "-x/y"}]', b"[" * 100_000]
)
def test_what_is_no_list_of_repositories(ask: Asking, body: bytes) -> None:
    ask.forge.etags = False
    ask.forge.fails("page=1", *[Reply(200, body)] * 9)
    found = ask()
    assert (found.repositories, _why(found)) == ((), "forge-failed")


def test_a_slow_body_and_one_without_end(ask: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_SECONDS", 0.2)
    ask.forge.fails("page=2", *[Reply(200, b"[" + b" " * 1000 + b"]", drip=0.02)] * 9)
    assert _why(ask()) == "forge-failed"
    monkeypatch.setattr(answers, "_BODY", 1000)
    ask.forge.faults.clear()
    ask.forge.fails("page=2", *[Reply(200, b"[" + b" " * 10_000 + b"]")] * 9)
    assert _why(ask()) == "forge-failed"


def test_a_server_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    assert _why(listing("gitea:127.0.0.1:1/org", Access())) == "forge-failed"


@pytest.mark.parametrize(
    ("status", "code", "asked"),
    [(407, "proxy-login", 1), (403, "proxy-refused", 1), (503, "proxy-refused", 5)],
)
def test_a_proxy_that_makes_no_connection(status: int, code: str, asked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    with refusing(status) as proxy:
        monkeypatch.setenv("https_proxy", proxy.address)
        found = listing("gitea:git.example/org", Access())
        with pytest.raises(OssScanError) as caught:
            download("https://git.example/list.json", 1000)
    assert found.broken_off
    assert (found.broken_off.code, found.broken_off.values["detail"]) == (code, f"HTTP {status}")
    assert proxy.asked == ["git.example:443"] * (asked + 1)
    assert f"proxy: HTTP {status}" in caught.value.en
    assert "hunter2" not in f"{found.broken_off.in_('nl')}{caught.value.en}"


@pytest.mark.parametrize(("status", "code"), [(404, "forge-gone"), (410, "forge-gone"), (451, "forge-blocked")])
def test_what_is_gone_is_a_result(ask: Asking, status: int, code: str) -> None:
    ask.forge.fails("/users/org", Reply(status))
    ask.forge.fails(LIST, Reply(status))
    assert (ask().repositories, _why(ask("gitea:HOST/nobody"))) == ((), "forge-gone")
    ask.forge.fails(LIST, Reply(status))
    ask.forge.fails("/users/org", Reply(status))
    assert _why(ask()) == code


@pytest.mark.parametrize("word", ["gitea:HOST/org", "gitlab:HOST/org", "gitlab:HOST/org/sub"])
def test_a_page_that_is_gone_ends_no_list(ask: Asking, word: str) -> None:
    for number in range(5):
        ask.forge.add(f"org/sub/r{number}", {"README.md": f"# {number}\n"})
    ask.forge.etags = False
    ask.forge.fails("id_after=" if "gitlab" in word else "page=2", Reply(404))
    found = ask(word)
    assert (len(found.repositories), _why(found)) == (2, "forge-gone")


@pytest.mark.parametrize("status", [304, 409])
def test_an_answer_that_does_not_fit(ask: Asking, status: int) -> None:
    ask.forge.fails("page=2", Reply(status))
    assert _why(ask()) == "forge-failed"


_ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.sampled_from(["a/b", "0001-01-01T00:00+23:59"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
_FIELDS = sorted({*github._KEYS, *gitlab._KEYS, *gitea._KEYS, *register._KEYS})


@given(st.dictionaries(st.sampled_from(_FIELDS), _ODD))
def test_whatever_a_forge_says_of_a_repository(row: dict[str, object]) -> None:
    at = At("git.example", "https://git.example")
    readers: list[Callable[[], Listed]] = [lambda: github._listed(row, at, "")]
    readers += [partial(one, row, at) for one in (gitlab._listed, gitea._listed, register._listed)]
    for read in readers:
        with suppress(UnreadableError):
            listed = read()
            assert listed.reason or listed.url.startswith("https://")
            [made] = todos([Target(listed.url, url=listed.url, listed=listed)], Tokens(), NOW, {})
            if made.hosted:
                assert from_plain(json.loads(to_json(made.hosted)), Hosted) == made.hosted


def test_it_is_not_led_elsewhere(ask: Asking) -> None:
    ask.forge.etags = False
    for reply in (
        Reply(302, headers={"Location": "http://127.0.0.1:1/x"}),
        Reply(302, headers={"Location": "file:///etc/passwd"}),
        Reply(200, b"[]", {"Link": '<https://example.org/x>; rel="next"'}),
    ):
        ask.forge.fails(LIST, reply)
        assert _why(ask()) == "forge-elsewhere"
    ask.forge.fails(LIST, *[Reply(302, headers={"Location": "?round"})] * 9)
    assert _why(ask()) == "forge-failed"
    ask.forge.faults.clear()
    ask.forge.fails(LIST, Reply(200, b"[]", {"Link": "<?page=1&limit=50>; rel=next"}))
    found = ask()  # a page that leads to itself
    assert (found.repositories, _why(found)) == ((), "forge-failed")


def test_a_listing_goes_on_where_it_was_broken_off(ask: Asking) -> None:
    ask.forge.etags = False
    ask.forge.fails("page=3", Reply(401))
    assert _names(ask()) == ["r0.git", "r1.git", "r2.git", "r3.git"]
    ask.forge.calls.clear()
    ask.now += timedelta(minutes=10)
    assert _names(ask()) == ALL
    assert ["page=3" in call.path for call in ask.forge.calls] == [True]
    ask.forge.calls.clear()
    assert _names(ask()) == ALL  # that one was whole: from the start
    assert len(ask.forge.calls) == 3


def test_what_was_broken_off_long_ago_is_asked_anew(ask: Asking) -> None:
    ask.forge.etags = False
    ask.forge.fails("page=3", Reply(401))
    ask()
    ask.forge.calls.clear()
    ask.now += timedelta(hours=2)
    assert _names(ask()) == ALL
    assert len(ask.forge.calls) == 3


def test_what_is_kept_is_for_the_user_only_and_can_be_damaged(ask: Asking) -> None:
    ask()
    assert ask.cache.stat().st_mode & 0o777 == 0o700
    files = list(ask.cache.iterdir())
    assert len(files) == 3
    for file in files:
        assert file.stat().st_mode & 0o777 == 0o600
        file.write_text("[" * 5)
    assert _names(ask()) == ALL
    ask.now += timedelta(days=400)
    ask.forge.held.clear()
    ask()
    assert not [file for file in ask.cache.iterdir() if file in files]


def test_every_reason_has_a_sentence() -> None:
    for code in ("failed", "wait", "refused", "gone", "blocked", "elsewhere"):
        assert f"forge-{code}" in REASONS
