"""The REST API Design Rules: ways of the norm owner's tool that differ from what one would expect, as seen in it."""

import json
from typing import Any

import pytest

from oss_scan.standards.adr import lint
from oss_scan.standards.adr.linting import lint_file
from tests.standards.documents import errors, good, items, other, world


def test_swagger_2_is_judged_by_the_rules_that_are_for_every_version() -> None:
    body = {"in": "body", "name": "a", "schema": {"type": "array"}}
    document = {
        "swagger": "2.0",
        "info": {"title": "Bomen", "version": "1.2.0"},
        "paths": {
            "/bomen/": {
                "post": {
                    "parameters": [body, {**body, "name": "b"}, {"in": "formData", "name": "c", "type": "string"}],
                    "responses": {"default": {"description": "goed"}},
                }
            }
        },
    }
    assert items(document, "adr-2.0") == []
    post = "paths//bomen//post"
    found = {(item.code, "/".join(map(str, item.path))) for item in items(document, "adr-2.1")}
    assert found == {
        ("array-items", f"{post}/parameters/0/schema"),
        ("array-items", f"{post}/parameters/1/schema"),
        ("info-contact", "info"),
        ("info-description", "info"),
        ("oas2-api-host", ""),
        ("oas2-api-schemes", ""),
        ("operation-description", post),
        ("operation-operationId", post),
        ("operation-parameters", f"{post}/parameters"),
        ("operation-parameters", f"{post}/parameters/1"),
        ("operation-success-response", f"{post}/responses"),
        ("operation-tags", post),
        ("path-keys-no-trailing-slash", "paths//bomen/"),
        ("paths-open-api-json-resource-exists", "paths"),
    }


def test_component_that_only_itself_refers_to_or_only_in_part_counts_as_unused() -> None:
    document = good()
    document["components"]["schemas"] |= {
        "Tak": {"properties": {"boven": {"$ref": "#/components/schemas/Tak"}}},
        "Blad": {"properties": {"nerf": {"type": "string"}}},
        "Nerf": {"$ref": "#/components/schemas/Blad/properties/nerf"},
        "Wortel": {"type": "object"},
    }
    document["paths"]["/bomen"]["get"]["responses"]["404"] = {"$ref": "openapi.json#/components/responses/Weg"}
    document["paths"]["/bomen"]["get"]["responses"]["500"] = {"$ref": "deel.yaml#/fout"}
    document["components"]["responses"] = {"Weg": {"description": "weg"}}
    load = other({"deel.yaml": 'fout: {description: x, x-s: {$ref: "openapi.json#/components/schemas/Wortel"}}\n'})
    found = [item.path[-1] for item in items(document, "adr-2.1", load) if item.code == "oas3-unused-component"]
    assert found == ["Tak", "Blad", "Nerf"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [(None, ["paths", "/openapi"]), ({"json": {}}, None)],
)
def test_path_of_the_document_is_sought_as_a_way_at_its_dots(inside: Any, expected: list[str] | None) -> None:
    document = good()
    document["paths"]["/openapi"] = inside
    found = [list(item.path) for item in items(document, "adr-2.1") if item.code.endswith("resource-exists")]
    assert found == ([] if expected is None else [expected])


def test_first_fault_of_an_example_is_the_one_that_the_schema_names_first() -> None:
    document = good()
    document["components"]["schemas"]["Boom"] = {
        "properties": {"soort": {"type": "array"}, "hoogte": {"type": "number"}},
        "example": {"hoogte": "hoog", "soort": "eik"},
    }
    assert errors(document) == [("oas3-valid-schema-example", "components/schemas/Boom/example/soort")]


_SWAGGER = {
    "swagger": "2.0",
    "info": {"title": "Bomen", "version": "1.2.0", "description": "Bomen", "contact": good()["info"]["contact"]},
    "host": "bomen.nl",
    "schemes": ["https"],
    "tags": [{"name": "bomen"}],
    "paths": {},
    "definitions": {},
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"host": "bomen.nl/"}, [("oas2-host-trailing-slash", "host"), ("oas2-schema", "host")]),
        ({"host": None}, [("oas2-api-host", "host"), ("oas2-schema", "host")]),
        ({"schemes": []}, [("oas2-api-schemes", "schemes")]),
        ({"security": [{"sleutel": []}]}, [("oas2-operation-security-defined", "security/0/sleutel")]),
        ({"definitions": {"Boom": {"type": "object"}}}, [("oas2-unused-definition", "definitions/Boom")]),
        (
            {"definitions": {"Boom": {"anyOf": [{"$ref": "#/definitions/Boom"}]}}},
            [("oas2-anyOf", "definitions/Boom/anyOf"), ("oas2-unused-definition", "definitions/Boom")],
        ),
        (
            {"definitions": {"Boom": {"discriminator": "soort"}}},
            [
                ("oas2-discriminator", "definitions/Boom/properties"),
                ("oas2-discriminator", "definitions/Boom/required"),
                ("oas2-unused-definition", "definitions/Boom"),
            ],
        ),
        (
            {"definitions": {"Boom": {"type": "integer", "x-example": "eik", "x-nullable": True, "default": None}}},
            [
                ("oas2-unused-definition", "definitions/Boom"),
                ("oas2-valid-schema-example", "definitions/Boom/x-example"),
            ],
        ),
    ],
)
def test_swagger_2_is_judged_by_rules_of_its_own(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    found = items({**_SWAGGER, **changes}, "adr-2.1")
    left = ("openapi", "paths-open-api")
    assert sorted((i.code, "/".join(map(str, i.path))) for i in found if not i.code.startswith(left)) == expected


def test_examples_and_forms_of_swagger_2() -> None:
    schema = {"type": "object", "required": ["soort"]}
    operation = {
        "operationId": "maak",
        "description": "Maak",
        "tags": ["bomen"],
        "consumes": ["application/json"],
        "parameters": [{"in": "formData", "name": "c", "type": "string", "required": True, "default": "x"}],
        "responses": {"200": {"description": "goed", "schema": schema, "examples": {"application/json": {}}}},
    }
    found = {i.code for i in items({**_SWAGGER, "paths": {"/bomen": {"post": operation}}}, "adr-2.1")}
    assert {"oas2-operation-formData-consume-check", "oas2-valid-media-example"} <= found
    assert not {"oas2-valid-schema-example", "oas2-schema"} & found


def test_reference_that_does_not_stand_alone_is_the_place() -> None:
    document = good()
    document["components"]["schemas"] = {
        "Boom": {"type": "object", "properties": {"datum": {"$ref": "#/components/schemas/Dag", "description": "x"}}},
        "Dag": {"type": "string"},
    }
    code, schemas = "specify-format-for-date-and-time", ("components", "schemas")
    datum = (*schemas, "Boom", "properties", "datum")
    assert [i.path for i in items(document) if i.code == code] == [datum, (*schemas, "Dag")]
    document["paths"] = {}  # nothing else leads there
    assert [i.path for i in items(document) if i.code == code] == [datum]


def test_what_cannot_be_read_is_judged_as_if_nothing_were_there() -> None:
    linted = lint_file(b"{{- define }}\n{{ if }}: [\n", "openapi.yaml", None, "adr-2.2")
    assert linted.role == "unparsable"
    assert [item.code for item in linted.items] == ["parser", "openapi-root-exists", "unrecognized-format"]


def test_document_with_a_slip_is_judged_and_stays_unparsable() -> None:
    text = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths: {}\n---\na: 1\n"
    linted = lint_file(text.encode(), "openapi.yaml", None, "adr-2.0")
    assert linted.role == "unparsable"
    assert [item.code for item in linted.items] == ["semver", "parser"]


def test_what_references_lead_to_is_told_as_far_as_the_tool_finds_its_way() -> None:
    """In another file, up to a key with a sign that stands otherwise in an address."""
    document = good()
    document["paths"]["/bomen"]["get"]["responses"]["404"] = {"$ref": "weg.json#/weg"}
    content = {"application/problem+json": {"schema": {"type": "object", "properties": {"status": {}}}}}
    load = other({"weg.json": json.dumps({"weg": {"description": "weg", "content": content}})})
    found = [item for item in items(document, load=load) if item.code == "problem-schema-members"]
    assert [(item.file, item.path) for item in found] == [("weg.json", ("weg", "content"))]


def test_one_reference_that_others_lead_to_is_told_once() -> None:
    document = good()
    document["components"]["schemas"] = {"Boom": {"$ref": "#/weg"}, "Eik": {"$ref": "#/components/schemas/Boom"}}
    found = [item.path for item in items(document) if item.code == "invalid-ref"]
    assert found == [("components", "schemas", "Boom", "$ref")]


def test_named_example_without_a_value_does_not_fit() -> None:
    document = good()
    content = document["paths"]["/bomen"]["get"]["responses"]["200"]["content"]["application/json"]
    content["examples"] = {"eik": {"summary": "Eik"}, "els": {"value": {}}, "es": {"externalValue": "es.json"}}
    found = [item.path[-1] for item in items(document) if item.code == "oas3-valid-media-example"]
    assert found == ["eik"]


@pytest.mark.parametrize(
    ("schemas", "expected"),
    [
        ({"Boom": {"type": "integer", "example": "x"}}, ["Boom"]),
        ({"Boom": {"properties": {"a": {"$ref": "#/components/schemas/Boom"}}, "type": "integer", "example": "x"}}, []),
        (
            {
                "Boom": {"type": "integer", "example": "x", "allOf": [{"$ref": "#/components/schemas/Eik"}]},
                "Eik": {"anyOf": [{"$ref": "#/components/schemas/Els"}]},
                "Els": {"anyOf": [{"$ref": "#/components/schemas/Eik"}]},
            },
            [],
        ),
        (
            {
                "Boom": {"type": "integer", "example": 1, "allOf": [{"$ref": "#/components/schemas/Eik"}]},
                "Eik": {"anyOf": [{"$ref": "#/components/schemas/Els"}]},
                "Els": {"anyOf": [{"$ref": "#/components/schemas/Eik"}], "minLength": -1},
            },
            ["Boom"],
        ),
    ],
)
def test_schema_in_a_circle_is_not_judged_and_a_wrong_one_fits_nothing(
    schemas: dict[str, Any], expected: list[str]
) -> None:
    document = good()
    document["components"]["schemas"] = schemas
    found = [item.path[2] for item in items(document) if item.code == "oas3-valid-schema-example"]
    assert found == expected


def test_version_of_openapi_is_sought_at_any_depth_which_is_a_known_fault() -> None:
    document = {**good(), "x-versies": {"openapi": "twee"}}
    found = [(item.path, item.defect) for item in items(document) if item.code == "openapi3"]
    assert found == [(("x-versies", "openapi"), True)]


def test_openapi_3_2_has_a_rule_of_its_own_and_no_schema_here() -> None:
    document = {**good(), "openapi": "3.2.0"}
    document["components"]["schemas"]["Boom"]["xml"] = {"attribute": True}
    verdict = lint(world(document), "adr-2.1")
    assert "oas3_2-no-deprecated-xml-attribute" in [item.code for item in verdict.items]
    assert verdict.unknown == ("oas3-schema",)
