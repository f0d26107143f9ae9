"""Fetching from an address, against a real server on this machine."""

from pathlib import Path

import pytest

from oss_scan.errors import OssScanError
from oss_scan.git import open_repository
from oss_scan.git.fetch import fetched, is_remote
from tests.builder import Repo
from tests.git_server import serve


def test_over_http(repo: Repo) -> None:
    repo.commit({"README.md": "# One\n"})
    repo.commit({"README.md": "# Two\n"})
    with serve(repo.path.parent) as url, fetched(f"{url}/repo/.git") as path:
        with open_repository(path) as opened:
            assert opened.tree.read("README.md") == b"# Two\n"
            assert opened.history is not None
            assert opened.history.shallow
        kept = path
    assert not kept.exists()


def test_over_a_file_url(repo: Repo) -> None:
    repo.commit({"README.md": "# One\n"})
    with fetched(f"file://{repo.path}") as path, open_repository(path) as opened:
        assert tuple(opened.tree.paths()) == ("README.md",)


def test_what_cannot_be_fetched(tmp_path: Path) -> None:
    with serve(tmp_path) as url, pytest.raises(OssScanError) as caught, fetched(f"{url}/none.git"):
        pass
    assert caught.value.en.startswith(f"{url}/none.git cannot be fetched (")
    assert caught.value.en.endswith("); check the address and your access")


@pytest.mark.parametrize(
    "url",
    [
        "ext::sh -c evil",
        "--upload-pack=evil",
        "http://example.org/one",
        "git://example.org/one",
        "https://x y",
        "/etc",
        "ssh://-oProxyCommand=evil/x",
        "-oProxyCommand=evil:x",
        "a@-oProxyCommand=evil:x",
    ],
)
def test_what_is_not_fetched(url: str) -> None:
    assert not is_remote(url)
    with pytest.raises(OssScanError), fetched(url):
        pass


def test_a_token_is_not_told(tmp_path: Path) -> None:
    with serve(tmp_path) as url:
        secret = url.replace("http://", "http://user:s3cret@") + "/none.git"
        with pytest.raises(OssScanError) as caught, fetched(secret):
            pass
    assert "s3cret" not in caught.value.en + caught.value.nl
