"""Validity of a document by the official schema of its version of OpenAPI."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from oss_scan.standards.openapi.official import published, validator
from oss_scan.standards.openapi.reading import Path, Value
from oss_scan.standards.openapi.values import as_text

_VERSION = re.compile(r"3\.([0-9]+)(?:\.[0-9]*)?", re.ASCII)
_WHOLE = re.compile(r"\s*\+?0*([1-9][0-9]*)", re.ASCII)
_ERRORS = 50_000  # that are reported at most
_ASKED = 2_000  # errors that are held against the official schema one by one, which takes four times as long
_validator = cache(validator)
_published = cache(published)


def version(data: Value) -> str | None:
    """`3.0`, `3.1`, …, as the document says; None where it says none that is a version 3."""
    if not isinstance(data, dict) or "openapi" not in data:
        return None
    found = _VERSION.fullmatch(as_text(data["openapi"]))
    return f"3.{found[1]}" if found else None


def is_major(data: Value, key: str, number: str) -> bool:
    """Whether the version under a key (`openapi`, `swagger`) begins with a number."""
    if not isinstance(data, dict) or key not in data:
        return False
    found = _WHOLE.match(as_text(data[key]))
    return found is not None and found[1] == number


def has_schema(data: Value) -> bool:
    """Whether a document of its version can be judged here."""
    return version(data) != "3.2"


def errors(data: Value) -> Iterator[tuple[Path, bool]]:
    """The path of each error that the norm owner's tool finds, and whether the official schema accepts what is there.

    None for 3.2, of which there is no schema here; by that of 3.0 for any other version.
    """
    if not has_schema(data):
        return
    known = version(data)
    if is_major(data, "swagger", "2"):
        known = "2.0"
    elif known not in ("3.0", "3.1"):
        known = "3.0"
    found = _paths(_validator(known), data, known)
    wrong: set[Path] = set()  # where the official schema finds something, or below
    if len(found) > _ASKED and not _published(known).is_valid(data):
        wrong.update(found)
    elif found:
        there = _paths(_published(known), data, known)
        if len(there) >= _ERRORS:  # where the others are nobody knows
            wrong.update(found)
        for path in there:
            wrong.update(path[:length] for length in range(len(path) + 1))
    yield from ((path, path not in wrong) for path in found)


def _paths(judge: Any, data: Value, known: str) -> dict[Path, None]:
    told: dict[Path, None] = {}
    for error in judge.iter_errors(data):
        told.update(dict.fromkeys(_told(error)))
        if len(told) >= _ERRORS:
            break
    named = (_named(path, data) for path in told)
    if known == "2.0":  # the norm owner's tool shows all of these at one place
        named = (path[:1] if path[:1] == ("securityDefinitions",) else path for path in named)
    return dict.fromkeys(named)


def _named(path: Path, data: Value) -> Path:
    """A path with the keys as they are in the document: the validator takes `200` for a number."""
    steps: list[str | int] = []
    here = data
    for step in path:
        if isinstance(here, dict):
            name = str(step)
            steps.append(name)
            here = here.get(name)
        else:
            steps.append(step)
            here = here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else None
    return tuple(steps)


def _told(error: Any) -> Iterator[Path]:
    """Where an error is; of alternatives that all fail, also where each of them does."""
    path = tuple(error.instance_path)
    kind = error.kind
    if kind.name == "additionalProperties":
        yield from ((*path, key) for key in kind.unexpected)
        return
    yield path
    if kind.name in ("oneOf", "anyOf"):
        for branch in kind.context:
            for inner in branch:
                yield from _told(inner)
