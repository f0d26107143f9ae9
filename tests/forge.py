"""A forge with the faces of GitHub, GitLab, Gitea and the register, over real repositories, that can also misbehave."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from tests.git_server import Reply, Traffic, serve
from tests.sweeps import repository

Face = Callable[["Held"], Mapping[str, object]]


@dataclass
class Held:
    """A repository on the forge; `was` is the path that it had before."""

    path: str
    number: int
    archived: bool = False
    fork: bool = False
    mirror: bool = False
    template: bool = False
    private: bool = False
    empty: bool = False
    created: str = "2024-05-06T07:08:09Z"
    was: str = ""


@dataclass
class Asked:
    """One call: path with query, and headers."""

    path: str
    headers: Mapping[str, str]


@dataclass
class Forge:
    """What the forge holds, what it was asked, and what goes wrong: answers to the next calls with that in the path."""

    held: list[Held] = field(default_factory=list)
    calls: list[Asked] = field(default_factory=list)
    faults: list[tuple[str, Reply]] = field(default_factory=list)
    folder: Path = Path()
    token: str = ""
    most: int = 100  # rows of a page
    etags: bool = True
    groups: tuple[str, ...] = ()  # owners that are no user
    blocked: tuple[str, ...] = ()
    web: str = ""
    organisations: tuple[tuple[str, str], ...] = ()  # of the register: URI and label
    places: tuple[tuple[str, str, str], ...] = ()  # URL, and URI and label of whose it is

    def add(self, path: str, files: dict[str, str] | None = None, **said: object) -> Held:
        """A repository with these files; without files it has no commit."""
        one = Held(path, len(self.held) + 1, **said)  # type: ignore[arg-type]
        self.held.append(one)
        if files is None:
            one.empty = True
            repository_without_commit(self.folder / f"{path}.git")
        else:
            repository(self.folder / f"{path}.git", files)
        return one

    def fails(self, where: str, *replies: Reply) -> None:
        """The next calls with that in their path get these answers."""
        self.faults += [(where, reply) for reply in replies]

    def paths(self) -> list[str]:
        """The paths of the calls, without their query."""
        return [urlsplit(call.path).path for call in self.calls]

    def answer(self, path: str, headers: Mapping[str, str]) -> Reply | None:
        """What the forge says; None where git is to answer."""
        if not path.startswith(("/api/", "/oss-register/")):
            return None
        self.calls.append(Asked(path, headers))
        for fault in self.faults:
            if fault[0] in path:
                self.faults.remove(fault)
                return fault[1]
        address = urlsplit(path)
        query = dict(parse_qsl(address.query))
        parts = [unquote(part) for part in address.path.strip("/").split("/")]
        match parts:
            case ["api", "v3", kind, owner, "repos"]:
                return self._list(kind, owner, address.path, query, headers, self._github)
            case ["api", "v3", "repos", owner, name]:
                return self._one(f"{owner}/{name}", "/api/v3/repositories/{}", headers, self._github)
            case ["api", "v3", "repositories", number]:
                return _json(self._github(self.held[int(number) - 1]))
            case ["api", "v1", kind, owner, "repos"]:
                return self._list(kind, owner, address.path, query, headers, self._gitea)
            case ["api", "v1", "repos", owner, name]:
                return self._one(f"{owner}/{name}", "/api/v1/repositories/{}", headers, self._gitea)
            case ["api", "v1", "repositories", number]:
                return _json(self._gitea(self.held[int(number) - 1]))
            case ["api", "v4", kind, owner, "projects"]:
                return self._list(kind, owner, address.path, query, headers, self._gitlab)
            case ["api", "v4", "projects", path]:
                return self._one(path, "/api/v4/projects/{}", headers, self._gitlab)
            case ["oss-register", "v1", "organisations"]:
                known = [{"uri": uri, "label": label} for uri, label in self.organisations]
                return self._page(known, address.path, query, headers)
            case ["oss-register", "v1", "git-organisations"]:
                places: list[dict[str, object]] = [
                    {"id": "x", "url": url, "organisation": {"uri": uri, "label": label}}
                    for url, uri, label in self.places
                ]
                return self._page(places, address.path, query, headers)
            case ["oss-register", "v1", "repositories"]:
                archived = query.get("archived") == "true"
                rows = [self._register(one) for one in self.held if one.archived == archived]
                return self._page(rows, address.path, query, headers)
        return Reply(404)

    def _list(
        self, kind: str, owner: str, path: str, query: dict[str, str], headers: Mapping[str, str], face: Face
    ) -> Reply:
        is_group = not self.groups or owner in self.groups
        below = [one for one in self.held if one.path.startswith(f"{owner}/")]
        if (kind in ("orgs", "groups")) != is_group or not below:
            return Reply(404, b'{"message": "Not Found"}')
        rows = [face(one) for one in below if not one.private or self._let_in(headers)]
        return self._page(rows, path, query, headers)

    def _one(self, path: str, moved: str, headers: Mapping[str, str], face: Face) -> Reply:
        if path in self.blocked:
            return Reply(451, b"{}")
        for one in self.held:
            if one.private and not self._let_in(headers):
                continue
            if one.path == path or str(one.number) == path:
                return _json(face(one))
            if one.was == path:
                return Reply(301, b"{}", {"Location": f"{self.web}{moved.format(one.number)}"})
        return Reply(404, b"{}")

    def _page(
        self, rows: Sequence[Mapping[str, object]], path: str, query: dict[str, str], headers: Mapping[str, str]
    ) -> Reply:
        size = min(self.most, int(query.get("per_page") or query.get("limit") or query.get("perPage") or 30))
        if query.get("pagination") == "keyset":
            left = [row for row in rows if int(str(row["id"])) > int(query.get("id_after", 0))]
            found = left[:size]
            following = {"id_after": str(left[size - 1]["id"])} if len(left) > size else None
        else:
            page = int(query.get("page", 1))
            found = list(rows[(page - 1) * size : page * size])
            following = {"page": str(page + 1)} if page * size < len(rows) else None
        body = _json(found).body
        extra = {"Content-Type": "application/json"}
        if following:
            link = f"<{self.web}{path}?{urlencode({**query, **following})}>"
            extra["Link"] = f'{link}; rel="next", <{self.web}{path}>; rel="first"'
        if self.etags:
            extra["ETag"] = f'"{sha256(body).hexdigest()}"'
            if headers.get("if-none-match") == extra["ETag"]:
                return Reply(304, headers=extra)
        return Reply(200, body, extra)

    def _let_in(self, headers: Mapping[str, str]) -> bool:
        given = (headers.get("authorization") or headers.get("x-api-key") or "").split(" ")[-1]
        return bool(self.token) and given == self.token

    def _github(self, one: Held) -> dict[str, object]:
        return {
            "id": one.number,
            "full_name": one.path,
            "owner": {"login": one.path.partition("/")[0]},
            "archived": one.archived,
            "fork": one.fork,
            "mirror_url": "https://example.org/x.git" if one.mirror else None,
            "is_template": one.template,
            "visibility": "private" if one.private else "public",
            "private": one.private,
            "created_at": one.created,
            "default_branch": "main",
        }

    def _gitea(self, one: Held) -> dict[str, object]:
        return {
            "id": one.number,
            "full_name": one.path,
            "archived": one.archived,
            "fork": one.fork,
            "mirror": one.mirror,
            "template": one.template,
            "empty": one.empty,
            "private": one.private,
            "internal": False,
            "created_at": one.created.replace("Z", "+01:00"),
            "default_branch": "main",
        }

    def _gitlab(self, one: Held) -> dict[str, object]:
        return {
            "id": one.number,
            "path_with_namespace": one.path,
            "archived": one.archived,
            **({"forked_from_project": {"id": 99}} if one.fork else {}),
            "empty_repo": one.empty,
            "visibility": "private" if one.private else "public",
            "created_at": one.created,
            "default_branch": "main",
        }

    def _register(self, one: Held) -> dict[str, object]:
        url = one.path if "://" in one.path else f"{self.web}/{one.path}.git"
        return {"id": "x", "url": url, "archived": one.archived, **({"forkType": "GIT_FORK"} if one.fork else {})}


def repository_without_commit(path: Path) -> None:
    """A bare repository without anything in it."""
    import pygit2

    pygit2.init_repository(str(path), bare=True, initial_head="main")


def _json(value: object) -> Reply:
    return Reply(200, json.dumps(value).encode(), {"Content-Type": "application/json"})


@contextmanager
def forge(folder: Path, *, token: str = "", password: str = "", traffic: Traffic | None = None) -> Iterator[Forge]:
    """A forge that runs; with a `password` git is let in with that only."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Forge(folder=folder, token=token)
    with serve(folder, traffic, password=password, api=made.answer) as url:
        made.web = url
        yield made


def host(made: Forge) -> str:
    """The host of the forge, with its port."""
    return urlsplit(made.web).netloc
