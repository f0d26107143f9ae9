"""The repositories of an owner on a forge, or of a register: `github:`, `gitlab:`, `gitea:` and `don:`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from oss_scan.addresses import masked
from oss_scan.errors import OssScanError, UnreadableError
from oss_scan.inert import printable
from oss_scan.sources import gitea, github, gitlab, register
from oss_scan.sources.access import Access
from oss_scan.sources.asking import Client, Site
from oss_scan.sources.listed import Forge, Listed
from oss_scan.texts import Reason

_HOST = re.compile(r"(?=.{1,253}(:|\Z))[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d{1,5})?")
_LOCAL = re.compile(r"127\.0\.0\.1(:\d{1,5})?")
_PART = re.compile(r"(?![-.]{1,2}\Z)(?!-)[\w.-]{1,100}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a word names; `broken_off` is why there may be more, or why there is nothing."""

    repositories: tuple[Listed, ...]
    broken_off: Reason | None = None


def listing(word: str, access: Access) -> Listing:
    """The repositories that `github:ORG[/REPO]`, `gitlab:HOST/GROUP`, `gitea:HOST/ORG[/REPO]` or `don:` names.

    What the forge answers is a result, also where it refuses. Raises OssScanError for a word that names nothing.
    """
    kind, forge, path = _parts(word)
    found: list[Listed] = []
    try:
        with Client(_site(kind, forge), access) as client:
            for one in _repositories(kind, client, forge, path):
                found.append(one)  # noqa: PERF402 - what came before an error stays
    except UnreadableError as error:
        return Listing(tuple(found), Reason(error.code, error.values))
    return Listing(tuple(found))


def holders(word: str, access: Access) -> register.Holders:
    """The organisations that a register (`don:[HOST]`) knows. Raises OssScanError for a word that names none."""
    kind, forge, _ = _parts(word)
    if kind != "don":
        shown = printable(masked(word))[:200]
        raise OssScanError(nl=f"{shown} is geen register; noem don:", en=f"{shown} is no register; name don:")
    with Client(_site(kind, forge), access) as client:
        return register.holders(client)


def _site(kind: str, forge: Forge) -> Site:
    made = {"github": github.site, "gitlab": gitlab.site, "gitea": gitea.site, "don": register.site}
    return made[kind](forge)


def _repositories(kind: str, client: Client, forge: Forge, path: tuple[str, ...]) -> Iterator[Listed]:
    match kind, path:
        case "github", (owner,):
            yield from github.repositories(client, forge, owner)
        case "github", (owner, name):
            yield github.repository(client, forge, owner, name)
        case "gitea", (owner,):
            yield from gitea.repositories(client, forge, owner)
        case "gitea", (owner, name):
            yield gitea.repository(client, forge, owner, name)
        case "gitlab", _:
            yield from gitlab.repositories(client, forge, "/".join(path))
        case _:
            yield from register.repositories(client, forge)


def _parts(word: str) -> tuple[str, Forge, tuple[str, ...]]:
    kind, _, rest = word.partition(":")
    first, *others = rest.strip("/").split("/")
    if kind == "don":
        host, path = first or register.HOST, others
    elif kind == "github" and not _HOST.fullmatch(first.lower()):
        host, path = "github.com", [first, *others]
    else:
        host, path = first, others
    host = host.lower()
    most = {"github": 2, "gitea": 2, "don": 0}.get(kind, 20)
    right = kind in ("github", "gitlab", "gitea", "don") and _HOST.fullmatch(host) and len(path) <= most
    if not right or not all(map(_PART.fullmatch, path)) or (kind != "don" and not path):
        shown = printable(masked(word))[:200]
        forms = "github:ORG[/REPO], gitlab:HOST/GROUP, gitea:HOST/ORG[/REPO], don:"
        raise OssScanError(
            nl=f"{shown} is geen adres op een platform; bedoeld is een van: {forms}",
            en=f"{shown} is no address on a forge; it must be one of: {forms}",
        )
    web = f"http://{host}" if _LOCAL.fullmatch(host) else f"https://{host}"
    return kind, Forge(host, web), tuple(path)
