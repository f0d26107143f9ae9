"""Where repositories come from: what the words on the command line name."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from oss_scan.addresses import canonical
from oss_scan.errors import OssScanError
from oss_scan.git.address import is_remote, parse
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
    found: dict[str | Path, Target] = {}
    for word in words:
        for key, target in _named(word):
            found.setdefault(key, target)
    return tuple(found.values())


def _named(word: str) -> Iterator[tuple[str | Path, Target]]:
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
        yield (None if local else canonical(address.url)) or address.url, Target(address.shown, url=word)
        return
    for path in repositories(word):
        yield Path(os.path.realpath(path)), Target(str(path), path=path)  # unlike resolve, at home with loops
