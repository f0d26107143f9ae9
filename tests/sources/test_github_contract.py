"""The GitHub face of the forge of the tests, and what is asked of it, against GitHub's own OpenAPI description.

Needs npm, which `.ci/run` installs; of the package (385 MB unpacked) only what is used is kept, in the environment of
the tests.
"""

import fcntl
import json
import shutil
import subprocess
import sys
import tarfile
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha512
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from jsonschema import Draft202012Validator

from oss_scan.sources.access import Access
from oss_scan.sources.forges import listing
from oss_scan.sources.github import _KEYS, _listed
from oss_scan.sources.listed import Forge as At
from tests.forge import Forge, forge, host

_PACKAGE = "@octokit/openapi@23.0.2"
_DIGEST = "pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg=="
_MEMBER = "package/generated/api.github.com.json"
_PATHS = ("/orgs/{org}/repos", "/users/{username}/repos", "/repos/{owner}/{repo}")
_EXAMPLES = ("minimal-repository-items", "full-repository-default-response")


@pytest.fixture(scope="session")
def described() -> Mapping[str, Any]:
    """What GitHub says of the paths that are used."""
    folder = Path(sys.prefix) / "share" / "github_openapi"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "busy").open("w") as busy:
        fcntl.flock(busy, fcntl.LOCK_EX)  # other processes of the same run wait here
        kept = folder / f"{sha512(_DIGEST.encode()).hexdigest()[:16]}.json"
        if not kept.exists():
            whole = _downloaded(folder)
            schemas, components = whole["components"]["schemas"], whole["components"]
            cut = {
                "paths": {path: whole["paths"][path]["get"] for path in _PATHS},
                "parameters": components["parameters"],
                "schemas": {name: schemas[name]["properties"] for name in ("minimal-repository", "full-repository")},
                "examples": {name: components["examples"][name]["value"] for name in _EXAMPLES},
            }
            (folder / "new").write_text(json.dumps(cut), encoding="utf-8")
            (folder / "new").rename(kept)
        found = json.loads(kept.read_text(encoding="utf-8"))
        assert isinstance(found, dict)
        return found


def _downloaded(folder: Path) -> Any:
    npm = shutil.which("npm")
    assert npm, "npm is needed; .ci/run installs it"
    words = [npm, "pack", _PACKAGE, "--silent", "--pack-destination", str(folder)]
    done = subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True, timeout=300)
    package = folder / done.stdout.split()[-1]
    try:
        assert b64encode(sha512(package.read_bytes()).digest()).decode() == _DIGEST
        with tarfile.open(package) as archive:
            member = archive.extractfile(_MEMBER)
            assert member
            return json.load(member)
    finally:
        package.unlink()


@pytest.fixture
def asked(tmp_path: Path) -> Forge:
    """A forge that was asked for an organisation, a user, and a repository."""
    with forge(tmp_path) as made:
        made.groups = ("org",)
        for path in ("org/one", "org/.github", "jan/two"):
            made.add(path, {"README.md": "# x\n"})
        for word in ("org", "jan", "org/one"):
            assert listing(f"github:{host(made)}/{word}", Access()).broken_off is None
    return made


def _template(path: str) -> str:
    return {"orgs": _PATHS[0], "users": _PATHS[1], "repos": _PATHS[2]}[path.split("/")[3]]


def test_only_what_github_describes_is_asked(asked: Forge, described: Mapping[str, Any]) -> None:
    seen = set()
    for call in asked.calls:
        address = urlsplit(call.path)
        template = _template(address.path)
        seen.add(template)
        assert len(template.split("/")) == len(address.path.split("/")) - 2
        known = {}
        for one in described["paths"][template]["parameters"]:
            parameter = described["parameters"][one["$ref"].rpartition("/")[2]] if "$ref" in one else one
            known[parameter["name"]] = parameter["schema"]
        for name, value in parse_qsl(address.query):
            given: object = int(value) if known[name]["type"] == "integer" else value
            Draft202012Validator(known[name]).validate(given)
            if name == "per_page":
                assert value == "100"
        assert call.headers["accept"] == "application/vnd.github+json"
    assert seen == set(_PATHS)


def test_the_face_says_what_github_says(asked: Forge, described: Mapping[str, Any]) -> None:
    row = asked._github(asked.held[0])
    for properties in described["schemas"].values():
        assert set(_KEYS) <= properties.keys()
        for name, value in row.items():
            schema = dict(properties[name])
            if "$ref" in schema or "allOf" in schema or "anyOf" in schema:
                assert name == "owner"
                continue
            if schema.pop("nullable", False):
                schema["type"] = [schema["type"], "null"]
            Draft202012Validator(schema).validate(value)


def test_what_github_answers_is_documented(described: Mapping[str, Any]) -> None:
    assert described["paths"][_PATHS[2]]["responses"].keys() >= {"200", "301", "403", "404"}
    assert "Link" in described["paths"][_PATHS[0]]["responses"]["200"]["headers"]


def test_the_examples_of_github_are_read(described: Mapping[str, Any]) -> None:
    at = At("github.com", "https://github.com")
    [row] = described["examples"]["minimal-repository-items"]
    for example in (row, described["examples"]["full-repository-default-response"]):
        found = _listed(example, at, "")
        assert (found.url, found.key) == ("https://github.com/octocat/Hello-World.git", "github.com#1296269")
        assert (found.archived, found.fork, found.mirror, found.visibility) == (False, example["fork"], True, "public")
        assert found.created == datetime(2011, 1, 26, 19, 1, 12, tzinfo=UTC)
