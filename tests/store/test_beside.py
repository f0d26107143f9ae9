"""What a scan has beside its repositories is kept once, comes back, is sealed, and goes with the last scan that has
it."""

import sqlite3
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from oss_scan.inventory.model import Kind
from oss_scan.kinship import alike
from oss_scan.results import ListedSource, Recognised, Scan, Skipped
from oss_scan.ruleset import load
from oss_scan.store import Store, open_store
from oss_scan.store.checking import check
from oss_scan.store.pruning import prune
from oss_scan.systems import judge
from oss_scan.texts import Reason
from tests.inventory.made_up import whole
from tests.report.made_up import twelve
from tests.store.test_store import _keep, _rows

_OWN = ("inventory", "system", "scan_system", "scan_source", "skipped")


def _scan() -> Scan:
    scan, inventory = twelve(), whole()
    return replace(
        scan,
        run=replace(scan.run, basis="reconstructed", series="jaarlijks", shard="1/3"),
        systems=judge(inventory, scan, load("open-tenzij").rules),
        inventory=inventory,
        sources=(
            ListedSource("minvb", "github:MinVB", 12),
            ListedSource("minvb", "/srv/git/\udcff", 0, Reason("forge-gone", {"url": "u", "status": "404"})),
        ),
        skipped=(
            Skipped("https://github.com/minvb/kopie", "minvb", "een kopie"),
            Skipped("https://github.com/minvb/z", None, "niet van ons"),
        ),
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, _scan(), "one")
    return store


def test_it_comes_back_whole(store: Store) -> None:
    kept = store.scan("one")
    assert kept == replace(_scan(), run=kept.run)
    assert (kept.run.basis, kept.run.series, kept.run.shard) == ("reconstructed", "jaarlijks", "1/3")
    assert len(kept.systems) == 3
    assert store.at_once("one") == (kept, ())
    assert check(store) == ()


def test_the_same_again_is_only_pointed_at(store: Store) -> None:
    before = _rows(store)
    _keep(store, _scan(), "two", day=30)
    after = _rows(store)
    grown = {name: after[name] - before[name] for name in _OWN}
    assert grown == {"inventory": 0, "system": 0, "scan_system": 3, "scan_source": 2, "skipped": 2}
    assert store.scan("two").systems == store.scan("one").systems


def test_it_goes_with_the_last_scan_that_has_it(store: Store) -> None:
    _keep(store, _scan(), "two", day=30)
    now = datetime(2027, 3, 1, tzinfo=UTC)
    prune(store, ["one"], now)
    assert store.scan("two").inventory == whole()
    assert check(store) == ()
    prune(store, ["two"], now)
    assert {name: _rows(store)[name] for name in _OWN} == dict.fromkeys(_OWN, 0)
    assert _rows(store)["finding"] == 0


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE scan SET basis = 'measured'", {"seal"}),
        ("UPDATE scan SET series = 'other'", {"seal"}),
        ("UPDATE scan SET shard = NULL", {"seal"}),
        ("UPDATE scan SET inventory = NULL", {"seal"}),
        ("UPDATE scan_source SET repositories = 13 WHERE ordinal = 0", {"seal"}),
        ("UPDATE scan_source SET reason = NULL", {"seal"}),
        ("DELETE FROM scan_source", {"seal"}),
        ("DELETE FROM skipped WHERE organisation IS NULL", {"seal"}),
        ("UPDATE skipped SET reason = 'te oud'", {"seal"}),
        ("DELETE FROM scan_system WHERE ordinal = 2", {"seal"}),
        ("UPDATE system SET openness = 'open' WHERE openness = 'closed'", {"changed"}),
        ("UPDATE system SET review_by = '2030-01-01' WHERE openness = 'closed'", {"changed"}),
        ("UPDATE system SET finding_set = 1", {"changed"}),
        ("UPDATE system SET repositories = '{'", {"undecoded"}),
        ("UPDATE inventory SET body = x'00'", {"undecoded"}),
        (f"UPDATE inventory SET body = x'{zlib.compress(b'{}').hex()}'", {"changed"}),
        ("DELETE FROM inventory", {"dangling", "seal"}),
        ("INSERT INTO same SELECT 1, 1, 'copy', 2", {"seal"}),
    ],
)
def test_what_was_changed_shows(store: Store, statement: str, codes: set[str]) -> None:
    connection = sqlite3.connect(store.name)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert {one.code for one in check(store)} == codes


def test_what_kind_of_repository_each_is(tmp_path: Path) -> None:
    fork = Recognised({Kind.FORK: Reason("population-fork")}, (Kind.MIRROR,), datetime(2024, 1, 1, tzinfo=UTC))
    plain = Recognised({}, ())
    first, second, *others = twelve().repositories
    repositories = (
        replace(first, recognised=fork, commit="1" * 40),
        replace(second, recognised=plain, commit="1" * 40),
        *others,
    )
    store = open_store(str(tmp_path / "scans.db"))
    run = replace(twelve().run, id="one", finished=None)
    store.begin(run)
    for judged in repositories:
        store.add("one", judged)
    assert store.scan("one").repositories == repositories
    store.finish("one", datetime(2026, 11, 23, 21, tzinfo=UTC), alike=alike(store.scan("one").repositories))
    kept = store.scan("one").repositories
    copied = Reason("population-copy", {"repository": second.repository})
    assert kept[0].recognised == replace(fork, kinds={Kind.FORK: Reason("population-fork"), Kind.COPY: copied})
    assert kept[1:] == repositories[1:]
    assert check(store) == ()
    connection = sqlite3.connect(store.name)
    connection.execute("""UPDATE state SET recognised = replace(recognised, 'fork', 'mirror')""")
    connection.commit()
    connection.close()
    assert {one.code for one in check(store)} == {"changed"}
