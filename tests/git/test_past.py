"""A repository as it was at the end of a day: on this machine, and at an address."""

import random
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pygit2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan.errors import UnreadableError
from oss_scan.facts import collect
from oss_scan.git import Repository, open_days
from oss_scan.git.history import Day, day_of
from oss_scan.git.past import open_remote_days
from oss_scan.git.wanted import Budget
from tests.builder import Repo
from tests.git_server import Traffic, serve

DAYS: tuple[Day, ...] = (date(2020, 1, 1), date(2024, 5, 1), date(2024, 12, 31), date(2025, 12, 31), None)
ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2025, 10, 20, tzinfo=UTC)  # the clock goes back on the 26th


def grown(repo: Repo) -> Repo:
    """A README, a licence a year later, a branch that is merged, a tag on each."""
    repo.commit({"README.md": "# One\n"}, date="2024-05-01T23:30:00+02:00")
    repo.git("tag", "v1")
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({"LICENSE": "MIT License\n"}, date="2024-06-01T10:00:00Z")
    repo.git("checkout", "--quiet", "main")
    repo.commit({"docs/a.md": "a"}, date="2024-07-01T10:00:00Z")
    repo.git("merge", "--quiet", "--no-ff", "--message=Merge", "side", date="2025-02-01T10:00:00Z")
    repo.git("tag", "--annotate", "--message=x", "v2", date="2025-03-01T10:00:00Z")
    repo.commit({"publiccode.yml": "publiccodeYmlVersion: '0.4'\n"}, date="2026-01-05T10:00:00Z")
    return repo


def shown(found: Mapping[Day, Repository | UnreadableError]) -> dict[Day, object]:
    return {
        day: one.code if isinstance(one, UnreadableError) else (one.history, collect(one.tree))
        for day, one in found.items()
    }


def fetched(url: str, days: tuple[Day, ...] = DAYS) -> dict[Day, object]:
    with open_remote_days(url, days, collect) as past:
        return {
            day: one.code if isinstance(one, UnreadableError) else (one[0].history, one[1])
            for day, one in past.days.items()
        }


@pytest.mark.parametrize(("filters", "modern"), [(True, True), (False, True), (True, False), (False, False)])
def test_the_same_however_it_is_reached(repo: Repo, *, filters: bool, modern: bool) -> None:
    grown(repo)
    with open_days(repo.path, DAYS) as local:
        expected = shown(local)
    assert expected[DAYS[0]] == "no-commit-then"
    assert len({str(one) for one in expected.values()}) == 5
    with serve(repo.path.parent, filters=filters, modern=modern) as server:
        assert fetched(f"{server}/repo/.git") == expected
    assert fetched(f"file://{repo.path}") == expected


def test_sha_256(tmp_path: Path) -> None:
    repo = grown(Repo.make(tmp_path / "sha", "--object-format=sha256"))
    with open_days(repo.path, DAYS) as local:
        expected = shown(local)
    with serve(tmp_path) as server:
        assert fetched(f"{server}/sha/.git") == expected


def test_commits_first_then_only_what_is_needed(repo: Repo) -> None:
    noise = {f"data/{number}.bin": random.Random(number).randbytes(50_000) for number in range(9)}
    repo.commit({"README.md": "# One\n", **noise}, date="2020-01-01T10:00:00Z")
    for year in range(2021, 2026):
        repo.commit({"README.md": f"# In {year}\n", "src/a.py": f"{year}"}, date=f"{year}-01-01T10:00:00Z")
    days = tuple(date(year, 12, 31) for year in range(2019, 2026))
    traffic = Traffic()
    with serve(repo.path.parent, traffic) as server:
        fetched(f"{server}/repo/.git", days)
    assert traffic.visits == 4  # ls-remote; all commits; the trees of six of them; their files
    assert traffic.sent < 10_000


def test_each_commit_is_read_once(repo: Repo) -> None:
    commit = repo.commit({"README.md": "# One\n"}, date="2020-01-01T10:00:00Z")
    days = tuple(date(year, 12, 31) for year in range(2020, 2026))
    surveys = count()

    def survey(_: object) -> int:
        return next(surveys)

    with open_remote_days(f"file://{repo.path}", days, survey, budget=Budget.of(0)) as past:
        told = [one for one in past.days.values() if isinstance(one, tuple)]
        assert {one.history.commit if one.history else "" for one, _ in told} == {commit}
        assert [number for _, number in told] == [0] * len(days)


def test_an_empty_repository_has_no_past(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "empty")
    with open_remote_days(f"file://{repo.path}", DAYS, collect) as past:
        assert {one[1] for one in past.days.values() if isinstance(one, tuple)} == {None}
        assert len(past.days) == len(DAYS)


def test_a_shallow_clone_does_not_know(repo: Repo, tmp_path: Path) -> None:
    grown(repo)
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth=2", f"file://{repo.path}", shallow], check=True)
    expected = ["past-shallow"] * 3 + ["Repository"] * 2
    with open_days(shallow, DAYS) as found:
        assert [getattr(found[day], "code", type(found[day]).__name__) for day in DAYS] == expected
    with serve(tmp_path) as server:
        over = fetched(f"{server}/shallow/.git")
    assert [one if isinstance(one, str) else "Repository" for one in over.values()] == expected


def test_a_damaged_history_is_no_shallow_one(repo: Repo) -> None:
    first = repo.commit({"a": "1"}, date="2024-01-01T00:00:00Z")
    repo.commit({"a": "2"}, date="2026-01-01T00:00:00Z")
    (repo.path / ".git" / "objects" / first[:2] / first[2:]).unlink()
    with open_days(repo.path, DAYS) as found:
        codes = [getattr(found[day], "code", None) for day in DAYS]
    assert codes == ["corrupt"] * 4 + [None]


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-11-27T22:59:59+00:00", date(2026, 11, 27)),
        ("2026-11-27T23:00:00+00:00", date(2026, 11, 28)),
        ("2026-07-01T22:00:00+00:00", date(2026, 7, 2)),
    ],
)
def test_the_day_in_amsterdam(instant: str, day: date) -> None:
    assert day_of(datetime.fromisoformat(instant)) == day


@dataclass
class Model:
    """What somebody would have written down who looked at the branch all the time."""

    repo: pygit2.Repository
    now: datetime = START
    number: int = 0
    side: pygit2.Oid | None = None
    tips: list[tuple[datetime, str]] = field(default_factory=list)

    def step(self, kind: str, minutes: int, offset: int, skew: int) -> None:
        """Time passes; then a commit on the branch or beside it, or a merge, by somebody whose clock is off."""
        self.now += timedelta(minutes=minutes)
        self.number += 1
        seconds = int(self.now.timestamp()) + skew
        # what the author's clock says does not matter
        author = pygit2.Signature("A", "a@example.org", seconds - 400_000 * (self.number % 3), 0)
        committer = pygit2.Signature("A", "a@example.org", seconds, offset)
        main = self.repo.references.get("refs/heads/main")
        parents = [pygit2.Oid(hex=str(main.target))] if main else []
        if kind == "side" and main:
            self.side = self.made(None, author, committer, [self.side] if self.side else parents)
            return
        if kind == "merge" and self.side:
            parents.append(self.side)
            self.side = None
        made = self.made("refs/heads/main", author, committer, parents)
        self.tips.append((self.now, str(made)))

    def made(
        self, name: str | None, author: pygit2.Signature, committer: pygit2.Signature, parents: list[pygit2.Oid]
    ) -> pygit2.Oid:
        tree = self.repo.TreeBuilder().write()
        return self.repo.create_commit(name, author, committer, str(self.number), tree, parents)

    def at(self, moment: datetime) -> int:
        """The number of the tip at that moment, counted from 0; -1 before the first."""
        return sum(when <= moment for when, _ in self.tips) - 1


steps = st.lists(
    st.tuples(
        st.sampled_from(["main", "main", "side", "merge"]),
        st.integers(0, 3 * 24 * 60),
        st.integers(-12 * 60, 14 * 60),
        st.integers(-5400, 5400),
    ),
    max_size=25,
)


def played(folder: str, moves: list[tuple[str, int, int, int]], *, skewed: bool) -> tuple[Model, dict[date, int]]:
    """The model, and for each day the number of the commit that is chosen: -1 where there was none."""
    model = Model(pygit2.init_repository(folder, bare=True, initial_head="main"))
    model.step("main", 0, 0, 0)
    for kind, minutes, offset, skew in moves:
        model.step(kind, minutes, offset, skew if skewed else 0)
    length = (model.now - START).days + 3
    days = [START.date() + timedelta(days=number) for number in range(-2, length)]
    order = {commit: number for number, (_, commit) in enumerate(model.tips)}
    with open_days(Path(folder), days) as found:
        return model, {day: number_of(found[day], order) for day in days}


def number_of(one: Repository | UnreadableError, order: Mapping[str, int]) -> int:
    if isinstance(one, UnreadableError):
        assert one.code == "no-commit-then"
        return -1
    assert one.history is not None
    return order[one.history.commit]


def last_second(day: date) -> datetime:
    after = day + timedelta(days=1)
    return datetime(after.year, after.month, after.day, tzinfo=ZONE).astimezone(UTC) - timedelta(seconds=1)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_what_is_chosen_is_the_tip_of_that_day(moves: list[tuple[str, int, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        model, chosen = played(folder, moves, skewed=False)
    for day, number in chosen.items():
        assert number == model.at(last_second(day)), day


@settings(max_examples=60, deadline=None)
@given(steps)
def test_clocks_that_are_off_shift_it_by_no_more_than_that(moves: list[tuple[str, int, int, int]]) -> None:
    off = timedelta(seconds=5400)
    with TemporaryDirectory() as folder:
        model, chosen = played(folder, moves, skewed=True)
    for day, number in chosen.items():
        assert model.at(last_second(day) - off) <= number <= model.at(last_second(day) + off), day


def test_every_first_commit_that_leads_to_it(repo: Repo, tmp_path: Path) -> None:
    first = repo.commit({"a": "1"})
    repo.git("checkout", "--quiet", "--orphan", "other")
    second = repo.commit({"b": "2"})
    repo.git("checkout", "--quiet", "main")
    left = repo.git("commit-tree", "-m", "lost", "HEAD^{tree}")
    repo.git("merge", "--quiet", "--allow-unrelated-histories", "--message=Merge", "other")
    with open_days(repo.path, (None,)) as found:
        one = found[None]
        assert isinstance(one, Repository)
        assert one.roots == frozenset((first, second))
        assert one.root == first
        assert [one.holds(commit) for commit in (first, second, left)] == [True, True, False]
    with open_remote_days(f"file://{repo.path}", (None,), collect) as past:
        there = past.days[None]
        assert isinstance(there, tuple)
        assert there[0].roots == frozenset((first, second))
        assert there[0].holds(left) is False
    subprocess.run(["git", "clone", "--quiet", "--depth=1", f"file://{repo.path}", tmp_path / "shallow"], check=True)
    with open_days(tmp_path / "shallow", (None,)) as found:
        one = found[None]
        assert isinstance(one, Repository)
        assert (one.roots, one.holds(left)) == (None, None)
