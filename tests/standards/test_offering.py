"""Which descriptions show that an API is offered to others, and which do not."""

import pytest

from oss_scan.standards.offering import Offer, offered
from oss_scan.standards.openapi.reading import Value

ASK: dict[str, Value] = {"contact": {"email": "team@stad.nl"}}

_REAL = [
    "mijn-api.kadaster.nl",
    "mijnapp.gemeente.nl",
    "jouw-bijstand.nl",
    "my_service.gov.nl",
    "some-api.rotterdam.nl",
    "uw-omgeving.nl",
    "your-europe.eu",
    "anyservice.nl",
    "mijnsite.nl",
    "voorbeelden.stad.nl",
    "mijn-domein.stad.nl",
    "stad.co.uk",
]
_INVENTED = [
    "your-company.com",
    "api.yourdomain.nl",
    "jouw-domein.nl",
    "mijndomein.nl",
    "your-api-host.com",
    "your_tenant.stad.nl",
    "api.your-domain.co.uk",
    "voorbeeld-stad.nl",
    "__host__.stad.nl",
    "your_domain.nl",
    "api.stad_.nl",
]


def described(url: str, info: dict[str, Value] | None = None) -> dict[str, Value]:
    return {"openapi": "3.0.3", "info": ASK if info is None else info, "servers": [{"url": url}], "paths": {"/a": {}}}


@pytest.mark.parametrize(
    ("url", "offer"),
    [
        ("https://api.stad.nl/bomen", "address"),
        ("https://api.stad.nl/bomen/v2", "address"),
        ("//bomen.stad.nl/", "address"),
        ("/api/v1", "version"),
        ("https://mijngemeente.nl/bomen", "address"),
        ("https://youreurope.stad.nl/", "address"),
        ("https://api.example.nl/v1", None),
        ("https://tbd.example.com/v1", None),
        ("https://bomen.test/v1", None),
        ("https://bomen.invalid/v1", None),
        ("https://www.voorbeeldgemeente.nl/api/bomen/v0", None),
        ("https://addyourserverhe.re/bomen/v1", None),
        ("https://api.your-domain.nl/v1", None),
        ("/", None),
        ("/api", None),
        ("api", None),
        ("https://api.example.nl/", None),
        ("https://exampleurl.com", None),
        ("https://petstore3.swagger.io/api/v3", None),
        ("https://api.domain.com/v1", None),
        ("https://hostname.nl", None),
        ("https://api.stad.tld", None),
        ("https://api.acme.com", None),
        ("https://foo.bar", None),
        ("https://replace.me", None),
        ("https://jouw-api.nl/v1", None),
        ("https://some-host.com/v1", None),
        ("https://api.yoursite.com/v1", None),
        ("https://my-api.nl/v1", None),
        ("https://server.com/v1", None),
        ("https://api.test.nl/v1", None),
        ("https://your-instance.stad.nl/v1", None),
        ("https://API_HOST.nl/v1", None),
        ("https://__host__/v1", None),
        ("https://api.stad.nl:PORT/v1", None),
        ("https://api.stad.nl:99999/v1", None),
        ("https://api.stad.nl:{port}/v1", None),
        ("https://api.stad.nl:8443/v1", "address"),
        ("https://api.stad.nl./v1", "address"),
        ("https://gemeente-súdwest.nl/v1", "address"),
        ("https://api.xn--sdwest-3xa.nl/v1", "address"),
        ("https://test.bomen.stad.nl/v1", "address"),
        ("https://mijnapotheek.nl/v1", "address"),
        ("https://jouwstad.nl/v1", "address"),
        ("https://hostingbedrijf.nl/v1", "address"),
        ("https://domeinen.stad.nl", "address"),
        ("https://dummystad.nl", "address"),
        *((f"https://{host}/v1", "address") for host in _REAL),
        *((f"https://{host}/v1", None) for host in _INVENTED),
        ("http://localhost:8000/v1", None),
        ("http://127.0.0.1:8000/v1", None),
        ("http://[::1]/v1", None),
        ("http://10.0.0.4/v1", None),
        ("http://backend:8080/v1", None),
        ("https://bomen.team.svc.cluster.local/v1", None),
        ("https://virtserver.swaggerhub.com/stad/bomen/v1", None),
        ("https://{host}:8443/v1", None),
        ("ftp://api.stad.nl/v1", None),
        ("https://[half/v1", None),
    ],
)
def test_the_address_decides_where_there_is_somebody_to_ask(url: str, offer: Offer | None) -> None:
    assert offered(described(url)) == offer
    assert offered(described(url, {"title": "Bomen"})) is None


@pytest.mark.parametrize(
    "contact",
    [
        None,
        {},
        {"name": "Team Groen"},
        {"url": "https://github.com/yourusername/bomen"},
        {"email": " "},
        {"email": "beheer"},
        {"email": "team@stad.example"},
        {"email": "info@example.org"},
        {"email": "Team <info@example.org>"},
        {"email": "your-name@stad.nl"},
        {"url": "zie stad.nl voor meer"},
        {"url": "ftp://stad.nl"},
        {"url": "https://stad.example/contact"},
        {"url": "/contact"},
        {"url": "http://localhost/contact"},
        {"url": 3},
        ["team@stad.nl"],
        "team@stad.nl",
    ],
)
def test_a_name_alone_is_nobody_to_ask(contact: Value) -> None:
    assert offered(described("https://api.stad.nl/v1", {"contact": contact})) is None


@pytest.mark.parametrize(
    "page",
    [
        "https://stad.nl/contact",
        "www.stad.nl/contact",
        "stad.nl/contact",
        "mailto:team@stad.nl",
        "Team API <api@stad.nl>",
        "api@stad.nl (team)",
        "zie https://stad.nl.",
        "Stel uw vraag: api@stad.nl",
        "[mail](mailto:api@stad.nl), of info@example.org",
        "https://stad.nl/voor-uw-organisatie",
    ],
)
def test_a_page_is_somebody_to_ask(page: str) -> None:
    assert offered(described("/v1", {"contact": {"url": page}})) == "version"


def test_the_version_may_stand_in_every_path() -> None:
    assert offered({"info": ASK, "paths": {"/api/v1/a": {}, "/api/v1/b": {}, "x-more": 1}}) == "version"
    assert offered({"info": ASK, "paths": {"/api/v1/a": {}, "/health": {}}}) is None


def test_swagger_names_host_and_base() -> None:
    assert offered({"info": ASK, "host": "api.stad.nl", "basePath": "/bomen"}) == "address"
    assert offered({"info": ASK, "host": "localhost:8000", "basePath": "/v1"}) is None
    assert offered({"info": ASK, "basePath": "/v1"}) == "version"


@pytest.mark.parametrize(
    "data", [None, [], "x", {}, {"info": []}, {"info": ASK, "servers": "x"}, {"info": ASK, "paths": []}]
)
def test_what_is_no_description_shows_nothing(data: Value) -> None:
    assert offered(data) is None


def test_paths_with_a_version_at_an_address_that_is_none_are_no_offer() -> None:
    document = described("http://localhost:8080")
    assert offered({**document, "paths": {"/v1/a": {}}}) is None
    assert offered({**document, "servers": [{"url": "/"}], "paths": {"/v1/a": {}}}) == "version"
