"""Gitea and Forgejo, such as code.overheid.nl. https://docs.gitea.com/api/"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from oss_scan.sources.answers import gone
from oss_scan.sources.asking import Client, Site
from oss_scan.sources.listed import Forge, Listed, flag, moment, named, word

_KEYS = ("id", "full_name", "archived", "fork", "mirror", "template", "empty", "private", "internal", "created_at",
         "default_branch")  # fmt: skip


def site(forge: Forge) -> Site:
    """Where its API is."""
    return Site(forge.host, f"{forge.web}/api/v1", scheme="token ")


def repositories(client: Client, forge: Forge, owner: str) -> Iterator[Listed]:
    """What an organisation or a user has."""
    within = quote(owner)
    paths = (f"/orgs/{within}/repos?page=1&limit=50", f"/users/{within}/repos?page=1&limit=50")
    for row in client.rows(*paths, keys=_KEYS):
        yield _listed(row, forge)


def repository(client: Client, forge: Forge, owner: str, name: str) -> Listed:
    """One repository, also where it was renamed. Raises UnreadableError."""
    answer = client.get(f"/repos/{quote(owner)}/{quote(name)}")
    if answer.status != 200 or not isinstance(answer.body, dict):
        raise gone(f"{forge.web}/{owner}/{name}", answer.status)
    return _listed(answer.body, forge).formerly(forge, f"{owner}/{name}", named(answer.body, "full_name", forge))


def _listed(row: Mapping[str, Any], forge: Forge) -> Listed:
    private, internal = flag(row, "private"), flag(row, "internal")
    seen = "internal" if internal else "private" if private else "public"
    return Listed(
        url=f"{forge.web}/{named(row, 'full_name', forge)}.git",
        key=forge.key(row),
        archived=flag(row, "archived"),
        fork=flag(row, "fork"),
        mirror=flag(row, "mirror"),
        template=flag(row, "template"),
        visibility=None if private is None else seen,
        created=moment(row, "created_at"),
        default_branch=word(row, "default_branch"),
        empty=flag(row, "empty"),
        community="",  # it has no files that hold for a whole organisation
    )
