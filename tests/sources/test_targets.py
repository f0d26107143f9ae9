"""What the words on the command line name."""

import os
from pathlib import Path

import pytest

from oss_scan.errors import EmptyFolderError, OssScanError
from oss_scan.sources import Target, local, targets
from oss_scan.sources.access import Access, tokens
from oss_scan.sources.forges import _parts
from oss_scan.sources.listed import Forge, Listed
from oss_scan.texts import Reason
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


@pytest.mark.parametrize(
    ("word", "web", "path"),
    [
        ("github:minbzk", "https://github.com", ("minbzk",)),
        ("github:MinBZK/Repo.x", "https://github.com", ("MinBZK", "Repo.x")),
        ("github:ghe.example.nl/org/repo", "https://ghe.example.nl", ("org", "repo")),
        ("gitlab:gitlab.com/a/b/c", "https://gitlab.com", ("a", "b", "c")),
        ("gitlab:Git.Example.nl:8443/a/", "https://git.example.nl:8443", ("a",)),
        ("gitea:127.0.0.1:8001/x", "http://127.0.0.1:8001", ("x",)),
        ("gitea:code.overheid.nl/x/.profile", "https://code.overheid.nl", ("x", ".profile")),
        ("don:", "https://api.developer.overheid.nl", ()),
    ],
)
def test_the_address_of_a_forge(word: str, web: str, path: tuple[str, ...]) -> None:
    assert _parts(word)[1:] == (Forge(web.partition("//")[2], web), path)


@pytest.mark.parametrize(
    "word",
    [
        "github:",
        "github:a/b/c",
        "github:..",
        "github:-x",
        "gitlab:group",
        "gitlab:gitlab.com",
        "gitlab:user:pw@gitlab.com/x",
        "gitea:localhost/x",
        "gitea:code.example.org/a/b/c",
        "gitea:code.example.org:999999/a",
        "gitea:127.0.0.1.evil.example@/x",
        "gitea:code.example.org/a?b",
        "gitea:code.example.org/../a",
        "don:api.example.org/x",
        "github:a\nb",
        "github:s3cret@github.com/a",
    ],
)
def test_what_is_no_address_of_a_forge(word: str) -> None:
    with pytest.raises(OssScanError) as caught:
        targets([word])
    assert not any(secret in caught.value.en + caught.value.nl for secret in ("s3cret", "pw"))
    assert "is no address on a forge; it must be one of: github:ORG[/REPO], gitlab:HOST/GROUP" in caught.value.en


def test_a_forge_knows_better_than_a_register_and_all_former_addresses_stay() -> None:
    forge = Listed(url="https://git.example/a/b.git", key="k", former=("https://git.example/old",))
    register = Listed(url="https://git.example/a/b", source="register", former=("https://git.example/older",))
    for one in (forge.together(register), register.together(forge)):
        assert (one.key, one.former) == ("k", ("https://git.example/old", "https://git.example/older"))


def test_tokens_by_their_host(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("from-file\n")
    held = tokens(
        {
            "OSS_SCAN_TOKEN_GITHUB_COM": " abc ",
            "OSS_SCAN_TOKEN_CODE__X_NL": "hyphen",
            "OSS_SCAN_TOKEN_GIT_EXAMPLE_8443_FILE": str(tmp_path / "token"),
            "OSS_SCAN_TOKEN_EMPTY_NL": "",
            "OTHER": "x",
        }
    )
    found = {host: held.of(host) for host in ("github.com", "GitHub.com", "code-x.nl", "code.x.nl", "git.example:8443")}
    assert found == {
        "github.com": "abc",
        "GitHub.com": "abc",
        "code-x.nl": "hyphen",
        "code.x.nl": None,
        "git.example:8443": "from-file",
    }
    assert (held.of("git_example"), held.of("github_com"), held.of("empty.nl")) == (None, None, None)
    assert held.on("https://github.com/a/b") == "https://oauth2:abc@github.com/a/b"
    for url in ("https://me:pw@github.com/a", "ssh://git@github.com/a", "https://github.com:8443/a", "file:///x"):
        assert held.on(url) is None
    for secret in ("abc", "hyphen", "from-file"):
        assert secret not in repr(held) + repr(Access(held))


def test_a_token_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(OssScanError, match="OSS_SCAN_TOKEN_X_FILE names"):
        tokens({"OSS_SCAN_TOKEN_X_FILE": str(tmp_path / "none")})
    with pytest.raises(OssScanError, match="OSS_SCAN_TOKEN_X has characters") as caught:
        tokens({"OSS_SCAN_TOKEN_X": "s3cret\r\nEvil: 1"})
    assert "s3cret" not in caught.value.nl + caught.value.en


@pytest.mark.parametrize(
    "word",
    [
        "http://example.org/one",
        "git://example.org/one",
        "ext::sh -c evil",
        "https://u:s3cret/x@example.org/one",
        "oauth2:s3cret@example.org/one",
        "s3cret@example.org/one",
        "glpat-s3cret@example.org:one/two",
    ],
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


def test_a_folder_without_repositories_is_told(tmp_path: Path) -> None:
    Repo.make(tmp_path / "elsewhere")
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EmptyFolderError, match=r"folders looked through: 2, symbolic links not followed: 1"):
        targets([str(folder)])
    [target] = targets([str(folder)], lenient=[str(folder)])
    assert target.reason
    assert target.reason.code == "folder-empty"
    assert "doorzocht" in target.reason.in_("nl")


def test_a_folder_inside_a_repository_stands_for_itself(tmp_path: Path) -> None:
    folder = Repo.make(tmp_path / "repo").path / "docs"
    folder.mkdir()
    assert [target.path for target in targets([str(folder)])] == [folder]


def test_a_folder_is_looked_through_to_the_bottom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path.joinpath(*"abcdefgh", "repo")
    Repo.make(deep)
    Repo.make(deep / "inside")  # another one's files
    assert [target.path for target in targets([str(tmp_path)])] == [deep]
    monkeypatch.setattr(local, "MOST", 8)
    with pytest.raises(OssScanError, match="too many folders") as told:
        targets([str(tmp_path)])
    assert "te veel mappen" in told.value.nl
    assert not isinstance(told.value, EmptyFolderError)


def test_a_chain_of_folders_that_is_too_deep_stops_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "DEEPEST", 3)
    Repo.make(tmp_path / "b")
    Repo.make(tmp_path.joinpath(*"zyx", "w"))
    Repo.make(tmp_path.joinpath("a", "b", "c"))  # as deep as may be
    found = targets([str(tmp_path)])
    assert [target.text for target in found] == [str(tmp_path / name) for name in ("a/b/c", "b", "z/y/x")]
    deep = Reason("folder-too-deep", {"path": str(tmp_path / "z/y/x"), "depth": "3"})
    assert [target.reason for target in found] == [None, None, deep]
    assert [target.stands_for_more for target in found] == [False, False, True]
    assert "whether a repository lies in it is not known" in deep.in_("en")


def test_links_do_not_count_as_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Repo.make(tmp_path / "one")
    for number in range(5):
        (tmp_path / f"link{number}").symlink_to(tmp_path / "one")
    Repo.make(tmp_path / "more" / "two")
    monkeypatch.setattr(local, "MOST", 2)
    assert [target.path for target in targets([str(tmp_path)])] == [tmp_path / "more/two", tmp_path / "one"]
