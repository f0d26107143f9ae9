"""What may be a program, going by its name."""

from pathlib import Path

import pytest

from oss_scan.standards.detectors.signs import SIGNS
from oss_scan.standards.languages import NO_PROGRAM, inner, known_endings, may_be_program
from oss_scan.standards.refresh import main


@pytest.mark.parametrize("name", ["service.bal", "version.bal", "todo.cbl", "run", "server.zz.in", "a.b.q", "x.c++"])
def test_what_is_not_known_to_be_something_else_may_be_a_program(name: str) -> None:
    assert may_be_program(name)


@pytest.mark.parametrize(
    "name",
    [
        *("a.png", "a.yaml", "notes.txt", "a.csv.in", "config.template", ".env", ".gitignore", ".babelrc.bal"),
        *("dockerfile.e2e", "makefile.win", "licence", "license-mit", "gemfile", "a.1", "a.bal~", "a.longerthanany"),
        *("tide.control", "harbours.tre", "exclude.ris", "harbours.gpr"),
        *("sondering.gef", "koppeling.sps", "boom.dnd", "rules.shacl", "model.gv", "talk.nav", "licenses.licx"),
        *("manifests/harbour.pp", "MANIFEST.skip", "Source.url", "Localizable.xcstrings", "shaders/tide.metal"),
    ],
)
def test_what_is_known_to_be_something_else_may_not(name: str) -> None:
    assert not may_be_program(name)


def test_no_language_is_known_for_something_else() -> None:
    assert NO_PROGRAM.isdisjoint(SIGNS)


@pytest.mark.parametrize(("name", "found"), [("a.py.in", "a.py"), ("a.in", "a.in"), ("a.py", "a.py"), ("in", "in")])
def test_what_is_still_to_be_filled_in_has_the_name_of_what_comes_of_it(name: str, found: str) -> None:
    assert inner(name) == found


def test_endings_are_written_from_the_languages_of_linguist(tmp_path: Path) -> None:
    given = tmp_path / "languages.yml"
    given.write_text("Eik:\n  type: data\n  extensions: ['.eik', '.html.EIK', '.tak']\nLoof:\n  type: prose\n")
    assert main(given, "abc", tmp_path) == 0
    head = (
        "# The endings of all languages in lib/linguist/languages.yml of https://github.com/github-linguist/linguist\n"
    )
    assert (tmp_path / "endings.txt").read_text() == f"{head}# at abc\neik\ntak\n"


def test_languages_that_are_known_elsewhere() -> None:
    assert known_endings() >= {"bal", "cu", "vhd", "awk", "xtend", "plist"}
    assert known_endings().isdisjoint({"", "tide", "fmw"})
