"""Small OpenAPI documents that the tests change one thing of."""

import copy
import json
from typing import Any

from oss_scan.standards.adr import Item, lint
from oss_scan.standards.openapi.reading import Document, read
from oss_scan.standards.openapi.resolving import Load, Resolved

_GOOD: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {
        "title": "Bomen",
        "version": "1.2.0",
        "contact": {"name": "Team Groen", "email": "groen@example.org", "url": "https://example.org"},
    },
    "servers": [{"url": "https://api.example.org/v1"}],
    "paths": {
        "/bomen": {
            "get": {
                "operationId": "bomen",
                "responses": {
                    "200": {
                        "description": "bomen",
                        "headers": {"API-Version": {"schema": {"type": "string"}}},
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Boom"}}},
                    }
                },
            }
        }
    },
    "components": {"schemas": {"Boom": {"type": "object", "properties": {"soort": {"type": "string"}}}}},
}


def good() -> dict[str, Any]:
    """A document that every rule set's errors pass over."""
    return copy.deepcopy(_GOOD)


def world(data: Any, load: Load | None = None, name: str = "openapi.json") -> Resolved:
    """A document as its bytes would be read."""
    return Resolved(read(json.dumps(data, indent=2).encode(), name), load)


def items(data: Any, ruleset: str = "adr-2.2", load: Load | None = None) -> list[Item]:
    """What a rule set finds in a document."""
    return list(lint(world(data, load), ruleset).items)


def errors(data: Any, ruleset: str = "adr-2.2") -> list[tuple[str, str]]:
    """The codes and paths of what counts as an error."""
    return [
        (item.code, "/".join(str(step) for step in item.path))
        for item in items(data, ruleset)
        if item.level == "error" and not item.defect
    ]


def other(files: dict[str, str]) -> Load:
    """Gives other files of the same tree."""

    def load(name: str) -> Document | None:
        return read(files[name].encode(), name) if name in files else None

    return load
