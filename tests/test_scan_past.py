"""Scans of days that have passed: of repositories on this machine, at addresses and on forges."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from oss_scan.facts import Known, NotLooked, Organisation
from oss_scan.results import Judged, Scan
from oss_scan.store import open_store
from tests.builder import Repo
from tests.forge import Forge, forge, host
from tests.git_server import Traffic, serve
from tests.sweeps import by_name, repository, sweep

README = {"README.md": "# Demo\n\nThis program counts the trees along the roads of a municipality.\n"}
IN_2025 = 1_735_700_000  # seconds
SPRING = date(2026, 4, 1)


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture
def made(tmp_path: Path, traffic: Traffic) -> Iterator[Forge]:
    with forge(tmp_path / "forge", traffic=traffic) as found:
        yield found


def at(path: Path, day: date, *words: Path | str) -> Scan:
    return open_store(str(path)).scan(sweep(path, *words, as_of=day).run.id, facts=True)


def reasons(scan: Scan) -> dict[str, str]:
    return {one.repository.rsplit("/", 1)[-1]: one.because.code for one in scan.skipped if one.because}


def old(made: Forge, path: str, files: dict[str, str], **said: object) -> None:
    """A repository with a commit of 2025, and one of September 2026."""
    made.add(path, None, **said).empty = False
    repository(made.folder / f"{path}.git", files, seconds=IN_2025)
    repository(made.folder / f"{path}.git", {**files, "NEW": "new"})


def test_it_is_reconstructed(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "repo")
    repo.commit(README, date="2026-01-01T00:00:00Z")
    assert at(tmp_path / "s.db", SPRING, repo.path).run.basis == "reconstructed"
    assert sweep(tmp_path / "s.db", repo.path).run.basis == "measured"


def test_what_came_later_has_no_part(made: Forge, tmp_path: Path) -> None:
    old(made, "org/one", README, created="2025-01-02T00:00:00Z")
    old(made, "org/moved", README, created="2026-04-02T00:00:00Z")
    made.add("org/new", README, created="2025-01-02T00:00:00Z")
    scan = at(tmp_path / "s.db", SPRING, f"github:{host(made)}/org")
    assert list(by_name(scan)) == ["one.git"]
    assert reasons(scan) == {"moved.git": "created-later", "new.git": "no-commit-then"}
    store = open_store(str(tmp_path / "s.db"))
    [info] = store.runs()
    assert (info.repositories, info.unreadable) == (1, 0)
    assert store.scan(scan.run.id).skipped == scan.skipped


def test_what_the_forge_says_now_is_not_taken_for_then(made: Forge, tmp_path: Path) -> None:
    old(made, "org/one", README, archived=True, created="2025-01-02T00:00:00Z")
    old(made, "org/two", README, created="2025-01-02T00:00:00Z")
    made.add("org/.github", {"SECURITY.md": "Mail security@example.org about vulnerabilities, please.\n"})
    scan = by_name(at(tmp_path / "s.db", SPRING, f"github:{host(made)}/org/one", f"github:{host(made)}/org/two"))
    assert _archived(scan["one.git"]) == NotLooked("hosting-now")
    assert _archived(scan["two.git"]) == Known(False, "forge")
    for one in scan.values():
        assert one.facts
        assert isinstance(one.facts.organisation, Known)
        assert one.facts.organisation.value == Organisation(documents=())


def test_what_looks_the_same_is_not_fetched_again(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "git" / "repo")
    repo.commit(README, date="2026-01-01T00:00:00Z")
    repo.git("tag", "v1")
    repo.commit({"NEW": "new"})
    repo.git("tag", "v2")
    traffic = Traffic()
    with serve(tmp_path / "git", traffic) as server:
        first = at(tmp_path / "s.db", SPRING, f"{server}/repo/.git")
        assert traffic.visits == 1 + 4  # to look; ls-remote once more, commits, trees, files
        second = at(tmp_path / "s.db", SPRING, f"{server}/repo/.git")
        assert traffic.visits == 6
    assert first.repositories == second.repositories
    [judged] = first.repositories
    assert judged.facts
    assert isinstance(judged.facts.history, Known)
    assert judged.facts.history.value.tags == ("v1",)


def test_a_tag_that_moved_is_noticed(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "git" / "repo")
    repo.commit(README, date="2026-01-01T00:00:00Z")
    repo.git("tag", "v1")
    repo.commit({"NEW": "new"})
    with serve(tmp_path / "git") as server:
        for word in (f"{server}/repo/.git", repo.path):
            assert _tags(at(tmp_path / "s.db", SPRING, word)) == ("v1",)
        repo.git("tag", "--force", "v1")  # now at what came later
        for word in (f"{server}/repo/.git", repo.path):
            assert _tags(at(tmp_path / "s.db", SPRING, word)) == ()


def _tags(scan: Scan) -> tuple[str, ...]:
    [judged] = scan.repositories
    assert judged.facts
    assert isinstance(judged.facts.history, Known)
    return judged.facts.history.value.tags


def _archived(judged: Judged) -> object:
    assert judged.facts
    assert isinstance(judged.facts.hosting, Known)
    return judged.facts.hosting.value.archived
