"""Which OpenAPI files are a repository's own API: the others are somebody else's, a part, a copy, or a trial.

Only the standard's own application counts: whoever *offers* an API. Each file gets a role and the reason for it.
"""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from oss_scan.standards.openapi.current import current, without_copies
from oss_scan.standards.openapi.files import ApiFile, Described, Role
from oss_scan.standards.openapi.reading import Document, Reader, UnreadableError, Value, read

SUFFIXES = (".yaml", ".yml", ".json")
HEAD = 4096  # bytes in which the version stands

_SNIFF = re.compile(rb"""^[ \t{,]*["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?[23]\b""", re.MULTILINE)
_KEY = re.compile(rb"""^[ \t]*\{?[ \t]*["']?(?:openapi|swagger)["']?[ \t]*:""", re.MULTILINE)
_PLACEHOLDER = re.compile(rb"\{\{|\{%|<%|\$\{")
#: In a title or a version: what a program is still to fill in.
_FILLED_IN = re.compile(r"@@\w+@@|\{\{|\{%|<%|\$\{|%\(\w+\)s|(?i:\boverride\b|\breplace[ _-]?me\b|\bplaceholder\b)")
_WORDS = re.compile(r"[-_. ]+")
_VARIABLE = re.compile(r"\{[^{}]*\}")
# fmt: off
_FOLDERS: Mapping[Role, frozenset[str]] = {
    "fixture": frozenset((
        "test", "tests", "testdata", "testing", "testcase", "testcases", "mock", "mocks", "mocked", "stub", "stubs",
        "fixture", "fixtures", "cassette", "cassettes", "e2e", "cypress", "wiremock", "snapshot", "snapshots",
    )),
    "consumed": frozenset((
        "dependencies", "external", "externals", "vendor", "vendored", "third_party", "thirdparty", "client",
        "clients", "consumed", "upstream", "outway", "outbound", "outgoing", "uitgaand",
        "node_modules", "bower_components", "site-packages", "dist-packages",
    )),
    "archive": frozenset((
        "archief", "archive", "archived", "deprecated", "oud", "old", "legacy", "obsolete", "vorige", "previous",
    )),
    "example": frozenset((
        "example", "examples", "voorbeeld", "voorbeelden", "sample", "samples", "demo", "demos", "tutorial",
        "referentie", "idea", "ideas", "idee", "ideeen", "proposal", "proposals", "voorstel", "voorstellen",
    )),
}
_TEMPLATE_NAMES = ("go", "j2", "jinja", "jinja2", "tmpl", "tpl", "template", "mustache", "hbs", "erb")
# fmt: on
_TITLES: Mapping[Role, frozenset[str]] = {
    "archive": frozenset(("teruggetrokken", "ingetrokken", "vervallen", "deprecated", "withdrawn")),
    "example": frozenset(("sample", "example", "voorbeeld", "petstore", "referentie")),
    "internal": frozenset(("internal", "intern", "interne", "bff")),  # a backend for one frontend
}
_CLIENT_MARKS = (".openapi-generator-ignore", ".swagger-codegen-ignore", "api_client.py", "ApiClient.java")
_CLIENTS = ("client", "clients", "openapi_client", "openapi-client", "generated")


def looks_like(head: bytes) -> bool:
    """Whether the first bytes of a file say that it is OpenAPI."""
    return (b"openapi" in head or b"swagger" in head) and bool(_SNIFF.search(head))


def classify(
    files: Iterable[tuple[str, str, bytes]],
    paths: Iterable[str] = (),
    read: Reader = read,
    clients: Iterable[str] = (),
) -> tuple[ApiFile, ...]:
    """The role of each file, of those that are OpenAPI (path, blob, bytes), in the order of their paths.

    `paths`: all paths of the repository, which show where a client was generated; `clients`: folders of which that is
    known otherwise. `read` may remember what it read.
    """
    files = list(files)
    known = (_generated(paths) if files else frozenset()) | (frozenset(clients) - {"", "/"})
    found: list[Described] = []
    others: list[ApiFile] = []
    for path, blob, data in files:
        one = _first_look(path, blob, data, known, read)
        if isinstance(one, Described):
            found.append(one)
        elif one is not None:
            others.append(one)
    kept = without_copies(found)
    return tuple(sorted([*others, *current(kept)], key=lambda file: file.path))


def _first_look(path: str, blob: str, data: bytes, clients: frozenset[str], read: Reader) -> Described | ApiFile | None:
    try:
        document = read(data, path)
    except UnreadableError as error:
        if not _KEY.search(data[:HEAD]):
            return None
        if _is_template(path) or _PLACEHOLDER.search(data):
            return ApiFile(path, blob, "template", "placeholders")
        role, folder = _by_folder(path)
        if role != "own":
            return ApiFile(path, blob, role, "folder", folder)
        if any(path.startswith(client) for client in clients):
            return ApiFile(path, blob, "consumed", "generated-client")
        return ApiFile(path, blob, "unparsable", error.code)
    file = judge(path, blob, document, clients)
    return None if file is None else Described(file, _digest(document), _routes(document.data))


def judge(path: str, blob: str, document: Document, clients: frozenset[str] = frozenset()) -> ApiFile | None:
    """The role of one document that was read, of itself alone; None where it does not say that it is OpenAPI."""
    form = _form(document.data)
    if form is None:
        return None
    role, folder = _by_folder(path)
    reason = "own" if role == "own" else "folder"
    routes = _routes(document.data)
    placed = isinstance(document.data, dict) and any(map(document.data.get, ("servers", "host")))
    if _is_template(path):
        role, reason, folder = "template", "placeholders", None
    elif role == "own" and any(path.startswith(client) for client in clients):
        role, reason = "consumed", "generated-client"
    elif role == "own" and not routes:
        role, reason = "fragment", "no-paths"
    elif role == "own" and (routes == {"/{}"} or (routes == {"/"} and not placed)):
        role, reason = "fragment", "no-fixed-path"
    info = _info(document.data)
    named = f"{_text(info.get('title')) or ''}\n{_text(info.get('version')) or ''}"
    titled = _by_title(_text(info.get("title"))) if role == "own" else None
    if role == "own" and (_FILLED_IN.search(named) or any("{{" in route for route in routes)):
        role, reason = "template", "placeholders"
    elif titled is not None:
        role, reason = titled, "title"
    return ApiFile(path, blob, role, reason, folder, form, _text(info.get("title")), _text(info.get("version")))


def _form(data: Value) -> str | None:
    if not isinstance(data, dict):
        return None
    for key in ("openapi", "swagger"):
        said = data.get(key)
        if isinstance(said, str | float | int) and str(said)[:1] in ("2", "3"):
            return str(said)
    return None


def _info(data: Value) -> Mapping[str, Value]:
    info = data.get("info") if isinstance(data, dict) else None
    return info if isinstance(info, dict) else {}


def _text(value: Value) -> str | None:
    return None if value is None or isinstance(value, dict | list) else str(value)[:200]


def _routes(data: Value) -> frozenset[str]:
    found: set[str] = set()
    for key in ("paths", "webhooks"):
        held = data.get(key) if isinstance(data, dict) else None
        if isinstance(held, dict):
            found.update(_VARIABLE.sub("{}", name) for name, item in held.items() if isinstance(item, dict) and item)
    return frozenset(found)


def _digest(document: Document) -> str:
    text = json.dumps(document.data, sort_keys=True, default=str, ensure_ascii=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _is_template(path: str) -> bool:
    return any(part in _TEMPLATE_NAMES for part in path.rsplit("/", 1)[-1].lower().split(".")[1:])


def is_own_place(path: str) -> bool:
    """Whether a document at a path may be an own one: not among tests, examples or the work of others."""
    return _by_folder(path)[0] == "own"


def _by_folder(path: str) -> tuple[Role, str | None]:
    *folders, name = path.lower().split("/")
    parts = [(folder, {folder, *_WORDS.split(folder)}) for folder in folders]
    stem = _WORDS.split(name)
    if stem[0] in ("test", "mock") or (len(stem) > 2 and stem[-2] in ("test", "mock")):
        return "fixture", name
    if len(folders) > 1 and folders[-2:] == ["api", "external"]:  # an API for outsiders, not of outsiders
        folders = folders[:-1]
        parts = parts[:-1]
    for role, known in _FOLDERS.items():
        for folder, words in parts:
            if not known.isdisjoint(words):
                return role, folder
    if not _FOLDERS["example"].isdisjoint(stem):
        return "example", name
    return "own", None


def _by_title(title: str | None) -> Role | None:
    words = frozenset(re.findall(r"\w+", (title or "").lower()))
    return next((role for role, known in _TITLES.items() if not words.isdisjoint(known)), None)


def _generated(paths: Iterable[str]) -> frozenset[str]:
    """Folders that hold a client of somebody's API: what a generator leaves shows it, or a client beside `specs/`."""
    found: set[str] = set()
    held = frozenset(paths)
    for path in held:
        *folders, name = path.split("/")
        if name in _CLIENT_MARKS:
            cut = next((at for at, folder in enumerate(folders) if folder.lower() in _CLIENTS), len(folders))
            found.add("".join(f"{folder}/" for folder in folders[:cut]))
        elif name.endswith(SUFFIXES) and len(folders) > 1 and folders[-1].lower() in ("spec", "specs"):
            above = "/".join(folders[:-1])
            if f"{above}/client.py" in held:
                found.add(f"{above}/")
    return frozenset(found - {""})
