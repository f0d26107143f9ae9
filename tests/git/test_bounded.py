"""Servers that never answer or never stop are cut off, and nothing of them stays behind."""

import tempfile
from pathlib import Path

import git
import pytest

from oss_scan.errors import UnreadableError
from oss_scan.git import bounded
from oss_scan.git.address import parse
from oss_scan.git.remote import advertised, open_remote
from oss_scan.texts import REASONS
from oss_scan.tree import Tree
from tests import hostile_server


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def nothing(_: Tree) -> None:
    """Ask for no file."""


def cut_off(url: str, limit: int, patience: float) -> tuple[str, dict[str, str]]:
    with pytest.raises(UnreadableError) as caught, open_remote(url, nothing, limit_bytes=limit, patience=patience):
        pass
    code, values = caught.value.code, caught.value.values
    assert url in REASONS[code].in_("nl", values)
    assert url in REASONS[code].in_("en", values)
    return code, values


def test_a_server_that_never_answers(tmp_path: Path) -> None:
    with hostile_server.silence() as url:
        assert cut_off(url, 1 << 20, 0.3) == ("remote-timeout", {"url": url, "seconds": "0.3"})
    assert not list(tmp_path.iterdir())


def test_a_server_that_stops_answering_halfway(tmp_path: Path) -> None:
    with hostile_server.serve(hostile_server.polite, hostile_server.endless_keepalive) as url:
        known = advertised(url)
        assert (known.head, known.branch, known.tags) == (hostile_server.OID, None, ())
        assert cut_off(url, 1 << 20, 1)[0] == "remote-timeout"
    assert not list(tmp_path.iterdir())


def test_files_without_end(tmp_path: Path) -> None:
    with hostile_server.serve(hostile_server.polite, hostile_server.endless_pack) as url:
        assert cut_off(url, 1 << 20, 60) == ("remote-too-large", {"url": url, "limit": str(1 << 20)})
    assert not list(tmp_path.iterdir())


def test_names_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_MEMORY", 64 << 20)
    with hostile_server.serve(hostile_server.endless_names) as url:
        assert cut_off(url, 1 << 20, 60) == ("remote-too-large", {"url": url, "limit": str(64 << 20)})
    assert not list(tmp_path.iterdir())


def test_complaints_without_end(tmp_path: Path) -> None:
    with hostile_server.serve(hostile_server.polite, hostile_server.endless_messages) as url:
        assert cut_off(url, 1 << 20, 60)[0] == "remote-too-large"
    assert not list(tmp_path.iterdir())


def test_a_git_that_lacks_an_option_is_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "git"
    script.write_text(
        "#!/bin/sh\necho 'error: unknown option `no-write-fetch-head' >&2\necho usage: git fetch >&2\nexit 129\n"
    )
    script.chmod(0o755)
    monkeypatch.setattr(git.cmd.Git, "GIT_PYTHON_GIT_EXECUTABLE", str(script))
    place = bounded.prepare(tmp_path / "place", parse("https://git.example/x"), 1 << 20, 60)
    assert not bounded.run(place, "fetch")
    error = bounded.failed(place)
    assert error.code == "git-too-old"
    assert error.values == {
        "url": "https://git.example/x",
        "detail": "error: unknown option `no-write-fetch-head",
    }
