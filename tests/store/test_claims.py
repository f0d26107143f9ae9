"""Claims: each is leased to one worker at a time, and what is kept is kept once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from oss_scan.store import Store
from oss_scan.store.beginning import begin, unfinished
from oss_scan.store.claims import Claims
from oss_scan.store.todo import Claim, Look, Progress, Result, Todo
from oss_scan.texts import Reason
from tests.formats.made_up import several
from tests.report.made_up import twelve

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
RUN = replace(twelve().run, id="one", finished=None)


def _claims(store: Store, count: int = 3) -> Claims:
    return begin(store, RUN, b"question", [Todo(f"t{number}", f"/t{number}", None) for number in range(count)])


def _settled(store: Store, count: int = 3) -> Claims:
    claims = _claims(store, count)
    claims.lease("w", count, NOW, LATER)
    claims.looked("w", {number: Look(f"k{number}", "c") for number in range(count)})
    claims.settle({number: f"k{number}" for number in range(count)}, {})
    return claims


def _ordinals(found: tuple[Claim, ...]) -> list[int]:
    return [one.ordinal for one in found]


def _result(number: int) -> Result:
    return Result(number, replace(twelve().repositories[number], key=f"k{number}"))


def test_each_is_leased_once(store: Store) -> None:
    claims = _claims(store)
    [first, second] = claims.lease("a", 2, NOW, LATER)
    assert first == Claim(0, Todo("t0", "/t0", None), None, 1, None, (), None)
    assert second.ordinal == 1
    assert _ordinals(claims.lease("b", 2, NOW, LATER)) == [2]
    assert claims.lease("b", 2, NOW, LATER) == ()
    assert claims.progress() == Progress(unlooked=3, looked=0, left=0, done=0)


def test_a_lease_that_ran_out_can_be_taken_over_and_one_that_was_renewed_not(store: Store) -> None:
    claims = _claims(store, 2)
    claims.lease("a", 1, NOW, LATER)
    claims.lease("b", 1, NOW, LATER)
    claims.renew(["b"], LATER + timedelta(hours=1))
    [taken] = claims.lease("c", 5, LATER + timedelta(seconds=1), LATER + timedelta(minutes=2))
    assert (taken.ordinal, taken.tries) == (0, 2)


def test_what_was_looked_at_waits_for_the_others_and_gets_a_key(store: Store) -> None:
    claims = _claims(store)
    claims.lease("a", 3, NOW, LATER)
    claims.looked("a", {0: Look("k", "c", "0a"), 1: Reason("no-such-path", {"path": "t1"}), 2: Look("k", "c")})
    assert claims.progress() == Progress(unlooked=0, looked=3, left=0, done=0)
    assert claims.lease("a", 3, NOW, LATER) == ()
    assert [(one.look, one.reason) for one in claims.looks()] == [
        (Look("k", "c", "0a"), None),
        (None, Reason("no-such-path", {"path": "t1"})),
        (Look("k", "c"), None),
    ]
    claims.settle({0: "k", 1: "target:t1"}, {0: ["t2"]})
    assert claims.progress() == Progress(unlooked=0, looked=0, left=2, done=0)
    found = claims.lease("a", 3, NOW, LATER)
    assert [(one.key, one.copies, one.tries) for one in found] == [("k", ("t2",), 1), ("target:t1", (), 1)]


def test_a_result_is_kept_only_by_who_holds_the_claim(store: Store) -> None:
    claims = _settled(store, 2)
    claims.lease("a", 2, NOW, LATER)
    assert claims.keep("b", [_result(0)]) == frozenset()
    assert claims.keep("a", [_result(0)]) == {0}
    assert claims.keep("a", [_result(0)]) == frozenset()
    assert [one.key for one in store.scan("one").repositories] == ["k0"]
    assert claims.progress() == Progress(unlooked=0, looked=0, left=1, done=1)


def test_only_what_a_gone_worker_was_at_counts_as_tried(store: Store) -> None:
    claims = _settled(store)
    claims.lease("a", 3, NOW, LATER)
    claims.release("a", [1])
    assert [(one.ordinal, one.tries) for one in claims.lease("b", 3, NOW, LATER)] == [(0, 1), (2, 1)]
    claims.release("b", [2], Reason("timed-out", {"path": "t2", "seconds": "1"}))
    taken = [claims.lease("c", 3, NOW, LATER) for _ in range(3)]  # what was tried before is claimed alone
    assert [[(one.ordinal, one.tries, one.reason and one.reason.code) for one in found] for found in taken] == [
        [(0, 1, None)],
        [(1, 2, None)],
        [(2, 2, "timed-out")],
    ]


def test_recovering_asks_of_each_worker(store: Store) -> None:
    claims = _settled(store, 6)
    for worker in ("alive", "gone", "guilty"):
        claims.lease(worker, 2, NOW, LATER)
    claims.recover({"alive": None, "gone": False, "guilty": True}.__getitem__)
    taken = [claims.lease("b", 9, NOW, LATER) for _ in range(4)]
    assert [[(one.ordinal, one.tries) for one in found] for found in taken] == [
        [(2, 1), (3, 1)],
        [(4, 2)],
        [(5, 2)],
        [],
    ]


def test_what_was_seen_is_remembered_with_the_result(store: Store) -> None:
    claims = _settled(store, 2)
    claims.lease("a", 2, NOW, LATER)
    judged = several().repositories[0]
    assert judged.facts is not None
    claims.keep("a", [Result(0, replace(judged, key="k0"), ("/t0", b"shown", "k"))])
    [seen] = claims.recall(["/t0", "/t1"]).values()
    assert (seen.place, seen.digest, seen.key) == ("/t0", b"shown", "k")
    assert claims.facts([seen.facts, "00" * 32]) == {seen.facts: judged.facts}


def test_an_unfinished_scan_is_found_by_its_question_until_it_is_finished(store: Store) -> None:
    claims = _settled(store, 1)
    assert unfinished(store, b"other", NOW) is None
    assert unfinished(store, b"question", RUN.started) == RUN
    assert unfinished(store, b"question", RUN.started + timedelta(seconds=1)) is None
    claims.lease("a", 1, NOW, LATER)
    claims.keep("a", [_result(0)])
    claims.finish(LATER)
    claims.finish(LATER + timedelta(days=1))
    assert unfinished(store, b"question", RUN.started) is None
    assert store.scan("one").run.finished == LATER
    assert claims.progress() == Progress(unlooked=0, looked=0, left=0, done=0)
