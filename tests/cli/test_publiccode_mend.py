"""`oss-scan publiccode fix` and `upgrade`."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from oss_scan.cli import main
from oss_scan.cli.publiccode import command
from oss_scan.errors import OssScanError
from tests.publiccode.files import VALID

OLD = VALID.replace('"0"', "0.4").replace("Ready: false", "Ready: no")
FIXED = VALID
UPGRADED = VALID.replace('"0"', '"0.7"')


def run(*words: str | Path, given: str = "") -> Result:
    return CliRunner().invoke(command, list(map(str, words)), input=given, standalone_mode=False)


def write(folder: Path, text: str, name: str = "publiccode.yml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(("verb", "expected"), [("fix", FIXED), ("upgrade", UPGRADED)])
def test_without_write_the_changed_text_is_printed_and_nothing_is_changed(
    tmp_path: Path, verb: str, expected: str
) -> None:
    path = write(tmp_path, OLD)
    done = run(verb, path, "--lang", "en")
    assert (done.return_value, done.stdout) == (0, expected)
    version = expected[22:].split("\n")[0]
    assert done.stderr == (
        f"{path}:1: publiccodeYmlVersion: 0.4 becomes {version}\n"
        f"{path}:23: localisation.localisationReady: no becomes false\n"
    )
    assert path.read_text() == OLD
    assert os.listdir(tmp_path) == ["publiccode.yml"]


def test_the_difference(tmp_path: Path) -> None:
    path = write(tmp_path, OLD)
    done = run("fix", path, "--diff", "--quiet")
    assert done.stderr == ""
    assert done.stdout.splitlines()[:7] == [
        f"--- a/{path}",
        f"+++ b/{path}",
        "@@ -1,4 +1,4 @@",
        "-publiccodeYmlVersion: 0.4",
        '+publiccodeYmlVersion: "0"',
        " name: Parkeren",
        " url: https://github.com/gemeente-voorbeeld/parkeren",
    ]
    assert run("fix", write(tmp_path, VALID), "--diff").stdout == ""


def test_write(tmp_path: Path) -> None:
    path = write(tmp_path, OLD)
    path.chmod(0o640)
    done = run("fix", path, "--write", "--quiet")
    assert (done.return_value, done.stdout, done.stderr) == (0, "", "")
    assert path.read_text() == FIXED
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["publiccode.yml"]
    assert run("fix", path, "--write").stderr == ""


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    real = write(tmp_path, OLD, "real.yml")
    link = tmp_path / "publiccode.yml"
    link.symlink_to("real.yml")
    run("fix", link, "--write")
    assert link.is_symlink()
    assert real.read_text() == FIXED


def test_the_other_name(tmp_path: Path) -> None:
    path = write(tmp_path, VALID, "publiccode.yaml")
    done = run("fix", path, "--diff")
    assert done.stdout == f"--- a/{path}\n+++ b/{path.with_suffix('.yml')}\n"
    done = run("fix", path, "--write")
    assert done.stderr == f"{path}:1: heet voortaan publiccode.yml, want alleen zo vinden catalogi het\n"
    assert os.listdir(tmp_path) == ["publiccode.yml"]


def test_a_name_that_is_taken(tmp_path: Path) -> None:
    path = write(tmp_path, OLD, "publiccode.yaml")
    other = write(tmp_path, "mine\n")
    done = run("fix", path, "--write", "--lang", "en")
    assert done.stderr.endswith(":1: keeps its name, since there is a publiccode.yml already\n")
    assert (path.read_text(), other.read_text()) == (FIXED, "mine\n")


def test_what_is_left_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, VALID.replace("EUPL-1.2", "Eigen"))
    done = run("fix", path, "--lang", "en")
    assert done.return_value == 0
    assert done.stderr == f"{path}:1: errors that nobody can mend unasked: 1; publiccode validate names them\n"


def test_several_files(tmp_path: Path) -> None:
    bad, good = write(tmp_path, "a: [", "a.yml"), write(tmp_path, OLD)
    done = run("fix", bad, good)
    assert done.return_value == 2
    assert done.stdout == f"==> {good} <==\n{FIXED}"
    assert done.stderr.startswith(f"{bad}:1: ")


def test_standard_input() -> None:
    assert run("fix", "-", given=OLD).stdout == FIXED
    assert isinstance(run("fix", "-", "--write", given=OLD).exception, OssScanError)


def test_what_cannot_be_read_or_written_gives_status_2(tmp_path: Path) -> None:
    assert main(["publiccode", "fix", str(tmp_path / "nothing.yml")]) == 2
    assert main(["publiccode", "fix", str(tmp_path)]) == 2
    assert main(["publiccode", "upgrade"]) == 2
