"""What is there, without opinion: typed, frozen facts, collected once per commit.

"Not looked at" and "looked at, nothing there" are different types: `NotLooked` and `Known`.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeAlias, TypeVar

from oss_scan.facts.api_files import collect_apis
from oss_scan.facts.apis import Apis
from oss_scan.facts.automation import Automation, collect_automation
from oss_scan.facts.declared import Declared
from oss_scan.facts.documents import Document, collect_documents
from oss_scan.facts.domains import collect_domains
from oss_scan.facts.kind import RepositoryKind, collect_kind
from oss_scan.facts.licensing import Licensing, collect_licensing
from oss_scan.facts.listing import Listing, of_paths
from oss_scan.facts.publiccode import PubliccodeFile, collect_components, collect_publiccode
from oss_scan.facts.readable import for_readers
from oss_scan.facts.securitytxt import SecurityTxtFile, collect_security_txt
from oss_scan.facts.seen import Seen
from oss_scan.facts.sightings import collect_sightings
from oss_scan.standards.domains import Domain
from oss_scan.tree import History, Kind, Tree

T = TypeVar("T")

#: Raised by one when a collector finds something else in the same files: stored facts are then collected again.
REVISION = 12
_DOMAINS, _PLACES = 50, 3


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """Looked at: the value, where it came from (`git`, `config`, `option`, `forge`, `register`), and when
    (ISO 8601, or None where it cannot change, as with the files of a commit)."""

    value: T
    source: str
    observed_at: str | None = None


@dataclass(frozen=True, slots=True)
class NotLooked:
    """Not looked at: the reason code of `texts.REASONS`."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeFacts:
    """What the files of one commit show."""

    files: int
    anchor: str | None  # README, else the first file: where formats put what is absent
    submodules: tuple[str, ...]
    documents: tuple[Document, ...]
    licensing: Licensing
    publiccode: tuple[PubliccodeFile, ...]
    components: tuple[PubliccodeFile, ...] = ()  # the publiccode.yml of folders below the root
    security_txt: tuple[SecurityTxtFile, ...]
    automation: Automation
    for_readers: int | None = None  # files of which nothing can be run; None where nobody counted
    kind: RepositoryKind | None = None  # None, as the next two: nobody looked
    apis: Apis | None = None
    seen: Seen | None = None
    domains: tuple[Domain, ...] = ()  # that the files name, the first fifty


_FORGE_NOT_LOOKED = NotLooked("hosting-not-looked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosting:
    """What is known of where the repository is hosted; each part as the forge, or a register, says it."""

    addresses: tuple[str, ...]  # canonical URLs, without user or token: where it is first, then what leads there
    archived: "Known[bool] | NotLooked"
    fork: "Known[bool] | NotLooked" = _FORGE_NOT_LOOKED
    mirror: "Known[bool] | NotLooked" = _FORGE_NOT_LOOKED
    template: "Known[bool] | NotLooked" = _FORGE_NOT_LOOKED
    visibility: "Known[str] | NotLooked" = _FORGE_NOT_LOOKED  # public, internal, private
    created: "Known[datetime] | NotLooked" = _FORGE_NOT_LOOKED
    default_branch: "Known[str] | NotLooked" = _FORGE_NOT_LOOKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The organisation-wide community files (a `.github` repository)."""

    documents: tuple[Document, ...]


Part: TypeAlias = Known[T] | NotLooked


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is known of one repository at one commit."""

    tree: Part[TreeFacts]
    history: Part[History]
    hosting: Part[Hosting]
    organisation: Part[Organisation]
    declared: Part[Declared]


@of_paths
def _for_readers(paths: tuple[str, ...]) -> int:
    return sum(map(for_readers, paths))


def collect(tree: Tree) -> TreeFacts:
    """Read a tree once and say what is there."""
    listing = Listing(tree)
    documents = collect_documents(listing)
    publiccode = collect_publiccode(listing)
    apis = collect_apis(listing)
    readme = next((document.path for document in documents if document.topic == "readme"), None)
    return TreeFacts(
        files=len(listing.paths),
        anchor=readme or next((path for path in listing.paths if tree.kind(path) is Kind.FILE), None),
        submodules=tuple(path for path in listing.paths if tree.kind(path) is Kind.SUBMODULE),
        documents=documents,
        licensing=collect_licensing(listing),
        publiccode=publiccode,
        components=collect_components(listing),
        security_txt=collect_security_txt(listing),
        automation=collect_automation(listing),
        for_readers=_for_readers(listing),
        kind=collect_kind(listing, publiccode, len(apis.own)),
        apis=apis,
        seen=collect_sightings(listing),
        domains=tuple(
            replace(one, places=one.places[:_PLACES]) for one in collect_domains(listing, publiccode)[:_DOMAINS]
        ),
    )


def collect_organisation(tree: Tree) -> Organisation:
    """The community files in an organisation's `.github` repository."""
    return Organisation(documents=collect_documents(Listing(tree)))
