"""`oss-scan inventory validate` and `show`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from oss_scan.cli import main
from oss_scan.cli.inventory import command
from oss_scan.schemas import schema
from tests.inventory.made_up import WHOLE

BAD = (
    "organisations:\n  - {id: a, name: A, kind: x}\nsystems:\n  - {id: s, name: S, organisation: a, openness: closed}\n"
)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(command, list(map(str, words)), standalone_mode=False, catch_exceptions=False)


def write(folder: Path, text: str, name: str = "inventaris.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_valid(tmp_path: Path) -> None:
    path = write(tmp_path, WHOLE)
    done = run("validate", path)
    assert (done.return_value, done.stdout) == (0, f"{path}: geldig\n")


def test_every_error_has_its_line_and_column(tmp_path: Path) -> None:
    path = write(tmp_path, BAD)
    done = run("validate", path)
    assert done.return_value == 1
    assert done.stdout == (
        f"{path}: ongeldig\n"
        "  2:28    fout: kind: x kan niet; kies uit ministerie, zbo, gemeente, provincie, waterschap, "
        "samenwerkingsorganisatie, caribisch-openbaar-lichaam, overige-overheidsorganisatie, overig\n"
        "  4:5     waarschuwing: dit systeem is niet open en heeft geen besluit\n"
    )


def test_validate_as_json(tmp_path: Path) -> None:
    path = write(tmp_path, BAD)
    found = json.loads(run("validate", path, "--format", "json", "--lang", "en").stdout)
    assert (found[0]["path"], found[0]["verdict"]) == (str(path), "invalid")
    assert found[0]["items"][1] == {
        "type": "warning",
        "key": "systems[0]",
        "line": 4,
        "column": 5,
        "code": "no-decision",
        "message": "this system is not open, and has no decision",
        "fix": None,
    }


def test_files_are_read_together(tmp_path: Path) -> None:
    more = write(tmp_path, "organisations: [{id: minvb, abbreviation: MVB}]\n", "meer.yaml")
    done = run("validate", write(tmp_path, WHOLE), more)
    assert done.return_value == 1
    assert "meer.yaml: ongeldig\n  1:43    fout: abbreviation: " in done.stdout
    assert "inventaris.yaml:8 zegt iets anders over minvb" in done.stdout


def test_show(tmp_path: Path) -> None:
    done = run("show", write(tmp_path, WHOLE), "--lang", "en")
    assert done.stdout == (
        "kind of organisation            with a source    not measured    all\n"
        "----------------------------  ---------------  --------------  -----\n"
        "ministerie                                  1               0      1\n"
        "overige-overheidsorganisatie                0               1      1\n"
        "total                                       1               1      2\n"
        "\n"
        "Origin: Eigen opgave, 2026-11-01\n"
        "  Not verified.\n"
        "\n"
        "Systems (2)\n"
        "      1  open\n"
        "      1  partly open\n"
        "      0  closed\n"
        "  ground of the decision:\n"
        "      1  woo-5.1-2-d: inspection, control and supervision\n"
        "\n"
        "Digital commons (1)\n"
        "  Samen\n"
        "\n"
        "Motions and promises (2)\n"
        "                                                              target    measured    met\n"
        "----------------------------------------------------------  --------  ----------  -----\n"
        "kst-00000-1 Ten minste vijf digitale gemeenschapsgoederen.         5           1     no\n"
        "kst-00000-2 Alle departementen nemen deel.                        15           3     no\n"
    )


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_json_has_the_shape_of_its_schema(tmp_path: Path, audience: str) -> None:
    found = json.loads(run("show", write(tmp_path, WHOLE), "--format", "json", "--audience", audience).stdout)
    Draft202012Validator(json.loads(schema("inventory-show"))).validate(found)
    assert found["audience"] == audience
    assert found["coverage"]["ministerie"] == {"all": 1, "not_measured": 0, "with_source": 1}
    assert [one["value"] for one in found["commitments"]] == [1, 3]


def test_the_shipped_inventory_says_what_it_covers() -> None:
    total = next(line for line in run("show", "nederland").stdout.splitlines() if line.startswith("totaal"))
    assert total.split() == ["totaal", "48", "76", "124"]
    found = json.loads(run("show", "nederland", "--format", "json").stdout)
    Draft202012Validator(json.loads(schema("inventory-show"))).validate(found)


def test_what_is_hostile_is_shown_inert(tmp_path: Path) -> None:
    text = 'organisations: [{id: a, name: "\\e[31m::error::x", kind: zbo}]\n'
    out = run("show", "-v", write(tmp_path, text)).stdout
    assert "\x1b" not in out
    assert "\\x1b[31m" in out


@pytest.mark.parametrize("word", ["validate", "show"])
def test_what_cannot_be_read_is_status_2(word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inventory", word, str(tmp_path / "geen.yaml")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "kan niet worden gelezen (No such file or directory); noem een bestand, of nederland" in err


def test_an_inventory_with_an_error_is_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, BAD)
    assert main(["inventory", "show", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"oss-scan: {path}, regel 2, kolom 28: kind: x kan niet; ")
