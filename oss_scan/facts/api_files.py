"""Finding the OpenAPI files of a repository, and testing those that describe an API of its own."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from oss_scan.facts.api_others import fetched, made_into_types
from oss_scan.facts.apis import FETCHED, OF_A_CLIENT, OF_SEVERAL, Api, Apis, At, Deviation, Tested
from oss_scan.facts.listing import Listing
from oss_scan.pausing import uncollected
from oss_scan.standards.adr import SCHEMA, Item, Verdict, lint
from oss_scan.standards.adr.addresses import ADDRESS, CLAUSE, is_versioned
from oss_scan.standards.adr.rulesets import rule_sets
from oss_scan.standards.adr.scoring import score
from oss_scan.standards.offering import asked_at, offered
from oss_scan.standards.openapi.files import ApiFile
from oss_scan.standards.openapi.reading import LIMIT, Document, Reader, UnreadableError, read
from oss_scan.standards.openapi.resolving import Resolved
from oss_scan.standards.openapi.roles import HEAD, SUFFIXES, classify, is_own_place, looks_like
from oss_scan.standards.openapi.validity import version
from oss_scan.tree import Kind, Unread

_PLACES = 3  # of one deviation
_FILES = 500  # that a fact names, of those that are not own
_UNREAD = 10
_CLIENT_SETTINGS = ("openapi-generator-config.yaml", "openapi-generator-config.yml")
_OWNERS = 3  # whom to ask, from which on the descriptions are taken for those of several organisations
_AT_HAND = 16  # documents that are kept while others refer to them
_NAMED = 0  # the rank of a file whose name says what it is
_BY_NAME = re.compile(r"openapi|swagger|(?:^|[-_.])oas(?:[-_.\d]|$)|api-?spec|api-?docs")
_BY_FOLDER = re.compile(r"(?:^|/)[^/]*(?:api|oas|swagger|specs?|specificat|contract|interface)[^/]*/")
#: What tools keep their settings in, and what others made: never an API of one's own.
_NEVER = re.compile(
    r"(?:^|/)(?:node_modules|bower_components|site-packages|\.git[^/]*|\.vscode|\.idea)/"
    r"|(?:^|/)(?:package(?:-lock)?|npm-shrinkwrap|composer|tsconfig[^/]*|jsconfig|angular|renovate|lerna|nx|turbo|vercel"
    r"|manifest|pipfile|appsettings[^/]*|launchsettings|global)\.json$"
    r"|(?:^|/)(?:publiccode|mkdocs|_config|docker-compose[^/]*|compose|chart|values[^/]*|kustomization|pnpm-lock"
    r"|pubspec|citation)\.ya?ml$",
)


def rank(path: str) -> int | None:
    """How telling a path is of an OpenAPI document; None for what cannot be one."""
    lower = path.lower()
    if not lower.endswith(SUFFIXES) or _NEVER.search(lower):
        return None
    if _BY_NAME.search(lower.rsplit("/", 1)[-1]):
        return _NAMED
    if _BY_FOLDER.search(lower):
        return 1
    return 2 if not lower.endswith(".json") else 3


@uncollected()
def collect_apis(listing: Listing) -> Apis:
    """Every OpenAPI file with its role; own ones are tested by the rule set of the listed version."""
    unread: list[Unread] = []
    candidates: list[tuple[str, str, bytes]] = []
    for path, data in listing.sought(rank, LIMIT):
        if isinstance(data, Unread):
            # a file of many megabytes is data, and so is what is kept in Git LFS, unless its name says otherwise
            if is_own_place(path) and (data.code not in ("blob-too-large", "blob-lfs") or rank(path) == _NAMED):
                unread.append(data)
        elif looks_like(data[:HEAD]) or (rank(path) == _NAMED and (b"openapi" in data or b"swagger" in data)):
            candidates.append((path, listing.tree.blob(path), data))
    once = lru_cache(maxsize=_AT_HAND)(read)
    lost: list[Unread] = []
    document = lru_cache(maxsize=_AT_HAND)(partial(_document, listing, frozenset(listing.paths), once, lost))
    files = classify(candidates, listing.paths, once, _clients(listing) if candidates else ())
    machines: set[str] = set()
    own = [_own(file, document, lost, machines) for file in files if file.role == "own"]
    if len(machines) >= _OWNERS:
        own = [replace(api, offer=api.offer and OF_SEVERAL) for api in own]
    elif any(api.offer for api in own):
        made = made_into_types(listing)
        came = fetched(listing, {api.path for api in own if api.offer})
        own = [replace(api, offer=OF_A_CLIENT) if api.offer and api.path in made else api for api in own]
        own = [replace(api, offer=FETCHED) if api.offer and api.path in came - made else api for api in own]
    others = [_api(file) for file in files if file.role != "own"][:_FILES]
    unread += lost
    return Apis(
        files=tuple(sorted([*own, *others], key=lambda api: api.path)),
        unread=tuple(unread[:_UNREAD]),
        left_out=len(unread),
    )


def _clients(listing: Listing) -> tuple[str, ...]:
    """Folders in which Apple's generator makes a client only of the document that lies there, in a repository where it
    makes no server of any."""
    paths = [path for name in _CLIENT_SETTINGS for path in listing.by_name.get(name, ()) if listing.is_file(path)]
    settings = {path: listing.seek(path, _NAMED, LIMIT) for path in paths}
    if any(isinstance(data, Unread) or b"server" in data for data in settings.values()):
        return ()
    return tuple(
        f"{path.rpartition('/')[0]}/"
        for path, data in settings.items()
        if isinstance(data, bytes) and b"client" in data
    )


def _document(listing: Listing, known: frozenset[str], read: Reader, lost: list[Unread], path: str) -> Document | None:
    """The document at a path; what is needed and was not fetched is added to `lost`."""
    if path not in known or listing.tree.kind(path) is not Kind.FILE:
        return None
    data = listing.seek(path, _NAMED, LIMIT)
    if isinstance(data, Unread):
        lost.append(data)
        return None
    try:
        return read(data, path)
    except UnreadableError:
        return None


def _own(file: ApiFile, read: Callable[[str], Document | None], lost: Sequence[Unread], machines: set[str]) -> Api:
    """An own file, tested where there is a schema and a rule set for its version, and all that it refers to is here;
    where to ask about what it offers is added to `machines`."""
    document = read(file.path)
    if document is None:
        return _api(file)
    offer = offered(document.data)
    if offer and (machine := asked_at(document.data)):
        machines.add(machine)
    if version(document.data) is None:
        return _api(file, offer=offer)
    before = len(lost)
    tested = _tested(Resolved(document, read))
    return _api(file, tested if len(lost) == before else None, offer)


def _api(file: ApiFile, tested: Tested | None = None, offer: str | None = None) -> Api:
    return Api(
        path=file.path,
        blob=file.blob,
        role=file.role,
        reason=file.reason,
        other=file.other,
        version=file.version,
        title=file.title,
        release=file.release,
        tested=tested,
        offer=offer,
    )


def _tested(world: Resolved) -> Tested:
    ruleset = rule_sets().listed
    verdict = lint(world, ruleset)
    items, clauses, unknown = verdict.items, verdict.clauses, verdict.unknown
    if ADDRESS in verdict.asked and ADDRESS not in unknown:
        # the published rule asks each server that is named; where none is, OpenAPI means the relative address /
        versioned = is_versioned(world.document.data)
        if versioned is not False:
            items = tuple(item for item in items if item.code != ADDRESS)
        if versioned is None:
            clauses, unknown = tuple(one for one in clauses if one != CLAUSE), (*unknown, ADDRESS)
    return Tested(
        valid=_valid(world, verdict),
        ruleset=ruleset,
        clauses=clauses,
        deviations=tuple(_deviations(items)),
        unknown=unknown,
        score=score(world),
    )


def _valid(world: Resolved, verdict: Verdict) -> bool | None:
    """Whether the official schema accepts it; None where there is none for its version, where the file itself has
    faults that a reader mends, or where a reference of its own leads nowhere."""
    if SCHEMA not in verdict.asked or SCHEMA in verdict.unknown:
        return None
    if any(item.code == SCHEMA and not item.defect for item in verdict.items):
        return False
    loose = any(one.why != "remote" for one in world.loose)
    doubtful = any(fault.code != "key-not-text" for fault in world.document.faults)
    return None if doubtful or loose else True


def _deviations(items: Iterable[Item]) -> Iterator[Deviation]:
    """What counts, by code: known faults of the rule set are left out."""
    found: dict[tuple[str, str | None, str], list[Item]] = {}
    for item in items:
        if not item.defect:
            found.setdefault((item.code, item.rule, item.level), []).append(item)
    for (code, rule, level), held in sorted(found.items(), key=lambda pair: (pair[0][0], pair[0][1] or "")):
        places = tuple(At(item.file, item.line, item.column) for item in held[:_PLACES])
        yield Deviation(rule=rule, code=code, level=level, count=len(held), places=places)
