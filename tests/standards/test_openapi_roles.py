"""Which OpenAPI files count: each role, and what looks like it and is not."""

import json
from typing import Any

import pytest

from oss_scan.standards.openapi.roles import classify, looks_like
from tests.standards.documents import good


def _bytes(**changes: Any) -> bytes:
    return json.dumps({**good(), **changes}).encode()


def _roles(files: dict[str, bytes], paths: tuple[str, ...] = ()) -> dict[str, tuple[str, str, str | None]]:
    found = classify([(path, "", data) for path, data in files.items()], (*files, *paths))
    return {file.path: (file.role, file.reason, file.other) for file in found}


def _info(title: str, version: str = "1.0.0") -> dict[str, str]:
    return {"title": title, "version": version}


@pytest.mark.parametrize(
    ("path", "role", "reason"),
    [
        ("openapi.json", "own", "own"),
        ("spec/openapi.json", "own", "own"),
        ("contest/openapi.json", "own", "own"),
        ("src/main/resources/api.json", "own", "own"),
        ("latest/openapi.json", "own", "own"),
        ("management/api/external/openapi.json", "own", "own"),
        ("src/test/resources/openapi.json", "fixture", "folder"),
        ("linter/testcases/openapi.json", "fixture", "folder"),
        ("api/test_openapi.json", "fixture", "folder"),
        ("dependencies/kvk/openapi.json", "consumed", "folder"),
        ("services/bomen-outway/openapi.json", "consumed", "folder"),
        ("src/External/openapi.json", "consumed", "folder"),
        ("zaken-generated-client/openapi.json", "consumed", "folder"),
        ("api/_deprecated/openapi.json", "archive", "folder"),
        ("docs/voorbeelden/openapi.json", "example", "folder"),
        ("specs/example.json", "example", "folder"),
        ("specificatie/referentie-data-api/openapi.json", "example", "folder"),
        ("referentielijsten/openapi.json", "own", "own"),
        ("templates/openapi.go.json", "template", "placeholders"),
    ],
)
def test_by_folder_and_name(path: str, role: str, reason: str) -> None:
    assert _roles({path: _bytes()})[path][:2] == (role, reason)


@pytest.mark.parametrize(
    ("data", "role", "reason"),
    [
        (_bytes(paths={}), "fragment", "no-paths"),
        (_bytes(paths={}, webhooks={"boom": {"post": {}}}), "own", "own"),
        (_bytes(info=_info("Voorbeeld van een API")), "example", "title"),
        (_bytes(info=_info("Referentie implementatie van een API")), "example", "title"),
        (_bytes(info=_info("Referentielijsten API")), "own", "own"),
        (_bytes(info=_info("TERUGGETROKKEN Bomen")), "archive", "title"),
        (_bytes(info=_info("Boomserver Internal API")), "internal", "title"),
        (_bytes(info=_info("Mijn Bomen BFF")), "internal", "title"),
        (_bytes(info=_info("Internationale bomen")), "own", "own"),
        (_bytes(paths={"{{bomen_url}}/{id}": {"get": {}}}), "template", "placeholders"),
        (_bytes(servers=[], paths={"/": {"post": {}}}), "fragment", "no-fixed-path"),
        (_bytes(paths={"/": {"post": {}}}), "own", "own"),
        (b'{"openapi": "3.0.0", {{ .Rest }}', "template", "placeholders"),
        (b'{"openapi": "3.0.0", oeps', "unparsable", "syntax"),
    ],
)
def test_by_content(data: bytes, role: str, reason: str) -> None:
    assert _roles({"api/a.json": data})["api/a.json"][:2] == (role, reason)


def test_what_is_no_openapi_has_no_role() -> None:
    assert _roles({"a.json": b'{"name": "openapi"}', "b.yaml": b"swagger:\n  enabled: true\n", "c.yaml": b"x: ["}) == {}


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"openapi: 3.0.1\n", True),
        (b'{"openapi":"3.1.0"', True),
        (b"# eerst dit\nswagger: '2.0'\n", True),
        (b"name: openapi\n", False),
        (b"springdoc:\n  swagger: true\n", False),
    ],
)
def test_sniff(head: bytes, is_one: bool) -> None:
    assert looks_like(head) is is_one


def test_copies_and_older_versions_stand_behind_the_one_that_counts() -> None:
    files = {
        "api/openapi.json": _bytes(info=_info("Bomen", "2.0.0")),
        "docs/openapi.json": _bytes(info=_info("Bomen", "2.0.0")),
        "v1/openapi.json": _bytes(info=_info("Bomen", "1.10.0")),
        "concept/openapi.json": _bytes(info=_info("Bomen", "2.0.0-rc1")),
        "anders/openapi.json": _bytes(info=_info("Struiken", "1.0.0")),
        "zelfde-naam/openapi.json": _bytes(info=_info("Bomen", "1.0.0"), paths={"/heel-anders": {"get": {}}}),
        "api/swagger.json": json.dumps(
            {"swagger": "2.0", "info": _info("Bomen", "2.0.0"), "paths": {"/v2/bomen": {"get": {}}}}
        ).encode(),
    }
    assert _roles(files) == {
        "api/openapi.json": ("own", "own", None),
        "docs/openapi.json": ("duplicate", "same-content", "api/openapi.json"),
        "v1/openapi.json": ("archive", "older-version", "api/openapi.json"),
        "concept/openapi.json": ("archive", "older-version", "api/openapi.json"),
        "anders/openapi.json": ("own", "own", None),
        "zelfde-naam/openapi.json": ("own", "own", None),
        "api/swagger.json": ("duplicate", "same-api", "api/openapi.json"),
    }


def test_swagger_beside_openapi_in_one_folder_is_its_older_version() -> None:
    old = {"swagger": "2.0", "info": _info("Iets heel anders", "9.0.0"), "paths": {"/x": {"get": {}}}}
    files = {
        "schema/openapi.yaml": _bytes(),
        "schema/swagger.yaml": json.dumps(old).encode(),
        "elders/swagger.yaml": json.dumps({**old, "info": _info("Elders")}).encode(),
    }
    found = _roles(files)
    assert found["schema/swagger.yaml"] == ("archive", "older-version", "schema/openapi.yaml")
    assert found["schema/openapi.yaml"] == ("own", "own", None)
    assert found["elders/swagger.yaml"] == ("own", "own", None)


def test_an_older_release_may_have_its_version_in_the_paths() -> None:
    files = {
        "2/openapi.json": _bytes(info=_info("Bomen", "2.0.0"), paths={"/bomen": {"get": {}}, "/takken": {"get": {}}}),
        "1/openapi.json": _bytes(info=_info("Bomen", "1.0.0"), paths={"/api/v1/bomen": {"get": {}}}),
    }
    assert _roles(files)["1/openapi.json"] == ("archive", "older-version", "2/openapi.json")


def test_the_one_that_several_files_were_made_into_counts() -> None:
    files = {
        "spec/openapi.json": _bytes(paths={"/bomen": {"$ref": "delen.json#/bomen"}}),
        "spec/resolved/openapi.json": _bytes(),
    }
    assert _roles(files)["spec/openapi.json"] == ("duplicate", "made-of", "spec/resolved/openapi.json")


def test_client_that_was_generated() -> None:
    files = {"app/register/v1/specs/openapi.json": _bytes(), "app/openapi.json": _bytes(info=_info("Eigen"))}
    found = _roles(files, ("app/register/v1/client/openapi_client/api_client.py",))
    assert found["app/register/v1/specs/openapi.json"][:2] == ("consumed", "generated-client")
    assert found["app/openapi.json"][:2] == ("own", "own")
