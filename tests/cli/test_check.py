"""`oss-scan check` from the outside: what it prints, where, and its exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from oss_scan.tree import Link
from tests.builder import Repo

README = (
    "# Demo\n\nThis program does something useful for municipalities, and this text says what it is and for whom.\n"
)
ONLY = "open-tenzij"


def oss_scan(*words: str | Path, cwd: Path | None = None, **env: str) -> "subprocess.CompletedProcess[str]":
    import os

    return subprocess.run(
        [sys.executable, "-m", "oss_scan", *map(str, words)],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **env},
        check=False,
        encoding="utf-8",
    )


def result(repo: Repo, *words: str | Path) -> "dict[str, dict[str, object]]":
    done = oss_scan("check", repo.path, "--format", "json", "--lang", "en", *words)
    assert "Traceback" not in done.stderr
    document = json.loads(done.stdout)
    return {finding["rule"]: finding for finding in document["repositories"][0]["findings"]}


def test_status_1_where_a_must_fails(repo: Repo) -> None:
    repo.commit({"README.md": README})
    done = oss_scan("check", repo.path)
    assert done.returncode == 1
    assert "licence/present" in done.stdout
    assert "Traceback" not in done.stderr


def test_status_by_threshold(repo: Repo) -> None:
    repo.commit({"README.md": README})
    assert oss_scan("check", repo.path, "--fail-on", "never").returncode == 0
    assert oss_scan("check", repo.path, "--fail-on", "may").returncode == 1


def test_status_3_where_only_unknown_is_left(repo: Repo) -> None:
    from oss_scan.licences import text

    repo.commit(
        {
            "README.md": README,
            "LICENSE": text("EUPL-1.2"),
            "SECURITY.md": "Mail security@example.org about vulnerabilities in this software, please.\n",
            "publiccode.yml": PUBLICCODE,
        }
    )
    done = oss_scan("check", repo.path, "--lang", "en")
    assert "documentation/code-of-conduct" in done.stdout
    assert done.returncode == 3, done.stdout
    assert oss_scan("check", repo.path, "--unknown-ok").returncode == 0
    assert oss_scan("check", repo.path, "--community", "none").returncode == 1
    org = Repo.make(repo.path.parent / "org")
    org.commit({"CODE_OF_CONDUCT.md": "# Code of conduct\n\nBe kind to one another, always and everywhere.\n"})
    assert oss_scan("check", repo.path, "--community", org.path).returncode == 0
    assert oss_scan("check", repo.path, "--community", f"file://{org.path}").returncode == 0


PUBLICCODE = """publiccodeYmlVersion: "0.7"
name: Demo
url: https://github.com/example/demo
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
description:
  nl:
    shortDescription: Een voorbeeld.
    longDescription: >
      Dit is een voorbeeld van een programma dat iets nuttigs doet voor gemeenten, en deze tekst is zo lang omdat de
      standaard ten minste honderdvijftig tekens vraagt voor de lange beschrijving van software.
    features: [Iets nuttigs]
legal:
  license: EUPL-1.2
maintenance:
  type: none
localisation:
  localisationReady: false
  availableLanguages: [nl]
"""


OPENAPI = (
    "openapi: 3.0.3\ninfo: {title: a, version: '1'%s}\n%spaths: {/a: {get: {responses: {'200': {description: b}}}}}\n"
)


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ({"src/a.py": "print()\n"}, 0),  # a library that says nothing of APIs
        ({"src/a.py": "from flask import Flask\n"}, 3),
        ({"src/a.py": "from flask import Flask\n", "a/openapi.yaml": OPENAPI % ("", "")}, 3),
        ({"a/openapi.yaml": OPENAPI % (", contact: {email: a@groenstad.overheid.nl}", "servers: [{url: /v1}]\n")}, 1),
    ],
)
def test_the_status_where_an_api_may_be_offered(repo: Repo, files: dict[str, str], status: int) -> None:
    from oss_scan.licences import text

    conduct = "# Code of conduct\n\nBe kind to one another, always and everywhere.\n"
    security = "Mail security@example.org about vulnerabilities in this software, please.\n"
    repo.commit(
        {
            "README.md": README,
            "LICENSE": text("EUPL-1.2"),
            "SECURITY.md": security,
            "CODE_OF_CONDUCT.md": conduct,
            "publiccode.yml": PUBLICCODE,
            **files,
        }
    )
    done = oss_scan("check", repo.path, "--lang", "en")
    assert done.returncode == status, done.stdout


def test_an_explanation_in_the_repository_gives_status_0(repo: Repo) -> None:
    entry = "{{rule: {}, reason: r, by: cio, on: {}, until: {}}}"
    rules = ("licence/present", "publiccode/present", "security/contact", "documentation/code-of-conduct")
    texts = ", ".join(entry.format(rule, "2026-01-01", "2027-12-01") for rule in rules)
    repo.commit({"README.md": README, ".oss-scan.yaml": f"explanations: [{texts}]\n"})
    findings = result(repo)
    assert findings["licence/present"]["outcome"] == "fail"
    assert findings["licence/present"]["explanation"] == {
        "reason": "r",
        "by": "cio",
        "on": "2026-01-01",
        "until": "2027-12-01",
        "origin": "repository",
        "status": "valid",
    }
    assert oss_scan("check", repo.path, "--unknown-ok").returncode == 0
    (repo.path / ".oss-scan.yaml").write_text(f"explanations: [{texts.replace('2027-12-01', '2026-02-01')}]\n")
    done = oss_scan("check", repo.path, "--worktree", "--lang", "en")
    assert done.returncode == 1
    assert "expired on 2026-02-01" in done.stdout + done.stderr


def test_the_file_of_explanations(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"README.md": README})
    file = tmp_path / "explain.yaml"
    file.write_text(
        "explanations: [{rule: licence/present, reason: r, by: cio, on: 2026-01-01, until: 2027-01-01}]\n",
        encoding="utf-8",
    )
    explained = result(repo, "--explain-file", file)["licence/present"]["explanation"]
    assert isinstance(explained, dict)
    assert explained["origin"] == "inventory"
    file.write_text("explanations: [{rule: licence/present}]\n", encoding="utf-8")
    done = oss_scan("check", repo.path, "--explain-file", file, "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.strip() == f"oss-scan: {file}, line 1: reason is missing or empty; this entry does not count"
    done = oss_scan("check", repo.path, "--explain-file", tmp_path / "none", "--lang", "en")
    assert done.returncode == 2
    assert str(tmp_path / "none") in done.stderr


def test_a_baseline_leaves_what_was_known_uncounted(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"README.md": README, "LICENSE": "x"})
    baseline = tmp_path / "baseline.json"
    assert oss_scan("check", repo.path, "--format", "json", "--output", baseline).returncode == 1
    assert oss_scan("check", repo.path, "--baseline", baseline).returncode == 0
    (repo.path / "LICENSE").unlink()
    assert oss_scan("check", repo.path, "--baseline", baseline, "--worktree").returncode == 1
    baseline.write_text("[1", encoding="utf-8")
    done = oss_scan("check", repo.path, "--baseline", baseline, "--lang", "en")
    assert done.returncode == 2
    assert f"{baseline} is not a result of oss-scan; make one with" in done.stderr


def test_the_working_tree(repo: Repo) -> None:
    repo.commit({"README.md": README})
    (repo.path / "README.md").write_text("# Demo\n", encoding="utf-8")
    done = oss_scan("check", repo.path, "--lang", "en")
    assert "the working tree differs from" in done.stdout + done.stderr
    assert result(repo)["documentation/readme"]["outcome"] == "pass"
    assert result(repo, "--worktree")["documentation/readme"]["outcome"] == "fail"


def test_an_empty_repository_is_unknown(repo: Repo) -> None:
    done = oss_scan("check", repo.path, "--format", "json")
    assert done.returncode == 3
    [judged] = json.loads(done.stdout)["repositories"]
    assert {finding["outcome"] for finding in judged["findings"]} == {"unknown"}


def test_github_gets_annotations_and_a_summary(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"README.md": README})
    summary = tmp_path / "summary.md"
    done = oss_scan("check", repo.path, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    assert done.stdout.startswith("::error ")
    assert "licence/present" in summary.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "gitlab", "github", "markdown"])
def test_nothing_but_the_result_on_standard_output(repo: Repo, form: str) -> None:
    repo.commit({"README.md": README, "LICENSE": Link("/etc/passwd")})
    done = oss_scan("check", repo.path, "--format", form)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "root:" not in done.stdout.replace("root:" + repo.git("rev-list", "--max-parents=0", "HEAD"), "")


def test_usage(repo: Repo, tmp_path: Path) -> None:
    assert oss_scan("check", repo.path, "--format", "yaml").returncode == 2
    assert oss_scan("check", tmp_path / "nothing").returncode == 2
    done = oss_scan("check", repo.path, "--ruleset", tmp_path, "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.startswith(f"oss-scan: {tmp_path} is not a rule set")
    done = oss_scan("check", repo.path, "--community", "ext::sh -c evil", "--lang", "en")
    assert done.returncode == 2


def test_the_same_twice(repo: Repo) -> None:
    repo.commit({"README.md": README})
    assert result(repo) == result(repo)
