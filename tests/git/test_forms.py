"""Every form in which a repository can lie on a disk."""

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from oss_scan.errors import UnreadableError
from oss_scan.git import open_repository
from oss_scan.tree import Kind, Link, Unread
from tests.builder import Repo

FILES: dict[str, str | bytes | Link] = {"README.md": "# One\n", "docs/a.md": "a", "LICENSE": Link("docs/a.md")}


def paths(path: Path, *, worktree: bool = False, until: date | None = None) -> tuple[str, ...]:
    with open_repository(path, worktree=worktree, until=until) as opened:
        return tuple(opened.tree.paths())


def reason(path: Path) -> tuple[str, dict[str, str]]:
    with pytest.raises(UnreadableError) as caught, open_repository(path) as opened:
        opened.tree.paths()
    return caught.value.code, caught.value.values


def test_a_working_copy(repo: Repo) -> None:
    commit = repo.commit(FILES)
    with open_repository(repo.path) as opened:
        assert opened.history is not None
        assert opened.history.commit == commit
        assert opened.history.committed == datetime(2026, 11, 1, 12, tzinfo=UTC)
        assert opened.history.branch == "main"
        assert not opened.history.shallow
        assert opened.root == commit
        assert opened.key == f"root:{commit}"
        assert not opened.differs()
        assert tuple(opened.tree.paths()) == ("LICENSE", "README.md", "docs/a.md")
        assert opened.tree.read("README.md") == b"# One\n"
        assert opened.tree.blob("README.md") == repo.git("rev-parse", "HEAD:README.md")
        assert opened.tree.kind("LICENSE") is Kind.LINK
        assert opened.tree.read("LICENSE") == b"docs/a.md"


def test_the_same_commit_in_every_form(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    expected = ("LICENSE", "README.md", "docs/a.md")
    bare = tmp_path / "bare.git"
    repo.git("clone", "--quiet", "--bare", ".", str(bare))
    assert paths(bare) == expected
    (bare / "config").unlink()
    assert paths(bare) == expected
    repo.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "linked"))
    assert paths(tmp_path / "linked") == expected
    repo.git("checkout", "--quiet", "--detach")
    assert paths(repo.path) == expected
    with open_repository(repo.path) as opened:
        assert opened.history is not None
        assert opened.history.branch is None


def test_an_empty_repository(repo: Repo) -> None:
    with open_repository(repo.path) as opened:
        assert opened.history is None
        assert tuple(opened.tree.paths()) == ()


def test_a_head_that_points_nowhere(repo: Repo) -> None:
    repo.commit(FILES)
    repo.git("symbolic-ref", "HEAD", "refs/heads/gone")
    assert reason(repo.path) == ("head-missing", {"path": str(repo.path), "branch": "gone"})


def test_a_head_that_holds_no_name(repo: Repo) -> None:
    repo.commit(FILES)
    (repo.path / ".git" / "HEAD").write_text("garbage\n")
    assert reason(repo.path) == ("corrupt", {"path": str(repo.path), "detail": "HEAD"})


@pytest.mark.parametrize("name", ["HEAD", "refs/tags/v1", "packed-refs"])
def test_names_that_may_not_be_read_are_not_none(repo: Repo, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    repo.commit(FILES)
    repo.git("tag", "v1")
    real = open

    def refuse(place: Path, *args: Any, **kwargs: Any) -> object:
        if str(place).endswith(f".git/{name}"):
            raise PermissionError(13, "Permission denied", str(place))
        return real(place, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    assert reason(repo.path) == ("no-permission", {"path": str(repo.path / ".git" / name)})


def test_a_shallow_clone_knows_no_root(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    repo.commit({"b": "b"})
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.path}", str(tmp_path / "shallow"))
    with open_repository(tmp_path / "shallow") as opened:
        assert opened.history is not None
        assert opened.history.shallow
        assert opened.root is None
        assert opened.key == "folder:shallow"


def test_a_submodule_is_not_entered(repo: Repo, tmp_path: Path) -> None:
    other = Repo.make(tmp_path / "other")
    other.commit(FILES)
    repo.commit({"README.md": "# One\n"})
    repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.path), "deps/other")
    repo.commit({})
    with open_repository(repo.path) as opened:
        assert tuple(opened.tree.paths()) == (".gitmodules", "README.md", "deps/other")
        assert opened.tree.kind("deps/other") is Kind.SUBMODULE
        assert opened.tree.read("deps/other") == Unread("blob-submodule", "deps/other")


def test_a_missing_blob_and_a_large_one(repo: Repo) -> None:
    repo.commit({"LICENSE": "text", "big": b"x" * 100})
    name = repo.git("rev-parse", "HEAD:LICENSE")
    (repo.path / ".git/objects" / name[:2] / name[2:]).unlink()
    with open_repository(repo.path) as opened:
        assert opened.tree.read("LICENSE") == Unread("blob-missing", "LICENSE")
        assert opened.tree.read("big", limit=99) == Unread("blob-too-large", "big")
        assert opened.tree.read("big", limit=100) == b"x" * 100


def test_a_truncated_blob_is_not_read(repo: Repo) -> None:
    repo.commit({"LICENSE": os.urandom(4000).hex()})
    name = repo.git("rev-parse", "HEAD:LICENSE")
    place = repo.path / ".git/objects" / name[:2] / name[2:]
    place.chmod(0o600)
    place.write_bytes(place.read_bytes()[:1000])
    with open_repository(repo.path) as opened:
        assert opened.tree.read("LICENSE") == Unread("blob-corrupt", "LICENSE")


def test_a_damaged_folder_makes_the_repository_unreadable(repo: Repo) -> None:
    repo.commit(FILES)
    name = repo.git("rev-parse", "HEAD:docs")
    (repo.path / ".git/objects" / name[:2] / name[2:]).unlink()
    code, values = reason(repo.path)
    assert (code, values["path"]) == ("corrupt", str(repo.path))


def test_a_damaged_pack(repo: Repo) -> None:
    repo.commit({"a": os.urandom(4000).hex()})
    repo.git("repack", "-a", "-d", "--quiet")
    [pack] = (repo.path / ".git/objects/pack").glob("*.pack")
    pack.chmod(0o600)
    pack.write_bytes(b"PACK" + b"\0" * 40)
    code, values = reason(repo.path)
    assert (code, values["path"]) == ("corrupt", str(repo.path))


def test_names_that_are_not_utf_8(repo: Repo) -> None:
    repo.commit({"caf\udce9.txt": "x", "LICENSE": "text"})
    with open_repository(repo.path) as opened:
        assert set(opened.tree.paths()) == {"caf\udce9.txt", "LICENSE"}
        assert opened.tree.read("caf\udce9.txt") == b"x"
    assert set(paths(repo.path, worktree=True)) == {"caf\udce9.txt", "LICENSE"}


def test_sha_256(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "sha", "--object-format=sha256")
    commit = repo.commit(FILES)
    repo.git("tag", "v1.0.0")
    repo.git("remote", "add", "origin", "git@github.com:Example/One.git")
    with open_repository(repo.path) as opened:
        assert opened.history is not None
        assert opened.history.commit == commit
        assert len(commit) == 64
        assert opened.history.branch == "main"
        assert opened.history.tags == ("v1.0.0",)
        assert tuple(opened.tree.paths()) == ("LICENSE", "README.md", "docs/a.md")
        assert opened.tree.read("README.md") == b"# One\n"
        assert opened.tree.read("README.md", limit=1) == Unread("blob-too-large", "README.md")
        assert opened.root == commit
        assert opened.key == "https://github.com/example/one"
    name = repo.git("rev-parse", "HEAD:README.md")
    (repo.path / ".git/objects" / name[:2] / name[2:]).unlink()
    with open_repository(repo.path) as opened:
        assert opened.tree.read("README.md") == Unread("blob-missing", "README.md")
        assert opened.tree.read("docs/a.md") == b"a"


def test_an_empty_sha_256_repository(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "sha", "--object-format=sha256")
    with open_repository(repo.path) as opened:
        assert opened.history is None


def test_a_repository_of_another_user(repo: Repo) -> None:
    repo.commit(FILES)
    for folder, _, files in os.walk(repo.path):
        for name in ("", *files):
            os.chown(Path(folder, name), 12345, 12345, follow_symlinks=False)
    assert paths(repo.path) == ("LICENSE", "README.md", "docs/a.md")


def test_a_changed_working_tree_is_said(repo: Repo) -> None:
    repo.commit(FILES)
    (repo.path / "README.md").write_text("# Two, and longer\n", encoding="utf-8")
    with open_repository(repo.path) as opened:
        assert opened.differs()
        assert opened.tree.read("README.md") == b"# One\n"


def test_the_files_as_they_lie(repo: Repo) -> None:
    repo.commit({**FILES, ".gitignore": "ignored\n", "gone": "x"})
    (repo.path / "new.md").write_text("new", encoding="utf-8")
    (repo.path / "ignored").write_text("ignored", encoding="utf-8")
    (repo.path / "gone").unlink()
    (repo.path / "README.md").write_text("# Two\n", encoding="utf-8")
    with open_repository(repo.path, worktree=True) as opened:
        assert tuple(opened.tree.paths()) == (".gitignore", "LICENSE", "README.md", "docs/a.md", "new.md")
        assert opened.tree.read("README.md") == b"# Two\n"
        assert opened.tree.read("LICENSE") == b"docs/a.md"
        assert opened.tree.blob("new.md") == repo.git("hash-object", "new.md")
        assert not opened.differs()


def test_a_folder_that_became_a_link_is_not_followed(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text("secret", encoding="utf-8")
    shutil.rmtree(repo.path / "docs")
    (repo.path / "docs").symlink_to(tmp_path / "elsewhere")
    assert "docs/a.md" not in paths(repo.path, worktree=True)


def test_the_past(repo: Repo) -> None:
    repo.commit({"a": "1"}, date="2024-05-01T10:00:00+02:00")
    repo.git("tag", "v1")
    second = repo.commit({"b": "2"}, date="2025-05-01T23:30:00+02:00")
    repo.git("tag", "--annotate", "--message=x", "v2", date="2025-06-01T10:00:00Z")
    repo.commit({"c": "3"}, date="2026-05-01T10:00:00+02:00")
    assert paths(repo.path, until=date(2024, 12, 31)) == ("a",)
    with open_repository(repo.path, until=date(2025, 5, 1)) as opened:
        assert opened.history is not None
        assert opened.history.commit == second
        assert opened.history.tags == ("v1",)
    with open_repository(repo.path, until=date(2025, 6, 1)) as opened:
        assert opened.history is not None
        assert opened.history.tags == ("v1", "v2")
    with pytest.raises(UnreadableError) as caught, open_repository(repo.path, until=date(2020, 1, 1)):
        pass
    assert caught.value.code == "no-commit-then"


def test_what_is_no_repository(tmp_path: Path, repo: Repo) -> None:
    assert reason(tmp_path / "nothing") == ("no-such-path", {"path": str(tmp_path / "nothing")})
    assert reason(tmp_path) == ("not-a-repository", {"path": str(tmp_path)})
    repo.commit(FILES)
    assert reason(repo.path / "docs") == (
        "inside-repository",
        {"path": str(repo.path / "docs"), "top": str(repo.path)},
    )


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://user:token@GitHub.com/Example/One.git/", "https://github.com/example/one"),
        ("ssh://git@gitlab.example.org:2222/Group/Sub/One", "https://gitlab.example.org/Group/Sub/One"),
        ("../elsewhere", None),
        ("file:///srv/git/one.git", None),
    ],
)
def test_the_address_of_origin(repo: Repo, url: str, key: str | None) -> None:
    commit = repo.commit(FILES)
    repo.git("remote", "add", "origin", url)
    with open_repository(repo.path) as opened:
        assert opened.key == (key or f"root:{commit}")


def test_programs_in_the_configuration_do_not_run(repo: Repo, tmp_path: Path) -> None:
    repo.commit({**FILES, ".gitattributes": "* filter=evil diff=evil\n"})
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "core.sshCommand",
        "core.pager",
        "core.editor",
        "core.hooksPath",
        "diff.evil.textconv",
        "diff.external",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "uploadpack.packObjectsHook",
    ):
        repo.git("config", name, str(trap))
    (repo.path / "README.md").write_text("# Changed\n", encoding="utf-8")
    with open_repository(repo.path) as opened:
        assert opened.differs()
        assert opened.tree.read("README.md") == b"# One\n"
    assert "README.md" in paths(repo.path, worktree=True)
    assert not (tmp_path / "sprung").exists()


def test_a_head_that_is_a_link_is_a_name_only_where_it_leads_into_refs(repo: Repo, tmp_path: Path) -> None:
    made = repo.commit({"a": "1\n"})
    place = repo.path / ".git" / "HEAD"
    for to, written in (("refs/heads/main", None), (str(tmp_path / "elsewhere"), "ref: refs/heads/main\n")):
        if written:
            Path(to).write_text(written, encoding="ascii")
        place.unlink()
        place.symlink_to(to)
        with open_repository(repo.path) as opened:
            assert opened.history is not None
            assert (opened.history.commit, opened.history.branch) == (made, "main")
