"""Scans of many repositories: each exactly once, whatever breaks off."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pygit2
import pytest

from oss_scan import licences
from oss_scan.checks import Outcome
from oss_scan.errors import OssScanError
from oss_scan.results import Scan
from oss_scan.ruleset import load, load_all
from oss_scan.scan import Asked
from oss_scan.scan.loop import prepare
from oss_scan.scan.process import Worker, start
from oss_scan.scan.reading import Read
from oss_scan.scan.reading import read as really_read
from oss_scan.scan.work import Done, Event, Limits
from oss_scan.store import open_store
from oss_scan.store.checking import check
from oss_scan.store.pruning import prune
from oss_scan.store.schema import TABLES
from oss_scan.store.todo import Look, Todo
from oss_scan.texts import Reason
from tests.report.made_up import five
from tests.rule_sets import RULE, write
from tests.sweeps import NOW, by_name, make, odd_read, repository, sweep

QUICK = Limits(seconds=1.0, lease=2.0)


def _same(one: Scan, other: Scan) -> None:
    assert [judged.key for judged in one.repositories] == [judged.key for judged in other.repositories]
    assert one.repositories == other.repositories
    assert five(one) == five(other)


def _rows(address: str, table: str) -> int:
    store = open_store(address)
    with store.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT COUNT(*) FROM {table}").scalar_one())


class Counted:
    """Reads, and remembers what."""

    def __init__(self) -> None:
        self.targets: list[str] = []

    def __call__(self, todo: Todo, asked: Asked, url: str | None, today: date, look: Look | None) -> Read:
        self.targets.append(Path(todo.target).name)
        return really_read(todo, asked, url, today, look)


def test_one_worker_and_two_find_the_same(tmp_path: Path, address: str) -> None:
    folder = make(tmp_path / "many", 30)
    events: list[Event] = []
    one = sweep(tmp_path / "one.db", folder)
    two = sweep(address, folder, jobs=2, events=events)
    assert len(one.repositories) == 30
    _same(one, two)
    assert sorted(event.repository for event in events if isinstance(event, Done)) == sorted(
        judged.repository for judged in two.repositories
    )
    assert two.run.finished is not None
    for table in ("claim", "running"):
        assert _rows(address, table) == 0


def test_workers_are_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Worker] = []

    def counting() -> Worker:
        started.append(start())
        return started[-1]

    monkeypatch.setattr("oss_scan.scan.pool.start", counting)
    folder = make(tmp_path / "many", 12)
    scan = sweep(tmp_path / "scans.db", folder, jobs=2, limits=Limits(claims=5))
    assert len(scan.repositories) == 12
    assert len(started) > 2


def test_what_goes_wrong_with_one_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = make(tmp_path / "many", 6)
    for name in ("raises", "hangs", "kills"):
        repository(folder / name, {"README.md": name})
    broken = folder / "r00002" / "refs" / "heads" / "main"
    broken.write_text("0123456789012345678901234567890123456789\n")
    found = by_name(sweep(tmp_path / "scans.db", folder, jobs=2, limits=QUICK, read=odd_read))
    assert len(found) == 9
    unreadable = {name: one.reason for name, one in found.items() if one.status == "unreadable"}
    path = str(folder / "hangs")
    assert unreadable["hangs"] == Reason("timed-out", {"path": path, "seconds": "1"})
    assert unreadable["kills"] == Reason("worker-died", {"path": str(folder / "kills")})
    assert unreadable["raises"] == Reason("internal", {"path": str(folder / "raises"), "detail": "ValueError: odd"})
    assert unreadable["r00002"] is not None
    assert unreadable["r00002"].code == "corrupt"
    assert len(unreadable) == 4


def test_a_worker_that_dies_at_once_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make(tmp_path / "many", 3)
    monkeypatch.setattr("oss_scan.scan.process.main", _leave)
    with pytest.raises(RuntimeError, match="workers end before they begin"):
        sweep(tmp_path / "scans.db", folder, jobs=2)


def _leave(*_arguments: object) -> None:
    os._exit(9)


def test_a_store_that_fails_is_told_once(tmp_path: Path) -> None:
    folder = make(tmp_path / "many", 3)

    sweep(tmp_path / "scans.db", make(tmp_path / "other", 1, seed=2))
    with closing(sqlite3.connect(tmp_path / "scans.db")) as connection:
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON state BEGIN SELECT RAISE(FAIL, 'disk full'); END")
    with pytest.raises(OssScanError, match=r"cannot be used as a store \(disk full\)"):
        sweep(tmp_path / "scans.db", folder, jobs=2)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_scan_that_was_broken_off_goes_on(tmp_path: Path, address: str, jobs: int) -> None:
    folder = make(tmp_path / "many", 20)
    store = address
    done: list[str] = []

    def stop(event: Event) -> None:
        if isinstance(event, Done):
            done.append(event.repository)
            if len(done) == 8:
                raise KeyboardInterrupt

    class Stopping(list[Event]):
        def append(self, event: Event) -> None:
            stop(event)

    with pytest.raises(KeyboardInterrupt):
        sweep(store, folder, jobs=jobs, events=Stopping())
    held = open_store(store)
    with held.reading() as connection:
        counted = connection.exec_driver_sql("SELECT state, COUNT(*) FROM claim GROUP BY state")
        states = {state: number for state, number in counted}  # noqa: C416 - rows, not tuples
        tries = connection.exec_driver_sql("SELECT MAX(tries) FROM claim WHERE state = 'waiting'").scalar()
    assert states.keys() == {"done", "waiting"}
    assert states["done"] >= 8
    assert tries == 0
    rest: list[Event] = []
    scan = sweep(store, folder, jobs=jobs, at=NOW + timedelta(hours=20), events=rest)
    assert scan.run.started == NOW
    assert scan.run.reference_date == NOW.date()
    assert len([event for event in rest if isinstance(event, Done)]) == 20 - states["done"]
    _same(scan, sweep(tmp_path / "other.db", folder))
    again = sweep(store, folder, at=NOW + timedelta(hours=20))
    assert again.run.id != scan.run.id


def test_another_question_begins_another_scan(tmp_path: Path) -> None:
    folder = make(tmp_path / "many", 4)
    store = tmp_path / "scans.db"

    class Stopping(list[Event]):
        def append(self, event: Event) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep(store, folder, events=Stopping())
    other = sweep(store, folder, as_of=date(2026, 11, 1), at=NOW + timedelta(hours=1))
    assert other.run.started == NOW + timedelta(hours=1)
    late = NOW + timedelta(days=2)
    assert sweep(store, folder, at=late).run.started == late
    assert sweep(store, folder, at=NOW + timedelta(hours=2)).run.started == NOW


def test_where_a_repository_came_a_new_scan_begins(tmp_path: Path) -> None:
    folder = make(tmp_path / "many", 3)

    class Stopping(list[Event]):
        def append(self, event: Event) -> None:
            if isinstance(event, Done):
                raise KeyboardInterrupt

    counted = Counted()
    with pytest.raises(KeyboardInterrupt):
        sweep(tmp_path / "scans.db", folder, events=Stopping(), read=counted)
    repository(folder / "new", {"README.md": "# New"})
    scan = sweep(tmp_path / "scans.db", folder, at=NOW + timedelta(hours=1), read=counted)
    assert scan.run.started == NOW + timedelta(hours=1)
    assert sorted(counted.targets) == ["new", "r00000", "r00001", "r00002"]
    assert len(scan.repositories) == 4


def test_killed_workers_are_replaced_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = make(tmp_path / "many", 60)
    store = tmp_path / "scans.db"
    random = Random(3)
    over = threading.Event()
    killed: list[int] = []

    def kill() -> None:
        while not over.wait(random.uniform(0.05, 0.3)) and len(killed) < 10:
            with closing(sqlite3.connect(store, timeout=30)) as connection:
                rows = connection.execute("SELECT DISTINCT worker FROM claim WHERE state = 'leased'").fetchall()
            for (worker,) in rows[:1]:
                with suppress(ProcessLookupError):  # that one was killed before, and its lease still stands
                    os.kill(int(worker.rpartition("/")[2]), signal.SIGKILL)
                    killed.append(int(worker.rpartition("/")[2]))

    sweep(store, make(tmp_path / "first", 1))  # so that the store is there
    killer = threading.Thread(target=kill)
    killer.start()
    try:
        scan = sweep(store, folder, jobs=2, read=_slow_read, limits=Limits(tries=100))
    finally:
        over.set()
        killer.join()
    assert killed
    assert len(scan.repositories) == 60
    assert check(open_store(str(store))) == ()
    _same(scan, sweep(tmp_path / "undisturbed.db", folder))


def _slow_read(todo: Todo, asked: Asked, url: str | None, today: date, look: Look | None) -> Read:
    time.sleep(0.02)
    return really_read(todo, asked, url, today, look)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_program_goes_on_where_it_was(tmp_path: Path, jobs: str) -> None:
    folder = make(tmp_path / "many", 60)
    random = Random(7)
    words = [sys.executable, "-m", "oss_scan", "scan", str(folder), "--quiet", "--format", "json", "--jobs", jobs]

    def run(store: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [*words, "--store", str(tmp_path / store)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    for _ in range(5):
        process = run("killed.db")
        try:
            process.wait(random.uniform(0.5, 1.6))
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()
    with run("killed.db") as process:
        killed = json.loads(process.communicate()[0])
    with run("undisturbed.db") as process:
        undisturbed = json.loads(process.communicate()[0])
    assert check(open_store(str(tmp_path / "killed.db"))) == ()
    assert killed["repositories"] == undisturbed["repositories"]
    keys = [one["key"] for one in killed["repositories"]]
    assert len(keys) == len(set(keys)) == 60


def test_workers_end_with_the_program(tmp_path: Path) -> None:
    folder = make(tmp_path / "many", 200)
    store = tmp_path / "scans.db"
    words = [sys.executable, "-m", "oss_scan", "scan", str(folder), "-q", "--jobs", "2", "--store", str(store)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    workers: set[int] = set()
    for _ in range(1500):
        time.sleep(0.02)
        if store.exists():
            with closing(sqlite3.connect(store, timeout=30)) as connection:
                tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
                if set(TABLES.tables) <= tables:
                    rows = connection.execute("SELECT DISTINCT worker FROM claim WHERE worker NOT NULL").fetchall()
                    workers |= {int(worker.rpartition("/")[2]) for (worker,) in rows}
        if workers:
            break
    process.kill()
    process.wait()
    assert workers
    deadline = time.monotonic() + 20
    while any(_is_running(one) for one in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_is_running(one) for one in workers)


def _is_running(process: int) -> bool:
    """Whether it runs; one that has ended and that nobody has asked about does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_facts_are_collected_again_only_where_something_changed(tmp_path: Path) -> None:
    folder = make(tmp_path / "many", 6)
    store = tmp_path / "scans.db"
    first = sweep(store, folder)
    counted = Counted()
    again = sweep(store, folder, at=NOW + timedelta(days=1), read=counted)
    assert counted.targets == []
    assert [one.facts for one in again.repositories] == [one.facts for one in first.repositories]
    assert [one.findings for one in again.repositories] == [one.findings for one in first.repositories]
    repository(folder / "r00000", {"README.md": "# New"})
    (folder / "r00001" / "refs" / "tags" / "v1").write_text((folder / "r00001" / "refs" / "heads" / "main").read_text())
    config = folder / "r00003" / "config"
    config.write_text(config.read_text().replace("r00003", "moved"))
    sweep(store, folder, at=NOW + timedelta(days=2), read=counted)
    assert sorted(counted.targets) == ["r00000", "r00001", "r00003"]


def test_another_revision_of_a_collector_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make(tmp_path / "many", 3)
    sweep(tmp_path / "scans.db", folder)
    counted = Counted()
    monkeypatch.setattr("oss_scan.facts.REVISION", 1000)
    sweep(tmp_path / "scans.db", folder, read=counted)
    assert len(counted.targets) == 3


def test_another_date_reads_again_and_is_remembered(tmp_path: Path) -> None:
    folder = make(tmp_path / "many", 3)
    counted = Counted()
    for _ in range(2):
        for as_of in (None, date(2026, 11, 1)):
            sweep(tmp_path / "scans.db", folder, as_of=as_of, read=counted)
    assert len(counted.targets) == 6


def test_facts_that_miss_a_blob_are_not_used_again(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    repository(folder / "partial", {"README.md": "# There", "LICENSE": "Gone.\n"})
    blob = pygit2.Repository(str(folder / "partial")).head.peel(pygit2.Commit).tree["LICENSE"].id
    name = str(blob)
    lost = folder / "partial" / "objects" / name[:2] / name[2:]
    data = lost.read_bytes()
    lost.unlink()
    counted = Counted()
    first = by_name(sweep(tmp_path / "scans.db", folder, read=counted))["partial"]
    lost.write_bytes(data)
    second = by_name(sweep(tmp_path / "scans.db", folder, read=counted))["partial"]
    assert counted.targets == ["partial", "partial"]
    assert first.findings != second.findings


def test_findings_are_evaluated_again(tmp_path: Path) -> None:
    own = """explanations:
  - {rule: x/one, reason: We are small., by: cio, on: 2026-01-01, until: 2026-12-31}
"""
    repository(tmp_path / "many" / "one", {".oss-scan.yaml": own})
    rulesets = (load(str(write(tmp_path / "rules", {"x/one": RULE}))),)
    counted = Counted()
    told = []
    for days in (0, 60):
        scan = sweep(
            tmp_path / "scans.db", tmp_path / "many", at=NOW + timedelta(days=days), rulesets=rulesets, read=counted
        )
        [judged] = scan.repositories
        [finding] = judged.findings
        assert finding.outcome is Outcome.FAIL
        assert finding.explained is not None
        told.append((finding.explained.counts, [notice.reason.code for notice in judged.notices]))
    assert counted.targets == ["one"]
    assert told == [(True, []), (False, ["explanation-expired"])]


def test_explanations_that_explain_nothing_are_told(tmp_path: Path) -> None:
    given = "reason: We are small., by: cio, on: 2026-01-01"
    own = f"""explanations:
  - {{rule: x/met, {given}, until: 2026-12-31}}
  - {{rule: x/one, {given}, until: 2026-02-01}}
  - {{rule: x/one, {given}, until: 2026-12-31}}
  - {{rule: x/one, {given}, until: 2026-12-30}}
  - {{rule: x/waits, {given}, until: 2026-12-31}}
"""
    repository(tmp_path / "many" / "one", {".oss-scan.yaml": own})
    rules = {
        "x/met": RULE.replace("least: 2", "least: 1"),
        "x/one": RULE,
        "x/waits": RULE.replace("check:", "requires: [x/one]\ncheck:"),
    }
    scan = sweep(tmp_path / "scans.db", tmp_path / "many", rulesets=(load(str(write(tmp_path / "rules", rules))),))
    [judged] = scan.repositories
    told = [(one.reason.code, one.place and one.place.line) for one in judged.notices]
    assert told == [("explanation-expired", 3), ("explanation-needless", 2), ("explanation-second", 5)]
    assert judged.notices[2].reason.values == {"rule": "x/one", "path": ".oss-scan.yaml", "line": "4"}


def test_copies_count_once_and_forks_are_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    for name in ("a/app", "b/app", "fork/app"):
        repository(folder / name, {"README.md": "# One"})
    repository(folder / "fork/app", {"README.md": "# Other"})
    for name, text in (("here", "# Same"), ("there", "# Same"), ("changed", "# Changed")):
        repository(folder / name, {"README.md": text}, "git@git.example:org/it.git")
    words = [folder / name for name in ("a/app", "b/app", "fork/app", "here", "there", "changed")]
    scan = sweep(tmp_path / "scans.db", *words)
    root = next(one.key for one in scan.repositories if one.key.startswith("root:")).partition(" ")[0]
    url = "https://git.example/org/it"
    assert {one.key: one.aliases for one in scan.repositories} == {
        f"{root} {folder}/a/app": (f"{folder}/b/app",),
        f"{root} {folder}/fork/app": (),
        f"{url} {folder}/changed": (f"{folder}/changed",),
        f"{url} {folder}/here": (f"{folder}/here", f"{folder}/there"),
    }
    other = sweep(tmp_path / "other.db", *reversed(words), jobs=2)
    _same(scan, other)


def test_of_copies_the_one_with_the_most_tags_is_read(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        repository(tmp_path / name, {"README.md": "# One"})
    tags = tmp_path / "b" / "refs" / "tags"
    (tags / "v1.0.0").write_text((tmp_path / "b" / "refs" / "heads" / "main").read_text())
    [judged] = sweep(tmp_path / "scans.db", *(tmp_path / name for name in ("a", "b", "c"))).repositories
    assert judged.repository == str(tmp_path / "b")
    assert judged.aliases == (str(tmp_path / "a"), str(tmp_path / "c"))


def test_what_changes_between_looking_and_reading_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    repository(folder / "one", {"README.md": "# One"}, "https://git.example/org/old.git")

    def moving(todo: Todo, asked: Asked, url: str | None, today: date, look: Look | None) -> Read:
        config = folder / "one" / "config"
        config.write_text(config.read_text().replace("org/old", "org/new"))
        return really_read(todo, asked, url, today, look)

    sweep(tmp_path / "scans.db", folder, read=moving)
    [judged] = sweep(tmp_path / "scans.db", folder, at=NOW + timedelta(days=1)).repositories
    assert judged.key == judged.repository == "https://git.example/org/new"


def test_an_explanation_that_could_not_be_read_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    own = "explanations:\n  - {rule: x/one, reason: Small., by: cio, on: 2026-01-01, until: 2026-12-31}\n"
    repository(folder / "one", {".oss-scan.yaml": own})
    blob = pygit2.Repository(str(folder / "one")).head.peel(pygit2.Commit).tree[".oss-scan.yaml"].id
    lost = folder / "one" / "objects" / str(blob)[:2] / str(blob)[2:]
    data = lost.read_bytes()
    lost.unlink()
    rulesets = (load(str(write(tmp_path / "rules", {"x/one": RULE}))),)
    explained = []
    for day in range(2):
        scan = sweep(tmp_path / "scans.db", folder, rulesets=rulesets, at=NOW + timedelta(days=day))
        explained.append(scan.repositories[0].findings[0].explained is not None)
        lost.write_bytes(data)
    assert explained == [False, True]


def test_a_pruned_scan_does_not_go_on_in_the_next(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    rulesets = load_all(())
    words = [str(make(tmp_path / "one", 2))], [str(make(tmp_path / "two", 3, seed=2))]
    first = prepare(store, words[0], rulesets, None, NOW, "test")
    prune(store, [first.run.id], NOW)
    second = prepare(store, words[1], rulesets, None, NOW, "test")
    assert first.claims.lease("a", 9, NOW, NOW + timedelta(minutes=1)) == ()
    first.claims.finish(NOW)
    assert second.claims.progress().unlooked == 3
    assert store.scan(second.run.id).run.finished is None


def test_targets_that_are_no_repository_stay_in_the_scan(tmp_path: Path) -> None:
    make(tmp_path / "many", 2)
    (tmp_path / "file").touch()
    scan = sweep(tmp_path / "scans.db", tmp_path / "many", tmp_path / "nothing", tmp_path / "file")
    assert {Path(one.repository).name: one.reason.code for one in scan.repositories if one.reason} == {
        "nothing": "no-such-path",
        "file": "not-a-repository",
    }
    assert len(scan.repositories) == 4


def test_a_folder_under_terms_of_its_own_is_told(tmp_path: Path) -> None:
    closed = "Copyright 2026 X.\n\nThis software may only be used by subscribers.\n"
    repository(tmp_path / "many" / "one", {"LICENSE": licences.text("MIT"), "ee/LICENSE": closed, "ee/a.py": "x = 1\n"})
    [judged] = sweep(tmp_path / "scans.db", tmp_path / "many").repositories
    [notice] = judged.notices
    assert (notice.reason.code, notice.reason.values) == ("licence-apart", {"folder": "ee/", "found": "MIT"})
    assert notice.place is not None
    assert notice.place.path == "ee/LICENSE"
