"""A JSON Schema for editors, written from the table: what can be told of a publiccode.yml while it is typed.

It refuses no file that `validate` finds valid by the text of the standard; `validate` knows more.
"""

import json
from collections.abc import Mapping
from typing import Any

from oss_scan.publiccode.field import Field
from oss_scan.publiccode.meanings import MEANINGS
from oss_scan.publiccode.table import LATEST, LET_PASS, VERSIONS
from oss_scan.publiccode.views import below
from oss_scan.publiccode.vocabulary import vocabulary

_Schema = dict[str, Any]
_SCHEME = "[A-Za-z][A-Za-z0-9+.-]*:"
_TAG = "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$"
_FORMS: Mapping[str, _Schema] = {
    "category": {"$ref": "#/$defs/category"},
    "country": {"$ref": "#/$defs/country"},
    "date": {"pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
    "email": {"pattern": "^[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+$"},
    "http": {"pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]"},
    "ipa": {},
    "language": {"pattern": _TAG},
    "licence": {},
    "media-type": {"pattern": "^ *[A-Za-z0-9][^/\\s]*/[A-Za-z0-9][^/\\s]* *$"},
    "path": {"pattern": "^(?!/|file:)"},
    "scope": {"$ref": "#/$defs/scope"},
    "support": {"$ref": "#/$defs/support"},
    "uri": {"pattern": f"^{_SCHEME}"},
    "url": {"pattern": f"^{_SCHEME}//"},
    "version": {"enum": list(VERSIONS)},
}


def schema() -> str:
    """The schema, as JSON."""
    return (
        json.dumps(
            {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$id": "urn:oss-scan:schema:publiccode:v1",
                "title": f"publiccode.yml {LATEST}",
                "description": "For editors; written by `make docs` from oss_scan/publiccode/table.py. "
                "`oss-scan publiccode validate` tells more: SPDX expressions, language tags, files, dates.",
                **_map("", Field(type="map")),
                "$defs": _definitions(),
            },
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
    )


def _definitions() -> _Schema:
    return {
        "category": {"type": "string", "enum": sorted(vocabulary("categories"))},
        "country": {
            "type": "string",
            "anyOf": [
                {"enum": sorted(vocabulary("countries"))},
                {"pattern": "^[a-z]{2}$", "deprecated": True},
            ],
        },
        "scope": {"type": "string", "enum": sorted(vocabulary("scopes"))},
        "support": {
            "type": "string",
            "anyOf": [
                {"enum": [f"alias:{name}" for name in sorted(vocabulary("aliases"))]},
                {"pattern": f"^(?!alias:){_SCHEME}"},
            ],
        },
    }


def _of(pattern: str, field: Field) -> _Schema:
    """What may stand under one key; nothing at all where the key is optional."""
    meaning = MEANINGS[pattern]
    about: _Schema = {"description": f"{meaning.en} · {meaning.nl}"}
    if field.deprecated:
        about["deprecated"] = True
    match field.type:
        case "map":
            held = _map(pattern, field)
        case "list":
            held = _list(pattern, field)
        case "boolean":
            held = {"type": "boolean"}
        case "text":
            held = _text(field)
    if field.presence == "mandatory" or pattern.endswith(("[]", "*")):
        return {**about, **held}
    return {**about, "anyOf": [held, {"type": "null"}]}


def _text(field: Field) -> _Schema:
    form = _FORMS[field.form] if field.form else {}
    if "$ref" in form:
        return form
    text: _Schema = {"type": "string", **form}
    if field.values:
        text["enum"] = list(field.values)
    if field.most is not None:
        text |= {"minLength": field.least, "maxLength": field.most}
    elif field.presence == "mandatory" and not field.values and not field.form:
        text["pattern"] = "\\S"
    if not field.form and not field.values:
        text["type"] = ["string", "number", "boolean"]  # read as a text, with a notice
    return text


def _list(pattern: str, field: Field) -> _Schema:
    item = below()[pattern]["[]"]
    listed: _Schema = {"type": "array", "items": _of(f"{pattern}[]", item)}
    if item.type == "text" and item.form is None:
        listed["items"] = {"anyOf": [listed["items"], {"type": "null"}]}
    if field.least:
        listed["minItems"] = field.least
    if not field.single:
        return listed
    return {"anyOf": [_of(f"{pattern}[]", item), listed]}


def _map(pattern: str, field: Field) -> _Schema:
    known = below()[pattern]
    every = known.get("*")
    if every:
        of_one = below()[f"{pattern}.*"]
        wanted = [own for own, one in of_one.items() if one.presence == "one-language"]
        return {
            "type": "object",
            "minProperties": field.least,
            "propertyNames": {"pattern": _TAG},
            "additionalProperties": _of(f"{pattern}.*", every),
            "allOf": [{"not": {"additionalProperties": {"not": {"required": [own]}}}} for own in wanted],
        }
    held: _Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {own: _of(f"{pattern}.{own}" if pattern else own, one) for own, one in known.items()},
    }
    required = [
        own
        for own, one in known.items()
        if one.presence == "mandatory" and (f"{pattern}.{own}" if pattern else own) not in LET_PASS
    ]
    conditions = [rule for own, one in known.items() for rule in _conditions(own, one)]
    return {**held, **({"required": required} if required else {}), **({"allOf": conditions} if conditions else {})}


def _conditions(own: str, field: Field) -> list[_Schema]:
    when = field.when
    if when is None:
        return []
    name = when.key.rpartition(".")[2]
    beside: _Schema = {"properties": {name: {"enum": list(when.values)}}, "required": [name]}
    values = below()[when.key.rpartition(".")[0]][name].values
    there = {"required": [own], "properties": {own: {"type": "array", "minItems": 1}}}
    rules: list[_Schema] = [{"if": beside, "then": there}]
    if when.only:
        others = [value for value in values if value not in when.values]
        other: _Schema = {"properties": {name: {"enum": others}}, "required": [name]}
        rules.append({"if": other, "then": {"properties": {own: {"type": "null"}}}})
    return rules
