"""`oss-scan api lint`: results, references, and the exit status."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from oss_scan.cli import main
from oss_scan.schemas import schema
from tests.standards.documents import good


def _write(folder: Path, name: str, data: object) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data, indent=1))
    return str(path)


def test_json(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    document = good()
    del document["paths"]["/bomen"]["get"]["responses"]["200"]["headers"]
    path = _write(tmp_path, "openapi.json", document)
    assert main(["api", "lint", path, "--format", "json", "--ruleset", "adr-2.2", "--lang", "en"]) == 1
    results = json.loads(capsysbinary.readouterr().out)
    Draft202012Validator(json.loads(schema("api-lint"))).validate(results)
    [result] = results
    assert (result["path"], result["ruleset"], result["role"], result["unknown"]) == (path, "adr-2.2", "own", [])
    [item] = result["items"]
    assert item == {
        "rule": "/core/version-header",
        "code": "missing-header",
        "level": "error",
        "file": "openapi.json",
        "path": ["paths", "/bomen", "get", "responses", "200"],
        "line": item["line"],
        "column": item["column"],
        "message": "This answer has no headers; give it the header API-Version.",
        "defect": False,
    }


def test_text_never_says_that_all_is_met(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = _write(tmp_path, "openapi.json", good())
    assert main(["api", "lint", path]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert said == f"{path} (adr-2.0): geen afwijkingen op 5 automatisch toetsbare van de 36 regels\n"


def test_reference_within_the_folder_and_none_outside(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    _write(tmp_path, "buiten.yaml", "goed: {headers: {API-Version: {}}}\n")
    _write(tmp_path, "repo/delen/a.yaml", "goed: {description: a, headers: {API-Version: {}}}\n")
    document = good()
    responses = document["paths"]["/bomen"]["get"]["responses"]
    responses["200"] = {"$ref": "../delen/a.yaml#/goed"}
    inside = _write(tmp_path, "repo/api/openapi.json", document)
    assert main(["api", "lint", inside, "--quiet"]) == 0
    responses["200"] = {"$ref": "../../buiten.yaml#/goed"}
    outside = _write(tmp_path, "repo/api/ander.json", document)
    assert main(["api", "lint", outside, "--format", "json"]) == 1
    codes = [item["code"] for item in json.loads(capsysbinary.readouterr().out)[0]["items"]]
    assert sorted(codes) == ["invalid-ref", "missing-header"]


def test_unparsable_and_missing(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = _write(tmp_path, "openapi.yaml", "openapi: 3.0.0\npaths: [\n")
    assert main(["api", "lint", path, "--format", "json"]) == 1
    [result] = json.loads(capsysbinary.readouterr().out)
    assert (result["role"], [item["code"] for item in result["items"]]) == (
        "unparsable",
        ["parser", "unrecognized-format"],
    )
    assert main(["api", "lint", str(tmp_path / "weg.yaml")]) == 2


def test_remote_reference_is_named_as_unknown(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    document = good()
    document["paths"]["/bomen"]["get"]["responses"]["200"] = {"$ref": "https://elders.example/a.yaml"}
    assert main(["api", "lint", _write(tmp_path, "openapi.json", document)]) == 0
    assert "niet vast te stellen" in capsysbinary.readouterr().out.decode()


def test_a_version_without_a_schema_here_is_named_as_such(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["api", "lint", _write(tmp_path, "openapi.json", {**good(), "openapi": "3.2.0"}), "--lang", "en"]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert "since there is no schema of this version of OpenAPI here: oas3-schema\n" in said
    assert "references" not in said
