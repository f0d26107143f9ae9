"""Validity of a document by the official schema of its version of OpenAPI (https://spec.openapis.org/oas/)."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from oss_scan.standards.openapi.reading import Path, Value

_VERSIONS = {"3.0": "oas-3.0.json", "3.1": "oas-3.1.json"}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_VERSION = re.compile(r"3\.([0-9]+)(?:\.[0-9]*)?", re.ASCII)
_ERRORS = 200  # that are reported at most


def version(data: Value) -> str | None:
    """`3.0`, `3.1`, …, as the document says; None where it says none that is a version 3."""
    if not isinstance(data, dict) or "openapi" not in data:
        return None
    found = _VERSION.fullmatch(str(data["openapi"]))
    return f"3.{found[1]}" if found else None


def errors(data: Value) -> Iterator[Path]:
    """The path of each error; none where there is no schema for the version."""
    known = version(data)
    if known is None or known not in _VERSIONS:
        return
    seen: set[Path] = set()
    for error in _validator(known).iter_errors(data):
        for path in _telling(error):
            if path not in seen:
                seen.add(path)
                yield path
            if len(seen) >= _ERRORS:
                return


@cache
def _validator(known: str) -> Any:
    import jsonschema_rs

    schema = json.loads(files(__package__).joinpath("data", _VERSIONS[known]).read_bytes())
    if known == "3.0":
        schema = _by_reference(schema)
        schema.pop("id")
        schema["$schema"] = "http://json-schema.org/draft-07/schema#"
        # draft 4 writes this as a yes or no beside `minimum`
        schema["definitions"]["Schema"]["properties"]["multipleOf"] = {"type": "number", "exclusiveMinimum": 0}
        return jsonschema_rs.Draft7Validator(schema, validate_formats=True)
    # The official schema leaves schema objects to their dialect, which is this one unless a document names another.
    schema["$defs"]["schema"] = {"$ref": _DIALECT}
    schema = _without_dynamic(schema)
    schema["$defs"]["server"]["properties"]["url"].pop("format")  # an address with variables is no reference
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def _by_reference(schema: Any) -> Any:
    """`oneOf: [X, Reference]` as: a reference where there is a `$ref`, else X; so that an error shows its own place."""
    if isinstance(schema, list):
        return [_by_reference(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _by_reference(inner) for key, inner in schema.items()}
    choices = made.get("oneOf")
    reference = {"$ref": "#/definitions/Reference"}
    if isinstance(choices, list) and reference in choices:
        rest = [one for one in choices if one != reference]
        del made["oneOf"]
        made["if"] = {"type": "object", "required": ["$ref"]}
        made["then"] = reference
        made["else"] = rest[0] if len(rest) == 1 else {"oneOf": rest}
    return made


def _without_dynamic(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_without_dynamic(inner) for inner in schema]
    if isinstance(schema, dict):
        if "$dynamicRef" in schema:
            return {"$ref": "#/$defs/schema"}
        return {key: _without_dynamic(inner) for key, inner in schema.items()}
    return schema


def _telling(error: Any) -> Iterator[Path]:
    """Where an error is: of alternatives, in the one that was meant, where that can be told."""
    path = tuple(error.instance_path)
    kind = error.kind
    name = kind.name
    if name in ("oneOf", "anyOf"):
        meant = [branch for branch in kind.context if not any(_names_other(inner, path) for inner in branch)]
        if len(meant) == 1 and meant[0]:
            for inner in meant[0]:
                yield from _telling(inner)
            return
    if name == "additionalProperties":
        for key in kind.unexpected:
            yield (*path, key)
        return
    yield path


def _names_other(error: Any, path: Path) -> bool:
    """Whether an error says that another alternative was meant: its `in`, `type` or the like names it."""
    return error.kind.name in ("enum", "const", "type") and tuple(error.instance_path) in (
        (*path, "in"),
        (*path, "type"),
        path,
    )
