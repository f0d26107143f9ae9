"""What manifests, publiccode.yml and the README declare the licence to be, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from oss_scan.facts import manifests, readmes
from oss_scan.facts.licence_paths import folders_apart, stands_apart
from oss_scan.facts.listing import Listing
from oss_scan.facts.manifest_values import meaning
from oss_scan.facts.prose import decoded
from oss_scan.tree import Unread

#: Of what a declaration says the licence.
About = Literal["code", "content", "api", "part"]

_LIMIT = 1024 * 1024
_LIMIT_PART = 64 * 1024  # of a manifest below the top
_WRITTEN = 200  # characters that are kept of what is written
_MOST = 100  # manifests below the top that are read
_MOST_API = 20  # descriptions of an interface, likewise
_OF_ONE = 20  # licences of one manifest
#: Folders with what others made, or what is no part of the product; compared by the name of the folder.
NOT_OWN = re.compile(
    r"(?:^|/)(?:node_modules|bower_components|vendor\w*|third[-_]?part(?:y|ies)|external|dist|build|target|tests?|__tests__|e2e"
    r"|[\w-]{1,40}[-_]tests?|demos?|test[-_]?data|fixtures?|spec|examples?|voorbeelden|samples?|templates?|\.[^/]*)/",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A licence that a manifest, publiccode.yml or README declares; `expression` is None where it is not clear.

    `about`: `code` at the top of the repository; `part` for a manifest below it, which speaks of that part only; `api`
    for the description of an interface, whose licence need not be that of the code; `content` for texts and data.
    `apart` says of a part that a licence file stands beside its manifest, or in a folder between that and the top.
    `whole` says of a README that it beyond doubt speaks of this work, and not of what others made or of a part.
    """

    source: str  # publiccode.yml, package.json, pyproject.toml, README, …
    path: str
    blob: str
    line: int
    written: str
    expression: str | None
    about: About = "code"
    apart: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a file."""

    path: str
    blob: str
    line: int


def collect_declarations(listing: Listing) -> tuple[Declaration, ...]:
    """Every declaration: those at the top in the order of the paths, then those below it."""
    top = [path for path in listing.folder("") if listing.is_file(path)]
    below = [path for path in listing.paths if "/" in path and manifests.reader_of(path)]
    own = [path for path in below if not (NOT_OWN.search(path) or path.startswith(listing.installed))]
    own = [path for path in own if listing.is_file(path)]
    of_api = [path for path in own if _is_api(path)]
    parts = [path for path in own if not _is_api(path)]
    apart = folders_apart(listing)
    return (
        *_all(listing, top, _LIMIT),
        *(replace(one, apart=stands_apart(one.path, apart)) for one in _all(listing, parts[:_MOST], _LIMIT_PART)),
        *_all(listing, of_api[:_MOST_API], _LIMIT),
    )


def collect_disclosure(listing: Listing) -> Spot | None:
    """Where a README says that the source was made public since the law on open government asked for it."""
    for path in listing.folder(""):
        data = listing.read(path, _LIMIT) if readmes.NAME.fullmatch(path) and listing.is_file(path) else b""
        line = None if isinstance(data, Unread) else readmes.disclosed_on(decoded(data))
        if line:
            return Spot(path, listing.tree.blob(path), line)
    return None


def _all(listing: Listing, paths: list[str], limit: int) -> Iterator[Declaration]:
    for path in paths:
        if manifests.reader_of(path) or (readmes.NAME.fullmatch(path) and "/" not in path):
            data = listing.read(path, limit)
            if not isinstance(data, Unread):
                yield from _of(path, listing.tree.blob(path), data)


def _of(path: str, blob: str, data: bytes) -> Iterator[Declaration]:
    read = manifests.reader_of(path)
    if read is None:
        for said in readmes.licence_said(decoded(data)):
            of: About = "content" if said.of_content else "code"
            written = _short(said.written)
            yield Declaration("README", path, blob, said.line, written, said.expression, of, whole=said.whole)
        return
    name = path[path.rfind("/") + 1 :]
    of_debian = manifests.DEBIAN.fullmatch(path)
    about: About = "api" if _is_api(path) else "code" if of_debian or "/" not in path else "part"
    for written, line in tuple(dict.fromkeys(read(data)))[:_OF_ONE]:
        source = re.sub(r"\.yaml$", ".yml", name) if name.lower().startswith("publiccode") else name
        source = "debian/copyright" if of_debian else source
        yield Declaration(source, path, blob, line, _short(written), meaning(written), about)


def _is_api(path: str) -> bool:
    return path[path.rfind("/") + 1 :].lower() in manifests.OF_API


def _short(written: str) -> str:
    return " ".join(written.split())[:_WRITTEN]
