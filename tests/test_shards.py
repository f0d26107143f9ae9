"""Shards: together they are the whole, none overlap, and merged they are the scan that was never divided."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.cli import main
from oss_scan.errors import OssScanError
from oss_scan.facts import Hosting, NotLooked
from oss_scan.figures import figures, measured
from oss_scan.results import Judged, Scan
from oss_scan.scan.looking import apart, elsewhere
from oss_scan.shards import Shard, parse, together
from oss_scan.store import Store, open_store
from oss_scan.store.checking import check
from oss_scan.store.merging import merge
from oss_scan.store.todo import Claim, Hosted, Look, Todo
from oss_scan.texts import Reason
from tests.git_server import serve
from tests.report.made_up import twelve
from tests.store.test_store import _keep
from tests.sweeps import NOW, PARTS, repository, sweep

_NONE = NotLooked("hosting-silent")


@pytest.mark.parametrize("text", ["", "1", "0/3", "4/3", "1/0", "x/3", "1/3/", "-1/3", "1,/3", "1,4/3", "1/9999999"])
def test_what_is_no_part_is_refused(text: str) -> None:
    with pytest.raises(OssScanError, match="is no part of a whole; write i/n, from 1/n to n/n"):
        parse(text)


@given(st.text(), st.integers(1, 20))
def test_everything_is_in_one_part(key: str, of: int) -> None:
    assert sum(parse(f"{part}/{of}").holds(key) for part in range(1, of + 1)) == 1


def test_parts_together() -> None:
    assert str(parse("3,1/4")) == "1,3/4"
    assert together([parse("1/3"), parse("3/3")]) == Shard(frozenset({1, 3}), 3)
    assert Shard(frozenset({1, 3}), 3).missing == (2,)
    assert together([parse("1/2"), parse("2/2")]) is None


_URLS = [f"https://git.example/o/r{number}" for number in range(5)]


@st.composite
def _claims(draw: st.DrawFn) -> tuple[Claim, ...]:
    """Targets as they were looked at: paths and addresses, listed by a forge or not, copies and forks among them."""
    found = []
    for ordinal in range(draw(st.integers(0, 12))):
        where = draw(st.sampled_from(["path", "url", "listed", "list"]))
        url = draw(st.sampled_from(_URLS))
        reason = draw(st.sampled_from([None, Reason("empty-repository", {})]))
        commit = draw(st.sampled_from(["a", "b", ""]))
        if where == "path":
            key = draw(st.sampled_from([*_URLS, "root:1", "root:2"]))
            todo = Todo(f"/srv/{ordinal}", f"/srv/{ordinal}", None)
        elif where == "list":
            found.append(Claim(ordinal, Todo("github:o", None, None), None, 0, None, (), Reason("x", {})))
            continue
        else:
            hosting = Hosting(addresses=(url,), archived=_NONE)
            named = draw(st.sampled_from(["", f"git.example#{url[-1]}"]))
            hosted = Hosted(named, hosting, "github", "") if where == "listed" else None
            key = named if hosted and named else url
            todo = Todo(url if hosted else f"{url}?{ordinal}", None, url, hosted)
        look = None if reason else Look(key, commit, tags=ordinal % 2)
        found.append(Claim(ordinal, todo, None, 0, look, (), reason))
    return tuple(found)


@given(_claims(), st.integers(1, 5))
def test_shards_tell_apart_what_one_scan_does(claims: tuple[Claim, ...], of: int) -> None:
    keys, copies = apart(claims)
    of_lists = {one.ordinal for one in claims if not one.todo.path and not one.todo.url}
    united: dict[int, tuple[str, Sequence[str]]] = {}
    for part in range(1, of + 1):
        shard = parse(f"{part}/{of}")
        away = elsewhere([one.todo for one in claims], shard)
        seen = [replace(one, look=away[one.ordinal], reason=None) if one.ordinal in away else one for one in claims]
        found, same = apart(seen, shard)
        assert not (found.keys() & united.keys()) - of_lists
        assert not found.keys() & away.keys()
        united |= {at: (key, same[at]) for at, key in found.items()}
    assert {at: one for at, one in united.items() if at not in of_lists} == {
        at: (key, copies[at]) for at, key in keys.items() if at not in of_lists
    }
    assert of_lists & keys.keys() <= united.keys()


def _many(folder: Path) -> list[str]:
    """Repositories with copies, forks of one template, children without an address, one that is broken."""
    folder.mkdir()
    for number in range(12):
        files = dict(PARTS[: 1 + number % len(PARTS)])
        repository(folder / f"a{number:02}", files, f"https://git.example/o/a{number}.git")
    for name, source in (("copy", "a03"), ("other", "a03"), ("fork", "a05")):
        shutil.copytree(folder / source, folder / name)
    repository(folder / "fork", {"README.md": "# Another"})
    repository(folder / "bare", {"README.md": "# Without an address"})
    shutil.copytree(folder / "bare", folder / "copied")
    (folder / "a07" / "refs/heads/main").write_text("0123456789012345678901234567890123456789\n")
    return [str(folder)]


def _parts(tmp_path: Path, words: Sequence[str], of: int, **how: object) -> list[Store]:
    found = []
    for part in range(1, of + 1):
        path = tmp_path / f"part-{part}.db"
        sweep(path, *words, shard=parse(f"{part}/{of}"), at=NOW + timedelta(minutes=part), **how)  # type: ignore[arg-type]
        found.append(open_store(str(path)))
    return found


def _nothing(_scan: Scan) -> tuple[()]:
    return ()


def test_merged_shards_are_the_scan_that_was_never_divided(tmp_path: Path, address: str) -> None:
    words = _many(tmp_path / "many")
    with serve(tmp_path / "many") as url:
        words += [f"{url}/a01", f"{url}/a02", f"{url}/nowhere"]
        sweep(tmp_path / "whole.db", *words)
        whole = open_store(str(tmp_path / "whole.db")).scan(facts=True)
        parts = _parts(tmp_path, words, 3)
    target = open_store(address)
    made = merge(target, parts, _nothing)
    scan = target.scan(facts=True)
    assert (made.missing, made.there, scan.run.shard) == ((), False, None)
    assert scan.repositories == whole.repositories
    assert len(scan.repositories) == made.repositories == 17
    assert [len(one.scan().repositories) for one in parts] != [17, 0, 0]
    assert scan.run.started == NOW + timedelta(minutes=1)
    assert scan.run.finished == max(one.scan().run.finished for one in parts)  # type: ignore[type-var]  # all have one
    assert check(target) == ()
    assert figures(measured(scan)) == figures(measured(whole))
    again = merge(target, list(reversed(parts)), _nothing)
    assert (again.run, again.there) == (made.run, True)
    assert len(target.runs()) == 1


def test_a_missing_part_makes_it_partial_until_it_is_there(tmp_path: Path) -> None:
    parts = _parts(tmp_path, _many(tmp_path / "many"), 3)
    target = open_store(str(tmp_path / "merged.db"))
    made = merge(target, [parts[0], parts[2]], _nothing)
    scan = target.scan()
    assert (made.missing, scan.run.shard) == ((2,), "1,3/3")
    assert main(["report", "make", "--store", target.name, "--output", str(tmp_path / "report")]) == 0
    assert "dit zijn niet de cijfers" in (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert main(["report", "make", "--store", target.name, "--output", str(tmp_path / "report"), "--final"]) == 2
    whole = merge(target, [target, parts[1]], _nothing)
    assert (whole.missing, target.scan().run.shard) == ((), None)
    direct = open_store(str(tmp_path / "direct.db"))
    merge(direct, parts, _nothing)
    assert target.scan().repositories == direct.scan().repositories


def test_all_shards_may_be_in_the_store_itself(tmp_path: Path) -> None:
    path = tmp_path / "all.db"
    words = _many(tmp_path / "many")
    for part in (1, 2):
        sweep(path, *words, shard=parse(f"{part}/2"))
    store = open_store(str(path))
    merge(store, [store], _nothing)
    assert len(store.scan().repositories) == 14
    assert [one.run.shard for one in store.runs()].count(None) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"reference_date": date(2026, 11, 1)},
            "another reference date (2026-11-23 and 2026-11-01; give each the same",
        ),
        ({"tool_version": "9"}, "another version (2026.1 and 9)"),
        ({"rulesets": ()}, "other rule sets"),
        ({"analysers": {"facts": "0"}}, "other analysers"),
        ({"shard": "2/3"}, "another number of shards (2 and 3)"),
        ({"series": "yearly"}, "another series"),
        ({"whole": "other"}, "other TARGETs or options"),
        ({"shard": "1/2"}, "shard 1/2 is in more than one scan"),
        ({"twice": True}, "is in another shard than 2/2 too: the shards are of different lists; make them again"),
        ({"shard": None}, "holds no complete scan of a shard; make one with oss-scan scan --shard i/n"),
        ({"finished": None}, "holds no complete scan of a shard"),
    ],
)
def test_what_is_not_of_one_scan_is_refused(tmp_path: Path, change: dict[str, object], said: str) -> None:
    scan = twelve()
    stores = [_shard(tmp_path / "1.db", scan.repositories[:6], {})]
    twice = change.pop("twice", False)
    stores.append(_shard(tmp_path / "2.db", scan.repositories[0 if twice else 6 :], {"shard": "2/2", **change}))
    target = open_store(str(tmp_path / "target.db"))
    with pytest.raises(OssScanError) as caught:
        merge(target, stores, _nothing)
    assert said in caught.value.en
    assert target.runs() == ()


def _shard(path: Path, repositories: Sequence[Judged], change: dict[str, object]) -> Store:
    store = open_store(str(path))
    change = {"shard": "1/2", **change}
    whole = change.pop("whole", "asked")
    finish = "finished" not in change
    change.pop("finished", None)
    run = replace(twelve().run, **change)  # type: ignore[arg-type]  # as the test gives them
    _keep(store, Scan(run, tuple(repositories)), path.stem, finish=finish)
    with store.writing() as connection:
        connection.exec_driver_sql(f"UPDATE scan SET whole = '{whole}'")
    return store


def test_a_list_that_is_not_whole_is_said_once(tmp_path: Path) -> None:
    broken = Judged(key="target:github:o", repository="github:o", status="unreadable", reason=Reason("empty", {}))
    one = _shard(tmp_path / "1.db", [broken, *twelve().repositories[:6]], {})
    two = _shard(tmp_path / "2.db", [broken, *twelve().repositories[6:]], {"shard": "2/2"})
    target = open_store(str(tmp_path / "target.db"))
    assert merge(target, [one, two], _nothing).repositories == 13


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSS_SCAN_LANG", "en")
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(4):
        repository(folder / f"r{number}", {"README.md": f"# {number}"}, f"https://git.example/r{number}")
    for part in (1, 2):
        where = str(tmp_path / f"{part}.db")
        words = ["--shard", f"{part}/2", "--store", where, "--format", "json", "--jobs", "1"]
        assert main(["scan", str(folder), *words]) == 0
        said = capsys.readouterr()
        assert f"This is part {part}/2; oss-scan store merge brings the parts together." in said.err
        assert f'"shard": "{part}/2"' in said.out
    target = ["--store", str(tmp_path / "all.db")]
    assert main(["store", "merge", str(tmp_path / "1.db"), *target]) == 3
    assert "the scan is not whole. Part 2 is missing; make it, and merge again." in capsys.readouterr().err
    assert main(["report", "make", "--output", str(tmp_path / "report"), "--format", "json", *target]) == 0
    assert "is part 1/2; the report says so too" in capsys.readouterr().err
    both = [str(tmp_path / "1.db"), str(tmp_path / "2.db")]
    assert main(["store", "merge", *both, *target]) == 0
    assert "was merged; repositories: 4." in capsys.readouterr().err
    assert main(["store", "merge", *both, *target, "--format", "json"]) == 0
    assert '"there": true' in capsys.readouterr().out
    assert main(["store", "merge", str(tmp_path / "3.db"), *target]) == 2
    assert main(["scan", str(folder), "--shard", "3/2"]) == 2
