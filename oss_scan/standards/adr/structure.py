"""The questions about the whole of a document that the rule sets take over from their tool's own set."""

import re
from collections.abc import Iterator
from itertools import islice, product

from oss_scan.standards.adr.hits import Hit, mapping, operations, servers
from oss_scan.standards.openapi import examples, validity
from oss_scan.standards.openapi.resolving import Resolved, Spot

_PARAMETER = re.compile(r"\{;?\??[a-zA-Z0-9_-]+\*?\}", re.ASCII)
_MARKS = re.compile(r"[{}?*;]")
_VARIABLE = re.compile(r"\{([^}\n][^}\n]*)\}")
_ADDRESS = re.compile(
    r"(?:(?:https?|wss?|ftp):/*[^\s/?#<>^|%\\]+|(?!(?:https?|wss?|ftp):)[a-zA-Z][a-zA-Z0-9+.-]*:)[^\n]*"
)
_COMBINATIONS = 1_000


def document_is_valid(world: Resolved) -> Iterator[Hit]:
    """The document, as it is written, is valid by the schema of its version of OpenAPI."""
    yield from (Hit(world.root, path, refused=valid) for path, valid in validity.errors(world.document.data))


def media_examples_are_valid(world: Resolved) -> Iterator[Hit]:
    """The examples of contents, parameters and headers are valid by their schema."""
    yield from (Hit(spot, below, refused=fits) for spot, below, fits in examples.wrong_in_media(world))


def schema_examples_are_valid(world: Resolved) -> Iterator[Hit]:
    """The examples and defaults in schemas are valid by these schemas."""
    yield from (Hit(spot, below, refused=fits) for spot, below, fits in examples.wrong_in_schemas(world))


def operation_ids_are_unique(world: Resolved) -> Iterator[Hit]:
    """No two operations have the same id."""
    seen: set[str] = set()
    for _, _, _, operation in operations(world):
        if not isinstance(operation.value, dict) or "operationId" not in operation.value:
            continue
        own = world.child(operation, "operationId")
        assert own is not None
        name = repr(own.value)
        if name in seen:
            yield Hit(own)
        seen.add(name)


def tags_are_unique(world: Resolved) -> Iterator[Hit]:
    """No two tags have the same name."""
    tags = world.at("tags")
    if tags is None or not isinstance(tags.value, list):
        return
    names = [world.child(tag, "name") if isinstance(tag.value, dict) else None for _, tag in world.children(tags)]
    if not all(name is not None and isinstance(name.value, str) for name in names):
        return
    seen = set()
    for name in names:
        assert name is not None
        if name.value in seen:
            yield Hit(name)
        seen.add(name.value)


def path_parameters_agree(world: Resolved) -> Iterator[Hit]:
    """The parameters in paths are those that the operations define, each once, and required."""
    paths = world.at("paths")
    if paths is None or not isinstance(paths.value, dict):
        return
    alike: set[str] = set()
    for key, item in world.children(paths):
        if not isinstance(item.value, dict | list):
            continue
        path = str(key)
        shape = _PARAMETER.sub("%", path)
        if shape in alike:
            yield Hit(item)
        alike.add(shape)
        expected: list[str] = []
        for part in _PARAMETER.findall(path):
            name = _MARKS.sub("", part)
            if name in expected:
                yield Hit(item)
            else:
                expected.append(name)
        yield from _parameters_of(world, item, expected)


def _parameters_of(world: Resolved, item: Spot, expected: list[str]) -> Iterator[Hit]:
    shared: dict[str, Spot] = {}
    yield from _defined(world, item, shared)
    for method, operation in world.children(item):
        if method not in ("get", "head", "post", "put", "patch", "delete", "options", "trace"):
            continue
        if not isinstance(operation.value, dict | list):
            continue
        own: dict[str, Spot] = {}
        yield from _defined(world, operation, own)
        both = shared | own
        yield from (Hit(spot) for name, spot in both.items() if name not in expected)
        yield from (Hit(operation) for name in expected if name not in both)


def _defined(world: Resolved, holder: Spot, found: dict[str, Spot]) -> Iterator[Hit]:
    held = world.child(holder, "parameters") if isinstance(holder.value, dict) else None
    if held is None or not isinstance(held.value, list):
        return
    for _, parameter in world.children(held):
        where = world.child(parameter, "in") if isinstance(parameter.value, dict) else None
        name = world.child(parameter, "name") if where is not None and where.value == "path" else None
        if name is None:
            continue
        required = world.child(parameter, "required")
        if required is None or required.value is not True:
            yield Hit(parameter)
        if str(name.value) in found:
            yield Hit(parameter)
        else:
            found[str(name.value)] = parameter


def server_variables_agree(world: Resolved) -> Iterator[Hit]:
    """The variables in the addresses of servers are those that are defined, each with a default."""
    for server in _every_server(world):
        if not _is_server(world, server):
            yield Hit(server)
            continue
        url = world.child(server, "url")
        assert url is not None
        assert isinstance(url.value, str)
        used = _VARIABLE.findall(url.value)
        held = world.child(server, "variables")
        defined = {} if held is None else {str(key): spot for key, spot in world.children(held)}
        yield from (Hit(spot) for name, spot in defined.items() if name not in used)
        if used and any(name not in defined for name in used):
            yield Hit(held or server)
        if used and held is not None:
            yield from _values(world, url.value, held, {name: spot for name, spot in defined.items() if name in used})


def _every_server(world: Resolved) -> Iterator[Spot]:
    yield from servers(world, deep=False)
    paths = world.at("paths")
    if paths is not None and isinstance(paths.value, dict):
        for _, item in world.children(paths):
            held = world.child(item, "servers") if isinstance(item.value, dict) else None
            if held is not None:
                yield from (server for _, server in world.children(held))
    links = [world.at("components", "links")]
    for _, _, _, operation in operations(world):
        held = world.child(operation, "servers") if isinstance(operation.value, dict) else None
        if held is not None:
            yield from (server for _, server in world.children(held))
        responses = world.child(operation, "responses") if isinstance(operation.value, dict) else None
        if responses is not None:
            links += [
                world.child(response, "links")
                for _, response in world.children(responses)
                if isinstance(response.value, dict)
            ]
    for held in links:
        for _, link in world.children(held) if held is not None else ():
            server = world.child(link, "server") if isinstance(link.value, dict) else None
            if server is not None:
                yield server


def _is_server(world: Resolved, server: Spot) -> bool:
    url = world.child(server, "url") if isinstance(server.value, dict) else None
    if url is None or not isinstance(url.value, str):
        return False
    held = world.child(server, "variables")
    if held is None:
        return True
    if not isinstance(held.value, dict):
        return False
    return all(_is_variable(world, variable) for _, variable in world.children(held))


def _is_variable(world: Resolved, variable: Spot) -> bool:
    if not mapping(variable):
        return False
    for key, inner in world.children(variable):
        if key == "enum":
            if not isinstance(inner.value, list) or not all(isinstance(one, str) for one in inner.value):
                return False
        elif key in ("default", "description", "examples"):
            if not isinstance(inner.value, str):
                return False
        elif not str(key).startswith("x-"):
            return False
    return True


def _values(world: Resolved, url: str, held: Spot, used: dict[str, Spot]) -> Iterator[Hit]:
    choices: list[tuple[str, list[str]]] = []
    for name, variable in used.items():
        listed, default = world.child(variable, "enum"), world.child(variable, "default")
        values = [] if default is None else [str(default.value)]
        if listed is not None and isinstance(listed.value, list):
            values = [str(one) for one in listed.value]
            if default is not None and default.value not in values:
                yield Hit(default)
        choices.append((name, values))
        if default is None:
            yield Hit(variable)
    if not choices:
        return
    for combination in islice(product(*(one for _, one in choices)), _COMBINATIONS):
        address = url
        for (name, _), value in zip(choices, combination, strict=True):
            address = address.replace(f"{{{name}}}", value)
        if not _ADDRESS.fullmatch(address):
            yield Hit(held)
            return
