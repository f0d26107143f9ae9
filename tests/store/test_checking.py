"""A store that was changed behind our back is named for it, and an untouched one is not."""

import sqlite3
from pathlib import Path

import pytest

from oss_scan.results import Scan
from oss_scan.store import Store, open_store
from oss_scan.store.checking import check
from tests.formats.made_up import HOSTILE, everyday, hostile, several
from tests.report.made_up import twelve
from tests.store.test_store import _keep


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, twelve(), "one")
    _keep(store, everyday(), "two", day=1)
    return store


def _said(store: Store) -> list[tuple[str, str]]:
    return [(one.code, one.text.in_("en", one.values)) for one in check(store)]


def _change(store: Store, *statements: str) -> None:
    connection = sqlite3.connect(store.name)
    for one in statements:
        connection.execute(one)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("scan", [several(), twelve(), *(hostile(text)[0] for text in HOSTILE)])
def test_an_untouched_store_is_good(both: Store, scan: Scan) -> None:
    assert check(both) == ()
    _keep(both, scan, "one")
    _keep(both, scan, "two", day=1, finish=False)
    assert check(both) == ()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE state SET notices = '{' WHERE number = 1", ("undecoded", "a row of state cannot be read (Expecting")),
        ("UPDATE finding SET outcome = 'unknown' WHERE number = 1", ("changed", "finding 1 has changed since it was")),
        ("UPDATE question SET level = 'may' WHERE number = 5", ("changed", "finding 5 has changed since it was kept")),
        ("UPDATE place SET line = 2 WHERE finding = 1", ("changed", "finding 1 has changed since it was kept")),
        ("DELETE FROM place WHERE finding = 1", ("changed", "finding 1 has changed since it was kept")),
        ("UPDATE finding SET outcome = 'good' WHERE number = 1", ("undecoded", "finding 1 cannot be read (ValueError")),
        (
            "UPDATE finding SET because = '{' WHERE number = 1",
            ("undecoded", "finding 1 cannot be read (JSONDecodeError: Expecting"),
        ),
        ("UPDATE facts SET revision = 99", ("changed", "facts 1 has changed since it was kept")),
        ("UPDATE facts SET body = x'00'", ("undecoded", "facts 1 cannot be read (")),
        (
            "UPDATE member SET finding = 2 WHERE finding_set = 1 AND ordinal = 0",
            ("changed", "finding_set 1 has changed"),
        ),
        ("UPDATE state SET branch = 'x' WHERE number = 1", ("changed", "state 1 has changed since it was kept")),
        ("UPDATE state SET finding_set = 2 WHERE number = 1", ("changed", "state 1 has changed since it was kept")),
        ("DELETE FROM question WHERE number = 5", ("dangling", "12 × finding.question points at a row of question")),
        ("DELETE FROM repository WHERE number = 1", ("dangling", "1 × alias.repository points at a row of repository")),
        (
            "DELETE FROM member WHERE finding_set = 1 AND ordinal = 4",
            ("incomplete", "the complete scan one has no outcome of security/contact for key-01"),
        ),
        (
            "UPDATE state SET finding_set = NULL WHERE number = 2",
            ("incomplete", "the complete scan one has no outcome at all for key-02, nor a reason for that"),
        ),
        (
            "UPDATE state SET reason = NULL WHERE status = 'unreadable'",
            ("incomplete", "the complete scan one has no outcome at all for key-11, nor a reason for that"),
        ),
        *(
            (statement, ("seal", "the complete scan one is no longer what it was when it was completed"))
            for statement in (
                "DELETE FROM subject WHERE repository = 3 AND scan = 1",
                "UPDATE repository SET key = 'other' WHERE number = 1",
                "UPDATE subject SET state = 1",
                "UPDATE scan SET reference_date = '2020-01-01'",
                "UPDATE scan SET finished = '2020-01-01 00:00:00.000000'",
                "UPDATE scan SET analysers = NULL",
                "UPDATE scan_ruleset SET digest = 'x'",
            )
        ),
        (
            "INSERT INTO claim (scan, ordinal, target, state, tries) VALUES (1, 0, 'x', 'waiting', 0)",
            ("incomplete", "the complete scan one has 1 repositories left to do"),
        ),
    ],
)
def test_what_was_changed_is_named(store: Store, statement: str, said: tuple[str, str]) -> None:
    _change(store, statement)
    found = _said(store)
    assert [one for one in found if one[0] == said[0] and one[1].startswith(said[1])], found


def test_a_damaged_file_is_named(store: Store) -> None:
    _change(store, "PRAGMA wal_checkpoint(TRUNCATE)")
    connection = sqlite3.connect(store.name)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'facts'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    copy = Path(store.name).with_name("copy.db")
    whole = bytearray(Path(store.name).read_bytes())
    whole[(page - 1) * size + 8 : (page - 1) * size + 64] = b"\xff" * 56
    copy.write_bytes(whole)
    assert {code for code, _ in _said(open_store(str(copy)))} == {"damaged"}
