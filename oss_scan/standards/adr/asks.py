"""The questions that the rule sets ask of a resolved document; which rule asks which, with what, is data.

Patterns are searched for, not matched whole, and apply to texts only: a version that is written as a number is not
judged. Both are as in the norm owner's tool (https://docs.stoplight.io/docs/spectral).
"""

from collections.abc import Iterator

from oss_scan.standards.adr.hits import Hit, mapping, pattern, servers, truthy
from oss_scan.standards.openapi.resolving import Resolved, Spot

_PROBLEM = ("application/problem+json", "application/problem+xml")


def member_present(world: Resolved, *, member: list[str]) -> Iterator[Hit]:
    """A member of the document is there and not empty."""
    here: Spot | None = world.follow(world.root)
    if not mapping(here):
        return
    nearest = here
    for key in member:
        here = None if here is None else world.child(here, key)
        nearest = here or nearest
    if not truthy(here) and nearest is not None:
        yield Hit(nearest)


def members_required(world: Resolved, *, member: list[str], required: list[str]) -> Iterator[Hit]:
    """A member of the document, where it is a mapping, has the members that it needs."""
    spot = world.at(*member)
    if spot is not None and isinstance(spot.value, dict) and any(name not in spot.value for name in required):
        yield Hit(spot)


def member_matches(world: Resolved, *, member: list[str], match: str) -> Iterator[Hit]:
    """A text in the document has a certain form."""
    spot = world.at(*member)
    if spot is not None and isinstance(spot.value, str) and not pattern(match).search(spot.value):
        yield Hit(spot)


def key_matches(world: Resolved, *, key: str, match: str) -> Iterator[Hit]:
    """A text under a key has a certain form, wherever it stands: so is the way of the published rule read."""
    for holder in world.holders.get(key, ()):
        spot = world.child(holder, key)
        if spot is not None and isinstance(spot.value, str) and not pattern(match).search(spot.value):
            yield Hit(spot)


def no_xml_attribute(world: Resolved) -> Iterator[Hit]:
    """No schema says in the old way that it is an attribute in XML."""
    for holder in world.holders.get("xml", ()):
        spot = world.child(holder, "xml")
        if spot is not None and isinstance(spot.value, dict) and spot.value.get("attribute") is True:
            yield Hit(spot)


def keys_avoid(world: Resolved, *, member: list[str], avoid: str) -> Iterator[Hit]:
    """No key of a member has a certain form."""
    spot = world.at(*member)
    if spot is not None and isinstance(spot.value, dict):
        yield from (Hit(child) for key, child in world.children(spot) if pattern(avoid).search(str(key)))


def keys_match(world: Resolved, *, member: list[str], match: str, unless: str | None = None) -> Iterator[Hit]:
    """Every key of a member has a certain form, but for some that are left alone."""
    spot = world.at(*member)
    if spot is None or not isinstance(spot.value, dict):
        return
    for key, child in world.children(spot):
        if unless and (not key or pattern(unless).search(str(key))):
            continue
        if not pattern(match).search(str(key)):
            yield Hit(child)


def paths_matching(world: Resolved, *, path: str, match: str) -> Iterator[Hit]:
    """What stands under a path whose name matches has keys of a certain form."""
    paths = world.at("paths")
    if paths is None or not isinstance(paths.value, dict):
        return
    for key, item in world.children(paths):
        if not key or not pattern(path).search(str(key)):
            continue
        if isinstance(item.value, dict):
            yield from (Hit(inner) for name, inner in world.children(item) if not pattern(match).search(str(name)))
        elif isinstance(item.value, str) and not pattern(match).search(item.value):
            yield Hit(item)


def servers_match(world: Resolved, *, match: str, deep: bool = False) -> Iterator[Hit]:
    """The address of every server has a certain form."""
    for server in servers(world, deep=deep):
        url = world.child(server, "url") if isinstance(server.value, dict) else server
        if url is not None and isinstance(url.value, str) and not pattern(match).search(url.value):
            yield Hit(url)


def list_given(world: Resolved, *, member: str, of: str) -> Iterator[Hit]:
    """A member of the document is a list, not empty, of texts or of mappings."""
    root = world.follow(world.root)
    held = world.child(root, member)
    if held is None:
        yield Hit(root)
    elif not isinstance(held.value, list) or not held.value:
        yield Hit(held)
    else:
        wanted = str if of == "texts" else dict
        wrong = next((one for _, one in world.children(held) if not isinstance(one.value, wanted)), None)
        if wrong is not None:
            yield Hit(wrong)


def _responses(world: Resolved, status: str) -> Iterator[tuple[Spot, bool]]:
    """The responses with such a status, and whether it is only the name of a component."""
    for holder in world.holders.get("responses", ()):
        responses = world.child(holder, "responses")
        if responses is not None and isinstance(responses.value, dict):
            by_name = responses.path() == ("components", "responses")
            for key, child in world.children(responses):
                if key and pattern(status).search(str(key)):
                    yield child, by_name


def responses_have_headers(world: Resolved, *, status: str) -> Iterator[Hit]:
    """Every response with such a status has headers."""
    for response, by_name in _responses(world, status):
        held = world.child(response, "headers") if isinstance(response.value, dict | list) else response
        if not truthy(held):
            yield Hit(held or response, by_name=by_name)


def responses_have_header(world: Resolved, *, status: str, names: list[str]) -> Iterator[Hit]:
    """The headers of every response with such a status hold one of these."""
    for response, by_name in _responses(world, status):
        headers = world.child(response, "headers") if isinstance(response.value, dict) else None
        if headers is not None and isinstance(headers.value, dict) and not any(name in headers.value for name in names):
            yield Hit(headers, by_name=by_name)


def errors_are_problems(world: Resolved, *, status: str) -> Iterator[Hit]:
    """The content of every response with such a status is offered as a problem (RFC 9457)."""
    for response, by_name in _responses(world, status):
        content = world.child(response, "content") if isinstance(response.value, dict) else None
        if (
            content is not None
            and isinstance(content.value, dict)
            and not any(kind in content.value for kind in _PROBLEM)
        ):
            yield Hit(content, by_name=by_name)


def problems_have_members(world: Resolved, *, status: str, required: list[str]) -> Iterator[Hit]:
    """The schemas of problems name the members that a problem needs."""
    starts: list[Spot] = []
    for response, _ in _responses(world, status):
        content = world.child(response, "content") if isinstance(response.value, dict) else None
        if content is not None and isinstance(content.value, dict):
            starts += [kind for name, kind in world.children(content) if name in _PROBLEM]
    for holder in world.walk(starts):
        schema = world.child(holder, "schema") if isinstance(holder.value, dict) else None
        if schema is None:
            continue
        if not isinstance(schema.value, dict):
            yield Hit(schema)
            continue
        members = world.child(schema, "properties")
        if members is not None and not (
            isinstance(members.value, dict) and all(name in members.value for name in required)
        ):
            yield Hit(members)


def operations_can_refuse(world: Resolved, *, with_input: str, always: str, status: str) -> Iterator[Hit]:
    """Every operation that takes input can answer that the input is wrong."""
    for holder in world.below_paths:
        if not isinstance(holder.value, dict):
            continue
        for key, child in world.children(holder):
            asked = pattern(always).search(str(key)) or (
                pattern(with_input).search(str(key)) and _takes_input(world, child)
            )
            if not asked:
                continue
            if not isinstance(child.value, dict):
                yield Hit(child)
                continue
            responses = world.child(child, "responses")
            if responses is not None and not (isinstance(responses.value, dict) and status in responses.value):
                yield Hit(responses)


def _takes_input(world: Resolved, operation: Spot) -> bool:
    parameters = world.child(operation, "parameters") if isinstance(operation.value, dict) else None
    return parameters is not None and isinstance(parameters.value, list | str) and len(parameters.value) > 0


def query_names_match(world: Resolved, *, match: str) -> Iterator[Hit]:
    """The names of what is asked in an address have a certain form."""
    paths = world.at("paths")
    lists: list[Spot] = []
    for _, item in world.children(paths) if paths is not None else ():
        for _, operation in world.children(item):
            held = world.child(operation, "parameters") if isinstance(operation.value, dict) else None
            if held is not None:
                lists.append(held)
    schemes = world.at("components", "securitySchemes")
    if schemes is not None:
        lists.append(schemes)
    for held in lists:
        for _, parameter in world.children(held):
            if not isinstance(parameter.value, dict):
                continue
            where, name = world.child(parameter, "in"), world.child(parameter, "name")
            if where is None or where.value != "query" or name is None:
                continue
            if isinstance(name.value, str) and not pattern(match).search(name.value):
                yield Hit(name)


def path_present(world: Resolved, *, path: str) -> Iterator[Hit]:
    """A certain path is there; where it is not, the norm owner's tool takes its dots for steps of a way."""
    paths = world.at("paths")
    if paths is None:
        return
    here: Spot | None = paths
    nearest = paths
    if isinstance(paths.value, dict):
        if truthy(world.child(paths, path)):
            return
        for step in path.split("."):
            here = None if here is None else world.child(here, step)
            nearest = here or nearest
    if not truthy(here) or world.child(paths, path) is not None:
        yield Hit(nearest)


def path_has_only(world: Resolved, *, path: str, match: str) -> Iterator[Hit]:
    """A certain path has keys of a certain form."""
    yield from keys_match(world, member=["paths", path], match=match)


def path_answers_with(world: Resolved, *, path: str, status: str, header: str) -> Iterator[Hit]:
    """The answers of a certain path, where they have headers, have this one."""
    responses = world.at("paths", path, "get", "responses")
    if responses is None or not isinstance(responses.value, dict):
        return
    for key, response in world.children(responses):
        if not pattern(status).search(str(key)) or not isinstance(response.value, dict):
            continue
        headers = world.child(response, "headers")
        if headers is not None and not truthy(world.child(headers, header) if mapping(headers) else headers):
            yield Hit(headers)
