"""Repositories that are made to hang us, to use up memory, or to make us look elsewhere."""

import os
import zlib
from hashlib import sha1
from pathlib import Path

import pytest

from oss_scan.errors import UnreadableError
from oss_scan.git import open_repository
from oss_scan.git.index import differs
from tests.builder import Repo


def put(repo: Repo, kind: str, content: bytes) -> str:
    """Write an object as it is, whatever git thinks of it."""
    raw = f"{kind} {len(content)}\0".encode() + content
    name = sha1(raw, usedforsecurity=False).hexdigest()
    place = repo.path / ".git/objects" / name[:2] / name[2:]
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(zlib.compress(raw))
    return name


def commit(repo: Repo, tree: str) -> None:
    who = "A <a@example.org> 1762000000 +0000"
    name = put(repo, "commit", f"tree {tree}\nauthor {who}\ncommitter {who}\n\nx\n".encode())
    (repo.path / ".git/refs/heads/main").write_text(name + "\n", encoding="ascii")


def entry(mode: str, name: str, oid: str) -> bytes:
    return f"{mode} {name}\0".encode() + bytes.fromhex(oid)


def reason(path: Path, *, worktree: bool = False) -> str:
    with pytest.raises(UnreadableError) as caught, open_repository(path, worktree=worktree) as opened:
        opened.tree.paths()
    return caught.value.code


def test_folders_that_name_one_another(repo: Repo) -> None:
    tree = put(repo, "tree", entry("100644", "a", put(repo, "blob", b"a")))
    for _ in range(12):
        tree = put(repo, "tree", b"".join(entry("40000", f"d{n:02}" * 20, tree) for n in range(40)))
    commit(repo, tree)
    assert reason(repo.path) == "too-many-files"


def test_a_folder_that_is_huge_when_inflated(repo: Repo) -> None:
    commit(repo, put(repo, "tree", b"\0" * (70 * 1024 * 1024)))
    assert reason(repo.path) == "corrupt"


def test_a_header_that_says_less_than_there_is(repo: Repo) -> None:
    name = "ab" * 20
    place = repo.path / ".git/objects/ab" / name[2:]
    place.parent.mkdir()
    place.write_bytes(zlib.compress(b"tree 3\0" + b"\0" * (200 * 1024 * 1024), 1))
    commit(repo, name)
    assert reason(repo.path) == "corrupt"


def test_an_entry_that_is_cut_off(repo: Repo) -> None:
    commit(repo, put(repo, "tree", entry("100644", "README.md", "ab" * 20)[:-17]))
    assert reason(repo.path) == "corrupt"


def test_modes_of_old_tools(repo: Repo) -> None:
    inner = put(repo, "tree", entry("100644", "a.md", put(repo, "blob", b"a")))
    commit(repo, put(repo, "tree", entry("040000", "docs", inner)))
    with open_repository(repo.path) as opened:
        assert tuple(opened.tree.paths()) == ("docs/a.md",)


def test_stores_that_borrow_from_one_another(repo: Repo) -> None:
    repo.commit({"a": "a"})
    (repo.path / ".git/objects/info").mkdir(exist_ok=True)
    (repo.path / ".git/objects/info/alternates").write_text(".\n./././\n" * 1000, encoding="ascii")
    with open_repository(repo.path) as opened:
        assert tuple(opened.tree.paths()) == ("a",)


@pytest.mark.parametrize(
    "name", ["config", "packed-refs", "shallow", "index", "info/exclude", "objects/info/alternates", "refs/tags/v1"]
)
def test_a_pipe_in_the_place_of_a_file(repo: Repo, name: str) -> None:
    repo.commit({"a": "a"})
    place = repo.path / ".git" / name
    place.unlink(missing_ok=True)
    place.parent.mkdir(exist_ok=True)
    os.mkfifo(place)
    assert reason(repo.path) == "corrupt"


def test_a_pipe_in_the_working_copy(repo: Repo) -> None:
    repo.commit({"a": "a"})
    os.mkfifo(repo.path / "pipe")
    with open_repository(repo.path, worktree=True) as opened:
        assert tuple(opened.tree.paths()) == ("a",)


def test_a_working_copy_elsewhere_is_not_looked_into(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"a": "a"})
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "LICENSE").write_text("secret", encoding="utf-8")
    repo.git("config", "core.worktree", str(tmp_path / "secret"))
    with open_repository(repo.path) as opened:
        assert not opened.differs()
    bare = tmp_path / "bare.git"
    (repo.path / ".git").rename(bare)
    assert reason(bare, worktree=True) == "no-worktree"


def test_a_configuration_elsewhere_is_not_read(repo: Repo, tmp_path: Path) -> None:
    first = repo.commit({"a": "a"})
    other = tmp_path / "other"
    other.write_text('[remote "origin"]\n\turl = https://github.com/other/one\n', encoding="utf-8")
    with (repo.path / ".git/config").open("a", encoding="utf-8") as file:
        file.write(f"[include]\n\tpath = {other}\n[extensions]\n\tpartialClone = origin\n")
    with open_repository(repo.path) as opened:
        assert opened.key == f"root:{first}"


def test_a_damaged_submodule_or_index_does_not_matter(repo: Repo, tmp_path: Path) -> None:
    inner = Repo.make(tmp_path / "inner")
    inner.commit({"a": "a"})
    repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.path), "sub")
    repo.commit({"b": "b"})
    (repo.path / "sub/.git").unlink()
    os.mkfifo(repo.path / "sub/.git")
    with open_repository(repo.path) as opened:
        assert not opened.differs()
    (repo.path / ".git/index").write_bytes(b"DIRC" + b"\xff" * 40)
    with open_repository(repo.path) as opened:
        assert not opened.differs()
        assert "b" in opened.tree.paths()


def test_what_differs_from_the_commit(repo: Repo) -> None:
    repo.commit({"a": "a", "b/c": "c", "caf\udce9": "x"})

    def now() -> bool:
        with open_repository(repo.path) as opened:
            return opened.differs()

    assert not now()
    os.utime(repo.path / "a", (0, 0))  # touched, and the same
    assert not now()
    (repo.path / "a").write_text("b", encoding="ascii")
    assert now()
    (repo.path / "a").write_text("a", encoding="ascii")
    assert not now()
    (repo.path / "b/c").unlink()
    assert now()
    repo.git("checkout", "--quiet", "--", ".")
    (repo.path / "new").write_text("n", encoding="ascii")
    assert not now()
    repo.git("add", "new")
    assert now()
    assert not differs(repo.path / "nowhere", repo.path, {})


def test_a_detached_sha_256_repository_without_refs(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "sha", "--object-format=sha256")
    name = repo.commit({"a": "a"})
    repo.git("checkout", "--quiet", "--detach")
    repo.git("update-ref", "-d", "refs/heads/main")
    with open_repository(repo.path) as opened:
        assert opened.history is not None
        assert (opened.history.commit, opened.history.branch) == (name, None)
