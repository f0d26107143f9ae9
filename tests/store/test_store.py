"""What is put into the store comes out of it, once, and does not change."""

import json
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import func, select

from oss_scan.checks import Outcome
from oss_scan.errors import OssScanError
from oss_scan.results import Judged, Run, Scan
from oss_scan.store import Store, facts_digest, open_store
from oss_scan.store.schema import TABLES, alias, facts, finding
from oss_scan.texts import Reason
from tests.formats.made_up import HOSTILE, everyday, hostile, several
from tests.report.made_up import twelve

_END = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)


def _keep(store: Store, scan: Scan, run_id: str, *, day: int = 0, finish: bool = True) -> Run:
    run = replace(scan.run, id=run_id, started=scan.run.started + timedelta(days=day), finished=None)
    store.begin(run, scan.inventory, scan.sources)
    for judged in scan.repositories:
        store.add(run_id, judged)
    if finish:
        run = replace(run, finished=_END + timedelta(days=day))
        store.finish(run_id, _END + timedelta(days=day), systems=scan.systems, skipped=scan.skipped)
    return run


def _rows(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in TABLES.tables.items()
        }


def _without_facts(scan: Scan) -> Scan:
    return Scan(scan.run, tuple(replace(one, facts=None) for one in scan.repositories))


@pytest.mark.parametrize("scan", [several(), twelve(), *(hostile(text)[0] for text in HOSTILE)])
def test_a_scan_comes_back_whole(store: Store, scan: Scan) -> None:
    run = _keep(store, scan, "one")
    kept = Scan(run, tuple(sorted(scan.repositories, key=lambda one: one.key)))
    assert store.scan("one", facts=True) == kept
    assert store.scan("one") == _without_facts(kept)


def test_it_comes_back_in_another_process_too(tmp_path: Path) -> None:
    path = str(tmp_path / "new" / "folder" / "scans.db")
    run = _keep(open_store(path), twelve(), "one")
    assert open_store(path).scan() == Scan(run, twelve().repositories)


def test_an_instant_of_another_zone_is_the_same_instant(store: Store) -> None:
    there = datetime(2026, 8, 21, 12, 0, tzinfo=timezone(timedelta(hours=2)))
    _keep(store, Scan(twelve().run, (replace(twelve().repositories[0], committed=there),)), "one")
    assert store.scan().repositories[0].committed == there


def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="time zone"):
        store.begin(replace(twelve().run, started=datetime(2026, 1, 1)))  # noqa: DTZ001 - that is what is refused


def test_the_same_findings_in_a_later_scan_cost_no_rows_but_subjects(store: Store) -> None:
    scan = several()
    _keep(store, scan, "one")
    before = _rows(store)
    _keep(store, scan, "two", day=30)
    after = _rows(store)
    grown = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    assert grown == {"scan": 1, "scan_ruleset": 1, "subject": 2, "sealed": 1}


def test_one_other_finding_costs_one_finding(store: Store) -> None:
    scan = twelve()
    _keep(store, scan, "one")
    before = _rows(store)
    first = scan.repositories[0]
    other = replace(first.findings[0], outcome=Outcome.FAIL, fingerprint="f" * 32)
    changed = replace(first, findings=(other, *first.findings[1:]))
    run = _keep(store, Scan(scan.run, (changed, *scan.repositories[1:])), "two", day=30)
    after = _rows(store)
    assert {name: after[name] - before[name] for name in ("finding", "place", "finding_set", "state", "question")} == {
        "finding": 1,
        "place": 1,
        "finding_set": 1,
        "state": 1,
        "question": 0,
    }
    assert store.scan("two") == Scan(run, (changed, *scan.repositories[1:]))
    assert store.scan("one").repositories[0] == first


def test_a_repository_is_kept_once_in_a_scan(store: Store) -> None:
    judged = twelve().repositories[0]
    store.begin(replace(twelve().run, id="one", finished=None))
    store.add("one", judged)
    store.add("one", replace(judged, branch="other"))
    assert store.scan("one").repositories == (judged,)


def test_a_complete_scan_refuses_change(store: Store) -> None:
    _keep(store, twelve(), "one")
    more = replace(twelve().repositories[0], key="another")
    with pytest.raises(OssScanError, match="the scan one is complete and does not change any more"):
        store.add("one", more)
    with pytest.raises(OssScanError, match="the scan one is complete"):
        store.finish("one", _END)
    with pytest.raises(OssScanError, match="the scan one is in the store already"):
        store.begin(replace(twelve().run, id="one"))
    assert store.scan("one").repositories == twelve().repositories
    assert store.scan("one").run.finished == _END


def test_what_fails_halfway_leaves_nothing(store: Store) -> None:
    store.begin(replace(twelve().run, id="one", finished=None))
    good = twelve().repositories[0]
    naive = replace(good, committed=datetime(2026, 1, 1))  # noqa: DTZ001 - so that it fails
    before = _rows(store)
    with pytest.raises(Exception, match="time zone"):
        store.add("one", naive)
    assert _rows(store) == before
    store.add("one", good)
    assert store.scan("one").repositories == (good,)


def test_latest_is_the_complete_scan_that_was_begun_last_also_after_the_clock_went_back(store: Store) -> None:
    with pytest.raises(OssScanError, match="holds no complete scan yet"):
        store.scan()
    _keep(store, twelve(), "second", day=2)
    _keep(store, twelve(), "first", day=1)
    _keep(store, twelve(), "third", day=3, finish=False)
    assert store.scan().run.id == store.at_once()[0].run.id == "first"
    assert store.scan("third").run.finished is None
    with pytest.raises(OssScanError, match="there is no scan fourth in the store"):
        store.scan("fourth")
    with pytest.raises(OssScanError, match="there is no scan fourth in the store"):
        store.add("fourth", twelve().repositories[0])


def test_runs_in_short(store: Store) -> None:
    assert store.runs() == ()
    later = _keep(store, twelve(), "later", day=1, finish=False)
    sooner = _keep(store, several(), "sooner")
    store.begin(empty := replace(twelve().run, id="zero", started=_END + timedelta(days=9), finished=None))
    assert [(one.run, one.repositories, one.unreadable) for one in store.runs()] == [
        (later, 12, 1),
        (sooner, 2, 1),
        (empty, 0, 0),
    ]


def test_facts_are_found_by_their_digest(store: Store) -> None:
    _keep(store, everyday(), "one")
    known = everyday().repositories[0].facts
    assert known is not None
    assert store.facts(facts_digest(known)) == known
    with pytest.raises(OssScanError, match="there are no facts"):
        store.facts("0" * 64)


def test_facts_of_an_older_revision_that_are_not_understood_are_told(store: Store) -> None:
    _keep(store, everyday(), "one")
    with store.writing() as connection:
        connection.execute(facts.update().values(revision=0, body=zlib.compress(b'{"tree": 1}')))
    assert store.scan("one").repositories[0].facts is None
    with pytest.raises(OssScanError, match="cannot read facts of revision 0"):
        store.scan("one", facts=True)


def test_addresses_have_dates_whatever_the_order(store: Store) -> None:
    for day in (10, 0, 5):
        _keep(store, everyday(), f"day {day}", day=day)
    with store.reading() as connection:
        rows = connection.execute(select(alias.c.address, alias.c.first_seen, alias.c.last_seen)).all()
    assert {tuple(row) for row in rows} == {
        ("https://git.example/voorbeeld", date(2026, 11, 23), date(2026, 12, 3)),
        ("/srv/voorbeeld", date(2026, 11, 23), date(2026, 12, 3)),
    }


def test_no_author_is_kept() -> None:
    columns = {column.name for table in TABLES.tables.values() for column in table.columns}
    assert not [name for name in columns if "author" in name or "mail" in name or "committer" in name]


def test_levels_and_what_was_asked_stand_apart_from_findings(store: Store) -> None:
    _keep(store, twelve(), "one")
    assert _rows(store)["question"] == 5
    with store.reading() as connection:
        kept = connection.execute(select(finding.c.because).where(finding.c.because.is_not(None))).scalars().all()
    assert {json.dumps(one, sort_keys=True) for one in kept} >= {
        '{"code": "rule-failed", "values": {"rule": "licence/present"}}'
    }


def test_a_reason_keeps_its_values(store: Store) -> None:
    reason = Reason("corrupt", {"path": "p", "detail": "\udcff\\u0041"})
    broken = Judged(key="k", repository="r", status="unreadable", reason=reason)
    _keep(store, Scan(twelve().run, (broken,)), "one")
    assert store.scan().repositories == (broken,)
