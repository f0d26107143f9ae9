"""Hostile repositories: the status is right, there is no traceback, and the message names the path and a remedy."""

import json
import os
import zlib
from hashlib import sha1
from pathlib import Path

import pytest

from oss_scan.tree import Link
from tests.builder import Repo
from tests.cli.test_check import README, oss_scan

FORMS = ["text", "json", "sarif", "junit", "gitlab", "github", "markdown"]


def finding(repo: Repo, rule: str, *words: str) -> dict[str, object]:
    done = oss_scan("check", repo.path, "--format", "json", "--lang", "en", *words)
    assert "Traceback" not in done.stderr
    assert done.returncode in (1, 3)
    [found] = [one for one in json.loads(done.stdout)["repositories"][0]["findings"] if one["rule"] == rule]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    "bomb",
    [
        b"[" * 30_000,
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1) if n > 1 else b"*a"] * 9)) for n in range(1, 12)
        ),
        b"a: 1\na: 2\n",
        b"#" * (1024 * 1024 + 1),
        b"\xff\xfe\x00",
    ],
    ids=["nested", "laughs", "duplicate", "large", "bytes"],
)
@pytest.mark.parametrize("name", ["publiccode.yml", ".oss-scan.yaml"])
def test_yaml_bombs(repo: Repo, name: str, bomb: bytes) -> None:
    repo.commit({"README.md": README, name: bomb})
    done = oss_scan("check", repo.path, "--lang", "en")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert name in done.stdout + done.stderr


def test_a_licence_of_a_gigabyte(repo: Repo) -> None:
    size = 1 << 30
    compressor = zlib.compressobj(1)
    digest = sha1(b"blob %d\0" % size)
    parts = [compressor.compress(b"blob %d\0" % size)]
    block = b"\0" * (1 << 20)
    for _ in range(size >> 20):
        digest.update(block)
        parts.append(compressor.compress(block))
    name = digest.hexdigest()
    place = repo.path / ".git/objects" / name[:2] / name[2:]
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"".join(parts) + compressor.flush())
    repo.commit({"README.md": README})
    repo.git("update-index", "--add", "--cacheinfo", f"100644,{name},LICENSE")
    repo.git("commit", "--quiet", "--message=Large")
    found = finding(repo, "licence/osi-approved")
    assert found["outcome"] == "unknown"
    assert "LICENSE is larger than" in str(found["message"])


NAMES = [
    "new\nline.md",
    "esc\x1b[31mred.md",
    "bidi\u202egpj.md",
    "::error::x.md",
    "=cmd().md",
    "<script>alert(1)</script>.md",
]


@pytest.mark.parametrize("form", FORMS)
def test_odd_names_and_texts_are_inert(repo: Repo, form: str) -> None:
    text = "::error::evil\n\x1b[31m<script>alert(1)</script> \u202e =cmd() [x](javascript:alert(1))\n"
    files = {f"LICENSES/{name}".replace("</script>", ""): text for name in NAMES}
    files |= {f"LICENSE-{name}".replace("</script>", ""): text for name in NAMES}
    files |= {"publiccode.yml": f'name: "{text.strip().encode("unicode_escape").decode()}"\n', "README.md": text}
    repo.commit(files)
    done = oss_scan("check", repo.path, "--format", form)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for output in (done.stdout, done.stderr):
        assert "\x1b" not in output
        assert "\u202e" not in output
        assert not any(line.startswith("::error::") for line in output.splitlines())
        if form in ("junit", "markdown"):
            assert "<script" not in output


@pytest.mark.parametrize("form", FORMS)
def test_names_that_are_not_utf_8(repo: Repo, form: str) -> None:
    repo.commit({"LICENSE-\udce9": "no licence at all", "README.md": README})
    done = oss_scan("check", repo.path, "--format", form)
    assert done.returncode in (1, 3)
    assert "Traceback" not in done.stderr


def test_programs_named_in_the_configuration_do_not_run(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"README.md": README, ".gitattributes": "* filter=evil diff=evil\n"})
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "core.sshCommand", "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge"):
        repo.git("config", name, str(trap))
    (repo.path / "README.md").write_text(README + "more\n", encoding="utf-8")
    for words in ((), ("--worktree",)):
        done = oss_scan("check", repo.path, *words)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "sprung").exists()


def test_a_licence_that_is_a_link_to_a_secret(repo: Repo) -> None:
    repo.commit({"README.md": README, "LICENSE": Link("/etc/passwd")})
    found = finding(repo, "licence/present")
    assert found["outcome"] == "fail"
    for words in ((), ("--worktree",)):
        done = oss_scan("check", repo.path, "--format", "json", *words)
        assert "/bin/" not in done.stdout


def test_a_hundred_thousand_files(repo: Repo) -> None:
    blob = repo.git("hash-object", "-w", "--stdin", text=b"x\n")
    readme = repo.git("hash-object", "-w", "--stdin", text=README.encode())
    lines = "".join(f"100644 {blob}\td{n % 100}/f{n}.txt\n" for n in range(100_000)) + f"100644 {readme}\tREADME.md\n"
    repo.git("update-index", "--index-info", text=lines.encode())
    tree = repo.git("write-tree")
    commit = repo.git("commit-tree", tree, "-m", "Many")
    bare = repo.path.parent / "bare.git"
    repo.git("update-ref", "refs/heads/main", commit)
    repo.git("clone", "--quiet", "--bare", ".", str(bare))
    done = oss_scan("check", bare)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def damage(repo: Repo, what: str) -> None:
    name = repo.git("rev-parse", what)
    place = repo.path / ".git/objects" / name[:2] / name[2:]
    place.chmod(0o600)
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])


@pytest.mark.parametrize("what", ["HEAD", "HEAD^{tree}"])
def test_a_truncated_commit_or_folder(repo: Repo, what: str) -> None:
    repo.commit({"README.md": README})
    damage(repo, what)
    done = oss_scan("check", repo.path, "--lang", "en")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert f"{repo.path} is damaged" in done.stderr
    assert "git fsck" in done.stderr


def test_a_truncated_blob_is_unknown(repo: Repo) -> None:
    repo.commit({"README.md": README, "LICENSE": os.urandom(3000).hex()})
    damage(repo, "HEAD:LICENSE")
    found = finding(repo, "licence/osi-approved")
    assert found["outcome"] == "unknown"
    assert "LICENSE is damaged in the object store; repair the repository with git fsck" in str(found["message"])


def test_a_corrupt_pack(repo: Repo) -> None:
    repo.commit({"README.md": README})
    repo.git("repack", "-a", "-d", "--quiet")
    [pack] = (repo.path / ".git/objects/pack").glob("*.pack")
    pack.chmod(0o600)
    pack.write_bytes(b"PACK" + b"\0" * 40)
    done = oss_scan("check", repo.path, "--lang", "en")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert f"{repo.path} is damaged" in done.stderr


@pytest.mark.parametrize("path", ["nowhere", "."])
def test_what_is_no_repository(tmp_path: Path, path: str) -> None:
    done = oss_scan("check", tmp_path / path, "--lang", "en")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert str(tmp_path) in done.stderr
