"""`oss-scan publiccode init`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from oss_scan.cli import publiccode_init
from oss_scan.cli.publiccode import command
from oss_scan.cli.publiccode_guesses import guesses
from oss_scan.errors import OssScanError
from oss_scan.git import open_repository
from oss_scan.publiccode import validate
from oss_scan.publiccode.starting import Answer
from tests.builder import Repo

README = """\
# Parkeren

![badge](https://example.org/x.svg)

Vraag een **parkeervergunning** aan en [betaal](https://example.org) haar. Met Parkeren vragen inwoners
en bedrijven een vergunning aan, en wijzigen zij hun kenteken. Medewerkers van de gemeente zien de
aanvragen en beslissen erover.

- geen zin

## Kenmerken

- Vergunning aanvragen
- `Kenteken` wijzigen

## Bouwen

- niets
"""


def run(*words: str | Path, given: str = "") -> Result:
    return CliRunner().invoke(command, ["init", *map(str, words)], input=given, standalone_mode=False)


def made(repo: Repo) -> Repo:
    repo.git("remote", "add", "origin", "git@github.com:gemeente-voorbeeld/parkeren.git")
    repo.commit(
        {
            "README.md": README,
            "COPYING": (Path(__file__).parents[2] / "LICENSE").read_text(),
            "package.json": "{}",
            "public/index.html": "<html>",
            "src/locales/nl.json": "{}",
            "src/locales/en.json": "{}",
            ".github/CODEOWNERS": "* @someone\n* @gemeente/team-parkeren parkeren@voorbeeld.nl # us\n/docs @other\n",
        }
    )
    repo.git("tag", "v1.9.0")
    repo.git("tag", "--annotate", "--message=x", "v1.10.0", date="2026-10-05T12:00:00Z")
    repo.git("tag", "v2.0.0-rc1")
    return repo


def test_what_a_repository_shows(repo: Repo) -> None:
    with open_repository(made(repo).path) as opened:
        found = guesses(opened)
    long = found.pop("description.*.longDescription")
    assert long.items[0].startswith("Vraag een parkeervergunning aan en betaal haar. Met Parkeren vragen inwoners en ")
    assert long.items[0].endswith("beslissen erover.")
    assert found == {
        "url": Answer("https://github.com/gemeente-voorbeeld/parkeren", "origin"),
        "name": Answer("Parkeren", "README.md"),
        "legal.license": Answer("EUPL-1.2", "COPYING"),
        "description.*": Answer("nl", "README.md"),
        "description.*.shortDescription": Answer("Vraag een parkeervergunning aan en betaal haar.", "README.md"),
        "description.*.features": Answer(("Vergunning aanvragen", "Kenteken wijzigen"), "README.md"),
        "softwareVersion": Answer("1.10.0", "tag v1.10.0"),
        "releaseDate": Answer("2026-10-05", "tag v1.10.0"),
        "developmentStatus": Answer("stable", "tag v1.10.0"),
        "platforms": Answer(("web",), "public/index.html"),
        "softwareType": Answer("standalone/web", "public/index.html"),
        "localisation.availableLanguages": Answer(("en", "nl"), "src/locales/en.json"),
        "localisation.localisationReady": Answer("true", "src/locales/en.json"),
        "maintenance.contacts[].name": Answer("gemeente/team-parkeren", ".github/CODEOWNERS"),
        "maintenance.contacts[].email": Answer("parkeren@voorbeeld.nl", ".github/CODEOWNERS"),
    }


def test_an_empty_repository_shows_nothing(repo: Repo) -> None:
    with open_repository(repo.path) as opened:
        assert guesses(opened) == {}


def test_hostile_files_show_nothing_that_is_wrong(repo: Repo) -> None:
    repo.commit(
        {
            "README.md": b"# \x1b[31m" + b"[" * 5000 + b"\n\n" + b"\xff" * 5000 + b"\n\n# Features\n\n- \x00\n" * 3,
            "CODEOWNERS": "* @a/" + "b" * 5000 + " " + "c@" * 5000,
        }
    )
    repo.git("tag", "v99999999999999999999.0")
    done = run(repo.path)
    assert done.return_value == 0
    assert "\x1b" not in done.stdout
    assert {item.code for item in validate(done.stdout.encode()).items if item.type == "error"} == {"missing"}


def test_without_a_terminal_it_is_printed_and_nothing_is_asked(repo: Repo) -> None:
    done = run(made(repo).path, "--lang", "en")
    assert done.return_value == 0
    assert "  type:  # to fill in: who maintains it (internal, contract, community, none)\n" in done.stdout
    assert not (repo.path / "publiccode.yml").exists()
    lines = done.stderr.splitlines()
    assert "legal.license: guessed from COPYING: EUPL-1.2" in lines
    assert lines[-1] == "to fill in: maintenance.type"


def test_written_once_and_never_again(repo: Repo) -> None:
    made(repo)
    assert run(repo.path, "--write", "--quiet").output == ""
    text = (repo.path / "publiccode.yml").read_text()
    assert text.startswith('publiccodeYmlVersion: "0"\nname: Parkeren  # uit README.md; controleer dit\n')
    for words in (("--write",), ()):
        done = run(repo.path, *words)
        assert isinstance(done.exception, OssScanError)
        assert done.exception.en == f"{repo.path} has a publiccode.yml already; use publiccode fix or upgrade"
    assert (repo.path / "publiccode.yml").read_text() == text


@pytest.mark.parametrize("name", ["publiccode.yaml", "PUBLICCODE.yml"])
def test_the_other_name_counts_as_there(repo: Repo, name: str) -> None:
    repo.commit({name: "name: a\n"})
    assert isinstance(run(repo.path, "--write").exception, OssScanError)


def test_a_link_to_elsewhere_is_not_followed(repo: Repo, tmp_path: Path) -> None:
    made(repo)
    (repo.path / "publiccode.yml").symlink_to(tmp_path / "elsewhere")
    assert isinstance(run(repo.path, "--write").exception, OssScanError)
    assert not (tmp_path / "elsewhere").exists()


def test_what_is_no_repository_and_a_bare_one(tmp_path: Path) -> None:
    assert isinstance(run(tmp_path).exception, OssScanError)
    bare = Repo.make(tmp_path / "bare", "--bare")
    assert run(bare.path).return_value == 0
    assert isinstance(run(bare.path, "--write").exception, OssScanError)


def test_on_a_terminal_the_rest_is_asked(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publiccode_init, "_on_a_terminal", lambda: True)
    answers = [
        "",
        "Parkeren in Voorbeeld",
        *[""] * 3,
        "00000001003214345000",
        "urn:nl:oin:00000001003214345000",
        "Voorbeeld",
    ]
    answers += ["web, linux", "", "", "", "", "", "", "ons", "internal", "", "", "", "nl"]
    done = run(made(repo).path, "--lang", "en", given="\n".join([*answers, ""]))
    assert done.return_value == 0, done.output
    assert validate(done.stdout.encode()).items == ()
    assert "#" not in done.stdout
    assert "name: Parkeren in Voorbeeld\n" in done.stdout
    assert "  - web\n  - linux\n" in done.stdout
    assert "    - name: gemeente/team-parkeren\n      email: parkeren@voorbeeld.nl\n" in done.stdout
    assert "the name of the software [Parkeren]: " in done.stderr
    assert "maintenance.type is ons; choose from internal, contract, community, none" in done.stderr
    assert "guessed" not in done.stderr
