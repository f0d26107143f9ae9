"""Each kind of forge, and the register, misbehaving in the middle of a listing: whoever it is, all comes, once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from oss_scan.sources import answers
from oss_scan.sources.access import Access, Tokens
from oss_scan.sources.forges import Listing, listing
from oss_scan.sources.listed import Listed
from tests.forge import Forge, forge, host
from tests.git_server import Reply

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
SECOND = {"github": "page=2", "gitea": "page=2", "gitlab": "id_after=2", "don": "page=2"}
THIRD = {"github": "page=3", "gitea": "page=3", "gitlab": "id_after=4", "don": "page=3"}
PAGES = {"github": 4, "gitea": 3, "gitlab": 3, "don": 4}  # with whether there is a .github; with what is archived
ALL = ["r0.git", "r1.git", "r2.git", "r3.git", "r4.git"]


@dataclass
class Face:
    """A forge of five repositories, two on a page, behind one of its faces."""

    kind: str
    forge: Forge
    cache: Path
    slept: list[float] = field(default_factory=list)
    sleep: Callable[[float], None] | None = None

    def __call__(self, token: str = "") -> Listing:
        name = host(self.forge).replace(".", "_").replace(":", "_")
        access = Access(
            Tokens({name: token} if token else {}), self.cache, lambda: NOW, self.sleep or self.slept.append
        )
        word = f"{self.kind}:{host(self.forge)}" + ("" if self.kind == "don" else "/org")
        return listing(word, access)

    def fails(self, *replies: Reply) -> None:
        """The second page fails."""
        self.forge.fails(SECOND[self.kind], *replies)


@pytest.fixture(params=sorted(SECOND))
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Face]:
    with forge(tmp_path / "forge") as made:
        made.most = 2
        for number in range(5):
            made.add(f"org/r{number}", {"README.md": f"# {number}\n"})
        yield Face(request.param, made, tmp_path / "cache")


@pytest.fixture(autouse=True)
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long a `Retry-After` was waited for; without waiting."""
    found: list[float] = []
    monkeypatch.setattr("time.sleep", found.append)
    return found


def _names(found: Listing) -> list[str]:
    return [one.url.rpartition("/")[2] for one in found.repositories]


def _all(found: Listing) -> None:
    assert (_names(found), found.broken_off) == (ALL, None)


def _of(found: Listing, name: str) -> Listed:
    [one] = [one for one in found.repositories if one.url.endswith(f"/{name}.git")]
    return one


def test_all_pages(face: Face) -> None:
    _all(face())
    assert len(face.forge.calls) == PAGES[face.kind]


def test_what_did_not_change_is_not_sent_again(face: Face) -> None:
    first = face()
    face.forge.calls.clear()
    assert face() == first
    assert len(face.forge.calls) == PAGES[face.kind]
    lists = [call for call in face.forge.calls if not call.path.endswith("/.github")]
    assert all("if-none-match" in call.headers for call in lists)


@pytest.mark.parametrize("status", [403, 429, 503])
def test_it_waits_as_long_as_it_is_asked_to(face: Face, waited: list[float], status: int) -> None:
    face.fails(Reply(status, headers={"Retry-After": "7"}))
    _all(face())
    assert waited == [7]


@pytest.mark.parametrize("status", [403, 429])
def test_a_wait_that_is_too_long_is_said_at_once(face: Face, waited: list[float], status: int) -> None:
    face.fails(Reply(status, headers={"Retry-After": "3600"}))
    found = face()
    assert found.broken_off
    assert (_names(found), found.broken_off.code) == (ALL[:2], "forge-wait")
    assert (waited, face.slept) == ([], [])


@pytest.mark.parametrize(
    "reply", [Reply(502), Reply(429), Reply(200, b'[{"id": 1, "full_na', cut=True), Reply(200, b'[{"id": 1')]
)
def test_what_passes_is_tried_again(face: Face, reply: Reply) -> None:
    face.fails(reply)
    _all(face())


def test_a_body_that_drips(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # the server sleeps, too
    monkeypatch.setattr(answers, "_SECONDS", 0.2)
    face.fails(Reply(200, b"[" + b" " * 1000 + b"]", drip=0.02))
    _all(face())


def test_interrupted_between_two_pages_and_gone_on_with(face: Face) -> None:
    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    face.forge.etags = False
    face.forge.fails(THIRD[face.kind], Reply(429))
    face.sleep = interrupt
    with pytest.raises(KeyboardInterrupt):
        face()
    face.sleep = None
    face.forge.calls.clear()
    _all(face())
    asked = [call.path for call in face.forge.calls if not call.path.endswith("/.github")]
    assert THIRD[face.kind] in asked[0]


@pytest.mark.parametrize(("status", "code"), [(404, "forge-gone"), (410, "forge-gone"), (451, "forge-blocked")])
def test_gone_in_the_middle_is_no_end(face: Face, status: int, code: str) -> None:
    face.fails(Reply(status))
    found = face()
    assert found.broken_off
    assert (_names(found), found.broken_off.code) == (ALL[:2], code)


def test_archived_private_and_empty(face: Face) -> None:
    face.forge.token = "t0ken"
    face.forge.held[0].archived = True
    if face.kind != "don":  # which lists what is public
        face.forge.held[1].private = True
    face.forge.add("org/r5")
    found = face("t0ken")
    assert sorted(_names(found)) == [*ALL, "r5.git"]
    assert [one.url.rpartition("/")[2] for one in found.repositories if one.archived] == ["r0.git"]
    private = [one.url.rpartition("/")[2] for one in found.repositories if one.visibility == "private"]
    assert private == ([] if face.kind == "don" else ["r1.git"])
    assert _of(found, "r5").empty is (True if face.kind in ("gitlab", "gitea") else None)
    if face.kind != "don":
        assert "r1.git" not in _names(face())
