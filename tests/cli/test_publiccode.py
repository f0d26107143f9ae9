"""`oss-scan publiccode validate`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from oss_scan.cli import main
from oss_scan.cli.publiccode import command
from oss_scan.errors import OssScanError
from oss_scan.licences import text
from oss_scan.schemas import schema
from tests.builder import Repo
from tests.publiccode.files import VALID as MINIMAL

#: With what Dutch policy asks, so that nothing is noticed.
VALID = MINIMAL + "organisation:\n  uri: urn:nl:oin:00000001003214345000\n"


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
    path = write(tmp_path, VALID.replace("false", "no").replace('"0"', '"0.5"'))
    done = run(path)
    assert done.return_value == 1
    assert done.stdout == (
        f"{path}: ongeldig\n"
        "  1:1     waarschuwing: publiccodeYmlVersion 0.5 is niet de nieuwste versie (0.7); "
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
    path = write(tmp_path, VALID.replace('"0"', '"0.5"'))
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
                    "found": "Stable",
                    "expected": "one of: concept, development, beta, stable, obsolete",
                    "only": None,
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


def test_what_policy_asks_and_what_is_out_of_date(tmp_path: Path) -> None:
    path = write(tmp_path, MINIMAL + "releaseDate: 2024-11-22\n", "publiccode.yaml")
    done = run(path, "--as-of", "2026-11-23", "--lang", "en")
    assert done.return_value == 0
    assert done.stdout == (
        f"{path}: valid\n"
        "  1:1     notice: the file is named publiccode.yaml; catalogues find publiccode.yml only\n"
        "  1:1     notice: organisation.uri is missing; name the organisation's TOOI URI or OIN (urn:nl:oin:…) here\n"
        "  26:1    notice: releaseDate is 2024-11-22, over 730 days ago; update it, or set developmentStatus to "
        "obsolete\n"
    )
    assert "releaseDate" not in run(path, "--as-of", "2026-11-22").stdout
    assert run(path, "--profile", "reference").stdout == f"{path}: geldig\n"


def test_what_the_repository_contradicts(repo: Repo) -> None:
    repo.commit({"publiccode.yml": VALID, "LICENSE": text("MIT")})
    repo.git("remote", "add", "origin", "https://github.com/gemeente-ander/parkeren.git")
    path = repo.path / "publiccode.yml"
    shown = run(path, "--lang", "en").stdout
    assert shown == (
        f"{path}: valid\n"
        "  3:1     notice: url is https://github.com/gemeente-voorbeeld/parkeren, and this repository is "
        "https://github.com/gemeente-ander/parkeren\n"
        "  17:3    notice: legal.license is EUPL-1.2, but LICENSE says MIT\n"
    )
    inside = write(repo.path, VALID, "other.yml")
    assert "url is" in run(inside, "--lang", "en").stdout
    repo.git("remote", "set-url", "origin", "git@github.com:Gemeente-Voorbeeld/parkeren.git")
    assert "url is" not in run(path, "--lang", "en").stdout


def test_how_ready_it_is_for_the_next_version(tmp_path: Path) -> None:
    good, old = (
        write(tmp_path, VALID),
        write(tmp_path, VALID.replace("legal:\n", "legal:\n  repoOwner: BZK\n"), "o.yml"),
    )
    done = run(good, old, "--ready-for", "1.0", "--lang", "en")
    assert done.return_value == 0
    assert done.stdout == (
        f"{good}: valid\n"
        "  ready for the draft of 1.0\n"
        f"{old}: valid, with warnings\n"
        "  17:3    warning: legal.repoOwner is deprecated since version 0.5; use organisation.name\n"
        "  not ready for the draft of 1.0 yet; to change: 1\n"
        "  17:3    error: legal.repoOwner does not exist any more in version 1.0; use organisation.name\n"
    )
    found = json.loads(run(good, old, "--ready-for", "1.0", "--format", "json").stdout)
    Draft202012Validator(json.loads(schema("publiccode-validate"))).validate(found)
    assert [(one["readiness"]["version"], one["readiness"]["ready"]) for one in found] == [
        ("1.0", True),
        ("1.0", False),
    ]
    broken = write(tmp_path, "name: [\n", "b.yml")
    assert "nog niet klaar" in run(broken, "--ready-for", "1.0").stdout


def test_standard_input_has_no_name_and_no_repository(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["validate", "-"], input=VALID, standalone_mode=False)
    assert (done.return_value, done.stdout) == (0, "-: geldig\n")
