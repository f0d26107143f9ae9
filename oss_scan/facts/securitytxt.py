"""security.txt files (RFC 9116), wherever they lie."""

import re
from dataclasses import dataclass

from oss_scan.facts.listing import Listing
from oss_scan.standards import securitytxt
from oss_scan.tree import LIMIT, Unread

_FILES = 20  # that are read at most
#: Folders that only tests and readers use (`integration-tests` too), and folders that hold what others made.
# fmt: off
_FOR_TESTS = frozenset((
    "test", "tests", "testdata", "testing", "mock", "mocks", "spec", "specs", "fixture", "fixtures",
    "e2e", "cypress", "example", "examples", "sample", "samples", "demo", "vendor", "vendored",
))
_OF_OTHERS = frozenset((
    "node_modules", "bower_components", "third_party", "third-party", "site-packages", "dist-packages",
))
#: Folders whose files a web server offers at the top of a site; the top of the repository is one.
_WEB_ROOTS = frozenset((
    "", "public", "static", "www", "web", "webroot", "wwwroot", "htdocs", "html", "public_html", "site",
    "docs", "assets",
))
# fmt: on
_LIKE_FIELDS = re.compile(rb"^(contact|expires)[ \t]*:", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SecurityTxtFile:
    """One security.txt: its faults that do not depend on a date, and when it expires (ISO 8601)."""

    path: str
    blob: str
    faults: tuple[tuple[str, int], ...] = ()  # code and line
    expires: str | None = None
    expires_line: int | None = None
    contact: bool = False
    unread: Unread | None = None


def collect_security_txt(listing: Listing) -> tuple[SecurityTxtFile, ...]:
    """Every security.txt outside tests, examples and vendored code.

    One that a program still has to fill in is a template, not a security.txt.
    """
    paths = [path for path in listing.named((securitytxt.NAME,)) if _counts(path) and listing.is_file(path)]
    return tuple(file for path in paths[:_FILES] if (file := _read(listing, path)))


def _counts(path: str) -> bool:
    *folders, name = path.split("/")
    if name != securitytxt.NAME or any(_is_left_out(folder.lower()) for folder in folders):
        return False
    return _is_well_known(folders) or (folders[-1].lower() if folders else "") in _WEB_ROOTS


def _is_left_out(folder: str) -> bool:
    return folder in _OF_OTHERS or not _FOR_TESTS.isdisjoint(re.split(r"[-_.]+", folder))


def _is_well_known(folders: list[str]) -> bool:
    return bool(folders) and folders[-1].lower().lstrip(".") == "well-known"


def _read(listing: Listing, path: str) -> SecurityTxtFile | None:
    blob = listing.tree.blob(path)
    data = listing.read(path, LIMIT)
    if isinstance(data, Unread):
        return SecurityTxtFile(path, blob, unread=data)
    if not _is_well_known(path.split("/")[:-1]) and not _LIKE_FIELDS.search(data):
        return None  # prose under the same name
    reading = securitytxt.read(data)
    if reading.template:
        return None
    return SecurityTxtFile(
        path,
        blob,
        tuple((item.code, item.line) for item in reading.items if item.type == "error"),
        reading.expires.isoformat() if reading.expires else None,
        reading.expires_line,
        contact=reading.contact,
    )
