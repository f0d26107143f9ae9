"""`oss-scan publiccode validate`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from oss_scan.cli import main
from oss_scan.cli.publiccode import command
from oss_scan.errors import OssScanError
from oss_scan.schemas import schema
from tests.publiccode.files import VALID


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(command, ["validate", *map(str, words)], standalone_mode=False)


def write(folder: Path, text: str, name: str = "publiccode.yml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_valid(tmp_path: Path) -> None:
    path = write(tmp_path, VALID)
    done = run(path)
    assert (done.return_value, done.stdout) == (0, f"{path}: geldig\n")


def test_errors_in_both_languages(tmp_path: Path) -> None:
    path = write(tmp_path, VALID.replace("false", "no").replace('"0"', '"0.4"'))
    done = run(path)
    assert done.return_value == 1
    assert done.stdout == (
        f"{path}: ongeldig\n"
        "  1:1     waarschuwing: publiccodeYmlVersion 0.4 is niet de nieuwste versie (0.7); "
        "het bestand wordt als 0.7 gelezen\n"
        '          schrijf: publiccodeYmlVersion: "0"\n'
        "  23:3    fout: localisation.localisationReady is no; kies true of false\n"
        "          schrijf: localisationReady: false\n"
    )
    done = run(path, "--lang", "en", "--quiet")
    assert done.stdout == (
        f"{path}: invalid\n"
        "  23:3    error: localisation.localisationReady is no; choose true or false\n"
        "          write: localisationReady: false\n"
    )
    assert "(not-boolean)" in run(path, "--verbose").stdout


def test_warnings_give_status_0(tmp_path: Path) -> None:
    path = write(tmp_path, VALID.replace('"0"', '"0.4"'))
    assert run(path).return_value == 0
    assert run(path, "--quiet").stdout == ""


def test_json_is_as_its_schema_says(tmp_path: Path) -> None:
    good, bad = write(tmp_path, VALID), write(tmp_path, VALID.replace("stable", "Stable"), "other.yml")
    done = run(good, bad, "--format", "json", "--lang", "en")
    assert done.return_value == 1
    found = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema("publiccode-validate"))).validate(found)
    assert found == [
        {"path": str(good), "verdict": "valid", "items": []},
        {
            "path": str(bad),
            "verdict": "invalid",
            "items": [
                {
                    "type": "error",
                    "key": "developmentStatus",
                    "line": 6,
                    "column": 1,
                    "code": "value",
                    "message": "developmentStatus is Stable; choose from concept, development, beta, stable, obsolete",
                    "fix": "developmentStatus: stable",
                }
            ],
        },
    ]


def test_profile(tmp_path: Path) -> None:
    path = write(tmp_path, VALID.replace("\n  - web\n", " web\n"))
    assert run(path).return_value == 0
    assert run(path, "--profile", "reference").return_value == 1


@pytest.mark.parametrize("name", ["nothing.yml", "."])
def test_what_cannot_be_read_gives_status_2(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = run(tmp_path / name)
    assert isinstance(done.exception, OssScanError)
    assert main(["publiccode", "validate", str(tmp_path / name), "--lang", "en"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"{tmp_path / name}".rstrip("/.") in shown.err
    assert "name an existing file" in shown.err


def test_no_file_named() -> None:
    assert main(["publiccode", "validate"]) == 2


def test_hostile_contents_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = write(tmp_path, VALID.replace("stable", '"\\e[31m\\n::error::x"'))
    shown = run(path).stdout
    assert "\x1b" not in shown
    assert "\n::error" not in shown
    assert "\\x1b[31m" in shown


def test_a_file_of_many_bytes_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "publiccode.yml"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    done = run(path, "--format", "json")
    assert [item["code"] for item in json.loads(done.stdout)[0]["items"]] == ["yaml-too-large"]
