"""What was fetched is kept: for the next time, never more than allowed, and nothing secret."""

import os
import stat
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from oss_scan.facts import TreeFacts, collect
from oss_scan.git import kept
from oss_scan.git.kept import Cache
from oss_scan.git.means import Means
from oss_scan.git.past import open_remote_days
from oss_scan.git.remote import open_remote
from oss_scan.tree import History, Tree
from tests.builder import Repo
from tests.git_server import Traffic, serve

FILES = {"README.md": "# One\n", "LICENSE": "MIT License\n", "docs/a.md": "a\n"}
DAYS = (date(2025, 12, 31), date(2026, 10, 31))
LARGE = 100_000_000


def means(folder: Path, limit: int = LARGE) -> Means:
    return Means(cache=Cache(folder / "cache", limit))


def facts(url: str, by: Means) -> TreeFacts:
    last: list[TreeFacts] = []

    def survey(tree: Tree) -> None:
        last[:] = [collect(tree)]

    with open_remote(url, survey, means=by):
        return last[0]


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in (folder / "cache").iterdir())


def test_what_did_not_change_is_not_fetched(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    traffic, by = Traffic(), means(tmp_path)
    with serve(repo.path.parent, traffic) as server:
        first = facts(f"{server}/repo/.git", by)
        assert traffic.visits == 3
        assert facts(f"{server}/repo/.git", by) == first
        assert traffic.visits == 4  # ls-remote
        repo.commit({"README.md": "# Two\n"})
        sent = traffic.sent
        second = facts(f"{server}/repo/.git", by)
        assert second != first
        assert second == facts(f"{server}/repo/.git", Means())
        assert facts(f"{server}/repo/.git", by) == second
    assert traffic.sent - sent < 10_000


def test_the_past_is_kept_apart(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES, date="2025-01-01T00:00:00Z")
    repo.git("tag", "v1", date="2025-01-01T00:00:00Z")
    repo.commit({"README.md": "# Two\n"})
    traffic, by = Traffic(), means(tmp_path)
    with serve(repo.path.parent, traffic) as server:
        url = f"{server}/repo/.git"

        def past() -> list[tuple[History | None, TreeFacts | None]]:
            with open_remote_days(url, DAYS, collect, means=by) as found:
                return [(one[0].history, one[1]) for one in found.days.values() if isinstance(one, tuple)]

        first = past()
        assert traffic.visits == 4
        assert past() == first
        assert traffic.visits == 5
        facts(url, by)
        assert traffic.visits == 8
        repo.git("tag", "v0", "HEAD~1")
        assert tags(past()) == [("v0", "v1")] * 2
        assert traffic.visits == 10  # the tags are others, and so the commits are asked for
        repo.git("tag", "--delete", "v1")
        assert tags(past()) == [("v0",)] * 2
        repo.git("tag", "--force", "v0", "HEAD")  # the same name, at what came after the days
        assert tags(past()) == [()] * 2


def tags(found: list[tuple[History | None, TreeFacts | None]]) -> list[tuple[str, ...]]:
    return [history.tags for history, _ in found if history]


def test_sha_256(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "git" / "sha", "--object-format=sha256")
    repo.commit(FILES)
    by = means(tmp_path)
    first = facts(f"file://{repo.path}", by)
    assert facts(f"file://{repo.path}", by) == first


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    repos = [Repo.make(tmp_path / "git" / f"r{number}") for number in range(4)]
    for repo in repos:
        repo.commit({"README.md": "# One\n" + os.urandom(20_000).hex()})
    facts(f"file://{repos[0].path}", means(tmp_path))
    by = means(tmp_path, limit=3 * size(tmp_path))
    for number, at in ((0, 100), (1, 200), (2, 300)):
        facts(f"file://{repos[number].path}", by)
        newest = max((tmp_path / "cache").iterdir(), key=lambda file: file.stat().st_mtime)
        os.utime(newest, (at, at))
    held = set((tmp_path / "cache").iterdir())
    assert len(held) == 3
    facts(f"file://{repos[0].path}", by)  # used again
    facts(f"file://{repos[3].path}", by)
    left = set((tmp_path / "cache").iterdir())
    assert size(tmp_path) <= by.cache.limit if by.cache else 0
    [gone] = held - left
    assert gone not in left


def test_all_is_looked_at_only_where_the_limit_may_be_passed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = tmp_path / "repository"
    pack = where / "objects" / "pack" / f"pack-{'0' * 40}.pack"
    pack.parent.mkdir(parents=True)
    pack.write_bytes(os.urandom(15_000))

    looked: list[object] = []
    real = os.scandir

    def seen(folder: Path) -> object:
        looked.append(folder)
        return real(folder)

    monkeypatch.setattr("oss_scan.git.kept.os.scandir", seen)

    def looks(limit: int) -> int:
        cache = Cache(tmp_path / str(limit), limit)
        for number in range(8):
            kept.keep(cache, str(number), where, "0" * 40, None)
            assert sum((cache.folder / name).stat().st_size for name in os.listdir(cache.folder)) <= limit
        return looked.count(cache.folder)

    assert looks(80_000) == 8  # little is free
    assert 1 < looks(3_000_000) < 8
    assert looks(100_000_000) == 1
    monkeypatch.setattr(kept, "_LONGEST", 0.0)
    assert looks(100_000_001) == 8


def test_what_another_process_removes_while_all_is_looked_at_is_not_there(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_bytes(b"12")
    found = kept._found(tmp_path)
    _, size_of_one, first = next(found)
    for other in set(tmp_path.iterdir()) - {Path(first)}:
        other.unlink()
    assert size_of_one == 2
    assert not list(found)


def test_a_damaged_file_is_as_good_as_none(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    by, url = means(tmp_path), f"file://{repo.path}"
    first = facts(url, by)
    [file] = (tmp_path / "cache").iterdir()
    for damage in (b"", b"x" * 100, file.read_bytes()[:-100], b"\0" * 32 + file.read_bytes()[32:]):
        file.write_bytes(damage)
        assert facts(url, by) == first


def test_no_more_than_the_limit_and_a_folder_that_cannot_be_written(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    url = f"file://{repo.path}"
    first = facts(url, Means())
    assert facts(url, means(tmp_path, limit=10)) == first
    assert not (tmp_path / "cache").exists()
    (tmp_path / "file").write_text("")
    assert facts(url, Means(cache=Cache(tmp_path / "file" / "cache", LARGE))) == first


def test_a_password_is_not_kept_and_the_files_are_for_the_user_only(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    by = means(tmp_path)
    with serve(repo.path.parent, password="bWU6czNjcmV0LTEyMw==") as server:  # me:s3cret-123
        facts(f"{server}/repo/.git".replace("//", "//me:s3cret-123@"), by)
    [file] = (tmp_path / "cache").iterdir()
    content = file.name.encode() + file.read_bytes()
    assert b"s3cret" not in content
    assert b"bWU6" not in content
    assert b"127.0.0.1" not in content
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def _many(url: str, by: Means) -> str:
    return str([facts(url, by) for _ in range(5)][-1])


def test_several_processes_at_once(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    url, by = f"file://{repo.path}", means(tmp_path, limit=30_000)
    expected = str(facts(url, Means()))
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        found = [pool.submit(_many, url, by) for _ in range(6)]
        assert {one.result() for one in found} == {expected}
    assert not [file for file in (tmp_path / "cache").iterdir() if file.name.startswith("new-")]


@pytest.mark.parametrize("name", ["../evil", "config", "hooks/post-checkout", "pack-x.pack"])
def test_only_packs_come_back(tmp_path: Path, name: str) -> None:
    where = tmp_path / "repository"
    (where / "objects" / "pack").mkdir(parents=True)
    cache = Cache(tmp_path / "cache", LARGE)
    made = kept.pack_of([("head", b"0" * 40), (name, b"evil")])
    kept.write(cache, "u", made)
    assert kept.bring(cache, "u", where) == kept.Brought("0" * 40, frozenset())
    assert [path.name for path in where.rglob("*") if path.is_file()] == []
    assert not (tmp_path / "evil").exists()
