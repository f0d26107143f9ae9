"""Every place where a repository says a licence, and one expression for its code."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from oss_scan.facts.declarations import NOT_OWN, Declaration, Spot, collect_declarations, collect_disclosure
from oss_scan.facts.grounds import Ground
from oss_scan.facts.headers import Headers, collect_headers
from oss_scan.facts.licence_files import LicenceFile, licence_files
from oss_scan.facts.licence_parts import closed_parts
from oss_scan.facts.licence_paths import at_top, is_licence_name
from oss_scan.facts.listing import Listing
from oss_scan.facts.resolving import resolve
from oss_scan.facts.reuse import EMPTY, Reuse, collect_reuse, is_code

__all__ = ["Declaration", "Ground", "Headers", "LicenceFile", "Licensing", "Reuse", "Spot", "collect_licensing"]


#: Scripts that set up the tools around documents (ReSpec, Sphinx, bundlers, CI), and what others made and was shrunk:
#: no program of their own.
_SETTINGS = re.compile(
    r"(?:^|/)\.[^/]+/|^(?:vendor|node_modules)/|(?:^|/)(?:[\w-]+[-.])?config\.(?:js|mjs|cjs|ts)$"
    r"|\.min\.m?js$|(?:^|/)colo(?:fon|phon)\.js$|^(?:docs?/(?:source/)?)?conf\.py$|(?:^|/)\.[\w.-]+rc\.(?:js|mjs|cjs)$",
    re.IGNORECASE,
)


#: So many shell scripts alone serve the documents or data beside them.
_HELPERS = 2


@dataclass(frozen=True, slots=True)
class Licensing:
    """All that is said of licences, and one expression for the code where it is clear.

    `code_files` is the number of files with program code, the settings of tools around documents left aside, and one or
    two shell scripts where there is no other code: without any, a licence for texts or data is in its place.
    `content` is the licence of texts and data that is told apart from that of the code; `grounds` say why the
    expression is what it is; `disclosure` where the README says that the law made the source public. `below` are the
    licence files in folders at the top, which speak of those, where there is none that speaks of the whole; `apart`
    those of folders that are under terms of their own, beside an open licence for the rest. `empty` are files at the
    top that are named for a licence and hold nothing.
    """

    files: tuple[LicenceFile, ...]
    declarations: tuple[Declaration, ...]
    reuse: Reuse
    expression: str | None
    code_files: int = 0
    content: str | None = None
    grounds: tuple[Ground, ...] = ()
    headers: Headers = field(default_factory=Headers)
    disclosure: Spot | None = None
    below: tuple[str, ...] = ()
    apart: tuple[LicenceFile, ...] = ()
    empty: tuple[str, ...] = ()


def collect_licensing(listing: Listing) -> Licensing:
    """Find every place where a licence is said."""
    reuse = collect_reuse(listing)
    declarations = collect_declarations(listing)
    stub = next((one.expression for one in declarations if one.path == "DESCRIPTION"), None)
    top, folder = licence_files(listing, reuse, stub)
    code = _code(listing.paths, listing.installed)
    headers = Headers() if reuse.config else collect_headers(listing, code)
    resolved = resolve(top, folder, reuse, declarations, headers)
    return Licensing(
        files=(*top, *folder),
        declarations=declarations,
        reuse=reuse,
        expression=resolved.expression,
        code_files=_programs(code),
        content=resolved.content,
        grounds=resolved.grounds,
        headers=headers,
        disclosure=collect_disclosure(listing),
        below=() if top or folder else _below(listing),
        apart=closed_parts(listing) if resolved.expression else (),
        empty=tuple(path for path in at_top(listing) if listing.tree.blob(path) in EMPTY),
    )


def _below(listing: Listing) -> tuple[str, ...]:
    """The licence files in folders at the top, but for what others made."""
    paths = (path for path in listing.paths if path.count("/") == 1 and is_licence_name(path[path.find("/") + 1 :]))
    own = (path for path in paths if not (NOT_OWN.search(path) or path.startswith(listing.installed)))
    return tuple(path for path in own if listing.is_file(path))


@lru_cache(maxsize=1)  # as below: a remote tree is gone through again once more of its files are here
def _code(paths: tuple[str, ...], installed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(path for path in paths if is_code(path) and not path.startswith(installed))


@lru_cache(maxsize=1)
def _programs(code: tuple[str, ...]) -> int:
    """How many files with code are a program."""
    own = [path for path in code if not _SETTINGS.search(path)]
    return 0 if len(own) <= _HELPERS and all(path.endswith((".sh", ".bat", ".ps1")) for path in own) else len(own)
