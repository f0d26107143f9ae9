"""Parquet files, read back by another reader than what wrote them, hold what the store holds."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from oss_scan.cli import main
from oss_scan.facts import REVISION
from oss_scan.figures import figures, measured
from oss_scan.formats.parquet import TABLES
from oss_scan.results import Scan
from oss_scan.store import Store, facts_digest, open_store
from oss_scan.store.codec import to_plain
from tests.formats.made_up import HOSTILE, everyday, hostile, several
from tests.report.made_up import twelve
from tests.store.test_store import _keep
from tests.sweeps import repository, sweep
from tests.test_scan_inventory import GIT, made_of

_INVENTORY = f"""
organisations:
  - {{id: a, name: Dienst A, kind: zbo, sources: [{{address: FOLDER/a, publish: name}}]}}
  - {{id: b, name: Dienst B, kind: zbo, publish: count, sources: [FOLDER/b]}}
  - {{id: c, name: Dienst C, kind: zbo, publish: never}}
left_out: [{{repository: {GIT}weg, reason: een kopie}}]
systems:
  - id: deels
    name: Deels
    organisation: a
    openness: partly
    publish: name
    repositories: [{GIT}een]
    decision: {{ground: woo-5.2, motivation: m, parts: [selectie], by: CIO, on: 2026-01-01, review_by: 2099-01-01}}
  - {{id: dicht, name: Dicht, organisation: b, openness: closed, publish: count}}
explanations:
  - {{about: {GIT}een, rule: licence/present, reason: volgt, by: ik, on: 2026-11-01, until: 2027-01-01}}
corrections:
  - {{about: {GIT}een, rule: security/contact, evidence: elders, by: ik, on: 2026-11-01}}
commons:
  - {{id: samen, name: Samen, organisations: [a, b], repositories: [], publish: name}}
  - {{id: stil, name: Stil, organisations: [a], repositories: [], publish: count}}
commitments:
  - {{id: vijf, reference: k, text: t, source: https://example.org/k, figure: digital-commons, target: 5,
      publish: name}}
  - {{id: hand, reference: k, text: t, source: https://example.org/k, target: 15, publish: count,
      by_hand: {{value: 3, evidence: lijst, by: ik, on: 2026-10-01}}}}
"""
EUPL = Path("LICENSE").read_text(encoding="utf-8")
_PAGE = Path(__file__).parents[2] / "docs" / "parquet.md"


def _tables(store: Store, folder: Path, *words: str) -> dict[str, list[dict[str, Any]]]:
    command = ["store", "export", "--format", "parquet", "--store", store.name, "--output", str(folder), "-q", *words]
    assert main(command) == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.parquet" for name in TABLES)
    return {name: _rows(folder / f"{name}.parquet") for name in TABLES}


def _rows(path: Path) -> list[dict[str, Any]]:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [one[0] for one in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _json(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def _seen(text: str) -> str:
    return re.sub(r"[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


@pytest.mark.parametrize("scan", [twelve(), several(), hostile(HOSTILE[0])[0]])
def test_what_is_read_back_is_what_the_store_holds(scan: Scan, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, scan, "one")
    read = _tables(store, tmp_path / "out")
    kept = store.scan(facts=True)
    [run] = read["scans"]
    assert (run["scan"], run["started"], run["finished"], run["reference_date"]) == (
        "one",
        kept.run.started,
        kept.run.finished,
        kept.run.reference_date,
    )
    assert _json(run["rulesets"]) == [
        {"name": one.name, "version": one.version, "digest": one.digest} for one in kept.run.rulesets
    ]
    assert run["repositories"] == len(kept.repositories)
    rows = {row["key"]: row for row in read["repositories"]}
    assert list(rows) == [_seen(one.key) for one in kept.repositories]
    for one in kept.repositories:
        row = rows[_seen(one.key)]
        assert (row["repository"], row["commit"], row["committed"], row["status"]) == (
            _seen(one.repository),
            one.commit,
            one.committed,
            one.status,
        )
        assert row["aliases"] == [_seen(each) for each in one.aliases]
        assert row["facts"] == (facts_digest(one.facts) if one.facts else None)
        findings = {each["rule"]: each for each in read["findings"] if each["key"] == row["key"]}
        assert list(findings) == [finding.rule for finding in one.findings]
        for finding in one.findings:
            found = findings[finding.rule]
            assert (found["level"], found["outcome"], found["fingerprint"], found["asks"]) == (
                str(finding.level),
                str(finding.outcome),
                finding.fingerprint,
                finding.asks,
            )
            assert found["corrected"] is (finding.correction is not None)
            assert found["explained"] == (finding.explained.origin if finding.explained else None)
            because = _json(found["because"])
            assert (because or {}).get("code") == (finding.because.code if finding.because else None)
            places = [
                (each["path"], each["line"], each["column"], each["blob"])
                for each in read["places"]
                if (each["key"], each["rule"]) == (row["key"], finding.rule)
            ]
            assert places == [(_seen(spot.path), spot.line, spot.column, spot.blob) for spot in finding.places]
    bodies = {facts_digest(one.facts): to_plain(one.facts) for one in kept.repositories if one.facts}
    assert {row["facts"]: (row["revision"], _json(row["body"])) for row in read["facts"]} == {
        digest: (REVISION, json.loads(json.dumps(body))) for digest, body in bodies.items()
    }


def test_all_scans_with_each_facts_once(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, everyday(), "one")
    _keep(store, everyday(), "two", day=1)
    read = _tables(store, tmp_path / "out", "--all")
    assert [row["scan"] for row in read["scans"]] == ["one", "two"]
    assert len(read["facts"]) == 1
    one = next(row for row in read["repositories"] if row["scan"] == "one")
    two = next(row for row in read["repositories"] if row["scan"] == "two")
    assert {**one, "scan": None} == {**two, "scan": None}


def test_it_needs_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, twelve(), "one")
    words = ["store", "export", "--format", "parquet", "--store", store.name, "--lang", "en"]
    assert main(words) == 2
    assert "name the folder that they go into with --output" in capsys.readouterr().err
    (tmp_path / "file").touch()
    assert main([*words, "--output", str(tmp_path / "file")]) == 2
    assert f"{tmp_path / 'file'} cannot be written" in capsys.readouterr().err


def test_every_column_is_documented() -> None:
    text = _PAGE.read_text(encoding="utf-8")
    for name, columns in TABLES.items():
        [line] = [line for line in text.splitlines() if line.startswith(f"| `{name}` |")]
        said = re.findall(r"`(\w+)`", line.split("|")[3])
        assert said == list(columns)


def test_what_the_inventory_holds_and_the_figures(tmp_path: Path) -> None:
    folder = tmp_path / "git"
    for at, name in enumerate(("a/een", "a/twee", "a/weg", "a/drie", "b/vier")):
        files = {"README.md": "# Demo\n", "m.py": f"{at}\n", **({} if at % 2 else {"LICENSE": EUPL})}
        repository(folder / name, files, GIT + name[2:])
    path = tmp_path / "s.db"
    scan = sweep(path, inventory=made_of(_INVENTORY.replace("FOLDER", str(folder))))
    for audience in ("internal", "public"):
        read = _tables(open_store(str(path)), tmp_path / audience, "--audience", audience)
        named = audience == "internal"
        assert [row["audience"] for row in read["scans"]] == [audience]
        assert [(row["organisation"], row["repositories"], row["measured"]) for row in read["organisations"]] == [
            ("a", 3, True),
            *([("b", 1, True), ("c", 0, False)] if named else []),
        ]
        assert [(row["address"], row["repositories"]) for row in read["sources"]] == [
            (f"{folder}/a", 4 if named else None),
            *([(f"{folder}/b", 1)] if named else []),
        ]
        assert [(row["key"], row["openness"], row["ground"], row["by"], row["parts"]) for row in read["systems"]] == [
            ("system:deels", "partly", "woo-5.2", "CIO", ["selectie"]),
            *([("system:dicht", "closed", None, None, None)] if named else []),
        ]
        outcomes = {row["key"]: row["outcome"] for row in read["findings"] if row["rule"] == "openness/decision"}
        assert outcomes == {"system:deels": "pass", **({"system:dicht": "fail"} if named else {})}
        reasons = {(row["key"], row["rule"]): row["reason"] for row in read["explanations"]}
        assert reasons == {(f"{GIT}een", "licence/present"): "volgt"}
        assert [(row["rule"], row["evidence"]) for row in read["corrections"]] == [("security/contact", "elders")]
        assert [(row["repository"], json.loads(row["reason"])["code"]) for row in read["left_out"]] == [
            (f"{GIT}weg", "left-out-by-inventory"),
        ] * named
        assert [row["commons"] for row in read["commons"]] == ["samen", *(["stil"] if named else [])]
        assert [(row["commitment"], row["target"], row["value"]) for row in read["commitments"]] == [
            ("vijf", 5, None),
            *([("hand", 15, 3)] if named else []),
        ]
        counted = figures(measured(scan, audience=audience))
        rows = {(row["figure"], row["scope_kind"], row["scope"]): row for row in read["figures"]}
        assert list(rows) == [(one.id, one.scope.kind, one.scope.id) for one in counted]
        for one, row in zip(counted, rows.values(), strict=True):
            given = one.measured and not one.withheld
            numbers = (one.numerator, one.denominator, one.unknown, one.percentage, len(one.left_out))
            held = (row[name] for name in ("numerator", "denominator", "unknown", "percentage", "left_out"))
            assert tuple(held) == (numbers if given else (None,) * 5)
            assert row["status"] == ("given" if given else "withheld" if one.measured else "not-measured")
        whole = rows["licence-present", "government", ""]
        assert (whole["numerator"], whole["denominator"]) == (2, 4)
        members = [row for row in read["members"] if row["figure"] == "licence-present"]
        assert Counter(row["part"] for row in members) == {"met": 1 + named, "not-met": 2}
        standards = {(row["key"], row["standard"]): row["status"] for row in read["standards"]}
        shown = [one for one in scan.repositories if named or one.organisation == "a"]
        assert standards == {(one.key, each.standard): str(each.status) for one in shown for each in one.standards}


def test_the_queries_of_the_documentation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, twelve(), "one")
    _tables(store, tmp_path / "out")
    monkeypatch.chdir(tmp_path / "out")
    fails, figure = re.findall(r"```sql\n(.*?)```", _PAGE.read_text(encoding="utf-8"), re.DOTALL)
    failed = Counter(one.rule for judged in twelve().repositories for one in judged.findings if one.outcome == "fail")
    with duckdb.connect() as connection:
        assert dict(connection.execute(fails).fetchall()) == failed
        [row] = connection.execute(figure).fetchall()
    [known] = [
        one for one in figures(measured(twelve())) if (one.id, one.scope.kind) == ("licence-osi-approved", "government")
    ]
    assert row[1:] == ("measured", known.numerator, known.denominator, known.unknown)


def test_an_empty_scan(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "scans.db"))
    _keep(store, replace(twelve(), repositories=()), "one")
    assert _tables(store, tmp_path / "out")["repositories"] == []
