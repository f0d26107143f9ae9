"""`oss-scan scan --inventory` from the outside."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from oss_scan.cli import main
from oss_scan.schemas import schema
from tests.sweeps import repository

README = {"README.md": "# Demo\n\nThis program counts the trees along the roads of a municipality.\n", "m.py": "1\n"}
GIT = "https://git.example/org/"


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    folder = tmp_path / "git"
    repository(folder / "een", README, f"{GIT}een")
    repository(folder / "kopie", README | {"x.py": "1\n"}, f"{GIT}kopie")
    (tmp_path / "i.yaml").write_text(
        f"""
organisations:
  - {{id: a, name: Dienst A, kind: zbo, sources: [{folder}]}}
  - {{id: b, name: Dienst B, kind: zbo, part_of: a}}
left_out: [{{repository: {GIT}kopie, reason: een kopie}}]
systems: [{{id: een, name: Eén, organisation: b, openness: open, repositories: [{GIT}een]}}]
""",
        encoding="utf-8",
    )
    (tmp_path / "more.yaml").write_text("systems: [{id: dicht, name: Dicht, organisation: a, openness: closed}]\n")
    inventories = ["--inventory", str(tmp_path / "i.yaml"), "--inventory", str(tmp_path / "more.yaml")]
    return ["scan", *inventories, "--store", str(tmp_path / "s.db"), "--jobs", "1"]


def test_json(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--format", "json", "--lang", "en"]) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    jsonschema.validate(found, json.loads(schema("scan")))
    source = {"address": str(tmp_path / "git"), "repositories": 2, "reason": None, "reason_code": None}
    none = {"abbreviation": None, "tooi": None, "part_of": None}
    assert found["organisations"] == [
        none
        | {"id": "a", "name": "Dienst A", "kind": "zbo", "sources": [source]}
        | {"measured": True, "complete": True, "repositories": 0},
        none
        | {"id": "b", "name": "Dienst B", "kind": "zbo", "part_of": "a", "sources": []}
        | {"measured": False, "complete": False, "repositories": 1},
    ]
    outcomes = {one["key"]: [finding["outcome"] for finding in one["findings"]] for one in found["systems"]}
    assert outcomes == {"system:een": ["fail"], "system:dicht": ["fail"]}
    assert found["skipped"] == [
        {"repository": f"{GIT}kopie", "organisation": "a", "reason": "een kopie", "reason_code": None}
    ]
    assert [(one["repository"], one["organisation"]) for one in found["repositories"]] == [(f"{GIT}een", "b")]
    told = ["fork", "mirror", "archived", "template", "private"]  # by a forge, which was not asked
    assert found["repositories"][0]["kinds"] == {"known": {}, "unknown": told}
    assert said.err.splitlines()[-1] == (
        "Organisations: 1 of 2 are measured, 0 of them not whole; without a source, so not measured: 1."
    )
    for command in (["show", "latest", "--format", "json"], ["export"]):
        assert main(["store", *command, "--store", words[6], "--lang", "en"]) == 0
        kept = json.loads(capsys.readouterr().out)
        assert {name: kept[name] for name in ("organisations", "systems", "skipped", "scan")} == {
            name: found[name] for name in ("organisations", "systems", "skipped", "scan")
        }


def test_text(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--verbose"]) == 0
    out = capsys.readouterr().out
    assert "\nSystemen\n  Eén: voldoet niet\n" in out
    assert f"{GIT}kopie" in out
    assert "een kopie" in out
    assert (
        "\nDienst B: niet gemeten, zonder bron\nOrganisaties: 1 van de 2 zijn gemeten, waarvan 0 niet helemaal; " in out
    )


def test_csv(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    systems = [row for row in rows if row["repository"].startswith("system:")]
    assert [(one["repository"], one["rule"], one["outcome"], one["organisation"]) for one in systems] == [
        ("system:een", "openness/decision", "fail", "b"),
        ("system:dicht", "openness/decision", "fail", "a"),
    ]
    assert [(one["outcome"], one["because"], one["organisation"]) for one in rows if not one["repository"]] == [
        ("unknown", "organisation-not-measured", "b")
    ]
    assert {one["organisation"] for one in rows if one["repository"].startswith("https:")} == {"b"}


def test_what_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "i.yaml"
    path.write_text("organisations:\n  - {id: a, name: A, kind: vereniging}\n", encoding="utf-8")
    for words in (["--inventory", str(path)], ["--inventory", str(tmp_path / "weg.yaml")], []):
        assert main(["scan", *words, "--no-store", "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "i.yaml, line 2, column" in said
    assert "weg.yaml cannot be read" in said
    assert "name at least one TARGET, or an inventory with --inventory" in said
    assert "Traceback" not in said
