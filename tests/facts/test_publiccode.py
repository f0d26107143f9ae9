"""publiccode.yml in the root."""

import pytest

from oss_scan.facts.listing import Listing
from oss_scan.facts.publiccode import (
    COMPONENT,
    COMPONENTS,
    ITEMS,
    PubliccodeFile,
    collect_components,
    collect_publiccode,
)
from oss_scan.tree import Kind, Link, MemoryTree, Unread
from tests.publiccode.files import VALID, changed


def collect(files: dict[str, bytes | Link]) -> tuple[PubliccodeFile, ...]:
    return collect_publiccode(Listing(MemoryTree(files)))


def test_none() -> None:
    assert collect({"docs/publiccode.yml": b"name: a\n", "publiccode.yml.j2": b"", "publiccode.json": b"{}"}) == ()


def test_the_name_that_catalogues_see_comes_first() -> None:
    names = ("PUBLICCODE.YML", "Publiccode.yaml", "publiccode.yaml", "publiccode.yml")
    found = collect(dict.fromkeys(names, b"name: a\n"))
    assert [file.path for file in found] == ["publiccode.yml", "publiccode.yaml", "PUBLICCODE.YML", "Publiccode.yaml"]


def test_the_values_that_rules_ask_for() -> None:
    [file] = collect({"publiccode.yml": VALID.encode()})
    assert (file.verdict, file.items, file.total, file.unread) == ("valid", (), 0, None)
    assert [value.key for value in file.values] == [
        "publiccodeYmlVersion",
        "name",
        "url",
        "developmentStatus",
        "softwareType",
        "description.nl",
        "legal.license",
        "maintenance.type",
    ]
    licence = file.value("legal.license")
    assert licence is not None
    assert (licence.text, licence.line, licence.column) == ("EUPL-1.2", 17, 3)
    assert file.value("softwareVersion") is None


def test_ends_of_contracts_and_long_values() -> None:
    text = "url: " + "x" * 600 + "\nmaintenance:\n  contractors:\n    - until: 2026-01-01\n    - until: 2027-01-01\n"
    [file] = collect({"publiccode.yml": text.encode()})
    assert [(value.key, len(value.text)) for value in file.values] == [
        ("url", 500),
        ("maintenance.contractors[0].until", 10),
        ("maintenance.contractors[1].until", 10),
    ]


def test_errors_are_kept_before_warnings() -> None:
    countries = "".join("    - nl\n" for _ in range(100))
    data = f"intendedAudience:\n  countries:\n{countries}zzz: 1\n".encode()
    [file] = collect({"publiccode.yml": data})
    assert (len(file.items), file.total) == (ITEMS, 112)
    assert [item.key for item in file.items if item.line == 103] == ["zzz"]
    assert list(file.items) == sorted(file.items, key=lambda item: (item.line, item.column, item.key, item.code))


def test_links() -> None:
    [file] = collect({"publiccode.yml": Link("meta/p.yml"), "meta/p.yml": VALID.encode()})
    assert file.verdict == "valid"
    [file] = collect({"publiccode.yml": Link("../p.yml")})
    assert (file.verdict, file.unread) == (None, Unread("blob-link", "publiccode.yml"))


@pytest.mark.parametrize(
    ("logo", "there"),
    [
        ("img/logo.svg", True),
        ("./img/logo.svg", True),
        ("img/gone.svg", False),
        ("img", False),
        ("img/logo.svg/x.svg", False),
        ("Img/logo.svg", False),
        ("https://example.org/gone.svg", True),
        ("link.svg", True),
        ("outside.svg", True),
        ("media/logo.svg", True),
        ("docs/media/logo.svg", True),
        ("docs/media/gone.svg", False),
        ("elsewhere/logo.svg", True),
        ("round/logo.svg", True),
        ("theme", True),
        ("theme/logo.svg", True),
        ("a/" * 2000 + "logo.svg", False),
    ],
)
def test_files_that_are_named(logo: str, there: bool) -> None:
    files: dict[str, bytes | Link] = {
        "publiccode.yml": changed("name: Parkeren\n", f"name: Parkeren\nlogo: {logo}\n"),
        "img/logo.svg": b"<svg/>",
        "link.svg": Link("img/logo.svg"),
        "outside.svg": Link("../logo.svg"),
        "media": Link("img"),
        "docs/media": Link("../media"),
        "elsewhere": Link("/srv/img"),
        "round": Link("round"),
        "theme": b"",
    }
    [file] = collect_publiccode(Listing(WithSubmodule(files)))
    told = [(item.code, item.line, item.column) for item in file.items]
    assert told == ([] if there else [("file-absent", 3, 1)])
    assert file.verdict == ("valid" if there else "invalid")


def test_a_path_outside_the_repository() -> None:
    [file] = collect({"publiccode.yml": changed("name: Parkeren\n", "name: Parkeren\nlogo: ../logo.svg\n")})
    assert [(item.type, item.code) for item in file.items] == [("error", "path-outside")]


class WithSubmodule(MemoryTree):
    """A tree of which the entry `theme` is a submodule."""

    def kind(self, path: str) -> Kind:
        """What the entry is."""
        return Kind.SUBMODULE if path == "theme" else super().kind(path)


def components(files: dict[str, bytes | Link]) -> list[tuple[str, str | None]]:
    return [(file.path, file.verdict) for file in collect_components(Listing(MemoryTree(files)))]


def test_components_are_the_files_in_folders() -> None:
    data = VALID.encode()
    assert components({"publiccode.yml": data, "b/publiccode.yaml": b"a: 1\n", "a/x/Publiccode.yml": data}) == [
        ("a/x/Publiccode.yml", "valid"),
        ("b/publiccode.yaml", "invalid"),
    ]


def test_what_others_made_or_what_is_shown_is_no_component() -> None:
    folders = ("vendor/a", "node_modules/a", "tests/data", "examples", "templates", "{{cookiecutter.slug}}")
    assert components({f"{folder}/publiccode.yml": VALID.encode() for folder in folders}) == []


@pytest.mark.parametrize(("logo", "verdict"), [("a/l.svg", "valid"), ("l.svg", "valid"), ("m.svg", "invalid")])
def test_a_component_names_files_from_its_own_folder_or_from_the_root(logo: str, verdict: str) -> None:
    data = changed("legal:", f"logo: {logo}\nlegal:")
    assert components({"a/publiccode.yml": data, "a/l.svg": b""}) == [("a/publiccode.yml", verdict)]


def test_of_many_components_the_first_are_judged() -> None:
    files: dict[str, bytes | Link] = {f"{number:03}/publiccode.yml": b"a: 1\n" for number in range(150)}
    assert len(components(files)) == COMPONENTS


def test_a_component_that_is_large_is_not_read() -> None:
    [file] = collect_components(Listing(MemoryTree({"a/publiccode.yml": b"# " + b"x" * COMPONENT})))
    assert (file.verdict, file.unread) == (None, Unread("blob-too-large", "a/publiccode.yml"))
