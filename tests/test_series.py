"""A series of scans: of days that have passed, and last of today."""

import csv
import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from oss_scan.results import Scan
from oss_scan.scan.series import Every, days
from oss_scan.scan.work import Done, Event
from oss_scan.schemas import schema
from oss_scan.store import Store, open_store
from tests.builder import Repo
from tests.cli.test_check import oss_scan
from tests.git_server import Traffic, serve
from tests.sweeps import NOW, sweep

README = {"README.md": "# Demo\n\nThis program counts the trees along the roads of a municipality.\n"}
YEARS = (date(2023, 12, 31), date(2024, 12, 31), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("every", "since", "today", "expected"),
    [
        ("year", "2023-12-31", "2026-11-27", ["2023-12-31", "2024-12-31", "2025-12-31"]),
        ("year", "2024-01-01", "2026-01-01", ["2024-12-31", "2025-12-31"]),
        ("year", "2025-01-01", "2025-12-31", []),
        ("quarter", "2025-02-01", "2025-12-31", ["2025-03-31", "2025-06-30", "2025-09-30"]),
        ("month", "2024-01-31", "2024-04-01", ["2024-01-31", "2024-02-29", "2024-03-31"]),
        ("month", "2025-12-01", "2026-02-01", ["2025-12-31", "2026-01-31"]),
        ("month", "2026-11-27", "2026-11-27", []),
        ("month", "2027-01-01", "2026-11-27", []),
    ],
)
def test_the_last_day_of_each_period(every: Every, since: str, today: str, expected: Sequence[str]) -> None:
    assert [str(day) for day in days(every, date.fromisoformat(since), date.fromisoformat(today))] == expected


def grown(path: Path, first: int) -> Repo:
    """A commit in the summer of each year from the first to 2026."""
    repo = Repo.make(path)
    for year in range(first, 2027):
        repo.commit({**README, "src/a.py": f"print('{path.name}', {year})\n"}, date=f"{year}-07-01T00:00:00Z")
    return repo


def series(store: Store) -> list[Scan]:
    return [store.scan(one.run.id) for one in sorted(store.runs(), key=lambda one: one.run.reference_date)]


def test_each_scan_is_as_if_it_was_made_alone(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    grown(folder / "old", 2022)
    grown(folder / "new", 2025)
    for jobs in (1, 2):
        sweep(tmp_path / f"series{jobs}.db", folder, days=YEARS, jobs=jobs)
        found = series(open_store(str(tmp_path / f"series{jobs}.db")))
        assert [one.run.basis for one in found] == [*["reconstructed"] * 3, "measured"]
        assert len({one.run.series for one in found}) == 1
        assert all(one.run.finished for one in found)
        for one in found[:3]:
            alone = sweep(tmp_path / "alone.db", folder, as_of=one.run.reference_date)
            assert one.repositories == alone.repositories
            assert one.skipped == alone.skipped
        assert found[3].repositories == sweep(tmp_path / "alone.db", folder).repositories
    assert [len(one.skipped) for one in found] == [1, 1, 0, 0]
    assert oss_scan("store", "check", "--store", tmp_path / "series2.db").returncode == 0


def test_one_fetch_for_all_days(tmp_path: Path) -> None:
    repo = grown(tmp_path / "git" / "repo", 2020)
    traffic = Traffic()
    with serve(tmp_path / "git", traffic) as server:
        sweep(tmp_path / "s.db", f"{server}/repo/.git", days=YEARS)
        assert traffic.visits == 1 + 4  # to look; ls-remote once more, commits, trees, files
        found = series(open_store(str(tmp_path / "s.db")))
        expected = [repo.git("rev-parse", f"HEAD~{back}") for back in (3, 2, 1, 0)]
        assert [one.repositories[0].commit for one in found] == expected
        sweep(tmp_path / "s.db", f"{server}/repo/.git")
        assert traffic.visits == 6  # what was measured is remembered


def test_it_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    for number in range(5):
        grown(folder / f"r{number}", 2022)

    class Stopping(list[Event]):
        def append(self, event: Event) -> None:
            super().append(event)
            if sum(isinstance(one, Done) for one in self) == 3:
                raise KeyboardInterrupt

    store = tmp_path / "s.db"
    with pytest.raises(KeyboardInterrupt):
        sweep(store, folder, days=YEARS, events=Stopping())
    assert [len(one.repositories) for one in series(open_store(str(store)))] == [3] * 4
    events: list[Event] = []
    sweep(store, folder, days=YEARS, events=events, at=NOW + timedelta(hours=1))
    assert sum(isinstance(one, Done) for one in events) == 2
    found = series(open_store(str(store)))
    assert [len(one.repositories) for one in found] == [5] * 4
    assert all(one.run.finished for one in found)


def test_what_cannot_be_read_is_so_on_every_day(tmp_path: Path) -> None:
    sweep(tmp_path / "s.db", tmp_path / "nothing", days=YEARS)
    for one in series(open_store(str(tmp_path / "s.db"))):
        assert [(judged.status, judged.reason and judged.reason.code) for judged in one.repositories] == [
            ("unreadable", "no-such-path")
        ]


def test_the_command_says_what_it_made(tmp_path: Path) -> None:
    repo = grown(tmp_path / "repo", 2025)
    asked = ("--every", "year", "--since", "2024-06-01", "--lang", "en")
    words = ("scan", repo.path, "--store", tmp_path / "s.db", *asked)
    done = oss_scan(*words, "--format", "json")
    found = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema("series"))).validate(found)
    told = [(one["reference_date"], one["basis"], one["repositories"], one["skipped"]) for one in found["scans"]]
    assert told[:2] == [("2024-12-31", "reconstructed", 0, 1), ("2025-12-31", "reconstructed", 1, 0)]
    assert told[-1][1:] == ("measured", 1, 0)
    assert done.returncode == 0
    listed = json.loads(oss_scan("store", "list", "--store", tmp_path / "s.db", "--format", "json").stdout)
    assert {one["series"] for one in listed} == {found["series"]}
    assert "reconstructed" in oss_scan("store", "list", "--store", tmp_path / "s.db", "--lang", "en").stdout
    shown = oss_scan("store", "show", found["scans"][1]["id"], "--store", tmp_path / "s.db", "--format", "json")
    assert json.loads(shown.stdout)["scan"]["reference_date"] == "2025-12-31"
    text = oss_scan(*words).stdout.splitlines()
    assert text[0].split("  ")[0] == "reference date"
    assert text[2].split()[:3] == ["2024-12-31", "reconstructed", "0"]
    assert text[3].split()[:3] == ["2025-12-31", "reconstructed", "1"]
    rows = list(csv.DictReader(oss_scan(*words, "--format", "csv").stdout.splitlines()))
    assert [row["basis"] for row in rows][:2] == ["reconstructed"] * 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--every", "year"], "--every and --since go together"),
        (["--since", "2020-01-01"], "--every and --since go together"),
        (["--every", "year", "--since", "2020-01-01", "--no-store"], "leave out --as-of and --no-store"),
        (["--every", "year", "--since", "2020-01-01", "--as-of", "2021-01-01"], "leave out --as-of and --no-store"),
        (["--every", "year", "--since", "2099-01-01"], "choose an earlier day"),
        (["--every", "month", "--since", "0001-01-01"], "lies before 1970"),
    ],
)
def test_what_makes_no_series(tmp_path: Path, words: list[str], said: str) -> None:
    done = oss_scan("scan", tmp_path, *words, "--lang", "en")
    assert done.returncode == 2
    assert said in done.stderr


def test_history_that_was_rewritten_is_said(tmp_path: Path) -> None:
    repo = grown(tmp_path / "git" / "repo", 2022)
    old = repo.git("rev-parse", "HEAD")
    with serve(tmp_path / "git") as server:
        for target in (str(repo.path), f"{server}/repo/.git"):
            assert _notices(sweep(tmp_path / "s.db", target)) == []
        repo.commit({"new": "1"})
        for target in (str(repo.path), f"{server}/repo/.git"):
            assert _notices(sweep(tmp_path / "s.db", target, days=YEARS)) == []
        tip = repo.git("rev-parse", "HEAD")
        repo.git("reset", "--quiet", "--hard", f"{old}~1")
        repo.commit({"other": "2"})
        for target in (str(repo.path), f"{server}/repo/.git"):
            assert _notices(sweep(tmp_path / "s.db", target, days=YEARS)) == [tip[:10]]
            assert _notices(sweep(tmp_path / "s.db", target)) == []
        tip = repo.git("rev-parse", "HEAD")
        repo.git("reset", "--quiet", "--hard", f"{old}~1")
        repo.commit({"third": "3"})
        for target in (str(repo.path), f"{server}/repo/.git"):
            assert _notices(sweep(tmp_path / "s.db", target, history=True)) == [tip[:10]]


def _notices(scan: Scan) -> list[str]:
    [judged] = scan.repositories
    return [one.reason.values["commit"] for one in judged.notices if one.reason.code == "history-rewritten"]
