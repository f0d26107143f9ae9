"""What kind of thing a repository is, and what says so: application, library, API, documentation, infrastructure, data.

What the owner says in publiccode.yml goes first; else what its files are for.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from oss_scan.facts.automation import aside
from oss_scan.facts.listing import Listing, of_paths
from oss_scan.facts.publiccode import PubliccodeFile
from oss_scan.facts.readable import for_readers
from oss_scan.standards.languages import may_be_program
from oss_scan.tree import Unread

Kind = Literal["application", "library", "api", "documentation", "infrastructure", "data"]

_SOFTWARE_TYPES: dict[str, Kind] = {
    "standalone/mobile": "application",
    "standalone/iot": "application",
    "standalone/desktop": "application",
    "standalone/web": "application",
    "standalone/backend": "api",
    "standalone/other": "application",
    "addon": "library",
    "library": "library",
    "configurationFiles": "infrastructure",
}
_RUN = re.compile(r"(?:.*\.)?(?:dockerfile|containerfile)(?:\..*)?|(?:docker-)?compose(?:\..+)?\.ya?ml|procfile")
_PACKAGED = re.compile(r"setup\.py|.+\.gemspec|.+\.nuspec")
_CODE = re.compile(
    r".*\.(?:py|js|jsx|ts|tsx|mjs|cjs|java|kt|scala|groovy|go|rs|rb|php|cs|fs|vb|c|cc|cpp|h|hpp|swift|m|r|jl|pl|pm|ex|exs"
    r"|erl|clj|lua|dart|vue|svelte|sql|sh|ps1|f|f90|f95|pas|ipynb|xsl|xslt|cls|bas|abap)",
    re.IGNORECASE,
)
_INFRASTRUCTURE = re.compile(r".*\.(?:tf|tfvars|hcl|bicep)|(?:.*/)?(?:Chart|kustomization|ansible)\.ya?ml|.*\.j2")
_DATA = re.compile(
    r".*\.(?:csv|tsv|geojson|gpkg|shp|dbf|parquet|xlsx?|ods|ttl|nt|rdf|jsonld|gml|json|xml|xsd|sql\.gz)", re.IGNORECASE
)
_MOSTLY = 0.9  # of the files, for a repository to be of one kind by what they are
_LIMIT = 1024 * 1024


@dataclass(frozen=True, slots=True)
class KindSignal:
    """What speaks for a kind: `software-type`, `container`, `package`, `private-package` or `files`, and where."""

    kind: Kind
    code: str
    path: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RepositoryKind:
    """The kind, or None where nothing decided, and every signal, the deciding one first."""

    kind: Kind | None = None
    signals: tuple[KindSignal, ...] = ()


def collect_kind(listing: Listing, publiccode: tuple[PubliccodeFile, ...], own_apis: int) -> RepositoryKind:
    """The kind of a repository; `own_apis` is how many OpenAPI documents of its own it has."""
    signals = tuple(_signals(listing, publiccode, own_apis))
    return RepositoryKind(signals[0].kind if signals else None, signals)


def _signals(listing: Listing, publiccode: tuple[PubliccodeFile, ...], own_apis: int) -> Iterator[KindSignal]:
    """The signals, in the order in which they decide."""
    for file in publiccode[:1]:
        said = file.value("softwareType")
        if said and said.text in _SOFTWARE_TYPES:
            yield KindSignal(_SOFTWARE_TYPES[said.text], "software-type", file.path, said.line)
    tally = _tally(listing)
    files = sum(tally.values())
    has_code = tally["code"] > 0
    container = next(
        (path for path in listing.paths if not aside(path) and _RUN.fullmatch(path.rsplit("/", 1)[-1].lower())), None
    )
    if own_apis and not has_code:
        yield KindSignal("api", "files")
    elif files and tally["readers"] == files:
        yield KindSignal("documentation", "files")
    elif not has_code and tally["infrastructure"] > tally["data"]:
        yield KindSignal("infrastructure", "files")
    elif not has_code and files and (tally["data"] + tally["readers"]) >= _MOSTLY * files and tally["data"]:
        yield KindSignal("data", "files")
    if has_code and container:
        yield KindSignal("application", "container", container)
    yield from _packages(listing)


@of_paths
def _tally(paths: tuple[str, ...]) -> Counter[str]:
    return Counter(_sort(path) for path in paths if not aside(path))


def _sort(path: str) -> str:
    if for_readers(path):
        return "readers"
    for name, pattern in (("infrastructure", _INFRASTRUCTURE), ("code", _CODE), ("data", _DATA)):
        if pattern.fullmatch(path):
            return name
    name = path.rsplit("/", 1)[-1].lower()
    # what has no ending tells nothing here: its content would have to be read
    return "code" if "." in name and "/." not in f"/{path}" and may_be_program(name) else "other"


def _packages(listing: Listing) -> Iterator[KindSignal]:
    """What a manifest at the top says of whether it is there for others to build upon."""
    for path in listing.folder(""):
        name = path.lower()
        if _PACKAGED.fullmatch(name) and listing.is_file(path):
            yield KindSignal("library", "package", path)
        elif name in ("package.json", "composer.json") and listing.is_file(path):
            data = listing.read(path, _LIMIT)
            found = {} if isinstance(data, Unread) else _object(data)
            if name == "composer.json" and found.get("type") == "library":
                yield KindSignal("library", "package", path)
            elif name == "package.json" and found.get("private") is True:
                yield KindSignal("application", "private-package", path)
            elif name == "package.json" and ("exports" in found or "main" in found) and "bin" not in found:
                yield KindSignal("library", "package", path)


def _object(data: bytes) -> dict[str, object]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
