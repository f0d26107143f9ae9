"""What may be a program, going by its name."""

import pytest

from oss_scan.standards.detectors.signs import SIGNS
from oss_scan.standards.languages import NO_PROGRAM, inner, may_be_program


@pytest.mark.parametrize("name", ["service.bal", "version.bal", "todo.cbl", "run", "server.zz.in", "a.b.q", "x.c++"])
def test_what_is_not_known_to_be_something_else_may_be_a_program(name: str) -> None:
    assert may_be_program(name)


@pytest.mark.parametrize(
    "name",
    [
        *("a.png", "a.yaml", "notes.txt", "a.csv.in", "config.template", ".env", ".gitignore", ".babelrc.bal"),
        *("dockerfile.e2e", "makefile.win", "licence", "license-mit", "gemfile", "a.1", "a.bal~", "a.longerthanany"),
        *("tide.control", "harbours.tre", "exclude.ris", "harbours.gpr"),
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
