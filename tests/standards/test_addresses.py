"""The major version in the address of an API as a whole."""

import pytest

from oss_scan.standards.adr.addresses import is_versioned
from oss_scan.standards.openapi.reading import Value


@pytest.mark.parametrize(
    ("urls", "paths", "versioned"),
    [
        (["https://a.nl/v1"], ["/trees"], True),
        (["https://mock.example/trees", "https://a.nl/api/v2"], ["/trees"], True),
        (["https://a.nl"], ["/api/v1/trees", "/api/v1/shrubs"], True),
        (["https://a.nl"], ["/api/v1/trees", "/shrubs"], False),
        (["https://a.nl"], ["/trees"], False),
        (["https://a.nl", "/"], ["/trees"], False),
        (["/"], ["/trees"], None),
        (["https://virtserver.swaggerhub.com/a/trees/0.1.0", "http://localhost:8000"], ["/trees"], None),
        (["https://api.trees.example"], ["/trees"], None),
        (["https://exampleurl.com"], ["/trees"], None),
        (["https://api.yourorganization.nl/trees"], ["/trees"], None),
        (["http://10.0.0.4/api"], ["/trees"], None),
        (["//a.nl/"], ["/trees"], False),
        (["{scheme}://{host}"], ["/trees"], None),
        ([], ["/trees"], None),
    ],
)
def test_is_versioned(urls: list[str], paths: list[str], versioned: bool | None) -> None:
    data: Value = {"servers": [{"url": url} for url in urls], "paths": {path: {} for path in paths}}
    assert is_versioned(data) is versioned


@pytest.mark.parametrize("data", [None, [], {}, {"servers": "x", "paths": []}, {"servers": [1, {}], "paths": None}])
def test_what_is_no_document(data: Value) -> None:
    assert is_versioned(data) is None
