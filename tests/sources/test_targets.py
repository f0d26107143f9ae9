"""What the words on the command line name."""

import os
from pathlib import Path

import pytest

from oss_scan.errors import OssScanError
from oss_scan.sources import Target, targets
from tests.builder import Repo


def test_paths_folders_and_addresses(tmp_path: Path) -> None:
    for name in ("b", "a", "deeper/c"):
        Repo.make(tmp_path / "all" / name)
    (tmp_path / "link").symlink_to(tmp_path / "all" / "a")
    found = targets([str(tmp_path / "link"), str(tmp_path / "all"), "nowhere", "https://example.org/one.git"])
    assert found == (
        Target(str(tmp_path / "link"), tmp_path / "link", None),
        Target(str(tmp_path / "all/b"), tmp_path / "all/b", None),
        Target(str(tmp_path / "all/deeper/c"), tmp_path / "all/deeper/c", None),
        Target("nowhere", Path("nowhere"), None),  # scanning says why
        Target("https://example.org/one.git", None, "https://example.org/one.git"),
    )


def test_each_address_once() -> None:
    words = ["https://github.com/Example/One", "ssh://git@github.com/example/one.git", "git@github.com:example/one"]
    assert targets(words) == (Target(words[0], None, words[0]),)
    words = ["http://127.0.0.1:8001/one", "http://127.0.0.1:8002/one", "file:///srv/one", "file:///srv/One"]
    assert [target.url for target in targets([*words, *words])] == words


def test_a_token_is_for_git_only() -> None:
    [target] = targets(["https://me:s3cret@example.org/one.git"])
    assert target.text == "https://example.org/one.git"
    assert target.url == "https://me:s3cret@example.org/one.git"
    assert "s3cret" not in repr(target)


@pytest.mark.parametrize("word", ["github:minbzk", "gitlab:gitlab.com/x", "gitea:code.example.org/x", "don:"])
def test_what_comes_later(word: str) -> None:
    with pytest.raises(OssScanError) as caught:
        targets([word])
    assert caught.value.en.startswith(f"{word}: addresses with {word.partition(':')[0]}: are not supported yet")


@pytest.mark.parametrize(
    "word",
    ["http://example.org/one", "git://example.org/one", "ext::sh -c evil", "https://u:s3cret/x@example.org/one"],
)
def test_what_is_never_fetched(word: str) -> None:
    with pytest.raises(OssScanError) as caught:
        targets([word])
    assert "use https://, ssh:// or file://" in caught.value.en
    assert "s3cret" not in caught.value.en + caught.value.nl


def test_a_repository_and_its_worktrees_are_one(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"README.md": "# One\n"})
    feature = tmp_path / "a-feature"
    repo.git("worktree", "add", "--quiet", str(feature))
    words = [str(feature), str(repo.path), f"file://{repo.path}"]
    assert [target.text for target in targets(words)] == [str(repo.path)]
    assert [target.text for target in targets([str(feature)])] == [str(feature)]


def test_an_empty_word_is_refused() -> None:
    with pytest.raises(OssScanError, match="one of the TARGETs is empty"):
        targets(["."[:0]])


def test_a_folder_that_cannot_be_read_stands_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Repo.make(tmp_path / "one")
    (tmp_path / "secret").mkdir()
    scandir = os.scandir

    def refusing(path: "os.PathLike[str]") -> "os._ScandirIterator[str]":  # root may read all
        if Path(path).name == "secret":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert [target.text for target in targets([str(tmp_path)])] == [str(tmp_path / "one"), str(tmp_path / "secret")]


def test_a_folder_without_repositories_stands_for_itself(tmp_path: Path) -> None:
    assert [target.path for target in targets([str(tmp_path)])] == [tmp_path]
