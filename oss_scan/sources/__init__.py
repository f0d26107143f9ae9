"""Where repositories come from: what the words on the command line name, and what a forge says of them."""

import os
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from oss_scan.addresses import canonical, holds_secret
from oss_scan.errors import EmptyFolderError, OssScanError
from oss_scan.git.address import is_remote, parse
from oss_scan.git.folder import common_folder
from oss_scan.sources.access import Access
from oss_scan.sources.local import repositories, too_deep
from oss_scan.texts import Reason

if TYPE_CHECKING:
    from oss_scan.sources.listed import Listed

_FORGE = re.compile(r"(github|gitlab|gitea|don):.*", re.DOTALL)
_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:(//|:).*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """One repository that is to be scanned: at a path, or at a URL.

    `text` names it, without user and password. `url` may hold these: it is for git only, and is kept nowhere.
    `listed` is what a forge says of it. `reason` is why it cannot be read, where that is known; a forge whose list is
    not there, or not whole, and a folder that was not looked through, stand for what is missing (`stands_for_more`).
    `words` are all that named it.
    """

    text: str
    path: Path | None = None
    url: str | None = field(default=None, repr=False)
    listed: "Listed | None" = None
    reason: Reason | None = None
    stands_for_more: bool = False
    words: tuple[str, ...] = field(default=(), repr=False, compare=False)


def targets(words: Sequence[str], access: Access | None = None, lenient: Container[str] = ()) -> tuple[Target, ...]:
    """What each word names: a repository, the repositories in a folder or on a forge, or a URL; each once, in order.

    Raises OssScanError for a word that names nothing that can be scanned; of a lenient one that is its reason.
    """
    found: dict[str | Path, tuple[Target, bool]] = {}
    named: dict[str | Path, dict[str, None]] = {}
    for word in dict.fromkeys(words):
        for key, target, linked in _tried(word, access or Access(), lenient):
            named.setdefault(key, {})[word] = None
            known, was_linked = found.setdefault(key, (target, linked))
            if was_linked and not linked:
                found[key] = target, linked  # the main copy speaks for its worktrees
            elif target.listed and target is not known:
                listed = target.listed.together(known.listed)
                found[key] = replace(known, listed=listed, reason=target.reason), linked
    return tuple(replace(target, words=tuple(named[key])) for key, (target, _) in found.items())


def _tried(word: str, access: Access, lenient: Container[str]) -> Iterator[tuple[str | Path, Target, bool]]:
    try:
        yield from _named(word, access)
    except OssScanError as error:
        if word not in lenient:
            raise
        code = "folder-empty" if isinstance(error, EmptyFolderError) else "source-refused"
        reason = Reason(code, {"nl": error.nl, "en": error.en})
        yield f"source {word}", Target(word, reason=reason, stands_for_more=True), False


def _named(word: str, access: Access) -> Iterator[tuple[str | Path, Target, bool]]:
    """What tells each apart, the target, and whether it is a linked worktree."""
    if not word.strip():
        raise OssScanError(
            nl="een van de TARGETs is leeg; noem een pad of een URL",
            en="one of the TARGETs is empty; name a path or a URL",
        )
    if is_forge(word):
        yield from _listing(word, access)
        return
    # what may hold a secret is no path to be shown, unless something is there
    if is_remote(word) or _ADDRESS.fullmatch(word) or (holds_secret(word) and not os.path.exists(word)):  # noqa: PTH110
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
        deep = too_deep(path, word)
        yield where, Target(str(path), path=path, reason=deep, stands_for_more=deep is not None), linked


def is_forge(word: str) -> bool:
    """Whether a word names what a forge or register lists."""
    return _FORGE.fullmatch(word) is not None


def _listing(word: str, access: Access) -> Iterator[tuple[str | Path, Target, bool]]:
    from oss_scan.sources.forges import listing  # requests is slow to import
    from oss_scan.sources.listed import public

    found = listing(word, access)
    for one in found.repositories:
        yield public(one.url), Target(one.url, url=one.url, listed=one, reason=one.reason), False
    if found.broken_off:
        yield f"list of {word}", Target(word, reason=found.broken_off, stands_for_more=True), False
