"""The official schemas of OpenAPI (https://spec.openapis.org/oas/), in a form that tells where a fault is.

`oneOf` says only that nothing fits. So what decides between alternatives, a reference or a type, is asked first, as in
the norm owner's tool; what that tool does otherwise than the official schema stands here too, and nowhere else. What
it finds is held against the schema as it was published: what that allows is a fault of the tool.
"""

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from oss_scan.standards.openapi.formats import DOCUMENT_FORMATS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DRAFT_7 = "http://json-schema.org/draft-07/schema#"
#: What draft 4 asks of these and draft 7 does not; the schema of Swagger 2.0 refers to it.
_DRAFT_4 = {
    "exclusiveMinimum": {"type": "boolean"},
    "exclusiveMaximum": {"type": "boolean"},
    "enum": {"type": "array", "minItems": 1, "uniqueItems": True},
    "multipleOf": {"type": "number", "exclusiveMinimum": 0},
    "definitions/stringArray": {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string"}},
}
_TEXT = {"type": "string"}
_YES_OR_NO = {"type": "boolean"}
#: The vocabulary of OpenAPI in schemas (https://spec.openapis.org/oas/3.1/meta/base).
_VOCABULARY = {
    "properties": {
        "discriminator": {
            "type": "object",
            "required": ["propertyName"],
            "properties": {"propertyName": _TEXT, "mapping": {"type": "object", "additionalProperties": _TEXT}},
            "patternProperties": {"^x-": True},
            "unevaluatedProperties": False,
        },
        "externalDocs": {
            "type": "object",
            "required": ["url"],
            "properties": {"url": {"type": "string", "format": "uri-reference"}, "description": _TEXT},
            "patternProperties": {"^x-": True},
            "unevaluatedProperties": False,
        },
        "xml": {
            "type": "object",
            "properties": {
                "name": _TEXT,
                "namespace": {"type": "string", "format": "uri"},
                "prefix": _TEXT,
                "attribute": _YES_OR_NO,
                "wrapped": _YES_OR_NO,
            },
            "patternProperties": {"^x-": True},
            "unevaluatedProperties": False,
        },
    }
}
_REFERENCE = {"if": {"type": "object", "required": ["$ref"]}}


def validator(version: str) -> Any:
    """What judges a document of `2.0`, `3.0` or `3.1` as the norm owner's tool does."""
    import jsonschema_rs

    schema = _published(version)
    formats = dict(DOCUMENT_FORMATS)
    if version == "3.1":
        return jsonschema_rs.Draft202012Validator(_later(schema), validate_formats=True, formats=formats)
    schema = _first(_since_draft_4(schema), "jsonReference" if version == "2.0" else "Reference")
    schema.pop("id")
    schema["$schema"] = _DRAFT_7
    (_swagger if version == "2.0" else _earlier)(schema["definitions"])
    return jsonschema_rs.Draft7Validator(schema, validate_formats=True, formats=formats)


def published(version: str) -> Any:
    """What judges a document by the schema as it was published, and the text of the standard where that says more."""
    import jsonschema_rs

    schema = _published(version)
    formats = dict(DOCUMENT_FORMATS)
    if version == "3.1":
        # §4.8.9.1 has a `$ref` in a path beside all else, as later issues of the schema do
        schema = _with_dialect(schema)
        schema["$defs"]["path-item"]["properties"]["$ref"] = _TEXT  # files are named after a path, braces and all
        schema["$defs"]["paths"]["patternProperties"]["^/"] = {"$ref": "#/$defs/path-item"}
        return jsonschema_rs.Draft202012Validator(schema, validate_formats=True, formats=formats)
    if version == "2.0":
        _ask_for_scopes(schema["definitions"])
    return jsonschema_rs.Draft4Validator(schema, validate_formats=True, formats=formats)


def _published(version: str) -> Any:
    return json.loads(files(__package__).joinpath("data", f"oas-{version}.json").read_bytes())


def _first(schema: Any, name: str) -> Any:
    """`oneOf: [X, Reference]` as: a reference where there is a `$ref`, else X; a yes or no beside X likewise."""
    if isinstance(schema, list):
        return [_first(inner, name) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _first(inner, name) for key, inner in schema.items()}
    reference = {"$ref": f"#/definitions/{name}"}
    for word in ("oneOf", "anyOf"):
        choices = made.get(word)
        if not isinstance(choices, list) or not any(one in choices for one in (reference, {"type": "boolean"})):
            continue
        del made[word]
        rest = next(one for one in choices if one not in (reference, {"type": "boolean"}))
        if {"type": "boolean"} in choices:
            rest = {"if": {"type": "object"}, "then": rest, "else": {"type": "boolean"}}
        made |= {**_REFERENCE, "then": reference, "else": rest} if reference in choices else rest
    return made


def _since_draft_4(schema: Any) -> Any:
    """References to the meta-schema of draft 4 as what they come to."""
    if isinstance(schema, list):
        return [_since_draft_4(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref", "")
    file, _, name = reference.partition("schema#/") if isinstance(reference, str) else ("", "", "")
    if not file.endswith("/draft-04/"):
        return {key: _since_draft_4(inner) for key, inner in schema.items()}
    own = _DRAFT_4.get(name.removeprefix("properties/"))
    return own or {"$ref": f"{_DRAFT_7}/{name.replace('positive', 'nonNegative')}"}


def _by(key: str, choices: Iterable[tuple[str, Any]], names: list[str]) -> dict[str, Any]:
    """Alternatives that the value of a key decides between; `names` are all that it may be."""
    made: dict[str, Any] = {"type": "object", "properties": {key: {"enum": names}}, "required": [key]}
    for name, choice in reversed(list(choices)):
        asked = {"type": "object", "properties": {key: {"const": name}}, "required": [key]}
        made = {"if": asked, "then": choice, "else": made}
    return made


def _swagger(parts: dict[str, Any]) -> None:
    many = {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/schema"}}
    parts["schema"]["properties"] |= {"oneOf": many, "anyOf": many}  # rules of their own refuse them
    _ask_for_scopes(parts)


def _ask_for_scopes(parts: dict[str, Any]) -> None:
    for kind in ("Implicit", "Password", "Application", "AccessCode"):
        parts[f"oauth2{kind}Security"]["required"].append("scopes")


def _earlier(parts: dict[str, Any]) -> None:
    # draft 4 writes this as a yes or no beside `minimum`
    parts["Schema"]["properties"]["multipleOf"] = {"type": "number", "exclusiveMinimum": 0}
    places = parts["ParameterLocation"].pop("oneOf")
    names = [place["properties"].pop("in")["enum"][0] for place in places]
    parts["ParameterLocation"] |= _by("in", zip(names, places, strict=True), names)
    parts["Parameter"]["required"].remove("in")  # asked above
    content = parts["SchemaXORContent"]["oneOf"][1]
    content.pop("required")
    needed = {"type": "object", "required": ["content"]}
    parts["SchemaXORContent"] = {
        "not": {"required": ["schema", "content"]},
        "if": {"not": {"type": "object", "required": ["schema"]}},
        "then": {"if": needed, "then": content, "else": False},
    }
    schemes = {"apiKey": "APIKey", "oauth2": "OAuth2", "openIdConnect": "OpenIdConnect"}  # and not `http`, by mistake
    choices = ((name, {"$ref": f"#/definitions/{part}SecurityScheme"}) for name, part in schemes.items())
    parts["SecurityScheme"] = _by("type", choices, [*schemes, "http"])
    parts["Encoding"].pop("patternProperties", None)
    parts["Encoding"]["properties"]["headers"]["additionalProperties"] = {"$ref": "#/definitions/Header"}


def _with_dialect(schema: dict[str, Any]) -> Any:
    """With the dialect to which the official schema leaves schema objects, unless a document names another."""
    schema["$defs"]["schema"] = {"allOf": [{"$ref": _DIALECT}, {"if": {"type": "object"}, "then": _VOCABULARY}]}
    return _without_dynamic(schema)


def _later(schema: dict[str, Any]) -> dict[str, Any]:
    schema = _with_dialect(schema)
    parts = schema["$defs"]
    parts["server"]["properties"]["url"].pop("format")  # an address with variables is no reference
    # what the norm owner's tool, with an earlier issue of the schema, does otherwise
    parts["paths"]["patternProperties"]["^/"] = {"$ref": "#/$defs/path-item"}
    parts["reference"].pop("unevaluatedProperties")
    styles = parts["parameter"]["dependentSchemas"]["schema"]["$defs"]
    styles["styles-for-path"]["then"]["properties"].pop("name")
    addresses = [parts["example"]["properties"]["externalValue"]]
    addresses.append(parts["security-scheme"]["$defs"]["type-oidc"]["then"]["properties"]["openIdConnectUrl"])
    for flow in parts["oauth-flows"]["$defs"].values():
        addresses += [flow["properties"][name] for name in flow["properties"] if name.endswith("Url")]
    for address in addresses:
        address["format"] = "uri-reference"
    return schema


def _without_dynamic(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_without_dynamic(inner) for inner in schema]
    if isinstance(schema, dict):
        if "$dynamicRef" in schema:
            return {"$ref": "#/$defs/schema"}
        return {key: _without_dynamic(inner) for key, inner in schema.items()}
    return schema
