"""Where a result goes: a file holds what it held until all of the new is written; devices and pipes are written to."""

import os
import resource
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from oss_scan.cli import main
from oss_scan.cli.options import write
from oss_scan.cli.replacing import replace_all, replacing
from oss_scan.errors import OssScanError
from tests.builder import Repo

LONG = "x" * 5000


@contextmanager
def full_disk(limit: int = 1000) -> Iterator[None]:
    """No file grows beyond the limit, in bytes; who tries is told so, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("before", [None, "what was good"])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, before: str | None) -> None:
    path = tmp_path / "out.json"
    if before is not None:
        path.write_text(before)
    with full_disk(), pytest.raises(OssScanError, match=r"out\.json cannot be written \(File too large\)"):
        write(LONG, path)
    assert [one.read_text() for one in tmp_path.iterdir()] == ([before] if before else [])


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "gitlab", "markdown", "text"])
def test_check_on_a_full_disk(repo: Repo, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    repo.commit({"README.md": "# x\n"})
    path = tmp_path / "out"
    path.write_text("good")
    with full_disk(200):
        assert main(["check", str(repo.path), "--format", form, "--output", str(path), "--lang", "en"]) == 2
    assert "out cannot be written (File too large); choose another --output" in capsys.readouterr().err
    assert path.read_text() == "good"


def test_of_several_files_none_is_placed_where_one_does_not_fit(tmp_path: Path) -> None:
    files = {tmp_path / name: data for name, data in (("a", b"new"), ("b", LONG.encode()), ("c", b"new"))}
    (tmp_path / "a").write_bytes(b"old")
    with full_disk(), pytest.raises(OSError, match="File too large"):
        replace_all(files)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}
    replace_all(files)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == files


def test_publiccode_init_on_a_full_disk_leaves_nothing(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.commit({"README.md": "# x\n"})
    with full_disk(100):
        assert main(["publiccode", "init", str(repo.path), "--write", "--lang", "en"]) == 2
    assert "cannot be written (File too large)" in capsys.readouterr().err
    assert not (repo.path / "publiccode.yml").exists()


def test_a_folder_that_is_not_there_is_told_before_anything_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["scan", str(tmp_path / "nothing"), "--no-store", "--output", str(tmp_path / "no" / "x.json")]
    assert main([*words, "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert f"there is no folder {tmp_path / 'no'}" in told


def test_a_file_that_may_not_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_text("mine")
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda what, mode: what != path)  # an administrator may write everything
    with pytest.raises(OssScanError, match="Permission denied"):
        write("new", path)
    assert path.read_text() == "mine"


def test_a_file_in_a_closed_folder_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, elsewhere = tmp_path / "closed" / "x", tmp_path / "elsewhere"
    path.parent.mkdir()
    elsewhere.mkdir()
    path.write_text("old")
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(os, "access", lambda what, mode: what != path.parent)

    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refused)
    write("new", path)
    assert path.read_text() == "new\n"
    assert not list(elsewhere.iterdir())


def test_mode_and_link_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to("real")
    write("new", link)
    assert link.is_symlink()
    assert real.read_text() == "new\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_what_few_may_read_few_may_read_before_it_is_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old")
    path.chmod(0o600)
    with replacing(path) as file:
        file.write(b"new")
        [beside] = (one for one in tmp_path.iterdir() if one != path)
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_a_link_to_nothing_and_one_in_a_circle(tmp_path: Path) -> None:
    link, circle = tmp_path / "link", tmp_path / "circle"
    link.symlink_to("later")
    circle.symlink_to("circle")
    write("new", link)
    assert (tmp_path / "later").read_text() == "new\n"
    with pytest.raises(OssScanError, match="Too many levels of symbolic links"):
        write("new", circle)


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    write("new", pipe)
    reader.join(10)
    assert read == ["new\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_among_others_is_written_to_and_a_circle_is_told(tmp_path: Path) -> None:
    pipe, link, circle = tmp_path / "pipe", tmp_path / "link", tmp_path / "circle"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    circle.symlink_to(circle)
    opened = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    replace_all({tmp_path / "a": b"a", link: b"new"})
    assert os.read(opened, 10) == b"new"
    os.close(opened)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(OSError, match="Too many levels of symbolic links"):
        replace_all({tmp_path / "a": b"b", circle: b"c"})
    assert (tmp_path / "a").read_bytes() == b"a"
    assert not list(tmp_path.glob(".oss-scan.*"))


def test_a_device_is_written_to() -> None:
    write("new", Path("/dev/null"))
    with pytest.raises(OssScanError, match="No space left on device"):
        write("new", Path("/dev/full"))


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
@pytest.mark.parametrize("how", ["pipe", "file"])
def test_standard_output_by_its_names(repo: Repo, tmp_path: Path, name: str, how: str) -> None:
    repo.commit({"README.md": "# x\n"})
    words = [sys.executable, "-m", "oss_scan", "check", str(repo.path), "--format", "json", "--output", name]
    there = tmp_path / "there"
    there.write_text("before\n")
    with there.open("ab") as file:
        to = subprocess.PIPE if how == "pipe" else file
        done = subprocess.run(words, stdout=to, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert done.returncode == 1, done.stderr
    told = done.stdout if how == "pipe" else there.read_bytes().removeprefix(b"before\n")
    assert told.startswith(b"{")
    assert told.endswith(b"}\n")
    assert [one.name for one in tmp_path.iterdir() if one != repo.path] == ["there"]
