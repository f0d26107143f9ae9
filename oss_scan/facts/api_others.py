"""Signs that a description of an API, which looks like the repository's own, may be somebody else's: its types are made
for a client, or it is fetched from elsewhere."""

import posixpath
import re
from collections.abc import Collection, Iterator

from oss_scan.facts.listing import Listing
from oss_scan.standards.offering import is_somewhere
from oss_scan.tree import Unread

_LIMIT = 512 * 1024  # bytes of a file that is looked into
_FILES = 50  # that are looked into, of each kind
_FIRST = 0  # the rank of what is looked into
_TYPES = re.compile(r"\b(?:openapi-typescript(?:-codegen)?|openapi-ts|swagger-typescript-api)\s([^\"\n]{1,1000})")
#: What says how a repository is worked on.
_SAYS = re.compile(
    r"(?:readme|contributing|development|developing|hacking|agents|claude)(?:\.(?:md|rst|txt|adoc))?|(?:gnu)?makefile"
    r"|justfile|taskfile\.ya?ml|package\.json|[\w.-]{1,80}\.(?:sh|ps1)",
    re.IGNORECASE,
)
_SCRIPTS = ("bin", "ci", "hack", "script", "scripts", "tool", "tools")
_FETCHES = re.compile(r"\b(?:download|curl|wget|fetch|invoke-webrequest|haal|opgehaald|ophalen)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s`'\"<>)]{1,300}", re.IGNORECASE)
#: Where it is put. What is sent, or what says how, is not: `curl -T openapi.json`, `as described in openapi.json`.
_INTO = re.compile(
    r"(?:(?<!\S)(?:(?<!according )(?<!conform )(?<!conforms )(?<!refer )to|into|as|naar|als"
    r"|(?:saved?|stored?|put|placed?|kept|opgeslagen|opslaan|bewaard?|gezet|zet|geplaatst|plaats)"
    r"(?: [^\s.,;]{1,30}){0,3} in|-[a-z]{0,8}o|--?out[a-z-]{0,20})(?:[ ]|=)|>)[ ]{0,3}[`'\"*(]{0,3}"
    r"([^\s`'\"*()<>|;&]{1,300})",
    re.IGNORECASE,
)
_LINE = 1000  # characters of a line that are looked at


def made_into_types(listing: Listing) -> frozenset[str]:
    """The documents of which a script of npm makes the types of a client."""
    found: set[str] = set()
    for path in listing.by_name.get("package.json", ())[:_FILES]:
        words = (word for match in _TYPES.finditer(_text(listing, path)) for word in match[1].split())
        found |= {_beside(path, word.strip("'\\")) for word in words}
    return frozenset(found)


def fetched(listing: Listing, documents: Collection[str]) -> frozenset[str]:
    """Which of these documents come from elsewhere, as is said by what stands beside or above them: a README, a file
    for contributors, a Makefile, a script. What is fetched from this machine was made here."""
    above = {folder for path in documents for folder in _above(path)}
    above |= {posixpath.join(folder, name) for folder in above for name in _SCRIPTS}
    names = (path for path in listing.paths if posixpath.dirname(path) in above)
    near = [path for path in names if _SAYS.fullmatch(posixpath.basename(path))]
    found: set[str] = set()
    for path in near[:_FILES]:
        for word in _fetched_to(_text(listing, path)):
            found |= {_beside(path, word), posixpath.normpath(word)}
    return frozenset(found.intersection(documents))


def _fetched_to(text: str) -> Iterator[str]:
    """Where what is fetched is put, of every line that says so."""
    for line in text.replace("\\\n", " ").splitlines():
        if not _FETCHES.search(line[:_LINE]):
            continue
        addresses = _ADDRESS.findall(line[:_LINE])
        if not addresses or any(map(is_somewhere, addresses)):
            yield from (match[1].rstrip(".,:") for match in _INTO.finditer(line[:_LINE]))


def _above(path: str) -> Iterator[str]:
    """The folder of a file and those above it."""
    while path:
        path = posixpath.dirname(path)
        yield path


def _beside(path: str, word: str) -> str:
    """What a file means by a relative path."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), word))


def _text(listing: Listing, path: str) -> str:
    data = listing.seek(path, _FIRST, _LIMIT) if listing.is_file(path) else b""
    return "" if isinstance(data, Unread) else data.decode("utf-8", "replace")
