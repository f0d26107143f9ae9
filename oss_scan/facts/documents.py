"""The documents that a community reads first: README, CONTRIBUTING, SECURITY and the like."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from oss_scan.facts import prose
from oss_scan.facts.automation import aside
from oss_scan.facts.listing import COMMUNITY, Listing
from oss_scan.tree import Unread

Topic = Literal["readme", "contributing", "code-of-conduct", "changelog", "governance", "support", "security"]


@dataclass(frozen=True, slots=True)
class Document:
    """One such document."""

    topic: Topic
    path: str
    blob: str
    words: int = 0  # words besides headings, badges and comments
    contact: int | None = None  # in a README: the line that says where to report a vulnerability
    unread: Unread | None = None


#: The endings of a text, in the order of preference; the empty one is a name without ending.
_ENDINGS = (".md", ".markdown", ".rst", ".adoc", ".asciidoc", ".org", ".txt", ".html", ".mdx", ".qmd", ".rmd", "")
_LOCALE = re.compile(r"[._-](?:nl|en|de|fr|fy|pap)(?:[_-][a-z]{2})?$")
_SEPARATORS = str.maketrans("", "", "-_ .")

_NAMES: dict[str, Topic] = {
    "readme": "readme",
    "leesmij": "readme",
    "contributing": "contributing",
    "bijdragen": "contributing",
    "codeofconduct": "code-of-conduct",
    "gedragscode": "code-of-conduct",
    "changelog": "changelog",
    "changes": "changelog",
    "history": "changelog",
    "news": "changelog",
    "releases": "changelog",
    "releasenotes": "changelog",
    "whatsnew": "changelog",
    "wijzigingen": "changelog",
    "wijzigingslog": "changelog",
    "versielog": "changelog",
    "versiehistorie": "changelog",
    "versionhistory": "changelog",
    "governance": "governance",
    "projectgovernance": "governance",
    "support": "support",
    "ondersteuning": "support",
    "security": "security",
    "securitypolicy": "security",
    "beveiliging": "security",
}
#: Names that in docs/ are as often a page about something else.
_ROOT_ONLY = ("history", "news", "releases")
#: Names under which a document keeps its subject one or two folders below docs/.
_DEEPER = ("changelog", "releasenotes")
#: Where documents lie in which platforms do not look: a changelog is found there too.
_LIKE_DOCS = ("doc/", "documentation/", "documentatie/")
#: Names of the first page of a folder.
_FIRST_PAGES = ("index", "readme")
#: Folders that hold one file a version, and how deep they may lie.
_PER_VERSION = ("releasenotes", "changelog", "changelogs")
_DEEPEST = 4
#: Where platforms keep the texts that an issue begins with.
_TEMPLATES = (
    ".github/issue_template/",
    ".gitlab/issue_templates/",
    ".gitea/issue_template/",
    ".forgejo/issue_template/",
)
_ON_SECURITY = re.compile(r"security|vulnerab|kwetsbaar|beveilig", re.IGNORECASE)
_LAST = 99  # after every other place
_MOST = 20  # documents on one topic that are read
_POINTER = 15  # words below which a document may be a mere pointer to another


def collect_documents(listing: Listing) -> tuple[Document, ...]:
    """Find the documents in the root, in the folders where platforms look for them, and below docs/.

    In the order of the topics, and of the places in which platforms look. Names and folders count in any case.
    """
    candidates: dict[Topic, list[tuple[int, bool, int, str, bool]]] = {}
    for place, community in enumerate(COMMUNITY):
        for folder in listing.folders_by_lower.get(community, ()):
            for path in listing.folder(folder):
                named = _named(path[len(folder) :])
                if named and _belongs(named[0], community) and listing.is_file(path):
                    name, local, ending = named
                    by_content = _by_content(_NAMES[name], path, community)
                    found = (place, local, _ENDINGS.index(ending), path, by_content)
                    candidates.setdefault(_NAMES[name], []).append(found)
    for folder, depth in _below_docs(listing):
        for path in listing.folder(folder):
            named = _named_below(path, depth)
            if named and listing.is_file(path):
                name, local, ending = named
                by_content = _NAMES[name] in ("support", "security")
                found = (len(COMMUNITY) + depth, local, _ENDINGS.index(ending), path, by_content)
                candidates.setdefault(_NAMES[name], []).append(found)
    for topic, path, by_content in (*_of_releases(listing), *_of_templates(listing)):
        held = candidates.setdefault(topic, [])
        if all(path != other for *_, other, _ in held):
            held.append((_LAST, False, 0, path, by_content))
    documents = (
        _document(listing, topic, path, by_content=by_content)
        for topic in get_args(Topic)
        for *_, path, by_content in sorted(candidates.get(topic, ()))[:_MOST]
    )
    return tuple(document for document in documents if document)


def _named(file: str) -> tuple[str, bool, str] | None:
    """The folded name, whether it names a language, and the ending; None for any other file."""
    lower = file.lower()
    if len(lower) > 60 or lower == "security.txt":  # that is RFC 9116's, see facts/securitytxt.py
        return None
    ending = next(ending for ending in _ENDINGS if lower.endswith(ending))
    stem = lower[: len(lower) - len(ending)]
    plain = _LOCALE.sub("", stem)
    folded = plain.translate(_SEPARATORS)
    # README.go and changelog.sh are code, and `.security` is none of ours: a dot may only stand before a language.
    if folded not in _NAMES or "." in plain or plain[0] in "-_ ":
        return None
    return folded, plain != stem, ending


def _of_releases(listing: Listing) -> Iterator[tuple[Topic, str, bool]]:
    """The notes in a folder that holds one file a version, such as docs/release-notes/v1.2.md."""
    for folder in sorted(listing.folders_by_lower):
        *_, name = ("", *folder.rstrip("/").split("/"))
        if name.translate(_SEPARATORS) in _PER_VERSION and folder.count("/") <= _DEEPEST and not aside(folder):
            for real in listing.folders_by_lower[folder]:
                notes = [path for path in listing.folder(real) if path.lower().endswith(_ENDINGS[:-1])]
                yield from (("changelog", path, False) for path in notes if listing.is_file(path))


def _of_templates(listing: Listing) -> Iterator[tuple[Topic, str, bool]]:
    """Issue templates that say where to report a vulnerability."""
    for folder in _TEMPLATES:
        for real in listing.folders_by_lower.get(folder, ()):
            for path in listing.folder(real):
                if _ON_SECURITY.search(path[len(real) :]) and listing.is_file(path):
                    yield "security", path, True


def _below_docs(listing: Listing) -> Iterator[tuple[str, int]]:
    """The folders one and two below docs/, with how deep they lie, and what else such a folder may be called."""
    for lower, folders in listing.folders_by_lower.items():
        depth = lower.count("/") - 1
        if lower in _LIKE_DOCS or (lower.startswith("docs/") and 1 <= depth <= 2):
            yield from ((folder, depth) for folder in folders if not aside(folder))


def _named_below(path: str, depth: int) -> tuple[str, bool, str] | None:
    """As `_named`; a folder's first page goes by the name of its folder: docs/support/index.rst is docs/support.rst."""
    *_, folder, file = path.lower().split("/")
    ending = next(ending for ending in _ENDINGS if file.endswith(ending))
    stem = file[: len(file) - len(ending)]
    first = _LOCALE.sub("", stem) in _FIRST_PAGES
    named = _named(folder + stem.removeprefix("index").removeprefix("readme") + ending) if first else _named(file)
    if named and (named[0] in _DEEPER or (first and depth == 1 and _NAMES[named[0]] not in ("readme", "changelog"))):
        return named
    return None


def _belongs(name: str, community: str) -> bool:
    if _NAMES[name] == "readme":
        return community == ""
    if _NAMES[name] == "changelog":
        return community == "" or (community == "docs/" and name not in _ROOT_ONLY)
    return True


def _by_content(topic: Topic, path: str, community: str) -> bool:
    """Whether the name alone says too little.

    security.md may be a chapter on how safe the product is; SECURITY.md is not, nor is anything in a folder that
    is there for the platform.
    """
    if posixpath.basename(path).split(".")[0].isupper():
        return False
    return (topic == "security" and community in ("", "docs/")) or (topic == "support" and community == "docs/")


def _document(listing: Listing, topic: Topic, path: str, *, by_content: bool) -> Document | None:
    blob = listing.tree.blob(path)
    data = listing.read(path, prose.LIMIT)
    if isinstance(data, Unread):
        return Document(topic, path, blob, unread=data)
    text = prose.decoded(data)
    if by_content and topic == "security" and not prose.about_reporting(text):
        return None
    if by_content and topic == "support" and not prose.addresses(text):
        return None
    count = prose.words(text)
    if count < _POINTER:
        count = max([count, *_pointed(listing, path, text)])
    return Document(topic, path, blob, count, prose.contact(text) if topic == "readme" else None)


def _pointed(listing: Listing, path: str, text: str) -> Iterator[int]:
    """The words of the files that a short document refers to: by a link, or by a path that is all it holds."""
    known = set(listing.paths)
    for target in [*prose.links(text), text.strip()][:5]:
        if not target or len(target) > 500 or "\n" in target:
            continue
        other = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.split("#")[0]))
        if other in known and other != path and other.lower().endswith(_ENDINGS[:-1]) and listing.is_file(other):
            data = listing.read(other, prose.LIMIT)
            if not isinstance(data, Unread):
                yield prose.words(prose.decoded(data))
