"""GitLab: a group with its subgroups, or a project. https://docs.gitlab.com/api/groups/"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from oss_scan.errors import UnreadableError
from oss_scan.sources.answers import gone
from oss_scan.sources.asking import Client, Site
from oss_scan.sources.listed import Forge, Listed, flag, moment, named, word

_KEYS = ("id", "path_with_namespace", "archived", "forked_from_project", "mirror", "visibility", "created_at",
         "default_branch", "empty_repo")  # fmt: skip
_ORDER = "order_by=id&sort=asc&pagination=keyset&per_page=100"


def site(forge: Forge) -> Site:
    """Where its API is."""
    return Site(forge.host, f"{forge.web}/api/v4")


def repositories(client: Client, forge: Forge, path: str) -> Iterator[Listed]:
    """The projects in a group and below it (not those that are only shared with it); else of a user, or the one
    project at that path."""
    within = quote(path, safe="")
    group = f"/groups/{within}/projects?include_subgroups=true&with_shared=false&{_ORDER}"
    user = (f"/users/{within}/projects?{_ORDER}",) if "/" not in path else ()
    begun = False
    try:
        for row in client.rows(group, *user, keys=_KEYS):
            begun = True
            yield _listed(row, forge)
    except UnreadableError as error:
        if begun or error.code != "forge-gone" or "/" not in path:
            raise
        yield _project(client, forge, path)


def _project(client: Client, forge: Forge, path: str) -> Listed:
    answer = client.get(f"/projects/{quote(path, safe='')}")
    if answer.status != 200 or not isinstance(answer.body, dict):
        raise gone(f"{forge.web}/{path}", answer.status)
    now = named(answer.body, "path_with_namespace", forge)
    return _listed(answer.body, forge).formerly(forge, path, now)


def _listed(row: Mapping[str, Any], forge: Forge) -> Listed:
    visibility = word(row, "visibility")
    # it keeps silent of a parent that may not be seen, which a public fork cannot have
    silent = "archived" not in row or visibility != "public"
    return Listed(
        url=f"{forge.web}/{named(row, 'path_with_namespace', forge)}.git",
        key=forge.key(row),
        archived=flag(row, "archived"),
        fork=True if row.get("forked_from_project") else None if silent else False,
        mirror=flag(row, "mirror"),
        visibility=visibility,
        created=moment(row, "created_at"),
        default_branch=word(row, "default_branch"),
        empty=flag(row, "empty_repo"),
        community="",  # it has no files that hold for a whole group
    )
