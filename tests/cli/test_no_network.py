"""With the network off everything that is about standards works, and a reference to another host makes unknown."""

import json
import subprocess
import sys
from pathlib import Path

from tests.builder import Repo

_DOCUMENT = """openapi: 3.0.3
info:
  title: Bomen
  version: 1.2.0
  contact: {name: Team Groen, email: groen@groenstad.overheid.nl, url: "https://groenstad.overheid.nl"}
servers: [{url: /bomen/v1}]
paths:
  /bomen:
    get:
      operationId: bomen
      responses:
        '200': {$ref: "https://example.org/answers.yaml#/bomen"}
"""


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a namespace that has no network, not even a loopback that is up."""
    return subprocess.run(
        ["unshare", "--map-root-user", "--net", sys.executable, *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_namespace_has_no_network() -> None:
    run = _run("-c", "import socket; socket.create_connection(('192.0.2.1', 80), 3)")
    assert "Network is unreachable" in run.stderr


def test_a_repository_with_a_remote_reference_is_judged(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "trees")
    repo.commit({"openapi.yaml": _DOCUMENT, "main.py": "x"})
    run = _run(
        "-m", "oss_scan", "check", str(repo.path), "--format", "json", "--fail-on", "never", "--community", "none"
    )
    assert run.returncode == 0, run.stderr
    (repository,) = json.loads(run.stdout)["repositories"]
    findings = {one["rule"]: (one["outcome"], one["because"]) for one in repository["findings"]}
    assert findings["standards/rest-api-design-rules"] == ("unknown", "api-remote")
    standards = {one["standard"]: one for one in repository["standards"]}
    assert standards["rest-api-design-rules"]["applicability"] == "applies"
    assert standards["dnssec"]["status"] == "not-visible"


def test_a_document_with_a_remote_reference_is_linted(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(_DOCUMENT)
    run = _run("-m", "oss_scan", "api", "lint", str(tmp_path / "openapi.yaml"), "--format", "json")
    assert run.returncode == 0, run.stderr
    (document,) = json.loads(run.stdout)
    assert "missing-header" in document["unknown"]
