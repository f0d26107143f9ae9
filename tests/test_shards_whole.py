"""Shards made with an inventory, and shards of a series: merged they are what one scan would have been."""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from oss_scan.cli import main
from oss_scan.errors import OssScanError
from oss_scan.figures import figures, measured
from oss_scan.inventory import Inventory
from oss_scan.results import JudgedSystem, Scan
from oss_scan.ruleset import load_all
from oss_scan.shards import parse
from oss_scan.store import Store, open_store
from oss_scan.store.checking import check
from oss_scan.store.merging import merge
from oss_scan.store.pruning import prune
from oss_scan.systems import judge
from tests.sweeps import NOW, repository, sweep
from tests.test_scan_inventory import GIT, LICENSED, README, made_of

YEARS = (date(2023, 12, 31), date(2024, 12, 31), date(2025, 12, 31))
RULES = [rule for one in load_all(()) for rule in one.rules]


@pytest.fixture
def inventory(tmp_path: Path) -> Inventory:
    """Organisations with repositories since several years, copies and a broken one among them, and what an inventory
    says of them that is public, only counts or is never told."""
    folder = tmp_path / "git"
    for number in range(9):
        path = folder / "ab"[number % 2] / f"r{number}"
        address = f"{GIT}r{number}" if number != 7 else None
        for year in range(2020 + number, 2027):
            files = {**(LICENSED if year % 2 else README), "src/a.py": f"print({number}, {year})\n"}
            repository(path, files, address, seconds=(year - 1970) * 31_557_600 + 15_000_000)
    for name in ("een", "twee"):
        repository(folder / "b" / name, LICENSED, seconds=1_600_000_000)
    (folder / "b" / "r3" / "refs/heads/main").write_text("0" * 39 + "1\n")
    return made_of(f"""
organisations:
  - {{id: a, name: Dienst A, kind: zbo, sources: [{folder}/a]}}
  - {{id: b, name: Dienst B, kind: ministerie, sources: [{folder}/b, {folder}/weg], publish: count}}
  - {{id: c, name: Dienst C, kind: zbo, publish: never}}
left_out: [{{repository: {GIT}r8, reason: een kopie}}]
systems:
  - {{id: open, name: Open, organisation: a, openness: open, repositories: [{GIT}r1]}}
  - {{id: kaal, name: Kaal, organisation: c, openness: open, repositories: [{GIT}r2], publish: never}}
  - {{id: dicht, name: Dicht, organisation: a, openness: closed, recorded: 2025-06-01}}
  - id: deels
    name: Deels
    organisation: b
    openness: partly
    repositories: [{GIT}r3, {GIT}r5]
    decision: {{ground: woo-5.2, motivation: m, parts: [p], by: CIO, on: 2024-01-01, review_by: 2026-06-01}}
explanations:
  - {{about: {GIT}r4, rule: licence/present, reason: volgt, by: ik, on: 2025-11-01, until: 2027-01-01}}
  - {{about: {GIT}r1, rule: publiccode/present, reason: volgt, by: ik, on: 2023-01-01, until: 2024-02-01}}
corrections:
  - {{about: {GIT}r2, rule: security/contact, evidence: het staat elders, by: ik, on: 2025-11-01}}
commons:
  - {{id: samen, name: Samen, organisations: [a, b], repositories: [{GIT}r5], since: 2025-01-01}}
commitments:
  - {{id: vijf, reference: kst-1, text: Vijf., source: https://example.org/k, figure: digital-commons, target: 5}}
  - {{id: stil, reference: kst-2, text: Stil., source: https://example.org/s, figure: active, target: 1,
      publish: never}}
""")


def _divided(tmp_path: Path, inventory: Inventory, days: Sequence[date], of: int = 3) -> list[Store]:
    found = []
    for part in range(1, of + 1):
        path = tmp_path / f"part-{part}.db"
        sweep(path, inventory=inventory, days=days, shard=parse(f"{part}/{of}"))
        found.append(open_store(str(path)))
    return found


def _systems(scan: Scan) -> tuple[JudgedSystem, ...]:
    assert scan.inventory
    return judge(scan.inventory, scan, RULES)


def _all(store: Store) -> list[Scan]:
    """Every scan that is no shard, by its day."""
    runs = sorted((one.run for one in store.runs() if not one.run.shard), key=lambda run: run.reference_date)
    return [store.scan(run.id, facts=True) for run in runs]


def _reports(store: str, folder: Path) -> dict[str, str]:
    """What is in the reports, without what is another one's each time: ids, when it was finished, checksums."""
    found = {}
    for audience in ("public", "internal"):
        words = ["--store", store, "--lang", "en"]
        forms = [word for form in ("html", "csv", "json") for word in ("--format", form)]
        kind = folder / audience
        assert main(["report", "make", "--output", str(kind), "--audience", audience, *forms, *words]) == 0
        assert main(["report", "verify", str(kind), *words]) == 0
        for path in kind.rglob("*"):
            if path.is_file() and path.name != "manifest.json":
                text = path.read_text(encoding="utf-8")
                text = re.sub(r"20\d{6}T\d{6}Z-[0-9a-f]{6}", "ID", text)
                found[f"{audience}/{path.relative_to(kind)}"] = re.sub(r"20\d\d-\d\d-\d\d[T ][0-9:]+Z?", "AT", text)
    return found


@pytest.mark.parametrize("days", [(), YEARS], ids=["one day", "a series"])
def test_with_an_inventory_they_are_the_scan_that_was_never_divided(
    tmp_path: Path, address: str, inventory: Inventory, days: Sequence[date]
) -> None:
    sweep(tmp_path / "whole.db", inventory=inventory, days=days)
    whole = open_store(str(tmp_path / "whole.db"))
    target = open_store(address)
    parts = _divided(tmp_path, inventory, days)
    assert merge(target, parts, _systems).missing == ()
    scans, once = _all(target), _all(whole)
    assert [one.run.reference_date for one in scans] == [*days, NOW.date()]
    for merged, one in zip(scans, once, strict=True):
        for name in ("repositories", "systems", "inventory", "sources", "skipped"):
            assert getattr(merged, name) == getattr(one, name), name
        assert merged.run.basis == one.run.basis
        for audience in ("public", "internal"):
            assert figures(measured(merged, audience=audience)) == figures(measured(one, audience=audience))
    assert {one.run.series for one in scans} == {scans[-1].run.id if days else None}
    assert target.scan().run.id == scans[-1].run.id
    assert check(target) == ()
    assert _reports(address, tmp_path / "merged") == _reports(whole.name, tmp_path / "once")
    assert merge(target, parts, _systems).there
    assert len(target.runs()) == len(scans)


def test_a_part_of_a_series_may_come_later(tmp_path: Path, inventory: Inventory) -> None:
    parts = _divided(tmp_path, inventory, YEARS)
    target = open_store(str(tmp_path / "merged.db"))
    made = merge(target, [parts[0], parts[2]], _systems)
    assert made.missing == (2,)
    assert {one.run.shard for one in target.runs()} == {"1,3/3"}
    merge(target, [target, parts[1]], _systems)
    direct = open_store(str(tmp_path / "direct.db"))
    merge(direct, parts, _systems)
    for one, other in zip(_all(target), _all(direct), strict=True):
        assert (one.repositories, one.systems, one.skipped) == (other.repositories, other.systems, other.skipped)
    assert check(target) == ()


def test_a_series_that_lacks_a_day_is_refused(tmp_path: Path, inventory: Inventory) -> None:
    parts = _divided(tmp_path, inventory, YEARS, of=2)
    gone = next(one.run.id for one in parts[1].runs() if one.run.reference_date == YEARS[1])
    prune(parts[1], [gone], NOW)
    with pytest.raises(
        OssScanError, match=r"of shard 2/2 of the series .* lacks the scan of 2024-12-31; make it again"
    ):
        merge(open_store(str(tmp_path / "merged.db")), parts, _systems)


def test_the_commands_make_a_series_in_parts_in_one_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(4):
        files = {"README.md": f"# {number}"}
        repository(tmp_path / "git" / f"r{number}", files, f"{GIT}r{number}", seconds=1_600_000_000)
    asked = [str(tmp_path / "git"), "--every", "year", "--since", "2024-06-01", "--jobs", "1", "--format", "json"]
    store = ["--store", str(tmp_path / "all.db"), "--lang", "en"]
    for part in ("1/2", "2/2"):
        assert main(["scan", *asked, "--shard", part, *store]) == 0
        said = capsys.readouterr()
        assert f"This is part {part}; oss-scan store merge brings the parts together." in said.err
        assert {one["shard"] for one in json.loads(said.out)["scans"]} == {part}
    assert main(["store", "merge", "--format", "json", *store]) == 0
    merged = json.loads(capsys.readouterr().out)["id"]
    assert main(["store", "list", "--format", "json", *store]) == 0
    listed = [one for one in json.loads(capsys.readouterr().out) if not one["shard"]]
    assert [one["id"] for one in listed] == [f"{merged}-2024-12-31", f"{merged}-2025-12-31", merged]
    assert {one["repositories"] for one in listed} == {4}
    assert main(["store", "check", *store]) == 0
    report = tmp_path / "report"
    assert main(["report", "make", "--compare", "2024", "--format", "json", "--output", str(report), *store]) == 0
    assert json.loads((report / "manifest.json").read_text("utf-8"))["made"]["since"] == f"{merged}-2024-12-31"
    assert main(["report", "verify", str(report), *store]) == 0
    assert main(["store", "prune", "--keep", "1", "--yes", *store]) == 0
    assert [one.run.id for one in open_store(str(tmp_path / "all.db")).runs()] == [merged]
