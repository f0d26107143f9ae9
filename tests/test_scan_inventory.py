"""A scan of the sources of an inventory: whose each repository is, what is left out or explained, and its systems."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from oss_scan.attributing import covered
from oss_scan.formats.inventoried import doubts
from oss_scan.inventory import Inventory, read
from oss_scan.inventory.model import Kind
from oss_scan.inventory.opening import File
from oss_scan.results import JudgedSystem, ListedSource, Scan, Skipped
from oss_scan.scan.work import Done, Event
from oss_scan.store import open_store
from oss_scan.store.checking import check
from tests.forge import Forge, forge, host
from tests.git_server import Reply
from tests.sweeps import NOW, by_name, repository, sweep

README = {
    "README.md": "# Demo\n\nThis program counts the trees along the roads of a municipality.\n",
    "main.py": "print()\n",
}
LICENSED = {**README, "LICENSE": Path("LICENSE").read_text(encoding="utf-8")}
GIT = "https://git.example/org/"


def made_of(text: str) -> Inventory:
    found, items = read([File("i.yaml", text.encode())])
    assert [item for item in items if item.type == "error"] == []
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "git"
    repository(folder / "a" / "open", LICENSED, f"{GIT}open")
    repository(folder / "a" / "kaal", README, f"{GIT}kaal")
    repository(folder / "a" / "kopie", README, f"{GIT}kopie")
    repository(folder / "a" / "zonder", README)
    repository(folder / "b" / "los", LICENSED | {"x.py": "1\n"}, "https://elders.example/org/los")
    return folder


def _inventory(folder: Path, more: str = "") -> Inventory:
    return made_of(f"""
organisations:
  - {{id: a, name: Dienst A, kind: zbo, sources: [{folder}/a]}}
  - {{id: b, name: Dienst B, kind: zbo, sources: [{folder}/b, {folder}/weg]}}
  - {{id: c, name: Dienst C, kind: zbo}}
  - {{id: d, name: Dienst D, kind: zbo, sources: [{folder}/ook-weg]}}
left_out: [{{repository: {GIT}kopie, reason: een kopie}}]
systems:
  - {{id: open, name: Open, organisation: a, openness: open, repositories: [{GIT}open]}}
  - {{id: kaal, name: Kaal, organisation: c, openness: open, repositories: [{GIT}kaal]}}
  - {{id: dicht, name: Dicht, organisation: a, openness: closed}}
  - {{id: later, name: Later, organisation: a, openness: closed, recorded: 2099-01-01}}
explanations:
  - {{about: {GIT}kaal, rule: licence/present, reason: volgt, by: ik, on: 2026-11-01, until: 2027-01-01}}
  - {{about: {GIT}open, rule: publiccode/present, reason: volgt, by: ik, on: 2025-01-01, until: 2025-02-01}}
  - {{about: {GIT}open, rule: licence/present, reason: was nodig, by: ik, on: 2026-01-01, until: 2027-01-01}}
  - {{about: {GIT}kaal, rule: licence/present, reason: nog eens, by: ik, on: 2026-11-01, until: 2027-01-01}}
corrections:
  - {{about: {GIT}kaal, rule: security/contact, evidence: het staat elders, by: ik, on: 2026-11-01}}
{more}""")


def _said(systems: tuple[JudgedSystem, ...]) -> dict[str, str]:
    return {one.key: str(one.findings[0].outcome) for one in systems}


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_sources_of_an_inventory(folder: Path, tmp_path: Path, jobs: int) -> None:
    inventory = _inventory(folder)
    events: list[Event] = []
    scan = sweep(tmp_path / "s.db", jobs=jobs, inventory=inventory, events=events)
    assert scan.inventory == inventory
    assert {name: one.organisation for name, one in by_name(scan).items()} == {
        "open": "a",
        "kaal": "c",  # a system of c names it
        "zonder": "a",
        "los": "b",  # its address is nobody's; the source that named it is of b
        "weg": "b",
        "ook-weg": "d",
    }
    assert scan.skipped == (Skipped(f"{GIT}kopie", "a", "een kopie"),)
    assert [one.reason.code for one in events if isinstance(one, Done) and one.reason] == [
        *(["left-out-by-inventory"]),
        *(["no-such-path"] * 2),
    ] or jobs == 2
    assert [(one.organisation, one.repositories, one.reason and one.reason.code) for one in scan.sources] == [
        ("a", 4, None),
        ("b", 1, None),
        ("b", 0, "no-such-path"),
        ("d", 0, "no-such-path"),
    ]
    assert [(one.organisation.id, one.measured, one.complete, one.repositories) for one in covered(scan)] == [
        ("a", True, True, 2),
        ("b", True, False, 1),
        ("c", False, False, 1),
        ("d", False, False, 0),
    ]
    assert _said(scan.systems) == {"system:open": "pass", "system:kaal": "fail", "system:dicht": "fail"}
    bare = {one.rule: one for one in by_name(scan)["kaal"].findings}
    assert bare["licence/present"].explained
    assert (bare["licence/present"].explained.origin, bare["licence/present"].explained.counts) == ("inventory", True)
    assert bare["security/contact"].correction
    told = by_name(scan)["open"].notices
    assert [one.reason.code for one in told] == ["explanation-expired", "explanation-needless"]
    assert [one.reason.code for one in by_name(scan)["kaal"].notices] == ["explanation-second"]
    assert check(open_store(str(tmp_path / "s.db"))) == ()


def test_a_source_in_which_nothing_lies_is_said_and_no_repository(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "leeg" / "los").symlink_to(folder / "b" / "los")
    inventory = made_of(f"organisations: [{{id: a, name: A, kind: zbo, sources: [{tmp_path}/leeg]}}]")
    scan = sweep(tmp_path / "s.db", folder / "b", inventory=inventory)
    assert list(by_name(scan)) == ["los"]
    assert [(one.repositories, one.reason and one.reason.code) for one in scan.sources] == [(0, "folder-empty")]
    assert [(one.measured, one.complete) for one in covered(scan)] == [(False, False)]


def test_what_has_no_effect_or_another_is_said(folder: Path, tmp_path: Path) -> None:
    more = f"""
  - {{about: {GIT}kopie, rule: security/contact, evidence: wordt niet beoordeeld, by: ik, on: 2026-11-01}}
  - {{about: {GIT}kwijt, rule: security/contact, evidence: bestaat niet, by: ik, on: 2026-11-01}}
forks: [{{repository: {GIT}gevorkt, upstream: {GIT}open}}]
"""
    shared = made_of(f"organisations: [{{id: z, name: Z, kind: zbo, sources: [{folder}/a, {folder}/b]}}]").organisations
    inventory = _inventory(folder, more)
    inventory = replace(inventory, organisations=(*inventory.organisations, *shared))
    scan = sweep(tmp_path / "s.db", inventory=inventory)
    said = f"i.yaml, line 22: about {GIT}kwijt, which this scan did not see: "
    assert list(doubts(scan, "en")) == [
        f"{said}what it says holds for nothing",
        f"i.yaml, line 23: about {GIT}gevorkt, which this scan did not see: what it says holds for nothing",
        f"{folder}/a is a source of Dienst A and of Z: what was found there counts for Dienst A",
        f"{folder}/b is a source of Dienst B and of Z: what was found there counts for Dienst B",
    ]
    part = replace(scan, run=replace(scan.run, shard="1/2"))  # another may have seen it
    assert [line.partition(" ")[0] for line in doubts(part, "nl")] == [f"{folder}/a", f"{folder}/b"]


def test_what_is_named_besides_has_an_organisation_where_its_address_tells(folder: Path, tmp_path: Path) -> None:
    inventory = made_of("organisations: [{id: a, name: A, kind: zbo, sources: ['https://git.example/org']}]")
    scan = sweep(tmp_path / "s.db", folder, inventory=inventory)
    owners = {name: one.organisation for name, one in by_name(scan).items()}
    assert owners.pop("org") == "a"  # the source itself, which is no repository
    assert owners == {"open": "a", "kaal": "a", "kopie": "a", "zonder": None, "los": None}


def test_another_inventory_is_another_scan_and_the_same_goes_on(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    first = sweep(path, inventory=_inventory(folder))
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM sealed")
    connection.close()
    again = sweep(path, inventory=_inventory(folder), at=NOW + timedelta(minutes=1))
    assert again.run.id != first.run.id  # the first was complete
    assert again.systems == first.systems
    assert [one.findings for one in again.repositories] == [one.findings for one in first.repositories]


class _BrokenOffError(Exception):
    """What ends a scan in the middle."""


@pytest.mark.parametrize("after", [1, 4, 8])
def test_a_scan_that_was_broken_off_ends_as_an_undisturbed_one(folder: Path, tmp_path: Path, after: int) -> None:
    undisturbed = sweep(tmp_path / "one.db", inventory=_inventory(folder))

    class _Breaks(list[Event]):
        def append(self, one: Event) -> None:
            super().append(one)
            if len(self) == after:
                raise _BrokenOffError

    with pytest.raises(_BrokenOffError):
        sweep(tmp_path / "two.db", inventory=_inventory(folder), events=_Breaks())
    other = _inventory(folder, "commons: []")
    assert other == _inventory(folder)
    resumed = sweep(tmp_path / "two.db", inventory=other, at=NOW + timedelta(minutes=1))
    store = open_store(str(tmp_path / "two.db"))
    assert [one.run.id for one in store.runs()] == [resumed.run.id]
    for part in ("repositories", "systems", "sources", "skipped", "inventory"):
        assert getattr(resumed, part) == getattr(undisturbed, part)
    assert check(store) == ()


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Forge]:
    with forge(tmp_path / "forge") as found:
        yield found


def _scan(made: Forge, path: Path, *words: str) -> Scan:
    sources = ", ".join(f"'{word}'" for word in words)
    return sweep(path, inventory=made_of(f"organisations: [{{id: a, name: A, kind: zbo, sources: [{sources}]}}]"))


def test_what_a_forge_lists_and_what_kind_it_is(made: Forge, tmp_path: Path) -> None:
    made.add("org/eigen", README)
    made.add("org/fork", {**README, "y.py": "2\n"}, fork=True, archived=True)
    made.add("org/spiegel", README)  # the same commit as eigen
    scan = _scan(made, tmp_path / "s.db", f"gitea:{host(made)}/org")
    assert {one.organisation for one in scan.repositories} == {"a"}
    kinds = {name: set(one.recognised.kinds) for name, one in by_name(scan).items() if one.recognised}
    assert kinds == {"eigen.git": set(), "fork.git": {Kind.FORK, Kind.ARCHIVED}, "spiegel.git": {Kind.COPY}}
    assert scan.sources == (ListedSource("a", f"gitea:{host(made)}/org", 3),)


def test_of_what_cannot_be_read_the_forge_has_told(made: Forge, tmp_path: Path) -> None:
    made.add("org/weg", README, fork=True, archived=True).path = "org/verdwenen"
    scan = _scan(made, tmp_path / "s.db", f"gitea:{host(made)}/org")
    [one] = scan.repositories
    assert (one.status, one.organisation) == ("unreadable", "a")
    assert one.recognised
    assert set(one.recognised.kinds) == {Kind.FORK, Kind.ARCHIVED}
    assert set(one.recognised.unknown) >= {Kind.COPY, Kind.EMPTY, Kind.DOCUMENTATION}
    [held] = open_store(str(tmp_path / "s.db")).scan(facts=True).repositories
    assert held.facts
    assert check(open_store(str(tmp_path / "s.db"))) == ()


def test_a_list_that_breaks_off_makes_it_partly_measured(made: Forge, tmp_path: Path) -> None:
    made.most = 1
    made.add("org/een", README)
    made.add("org/twee", {**README, "y.py": "2\n"})
    made.fails("page=2", *[Reply(404)] * 5)
    scan = _scan(made, tmp_path / "s.db", f"gitea:{host(made)}/org")
    [source] = scan.sources
    assert (source.repositories, source.reason and source.reason.code) == (1, "forge-gone")
    [one] = covered(scan)
    assert (one.measured, one.complete, one.repositories) == (True, False, 1)
    assert len(scan.repositories) == 2  # one stands for what is missing


def test_a_source_that_names_nothing_is_a_reason_and_no_error(made: Forge, tmp_path: Path) -> None:
    scan = _scan(made, tmp_path / "s.db", "gitlab:groep", f"gitea:{host(made)}/niets")
    assert [(one.repositories, one.reason and one.reason.code) for one in scan.sources] == [
        (0, "source-refused"),
        (0, "forge-gone"),
    ]
    assert scan.sources[0].reason
    assert "gitlab:groep" in scan.sources[0].reason.in_("en")
    assert [one.status for one in scan.repositories] == ["unreadable", "unreadable"]


def test_in_a_series_systems_count_from_when_they_were_recorded(folder: Path, tmp_path: Path) -> None:
    repository(folder / "a" / "oud", README | {"y.py": "2\n"}, f"{GIT}oud", seconds=1_735_700_000)
    inventory = made_of(f"""
organisations:
  - {{id: a, name: Dienst A, kind: zbo, sources: [{folder}/a]}}
left_out: [{{repository: {GIT}kopie, reason: een kopie}}]
systems:
  - {{id: toen, name: Toen, organisation: a, openness: closed, recorded: 2026-03-01}}
  - {{id: later, name: Later, organisation: a, openness: closed, recorded: 2026-10-01}}
""")
    days = (date(2025, 12, 31), date(2026, 6, 30))
    now = sweep(tmp_path / "s.db", inventory=inventory, days=days)
    store = open_store(str(tmp_path / "s.db"))
    first, second = (store.scan(f"{now.run.id}-{day}") for day in days)
    assert [sorted(_said(one.systems)) for one in (first, second, now)] == [
        [],
        ["system:toen"],
        ["system:later", "system:toen"],
    ]
    assert [(one.repository, one.organisation) for one in first.repositories] == [(f"{GIT}oud", "a")]
    assert {one.because.code for one in first.skipped if one.because} == {"no-commit-then"}
    assert [one.reason for one in now.skipped] == ["een kopie"]
    assert first.inventory == now.inventory == inventory
    assert check(store) == ()
