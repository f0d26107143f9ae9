"""A repository at an address is read like one on disk, and no more of it is fetched than is asked for."""

import base64
import os
import threading
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import git
import pytest

from oss_scan.errors import OssScanError, UnreadableError
from oss_scan.facts import collect
from oss_scan.git import Repository, open_repository
from oss_scan.git.address import parse
from oss_scan.git.blobs import is_refused
from oss_scan.git.bounded import prepare
from oss_scan.git.hosts import Turns, turn
from oss_scan.git.means import Means
from oss_scan.git.refs import marks
from oss_scan.git.remote import Advertised, advertised, open_remote
from oss_scan.tree import Kind, Link, Tree, Unread, read_through
from tests.builder import Repo
from tests.git_server import Traffic, serve

REUSE = 'version = 1\n\n[[annotations]]\npath = "**"\nSPDX-License-Identifier = "MIT"\nSPDX-FileCopyrightText = "A"\n'
FILES: dict[str, str | bytes | Link] = {
    "README.md": Link("docs/start.md"),
    "docs/start.md": Link("readme.md"),
    "docs/readme.md": "# Parkeren\n\nHoud in de gaten waar wordt geparkeerd.\n",
    "LICENSE": "See LICENSES/MIT.txt\n",
    "LICENSES/MIT.txt": "MIT License\n\nPermission is hereby granted, free of charge\n",
    "SECURITY.md": Link("nowhere.md"),
    "REUSE.toml": REUSE,
    "src/a.py": "# SPDX-License-Identifier: MIT\n",
    "src/b.py": "print(1)\n",
    "publiccode.yml": "publiccodeYmlVersion: '0'\nname: Parkeren\n",
}


def nothing(_: Tree) -> None:
    """Ask for no file."""


def reason(url: str) -> tuple[str, dict[str, str]]:
    with pytest.raises(UnreadableError) as caught:
        advertised(url)
    return caught.value.code, caught.value.values


def contents(repository: Repository) -> dict[str, bytes | Unread]:
    return {path: repository.tree.read(path) for path in repository.tree.paths()}


def test_the_same_facts_however_it_is_reached(repo: Repo) -> None:
    commit = repo.commit(FILES)
    repo.git("tag", "v1.0.0")
    repo.git("tag", "--annotate", "--message=x", "v2.0.0")
    traffic = Traffic()
    with open_repository(repo.path) as local:
        expected, history = collect(local.tree), local.history
    with serve(repo.path.parent, traffic) as server:
        for url in (f"{server}/repo/.git", f"file://{repo.path}"):
            assert advertised(url) == Advertised(commit, "main", ("v1.0.0", "v2.0.0"), local.marks)
            with open_remote(url, collect) as opened:
                assert collect(opened.tree) == expected
                assert opened.history == history
                assert opened.history is not None
                assert opened.history.committed == datetime(2026, 11, 1, 12, tzinfo=UTC)
                assert (opened.key, opened.addresses, opened.root, opened.differs()) == (url, (), None, False)
                kept = opened.path
            assert not kept.exists()


def test_only_what_is_asked_for_is_fetched(repo: Repo) -> None:
    repo.commit({"README.md": "# One\n", **{f"data/{number}.bin": os.urandom(100_000) for number in range(10)}})
    traffic = Traffic()
    with serve(repo.path.parent, traffic) as server:
        with open_remote(f"{server}/repo/.git", collect) as opened:
            assert opened.tree.read("README.md") == b"# One\n"
            assert opened.tree.read("data/1.bin") == Unread("blob-missing", "data/1.bin")
        assert traffic.visits == 3  # ls-remote, the commit, the files
        assert traffic.sent < 5_000


def test_nothing_asked_nothing_fetched(repo: Repo) -> None:
    repo.commit(FILES)
    traffic = Traffic()
    with serve(repo.path.parent, traffic) as server:
        known = advertised(f"{server}/repo/.git")
        with open_remote(f"{server}/repo/.git", nothing, known=known) as opened:
            assert opened.tree.kind("README.md") is Kind.LINK
        assert traffic.visits == 2


@pytest.mark.parametrize("modern", [True, False])
def test_the_commit_that_was_told_is_read_even_where_the_branch_moves_on(repo: Repo, *, modern: bool) -> None:
    told = repo.commit({"a": "1"})
    traffic = Traffic()
    with serve(repo.path.parent, traffic, modern=modern) as server:
        url = f"{server}/repo/.git"
        known = advertised(url)
        newest = repo.commit({"a": "2"})
        with open_remote(url, lambda tree: tree.read("a"), known=known) as opened:
            assert opened.history is not None
            # an older server gives by its id only what a branch is at
            assert (opened.history.commit, opened.tree.read("a")) == ((told, b"1") if modern else (newest, b"2"))


def test_a_commit_that_is_gone_is_not_waited_for(repo: Repo) -> None:
    newest = repo.commit({"a": "2"})
    with serve(repo.path.parent) as server:
        url = f"{server}/repo/.git"
        known = replace(advertised(url), head="1" * 40)
        with open_remote(url, nothing, known=known) as opened:
            assert opened.history is not None
            assert opened.history.commit == newest


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("fatal: remote error: upload-pack: not our ref {}", True),
        ("fatal: remote error: want {} not valid", True),
        ("error: Server does not allow request for unadvertised object {}", True),
        ("fatal: remote error: access denied", False),
    ],
)
def test_servers_say_in_several_ways_that_they_do_not_give_a_commit(
    tmp_path: Path, said: str, *, refused: bool
) -> None:
    place = prepare(tmp_path, parse("https://git.example/x"), 1, 1.0)
    place.err.write_text(said.format("1" * 40), encoding="ascii")
    assert is_refused(place) is refused


def test_no_turn_is_held_while_files_are_read(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    turns = Turns(tmp_path / "turns", 1)
    with serve(repo.path.parent) as server:
        url = f"{server}/repo/.git"

        def survey(tree: Tree) -> None:
            with turn(turns, url, 0):
                collect(tree)

        with turn(turns, url, 0), pytest.raises(UnreadableError, match="host-busy"):
            advertised(url, patience=0.1, means=Means(turns))
        with open_remote(url, survey, means=Means(turns)) as opened:
            assert opened.tree.read("README.md") == b"docs/start.md"


def test_links_to_links_take_two_rounds(repo: Repo) -> None:
    names = [f"link{number}" for number in range(6)]
    links: dict[str, str | bytes | Link] = {name: Link(after) for name, after in pairwise(names)}
    repo.commit({**links, "link5": "here"})
    calls = []

    def survey(tree: Tree) -> None:
        calls.append(read_through(tree, "link0"))

    traffic = Traffic()
    with serve(repo.path.parent, traffic) as server, open_remote(f"{server}/repo/.git", survey) as opened:
        assert read_through(opened.tree, "link0") == b"here"
    assert calls[-1] == b"here"
    assert (len(calls), traffic.visits) == (3, 4)


def test_a_survey_that_always_wants_more_is_cut_off(repo: Repo) -> None:
    repo.commit({f"{number}": f"{number}" for number in range(10)})
    calls: list[int] = []

    def survey(tree: Tree) -> None:
        calls.append(len(calls))
        tree.read(str(len(calls)))

    with serve(repo.path.parent) as server, open_remote(f"{server}/repo/.git", survey) as opened:
        assert opened.tree.read("3") == b"3"
        assert opened.tree.read("4") == Unread("blob-missing", "4")
    assert len(calls) == 4


@pytest.mark.parametrize(("filters", "modern"), [(False, True), (True, False), (False, False)])
def test_older_servers_give_everything(repo: Repo, *, filters: bool, modern: bool) -> None:
    repo.commit(FILES)
    with open_repository(repo.path) as local:
        expected = contents(local)
    with (
        serve(repo.path.parent, filters=filters, modern=modern) as server,
        open_remote(f"{server}/repo/.git", collect) as opened,
    ):
        assert contents(opened) == expected


def test_sha_256(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "sha", "--object-format=sha256")
    commit = repo.commit(FILES)
    repo.git("tag", "v1.0.0")
    with open_repository(repo.path) as local:
        expected = collect(local.tree)
    with serve(tmp_path) as server:
        for url in (f"{server}/sha/.git", f"file://{repo.path}"):
            with open_remote(url, collect) as opened:
                assert collect(opened.tree) == expected
                assert opened.history is not None
                assert (opened.history.commit, opened.history.tags) == (commit, ("v1.0.0",))
                assert (opened.history.branch, opened.history.shallow, opened.root) == ("main", False, None)


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_an_empty_repository(tmp_path: Path, form: str) -> None:
    Repo.make(tmp_path / "empty", f"--object-format={form}")
    with serve(tmp_path) as server:
        for url in (f"{server}/empty/.git", f"file://{tmp_path}/empty"):
            assert advertised(url) == Advertised(None, None, ())
            with open_remote(url, collect) as opened:
                assert opened.history is None
                assert tuple(opened.tree.paths()) == ()
                assert opened.key == url


def test_a_head_that_points_nowhere(repo: Repo) -> None:
    repo.commit(FILES)
    repo.git("symbolic-ref", "HEAD", "refs/heads/gone")
    with serve(repo.path.parent) as server:
        url = f"{server}/repo/.git"
        assert reason(url) == ("remote-head-missing", {"url": url})


def test_a_head_without_a_branch(repo: Repo) -> None:
    commit = repo.commit(FILES)
    repo.git("checkout", "--quiet", "--detach")
    assert advertised(f"file://{repo.path}") == Advertised(commit, None, (), marks({"main": commit}, {}))


def test_a_file_that_the_server_lost(repo: Repo) -> None:
    repo.commit({"README.md": "# One\n", "LICENSE": "text", "COPYING": "more"})
    for path in ("LICENSE", "COPYING"):
        name = repo.git("rev-parse", f"HEAD:{path}")
        (repo.path / ".git/objects" / name[:2] / name[2:]).unlink()
    with serve(repo.path.parent) as server, open_remote(f"{server}/repo/.git", collect) as opened:
        assert opened.tree.read("README.md") == b"# One\n"
        assert opened.tree.read("LICENSE") == Unread("blob-missing", "LICENSE")


def test_a_folder_that_the_server_lost(repo: Repo) -> None:
    repo.commit(FILES)
    name = repo.git("rev-parse", "HEAD:docs")
    (repo.path / ".git/objects" / name[:2] / name[2:]).unlink()
    with serve(repo.path.parent) as server:
        url = f"{server}/repo/.git"
        with pytest.raises(UnreadableError) as caught, open_remote(url, collect):
            pass
    assert (caught.value.code, caught.value.values["url"]) == ("remote-failed", url)


def test_what_goes_wrong_afterwards_is_told_of_the_address(repo: Repo) -> None:
    repo.commit(FILES)
    url = f"file://{repo.path}"
    with pytest.raises(UnreadableError) as caught, open_remote(url, collect) as opened:
        raise UnreadableError("corrupt", path=str(opened.path), detail="x")
    assert caught.value.values == {"path": url, "detail": "x"}


def test_over_ssh(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = repo.commit(FILES)
    script = tmp_path / "ssh.sh"
    script.write_text(f'#!/bin/sh\necho "$@" >>{tmp_path}/asked\nshift $(($# - 1))\nexec sh -c "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("GIT_SSH", str(script))
    monkeypatch.setenv("GIT_SSH_VARIANT", "simple")
    url = f"ssh://git:s3cret@git.example.org{repo.path}"
    with open_remote(url, collect) as opened:
        assert opened.history is not None
        assert opened.history.commit == commit
        assert opened.key == f"https://git.example.org{repo.path}"
    assert "s3cret" not in (tmp_path / "asked").read_text()


def test_a_password_reaches_the_server_and_nobody_else(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit(FILES)
    monkeypatch.setenv("GIT_TRACE", f"{repo.path}/../trace")
    word = base64.b64encode(b"me:s3cret$(x)'\"").decode()
    with serve(repo.path.parent, password=word) as server:
        plain = f"{server}/repo/.git"
        with open_remote(plain.replace("//", "//me:s3cret$(x)'%22@"), collect) as opened:
            assert tuple(opened.tree.paths())
            assert opened.key == plain
            assert "s3cret" not in repr(opened)
        code, values = reason(plain.replace("//", "//me:wr0ng@"))
        assert (code, values["url"]) == ("remote-failed", plain)
        assert "wr0ng" not in str(values)
        assert reason(plain)[0] == "remote-failed"
    assert "s3cret" not in Path(f"{repo.path}/../trace").read_text()


def test_a_token_without_a_password(repo: Repo) -> None:
    repo.commit(FILES)
    with serve(repo.path.parent, password=base64.b64encode(b"t0ken:").decode()) as server:
        url = f"{server}/repo/.git"
        assert advertised(url.replace("//", "//t0ken@")).branch == "main"
        assert reason(url.replace("//", "//t0ken:x@"))[0] == "remote-failed"


def test_a_password_is_not_given_to_another_server(repo: Repo) -> None:
    repo.commit(FILES)
    traffic = Traffic()
    with serve(repo.path.parent, traffic, password="x") as other, serve(repo.path.parent, moved=other) as server:
        assert reason(f"{server}/repo/.git".replace("//", "//me:s3cret@"))[0] == "remote-failed"
    assert traffic.authorised == []


def test_what_is_not_there(tmp_path: Path) -> None:
    with serve(tmp_path) as server:
        url = f"{server}/none.git"
        assert reason(url) == ("remote-failed", {"url": url, "detail": f"fatal: repository '{url}/' not found"})
    code, values = reason(f"file://{tmp_path}/none")
    assert (code, values["detail"]) == (
        "remote-failed",
        f"fatal: '{tmp_path}/none' does not appear to be a git repository",
    )


def test_an_environment_that_points_elsewhere(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = repo.commit(FILES)
    other = Repo.make(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.path / ".git"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.path / ".git/objects"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.path))
    with open_remote(f"file://{repo.path}", collect) as opened:
        assert opened.history is not None
        assert opened.history.commit == commit
    assert not list((other.path / ".git/objects").glob("??"))


@pytest.mark.parametrize("url", ["http://example.org/one", "ext::sh -c evil", "https://u:p4ss/w@x.org/one", "/srv/one"])
def test_what_is_not_fetched(url: str) -> None:
    with pytest.raises(OssScanError) as caught:
        advertised(url)
    assert "is not an address that is fetched" in caught.value.en
    assert "p4ss" not in caught.value.en + caught.value.nl


def test_a_server_without_git(repo: Repo) -> None:
    """It only hands out files, of which git fetches all or nothing."""
    repo.commit({"src/a.py": "print(0)\n"})
    commit = repo.commit(FILES)
    git.Git(repo.path).update_server_info()

    class Files(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = partial(Files, directory=str(repo.path.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        url = f"http://127.0.0.1:{server.server_port}/repo/.git"
        try:
            assert advertised(url).head == commit
            with open_remote(url, collect) as opened:
                assert opened.history is not None
                assert (opened.history.commit, opened.history.shallow) == (commit, False)
                assert contents(opened)["src/b.py"] == b"print(1)\n"
        finally:
            server.shutdown()
