"""OpenAPI files in a repository: which are looked into, which are own, and what a test of these keeps."""

import json
import time
from typing import Any

import pytest

from oss_scan.facts import collect
from oss_scan.facts.api_files import collect_apis, rank
from oss_scan.facts.apis import Api, Apis
from oss_scan.facts.listing import Listing
from oss_scan.tree import MemoryTree, Unread
from tests.standards.documents import good


def _bytes(**changes: Any) -> bytes:
    return json.dumps({**good(), **changes}).encode()


OFFERED = _bytes(
    info={"title": "API", "version": "1.0.0", "contact": {"email": "vraag@stad.nl"}},
    servers=[{"url": "https://api.stad.nl/v1"}],
)


def _apis(files: dict[str, bytes]) -> Apis:
    return collect_apis(Listing(MemoryTree(dict(files))))


def _one(files: dict[str, bytes]) -> Api:
    (own,) = _apis(files).own
    return own


def test_the_most_telling_names_come_first() -> None:
    ranks = {
        "openapi.yaml": 0,
        "docs/Swagger-v2.json": 0,
        "x/oas.yml": 0,
        "api/trees.yaml": 1,
        "trees.yaml": 2,
        "trees.json": 3,
        "trees.py": None,
        "package.json": None,
        "a/node_modules/x/openapi.json": None,
        ".github/workflows/api.yml": None,
        "publiccode.yml": None,
        "chart/values-production.yaml": None,
    }
    assert {path: rank(path) for path in ranks} == ranks


def test_an_own_document_is_tested() -> None:
    api = _one({"openapi.json": _bytes()})
    assert api.tested is not None
    assert (api.tested.valid, api.tested.ruleset, api.tested.score) == (True, "adr-2.0", 100)
    assert api.tested.deviations == ()
    assert len(api.tested.clauses) >= 5


def test_descriptions_with_the_contacts_of_several_organisations_are_of_nobody_in_particular() -> None:
    def of(number: int, machine: str) -> bytes:
        info = {"title": f"API {number}", "version": "1.0.0", "contact": {"name": "A", "email": f"vraag@{machine}"}}
        return _bytes(
            info=info, servers=[{"url": f"https://api.stad.nl/{number}/v1"}], paths={f"/boom{number}": {"get": {}}}
        )

    machines = ("stad.nl", "Stad.nl ", "provincie.nl", "bureau.nl", "example.com")
    files = {f"public/{number}.json": of(number, machine) for number, machine in enumerate(machines)}
    assert {api.offer for api in _apis(files).own} == {"several", None}
    assert _apis(files).offered == ()
    del files["public/2.json"]
    assert {api.offer for api in _apis(files).own} == {"address", None}
    assert len(_apis(files).offered) == 3


def test_a_description_that_is_made_into_the_types_of_a_client_may_be_of_somebody_else() -> None:
    document = OFFERED
    scripts = {"types": "npx openapi-typescript ./specs/a.json -o a.ts && openapi-ts -i ../b.json", "lint": "x c.json"}
    package = json.dumps({"scripts": scripts}).encode()
    files = {"web/specs/a.json": document, "web/package.json": package}
    assert _one(files).offer == "client"
    assert _one({"b.json": document, "web/package.json": package}).offer == "client"
    assert _one({"web/c.json": document, "web/package.json": package}).offer == "address"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("web/CONTRIBUTING.md", "Download to `specs/a.json`, and write the models."),
        ("README.md", "De beschrijving wordt opgehaald en opgeslagen als web/specs/a.json."),
        ("Makefile", "spec:\n\tcurl -sSLo web/specs/a.json https://api.stad.nl/openapi.json\n"),
        ("web/update.sh", "wget -q https://api.stad.nl/openapi.json \\\n  --output-document=specs/a.json\n"),
        ("scripts/spec.sh", 'curl "$URL/openapi.json" > web/specs/a.json\n'),
        ("README.md", "Haal de beschrijving op bij https://api.stad.nl en zet die in `web/specs/a.json`."),
        ("web/update.ps1", "Invoke-WebRequest https://api.stad.nl/openapi.json -OutFile specs/a.json"),
        ("web/package.json", '{"scripts": {"spec": "curl https://api.stad.nl/v3/api-docs > specs/a.json"}}'),
    ],
)
def test_a_description_that_is_fetched_from_elsewhere_may_be_of_somebody_else(path: str, said: str) -> None:
    assert _offer({"web/specs/a.json": OFFERED, path: said.encode()}) == "fetched"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("README.md", "Download [the description](web/specs/a.json)."),
        ("README.md", "Download the client to `web/client/`; web/specs/a.json says what it asks."),
        ("README.md", "We write the description to web/specs/a.json."),
        ("README.md", "Download it to `specs/a.json`."),  # which is another file
        ("Makefile", "spec:\n\tcurl http://localhost:8000/openapi.json -o web/specs/a.json\n"),  # it was made here
        ("Makefile", "check:\n\tcurl -T web/specs/a.json https://keuring.nl/\n"),  # which is sent there
        ("README.md", "Validate with `curl --data-binary web/specs/a.json https://keuring.nl`."),
        ("README.md", "Fetch the data as described in web/specs/a.json, or according to web/specs/a.json."),
        ("README.md", "Haal gegevens op zoals beschreven in web/specs/a.json."),
        ("other/CONTRIBUTING.md", "Download to `../web/specs/a.json`."),
    ],
)
def test_what_does_not_say_that_a_description_is_fetched(path: str, said: str) -> None:
    assert _offer({"web/specs/a.json": OFFERED, path: said.encode()}) == "address"


def _offer(files: dict[str, bytes]) -> str | None:
    return next(api.offer for api in _apis(files).files if api.path == "web/specs/a.json")


def test_what_may_not_be_own_leaves_nothing_open_where_it_was_not_read() -> None:
    files = {
        "spec/vcr_cassettes/a.yml": b"x: 1\n",
        "vendor/openapi.yaml": b"",
        "api/a.yml": b"",
    }
    tree = _Partial(files)
    tree.absent = frozenset(files)
    assert [one.path for one in collect_apis(Listing(tree)).unread] == ["api/a.yml"]


def test_a_client_that_apples_generator_makes_is_of_somebody_elses_api() -> None:
    client = b"generate:\n  - types\n  - client\n"
    files = {"a/S/openapi.json": _bytes(), "a/S/openapi-generator-config.yml": client}
    [api] = _apis(files).files
    assert (api.role, api.reason) == ("consumed", "generated-client")
    [broken] = _apis(files | {"a/S/openapi.json": b'{"openapi": "3.0.3", }}'}).files
    assert (broken.role, broken.reason) == ("consumed", "generated-client")
    for other in (b"generate: [types]\n", client + b"  - server\n"):
        assert _one(files | {"a/S/openapi-generator-config.yml": other}).path == "a/S/openapi.json"
    server = {"b/S/openapi-generator-config.yaml": b"generate:\n  - server\n"}
    assert _one(files | server).path == "a/S/openapi.json"


def test_what_deviates_is_counted_and_the_first_places_are_kept() -> None:
    paths = {
        f"/trees{number}": {"get": {"operationId": str(number), "responses": {"200": {"description": "x"}}}}
        for number in range(20)
    }
    api = _one({"openapi.json": _bytes(paths=paths)})
    assert api.tested is not None
    (found,) = [one for one in api.tested.deviations if one.level == "error"]
    assert (found.rule, found.code, found.count, len(found.places)) == ("/core/version-header", "missing-header", 20, 3)
    assert api.tested.score == 88


def test_without_a_server_the_version_in_the_address_is_not_tested() -> None:
    api = _one({"openapi.json": _bytes(servers=[])})
    assert api.tested is not None
    assert api.tested.unknown == ("include-major-version-in-uri",)
    assert "/core/uri-version" not in api.tested.clauses
    in_paths = _one({"openapi.json": _bytes(servers=[], paths={"/v1/bomen": {"get": {"responses": {}}}})})
    assert in_paths.tested is not None
    assert "/core/uri-version" in in_paths.tested.clauses


def test_only_own_documents_are_tested() -> None:
    apis = _apis({"openapi.json": _bytes(), "tests/openapi.json": _bytes(info={"title": "x", "version": "1.0.0"})})
    assert [(api.path, api.role, api.tested is not None) for api in apis.files] == [
        ("openapi.json", "own", True),
        ("tests/openapi.json", "fixture", False),
    ]


def test_files_that_it_refers_to_are_read_within_the_repository() -> None:
    paths = {"/trees": {"$ref": "paths/trees.yaml"}}
    trees = b"get: {operationId: trees, responses: {'200': {description: trees}}}\n"
    api = _one({"openapi.json": _bytes(paths=paths), "paths/trees.yaml": trees})
    assert api.tested is not None
    (found,) = [one for one in api.tested.deviations if one.level == "error"]
    assert (found.code, found.places[0].path) == ("missing-header", "paths/trees.yaml")


class _Partial(MemoryTree):
    """Some files are not here, as in a remote repository of which the budget did not reach everything."""

    absent: frozenset[str] = frozenset()

    def seek(self, path: str, rank: int, limit: int) -> bytes | Unread:
        return Unread("blob-not-fetched", path) if path in self.absent else self.read(path, limit)


def test_what_was_not_fetched_is_counted_and_no_document_is_judged_by_half() -> None:
    tree = _Partial({"openapi.json": _bytes(paths={"/trees": {"$ref": "trees.yaml"}}), "trees.yaml": b"get: {}\n"})
    tree.absent = frozenset({"trees.yaml"})
    apis = collect_apis(Listing(tree))
    assert {one.code for one in apis.unread} == {"blob-not-fetched"}
    assert apis.left_out == 2  # as a candidate of its own, and as a part
    assert [api.tested for api in apis.own] == [None]


def test_a_reference_that_leads_nowhere_leaves_validity_open() -> None:
    dead = {"/trees": {"get": {"operationId": "a", "responses": {"200": {"$ref": "#/components/responses/x"}}}}}
    api = _one({"openapi.json": _bytes(paths=dead)})
    assert api.tested is not None
    assert api.tested.valid is None


def test_a_version_without_a_schema_here_is_neither_valid_nor_not() -> None:
    api = _one({"openapi.json": _bytes(openapi="3.2.0")})
    assert api.tested is not None
    assert (api.tested.valid, "oas3-schema" in api.tested.unknown) == (None, True)


def test_a_template_and_the_webhook_of_a_caller_are_not_own() -> None:
    filled = {"title": "Trees", "version": "OVERRIDE THIS VALUE in conf.py"}
    files = {
        "openapi.json": _bytes(info=filled),
        "webhook.json": _bytes(paths={"/{address}": {"post": {"responses": {"204": {"description": "x"}}}}}),
    }
    assert {api.path: (api.role, api.reason) for api in _apis(files).files} == {
        "openapi.json": ("template", "placeholders"),
        "webhook.json": ("fragment", "no-fixed-path"),
    }


def test_large_data_is_no_api_unless_its_name_says_so() -> None:
    big = b'{"features": [' + b" " * (4 * 1024 * 1024) + b"]}"
    assert _apis({"trees.json": big}) == Apis()
    assert _apis({"openapi.json": big}).left_out == 1


def test_ten_thousand_references_in_circles_do_not_hang() -> None:
    schemas: dict[str, Any] = {
        f"S{number}": {
            "type": "object",
            "description": "x" * 20,
            "properties": {"next": {"$ref": f"#/components/schemas/S{(number + 1) % 10_000}"}},
        }
        for number in range(10_000)
    }
    data = _bytes(components={"schemas": {**schemas, "Boom": {"$ref": "#/components/schemas/S0"}}})
    assert len(data) > 1024 * 1024
    before = time.process_time()
    api = _one({"openapi.json": data})
    assert api.tested is not None
    assert api.tested.valid is True
    assert time.process_time() - before < 20


def test_the_kind_of_a_repository_of_descriptions_is_api() -> None:
    tree = collect(MemoryTree({"openapi.json": _bytes(), "README.md": b"# Trees\n"}))
    assert tree.kind is not None
    assert tree.kind.kind == "api"
