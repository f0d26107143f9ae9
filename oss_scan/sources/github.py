"""GitHub, github.com or a server of one's own. https://docs.github.com/rest/repos/repos"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from oss_scan.errors import UnreadableError
from oss_scan.sources.answers import gone
from oss_scan.sources.asking import Client, Site
from oss_scan.sources.listed import Forge, Listed, flag, moment, named, word

_KEYS = ("id", "full_name", "archived", "fork", "mirror_url", "is_template", "visibility", "private", "created_at",
         "default_branch")  # fmt: skip


def site(forge: Forge) -> Site:
    """Where its API is."""
    base = "https://api.github.com" if forge.host == "github.com" else f"{forge.web}/api/v3"
    return Site(forge.host, base, accept="application/vnd.github+json")


def repositories(client: Client, forge: Forge, owner: str) -> Iterator[Listed]:
    """What an organisation or a user has, the oldest first, so that pages stay as they are."""
    community = _community(client, forge, owner)
    order = "sort=created&direction=asc&per_page=100"
    paths = (f"/orgs/{quote(owner)}/repos?type=all&{order}", f"/users/{quote(owner)}/repos?type=owner&{order}")
    for row in client.rows(*paths, keys=_KEYS):
        yield _listed(row, forge, community)


def repository(client: Client, forge: Forge, owner: str, name: str) -> Listed:
    """One repository, also where it was renamed or moved to another owner. Raises UnreadableError."""
    answer = client.get(f"/repos/{quote(owner)}/{quote(name)}")
    if answer.status != 200 or not isinstance(answer.body, dict):
        raise gone(f"{forge.web}/{owner}/{name}", answer.status)
    path = named(answer.body, "full_name", forge)
    found = _listed(answer.body, forge, _community(client, forge, path.partition("/")[0]))
    return found.formerly(forge, f"{owner}/{name}", path)


def _community(client: Client, forge: Forge, owner: str) -> str | None:
    """Where the files for all repositories of an owner are: only a public `.github` counts. None where that one is
    refused."""
    try:
        answer = client.get(f"/repos/{quote(owner)}/.github")
    except UnreadableError as error:
        if error.code != "forge-refused":
            raise
        return None
    body = answer.body if answer.status == 200 and isinstance(answer.body, dict) else {}
    return f"{forge.web}/{named(body, 'full_name', forge)}.git" if flag(body, "private") is False else ""


def _listed(row: Mapping[str, Any], forge: Forge, community: str | None) -> Listed:
    private = flag(row, "private")
    told = word(row, "visibility")
    return Listed(
        url=f"{forge.web}/{named(row, 'full_name', forge)}.git",
        key=forge.key(row),
        archived=flag(row, "archived"),
        fork=flag(row, "fork"),
        mirror=bool(row["mirror_url"]) if "mirror_url" in row else None,
        template=flag(row, "is_template"),
        visibility=told or (None if private is None else "private" if private else "public"),
        created=moment(row, "created_at"),
        default_branch=word(row, "default_branch"),
        community=community,
    )
