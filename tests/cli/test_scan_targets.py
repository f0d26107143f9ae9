"""`oss-scan scan` from the outside: every kind of target that needs no forge."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from oss_scan.schemas import schema
from tests.builder import Repo
from tests.cli.test_check import README, oss_scan
from tests.git_server import serve

FILES = {"README.md": README, "LICENSE": "All rights reserved.\n", "docs/big.bin": "x" * 100_000}


def scanned(*words: str | Path) -> tuple[int, list[dict[str, object]]]:
    done = oss_scan("scan", *words, "--no-store", "--format", "json", "--quiet")
    assert "Traceback" not in done.stderr
    document = json.loads(done.stdout)
    assert isinstance(document["repositories"], list)
    return done.returncode, document["repositories"]


def outcomes(judged: dict[str, object]) -> list[tuple[object, ...]]:
    findings = judged["findings"]
    assert isinstance(findings, list)
    return [(one["rule"], one["outcome"], one["because"], one["message"], one["places"]) for one in findings]


def test_the_same_from_disk_from_a_file_url_and_over_http(repo: Repo) -> None:
    commit = repo.commit(FILES)
    repo.git("tag", "v1.0.0")
    with serve(repo.path.parent) as url:
        answers = [scanned(word) for word in (repo.path, f"file://{repo.path}", f"{url}/repo/.git")]
    assert [status for status, _ in answers] == [0, 0, 0]
    assert [judged["commit"] for _, [judged] in answers] == [commit] * 3
    first, *others = [outcomes(judged) for _, [judged] in answers]
    assert others == [first, first]


def test_one_that_cannot_be_read_does_not_stop_the_rest(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    with serve(tmp_path) as url:
        status, found = scanned(repo.path, f"{url}/none.git", tmp_path / "nothing")
    assert status == 3
    assert sorted(str(judged["status"]) for judged in found) == ["scanned", "unreadable", "unreadable"]
    reasons = {judged["reason_code"] for judged in found}
    assert reasons == {None, "remote-failed", "no-such-path"}


def test_copies_count_once_and_forks_apart(repo: Repo, tmp_path: Path) -> None:
    repo.commit(FILES)
    repo.git("clone", "--quiet", "--bare", ".", str(tmp_path / "copy" / "repo.git"))
    fork = tmp_path / "fork" / "repo"
    repo.git("clone", "--quiet", ".", str(fork))
    Repo(fork).git("remote", "remove", "origin")
    Repo(fork).commit({"new": "n"})
    copy = tmp_path / "copy" / "repo.git"
    Repo(copy).git("remote", "remove", "origin")
    keys = []
    for words in ((repo.path, copy, fork), (fork, copy, repo.path)):
        _, found = scanned(*words)
        keys.append(sorted((str(judged["key"]), str(judged["commit"]), str(judged["aliases"])) for judged in found))
    assert len(keys[0]) == 2
    assert keys[0] == keys[1]
    assert str(repo.path) in str(keys[0])


def test_what_is_no_address_of_a_forge() -> None:
    done = oss_scan("scan", "gitlab:group", "--no-store", "--lang", "en")
    assert done.returncode == 2
    assert "gitlab:group is no address on a forge; it must be one of" in done.stderr


def test_the_past_is_the_same_at_an_address(repo: Repo) -> None:
    first = repo.commit(FILES)
    repo.commit({"SECURITY.md": "Mail us.\n"}, date="2026-11-03T12:00:00Z")
    status, [here] = scanned(repo.path, "--as-of", "2026-11-02")
    assert (status, here["status"], here["commit"]) == (0, "scanned", first)
    status, [there] = scanned(f"file://{repo.path}", "--as-of", "2026-11-02")
    assert (status, there["commit"]) == (0, first)
    assert outcomes(there) == outcomes(here)


@pytest.mark.parametrize("form", ["{}", "file://{}"])
def test_before_the_first_commit_it_is_left_out(repo: Repo, form: str) -> None:
    repo.commit(FILES)
    target = form.format(repo.path)
    done = oss_scan("scan", target, "--no-store", "--format", "json", "--as-of", "2020-01-01", "--lang", "en")
    document = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema("scan"))).validate(document)
    assert (done.returncode, document["repositories"]) == (0, [])
    [skipped] = document["skipped"]
    assert (skipped["repository"], skipped["reason_code"]) == (target, "no-commit-then")
    assert "Left out, since not there yet on the reference date: 1." in done.stderr
    done = oss_scan("scan", target, "--no-store", "--as-of", "2020-01-01", "--lang", "en", "--quiet")
    assert "Left out: " in done.stdout
    assert "had no commit yet on 2020-01-01" in " ".join(done.stdout.split())
