"""Where repositories come from: what the words on the command line name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from oss_scan.addresses import canonical
from oss_scan.errors import OssScanError
from oss_scan.git.address import is_remote, parse
from oss_scan.git.folder import common_folder
from oss_scan.inert import printable
from oss_scan.sources.local import repositories

_LATER = re.compile(r"(github|gitlab|gitea|don):.*", re.DOTALL)
_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:(//|:).*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """One repository that is to be scanned: at a path, or at a URL.

    `text` names it, without user and password. `url` may hold these: it is for git only, and is kept nowhere.
    """

    text: str
    path: Path | None = None
    url: str | None = field(default=None, repr=False)


def targets(words: Sequence[str]) -> tuple[Target, ...]:
    """What each word names: a repository, the repositories in a folder, or a URL; each once, in the order given.

    Raises OssScanError for a word that names nothing that can be scanned.
    """
    found: dict[str | Path, tuple[Target, bool]] = {}
    for word in words:
        for key, target, linked in _named(word):
            if found.setdefault(key, (target, linked))[1] and not linked:
                found[key] = target, linked  # the main copy speaks for its worktrees
    return tuple(target for target, _ in found.values())


def _named(word: str) -> Iterator[tuple[str | Path, Target, bool]]:
    """What tells each apart, the target, and whether it is a linked worktree."""
    if not word.strip():
        raise OssScanError(
            nl="een van de TARGETs is leeg; noem een pad of een URL",
            en="one of the TARGETs is empty; name a path or a URL",
        )
    later = _LATER.fullmatch(word)
    if later:
        shown, kind = printable(word), later[1]
        raise OssScanError(
            nl=f"{shown}: adressen met {kind}: worden nog niet ondersteund; noem de URL van elke repository",
            en=f"{shown}: addresses with {kind}: are not supported yet; name the URL of each repository",
        )
    if is_remote(word) or _ADDRESS.fullmatch(word):
        address = parse(word)
        local = address.url.startswith("http:")  # on this machine: the port matters
        if address.url.startswith("file:"):
            where, linked = common_folder(Path(unquote(urlsplit(address.url).path)))
            yield where, Target(address.shown, url=word), linked
        else:
            yield (None if local else canonical(address.url)) or address.url, Target(address.shown, url=word), False
        return
    for path in repositories(word):
        where, linked = common_folder(path)
        yield where, Target(str(path), path=path), linked
