"""`oss-scan inventory judge` and `hearing`, over a kept scan."""

import csv
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from oss_scan.cli import main
from oss_scan.inventory import read
from oss_scan.inventory.opening import File
from oss_scan.schemas import schema
from tests.cli.test_report import kept
from tests.inventory.made_up import WHOLE
from tests.sweeps import repository

GIT = "https://git.example/org/project-"
INVENTORY = f"""
organisations:
  - {{id: a, name: Dienst A, kind: zbo, sources: ["https://git.example/org"]}}
  - {{id: b, name: Dienst B, kind: zbo}}
left_out: [{{repository: "{GIT}09", reason: een kopie}}]
systems:
  - {{id: loket, name: Loket, organisation: a, openness: open, repositories: ["{GIT}01"]}}
  - {{id: zaak, name: Zaak, organisation: b, openness: open, repositories: ["{GIT}03"]}}
  - {{id: stil, name: Geheimsysteem, organisation: a, openness: closed, publish: count}}
  - {{id: heel-stil, name: Geheimer, organisation: b, openness: closed, publish: never}}
"""


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    kept(tmp_path / "scans.db")
    (tmp_path / "i.yaml").write_text(INVENTORY, encoding="utf-8")
    return [str(tmp_path / "i.yaml"), "--store", str(tmp_path / "scans.db")]


def test_judge(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inventory", "judge", *words]) == 0
    assert capsys.readouterr().out == (
        "Loket: voldoet\n"
        "Zaak: voldoet niet\n"
        "  Het systeem voldoet niet aan 'open, tenzij'. De broncode staat openbaar, maar zonder open licentie: "
        f"{GIT}03.\n"
        "(niet genoemd): voldoet niet\n"
        "  Het systeem voldoet niet aan 'open, tenzij'. Het systeem is niet (geheel) open, en er is geen besluit dat "
        "zegt waarom.\n"
        "3 systemen, peildatum 2026-11-23: 1 voldoet, 2 voldoet niet, 0 niet van toepassing, 0 niet vast te stellen\n"
    )


def test_what_is_needless_of_a_system_is_for_whoever_keeps_the_inventory(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = '{about: "system:loket", rule: openness/decision, reason: r, by: c, on: 2026-01-01, until: 2027-01-01}'
    Path(words[0]).write_text(f"{INVENTORY}explanations:\n  - {said}\n", encoding="utf-8")
    needless = "the explanation of openness/decision is not needed"
    for form, text in (("json", '"code": "explanation-needless"'), ("text", f"  {words[0]}:12: {needless}")):
        for audience, times in (("public", 0), ("internal", 1)):
            shown = ["--format", form, "--audience", audience, "--lang", "en"]
            assert main(["inventory", "judge", *words, *shown]) == 0
            assert capsys.readouterr().out.count(text) == times, (form, audience)


@pytest.mark.parametrize(("audience", "number"), [("public", 3), ("internal", 4)])
def test_judge_as_json(words: list[str], audience: str, number: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inventory", "judge", *words, "--format", "json", "--audience", audience]) == 0
    out = capsys.readouterr().out
    found = json.loads(out)
    Draft202012Validator(json.loads(schema("systems"))).validate(found)
    assert len(found["systems"]) == number
    assert ("Geheim" in out, "stil" in out) == (audience == "internal", audience == "internal")


def test_hearing(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "wederhoor" / "a"
    assert main(["inventory", "hearing", *words, "--organisation", "a", "--output", str(output)]) == 0
    said = capsys.readouterr()
    names = ("findings.csv", "figures.csv", "systems.csv", "left-out.csv", "answer.yaml")
    assert said.out == ""
    assert said.err == f"De bestanden voor Dienst A staan in {output}: {', '.join(names)}\n"
    texts = {name: (output / name).read_bytes().decode() for name in names}
    tables = {name: list(csv.DictReader(texts[name].splitlines())) for name in names[:-1]}
    repositories = {row["repository"] for row in tables["findings.csv"]}
    # 03 is of a system of B; the even ones are at no address; 09 is left out
    assert repositories == {f"{GIT}{number}" for number in ("01", "05", "07", "11")}
    licensed = next(row for row in tables["figures.csv"] if row["id"] == "licence-present")
    assert (licensed["numerator"], licensed["denominator"], licensed["not_met"], licensed["unknown"]) == (
        "2",
        "4",
        "1",
        "1",
    )
    assert [row["key"] for row in tables["systems.csv"]] == ["system:loket", "system:stil"]
    assert tables["left-out.csv"] == [{"repository": f"{GIT}09", "reason": "een kopie"}]
    assert "Zaak" not in "".join(texts.values())


def test_the_answer_is_an_inventory_that_adds_to_the_first(words: list[str], tmp_path: Path) -> None:
    output = tmp_path / "antwoord"
    assert main(["inventory", "hearing", *words, "--organisation", "a", "--output", str(output), "-q"]) == 0
    answer = (output / "answer.yaml").read_text(encoding="utf-8")
    asked = [line for line in answer.splitlines() if line.startswith('#  - about: "')]
    assert asked[0] == f'#  - about: "{GIT}05"'
    assert asked[-1] == '#  - about: "system:stil"'
    files = [File("i.yaml", INVENTORY.encode()), File("answer.yaml", answer.encode())]
    assert [item for item in read(files)[1] if item.type == "error"] == []
    filled = answer.replace(
        '#  - about: "system:stil"\n#    rule: openness/decision\n',
        (
            '  - about: "system:stil"\n    rule: openness/decision\n    reason: volgt\n    by: CIO\n'
            "    on: 2026-12-01\n    until: 2027-06-01\n"
        ),
    )
    inventory, items = read([files[0], File("answer.yaml", filled.encode())])
    assert [item for item in items if item.type == "error"] == []
    assert [(one.about, one.reason) for one in inventory.explanations] == [("system:stil", "volgt")]


def test_an_answer_that_was_filled_in_is_not_written_over(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "x"
    again = ["inventory", "hearing", *words, "--organisation", "a", "--output", str(output), "-q", "--lang", "en"]
    assert main(again) == 0
    assert main(again) == 0
    answer = output / "answer.yaml"
    filled = answer.read_text(encoding="utf-8").replace('#  - about: "system:stil"', '  - about: "system:stil"')
    answer.write_text(filled, encoding="utf-8")
    assert main(again) == 2
    assert capsys.readouterr().err == (
        f"oss-scan: {answer} was filled in and is not written over; move it, or choose another --output\n"
    )
    assert answer.read_text(encoding="utf-8") == filled


def test_an_organisation_that_is_not_there(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "i.yaml").write_text(WHOLE, encoding="utf-8")
    output = str(tmp_path / "x")
    assert main(["inventory", "hearing", *words, "--organisation", "minvbb", "--output", output, "--lang", "en"]) == 2
    assert capsys.readouterr().err == "oss-scan: there is no organisation with id minvbb; perhaps you mean: minvb\n"
    assert not Path(output).exists()


def test_a_folder_that_cannot_be_made(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    output = str(tmp_path / "file" / "x")
    assert main(["inventory", "hearing", *words, "--organisation", "a", "--output", output, "--lang", "en"]) == 2
    assert capsys.readouterr().err.endswith("cannot be written (Not a directory); choose another --output\n")


def test_a_scan_is_read_by_the_inventory_that_it_was_made_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "git"
    repository(folder / "een", {"README.md": "x"}, f"{GIT}01")
    repository(folder / "fork", {"README.md": "y"}, f"{GIT}02")
    made = INVENTORY.replace('sources: ["https://git.example/org"]', f"sources: ['{folder}']")
    (tmp_path / "i.yaml").write_text(made + "population: {leave_out: [documentation]}\n", encoding="utf-8")
    store = ["--store", str(tmp_path / "s.db")]
    assert main(["scan", "--inventory", str(tmp_path / "i.yaml"), *store, "--jobs", "1", "--quiet"]) == 0
    (tmp_path / "i.yaml").unlink()
    capsys.readouterr()
    assert main(["inventory", "judge", *store, "--audience", "internal", "--format", "json"]) == 0
    judged = json.loads(capsys.readouterr().out)["systems"]
    assert [one["key"] for one in judged] == ["system:loket", "system:zaak", "system:stil", "system:heel-stil"]
    output = tmp_path / "uit"
    assert main(["inventory", "hearing", *store, "--organisation", "a", "--output", str(output), "-q"]) == 0
    with (output / "figures.csv").open(encoding="utf-8", newline="") as file:
        counted = {row["id"]: (row["numerator"], row["denominator"]) for row in csv.DictReader(file)}
    assert counted["licence-present"] == ("0", "0")  # both are documentation only
    assert counted["systems-open"] == ("0", "2")
    assert (output / "findings.csv").read_text(encoding="utf-8").count('"licence/present","must"') == 2
    with (output / "left-out.csv").open(encoding="utf-8", newline="") as file:
        assert [(row["repository"], row["reason"][:20]) for row in csv.DictReader(file)] == [
            (f"{GIT}01", "alleen documentatie:"),
            (f"{GIT}02", "alleen documentatie:"),
        ]
    assert "system:zaak" not in (output / "systems.csv").read_text(encoding="utf-8")
    assert main(["scan", str(folder), *store, "--jobs", "1", "--quiet"]) == 0
    assert main(["inventory", "judge", *store, "--lang", "en"]) == 2
    assert "was made without an inventory; name the FILE" in capsys.readouterr().err
