"""Repositories on a forge, scanned: what it says of them, what is fetched, and where a token goes."""

import json
import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from oss_scan.facts import Hosting, Known, NotLooked, Organisation
from oss_scan.results import Judged, Scan
from oss_scan.store import open_store
from tests.builder import Repo
from tests.forge import Forge, forge, host
from tests.git_server import Reply, Traffic
from tests.sweeps import NOW, by_name, sweep

README = {"README.md": "# Demo\n\nThis program counts the trees along the roads of a municipality.\n"}
CREATED = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
TOKEN = "t0k3n-S3cr3t"


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture
def made(tmp_path: Path, traffic: Traffic) -> Iterator[Forge]:
    with forge(tmp_path / "forge", traffic=traffic) as found:
        yield found


def scanned(path: Path, *words: str | Path, at: datetime = NOW) -> Scan:
    return open_store(str(path)).scan(sweep(path, *words, at=at).run.id, facts=True)


def _hosting(judged: Judged) -> Hosting:
    assert judged.facts
    assert isinstance(judged.facts.hosting, Known)
    assert judged.facts.hosting.source == "forge"
    return judged.facts.hosting.value


def _organisation(scan: Scan, name: str) -> object:
    facts = by_name(scan)[name].facts
    assert facts
    return facts.organisation


def _outcome(judged: Judged, rule: str) -> str:
    return next(str(one.outcome) for one in judged.findings if one.rule == rule)


def test_what_a_forge_says_reaches_the_rules(made: Forge, tmp_path: Path) -> None:
    made.add("org/one", README)
    made.add("org/old", README, archived=True, fork=True, mirror=True, template=True)
    made.add("org/new")
    scan = by_name(scanned(tmp_path / "s.db", f"github:{host(made)}/org"))
    assert _hosting(scan["one.git"]) == Hosting(
        addresses=(f"{made.web}/org/one.git",),
        archived=Known(False, "forge"),
        fork=Known(False, "forge"),
        mirror=Known(False, "forge"),
        template=Known(False, "forge"),
        visibility=Known("public", "forge"),
        created=Known(CREATED, "forge"),
        default_branch=Known("main", "forge"),
    )
    old = _hosting(scan["old.git"])
    assert [one.value for one in (old.archived, old.fork, old.mirror, old.template) if isinstance(one, Known)] == [
        True
    ] * 4
    assert [one.key for one in scan.values()] == [f"{host(made)}#{number}" for number in (1, 2, 3)]
    empty = scan["new.git"]
    assert empty.facts
    assert (empty.status, empty.commit, empty.facts.tree) == ("scanned", None, NotLooked("tree-empty"))


def test_an_archived_repository_needs_no_recent_commit(made: Forge, tmp_path: Path) -> None:
    made.add("org/old", README, archived=True)
    made.add("org/one", {**README, "src/x.py": "x\n"})
    later = datetime(2030, 1, 1, tzinfo=UTC)
    scan = by_name(scanned(tmp_path / "s.db", f"gitea:{host(made)}/org", at=later))
    assert _outcome(scan["old.git"], "maintenance/active") == "pass"
    assert _outcome(scan["one.git"], "maintenance/active") == "fail"


def test_what_a_forge_does_not_say_is_not_looked_at(made: Forge, tmp_path: Path) -> None:
    made.add("org/one", README)
    hosting = _hosting(by_name(scanned(tmp_path / "s.db", f"gitlab:{host(made)}/org"))["one.git"])
    assert (hosting.fork, hosting.mirror) == (Known(False, "forge"), NotLooked("hosting-silent"))
    assert hosting.template == NotLooked("hosting-silent")


def test_a_group_with_subgroups_a_user_and_a_project(made: Forge, tmp_path: Path) -> None:
    made.groups, made.most = ("org",), 1
    for path in ("org/one", "org/sub/two", "org/sub/deep/three", "jan/four"):
        made.add(path, README)
    at = host(made)
    assert sorted(by_name(scanned(tmp_path / "a.db", f"gitlab:{at}/org"))) == ["one.git", "three.git", "two.git"]
    assert sorted(by_name(scanned(tmp_path / "b.db", f"gitlab:{at}/jan"))) == ["four.git"]
    assert sorted(by_name(scanned(tmp_path / "c.db", f"gitlab:{at}/org/sub/two"))) == ["two.git"]
    for number, kind in enumerate(("github", "gitea")):
        assert sorted(by_name(scanned(tmp_path / f"d{number}.db", f"{kind}:{at}/jan"))) == ["four.git"]


@pytest.mark.parametrize("kind", ["github", "gitea", "gitlab"])
def test_one_repository_also_under_its_former_name(made: Forge, tmp_path: Path, kind: str) -> None:
    made.add("org/new", README, was="org/old")
    [judged] = scanned(tmp_path / "s.db", f"{kind}:{host(made)}/org/new", f"{kind}:{host(made)}/org/old").repositories
    assert judged.repository == f"{made.web}/org/new.git"
    assert judged.aliases == (f"{made.web}/org/old",)


def test_what_is_gone_stays_in_the_scan(made: Forge, tmp_path: Path) -> None:
    made.add("org/one", README)
    made.blocked = ("org/taken",)
    at = host(made)
    words = [f"github:{at}/org/{name}" for name in ("one", "none", "taken")]
    scan = scanned(tmp_path / "s.db", *words, f"github:{at}/nobody")
    found = {one.repository: one.reason.code if one.reason else None for one in scan.repositories}
    assert found == {
        f"{made.web}/org/one.git": None,
        words[1]: "forge-gone",
        words[2]: "forge-blocked",
        f"github:{at}/nobody": "forge-gone",
    }


def test_a_list_that_was_broken_off_is_told_beside_what_came(made: Forge, tmp_path: Path) -> None:
    made.most = 1
    for name in ("one", "two"):
        made.add(f"org/{name}", README)
    made.fails("page=2", Reply(401))
    scan = scanned(tmp_path / "s.db", f"gitea:{host(made)}/org")
    assert [(one.repository, one.status) for one in scan.repositories] == [
        (f"{made.web}/org/one.git", "scanned"),
        (f"gitea:{host(made)}/org", "unreadable"),
    ]


def test_a_second_scan_asks_little_and_fetches_nothing(made: Forge, traffic: Traffic, tmp_path: Path) -> None:
    for number in range(6):
        made.add(f"org/r{number}", README)
    made.add("org/.github", {"CODE_OF_CONDUCT.md": "Be kind to each other, and write to kind@example.org if not.\n"})
    first = scanned(tmp_path / "s.db", f"github:{host(made)}/org")
    asked = [one for one in traffic.requests if one == "GET /org/.github.git/info/refs"]
    assert len(asked) == 6  # as a repository and for the others: ls-remote, the commit, and what is read of it
    traffic.requests.clear()
    made.calls.clear()
    second = scanned(tmp_path / "s.db", f"github:{host(made)}/org", at=datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert [one.facts for one in second.repositories] == [one.facts for one in first.repositories]
    assert len(made.calls) == 2  # the list, and whether there is a .github
    asked = [one for one in traffic.requests if "/api/" not in one]
    assert sum(one.startswith("GET ") for one in asked) == 8  # ls-remote of each, and once more of .github
    assert len(asked) == 16
    made.held[2].archived = True
    third = by_name(scanned(tmp_path / "s.db", f"github:{host(made)}/org", at=datetime(2026, 11, 25, 9, tzinfo=UTC)))
    assert _hosting(third["r2.git"]).archived == Known(True, "forge")


def test_the_files_of_an_organisation(made: Forge, tmp_path: Path) -> None:
    made.add("org/one", README)
    made.add("bare/two", README)
    made.add("shy/three", README)
    made.add("shy/.github", {"SUPPORT.md": "x"}, private=True)
    made.add("void/four", README)
    made.add("void/.github")
    conduct = {"CODE_OF_CONDUCT.md": "Be kind to each other, and write to kind@example.org if not.\n"}
    made.add("org/.github", conduct)
    at = host(made)
    scan = scanned(tmp_path / "s.db", *[f"github:{at}/{owner}" for owner in ("org", "bare", "shy", "void")])
    held = _organisation(scan, "one.git")
    assert isinstance(held, Known)
    assert [one.path for one in held.value.documents] == ["CODE_OF_CONDUCT.md"]
    for name in ("two.git", "three.git", "four.git"):
        none = _organisation(scan, name)
        assert isinstance(none, Known)
        assert none.value == Organisation(documents=())
    assert _outcome(by_name(scan)["one.git"], "documentation/code-of-conduct") == "pass"
    assert _outcome(by_name(scan)["two.git"], "documentation/code-of-conduct") == "fail"
    one = _organisation(scanned(tmp_path / "t.db", f"github:{at}/org/one"), "one.git")
    assert isinstance(one, Known)
    assert one.value == held.value


def test_files_of_an_organisation_that_cannot_be_read_are_unknown(made: Forge, tmp_path: Path) -> None:
    made.add("org/one", README)
    made.add("org/.github", {"SUPPORT.md": "x"}).path = "org/.github"
    (made.folder / "org/.github.git").rename(made.folder / "elsewhere.git")
    word = f"github:{host(made)}/org/one"
    assert _organisation(scanned(tmp_path / "s.db", word), "one.git") == NotLooked("organisation-unreadable")
    (made.folder / "elsewhere.git").rename(made.folder / "org/.github.git")
    assert isinstance(_organisation(scanned(tmp_path / "s.db", word), "one.git"), Known)


def test_files_of_an_organisation_that_are_refused_were_not_looked_at(made: Forge, tmp_path: Path) -> None:
    made.add("org/one", README)
    made.fails("/org/.github", Reply(403))
    scan = scanned(tmp_path / "s.db", f"github:{host(made)}/org")
    assert _organisation(scan, "one.git") == NotLooked("organisation-not-looked")


def test_a_clone_of_what_a_forge_lists_is_the_same(
    made: Forge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the forge were on the web: on this machine addresses are not public."""
    monkeypatch.setattr("oss_scan.sources.listed.public", lambda url: "https://git.example/org/one")
    made.add("org/one", README)
    clone = tmp_path / "clone"
    Repo.make(tmp_path / "other").git("clone", "--quiet", f"{made.web}/org/one.git", str(clone))
    Repo(clone).git("remote", "set-url", "origin", "https://git.example/org/one.git")
    for words in ((clone, f"gitea:{host(made)}/org"), (f"gitea:{host(made)}/org", clone)):
        [judged] = scanned(tmp_path / f"{len(str(words[0]))}.db", *words).repositories
        assert judged.key == f"{host(made)}#1"
        assert judged.repository == "https://git.example/org/one"
        assert str(clone) in judged.aliases


def test_the_register(made: Forge, tmp_path: Path) -> None:
    made.add("org/one", README)
    made.add("org/old", README, archived=True, fork=True)
    made.held += [
        type(made.held[0])(path, 9) for path in ("ftp://example.org/x", "https://user:pw@example.org/x", "file:///etc")
    ]
    scan = scanned(tmp_path / "s.db", f"don:{host(made)}")
    assert sorted((one.status, one.reason.code if one.reason else "") for one in scan.repositories) == [
        ("scanned", ""),
        ("scanned", ""),
        *[("unreadable", "register-url")] * 3,
    ]
    facts = by_name(scan)["old.git"].facts
    assert facts
    assert isinstance(facts.hosting, Known)
    hosting = facts.hosting.value
    assert (facts.hosting.source, hosting.archived, hosting.fork) == (
        "register",
        Known(True, "register"),
        Known(True, "register"),
    )
    assert isinstance(facts.organisation, NotLooked)


def test_a_token_goes_to_its_host_and_shows_nowhere(tmp_path: Path) -> None:
    """Neither in what is printed or kept, nor in the arguments of any process."""
    traffic = Traffic()
    word = b64encode(f"oauth2:{TOKEN}".encode()).decode()
    with forge(tmp_path / "forge", token=TOKEN, password=word, traffic=traffic) as made:
        made.add("org/open", README)
        made.add("org/closed", README, private=True)
        (tmp_path / "bin").mkdir()
        spy = tmp_path / "bin" / "git"
        spy.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >>{tmp_path}/said\nPATH=${{PATH#*:}} exec git "$@"\n')
        spy.chmod(0o755)
        name = "OSS_SCAN_TOKEN_" + host(made).replace(".", "_").replace(":", "_")
        environment = {**os.environ, "PATH": f"{spy.parent}:{os.environ['PATH']}", name: TOKEN}
        environment["XDG_CACHE_HOME"] = str(tmp_path / "cache")
        command = [sys.executable, "-m", "oss_scan", "scan", f"github:{host(made)}/org", f"gitlab:{host(made)}/org"]
        command += ["--store", str(tmp_path / "s.db"), "--format", "json", "--verbose", "--jobs", "2"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        inventory = tmp_path / "i.yaml"
        inventory.write_text(
            f"organisations: [{{id: a, name: A, kind: zbo, sources: ['gitea:{host(made)}/org']}}]", encoding="utf-8"
        )
        store = ["--store", str(tmp_path / "s.db"), "--verbose"]
        run = [sys.executable, "-m", "oss_scan"]
        others = [
            subprocess.run([*run, *words, *store[:more]], env=environment, capture_output=True, text=True, check=True)
            for words, more in (
                (["scan", "--inventory", str(inventory), "--format", "json"], 3),
                (["inventory", "discover", str(inventory), "--register", f"don:{host(made)}"], 3),
                (["store", "export"], 2),
                (["store", "show", "latest"], 3),
                (["inventory", "hearing", "--organisation", "a", "--output", str(tmp_path / "cache" / "hearing")], 2),
                (["scan", f"gitea:{host(made)}/org", "--history", "--format", "json"], 3),
            )
        ]
        made.held[0].path = "org/gone"  # what fails says no more than what goes well
        failed = subprocess.run([*command, "--jobs", "1"], env=environment, capture_output=True, text=True, check=False)
        assert failed.returncode == 3, failed.stderr
        wrong = {**environment, name: f"{TOKEN}\x07"}
        refused = subprocess.run(command, env=wrong, capture_output=True, text=True, check=False)
        assert (refused.returncode, name in refused.stderr) == (2, True)
    seen = [one["repository"] for one in json.loads(done.stdout)["repositories"]]
    assert sorted(seen) == [f"{made.web}/org/closed.git", f"{made.web}/org/open.git"]
    sent = {call.headers.get("authorization") or call.headers.get("x-api-key") for call in made.calls}
    assert sent == {f"Bearer {TOKEN}", f"token {TOKEN}", TOKEN}
    assert traffic.authorised
    kept = [path for path in (*tmp_path.glob("s.db*"), *(tmp_path / "cache").rglob("*")) if path.is_file()]
    assert len(kept) > 2
    assert any(path.suffix == ".fetched" for path in kept)
    said = [done.stdout, done.stderr, failed.stdout, failed.stderr, refused.stdout, refused.stderr]
    said += [text for one in others for text in (one.stdout, one.stderr)]
    said += [(tmp_path / "said").read_text()]
    assert "ls-remote" in said[-1]
    for text in [*said, *(path.read_bytes().decode("latin-1") for path in kept)]:
        assert TOKEN not in text
        assert word not in text
