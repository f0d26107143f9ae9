"""The REST API Design Rules: each question on a document with one thing changed."""

import time
from typing import Any

import pytest

from oss_scan.standards.adr import lint
from oss_scan.standards.adr.rulesets import rule_sets
from tests.standards.documents import errors, good, items, other, world

_GET = "paths//bomen/get"


@pytest.mark.parametrize("ruleset", ["adr-2.0", "adr-2.2"])
def test_good_document(ruleset: str) -> None:
    assert errors(good(), ruleset) == []


def test_good_document_in_2_1_lacks_only_openapi_json() -> None:
    assert errors(good(), "adr-2.1") == [("paths-open-api-json-resource-exists", "paths")]


def test_rule_sets_ask_what_was_published() -> None:
    known = rule_sets()
    counts = {name: len(known.rules_of(name)) for name in known.sets}
    assert counts == {"adr-2.0": 14, "adr-2.1": 61, "adr-2.2": 31}
    assert (known.of_standard, known.listed) == (36, "adr-2.0")


def _change(**changes: Any) -> dict[str, Any]:
    document = good()
    document.update(changes)
    return document


def _response(**changes: Any) -> dict[str, Any]:
    document = good()
    document["paths"]["/bomen"]["get"]["responses"]["200"].update(changes)
    return document


def _paths(*names: str) -> dict[str, Any]:
    item = good()["paths"]["/bomen"]
    made = {}
    for name in names:
        made[name] = {"get": {**item["get"], "operationId": name}}
    return _change(paths=made)


def _schema(**properties: Any) -> dict[str, Any]:
    document = good()
    document["components"]["schemas"]["Boom"]["properties"] = properties
    return document


def _error(content: dict[str, Any]) -> dict[str, Any]:
    document = good()
    document["paths"]["/bomen"]["get"]["responses"]["404"] = {"description": "weg", "content": content}
    return document


def _operation(method: str, **members: Any) -> dict[str, Any]:
    document = good()
    document["paths"]["/bomen"] = {method: {**document["paths"]["/bomen"]["get"], **members}}
    return document


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (_change(openapi="3"), [("oas3-schema", "openapi"), ("openapi3", "openapi")]),
        (_change(servers=[]), [("oas3-api-servers", "servers")]),
        (_change(servers=[{"url": "https://x.nl"}]), [("include-major-version-in-uri", "servers/0/url")]),
        (
            _change(servers=[{"url": "https://{a}.nl/v1"}]),
            [("oas3-server-variables", "servers/0")],
        ),
        (_change(info={"title": "x", "version": "1.0.0"}), [("info-contact", "info")]),
        (
            _change(info={"title": "x", "version": "1.0.0", "contact": {"name": "x"}}),
            [("info-contact-fields-exist", "info/contact")],
        ),
        (
            _change(info={**good()["info"], "version": "1.0"}),
            [("semver", "info/version")],
        ),
        (_response(headers={"Link": {"schema": {}}}), [("missing-version-header", f"{_GET}/responses/200/headers")]),
        (_response(headers={"api-version": {"schema": {}}}), []),
        (_paths("/bomen/"), [("path-keys-no-trailing-slash", "paths//bomen/")]),
        (_paths("/alleBomen"), [("paths-kebab-case", "paths//alleBomen")]),
        (
            _paths("/_zoek", "/bomen/{boomId}/_zoek", "/openapi.json"),
            [("path-params", "paths//bomen/{boomId}/_zoek/get")],
        ),
        (_paths("/.well-known/sleutels"), []),
        (
            _schema(datum={"type": "string"}),
            [("specify-format-for-date-and-time", "components/schemas/Boom/properties/datum")],
        ),
        (_schema(startDatum={"type": "string", "format": "date"}), []),
        (
            _schema(eind_datum={"type": "string", "format": "date-time"}),
            [("use-date-instead-of-datetime", "components/schemas/Boom/properties/eind_datum/format")],
        ),
        (
            _schema(om={"type": "string", "format": "time"}),
            [("time-without-timezone", "components/schemas/Boom/properties/om/format")],
        ),
        (
            _schema(op={"type": "string", "format": "date-time-local"}),
            [("date-time-ensure-timezone", "components/schemas/Boom/properties/op/format")],
        ),
        (
            _operation("get", parameters=[{"name": "soort_boom", "in": "query", "schema": {"type": "string"}}]),
            [
                ("problem-invalid-input", f"{_GET}/responses"),
                ("query-keys-camel-case", f"{_GET}/parameters/0/name"),
            ],
        ),
        (_operation("post"), [("problem-invalid-input", "paths//bomen/post/responses")]),
        (
            _error({"application/json": {}}),
            [("use-problem-schema", f"{_GET}/responses/404/content")],
        ),
        (
            _error({"application/problem+json": {"schema": {"type": "object", "properties": {"title": {}}}}}),
            [("problem-schema-members", f"{_GET}/responses/404/content/application/problem+json/schema/properties")],
        ),
        (
            _change(tags=[{"name": "a"}, {"name": "a", "description": "b"}]),
            [("openapi-tags-uniqueness", "tags/1/name")],
        ),
        (_operation("get", onzin=1), [("oas3-schema", f"{_GET}/onzin")]),
        (
            _schema(soort={"type": "integer", "example": "eik"}),
            [("oas3-valid-schema-example", "components/schemas/Boom/properties/soort/example")],
        ),
    ],
)
def test_one_thing_changed(document: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert errors(document) == expected


def test_defects_are_shown_and_do_not_count() -> None:
    document = _paths("/.well-known/jwks.json", "/samenvatting/summary")
    document["paths"]["/samenvatting/summary"]["options"] = {"responses": {"default": {"description": ""}}}
    found = [(item.code, item.defect) for item in items(document) if item.level == "error"]
    assert found == [("paths-kebab-case", True), ("http-methods", True)]


@pytest.mark.parametrize(
    ("beside", "defect"),
    [
        ({}, True),
        ({"summary": "Bomen."}, True),
        ({"get": {"responses": {"200": {"description": "goed"}}}}, True),
        ({"sumary": "Bomen."}, False),
        ({"$ref": 1}, False),
    ],
)
@pytest.mark.parametrize("part", ["bomen", "bomen_{id}"])
def test_a_path_of_version_3_1_may_be_described_elsewhere(part: str, beside: dict[str, Any], defect: bool) -> None:
    document = {**good(), "openapi": "3.1.0"}
    document["components"]["pathItems"] = {"bomen": document["paths"]["/bomen"]}
    document["components"]["pathItems"]["bomen_{id}"] = document["components"]["pathItems"]["bomen"]
    document["paths"]["/bomen"] = {"$ref": f"#/components/pathItems/{part}", **beside}
    found = [item.defect for item in items(document) if item.code == "oas3-schema" and item.path == ("paths", "/bomen")]
    assert found == [defect]


def test_of_thousands_of_errors_none_is_excused_unless_all_are() -> None:
    document = {**good(), "openapi": "3.1.0"}
    document["components"]["pathItems"] = {"bomen": document["paths"]["/bomen"]}
    document["paths"] = {f"/bomen/{number}": {"$ref": "#/components/pathItems/bomen"} for number in range(2_001)}
    marks = {item.defect for item in items(document) if item.code == "oas3-schema"}
    assert marks == {True}
    document["paths"]["/struiken"] = {"$ref": "#/components/pathItems/bomen", "sumary": "Struiken."}
    marks = {item.defect for item in items(document) if item.code == "oas3-schema"}
    assert marks == {False}


def test_what_both_schemas_refuse_counts_also_in_swagger() -> None:
    document = {"swagger": "2.0", "info": {"title": "Bomen", "version": "1"}, "paths": {}, "schemes": ["gopher"]}
    document["securityDefinitions"] = {
        "a": {"type": "oauth2", "flow": "implicit", "authorizationUrl": "https://example.org"}
    }
    found = [(item.path, item.defect) for item in items(document, "adr-2.1") if item.code == "oas2-schema"]
    assert found == [(("schemes", 0), False), (("securityDefinitions",), False)]


@pytest.mark.parametrize(("value", "defect"), [({"soort": None}, True), ({"soort": None, "naam": 1}, False)])
def test_an_example_beside_nullable_without_a_type(value: dict[str, Any], defect: bool) -> None:
    document = good()
    document["components"]["schemas"]["Boom"] = {
        "type": "object",
        "properties": {"soort": {"nullable": True}, "naam": {"type": "string"}},
    }
    content = document["paths"]["/bomen"]["get"]["responses"]["200"]["content"]["application/json"]
    content["example"] = value
    found = [(item.code, item.defect) for item in items(document, "adr-2.0") if item.level == "error"]
    assert found == [("oas3-valid-media-example", defect)]


def test_an_encoding_may_be_extended_and_may_refer_to_a_header() -> None:
    document = good()
    document["components"]["headers"] = {"Rate": {"schema": {"type": "string"}}}
    parts = {"a": {"headers": {"Rate": {"$ref": "#/components/headers/Rate"}}}, "b": {"x-note": 1}, "c": {"style": 1}}
    media = {"schema": {"type": "object", "properties": {key: {"type": "string"} for key in parts}}, "encoding": parts}
    document["paths"]["/bomen"]["get"]["requestBody"] = {"content": {"multipart/form-data": media}}
    found = {
        item.path[item.path.index("encoding") + 1 :]: item.defect
        for item in items(document)
        if item.code == "oas3-schema"
    }
    assert {path: defect for path, defect in found.items() if not defect} == {("c", "style"): False}
    assert any(path[0] == "a" for path in found)
    assert ("b", "x-note") in found


def test_key_that_looks_like_a_method_is_no_operation() -> None:
    document = _schema(postcode={"type": "string", "example": "1234AB"})
    document["paths"]["/bomen"]["get"]["x-uitleg"] = {"postcode": "1234AB"}
    found = [(item.code, item.defect) for item in items(document) if item.level == "error"]
    assert set(found) == {("problem-invalid-input", True)}


def test_place_is_where_it_is_written_once() -> None:
    document = good()
    document["components"]["responses"] = {"Goed": {"description": "goed"}}
    document["paths"]["/bomen"]["get"]["responses"] = {
        "200": {"$ref": "#/components/responses/Goed"},
        "201": {"$ref": "#/components/responses/Goed"},
    }
    assert errors(document) == [("missing-header", "components/responses/Goed")]


def test_component_with_a_name_like_a_status_is_a_known_fault() -> None:
    document = good()
    document["components"]["responses"] = {"Antwoord200": {"description": "goed"}}
    assert [(item.code, item.defect) for item in items(document, "adr-2.0")] == [("missing-header", True)]
    document["paths"]["/bomen"]["get"]["responses"]["200"] = {"$ref": "#/components/responses/Antwoord200"}
    assert errors(document, "adr-2.0") == [("missing-header", "components/responses/Antwoord200")]


def test_other_file_of_the_repository() -> None:
    document = good()
    document["paths"]["/bomen"]["get"]["responses"]["200"] = {"$ref": "delen/antwoord.yaml#/goed"}
    found = items(document, load=other({"delen/antwoord.yaml": "goed:\n  description: goed\n"}))
    assert [(item.code, item.file, item.line, item.column) for item in found if item.level == "error"] == [
        ("missing-header", "delen/antwoord.yaml", 1, 6)
    ]


def test_remote_reference_is_never_fetched_and_makes_rules_unknown() -> None:
    document = good()
    document["paths"]["/bomen"]["get"]["responses"]["200"] = {"$ref": "https://elders.example/a.yaml#/goed"}
    verdict = lint(world(document), "adr-2.0")
    assert verdict.items == ()
    assert verdict.unknown == (
        "oas3-valid-media-example",
        "oas3-valid-schema-example",
        "missing-version-header",
        "missing-header",
    )
    assert "/core/version-header" not in verdict.clauses


def test_reference_that_leads_nowhere() -> None:
    document = good()
    document["paths"]["/bomen"]["get"]["responses"]["200"] = {"$ref": "#/components/responses/Weg"}
    here = "paths//bomen/get/responses/200/$ref"
    assert errors(document, "adr-2.0") == [("invalid-ref", here), ("missing-header", "components")]


def test_ten_thousand_references_in_circles_do_not_hang() -> None:
    document = good()
    count = 10_000
    document["components"]["schemas"] = {
        f"S{at}": {
            "type": "object",
            "example": {},
            "properties": {"a": {"$ref": f"#/components/schemas/S{(at * 7 + 1) % count}"}},
        }
        for at in range(count)
    }
    document["components"]["schemas"]["Boom"] = {"$ref": "#/components/schemas/S0"}
    started = time.process_time()
    assert errors(document) == []
    assert time.process_time() - started < 10


def test_many_schemas_that_lead_to_many_others_do_not_hang() -> None:
    document = good()
    document["components"]["schemas"] = {
        f"S{at}": {
            "type": "object",
            "example": {},
            "properties": {f"p{to}": {"$ref": f"#/components/schemas/S{to}"} for to in range(max(0, at - 12), at)},
        }
        for at in range(1_500)
    }
    document["paths"] = {}
    started = time.process_time()
    assert errors(document) == []
    assert time.process_time() - started < 20


def test_a_document_with_more_faults_than_are_reported_is_not_accepted() -> None:
    document = good()
    document["components"]["securitySchemes"] = {
        "a": {"type": "http", "scheme": "basic"} | {f"k{at}": 1 for at in range(50_001)}
    }
    document["tags"] = [{"n": 1}]  # what the norm owner's tool sees
    told = [item for item in items(document) if item.code == "oas3-schema"]
    assert told
    assert not any(item.defect for item in told)


def test_reference_to_itself() -> None:
    document = good()
    document["components"]["schemas"]["Boom"] = {"$ref": "#/components/schemas/Boom"}
    document["components"]["schemas"]["Tak"] = {"$ref": "#/components/schemas/Tak/properties/a"}
    assert {code for code, _ in errors(document)} == {"invalid-ref"}


@pytest.mark.parametrize("ruleset", ["adr-2.0", "adr-2.1", "adr-2.2"])
@pytest.mark.parametrize(
    "hostile",
    [
        {"openapi": "3.0.0", "info": [], "paths": [{"get": []}], "servers": {"a": 1}, "tags": [1], "security": [5]},
        {"openapi": "3.0.0", "components": {"schemas": [{"type": {"a": 1}, "enum": [[1]], "example": 1}]}},
        {"openapi": "3.0.0", "components": {"schemas": {"a": {"$ref": "#"}, "b": {"$ref": "a%ZZ.json#/%"}}}},
        {"openapi": "3.0.0", "paths": {"/a": {"get": {"parameters": [{"in": {}, "name": []}, None, 5]}}}},
        {"openapi": "3.1.0", "info": None, "paths": {"/a": None, "/b": [], "/c": {"get": None, "post": [1]}}},
        {"openapi": "3.1.0", "components": {"schemas": {"a": {"type": ["string", {}], "enum": [{}], "example": 1}}}},
        {"openapi": "3.1.0", "components": {"schemas": {"a": {"type": "string", "pattern": "(", "default": "x"}}}},
    ],
)
def test_hostile_shapes_are_judged(hostile: dict[str, Any], ruleset: str) -> None:
    assert errors(hostile, ruleset)


def test_a_number_that_is_no_place_and_references_through_very_many_others_lead_nowhere() -> None:
    document = good()
    schemas = {f"r{at}": {"$ref": f"#/components/schemas/r{at + 1}/x"} for at in range(600)}
    document["components"]["schemas"] |= {**schemas, "n": {"$ref": f"#/tags/{'9' * 5000}"}}
    dead = {item.path[2] for item in items(document) if item.code == "invalid-ref"}
    assert {"n", "r0", "r599"} <= dead
