"""Pruning takes whole scans and what only they used, and remembers that they were."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from oss_scan.errors import OssScanError
from oss_scan.store import Store
from oss_scan.store.beginning import begin
from oss_scan.store.checking import check
from oss_scan.store.claims import Claims
from oss_scan.store.pruning import Tombstone, chosen, prune, tombstones
from oss_scan.store.todo import Todo
from tests.formats.made_up import everyday, several
from tests.report.made_up import twelve
from tests.store.test_store import _END, _keep, _rows, _without_facts

_NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(both: Store) -> Store:
    _keep(both, twelve(), "old")
    _keep(both, several(), "middle", day=10)
    _keep(both, everyday(), "new", day=20)
    _keep(both, twelve(), "running", day=5, finish=False)
    return both


@pytest.mark.parametrize(
    ("ids", "before", "keep", "gone"),
    [
        (("new", "old"), None, None, ["old", "new"]),
        ((), date(2026, 12, 3), None, ["old", "running"]),
        ((), date(2026, 11, 23), None, []),
        ((), None, 1, ["old", "middle"]),
        ((), None, 3, []),
        ((), None, 0, ["old", "middle", "new"]),
        ((), date(2026, 11, 30), 1, ["old"]),
    ],
)
def test_which_scans_go(
    store: Store, ids: tuple[str, ...], before: date | None, keep: int | None, gone: list[str]
) -> None:
    assert [one.run.id for one in chosen(store, ids, before=before, keep=keep)] == gone


def test_what_another_scan_uses_stays(store: Store) -> None:
    kept = store.scan("new", facts=True)
    prune(store, ["old", "middle", "running"], _NOW)
    assert [one.run.id for one in store.runs()] == ["new"]
    assert store.scan("new", facts=True) == kept
    assert check(store) == ()
    rows = _rows(store)
    assert {name: rows[name] for name in ("scan", "repository", "state", "finding_set", "subject", "facts")} == {
        "scan": 1,
        "repository": 1,
        "state": 1,
        "finding_set": 1,
        "subject": 1,
        "facts": 1,
    }
    assert rows["finding"] == len(everyday().repositories[0].findings)


def test_nothing_is_left_of_all_scans_but_tombstones_and_questions(store: Store) -> None:
    prune(store, [one.run.id for one in store.runs()], _NOW)
    assert {name: number for name, number in _rows(store).items() if number} == {
        "meta": 1,
        "question": 12,
        "tombstone": 4,
    }
    assert check(store) == ()
    _keep(store, several(), "again")
    assert store.scan().repositories == _without_facts(replace(several())).repositories


def test_a_tombstone_says_what_was_there(store: Store) -> None:
    prune(store, ["old", "running"], _NOW)
    run = twelve().run
    assert tombstones(store) == (
        Tombstone("old", run.started, _END, run.reference_date, 12, _NOW),
        Tombstone("running", run.started.replace(day=28), None, run.reference_date, 12, _NOW),
    )


def test_a_pruned_scan_is_told_apart_from_one_that_never_was(store: Store) -> None:
    prune(store, ["old"], _NOW)
    for act in (
        lambda: store.scan("old"),
        lambda: store.begin(replace(twelve().run, id="old")),
        lambda: chosen(store, ["old"]),
    ):
        with pytest.raises(OssScanError, match="the scan old was pruned on 2027-03-01"):
            act()
    with pytest.raises(OssScanError, match="there is no scan never in the store"):
        chosen(store, ["new", "never"])


def test_all_go_or_none(store: Store) -> None:
    before = _rows(store)
    with pytest.raises(OssScanError, match="there is no scan never in the store"):
        prune(store, ["old", "never"], _NOW)
    assert _rows(store) == before


def test_what_a_scan_had_left_to_do_goes_with_it(store: Store) -> None:
    begin(store, replace(twelve().run, id="begun", finished=None), b"q", [Todo("/srv/a", "/srv/a", None)])
    assert store.at_once("begun")[1] == ("/srv/a",)
    claims = Claims(store, replace(twelve().run, id="begun", finished=None))
    claims.lease("w", 1, _NOW, _NOW + timedelta(minutes=1))
    with pytest.raises(OssScanError, match="the scan begun is still at work"):
        prune(store, ["begun"], _NOW)
    claims.release("w", ())
    prune(store, ["begun"], _NOW)
    assert (_rows(store)["claim"], _rows(store)["running"]) == (0, 0)
