"""security.txt files, wherever they lie."""

import pytest

from oss_scan.facts.listing import Listing
from oss_scan.facts.securitytxt import SecurityTxtFile, collect_security_txt
from oss_scan.tree import Link, MemoryTree, Unread

GOOD = b"Contact: mailto:a@example.org\nExpires: 2027-06-01T02:00:00+02:00\n"


def collect(files: dict[str, bytes | Link]) -> tuple[SecurityTxtFile, ...]:
    return collect_security_txt(Listing(MemoryTree(files)))


@pytest.mark.parametrize(
    "path",
    [
        "security.txt",
        ".well-known/security.txt",
        "docs/.well-known/security.txt",
        "src/app/static-resources/.well-known/security.txt",
        "docker/www/well-known/security.txt",
        "public/security.txt",
        "frontend/static/security.txt",
    ],
)
def test_places_that_count(path: str) -> None:
    [file] = collect({path: GOOD})
    assert (file.path, file.faults, file.expires_line, file.contact) == (path, (), 2, True)
    assert file.expires == "2027-06-01T00:00:00+00:00"


@pytest.mark.parametrize(
    "path",
    [
        "SECURITY.txt",
        "security.txt.j2",
        "src/security.txt",
        "tests/.well-known/security.txt",
        "docker/integration-tests/www/well-known/security.txt",
        "web/node_modules/x/.well-known/security.txt",
        "examples/public/security.txt",
        "vendor/x/security.txt",
    ],
)
def test_places_that_do_not(path: str) -> None:
    assert collect({path: GOOD}) == ()


def test_faults_that_do_not_depend_on_a_date() -> None:
    [file] = collect({".well-known/security.txt": b"Expires: 2001-01-01T00:00:00Z\nExpires: x\nContact: x\nTeam: x\n"})
    assert file.faults == (("twice", 2), ("date-time", 2), ("contact", 3))
    assert (file.contact, file.expires, file.expires_line) == (False, "2001-01-01T00:00:00+00:00", 1)


def test_a_web_page() -> None:
    [file] = collect({"docs/.well-known/security.txt": b"<html></html>"})
    assert (file.faults, file.contact) == ((("html", 1),), False)


def test_prose_under_that_name_is_something_else() -> None:
    assert collect({"security.txt": b"Report vulnerabilities to the team.\n", "docs/security.txt": b"<html>"}) == ()


def test_one_that_is_yet_to_be_filled_in() -> None:
    assert collect({"public/security.txt": b"Contact: mailto:a@example.org\nExpires: ${EXPIRES}\n"}) == ()


def test_links() -> None:
    inside, _ = collect({"public/security.txt": Link("../security.txt"), "security.txt": GOOD})
    assert (inside.path, inside.contact) == ("public/security.txt", True)
    [outside] = collect({"security.txt": Link("/etc/passwd")})
    assert outside.unread == Unread("blob-link", "security.txt")


def test_no_more_than_twenty() -> None:
    assert len(collect({f"{number}/.well-known/security.txt": GOOD for number in range(30)})) == 20
