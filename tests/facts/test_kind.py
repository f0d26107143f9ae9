"""What kind of thing a repository is: what the owner says, else what its files are for."""

import pytest

from oss_scan.facts import collect
from oss_scan.facts.kind import RepositoryKind
from oss_scan.tree import MemoryTree
from tests.publiccode.files import VALID


def kind(files: dict[str, bytes]) -> RepositoryKind:
    found = collect(MemoryTree(files)).kind
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("standalone/web", "application"),
        ("standalone/backend", "api"),
        ("library", "library"),
        ("addon", "library"),
        ("configurationFiles", "infrastructure"),
    ],
)
def test_the_owner_goes_first(said: str, found: str) -> None:
    publiccode = VALID.replace("softwareType: standalone/web", f"softwareType: {said}")
    got = kind({"publiccode.yml": publiccode.encode(), "src/a.py": b"", "Dockerfile": b"FROM x\n"})
    assert (got.kind, got.signals[0].code, got.signals[0].path) == (found, "software-type", "publiccode.yml")
    assert got.signals[0].line == publiccode[: publiccode.index("softwareType")].count("\n") + 1


@pytest.mark.parametrize(
    ("files", "found", "code"),
    [
        ({"README.md": b"# a\n", "docs/b.md": b"# b\n"}, "documentation", "files"),
        ({"main.tf": b"", "modules/a.tf": b"", "a.json": b"{}"}, "infrastructure", "files"),
        ({"main.tf": b"", "a.tf": b"", "service.bal": b""}, None, None),
        ({"data/a.csv": b"a\n", "data/b.geojson": b"{}", "README.md": b"# a\n"}, "data", "files"),
        ({"src/a.py": b"", "Dockerfile": b"FROM x\n"}, "application", "container"),
        ({"src/a.py": b"", "setup.py": b""}, "library", "package"),
        ({"src/a.js": b"", "package.json": b'{"private": true, "main": "a.js"}'}, "application", "private-package"),
        ({"src/a.js": b"", "package.json": b'{"main": "a.js"}'}, "library", "package"),
        ({"src/a.js": b"", "package.json": b'{"main": "a.js", "bin": "b.js"}'}, None, None),
        ({"src/a.js": b"", "package.json": b"["}, None, None),
        ({"src/a.php": b"", "composer.json": b'{"type": "library"}'}, "library", "package"),
        ({"src/a.py": b"", "tests/Dockerfile": b"FROM x\n"}, None, None),
    ],
)
def test_else_what_its_files_are_for(files: dict[str, bytes], found: str | None, code: str | None) -> None:
    got = kind(files)
    assert (got.kind, got.signals[0].code if got.signals else None) == (found, code)


def test_a_description_of_an_api_without_code_is_an_api() -> None:
    document = b"openapi: 3.0.3\ninfo: {title: a, version: 1.0.0}\npaths: {/a: {get: {}}}\n"
    assert kind({"openapi.yaml": document, "README.md": b"# a\n"}).kind == "api"
