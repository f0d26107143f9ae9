"""What is said of open standards is kept once, read back as it was, checked, and pruned."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from oss_scan.standards.listed import standards_list
from oss_scan.store import Store, open_store
from oss_scan.store.checking import check
from oss_scan.store.pruning import prune
from oss_scan.store.schema import verdict, verdict_member, verdict_set
from oss_scan.verdicts import StandardVerdict
from oss_scan.verdicts.judging import judge
from tests.formats.made_up import everyday
from tests.verdicts.made import CLAUSES, document, facts, sighting

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
TABLES = (verdict, verdict_set, verdict_member)


def said(*apis: str) -> tuple[StandardVerdict, ...]:
    known = facts(sighting("eml_nl"), apis=tuple(document(path, wrong=CLAUSES[:1]) for path in apis))
    return judge(known, standards_list(), date(2026, 11, 23))


def scanned(store: Store, name: str, **of_repositories: tuple[StandardVerdict, ...]) -> None:
    made = everyday()
    run = replace(made.run, id=name, started=NOW, finished=None)
    store.begin(run)
    for key, standards in of_repositories.items():
        store.add(name, replace(made.repositories[0], key=key, standards=standards))
    store.finish(name, NOW)


def counts(store: Store) -> list[int]:
    with store.reading() as connection:
        return [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "a.db"))


def test_verdicts_are_read_back_as_they_were(store: Store) -> None:
    scanned(store, "one", a=said("a.yaml"), b=said(), c=())
    assert [one.standards for one in store.scan("one").repositories] == [said("a.yaml"), said(), ()]


def test_what_is_the_same_is_kept_once(store: Store) -> None:
    scanned(store, "one", a=said("a.yaml"), b=said("a.yaml"))
    before = counts(store)
    scanned(store, "two", a=said("a.yaml"), b=said())
    after = counts(store)
    assert (before[1], after[1]) == (1, 2)
    assert after[0] == before[0] + 2  # of both standards about APIs


def test_the_axes_can_be_counted_by_sql(store: Store) -> None:
    scanned(store, "one", a=said("a.yaml"))
    columns = select(verdict.c.applicability, verdict.c.evidence, verdict.c.status, verdict.c.passed, verdict.c.tested)
    with store.reading() as connection:
        row = connection.execute(columns.where(verdict.c.standard == "rest-api-design-rules")).one()
    assert tuple(row) == ("applies", "tested", "partly-applied", 2, 3)


@pytest.mark.parametrize("change", [{"status": "applied"}, {"passed": 3}, {"counter": 0}, {"version": "2.2"}])
def test_a_change_shows(store: Store, change: dict[str, object]) -> None:
    scanned(store, "one", a=said("a.yaml"))
    assert check(store) == ()
    with store.writing() as connection:
        mine = verdict.c.standard == "rest-api-design-rules"
        connection.execute(update(verdict).where(mine).values(**change))
    assert {problem.code for problem in check(store)} == {"changed"}


def test_what_no_scan_uses_goes_with_the_scan(store: Store) -> None:
    scanned(store, "one", a=said("a.yaml"))
    scanned(store, "two", a=said())
    prune(store, ["one"], NOW)
    assert store.scan("two").repositories[0].standards == said()
    assert check(store) == ()
    prune(store, ["two"], NOW)
    assert counts(store) == [0, 0, 0]
