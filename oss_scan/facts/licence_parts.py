"""Folders whose licence file puts them under terms of their own, as beside an open core or a free design system."""

import re
from collections.abc import Iterator

from oss_scan import licences
from oss_scan.facts.licence_files import LicenceFile, identified
from oss_scan.facts.licence_paths import is_licence_name
from oss_scan.facts.listing import Listing, of_paths
from oss_scan.licences.fold import decode
from oss_scan.licences.restricting import restrictions
from oss_scan.regex import regex
from oss_scan.tree import Unread

#: A folder, near the top, whose name says that what is in it may not be for everybody.
_FOLDER = regex(
    r"(?:[^/]+/){0,2}(?:ee|enterprise(?:-edition)?|pro|premium|commercial|proprietary|paid)/(?:[^/]+/)?", re.IGNORECASE
)
#: Files that are read at most, and how soon each is sought.
_MOST, _RANK = 10, 5


def closed_parts(listing: Listing) -> tuple[LicenceFile, ...]:
    """The licence files of such folders that give no open licence; of a folder in one that is told, none again."""
    found: list[LicenceFile] = []
    for path in _paths(listing)[:_MOST]:
        told = any(path.startswith(one.path.rpartition("/")[0] + "/") for one in found)
        data = listing.seek(path, _RANK) if not told and listing.is_file(path) else b""
        if isinstance(data, Unread) or not data:
            continue
        match = identified(data)
        if _is_closed(match, data):
            found.append(LicenceFile(path, listing.tree.blob(path), match))
    return tuple(found)


@of_paths
def _paths(paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(_of_folders(paths), key=lambda path: (path.count("/"), path)))


def _of_folders(paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        folder, _, name = path.rpartition("/")
        if folder and is_licence_name(name) and _FOLDER.fullmatch(f"{folder}/"):
            yield path


def _is_closed(match: licences.Match, data: bytes) -> bool:
    """Whether a file reserves all rights, holds a licence that is not open, or terms of its own that restrict."""
    said = match.expression
    if said is None:
        return bool(restrictions(decode(data) or ""))
    return not (licences.osi_approved(said) or licences.for_content(said))
