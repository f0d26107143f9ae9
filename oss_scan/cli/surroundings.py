"""What the repository around a named publiccode.yml says: its addresses, and the licence of its LICENSE."""

from pathlib import Path

from oss_scan import licences
from oss_scan.addresses import canonical, without_port
from oss_scan.errors import UnreadableError
from oss_scan.facts.licensing import collect_licensing
from oss_scan.facts.listing import Listing
from oss_scan.git import is_repository, open_repository
from oss_scan.publiccode import spdx
from oss_scan.publiccode.advice import Around
from oss_scan.tree import Tree


def around(file: Path) -> Around | None:
    """What is known of the repository in whose root the file lies; None where it lies in none that can be read."""
    folder = file.parent
    if not is_repository(folder) or file.is_symlink():
        return None
    try:
        with open_repository(folder, worktree=True) as repository:
            addresses = [
                without_port(known).casefold() for address in repository.addresses if (known := canonical(address))
            ]
            licence = _licence(repository.tree)
    except UnreadableError:
        return None
    return Around(
        is_here=(lambda url: _is_one(url, addresses)) if addresses else None,
        addresses=repository.addresses[0] if addresses else "",
        agrees=(lambda stated: licences.agree(spdx.listed(stated), licence)) if licence else None,
        licence=licence or "",
    )


def _licence(tree: Tree) -> str | None:
    """The expression of the licence files, apart from what manifests declare."""
    licensing = collect_licensing(Listing(tree))
    return licensing.expression if licensing.files else None


def _is_one(url: str, addresses: list[str]) -> bool:
    stated = canonical(url)
    return stated is not None and without_port(stated).casefold() in addresses
